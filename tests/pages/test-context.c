/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-context.h"

#include <adwaita.h>

#include "gla-setting.h"
#include "gla-store-constant.h"
#include "gla-store-read.h"
#include "gla-store-search.h"
#include "gla-test-folder.h"
#include "gla-test-ui.h"
#include "gla-undo-stack.h"

#define TODAY gla_day_new (2026, 11, 23)

typedef struct
{
  char *folder;
  char *path;
  GlaContext *context;
  GPtrArray *toasts; /* titles */
  char *error;
  guint n_changed;
} Fixture;

static void
toast_cb (Fixture  *fixture,
          AdwToast *toast)
{
  g_ptr_array_add (fixture->toasts, g_strdup (adw_toast_get_title (toast)));
}

static void
error_cb (Fixture    *fixture,
          const char *title,
          const char *text)
{
  g_free (fixture->error);
  fixture->error = g_strdup_printf ("%s|%s", title, text);
}

static void
changed_cb (Fixture *fixture)
{
  fixture->n_changed++;
}

static void
open_context (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  fixture->context = gla_context_new (fixture->path, GLA_STORE_CREATE, TODAY, &error);
  g_assert_no_error (error);
  g_signal_connect_swapped (fixture->context, "toast", G_CALLBACK (toast_cb), fixture);
  g_signal_connect_swapped (fixture->context, "error", G_CALLBACK (error_cb), fixture);
  g_signal_connect_swapped (fixture->context, "changed", G_CALLBACK (changed_cb), fixture);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = gla_test_dup_folder ();
  fixture->path = g_build_filename (fixture->folder, "clinic.glabella", NULL);
  fixture->toasts = g_ptr_array_new_with_free_func (g_free);
  open_context (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);

  gla_context_close (fixture->context);
  /* A clinic is one file again. */
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->context);
  g_ptr_array_unref (fixture->toasts);
  gla_test_drop_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->error);
}

typedef struct
{
  gboolean done;
  gpointer result;
} Call;

static void
call_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  Call *call = user_data;

  call->result = gla_store_worker_run_finish (GLA_STORE_WORKER (source), result, &error);
  g_assert_no_error (error);
  call->done = TRUE;
}

static gboolean
is_done (gpointer data)
{
  return ((Call *) data)->done;
}

static gpointer
run (Fixture      *fixture,
     GlaStoreFunc  func,
     gpointer      data)
{
  Call call = { FALSE, NULL };

  gla_store_worker_run_async (gla_context_get_worker (fixture->context), func, data, NULL, NULL,
                              NULL, call_cb, &call);
  g_assert_true (gla_test_wait (is_done, &call, GLA_TEST_PATIENCE));
  return call.result;
}

static gpointer
add_patient (GlaStore      *store,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  const GlaPatient fields = { .family_name = "Kaya", .birth_day = GLA_DAY_NONE };
  g_autoptr (GlaPatient) patient = gla_patient_new (&fields);
  char *id = NULL;

  gla_store_add_patient (store, patient, &id, error);
  return id;
}

static gpointer
put_settings (GlaStore      *store,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  gla_store_put_setting (store, GLA_SETTING_CLINIC_NAME, "Skin & Co <1>", NULL);
  gla_store_put_setting (store, GLA_SETTING_REGION, "us", NULL);
  gla_store_put_setting (store, GLA_SETTING_DAY_ORDER, "dmy", NULL);
  return NULL;
}

static gboolean
has_name (gpointer data)
{
  Fixture *fixture = data;

  return gla_context_get_clinic_name (fixture->context)[0] != '\0';
}

static void
test_settings (Fixture       *fixture,
               gconstpointer  data)
{
  g_assert_cmpstr (gla_context_get_clinic_name (fixture->context), ==, "");
  g_assert_cmpint (gla_context_get_today (fixture->context), ==, TODAY);
  run (fixture, put_settings, NULL);
  g_assert_true (gla_test_wait (has_name, fixture, GLA_TEST_PATIENCE));

  g_assert_cmpuint (fixture->n_changed, >, 0);
  g_assert_cmpstr (gla_context_get_clinic_name (fixture->context), ==, "Skin & Co <1>");
  g_assert_cmpstr (gla_context_get_cycle_settings (fixture->context)->region, ==, "us");
  g_assert_cmpint (gla_context_get_day_order (fixture->context), ==, GLA_DAY_ORDER_DMY);
}

static gpointer
put_constant (GlaStore      *store,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  gla_store_put_constant (store, "assess_max_peak", 60, 60, NULL, error);
  return NULL;
}

static gboolean
has_constant (gpointer data)
{
  return gla_context_get_cycle_settings (((Fixture *) data)->context)->review_until == 60;
}

/* What the clinic changes is what the pages get at once. */
static void
test_constants (Fixture       *fixture,
                gconstpointer  data)
{
  g_assert_cmpint (gla_context_get_cycle_settings (fixture->context)->review_until, ==, 42);
  run (fixture, put_constant, NULL);
  g_assert_true (gla_test_wait (has_constant, fixture, GLA_TEST_PATIENCE));
  g_assert_cmpfloat (gla_constants_get (gla_context_get_constants (fixture->context),
                                        "assess_max_peak"), ==, 60);
}

static gboolean
has_two_toasts (gpointer data)
{
  return ((Fixture *) data)->toasts->len >= 2;
}

static gboolean
is_there (Fixture    *fixture,
          const char *id)
{
  return gla_store_find_row (gla_context_get_reader (fixture->context), id, NULL) != 0;
}

