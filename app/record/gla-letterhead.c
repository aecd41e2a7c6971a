/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-letterhead.h"

#include <string.h>

static const guint8 signature[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };

GlaLetterhead *
gla_letterhead_new (const GlaLetterhead *fields)
{
  GlaLetterhead *self;

  g_return_val_if_fail (fields != NULL, NULL);

  self = g_atomic_rc_box_new0 (GlaLetterhead);
  self->name = g_strdup (fields->name);
  self->address = g_strdup (fields->address);
  self->phone = g_strdup (fields->phone);
  self->after_hours = g_strdup (fields->after_hours);
  self->web = g_strdup (fields->web);
  self->reviewed = g_strdup (fields->reviewed);
  self->logo = fields->logo != NULL ? g_bytes_ref (fields->logo) : NULL;
  return self;
}

GlaLetterhead *
gla_letterhead_ref (GlaLetterhead *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  GlaLetterhead *self = data;

  g_free ((char *) self->name);
  g_free ((char *) self->address);
  g_free ((char *) self->phone);
  g_free ((char *) self->after_hours);
  g_free ((char *) self->web);
  g_free ((char *) self->reviewed);
  g_clear_pointer (&self->logo, g_bytes_unref);
}

void
gla_letterhead_unref (GlaLetterhead *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, clear);
}

char *
gla_letterhead_logo_to_text (GBytes *logo)
{
  gsize size;
  gconstpointer data;

  g_return_val_if_fail (logo != NULL, NULL);

  data = g_bytes_get_data (logo, &size);
  return g_base64_encode (data, size);
}

GBytes *
gla_letterhead_logo_from_text (const char *text)
{
  g_autofree guchar *data = NULL;
  gsize size;

  if (text == NULL || text[0] == '\0')
    return NULL;
  data = g_base64_decode (text, &size);
  if (size < sizeof signature || size > GLA_LETTERHEAD_MAX_LOGO ||
      memcmp (data, signature, sizeof signature) != 0)
    return NULL;
  return g_bytes_new_take (g_steal_pointer (&data), size);
}
