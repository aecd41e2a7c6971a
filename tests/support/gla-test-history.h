/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-history.h"

G_BEGIN_DECLS

/*
 * A history written down in a few lines, for tables of cases. Days count from
 * 2024-01-01; "~", "m" or "y" behind a day: known to a week, a month, a year.
 *
 *   t DAY ID AREA PRODUCT UNITS   injection of treatment ID; a line for each
 *   g DAY AREA GRADE              grade at maximum contraction
 *   w DAY                         the patient says that it wore off then
 *   s DAY                         the patient says that it was still working
 *   r DAY SCALE GRADE WORD        how the result as a whole was judged; WORD with "_" for blanks
 *   x DAY AREA PRODUCT UNITS      treatment elsewhere
 *   e DAY AREA KIND               adverse event, its kind in one word
 *   v ID PRODUCT UNITS            vial; expiry=DAY diluent=MICROLITRES pack=KEY made=DAY,HOUR held
 *
 * "-" is "not known". Words behind: side=left reason=wore-off by=patient
 * scale=KEY rest=1 of=ID area=KEY told=DAY lot=L vial=V points=5 guess for=migraine
 * volume=MICROLITRES map=front:500,446,400:438,408,? (as in gla-map-point.h) yes=KEY (a question answered before the treatment)
 */
GlaHistory  *gla_test_history_new    (const char       *script);

/* The same for a patient with these fields; the id is set. */
GlaHistory  *gla_test_history_new_of (const GlaPatient *patient,
                                      const char       *script);

/* 2024-01-01 and so many days. */
GlaDay       gla_test_history_day    (int               day);

G_END_DECLS