static void
test_undo (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *id = run (fixture, add_patient, NULL);
  const char *ids[] = { id, NULL };

  g_assert_true (is_there (fixture, id));
  gla_context_did_add (fixture->context, "Kaya & <b>: added", GLA_TABLE_PATIENT, ids);
  g_assert_cmpuint (fixture->toasts->len, ==, 1);
  /* Titles of toasts are markup; data in them is not. */
  g_assert_cmpstr (g_ptr_array_index (fixture->toasts, 0), ==, "Kaya &amp; &lt;b&gt;: added");

  gla_context_undo (fixture->context);
  g_assert_true (gla_test_wait (has_two_toasts, fixture, GLA_TEST_PATIENCE));
  g_assert_false (is_there (fixture, id));

  /* And voiding is taken back by restoring. */
  g_ptr_array_set_size (fixture->toasts, 0);
  gla_context_did_void (fixture->context, "voided", GLA_TABLE_PATIENT, ids);
  gla_context_undo (fixture->context);
  g_assert_true (gla_test_wait (has_two_toasts, fixture, GLA_TEST_PATIENCE));
  g_assert_true (is_there (fixture, id));
  g_assert_null (fixture->error);

  g_ptr_array_set_size (fixture->toasts, 0);
  gla_context_undo (fixture->context);
  g_assert_cmpuint (fixture->toasts->len, ==, 1);
}

static gboolean
has_error (gpointer data)
{
  return ((Fixture *) data)->error != NULL;
}

/* An act that can't be taken back any more says so and changes nothing. */
static void
test_undo_fails (Fixture       *fixture,
                 gconstpointer  data)
{
  const char *ids[] = { "99999999-9999-4999-8999-999999999999", NULL };

  gla_context_did_add (fixture->context, "added", GLA_TABLE_PATIENT, ids);
  gla_context_undo (fixture->context);
  g_assert_true (gla_test_wait (has_error, fixture, GLA_TEST_PATIENCE));
}

static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) stopped = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "stopped");
  g_autoptr (GError) full = g_error_new_literal (GLA_STORE_ERROR, GLA_STORE_ERROR_FULL, "full");

  gla_context_show_error (fixture->context, "title", stopped);
  g_assert_null (fixture->error);
  gla_context_show_error (fixture->context, "title", full);
  g_assert_cmpstr (fixture->error, ==, "title|full");
}

static gpointer
put_product (GlaStore      *store,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  const GlaClinicProduct fields = {
    .key = "own-1", .name = "Own & Only", .content = GLA_UNITS (100), .active = TRUE,
  };
  g_autoptr (GlaClinicProduct) product = gla_clinic_product_new (&fields);

  gla_store_put_clinic_product (store, product, error);
  return NULL;
}

static void
test_own_product (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  GlaCatalogue *before = gla_context_get_catalogue (fixture->context);
  GlaProduct *product;

  g_assert_null (gla_catalogue_find_product (before, "own-1"));
  run (fixture, put_product, NULL);
  g_assert_true (gla_context_reload_catalogue (fixture->context, &error));
  g_assert_no_error (error);
  product = gla_catalogue_find_product (gla_context_get_catalogue (fixture->context), "own-1");
  g_assert_nonnull (product);
  g_assert_cmpstr (gla_product_get_name (product), ==, "Own & Only");
  /* What belongs to the one before may still be in use. */
  g_assert_null (gla_catalogue_find_product (before, "own-1"));
}

static gpointer
free_undo (GlaStore      *store,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  return NULL;
}

/* News of the file that are on their way while it is closed have nobody left to read it. */
static void
test_closed (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GlaStoreWorker) worker = g_object_ref (gla_context_get_worker (fixture->context));

  gla_context_close (fixture->context);
  g_signal_emit_by_name (worker, "changed");
  g_assert_cmpuint (fixture->n_changed, ==, 0);
}

static void
test_stack (void)
{
  g_autoptr (GlaUndoStack) stack = gla_undo_stack_new ();
  guint64 serials[120];

  g_assert_null (gla_undo_stack_take (stack, 0));
  for (guint i = 0; i < G_N_ELEMENTS (serials); i++)
    {
      g_autofree char *text = g_strdup_printf ("act %u", i);

      serials[i] = gla_undo_stack_push (stack, text, free_undo, g_strdup (text), g_free);
    }
  g_assert_cmpuint (gla_undo_stack_get_count (stack), ==, 100);
  g_assert_null (gla_undo_stack_take (stack, serials[0]));

  {
    g_autoptr (GlaUndoAct) middle = gla_undo_stack_take (stack, serials[60]);
    g_autoptr (GlaUndoAct) last = gla_undo_stack_take (stack, 0);

    g_assert_cmpstr (middle->text, ==, "act 60");
    g_assert_cmpstr (last->text, ==, "act 119");
  }
  g_assert_null (gla_undo_stack_take (stack, serials[60]));
  g_assert_cmpuint (gla_undo_stack_get_count (stack), ==, 98);
}

int
main (int    argc,
      char **argv)
{
  gla_test_ui_init (&argc, &argv);

#define ADD(path, func) g_test_add ("/pages/context/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("settings", test_settings);
  ADD ("constants", test_constants);
  ADD ("undo", test_undo);
  ADD ("undo-fails", test_undo_fails);
  ADD ("cancelled", test_cancelled);
  ADD ("own-product", test_own_product);
  ADD ("closed", test_closed);
#undef ADD
  g_test_add_func ("/pages/undo-stack", test_stack);

  return g_test_run ();
}
