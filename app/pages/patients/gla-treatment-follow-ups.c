/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-treatment-tables.h"

#include "gla-figure-button.h"
#include "gla-i18n.h"
#include "gla-small-table.h"
#include "gla-record-words.h"
#include "gla-row-menu.h"
#include "gla-words.h"

/* A grade that belongs to a treatment; of an area that was not injected it has no cycle. */
typedef struct
{
  const GlaAssessment *assessment;
  const GlaCycle *cycle;
  guint order; /* of the areas */
} FollowUp;

static int
compare_follow_ups (gconstpointer a,
                    gconstpointer b)
{
  const FollowUp *one = a, *other = b;

  if (one->assessment->day != other->assessment->day)
    return one->assessment->day < other->assessment->day ? -1 : 1;
  if (one->order != other->order)
    return one->order < other->order ? -1 : 1;
  if (one->assessment->side != other->assessment->side)
    return one->assessment->side < other->assessment->side ? -1 : 1;
  return g_strcmp0 (one->assessment->id, other->assessment->id);
}

static gboolean
has_assessment (GArray              *follow_ups,
                const GlaAssessment *assessment)
{
  for (guint i = 0; i < follow_ups->len; i++)
    if (g_array_index (follow_ups, FollowUp, i).assessment == assessment)
      return TRUE;
  return FALSE;
}

static GArray *
collect_follow_ups (GlaRecordData      *data,
                    const GlaTreatment *treatment,
                    GPtrArray          *cycles)
{
  GArray *follow_ups = g_array_new (FALSE, FALSE, sizeof (FollowUp));
  const GPtrArray *all = gla_record_data_get_history (data)->assessments;

  for (guint i = 0; i < cycles->len; i++)
    {
      const GlaCycle *cycle = g_ptr_array_index (cycles, i);

      for (guint j = 0; j < cycle->gradings->len; j++)
        {
          FollowUp follow_up = { g_array_index (cycle->gradings, GlaCycleGrading, j).assessment,
                                 cycle, i };

          if (!has_assessment (follow_ups, follow_up.assessment))
            g_array_append_val (follow_ups, follow_up);
        }
    }
  for (guint i = 0; i < all->len; i++)
    {
      FollowUp follow_up = { g_ptr_array_index (all, i), NULL, cycles->len };

      if (g_strcmp0 (follow_up.assessment->treatment, treatment->id) == 0
          && !has_assessment (follow_ups, follow_up.assessment))
        g_array_append_val (follow_ups, follow_up);
    }
  g_array_sort (follow_ups, compare_follow_ups);
  return follow_ups;
}

static void
add_before (GlaSmallTable  *table,
            GlaRecordData  *data,
            GlaCatalogue   *catalogue,
            const GlaCycle *cycle)
{
  g_autofree char *text = NULL;
  GlaFigure *figure;
  GtkWidget *button;

  if (cycle == NULL)
    {
      gla_small_table_add_text (table, NULL, NULL);
      return;
    }
  text = cycle->baseline_kind == GLA_BASELINE_MISSING ? g_strdup (_("not graded"))
                                                      : g_strdup_printf ("%d", cycle->baseline);
  figure = gla_figure_for_baseline (data->cycles, cycle, catalogue);
  button = gla_figure_button_new (text, figure->title, figure);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gla_small_table_add_widget (table, button);
}

/* Why the patient came and what was noted, as far as either is recorded. */
static char *
describe_visit (const GlaAssessment *assessment)
{
  const char *reason = assessment->reason == GLA_VISIT_REASON_UNKNOWN
                         ? NULL : gla_visit_reason_get_name (assessment->reason);

  if (assessment->note == NULL)
    return g_strdup (reason);
  if (reason == NULL)
    return g_strdup (assessment->note);
  /* Translators: reason of a visit, then a note */
  return g_strdup_printf (_("%s · %s"), reason, assessment->note);
}

static void
add_follow_up (GlaSmallTable      *table,
               GlaRecordData      *data,
               GlaCatalogue       *catalogue,
               const GlaTreatment *treatment,
               const FollowUp     *follow_up)
{
  const GlaAssessment *assessment = follow_up->assessment;
  const GlaHistory *history = gla_record_data_get_history (data);
  GlaDay start = follow_up->cycle == NULL ? treatment->day : follow_up->cycle->day;
  g_autofree char *date = gla_day_format (assessment->day, GLA_DAY_EXACT);
  g_autofree char *day = g_strdup_printf ("%d", (int) (assessment->day - start));
  g_autofree char *maximum = gla_record_words_grade (catalogue, assessment->scale,
                                                     assessment->at_maximum);
  g_autofree char *rest = gla_record_words_grade (catalogue, assessment->scale,
                                                  assessment->at_rest);
  g_autofree char *area = gla_record_words_area_side (catalogue, assessment->area,
                                                      assessment->side);
  g_autofree char *words = gla_record_words_assessment (catalogue, assessment);
  g_autofree char *row = g_strdup_printf ("%s, %s", date, words);
  g_autofree char *visit = describe_visit (assessment);

  gla_small_table_begin_row (table, assessment->id);
  gla_small_table_add_text (table, date, NULL);
  gla_small_table_add_text (table, start == GLA_DAY_NONE ? NULL : day, NULL);
  gla_small_table_add_text (table, area, NULL);
  gla_small_table_add_text (table, maximum, NULL);
  gla_small_table_add_text (table, rest, NULL);
  if (assessment->day <= start)
    gla_small_table_add_text (table, _("baseline"), "dim-label");
  else
    add_before (table, data, catalogue, follow_up->cycle);
  gla_small_table_add_text (table, gla_record_words_rater (history, assessment), "dim-label");
  gla_small_table_add_text (table, visit, "dim-label");
  gla_small_table_add_widget (table, gla_row_menu_new (GLA_TABLE_ASSESSMENT, assessment->id,
                                                        TRUE, row));
}

