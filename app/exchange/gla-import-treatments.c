/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows that are injections; those of one patient, day and injector are one treatment. */

#include "config.h"

#include "gla-import-private.h"

#include "gla-i18n.h"
#include "gla-store-import.h"
#include "gla-store-write.h"

#include <stdlib.h>

/* More points than anyone injects into one area. */
#define POINTS_MAX 500

typedef struct
{
  GlaImportPerson person;
  GlaTreatment treatment;
  GlaInjection injection;
  const char *product;      /* as written */
} TreatmentRow;

static gboolean
read_amounts (GlaImportRun *run,
              TreatmentRow *row)
{
  const char *units = gla_import_get (run, GLA_IMPORT_FIELD_UNITS);
  const char *points = gla_import_get (run, GLA_IMPORT_FIELD_POINTS);
  guint64 number;

  row->injection.units = GLA_UNITS_UNKNOWN;
  if (units != NULL && !gla_import_is_unknown (units)
      && !gla_units_parse (units, &row->injection.units))
    {
      gla_import_refuse (run, GLA_IMPORT_FIELD_UNITS,
                         _("This is no number of units between 0 and 1,000,000."));
      return FALSE;
    }
  if (points == NULL || gla_import_is_unknown (points))
    return TRUE;
  if (!g_ascii_string_to_unsigned (points, 10, 0, POINTS_MAX, &number, NULL))
    {
      gla_import_refuse (run, GLA_IMPORT_FIELD_POINTS, _("This is no number of points."));
      return FALSE;
    }
  row->injection.points = (int) number;
  return TRUE;
}

/* A product or lot that is not known is no reason to lose what was injected. */
static void
read_product (GlaImportRun *run,
              TreatmentRow *row)
{
  const char *lot = gla_import_get (run, GLA_IMPORT_FIELD_LOT);
  GlaProduct *product;

  row->product = gla_import_get (run, GLA_IMPORT_FIELD_PRODUCT);
  if (row->product != NULL && gla_import_is_unknown (row->product))
    row->product = NULL;
  if (lot != NULL && !gla_import_is_unknown (lot))
    row->injection.lot = lot;
  if (row->product == NULL)
    return;
  product = gla_catalogue_find_product_by_name (run->catalogue, row->product);
  if (product != NULL)
    row->injection.product = gla_product_get_key (product);
  else
    gla_import_note (run, GLA_IMPORT_FIELD_PRODUCT,
                     _("This product is not known. The product is left as not known, and the "
                       "word was put into the note of the treatment."));
}

static void
append_note (GlaImportRun *run,
             TreatmentRow *row,
             char         *line)
{
  g_autofree char *owned = line;

  row->treatment.note = gla_import_append_line (run, row->treatment.note, owned);
  if (row->treatment.note == owned)
    row->treatment.note = g_string_chunk_insert (run->texts, owned);
}

/* What the record has no place of its own for is kept in words. */
static gboolean
read_note (GlaImportRun *run,
           TreatmentRow *row)
{
  const char *reason = gla_import_get (run, GLA_IMPORT_FIELD_REASON);
  GlaDayPrecision precision;
  GlaDay expiry;
  char day[11];

  if (!gla_import_read_date (run, GLA_IMPORT_FIELD_EXPIRY, &expiry, &precision))
    return FALSE;
  row->treatment.note = gla_import_get (run, GLA_IMPORT_FIELD_NOTE);
  if (reason != NULL && !gla_import_is_unknown (reason)
      && !gla_import_read_reason (reason, &row->treatment.reason))
    append_note (run, row, g_strdup_printf (_("Reason of the visit: %s"), reason));
  if (row->product != NULL && row->injection.product == NULL)
    append_note (run, row, g_strdup_printf (_("Product in the imported list: %s"), row->product));
  if (expiry == GLA_DAY_NONE)
    return TRUE;
  gla_day_write_iso (expiry, day);
  /* Of a month only year and month are known. */
  if (precision == GLA_DAY_MONTH || precision == GLA_DAY_YEAR)
    day[precision == GLA_DAY_MONTH ? 7 : 4] = '\0';
  append_note (run, row,
               row->injection.lot != NULL
                 ? g_strdup_printf (_("Expiry of lot %s: %s"), row->injection.lot, day)
                 : g_strdup_printf (_("Expiry of the lot: %s"), day));
  return TRUE;
}

