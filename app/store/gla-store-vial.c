/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-store-parts.h"
#include "gla-store-read.h"

static const GlaField fields[] = {
  GLA_FIELD (GlaVial, TEXT, product),
  GLA_FIELD (GlaVial, TEXT, presentation),
  GLA_FIELD (GlaVial, TEXT, lot),
  GLA_FIELD (GlaVial, DAY, expiry),
  GLA_FIELD (GlaVial, UNITS, content),
  GLA_FIELD (GlaVial, DAY, received),
  GLA_FIELD (GlaVial, TEXT, supplier),
  GLA_FIELD (GlaVial, TEXT, diluent),
  GLA_FIELD (GlaVial, VOLUME, diluent_volume),
  GLA_FIELD (GlaVial, TEXT, reconstituted),
  GLA_FIELD (GlaVial, INT, state),
  GLA_FIELD (GlaVial, TEXT, note),
  GLA_FIELD (GlaVial, TEXT, gtin),
  GLA_FIELD (GlaVial, TEXT, serial),
};

#define COLUMNS                                                                                    \
  "id, product, presentation, lot, expiry, content, received, supplier, diluent, diluent_volume,"  \
  " reconstituted, state, note, gtin, serial"

const GlaTable gla_vial_table = {
  GLA_TABLE_STATEMENTS ("vial", "0"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .id = offsetof (GlaVial, id),
  .patient = GLA_NO_MEMBER,
  .revision = offsetof (GlaVial, revision),
  .insert = "INSERT INTO vial (" COLUMNS ") VALUES (:id, :product, :presentation, :lot, :expiry,"
            " :content, :received, :supplier, :diluent, :diluent_volume, :reconstituted, :state,"
            " :note, :gtin, :serial)",
  .update = "UPDATE vial SET product = :product, presentation = :presentation, lot = :lot,"
            " expiry = :expiry, content = :content, received = :received, supplier = :supplier,"
            " diluent = :diluent, diluent_volume = :diluent_volume,"
            " reconstituted = :reconstituted, state = :state, note = :note,"
            " gtin = :gtin, serial = :serial, revision = revision + 1 WHERE id = :id",
  .extra = gla_store_describe_vial_events,
};

gboolean
gla_store_add_vial (GlaStore       *self,
                    const GlaVial  *vial,
                    char          **id,
                    GError        **error)
{
  g_return_val_if_fail (self != NULL && vial != NULL, FALSE);

  return gla_table_add (self, &gla_vial_table, vial, id, error);
}

gboolean
gla_store_amend_vial (GlaStore       *self,
                      const GlaVial  *vial,
                      const char     *reason,
                      GError        **error)
{
  g_return_val_if_fail (self != NULL && vial != NULL && vial->id != NULL, FALSE);

  return gla_table_amend (self, &gla_vial_table, vial, reason, error);
}

/* One that a history names is shown even if it was voided since. */
gboolean
gla_store_read_vial (GlaStore     *self,
                     const char   *id,
                     GlaVial     **vial,
                     GError      **error)
{
  g_autoptr (GlaStatement) statement
      = gla_store_prepare (self, "SELECT " COLUMNS ", revision FROM vial WHERE id = :id", error);
  GlaVial record = { 0 };
  gboolean row;

  *vial = NULL;
  if (statement == NULL)
    return FALSE;
  gla_statement_bind_text (statement, ":id", id);
  if (!gla_statement_step (statement, &row, error))
    return FALSE;
  if (row)
    {
      gla_table_read (&gla_vial_table, statement, &record);
      *vial = gla_vial_new (&record);
    }
  return TRUE;
}

gboolean
gla_store_find_vial (GlaStore    *self,
                     const char  *id,
                     GlaVial    **vial,
                     GError     **error)
{
  const GlaVial *known;

  if (self->vials == NULL)
    return gla_store_read_vial (self, id, vial, error);
  known = g_hash_table_lookup (self->vials, id);
  *vial = known != NULL ? gla_vial_ref (known) : NULL;
  return TRUE;
}

/* One pass over the table: looked up one by one, vials would be most of the work. */
gboolean
gla_store_keep_vials (GlaStore  *self,
                      GError   **error)
{
  g_autoptr (GlaStatement) statement
      = gla_store_prepare (self, "SELECT " COLUMNS ", revision FROM vial", error);
  g_autoptr (GHashTable) vials = NULL;
  gboolean row = TRUE;

  if (statement == NULL)
    return FALSE;
  vials = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) gla_vial_unref);
  while (gla_statement_step (statement, &row, error) && row)
    {
      GlaVial record = { 0 };
      GlaVial *vial;

      gla_table_read (&gla_vial_table, statement, &record);
      vial = gla_vial_new (&record);
      g_hash_table_insert (vials, (gpointer) vial->id, vial);
    }
  if (row)
    return FALSE;
  self->vials = g_steal_pointer (&vials);
  return TRUE;
}

void
gla_store_forget_vials (GlaStore *self)
{
  g_clear_pointer (&self->vials, g_hash_table_unref);
}

GPtrArray *
gla_store_list_vials (GlaStore  *self,
                      gboolean   with_finished,
                      GError   **error)
{
  g_autoptr (GlaStatement) statement = NULL;
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_vial_unref);
  gboolean row = TRUE;

  g_return_val_if_fail (self != NULL, NULL);

  statement = gla_store_prepare (self,
                                 "SELECT " COLUMNS ", revision FROM vial"
                                 " WHERE void_reason IS NULL"
                                 " AND (:all = 1 OR state NOT IN (:finished, :discarded))"
                                 " ORDER BY CASE WHEN state = :open THEN 0 ELSE 1 END,"
                                 " CASE WHEN expiry IS NULL THEN 1 ELSE 0 END, expiry, product,"
                                 " lot, id",
                                 error);
  if (statement == NULL)
    return NULL;
  gla_statement_bind_int (statement, ":all", with_finished ? 1 : 0);
  gla_statement_bind_int (statement, ":finished", GLA_VIAL_FINISHED);
  gla_statement_bind_int (statement, ":discarded", GLA_VIAL_DISCARDED);
  gla_statement_bind_int (statement, ":open", GLA_VIAL_OPEN);
  while (gla_statement_step (statement, &row, error) && row)
    {
      GlaVial vial = { 0 };

      gla_table_read (&gla_vial_table, statement, &vial);
      g_ptr_array_add (list, gla_vial_new (&vial));
    }
  return row ? NULL : g_steal_pointer (&list);
}
