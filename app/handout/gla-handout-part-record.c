/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Parts of a sheet that come from the record. */

#include "config.h"

#include "gla-handout-part-private.h"

#include "gla-how.h"
#include "gla-i18n.h"
#include "gla-language.h"
#include "gla-words.h"

/* Rows of a table in a sheet about a case. */
#define MOST_ROWS 10

/* Rows of the table of the last treatments. */
#define LAST_ROWS 5

static const GlaCycles *
get_cycles (const GlaHandoutFacts *facts)
{
  return gla_handout_facts_get_input (facts)->facts->cycles;
}

char *
gla_handout_dup_area (GlaCatalogue *catalogue,
                      const char   *area,
                      GlaSide       side)
{
  GlaArea *known = gla_catalogue_find_area (catalogue, area);
  const char *name = known != NULL ? gla_area_get_name (known) : area != NULL ? area : _("not known");

  if (side == GLA_SIDE_BOTH)
    return g_strdup (name);
  /* Translators: an area and its side */
  return g_strdup_printf (_("%s, %s"), name, gla_side_get_name (side));
}

char *
gla_handout_dup_product (GlaCatalogue *catalogue,
                         const char   *product)
{
  GlaProduct *known = gla_catalogue_find_product (catalogue, product);

  if (product == NULL)
    return g_strdup (_("not known"));
  return g_strdup (known != NULL ? gla_product_get_name (known) : product);
}

char *
gla_handout_dup_lots (const GlaCycle   *cycle,
                      const GlaHistory *history)
{
  g_autoptr (GPtrArray) lots = g_ptr_array_new ();

  for (guint i = 0; i < cycle->injections->len; i++)
    {
      const GlaInjection *injection = cycle->injections->pdata[i];
      const GlaVial *vial =
        injection->vial != NULL ? gla_history_find_vial (history, injection->vial) : NULL;
      const char *lot = vial != NULL ? vial->lot : injection->lot;

      if (lot == NULL)
        lot = _("not known");
      if (!g_ptr_array_find_with_equal_func (lots, lot, g_str_equal, NULL))
        g_ptr_array_add (lots, (gpointer) lot);
    }
  g_ptr_array_add (lots, NULL);
  return g_strjoinv (", ", (char **) lots->pdata);
}

static int
compare_cycles (gconstpointer a,
                gconstpointer b)
{
  const GlaCycle *first = *(const GlaCycle *const *) a;
  const GlaCycle *second = *(const GlaCycle *const *) b;

  return (first->day > second->day) - (first->day < second->day);
}

/* (transfer container): all cycles by day, the first one first. */
static GPtrArray *
list_cycles (const GlaCycles *cycles)
{
  GPtrArray *list = g_ptr_array_sized_new (cycles->cycles->len);

  g_ptr_array_extend (list, cycles->cycles, NULL, NULL);
  g_ptr_array_sort (list, compare_cycles);
  return list;
}

static char *
dup_units (const GlaCycle *cycle)
{
  return cycle->units == GLA_UNITS_UNKNOWN ? g_strdup ("?") : gla_units_format (cycle->units);
}

void
gla_handout_add_treatments (const GlaHandoutFacts *facts,
                            GPtrArray             *blocks)
{
  const GlaCycles *cycles = get_cycles (facts);
  g_autoptr (GPtrArray) list = list_cycles (cycles);
  GlaBlock *table;

  if (list->len == 0)
    {
      gla_block_add (blocks, GLA_BLOCK_TEXT, _("No treatment is recorded."));
      return;
    }
  table = gla_block_add (blocks, GLA_BLOCK_TABLE, NULL);
  gla_block_add_column (table, _("Date"), 2, FALSE);
  gla_block_add_column (table, _("Area"), 2, FALSE);
  gla_block_add_column (table, _("Product"), 2.6, FALSE);
  gla_block_add_column (table, _("Units"), 1, TRUE);
  gla_block_add_column (table, _("Lot"), 1.8, FALSE);
  gla_block_add_column (table, _("How long it worked"), 2.6, FALSE);
  for (guint i = 0; i < list->len; i++)
    {
      const GlaCycle *cycle = list->pdata[i];

      gla_block_add_row (table, gla_day_format (cycle->day, cycle->precision),
                         gla_handout_dup_area (cycles->catalogue, cycle->area, cycle->side),
                         gla_handout_dup_product (cycles->catalogue, cycle->product),
                         dup_units (cycle), gla_handout_dup_lots (cycle, cycles->history),
                         gla_cycle_describe_duration (cycle));
    }
}

