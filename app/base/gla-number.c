/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-number.h"

#include <math.h>
#include <string.h>

gboolean
gla_number_parse (const char *text,
                  double     *value)
{
  g_autofree char *number = NULL;
  char *end = NULL;

  g_return_val_if_fail (text != NULL && value != NULL, FALSE);

  if (g_str_has_prefix (text, "−"))
    number = g_strconcat ("-", text + strlen ("−"), NULL);
  else
    number = g_strdup (text);
  g_strdelimit (g_strstrip (number), ",", '.');
  /* Neither "inf" nor "0x10" nor "1e3", which g_ascii_strtod() would take. */
  if (number[0] == '\0' || strlen (number) > 12
      || strspn (number, "-.0123456789") != strlen (number))
    return FALSE;
  *value = g_ascii_strtod (number, &end);
  return end != number && *end == '\0' && isfinite (*value);
}
