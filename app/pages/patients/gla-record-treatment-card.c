/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-record-treatment-card.h"

#include "gla-i18n.h"
#include "gla-plan-table.h"
#include "gla-record-map.h"
#include "gla-small-table.h"
#include "gla-record-words.h"
#include "gla-screening-question.h"
#include "gla-treatment-tables.h"
#include "gla-words.h"
#include "gla-wrap-layout.h"

struct _GlaRecordTreatmentCard
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkLabel *title_label;
  GtkLabel *place_label;
  AdwBin *map_bin;
  GtkBox *tables_box;
  AdwBin *injections_bin;
  AdwBin *totals_bin;
  AdwBin *plan_bin;
  AdwBin *durations_bin;
  AdwBin *estimates_bin;
  AdwBin *follow_ups_bin;
  AdwBin *ratings_bin;
  AdwBin *reports_bin;
  GtkLabel *notes_label;
};

G_DEFINE_FINAL_TYPE (GlaRecordTreatmentCard, gla_record_treatment_card, ADW_TYPE_BIN)

static GtkWidget *
new_empty_label (const char *text)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "label", text,
                                   "xalign", 0.0,
                                   "wrap", TRUE,
                                   NULL);

  gtk_widget_add_css_class (label, "dim-label");
  return label;
}

/* A table, or a line that says there is none. */
static void
fill_bin (AdwBin     *bin,
          GtkWidget  *table,
          const char *empty)
{
  if (table == NULL && empty != NULL)
    table = new_empty_label (empty);
  adw_bin_set_child (bin, table);
  gtk_widget_set_visible (GTK_WIDGET (bin), table != NULL);
}

/* Touch-ups stand in the cycle that they belong to. */
static const GlaTreatment *
find_touched_up (GPtrArray          *cycles,
                 const GlaTreatment *treatment)
{
  for (guint i = 0; i < cycles->len; i++)
    {
      const GlaCycle *cycle = g_ptr_array_index (cycles, i);

      if (!g_str_equal (cycle->treatment->id, treatment->id))
        return cycle->treatment;
    }
  return NULL;
}

static char *
describe_place (GlaRecordData      *data,
                const GlaTreatment *treatment,
                GPtrArray          *cycles)
{
  const GPtrArray *all = gla_record_data_get_history (data)->treatments;
  const GlaTreatment *parent = find_touched_up (cycles, treatment);
  g_autofree char *day = NULL;
  guint index = 0;

  if (parent != NULL)
    {
      day = gla_day_format (parent->day, parent->precision);
      /* Translators: %s is the date of the treatment that this one adds to */
      return g_strdup_printf (_("touch-up of %s"), day);
    }
  g_ptr_array_find ((GPtrArray *) all, treatment, &index);
  /* Translators: which of all treatments this is */
  return g_strdup_printf (_("%u of %u"), index + 1, all->len);
}

static void
append_note (GString    *notes,
             const char *label,
             const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  if (notes->len > 0)
    g_string_append_c (notes, '\n');
  /* Translators: what a note is about, then the note */
  g_string_append_printf (notes, _("%s: %s"), label, text);
}

/* "23 Nov 2026, on paper, version 2026-11-1" */
static char *
describe_consent (const GlaTreatment *treatment)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *day = NULL;

  if (treatment->consent_day == GLA_DAY_NONE)
    return NULL;
  day = gla_day_format (treatment->consent_day, GLA_DAY_EXACT);
  g_string_append (text, day);
  if (treatment->consent_form == GLA_CONSENT_FORM_PAPER)
    g_string_append (text, _(", on paper"));
  else if (treatment->consent_form == GLA_CONSENT_FORM_SCANNED)
    g_string_append (text, _(", scanned in"));
  if (treatment->consent_version != NULL)
    /* Translators: %s is the version of the text that was signed */
    g_string_append_printf (text, _(", version %s"), treatment->consent_version);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
describe_notes (GlaRecordData      *data,
                const GlaTreatment *treatment)
{
  g_autoptr (GString) notes = g_string_new (NULL);
  g_autofree char *consent = describe_consent (treatment);
  g_autofree char *screening = gla_screening_describe (treatment->screening);

  if (treatment->reason != GLA_VISIT_REASON_UNKNOWN)
    append_note (notes, _("Reason of the visit"), gla_visit_reason_get_name (treatment->reason));
  if (treatment->prescriber != NULL)
    append_note (notes, _("Prescribed by"),
                 gla_record_words_staff (gla_record_data_get_history (data),
                                         treatment->prescriber));
  if (treatment->face_to_face != GLA_FACE_TO_FACE_UNKNOWN)
    append_note (notes, _("Prescriber saw the patient"),
                 gla_face_to_face_get_name (treatment->face_to_face));
  append_note (notes, _("Unlike label or plan"), treatment->deviation);
  append_note (notes, _("Asked before treatment"), screening);
  append_note (notes, _("Consent given on"), consent);
  append_note (notes, _("Note"), treatment->note);
  return g_string_free (g_steal_pointer (&notes), FALSE);
}

