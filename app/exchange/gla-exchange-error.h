/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define GLA_EXCHANGE_ERROR (gla_exchange_error_quark ())

/**
 * GlaExchangeError:
 * @GLA_EXCHANGE_ERROR_READ: the file could not be read
 * @GLA_EXCHANGE_ERROR_WRITE: the report could not be written
 * @GLA_EXCHANGE_ERROR_FORMAT: not a table of text, such as a workbook or a picture
 * @GLA_EXCHANGE_ERROR_EMPTY: no rows, or only the header
 * @GLA_EXCHANGE_ERROR_MAPPING: a column that is needed was not found, or is not in the file
 * @GLA_EXCHANGE_ERROR_AMBIGUOUS: dates could be read with the day or the month first
 * @GLA_EXCHANGE_ERROR_NOTHING: not one row could be read
 *
 * The message of each is one line that says what happened and what to do.
 */
typedef enum
{
  GLA_EXCHANGE_ERROR_READ,
  GLA_EXCHANGE_ERROR_WRITE,
  GLA_EXCHANGE_ERROR_FORMAT,
  GLA_EXCHANGE_ERROR_EMPTY,
  GLA_EXCHANGE_ERROR_MAPPING,
  GLA_EXCHANGE_ERROR_AMBIGUOUS,
  GLA_EXCHANGE_ERROR_NOTHING,
} GlaExchangeError;

GQuark  gla_exchange_error_quark (void);

G_END_DECLS
