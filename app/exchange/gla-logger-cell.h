/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-logger-file.h"

G_BEGIN_DECLS

/* What stands in the cells that loggers write. Inside exchange only. */

/** gla_logger_split_stamp: (out) (transfer full): "1/11/2026 8:00 PM" is a date and a time; FALSE if there is no time in it. */
gboolean  gla_logger_split_stamp        (const char     *cell,
                                         char          **date,
                                         char          **time);

/**
 * gla_logger_parse_time:
 * @minute: (out): of the day
 * @offset: (out): minutes that the zone is ahead of UTC, if @has_zone
 *
 * "8:00", "08:00:30", "8:00:30 PM", "08:00:00Z", "08:00+01:00".
 */
gboolean  gla_logger_parse_time         (const char     *text,
                                         int            *minute,
                                         gboolean       *has_zone,
                                         int            *offset);

/** gla_logger_parse_temperature: "5.4", "5,4 °C", "41 °F"; the unit in the cell goes before @is_fahrenheit. */
gboolean  gla_logger_parse_temperature  (const char     *cell,
                                         gboolean        is_fahrenheit,
                                         int            *centi);

/** gla_logger_find_unit: what a title or a line of the header says of the unit; %GLA_LOGGER_UNIT_ASK for nothing. */
GlaLoggerUnit gla_logger_find_unit      (const char     *cell);

/** GlaLoggerTitle: what stands under the title of a column. */
typedef enum
{
  GLA_LOGGER_TITLE_OTHER,
  GLA_LOGGER_TITLE_TEMPERATURE,
  GLA_LOGGER_TITLE_EXTREME,
} GlaLoggerTitle;

/** gla_logger_judge_title: whether a column is one of temperatures, of the lowest or highest, or something else. */
GlaLoggerTitle gla_logger_judge_title   (const char     *cell);

G_END_DECLS
