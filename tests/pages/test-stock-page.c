/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The place Stock over a real clinic file. */

#include "config.h"

#include "gla-fridge-form.h"
#include "gla-lot-window.h"
#include "gla-small-form.h"
#include "gla-stock-page.h"
#include "gla-store-fridge.h"
#include "gla-store-lot.h"
#include "gla-store-read.h"
#include "gla-store-stock.h"
#include "gla-test-record.h"
#include "gla-test-ui.h"
#include "gla-ui-resource.h"

typedef struct
{
  GlaTestRecord *record;
  GtkWindow *window;
  GtkWidget *page;
  char *opened;     /* patient whose record was asked for */
} Fixture;

static void
open_patient_cb (Fixture    *self,
                 const char *patient)
{
  g_free (self->opened);
  self->opened = g_strdup (patient);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  static GtkCssProvider *provider;

  /* As in the program, so that sizes and pictures are true. */
  if (provider == NULL)
    {
      provider = gtk_css_provider_new ();
      gtk_css_provider_load_from_resource (provider, "/org/glabella/Glabella/ui/style.css");
      gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                                  GTK_STYLE_PROVIDER (provider),
                                                  GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
    }
  self->record = gla_test_record_new ();
}

static void
open_page (Fixture *self)
{
  self->page = gla_stock_page_new (self->record->context);
  g_signal_connect_swapped (self->page, "open-patient", G_CALLBACK (open_patient_cb), self);
  self->window = g_object_new (ADW_TYPE_WINDOW, "default-width", 1366, "default-height", 700,
                               "content", self->page, NULL);
  gla_test_present (self->window);
  gla_test_focus (self->window);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  gla_test_destroy (self->window);
  g_free (self->opened);
  gla_test_record_free (self->record);
}

static char *
receive (Fixture    *self,
         const char *product,
         const char *presentation,
         const char *lot,
         GlaUnits    content)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaStore) store = gla_store_open (self->record->path, GLA_STORE_DEFAULT, &error);
  GlaVial vial = { .product = product, .presentation = presentation, .lot = lot,
                   .content = content, .expiry = gla_day_new (2027, 11, 30),
                   .received = gla_day_new (2026, 11, 23) };
  char *id = NULL;

  g_assert_no_error (error);
  gla_store_receive_vial (store, &vial, "2026-11-23T08:00", &id, &error);
  g_assert_no_error (error);
  return id;
}

static void
act (Fixture    *self,
     const char *action,
     const char *vial)
{
  g_assert_true (gtk_widget_activate_action (self->page, action, "s", vial));
}

static GlaStockVial *
read_vial (Fixture    *self,
           const char *vial)
{
  g_autoptr (GError) error = NULL;
  GlaStockVial *stock = gla_store_read_stock_vial (
    gla_context_get_reader (self->record->context), vial, &error);

  g_assert_no_error (error);
  return stock;
}

typedef struct
{
  Fixture *fixture;
  const char *vial;
  GlaVialState state;
} Expected;

static gboolean
has_state (gpointer data)
{
  const Expected *expected = data;
  g_autoptr (GlaStockVial) stock = read_vial (expected->fixture, expected->vial);

  return stock->vial->state == expected->state;
}

static void
await_state (Fixture      *self,
             const char   *vial,
             GlaVialState  state)
{
  Expected expected = { self, vial, state };

  g_assert_true (gla_test_wait (has_state, &expected, GLA_TEST_PATIENCE));
}

static gboolean
is_cool (gpointer data)
{
  return !gla_test_has_text (data, "3.0 to 12.5 °C");
}

static gboolean
has_no_lot (gpointer data)
{
  return !gla_test_has_text (data, "C7654A1");
}

static void
test_empty (Fixture       *self,
            gconstpointer  data)
{
  open_page (self);
  gla_test_await_text (self->page, "No Vials Yet");
  gla_test_assert_named (self->page);
  gla_test_screenshot (GTK_WIDGET (self->window), "stock-empty");
}

