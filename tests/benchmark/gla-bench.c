/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-bench.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

void
gla_bench_times_init (GlaBenchTimes *self)
{
  self->values = g_array_new (FALSE, FALSE, sizeof (double));
}

void
gla_bench_times_clear (GlaBenchTimes *self)
{
  g_clear_pointer (&self->values, g_array_unref);
}

void
gla_bench_times_add (GlaBenchTimes *self,
                     gint64         start)
{
  gla_bench_times_add_value (self, (double) (g_get_monotonic_time () - start) / 1000.0);
}

void
gla_bench_times_add_value (GlaBenchTimes *self,
                           double         milliseconds)
{
  g_array_append_val (self->values, milliseconds);
}

gint64
gla_bench_get_thread_time (void)
{
  struct timespec time;

  if (clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time) != 0)
    g_error ("This system does not tell the time of a thread");
  return (gint64) time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const double *first = a;
  const double *second = b;

  return (*first > *second) - (*first < *second);
}

double
gla_bench_times_get (GlaBenchTimes *self,
                     double         quantile)
{
  g_return_val_if_fail (self->values->len > 0, 0);

  g_array_sort (self->values, compare);
  return g_array_index (self->values, double, (guint) ((self->values->len - 1) * quantile + 0.5));
}

double
gla_bench_get_peak_memory (int pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/status", pid);
  g_autofree char *text = NULL;
  const char *line;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return 0;
  line = strstr (text, "VmHWM:");
  return line != NULL ? strtod (line + strlen ("VmHWM:"), NULL) / 1024 : 0;
}
