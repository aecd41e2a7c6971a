/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GLA_LANGUAGE_ERROR:
 * @GLA_LANGUAGE_ERROR_UNKNOWN: there are no translations into it, or its way to count is not known
 * @GLA_LANGUAGE_ERROR_DAMAGED: the file of translations can't be read
 */
#define GLA_LANGUAGE_ERROR (gla_language_error_quark ())

typedef enum
{
  GLA_LANGUAGE_ERROR_UNKNOWN,
  GLA_LANGUAGE_ERROR_DAMAGED,
} GlaLanguageError;

GQuark                gla_language_error_quark       (void);

/**
 * GlaLanguage:
 *
 * A language that texts can be written in, whatever the languages of the
 * computer and of the window are: texts come from the program's own files of
 * translations, days and numbers from ICU, which needs no locale of the system
 * either. Immutable, used by all threads, and there until the program ends.
 */
typedef struct _GlaLanguage GlaLanguage;

/** gla_language_set_up: takes over the user's language for this process; once, before threads. */
void                  gla_language_set_up            (void);

/**
 * gla_language_load:
 * @tag: BCP 47 or as the files are called: "de", "de-CH", "pt-BR", "zh", "zh_CN"
 *
 * The translations that fit best: those for the country, else for the language.
 * English needs none.
 *
 * Returns: (transfer none): or %NULL with an error in %GLA_LANGUAGE_ERROR
 */
const GlaLanguage    *gla_language_load              (const char         *tag,
                                                      GError            **error);

/** gla_language_get_english: (transfer none): the language of the texts in the source. */
const GlaLanguage    *gla_language_get_english       (void);

/** gla_language_get_own: (transfer none): the user's, that of the window; English if there is no translation. */
const GlaLanguage    *gla_language_get_own           (void);

/** gla_language_list: (transfer full): tags of all languages that there are translations for, English first. */
GStrv                 gla_language_list              (void);

/** gla_language_get_tag: BCP 47, such as "pl" or "zh-CN". */
const char           *gla_language_get_tag           (const GlaLanguage  *self);

/** gla_language_dup_name: (transfer full): what its speakers call it, such as "Deutsch". */
char                 *gla_language_dup_name          (const GlaLanguage  *self);

/** gla_language_is_rtl: whether it is written from right to left. */
gboolean              gla_language_is_rtl            (const GlaLanguage  *self);

/** gla_language_has_text: whether it says @text in its own words; English says all. */
gboolean              gla_language_has_text          (const GlaLanguage  *self,
                                                      const char         *text);

/**
 * GlaLanguageScope:
 *
 * The time for which a thread speaks a language. Scopes nest:
 *
 * |[
 * g_auto (GlaLanguageScope) scope = gla_language_enter (polish);
 * ]|
 */
typedef struct
{
  const GlaLanguage *outer;
  guint outer_missing;
} GlaLanguageScope;

/**
 * gla_language_enter:
 * @self: (nullable): %NULL: what gettext gives
 *
 * From now on _() and its relatives, days and numbers of this thread are in
 * @self. A text that it has not is English, and counted; to enter the language that
 * is spoken already changes nothing.
 */
GlaLanguageScope      gla_language_enter             (const GlaLanguage  *self);

/** gla_language_leave: back to what was spoken before; called by g_auto(). */
void                  gla_language_leave             (GlaLanguageScope   *scope);

/** gla_language_get_current: (transfer none) (nullable): what this thread has entered. */
const GlaLanguage    *gla_language_get_current       (void);

/** gla_language_get_missing: texts that were asked for since this thread entered it, and were not there. */
guint                 gla_language_get_missing       (void);

/**
 * gla_language_forget_missing:
 * @missing: what gla_language_get_missing() gave before
 *
 * Texts that were asked for since then were put together on the way and are not said.
 */
void                  gla_language_forget_missing    (guint               missing);

/** gla_language_is_rtl_now: whether what this thread says is written from right to left. */
gboolean              gla_language_is_rtl_now        (void);

/** gla_language_runs_against: whether the first letter of @text is written the other way than the language of this thread. */
gboolean              gla_language_runs_against      (const char         *text);

/** gla_number_format: with so many decimals, in the language of this thread. */
char                 *gla_number_format              (double              number,
                                                      int                 decimals);

/** gla_number_format_short: as many decimals as it needs, ten figures at most, in the language of this thread. */
char                 *gla_number_format_short        (double              number);

/** gla_number_get_point: (transfer none): what parts whole and decimals in the language of this thread. */
const char           *gla_number_get_point           (void);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GlaLanguageScope, gla_language_leave)

G_END_DECLS