/* Waste, with units that are there and a reason; taken back by Undo. */
static void
test_waste (Fixture       *self,
            gconstpointer  data)
{
  g_autofree char *vial = receive (self, "ona", "ona-botox-100", "C7654A1", GLA_UNITS (100));
  GtkWindow *form;

  open_page (self);
  gla_test_await_text (self->page, "100 U left · use by 30 Nov 2027");
  act (self, "stock.waste", vial);
  form = gla_test_await_window (GLA_TYPE_SMALL_FORM);
  gla_test_focus (form);
  gla_test_assert_named (GTK_WIDGET (form));
  gla_test_type ("101");
  gla_test_key ("<Control>Return");
  gla_test_await_text (GTK_WIDGET (form), "Only 100 U are left in it.");
  gla_test_key ("<Control>a");
  gla_test_type ("2.5");
  gla_test_key ("<Control>Return");
  gla_test_await_text (GTK_WIDGET (form), "Say why.");
  gla_test_type ("dropped");
  gla_test_key ("<Control>Return");
  gla_test_await_text (self->page, "97.5 U left");
  gla_test_await_text (self->page, "Where the units of the last two weeks went");
  gla_context_undo (self->record->context);
  gla_test_await_text (self->page, "100 U left");
}

static void
test_discard (Fixture       *self,
              gconstpointer  data)
{
  g_autofree char *vial = receive (self, "ona", "ona-botox-100", "C7654A1", GLA_UNITS (100));
  g_autoptr (GlaStockVial) stock = NULL;
  GtkWindow *form;
  GtkWidget *toggle;

  open_page (self);
  gla_test_await_text (self->page, "C7654A1");
  act (self, "stock.discard", vial);
  form = gla_test_await_window (GLA_TYPE_SMALL_FORM);
  gla_test_focus (form);
  gla_test_await_text (GTK_WIDGET (form), "100 U are left in it and count as waste.");
  gla_test_screenshot (GTK_WIDGET (form), "stock-discard");
  gla_test_type ("fell");
  gla_test_key ("<Control>Return");
  await_state (self, vial, GLA_VIAL_DISCARDED);
  stock = read_vial (self, vial);
  g_assert_cmpint (gla_vial_ledger_get_left (&stock->ledger), ==, 0);
  /* It is shown only if asked for. */
  gla_test_focus (self->window);
  g_assert_true (gla_test_wait (has_no_lot, self->page, GLA_TEST_PATIENCE));
  gla_test_await_text (self->page, "No vials in stock.");
  toggle = gla_test_await (self->page, "Also vials that are finished");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
  gla_test_await_text (self->page, "C7654A1");
}

/* All vials of a lot in one go, and back. */
static void
test_hold (Fixture       *self,
           gconstpointer  data)
{
  g_autofree char *one = receive (self, "ona", "ona-botox-100", "C7654A1", GLA_UNITS (100));
  g_autofree char *two = receive (self, "ona", "ona-botox-100", "C7654A1", GLA_UNITS (100));
  g_autofree char *other = receive (self, "abo-p", "abo-dysport-300", "L-2201", GLA_UNITS (300));
  g_autoptr (GlaStockVial) free_stock = NULL;
  GtkWindow *form;

  open_page (self);
  gla_test_await_text (self->page, "L-2201");
  act (self, "stock.hold", one);
  form = gla_test_await_window (GLA_TYPE_SMALL_FORM);
  gla_test_focus (form);
  gla_test_type ("recall");
  gla_test_key ("<Control>Return");
  gla_test_await_text (self->page, "on hold");
  await_state (self, one, GLA_VIAL_HELD);
  await_state (self, two, GLA_VIAL_HELD);
  free_stock = read_vial (self, other);
  g_assert_cmpuint (free_stock->vial->state, ==, GLA_VIAL_SEALED);
  gla_test_screenshot (GTK_WIDGET (self->window), "stock");
  gla_test_assert_named (self->page);
  act (self, "stock.release", two);
  await_state (self, one, GLA_VIAL_SEALED);
  await_state (self, two, GLA_VIAL_SEALED);
}