GtkWidget *
gla_treatment_tables_new_follow_ups (GlaRecordData      *data,
                                     GlaCatalogue       *catalogue,
                                     const GlaTreatment *treatment,
                                     GPtrArray          *cycles)
{
  const GlaTableColumn columns[] = {
    { _("Date"), FALSE, FALSE },
    { _("Day"), TRUE, FALSE },
    { _("Area"), FALSE, FALSE },
    { _("At maximum"), FALSE, FALSE },
    { _("At rest"), FALSE, FALSE },
    { _("Before"), FALSE, FALSE },
    { _("By"), FALSE, TRUE },
    { _("Reason of visit"), FALSE, TRUE },
    { "", FALSE, FALSE },
  };
  g_autoptr (GArray) follow_ups = NULL;
  GtkWidget *table;

  g_return_val_if_fail (data != NULL, NULL);
  g_return_val_if_fail (treatment != NULL, NULL);
  g_return_val_if_fail (cycles != NULL, NULL);

  follow_ups = collect_follow_ups (data, treatment, cycles);
  if (follow_ups->len == 0)
    return NULL;
  table = gla_small_table_new (_("Follow-ups"), columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < follow_ups->len; i++)
    add_follow_up (GLA_SMALL_TABLE (table), data, catalogue, treatment,
                   &g_array_index (follow_ups, FollowUp, i));
  return table;
}

/* Whether a report speaks of this treatment or of one of its cycles. */
static gboolean
speaks_of (const GlaReport    *report,
           const GlaTreatment *treatment,
           GPtrArray          *cycles)
{
  if (g_strcmp0 (report->treatment, treatment->id) == 0)
    return TRUE;
  for (guint i = 0; i < cycles->len; i++)
    {
      const GlaCycle *cycle = g_ptr_array_index (cycles, i);

      for (guint j = 0; j < cycle->reports->len; j++)
        if (g_array_index (cycle->reports, GlaCycleReport, j).report == report)
          return TRUE;
    }
  return FALSE;
}

GtkWidget *
gla_treatment_tables_new_reports (GlaRecordData      *data,
                                  GlaCatalogue       *catalogue,
                                  const GlaTreatment *treatment,
                                  GPtrArray          *cycles)
{
  const GlaTableColumn columns[] = {
    { _("Told on"), FALSE, FALSE },
    { _("What the patient said"), FALSE, TRUE },
    { _("Note"), FALSE, TRUE },
    { _("Heard by"), FALSE, FALSE },
    { "", FALSE, FALSE },
  };
  const GlaHistory *history;
  GtkWidget *table = NULL;

  g_return_val_if_fail (data != NULL, NULL);
  g_return_val_if_fail (treatment != NULL, NULL);
  g_return_val_if_fail (cycles != NULL, NULL);

  history = gla_record_data_get_history (data);
  for (guint i = 0; i < history->reports->len; i++)
    {
      const GlaReport *report = g_ptr_array_index (history->reports, i);
      g_autofree char *told = NULL, *words = NULL;

      if (!speaks_of (report, treatment, cycles))
        continue;
      if (table == NULL)
        table = gla_small_table_new (_("What the patient said"), columns, G_N_ELEMENTS (columns));
      told = gla_day_format (report->told_on, GLA_DAY_EXACT);
      words = gla_record_words_report (catalogue, report);
      gla_small_table_begin_row (GLA_SMALL_TABLE (table), report->id);
      gla_small_table_add_text (GLA_SMALL_TABLE (table), told, NULL);
      gla_small_table_add_text (GLA_SMALL_TABLE (table), words, NULL);
      gla_small_table_add_text (GLA_SMALL_TABLE (table), report->note, "dim-label");
      gla_small_table_add_text (GLA_SMALL_TABLE (table),
                                 gla_record_words_staff (history, report->staff), "dim-label");
      gla_small_table_add_widget (GLA_SMALL_TABLE (table),
                                   gla_row_menu_new (GLA_TABLE_REPORT, report->id, FALSE, words));
    }
  return table;
}
