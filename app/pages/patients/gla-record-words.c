/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-record-words.h"

#include "gla-i18n.h"
#include "gla-units-plural.h"
#include "gla-words.h"

char *
gla_record_words_patient (const GlaPatient *patient,
                          GlaDay            today)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *born = NULL;
  int age;

  g_return_val_if_fail (patient != NULL, NULL);

  age = gla_day_get_age (patient->birth_day, today);
  if (age >= 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%d year", "%d years", (gulong) age), age));
  if (patient->sex != GLA_SEX_UNKNOWN)
    g_ptr_array_add (parts, g_strdup (gla_sex_get_name (patient->sex)));
  if (patient->birth_day == GLA_DAY_NONE)
    g_ptr_array_add (parts, g_strdup (_("birth date unknown")));
  else
    {
      born = gla_day_format (patient->birth_day, GLA_DAY_EXACT);
      /* Translators: %s is a date of birth */
      g_ptr_array_add (parts, g_strdup_printf (_("born %s"), born));
    }
  if (patient->number != NULL)
    /* Translators: %s is the record number of a patient */
    g_ptr_array_add (parts, g_strdup_printf (_("No. %s"), patient->number));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

const char *
gla_record_words_area (GlaCatalogue *catalogue,
                       const char   *area)
{
  const GlaArea *found;

  g_return_val_if_fail (catalogue != NULL, NULL);

  if (area == NULL)
    return _("area not recorded");
  found = gla_catalogue_find_area (catalogue, area);
  return found == NULL ? area : gla_area_get_name (found);
}

char *
gla_record_words_area_side (GlaCatalogue *catalogue,
                            const char   *area,
                            GlaSide       side)
{
  const char *name = gla_record_words_area (catalogue, area);

  if (side == GLA_SIDE_BOTH)
    return g_strdup (name);
  /* Translators: an area and a side, as in "Crow's feet, left" */
  return g_strdup_printf (_("%s, %s"), name, gla_side_get_name (side));
}

const char *
gla_record_words_product (GlaCatalogue *catalogue,
                          const char   *product)
{
  const GlaProduct *found;
  const char *const *brands;

  g_return_val_if_fail (catalogue != NULL, NULL);

  if (product == NULL)
    return _("unknown product");
  found = gla_catalogue_find_product (catalogue, product);
  brands = found == NULL ? NULL : gla_product_get_brands (found);
  return brands == NULL || brands[0] == NULL ? product : brands[0];
}

char *
gla_record_words_product_lot (GlaCatalogue       *catalogue,
                              const GlaInjection *injection)
{
  const char *product;

  g_return_val_if_fail (injection != NULL, NULL);

  product = gla_record_words_product (catalogue, injection->product);
  if (injection->lot == NULL)
    /* Translators: %s is a product whose lot is not known */
    return g_strdup_printf (_("%s · lot unknown"), product);
  /* Translators: a product and its lot, as in "Botox · C4821A2" */
  return g_strdup_printf (_("%s · %s"), product, injection->lot);
}

const char *
gla_record_words_side (GlaSide side)
{
  return side == GLA_SIDE_BOTH ? "" : gla_side_get_name (side);
}

char *
gla_record_words_units (GlaCatalogue *catalogue,
                        const char   *product,
                        GlaUnits      units)
{
  const GlaProduct *found = gla_catalogue_find_product (catalogue, product);
  const char *name = found == NULL ? "" : gla_product_get_unit_name (found);
  g_autofree char *amount = NULL;

  if (units == GLA_UNITS_UNKNOWN)
    return g_strdup (_("unknown"));
  amount = gla_units_format (units);
  if (*name != '\0')
    /* Translators: an amount and the name of its unit, as in "50 Speywood units" */
    return g_strdup_printf (_("%s %s"), amount, name);
  /* Translators: %s is an amount of toxin */
  return g_strdup_printf (ngettext ("%s unit", "%s units", gla_units_get_plural (units)), amount);
}

char *
gla_record_words_grade (GlaCatalogue *catalogue,
                        const char   *scale,
                        int           grade)
{
  const GlaScale *found;
  const GlaGrade *row;
  const char *word;

  g_return_val_if_fail (catalogue != NULL, NULL);

  if (grade == GLA_GRADE_UNKNOWN)
    return g_strdup ("–");
  found = scale == NULL ? NULL : gla_catalogue_find_scale (catalogue, scale);
  row = found == NULL ? NULL : gla_scale_find_grade (found, grade);
  word = row == NULL ? NULL : gla_marked_get_text (&row->mark);
  if (word == NULL || *word == '\0')
    return g_strdup_printf ("%d", grade);
  /* Translators: a grade and its word, as in "2 moderate" */
  return g_strdup_printf (_("%d %s"), grade, word);
}

const char *
gla_record_words_staff (const GlaHistory *history,
                        const char       *staff)
{
  const GlaStaff *found;

  g_return_val_if_fail (history != NULL, NULL);

  found = staff == NULL ? NULL : gla_history_find_staff (history, staff);
  return found == NULL ? _("not recorded") : found->name;
}

const char *
gla_record_words_rater (const GlaHistory    *history,
                        const GlaAssessment *assessment)
{
  g_return_val_if_fail (assessment != NULL, NULL);

  if (assessment->rater == GLA_RATER_PATIENT)
    return _("patient");
  return gla_record_words_staff (history, assessment->staff);
}

char *
gla_record_words_report (GlaCatalogue    *catalogue,
                         const GlaReport *report)
{
  g_autofree char *day = NULL;
  const char *area;

  g_return_val_if_fail (report != NULL, NULL);

  day = gla_day_format (report->day, report->precision);
  if (report->area == NULL)
    {
      if (report->kind == GLA_REPORT_WORN_OFF)
        /* Translators: %s is a date, possibly "about 3 May 2026" */
        return g_strdup_printf (_("Patient: worn off %s"), day);
      return g_strdup_printf (_("Patient: still working %s"), day);
    }

  area = gla_record_words_area (catalogue, report->area);
  if (report->kind == GLA_REPORT_WORN_OFF)
    /* Translators: an area, then a date */
    return g_strdup_printf (_("Patient, %s: worn off %s"), area, day);
  return g_strdup_printf (_("Patient, %s: still working %s"), area, day);
}

char *
gla_record_words_treatment (const GlaHistory   *history,
                            const GlaTreatment *treatment)
{
  g_autofree char *day = NULL;

  g_return_val_if_fail (treatment != NULL, NULL);

  day = gla_day_format (treatment->day, treatment->precision);
  if (treatment->injector == NULL)
    /* Translators: %s is the date of a treatment */
    return g_strdup_printf (_("%s · injector not recorded"), day);
  /* Translators: date of a treatment and who injected */
  return g_strdup_printf (_("%s · %s"), day,
                          gla_record_words_staff (history, treatment->injector));
}

char *
gla_record_words_injection (GlaCatalogue       *catalogue,
                            const GlaInjection *injection)
{
  g_autofree char *units = NULL, *product = NULL;
  g_autofree char *area = NULL;

  g_return_val_if_fail (injection != NULL, NULL);

  area = gla_record_words_area_side (catalogue, injection->area, injection->side);
  units = gla_record_words_units (catalogue, injection->product, injection->units);
  product = gla_record_words_product_lot (catalogue, injection);
  /* Translators: area, amount with its unit, product with its lot */
  return g_strdup_printf (_("%s: %s, %s"), area, units, product);
}

char *
gla_record_words_assessment (GlaCatalogue        *catalogue,
                             const GlaAssessment *assessment)
{
  g_autofree char *area = NULL, *maximum = NULL, *rest = NULL;

  g_return_val_if_fail (assessment != NULL, NULL);

  area = gla_record_words_area_side (catalogue, assessment->area, assessment->side);
  maximum = gla_record_words_grade (catalogue, assessment->scale, assessment->at_maximum);
  rest = gla_record_words_grade (catalogue, assessment->scale, assessment->at_rest);
  if (assessment->at_rest == GLA_GRADE_UNKNOWN)
    /* Translators: area, then a grade as in "2 moderate" */
    return g_strdup_printf (_("%s: %s at maximum"), area, maximum);
  if (assessment->at_maximum == GLA_GRADE_UNKNOWN)
    return g_strdup_printf (_("%s: %s at rest"), area, rest);
  /* Translators: area, grade at maximum contraction, grade at rest */
  return g_strdup_printf (_("%s: %s at maximum, %s at rest"), area, maximum, rest);
}

char *
gla_record_words_exposure (GlaCatalogue      *catalogue,
                           const GlaExposure *exposure)
{
  g_autofree char *units = NULL;
  const char *product, *area;

  g_return_val_if_fail (exposure != NULL, NULL);

  product = gla_record_words_product (catalogue, exposure->product);
  area = gla_record_words_area (catalogue, exposure->area);
  if (exposure->units == GLA_UNITS_UNKNOWN)
    /* Translators: product and area of a treatment elsewhere */
    return g_strdup_printf (_("%s, amount unknown, %s"), product, area);
  units = gla_record_words_units (catalogue, exposure->product, exposure->units);
  /* Translators: product, amount with its unit, area */
  return g_strdup_printf (_("%s, %s, %s"), product, units, area);
}

const char *
gla_record_words_language (const char *language)
{
  static const struct
  {
    const char *tag;
    const char *name;
  } names[] = {
    { "ar", N_("Arabic") },   { "cs", N_("Czech") },      { "da", N_("Danish") },
    { "de", N_("German") },   { "el", N_("Greek") },      { "en", N_("English") },
    { "es", N_("Spanish") },  { "fa", N_("Persian") },    { "fi", N_("Finnish") },
    { "fr", N_("French") },   { "he", N_("Hebrew") },     { "hi", N_("Hindi") },
    { "hu", N_("Hungarian") },{ "it", N_("Italian") },    { "ja", N_("Japanese") },
    { "ko", N_("Korean") },   { "nb", N_("Norwegian") },  { "nl", N_("Dutch") },
    { "no", N_("Norwegian") },{ "pl", N_("Polish") },     { "pt", N_("Portuguese") },
    { "ro", N_("Romanian") }, { "ru", N_("Russian") },    { "sq", N_("Albanian") },
    { "sr", N_("Serbian") },  { "sv", N_("Swedish") },    { "tr", N_("Turkish") },
    { "uk", N_("Ukrainian") },{ "ur", N_("Urdu") },       { "vi", N_("Vietnamese") },
    { "zh", N_("Chinese") },
  };

  g_return_val_if_fail (language != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strncasecmp (names[i].tag, language, 2) == 0
        && (language[2] == '\0' || language[2] == '-'))
      return _(names[i].name);
  return language;
}

GArray *
gla_record_words_sum (const GlaHistory *history,
                      const char       *treatment)
{
  g_autoptr (GArray) totals = g_array_new (FALSE, FALSE, sizeof (GlaProductTotal));
  guint first, n;

  g_return_val_if_fail (history != NULL, NULL);

  n = gla_history_get_injections (history, treatment, &first);
  for (guint i = 0; i < n; i++)
    {
      const GlaInjection *injection = g_ptr_array_index (history->injections, first + i);
      GlaProductTotal *total = NULL;

      for (guint j = 0; j < totals->len && total == NULL; j++)
        {
          GlaProductTotal *other = &g_array_index (totals, GlaProductTotal, j);

          if (g_strcmp0 (other->product, injection->product) == 0)
            total = other;
        }
      if (total == NULL)
        {
          GlaProductTotal fresh = { injection->product, 0, 0 };

          g_array_append_val (totals, fresh);
          total = &g_array_index (totals, GlaProductTotal, totals->len - 1);
        }
      /* Amounts of unknown products need not be of one unit: they are only counted. */
      if (injection->units == GLA_UNITS_UNKNOWN || injection->product == NULL)
        total->n_unknown++;
      else
        total->units += injection->units;
    }
  return g_steal_pointer (&totals);
}

char *
gla_record_words_total (GlaCatalogue          *catalogue,
                        const GlaProductTotal *total)
{
  g_autofree char *units = NULL;
  const char *product;

  g_return_val_if_fail (total != NULL, NULL);

  product = gla_record_words_product (catalogue, total->product);
  if (total->product == NULL)
    return g_strdup_printf (ngettext ("Unknown product: %u injection, not added up",
                                      "Unknown product: %u injections, not added up",
                                      total->n_unknown), total->n_unknown);
  units = gla_record_words_units (catalogue, total->product, total->units);
  if (total->n_unknown == 0)
    /* Translators: product, then amount with its unit */
    return g_strdup_printf (_("%s: %s"), product, units);
  return g_strdup_printf (ngettext ("%s: %s and %u unknown amount", "%s: %s and %u unknown amounts",
                                    total->n_unknown), product, units, total->n_unknown);
}
