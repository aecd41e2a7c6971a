/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-history.h"

#include <string.h>

static GPtrArray *
array_new (gpointer unref)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) unref);
}

GlaHistory *
gla_history_new (GlaPatient *patient)
{
  GlaHistory *self;

  g_return_val_if_fail (patient != NULL, NULL);

  self = g_atomic_rc_box_new0 (GlaHistory);
  self->patient = patient;
  self->treatments = array_new (gla_treatment_unref);
  self->injections = array_new (gla_injection_unref);
  self->assessments = array_new (gla_assessment_unref);
  self->reports = array_new (gla_report_unref);
  self->ratings = array_new (gla_rating_unref);
  self->exposures = array_new (gla_exposure_unref);
  self->adverse_events = array_new (gla_adverse_event_unref);
  self->documents = array_new (gla_document_unref);
  self->cases = array_new (gla_case_record_unref);
  self->bookings = array_new (gla_booking_unref);
  self->plans = array_new (gla_treatment_plan_unref);
  self->vials = array_new (gla_vial_unref);
  self->staff = array_new (gla_staff_unref);
  return self;
}

GlaHistory *
gla_history_ref (const GlaHistory *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire ((GlaHistory *) self);
}

static void
history_clear (gpointer data)
{
  GlaHistory *self = data;

  g_clear_pointer (&self->patient, gla_patient_unref);
  g_clear_pointer (&self->treatments, g_ptr_array_unref);
  g_clear_pointer (&self->injections, g_ptr_array_unref);
  g_clear_pointer (&self->assessments, g_ptr_array_unref);
  g_clear_pointer (&self->reports, g_ptr_array_unref);
  g_clear_pointer (&self->ratings, g_ptr_array_unref);
  g_clear_pointer (&self->exposures, g_ptr_array_unref);
  g_clear_pointer (&self->adverse_events, g_ptr_array_unref);
  g_clear_pointer (&self->documents, g_ptr_array_unref);
  g_clear_pointer (&self->cases, g_ptr_array_unref);
  g_clear_pointer (&self->bookings, g_ptr_array_unref);
  g_clear_pointer (&self->plans, g_ptr_array_unref);
  g_clear_pointer (&self->vials, g_ptr_array_unref);
  g_clear_pointer (&self->staff, g_ptr_array_unref);
}

void
gla_history_unref (GlaHistory *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, history_clear);
}

#define DEFINE_TAKE(name, Type, array)                                                             \
  void gla_history_take_##name (GlaHistory *self, Type *record)                                    \
  {                                                                                                \
    g_return_if_fail (self != NULL && record != NULL);                                             \
    g_ptr_array_add (self->array, record);                                                         \
  }

DEFINE_TAKE (treatment, GlaTreatment, treatments)
DEFINE_TAKE (injection, GlaInjection, injections)
DEFINE_TAKE (assessment, GlaAssessment, assessments)
DEFINE_TAKE (report, GlaReport, reports)
DEFINE_TAKE (rating, GlaRating, ratings)
DEFINE_TAKE (exposure, GlaExposure, exposures)
DEFINE_TAKE (adverse_event, GlaAdverseEvent, adverse_events)
DEFINE_TAKE (document, GlaDocument, documents)
DEFINE_TAKE (case, GlaCaseRecord, cases)
DEFINE_TAKE (booking, GlaBooking, bookings)
DEFINE_TAKE (plan, GlaTreatmentPlan, plans)
DEFINE_TAKE (vial, GlaVial, vials)
DEFINE_TAKE (staff, GlaStaff, staff)

/* An unknown day sorts first; records of one day by identifier, so that the order is always the same. */
#define DEFINE_COMPARE(name, Type, member)                                                         \
  static int compare_##name (gconstpointer a, gconstpointer b)                                     \
  {                                                                                                \
    const Type *first = *(const Type *const *) a;                                                  \
    const Type *second = *(const Type *const *) b;                                                 \
    if (first->member != second->member)                                                           \
      return first->member < second->member ? -1 : 1;                                              \
    return g_strcmp0 (first->id, second->id);                                                      \
  }

