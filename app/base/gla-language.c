/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-language-private.h"

#include "gla-i18n.h"

#include <locale.h>
#include <string.h>

#define ENGLISH "en"

G_DEFINE_QUARK (gla-language-error-quark, gla_language_error)

/* What a thread speaks. */
typedef struct
{
  const GlaLanguage *language;
  guint missing;
} Spoken;

static GPrivate spoken_key = G_PRIVATE_INIT (g_free);

/* (element-type utf8 GlaLanguage): by the name of its folder. */
static GHashTable *languages;
static GMutex languages_lock;

/* GLABELLA_LOCALE_DIR: for translations that are built and not yet installed. */
static const char *
get_folder (void)
{
  const char *folder = g_getenv ("GLABELLA_LOCALE_DIR");

  return folder != NULL ? folder : GLA_LOCALE_DIR;
}

void
gla_language_set_up (void)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, get_folder ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

static char *
dup_path (const char *name)
{
  return g_build_filename (get_folder (), name, "LC_MESSAGES", GETTEXT_PACKAGE ".mo", NULL);
}

/* Names of folders in the order in which they fit @tag: "de_CH", "de". */
static GStrv
list_names (const char *tag)
{
  g_auto (GStrv) parts = g_strsplit_set (tag, "-_.@", -1);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autofree char *language = g_ascii_strdown (parts[0] != NULL ? parts[0] : "", -1);
  gboolean chinese = strcmp (language, "zh") == 0;

  for (guint i = 1; parts[0] != NULL && parts[i] != NULL; i++)
    {
      g_autofree char *country = g_ascii_strup (parts[i], -1);
      g_autofree char *name = g_strconcat (language, "_", country, NULL);

      if (strlen (country) == 2)
        g_strv_builder_add (names, name);
      /* The script is what matters of Chinese. */
      if (chinese && (strcmp (country, "HANT") == 0 || strcmp (country, "HK") == 0))
        g_strv_builder_add (names, "zh_TW");
    }
  if (chinese)
    g_strv_builder_add (names, "zh_CN");
  g_strv_builder_add (names, language);
  return g_strv_builder_end (names);
}

static GlaLanguage *
language_new (const char *name)
{
  GlaLanguage *self = g_new0 (GlaLanguage, 1);

  g_mutex_init (&self->lock);
  self->tag = g_strdelimit (g_strdup (name), "_", '-');
  self->locale = g_strconcat (name, "@calendar=gregorian;numbers=latn", NULL);
  self->plural = gla_plural_find (name);
  gla_language_ask_icu (self);
  return self;
}

static GlaLanguage *
load_file (const char  *name,
           const char  *path,
           GError     **error)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, error);
  g_autoptr (GBytes) bytes = file != NULL ? g_mapped_file_get_bytes (file) : NULL;
  g_autoptr (GlaMoFile) texts = bytes != NULL ? gla_mo_file_new (bytes, path, error) : NULL;
  const GlaPlural *plural = gla_plural_find (name);
  GlaLanguage *self;

  if (texts == NULL)
    return NULL;
  if (plural == NULL || gla_mo_file_get_n_forms (texts) != gla_plural_get_n_forms (plural))
    {
      g_set_error (error, GLA_LANGUAGE_ERROR, GLA_LANGUAGE_ERROR_UNKNOWN,
                   _("it is not known how “%s” counts"), name);
      return NULL;
    }
  self = language_new (name);
  self->texts = g_steal_pointer (&texts);
  return self;
}

/* (nullable): of the table, or of its file; the lock is held. */
static GlaLanguage *
find_or_load (const char  *name,
              GError     **error)
{
  g_autofree char *path = NULL;
  GlaLanguage *self;

  if (languages == NULL)
    languages = g_hash_table_new (g_str_hash, g_str_equal);
  self = g_hash_table_lookup (languages, name);
  if (self != NULL)
    return self;
  if (strcmp (name, ENGLISH) == 0)
    self = language_new (name);
  else
    {
      path = dup_path (name);
      self = g_file_test (path, G_FILE_TEST_IS_REGULAR) ? load_file (name, path, error) : NULL;
    }
  if (self != NULL)
    g_hash_table_insert (languages, g_strdup (name), self);
  return self;
}

