/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-fridge-place-form.h"

#include "gla-i18n.h"
#include "gla-moment.h"
#include "gla-small-form.h"
#include "gla-stock-write.h"
#include "gla-store-fridge.h"

#include <string.h>

typedef struct
{
  GlaContext *context;
  GlaFridge *fridge;        /* that is renamed */
  GlaFridgeLog *log;        /* of whose fridges one is chosen */
  GPtrArray *vials;         /* (element-type utf8): the one that is moved, and others of its lot */
  GlaFridgeAnswer *answer;  /* without what was said */
  GlaRecordTable table;     /* of what is taken back */
  char *id;
  AdwComboRow *choice_row;
  AdwComboRow *which_row;
  AdwEntryRow *text_row;
  GlaDayRow *day_row;
} Form;

static void
form_free (gpointer  data,
           GClosure *closure)
{
  Form *self = data;

  g_object_unref (self->context);
  g_clear_pointer (&self->fridge, gla_fridge_unref);
  g_clear_pointer (&self->log, gla_fridge_log_unref);
  g_clear_pointer (&self->vials, g_ptr_array_unref);
  g_clear_pointer (&self->answer, gla_fridge_answer_unref);
  g_free (self->id);
  g_free (self);
}

static GlaSmallForm *
make_form (GtkWindow   *parent,
           GlaContext  *context,
           const char  *title,
           const char  *verb,
           GCallback    save,
           Form       **form)
{
  GlaSmallForm *window = gla_small_form_new (parent, title);

  *form = g_new0 (Form, 1);
  (*form)->context = g_object_ref (context);
  gla_small_form_set_verb (window, verb);
  g_signal_connect_data (window, "save", save, *form, form_free, 0);
  return window;
}

static char *
dup_text (GlaSmallForm *window,
          Form         *self,
          const char   *fault)
{
  char *text = gla_small_form_dup_text (self->text_row);

  if (text == NULL)
    gla_small_form_set_error (window, self->text_row, fault);
  return text;
}

/* A name */

static gpointer
add_fridge (GlaStore      *store,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  char *id = NULL;

  return gla_store_add_fridge (store, data, &id, error) ? gla_stock_write_ids (id) : NULL;
}

static void
add_cb (GlaSmallForm *window,
        Form         *self)
{
  g_autofree char *name = dup_text (window, self, _("Give it a name."));

  if (name == NULL)
    return;
  gla_stock_write (self->context, add_fridge, gla_fridge_new (&(GlaFridge) { .name = name }),
                   (GDestroyNotify) gla_fridge_unref, GLA_TABLE_FRIDGE, _("Fridge added"),
                   _("The fridge was not added"));
  gtk_window_destroy (GTK_WINDOW (window));
}

void
gla_fridge_form_add (GtkWindow  *parent,
                     GlaContext *context)
{
  GlaSmallForm *window;
  Form *form;

  g_return_if_fail (GLA_IS_CONTEXT (context));

  window = make_form (parent, context, _("Add a Fridge"), _("Add"), G_CALLBACK (add_cb), &form);
  form->text_row = gla_small_form_add_entry (window, _("Name"), NULL);
  gla_small_form_set_note (window, _("Vials stay where they are until you move them: in the menu "
                                     "of each vial."));
  gtk_widget_grab_focus (GTK_WIDGET (form->text_row));
  gtk_window_present (GTK_WINDOW (window));
}

static gpointer
rename_fridge (GlaStore      *store,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  const GlaFridge *fridge = data;

  return gla_store_amend_fridge (store, fridge, NULL, error) ? gla_fridge_ref (fridge) : NULL;
}

/* Puts the name back that the fridge had; the renamed one has the next revision. */
static gpointer
rename_back (GlaStore      *store,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  GlaFridge fridge = *(const GlaFridge *) data;

  fridge.revision++;
  gla_store_amend_fridge (store, &fridge, _("Undone"), error);
  return NULL;
}

static void
renamed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Form *before = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaFridge) renamed
      = gla_store_worker_run_finish (GLA_STORE_WORKER (source), result, &error);

  if (renamed != NULL)
    gla_context_did (before->context, _("Fridge renamed"), rename_back,
                     gla_fridge_ref (before->fridge), (GDestroyNotify) gla_fridge_unref);
  else
    gla_context_show_error (before->context, _("The fridge was not renamed"), error);
  form_free (before, NULL);
}

