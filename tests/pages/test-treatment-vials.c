/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Charting from vials of the stock: scanned, mixed, and never overdrawn unnoticed. */

#include "config.h"

#include "gla-confirm.h"
#include "gla-small-form.h"
#include "gla-store-read.h"
#include "gla-store-stock.h"
#include "gla-test-editor.h"
#include "gla-test-ui.h"
#include "gla-treatment-editor.h"
#include "gla-ui-resource.h"

#include <string.h>

#define GTIN "09521000000018"
#define CODE "]d201" GTIN "1727113010C7654A1\x1d" "21"

static void
open_new (GlaTestEditor *self,
          const char    *patient)
{
  g_autoptr (GlaCycles) cycles = gla_test_editor_read_cycles (self, patient);

  gla_test_editor_open (self, gla_treatment_editor_new (self->record->context, cycles, NULL));
}

/* A vial of 100 U of Botox with that serial number, of which @wasted is gone. */
static char *
receive_of (GlaTestEditor *self,
            const char    *product,
            const char    *serial,
            GlaUnits       wasted)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaStore) store = gla_store_open (self->record->path, GLA_STORE_DEFAULT, &error);
  GlaVial vial = { .product = product, .presentation = "ona-botox-100", .lot = "C7654A1",
                   .content = GLA_UNITS (100), .expiry = gla_day_new (2027, 11, 30),
                   .received = gla_day_new (2026, 11, 23), .gtin = GTIN, .serial = serial };
  GlaVialEvent event = { .kind = GLA_VIAL_EVENT_WASTED, .moment = "2026-11-23T08:00",
                         .units = wasted, .reason = "test" };
  char *id = NULL;

  g_assert_no_error (error);
  gla_store_receive_vial (store, &vial, "2026-11-23T08:00", &id, &error);
  g_assert_no_error (error);
  event.vial = id;
  if (wasted > 0)
    gla_store_add_vial_event (store, &event, NULL, &error);
  g_assert_no_error (error);
  return id;
}

static char *
receive (GlaTestEditor *self,
         const char    *serial,
         GlaUnits       wasted)
{
  return receive_of (self, "ona", serial, wasted);
}

static void
learn (GlaTestEditor *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaStore) store = gla_store_open (self->record->path, GLA_STORE_DEFAULT, &error);
  GlaCarton carton = { .gtin = GTIN, .product = "ona", .presentation = "ona-botox-100",
                       .content = GLA_UNITS (100) };

  gla_store_put_carton (store, &carton, &error);
  g_assert_no_error (error);
}

static GlaUnits
get_left (GlaTestEditor *self,
          const char    *vial)
{
  g_autoptr (GError) error = NULL;
  GlaUnits left;

  gla_store_get_units_left (gla_context_get_reader (self->record->context), vial, &left, &error);
  g_assert_no_error (error);
  return left;
}

/* Row 5 of the day in the clinic with its scan: Ctrl+I, Enter, scan, Ctrl+Enter. */
static void
test_scan (GlaTestEditor *self,
           gconstpointer  data)
{
  g_autofree char *vial = receive (self, "0001", 0);
  g_autoptr (GlaHistory) history = NULL;
  guint first, count;
  guint acts = 1;

  learn (self);
  open_new (self, GLA_TEST_PATIENT);
  gla_test_key ("Return");
  acts++;
  gla_test_await_text (GTK_WIDGET (self->editor), "54 U ONA");
  gla_test_scan (CODE "0001");
  acts++;
  gla_test_await_text (GTK_WIDGET (self->editor), "100 U left · use by 30 Nov 2027");
  g_assert_true (gla_test_has_text (GTK_WIDGET (self->editor), "ONA · C7654A1"));
  gla_test_screenshot (GTK_WIDGET (self->editor), "treatment-scanned");
  gla_test_editor_save (self);
  acts++;
  g_test_message ("chart same as last time with a scan: %u acts", acts);
  g_assert_cmpuint (acts, <=, 4);

  history = gla_test_editor_read_history (self, GLA_TEST_PATIENT);
  count = gla_history_get_injections (history, self->saved, &first);
  g_assert_cmpuint (count, ==, 4);
  for (guint i = 0; i < count; i++)
    g_assert_cmpstr (((GlaInjection *) history->injections->pdata[first + i])->vial, ==, vial);
  g_assert_cmpint (get_left (self, vial), ==, GLA_UNITS (46));
}

