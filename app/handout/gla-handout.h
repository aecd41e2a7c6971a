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
 * @language: (nullable): BCP 47 of the texts of the program, for the file; %NULL: as they are
 */
typedef struct
{
  GlaPaper paper;
  gboolean large;
  gboolean blank_head;
  const char *language;
} GlaHandoutOptions;

/**
 * gla_handout_new:
 *
 * Fills a template in and lays it out, in the language of the program's texts.
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
 * The same before it is laid out.
 *
 * Returns: (transfer full) (element-type GlaBlock): or %NULL with an error
 */
GPtrArray *gla_handout_make_blocks (const GlaHandoutTemplate *template,
                                    const GlaHandoutInput    *input,
                                    GError                  **error);

G_END_DECLS
