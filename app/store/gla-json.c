/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-json.h"

#include <string.h>

void
gla_json_append_text (GString    *json,
                      const char *text)
{
  g_string_append_c (json, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      unsigned char c = (unsigned char) *p;

      if (c == '"' || c == '\\')
        g_string_append_printf (json, "\\%c", c);
      else if (c == '\n')
        g_string_append (json, "\\n");
      else if (c < 0x20)
        g_string_append_printf (json, "\\u%04x", c);
      else
        g_string_append_c (json, *p);
    }
  g_string_append_c (json, '"');
}

static gboolean
is_left_out (const char *name)
{
  static const char *const names[] = { "row", "patient", "name_key", "phone_key" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i], name) == 0)
      return TRUE;
  return FALSE;
}

/* With as many digits as bring the very same number back. */
static void
append_double (GString *json,
               double   number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (json, g_ascii_dtostr (buffer, sizeof (buffer), number));
}

void
gla_json_append_row (GString      *json,
                     GlaStatement *statement)
{
  gboolean first = TRUE;

  for (int i = 0; i < gla_statement_get_n_columns (statement); i++)
    {
      const char *name = gla_statement_get_name (statement, i);
      int type = gla_statement_get_type (statement, i);

      if ((type != SQLITE_TEXT && type != SQLITE_INTEGER && type != SQLITE_FLOAT)
          || is_left_out (name))
        continue;
      if (!first)
        g_string_append_c (json, ',');
      first = FALSE;
      gla_json_append_text (json, name);
      g_string_append_c (json, ':');
      if (type == SQLITE_TEXT)
        gla_json_append_text (json, gla_statement_get_text (statement, i));
      else if (type == SQLITE_FLOAT)
        append_double (json, gla_statement_get_double (statement, i));
      else
        g_string_append_printf (json, "%" G_GINT64_FORMAT, gla_statement_get_int (statement, i));
    }
}