static gboolean
read_row (GlaImportRun *run,
          TreatmentRow *row)
{
  GlaArea *area;

  if (!gla_import_read_date (run, GLA_IMPORT_FIELD_DAY, &row->treatment.day,
                             &row->treatment.precision)
      || !gla_import_find_area (run, &area, &row->injection.side) || !read_amounts (run, row))
    return FALSE;
  row->injection.area = gla_area_get_key (area);
  read_product (run, row);
  if (row->treatment.day == GLA_DAY_NONE)
    gla_import_note (run, GLA_IMPORT_FIELD_DAY,
                     _("The date is not known; the treatment is kept without one."));
  return read_note (run, row);
}

/* The last day that an inexact one can mean. */
static GlaDay
get_last_day (const GlaTreatment *treatment)
{
  static const int slack[] = {
    [GLA_DAY_EXACT] = 0, [GLA_DAY_ABOUT] = 7, [GLA_DAY_MONTH] = 16, [GLA_DAY_YEAR] = 184,
  };

  return treatment->day != GLA_DAY_NONE ? treatment->day + slack[treatment->precision]
                                        : GLA_DAY_NONE;
}

static char *
make_treatment_id (const TreatmentRow *row)
{
  char day[11];
  g_autofree char *key
      = g_strdup_printf ("treatment|%s|%s|%d|%s", row->person.id,
                         gla_day_write_iso (row->treatment.day, day), row->treatment.precision,
                         row->treatment.injector != NULL ? row->treatment.injector : "");

  return gla_identifier_from_text (key);
}

/* The same injection twice in one treatment is the first and the second of its kind. */
static char *
make_injection_id (GlaImportRun       *run,
                   const TreatmentRow *row)
{
  g_autofree char *units = gla_units_to_text (row->injection.units);
  const char *product = row->injection.product != NULL ? row->injection.product : row->product;
  g_autofree char *key
      = g_strdup_printf ("injection|%s|%s|%d|%s|%s|%s", row->treatment.id, row->injection.area,
                         row->injection.side, product != NULL ? product : "",
                         row->injection.lot != NULL ? row->injection.lot : "", units);
  g_autofree char *counted = g_strdup_printf ("%s|%u", key, gla_import_count (run, key));

  return gla_identifier_from_text (counted);
}

/*
 * Adds the treatment without injections at its first row; its other rows may come
 * anywhere in the list.
 */
static gboolean
begin_treatment (GlaImportRun  *run,
                 TreatmentRow  *row,
                 GError       **error)
{
  gpointer hash = GSIZE_TO_POINTER ((gsize) gla_import_hash (row->treatment.id));
  g_autoptr (GPtrArray) none = NULL;
  gpointer added;

  if (g_hash_table_lookup_extended (run->begun, hash, NULL, &added))
    {
      if (GPOINTER_TO_INT (added) && row->treatment.note != NULL)
        return gla_store_append_note (run->store, row->treatment.id, row->treatment.note, error);
      return TRUE;
    }
  none = g_ptr_array_new ();
  if (!gla_store_add_treatment (run->store, &row->treatment, none, NULL, NULL, error))
    return FALSE;
  added = GINT_TO_POINTER (gla_store_batch_was_added (run->store));
  run->result->n_treatments += GPOINTER_TO_INT (added);
  g_hash_table_insert (run->begun, hash, added);
  return TRUE;
}

static GlaImportOutcome
add_row (GlaImportRun  *run,
         TreatmentRow  *row,
         GError       **error)
{
  g_autofree char *treatment_id = make_treatment_id (row);
  g_autofree char *injection_id = NULL;
  GError *cause = NULL;

  row->treatment.id = treatment_id;
  row->treatment.patient = row->person.id;
  injection_id = make_injection_id (run, row);
  row->injection.id = injection_id;
  row->injection.treatment = treatment_id;
  if (!begin_treatment (run, row, &cause)
      || !gla_store_append_injection (run->store, treatment_id, &row->injection, &cause))
    return gla_import_fail (run, cause, error);
  if (!gla_store_batch_was_added (run->store))
    return GLA_IMPORT_THERE;
  run->result->n_injections++;
  return GLA_IMPORT_TAKEN;
}

GlaImportOutcome
gla_import_take_treatment (GlaImportRun  *run,
                           GError       **error)
{
  TreatmentRow row = { .treatment.consent_day = GLA_DAY_NONE };
  GlaImportOutcome outcome;

  /* All that can be refused comes before anything is added. */
  if (!read_row (run, &row))
    return GLA_IMPORT_REFUSED;
  outcome = gla_import_find_patient (run, TRUE, get_last_day (&row.treatment), &row.person, error);
  if (outcome != GLA_IMPORT_TAKEN && outcome != GLA_IMPORT_THERE)
    return outcome;
  if (!gla_import_find_staff (run, GLA_IMPORT_FIELD_INJECTOR, &row.treatment.injector, error))
    return GLA_IMPORT_FAILED;
  return add_row (run, &row, error);
}
