/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-identifier.h"
#include "gla-store-parts.h"
#include "gla-store-private.h"

static const GlaField fields[] = {
  GLA_FIELD (GlaTreatment, DAY, day),
  GLA_FIELD (GlaTreatment, INT, precision),
  GLA_FIELD (GlaTreatment, TEXT, injector),
  GLA_FIELD (GlaTreatment, TEXT, prescriber),
  GLA_FIELD (GlaTreatment, INT, reason),
  GLA_FIELD (GlaTreatment, TEXT, deviation),
  GLA_FIELD (GlaTreatment, TEXT, consent_version),
  GLA_FIELD (GlaTreatment, DAY, consent_day),
  GLA_FIELD (GlaTreatment, INT, consent_form),
  GLA_FIELD (GlaTreatment, INT, face_to_face),
  GLA_FIELD (GlaTreatment, TEXT, screening),
  GLA_FIELD (GlaTreatment, TEXT, note),
  GLA_FIELD (GlaTreatment, TEXT, plan),
};

#define COLUMNS                                                                                    \
  "id, day, precision, injector, prescriber, reason, deviation, consent_version, consent_day,"      \
  " consent_form, face_to_face, screening, note, plan"

static gboolean describe_parts (GlaStore    *store,
                                const char  *id,
                                GString     *json,
                                GError     **error);