static void
gla_record_treatment_card_class_init (GlaRecordTreatmentCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/glabella/Glabella/ui/pages/patients/gla-record-treatment-card.ui");
  gtk_widget_class_bind_template_child (widget_class, GlaRecordTreatmentCard, title_label);
  gtk_widget_class_bind_template_child (widget_class, GlaRecordTreatmentCard, place_label);
  gtk_widget_class_bind_template_child (widget_class, GlaRecordTreatmentCard, map_bin);
  gtk_widget_class_bind_template_child (widget_class, GlaRecordTreatmentCard, tables_box);
  gtk_widget_class_bind_template_child (widget_class, GlaRecordTreatmentCard, injections_bin);
  gtk_widget_class_bind_template_child (widget_class, GlaRecordTreatmentCard, totals_bin);
  gtk_widget_class_bind_template_child (widget_class, GlaRecordTreatmentCard, plan_bin);
  gtk_widget_class_bind_template_child (widget_class, GlaRecordTreatmentCard, durations_bin);
  gtk_widget_class_bind_template_child (widget_class, GlaRecordTreatmentCard, estimates_bin);
  gtk_widget_class_bind_template_child (widget_class, GlaRecordTreatmentCard, follow_ups_bin);
  gtk_widget_class_bind_template_child (widget_class, GlaRecordTreatmentCard, ratings_bin);
  gtk_widget_class_bind_template_child (widget_class, GlaRecordTreatmentCard, reports_bin);
  gtk_widget_class_bind_template_child (widget_class, GlaRecordTreatmentCard, notes_label);
}

static void
gla_record_treatment_card_init (GlaRecordTreatmentCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* The tables stand below each other where the case is open beside them. */
  gtk_widget_set_layout_manager (GTK_WIDGET (self->tables_box),
                                 gla_wrap_layout_new_filled (30, 12));
}

/* When a grade says most is the clinic's own rule. */
static char *
describe_no_grades (const GPtrArray *cycles)
{
  const GlaCycle *cycle = cycles->len > 0 ? cycles->pdata[0] : NULL;

  if (cycle == NULL || cycle->judge_from == GLA_DAY_NONE || cycle->review_until == GLA_DAY_NONE)
    return g_strdup (_("No grades yet."));
  return g_strdup_printf (_("No grades yet. A grade between day %d and day %d shows whether it "
                            "worked."),
                          cycle->judge_from - cycle->day, cycle->review_until - cycle->day);
}

void
gla_record_treatment_card_show (GlaRecordTreatmentCard *self,
                                GlaRecordData          *data,
                                GlaCatalogue           *catalogue,
                                const GlaTreatment     *treatment,
                                gboolean                estimates)
{
  g_autoptr (GPtrArray) cycles = NULL;
  g_autofree char *title = NULL, *place = NULL, *notes = NULL, *no_grades = NULL;

  g_return_if_fail (GLA_IS_RECORD_TREATMENT_CARD (self));
  g_return_if_fail (data != NULL);
  g_return_if_fail (treatment != NULL);

  cycles = gla_treatment_tables_dup_cycles (data, treatment);
  title = gla_record_words_treatment (gla_record_data_get_history (data), treatment);
  place = describe_place (data, treatment, cycles);
  notes = describe_notes (data, treatment);
  no_grades = describe_no_grades (cycles);

  gtk_label_set_text (self->title_label, title);
  gtk_label_set_text (self->place_label, place);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  fill_bin (self->map_bin,
            gla_record_map_new (gla_record_data_get_history (data), catalogue, treatment), NULL);
  fill_bin (self->injections_bin, gla_treatment_tables_new_injections (data, catalogue, treatment),
            _("No injections are recorded for this treatment."));
  fill_bin (self->totals_bin, gla_treatment_tables_new_totals (data, catalogue, treatment), NULL);
  fill_bin (self->plan_bin,
            gla_plan_table_new_for (gla_record_data_get_history (data), treatment, catalogue),
            NULL);
  fill_bin (self->durations_bin, gla_treatment_tables_new_durations (data, catalogue, cycles),
            _("Nothing can be said about the effect."));
  fill_bin (self->estimates_bin,
            estimates ? gla_treatment_tables_new_estimates (data, catalogue, cycles) : NULL, NULL);
  fill_bin (self->follow_ups_bin,
            gla_treatment_tables_new_follow_ups (data, catalogue, treatment, cycles),
            no_grades);
  fill_bin (self->ratings_bin, gla_treatment_tables_new_ratings (data, catalogue, treatment), NULL);
  fill_bin (self->reports_bin,
            gla_treatment_tables_new_reports (data, catalogue, treatment, cycles), NULL);
  gtk_label_set_text (self->notes_label, notes);
  gtk_widget_set_visible (GTK_WIDGET (self->notes_label), *notes != '\0');
}

gboolean
gla_record_treatment_card_show_row (GlaRecordTreatmentCard *self,
                                    const char             *id)
{
  AdwBin *bins[] = { self->follow_ups_bin, self->ratings_bin, self->reports_bin,
                     self->injections_bin };

  g_return_val_if_fail (GLA_IS_RECORD_TREATMENT_CARD (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (bins); i++)
    {
      GtkWidget *table = adw_bin_get_child (bins[i]);

      if (GLA_IS_SMALL_TABLE (table) && gla_small_table_show_row (GLA_SMALL_TABLE (table), id))
        return TRUE;
    }
  return FALSE;
}