static void
test_correct (Fixture       *self,
              gconstpointer  data)
{
  g_autofree char *vial = receive (self, "ona", "ona-botox-100", "C7654A1", GLA_UNITS (100));
  GtkWindow *form;

  open_page (self);
  gla_test_await_text (self->page, "C7654A1");
  act (self, "stock.correct", vial);
  form = gla_test_await_window (GLA_TYPE_SMALL_FORM);
  gla_test_focus (form);
  gla_test_key ("<Control>Return");
  gla_test_await_text (GTK_WIDGET (form), "Give the lot as it stands on the carton.");
  gla_test_key ("<Control>a");
  gla_test_type ("C7654A7");
  gla_test_key ("<Control>Return");
  gla_test_await_text (GTK_WIDGET (form), "Say why.");
  gla_test_type ("misread");
  gla_test_key ("<Control>Return");
  gla_test_await_text (self->page, "C7654A7");
}

/* Row 12 of the day in the clinic: Ctrl+L, the lot, Enter. */
static void
test_who (Fixture       *self,
          gconstpointer  data)
{
  GtkWindow *window;
  guint keys = 1;

  open_page (self);
  gla_stock_page_ask_lot (GLA_STOCK_PAGE (self->page), NULL);
  window = gla_test_await_window (GLA_TYPE_LOT_WINDOW);
  gla_test_focus (window);
  gla_test_type ("c4821a2");
  gla_test_key ("Return");
  keys++;
  gla_test_await_text (GTK_WIDGET (window), "1 patient");
  g_test_message ("who had a lot: %u keys and the lot", keys);
  g_assert_cmpuint (keys, <=, 3);
  gla_test_await_text (GTK_WIDGET (window), "044 555 01 84");
  g_assert_true (gla_test_has_text (GTK_WIDGET (window), "not agreed"));
  gla_test_assert_named (GTK_WIDGET (window));
  gla_test_screenshot (GTK_WIDGET (window), "stock-lot");
  gla_test_press (GTK_WIDGET (window), "Kaya, Mira");
  gla_test_spin (50);
  g_assert_cmpstr (self->opened, ==, GLA_TEST_PATIENT);
  gla_stock_page_ask_lot (GLA_STOCK_PAGE (self->page), "NOSUCH");
  window = gla_test_await_window (GLA_TYPE_LOT_WINDOW);
  gla_test_await_text (GTK_WIDGET (window), "Nobody is recorded with that lot.");
  gla_test_focus (window);
  gla_test_key ("Escape");
  gla_test_focus (self->window);
}

/* A vial without a carton to scan is typed. */
static void
test_add (Fixture       *self,
          gconstpointer  data)
{
  GtkWindow *form;
  GtkWidget *row;

  open_page (self);
  gla_test_await_text (self->page, "No Vials Yet");
  gla_test_press (self->page, "Add a vial");
  form = gla_test_await_window (GLA_TYPE_SMALL_FORM);
  gla_test_focus (form);
  gla_test_assert_named (GTK_WIDGET (form));
  row = gla_test_find_type (GTK_WIDGET (form), ADW_TYPE_COMBO_ROW);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 1);
  gla_test_key ("<Control>Return");
  gla_test_await_text (GTK_WIDGET (form), "Give the lot as it stands on the carton.");
  gla_test_type ("A1");
  gla_test_key ("<Control>Return");
  gla_test_await_text (self->page, "A1");
  gla_test_await_text (self->page, "50 U left");
}

