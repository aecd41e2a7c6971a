/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-handout-own.h"

#include "gla-i18n.h"
#include "gla-xml.h"

#include <errno.h>
#include <string.h>

/* A sheet is some kilobytes; more is no sheet. */
#define MOST_BYTES (1024 * 1024)

static GFile *
get_file (GFile      *folder,
          const char *key,
          const char *ending)
{
  g_autofree char *name = g_strconcat (key, ending, NULL);

  return g_file_get_child (folder, name);
}

static gboolean
has_file (GFile      *folder,
          const char *key,
          const char *ending)
{
  g_autoptr (GFile) file = get_file (folder, key, ending);

  return g_file_query_exists (file, NULL);
}

gboolean
gla_handout_is_builtin (const char *key)
{
  g_return_val_if_fail (key != NULL, FALSE);

  return g_strv_contains (gla_handout_list_builtin (), key);
}

gboolean
gla_handout_has_own (GFile      *folder,
                     const char *key)
{
  g_return_val_if_fail (G_IS_FILE (folder) && key != NULL, FALSE);

  return has_file (folder, key, ".xml");
}

gboolean
gla_handout_has_aside (GFile      *folder,
                       const char *key)
{
  g_return_val_if_fail (G_IS_FILE (folder) && key != NULL, FALSE);

  return has_file (folder, key, ".xml.aside");
}

static char *
check_source (GBytes      *bytes,
              const char  *key,
              GError     **error)
{
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);

  if (size <= MOST_BYTES && g_utf8_validate_len (text, size, NULL))
    return g_strndup (text, size);
  g_set_error (error, GLA_KNOWLEDGE_ERROR, GLA_KNOWLEDGE_ERROR_READ,
               _("The file of the sheet “%s” is no text in UTF-8."), key);
  return NULL;
}

char *
gla_handout_dup_source (GFile       *folder,
                        const char  *key,
                        gboolean     own,
                        GError     **error)
{
  g_autofree char *path = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (G_IS_FILE (folder) && key != NULL, NULL);

  if (own && gla_handout_has_own (folder, key))
    {
      g_autoptr (GFile) file = get_file (folder, key, ".xml");

      bytes = g_file_load_bytes (file, NULL, NULL, error);
    }
  else
    {
      path = g_strdup_printf ("handouts/%s.xml", key);
      bytes = gla_xml_get_builtin (path, error);
    }
  return bytes != NULL ? check_source (bytes, key, error) : NULL;
}

gboolean
gla_handout_write_own (GFile       *folder,
                       const char  *key,
                       const char  *text,
                       GError     **error)
{
  g_autoptr (GFile) file = NULL;

  g_return_val_if_fail (G_IS_FILE (folder) && key != NULL && text != NULL, FALSE);

  if (g_mkdir_with_parents (g_file_peek_path (folder), 0700) != 0)
    {
      g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (errno), g_strerror (errno));
      return FALSE;
    }
  file = get_file (folder, key, ".xml");
  return g_file_replace_contents (file, text, strlen (text), NULL, FALSE, G_FILE_CREATE_PRIVATE,
                                  NULL, NULL, error);
}

static gboolean
move (GFile       *folder,
      const char  *key,
      const char  *from,
      const char  *to,
      GError     **error)
{
  g_autoptr (GFile) source = get_file (folder, key, from);
  g_autoptr (GFile) target = get_file (folder, key, to);

  return g_file_move (source, target, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, error);
}

gboolean
gla_handout_put_aside (GFile       *folder,
                       const char  *key,
                       GError     **error)
{
  g_return_val_if_fail (G_IS_FILE (folder) && key != NULL, FALSE);

  return move (folder, key, ".xml", ".xml.aside", error);
}

gboolean
gla_handout_take_back (GFile       *folder,
                       const char  *key,
                       GError     **error)
{
  g_return_val_if_fail (G_IS_FILE (folder) && key != NULL, FALSE);

  return move (folder, key, ".xml.aside", ".xml", error);
}
