/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-fridge-form.h"

#include "gla-i18n.h"
#include "gla-moment.h"
#include "gla-number.h"
#include "gla-small-form.h"
#include "gla-store-fridge.h"

#include <math.h>
#include <string.h>

/* No fridge or freezer of a clinic, nor a room, is beyond these. */
#define LEAST_CELSIUS (-100.0)
#define MOST_CELSIUS 60.0

typedef struct
{
  GlaContext *context;
  GlaFridgeLog *log;
  AdwComboRow *fridge_row; /* NULL while there is one fridge only */
  AdwEntryRow *high_row;
  AdwEntryRow *low_row;
  AdwEntryRow *time_row;
  AdwEntryRow *note_row;
} Form;

typedef struct
{
  GlaContext *context;
  GtkWindow *window;
} Saving;

static void
form_free (gpointer  data,
           GClosure *closure)
{
  Form *self = data;

  g_object_unref (self->context);
  gla_fridge_log_unref (self->log);
  g_free (self);
}

gboolean
gla_fridge_form_parse (const char *text,
                       int        *centi)
{
  double value;

  g_return_val_if_fail (text != NULL && centi != NULL, FALSE);

  if (!gla_number_parse (text, &value) || value < LEAST_CELSIUS || value > MOST_CELSIUS)
    return FALSE;
  *centi = (int) lround (value * GLA_CENTI);
  return TRUE;
}

static gpointer
add_reading (GlaStore      *store,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  char *id = NULL;

  return gla_store_add_fridge_reading (store, data, &id, error) ? id : NULL;
}

static void
added_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Saving *saving = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = gla_store_worker_run_finish (GLA_STORE_WORKER (source), result, &error);

  if (id == NULL)
    {
      gtk_widget_set_sensitive (GTK_WIDGET (saving->window), TRUE);
      gla_context_show_error (saving->context, _("The temperature was not saved"), error);
    }
  else
    {
      gla_context_did_add (saving->context, _("Temperature written down"),
                           GLA_TABLE_FRIDGE_READING, (const char *const[]) { id, NULL });
      gtk_window_destroy (saving->window);
    }
  g_object_unref (saving->window);
  g_object_unref (saving->context);
  g_free (saving);
}

static gboolean
read_temperature (GlaSmallForm *window,
                  AdwEntryRow  *row,
                  int          *centi)
{
  g_autofree char *text = gla_small_form_dup_text (row);

  if (text != NULL && gla_fridge_form_parse (text, centi))
    return TRUE;
  gla_small_form_set_error (window, row, _("Give degrees Celsius, such as 5.4."));
  return FALSE;
}

static gboolean
read_temperatures (GlaSmallForm *window,
                   Form         *self,
                   int          *low,
                   int          *high)
{
  g_autofree char *lowest = gla_small_form_dup_text (self->low_row);

  if (!read_temperature (window, self->high_row, high))
    return FALSE;
  *low = *high;
  if (lowest != NULL && !read_temperature (window, self->low_row, low))
    return FALSE;
  if (*low <= *high)
    return TRUE;
  gla_small_form_set_error (window, self->low_row,
                            _("The lowest temperature is higher than the highest."));
  return FALSE;
}

static const char *
get_fridge (Form *self)
{
  guint selected = self->fridge_row != NULL ? adw_combo_row_get_selected (self->fridge_row) : 0;

  return selected < self->log->fridges->len
           ? ((GlaFridge *) self->log->fridges->pdata[selected])->id
           : GLA_FRIDGE_FIRST;
}

/* The moment of today, which is not to come yet. */
static char *
read_moment (GlaSmallForm *window,
             Form         *self)
{
  g_autofree char *time = gla_small_form_dup_text (self->time_row);
  g_autofree char *moment = time != NULL ? gla_moment_at (self->context, time) : NULL;
  g_autofree char *now = gla_moment_now (self->context);

  if (moment == NULL)
    gla_small_form_set_error (window, self->time_row,
                              _("Give the time of today, such as 9:30."));
  else if (strcmp (moment, now) > 0)
    gla_small_form_set_error (window, self->time_row, _("This time is still to come."));
  else
    return g_steal_pointer (&moment);
  return NULL;
}

