/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-handout-template.h"

#include "gla-handout-template-private.h"
#include "gla-i18n.h"
#include "gla-xml.h"

#include <string.h>

#define SCHEMA "schemas/handouts.rng"
#define ROOT "handout"

/* In the order of the list: from treatment to what comes after. */
static const char *const builtin[] = {
  "aftercare", "by-day", "not-yet", "not-working", "warning-signs", "resistance", "other-options",
  "timeline", "card", "consent", "record-reply", "lot-letter", "dossier", "full-record",
  "adverse-event", "downtime", "call-list", NULL,
};

static void
element_free (gpointer data)
{
  GlaHandoutElement *self = data;

  g_free (self->text);
  gla_condition_free (self->when);
  g_free (self->field);
  g_free (self->part);
  g_free (self->style);
  gla_marked_clear (&self->mark);
  g_ptr_array_unref (self->children);
  g_free (self);
}

GlaHandoutElement *
gla_handout_element_new (GlaHandoutElementKind kind)
{
  GlaHandoutElement *self = g_new0 (GlaHandoutElement, 1);

  self->kind = kind;
  self->children = g_ptr_array_new_with_free_func (element_free);
  return self;
}

GlaHandoutTemplate *
gla_handout_template_new (void)
{
  GlaHandoutTemplate *self = g_atomic_rc_box_new0 (GlaHandoutTemplate);

  self->elements = g_ptr_array_new_with_free_func (element_free);
  return self;
}

GlaHandoutTemplate *
gla_handout_template_ref (const GlaHandoutTemplate *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire ((gpointer) self);
}

static void
template_clear (gpointer data)
{
  GlaHandoutTemplate *self = data;

  g_free (self->key);
  g_free (self->version);
  g_free (self->title);
  g_free (self->summary);
  g_ptr_array_unref (self->elements);
}

void
gla_handout_template_unref (GlaHandoutTemplate *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, template_clear);
}

const char * const *
gla_handout_list_builtin (void)
{
  return builtin;
}

GFile *
gla_handout_dup_own_folder (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "glabella", "handouts", NULL);

  return g_file_new_for_path (path);
}

static int
compare_keys (gconstpointer a,
              gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Keys of the files of a folder that the program has none for; a folder that is not there has none. */
static void
add_own_keys (GFile     *folder,
              GPtrArray *keys)
{
  g_autoptr (GFileEnumerator) files =
    g_file_enumerate_children (folder, G_FILE_ATTRIBUTE_STANDARD_NAME, G_FILE_QUERY_INFO_NONE,
                               NULL, NULL);
  GFileInfo *info;

  while (files != NULL &&
         g_file_enumerator_iterate (files, &info, NULL, NULL, NULL) && info != NULL)
    {
      const char *name = g_file_info_get_name (info);
      g_autofree char *key = NULL;

      if (!g_str_has_suffix (name, ".xml"))
        continue;
      key = g_strndup (name, strlen (name) - strlen (".xml"));
      if (!g_strv_contains (builtin, key))
        g_ptr_array_add (keys, g_steal_pointer (&key));
    }
  g_ptr_array_sort (keys, compare_keys);
}

GStrv
gla_handout_list (GFile *own_folder)
{
  g_autoptr (GPtrArray) own = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();

  g_return_val_if_fail (own_folder == NULL || G_IS_FILE (own_folder), NULL);

  g_strv_builder_addv (keys, (const char **) builtin);
  if (own_folder != NULL)
    add_own_keys (own_folder, own);
  for (guint i = 0; i < own->len; i++)
    g_strv_builder_add (keys, own->pdata[i]);
  return g_strv_builder_end (keys);
}

static GlaHandoutTemplate *
make_template (GlaXmlDoc     *doc,
               const char    *name,
               gboolean       is_own,
               GlaCatalogue  *catalogue,
               GlaProtocol   *protocol,
               GError       **error)
{
  g_autoptr (GlaXmlSchema) schema = gla_xml_schema_load_builtin (SCHEMA, error);
  g_autoptr (GlaHandoutTemplate) self = NULL;

  if (schema == NULL || !gla_xml_schema_validate (schema, doc, name, ROOT, error))
    return NULL;
  self = gla_handout_template_new ();
  self->is_own = is_own;
  if (!gla_handout_template_read (self, doc, name, error) ||
      !gla_handout_template_check (self, name, catalogue, protocol, error))
    return NULL;
  return g_steal_pointer (&self);
}

GlaHandoutTemplate *
gla_handout_template_parse (GBytes        *bytes,
                            const char    *name,
                            gboolean       is_own,
                            GlaCatalogue  *catalogue,
                            GlaProtocol   *protocol,
                            GError       **error)
{
  g_autoptr (GlaXmlDoc) doc = NULL;

  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);
  g_return_val_if_fail (catalogue != NULL && protocol != NULL, NULL);

  doc = gla_xml_parse (bytes, name, error);
  return doc != NULL ? make_template (doc, name, is_own, catalogue, protocol, error) : NULL;
}

