/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-audit-json.h"

#include <string.h>

#define MAX_DEPTH 32

static GlaAuditJson *parse_value (const char **at,
                             int          depth);

static GlaAuditJson *
json_new (GlaAuditJsonKind kind)
{
  GlaAuditJson *self = g_new0 (GlaAuditJson, 1);

  self->kind = kind;
  if (kind == GLA_AUDIT_JSON_ARRAY || kind == GLA_AUDIT_JSON_OBJECT)
    self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_audit_json_free);
  return self;
}

static void
skip_blanks (const char **at)
{
  *at += strspn (*at, " \t\r\n");
}

static gboolean
take (const char **at,
      char         expected)
{
  skip_blanks (at);
  if (**at != expected)
    return FALSE;
  (*at)++;
  return TRUE;
}

/* Four hexadecimal digits after \u; -1 if they are none. */
static int
parse_hex (const char *digits)
{
  int value = 0;

  for (int i = 0; i < 4; i++)
    {
      if (!g_ascii_isxdigit (digits[i]))
        return -1;
      value = value * 16 + g_ascii_xdigit_value (digits[i]);
    }
  return value;
}

/* The escape behind a backslash at @at; leaves @at behind it. */
static gboolean
parse_escape (const char **at,
              GString     *text)
{
  static const char from[] = "\"\\/bfnrt";
  static const char to[] = "\"\\/\b\f\n\r\t";
  const char *found;
  int unit;

  if (**at == '\0')
    return FALSE;
  found = strchr (from, **at);
  if (found != NULL)
    {
      g_string_append_c (text, to[found - from]);
      (*at)++;
      return TRUE;
    }
  if (**at != 'u' || (unit = parse_hex (*at + 1)) <= 0)
    return FALSE;
  *at += 5;
  if (unit >= 0xd800 && unit < 0xdc00)
    {
      int low = (*at)[0] == '\\' && (*at)[1] == 'u' ? parse_hex (*at + 2) : -1;

      if (low < 0xdc00 || low > 0xdfff)
        return FALSE;
      *at += 6;
      unit = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
    }
  if (!g_unichar_validate ((gunichar) unit))
    return FALSE;
  g_string_append_unichar (text, (gunichar) unit);
  return TRUE;
}

static char *
parse_string (const char **at)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (!take (at, '"'))
    return NULL;
  while (**at != '"')
    {
      if ((guchar) **at < 0x20)
        return NULL;
      if (**at != '\\')
        {
          g_string_append_c (text, **at);
          (*at)++;
          continue;
        }
      (*at)++;
      if (!parse_escape (at, text))
        return NULL;
    }
  (*at)++;
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static GlaAuditJson *
parse_items (const char       **at,
             GlaAuditJsonKind   kind,
             int                depth)
{
  g_autoptr (GlaAuditJson) self = json_new (kind);
  char end = kind == GLA_AUDIT_JSON_OBJECT ? '}' : ']';

  (*at)++;
  if (take (at, end))
    return g_steal_pointer (&self);
  do
    {
      g_autofree char *name = NULL;
      GlaAuditJson *item;

      if (kind == GLA_AUDIT_JSON_OBJECT && ((name = parse_string (at)) == NULL || !take (at, ':')))
        return NULL;
      item = parse_value (at, depth + 1);
      if (item == NULL)
        return NULL;
      item->name = g_steal_pointer (&name);
      g_ptr_array_add (self->items, item);
    }
  while (take (at, ','));
  return take (at, end) ? g_steal_pointer (&self) : NULL;
}

static GlaAuditJson *
parse_word (const char **at)
{
  static const struct
  {
    const char *word;
    GlaAuditJsonKind kind;
  } words[] = {
    { "null", GLA_AUDIT_JSON_NULL },
    { "true", GLA_AUDIT_JSON_BOOLEAN },
    { "false", GLA_AUDIT_JSON_BOOLEAN },
  };
  gsize length;
  GlaAuditJson *self;

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (*at, words[i].word))
      {
        self = json_new (words[i].kind);
        if (words[i].kind == GLA_AUDIT_JSON_BOOLEAN)
          self->text = g_strdup (words[i].word);
        *at += strlen (words[i].word);
        return self;
      }

  length = strspn (*at, "-+.0123456789eE");
  if (length == 0)
    return NULL;
  self = json_new (GLA_AUDIT_JSON_NUMBER);
  self->text = g_strndup (*at, length);
  *at += length;
  return self;
}

static GlaAuditJson *
parse_value (const char **at,
             int          depth)
{
  g_autofree char *text = NULL;
  GlaAuditJson *self;

  if (depth > MAX_DEPTH)
    return NULL;
  skip_blanks (at);
  if (**at == '{')
    return parse_items (at, GLA_AUDIT_JSON_OBJECT, depth);
  if (**at == '[')
    return parse_items (at, GLA_AUDIT_JSON_ARRAY, depth);
  if (**at != '"')
    return parse_word (at);

  text = parse_string (at);
  if (text == NULL)
    return NULL;
  self = json_new (GLA_AUDIT_JSON_TEXT);
  self->text = g_steal_pointer (&text);
  return self;
}

GlaAuditJson *
gla_audit_json_parse (const char *text)
{
  g_autoptr (GlaAuditJson) self = NULL;
  const char *at = text;

  g_return_val_if_fail (text != NULL, NULL);

  self = parse_value (&at, 0);
  if (self == NULL)
    return NULL;
  skip_blanks (&at);
  return *at == '\0' ? g_steal_pointer (&self) : NULL;
}

void
gla_audit_json_free (GlaAuditJson *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->text);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_free (self);
}

const GlaAuditJson *
gla_audit_json_find (const GlaAuditJson *self,
                     const char         *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  if (self == NULL || self->kind != GLA_AUDIT_JSON_OBJECT)
    return NULL;
  for (guint i = 0; i < self->items->len; i++)
    {
      const GlaAuditJson *item = g_ptr_array_index (self->items, i);

      if (g_str_equal (item->name, name))
        return item;
    }
  return NULL;
}

const char *
gla_audit_json_get_text (const GlaAuditJson *self,
                         const char         *name)
{
  const GlaAuditJson *item = gla_audit_json_find (self, name);

  return item == NULL ? NULL : item->text;
}

gint64
gla_audit_json_get_number (const GlaAuditJson *self,
                           const char         *name,
                           gint64              fallback)
{
  const char *text = gla_audit_json_get_text (self, name);
  gint64 number;

  if (text == NULL || !g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, &number, NULL))
    return fallback;
  return number;
}

gboolean
gla_audit_json_equal (const GlaAuditJson *self,
                      const GlaAuditJson *other)
{
  if (self == other)
    return TRUE;
  if (self == NULL || other == NULL || self->kind != other->kind
      || g_strcmp0 (self->text, other->text) != 0 || g_strcmp0 (self->name, other->name) != 0)
    return FALSE;
  if (self->items == NULL)
    return TRUE;
  if (self->items->len != other->items->len)
    return FALSE;
  for (guint i = 0; i < self->items->len; i++)
    if (!gla_audit_json_equal (g_ptr_array_index (self->items, i),
                               g_ptr_array_index (other->items, i)))
      return FALSE;
  return TRUE;
}
