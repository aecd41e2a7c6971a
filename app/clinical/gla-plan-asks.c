/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-plan-asks.h"

/* The words of the setting. */
static const struct
{
  const char *word;
  GlaPlanAsks asks;
} words[] = {
  { "screening", GLA_PLAN_ASKS_SCREENING },
  { "consent", GLA_PLAN_ASKS_CONSENT },
  { "prescriber", GLA_PLAN_ASKS_PRESCRIBER },
  { "face-to-face", GLA_PLAN_ASKS_FACE_TO_FACE },
};

GlaPlanAsks
gla_plan_asks_from_text (const char *text)
{
  g_auto (GStrv) list = g_strsplit (text != NULL ? text : "", " ", -1);
  GlaPlanAsks asks = GLA_PLAN_ASKS_NOTHING;

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_strv_contains ((const char *const *) list, words[i].word))
      asks |= words[i].asks;
  return asks;
}

char *
gla_plan_asks_to_text (GlaPlanAsks asks)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if ((asks & words[i].asks) != 0)
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", words[i].word);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
