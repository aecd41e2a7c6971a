/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-treatment-form.h"

#include "gla-i18n.h"

#include <string.h>

static void
source_free (GlaFormSource *source)
{
  g_free (source->vial);
  g_free (source->product);
  g_free (source->lot);
  g_free (source);
}

static void
injection_free (GlaFormInjection *injection)
{
  g_free (injection->area);
  g_free (injection->map);
  g_free (injection->depth);
  g_free (injection->needle);
  g_free (injection->technique);
  g_free (injection);
}

static void
grade_free (GlaFormGrade *grade)
{
  g_free (grade->area);
  g_free (grade);
}

GlaTreatmentForm *
gla_treatment_form_new (GlaDay today)
{
  GlaTreatmentForm *self = g_new0 (GlaTreatmentForm, 1);

  self->day = today;
  self->worn_off = GLA_DAY_NONE;
  self->sources = g_ptr_array_new_with_free_func ((GDestroyNotify) source_free);
  self->injections = g_ptr_array_new_with_free_func ((GDestroyNotify) injection_free);
  self->grades = g_ptr_array_new_with_free_func ((GDestroyNotify) grade_free);
  return self;
}

void
gla_treatment_form_free (GlaTreatmentForm *self)
{
  if (self == NULL)
    return;
  g_free (self->injector);
  g_free (self->deviation);
  g_free (self->note);
  g_free (self->consent_version);
  g_free (self->prescriber);
  g_free (self->screening);
  g_free (self->plan);
  g_ptr_array_unref (self->sources);
  g_ptr_array_unref (self->injections);
  g_ptr_array_unref (self->grades);
  g_free (self);
}

guint
gla_treatment_form_add_source (GlaTreatmentForm *self,
                               const char       *vial,
                               const char       *product,
                               const char       *lot)
{
  GlaFormSource *source;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->sources->len; i++)
    {
      source = self->sources->pdata[i];
      if (g_strcmp0 (source->vial, vial) == 0 && g_strcmp0 (source->product, product) == 0 &&
          g_strcmp0 (source->lot, lot) == 0)
        return i;
    }
  source = g_new0 (GlaFormSource, 1);
  source->vial = g_strdup (vial);
  source->product = g_strdup (product);
  source->lot = g_strdup (lot);
  g_ptr_array_add (self->sources, source);
  return self->sources->len - 1;
}

void
gla_treatment_form_add_injection (GlaTreatmentForm       *self,
                                  const GlaFormInjection *injection)
{
  GlaFormInjection *copy;

  g_return_if_fail (self != NULL && injection != NULL);

  copy = g_memdup2 (injection, sizeof *injection);
  copy->area = g_strdup (injection->area);
  copy->map = g_strdup (injection->map);
  copy->depth = g_strdup (injection->depth);
  copy->needle = g_strdup (injection->needle);
  copy->technique = g_strdup (injection->technique);
  g_ptr_array_add (self->injections, copy);
}

void
gla_treatment_form_add_grade (GlaTreatmentForm *self,
                              const char       *area,
                              int               at_rest,
                              int               at_maximum)
{
  GlaFormGrade *grade;

  g_return_if_fail (self != NULL && area != NULL);

  grade = g_new0 (GlaFormGrade, 1);
  grade->area = g_strdup (area);
  grade->at_rest = at_rest;
  grade->at_maximum = at_maximum;
  g_ptr_array_add (self->grades, grade);
}

static void
take_text (char       **place,
           const char  *text)
{
  g_free (*place);
  *place = g_strdup (text);
}

/* All but what was injected. */
static void
fill_session (GlaTreatmentForm   *self,
              const GlaTreatment *treatment)
{
  self->day = treatment->day;
  self->precision = treatment->precision;
  self->reason = treatment->reason;
  self->consent = treatment->consent_day != GLA_DAY_NONE;
  self->consent_form = treatment->consent_form;
  self->face_to_face = treatment->face_to_face;
  take_text (&self->consent_version, treatment->consent_version);
  take_text (&self->prescriber, treatment->prescriber);
  take_text (&self->screening, treatment->screening);
  take_text (&self->plan, treatment->plan);
  take_text (&self->injector, treatment->injector);
  take_text (&self->deviation, treatment->deviation);
  take_text (&self->note, treatment->note);
}

