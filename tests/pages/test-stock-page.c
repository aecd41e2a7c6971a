/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The place Stock over a real clinic file. */

#include "config.h"

#include "gla-lot-window.h"
#include "gla-small-form.h"
#include "gla-stock-page.h"
#include "gla-store-lot.h"
#include "gla-store-read.h"
#include "gla-store-stock.h"
#include "gla-test-stock.h"
#include "gla-test-ui.h"
#include "gla-ui-resource.h"

static GlaStockVial *
read_vial (GlaTestStock    *self,
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
  GlaTestStock *fixture;
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
await_state (GlaTestStock      *self,
             const char   *vial,
             GlaVialState  state)
{
  Expected expected = { self, vial, state };

  g_assert_true (gla_test_wait (has_state, &expected, GLA_TEST_PATIENCE));
}

static gboolean
has_no_lot (gpointer data)
{
  return !gla_test_has_text (data, "C7654A1");
}

static void
test_empty (GlaTestStock  *self,
            gconstpointer  data)
{
  gla_test_stock_open (self);
  gla_test_await_text (self->page, "No Vials Yet");
  gla_test_assert_named (self->page);
  gla_test_screenshot (GTK_WIDGET (self->window), "stock-empty");
}

/* Waste, with units that are there and a reason; taken back by Undo. */
static void
test_waste (GlaTestStock  *self,
            gconstpointer  data)
{
  g_autofree char *vial
    = gla_test_stock_receive (self, "ona", "ona-botox-100", "C7654A1", GLA_UNITS (100));
  GtkWindow *form;

  gla_test_stock_open (self);
  gla_test_await_text (self->page, "100 U left · use by 30 Nov 2027");
  gla_test_stock_act (self, "stock.waste", vial);
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
test_discard (GlaTestStock  *self,
              gconstpointer  data)
{
  g_autofree char *vial
    = gla_test_stock_receive (self, "ona", "ona-botox-100", "C7654A1", GLA_UNITS (100));
  g_autoptr (GlaStockVial) stock = NULL;
  GtkWindow *form;
  GtkWidget *toggle;

  gla_test_stock_open (self);
  gla_test_await_text (self->page, "C7654A1");
  gla_test_stock_act (self, "stock.discard", vial);
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
test_hold (GlaTestStock  *self,
           gconstpointer  data)
{
  g_autofree char *one
    = gla_test_stock_receive (self, "ona", "ona-botox-100", "C7654A1", GLA_UNITS (100));
  g_autofree char *two
    = gla_test_stock_receive (self, "ona", "ona-botox-100", "C7654A1", GLA_UNITS (100));
  g_autofree char *other
    = gla_test_stock_receive (self, "abo-p", "abo-dysport-300", "L-2201", GLA_UNITS (300));
  g_autoptr (GlaStockVial) free_stock = NULL;
  GtkWindow *form;

  gla_test_stock_open (self);
  gla_test_await_text (self->page, "L-2201");
  gla_test_stock_act (self, "stock.hold", one);
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
  gla_test_stock_act (self, "stock.release", two);
  await_state (self, one, GLA_VIAL_SEALED);
  await_state (self, two, GLA_VIAL_SEALED);
}

static void
test_correct (GlaTestStock  *self,
              gconstpointer  data)
{
  g_autofree char *vial
    = gla_test_stock_receive (self, "ona", "ona-botox-100", "C7654A1", GLA_UNITS (100));
  GtkWindow *form;

  gla_test_stock_open (self);
  gla_test_await_text (self->page, "C7654A1");
  gla_test_stock_act (self, "stock.correct", vial);
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
test_who (GlaTestStock  *self,
          gconstpointer  data)
{
  GtkWindow *window;
  guint keys = 1;

  gla_test_stock_open (self);
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
test_add (GlaTestStock  *self,
          gconstpointer  data)
{
  GtkWindow *form;
  GtkWidget *row;

  gla_test_stock_open (self);
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

static gboolean
has_no_orders (gpointer page)
{
  return !gla_test_has_text (page, "To Order");
}

/* A pack of a delivery, what it is worth, and that more of it is to be ordered. */
static void
test_delivery (GlaTestStock  *self,
               gconstpointer  data)
{
  GtkWindow *form;
  GtkWidget *row;

  gla_test_stock_open (self);
  gla_test_press (self->page, "Add a vial");
  form = gla_test_await_window (GLA_TYPE_SMALL_FORM);
  gla_test_focus (form);
  row = gla_test_find_type (GTK_WIDGET (form), ADW_TYPE_COMBO_ROW);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 1);
  gla_test_key ("<Control>Return");
  gla_test_await_text (GTK_WIDGET (form), "Give the lot as it stands on the carton.");
  gla_test_type ("A1");
  /* Past the date and its calendar. */
  for (int i = 0; i < 3; i++)
    gla_test_key ("Tab");
  gla_test_type ("Medi Ltd");
  gla_test_key ("Tab");
  gla_test_type ("LS-77");
  gla_test_key ("Tab");
  gla_test_type ("much");
  gla_test_key ("<Control>Return");
  gla_test_await_text (GTK_WIDGET (form), "Give an amount, such as 412.50.");
  gla_test_key ("<Control>a");
  gla_test_type ("206,5");
  gla_test_assert_named (GTK_WIDGET (form));
  gla_test_screenshot (GTK_WIDGET (form), "stock-delivery-form");
  gla_test_key ("<Control>Return");
  gla_test_await_text (self->page, "1 unopened vial · 50 U left · worth 206.50");

  gla_test_focus (self->window);
  gla_test_stock_act (self, "stock.level", "ona");
  form = gla_test_await_window (GLA_TYPE_SMALL_FORM);
  gla_test_focus (form);
  gla_test_type ("few");
  gla_test_key ("<Control>Return");
  gla_test_await_text (GTK_WIDGET (form), "Give a number of vials");
  gla_test_key ("<Control>a");
  gla_test_type ("3");
  gla_test_key ("<Control>Return");
  gla_test_await_text (self->page, "To Order");
  gla_test_await_text (self->page, "to order: below 3");
  gla_test_focus (self->window);
  gla_test_assert_named (self->page);
  gla_test_screenshot (GTK_WIDGET (self->window), "stock-order");
  gla_context_undo (self->record->context);
  g_assert_true (gla_test_wait (has_no_orders, self->page, GLA_TEST_PATIENCE));

  /* The next pack of the delivery has the same supplier. */
  gla_test_press (self->page, "Add a vial");
  form = gla_test_await_window (GLA_TYPE_SMALL_FORM);
  gla_test_focus (form);
  gla_test_await_text (GTK_WIDGET (form), "Supplier");
  g_assert_true (gla_test_has_text (GTK_WIDGET (form), "Medi Ltd"));
  g_assert_true (gla_test_has_text (GTK_WIDGET (form), "LS-77"));
  gla_test_key ("Escape");
  gla_test_focus (self->window);
}

int
main (int    argc,
      char **argv)
{
  gla_test_ui_init (&argc, &argv);
  gla_ui_register_resource ();

#define ADD(path, func)                                                                            \
  g_test_add ("/pages/stock-page/" path, GlaTestStock, NULL, gla_test_stock_set_up, func,          \
              gla_test_stock_tear_down)
  ADD ("empty", test_empty);
  ADD ("waste", test_waste);
  ADD ("discard", test_discard);
  ADD ("hold", test_hold);
  ADD ("correct", test_correct);
  ADD ("who", test_who);
  ADD ("add", test_add);
  ADD ("delivery", test_delivery);
  return g_test_run ();
}
