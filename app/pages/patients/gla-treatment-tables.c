/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-treatment-tables.h"

#include "gla-figure-button.h"
#include "gla-how.h"
#include "gla-i18n.h"
#include "gla-small-table.h"
#include "gla-record-outlook.h"
#include "gla-record-words.h"
#include "gla-words.h"
#include "gla-wrap-layout.h"

GPtrArray *
gla_treatment_tables_dup_cycles (GlaRecordData      *data,
                                 const GlaTreatment *treatment)
{
  g_autoptr (GPtrArray) cycles = g_ptr_array_new ();
  const GPtrArray *all;

  g_return_val_if_fail (data != NULL, NULL);
  g_return_val_if_fail (treatment != NULL, NULL);

  /* In the order of all cycles, which is the fixed order of the areas. */
  all = data->cycles->cycles;
  for (guint i = 0; i < all->len; i++)
    {
      GlaCycle *cycle = g_ptr_array_index (all, i);

      if (gla_cycles_find (data->cycles, treatment->id, cycle->area) == cycle)
        g_ptr_array_add (cycles, cycle);
    }
  return g_steal_pointer (&cycles);
}

/* The name of the unit is said once, in the total of each product below. */
static void
add_injection (GlaSmallTable      *table,
               GlaCatalogue       *catalogue,
               const GlaInjection *injection,
               gboolean            any_how)
{
  g_autofree char *how = gla_how_join (injection->depth, injection->needle, injection->technique);
  gboolean known = injection->product != NULL && injection->lot != NULL;
  g_autofree char *product = gla_record_words_product_lot (catalogue, injection);
  gboolean known_units = injection->units != GLA_UNITS_UNKNOWN;
  g_autofree char *units = known_units ? gla_units_format (injection->units)
                                       : g_strdup (_("unknown"));
  g_autofree char *points = injection->points > 0 ? g_strdup_printf ("%d", injection->points)
                                                  : NULL;

  gla_small_table_begin_row (table, injection->id);
  gla_small_table_add_text (table, gla_record_words_area (catalogue, injection->area), NULL);
  gla_small_table_add_text (table, gla_record_words_side (injection->side), "dim-label");
  gla_small_table_add_text (table, product, known ? NULL : "unknown");
  gla_small_table_add_text (table, points, NULL);
  gla_small_table_add_text (table, units, known_units ? NULL : "unknown");
  if (any_how)
    gla_small_table_add_text (table, how, NULL);
}

/* Most treatments have no words on depth, needle and technique, and no column for them. */
static gboolean
has_how (const GlaHistory *history,
         guint             first,
         guint             n)
{
  for (guint i = first; i < first + n; i++)
    {
      const GlaInjection *injection = history->injections->pdata[i];

      if (injection->depth != NULL || injection->needle != NULL || injection->technique != NULL)
        return TRUE;
    }
  return FALSE;
}

GtkWidget *
gla_treatment_tables_new_injections (GlaRecordData      *data,
                                     GlaCatalogue       *catalogue,
                                     const GlaTreatment *treatment)
{
  const GlaTableColumn columns[] = {
    { _("Area"), FALSE, FALSE },
    { _("Side"), FALSE, FALSE },
    { _("Product · lot"), FALSE, TRUE },
    { _("Points"), TRUE, FALSE },
    { _("Units"), TRUE, FALSE },
    /* Translators: depth, needle and technique of an injection */
    { _("How"), FALSE, TRUE },
  };
  GlaHistory *history = gla_record_data_get_history (data);
  GtkWidget *table;
  guint first, n;
  gboolean any_how;

  g_return_val_if_fail (treatment != NULL, NULL);

  n = gla_history_get_injections (history, treatment->id, &first);
  if (n == 0)
    return NULL;
  any_how = has_how (history, first, n);
  table = gla_small_table_new (_("What was injected"), columns,
                               G_N_ELEMENTS (columns) - (any_how ? 0 : 1));
  for (guint i = 0; i < n; i++)
    add_injection (GLA_SMALL_TABLE (table), catalogue,
                   g_ptr_array_index (history->injections, first + i), any_how);
  return table;
}

