/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-about.h"

#include "gla-i18n.h"

void
gla_about_show (GtkWindow *parent)
{
  const char *authors[] = { _("The Glabella developers"), NULL };

  g_return_if_fail (GTK_IS_WINDOW (parent));

  gtk_show_about_dialog (parent,
                         "program-name", _("Glabella"),
                         "logo-icon-name", GLA_APPLICATION_ID,
                         "version", GLA_VERSION,
                         "comments",
                         _("Every injection of botulinum toxin, and how long it worked.\n\n"
                           "Intended purpose: Glabella keeps records and shows recorded facts "
                           "and cited texts to qualified professionals. It does not diagnose or "
                           "recommend a dose."),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "authors", authors,
                         "translator-credits", _("translator-credits"),
                         NULL);
}
