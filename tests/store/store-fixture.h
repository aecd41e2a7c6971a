/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-store-private.h"
#include "gla-store-backup.h"
#include "gla-store-case.h"
#include "gla-store-read.h"
#include "gla-store-search.h"
#include "gla-store-write.h"

G_BEGIN_DECLS

/* A folder of its own and an open clinic file in it, for each test. */
typedef struct
{
  char *folder;
  char *path;
  GlaStore *store;
} StoreFixture;

#define STORE_TEST(path, func)                                                                     \
  g_test_add (path, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)

void    store_fixture_set_up     (StoreFixture   *self,
                                  gconstpointer   data);
void    store_fixture_tear_down  (StoreFixture   *self,
                                  gconstpointer   data);

/** store_fixture_reopen: closes the file and opens it again. */
void    store_fixture_reopen     (StoreFixture   *self);

/** store_fixture_path: (transfer full): @name in the folder of the test. */
char   *store_fixture_path       (StoreFixture   *self,
                                  const char     *name);

char   *store_add_patient        (GlaStore       *store,
                                  const char     *family_name,
                                  const char     *given_name,
                                  const char     *birth_day);

/** store_add_treatment: one injection of 20 units into the glabella. */
char   *store_add_treatment      (GlaStore       *store,
                                  const char     *patient,
                                  const char     *day,
                                  const char     *vial,
                                  const char     *lot);

char   *store_add_vial           (GlaStore       *store,
                                  const char     *lot,
                                  GlaUnits        content);

/** store_keep_protocol: (transfer full): a copy of a protocol that cases can name. */
char   *store_keep_protocol      (GlaStore       *store);

/** store_make_case: an open case about the glabella, treated elsewhere; the texts are the caller's. */
GlaCaseRecord store_make_case    (const char     *patient,
                                  const char     *protocol);

/** store_read_history: as gla_store_read_history(), which has to succeed. */
GlaHistory *store_read_history   (GlaStore       *store,
                                  const char     *patient);

/** store_read_case: (transfer full): by its place among those of the patient. */
GlaCaseRecord *store_read_case   (GlaStore       *store,
                                  const char     *patient,
                                  guint           index);

/** store_leave_journals: as of a clinic file @path that was moved away without them; the content of the first. */
GBytes *store_leave_journals     (StoreFixture   *self,
                                  const char     *path);

/** store_assert_kept: @kept is the journal @journal of @path under another name. */
void    store_assert_kept        (const char     *path,
                                  const char     *kept,
                                  GBytes         *journal);

/** store_assert_sound: gla_store_check() finds nothing. */
void    store_assert_sound       (GlaStore       *store);

/** store_execute: SQL on a connection of its own, as another program would. */
void    store_execute            (const char     *path,
                                  const char     *sql);

/** store_get_audit: the newest entry of the audit. */
GlaAuditEntry *store_get_audit   (GlaStore       *store);

/** store_count_audit: how many entries there are. */
guint   store_count_audit        (GlaStore       *store);

/**
 * store_check_audit:
 * @before: (nullable): part of the record as it was; NULL if there was none
 * @after: (nullable): likewise as it is
 *
 * There are @entries entries, and this is the newest.
 */
void    store_check_audit        (GlaStore       *store,
                                  guint           entries,
                                  const char     *action,
                                  const char     *table,
                                  const char     *before,
                                  const char     *after);

G_END_DECLS
