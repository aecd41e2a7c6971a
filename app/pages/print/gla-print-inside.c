/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-print-inside.h"

#include "gla-i18n.h"

static gboolean
preview_cb (GtkPrintOperation        *operation,
            GtkPrintOperationPreview *preview,
            GtkPrintContext          *print,
            GtkWindow                *parent,
            GlaContext               *context)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);

  /* GTK wants one of whoever handles this, although nothing is drawn. */
  gtk_print_context_set_cairo_context (print, cr, 72.0, 72.0);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  gtk_print_operation_cancel (operation);
  gla_context_show_toast (context, _("Nothing was printed: pages are not handed to another "
                                     "program to look at"));
  return TRUE;
}

void
gla_print_keep_inside (GtkPrintOperation *operation,
                       GlaContext        *context)
{
  g_return_if_fail (GTK_IS_PRINT_OPERATION (operation));
  g_return_if_fail (GLA_IS_CONTEXT (context));

  g_signal_connect_object (operation, "preview", G_CALLBACK (preview_cb), context, 0);
}
