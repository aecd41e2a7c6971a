/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-store-letterhead.h"

#include "gla-setting.h"
#include "gla-store-read.h"

/* Whether it could be read; @value stays NULL where it is not set. */
static gboolean
read_setting (GlaStore    *self,
              const char  *name,
              char       **value,
              GError     **error)
{
  g_autoptr (GError) fault = NULL;

  *value = gla_store_get_setting (self, name, &fault);
  if (fault == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}

GlaLetterhead *
gla_store_read_letterhead (GlaStore  *self,
                           GError   **error)
{
  g_autofree char *name = NULL;
  g_autofree char *address = NULL;
  g_autofree char *phone = NULL;
  g_autofree char *after_hours = NULL;
  g_autofree char *web = NULL;
  g_autofree char *reviewed = NULL;
  g_autofree char *logo = NULL;
  g_autoptr (GBytes) picture = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (!read_setting (self, GLA_SETTING_CLINIC_NAME, &name, error) ||
      !read_setting (self, GLA_SETTING_CLINIC_ADDRESS, &address, error) ||
      !read_setting (self, GLA_SETTING_CLINIC_PHONE, &phone, error) ||
      !read_setting (self, GLA_SETTING_CLINIC_AFTER_HOURS, &after_hours, error) ||
      !read_setting (self, GLA_SETTING_CLINIC_WEB, &web, error) ||
      !read_setting (self, GLA_SETTING_REVIEWED_TRANSLATIONS, &reviewed, error) ||
      !read_setting (self, GLA_SETTING_CLINIC_LOGO, &logo, error))
    return NULL;
  picture = gla_letterhead_logo_from_text (logo);
  return gla_letterhead_new (&(GlaLetterhead) { .name = name, .address = address, .phone = phone,
                                                .after_hours = after_hours, .web = web,
                                                .reviewed = reviewed,
                                                .logo = picture });
}
