/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-handout-choice.h"

const char *
gla_handout_choose (const GlaHandoutInput *input,
                    const GlaFacts        *facts)
{
  const GlaCaseFact *days;
  gboolean is_early;

  g_return_val_if_fail (input != NULL && facts != NULL, NULL);

  days = gla_facts_find (facts, "days");
  is_early = days->known && days->number < gla_constants_get (input->facts->constants, "assess_min");
  if (input->walk != NULL)
    return is_early ? GLA_SHEET_NOT_YET : GLA_SHEET_NOT_WORKING;
  if (!days->known)
    return input->facts->cycles->cycles->len > 0 ? GLA_SHEET_TIMELINE : GLA_SHEET_CONSENT;
  if (days->number < 1)
    return GLA_SHEET_AFTERCARE;
  return is_early ? GLA_SHEET_NOT_YET : GLA_SHEET_TIMELINE;
}

gboolean
gla_handout_fits (const GlaHandoutTemplate *template,
                  const GlaHandoutInput    *input)
{
  g_return_val_if_fail (template != NULL && input != NULL, FALSE);

  switch (template->needs)
    {
    case GLA_HANDOUT_NEEDS_RECORD:
      return TRUE;
    case GLA_HANDOUT_NEEDS_TREATMENT:
      return gla_handout_input_find_cycle (input) != NULL;
    case GLA_HANDOUT_NEEDS_CASE:
      return input->walk != NULL;
    case GLA_HANDOUT_NEEDS_EVENT:
      return gla_handout_input_find_event (input) != NULL;
    case GLA_HANDOUT_NEEDS_LOT:
    case GLA_HANDOUT_NEEDS_LIST:
      return FALSE;
    default:
      g_return_val_if_reached (FALSE);
    }
}