static GlaHandoutTemplate *
load_own (GFile         *file,
          const char    *key,
          GlaCatalogue  *catalogue,
          GlaProtocol   *protocol,
          GError       **error)
{
  g_autoptr (GlaXmlDoc) doc = gla_xml_load_file (file, error);
  g_autofree char *name = g_file_get_parse_name (file);
  g_autoptr (GlaHandoutTemplate) self = NULL;

  if (doc == NULL)
    return NULL;
  self = make_template (doc, name, TRUE, catalogue, protocol, error);
  if (self == NULL || strcmp (self->key, key) == 0)
    return g_steal_pointer (&self);
  g_set_error (error, GLA_KNOWLEDGE_ERROR, GLA_KNOWLEDGE_ERROR_VALUE,
               _("%s: the key is “%s” and must be as the file is called, “%s”"), name, self->key,
               key);
  return NULL;
}

GlaHandoutTemplate *
gla_handout_template_load (const char    *key,
                           GFile         *own_folder,
                           GlaCatalogue  *catalogue,
                           GlaProtocol   *protocol,
                           GError       **refused,
                           GError       **error)
{
  g_autofree char *name = g_strconcat (key, ".xml", NULL);
  g_autofree char *path = g_strconcat ("handouts/", name, NULL);
  g_autoptr (GFile) own = own_folder != NULL && strchr (key, '/') == NULL
                            ? g_file_get_child (own_folder, name)
                            : NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (key != NULL && catalogue != NULL && protocol != NULL, NULL);

  if (own != NULL && g_file_query_exists (own, NULL))
    {
      gboolean only = !g_strv_contains (builtin, key);
      GlaHandoutTemplate *self = load_own (own, key, catalogue, protocol, only ? error : refused);

      if (self != NULL || only)
        return self;
    }
  if (!g_strv_contains (builtin, key))
    {
      g_set_error (error, GLA_KNOWLEDGE_ERROR, GLA_KNOWLEDGE_ERROR_READ,
                   _("there is no sheet “%s”"), key);
      return NULL;
    }
  bytes = gla_xml_get_builtin (path, error);
  return bytes != NULL ? gla_handout_template_parse (bytes, path, FALSE, catalogue, protocol, error)
                       : NULL;
}

const char *
gla_handout_template_get_text (const GlaHandoutTemplate *self,
                               const char               *text)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (text == NULL || text[0] == '\0' || self->is_own)
    return text;
  return _(text);
}

static gboolean
are_translated (const GPtrArray   *elements,
                const GlaLanguage *language)
{
  for (guint i = 0; i < elements->len; i++)
    {
      const GlaHandoutElement *element = elements->pdata[i];

      if ((element->text != NULL && !gla_language_has_text (language, element->text)) ||
          !are_translated (element->children, language))
        return FALSE;
    }
  return TRUE;
}

gboolean
gla_handout_template_is_translated (const GlaHandoutTemplate *self,
                                    const GlaLanguage        *language)
{
  g_return_val_if_fail (self != NULL && language != NULL, FALSE);

  if (self->is_own)
    return language == gla_language_get_own ();
  return gla_language_has_text (language, self->title) &&
         are_translated (self->elements, language);
}