const GlaTable gla_treatment_table = {
  GLA_TABLE_STATEMENTS ("treatment", "patient"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .id = offsetof (GlaTreatment, id),
  .patient = offsetof (GlaTreatment, patient),
  .revision = offsetof (GlaTreatment, revision),
  .insert = "INSERT INTO treatment (patient, " COLUMNS ") VALUES (:patient, :id, :day, :precision,"
            " :injector, :prescriber, :reason, :deviation, :consent_version, :consent_day,"
            " :consent_form, :face_to_face, :screening, :note, :plan)",
  .update = "UPDATE treatment SET day = :day, precision = :precision, injector = :injector,"
            " prescriber = :prescriber, reason = :reason, deviation = :deviation,"
            " consent_version = :consent_version, consent_day = :consent_day,"
            " consent_form = :consent_form, face_to_face = :face_to_face,"
            " screening = :screening, note = :note, plan = :plan,"
            " revision = revision + 1 WHERE patient = :patient AND id = :id",
  .extra = describe_parts,
};

/* The audit keeps the injections and the grades of the visit with the treatment. */
static gboolean
describe_parts (GlaStore    *store,
                const char  *id,
                GString     *json,
                GError     **error)
{
  return gla_store_describe_rows (store,
                                  "SELECT i.position, i.id, i.area, i.side, i.vial, i.product,"
                                  " i.lot, i.units, i.points, i.volume, i.technique, i.map_view,"
                                  " i.map_x, i.map_y, i.depth, i.needle FROM treatment t JOIN injection i"
                                  " ON i.patient = t.patient AND i.treatment = t.id"
                                  " WHERE t.id = :id ORDER BY i.position",
                                  id, "injections", json, error)
         && gla_store_describe_rows (store,
                                     "SELECT a.* FROM treatment t JOIN assessment a"
                                     " ON a.patient = t.patient AND a.visit = t.id"
                                     " WHERE t.id = :id ORDER BY a.id",
                                     id, "assessments", json, error);
}

static gboolean
insert_assessments (GlaStore    *self,
                    GPtrArray   *assessments,
                    const char  *treatment,
                    gint64       patient,
                    GError     **error)
{
  for (guint i = 0; assessments != NULL && i < assessments->len; i++)
    if (!gla_store_insert_assessment (self, assessments->pdata[i], treatment, patient, error))
      return FALSE;
  return TRUE;
}

static gboolean
insert_treatment (GlaStore            *self,
                  const GlaTreatment  *treatment,
                  const char          *id,
                  GPtrArray           *injections,
                  GPtrArray           *assessments,
                  gboolean             anyway,
                  const char          *reason,
                  GError             **error)
{
  g_autofree char *after = NULL;
  gint64 patient;

  if (!gla_store_find_patient_row (self, treatment->patient, &patient, error)
      || !gla_table_insert (self, &gla_treatment_table, treatment, id, patient, error)
      || !gla_store_insert_injections (self, injections, patient, id, 0, error)
      || !insert_assessments (self, assessments, id, patient, error))
    return FALSE;
  if (self->batch != NULL)
    return TRUE;
  if (!anyway && !gla_store_check_overdraw (self, patient, id, NULL, error))
    return FALSE;
  after = gla_table_describe (self, &gla_treatment_table, id, error);
  return after != NULL
         && gla_store_write_audit (self, "add", "treatment", id, treatment->patient, NULL, after,
                                   reason, error);
}

static gboolean
add_treatment (GlaStore            *self,
               const GlaTreatment  *treatment,
               GPtrArray           *injections,
               GPtrArray           *assessments,
               gboolean             anyway,
               const char          *reason,
               char               **id,
               GError             **error)
{
  g_autoptr (GlaTransaction) transaction = NULL;
  g_autofree char *name = NULL;
  gboolean exists = FALSE;

  transaction = gla_store_begin (self, error);
  if (transaction == NULL)
    return FALSE;
  name = treatment->id != NULL ? g_strdup (treatment->id) : gla_identifier_new ();
  if (self->batch != NULL && treatment->id != NULL
      && !gla_table_exists (self, &gla_treatment_table, name, &exists, error))
    return FALSE;
  if ((!exists
       && !insert_treatment (self, treatment, name, injections, assessments, anyway, reason,
                             error))
      || !gla_transaction_commit (transaction, error))
    return FALSE;
  self->batch_added = !exists;
  if (id != NULL)
    *id = g_steal_pointer (&name);
  return TRUE;
}

gboolean
gla_store_add_treatment (GlaStore            *self,
                         const GlaTreatment  *treatment,
                         GPtrArray           *injections,
                         GPtrArray           *assessments,
                         char               **id,
                         GError             **error)
{
  g_return_val_if_fail (self != NULL && treatment != NULL && injections != NULL, FALSE);

  return add_treatment (self, treatment, injections, assessments, FALSE, NULL, id, error);
}

gboolean
gla_store_add_treatment_anyway (GlaStore            *self,
                                const GlaTreatment  *treatment,
                                GPtrArray           *injections,
                                GPtrArray           *assessments,
                                const char          *reason,
                                char               **id,
                                GError             **error)
{
  g_return_val_if_fail (self != NULL && treatment != NULL && injections != NULL, FALSE);
  g_return_val_if_fail (reason != NULL && reason[0] != '\0', FALSE);

  return add_treatment (self, treatment, injections, assessments, TRUE, reason, id, error);
}

static gboolean
amend_treatment (GlaStore            *self,
                 const GlaTreatment  *treatment,
                 GPtrArray           *injections,
                 gboolean             anyway,
                 const char          *reason,
                 GError             **error)
{
  g_autoptr (GlaTransaction) transaction = NULL;
  g_autoptr (GArray) taken = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gint64 patient;

  transaction = gla_store_begin (self, error);
  if (transaction == NULL
      || !gla_store_find_patient_row (self, treatment->patient, &patient, error)
      || (taken = gla_store_read_taken (self, patient, treatment->id, error)) == NULL)
    return FALSE;
  before = gla_table_describe (self, &gla_treatment_table, treatment->id, error);
  if (before == NULL || !gla_table_update (self, &gla_treatment_table, treatment, error)
      || !gla_store_delete_injections (self, patient, treatment->id, error)
      || !gla_store_insert_injections (self, injections, patient, treatment->id, 0, error)
      || (!anyway && !gla_store_check_overdraw (self, patient, treatment->id, taken, error)))
    return FALSE;
  after = gla_table_describe (self, &gla_treatment_table, treatment->id, error);
  return after != NULL
         && gla_store_write_audit (self, "amend", "treatment", treatment->id, treatment->patient,
                                   before, after, reason, error)
         && gla_transaction_commit (transaction, error);
}

gboolean
gla_store_amend_treatment (GlaStore            *self,
                           const GlaTreatment  *treatment,
                           GPtrArray           *injections,
                           const char          *reason,
                           GError             **error)
{
  g_return_val_if_fail (self != NULL && treatment != NULL && treatment->id != NULL, FALSE);
  g_return_val_if_fail (injections != NULL, FALSE);

  return amend_treatment (self, treatment, injections, FALSE, reason, error);
}

gboolean
gla_store_amend_treatment_anyway (GlaStore            *self,
                                  const GlaTreatment  *treatment,
                                  GPtrArray           *injections,
                                  const char          *reason,
                                  GError             **error)
{
  g_return_val_if_fail (self != NULL && treatment != NULL && treatment->id != NULL, FALSE);
  g_return_val_if_fail (injections != NULL && reason != NULL && reason[0] != '\0', FALSE);

  return amend_treatment (self, treatment, injections, TRUE, reason, error);
}

static gboolean
take_row (GlaStore      *self,
          GlaStatement  *statement,
          GlaHistory    *history,
          GError       **error)
{
  GlaTreatment record = { .patient = history->patient->id };

  gla_table_read (&gla_treatment_table, statement, &record);
  gla_history_take_treatment (history, gla_treatment_new (&record));
  return TRUE;
}

const GlaHistoryPart gla_treatment_part = {
  GLA_HISTORY_PART ("treatment", COLUMNS ", revision", "void_reason IS NULL"),
  .take = take_row,
};
