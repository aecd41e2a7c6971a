/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-mix-form.h"

#include "gla-i18n.h"
#include "gla-moment.h"
#include "gla-small-form.h"
#include "gla-store-stock.h"
#include "gla-vial-undo.h"
#include "gla-vial-words.h"

#define MILLILITRE 1000
/* A syringe of diluent holds less; more is a slip of the keyboard. */
#define MAX_MILLILITRES 20

typedef struct
{
  GlaContext *context;
  GlaVial *vial;
  gint64 usual;          /* microlitres, 0: nothing is usual */
  AdwEntryRow *time_row;
  AdwEntryRow *diluent_row;
  AdwEntryRow *volume_row;
} Mix;

static void
mix_free (gpointer  data,
          GClosure *closure)
{
  Mix *self = data;

  g_object_unref (self->context);
  gla_vial_unref (self->vial);
  g_free (self);
}

/* Microlitres, -1 if that is no volume. Units and millilitres are both typed with two decimals. */
static gint64
get_volume (Mix *self)
{
  g_autofree char *text = gla_small_form_dup_text (self->volume_row);
  GlaUnits hundredths;

  if (text == NULL || !gla_units_parse (text, &hundredths) || hundredths <= 0 ||
      hundredths > MAX_MILLILITRES * 100)
    return -1;
  return hundredths * MILLILITRE / 100;
}

static void
show_strength (Mix          *self,
               GlaSmallForm *form)
{
  gint64 volume = get_volume (self);
  GlaVial mixed = *self->vial;
  g_autofree char *text = NULL;

  mixed.diluent_volume = MAX (volume, 0);
  text = gla_vial_describe_dilution (&mixed, gla_context_get_catalogue (self->context),
                                     self->usual);
  gla_small_form_set_note (form, text);
}

static void
volume_changed_cb (GlaSmallForm *form,
                   AdwEntryRow  *row)
{
  show_strength (g_object_get_data (G_OBJECT (form), "mix"), form);
}

static gboolean
read_form (GlaSmallForm  *form,
           Mix           *self,
           char         **moment,
           gint64        *volume)
{
  g_autofree char *time = gla_small_form_dup_text (self->time_row);

  *moment = time != NULL ? gla_moment_at (self->context, time) : NULL;
  *volume = get_volume (self);
  if (*moment == NULL)
    {
      gla_small_form_set_error (form, self->time_row, _("Give the time of today, such as 9:30."));
      return FALSE;
    }
  if (*volume < 0)
    {
      gla_small_form_set_error (form, self->volume_row,
                                _("Give the millilitres of diluent, such as 2.5."));
      return FALSE;
    }
  return TRUE;
}

static void
save_cb (GlaSmallForm *form,
         Mix          *self)
{
  g_autofree char *moment = NULL;
  g_autofree char *diluent = NULL;
  GlaVialEvent event = { .vial = self->vial->id, .kind = GLA_VIAL_EVENT_MIXED,
                         .units = GLA_UNITS_UNKNOWN };

  if (!read_form (form, self, &moment, &event.diluent_volume))
    return;
  diluent = gla_small_form_dup_text (self->diluent_row);
  event.moment = moment;
  event.diluent = diluent;
  gla_vial_event_write (self->context, &event, _("Vial mixed"));
  gtk_window_destroy (GTK_WINDOW (form));
}

/* What is usual here, else what the label says. */
static char *
get_first_volume (Mix *self)
{
  const GlaDilution *label = gla_catalogue_find_dilution (gla_context_get_catalogue (self->context),
                                                          self->vial->presentation);
  gint64 volume = self->usual > 0 ? self->usual : label != NULL ? label->diluent_ul : 0;

  return volume > 0 ? gla_units_format (volume * 100 / MILLILITRE) : NULL;
}

GtkWindow *
gla_mix_form_new (GtkWindow     *parent,
                  GlaContext    *context,
                  const GlaVial *vial,
                  GPtrArray     *vials)
{
  GlaSmallForm *form;
  Mix *self;
  g_autofree char *now = NULL;
  g_autofree char *volume = NULL;

  g_return_val_if_fail (GLA_IS_CONTEXT (context) && vial != NULL && vials != NULL, NULL);

  form = gla_small_form_new (parent, _("Mix Vial"));
  self = g_new0 (Mix, 1);
  self->context = g_object_ref (context);
  self->vial = gla_vial_ref (vial);
  self->usual = gla_vial_find_usual_volume (vial, vials);
  now = gla_moment_now (context);
  volume = get_first_volume (self);
  self->volume_row = gla_small_form_add_entry (form, _("Diluent in mL"), volume);
  self->diluent_row = gla_small_form_add_entry (form, _("Diluent"), _("0.9 % NaCl"));
  self->time_row = gla_small_form_add_entry (form, _("Time"), now + 11);
  g_object_set_data (G_OBJECT (form), "mix", self);
  g_signal_connect_object (self->volume_row, "changed", G_CALLBACK (volume_changed_cb), form,
                           G_CONNECT_SWAPPED);
  g_signal_connect_data (form, "save", G_CALLBACK (save_cb), self, mix_free, 0);
  show_strength (self, form);
  gtk_widget_grab_focus (GTK_WIDGET (self->volume_row));
  return GTK_WINDOW (form);
}