/* Units that are typed already don't become units of another product by a scan. */
static void
test_other_product (GlaTestEditor *self,
                    gconstpointer  data)
{
  g_autofree char *vial = receive_of (self, "inco", "0001", 0);

  learn (self);
  open_new (self, GLA_TEST_PATIENT);
  gla_test_key ("Return");
  gla_test_await_text (GTK_WIDGET (self->editor), "54 U ONA");
  gla_test_scan (CODE "0001");
  gla_test_await_text (GTK_WIDGET (self->editor), "100 U left");
  gla_test_await_text (GTK_WIDGET (self->editor), "54 U ONA");
  g_assert_cmpint (get_left (self, vial), ==, GLA_UNITS (100));
}

/* A product number that is new is asked for once; the next carton of it needs Enter alone. */
static void
test_learn (GlaTestEditor *self,
            gconstpointer  data)
{
  GtkWindow *form;
  AdwComboRow *row;
  g_autoptr (GlaCarton) carton = NULL;
  g_autoptr (GPtrArray) stock = NULL;
  g_autoptr (GError) error = NULL;

  open_new (self, GLA_TEST_EMPTY_PATIENT);
  gla_test_scan (CODE "0001");
  form = gla_test_await_window (GLA_TYPE_SMALL_FORM);
  gla_test_focus (form);
  gla_test_assert_named (GTK_WIDGET (form));
  g_assert_true (gla_test_has_text (GTK_WIDGET (form), "C7654A1"));
  g_assert_true (gla_test_has_text (GTK_WIDGET (form), "Serial number 0001"));
  g_assert_true (gla_test_has_text (GTK_WIDGET (form), "is new. Choose the product once"));
  gla_test_press (GTK_WIDGET (form), "Add and Use");
  gla_test_await_text (GTK_WIDGET (form), "Choose the product.");
  gla_test_screenshot (GTK_WIDGET (form), "carton-new");
  row = ADW_COMBO_ROW (gla_test_find_type (GTK_WIDGET (form), ADW_TYPE_COMBO_ROW));
  adw_combo_row_set_selected (row, 2);
  gla_test_press (GTK_WIDGET (form), "Add and Use");
  gla_test_await_text (GTK_WIDGET (self->editor), "100 U left · use by 30 Nov 2027");
  carton = gla_store_find_carton (gla_context_get_reader (self->record->context), GTIN, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (carton->presentation, ==, "ona-botox-100");

  gla_test_focus (self->editor);
  gla_test_scan (CODE "0002");
  form = gla_test_await_window (GLA_TYPE_SMALL_FORM);
  gla_test_focus (form);
  g_assert_false (gla_test_has_text (GTK_WIDGET (form), "is new"));
  gla_test_screenshot (GTK_WIDGET (form), "carton-known");
  gla_test_key ("Return");
  gla_test_editor_wait_worker (self);
  gla_test_spin (50);
  stock = gla_store_list_stock (gla_context_get_reader (self->record->context), FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (stock->len, ==, 2);
  gla_test_focus (self->editor);
}

static void
test_unreadable (GlaTestEditor *self,
                 gconstpointer  data)
{
  GtkWindow *message;

  open_new (self, GLA_TEST_EMPTY_PATIENT);
  gla_test_scan ("]d201095210000000191727113010C1");
  message = gla_test_await_named_window ("GlaConfirmWindow");
  g_assert_true (gla_test_has_text (GTK_WIDGET (message), "check digit of the product number"));
  gla_test_focus (message);
  gla_test_key ("Escape");
  gla_test_focus (self->editor);
}

/* Less left than is needed: said at once, asked at saving, and answered for. */
static void
test_overdraw (GlaTestEditor *self,
               gconstpointer  data)
{
  g_autofree char *vial = receive (self, "0001", GLA_UNITS (60));
  GtkWindow *question;

  learn (self);
  open_new (self, GLA_TEST_PATIENT);
  gla_test_key ("Return");
  gla_test_await_text (GTK_WIDGET (self->editor), "54 U ONA");
  gla_test_scan (CODE "0001");
  gla_test_await_text (GTK_WIDGET (self->editor),
                       "C7654A1: 54 U needed, 40 U left. Choose a second vial for 14 U.");
  gla_test_screenshot (GTK_WIDGET (self->editor), "treatment-overdraw");
  gla_test_key ("<Control>Return");
  question = gla_test_await_named_window ("GlaConfirmWindow");
  gla_test_focus (question);
  g_assert_true (gla_test_has_text (GTK_WIDGET (question), "has 40 U left, and 54 U are needed"));
  /* Backing out saves nothing and leaves the form as it is. */
  gla_test_key ("Escape");
  gla_test_spin (100);
  g_assert_cmpuint (self->n_saved, ==, 0);
  g_assert_cmpint (get_left (self, vial), ==, GLA_UNITS (40));
  gla_test_focus (self->editor);
  gla_test_key ("<Control>Return");
  question = gla_test_await_named_window ("GlaConfirmWindow");
  gla_test_focus (question);
  gla_test_type ("overfilled");
  gla_test_press (GTK_WIDGET (question), "Save Anyway");
  for (guint i = 0; i < 200 && self->editor != NULL; i++)
    gla_test_spin (20);
  g_assert_null (self->editor);
  g_assert_cmpuint (self->n_saved, ==, 1);
  g_assert_cmpint (get_left (self, vial), ==, -GLA_UNITS (14));
  gla_test_editor_assert_audit (self, "add", "treatment", "overfilled");
}

/* Mixing is written down from within the treatment, with its strength shown. */
static void
test_mix (GlaTestEditor *self,
          gconstpointer  data)
{
  g_autofree char *vial = receive (self, "0001", 0);
  g_autoptr (GlaStockVial) stock = NULL;
  g_autoptr (GError) error = NULL;
  GtkWindow *form;

  learn (self);
  open_new (self, GLA_TEST_EMPTY_PATIENT);
  gla_test_scan (CODE "0001");
  gla_test_await_text (GTK_WIDGET (self->editor), "100 U left");
  gla_test_press (GTK_WIDGET (self->editor), "Mix this vial");
  form = gla_test_await_window (GLA_TYPE_SMALL_FORM);
  gla_test_focus (form);
  gla_test_assert_named (GTK_WIDGET (form));
  /* As the label has it, unless something else is typed. */
  gla_test_await_text (GTK_WIDGET (form), "4 U in 0.1 mL");
  g_assert_false (gla_test_has_text (GTK_WIDGET (form), "not as on the label"));
  gla_test_type ("4");
  gla_test_await_text (GTK_WIDGET (form), "2.5 U in 0.1 mL · not as on the label");
  gla_test_screenshot (GTK_WIDGET (form), "mix");
  gla_test_key ("<Control>Return");
  gla_test_await_text (GTK_WIDGET (self->editor), "100 U left · mixed within the last hour");
  gla_test_editor_wait_worker (self);
  stock = gla_store_read_stock_vial (gla_context_get_reader (self->record->context), vial, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (stock->vial->state, ==, GLA_VIAL_OPEN);
  g_assert_cmpint (stock->vial->diluent_volume, ==, 4000);
  g_assert_null (gla_test_find (GTK_WIDGET (self->editor), "Mix this vial"));
  gla_test_focus (self->editor);
}

/* What a vial is judged by follows it while the form is open: mixed at another desk, days ago. */
static void
test_mixed_elsewhere (GlaTestEditor *self,
                      gconstpointer  data)
{
  g_autofree char *vial = receive (self, "0001", 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaStore) store = gla_store_open (self->record->path, GLA_STORE_DEFAULT, &error);
  GlaVialEvent event = { .vial = vial, .kind = GLA_VIAL_EVENT_MIXED, .moment = "2026-11-20T00:00",
                         .units = GLA_UNITS_UNKNOWN, .diluent_volume = 2500 };
  g_autoptr (GDateTime) now = NULL;
  g_autofree char *chip = NULL;
  g_autofree char *later = NULL;
  g_autofree char *text = NULL;

  learn (self);
  open_new (self, GLA_TEST_PATIENT);
  gla_test_key ("Return");
  gla_test_scan (CODE "0001");
  gla_test_await_text (GTK_WIDGET (self->editor), "100 U left");
  g_assert_false (gla_test_has_text (GTK_WIDGET (self->editor), "was mixed"));
  gla_store_add_vial_event (store, &event, NULL, &error);
  g_assert_no_error (error);
  gla_test_await_text (GTK_WIDGET (self->editor), "Vial C7654A1 was mixed");

  /* To the hour, since the day of the clinic is the day of the treatment. */
  now = g_date_time_new_now_local ();
  text = gla_test_dup_text (GTK_WIDGET (self->editor));
  chip = g_strdup_printf ("was mixed %d hours ago", 72 + g_date_time_get_hour (now));
  later = g_strdup_printf ("was mixed %d hours ago", 71 + g_date_time_get_hour (now));
  g_assert_true (strstr (text, chip) != NULL || strstr (text, later) != NULL);
}

/* Amending keeps the vial, though it is empty by now, and its units go back into it first. */
static void
test_amend (GlaTestEditor *self,
            gconstpointer  data)
{
  g_autofree char *vial = receive (self, "0001", GLA_UNITS (46));
  g_autofree char *treatment = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaCycles) cycles = NULL;
  GlaVialEvent event = { .vial = vial, .kind = GLA_VIAL_EVENT_EMPTIED, .moment = "2026-11-23T09:00",
                         .units = GLA_UNITS_UNKNOWN };

  learn (self);
  open_new (self, GLA_TEST_PATIENT);
  gla_test_key ("Return");
  gla_test_scan (CODE "0001");
  gla_test_await_text (GTK_WIDGET (self->editor), "54 U left");
  gla_test_editor_save (self);
  treatment = g_strdup (self->saved);
  {
    g_autoptr (GlaStore) store = gla_store_open (self->record->path, GLA_STORE_DEFAULT, &error);

    gla_store_add_vial_event (store, &event, NULL, &error);
    g_assert_no_error (error);
  }
  cycles = gla_test_editor_read_cycles (self, GLA_TEST_PATIENT);
  gla_test_editor_open (self, gla_treatment_editor_new (self->record->context, cycles, treatment));
  g_assert_true (gla_test_has_text (GTK_WIDGET (self->editor), "0 U left"));
  gla_test_key ("Return");
  gla_test_key ("Down");
  gla_test_await_text (GTK_WIDGET (self->editor), "53 U ONA");
  g_assert_false (gla_test_has_text (GTK_WIDGET (self->editor), "Choose a second vial"));
  gla_test_editor_save_change (self, "misread");
  g_assert_cmpint (get_left (self, vial), ==, GLA_UNITS (1));
}

int
main (int    argc,
      char **argv)
{
  gla_test_ui_init (&argc, &argv);
  gla_ui_register_resource ();

#define ADD(path, func)                                                                            \
  g_test_add ("/pages/treatment-vials/" path, GlaTestEditor, NULL, gla_test_editor_set_up, func,   \
              gla_test_editor_tear_down)
  ADD ("scan", test_scan);
  ADD ("other-product", test_other_product);
  ADD ("learn", test_learn);
  ADD ("unreadable", test_unreadable);
  ADD ("overdraw", test_overdraw);
  ADD ("mix", test_mix);
  ADD ("mixed-elsewhere", test_mixed_elsewhere);
  ADD ("amend", test_amend);
  return g_test_run ();
}
