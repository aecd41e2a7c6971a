/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** GLA_STATISTICS_ERROR: data were refused, or a computation was stopped. */
#define GLA_STATISTICS_ERROR (gla_statistics_error_quark ())

/**
 * GlaStatisticsError:
 * @GLA_STATISTICS_ERROR_INVALID: a number is NaN, infinite where it may not be,
 *   or out of its range; nothing was computed
 * @GLA_STATISTICS_ERROR_TOO_FEW: there are no records that say anything, or fewer
 *   groups than the method needs
 * @GLA_STATISTICS_ERROR_CANCELLED: the caller asked to stop
 *
 * Why there is no result. A computation that does not fail returns numbers
 * without NaN; infinity is a proper value only where the documentation says so.
 */
typedef enum
{
  GLA_STATISTICS_ERROR_INVALID,
  GLA_STATISTICS_ERROR_TOO_FEW,
  GLA_STATISTICS_ERROR_CANCELLED,
} GlaStatisticsError;

/**
 * GlaCancelFunc:
 * @data: what the caller gave along with the function
 *
 * Asked now and then by long computations; g_cancellable_is_cancelled() fits.
 *
 * Returns: %TRUE to stop
 */
typedef gboolean (*GlaCancelFunc) (gpointer data);

GQuark    gla_statistics_error_quark     (void);

/**
 * gla_statistics_set_invalid:
 * @error: (out) (optional): where to put the error
 * @row: the number of the record at fault, from 0
 *
 * Sets %GLA_STATISTICS_ERROR_INVALID with the number of the record and no data.
 *
 * Returns: %FALSE, to be returned at once
 */
gboolean  gla_statistics_set_invalid     (GError        **error,
                                          gsize           row);

/**
 * gla_statistics_set_bad_setting:
 * @error: (out) (optional): where to put the error
 *
 * Sets %GLA_STATISTICS_ERROR_INVALID for a parameter instead of a record.
 *
 * Returns: %FALSE, to be returned at once
 */
gboolean  gla_statistics_set_bad_setting (GError        **error);

/**
 * gla_statistics_set_too_few:
 * @error: (out) (optional): where to put the error
 *
 * Sets %GLA_STATISTICS_ERROR_TOO_FEW.
 *
 * Returns: %FALSE, to be returned at once
 */
gboolean  gla_statistics_set_too_few     (GError        **error);

/**
 * gla_statistics_is_cancelled:
 * @cancel: (nullable): the function to ask
 * @data: its argument
 * @error: (out) (optional): where to put %GLA_STATISTICS_ERROR_CANCELLED
 *
 * Returns: %TRUE with @error set when the computation has to stop
 */
gboolean  gla_statistics_is_cancelled    (GlaCancelFunc   cancel,
                                          gpointer        data,
                                          GError        **error);

G_END_DECLS
