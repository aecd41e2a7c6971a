/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-clinic-lock.h"

#include "gla-i18n.h"

#include <glib/gstdio.h>

/* Seconds between two renewals. */
#define RENEW 60

#define GROUP "open"

struct _GlaClinicLock
{
  char *path;
  char *content;
  guint timer;
};

/* The computer by its own identity where it has one: two may have the same name. */
static char *
get_computer (void)
{
  g_autofree char *id = NULL;

  if (g_file_get_contents ("/etc/machine-id", &id, NULL, NULL))
    {
      g_strstrip (id);
      if (id[0] != '\0')
        return g_compute_checksum_for_string (G_CHECKSUM_SHA256, id, -1);
    }

  return g_strdup (g_get_host_name ());
}

static char *
write_content (void)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *computer = get_computer ();

  g_key_file_set_string (file, GROUP, "computer", computer);
  g_key_file_set_string (file, GROUP, "host", g_get_host_name ());
  g_key_file_set_string (file, GROUP, "user", g_get_user_name ());

  return g_key_file_to_data (file, NULL, NULL);
}

/* Modification time, by the clock of the machine that holds the file. */
static gint64
get_time (const char *path)
{
  GStatBuf info;

  return g_stat (path, &info) == 0 ? (gint64) info.st_mtime : 0;
}

/* Now, by the same clock: clocks of two computers may differ by minutes. */
static gint64
get_folder_time (const char *path)
{
  g_autofree char *probe = g_strconcat (path, ".XXXXXX", NULL);
  int fd = g_mkstemp (probe);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  if (fd >= 0)
    {
      g_close (fd, NULL);
      now = get_time (probe);
      g_unlink (probe);
    }

  return now;
}

/* Whether another computer holds the note and is alive. */
static gboolean
is_taken (const char  *path,
          char       **host,
          char       **user)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *computer = get_computer ();
  g_autofree char *other = NULL;

  if (!g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL))
    return FALSE;

  other = g_key_file_get_string (file, GROUP, "computer", NULL);
  if (other == NULL || g_strcmp0 (other, computer) == 0)
    return FALSE;
  if (get_folder_time (path) - get_time (path) > GLA_CLINIC_LOCK_STALE)
    return FALSE;

  *host = g_key_file_get_string (file, GROUP, "host", NULL);
  *user = g_key_file_get_string (file, GROUP, "user", NULL);

  return TRUE;
}

static gboolean
renew_cb (gpointer user_data)
{
  GlaClinicLock *self = user_data;

  g_file_set_contents_full (self->path, self->content, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600,
                            NULL);

  return G_SOURCE_CONTINUE;
}

GlaClinicLock *
gla_clinic_lock_take (const char  *path,
                      GError     **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *name = NULL;
  g_autofree char *lock_name = NULL;
  g_autofree char *lock_path = NULL;
  g_autofree char *host = NULL;
  g_autofree char *user = NULL;
  GlaClinicLock *self;

  g_return_val_if_fail (path != NULL, NULL);

  folder = g_path_get_dirname (path);
  name = g_path_get_basename (path);
  lock_name = g_strdup_printf (".%s.open", name);
  lock_path = g_build_filename (folder, lock_name, NULL);
  if (is_taken (lock_path, &host, &user))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_BUSY,
                   _("The clinic is open on the computer “%s” by “%s”. Two computers must not "
                     "write to one file. Close Glabella there; if that computer was switched off, "
                     "try again in three minutes."),
                   host != NULL ? host : "?", user != NULL ? user : "?");
      return NULL;
    }

  self = g_new0 (GlaClinicLock, 1);
  self->path = g_steal_pointer (&lock_path);
  self->content = write_content ();
  renew_cb (self);
  self->timer = g_timeout_add_seconds (RENEW, renew_cb, self);

  return self;
}

void
gla_clinic_lock_release (GlaClinicLock *self)
{
  g_autofree char *host = NULL;
  g_autofree char *user = NULL;

  g_return_if_fail (self != NULL);

  g_source_remove (self->timer);
  if (!is_taken (self->path, &host, &user))
    g_unlink (self->path);
  g_free (self->path);
  g_free (self->content);
  g_free (self);
}
