/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * Rows that choose the region whose labels apply and how dates are written; for
 * the first start and the settings.
 */

/** gla_region_choice_set_up: @region: (nullable): value of GLA_SETTING_REGION; NULL: guessed from the locale. */
void        gla_region_choice_set_up    (AdwComboRow *row,
                                         const char  *region);

/** gla_region_choice_get: (transfer none): "us", "eu", "uk", "kr" or "cn". */
const char *gla_region_choice_get       (AdwComboRow *row);

/** gla_day_order_choice_set_up: @order: (nullable): value of GLA_SETTING_DAY_ORDER; NULL: as the locale. */
void        gla_day_order_choice_set_up (AdwComboRow *row,
                                         const char  *order);

/** gla_day_order_choice_get: (transfer none): "dmy" or "mdy". */
const char *gla_day_order_choice_get    (AdwComboRow *row);

G_END_DECLS