const GlaLanguage *
gla_language_load (const char  *tag,
                   GError     **error)
{
  g_auto (GStrv) names = NULL;
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (tag != NULL, NULL);

  names = list_names (tag);
  locker = g_mutex_locker_new (&languages_lock);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (GError) fault = NULL;
      const GlaLanguage *self = find_or_load (names[i], &fault);

      if (self != NULL)
        return self;
      if (fault != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&fault));
          return NULL;
        }
    }
  g_set_error (error, GLA_LANGUAGE_ERROR, GLA_LANGUAGE_ERROR_UNKNOWN,
               _("there is no translation into “%s”"), tag);
  return NULL;
}

const GlaLanguage *
gla_language_get_english (void)
{
  return gla_language_load (ENGLISH, NULL);
}

const GlaLanguage *
gla_language_get_own (void)
{
  const char *const *names = g_get_language_names ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      const GlaLanguage *self = gla_language_load (names[i], NULL);

      if (self != NULL)
        return self;
    }
  return gla_language_get_english ();
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

GStrv
gla_language_list (void)
{
  g_autoptr (GDir) folder = g_dir_open (get_folder (), 0, NULL);
  g_autoptr (GPtrArray) tags = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = dup_path (name);
      const GlaLanguage *self =
        g_file_test (path, G_FILE_TEST_IS_REGULAR) ? gla_language_load (name, NULL) : NULL;

      if (self != NULL && strcmp (self->tag, ENGLISH) != 0)
        g_ptr_array_add (tags, g_strdup (self->tag));
    }
  g_ptr_array_sort (tags, compare_names);
  g_ptr_array_insert (tags, 0, g_strdup (ENGLISH));
  g_ptr_array_add (tags, NULL);
  return (GStrv) g_ptr_array_free (g_steal_pointer (&tags), FALSE);
}

const char *
gla_language_get_tag (const GlaLanguage *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->tag;
}

gboolean
gla_language_is_rtl (const GlaLanguage *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->rtl;
}

gboolean
gla_language_has_text (const GlaLanguage *self,
                       const char        *text)
{
  gsize length;

  g_return_val_if_fail (self != NULL && text != NULL, FALSE);

  return self->texts == NULL || text[0] == '\0' ||
         gla_mo_file_find (self->texts, NULL, text, &length) != NULL;
}

const char *
gla_language_find_text (const GlaLanguage *self,
                        const char        *context,
                        const char        *text,
                        gsize             *length)
{
  const char *found;

  if (self->texts == NULL)
    return NULL;
  found = gla_mo_file_find (self->texts, context, text, length);
  if (found == NULL)
    gla_language_add_missing ();
  return found;
}

static Spoken *
get_spoken (void)
{
  Spoken *spoken = g_private_get (&spoken_key);

  if (spoken == NULL)
    {
      spoken = g_new0 (Spoken, 1);
      g_private_set (&spoken_key, spoken);
    }
  return spoken;
}

GlaLanguageScope
gla_language_enter (const GlaLanguage *self)
{
  Spoken *spoken = get_spoken ();
  GlaLanguageScope scope = { spoken->language, spoken->missing };

  if (spoken->language != self)
    spoken->missing = 0;
  spoken->language = self;
  return scope;
}

void
gla_language_leave (GlaLanguageScope *scope)
{
  Spoken *spoken = get_spoken ();

  if (spoken->language != scope->outer)
    spoken->missing = scope->outer_missing;
  spoken->language = scope->outer;
}

const GlaLanguage *
gla_language_get_current (void)
{
  const Spoken *spoken = g_private_get (&spoken_key);

  return spoken != NULL ? spoken->language : NULL;
}

guint
gla_language_get_missing (void)
{
  return get_spoken ()->missing;
}

void
gla_language_forget_missing (guint missing)
{
  get_spoken ()->missing = missing;
}

void
gla_language_add_missing (void)
{
  get_spoken ()->missing++;
}

gboolean
gla_language_is_rtl_now (void)
{
  const GlaLanguage *language = gla_language_get_current ();

  return gla_language_is_rtl (language != NULL ? language : gla_language_get_own ());
}
