/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows 4, 5 and 6 of the day in the clinic, in the whole window: how many keys they
   take, beside how many they may. A chord, a scan or a key that goes on is one; letters and
   digits are counted apart. */

#include "config.h"

#include "gla-window.h"

#include <string.h>

#include "gla-application.h"
#include "gla-setting.h"
#include "gla-store-read.h"
#include "gla-store-stock.h"
#include "gla-store-write.h"
#include "gla-test-folder.h"
#include "gla-test-ui.h"
#include "gla-timeline.h"
#include "gla-treatment-editor.h"

#define TODAY gla_day_new (2026, 11, 23)
#define GTIN "09521000000018"
#define CODE "]d201" GTIN "1727113010C7654A1\x1d" "210001"

typedef struct
{
  guint keys;
  guint typed;
} Count;

typedef struct
{
  char *folder;
  char *path;
  char *patient;
  GlaWindow *window;
  Count count;
} Fixture;

static GtkApplication *application;

static void
add_patient (Fixture  *self,
             GlaStore *store)
{
  const GlaPatient patient = { .family_name = "Kaya", .given_name = "Mira",
                               .birth_day = gla_day_new (1984, 3, 14) };
  GlaTreatment treatment = { .day = TODAY - 150, .consent_day = GLA_DAY_NONE };
  GlaInjection injections[] = {
    { .area = "GLAB", .product = "ona", .lot = "C4821A2", .units = GLA_UNITS (20), .points = 5 },
    { .area = "FRON", .product = "ona", .lot = "C4821A2", .units = GLA_UNITS (10), .points = 5 },
  };
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (injections); i++)
    g_ptr_array_add (list, &injections[i]);
  gla_store_add_patient (store, &patient, &self->patient, &error);
  g_assert_no_error (error);
  treatment.patient = self->patient;
  gla_store_add_treatment (store, &treatment, list, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
add_vial (GlaStore *store)
{
  const GlaCarton carton = { .gtin = GTIN, .product = "ona", .presentation = "ona-botox-100",
                             .content = GLA_UNITS (100) };
  const GlaVial vial = { .product = "ona", .presentation = "ona-botox-100", .lot = "C7654A1",
                         .content = GLA_UNITS (100), .expiry = gla_day_new (2027, 11, 30),
                         .received = TODAY, .gtin = GTIN, .serial = "0001" };
  g_autoptr (GError) error = NULL;

  gla_store_put_carton (store, &carton, &error);
  g_assert_no_error (error);
  gla_store_receive_vial (store, &vial, "2026-11-23T08:00", NULL, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr (GSettings) settings = g_settings_new (GLA_APPLICATION_ID);
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaStore) store = NULL;

  g_settings_reset (settings, "place");
  g_settings_reset (settings, "chart-on-map");
  self->folder = gla_test_dup_folder ();
  self->path = g_build_filename (self->folder, "clinic.glabella", NULL);
  store = gla_store_open (self->path, GLA_STORE_CREATE, &error);
  g_assert_no_error (error);
  add_patient (self, store);
  add_vial (store);
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
  g_free (self->patient);
}

static void
press (Fixture    *self,
       const char *key)
{
  gla_test_key (key);
  self->count.keys++;
}

static void
type (Fixture    *self,
      const char *text)
{
  gla_test_type (text);
  self->count.typed += (guint) strlen (text);
}

static Count
take_count (Fixture *self)
{
  Count count = self->count;

  self->count = (Count) { 0 };
  return count;
}

static guint
count_treatments (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaHistory) history = gla_store_read_history (
    gla_context_get_reader (gla_window_get_context (self->window)), self->patient, &error);

  g_assert_no_error (error);
  return history->treatments->len;
}

static gboolean
has_three (gpointer data)
{
  return count_treatments (data) == 3;
}

static gboolean
has_two (gpointer data)
{
  return count_treatments (data) == 2;
}

/* Row 4: the patient was found; the timeline is what opens. */
static Count
read_history (Fixture *self)
{
  gla_test_key ("<Control>f");
  gla_test_type ("kaya");
  gla_test_await_text (GTK_WIDGET (self->window), "Kaya");
  press (self, "Return");
  gla_test_await_text (GTK_WIDGET (self->window), "Effect seen");
  g_assert_nonnull (gla_test_find_type (GTK_WIDGET (self->window), GLA_TYPE_TIMELINE));
  return take_count (self);
}

static GtkWindow *
open_editor (Fixture *self)
{
  GtkWindow *editor;

  press (self, "<Control>i");
  editor = gla_test_await_window (GLA_TYPE_TREATMENT_EDITOR);
  gla_test_focus (editor);
  return editor;
}

/* Row 5: as last time, from a carton that is scanned. */
static Count
chart_same (Fixture *self)
{
  GtkWindow *editor = open_editor (self);

  press (self, "Return");
  gla_test_await_text (GTK_WIDGET (editor), "30 U ONA");
  gla_test_scan (CODE);
  self->count.keys++;
  gla_test_await_text (GTK_WIDGET (editor), "C7654A1");
  press (self, "<Control>Return");
  g_assert_true (gla_test_wait (has_two, self, GLA_TEST_PATIENCE));
  gla_test_focus (GTK_WINDOW (self->window));
  return take_count (self);
}

/* Row 6: two letters and two digits for each of three areas. The keyboard is on Repeat as the
   window opens; a letter begins the list instead. */
static Count
chart_new (Fixture *self)
{
  static const char *const rows[] = { "gl20", "fo10", "cf24" };
  GtkWindow *editor = open_editor (self);

  gla_test_scan (CODE);
  self->count.keys++;
  gla_test_await_text (GTK_WIDGET (editor), "C7654A1");
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      type (self, rows[i]);
      press (self, "Return");
    }
  gla_test_await_text (GTK_WIDGET (editor), "54 U ONA");
  gla_test_screenshot (GTK_WIDGET (editor), "day-new-pattern");
  press (self, "<Control>Return");
  g_assert_true (gla_test_wait (has_three, self, GLA_TEST_PATIENCE));
  return take_count (self);
}

static void
tell (const char *task,
      Count       count,
      Count       target)
{
  g_test_message ("%-34s %4u + %2ut  %4u + %2ut", task, count.keys, count.typed, target.keys,
                  target.typed);
  g_assert_cmpuint (count.keys, <=, target.keys);
  g_assert_cmpuint (count.typed, <=, target.typed);
}

static void
test_day (Fixture       *self,
          gconstpointer  data)
{
  Count history = read_history (self);
  Count same = chart_same (self);
  Count pattern = chart_new (self);

  g_test_message ("%-34s %9s  %9s", "task", "counted", "target");
  tell ("4 read history before injecting", history, (Count) { 1, 0 });
  tell ("5 chart same as last time", same, (Count) { 4, 0 });
  tell ("6 chart a new pattern, 3 areas", pattern, (Count) { 6, 12 });
}

int
main (int    argc,
      char **argv)
{
  int result;

  gla_test_ui_init (&argc, &argv);
  application = GTK_APPLICATION (gla_application_new (NULL));
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_test_add ("/window/day/keys", Fixture, NULL, set_up, test_day, tear_down);
  result = g_test_run ();
  g_object_unref (application);
  return result;
}
