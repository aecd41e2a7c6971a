/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-database.h"
#include "gla-name-order.h"
#include "gla-paused-indexes.h"
#include "gla-schema.h"
#include "gla-store-write.h"
#include "gla-table.h"
#include "gla-transaction.h"
#include "gla-word-list.h"

G_BEGIN_DECLS

/* What the files of this room share. */

struct _GlaStore
{
  char *path;
  char *aside;               /* where a journal was kept that lay in the way, or NULL */
  GlaDatabase *database;
  char *author;              /* identifier of staff, or NULL */

  GlaTransaction *batch;     /* NULL outside of a batch */
  gboolean batch_added;      /* whether the last add call of the batch added its record */
  GlaWordList *batch_words;  /* words of the batch that are not yet in the index */
  GlaPausedIndexes *paused;  /* indexes that the batch makes at its end, or NULL */

  GlaNameOrder *names;       /* order of all patients by name, NULL until it is asked for */
  gint64 names_version;      /* counts changes of names by this connection */

  GHashTable *vials;         /* (element-type utf8 GlaVial): while all histories are read, or NULL */

  gint64 quiet_changes;      /* rows that were written as drafts, which are no part of the record */
  gint64 draft_changes;      /* drafts that appeared or went */

  gint64 last_number;        /* highest record number given in this batch, 0: look it up */
  char *last_patient;        /* the patient looked up last, and its row */
  gint64 last_patient_row;
};

/** gla_store_open_with: with @steps for the schema and, if @exclusive, as on a network drive. */
GlaStore *gla_store_open_with        (const char            *path,
                                      GlaStoreFlags          flags,
                                      const GlaSchemaSteps  *steps,
                                      gboolean               exclusive,
                                      GError               **error);

/** gla_store_prepare: a statement on the store's connection; @sql is a literal. */
GlaStatement *gla_store_prepare      (GlaStore              *self,
                                      const char            *sql,
                                      GError               **error);

/**
 * gla_store_begin:
 *
 * A transaction for one write of several statements. Within a batch it is a part
 * that can be undone by itself.
 */
GlaTransaction *gla_store_begin      (GlaStore              *self,
                                      GError               **error);

/**
 * gla_store_begin_single:
 *
 * The same for a write that is one statement within a batch, and so leaves
 * nothing half-done: no part of the batch is begun (@transaction is NULL), since
 * keeping the old pages of each part costs more than the writing.
 */
gboolean  gla_store_begin_single     (GlaStore              *self,
                                      GlaTransaction       **transaction,
                                      GError               **error);

/** gla_store_commit_single: commits what gla_store_begin_single() began, if anything. */
gboolean  gla_store_commit_single    (GlaTransaction        *transaction,
                                      GError               **error);

/** gla_store_find_patient_row: the row of a patient, voided or not; fails with NOT_FOUND. */
gboolean  gla_store_find_patient_row (GlaStore              *self,
                                      const char            *id,
                                      gint64                *row,
                                      GError               **error);

/** gla_store_forget_names: after a change of a patient's name or of who is shown. */
void      gla_store_forget_names     (GlaStore              *self);

/** gla_store_set_not_found: @error for a record that is not in the file. */
void      gla_store_set_not_found    (GError               **error);

/**
 * gla_store_write_audit:
 * @record: (nullable): identifier
 * @patient: (nullable): identifier
 * @before: (nullable): JSON
 * @after: (nullable): JSON
 *
 * Adds an entry to the chain, within the caller's transaction.
 */
gboolean  gla_store_write_audit      (GlaStore              *self,
                                      const char            *action,
                                      const char            *subject,
                                      const char            *record,
                                      const char            *patient,
                                      const char            *before,
                                      const char            *after,
                                      const char            *reason,
                                      GError               **error);

/** gla_store_check_audit: adds what is wrong with the chain to @faults in words. */
gboolean  gla_store_check_audit      (GlaStore              *self,
                                      GPtrArray             *faults,
                                      GError               **error);

/** gla_store_check_photos: likewise photos whose picture is missing or not as it was kept. */
gboolean  gla_store_check_photos     (GlaStore              *self,
                                      GPtrArray             *faults,
                                      GError               **error);

/** gla_store_check_protocols: likewise the kept copies of protocols that are not as they were. */
gboolean  gla_store_check_protocols  (GlaStore              *self,
                                      GPtrArray             *faults,
                                      GError               **error);

/** gla_store_index_patient: enters or removes the words by which a patient is found. */
gboolean  gla_store_index_patient    (GlaStore              *self,
                                      gint64                 row,
                                      const GlaPatient      *patient,
                                      gboolean               add,
                                      GError               **error);

/** gla_store_flush_words: brings the words that a batch has gathered into the index. */
gboolean  gla_store_flush_words      (GlaStore              *self,
                                      GError               **error);

/** gla_store_make_name_key: (transfer full): what lists are sorted by. */
char     *gla_store_make_name_key    (const char            *family_name,
                                      const char            *given_name);

/** gla_store_make_phone_key: (transfer full) (nullable): digits, last first; NULL if too few. */
char     *gla_store_make_phone_key   (const char            *phone);

G_END_DECLS
