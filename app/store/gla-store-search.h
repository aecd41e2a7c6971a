/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-patient.h"
#include "gla-store.h"

G_BEGIN_DECLS

/**
 * GlaPatientRow:
 *
 * What a list shows of a patient.
 */
typedef struct
{
  gint64 row;          /* position in the file; stays the same while the file is open */
  char *id;
  char *number;
  char *family_name;
  char *given_name;
  GlaDay birth_day;
  GlaDay last_treatment; /* GLA_DAY_NONE: none yet */
} GlaPatientRow;

void           gla_patient_row_free       (GlaPatientRow  *self);

/**
 * gla_store_search:
 * @text: what was typed: parts of names in any order, accents and case ignored;
 *   a birth date in any usual form; the end of a telephone number; a record
 *   number; a lot. "" finds everybody
 * @today: for two-digit years
 * @limit: at most so many rows, 0 for all
 *
 * In order of name; without text, too. All rows cost little more than the first
 * few: with 100,000 patients a letter that finds 20,000 of them takes about 1 ms,
 * and 10 ms once after names were changed.
 *
 * Returns: (transfer full) (element-type gint64): rows for gla_store_read_row()
 */
GArray        *gla_store_search           (GlaStore       *self,
                                           const char     *text,
                                           GlaDay          today,
                                           guint           limit,
                                           GError        **error);

/** gla_store_read_row: (transfer full): one row of a list, in well under a millisecond. */
GlaPatientRow *gla_store_read_row         (GlaStore       *self,
                                           gint64          row,
                                           GError        **error);

/** gla_store_find_row: the row of patient @id; 0 if there is none. */
gint64         gla_store_find_row         (GlaStore       *self,
                                           const char     *id,
                                           GError        **error);

/**
 * gla_store_find_patient:
 * @text: identifier, record number, or name of exactly one patient
 *
 * For commands. Fails with NOT_FOUND, also when several fit (the message says how many).
 *
 * Returns: (transfer full): the identifier
 */
char          *gla_store_find_patient     (GlaStore       *self,
                                           const char     *text,
                                           GlaDay          today,
                                           GError        **error);

/**
 * gla_store_find_similar:
 *
 * Patients who could be the same person as the one being entered: the same
 * birth day and a similar name, or nearly the same name, or the same telephone.
 *
 * Returns: (transfer full) (element-type GlaPatientRow): at most 5, likeliest first
 */
GPtrArray     *gla_store_find_similar     (GlaStore       *self,
                                           const char     *family_name,
                                           const char     *given_name,
                                           GlaDay          birth_day,
                                           const char     *phone,
                                           GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaPatientRow, gla_patient_row_free)

G_END_DECLS
