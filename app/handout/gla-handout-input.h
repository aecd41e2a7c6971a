/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-case.h"
#include "gla-facts.h"
#include "gla-letterhead.h"

G_BEGIN_DECLS

/**
 * GlaHandoutInput:
 * @facts: cycles of the patient, whose day is today, with settings and constants of the clinic
 * @walk: (nullable): the case that the sheet is about
 * @area: (nullable): catalogue key; without a case: what the sheet is about
 * @treatment: (nullable): identifier, with @area
 * @known: (nullable): facts of @walk, or of @area and @treatment, that were worked out before
 * @review_day: for which a check-up is booked, or %GLA_DAY_NONE
 * @calls: (nullable) (element-type GlaHandoutCall): of a list of patients; @facts are nobody’s then
 * @list_about: (nullable): what that list is, one line
 * @checked_lot: (nullable): a lot that is being checked, as it is recorded; %NULL: that of the
 *   treatment
 * @checked_day: the day on which it was given, with @checked_lot
 * @event: (nullable): identifier of an adverse event; %NULL: the last one of the record
 * @clinic_name: (nullable): for the letterhead, as the next two
 * @clinic_address: (nullable): may have several lines
 * @clinic_phone: (nullable)
 * @clinic_after_hours: (nullable): whom to call while the clinic is closed
 * @clinic_web: (nullable): its web address, as typed
 * @clinic_logo: (nullable): PNG, see gla_letterhead_new()
 * @staff: (nullable): who prints it
 * @printed_at: (nullable): time of day, as "14:05"
 * @reviewed: (nullable): value of %GLA_SETTING_REVIEWED_TRANSLATIONS
 *
 * What a sheet is filled in from. All of it belongs to the caller.
 */
typedef struct
{
  const GlaFactInput *facts;
  const GlaCase *walk;
  const char *area;
  const char *treatment;
  const GlaFacts *known;
  GlaDay review_day;
  const GPtrArray *calls;
  const char *list_about;
  const char *checked_lot;
  GlaDay checked_day;
  const char *event;
  const char *clinic_name;
  const char *clinic_address;
  const char *clinic_phone;
  const char *clinic_after_hours;
  const char *clinic_web;
  GBytes *clinic_logo;
  const char *staff;
  const char *printed_at;
  const char *reviewed;
} GlaHandoutInput;

/** gla_handout_input_init: of a record, without a case; the area treated last. */
void                gla_handout_input_init       (GlaHandoutInput        *self,
                                                  const GlaFactInput     *facts);

/** gla_handout_input_set_letterhead: what the clinic puts on every sheet; @letterhead must outlive @self. */
void                gla_handout_input_set_letterhead (GlaHandoutInput     *self,
                                                      const GlaLetterhead *letterhead);

/** gla_handout_input_make_facts: (transfer full): for @known: the same for all sheets about it. */
GlaFacts           *gla_handout_input_make_facts (const GlaHandoutInput  *self);

/** gla_handout_input_find_cycle: (nullable): what the sheet is about. */
const GlaCycle     *gla_handout_input_find_cycle (const GlaHandoutInput  *self);

/** gla_handout_input_find_event: (nullable): the adverse event that the sheet is about. */
const GlaAdverseEvent *gla_handout_input_find_event (const GlaHandoutInput *self);

G_END_DECLS