static void
rename_cb (GlaSmallForm *window,
           Form         *self)
{
  g_autofree char *name = dup_text (window, self, _("Give it a name."));
  GlaFridge fields;
  Form *before;

  if (name == NULL)
    return;
  before = g_new0 (Form, 1);
  before->context = g_object_ref (self->context);
  before->fridge = gla_fridge_ref (self->fridge);
  fields = *self->fridge;
  fields.name = name;
  gla_store_worker_run_async (gla_context_get_worker (self->context), rename_fridge,
                              gla_fridge_new (&fields), (GDestroyNotify) gla_fridge_unref,
                              (GDestroyNotify) gla_fridge_unref, NULL, renamed_cb, before);
  gtk_window_destroy (GTK_WINDOW (window));
}

void
gla_fridge_form_rename (GtkWindow       *parent,
                        GlaContext      *context,
                        const GlaFridge *fridge)
{
  GlaSmallForm *window;
  Form *form;

  g_return_if_fail (GLA_IS_CONTEXT (context) && fridge != NULL);

  window = make_form (parent, context, _("Rename the Fridge"), _("Rename"), G_CALLBACK (rename_cb),
                      &form);
  form->fridge = gla_fridge_ref (fridge);
  form->text_row = gla_small_form_add_entry (window, _("Name"), gla_fridge_get_name (fridge));
  gtk_widget_grab_focus (GTK_WIDGET (form->text_row));
  gtk_window_present (GTK_WINDOW (window));
}

/* Moving */

typedef struct
{
  GStrv vials;
  char *fridge;
  char *moment;
} Move;

static void
move_free (gpointer data)
{
  Move *move = data;

  g_strfreev (move->vials);
  g_free (move->fridge);
  g_free (move->moment);
  g_free (move);
}

static gpointer
move_vials (GlaStore      *store,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  const Move *move = data;
  GPtrArray *ids = NULL;

  gla_store_add_vial_moves (store, (const char *const *) move->vials, move->fridge, move->moment,
                            &ids, error);
  return ids;
}

