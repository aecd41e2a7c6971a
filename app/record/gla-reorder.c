/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-reorder.h"

#include <string.h>

GHashTable *
gla_reorder_levels_from_text (const char *text)
{
  GHashTable *levels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) parts = g_strsplit (text != NULL ? text : "", " ", -1);

  for (char **part = parts; *part != NULL; part++)
    {
      char *sign = strchr (*part, '=');
      guint64 level;

      if (sign == NULL || sign == *part
          || !g_ascii_string_to_unsigned (sign + 1, 10, 1, GLA_REORDER_MOST, &level, NULL))
        continue;
      *sign = '\0';
      gla_reorder_levels_set (levels, *part, (int) level);
    }
  return levels;
}

char *
gla_reorder_levels_to_text (GHashTable *levels)
{
  g_autoptr (GList) keys = NULL;
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (levels != NULL, NULL);

  keys = g_list_sort (g_hash_table_get_keys (levels), (GCompareFunc) strcmp);
  for (GList *key = keys; key != NULL; key = key->next)
    g_string_append_printf (text, "%s%s=%d", text->len > 0 ? " " : "", (char *) key->data,
                            gla_reorder_levels_get (levels, key->data));
  return g_string_free (text, FALSE);
}

int
gla_reorder_levels_get (GHashTable *levels,
                        const char *product)
{
  g_return_val_if_fail (levels != NULL && product != NULL, 0);

  return GPOINTER_TO_INT (g_hash_table_lookup (levels, product));
}

void
gla_reorder_levels_set (GHashTable *levels,
                        const char *product,
                        int         level)
{
  g_return_if_fail (levels != NULL && product != NULL && level <= GLA_REORDER_MOST);

  if (level > 0)
    g_hash_table_insert (levels, g_strdup (product), GINT_TO_POINTER (level));
  else
    g_hash_table_remove (levels, product);
}
