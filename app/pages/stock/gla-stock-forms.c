/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-stock-forms.h"

#include "gla-i18n.h"
#include "gla-lot-write.h"
#include "gla-moment.h"
#include "gla-small-form.h"
#include "gla-vial-undo.h"

typedef struct
{
  GlaContext *context;
  GlaVial *vial;
  GlaUnits left;
  AdwEntryRow *first_row;   /* units, or the lot */
  AdwEntryRow *reason_row;
} Form;

static void
form_free (gpointer  data,
           GClosure *closure)
{
  Form *self = data;

  g_object_unref (self->context);
  gla_vial_unref (self->vial);
  g_free (self);
}

static GlaSmallForm *
make_form (GtkWindow           *parent,
           GlaContext          *context,
           const GlaStockVial  *stock,
           const char          *title,
           const char          *verb,
           GCallback            save,
           Form               **form)
{
  GlaSmallForm *window = gla_small_form_new (parent, title);

  *form = g_new0 (Form, 1);
  (*form)->context = g_object_ref (context);
  (*form)->vial = gla_vial_ref (stock->vial);
  (*form)->left = gla_vial_ledger_get_left (&stock->ledger);
  gla_small_form_set_verb (window, verb);
  g_signal_connect_data (window, "save", save, *form, form_free, 0);
  return window;
}

static char *
dup_reason (GlaSmallForm *window,
            Form         *self)
{
  char *reason = gla_small_form_dup_text (self->reason_row);

  if (reason == NULL)
    gla_small_form_set_error (window, self->reason_row, _("Say why."));
  return reason;
}

static void
write_event (Form             *self,
             GlaVialEventKind  kind,
             GlaUnits          units,
             const char       *reason,
             const char       *text)
{
  g_autofree char *now = gla_moment_now (self->context);
  GlaVialEvent event = { .vial = self->vial->id, .kind = kind, .moment = now, .units = units,
                         .reason = reason };

  gla_vial_event_write (self->context, &event, text);
}

static void
waste_cb (GlaSmallForm *window,
          Form         *self)
{
  g_autofree char *text = gla_small_form_dup_text (self->first_row);
  g_autofree char *reason = NULL;
  GlaUnits units;

  if (text == NULL || !gla_units_parse (text, &units) || units <= 0)
    {
      gla_small_form_set_error (window, self->first_row, _("Give the units that were lost."));
      return;
    }
  if (self->left != GLA_UNITS_UNKNOWN && units > MAX (self->left, 0))
    {
      g_autofree char *left = gla_units_format (MAX (self->left, 0));
      g_autofree char *fault = g_strdup_printf (_("Only %s U are left in it."), left);

      gla_small_form_set_error (window, self->first_row, fault);
      return;
    }
  reason = dup_reason (window, self);
  if (reason == NULL)
    return;
  write_event (self, GLA_VIAL_EVENT_WASTED, units, reason, _("Waste written down"));
  gtk_window_destroy (GTK_WINDOW (window));
}

void
gla_stock_form_waste (GtkWindow          *parent,
                      GlaContext         *context,
                      const GlaStockVial *stock)
{
  Form *form;
  GlaSmallForm *window;

  g_return_if_fail (GLA_IS_CONTEXT (context) && stock != NULL);

  window = make_form (parent, context, stock, _("Waste"), _("Save"), G_CALLBACK (waste_cb), &form);
  form->first_row = gla_small_form_add_entry (window, _("Units lost"), NULL);
  form->reason_row = gla_small_form_add_entry (window, _("Why"), NULL);
  gtk_widget_grab_focus (GTK_WIDGET (form->first_row));
  gtk_window_present (GTK_WINDOW (window));
}

static void
discard_cb (GlaSmallForm *window,
            Form         *self)
{
  g_autofree char *reason = dup_reason (window, self);

  if (reason == NULL)
    return;
  /* What goes with it is waste; a vial that gave more than it held has none. */
  write_event (self, GLA_VIAL_EVENT_DISCARDED,
               self->left == GLA_UNITS_UNKNOWN ? GLA_UNITS_UNKNOWN : MAX (self->left, 0), reason,
               _("Vial discarded"));
  gtk_window_destroy (GTK_WINDOW (window));
}

