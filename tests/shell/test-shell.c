/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-accelerators.h"
#include "gla-clinic-lock.h"
#include "gla-setting.h"
#include "gla-start-page.h"
#include "gla-store-notice.h"
#include "gla-store-read.h"
#include "gla-test-folder.h"
#include "gla-test-ui.h"
#include "gla-ui-resource.h"
#include "gla-window.h"

#include <glib/gstdio.h>
#include <utime.h>

/* Accelerators */

/* With a target of the type that the action takes. */
static gboolean
has_action (GtkWidgetClass *klass,
            const char     *detailed_name)
{
  const GVariantType *parameter;
  const char *other, *property;
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;
  GType owner;

  g_assert_true (g_action_parse_detailed_name (detailed_name, &name, &target, NULL));
  for (guint i = 0;
       gtk_widget_class_query_action (klass, i, &owner, &other, &parameter, &property); i++)
    if (strcmp (other, name) == 0)
      return target == NULL ? parameter == NULL
                            : parameter != NULL && g_variant_is_of_type (target, parameter);

  return FALSE;
}

static void
test_accelerators (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GtkWidgetClass *klass = g_type_class_ref (GLA_TYPE_WINDOW);
  const GlaAccelerator *accelerators;
  guint n;

  accelerators = gla_accelerators_get (&n);
  g_assert_cmpuint (n, >, 10);
  for (guint i = 0; i < n; i++)
    {
      const GlaAccelerator *accelerator = &accelerators[i];

      g_test_message ("%s", accelerator->title);
      g_assert_nonnull (accelerator->keys[0]);
      g_assert_nonnull (gla_accelerators_get_group_title (accelerator->group));
      for (guint j = 0; accelerator->keys[j] != NULL; j++)
        {
          guint key = 0;
          GdkModifierType modifiers;

          g_assert_true (gtk_accelerator_parse (accelerator->keys[j], &key, &modifiers));
          g_assert_cmpuint (key, !=, 0);
          if (accelerator->action != NULL)
            g_assert_true (g_hash_table_add (seen, (gpointer) accelerator->keys[j]));
        }
      if (accelerator->action != NULL && g_str_has_prefix (accelerator->action, "win."))
        g_assert_true (has_action (klass, accelerator->action));
    }
  g_type_class_unref (klass);
}

/* Lock */

typedef struct
{
  char *folder;
  char *path;
  char *lock;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = gla_test_dup_folder ();
  fixture->path = g_build_filename (fixture->folder, "clinic.glabella", NULL);
  fixture->lock = g_build_filename (fixture->folder, ".clinic.glabella.open", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gla_test_drop_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->lock);
}

static void
write_lock (Fixture *fixture,
            int      age)
{
  const char *content = "[open]\ncomputer=another one\nhost=frontdesk\nuser=anna\n";
  struct utimbuf times = { time (NULL) - age, time (NULL) - age };

  g_assert_true (g_file_set_contents (fixture->lock, content, -1, NULL));
  g_assert_cmpint (g_utime (fixture->lock, &times), ==, 0);
}

static char *
read_lock (Fixture *fixture)
{
  char *content = NULL;

  g_file_get_contents (fixture->lock, &content, NULL, NULL);
  return content;
}

static void
test_lock (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  GlaClinicLock *lock = gla_clinic_lock_take (fixture->path, &error);

  g_assert_no_error (error);
  g_assert_nonnull (lock);
  g_assert_true (g_file_test (fixture->lock, G_FILE_TEST_EXISTS));
  gla_clinic_lock_release (lock);
  g_assert_false (g_file_test (fixture->lock, G_FILE_TEST_EXISTS));
}

static void
test_lock_elsewhere (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;

  write_lock (fixture, 60);
  g_assert_null (gla_clinic_lock_take (fixture->path, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_BUSY);
  g_assert_nonnull (strstr (error->message, "frontdesk"));
  g_assert_nonnull (strstr (error->message, "anna"));
  content = read_lock (fixture);
  g_assert_nonnull (strstr (content, "another one"));
}

/* A computer that stopped renewing its note is gone. */
static void
test_lock_stale (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaClinicLock) lock = NULL;
  g_autofree char *content = NULL;

  write_lock (fixture, GLA_CLINIC_LOCK_STALE + 60);
  lock = gla_clinic_lock_take (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_nonnull (lock);
  content = read_lock (fixture);
  g_assert_null (strstr (content, "another one"));
}

/* One that was taken over meanwhile is not removed. */
static void
test_lock_lost (Fixture       *fixture,
                gconstpointer  data)
{
  GlaClinicLock *lock = gla_clinic_lock_take (fixture->path, NULL);

  write_lock (fixture, 0);
  gla_clinic_lock_release (lock);
  g_assert_true (g_file_test (fixture->lock, G_FILE_TEST_EXISTS));
}

static void
test_lock_rubbish (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GlaClinicLock) lock = NULL;

  g_assert_true (g_file_set_contents (fixture->lock, "\x01\x02 rubbish", -1, NULL));
  lock = gla_clinic_lock_take (fixture->path, NULL);
  g_assert_nonnull (lock);
}

/* Answers of the first start */

static void
test_answers (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaStore) store = gla_store_open (fixture->path, GLA_STORE_CREATE, &error);
  g_autoptr (GlaStartAnswers) answers = g_new0 (GlaStartAnswers, 1);
  g_autoptr (GPtrArray) staff = NULL;
  g_autofree char *name = NULL;
  g_autofree char *author = NULL;
  g_autofree char *notices = NULL;
  const GlaStaff *owner;

  g_assert_no_error (error);
  answers->staff_name = g_strdup ("Dr A. Osei");
  answers->role = GLA_ROLE_OWNER;
  answers->region = g_strdup ("us");
  answers->notices = g_strdup ("no");
  g_assert_true (gla_start_answers_store (answers, store, &error));
  g_assert_no_error (error);

  name = gla_store_get_setting (store, GLA_SETTING_CLINIC_NAME, NULL);
  g_assert_null (name);
  staff = gla_store_list_staff (store, TRUE, &error);
  g_assert_cmpuint (staff->len, ==, 1);
  owner = g_ptr_array_index (staff, 0);
  g_assert_cmpstr (owner->name, ==, "Dr A. Osei");
  g_assert_cmpint (owner->role, ==, GLA_ROLE_OWNER);
  author = gla_store_get_setting (store, GLA_SETTING_AUTHOR, NULL);
  g_assert_cmpstr (author, ==, owner->id);
  notices = gla_store_get_setting (store, GLA_SETTING_NOTICES, NULL);
  g_assert_cmpstr (notices, ==, "no");
}

int
main (int    argc,
      char **argv)
{
  gla_test_ui_init (&argc, &argv);
  gla_ui_register_resource ();

  g_test_add_func ("/shell/accelerators", test_accelerators);
#define ADD(path, func) g_test_add ("/shell/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("lock/take", test_lock);
  ADD ("lock/elsewhere", test_lock_elsewhere);
  ADD ("lock/stale", test_lock_stale);
  ADD ("lock/lost", test_lock_lost);
  ADD ("lock/rubbish", test_lock_rubbish);
  ADD ("answers", test_answers);
#undef ADD

  return g_test_run ();
}
