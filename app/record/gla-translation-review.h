/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-day.h"

G_BEGIN_DECLS

/*
 * Which translations of sheets somebody of the clinic has read and found good, as the
 * setting %GLA_SETTING_REVIEWED_TRANSLATIONS keeps it: a line for each template and
 * language, with the version that was read. A new version has to be read again.
 */

/**
 * GlaTranslationReview:
 * @template: key of the sheet
 * @version: of it, that was read
 * @language: BCP 47
 * @name: who read it
 */
typedef struct
{
  const char *template;
  const char *version;
  const char *language;
  const char *name;
  GlaDay day;
} GlaTranslationReview;

/**
 * gla_translation_reviews_find:
 * @text: (nullable): value of the setting
 * @day: (out): when it was read
 *
 * Returns: (transfer full) (nullable): who read this version in this language; %NULL: nobody
 */
char  *gla_translation_reviews_find     (const char                 *text,
                                         const char                 *template,
                                         const char                 *version,
                                         const char                 *language,
                                         GlaDay                     *day);

/** gla_translation_reviews_add: (transfer full): @text with @review in place of an earlier one. */
char  *gla_translation_reviews_add      (const char                 *text,
                                         const GlaTranslationReview *review);

/** gla_translation_reviews_withdraw: (transfer full): @text without the review of a sheet in a language. */
char  *gla_translation_reviews_withdraw (const char                 *text,
                                         const char                 *template,
                                         const char                 *language);

G_END_DECLS
