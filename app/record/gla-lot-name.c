/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-lot-name.h"

gboolean
gla_lot_name_equal (const char *a,
                    const char *b)
{
  return a != NULL && b != NULL && g_ascii_strcasecmp (a, b) == 0;
}

char *
gla_lot_name_dup_key (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  return g_ascii_strup (name, -1);
}
