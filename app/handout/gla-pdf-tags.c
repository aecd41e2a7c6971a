/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-pdf-tags.h"

#include <stdio.h>
#include <string.h>

/* A file and what is to be appended to it. Numbers are those of PDF objects. */
typedef struct
{
  const char *begin;
  gsize length;
  const char *table;     /* of the offsets: lines of 20 bytes */
  guint n_objects;
  guint root;
  guint info;
  guint64 startxref;
  GString *update;
  GString *entries;      /* for the new table, a section each */
} Update;

static const char *
find_last (const char *begin,
           const char *end,
           const char *word)
{
  gsize length = strlen (word);

  for (const char *at = end - length; at >= begin; at--)
    if (memcmp (at, word, length) == 0)
      return at;
  return NULL;
}

/* A number behind a word of the trailer. */
static gboolean
read_number (const char *trailer,
             const char *word,
             guint      *number)
{
  const char *at = strstr (trailer, word);

  if (at == NULL)
    return FALSE;
  *number = (guint) g_ascii_strtoull (at + strlen (word), NULL, 10);
  return TRUE;
}

/* @bytes must have a NUL behind its end. */
static gboolean
update_init (Update           *self,
             const GByteArray *bytes)
{
  const char *end, *trailer, *startxref;
  guint first, n;

  self->begin = (const char *) bytes->data;
  self->length = bytes->len;
  end = self->begin + self->length;
  trailer = find_last (self->begin, end, "trailer\n");
  startxref = find_last (self->begin, end, "startxref\n");
  if (trailer == NULL || startxref == NULL || startxref < trailer ||
      !read_number (trailer, "/Size ", &self->n_objects) ||
      !read_number (trailer, "/Root ", &self->root) ||
      !read_number (trailer, "/Info ", &self->info))
    return FALSE;
  self->startxref = g_ascii_strtoull (startxref + strlen ("startxref\n"), NULL, 10);
  if (self->startxref >= self->length ||
      sscanf (self->begin + self->startxref, "xref\n%u %u", &first, &n) != 2 || first != 0 ||
      n != self->n_objects)
    return FALSE;
  self->table = strchr (self->begin + self->startxref + strlen ("xref\n"), '\n') + 1;
  return self->table + 20 * (gsize) n <= trailer;
}

/* (transfer full) (nullable): the text of an object, from behind "obj" to before "endobj". */
static char *
dup_object (const Update *self,
            guint         number)
{
  guint64 offset;
  const char *begin, *end;

  if (number >= self->n_objects)
    return NULL;
  offset = g_ascii_strtoull (self->table + 20 * (gsize) number, NULL, 10);
  if (offset >= self->length)
    return NULL;
  begin = strstr (self->begin + offset, " obj\n");
  end = begin != NULL ? strstr (begin, "\nendobj") : NULL;
  return end != NULL ? g_strndup (begin + 5, (gsize) (end - begin - 5)) : NULL;
}

static void
put_object (Update     *self,
            guint       number,
            const char *text)
{
  g_string_append_printf (self->entries, "%u 1\n%010" G_GSIZE_FORMAT " 00000 n \n", number,
                          self->length + self->update->len);
  g_string_append_printf (self->update, "%u 0 obj\n%s\nendobj\n", number, text);
}

/* (transfer full) (nullable): @text with what stands for @from, once, replaced. */
static char *
replace_once (const char *text,
              const char *from,
              const char *to)
{
  const char *at = strstr (text, from);

  return at != NULL ? g_strdup_printf ("%.*s%s%s", (int) (at - text), text, to, at + strlen (from))
                    : NULL;
}

/* What hangs from the root of the tree now hangs from a document, and that from the root. */
static gboolean
put_document (Update *self,
              guint   tree)
{
  g_autofree char *text = dup_object (self, tree);
  const char *kids = text != NULL ? strstr (text, "/K [") : NULL;
  const char *kids_end = kids != NULL ? strchr (kids, ']') : NULL;
  g_autofree char *list = NULL;
  g_autofree char *document = NULL;
  g_autofree char *root = NULL;
  g_autofree char *old_parent = g_strdup_printf ("/P %u 0 R", tree);
  g_autofree char *new_parent = g_strdup_printf ("/P %u 0 R", self->n_objects);

  if (kids_end == NULL)
    return FALSE;
  list = g_strndup (kids + 4, (gsize) (kids_end - kids - 4));
  for (const char *at = list; (at = strpbrk (at, "0123456789")) != NULL;)
    {
      guint number = (guint) g_ascii_strtoull (at, (char **) &at, 10);
      g_autofree char *child = dup_object (self, number);
      g_autofree char *moved = child != NULL ? replace_once (child, old_parent, new_parent) : NULL;

      if (moved == NULL)
        return FALSE;
      put_object (self, number, moved);
      /* Behind the generation and the R. */
      at = strchr (at, 'R');
      if (at == NULL)
        return FALSE;
    }
  document = g_strdup_printf ("<< /Type /StructElem\n   /S /Document\n   /P %u 0 R\n   /K [%s]\n>>",
                              tree, list);
  root = g_strdup_printf ("%.*s/K [ %u 0 R %s", (int) (kids - text), text, self->n_objects,
                          kids_end);
  put_object (self, self->n_objects, document);
  put_object (self, tree, root);
  return TRUE;
}

/* Only letters, digits and hyphens go into the file. */
static char *
clean_language (const char *language)
{
  g_autoptr (GString) clean = g_string_new (NULL);

  for (const char *at = language; *at != '\0'; at++)
    if (g_ascii_isalnum (*at) || *at == '-')
      g_string_append_c (clean, *at);
    else if (*at == '_')
      g_string_append_c (clean, '-');
  return g_string_free (g_steal_pointer (&clean), FALSE);
}

static gboolean
put_catalog (Update     *self,
             const char *language,
             guint      *tree)
{
  g_autofree char *tag = clean_language (language);
  g_autofree char *text = dup_object (self, self->root);
  const char *end = text != NULL ? find_last (text, text + strlen (text), ">>") : NULL;
  g_autofree char *whole = NULL;

  if (end == NULL || strstr (text, "/Type /Catalog") == NULL ||
      strstr (text, "/MarkInfo") != NULL || !read_number (text, "/StructTreeRoot ", tree))
    return FALSE;
  whole = g_strdup_printf ("%.*s   /MarkInfo << /Marked true >>\n   /Lang (%s)\n"
                           "   /ViewerPreferences << /DisplayDocTitle true >>\n>>",
                           (int) (end - text), text, tag);
  put_object (self, self->root, whole);
  return TRUE;
}

void
gla_pdf_tags_complete (GByteArray *bytes,
                       const char *language)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) entries = g_string_new (NULL);
  Update update = { .update = text, .entries = entries };
  guint tree;

  g_return_if_fail (bytes != NULL && language != NULL);

  /* An end to the last text that is searched. */
  g_byte_array_append (bytes, (const guint8 *) "", 1);
  g_byte_array_set_size (bytes, bytes->len - 1);
  if (!update_init (&update, bytes) || !put_catalog (&update, language, &tree) ||
      !put_document (&update, tree))
    return;
  g_string_append_printf (text,
                          "xref\n%strailer\n<< /Size %u\n   /Root %u 0 R\n   /Info %u 0 R\n"
                          "   /Prev %" G_GUINT64_FORMAT "\n>>\nstartxref\n%" G_GSIZE_FORMAT
                          "\n%%%%EOF\n",
                          entries->str, update.n_objects + 1, update.root, update.info,
                          update.startxref, update.length + text->len);
  g_byte_array_append (bytes, (const guint8 *) text->str, (guint) text->len);
}
