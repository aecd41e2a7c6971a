/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What else changed when effects became shorter: doses, dilutions, lots, injectors, intervals. */

#include "config.h"

#include "gla-shortening-private.h"

#include "gla-i18n.h"
#include "gla-language.h"

#include <string.h>

/* Microlitres of a millilitre. */
#define MILLILITRE 1000.0

void
gla_shortening_fact_free (GlaShorteningFact *self)
{
  if (self == NULL)
    return;
  g_free (self->area);
  g_ptr_array_unref (self->before);
  g_ptr_array_unref (self->after);
  g_free (self);
}

/* A fact without values, at the end of @facts. */
static GlaShorteningFact *
add_fact (GPtrArray             *facts,
          GlaShorteningFactKind  kind,
          const char            *area)
{
  GlaShorteningFact *fact = g_new0 (GlaShorteningFact, 1);

  fact->kind = kind;
  fact->area = g_strdup (area);
  fact->before = g_ptr_array_new_with_free_func (g_free);
  fact->after = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (facts, fact);
  return fact;
}

/* Adds a value once. */
static void
take_value (GPtrArray *values,
            char      *value)
{
  if (value == NULL || g_ptr_array_find_with_equal_func (values, value, g_str_equal, NULL))
    g_free (value);
  else
    g_ptr_array_add (values, value);
}

/* Whether a value is there since the change that was not there before. */
static gboolean
has_new_value (const GlaShorteningFact *fact)
{
  for (guint i = 0; i < fact->after->len; i++)
    if (!g_ptr_array_find_with_equal_func (fact->before, fact->after->pdata[i], g_str_equal, NULL))
      return TRUE;
  return FALSE;
}

static char *
format_dose (const GlaCycle *cycle,
             GlaCatalogue   *catalogue)
{
  GlaProduct *product = gla_catalogue_find_product (catalogue, cycle->product);
  g_autofree char *units = NULL;

  if (product == NULL || cycle->units == GLA_UNITS_UNKNOWN)
    return NULL;
  units = gla_units_format (cycle->units);
  /* Translators: units of one product, such as "20 U ONA" */
  return g_strdup_printf (_("%s U %s"), units, gla_product_get_code (product));
}

static char *
format_dilution (const GlaHistory   *history,
                 const GlaInjection *injection)
{
  const GlaVial *vial = injection->vial != NULL ? gla_history_find_vial (history, injection->vial)
                                                : NULL;
  g_autofree char *units = NULL;
  g_autofree char *volume = NULL;

  if (vial == NULL || vial->diluent_volume <= 0 || vial->content == GLA_UNITS_UNKNOWN)
    return NULL;
  units = gla_units_format (vial->content);
  volume = gla_number_format (vial->diluent_volume / MILLILITRE, 1);
  /* Translators: how a vial was reconstituted, as in "2.5 ml for 100 units" */
  return g_strdup_printf (_("%s ml for %s units"), volume, units);
}

/* Doses, area by area in the order of the cycles. */
static void
add_doses (GPtrArray       *facts,
           const GlaCycles *cycles,
           GlaDay           change_day)
{
  GlaShorteningFact *fact = NULL;

  for (guint i = 0; i < cycles->cycles->len; i++)
    {
      const GlaCycle *cycle = cycles->cycles->pdata[i];

      if (!gla_shortening_is_completed (cycle))
        continue;
      if (fact == NULL || strcmp (fact->area, cycle->area) != 0)
        fact = add_fact (facts, GLA_SHORTENING_DOSE, cycle->area);
      take_value (cycle->day < change_day ? fact->before : fact->after,
                  format_dose (cycle, cycles->catalogue));
    }
}

/* Dilution, lot and injector of one completed cycle. */
static void
add_session (const GlaCycle    *cycle,
             const GlaHistory  *history,
             gboolean           is_after,
             GlaShorteningFact *dilution,
             GlaShorteningFact *lot,
             GlaShorteningFact *injector)
{
  const GlaStaff *staff = cycle->treatment->injector != NULL
                            ? gla_history_find_staff (history, cycle->treatment->injector) : NULL;

  for (guint k = 0; k < cycle->injections->len; k++)
    {
      const GlaInjection *injection = cycle->injections->pdata[k];

      take_value (is_after ? dilution->after : dilution->before,
                  format_dilution (history, injection));
      take_value (is_after ? lot->after : lot->before, g_strdup (injection->lot));
    }
  take_value (is_after ? injector->after : injector->before,
              staff != NULL ? g_strdup (staff->name) : NULL);
}

