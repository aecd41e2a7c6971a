/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-patient-list.h"

#include "gla-patient.h"
#include "gla-store-read.h"
#include "gla-store-write.h"
#include "gla-test-folder.h"
#include "gla-test-ui.h"

#define N_PATIENTS 3000
#define TODAY gla_day_new (2026, 11, 23)

typedef struct
{
  char *folder;
  char *path;
  GlaStoreWorker *worker;
  GlaStore *reader;
  GlaPatientList *list;
  guint n_loaded;
  guint n_changes;
  guint changes[8][3];
} Fixture;

/* Names that sort in the order of their numbers: "Aaaa", "Aaab" and so on. */
static char *
make_name (int i)
{
  return g_strdup_printf ("%c%c%c%c", 'A' + i / (26 * 26 * 26), 'a' + i / (26 * 26) % 26,
                          'a' + i / 26 % 26, 'a' + i % 26);
}

static void
add_patients (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaStore) store = gla_store_open (path, GLA_STORE_CREATE, &error);

  g_assert_no_error (error);
  g_assert_true (gla_store_begin_batch (store, &error));
  for (int i = 0; i < N_PATIENTS; i++)
    {
      g_autofree char *name = make_name (i);
      const GlaPatient fields = {
        .family_name = name,
        .given_name = i % 3 == 0 ? "Zora" : "Yves",
        .birth_day = gla_day_new (1980, 1, 1) + i,
      };
      g_autoptr (GlaPatient) patient = gla_patient_new (&fields);

      gla_store_add_patient (store, patient, NULL, &error);
      g_assert_no_error (error);
    }
  g_assert_true (gla_store_commit_batch (store, "test", &error));
}

static void
loaded_cb (Fixture *fixture)
{
  fixture->n_loaded++;
}

static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added,
                  Fixture    *fixture)
{
  guint *change = fixture->changes[fixture->n_changes++ % G_N_ELEMENTS (fixture->changes)];

  change[0] = position;
  change[1] = removed;
  change[2] = added;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = gla_test_dup_folder ();
  fixture->path = g_build_filename (fixture->folder, "clinic.glabella", NULL);
  add_patients (fixture->path);
  fixture->worker = gla_store_worker_new (fixture->path, GLA_STORE_DEFAULT, &error);
  g_assert_no_error (error);
  fixture->reader = gla_store_open (fixture->path, GLA_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
  fixture->list = gla_patient_list_new (fixture->worker, fixture->reader);
  g_signal_connect_swapped (fixture->list, "loaded", G_CALLBACK (loaded_cb), fixture);
  g_signal_connect (fixture->list, "items-changed", G_CALLBACK (items_changed_cb), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gpointer weak = fixture->list;

  g_object_add_weak_pointer (G_OBJECT (fixture->list), &weak);
  g_clear_object (&fixture->list);
  gla_store_worker_close (fixture->worker);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (weak);
  g_clear_object (&fixture->worker);
  g_clear_pointer (&fixture->reader, gla_store_close);
  gla_test_drop_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static gboolean
is_at_rest (gpointer data)
{
  Fixture *fixture = data;

  return fixture->n_loaded > 0 && !gla_patient_list_is_loading (fixture->list);
}

static void
search (Fixture    *fixture,
        const char *text)
{
  fixture->n_loaded = 0;
  gla_patient_list_search (fixture->list, text, TODAY);
  g_assert_true (gla_test_wait (is_at_rest, fixture, GLA_TEST_PATIENCE));
}

static guint
count (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (fixture->list));
}

static char *
dup_name (Fixture *fixture,
          guint    position)
{
  g_autoptr (GlaPatientItem) item = g_list_model_get_item (G_LIST_MODEL (fixture->list), position);

  return gla_patient_item_dup_name (item);
}

static void
test_all (Fixture       *fixture,
          gconstpointer  data)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *expected = make_name (N_PATIENTS - 1);

  search (fixture, "");

  g_assert_cmpuint (count (fixture), ==, N_PATIENTS);
  /* The first ones at once, then the rest appended to them. */
  g_assert_cmpuint (fixture->n_loaded, ==, 2);
  g_assert_cmpuint (fixture->n_changes, ==, 2);
  g_assert_cmpuint (fixture->changes[0][2], ==, GLA_PATIENT_LIST_FIRST);
  g_assert_cmpuint (fixture->changes[1][0], ==, GLA_PATIENT_LIST_FIRST);
  g_assert_cmpuint (fixture->changes[1][1], ==, 0);
  g_assert_cmpuint (gla_patient_list_get_read_count (fixture->list), ==, 0);

  first = dup_name (fixture, 0);
  last = dup_name (fixture, N_PATIENTS - 1);
  g_assert_cmpstr (first, ==, "Aaaa, Zora");
  g_assert_true (g_str_has_prefix (last, expected));
  g_assert_cmpuint (gla_patient_list_get_read_count (fixture->list), ==, 2);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (fixture->list), N_PATIENTS));
}

