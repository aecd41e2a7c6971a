/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-exposure-editor.h"

#include "gla-accessible.h"
#include "gla-area-entry.h"
#include "gla-i18n.h"
#include "gla-units-entry.h"
#include "gla-exposure-form.h"
#include "gla-form-rows.h"

struct _GlaExposureEditor
{
  GlaEditorWindow parent_instance;

  /* Template */
  AdwPreferencesGroup *when_group;
  AdwPreferencesGroup *what_group;
  AdwPreferencesGroup *known_group;

  /* Made in code; they belong to the window */
  GlaDayRow *day;
  AdwEntryRow *place;
  AdwEntryRow *indication;
  GlaAreaEntry *area;
  AdwComboRow *product;
  GlaUnitsEntry *units;
  GlaChoiceRow *certainty;
  AdwEntryRow *note;
};

G_DEFINE_FINAL_TYPE (GlaExposureEditor, gla_exposure_editor, GLA_TYPE_EDITOR_WINDOW)

enum { SIGNAL_SAVED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* The answers to "Known" in their order. */
static const GlaCertainty certainties[] = {
  GLA_CERTAINTY_TOLD, GLA_CERTAINTY_SEEN_RECORD, GLA_CERTAINTY_GUESS,
};

static const GPtrArray *
get_products (GlaExposureEditor *self)
{
  GlaContext *context = gla_editor_window_get_context (GLA_EDITOR_WINDOW (self));

  return gla_catalogue_get_products (gla_context_get_catalogue (context));
}

static const GlaExposure *
find_exposure (const GlaHistory *history,
               const char       *id)
{
  for (guint i = 0; id != NULL && i < history->exposures->len; i++)
    {
      const GlaExposure *exposure = history->exposures->pdata[i];

      if (g_str_equal (exposure->id, id))
        return exposure;
    }
  return NULL;
}

/* The record to amend; NULL for a new one. */
static const GlaExposure *
find_amended (GlaEditorWindow *window)
{
  return find_exposure (gla_editor_window_get_cycles (window)->history,
                        gla_editor_window_get_amend (window));
}

static GlaExposure *
collect (GlaExposureEditor *self)
{
  GlaEditorWindow *window = GLA_EDITOR_WINDOW (self);
  const GlaExposure *amended = find_amended (window);
  const GPtrArray *products = get_products (self);
  guint product = adw_combo_row_get_selected (self->product);
  int certainty = gla_choice_row_get_selected (self->certainty);
  g_autofree char *place = gla_form_rows_dup_text (self->place);
  g_autofree char *indication = gla_form_rows_dup_text (self->indication);
  g_autofree char *note = gla_form_rows_dup_text (self->note);
  GlaExposure fields = {
    .id = amended != NULL ? amended->id : NULL,
    .patient = gla_editor_window_get_cycles (window)->history->patient->id,
    .place = place,
    .indication = indication,
    .area = gla_area_entry_get_area (self->area),
    .units = gla_units_entry_get_units (self->units),
    .certainty = certainty >= 0 ? certainties[certainty] : GLA_CERTAINTY_TOLD,
    .note = note,
    .revision = amended != NULL ? amended->revision : 0,
  };

  fields.day = gla_day_row_get_day (self->day, &fields.precision);
  if (product > 0 && product <= products->len)
    fields.product = gla_product_get_key (products->pdata[product - 1]);
  return gla_exposure_new (&fields);
}

static void
fill (GlaExposureEditor *self,
      const GlaExposure *exposure)
{
  const GPtrArray *products = get_products (self);
  guint product = 0;

  for (guint i = 0; i < products->len; i++)
    if (g_strcmp0 (gla_product_get_key (products->pdata[i]), exposure->product) == 0)
      product = i + 1;
  gla_day_row_set_day (self->day, exposure->day, exposure->precision);
  gla_form_rows_set_text (self->place, exposure->place);
  gla_form_rows_set_text (self->indication, exposure->indication);
  gla_area_entry_set_area (self->area, exposure->area);
  adw_combo_row_set_selected (self->product, product);
  gla_units_entry_set_units (self->units, exposure->units);
  for (gsize i = 0; i < G_N_ELEMENTS (certainties); i++)
    if (certainties[i] == exposure->certainty)
      gla_choice_row_set_selected (self->certainty, (int) i);
  gla_form_rows_set_text (self->note, exposure->note);
}

static void
gla_exposure_editor_fill_fresh (GlaEditorWindow *window)
{
  static const GlaExposure nothing = { .day = GLA_DAY_NONE, .units = GLA_UNITS_UNKNOWN };
  const GlaExposure *amended = find_amended (window);

  fill (GLA_EXPOSURE_EDITOR (window), amended != NULL ? amended : &nothing);
}

static gboolean
gla_exposure_editor_fill_draft (GlaEditorWindow *window,
                                const char      *text)
{
  g_autoptr (GlaExposure) draft = gla_exposure_form_from_draft (text);

  if (draft == NULL || gla_exposure_form_is_empty (draft))
    return FALSE;
  fill (GLA_EXPOSURE_EDITOR (window), draft);
  return TRUE;
}

static char *
gla_exposure_editor_make_draft (GlaEditorWindow *window)
{
  g_autoptr (GlaExposure) exposure = collect (GLA_EXPOSURE_EDITOR (window));

  return gla_exposure_form_is_empty (exposure) ? NULL : gla_exposure_form_to_draft (exposure);
}

static char *
gla_exposure_editor_find_fault (GlaEditorWindow *window)
{
  GlaExposureEditor *self = GLA_EXPOSURE_EDITOR (window);
  g_autoptr (GlaExposure) exposure = collect (self);
  GlaContext *context = gla_editor_window_get_context (window);

  if (!gla_day_row_is_valid (self->day))
    return g_strdup (_("The date can't be read."));
  if (!gla_area_entry_is_valid (self->area))
    return g_strdup (_("The area is not in the catalogue. Choose one, or leave it empty."));
  if (!gla_units_entry_is_valid (self->units))
    return g_strdup (_("The units can't be read. Give an amount such as 20 or 2.5."));
  return gla_exposure_form_find_fault (exposure,
                                       gla_editor_window_get_cycles (window)->history->patient,
                                       gla_context_get_today (context));
}

typedef struct
{
  GlaExposure *exposure;
  char *reason;
} SaveJob;

static void
job_free (SaveJob *job)
{
  gla_exposure_unref (job->exposure);
  g_free (job->reason);
  g_free (job);
}

/* In the worker. The identifier of the record, or NULL with an error. */
static gpointer
write_exposure (GlaStore      *store,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  SaveJob *job = data;
  char *id = NULL;

  if (job->exposure->id == NULL)
    gla_store_add_exposure (store, job->exposure, &id, error);
  else if (gla_store_amend_exposure (store, job->exposure, job->reason, error))
    id = g_strdup (job->exposure->id);
  return id;
}

static void
save_done (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GlaExposureEditor) self = user_data;
  GlaEditorWindow *window = GLA_EDITOR_WINDOW (self);
  GlaContext *context = gla_editor_window_get_context (window);
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;

