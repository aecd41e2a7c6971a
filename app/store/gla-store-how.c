/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-store-how.h"

#include "gla-store-private.h"

/* Each is answered from the index of its column alone. */
static const char *const selects[GLA_N_HOWS] = {
  [GLA_HOW_DEPTH] = "SELECT depth FROM injection WHERE depth IS NOT NULL"
                    " GROUP BY depth ORDER BY count (*) DESC, depth LIMIT :most",
  [GLA_HOW_NEEDLE] = "SELECT needle FROM injection WHERE needle IS NOT NULL"
                     " GROUP BY needle ORDER BY count (*) DESC, needle LIMIT :most",
  [GLA_HOW_TECHNIQUE] = "SELECT technique FROM injection WHERE technique IS NOT NULL"
                        " GROUP BY technique ORDER BY count (*) DESC, technique LIMIT :most",
};

GStrv
gla_store_list_how (GlaStore  *self,
                    GlaHow     how,
                    guint      most,
                    GError   **error)
{
  g_autoptr (GStrvBuilder) list = g_strv_builder_new ();
  g_autoptr (GlaStatement) statement = NULL;
  gboolean row = TRUE;

  g_return_val_if_fail (self != NULL && how < GLA_N_HOWS, NULL);

  statement = gla_store_prepare (self, selects[how], error);
  if (statement == NULL)
    return NULL;
  gla_statement_bind_int (statement, ":most", most);
  while (gla_statement_step (statement, &row, error) && row)
    g_strv_builder_add (list, gla_statement_get_text (statement, 0));
  return row ? NULL : g_strv_builder_end (list);
}