static void
test_newest_wins (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autofree char *name = NULL;

  search (fixture, "");
  fixture->n_loaded = 0;
  gla_patient_list_search (fixture->list, "zora", TODAY);
  gla_patient_list_search (fixture->list, "yves", TODAY);
  gla_patient_list_search (fixture->list, "aabc", TODAY);
  g_assert_true (gla_test_wait (is_at_rest, fixture, GLA_TEST_PATIENCE));

  g_assert_cmpuint (fixture->n_loaded, ==, 1);
  g_assert_cmpuint (count (fixture), ==, 1);
  name = dup_name (fixture, 0);
  g_assert_true (g_str_has_prefix (name, "Aabc, "));
  g_assert_cmpstr (gla_patient_list_get_text (fixture->list), ==, "aabc");

  search (fixture, "nobody of this name");
  g_assert_cmpuint (count (fixture), ==, 0);
}

/* Changes of the file */

static gpointer
add_in_store (GlaStore      *store,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  gla_store_add_patient (store, data, NULL, error);
  return NULL;
}

static gpointer
amend_in_store (GlaStore      *store,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autoptr (GlaPatient) now = NULL;
  GlaPatient fields;

  now = gla_store_read_patient (store, data, error);
  if (now == NULL)
    return NULL;
  fields = *now;
  fields.given_name = "Wanda";
  {
    g_autoptr (GlaPatient) amended = gla_patient_new (&fields);

    gla_store_amend_patient (store, amended, NULL, error);
  }
  return NULL;
}

static void
finish_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  gla_store_worker_run_finish (GLA_STORE_WORKER (source), result, &error);
  g_assert_no_error (error);
}

