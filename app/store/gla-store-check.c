/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-fridge.h"
#include "gla-i18n.h"
#include "gla-store-backup.h"
#include "gla-store-error.h"
#include "gla-store-private.h"

/* Damage stops a check half-way; that is itself a finding, other errors are not. */
static gboolean
is_damage (const GError *error)
{
  return g_error_matches (error, GLA_STORE_ERROR, GLA_STORE_ERROR_CORRUPT)
         || g_error_matches (error, GLA_STORE_ERROR, GLA_STORE_ERROR_FOREIGN);
}

static gboolean
check_integrity (GlaStore   *self,
                 GPtrArray  *faults,
                 GError    **error)
{
  g_autoptr (GlaStatement) statement
      = gla_store_prepare (self, "PRAGMA integrity_check (100)", error);
  gboolean row = TRUE;

  if (statement == NULL)
    return FALSE;
  while (gla_statement_step (statement, &row, error) && row)
    {
      const char *line = gla_statement_get_text (statement, 0);

      if (g_strcmp0 (line, "ok") != 0)
        g_ptr_array_add (faults, g_strdup_printf (_("The file is damaged: %s"), line));
    }
  return !row;
}

static char *
describe_orphans (int         count,
                  const char *table,
                  const char *parent)
{
  return g_strdup_printf (ngettext ("%d record in “%s” refers to one in “%s” that is missing.",
                                    "%d records in “%s” refer to some in “%s” that are missing.",
                                    count),
                          count, table, parent);
}

static gboolean
check_keys (GlaStore   *self,
            GPtrArray  *faults,
            GError    **error)
{
  g_autoptr (GlaStatement) statement
      = gla_store_prepare (self,
                           "SELECT \"table\", parent, count (*) FROM pragma_foreign_key_check"
                           " GROUP BY 1, 2 ORDER BY 1, 2",
                           error);
  gboolean row = TRUE;

  if (statement == NULL)
    return FALSE;
  while (gla_statement_step (statement, &row, error) && row)
    g_ptr_array_add (faults, describe_orphans ((int) gla_statement_get_int (statement, 2),
                                               gla_statement_get_text (statement, 0),
                                               gla_statement_get_text (statement, 1)));
  return !row;
}

/* A rule that no table can state: what breaks it, and how that is said with an identifier. */
typedef struct
{
  const char *sql;
  const char *words;
} Rule;

static const Rule rules[] = {
  { "SELECT v.id FROM vial v WHERE v.content IS NOT NULL AND v.content <"
    " (SELECT coalesce (sum (i.units), 0) FROM injection i WHERE i.vial = v.id"
    "  AND NOT EXISTS (SELECT 1 FROM treatment t WHERE t.patient = i.patient"
    "   AND t.id = i.treatment AND t.void_reason IS NOT NULL))"
    " + (SELECT coalesce (sum (e.units), 0) FROM vial_event e WHERE e.vial = v.id"
    "  AND e.void_reason IS NULL) LIMIT 100",
    N_("Vial %s: more units were drawn from it than it held.") },
  { "SELECT t.id FROM treatment t JOIN patient p ON p.row = t.patient"
    " WHERE t.void_reason IS NULL AND t.precision = 0 AND t.day < p.birth_day LIMIT 100",
    N_("Treatment %s is dated before the patient was born.") },
  { "SELECT a.id FROM assessment a JOIN patient p ON p.row = a.patient"
    " WHERE a.void_reason IS NULL AND a.day < p.birth_day LIMIT 100",
    N_("Assessment %s is dated before the patient was born.") },
  { "SELECT p.id FROM patient p WHERE NOT EXISTS"
    " (SELECT 1 FROM patient_word w WHERE w.patient = p.row"
    "  AND w.word = substr (p.name_key, 1, instr (p.name_key || ' ', ' ') - 1))"
    " AND substr (p.name_key, 1, 1) <> ' ' LIMIT 100",
    N_("Patient %s is not found by the family name.") },
  { "SELECT '" GLA_FRIDGE_FIRST "' WHERE NOT EXISTS"
    " (SELECT 1 FROM fridge WHERE id = '" GLA_FRIDGE_FIRST "')",
    N_("Fridge %s, which every clinic has, is missing.") },
};

/* What the last entry of the audit says of a record is what the record is. */
#define UNAUDITED(TABLE)                                                                           \
  "SELECT a.record FROM audit a WHERE a.number = (SELECT max (b.number) FROM audit b"              \
  "  WHERE b.patient = a.patient AND b.record = a.record)"                                         \
  " AND a.subject = '" TABLE "' AND EXISTS (SELECT 1 FROM " TABLE " r WHERE r.id = a.record"       \
  "  AND r.revision <> json_extract (a.after, '$.revision')) LIMIT 100"

static const Rule audit_rules[] = {
  { UNAUDITED ("patient"), N_("Patient %s was changed without an entry in the audit.") },
  { UNAUDITED ("treatment"), N_("Treatment %s was changed without an entry in the audit.") },
  { UNAUDITED ("case_record"), N_("Case %s was changed without an entry in the audit.") },
  { UNAUDITED ("booking"), N_("Booking %s was changed without an entry in the audit.") },
  { UNAUDITED ("photo"), N_("Photo %s was changed without an entry in the audit.") },
  { UNAUDITED ("treatment_plan"), N_("Plan %s was changed without an entry in the audit.") },
};

static gboolean
check_rule (GlaStore    *self,
            const Rule  *rule,
            GPtrArray   *faults,
            GError     **error)
{
  g_autoptr (GlaStatement) statement = gla_store_prepare (self, rule->sql, error);
  gboolean row = TRUE;

  if (statement == NULL)
    return FALSE;
  while (gla_statement_step (statement, &row, error) && row)
    {
      g_auto (GStrv) parts = g_strsplit (_(rule->words), "%s", 2);

      g_ptr_array_add (faults, g_strjoin (gla_statement_get_text (statement, 0), parts[0],
                                          parts[1], NULL));
    }
  return !row;
}

static gboolean
check_rules (GlaStore   *self,
             GPtrArray  *faults,
             GError    **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    if (!check_rule (self, &rules[i], faults, error))
      return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (audit_rules); i++)
    if (!check_rule (self, &audit_rules[i], faults, error))
      return FALSE;
  return TRUE;
}

GPtrArray *
gla_store_check (GlaStore          *self,
                 GlaStoreProgress   progress,
                 gpointer           user_data,
                 GError           **error)
{
  static gboolean (*const checks[]) (GlaStore *, GPtrArray *, GError **)
      = { check_integrity, check_keys, gla_store_check_audit, gla_store_check_protocols,
          gla_store_check_photos, check_rules };
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (self != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (checks); i++)
    {
      g_autoptr (GError) check_error = NULL;

      if (progress != NULL)
        progress ((double) i / G_N_ELEMENTS (checks), user_data);
      if (checks[i] (self, faults, &check_error))
        continue;
      if (!is_damage (check_error))
        {
          g_propagate_error (error, g_steal_pointer (&check_error));
          return NULL;
        }
      if (i == 0 || faults->len == 0)
        g_ptr_array_add (faults, g_strdup (check_error->message));
    }
  if (progress != NULL)
    progress (1.0, user_data);
  return g_steal_pointer (&faults);
}
