/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * gla_gs1_check:
 *
 * Reads any bytes as a code and aborts unless what comes out is in order: texts
 * that end, days that exist, and for a code that was read a product number with
 * its check digit. Used with made-up bytes by a test and by the fuzzer.
 */
void  gla_gs1_check (const char *data,
                     gsize       length);

/** LLVMFuzzerTestOneInput: the entry of libFuzzer; tests/base/fuzz-gs1 builds and runs it. */
int   LLVMFuzzerTestOneInput (const guint8 *data,
                              gsize         size);

G_END_DECLS
