/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-import-fields.h"
#include "gla-record.h"

G_BEGIN_DECLS

/*
 * What is written in a cell, as a value of the record. Words are understood in
 * English, German, French and Spanish; case and accents don't matter.
 */

/**
 * gla_import_clean_text:
 * @texts: takes the result
 *
 * Returns: (nullable): @text without blanks at its ends and without control
 *   characters, or out of the form ="00123" that keeps zeros in spreadsheets;
 *   %NULL if nothing is left
 */
const char     *gla_import_clean_text   (GStringChunk     *texts,
                                         const char       *text);

/**
 * gla_import_is_unknown:
 *
 * Whether @text says that something is not known, such as "n/a", "?" or "unbekannt".
 */
gboolean        gla_import_is_unknown   (const char       *text);

/**
 * gla_import_read_day:
 *
 * As gla_day_parse_inexact(), with a time of day behind the date passed over.
 */
GlaDayReading   gla_import_read_day     (const char       *text,
                                         GlaDayOrder       order,
                                         GlaDay            today,
                                         GlaDay           *day,
                                         GlaDayPrecision  *precision);

/** gla_import_read_side: "L", "right", "beidseits"; FALSE for a word that is none. */
gboolean        gla_import_read_side    (const char       *text,
                                         GlaSide          *side);

/**
 * gla_import_take_side:
 * @text: an area with its side, such as "Crow's feet (L)" or "left masseter"
 *
 * Returns: (transfer full) (nullable): the words of the area without the one
 *   that names the side; %NULL if there is none
 */
char           *gla_import_take_side    (const char       *text,
                                         GlaSide          *side);

gboolean        gla_import_read_sex     (const char       *text,
                                         GlaSex           *sex);
gboolean        gla_import_read_reason  (const char       *text,
                                         GlaVisitReason   *reason);
gboolean        gla_import_read_rater   (const char       *text,
                                         GlaRater         *rater);

/** gla_import_read_switch: "yes", "x", "1", "nein". */
gboolean        gla_import_read_switch  (const char       *text,
                                         gboolean         *value);

/**
 * gla_import_read_language: (nullable):
 *
 * "Deutsch", "de", "de-CH" as BCP 47; NULL for a word that is no language.
 */
const char     *gla_import_read_language (GStringChunk    *texts,
                                          const char      *text);

/**
 * gla_import_split_name:
 * @family: (out) (transfer full) (nullable)
 * @given: (out) (transfer full) (nullable)
 *
 * "Kaya, Mira" and "Mira Kaya" are the same; without a comma the last word is
 * the family name, with small words before it such as "van der".
 */
void            gla_import_split_name   (const char       *text,
                                         char            **family,
                                         char            **given);

/** gla_import_preview: (transfer full): @text as it would be taken, for people to look at. */
char           *gla_import_preview      (GlaImportField    field,
                                         const char       *text,
                                         GlaDayOrder       order,
                                         GlaDay            today);

G_END_DECLS