static void
test_follows_additions (Fixture       *fixture,
                        gconstpointer  data)
{
  const GlaPatient fields = { .family_name = "Aaab", .given_name = "Aaron",
                              .birth_day = GLA_DAY_NONE };
  g_autofree char *name = NULL;

  search (fixture, "");
  fixture->n_loaded = 0;
  fixture->n_changes = 0;
  gla_store_worker_run_async (fixture->worker, add_in_store, gla_patient_new (&fields),
                              (GDestroyNotify) gla_patient_unref, NULL, NULL, finish_cb, NULL);
  g_assert_true (gla_test_wait (is_at_rest, fixture, GLA_TEST_PATIENCE));

  /* One row more, at its place, and nothing else touched. */
  g_assert_cmpuint (count (fixture), ==, N_PATIENTS + 1);
  g_assert_cmpuint (fixture->n_changes, ==, 1);
  g_assert_cmpuint (fixture->changes[0][0], ==, 1);
  g_assert_cmpuint (fixture->changes[0][1], ==, 0);
  g_assert_cmpuint (fixture->changes[0][2], ==, 1);
  name = dup_name (fixture, 1);
  g_assert_cmpstr (name, ==, "Aaab, Aaron");
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_follows_amendments (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr (GlaPatientItem) item = NULL;
  g_autoptr (GlaPatientItem) same = NULL;
  g_autofree char *name = NULL;
  guint n = 0;

  search (fixture, "aabc");
  item = g_list_model_get_item (G_LIST_MODEL (fixture->list), 0);
  g_signal_connect_swapped (item, "changed", G_CALLBACK (count_cb), &n);
  fixture->n_loaded = 0;
  fixture->n_changes = 0;
  gla_store_worker_run_async (fixture->worker, amend_in_store,
                              g_strdup (gla_patient_item_get_id (item)), g_free, NULL, NULL,
                              finish_cb, NULL);
  g_assert_true (gla_test_wait (is_at_rest, fixture, GLA_TEST_PATIENCE));

  /* The row stays the same object and says what is recorded now. */
  g_assert_cmpuint (fixture->n_changes, ==, 0);
  g_assert_cmpuint (n, ==, 1);
  name = gla_patient_item_dup_name (item);
  g_assert_cmpstr (name, ==, "Aabc, Wanda");
  same = g_list_model_get_item (G_LIST_MODEL (fixture->list), 0);
  g_assert_true (same == item);
}

static void
test_find (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GlaPatientItem) item = NULL;
  g_autofree char *id = NULL;

  search (fixture, "");
  item = g_list_model_get_item (G_LIST_MODEL (fixture->list), 1234);
  id = g_strdup (gla_patient_item_get_id (item));
  g_assert_cmpuint (gla_patient_list_find (fixture->list, id), ==, 1234);
  g_assert_cmpuint (gla_patient_list_find (fixture->list, "no such"), ==, G_MAXUINT);
  g_assert_cmpuint (gla_patient_list_find (fixture->list, NULL), ==, G_MAXUINT);

  search (fixture, "aaaa");
  g_assert_cmpuint (gla_patient_list_find (fixture->list, id), ==, G_MAXUINT);
}

/* In a list view */

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem        *item)
{
  g_autofree char *name = gla_patient_item_dup_name (gtk_list_item_get_item (item));

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), name);
}

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem        *item)
{
  gtk_list_item_set_child (item, gtk_label_new (NULL));
}

/* A list view and a selection must not look through all rows when they change. */
static void
test_reads (Fixture       *fixture,
            gconstpointer  data)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkSingleSelection *selection;
  GtkWidget *window = gtk_window_new ();
  GtkWidget *view, *scrolled;
  guint64 before;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (fixture->list)));
  view = gtk_list_view_new (GTK_SELECTION_MODEL (selection), factory);
  scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_window_set_child (GTK_WINDOW (window), scrolled);
  gtk_window_set_default_size (GTK_WINDOW (window), 300, 600);
  gla_test_present (GTK_WINDOW (window));

  search (fixture, "");
  gla_test_frames (window, 3);
  g_assert_true (gla_test_has_text (view, "Aaaa, Zora"));
  gtk_single_selection_set_selected (selection, N_PATIENTS / 2);
  g_assert_cmpuint (gla_patient_list_get_read_count (fixture->list), <, N_PATIENTS / 3);

  before = gla_patient_list_get_read_count (fixture->list);
  search (fixture, "yves");
  gla_test_frames (window, 3);
  g_assert_cmpuint (count (fixture), ==, N_PATIENTS - N_PATIENTS / 3);
  search (fixture, "");
  gla_test_frames (window, 3);
  g_assert_cmpuint (gla_patient_list_get_read_count (fixture->list) - before, <, N_PATIENTS / 2);

  gla_test_destroy (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  gla_test_ui_init (&argc, &argv);

#define ADD(path, func) g_test_add ("/lists/patient-list/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("all", test_all);
  ADD ("newest-wins", test_newest_wins);
  ADD ("follows-additions", test_follows_additions);
  ADD ("follows-amendments", test_follows_amendments);
  ADD ("find", test_find);
  ADD ("reads", test_reads);
#undef ADD

  return g_test_run ();
}