static void
move_cb (GlaSmallForm *window,
         Form         *self)
{
  guint selected = adw_combo_row_get_selected (self->choice_row);
  gboolean all = self->which_row != NULL && adw_combo_row_get_selected (self->which_row) == 1;
  g_autoptr (GStrvBuilder) vials = g_strv_builder_new ();
  Move *move;

  if (selected >= self->log->fridges->len)
    return;
  for (guint i = 0; i < (all ? self->vials->len : 1); i++)
    g_strv_builder_add (vials, self->vials->pdata[i]);
  move = g_new0 (Move, 1);
  move->vials = g_strv_builder_end (vials);
  move->fridge = g_strdup (((GlaFridge *) self->log->fridges->pdata[selected])->id);
  move->moment = gla_moment_now (self->context);
  gla_stock_write (self->context, move_vials, move, move_free, GLA_TABLE_VIAL_MOVE,
                   all ? _("Vials moved") : _("Vial moved"), _("Nothing was moved"));
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
is_along (const GlaFridgeLog *log,
          const GlaVial      *vial,
          const GlaVial      *other)
{
  return strcmp (vial->id, other->id) != 0 && vial->lot != NULL
         && g_strcmp0 (vial->product, other->product) == 0
         && g_strcmp0 (vial->lot, other->lot) == 0
         && other->state != GLA_VIAL_FINISHED && other->state != GLA_VIAL_DISCARDED
         && g_strcmp0 (gla_fridge_past_find (log->past, vial->id),
                       gla_fridge_past_find (log->past, other->id)) == 0;
}

void
gla_fridge_form_move (GtkWindow     *parent,
                      GlaContext    *context,
                      GlaFridgeLog  *log,
                      GPtrArray     *stock,
                      const GlaVial *vial)
{
  const char *which[] = { _("Only this vial"), _("All of its lot in the same fridge"), NULL };
  g_auto (GStrv) names = NULL;
  g_autofree char *note = NULL;
  GlaSmallForm *window;
  Form *form;

  g_return_if_fail (GLA_IS_CONTEXT (context) && log != NULL && stock != NULL && vial != NULL);

  window = make_form (parent, context, _("Move to a Fridge"), _("Move"), G_CALLBACK (move_cb),
                      &form);
  form->log = gla_fridge_log_ref (log);
  form->vials = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (form->vials, g_strdup (vial->id));
  for (guint i = 0; i < stock->len; i++)
    {
      const GlaVial *other = ((GlaStockVial *) stock->pdata[i])->vial;

      if (is_along (log, vial, other))
        g_ptr_array_add (form->vials, g_strdup (other->id));
    }
  names = gla_fridge_log_dup_names (log);
  form->choice_row = gla_small_form_add_choice (window, _("Fridge"), (const char *const *) names, 0);
  if (form->vials->len > 1)
    form->which_row = gla_small_form_add_choice (window, _("Which"), which, 0);
  /* Translators: %s is a fridge */
  note = g_strdup_printf (_("It is in %s now. From this moment on the temperatures of the other "
                            "fridge count for it."),
                          gla_fridge_log_get_name (log, gla_fridge_past_find (log->past, vial->id)));
  gla_small_form_set_note (window, note);
  gtk_widget_grab_focus (GTK_WIDGET (form->choice_row));
  gtk_window_present (GTK_WINDOW (window));
}

/* The answer of the manufacturer */

static gpointer
add_answer (GlaStore      *store,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  char *id = NULL;

  return gla_store_add_fridge_answer (store, data, &id, error) ? gla_stock_write_ids (id) : NULL;
}

static void
answer_cb (GlaSmallForm *window,
           Form         *self)
{
  guint selected = adw_combo_row_get_selected (self->choice_row);
  g_autofree char *text = NULL;
  GlaFridgeAnswer answer = *self->answer;

  if (selected == 0 || selected == GTK_INVALID_LIST_POSITION)
    {
      gla_small_form_set_error (window, NULL, _("Choose what the manufacturer said."));
      gtk_widget_grab_focus (GTK_WIDGET (self->choice_row));
      return;
    }
  text = dup_text (window, self, _("Say who answered, and under which number."));
  if (text == NULL)
    return;
  answer.day = gla_day_row_get_day (self->day_row, NULL);
  if (!gla_day_row_is_valid (self->day_row) || answer.day == GLA_DAY_NONE)
    {
      gla_small_form_set_error (window, ADW_ENTRY_ROW (self->day_row),
                                _("Give the day of the answer."));
      return;
    }
  answer.may_use = selected == 1;
  answer.answer = text;
  gla_stock_write (self->context, add_answer, gla_fridge_answer_new (&answer),
                   (GDestroyNotify) gla_fridge_answer_unref, GLA_TABLE_FRIDGE_ANSWER,
                   _("Answer written down"), _("The answer was not saved"));
  gtk_window_destroy (GTK_WINDOW (window));
}

void
gla_fridge_form_answer (GtkWindow          *parent,
                        GlaContext         *context,
                        const GlaExcursion *excursion,
                        const GlaVial      *vial)
{
  const char *choices[] = { _("Choose…"), _("It may be used"), _("It may not be used"), NULL };
  GlaDay today;
  GlaSmallForm *window;
  Form *form;

  g_return_if_fail (GLA_IS_CONTEXT (context) && excursion != NULL && vial != NULL);

  window = make_form (parent, context, _("Answer of the Manufacturer"), _("Save"),
                      G_CALLBACK (answer_cb), &form);
  form->answer = gla_fridge_answer_new (&(GlaFridgeAnswer) {
    .fridge = excursion->fridge, .product = vial->product, .moment = excursion->moment });
  today = gla_context_get_today (context);
  form->choice_row = gla_small_form_add_choice (window, _("The manufacturer said"), choices, 0);
  form->text_row = gla_small_form_add_entry (window, _("Who answered, and its number"), NULL);
  form->day_row = gla_small_form_add_day (window, _("Day"), gla_context_get_day_order (context),
                                          today, today);
  gla_small_form_set_note (window, _("It holds for all vials of the product in that fridge, for "
                                     "the temperatures until now. What is not to be used is held "
                                     "or discarded in the menu of the vial."));
  gtk_widget_grab_focus (GTK_WIDGET (form->choice_row));
  gtk_window_present (GTK_WINDOW (window));
}

/* Taking back */

static void
take_back_cb (GlaSmallForm *window,
              Form         *self)
{
  g_autofree char *reason = dup_text (window, self, _("Say why."));

  if (reason == NULL)
    return;
  gla_stock_take_back (self->context, self->table, self->id, reason);
  gtk_window_destroy (GTK_WINDOW (window));
}

void
gla_fridge_form_take_back (GtkWindow      *parent,
                           GlaContext     *context,
                           GlaRecordTable  table,
                           const char     *id)
{
  GlaSmallForm *window;
  Form *form;

  g_return_if_fail (GLA_IS_CONTEXT (context) && id != NULL);

  window = make_form (parent, context, _("Take Back"), _("Take Back"), G_CALLBACK (take_back_cb),
                      &form);
  form->table = table;
  form->id = g_strdup (id);
  form->text_row = gla_small_form_add_entry (window, _("Why"), NULL);
  gla_small_form_set_note (window, _("It no longer counts. It stays in the history of changes."));
  gtk_widget_grab_focus (GTK_WIDGET (form->text_row));
  gtk_window_present (GTK_WINDOW (window));
}
