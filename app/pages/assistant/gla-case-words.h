/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-booking.h"
#include "gla-kept-case.h"

G_BEGIN_DECLS

/*
 * What a case shows, in words. All texts are in the user's language and
 * (transfer full) unless said otherwise.
 */

/** gla_case_words_subject: "Glabella · 12 Oct 2026 · day 42", or "Glabella · treated elsewhere". */
char        *gla_case_words_subject     (const GlaCase        *self,
                                         const GlaCycles      *cycles);

/** gla_case_words_record: the same of a case that was not read, and where it stands. */
char        *gla_case_words_record      (const GlaCaseRecord  *record,
                                         const GlaCycles      *cycles);

/** gla_case_words_standing: "Waiting until 14 Dec 2026", "Closed: explained" and the like. */
char        *gla_case_words_standing    (const GlaCaseRecord  *record);

/** gla_case_words_fact: value with its unit, "42 days"; "not known". */
char        *gla_case_words_fact        (const GlaCaseFact    *fact);

/** gla_case_words_basis: marks of a statement and what its sources are, "label; survey, program setting". */
char        *gla_case_words_basis       (const GlaMarked      *mark,
                                         GlaCatalogue         *catalogue);

/** gla_case_words_setting: "assess_min: 14 days (program setting)". */
char        *gla_case_words_setting     (const char           *constant,
                                         const GlaConstants   *constants);

/** gla_case_words_booking: its date, and the time of day if there is one. */
char        *gla_case_words_booking     (const GlaBooking     *booking);

G_END_DECLS
