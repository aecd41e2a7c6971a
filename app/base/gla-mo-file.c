/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-mo-file.h"

#include "gla-i18n.h"
#include "gla-language.h"

#include <string.h>

#define MAGIC 0x950412deu
#define HEADER_SIZE 20
#define ENTRY_SIZE 8   /* length and offset of a text */

/* What stands between the context of a text and the text. */
#define CONTEXT_END '\004'

struct _GlaMoFile
{
  GBytes *bytes;
  const char *data;
  gsize size;
  gboolean swapped;   /* written on a machine with the other order of bytes */
  guint32 n;
  guint32 originals;
  guint32 translations;
};

/* @at was checked to lie in the file. */
static guint32
read_number (const GlaMoFile *self,
             gsize            at)
{
  guint32 number;

  memcpy (&number, self->data + at, sizeof number);
  return self->swapped ? GUINT32_SWAP_LE_BE (number) : number;
}

static const char *
get_text (const GlaMoFile *self,
          guint32          table,
          guint32          index,
          gsize           *length)
{
  gsize entry = table + (gsize) index * ENTRY_SIZE;

  *length = read_number (self, entry);
  return self->data + read_number (self, entry + 4);
}

static gboolean
is_table_inside (const GlaMoFile *self,
                 guint32          table)
{
  return table >= HEADER_SIZE && table <= self->size &&
         self->n <= (self->size - table) / ENTRY_SIZE;
}

/* Each text ends with a NUL in the file, and is UTF-8 between its NULs. */
static gboolean
is_text_sound (const GlaMoFile *self,
               guint32          table,
               guint32          index)
{
  gsize entry = table + (gsize) index * ENTRY_SIZE;
  gsize length = read_number (self, entry);
  gsize offset = read_number (self, entry + 4);
  const char *end;

  if (offset >= self->size || length >= self->size - offset || self->data[offset + length] != '\0')
    return FALSE;
  end = self->data + offset + length;
  for (const char *at = self->data + offset; at <= end; at += strlen (at) + 1)
    if (!g_utf8_validate (at, -1, NULL))
      return FALSE;
  return TRUE;
}

static gboolean
are_texts_sound (const GlaMoFile *self)
{
  const char *before = NULL;

  for (guint32 i = 0; i < self->n; i++)
    {
      const char *text;
      gsize length;

      if (!is_text_sound (self, self->originals, i) ||
          !is_text_sound (self, self->translations, i))
        return FALSE;
      text = get_text (self, self->originals, i, &length);
      if (before != NULL && strcmp (before, text) >= 0)
        return FALSE;
      before = text;
    }
  return TRUE;
}

static gboolean
read_header (GlaMoFile *self)
{
  guint32 magic;

  if (self->size < HEADER_SIZE)
    return FALSE;
  magic = read_number (self, 0);
  self->swapped = magic == GUINT32_SWAP_LE_BE (MAGIC);
  if (magic != MAGIC && !self->swapped)
    return FALSE;
  /* The upper half is what a reader has to know of. */
  if (read_number (self, 4) >> 16 != 0)
    return FALSE;
  self->n = read_number (self, 8);
  self->originals = read_number (self, 12);
  self->translations = read_number (self, 16);
  return is_table_inside (self, self->originals) && is_table_inside (self, self->translations) &&
         are_texts_sound (self);
}

/* (nullable): what its authors say about it, under the empty text. */
static const char *
get_description (const GlaMoFile *self)
{
  gsize length;

  return gla_mo_file_find (self, NULL, "", &length);
}

static gboolean
is_utf8 (const GlaMoFile *self)
{
  const char *description = get_description (self);
  g_autofree char *lower = description != NULL ? g_ascii_strdown (description, -1) : NULL;

  return lower != NULL && strstr (lower, "charset=utf-8") != NULL;
}

GlaMoFile *
gla_mo_file_new (GBytes      *bytes,
                 const char  *name,
                 GError     **error)
{
  g_autoptr (GlaMoFile) self = NULL;

  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);

  self = g_new0 (GlaMoFile, 1);
  self->bytes = g_bytes_ref (bytes);
  self->data = g_bytes_get_data (bytes, &self->size);
  if (read_header (self) && is_utf8 (self))
    return g_steal_pointer (&self);
  g_set_error (error, GLA_LANGUAGE_ERROR, GLA_LANGUAGE_ERROR_DAMAGED,
               _("the translations in %s are damaged"), name);
  return NULL;
}

void
gla_mo_file_free (GlaMoFile *self)
{
  if (self == NULL)
    return;
  g_bytes_unref (self->bytes);
  g_free (self);
}

/* As strcmp() of @key with "context\004text", which is not put together for it. */
static int
compare (const char *key,
         const char *context,
         const char *text)
{
  gsize length;
  int difference;

  if (context == NULL)
    return strcmp (key, text);
  length = strlen (context);
  difference = strncmp (key, context, length);
  if (difference != 0)
    return difference;
  if (key[length] != CONTEXT_END)
    return (guchar) key[length] - CONTEXT_END;
  return strcmp (key + length + 1, text);
}

const char *
gla_mo_file_find (const GlaMoFile *self,
                  const char      *context,
                  const char      *text,
                  gsize           *length)
{
  guint32 low = 0, high;

  g_return_val_if_fail (self != NULL && text != NULL && length != NULL, NULL);

  high = self->n;
  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;
      int difference = compare (get_text (self, self->originals, middle, length), context, text);

      if (difference == 0)
        return get_text (self, self->translations, middle, length);
      if (difference < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return NULL;
}

guint
gla_mo_file_get_n_forms (const GlaMoFile *self)
{
  const char *description, *at;

  g_return_val_if_fail (self != NULL, 0);

  description = get_description (self);
  at = description != NULL ? strstr (description, "nplurals=") : NULL;
  return at != NULL ? (guint) g_ascii_strtoull (at + strlen ("nplurals="), NULL, 10) : 0;
}
