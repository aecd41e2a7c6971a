/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-import.h"
#include "gla-store-read.h"
#include "gla-store-write.h"

G_BEGIN_DECLS

/* A clinic file in a folder of its own, the catalogue, and lists to import. */

#define GLA_FIXTURE_TODAY "2026-11-23"

typedef struct
{
  char *folder;
  GlaStore *store;
  GlaCatalogue *catalogue;
} GlaImportFixture;

void              gla_import_fixture_set_up    (GlaImportFixture  *self,
                                                gconstpointer      data);
void              gla_import_fixture_tear_down (GlaImportFixture  *self,
                                                gconstpointer      data);

/* The path of a list with these bytes; length -1: up to the NUL. */
char             *gla_import_fixture_write     (GlaImportFixture  *self,
                                                const char        *name,
                                                const char        *text,
                                                gssize             length);

/* Imports a list that can be imported. */
GlaImportResult  *gla_import_fixture_run       (GlaImportFixture  *self,
                                                const char        *text,
                                                gboolean           dry_run);

/* The same, and whether the counts are these. */
void              gla_import_fixture_check     (GlaImportFixture  *self,
                                                const char        *text,
                                                gint64             n_taken,
                                                gint64             n_there,
                                                gint64             n_refused);

/* Everything about the one patient with this record number. */
GlaHistory       *gla_import_fixture_read      (GlaImportFixture  *self,
                                                const char        *number);

/* What the file has. */
GlaStoreCounts    gla_import_fixture_count     (GlaImportFixture  *self);

G_END_DECLS