static void
save_cb (GlaSmallForm *window,
         Form         *self)
{
  const char *fridge = get_fridge (self);
  const char *last = gla_fridge_log_find_last (self->log, fridge);
  g_autofree char *note = gla_small_form_dup_text (self->note_row);
  g_autofree char *moment = NULL;
  GlaFridgeReading reading = { .note = note, .fridge = fridge };
  Saving *saving;

  if (!read_temperatures (window, self, &reading.low, &reading.high))
    return;
  moment = read_moment (window, self);
  if (moment == NULL)
    return;
  reading.moment = moment;
  reading.since = last != NULL && strcmp (last, moment) < 0 ? last : moment;
  saving = g_new0 (Saving, 1);
  saving->context = g_object_ref (self->context);
  saving->window = g_object_ref (GTK_WINDOW (window));
  gtk_widget_set_sensitive (GTK_WIDGET (window), FALSE);
  gla_store_worker_run_async (gla_context_get_worker (self->context), add_reading,
                              gla_fridge_reading_new (&reading),
                              (GDestroyNotify) gla_fridge_reading_unref, g_free, NULL, added_cb,
                              saving);
}

static char *
make_note (const char *last)
{
  g_autofree char *day = NULL;
  int minute;

  if (last == NULL)
    return g_strdup (_("Set the thermometer back after reading, so that it shows the lowest and "
                       "highest temperature until the next look."));
  day = gla_day_format (gla_day_from_moment (last, &minute), GLA_DAY_EXACT);
  /* Translators: a date, and a time of day */
  return g_strdup_printf (_("It counts from the look before, on %s at %s. Set the thermometer back "
                            "after reading."),
                          day, last + 11);
}

/* Each fridge has a look before of its own. */
static void
show_note (GlaSmallForm *form,
           Form         *self)
{
  g_autofree char *note = make_note (gla_fridge_log_find_last (self->log, get_fridge (self)));

  gla_small_form_set_note (form, note);
}

static void
fridge_changed_cb (GlaSmallForm *form)
{
  show_note (form, g_object_get_data (G_OBJECT (form), "fridge-form"));
}

GtkWindow *
gla_fridge_form_new (GtkWindow    *parent,
                     GlaContext   *context,
                     GlaFridgeLog *log)
{
  GlaSmallForm *form;
  Form *self;
  g_autofree char *now = NULL;
  g_auto (GStrv) names = NULL;

  g_return_val_if_fail (GLA_IS_CONTEXT (context) && log != NULL, NULL);

  form = gla_small_form_new (parent, _("Read the Fridge"));
  self = g_new0 (Form, 1);
  self->context = g_object_ref (context);
  self->log = gla_fridge_log_ref (log);
  now = gla_moment_now (context);
  names = gla_fridge_log_dup_names (log);
  if (log->fridges->len > 1)
    self->fridge_row = gla_small_form_add_choice (form, _("Fridge"), (const char *const *) names, 0);
  self->high_row = gla_small_form_add_entry (form, _("Highest or only temperature, °C"), NULL);
  self->low_row = gla_small_form_add_entry (form, _("Lowest temperature, °C"), NULL);
  self->time_row = gla_small_form_add_entry (form, _("Time"), now + 11);
  self->note_row = gla_small_form_add_entry (form, _("Note"), NULL);
  g_object_set_data (G_OBJECT (form), "fridge-form", self);
  if (self->fridge_row != NULL)
    g_signal_connect_object (self->fridge_row, "notify::selected", G_CALLBACK (fridge_changed_cb),
                             form, G_CONNECT_SWAPPED);
  show_note (form, self);
  g_signal_connect_data (form, "save", G_CALLBACK (save_cb), self, form_free, 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->high_row));
  return GTK_WINDOW (form);
}
