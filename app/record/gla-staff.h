/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-record.h"

G_BEGIN_DECLS

/**
 * GlaStaff:
 *
 * A member of staff.
 */
typedef struct
{
  const char *id;
  const char *name;     /* as it is printed, such as "Dr A. Osei" */
  GlaRole role;
  gboolean active;      /* FALSE: has left; kept for what they charted */
  gint64 revision;
} GlaStaff;

GLA_DECLARE_RECORD (GlaStaff, gla_staff)

G_END_DECLS
