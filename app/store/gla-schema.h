/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-database.h"

G_BEGIN_DECLS

/*
 * Versions of the schema. A step brings a file from the version before to its
 * own; steps are SQL files built into the program and never change again.
 */

/** GlaSchemaSteps: @scripts[i] leads to version i + 1. */
typedef struct
{
  const char *const *scripts;
  int n_scripts;
} GlaSchemaSteps;

/** gla_schema_get_steps: the steps of this program. */
const GlaSchemaSteps *gla_schema_get_steps (void);

/** gla_schema_create: all steps on an empty file, and the number that marks it as a clinic file. */
gboolean  gla_schema_create  (GlaDatabase           *database,
                              const GlaSchemaSteps  *steps,
                              GError               **error);

/**
 * gla_schema_check:
 * @older: (out): whether steps are missing
 *
 * Fails for a file that is not a clinic file, or was written by a newer program.
 */
gboolean  gla_schema_check   (GlaDatabase           *database,
                              const GlaSchemaSteps  *steps,
                              gboolean              *older,
                              GError               **error);

/**
 * gla_schema_migrate:
 * @path: the file, beside which a copy is put first
 *
 * All missing steps in one transaction; the file is as before if one fails.
 */
gboolean  gla_schema_migrate (GlaDatabase           *database,
                              const GlaSchemaSteps  *steps,
                              const char            *path,
                              GError               **error);

G_END_DECLS