/* "4 U in 0.1 mL" can be worked out from these by whoever reads it: facts, no figure of our own. */
static char *
dup_dilution (const GlaCycle   *cycle,
              const GlaHistory *history)
{
  const GlaInjection *injection = cycle->injections->pdata[0];
  const GlaVial *vial =
    injection->vial != NULL ? gla_history_find_vial (history, injection->vial) : NULL;
  g_autofree char *content = NULL;
  g_autofree char *volume = NULL;

  if (vial == NULL || vial->diluent_volume <= 0)
    return g_strdup (_("not known"));
  content = gla_units_format (vial->content);
  volume = gla_number_format_short ((double) vial->diluent_volume / 1000.0);
  /* Translators: units of a vial in millilitres of diluent, as in "100 U in 2.5 mL" */
  return g_strdup_printf (_("%s U in %s mL"), content, volume);
}

static char *
dup_interval (const GPtrArray *list,
              guint            index)
{
  const GlaCycle *cycle = list->pdata[index];

  for (guint i = index; i > 0; i--)
    {
      const GlaCycle *before = list->pdata[i - 1];

      if (before->day < cycle->day)
        return g_strdup_printf ("%d", cycle->day - before->day);
    }
  return g_strdup ("–");
}

/* "ONA", as on the timeline; what it stands for is said below the table. */
static char *
dup_code (GlaCatalogue *catalogue,
          const char   *product)
{
  GlaProduct *known = gla_catalogue_find_product (catalogue, product);

  if (product == NULL)
    return g_strdup ("?");
  return g_strdup (known != NULL ? gla_product_get_code (known) : product);
}

static void
add_codes (GPtrArray       *blocks,
           const GlaCycles *cycles,
           const GPtrArray *list)
{
  g_autoptr (GString) line = g_string_new (NULL);
  g_autoptr (GHashTable) said = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < list->len; i++)
    {
      const GlaCycle *cycle = list->pdata[i];
      g_autofree char *code = NULL;
      g_autofree char *name = NULL;

      if (cycle->product == NULL || !g_hash_table_add (said, (gpointer) cycle->product))
        continue;
      code = dup_code (cycles->catalogue, cycle->product);
      name = gla_handout_dup_product (cycles->catalogue, cycle->product);
      g_string_append_printf (line, "%s: %s. ", code, name);
    }
  g_string_append (line, _("Units of different products are not the same and can’t be compared. "
                           "Days since: since the session before, of any area."));
  gla_block_add (blocks, GLA_BLOCK_NOTE, line->str);
}

guint
gla_handout_skip_rows (GPtrArray *blocks,
                       guint      n_rows,
                       guint      most)
{
  guint skipped = n_rows > most ? n_rows - most : 0;
  g_autofree char *text = NULL;

  if (skipped == 0)
    return 0;
  text = g_strdup_printf (ngettext ("%u earlier row is in the full record.",
                                    "%u earlier rows are in the full record.", skipped),
                          skipped);
  gla_block_add (blocks, GLA_BLOCK_NOTE, text);
  return skipped;
}

guint
gla_handout_get_most_rows (const GlaHandoutFacts *facts)
{
  return gla_handout_facts_get_input (facts)->walk != NULL ? MOST_ROWS : G_MAXUINT;
}

/* Depth, needle and technique where somebody noted them: lines below the table. A touch-up
   has a day of its own within its cycle. */
static void
add_how (GPtrArray       *blocks,
         const GlaCycles *cycles,
         const GPtrArray *list,
         guint            first)
{
  gboolean begun = FALSE;

  for (guint i = first; i < list->len; i++)
    {
      const GlaCycle *cycle = list->pdata[i];

      for (guint k = 0; k < cycle->injections->len; k++)
        {
          const GlaInjection *injection = cycle->injections->pdata[k];
          g_autofree char *how = gla_how_join (injection->depth, injection->needle,
                                               injection->technique);
          const GlaTreatment *treatment =
            gla_history_find_treatment (cycles->history, injection->treatment);
          g_autofree char *day = gla_day_format (treatment->day, treatment->precision);
          g_autofree char *area = gla_handout_dup_area (cycles->catalogue, injection->area,
                                                        injection->side);
          g_autofree char *line = NULL;

          if (how == NULL)
            continue;
          if (!begun)
            gla_block_add (blocks, GLA_BLOCK_TEXT, _("Depth, needle and technique, where noted:"));
          begun = TRUE;
          /* Translators: a date, an area, then words such as “dermal · 30 G” */
          line = g_strdup_printf (_("%s, %s: %s"), day, area, how);
          gla_block_add (blocks, GLA_BLOCK_ITEM, line);
        }
    }
}

