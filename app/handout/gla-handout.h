/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-handout-input.h"
#include "gla-handout-template.h"
#include "gla-pages.h"

G_BEGIN_DECLS

/**
 * GlaHandoutOptions:
 * @large: large print
 * @blank_head: leaves room for a printed letterhead
 * @language: (nullable): BCP 47 of the language that is wanted; %NULL: see
 *   gla_handout_choose_language()
 */
typedef struct
{
  GlaPaper paper;
  gboolean large;
  gboolean blank_head;
  const char *language;
} GlaHandoutOptions;

/**
 * gla_handout_choose_language:
 *
 * Returns: (nullable): BCP 47 of the language that a sheet is wanted in: that of @options,
 *   else the patient's if it is the patient who reads it; %NULL: the clinic's
 */
const char *gla_handout_choose_language (const GlaHandoutTemplate *template,
                                         const GlaHandoutInput    *input,
                                         const GlaHandoutOptions  *options);

/**
 * gla_handout_new:
 *
 * Fills a template in and lays it out. No sheet is in two languages: if a single text
 * that it says is not there in the language that is wanted, the whole sheet is in the
 * clinic's, and if that lacks one too, in English; gla_pages_get_language() tells which.
 * May run in any thread; neither reads the clinic file nor asks for the time.
 *
 * Returns: (transfer full): its pages, or %NULL with an error in %GLA_KNOWLEDGE_ERROR
 *   if a condition takes too long
 */
GlaPages  *gla_handout_new         (const GlaHandoutTemplate *template,
                                    const GlaHandoutInput    *input,
                                    const GlaHandoutOptions  *options,
                                    GError                  **error);

/**
 * gla_handout_make_blocks:
 *
 * The same before it is laid out, in the language of the thread.
 *
 * Returns: (transfer full) (element-type GlaBlock): or %NULL with an error
 */
GPtrArray *gla_handout_make_blocks (const GlaHandoutTemplate *template,
                                    const GlaHandoutInput    *input,
                                    GError                  **error);

G_END_DECLS