DEFINE_COMPARE (treatments, GlaTreatment, day)
DEFINE_COMPARE (assessments, GlaAssessment, day)
DEFINE_COMPARE (reports, GlaReport, day)
DEFINE_COMPARE (ratings, GlaRating, day)
DEFINE_COMPARE (exposures, GlaExposure, day)
DEFINE_COMPARE (adverse_events, GlaAdverseEvent, onset)
DEFINE_COMPARE (documents, GlaDocument, day)
DEFINE_COMPARE (cases, GlaCaseRecord, opened)
DEFINE_COMPARE (bookings, GlaBooking, day)
DEFINE_COMPARE (plans, GlaTreatmentPlan, day)

static int
compare_injections (gconstpointer a,
                    gconstpointer b,
                    gpointer      user_data)
{
  const GlaInjection *first = *(const GlaInjection *const *) a;
  const GlaInjection *second = *(const GlaInjection *const *) b;
  GHashTable *order = user_data;
  guint first_order = GPOINTER_TO_UINT (g_hash_table_lookup (order, first->treatment));
  guint second_order = GPOINTER_TO_UINT (g_hash_table_lookup (order, second->treatment));

  if (first_order != second_order)
    return first_order < second_order ? -1 : 1;
  if (first->position != second->position)
    return first->position < second->position ? -1 : 1;
  return g_strcmp0 (first->id, second->id);
}

void
gla_history_finish (GlaHistory *self)
{
  g_autoptr (GHashTable) order = g_hash_table_new (g_str_hash, g_str_equal);

  g_return_if_fail (self != NULL);

  g_ptr_array_sort (self->treatments, compare_treatments);
  g_ptr_array_sort (self->assessments, compare_assessments);
  g_ptr_array_sort (self->reports, compare_reports);
  g_ptr_array_sort (self->ratings, compare_ratings);
  g_ptr_array_sort (self->exposures, compare_exposures);
  g_ptr_array_sort (self->adverse_events, compare_adverse_events);
  g_ptr_array_sort (self->documents, compare_documents);
  g_ptr_array_sort (self->cases, compare_cases);
  g_ptr_array_sort (self->bookings, compare_bookings);
  g_ptr_array_sort (self->plans, compare_plans);

  for (guint i = 0; i < self->treatments->len; i++)
    {
      const GlaTreatment *treatment = self->treatments->pdata[i];

      g_hash_table_insert (order, (gpointer) treatment->id, GUINT_TO_POINTER (i + 1));
    }
  g_ptr_array_sort_with_data (self->injections, compare_injections, order);
}

#define DEFINE_FIND(name, Type, array)                                                             \
  const Type *gla_history_find_##name (const GlaHistory *self, const char *id)                     \
  {                                                                                                \
    g_return_val_if_fail (self != NULL, NULL);                                                     \
    for (guint i = 0; id != NULL && i < self->array->len; i++)                                     \
      {                                                                                            \
        const Type *record = self->array->pdata[i];                                                \
        if (strcmp (record->id, id) == 0)                                                          \
          return record;                                                                           \
      }                                                                                            \
    return NULL;                                                                                   \
  }

DEFINE_FIND (treatment, GlaTreatment, treatments)
DEFINE_FIND (vial, GlaVial, vials)
DEFINE_FIND (case, GlaCaseRecord, cases)
DEFINE_FIND (plan, GlaTreatmentPlan, plans)
DEFINE_FIND (staff, GlaStaff, staff)

const GlaTreatmentPlan *
gla_history_find_open_plan (const GlaHistory *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = self->plans->len; i > 0; i--)
    {
      const GlaTreatmentPlan *plan = self->plans->pdata[i - 1];
      gboolean given = FALSE;

      for (guint k = 0; !given && k < self->treatments->len; k++)
        given = g_strcmp0 (((const GlaTreatment *) self->treatments->pdata[k])->plan,
                           plan->id) == 0;
      if (!given)
        return plan;
    }
  return NULL;
}

guint
gla_history_get_injections (const GlaHistory *self,
                            const char       *id,
                            guint            *first)
{
  guint count = 0;

  g_return_val_if_fail (self != NULL && id != NULL && first != NULL, 0);

  *first = 0;
  for (guint i = 0; i < self->injections->len; i++)
    {
      const GlaInjection *injection = self->injections->pdata[i];

      if (strcmp (injection->treatment, id) == 0)
        {
          if (count == 0)
            *first = i;
          count++;
        }
      else if (count > 0)
        break;
    }
  return count;
}
