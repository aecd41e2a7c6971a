/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-moment.h"

#include <string.h>

static char *
make_moment (GlaContext *context,
             int         hour,
             int         minute)
{
  char day[11];

  return g_strdup_printf ("%sT%02d:%02d",
                          gla_day_write_iso (gla_context_get_today (context), day), hour, minute);
}

char *
gla_moment_now (GlaContext *context)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  g_return_val_if_fail (GLA_IS_CONTEXT (context), NULL);

  return make_moment (context, g_date_time_get_hour (now), g_date_time_get_minute (now));
}

char *
gla_moment_at (GlaContext *context,
               const char *time)
{
  int digits[4] = { 0 };
  int n = 0, before = -1;

  g_return_val_if_fail (GLA_IS_CONTEXT (context) && time != NULL, NULL);

  for (const char *p = time; *p != '\0'; p++)
    {
      if (g_ascii_isdigit (*p) && n < 4)
        digits[n++] = *p - '0';
      else if ((*p == ':' || *p == '.') && before < 0)
        before = n;
      else if (*p != ' ')
        return NULL;
    }
  /* "930" and "9:30" are the same; "9" alone is no time. */
  if (n < 3 || (before >= 0 && n - before != 2))
    return NULL;
  if (n == 3)
    {
      memmove (digits + 1, digits, 3 * sizeof *digits);
      digits[0] = 0;
    }
  if (digits[0] * 10 + digits[1] > 23 || digits[2] > 5)
    return NULL;
  return make_moment (context, digits[0] * 10 + digits[1], digits[2] * 10 + digits[3]);
}
