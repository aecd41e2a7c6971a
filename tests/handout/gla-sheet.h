/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-case-play.h"
#include "gla-handout.h"

G_BEGIN_DECLS

/* Sheets of made-up patients, and reading them back by other programs. */

/* gla_sheet_begin: catalogue and protocol, once for a program; before gla_sheet_end(). */
void                 gla_sheet_begin     (void);
int                  gla_sheet_end       (int result);

/* gla_sheet_set_reviewed: (nullable): what the clinic's setting on translations says from now on. */
void                 gla_sheet_set_reviewed (const char *reviewed);

/* gla_sheet_set_letterhead: (nullable): in place of a made-up one; must outlive what is made. */
void                 gla_sheet_set_letterhead (const GlaLetterhead *letterhead);

/* gla_sheet_template: (transfer full): a built-in one. */
GlaHandoutTemplate  *gla_sheet_template  (const char              *key);

/*
 * gla_sheet_of_script: (transfer full): the sheet @key of a record as for
 * gla_test_history_new_of(), on day @today of it, without a case.
 */
GlaPages            *gla_sheet_of_script (const char              *key,
                                          const GlaPatient        *patient,
                                          const char              *script,
                                          int                      today,
                                          const GlaHandoutOptions *options);

/* gla_sheet_of_text: (transfer full): the same of a template that a test wrote, not the clinic's own. */
GlaPages            *gla_sheet_of_text   (GBytes                  *template,
                                          const char              *script,
                                          int                      today,
                                          const GlaHandoutOptions *options);

/* gla_sheet_of_own: (transfer full): likewise, and it is the clinic's own. */
GlaPages            *gla_sheet_of_own    (GBytes                  *template,
                                          const char              *script,
                                          int                      today,
                                          const GlaHandoutOptions *options);

/* gla_sheet_of_calls: (transfer full): a call list. */
GlaPages            *gla_sheet_of_calls  (const GPtrArray         *calls,
                                          const char              *about,
                                          const GlaHandoutOptions *options);

/* gla_sheet_of_lot: (transfer full): a letter about @lot, given on @day of the record. */
GlaPages            *gla_sheet_of_lot    (const char              *script,
                                          const char              *lot,
                                          int                      day,
                                          const GlaHandoutOptions *options);

/* gla_sheet_of_play: (transfer full): the sheet @key of a case. */
GlaPages            *gla_sheet_of_play   (const char              *key,
                                          const GlaCasePlay       *play,
                                          const GlaHandoutOptions *options);

/* gla_sheet_pdf: (transfer full): bytes of a file with this sheet. */
GBytes              *gla_sheet_pdf       (GlaPages                *pages);

/*
 * gla_sheet_read: (transfer full) (nullable): what a program says of it: "pdftotext",
 * "pdffonts", "pdfinfo"; NULL, and the test is skipped, where it is not installed.
 */
char                *gla_sheet_read      (GlaPages                *pages,
                                          const char              *program);

/* gla_sheet_assert_inside: fails if a page has ink outside of its live area. */
void                 gla_sheet_assert_inside (GlaPages            *pages,
                                              const char          *name);

/* gla_sheet_assert_order: fails unless these words follow each other in @text. */
void                 gla_sheet_assert_order (const char           *text,
                                             const char *const    *words);

G_END_DECLS
