/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-context.h"

G_BEGIN_DECLS

/*
 * A real clinic file with one patient of many treatments, one of none, and one
 * with hardly anything known, for the tests of pages. Today is 23 Nov 2026.
 */

#define GLA_TEST_PATIENT "11111111-1111-4111-8111-111111111111"
#define GLA_TEST_EMPTY_PATIENT "22222222-2222-4222-8222-222222222222"
#define GLA_TEST_VAGUE_PATIENT "33333333-3333-4333-8333-333333333333"

typedef struct
{
  char *folder;
  char *path;
  GlaContext *context;
} GlaTestRecord;

/** gla_test_record_new: (transfer full): writes the file into a folder of its own and opens it. */
GlaTestRecord *gla_test_record_new  (void);

/** gla_test_record_free: closes the file and removes the folder. */
void           gla_test_record_free (GlaTestRecord *self);

G_END_DECLS
