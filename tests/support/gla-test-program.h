/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "gla-test-folder.h"

G_BEGIN_DECLS

/*
 * Running the real program, without a display and with its data in the folder of
 * the test. GLA_PROGRAM in the environment says where it is.
 */

/** GlaTestRun: what a run gave. It ended by itself: a signal fails the test. */
typedef struct
{
  int status;
  char *output;
  char *errors;
} GlaTestRun;

/**
 * gla_test_start:
 * @folder: where it runs; names in @arguments are relative to it
 * @arguments: as in a shell, without the name of the program
 */
GSubprocess  *gla_test_start        (const char       *folder,
                                     const char       *arguments);

/** gla_test_finish: waits for what was started. */
GlaTestRun   *gla_test_finish       (GSubprocess      *process);

/** gla_test_run: both. */
GlaTestRun   *gla_test_run          (const char       *folder,
                                     const char       *arguments);
void          gla_test_run_free     (GlaTestRun       *self);

/** gla_test_succeed: (transfer full): what it printed; fails unless all went well. */
char         *gla_test_succeed      (const char       *folder,
                                     const char       *arguments);

/**
 * gla_test_fail:
 * @words: (nullable): what the one line on standard error has in it
 *
 * Fails unless the run failed with @status, one line on standard error and
 * nothing on standard output.
 */
void          gla_test_fail         (const char       *folder,
                                     const char       *arguments,
                                     int               status,
                                     const char       *words);

/** gla_test_assert_complaint: fails unless @errors is one line of the program that has @words. */
void          gla_test_assert_complaint (const char   *errors,
                                     const char       *words);

/** gla_test_copy: copies a file within @folder. */
void          gla_test_copy         (const char       *folder,
                                     const char       *from,
                                     const char       *to);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaTestRun, gla_test_run_free)

G_END_DECLS
