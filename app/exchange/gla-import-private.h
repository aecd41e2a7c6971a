/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-csv-reader.h"
#include "gla-import-people.h"
#include "gla-import-values.h"
#include "gla-import.h"

G_BEGIN_DECLS

/* What the files of an import share. */

/**
 * GlaImportOutcome:
 * @GLA_IMPORT_TAKEN: something of the row was added
 * @GLA_IMPORT_THERE: all of it was there already
 * @GLA_IMPORT_REFUSED: gla_import_refuse() was called
 * @GLA_IMPORT_NOT_FOUND: while looking for a patient: there is none; never of a row
 * @GLA_IMPORT_FAILED: the error is set and the import ends
 */
typedef enum
{
  GLA_IMPORT_TAKEN,
  GLA_IMPORT_THERE,
  GLA_IMPORT_REFUSED,
  GLA_IMPORT_NOT_FOUND,
  GLA_IMPORT_FAILED,
} GlaImportOutcome;

typedef struct
{
  const GlaImportPlan *plan;      /* borrowed */
  GlaStore *store;
  GlaCatalogue *catalogue;
  const GlaImportOptions *options;
  GCancellable *cancellable;

  GlaCsvReader *reader;
  GlaImportReport *report;
  GlaImportResult *result;
  GlaImportPeople *people;
  GHashTable *staff;              /* from folded name to identifier */
  GHashTable *seen;               /* from hash of a key to how often it came */
  GHashTable *begun;              /* from hash of a treatment to whether this import added it */
  gboolean second_pass;           /* for rows without a record number */
  gboolean has_later_rows;

  guint columns[GLA_N_IMPORT_FIELDS]; /* first column of a field, counted from 1; 0: none */
  GStringChunk *texts;            /* of the row */
  GPtrArray *issues;              /* of the row */
} GlaImportRun;

/** GlaImportRowFunc: takes one row. */
typedef GlaImportOutcome (*GlaImportRowFunc) (GlaImportRun *run, GError **error);

GlaImportOutcome  gla_import_take_patient    (GlaImportRun  *run,
                                              GError       **error);
GlaImportOutcome  gla_import_take_treatment  (GlaImportRun  *run,
                                              GError       **error);
GlaImportOutcome  gla_import_take_assessment (GlaImportRun  *run,
                                              GError       **error);

/* The row. */

/** gla_import_get: (nullable): the cleaned text of a field; several columns are joined. */
const char       *gla_import_get             (GlaImportRun   *run,
                                              GlaImportField  field);

/** gla_import_refuse: always %GLA_IMPORT_REFUSED. */
GlaImportOutcome  gla_import_refuse          (GlaImportRun   *run,
                                              GlaImportField  field,
                                              const char     *reason);

/** gla_import_note: the row is taken, but not all of it as it stands. */
void              gla_import_note            (GlaImportRun   *run,
                                              GlaImportField  field,
                                              const char     *reason);

/** gla_import_fail: a rule of the clinic file refuses the row; anything else fails the import. */
GlaImportOutcome  gla_import_fail            (GlaImportRun   *run,
                                              GError         *cause,
                                              GError        **error);

/** gla_import_read_date: %GLA_DAY_NONE if there is none; %FALSE if the row was refused for it. */
gboolean          gla_import_read_date       (GlaImportRun    *run,
                                              GlaImportField   field,
                                              GlaDay          *day,
                                              GlaDayPrecision *precision);

/** gla_import_is_future: whether all that an inexact day can mean is after today. */
gboolean          gla_import_is_future       (GlaImportRun    *run,
                                              GlaDay           day,
                                              GlaDayPrecision  precision);

/** gla_import_append_line: (transfer none): @note with one more line; either may be %NULL. */
const char       *gla_import_append_line     (GlaImportRun   *run,
                                              const char     *note,
                                              const char     *line);

/** gla_import_count: how often @key came in this import, this time included. */
guint             gla_import_count           (GlaImportRun   *run,
                                              const char     *key);

/** gla_import_hash: 64 bits for @text. */
guint64           gla_import_hash            (const char     *text);

/* Who and where. */

/**
 * gla_import_find_patient:
 * @add: whether to add a patient who is not known and has a name
 * @day: the last day that the row can mean, which must not be before birth
 * @person: (out): the patient
 *
 * Returns: %GLA_IMPORT_TAKEN if the patient was added for this row,
 *   %GLA_IMPORT_THERE, or why the row can't be taken
 */
GlaImportOutcome  gla_import_find_patient    (GlaImportRun       *run,
                                              gboolean            add,
                                              GlaDay              day,
                                              GlaImportPerson    *person,
                                              GError            **error);

/**
 * gla_import_find_staff:
 *
 * The member of staff of that name, added if there is none; NULL for no name.
 */
gboolean          gla_import_find_staff      (GlaImportRun   *run,
                                              GlaImportField  field,
                                              const char    **id,
                                              GError        **error);

/** gla_import_find_area: %FALSE if the row was refused. */
gboolean          gla_import_find_area       (GlaImportRun   *run,
                                              GlaArea       **area,
                                              GlaSide        *side);

G_END_DECLS