/* Degrees as people type them. */
static void
test_degrees (void)
{
  static const struct
  {
    const char *text;
    int centi;
    gboolean is_right;
  } cases[] = {
    { "5", 500, TRUE },       { "5.4", 540, TRUE },   { "5,4", 540, TRUE },
    { "-1.25", -125, TRUE },  { "−2", -200, TRUE },   { "0", 0, TRUE },
    { "", 0, FALSE },         { "warm", 0, FALSE },   { "5 C", 0, FALSE },
    { "nan", 0, FALSE },      { "inf", 0, FALSE },    { "600", 0, FALSE },
    { "-101", 0, FALSE },     { "5.4.1", 0, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int centi = 0;

      g_assert_cmpint (gla_fridge_form_parse (cases[i].text, &centi), ==, cases[i].is_right);
      if (cases[i].is_right)
        g_assert_cmpint (centi, ==, cases[i].centi);
    }
}

/* A warm night is written down, and each product is judged by its own rule. */
static void
test_fridge (Fixture       *self,
             gconstpointer  data)
{
  g_autofree char *botox = receive (self, "ona", "ona-botox-100", "C7654A1", GLA_UNITS (100));
  g_autofree char *dysport = receive (self, "abo-p", "abo-dysport-300", "L-2201", GLA_UNITS (300));
  g_autofree char *xeomin = receive (self, "inco", "inco-xeomin-100", "X-1", GLA_UNITS (100));
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaStore) store = gla_store_open (self->record->path, GLA_STORE_DEFAULT, &error);
  GtkWindow *form;

  g_assert_no_error (error);
  gla_store_add_fridge_reading (store, &(GlaFridgeReading) {
    .since = "2026-11-22T08:00", .moment = "2026-11-22T08:00", .low = 400, .high = 400 }, NULL,
    &error);
  g_assert_no_error (error);
  open_page (self);
  gla_test_await_text (self->page, "4.0 °C");
  gla_test_press (self->page, "Read the fridge");
  form = gla_test_await_window (GLA_TYPE_SMALL_FORM);
  gla_test_focus (form);
  gla_test_assert_named (GTK_WIDGET (form));
  gla_test_key ("<Control>Return");
  gla_test_await_text (GTK_WIDGET (form), "Give degrees Celsius, such as 5.4.");
  gla_test_type ("12,5");
  gla_test_key ("Tab");
  gla_test_type ("13");
  gla_test_key ("<Control>Return");
  gla_test_await_text (GTK_WIDGET (form), "The lowest temperature is higher than the highest.");
  gla_test_screenshot (GTK_WIDGET (form), "stock-fridge-form");
  gla_test_key ("<Control>a");
  gla_test_type ("3");
  gla_test_key ("<Control>Return");
  gla_test_await_text (self->page, "3.0 to 12.5 °C");
  gla_test_await_text (self->page, "fridge: use first");
  gla_test_await_text (self->page, "fridge: ask the manufacturer");
  gla_test_await_text (self->page, "BOTOX Cosmetic 100 U · C7654A1: fridge at 3.0 to 12.5 °C");
  gla_test_focus (self->window);
  gla_test_assert_named (self->page);
  gla_test_screenshot (GTK_WIDGET (self->window), "stock-fridge");
  gla_context_undo (self->record->context);
  g_assert_true (gla_test_wait (is_cool, self->page, GLA_TEST_PATIENCE));
}

int
main (int    argc,
      char **argv)
{
  gla_test_ui_init (&argc, &argv);
  gla_ui_register_resource ();

#define ADD(path, func) g_test_add ("/pages/stock-page/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("empty", test_empty);
  ADD ("waste", test_waste);
  ADD ("discard", test_discard);
  ADD ("hold", test_hold);
  ADD ("correct", test_correct);
  ADD ("who", test_who);
  ADD ("add", test_add);
  ADD ("fridge", test_fridge);
  g_test_add_func ("/pages/stock-page/degrees", test_degrees);
  return g_test_run ();
}
