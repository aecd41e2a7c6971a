/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GlaSource:
 * @key: "L1", "VIS-PL", "BAR-G5", "ST-3"; unique
 * @document: the document that lists it: "products-and-areas", "evidence" or
 *   "statistics"
 * @code: as printed in that document ("G5")
 * @kind: "LABEL", "RCT", "MA", "OBS", "CONS", "CASE", "REV", "SURV", "POP",
 *   "BASIC", "ARTICLE", "BARCODE", "OFFICIAL" and the like, as listed
 * @seen: how much of it was read ("abstract", "label"); empty if not stated
 * @ties: industry ties noted; empty if none noted
 * @reference: the reference as text
 *
 * Where a value comes from. Never translated.
 */
typedef struct
{
  char *key;
  char *document;
  char *code;
  char *kind;
  char *seen;
  char *ties;
  char *reference;
} GlaSource;

/** gla_source_free: frees it with all it holds. */
void         gla_source_free          (GlaSource       *self);

/** gla_source_get_kind_name: the kind in the user's language, such as "randomised trial"; the key of an unknown one. */
const char  *gla_source_get_kind_name (const GlaSource *self);

/** gla_source_dup_text: (transfer full): code, kind, ties and reference in one line. */
char        *gla_source_dup_text      (const GlaSource *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaSource, gla_source_free)

G_END_DECLS