void
gla_stock_form_discard (GtkWindow          *parent,
                        GlaContext         *context,
                        const GlaStockVial *stock)
{
  Form *form;
  GlaSmallForm *window;
  g_autofree char *units = NULL;
  g_autofree char *note = NULL;

  g_return_if_fail (GLA_IS_CONTEXT (context) && stock != NULL);

  window = make_form (parent, context, stock, _("Discard Vial"), _("Discard"),
                      G_CALLBACK (discard_cb), &form);
  form->reason_row = gla_small_form_add_entry (window, _("Why"), NULL);
  if (form->left != GLA_UNITS_UNKNOWN)
    {
      units = gla_units_format (MAX (form->left, 0));
      note = g_strdup_printf (_("%s U are left in it and count as waste."), units);
      gla_small_form_set_note (window, note);
    }
  gtk_widget_grab_focus (GTK_WIDGET (form->reason_row));
  gtk_window_present (GTK_WINDOW (window));
}

static void
hold_cb (GlaSmallForm *window,
         Form         *self)
{
  g_autofree char *reason = dup_reason (window, self);
  g_autofree char *now = NULL;

  if (reason == NULL)
    return;
  now = gla_moment_now (self->context);
  gla_lot_write_hold (self->context, self->vial->product, self->vial->lot, reason, now);
  gtk_window_destroy (GTK_WINDOW (window));
}

void
gla_stock_form_hold (GtkWindow          *parent,
                     GlaContext         *context,
                     const GlaStockVial *stock)
{
  Form *form;
  GlaSmallForm *window;
  g_autofree char *note = NULL;

  g_return_if_fail (GLA_IS_CONTEXT (context) && stock != NULL && stock->vial->lot != NULL);

  window = make_form (parent, context, stock, _("Hold This Lot"), _("Hold"), G_CALLBACK (hold_cb),
                      &form);
  form->reason_row = gla_small_form_add_entry (window, _("Why"), NULL);
  note = g_strdup_printf (_("All vials of lot %s are set aside, and any that are received."),
                          stock->vial->lot);
  gla_small_form_set_note (window, note);
  gtk_widget_grab_focus (GTK_WIDGET (form->reason_row));
  gtk_window_present (GTK_WINDOW (window));
}

static void
correct_cb (GlaSmallForm *window,
            Form         *self)
{
  g_autofree char *lot = gla_small_form_dup_text (self->first_row);
  g_autofree char *reason = NULL;

  if (lot == NULL || g_strcmp0 (lot, self->vial->lot) == 0)
    {
      gla_small_form_set_error (window, self->first_row,
                                _("Give the lot as it stands on the carton."));
      return;
    }
  reason = dup_reason (window, self);
  if (reason == NULL)
    return;
  gla_lot_write_correction (self->context, self->vial, lot, reason);
  gtk_window_destroy (GTK_WINDOW (window));
}

void
gla_stock_form_correct (GtkWindow          *parent,
                        GlaContext         *context,
                        const GlaStockVial *stock)
{
  Form *form;
  GlaSmallForm *window;

  g_return_if_fail (GLA_IS_CONTEXT (context) && stock != NULL);

  window = make_form (parent, context, stock, _("Correct the Lot"), _("Correct"),
                      G_CALLBACK (correct_cb), &form);
  form->first_row = gla_small_form_add_entry (window, _("Lot, as on the carton"),
                                              stock->vial->lot);
  form->reason_row = gla_small_form_add_entry (window, _("Why"), NULL);
  gla_small_form_set_note (window, _("All vials of this product and lot are corrected, and what was "
                                     "injected from them follows. The old lot stays in the "
                                     "history of changes."));
  gtk_widget_grab_focus (GTK_WIDGET (form->first_row));
  gtk_window_present (GTK_WINDOW (window));
}

void
gla_stock_empty (GlaContext         *context,
                 const GlaStockVial *stock)
{
  g_autofree char *now = NULL;

  g_return_if_fail (GLA_IS_CONTEXT (context) && stock != NULL);

  now = gla_moment_now (context);
  gla_vial_event_write (context, &(GlaVialEvent) {
    .vial = stock->vial->id, .kind = GLA_VIAL_EVENT_EMPTIED, .moment = now,
    .units = GLA_UNITS_UNKNOWN,
  }, _("Vial is empty"));
}

void
gla_stock_release (GlaContext         *context,
                   const GlaStockVial *stock)
{
  g_autofree char *now = NULL;

  g_return_if_fail (GLA_IS_CONTEXT (context) && stock != NULL);

  now = gla_moment_now (context);
  gla_lot_write_release (context, stock->vial->product, stock->vial->lot, now);
}
