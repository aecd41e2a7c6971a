/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-test-mo.h"

#include <glib/gstdio.h>
#include <string.h>

#define HEADER_SIZE 28

typedef struct
{
  GBytes *text;          /* without the NUL that ends it */
  GBytes *translation;
} Entry;

struct _GlaTestMo
{
  GArray *entries;
};

static void
entry_clear (gpointer data)
{
  Entry *entry = data;

  g_bytes_unref (entry->text);
  g_bytes_unref (entry->translation);
}

static void
take (GlaTestMo *self,
      GString   *text,
      GString   *translation)
{
  Entry entry = { g_string_free_to_bytes (text), g_string_free_to_bytes (translation) };

  g_array_append_val (self->entries, entry);
}

GlaTestMo *
gla_test_mo_new (guint n_forms)
{
  GlaTestMo *self = g_new0 (GlaTestMo, 1);
  g_autoptr (GString) header = g_string_new ("Content-Type: text/plain; charset=UTF-8\n");

  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (self->entries, entry_clear);
  if (n_forms > 0)
    g_string_append_printf (header, "Plural-Forms: nplurals=%u; plural=0;\n", n_forms);
  gla_test_mo_add (self, NULL, "", header->str);
  return self;
}

void
gla_test_mo_free (GlaTestMo *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->entries);
  g_free (self);
}

void
gla_test_mo_add (GlaTestMo  *self,
                 const char *context,
                 const char *text,
                 const char *translation)
{
  GString *whole = g_string_new (NULL);

  if (context != NULL)
    g_string_append_printf (whole, "%s\004", context);
  g_string_append (whole, text);
  take (self, whole, g_string_new (translation));
}

void
gla_test_mo_add_forms (GlaTestMo  *self,
                       const char *one,
                       const char *many,
                       const char *forms)
{
  GString *text = g_string_new (one);
  GString *translation = g_string_new (forms);

  g_string_append_c (text, '\0');
  g_string_append (text, many);
  for (char *bar = translation->str; (bar = strchr (bar, '|')) != NULL; bar++)
    *bar = '\0';
  take (self, text, translation);
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (g_bytes_get_data (((const Entry *) a)->text, NULL),
                 g_bytes_get_data (((const Entry *) b)->text, NULL));
}

static void
put (GByteArray *file,
     gsize       at,
     gsize       number,
     gboolean    swapped)
{
  guint32 value = swapped ? GUINT32_SWAP_LE_BE ((guint32) number) : (guint32) number;

  memcpy (file->data + at, &value, sizeof value);
}

/* Appends a text with its NUL, and writes where it is. */
static void
put_text (GByteArray *file,
          gsize       at,
          GBytes     *text,
          gboolean    swapped)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (text, &size);

  put (file, at, size, swapped);
  put (file, at + 4, file->len, swapped);
  g_byte_array_append (file, data, (guint) size);
  g_byte_array_append (file, (const guint8 *) "", 1);
}

GBytes *
gla_test_mo_dup (const GlaTestMo *self,
                 gboolean         swapped)
{
  GByteArray *file = g_byte_array_new ();
  guint n = self->entries->len;

  g_array_sort (self->entries, compare_entries);
  g_byte_array_set_size (file, HEADER_SIZE + 16 * n);
  memset (file->data, 0, file->len);
  put (file, 0, 0x950412deu, swapped);
  put (file, 8, n, swapped);
  put (file, 12, HEADER_SIZE, swapped);
  put (file, 16, HEADER_SIZE + 8 * n, swapped);
  for (guint i = 0; i < n; i++)
    put_text (file, HEADER_SIZE + 8 * i, g_array_index (self->entries, Entry, i).text, swapped);
  for (guint i = 0; i < n; i++)
    put_text (file, HEADER_SIZE + 8 * (n + i), g_array_index (self->entries, Entry, i).translation,
              swapped);
  return g_byte_array_free_to_bytes (file);
}

void
gla_test_mo_write (const GlaTestMo *self,
                   const char      *folder,
                   const char      *name)
{
  g_autofree char *path = g_build_filename (folder, name, "LC_MESSAGES", NULL);
  g_autofree char *file = g_build_filename (path, GETTEXT_PACKAGE ".mo", NULL);
  g_autoptr (GBytes) bytes = gla_test_mo_dup (self, FALSE);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (path, 0700), ==, 0);
  g_file_set_contents (file, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                       &error);
  g_assert_no_error (error);
}
