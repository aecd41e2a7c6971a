/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the main window has to do with the stock: cartons that are scanned, and who had a lot. */

#include "config.h"

#include "gla-window-private.h"

#include "gla-carton-form.h"
#include "gla-confirm.h"
#include "gla-i18n.h"
#include "gla-lot-window.h"
#include "gla-moment.h"
#include "gla-pack-choice.h"
#include "gla-vial-words.h"
#include "gla-wedge.h"

/* It came before: what it is, and what became of it. */
static void
tell_vial (GlaWindow          *self,
           const GlaStockVial *stock)
{
  GlaCatalogue *catalogue = gla_context_get_catalogue (self->context);
  const GlaVial *vial = stock->vial;
  g_autofree char *now = gla_moment_now (self->context);
  g_autofree char *name = gla_pack_get_name (catalogue, vial->product, vial->presentation);
  g_autofree char *use = gla_vial_describe_use (vial, &stock->ledger,
                                                 gla_context_get_constants (self->context), now);
  g_autofree char *text = NULL;

  /* Translators: a product, a lot, and what is left of a vial */
  text = g_strdup_printf (_("%s, lot %s\n%s"), name,
                          vial->lot != NULL ? vial->lot : _("unknown"), use);
  gla_confirm_tell (gla_window_get_top (self),
                    vial->state == GLA_VIAL_FINISHED || vial->state == GLA_VIAL_DISCARDED
                      ? _("This vial was used before")
                      : _("This vial is in the stock"),
                    text);
}

static void
looked_up_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GlaWindow) self = GLA_WINDOW (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaScan) scan = NULL;

  scan = gla_scan_look_up_finish (source, result, &error);
  if (self->context == NULL)
    return;
  if (scan == NULL)
    gla_confirm_tell (gla_window_get_top (self), _("The carton can’t be read"), error->message);
  else if (scan->vial != NULL && scan->gs1.serial[0] != '\0')
    tell_vial (self, scan->vial);
  else
    gtk_window_present (gla_carton_form_new (gla_window_get_top (self), self->context, scan,
                                             _("Add to Stock"), NULL, G_OBJECT (self)));
}

static void
scanned_cb (GlaWindow *self,
            GBytes    *data)
{
  if (self->context != NULL)
    gla_scan_look_up_async (self->context, data, looked_up_cb, g_object_ref (self));
}

static void
waiting_cb (GlaWindow *self,
            gboolean   waiting)
{
  if (waiting && self->context != NULL)
    gla_window_show_toast (self, _("Scan the carton now. Esc ends the wait."));
}

void
gla_window_watch_scanner (GlaWindow *self)
{
  GlaWedge *wedge;

  g_return_if_fail (GLA_IS_WINDOW (self));

  wedge = gla_wedge_attach (GTK_WINDOW (self));
  g_signal_connect_object (wedge, "scanned", G_CALLBACK (scanned_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (wedge, "waiting", G_CALLBACK (waiting_cb), self, G_CONNECT_SWAPPED);
}

void
gla_window_ask_lot (GlaWindow *self)
{
  GtkWindow *window;

  g_return_if_fail (GLA_IS_WINDOW (self));

  if (self->context == NULL)
    return;
  window = gla_lot_window_new (gla_window_get_top (self), self->context, NULL);
  g_signal_connect_object (window, "open-patient", G_CALLBACK (gla_window_open_patient), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (window);
}