static void
add_doses (const GlaHandoutFacts *facts,
           GPtrArray             *blocks,
           guint                  most)
{
  const GlaCycles *cycles = get_cycles (facts);
  g_autoptr (GPtrArray) list = list_cycles (cycles);
  guint first;
  GlaBlock *table;

  if (list->len == 0)
    {
      gla_block_add (blocks, GLA_BLOCK_TEXT, _("No treatment is recorded."));
      return;
    }
  first = gla_handout_skip_rows (blocks, list->len, most);
  table = gla_block_add (blocks, GLA_BLOCK_TABLE, NULL);
  gla_block_add_column (table, _("Date"), 1.7, FALSE);
  gla_block_add_column (table, _("Area"), 1.8, FALSE);
  gla_block_add_column (table, _("Product"), 1.1, FALSE);
  gla_block_add_column (table, _("Units"), 0.9, TRUE);
  gla_block_add_column (table, _("Points"), 1.1, TRUE);
  gla_block_add_column (table, _("Lot"), 1.7, FALSE);
  gla_block_add_column (table, _("Dilution"), 2, FALSE);
  gla_block_add_column (table, _("Days since"), 1.4, TRUE);
  gla_block_add_column (table, _("Effect"), 1.5, FALSE);
  for (guint i = first; i < list->len; i++)
    {
      const GlaCycle *cycle = list->pdata[i];

      gla_block_add_row (table, gla_day_format (cycle->day, cycle->precision),
                         gla_handout_dup_area (cycles->catalogue, cycle->area, cycle->side),
                         dup_code (cycles->catalogue, cycle->product), dup_units (cycle),
                         cycle->points > 0 ? g_strdup_printf ("%d", cycle->points) : g_strdup ("?"),
                         gla_handout_dup_lots (cycle, cycles->history),
                         dup_dilution (cycle, cycles->history), dup_interval (list, i),
                         gla_cycle_describe_weeks (cycle));
    }
  add_codes (blocks, cycles, list);
  add_how (blocks, cycles, list, first);
}

void
gla_handout_add_doses (const GlaHandoutFacts *facts,
                       GPtrArray             *blocks)
{
  add_doses (facts, blocks, gla_handout_get_most_rows (facts));
}

void
gla_handout_add_last_doses (const GlaHandoutFacts *facts,
                            GPtrArray             *blocks)
{
  add_doses (facts, blocks, LAST_ROWS);
}

static char *
dup_grade (int grade)
{
  return grade == GLA_GRADE_UNKNOWN ? g_strdup ("–") : g_strdup_printf ("%d", grade);
}

static char *
dup_scale (GlaCatalogue *catalogue,
           const char   *scale)
{
  const GlaScale *known = gla_catalogue_find_scale (catalogue, scale);

  return g_strdup (known != NULL ? gla_scale_get_name (known) : scale != NULL ? scale : _("not known"));
}

/* "day 16", counted from the treatment of the area that came before; a dash without one. */
static char *
dup_cycle_day (const GlaCycles     *cycles,
               const GlaAssessment *assessment)
{
  const GlaCycle *last = NULL;

  for (guint i = 0; i < cycles->cycles->len; i++)
    {
      const GlaCycle *cycle = cycles->cycles->pdata[i];

      if (g_strcmp0 (cycle->area, assessment->area) == 0 && cycle->day <= assessment->day &&
          (last == NULL || cycle->day > last->day))
        last = cycle;
    }
  return last != NULL ? g_strdup_printf ("%d", assessment->day - last->day) : g_strdup ("–");
}

