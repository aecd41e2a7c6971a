/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gla-sheet-subject.h"

G_BEGIN_DECLS

#define GLA_TYPE_SHEET_REVIEW (gla_sheet_review_get_type ())
G_DECLARE_FINAL_TYPE (GlaSheetReview, gla_sheet_review, GLA, SHEET_REVIEW, AdwBin)

/**
 * GlaSheetReview:
 *
 * A line above a translated sheet that says who answers for the translation. Not there for a
 * sheet in English, nor for one that the clinic wrote itself.
 */

/** GlaSheetReview::marked: gboolean; whether it was found good, or nobody answers for it any more. */

/**
 * gla_sheet_review_show:
 * @language: BCP 47, of the sheet as it is laid out
 */
void  gla_sheet_review_show  (GlaSheetReview           *self,
                              const GlaSheetSubject    *subject,
                              const GlaHandoutTemplate *template,
                              const char               *language);

G_END_DECLS
