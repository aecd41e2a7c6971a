/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "gla-day.h"

G_BEGIN_DECLS

/**
 * GlaTimelineMode:
 * @GLA_TIMELINE_CALENDAR: one row per area along the calendar
 * @GLA_TIMELINE_DAYS: one line per cycle, all aligned to their day of injection
 */
typedef enum
{
  GLA_TIMELINE_CALENDAR,
  GLA_TIMELINE_DAYS,
} GlaTimelineMode;

/**
 * GlaTimelineRange:
 * @GLA_TIMELINE_RANGE_FIT: all, but at most the last two years that there were; where a
 *   patient is opened
 * @GLA_TIMELINE_RANGE_CUSTOM: any other stretch, after a pan or zoom
 *
 * How much time is in view. The ranges of fixed length end a little after today.
 */
typedef enum
{
  GLA_TIMELINE_RANGE_FIT,
  GLA_TIMELINE_RANGE_HALF_YEAR,
  GLA_TIMELINE_RANGE_YEAR,
  GLA_TIMELINE_RANGE_TWO_YEARS,
  GLA_TIMELINE_RANGE_ALL,
  GLA_TIMELINE_RANGE_CUSTOM,
} GlaTimelineRange;

/**
 * GlaTimelineHighlight:
 *
 * What the bars of seen effect are told apart by, in up to six colours that
 * have a pattern each; all others are grey.
 */
typedef enum
{
  GLA_TIMELINE_HIGHLIGHT_NONE,
  GLA_TIMELINE_HIGHLIGHT_PRODUCT,
  GLA_TIMELINE_HIGHLIGHT_LOT,
  GLA_TIMELINE_HIGHLIGHT_INJECTOR,
  GLA_TIMELINE_HIGHLIGHT_DILUTION,
  GLA_N_TIMELINE_HIGHLIGHTS,
} GlaTimelineHighlight;

/** GlaTimelineRecord: kind of record behind a figure. */
typedef enum
{
  GLA_TIMELINE_RECORD_NONE,
  GLA_TIMELINE_RECORD_TREATMENT,
  GLA_TIMELINE_RECORD_ASSESSMENT,
  GLA_TIMELINE_RECORD_REPORT,
  GLA_TIMELINE_RECORD_EXPOSURE,
  GLA_TIMELINE_RECORD_ADVERSE_EVENT,
} GlaTimelineRecord;

G_END_DECLS
