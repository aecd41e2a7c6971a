/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-identifier.h"
#include "gla-json.h"
#include "gla-store-parts.h"

static const GlaField fields[] = {
  GLA_FIELD (GlaInjection, TEXT, area),
  GLA_FIELD (GlaInjection, INT, side),
  GLA_FIELD (GlaInjection, TEXT, vial),
  GLA_FIELD (GlaInjection, TEXT, product),
  GLA_FIELD (GlaInjection, TEXT, lot),
  GLA_FIELD (GlaInjection, UNITS, units),
  GLA_FIELD (GlaInjection, COUNT, points),
  GLA_FIELD (GlaInjection, VOLUME, volume),
  GLA_FIELD (GlaInjection, TEXT, technique),
  GLA_FIELD (GlaInjection, TEXT, map_view),
  GLA_FIELD (GlaInjection, INT, map_x),
  GLA_FIELD (GlaInjection, INT, map_y),
  GLA_FIELD (GlaInjection, TEXT, depth),
  GLA_FIELD (GlaInjection, TEXT, needle),
};

/* Of the first column behind the fields. */
#define PLACE ((int) G_N_ELEMENTS (fields))

gboolean
gla_store_insert_injections (GlaStore    *self,
                             GPtrArray   *injections,
                             gint64       patient,
                             const char  *treatment,
                             gint64       position,
                             GError     **error)
{
  g_autoptr (GlaStatement) statement
      = gla_store_prepare (self,
                           "INSERT INTO injection (patient, treatment, position, id, area, side,"
                           " vial, product, lot, units, points, volume, technique, map_view,"
                           " map_x, map_y, depth, needle) VALUES (:patient, :treatment, :position, :id, :area,"
                           " :side, :vial, :product, :lot, :units, :points, :volume, :technique,"
                           " :map_view, :map_x, :map_y, :depth, :needle)",
                           error);

  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < injections->len; i++)
    {
      GlaInjection injection = *(const GlaInjection *) injections->pdata[i];
      g_autofree char *id = injection.id == NULL ? gla_identifier_new () : NULL;

      /* Those of the vial are read through it, so that a corrected lot follows. */
      if (injection.vial != NULL)
        {
          injection.product = NULL;
          injection.lot = NULL;
        }
      gla_statement_bind_int (statement, ":patient", patient);
      gla_statement_bind_text (statement, ":treatment", treatment);
      gla_statement_bind_int (statement, ":position", position + i);
      gla_statement_bind_text (statement, ":id", injection.id != NULL ? injection.id : id);
      gla_fields_bind (fields, G_N_ELEMENTS (fields), statement, &injection);
      if (!gla_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
gla_store_delete_injections (GlaStore    *self,
                             gint64       patient,
                             const char  *treatment,
                             GError     **error)
{
  g_autoptr (GlaStatement) statement
      = gla_store_prepare (self,
                           "DELETE FROM injection"
                           " WHERE patient = :patient AND treatment = :treatment",
                           error);

  if (statement == NULL)
    return FALSE;
  gla_statement_bind_int (statement, ":patient", patient);
  gla_statement_bind_text (statement, ":treatment", treatment);
  return gla_statement_run (statement, error);
}

gboolean
gla_store_describe_rows (GlaStore    *self,
                         const char  *sql,
                         const char  *id,
                         const char  *name,
                         GString     *json,
                         GError     **error)
{
  g_autoptr (GlaStatement) statement = gla_store_prepare (self, sql, error);
  gboolean row = TRUE;
  guint count = 0;

  if (statement == NULL)
    return FALSE;
  gla_statement_bind_text (statement, ":id", id);
  for (; gla_statement_step (statement, &row, error) && row; count++)
    {
      if (count == 0)
        g_string_append_printf (json, ",\"%s\":[{", name);
      else
        g_string_append (json, ",{");
      gla_json_append_row (json, statement);
      g_string_append_c (json, '}');
    }
  if (count > 0)
    g_string_append_c (json, ']');
  return !row;
}

/* That of @id, in the history from then on; @vial is NULL if the file has none. */
static gboolean
find_vial (GlaStore        *self,
           GlaHistory      *history,
           const char      *id,
           const GlaVial  **vial,
           GError         **error)
{
  GlaVial *read = NULL;

  *vial = gla_history_find_vial (history, id);
  if (id == NULL || *vial != NULL)
    return TRUE;
  if (!gla_store_find_vial (self, id, &read, error))
    return FALSE;
  if (read != NULL)
    gla_history_take_vial (history, read);
  *vial = read;
  return TRUE;
}

/* The treatments are in the history by now; injections of voided ones are passed over. */
static gboolean
take_row (GlaStore      *self,
          GlaStatement  *statement,
          GlaHistory    *history,
          GError       **error)
{
  GlaInjection record = { 0 };
  const GlaVial *vial;

  gla_fields_read (fields, G_N_ELEMENTS (fields), statement, 0, &record);
  record.id = gla_statement_get_text (statement, PLACE);
  record.treatment
    = gla_store_keep_treatment (history, gla_statement_get_text (statement, PLACE + 1));
  record.position = (int) gla_statement_get_int (statement, PLACE + 2);
  if (record.treatment == NULL)
    return TRUE;
  if (!find_vial (self, history, record.vial, &vial, error))
    return FALSE;
  if (vial != NULL)
    {
      record.product = vial->product;
      record.lot = vial->lot;
    }
  gla_history_take_injection (history, gla_injection_new (&record));
  return TRUE;
}

const GlaHistoryPart gla_injection_part = {
  GLA_HISTORY_PART ("injection",
                    "area, side, vial, product, lot, units, points, volume, technique, map_view,"
                    " map_x, map_y, depth, needle, id, treatment, position",
                    "1 = 1"),
  .take = take_row,
};
