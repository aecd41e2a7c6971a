/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * gla_adjust_benjamini_hochberg:
 * @p: (array length=n): probabilities from 0 to 1
 * @n: how many there are
 * @adjusted: (array length=n) (out caller-allocates): the adjusted ones
 *
 * With p_(1) <= ... <= p_(n): adjusted p_(i) = min over j >= i of min (1, n p_(j) / j),
 * put back in the order of @p. To flag all with an adjusted value up to q keeps the
 * expected share of false flags at q. Source: statistics, section 5, 3.
 */
void  gla_adjust_benjamini_hochberg (const double *p,
                                     gsize         n,
                                     double       *adjusted);

G_END_DECLS