gboolean
gla_treatment_form_fill (GlaTreatmentForm *self,
                         const GlaHistory *history,
                         const char       *id,
                         gboolean          repeat)
{
  const GlaTreatment *treatment;
  guint first, count;

  g_return_val_if_fail (self != NULL && history != NULL && id != NULL, FALSE);

  treatment = gla_history_find_treatment (history, id);
  if (treatment == NULL)
    return FALSE;
  if (!repeat)
    fill_session (self, treatment);
  g_ptr_array_set_size (self->injections, 0);
  count = gla_history_get_injections (history, id, &first);
  for (guint i = first; i < first + count; i++)
    {
      const GlaInjection *injection = history->injections->pdata[i];
      GlaFormInjection row = {
        .area = (char *) injection->area,
        .side = injection->side,
        .units = injection->units,
        .points = injection->points,
        .map = (char *) injection->map_view,
        .depth = (char *) injection->depth,
        .needle = (char *) injection->needle,
        .technique = (char *) injection->technique,
      };

      row.source = gla_treatment_form_add_source (self, repeat ? NULL : injection->vial,
                                                  injection->product,
                                                  repeat ? NULL : injection->lot);
      gla_treatment_form_add_injection (self, &row);
    }
  return TRUE;
}

gboolean
gla_treatment_form_is_empty (const GlaTreatmentForm *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  for (guint i = 0; i < self->injections->len; i++)
    {
      const GlaFormInjection *injection = self->injections->pdata[i];

      if (injection->area != NULL || injection->units != GLA_UNITS_UNKNOWN)
        return FALSE;
    }
  return self->grades->len == 0 && self->deviation == NULL && self->note == NULL &&
         self->screening == NULL && self->worn_off == GLA_DAY_NONE;
}

/* Whether an earlier row has the same area, side and source. */
static gboolean
is_repeated (const GlaTreatmentForm *self,
             guint                   index)
{
  const GlaFormInjection *injection = self->injections->pdata[index];

  for (guint i = 0; i < index; i++)
    {
      const GlaFormInjection *other = self->injections->pdata[i];

      if (g_strcmp0 (other->area, injection->area) == 0 && other->side == injection->side &&
          other->source == injection->source)
        return TRUE;
    }
  return FALSE;
}

char *
gla_treatment_form_find_fault (const GlaTreatmentForm *self,
                               GlaDay                  today)
{
  guint n_areas = 0;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->day == GLA_DAY_NONE)
    return g_strdup (_("Give the date of the treatment."));
  if (self->day > today)
    return g_strdup (_("The date of the treatment lies in the future."));
  for (guint i = 0; i < self->injections->len; i++)
    {
      const GlaFormInjection *injection = self->injections->pdata[i];

      if (injection->area == NULL && injection->units != GLA_UNITS_UNKNOWN)
        return g_strdup (_("One row has units but no area."));
      if (injection->units == 0)
        return g_strdup (_("One row has 0 units. Leave the units empty if they are not known."));
      if (injection->area != NULL && is_repeated (self, i))
        return g_strdup (_("Two rows have the same area, side and vial. Add their units up."));
      n_areas += injection->area != NULL ? 1 : 0;
    }
  if (n_areas == 0)
    return g_strdup (_("Give at least one area."));
  return NULL;
}

typedef struct
{
  const char *product;
  GlaUnits units;
} ProductTotal;

static void
add_to_totals (GArray     *totals,
               const char *product,
               GlaUnits    units)
{
  ProductTotal total = { product, units };

  for (guint i = 0; i < totals->len; i++)
    {
      ProductTotal *other = &g_array_index (totals, ProductTotal, i);

      if (g_strcmp0 (other->product, product) == 0)
        {
          /* One amount that is not known makes the sum unknown. */
          other->units = other->units == GLA_UNITS_UNKNOWN || units == GLA_UNITS_UNKNOWN
                           ? GLA_UNITS_UNKNOWN
                           : other->units + units;
          return;
        }
    }
  g_array_append_val (totals, total);
}

char *
gla_treatment_form_describe_totals (const GlaTreatmentForm *self,
                                    GlaCatalogue           *catalogue)
{
  g_autoptr (GArray) totals = g_array_new (FALSE, TRUE, sizeof (ProductTotal));
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (self != NULL && catalogue != NULL, NULL);

  for (guint i = 0; i < self->injections->len; i++)
    {
      const GlaFormInjection *injection = self->injections->pdata[i];
      const GlaFormSource *source = injection->source < self->sources->len
                                      ? self->sources->pdata[injection->source]
                                      : NULL;

      if (injection->area != NULL)
        add_to_totals (totals, source != NULL ? source->product : NULL, injection->units);
    }
  for (guint i = 0; i < totals->len; i++)
    {
      const ProductTotal *total = &g_array_index (totals, ProductTotal, i);
      GlaProduct *product = gla_catalogue_find_product (catalogue, total->product);
      g_autofree char *units = gla_units_format (total->units);

      if (product != NULL)
        /* Translators: units of one product, such as "20 U ONA" */
        g_ptr_array_add (parts, g_strdup_printf (_("%s U %s"), units,
                                                 gla_product_get_code (product)));
      else
        g_ptr_array_add (parts, g_strdup_printf (_("%s U of an unknown product"), units));
    }
  g_ptr_array_add (parts, NULL);
  /* Translators: stands between amounts of different products, which are never added */
  return g_strjoinv (_(" and "), (char **) parts->pdata);
}

