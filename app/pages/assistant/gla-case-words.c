/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-case-words.h"

#include "gla-house-rule.h"
#include "gla-i18n.h"
#include "gla-record-words.h"
#include "gla-unit-words.h"
#include "gla-words.h"

#include <string.h>

static char *
add_unit (const char *value,
          const char *unit,
          double      number)
{
  /* A grade is a place on a scale, not an amount. */
  if (g_str_equal (unit, "grade"))
    return g_strdup (value);
  return gla_unit_words_new (value, unit, number);
}

char *
gla_case_words_fact (const GlaCaseFact *fact)
{
  g_autofree char *value = NULL;

  g_return_val_if_fail (fact != NULL, NULL);

  value = gla_case_fact_format (fact);
  if (!fact->known || fact->info->type != GLA_FACT_TYPE_NUMBER)
    return g_steal_pointer (&value);
  return add_unit (value, fact->info->unit, fact->number);
}

static char *
describe_subject (const char      *area,
                  const char      *treatment,
                  const GlaCycles *cycles)
{
  const char *name = gla_record_words_area (cycles->catalogue, area);
  const GlaCycle *cycle = treatment != NULL ? gla_cycles_find (cycles, treatment, area) : NULL;
  g_autofree char *day = NULL;

  if (treatment == NULL)
    /* Translators: %s is an area */
    return g_strdup_printf (_("%s · treated elsewhere"), name);
  if (cycle == NULL)
    return g_strdup (name);
  day = gla_day_format (cycle->day, cycle->precision);
  if (cycle->precision != GLA_DAY_EXACT || cycle->day > cycles->today)
    return g_strdup_printf ("%s · %s", name, day);
  /* Translators: an area, the date of its treatment, and how many days ago that was */
  return g_strdup_printf (_("%s · %s · day %d"), name, day, cycles->today - cycle->day);
}

char *
gla_case_words_subject (const GlaCase   *self,
                        const GlaCycles *cycles)
{
  g_return_val_if_fail (self != NULL && cycles != NULL, NULL);

  return describe_subject (self->area, self->treatment, cycles);
}

char *
gla_case_words_standing (const GlaCaseRecord *record)
{
  g_autofree char *day = NULL;

  g_return_val_if_fail (record != NULL, NULL);

  switch (record->standing)
    {
    case GLA_CASE_STANDING_WAITING:
      if (record->due == GLA_DAY_NONE)
        return g_strdup (_("Waiting"));
      day = gla_day_format (record->due, GLA_DAY_EXACT);
      /* Translators: %s is a date */
      return g_strdup_printf (_("Waiting, from %s"), day);
    case GLA_CASE_STANDING_ENDED:
      return g_strdup (_("At its end, not closed"));
    case GLA_CASE_STANDING_CLOSED:
      day = gla_day_format (record->closed, GLA_DAY_EXACT);
      /* Translators: a date and an outcome, such as "explained" */
      return g_strdup_printf (_("Closed on %s: %s"), day,
                              gla_case_outcome_get_name (record->outcome));
    case GLA_CASE_STANDING_ASKING:
    default:
      return g_strdup (_("Open"));
    }
}

char *
gla_case_words_record (const GlaCaseRecord *record,
                       const GlaCycles     *cycles)
{
  g_return_val_if_fail (record != NULL && cycles != NULL, NULL);

  return describe_subject (record->area, record->treatment, cycles);
}

static void
append (GString    *text,
        const char *word)
{
  if (text->len > 0)
    /* Translators: stands between the entries of a list */
    g_string_append (text, _(", "));
  g_string_append (text, word);
}

char *
gla_case_words_basis (const GlaMarked *mark,
                      GlaCatalogue    *catalogue)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *marks = NULL;

  g_return_val_if_fail (mark != NULL && catalogue != NULL, NULL);

  for (guint i = 0; mark->sources[i] != NULL; i++)
    {
      const GlaSource *source = gla_catalogue_find_source (catalogue, mark->sources[i]);
      const char *kind = source != NULL ? gla_source_get_kind_name (source) : NULL;

      if (kind != NULL && strstr (text->str, kind) == NULL)
        append (text, kind);
    }
  marks = gla_marks_dup_text (mark->marks & ~GLA_MARK_OWN);
  if (marks[0] != '\0')
    append (text, marks);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
gla_case_words_setting (const char         *constant,
                        const GlaConstants *constants)
{
  GlaCatalogue *catalogue = gla_constants_get_catalogue (constants);
  const GlaConstant *entry = gla_catalogue_find_constant (catalogue, constant);
  double low = gla_constants_get (constants, constant);
  double high = gla_constants_get_upper (constants, constant);
  g_autofree char *number = NULL;
  g_autofree char *value = NULL;

  g_return_val_if_fail (entry != NULL, NULL);

  if (high > low)
    /* Translators: a range of numbers */
    number = g_strdup_printf (_("%.10g to %.10g"), low, high);
  else
    number = g_strdup_printf ("%.10g", low);
  value = add_unit (number, entry->unit, high);
  if (gla_constants_is_edited (constants, constant))
    /* Translators: the name of a setting and its value */
    return g_strdup_printf (_("%s: %s (set by this clinic)"), gla_house_rule_get_title (entry),
                            value);
  return g_strdup_printf (_("%s: %s (program setting, no evidence)"),
                          gla_house_rule_get_title (entry), value);
}

char *
gla_case_words_booking (const GlaBooking *booking)
{
  g_autofree char *day = NULL;

  g_return_val_if_fail (booking != NULL, NULL);

  day = gla_day_format (booking->day, GLA_DAY_EXACT);
  if (booking->minute == GLA_BOOKING_NO_TIME)
    return g_steal_pointer (&day);
  /* Translators: a date, and the hour and minute of the day */
  return g_strdup_printf (_("%s, %02d:%02d"), day, booking->minute / 60, booking->minute % 60);
}
