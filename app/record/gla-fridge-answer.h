/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-record.h"

G_BEGIN_DECLS

/**
 * GlaFridgeAnswer:
 *
 * What the manufacturer of a product said to the temperatures of a fridge.
 */
typedef struct
{
  const char *id;
  const char *fridge;
  const char *product;  /* catalogue key */
  const char *moment;   /* local time, YYYY-MM-DDTHH:MM: up to when it holds */
  gboolean may_use;
  GlaDay day;           /* of the answer */
  const char *answer;   /* who said what, and its number */
  const char *staff;
  gint64 revision;
} GlaFridgeAnswer;

GLA_DECLARE_RECORD (GlaFridgeAnswer, gla_fridge_answer)

G_END_DECLS
