/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the programs of the measurements share. */

/** GlaBenchTimes: milliseconds of several rounds. */
typedef struct
{
  GArray *values; /* (element-type double) */
} GlaBenchTimes;

void    gla_bench_times_init    (GlaBenchTimes *self);
void    gla_bench_times_clear   (GlaBenchTimes *self);

/** gla_bench_times_add: the time since @start, which is of g_get_monotonic_time(). */
void    gla_bench_times_add     (GlaBenchTimes *self,
                                 gint64         start);

/** gla_bench_times_add_value: milliseconds that were measured otherwise. */
void    gla_bench_times_add_value (GlaBenchTimes *self,
                                   double         milliseconds);

/** gla_bench_get_thread_time: microseconds for which this thread had a processor: what others take is not in it. */
gint64  gla_bench_get_thread_time (void);

/** gla_bench_times_get: the value below which the share @quantile lies; sorts. */
double  gla_bench_times_get     (GlaBenchTimes *self,
                                 double         quantile);

/** gla_bench_get_peak_memory: largest resident set of process @pid, in MiB. */
double  gla_bench_get_peak_memory (int pid);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GlaBenchTimes, gla_bench_times_clear)

G_END_DECLS