GtkWidget *
gla_treatment_tables_new_totals (GlaRecordData      *data,
                                 GlaCatalogue       *catalogue,
                                 const GlaTreatment *treatment)
{
  GlaHistory *history = gla_record_data_get_history (data);
  g_autoptr (GArray) totals = NULL;
  GtkWidget *box;

  g_return_val_if_fail (treatment != NULL, NULL);

  totals = gla_record_words_sum (history, treatment->id);
  if (totals->len == 0)
    return NULL;
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (box, gla_wrap_layout_new (6, 6));
  gtk_widget_add_css_class (box, "totals");
  for (guint i = 0; i < totals->len; i++)
    {
      const GlaProductTotal *total = &g_array_index (totals, GlaProductTotal, i);
      g_autofree char *text = gla_record_words_total (catalogue, total);

      gtk_box_append (GTK_BOX (box),
                      gla_figure_button_new (text, text,
                                             gla_figure_for_total (history, treatment->id, total,
                                                                   catalogue)));
    }
  return box;
}

/* What keeps a figure of duration from being as good as it could be; NULL for nothing. */
static const char *
describe_gap (GlaRecordData  *data,
              const GlaCycle *cycle)
{
  if (cycle->baseline_kind == GLA_BASELINE_MISSING)
    return _("no grade before");
  if (cycle->effect.conflict)
    return _("grade and report disagree");
  if (cycle->reviewed)
    return NULL;
  if (cycle->running && data->cycles->today < cycle->judge_from)
    return _("too early to judge");
  return _("no grade while the peak could be judged");
}

static void
add_duration (GlaSmallTable  *table,
              GlaRecordData  *data,
              GlaCatalogue   *catalogue,
              const GlaCycle *cycle)
{
  g_autofree char *duration = gla_cycle_describe_duration (cycle);
  g_autofree char *line = gla_cycle_describe (cycle, catalogue);
  GtkWidget *button = gla_figure_button_new (duration, line,
                                             gla_figure_for_duration (data->cycles, cycle,
                                                                      catalogue));

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gla_small_table_begin_row (table, cycle->area);
  gla_small_table_add_text (table, gla_record_words_area (catalogue, cycle->area), NULL);
  gla_small_table_add_widget (table, button);
  gla_small_table_add_text (table, describe_gap (data, cycle), "dim-label");
}

GtkWidget *
gla_treatment_tables_new_durations (GlaRecordData *data,
                                    GlaCatalogue  *catalogue,
                                    GPtrArray     *cycles)
{
  const GlaTableColumn columns[] = {
    { _("Area"), FALSE, FALSE },
    { _("Effect seen"), FALSE, TRUE },
    { _("Missing"), FALSE, TRUE },
  };
  GtkWidget *table;

  g_return_val_if_fail (cycles != NULL, NULL);

  if (cycles->len == 0)
    return NULL;
  table = gla_small_table_new (_("How long it worked"), columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < cycles->len; i++)
    add_duration (GLA_SMALL_TABLE (table), data, catalogue, g_ptr_array_index (cycles, i));
  return table;
}

GtkWidget *
gla_treatment_tables_new_estimates (GlaRecordData *data,
                                    GlaCatalogue  *catalogue,
                                    GPtrArray     *cycles)
{
  GtkWidget *box = NULL;

  g_return_val_if_fail (data != NULL && cycles != NULL, NULL);

  for (guint i = 0; i < cycles->len; i++)
    {
      const GlaEstimate *estimate = gla_estimates_find (data->estimates,
                                                        g_ptr_array_index (cycles, i));

      if (estimate == NULL)
        continue;
      if (box == NULL)
        box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
      gtk_box_append (GTK_BOX (box),
                      gla_record_outlook_new_estimate (data, estimate, catalogue, FALSE));
    }
  return box;
}
