/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-draft.h"

GKeyFile *
gla_draft_new (const char *form,
               int         version)
{
  GKeyFile *self = g_key_file_new ();

  g_key_file_set_integer (self, form, "version", version);
  return self;
}

GKeyFile *
gla_draft_read (const char *text,
                const char *form,
                int         version)
{
  g_autoptr (GKeyFile) self = g_key_file_new ();

  g_return_val_if_fail (form != NULL, NULL);

  if (text == NULL || !g_key_file_load_from_data (self, text, (gsize) -1, G_KEY_FILE_NONE, NULL) ||
      g_key_file_get_integer (self, form, "version", NULL) != version)
    return NULL;
  return g_steal_pointer (&self);
}

void
gla_draft_put_text (GKeyFile   *self,
                    const char *group,
                    const char *key,
                    const char *text)
{
  g_return_if_fail (self != NULL);

  if (text != NULL)
    g_key_file_set_string (self, group, key, text);
}

char *
gla_draft_dup_text (GKeyFile   *self,
                    const char *group,
                    const char *key)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_key_file_get_string (self, group, key, NULL);
}

void
gla_draft_put_day (GKeyFile   *self,
                   const char *group,
                   const char *key,
                   GlaDay      day)
{
  char iso[11];

  g_return_if_fail (self != NULL);

  g_key_file_set_string (self, group, key, gla_day_write_iso (day, iso));
}

GlaDay
gla_draft_get_day (GKeyFile   *self,
                   const char *group,
                   const char *key)
{
  g_autofree char *text = gla_draft_dup_text (self, group, key);

  return gla_day_from_iso (text);
}

void
gla_draft_put_units (GKeyFile   *self,
                     const char *group,
                     const char *key,
                     GlaUnits    units)
{
  g_autofree char *text = gla_units_to_text (units);

  gla_draft_put_text (self, group, key, text);
}

GlaUnits
gla_draft_get_units (GKeyFile   *self,
                     const char *group,
                     const char *key)
{
  g_autofree char *text = gla_draft_dup_text (self, group, key);
  GlaUnits units = GLA_UNITS_UNKNOWN;

  if (text == NULL || text[0] == '\0' || !gla_units_parse (text, &units))
    return GLA_UNITS_UNKNOWN;
  return units;
}

int
gla_draft_get_number (GKeyFile   *self,
                      const char *group,
                      const char *key,
                      int         most)
{
  g_return_val_if_fail (self != NULL, 0);

  return CLAMP (g_key_file_get_integer (self, group, key, NULL), 0, most);
}

int
gla_draft_get_grade (GKeyFile   *self,
                     const char *group,
                     const char *key)
{
  g_return_val_if_fail (self != NULL, GLA_GRADE_UNKNOWN);

  if (!g_key_file_has_key (self, group, key, NULL))
    return GLA_GRADE_UNKNOWN;
  return CLAMP (g_key_file_get_integer (self, group, key, NULL), GLA_GRADE_UNKNOWN, 9);
}
