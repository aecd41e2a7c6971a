/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fridges on the place Stock: looks, logs of loggers, moves, answers. */

#include "config.h"

#include "gla-fridge-form.h"
#include "gla-small-form.h"
#include "gla-stock-page.h"
#include "gla-store-fridge.h"
#include "gla-test-stock.h"
#include "gla-test-ui.h"
#include "gla-ui-resource.h"

static gboolean
is_cool (gpointer data)
{
  return !gla_test_has_text (data, "3.0 to 12.5 °C");
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
test_fridge (GlaTestStock  *self,
             gconstpointer  data)
{
  g_autofree char *botox
    = gla_test_stock_receive (self, "ona", "ona-botox-100", "C7654A1", GLA_UNITS (100));
  g_autofree char *dysport
    = gla_test_stock_receive (self, "abo-p", "abo-dysport-300", "L-2201", GLA_UNITS (300));
  g_autofree char *xeomin
    = gla_test_stock_receive (self, "inco", "inco-xeomin-100", "X-1", GLA_UNITS (100));
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaStore) store = gla_store_open (self->record->path, GLA_STORE_DEFAULT, &error);
  GtkWindow *form;

  g_assert_no_error (error);
  gla_store_add_fridge_reading (store, &(GlaFridgeReading) {
    .since = "2026-11-22T08:00", .moment = "2026-11-22T08:00", .low = 400, .high = 400 }, NULL,
    &error);
  g_assert_no_error (error);
  gla_test_stock_open (self);
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

#define LOGGED                                                                                     \
  "Logger;Room 2\nZeit;Temperatur °C\n22.11.2026 08:00;5,5\n22.11.2026 08:10;14,5\n"             \
  "22.11.2026 08:20;ERR\n22.11.2026 08:30;6,0\n"

static guint
count_imports (GlaTestStock *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) imports = gla_store_list_fridge_imports (
    gla_context_get_reader (self->record->context), &error);

  g_assert_no_error (error);
  return imports->len;
}

static GtkWindow *
open_log (GlaTestStock    *self,
          const char *path)
{
  GtkWindow *form;

  gla_test_focus (self->window);
  gla_stock_page_import_log (GLA_STOCK_PAGE (self->page), path);
  form = gla_test_await_window (GLA_TYPE_SMALL_FORM);
  gla_test_focus (form);
  gla_test_await_text (GTK_WIDGET (form), "3 readings from 22 Nov 2026, 08:00");
  return form;
}

static gboolean
has_no_import (gpointer data)
{
  return count_imports (data) == 0;
}

/* A second fridge, a vial in it, the log of its logger, what the maker said; and all of it back. */
static void
test_logger (GlaTestStock  *self,
             gconstpointer  data)
{
  g_autofree char *dysport = gla_test_stock_receive_on (self, "abo-p", "abo-dysport-300", "L-2201",
                                                        GLA_UNITS (300),
                                                        gla_day_new (2026, 11, 20));
  g_autofree char *path = g_strconcat (self->record->path, ".csv", NULL);
  GtkWindow *form;

  g_assert_true (g_file_set_contents (path, LOGGED, -1, NULL));
  gla_test_stock_open (self);
  gla_test_await_text (self->page, "Not read yet.");
  gla_test_press (self->page, "Add a fridge");
  form = gla_test_await_window (GLA_TYPE_SMALL_FORM);
  gla_test_focus (form);
  gla_test_assert_named (GTK_WIDGET (form));
  gla_test_key ("<Control>Return");
  gla_test_await_text (GTK_WIDGET (form), "Give it a name.");
  gla_test_type ("Room 2");
  gla_test_key ("<Control>Return");
  gla_test_await_text (self->page, "Main fridge");
  gla_test_await_text (self->page, "Room 2");
  gla_test_await_text (self->page, "Sealed, Main fridge");

  /* The file, as it was read, into the first fridge, where the vial is. */
  form = open_log (self, path);
  gla_test_await_text (GTK_WIDGET (form), "Line 5: “ERR” is no temperature of a fridge.");
  gla_test_await_text (GTK_WIDGET (form), "Set apart by semicolon");
  gla_test_assert_named (GTK_WIDGET (form));
  gla_test_screenshot (GTK_WIDGET (form), "stock-logger-form");
  gla_test_key ("<Control>Return");
  gla_test_await_text (self->page, "fridge: ask the manufacturer");
  gla_test_await_text (self->page, "3 readings, 0 gaps");
  g_assert_cmpuint (count_imports (self), ==, 1);

  /* The same file again adds nothing. */
  form = open_log (self, path);
  gla_test_key ("<Control>Return");
  gla_test_await_text (GTK_WIDGET (form), "is in the log already");
  g_assert_cmpuint (count_imports (self), ==, 1);
  gla_test_key ("Escape");

  gla_test_focus (self->window);
  gla_test_stock_act (self, "stock.answer", dysport);
  form = gla_test_await_window (GLA_TYPE_SMALL_FORM);
  gla_test_focus (form);
  gla_test_assert_named (GTK_WIDGET (form));
  gla_test_key ("<Control>Return");
  gla_test_await_text (GTK_WIDGET (form), "Choose what the manufacturer said.");
  adw_combo_row_set_selected (ADW_COMBO_ROW (gla_test_find_type (GTK_WIDGET (form),
                                                                 ADW_TYPE_COMBO_ROW)), 1);
  gla_test_key ("Tab");
  gla_test_type ("Mail, Q 4711");
  gla_test_screenshot (GTK_WIDGET (form), "stock-answer-form");
  gla_test_key ("<Control>Return");
  gla_test_await_text (self->page, "fridge: may be used");
  gla_test_await_text (self->page, "that it may be used (Mail, Q 4711).");
  gla_test_focus (self->window);
  gla_test_assert_named (self->page);
  gla_test_screenshot (GTK_WIDGET (self->window), "stock-fridges");

  gla_test_stock_act (self, "stock.move", dysport);
  form = gla_test_await_window (GLA_TYPE_SMALL_FORM);
  gla_test_focus (form);
  gla_test_await_text (GTK_WIDGET (form), "It is in Main fridge now.");
  adw_combo_row_set_selected (ADW_COMBO_ROW (gla_test_find_type (GTK_WIDGET (form),
                                                                 ADW_TYPE_COMBO_ROW)), 1);
  gla_test_key ("<Control>Return");
  gla_test_await_text (self->page, "Sealed, Room 2");

  gla_test_focus (self->window);
  gla_test_press (self->page, "Take back the log clinic.glabella.csv");
  form = gla_test_await_window (GLA_TYPE_SMALL_FORM);
  gla_test_focus (form);
  gla_test_type ("other fridge");
  gla_test_key ("<Control>Return");
  g_assert_true (gla_test_wait (has_no_import, self, GLA_TEST_PATIENCE));
  gla_context_undo (self->record->context);
  gla_test_await_text (self->page, "3 readings, 0 gaps");
  gla_test_focus (self->window);
}

int
main (int    argc,
      char **argv)
{
  gla_test_ui_init (&argc, &argv);
  gla_ui_register_resource ();

#define ADD(path, func)                                                                            \
  g_test_add ("/pages/stock-fridge/" path, GlaTestStock, NULL, gla_test_stock_set_up, func,        \
              gla_test_stock_tear_down)
  ADD ("fridge", test_fridge);
  ADD ("logger", test_logger);
  g_test_add_func ("/pages/stock-fridge/degrees", test_degrees);
  return g_test_run ();
}
