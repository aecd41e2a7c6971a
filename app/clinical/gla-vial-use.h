/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-constants.h"
#include "gla-vial.h"

G_BEGIN_DECLS

/** GLA_MINUTE_UNKNOWN: any time of the day. */
#define GLA_MINUTE_UNKNOWN (-1)

/** gla_vial_find_storage: (nullable) (transfer none): what is known about keeping it, with marks. */
const GlaStorage *gla_vial_find_storage (const GlaVial  *self,
                                         GlaCatalogue   *catalogue);

/** gla_vial_get_label_hours: hours of use after mixing or opening by the label (6a), or %GLA_HOURS_UNKNOWN. */
int       gla_vial_get_label_hours   (const GlaVial       *self,
                                      GlaCatalogue        *catalogue);

/**
 * gla_vial_get_in_use_hours:
 *
 * The hours after reconstitution that the label allows; for onabotulinumtoxinA the
 * constant "recon_label_ona", which a clinic can edit (evidence, section 3.3).
 *
 * Returns: 0 for "use at once"; %GLA_HOURS_UNKNOWN if nothing is known
 */
int       gla_vial_get_in_use_hours  (const GlaVial       *self,
                                      const GlaConstants  *constants);

/** gla_vial_get_in_use_marks: how far these hours can be trusted; that the clinic has changed them. */
GlaMarkFlags gla_vial_get_in_use_marks (const GlaVial     *self,
                                      const GlaConstants  *constants);

/**
 * gla_vial_get_hours:
 * @day: when it was used
 * @minute: of that day, or %GLA_MINUTE_UNKNOWN
 * @least: (out): whole hours since it was reconstituted, at the least
 * @most: (out): and at the most; equal to @least where the time is known
 *
 * Returns: %FALSE if its reconstitution is not recorded or lies after that
 */
gboolean  gla_vial_get_hours         (const GlaVial       *self,
                                      GlaDay               day,
                                      int                  minute,
                                      int                 *least,
                                      int                 *most);

G_END_DECLS
