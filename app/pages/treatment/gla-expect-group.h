/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gla-estimate.h"
#include "gla-plan-dates.h"

G_BEGIN_DECLS

#define GLA_TYPE_EXPECT_GROUP (gla_expect_group_get_type ())
G_DECLARE_FINAL_TYPE (GlaExpectGroup, gla_expect_group, GLA, EXPECT_GROUP, AdwBin)

/**
 * GlaExpectGroup:
 *
 * "What to expect" of a planned treatment: when to look, how long it will probably last,
 * area by area and always as a band, and from when on the label allows another one.
 */
GtkWidget  *gla_expect_group_new          (GlaCatalogue       *catalogue);

/** gla_expect_group_show_dates: @dates: (nullable): hides all without. */
void        gla_expect_group_show_dates   (GlaExpectGroup     *self,
                                           const GlaPlanDates *dates);

/** gla_expect_group_set_estimate: the estimate of area @index of the plan. */
void        gla_expect_group_set_estimate (GlaExpectGroup     *self,
                                           guint               index,
                                           const GlaEstimate  *estimate);

/** gla_expect_group_set_n_estimates: how many areas there are; rows beyond go. */
void        gla_expect_group_set_n_estimates (GlaExpectGroup  *self,
                                              guint            n);

G_END_DECLS
