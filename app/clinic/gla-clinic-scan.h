/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "gla-cycle-table.h"

G_BEGIN_DECLS

/**
 * GlaClinicScan:
 * @path: (type filename): the clinic file
 * @catalogue: products and areas
 * @settings: house rules; its region is interned
 * @today: what is after it is left out
 * @cancellable: (nullable): stops it
 * @progress: (nullable): told now and then, in the thread that called, from 0 to 1
 * @progress_data: for @progress
 *
 * Whose cycles are read, and by which rules.
 */
typedef struct
{
  const char *path;
  GlaCatalogue *catalogue;
  const GlaCycleSettings *settings;
  GlaDay today;
  GCancellable *cancellable;
  void (*progress) (double fraction, gpointer data);
  gpointer progress_data;
} GlaClinicScan;

/**
 * gla_clinic_scan_cycles:
 *
 * Reads the cycles of everybody into one table. The patients are divided among the processors:
 * each part is read and judged in a thread of its own, on a connection of its own that only
 * reads, and the parts are put together in the order of the patients, so that the table is the
 * same with any number of them. Blocks until all are done.
 *
 * Returns: (transfer full): the table, finished, or %NULL with an error of %GLA_STORE_ERROR or,
 *   when stopped, %G_IO_ERROR_CANCELLED
 */
GlaCycleTable *gla_clinic_scan_cycles (const GlaClinicScan  *self,
                                       GError              **error);

G_END_DECLS