  id = gla_store_worker_run_finish (GLA_STORE_WORKER (source), result, &error);
  if (!gla_editor_window_end_save (window, _("The treatment elsewhere was not saved"), error))
    return;
  if (gla_editor_window_get_amend (window) != NULL)
    gla_context_show_toast (context, _("Treatment elsewhere changed"));
  else
    gla_context_did_add (context, _("Treatment elsewhere saved"), GLA_TABLE_EXPOSURE,
                         (const char *const[]) { id, NULL });
  g_signal_emit (self, signals[SIGNAL_SAVED], 0, id);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
gla_exposure_editor_save (GlaEditorWindow *window,
                          const char      *reason)
{
  GlaContext *context = gla_editor_window_get_context (window);
  SaveJob *job = g_new0 (SaveJob, 1);

  job->exposure = collect (GLA_EXPOSURE_EDITOR (window));
  job->reason = g_strdup (reason);
  gla_store_worker_run_async (gla_context_get_worker (context), write_exposure, job,
                              (GDestroyNotify) job_free, g_free, NULL, save_done,
                              g_object_ref (window));
}

static void
gla_exposure_editor_class_init (GlaExposureEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GlaEditorWindowClass *editor_class = GLA_EDITOR_WINDOW_CLASS (klass);

  editor_class->fill_fresh = gla_exposure_editor_fill_fresh;
  editor_class->fill_draft = gla_exposure_editor_fill_draft;
  editor_class->make_draft = gla_exposure_editor_make_draft;
  editor_class->find_fault = gla_exposure_editor_find_fault;
  editor_class->save = gla_exposure_editor_save;
  signals[SIGNAL_SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/glabella/Glabella/ui/pages/treatment/gla-exposure-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, GlaExposureEditor, when_group);
  gtk_widget_class_bind_template_child (widget_class, GlaExposureEditor, what_group);
  gtk_widget_class_bind_template_child (widget_class, GlaExposureEditor, known_group);
}

static void
gla_exposure_editor_init (GlaExposureEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static AdwComboRow *
make_products (GlaExposureEditor *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const GPtrArray *products = get_products (self);

  gtk_string_list_append (names, _("Not known"));
  for (guint i = 0; i < products->len; i++)
    gtk_string_list_append (names, gla_product_get_name (products->pdata[i]));
  return gla_form_rows_make_combo (_("Product"), names);
}

static void
make_rows (GlaExposureEditor *self)
{
  static const char *const known[] = { N_("_Told"), N_("Seen in a _Record"), N_("A _Guess") };
  GlaContext *context = gla_editor_window_get_context (GLA_EDITOR_WINDOW (self));

  self->day = gla_form_rows_make_day (context, _("Date: a day, a month or a year"), TRUE);
  self->place = gla_form_rows_make_entry (_("Where"));
  self->indication = gla_form_rows_make_entry (_("What for: lines, migraine, sweating…"));
  self->area = GLA_AREA_ENTRY (gla_area_entry_new (gla_context_get_catalogue (context)));
  self->product = make_products (self);
  self->units = GLA_UNITS_ENTRY (gla_units_entry_new ());
  gla_units_entry_set_label (self->units, _("Units"));
  self->certainty = gla_form_rows_make_choice (_("How it is known"), known, G_N_ELEMENTS (known));
  self->note = gla_form_rows_make_entry (_("Note"));

  adw_preferences_group_add (self->when_group, GTK_WIDGET (self->day));
  adw_preferences_group_add (self->when_group, GTK_WIDGET (self->place));
  adw_preferences_group_add (self->when_group, GTK_WIDGET (self->indication));
  adw_preferences_group_add (self->what_group,
                             gla_field_row_new (_("Area"), GTK_WIDGET (self->area)));
  adw_preferences_group_add (self->what_group, GTK_WIDGET (self->product));
  adw_preferences_group_add (self->what_group,
                             gla_field_row_new (_("Units of that product"),
                                                GTK_WIDGET (self->units)));
  adw_preferences_group_add (self->known_group, GTK_WIDGET (self->certainty));
  adw_preferences_group_add (self->known_group, GTK_WIDGET (self->note));
}

static void
connect_edits (GlaExposureEditor *self)
{
  const struct
  {
    gpointer row;
    const char *signal;
  } edits[] = {
    { self->day, "changed-day" },     { self->place, "changed" },
    { self->indication, "changed" },  { self->area, "chosen" },
    { self->product, "notify::selected" }, { self->units, "changed-units" },
    { self->certainty, "chosen" },    { self->note, "changed" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (edits); i++)
    g_signal_connect_swapped (edits[i].row, edits[i].signal,
                              G_CALLBACK (gla_editor_window_edited), self);
}

GtkWindow *
gla_exposure_editor_new (GlaContext *context,
                         GlaCycles  *cycles,
                         const char *amend)
{
  GlaExposureEditor *self;
  GlaEditorWindow *window;
  const GlaExposure *amended;

  g_return_val_if_fail (GLA_IS_CONTEXT (context) && cycles != NULL, NULL);

  amended = find_exposure (cycles->history, amend);
  g_return_val_if_fail (amend == NULL || amended != NULL, NULL);
  self = g_object_new (GLA_TYPE_EXPOSURE_EDITOR, NULL);
  window = GLA_EDITOR_WINDOW (self);
  gla_editor_window_set_up (window, context, cycles, "exposure", amend,
                            amended != NULL ? amended->revision : 0);
  gla_editor_window_set_words (window, _("Treated Elsewhere"),
                               _("Change this treatment elsewhere?"));
  make_rows (self);
  connect_edits (self);
  gla_editor_window_begin (window);
  gtk_widget_grab_focus (GTK_WIDGET (self->day));
  return GTK_WINDOW (self);
}
