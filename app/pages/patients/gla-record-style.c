/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-record-style.h"

#include <gtk/gtk.h>

void
gla_record_style_ensure (void)
{
  static gboolean done;
  g_autoptr (GtkCssProvider) provider = NULL;

  if (done)
    return;
  done = TRUE;
  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (
    provider, "/org/glabella/Glabella/ui/pages/patients/gla-record-page.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}
