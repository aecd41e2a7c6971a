/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How results were judged as a whole. */

#include "config.h"

#include "gla-handout-part-private.h"

#include "gla-i18n.h"
#include "gla-rating-words.h"
#include "gla-words.h"

/* "16", counted from the treatment that is judged; a dash without one. */
static char *
dup_day (const GlaHistory *history,
         const GlaRating  *rating)
{
  const GlaTreatment *judged = gla_rating_find_treatment (history, rating);

  if (judged == NULL || judged->day == GLA_DAY_NONE)
    return g_strdup ("–");
  return g_strdup_printf ("%d", (int) (rating->day - judged->day));
}

void
gla_handout_add_ratings (const GlaHandoutFacts *facts,
                         GPtrArray             *blocks)
{
  const GlaCycles *cycles = gla_handout_facts_get_input (facts)->facts->cycles;
  const GPtrArray *ratings = cycles->history->ratings;
  guint first;
  GlaBlock *table;

  if (ratings->len == 0)
    {
      gla_block_add (blocks, GLA_BLOCK_TEXT, _("How a result was judged as a whole is not recorded."));
      return;
    }
  first = gla_handout_skip_rows (blocks, ratings->len, gla_handout_get_most_rows (facts));
  table = gla_block_add (blocks, GLA_BLOCK_TABLE, NULL);
  gla_block_add_column (table, _("Date"), 1.5, FALSE);
  gla_block_add_column (table, _("Day"), 0.8, TRUE);
  gla_block_add_column (table, _("The result as a whole"), 2.4, FALSE);
  gla_block_add_column (table, _("Answer"), 3, FALSE);
  gla_block_add_column (table, _("Judged"), 1.6, FALSE);
  for (guint i = first; i < ratings->len; i++)
    {
      const GlaRating *rating = ratings->pdata[i];

      gla_block_add_row (table, gla_day_format (rating->day, GLA_DAY_EXACT),
                         dup_day (cycles->history, rating),
                         g_strdup (gla_rating_get_name (cycles->catalogue, rating)),
                         gla_rating_describe_answer (cycles->catalogue, rating),
                         g_strdup (gla_rater_get_name (rating->rater)));
    }
}
