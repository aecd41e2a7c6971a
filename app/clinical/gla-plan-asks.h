/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** GlaPlanAsks: what the clinic wants recorded before each treatment; without it a reason is asked for. */
typedef enum
{
  GLA_PLAN_ASKS_NOTHING = 0,
  GLA_PLAN_ASKS_SCREENING = 1 << 0,    /* the questions before a treatment */
  GLA_PLAN_ASKS_CONSENT = 1 << 1,      /* a signed consent */
  GLA_PLAN_ASKS_PRESCRIBER = 1 << 2,   /* who prescribed */
  GLA_PLAN_ASKS_FACE_TO_FACE = 1 << 3, /* that the prescriber saw the patient */
} GlaPlanAsks;

/** gla_plan_asks_from_text: @text: (nullable): keys with blanks between, as a setting has them. */
GlaPlanAsks     gla_plan_asks_from_text (const char  *text);

/** gla_plan_asks_to_text: (transfer full) */
char           *gla_plan_asks_to_text   (GlaPlanAsks  asks);

G_END_DECLS
