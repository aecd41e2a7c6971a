/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-store-add-history.h"

#include "gla-store-case.h"
#include "gla-store-plan.h"
#include "gla-store-write.h"

static gboolean
add_treatments (GlaStore          *self,
                const GlaHistory  *history,
                GError           **error)
{
  g_autoptr (GPtrArray) injections = g_ptr_array_new ();

  for (guint i = 0; i < history->treatments->len; i++)
    {
      const GlaTreatment *treatment = history->treatments->pdata[i];
      guint first;
      guint count = gla_history_get_injections (history, treatment->id, &first);

      g_ptr_array_set_size (injections, 0);
      for (guint k = first; k < first + count; k++)
        g_ptr_array_add (injections, history->injections->pdata[k]);
      if (!gla_store_add_treatment (self, treatment, injections, NULL, NULL, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
gla_store_add_history (GlaStore          *self,
                       const GlaHistory  *history,
                       GError           **error)
{
  g_return_val_if_fail (self != NULL && history != NULL, FALSE);

  if (!gla_store_add_patient (self, history->patient, NULL, error))
    return FALSE;
  for (guint i = 0; i < history->vials->len; i++)
    if (!gla_store_add_vial (self, history->vials->pdata[i], NULL, error))
      return FALSE;
  for (guint i = 0; i < history->plans->len; i++)
    if (!gla_store_add_plan (self, history->plans->pdata[i], NULL, error))
      return FALSE;
  if (!add_treatments (self, history, error))
    return FALSE;
  if (!gla_store_add_review (self, history->assessments, history->reports, history->ratings,
                             NULL, error))
    return FALSE;
  for (guint i = 0; i < history->exposures->len; i++)
    if (!gla_store_add_exposure (self, history->exposures->pdata[i], NULL, error))
      return FALSE;
  for (guint i = 0; i < history->adverse_events->len; i++)
    if (!gla_store_add_adverse_event (self, history->adverse_events->pdata[i], NULL, error))
      return FALSE;
  for (guint i = 0; i < history->documents->len; i++)
    if (!gla_store_add_document (self, history->documents->pdata[i], NULL, error))
      return FALSE;
  for (guint i = 0; i < history->cases->len; i++)
    if (!gla_store_add_case (self, history->cases->pdata[i], NULL, error))
      return FALSE;
  for (guint i = 0; i < history->bookings->len; i++)
    if (!gla_store_add_booking (self, history->bookings->pdata[i], NULL, error))
      return FALSE;
  return TRUE;
}
