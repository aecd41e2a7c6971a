/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * gla_groups_number:
 * @ids: (array length=n_ids): any identifiers
 * @n_ids: how many there are
 * @numbers: (array length=n_ids) (out caller-allocates): the number of each one's
 *   group, counted from 0 in the order of first appearance
 *
 * Numbers the groups of records that share an identifier, in time proportional to
 * the records, so that sums over patients, lots or strata need plain arrays only.
 *
 * Returns: how many different identifiers there are
 */
guint  gla_groups_number (const gint64 *ids,
                          gsize         n_ids,
                          guint        *numbers);

G_END_DECLS