/* (transfer container): grades of the area in question; of all areas without one. */
static GPtrArray *
list_grades (const GlaHandoutFacts *facts)
{
  const GlaHandoutInput *input = gla_handout_facts_get_input (facts);
  const GPtrArray *assessments = get_cycles (facts)->history->assessments;
  const char *area = input->walk != NULL ? input->walk->area : NULL;
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < assessments->len; i++)
    {
      const GlaAssessment *assessment = assessments->pdata[i];

      if (area == NULL || g_strcmp0 (assessment->area, area) == 0)
        g_ptr_array_add (list, assessments->pdata[i]);
    }
  return list;
}

void
gla_handout_add_grades (const GlaHandoutFacts *facts,
                        GPtrArray             *blocks)
{
  const GlaCycles *cycles = get_cycles (facts);
  g_autoptr (GPtrArray) list = list_grades (facts);
  guint first;
  GlaBlock *table;

  if (list->len == 0)
    {
      gla_block_add (blocks, GLA_BLOCK_TEXT, _("No grade is recorded."));
      return;
    }
  first = gla_handout_skip_rows (blocks, list->len, gla_handout_get_most_rows (facts));
  table = gla_block_add (blocks, GLA_BLOCK_TABLE, NULL);
  gla_block_add_column (table, _("Date"), 1.5, FALSE);
  gla_block_add_column (table, _("Area"), 1.8, FALSE);
  gla_block_add_column (table, _("Day"), 0.8, TRUE);
  gla_block_add_column (table, _("At maximum"), 1.4, TRUE);
  gla_block_add_column (table, _("At rest"), 1, TRUE);
  gla_block_add_column (table, _("Graded by"), 1.6, FALSE);
  gla_block_add_column (table, _("Scale"), 3, FALSE);
  for (guint i = first; i < list->len; i++)
    {
      const GlaAssessment *assessment = list->pdata[i];

      gla_block_add_row (table, gla_day_format (assessment->day, GLA_DAY_EXACT),
                         gla_handout_dup_area (cycles->catalogue, assessment->area, assessment->side),
                         dup_cycle_day (cycles, assessment), dup_grade (assessment->at_maximum),
                         dup_grade (assessment->at_rest),
                         g_strdup (gla_rater_get_name (assessment->rater)),
                         dup_scale (cycles->catalogue, assessment->scale));
    }
}

void
gla_handout_add_exposures (const GlaHandoutFacts *facts,
                           GPtrArray             *blocks)
{
  const GlaCycles *cycles = get_cycles (facts);
  const GPtrArray *exposures = cycles->history->exposures;

  if (exposures->len == 0)
    gla_block_add (blocks, GLA_BLOCK_TEXT, _("No treatment elsewhere is known."));
  for (guint i = 0; i < exposures->len; i++)
    {
      const GlaExposure *exposure = exposures->pdata[i];
      g_autofree char *day = gla_day_format (exposure->day, exposure->precision);
      g_autofree char *area = gla_handout_dup_area (cycles->catalogue, exposure->area, GLA_SIDE_BOTH);
      g_autofree char *product = gla_handout_dup_product (cycles->catalogue, exposure->product);
      g_autofree char *units = exposure->units == GLA_UNITS_UNKNOWN
                                 ? g_strdup ("?")
                                 : gla_units_format (exposure->units);
      /* Translators: date, area, units, product, how it is known */
      g_autofree char *line = g_strdup_printf (_("%s: %s, %s units of %s (%s)"), day, area, units,
                                               product,
                                               gla_certainty_get_name (exposure->certainty));

      gla_block_add_item (blocks, GLA_BLOCK_BULLET, line);
    }
}

void
gla_handout_add_events (const GlaHandoutFacts *facts,
                        GPtrArray             *blocks)
{
  const GPtrArray *events = get_cycles (facts)->history->adverse_events;

  if (events->len == 0)
    gla_block_add (blocks, GLA_BLOCK_TEXT, _("No adverse event is recorded."));
  for (guint i = 0; i < events->len; i++)
    {
      const GlaAdverseEvent *event = events->pdata[i];
      g_autofree char *day = gla_day_format (event->onset, event->precision);
      /* Translators: date, what happened, how severe */
      g_autofree char *line = g_strdup_printf (_("%s: %s (%s)"), day,
                                               event->kind != NULL ? event->kind : _("not known"),
                                               gla_severity_get_name (event->severity));

      gla_block_add_item (blocks, GLA_BLOCK_BULLET, line);
    }
}