GlaTreatment *
gla_treatment_form_make_treatment (const GlaTreatmentForm *self,
                                   const char             *patient,
                                   const GlaTreatment     *amended)
{
  GlaTreatment fields = { .prescriber = NULL, .consent_day = GLA_DAY_NONE };

  g_return_val_if_fail (self != NULL && patient != NULL, NULL);

  if (amended != NULL)
    fields = *amended;
  fields.patient = patient;
  fields.day = self->day;
  fields.precision = self->precision;
  fields.injector = self->injector;
  fields.reason = self->reason;
  fields.deviation = self->deviation;
  fields.note = self->note;
  fields.prescriber = self->prescriber;
  fields.face_to_face = self->face_to_face;
  fields.screening = self->screening;
  fields.plan = self->plan;
  fields.consent_form = self->consent ? self->consent_form : GLA_CONSENT_FORM_UNKNOWN;
  fields.consent_version = self->consent ? self->consent_version : NULL;
  if (!self->consent)
    fields.consent_day = GLA_DAY_NONE;
  else if (fields.consent_day == GLA_DAY_NONE)
    fields.consent_day = self->day;
  return gla_treatment_new (&fields);
}

GPtrArray *
gla_treatment_form_make_injections (const GlaTreatmentForm *self)
{
  GPtrArray *injections = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_injection_unref);

  g_return_val_if_fail (self != NULL, injections);

  for (guint i = 0; i < self->injections->len; i++)
    {
      const GlaFormInjection *row = self->injections->pdata[i];
      const GlaFormSource *source = row->source < self->sources->len
                                      ? self->sources->pdata[row->source]
                                      : NULL;

      if (row->area == NULL)
        continue;
      g_ptr_array_add (injections, gla_injection_new (&(GlaInjection) {
        .area = row->area,
        .side = row->side,
        .vial = source != NULL ? source->vial : NULL,
        .product = source != NULL ? source->product : NULL,
        .lot = source != NULL ? source->lot : NULL,
        .units = row->units,
        .points = row->points,
        .map_view = row->map,
        .depth = row->depth,
        .needle = row->needle,
        .technique = row->technique,
        .position = (int) injections->len,
      }));
    }
  return injections;
}

GPtrArray *
gla_treatment_form_make_assessments (const GlaTreatmentForm *self,
                                     const char             *patient,
                                     GlaCatalogue           *catalogue)
{
  GPtrArray *assessments = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_assessment_unref);

  g_return_val_if_fail (self != NULL && patient != NULL, assessments);

  for (guint i = 0; i < self->grades->len; i++)
    {
      const GlaFormGrade *grade = self->grades->pdata[i];
      const GlaArea *area = gla_catalogue_find_area (catalogue, grade->area);
      const char *scale = area != NULL ? gla_area_get_scale (area) : NULL;

      if (grade->at_rest == GLA_GRADE_UNKNOWN && grade->at_maximum == GLA_GRADE_UNKNOWN)
        continue;
      g_ptr_array_add (assessments, gla_assessment_new (&(GlaAssessment) {
        .patient = patient,
        .area = grade->area,
        .day = self->day,
        .scale = scale != NULL ? scale : "fws",
        .at_rest = grade->at_rest,
        .at_maximum = grade->at_maximum,
        .reason = self->reason,
        .staff = self->injector,
      }));
    }
  return assessments;
}

GlaReport *
gla_treatment_form_make_report (const GlaTreatmentForm *self,
                                const char             *patient,
                                const char             *last_treatment)
{
  g_return_val_if_fail (self != NULL && patient != NULL, NULL);

  if (self->worn_off == GLA_DAY_NONE || last_treatment == NULL)
    return NULL;
  return gla_report_new (&(GlaReport) {
    .patient = patient,
    .treatment = last_treatment,
    .kind = GLA_REPORT_WORN_OFF,
    .day = self->worn_off,
    .precision = self->worn_off_precision,
    .told_on = self->day,
    .staff = self->injector,
  });
}
