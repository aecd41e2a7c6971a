/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A delivery, scanned in the main window. */

#include "config.h"

#include "gla-window.h"

#include "gla-application.h"
#include "gla-confirm.h"
#include "gla-small-form.h"
#include "gla-store-stock.h"
#include "gla-test-folder.h"
#include "gla-test-ui.h"

#define TODAY gla_day_new (2026, 11, 23)
#define GTIN "09521000000018"
#define CODE "]d201" GTIN "1727113010C7654A1\x1d" "21"

static GtkApplication *application;

typedef struct
{
  char *folder;
  char *path;
  GlaWindow *window;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaStore) store = NULL;
  GlaCarton carton = { .gtin = GTIN, .product = "ona", .presentation = "ona-botox-100",
                       .content = GLA_UNITS (100) };

  self->folder = gla_test_dup_folder ();
  self->path = g_build_filename (self->folder, "clinic.glabella", NULL);
  store = gla_store_open (self->path, GLA_STORE_CREATE, &error);
  g_assert_no_error (error);
  gla_store_put_carton (store, &carton, &error);
  g_assert_no_error (error);
  g_clear_pointer (&store, gla_store_close);

  self->window = gla_window_new (application, TODAY);
  gla_window_open (self->window, self->path, TRUE);
  gla_test_present (GTK_WINDOW (self->window));
  gla_test_focus (GTK_WINDOW (self->window));
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  gla_test_destroy (GTK_WINDOW (self->window));
  gla_test_drop_folder (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

static guint
count_vials (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) stock = gla_store_list_stock (
    gla_context_get_reader (gla_window_get_context (self->window)), FALSE, &error);

  g_assert_no_error (error);
  return stock->len;
}

static gboolean
has_two (gpointer data)
{
  return count_vials (data) == 2;
}

static gboolean
has_one (gpointer data)
{
  return count_vials (data) == 1;
}

/* Row 11 of the day in the clinic: scan and Enter for each pack. */
static void
test_delivery (Fixture       *self,
               gconstpointer  data)
{
  guint acts = 0;

  gla_test_scan (CODE "0001");
  acts++;
  gla_test_focus (gla_test_await_window (GLA_TYPE_SMALL_FORM));
  gla_test_key ("Return");
  acts++;
  g_assert_true (gla_test_wait (has_one, self, GLA_TEST_PATIENCE));
  g_test_message ("receive a pack: %u acts", acts);
  g_assert_cmpuint (acts, <=, 2);
  gla_test_await_text (GTK_WIDGET (self->window), "Vial added to the stock");
  gla_test_focus (GTK_WINDOW (self->window));
  gla_test_scan (CODE "0002");
  gla_test_focus (gla_test_await_window (GLA_TYPE_SMALL_FORM));
  gla_test_key ("Return");
  g_assert_true (gla_test_wait (has_two, self, GLA_TEST_PATIENCE));
}

/* The same pack again is told, not added. */
static void
test_twice (Fixture       *self,
            gconstpointer  data)
{
  GtkWindow *message;

  gla_test_scan (CODE "0001");
  gla_test_focus (gla_test_await_window (GLA_TYPE_SMALL_FORM));
  gla_test_key ("Return");
  g_assert_true (gla_test_wait (has_one, self, GLA_TEST_PATIENCE));
  gla_test_focus (GTK_WINDOW (self->window));
  gla_test_scan (CODE "0001");
  message = gla_test_await_window (GLA_TYPE_CONFIRM_WINDOW);
  gla_test_await_text (GTK_WIDGET (message), "This vial is in the stock");
  gla_test_await_text (GTK_WIDGET (message), "BOTOX Cosmetic 100 U, lot C7654A1");
  gla_test_focus (message);
  gla_test_key ("Escape");
  g_assert_cmpuint (count_vials (self), ==, 1);
  gla_test_focus (GTK_WINDOW (self->window));
}

static void
discard (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaStore) store = gla_store_open (self->path, GLA_STORE_DEFAULT, &error);
  g_autoptr (GPtrArray) stock = NULL;

  g_assert_no_error (error);
  stock = gla_store_list_stock (store, FALSE, &error);
  g_assert_no_error (error);
  gla_store_add_vial_event (store, &(GlaVialEvent) {
    .vial = ((GlaStockVial *) stock->pdata[0])->vial->id, .kind = GLA_VIAL_EVENT_DISCARDED,
    .moment = "2026-11-23T10:00", .units = GLA_UNITS (100), .reason = "fell",
  }, NULL, &error);
  g_assert_no_error (error);
}

/* A pack that is used up is known all the same. */
static void
test_used (Fixture       *self,
           gconstpointer  data)
{
  GtkWindow *message;

  gla_test_scan (CODE "0001");
  gla_test_focus (gla_test_await_window (GLA_TYPE_SMALL_FORM));
  gla_test_key ("Return");
  g_assert_true (gla_test_wait (has_one, self, GLA_TEST_PATIENCE));
  discard (self);
  gla_test_focus (GTK_WINDOW (self->window));
  gla_test_scan (CODE "0001");
  message = gla_test_await_window (GLA_TYPE_CONFIRM_WINDOW);
  gla_test_await_text (GTK_WIDGET (message), "This vial was used before");
  gla_test_focus (message);
  gla_test_key ("Escape");
  gla_test_focus (GTK_WINDOW (self->window));
}

int
main (int    argc,
      char **argv)
{
  int result;

  gla_test_ui_init (&argc, &argv);
  application = GTK_APPLICATION (gla_application_new (NULL));
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));

#define ADD(path, func) g_test_add ("/window/scan/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("delivery", test_delivery);
  ADD ("twice", test_twice);
  ADD ("used", test_used);
#undef ADD

  result = g_test_run ();
  g_object_unref (application);
  return result;
}
