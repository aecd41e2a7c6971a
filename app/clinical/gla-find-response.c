/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A treatment that was graded and did not work: alerts A10 and A13. */

#include "config.h"

#include "gla-cycle-private.h"
#include "gla-finding-private.h"
#include "gla-i18n.h"
#include "gla-search-key.h"
#include "gla-session-quality.h"

#include <string.h>

/* A10: the last treatment of an area, adequate and graded without effect. */
void
gla_find_no_response (GlaFindingSearch *search)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autofree char *list = NULL;
  GlaFinding *finding;

  for (guint i = 0; i < search->cycles->cycles->len; i++)
    {
      const GlaCycle *cycle = search->cycles->cycles->pdata[i];

      if (cycle->next != NULL || cycle->elsewhere != NULL ||
          cycle->effect.status != GLA_EFFECT_NOT_SEEN ||
          !gla_cycle_is_adequate (cycle, search->cycles, search->region, search->constants))
        continue;
      g_ptr_array_add (names, (gpointer) gla_finding_get_area (search, cycle->area));
      g_ptr_array_add (rows, (gpointer) cycle->treatment->id);
    }
  if (names->len == 0)
    return;
  list = gla_finding_join (names);
  finding = gla_finding_search_add (
    search, "no-response", "A10", GLA_FINDING_TASK,
    /* Translators: %s are areas */
    g_strdup_printf (_("no effect seen: %s"), list),
    /* Translators: %s are areas */
    g_strdup_printf (_("Graded without an effect after a treatment with at least the label dose, "
                       "with a lot, in date and within its hours: %s. Causes can be looked "
                       "through in their order."),
                     list));
  for (guint i = 0; i < rows->len; i++)
    gla_finding_add_row_once (finding, rows->pdata[i]);
  gla_finding_get_constant (search, finding, "response_grade_min");
}

/* Whether the words of an event name a swelling or redness of the skin. */
static gboolean
is_reaction (const GlaAdverseEvent *event)
{
  static const char *const signs[] = { "swell", "swoll", "redness", "reddening", "erythem", "edema",
                                       "oedema", NULL };
  g_auto (GStrv) words = gla_search_key_split (event->kind != NULL ? event->kind : "");

  for (guint i = 0; words[i] != NULL; i++)
    for (guint k = 0; signs[k] != NULL; k++)
      if (g_str_has_prefix (words[i], signs[k]))
        return TRUE;
  return FALSE;
}

/* Whether the last injection of the cycle before the event was a touch-up. */
static gboolean
follows_touch_up (const GlaCycle        *cycle,
                  const GlaAdverseEvent *event)
{
  gboolean found = FALSE;

  if (event->onset == GLA_DAY_NONE ||
      (event->area != NULL && strcmp (event->area, cycle->area) != 0))
    return FALSE;
  for (guint i = 0; i < cycle->touch_ups->len; i++)
    found |= cycle->day + g_array_index (cycle->touch_ups, GlaTouchUp, i).day <= event->onset;
  return found && (cycle->next_day == GLA_DAY_NONE || event->onset < cycle->next_day);
}

/* A13: a local reaction after a touch-up, and no effect of that treatment (one case). */
void
gla_find_reactions (GlaFindingSearch *search)
{
  const GPtrArray *events = search->cycles->history->adverse_events;

  for (guint i = 0; i < events->len; i++)
    for (guint k = 0; k < search->cycles->cycles->len; k++)
      {
        const GlaAdverseEvent *event = events->pdata[i];
        const GlaCycle *cycle = search->cycles->cycles->pdata[k];
        g_autofree char *day = NULL;
        GlaFinding *finding;

        if (!is_reaction (event) || !follows_touch_up (cycle, event) ||
            cycle->effect.status != GLA_EFFECT_NOT_SEEN)
          continue;
        day = gla_day_format (event->onset, event->precision);
        finding = gla_finding_search_add (
          search, "reaction", "A13", GLA_FINDING_WARN,
          /* Translators: an event in the clinic's words, and a date */
          g_strdup_printf (_("%s after a touch-up, %s"), event->kind, day),
          /* Translators: an area */
          g_strdup_printf (_("A local reaction after a touch-up, and no effect was seen: %s. One "
                             "case like this was described as a possible delayed "
                             "hypersensitivity. Options to consider: a) no injection and a "
                             "referral; b) a review first."),
                           gla_finding_get_area (search, cycle->area)));
        gla_finding_add_row (finding, event->id);
        gla_finding_add_row (finding, cycle->treatment->id);
        gla_finding_add_source (finding, "BI25");
        break;
      }
}
