/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-constants.h"
#include "gla-fridge-past.h"
#include "gla-vial.h"

G_BEGIN_DECLS

/**
 * GlaExcursionAdvice:
 * @GLA_EXCURSION_NONE: nothing outside of the range of the product is known
 * @GLA_EXCURSION_USE_FIRST: unaffected by an official list; to be used first
 * @GLA_EXCURSION_ASK_MAKER: the manufacturer is to be asked, and the vial set aside until then
 * @GLA_EXCURSION_MAY_USE: the manufacturer was asked and said that it may be used
 * @GLA_EXCURSION_DO_NOT_USE: the manufacturer was asked and said that it may not
 */
typedef enum
{
  GLA_EXCURSION_NONE,
  GLA_EXCURSION_USE_FIRST,
  GLA_EXCURSION_ASK_MAKER,
  GLA_EXCURSION_MAY_USE,
  GLA_EXCURSION_DO_NOT_USE,
} GlaExcursionAdvice;

/**
 * GlaExcursion:
 * @low: lowest temperature of the looks outside of the range, hundredths of a degree Celsius
 * @high: highest
 * @minutes: how long it was so at the most, or -1 if a look says nothing of the time before
 * @last: day of the last such look
 * @fridge: where that was; belongs to the readings
 * @moment: of that look; likewise
 * @answer: (nullable): what the manufacturer said, for the last two kinds of advice; belongs to
 *   the past of the fridges
 *
 * What the logs of the fridges say about one vial.
 */
typedef struct
{
  GlaExcursionAdvice advice;
  guint n_readings;
  int low;
  int high;
  int minutes;
  GlaDay last;
  const char *fridge;
  const char *moment;
  const GlaFridgeAnswer *answer;
} GlaExcursion;

/**
 * gla_excursion_judge:
 * @past: of the fridges
 * @until: last day that counts: of its use, or today
 * @excursion: (out)
 *
 * Judges a vial by the temperatures of the fridges that it was in since it was received, each
 * product by its own range or ranges (products and areas, A2). Unopened onabotulinumtoxinA is unaffected within
 * the constants "excursion_ona" and "excursion_ona_hours", counted over all looks
 * together; for every other product, and for a vial that was mixed by then, the manufacturer
 * is asked (evidence, 6b) [SPS]. A product without a known range is not judged. What the
 * manufacturer has answered is not asked again; a "no" is never outweighed.
 */
void   gla_excursion_judge    (const GlaVial       *vial,
                               const GlaFridgePast *past,
                               GlaDay               until,
                               const GlaConstants  *constants,
                               GlaExcursion        *excursion);

/** gla_excursion_describe: (transfer full) (nullable): what was so and what to do, with how far the range can be trusted; NULL for none. */
char  *gla_excursion_describe (const GlaExcursion  *self,
                               const GlaVial       *vial,
                               const GlaConstants  *constants);

/** gla_temperatures_format: (transfer full): such as "2.5 to 8.0 °C", or one figure if both are the same. */
char  *gla_temperatures_format (int                 low,
                                int                 high);

G_END_DECLS
