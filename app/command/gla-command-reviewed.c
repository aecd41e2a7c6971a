/* SPDX-License-Identifier: GPL-3.0-or-later */

/* reviewed: which translations of sheets somebody of the clinic has read and found good. */

#include "config.h"

#include "gla-command-private.h"

#include "gla-error.h"
#include "gla-handout-template.h"
#include "gla-i18n.h"
#include "gla-language.h"
#include "gla-protocol.h"
#include "gla-setting.h"
#include "gla-store-read.h"
#include "gla-store-write.h"
#include "gla-translation-review.h"

#include <stdio.h>

typedef struct
{
  GlaCatalogue *catalogue;
  GlaProtocol *protocol;
} Books;

static void
books_clear (Books *self)
{
  g_clear_pointer (&self->protocol, gla_protocol_unref);
  g_clear_pointer (&self->catalogue, gla_catalogue_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Books, books_clear)

static gboolean
books_open (Books   *self,
            GError **error)
{
  self->catalogue = gla_catalogue_load_builtin (error);
  self->protocol =
    self->catalogue != NULL ? gla_protocol_load_builtin (self->catalogue, error) : NULL;
  return self->protocol != NULL;
}

/* What the clinic wrote itself is no translation. */
static GlaHandoutTemplate *
load_template (const Books  *books,
               const char   *key,
               GError      **error)
{
  return gla_handout_template_load (key, NULL, books->catalogue, books->protocol, NULL, error);
}

static void
print_line (const GlaHandoutTemplate *template,
            const GlaLanguage        *language,
            const char               *reviewed)
{
  const char *tag = gla_language_get_tag (language);
  GlaDay day;
  g_autofree char *name =
    gla_translation_reviews_find (reviewed, template->key, template->version, tag, &day);
  g_autofree char *iso = gla_day_to_iso (day);

  gla_command_print_cell (template->key, FALSE);
  gla_command_print_cell (template->version, FALSE);
  gla_command_print_cell (tag, FALSE);
  gla_command_print_cell (iso, FALSE);
  gla_command_print_cell (name != NULL ? name : "", TRUE);
}

/* Each sheet in each language that all its texts are there for. */
static gboolean
list_reviews (const Books  *books,
              const char   *reviewed,
              GError      **error)
{
  const char *const *keys = gla_handout_list_builtin ();
  g_auto (GStrv) tags = gla_language_list ();

  printf ("%s\t%s\t%s\t%s\t%s\n", "sheet", "version", "language", "reviewed", "by");
  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_autoptr (GlaHandoutTemplate) template = load_template (books, keys[i], error);

      if (template == NULL)
        return FALSE;
      for (guint k = 0; tags[k] != NULL; k++)
        {
          const GlaLanguage *language = gla_language_load (tags[k], NULL);

          if (language != gla_language_get_english () &&
              gla_handout_template_is_translated (template, language))
            print_line (template, language, reviewed);
        }
    }
  return TRUE;
}

static gboolean
put_review (GlaStore                  *store,
            const char                *reviewed,
            const GlaHandoutTemplate  *template,
            const char                *tag,
            const char                *name,
            GlaDay                     today,
            GError                   **error)
{
  const GlaLanguage *language = gla_language_load (tag, error);
  g_autofree char *text = NULL;
  GlaTranslationReview review = { template->key, template->version, NULL, name, today };

  if (language == NULL)
    return FALSE;
  review.language = gla_language_get_tag (language);
  text = name != NULL ? gla_translation_reviews_add (reviewed, &review)
                      : gla_translation_reviews_withdraw (reviewed, template->key,
                                                          review.language);
  return gla_store_put_setting (store, GLA_SETTING_REVIEWED_TRANSLATIONS,
                                text[0] != '\0' ? text : NULL, error);
}

gboolean
gla_command_reviewed (int      argc,
                      char   **argv,
                      GError **error)
{
  g_auto (GlaCommandOptions) options = { NULL };
  g_auto (Books) books = { NULL };
  g_autoptr (GlaStore) store = NULL;
  g_autoptr (GlaHandoutTemplate) template = NULL;
  g_autofree char *reviewed = NULL;
  g_autofree char *name = NULL;
  gboolean withdraw = FALSE;
  const GOptionEntry entries[] = {
    { "by", 0, 0, G_OPTION_ARG_STRING, &name, N_("Who has read it and found it good"), N_("NAME") },
    { "withdraw", 0, 0, G_OPTION_ARG_NONE, &withdraw, N_("Nobody answers for it any more"), NULL },
    { NULL },
  };

  if (!gla_command_parse (&argc, &argv, "[SHEET LANGUAGE]",
                          _("Lists which translated sheets somebody of the clinic has read, or "
                            "notes it of one. Until then a sheet says that it was translated by "
                            "machine."),
                          entries, &options, error) ||
      !gla_command_expect (argc, 0, 2, "[SHEET LANGUAGE]", error))
    return FALSE;
  if (argc == 2 || (argc == 3) != (name != NULL || withdraw) || (name != NULL && withdraw))
    {
      g_set_error_literal (error, GLA_USAGE_ERROR, GLA_USAGE_ERROR_ARGUMENTS,
                           _("a SHEET and its LANGUAGE need --by NAME or --withdraw"));
      return FALSE;
    }
  store = gla_command_open (&options, argc == 3 ? 0 : GLA_STORE_READ_ONLY, error);
  if (store == NULL || !books_open (&books, error))
    return FALSE;
  reviewed = gla_store_get_setting (store, GLA_SETTING_REVIEWED_TRANSLATIONS, NULL);
  if (argc < 3)
    return list_reviews (&books, reviewed, error);
  template = load_template (&books, argv[1], error);
  return template != NULL &&
         put_review (store, reviewed, template, argv[2], name, options.today, error);
}
