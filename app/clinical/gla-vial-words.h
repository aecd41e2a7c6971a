/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-constants.h"
#include "gla-vial-ledger.h"

G_BEGIN_DECLS

/*
 * What is to be seen of a vial before units are taken from it: how it was mixed
 * and when, against its label and the clinic's habit. Now is an argument.
 */

/**
 * GlaDilutionFlags:
 * @GLA_DILUTION_UNLIKE_LABEL: none of the label's dilutions of that pack
 * @GLA_DILUTION_UNLIKE_USUAL: not as this clinic usually mixes that pack
 */
typedef enum
{
  GLA_DILUTION_AS_USUAL = 0,
  GLA_DILUTION_UNLIKE_LABEL = 1 << 0,
  GLA_DILUTION_UNLIKE_USUAL = 1 << 1,
} GlaDilutionFlags;

/** GlaExpiryMark: how near the last day of use is, in days; the narrower ones first. */
typedef enum
{
  GLA_EXPIRY_PAST,
  GLA_EXPIRY_WITHIN_7,
  GLA_EXPIRY_WITHIN_30,
  GLA_EXPIRY_WITHIN_60,
  GLA_EXPIRY_FAR, /* or not known */
} GlaExpiryMark;

/** gla_vial_judge_expiry: the last day of use itself is not past. */
GlaExpiryMark     gla_vial_judge_expiry       (const GlaVial        *vial,
                                               GlaDay                today);

/**
 * gla_vial_find_usual_volume:
 * @vials: (element-type GlaVial): of the clinic, the vial itself may be among them
 *
 * Microlitres of diluent that more than half of the mixed vials of the same product
 * and content got, other than @vial; three at least, which is a setting of the
 * program and rests on no source (competition, N16).
 *
 * Returns: 0 if there is no such habit
 */
gint64            gla_vial_find_usual_volume  (const GlaVial        *vial,
                                               GPtrArray            *vials);

/**
 * gla_vial_judge_dilution:
 * @usual: from gla_vial_find_usual_volume(), 0: none
 *
 * Compares the volume of diluent with the label (products-and-areas, A2; evidence
 * S5d) and with what is usual. A vial that was not mixed, or of which no label is
 * known, has no flag.
 */
GlaDilutionFlags  gla_vial_judge_dilution     (const GlaVial        *vial,
                                               GlaCatalogue         *catalogue,
                                               gint64                usual);

/** gla_vial_describe_dilution: (transfer full): "4 U in 0.1 mL", and what is unusual about it; empty if not known. */
char             *gla_vial_describe_dilution  (const GlaVial        *vial,
                                               GlaCatalogue         *catalogue,
                                               gint64                usual);

/** gla_vial_is_past_label: whether it is open for longer than gla_vial_get_in_use_hours(). */
gboolean          gla_vial_is_past_label      (const GlaVial        *vial,
                                               const GlaConstants   *constants,
                                               const char           *now);

/**
 * gla_vial_describe_use:
 * @now: local time, YYYY-MM-DDTHH:MM
 *
 * Returns: (transfer full): in one line: what is left, when it was mixed, until when it
 *   can be used, and what is wrong: "64 U left · mixed 3 h ago · use by 30 Nov 2027"
 */
char             *gla_vial_describe_use       (const GlaVial        *vial,
                                               const GlaVialLedger  *ledger,
                                               const GlaConstants   *constants,
                                               const char           *now);

G_END_DECLS
