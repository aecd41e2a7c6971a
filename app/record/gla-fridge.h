/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-record.h"

G_BEGIN_DECLS

/** GLA_FRIDGE_FIRST: each clinic has one; what names no fridge is about it. */
#define GLA_FRIDGE_FIRST "00000000-0000-4000-8000-000000000001"

/**
 * GlaFridge:
 *
 * A fridge, freezer or cupboard in which vials are kept, and whose temperature is read.
 */
typedef struct
{
  const char *id;
  const char *name;    /* may be empty for the first */
  gint64 revision;
} GlaFridge;

GLA_DECLARE_RECORD (GlaFridge, gla_fridge)

G_END_DECLS
