/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-plan-table.h"

#include "gla-i18n.h"
#include "gla-plan-difference.h"
#include "gla-plan-form.h"
#include "gla-record-words.h"
#include "gla-small-table.h"

/* "20 U ONA, 5 points" */
static char *
describe_amount (const GlaPatternLine *line,
                 GlaCatalogue         *catalogue)
{
  GlaProduct *product = line != NULL ? gla_catalogue_find_product (catalogue, line->product)
                                     : NULL;
  g_autofree char *units = NULL;
  g_autofree char *amount = NULL;

  if (line == NULL)
    return g_strdup ("–");
  units = gla_units_format (line->units);
  if (line->units == GLA_UNITS_UNKNOWN)
    amount = g_strdup (_("units unknown"));
  else if (product != NULL)
    /* Translators: units of one product, such as "20 U ONA" */
    amount = g_strdup_printf (_("%s U %s"), units, gla_product_get_code (product));
  else
    amount = g_strdup_printf (_("%s U of an unknown product"), units);
  if (line->points == 0)
    return g_steal_pointer (&amount);
  /* Translators: %s are units of a product */
  return g_strdup_printf (ngettext ("%s, %d point", "%s, %d points", (gulong) line->points),
                          amount, line->points);
}

static const char *
get_sign (gint64 number)
{
  return number < 0 ? "−" : "+";
}

/* "+2 U, −1 point" */
static char *
describe_change (const GlaPlanDifference *row)
{
  g_autoptr (GString) text = g_string_new (NULL);
  int points = ABS (row->points);

  if (row->units != GLA_UNITS_UNKNOWN)
    {
      g_autofree char *units = gla_units_format (ABS (row->units));

      /* Translators: a sign, then by how many units more or less was given than planned */
      g_string_append_printf (text, _("%s%s U"), get_sign (row->units), units);
    }
  if (points > 0)
    {
      if (text->len > 0)
        g_string_append (text, _(", "));
      /* Translators: a sign, then by how many points more or less were given than planned */
      g_string_append_printf (text, ngettext ("%s%d point", "%s%d points", (gulong) points),
                              get_sign (row->points), points);
    }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE)
                       : g_strdup (_("can’t be compared"));
}

static char *
describe_difference (const GlaPlanDifference *row)
{
  switch (row->state)
    {
    case GLA_PLAN_LEFT_OUT:
      return g_strdup (_("left out"));
    case GLA_PLAN_ADDED:
      return g_strdup (_("added"));
    case GLA_PLAN_OTHER_PRODUCT:
      if (row->planned->product == NULL || row->given->product == NULL)
        return g_strdup (_("can’t be compared"));
      return g_strdup (_("another product"));
    case GLA_PLAN_CHANGED:
    case GLA_PLAN_AS_PLANNED:
    default:
      return describe_change (row);
    }
}

static void
add_row (GlaSmallTable           *table,
         const GlaPlanDifference *row,
         GlaCatalogue            *catalogue)
{
  const GlaPatternLine *line = row->planned != NULL ? row->planned : row->given;
  g_autofree char *planned = describe_amount (row->planned, catalogue);
  g_autofree char *given = describe_amount (row->given, catalogue);
  g_autofree char *difference = describe_difference (row);

  gla_small_table_begin_row (table, NULL);
  gla_small_table_add_text (table, gla_record_words_area (catalogue, line->area), NULL);
  gla_small_table_add_text (table, gla_record_words_side (line->side), "dim-label");
  gla_small_table_add_text (table, planned, NULL);
  gla_small_table_add_text (table, given, NULL);
  gla_small_table_add_text (table, difference, NULL);
}

static GtkWidget *
make_title (const GlaTreatmentPlan *plan,
            gboolean                as_planned)
{
  g_autofree char *day = gla_day_format (plan->day, GLA_DAY_EXACT);
  /* Translators: %s is the day on which the plan was drawn */
  g_autofree char *text = g_strdup_printf (as_planned ? _("As planned on %s.")
                                                      : _("Unlike the plan of %s"), day);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, as_planned ? "dim-label" : "heading");
  return label;
}

GtkWidget *
gla_plan_table_new (const GlaTreatmentPlan *plan,
                    const GlaTreatmentForm *form,
                    GlaCatalogue           *catalogue)
{
  const GlaTableColumn columns[] = {
    { _("Area"), FALSE, TRUE },
    { _("Side"), FALSE, FALSE },
    { _("Planned"), FALSE, TRUE },
    { _("Given"), FALSE, TRUE },
    { _("Difference"), FALSE, TRUE },
  };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autoptr (GPtrArray) planned = NULL;
  g_autoptr (GPtrArray) given = NULL;
  g_autoptr (GlaPlanDifferences) differences = NULL;
  gboolean as_planned;
  GtkWidget *table;

  g_return_val_if_fail (plan != NULL && form != NULL && catalogue != NULL, NULL);

  planned = gla_pattern_lines_parse (plan->content);
  given = gla_plan_lines_from_form (form);
  differences = gla_plan_differences_new (planned, given);
  as_planned = gla_plan_differences_is_as_planned (differences);
  gtk_box_append (GTK_BOX (box), make_title (plan, as_planned));
  if (as_planned)
    return box;
  table = gla_small_table_new (_("Unlike the plan"), columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < differences->rows->len; i++)
    {
      const GlaPlanDifference *row = &g_array_index (differences->rows, GlaPlanDifference, i);

      if (row->state != GLA_PLAN_AS_PLANNED)
        add_row (GLA_SMALL_TABLE (table), row, catalogue);
    }
  gtk_box_append (GTK_BOX (box), table);
  return box;
}

GtkWidget *
gla_plan_table_new_for (const GlaHistory   *history,
                        const GlaTreatment *treatment,
                        GlaCatalogue       *catalogue)
{
  const GlaTreatmentPlan *plan;
  g_autoptr (GlaTreatmentForm) form = NULL;

  g_return_val_if_fail (history != NULL && treatment != NULL, NULL);

  plan = gla_history_find_plan (history, treatment->plan);
  if (plan == NULL)
    return NULL;
  form = gla_treatment_form_new (treatment->day);
  gla_treatment_form_fill (form, history, treatment->id, FALSE);
  return gla_plan_table_new (plan, form, catalogue);
}
