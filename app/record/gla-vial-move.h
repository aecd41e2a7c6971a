/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-record.h"

G_BEGIN_DECLS

/**
 * GlaVialMove:
 *
 * A vial was put into a fridge. Until the first move it stood in %GLA_FRIDGE_FIRST.
 */
typedef struct
{
  const char *id;
  const char *vial;
  const char *fridge;
  const char *moment;  /* local time, YYYY-MM-DDTHH:MM */
  const char *staff;
  gint64 revision;
} GlaVialMove;

GLA_DECLARE_RECORD (GlaVialMove, gla_vial_move)

G_END_DECLS
