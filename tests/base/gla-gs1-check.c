/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-gs1-check.h"

#include "gla-gs1.h"

#include <string.h>

/* Ends within its memory and has nothing in it that a code can't have. */
static void
check_text (const char *text,
            gsize       size)
{
  gsize length = strnlen (text, size);

  g_assert_cmpuint (length, <, size);
  for (gsize i = 0; i < length; i++)
    g_assert_true (g_ascii_isgraph (text[i]) && !gla_gs1_is_separator (text[i]));
}

static void
check_day (GlaDay day)
{
  int year, month, number;

  if (day == GLA_DAY_NONE)
    return;
  gla_day_split (day, &year, &month, &number);
  g_assert_cmpint (gla_day_new (year, month, number), ==, day);
  g_assert_cmpint (year, >=, 1976);
  g_assert_cmpint (year, <=, 2076);
}

void
gla_gs1_check (const char *data,
               gsize       length)
{
  static const char separators[] = { '\0', '~', 'A' };

  for (gsize i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      GlaGs1 gs1;
      GlaGs1Reading reading = gla_gs1_read (data, (gssize) length, separators[i],
                                            gla_day_new (2026, 11, 29), &gs1);
      g_autofree char *fault = gla_gs1_describe_fault (reading, &gs1);

      g_assert_true (reading == GLA_GS1_OK ? fault[0] == '\0' : fault[0] != '\0');
      g_assert_true ((reading == GLA_GS1_OK) == (gla_gs1_get_reading_name (reading)[0] == '\0'));
      check_text (gs1.lot, sizeof gs1.lot);
      check_text (gs1.serial, sizeof gs1.serial);
      check_text (gs1.expiry_digits, sizeof gs1.expiry_digits);
      check_text (gs1.fault_ai, sizeof gs1.fault_ai);
      g_assert_cmpuint (gs1.n_national, <=, G_N_ELEMENTS (gs1.national));
      for (guint n = 0; n < gs1.n_national; n++)
        check_text (gs1.national[n].value, sizeof gs1.national[n].value);
      check_day (gs1.expiry);
      check_day (gs1.made);
      if (reading == GLA_GS1_OK)
        g_assert_true (gla_gs1_is_gtin (gs1.gtin) !=
                       ((gs1.warnings & GLA_GS1_WARNING_NO_GTIN) != 0));
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  gla_gs1_check ((const char *) data, size);
  return 0;
}