static void
add_sessions (GPtrArray       *facts,
              const GlaCycles *cycles,
              GlaDay           change_day)
{
  GlaShorteningFact *dilution = add_fact (facts, GLA_SHORTENING_DILUTION, NULL);
  GlaShorteningFact *lot = add_fact (facts, GLA_SHORTENING_LOT, NULL);
  GlaShorteningFact *injector = add_fact (facts, GLA_SHORTENING_INJECTOR, NULL);

  for (guint i = 0; i < cycles->cycles->len; i++)
    {
      const GlaCycle *cycle = cycles->cycles->pdata[i];

      if (gla_shortening_is_completed (cycle))
        add_session (cycle, cycles->history, cycle->day >= change_day, dilution, lot, injector);
    }
}

/* The shortest and the longest of the days between visits. */
typedef struct
{
  int least;
  int most;
} Range;

static char *
format_range (const Range *range)
{
  if (range->most == 0)
    return NULL;
  if (range->least == range->most)
    return g_strdup_printf (ngettext ("%d day", "%d days", (gulong) range->most), range->most);
  /* Translators: a range of days between visits */
  return g_strdup_printf (_("%d–%d days"), range->least, range->most);
}

/* An interval belongs to the visit that it ends with; the one up to the change is of
 * the time before, for the effect that it ended was still a long one. */
static void
add_intervals (GPtrArray       *facts,
               const GlaCycles *cycles,
               GlaDay           change_day)
{
  GlaShorteningFact *fact = add_fact (facts, GLA_SHORTENING_INTERVAL, NULL);
  g_autoptr (GArray) visits = gla_shortening_list_visits (cycles);
  Range before = { G_MAXINT, 0 };
  Range after = { G_MAXINT, 0 };

  for (guint i = 1; i < visits->len; i++)
    {
      GlaDay day = g_array_index (visits, GlaDay, i);
      int days = day - g_array_index (visits, GlaDay, i - 1);
      Range *range = day <= change_day ? &before : &after;

      range->least = MIN (range->least, days);
      range->most = MAX (range->most, days);
    }
  take_value (fact->before, format_range (&before));
  take_value (fact->after, format_range (&after));
  fact->differs = before.most > 0 && after.most > 0 &&
                  (after.most < before.least || after.least > before.most);
}

GPtrArray *
gla_shortening_list_facts (const GlaCycles *cycles,
                           GlaDay           change_day)
{
  GPtrArray *facts = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_shortening_fact_free);

  add_doses (facts, cycles, change_day);
  add_sessions (facts, cycles, change_day);
  for (guint i = 0; i < facts->len; i++)
    ((GlaShorteningFact *) facts->pdata[i])->differs = has_new_value (facts->pdata[i]);
  add_intervals (facts, cycles, change_day);
  return facts;
}

char *
gla_shortening_fact_get_name (const GlaShorteningFact *self,
                              GlaCatalogue            *catalogue)
{
  GlaArea *area;

  g_return_val_if_fail (self != NULL && catalogue != NULL, NULL);

  switch (self->kind)
    {
    case GLA_SHORTENING_DOSE:
      area = gla_catalogue_find_area (catalogue, self->area);
      /* Translators: %s is an area */
      return g_strdup_printf (_("Units, %s"), area != NULL ? gla_area_get_name (area) : self->area);
    case GLA_SHORTENING_DILUTION:
      return g_strdup (_("Dilution"));
    case GLA_SHORTENING_LOT:
      return g_strdup (_("Batch"));
    case GLA_SHORTENING_INJECTOR:
      return g_strdup (_("Injected by"));
    case GLA_SHORTENING_INTERVAL:
    default:
      return g_strdup (_("Time between visits"));
    }
}
