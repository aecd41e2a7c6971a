/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-record.h"

G_BEGIN_DECLS

/** GLA_CENTI: hundredths of a degree, as temperatures are stored. */
#define GLA_CENTI 100

/**
 * GlaFridgeReading:
 *
 * One look at the thermometer of a fridge, or what a logger saw in an hour: the lowest and
 * highest temperature from one moment to another. It counts for the vials that were in that
 * fridge then.
 */
typedef struct
{
  const char *id;
  const char *since;   /* local time, YYYY-MM-DDTHH:MM; @moment if the time before is not known */
  const char *moment;  /* of the look */
  int low;             /* hundredths of a degree Celsius */
  int high;
  const char *staff;   /* who looked: identifier, or NULL */
  const char *note;
  const char *fridge;  /* NULL: GLA_FRIDGE_FIRST */
  const char *source;  /* the file of a logger that it came with, or NULL */
  gint64 revision;
} GlaFridgeReading;

GLA_DECLARE_RECORD (GlaFridgeReading, gla_fridge_reading)

G_END_DECLS
