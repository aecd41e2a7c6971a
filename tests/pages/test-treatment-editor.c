/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-identifier.h"
#include "gla-store-read.h"
#include "gla-test-editor.h"
#include "gla-test-ui.h"
#include "gla-treatment-editor.h"
#include "gla-ui-resource.h"

static void
open_new (GlaTestEditor *self,
          const char    *patient)
{
  g_autoptr (GlaCycles) cycles = gla_test_editor_read_cycles (self, patient);

  gla_test_editor_open (self, gla_treatment_editor_new (self->record->context, cycles, NULL));
}

static void
open_amend (GlaTestEditor *self,
            const char    *treatment)
{
  g_autoptr (GlaCycles) cycles = gla_test_editor_read_cycles (self, GLA_TEST_PATIENT);

  gla_test_editor_open (self, gla_treatment_editor_new (self->record->context, cycles, treatment));
}

static const GlaInjection *
get_injection (const GlaHistory *history,
               const char       *treatment,
               guint             index)
{
  guint first, count = gla_history_get_injections (history, treatment, &first);

  g_assert_cmpuint (index, <, count);
  return history->injections->pdata[first + index];
}

/* As a scanner does: without a key. */
static void
give_lot (GlaTestEditor *self,
          const char    *lot)
{
  GtkWidget *entry = gla_test_await (GTK_WIDGET (self->editor), "Lot, as on the carton");

  gtk_editable_set_text (GTK_EDITABLE (entry), lot);
}

/* Row 5 of the day in the clinic: chart the same as last time. The keys are counted
   from the open editor; Ctrl+I, which opens it, is one more. Without the lot it takes a
   reason and one key more. */
static void
test_same_as_last_time (GlaTestEditor *self,
                        gconstpointer  data)
{
  g_autoptr (GlaHistory) history = NULL;
  const GlaTreatment *treatment;
  const GlaInjection *injection;
  guint keys = 1;
  guint first;

  open_new (self, GLA_TEST_PATIENT);
  g_assert_true (gla_test_has_text (GTK_WIDGET (self->editor), "Repeat 12 Oct 2026"));
  gla_test_screenshot (GTK_WIDGET (self->editor), "treatment-new");
  gla_test_key ("Return");
  keys++;
  gla_test_await_text (GTK_WIDGET (self->editor), "54 U ONA");
  gla_test_screenshot (GTK_WIDGET (self->editor), "treatment-repeat");
  gla_test_editor_save_reason (self, "carton thrown away");
  keys += 2;
  g_test_message ("chart same as last time: %u keys, without the lot", keys);
  g_assert_cmpuint (keys, <=, 4);

  history = gla_test_editor_read_history (self, GLA_TEST_PATIENT);
  treatment = gla_history_find_treatment (history, self->saved);
  g_assert_nonnull (treatment);
  g_assert_cmpint (treatment->day, ==, gla_day_new (2026, 11, 23));
  g_assert_cmpint (treatment->precision, ==, GLA_DAY_EXACT);
  g_assert_cmpint (treatment->reason, ==, GLA_VISIT_REASON_UNKNOWN);
  g_assert_cmpuint (gla_history_get_injections (history, self->saved, &first), ==, 4);
  injection = get_injection (history, self->saved, 0);
  g_assert_cmpstr (injection->area, ==, "GLAB");
  g_assert_cmpint (injection->units, ==, GLA_UNITS (20));
  g_assert_cmpint (injection->points, ==, 5);
  g_assert_cmpstr (injection->product, ==, "ona");
  /* The lot is that of the day and must not be taken over. */
  g_assert_null (injection->lot);
  g_assert_cmpint (get_injection (history, self->saved, 2)->side, ==, GLA_SIDE_LEFT);
  g_assert_cmpint (get_injection (history, self->saved, 3)->side, ==, GLA_SIDE_RIGHT);
  gla_test_editor_assert_audit (self, "add", "treatment", NULL);
}

/* Why the patient came, and when the last effect wore off: one key each. */
static void
test_reason (GlaTestEditor *self,
             gconstpointer  data)
{
  g_autoptr (GlaHistory) before = gla_test_editor_read_history (self, GLA_TEST_PATIENT);
  g_autoptr (GlaHistory) history = NULL;
  const GlaReport *report = NULL;

  open_new (self, GLA_TEST_PATIENT);
  gla_test_key ("Return");
  gla_test_await_text (GTK_WIDGET (self->editor), "54 U ONA");
  gla_test_key ("<Alt>w");
  gla_test_key ("<Alt>o");
  gla_test_type ("11/2026");
  give_lot (self, "C4821A2");
  gla_test_editor_save (self);

  history = gla_test_editor_read_history (self, GLA_TEST_PATIENT);
  g_assert_cmpint (gla_history_find_treatment (history, self->saved)->reason, ==,
                   GLA_VISIT_REASON_WORE_OFF);
  g_assert_cmpuint (history->reports->len, ==, before->reports->len + 1);
  for (guint i = 0; i < history->reports->len; i++)
    if (((GlaReport *) history->reports->pdata[i])->day == gla_day_new (2026, 11, 15))
      report = history->reports->pdata[i];
  g_assert_nonnull (report);
  g_assert_cmpint (report->kind, ==, GLA_REPORT_WORN_OFF);
  g_assert_cmpint (report->precision, ==, GLA_DAY_MONTH);
}

/* Row 6 of the day in the clinic: a new pattern of three areas, typed. */
static void
test_new_pattern (GlaTestEditor *self,
                  gconstpointer  data)
{
  static const struct
  {
    const char *code;
    const char *units;
    const char *area;
  } rows[] = { { "gl", "20", "GLAB" }, { "fo", "10", "FRON" }, { "cf", "24", "LCL" } };
  g_autoptr (GlaHistory) history = NULL;
  guint keys = 1;
  guint first;

  open_new (self, GLA_TEST_EMPTY_PATIENT);
  give_lot (self, "C4821A2");
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gla_test_type (rows[i].code);
      gla_test_key ("Return");
      gla_test_type (rows[i].units);
      keys++;
      if (i + 1 < G_N_ELEMENTS (rows))
        {
          gla_test_key ("Return");
          keys++;
        }
    }
  gla_test_await_text (GTK_WIDGET (self->editor), "54 U of an unknown product");
  gla_test_screenshot (GTK_WIDGET (self->editor), "treatment-typed");
  gla_test_editor_save (self);
  keys++;
  g_test_message ("chart a new pattern of 3 areas: %u keys and 12 letters and digits", keys);
  g_assert_cmpuint (keys, <=, 7);

  history = gla_test_editor_read_history (self, GLA_TEST_EMPTY_PATIENT);
  g_assert_cmpuint (gla_history_get_injections (history, self->saved, &first), ==, 3);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const GlaInjection *injection = get_injection (history, self->saved, i);

      g_assert_cmpstr (injection->area, ==, rows[i].area);
      g_assert_cmpint (injection->units, ==, g_ascii_strtoll (rows[i].units, NULL, 10) * 100);
      g_assert_cmpint (injection->points, ==, 0);
      g_assert_null (injection->product);
    }
}

/* What was typed outlives a closed window, is offered again, and can be thrown away. */
static void
test_draft (GlaTestEditor *self,
            gconstpointer  data)
{
  static const char *const back = "What you typed before was brought back. It is not saved yet.";

  open_new (self, GLA_TEST_EMPTY_PATIENT);
  g_assert_false (gla_test_has_text (GTK_WIDGET (self->editor), back));
  gla_test_type ("gl");
  gla_test_key ("Return");
  gla_test_type ("20");
  /* At once: not a moment later, when the draft would have been written anyway. */
  gla_test_editor_close (self);

  open_new (self, GLA_TEST_EMPTY_PATIENT);
  gla_test_await_text (GTK_WIDGET (self->editor), back);
  gla_test_await_text (GTK_WIDGET (self->editor), "20 U of an unknown product");
  gla_test_screenshot (GTK_WIDGET (self->editor), "treatment-draft");
  /* Destroyed without being closed, as when the main window goes. */
  gtk_window_destroy (self->editor);
  g_assert_null (self->editor);
  gla_test_editor_wait_worker (self);

  open_new (self, GLA_TEST_EMPTY_PATIENT);
  gla_test_await_text (GTK_WIDGET (self->editor), back);
  gla_test_press (GTK_WIDGET (self->editor), "Start Anew");
  gla_test_spin (20);
  g_assert_false (gla_test_has_text (GTK_WIDGET (self->editor), "20 U of an unknown product"));
  gla_test_editor_close (self);

  open_new (self, GLA_TEST_EMPTY_PATIENT);
  g_assert_false (gla_test_has_text (GTK_WIDGET (self->editor), back));
}

/* A draft is dropped by saving, though the last key came right before. */
static void
test_saved_draft (GlaTestEditor *self,
                  gconstpointer  data)
{
  open_new (self, GLA_TEST_EMPTY_PATIENT);
  gla_test_type ("gl");
  gla_test_editor_save_reason (self, "not asked");
  gla_test_spin (400);
  gla_test_editor_wait_worker (self);
  {
    g_autoptr (GError) error = NULL;
    g_autofree char *draft = gla_store_get_draft (
      gla_context_get_reader (self->record->context), "treatment", GLA_TEST_EMPTY_PATIENT, &error);

    g_assert_no_error (error);
    g_assert_null (draft);
  }
}

static void
test_fault (GlaTestEditor *self,
            gconstpointer  data)
{
  open_new (self, GLA_TEST_EMPTY_PATIENT);
  g_assert_false (gla_test_has_text (GTK_WIDGET (self->editor), "Give at least one area."));
  gla_test_key ("<Control>Return");
  gla_test_await_text (GTK_WIDGET (self->editor), "Give at least one area.");
  gla_test_screenshot (GTK_WIDGET (self->editor), "treatment-fault");
  /* The keyboard is where it was, and the fault goes as soon as it is mended. */
  gla_test_type ("gl");
  gla_test_key ("Tab");
  g_assert_false (gla_test_has_text (GTK_WIDGET (self->editor), "Give at least one area."));
  g_assert_cmpuint (self->n_saved, ==, 0);
}

static void
test_amend (GlaTestEditor *self,
            gconstpointer  data)
{
  g_autofree char *id = gla_identifier_from_text ("2026-10-12");
  g_autoptr (GlaHistory) before = gla_test_editor_read_history (self, GLA_TEST_PATIENT);
  g_autoptr (GlaHistory) after = NULL;
  gint64 revision = gla_history_find_treatment (before, id)->revision;
  guint first;

  open_amend (self, id);
  g_assert_true (gla_test_has_text (GTK_WIDGET (self->editor), "Edit Treatment"));
  g_assert_true (gla_test_has_text (GTK_WIDGET (self->editor), "Frowns strongly to the left."));
  g_assert_true (gla_test_has_text (GTK_WIDGET (self->editor), "C4821A2"));
  /* The grades of that day are records of their own, and there already. */
  g_assert_true (gla_test_has_text (GTK_WIDGET (self->editor), "recorded: 3"));
  gla_test_screenshot (GTK_WIDGET (self->editor), "treatment-amend");
  /* From the first area to its units, one more than there were. */
  gla_test_key ("Return");
  gla_test_key ("Up");
  gla_test_await_text (GTK_WIDGET (self->editor), "55 U ONA");
  gla_test_editor_save_change (self, "misread");

  after = gla_test_editor_read_history (self, GLA_TEST_PATIENT);
  g_assert_cmpstr (self->saved, ==, id);
  g_assert_cmpuint (gla_history_get_injections (after, id, &first), ==, 4);
  g_assert_cmpint (get_injection (after, id, 0)->units, ==, GLA_UNITS (21));
  g_assert_cmpstr (get_injection (after, id, 0)->lot, ==, "C4821A2");
  g_assert_cmpint (get_injection (after, id, 0)->points, ==, 5);
  g_assert_cmpint (gla_history_find_treatment (after, id)->revision, ==, revision + 1);
  g_assert_cmpuint (after->assessments->len, ==, before->assessments->len);
  gla_test_editor_assert_audit (self, "amend", "treatment", "misread");
}

static void
open_how (GlaTestEditor *self,
          const char    *area)
{
  g_autofree char *label = g_strdup_printf ("Depth, needle and technique, %s", area);

  gtk_widget_grab_focus (gla_test_await (GTK_WIDGET (self->editor), label));
  gla_test_key ("Return");
}

/* Depth and needle behind a button, carried by Repeat, and offered again as they were written. */
static void
test_how (GlaTestEditor *self,
          gconstpointer  data)
{
  g_autoptr (GlaHistory) history = NULL;
  const GlaInjection *injection;

  open_new (self, GLA_TEST_PATIENT);
  gla_test_key ("Return");
  gla_test_await_text (GTK_WIDGET (self->editor), "54 U ONA");
  open_how (self, "Glabella");
  gtk_widget_grab_focus (gla_test_await (GTK_WIDGET (self->editor), "Depth"));
  gla_test_type ("dermal");
  gla_test_key ("Return");
  gla_test_type ("30G");
  gla_test_key ("Return");
  gla_test_key ("Return");
  gla_test_await_text (GTK_WIDGET (self->editor), "dermal · 30G");
  gla_test_screenshot (GTK_WIDGET (self->editor), "treatment-how");
  gla_test_editor_save_reason (self, "carton thrown away");
  history = gla_test_editor_read_history (self, GLA_TEST_PATIENT);
  injection = get_injection (history, self->saved, 0);
  g_assert_cmpstr (injection->depth, ==, "dermal");
  g_assert_cmpstr (injection->needle, ==, "30G");
  g_assert_null (injection->technique);
  g_assert_null (get_injection (history, self->saved, 1)->depth);

  open_new (self, GLA_TEST_PATIENT);
  gla_test_key ("Return");
  gla_test_await_text (GTK_WIDGET (self->editor), "dermal · 30G");
  open_how (self, "Forehead");
  gla_test_press (GTK_WIDGET (self->editor), "30G");
  gla_test_key ("Escape");
  gla_test_await_text (GTK_WIDGET (self->editor), "30G");
  gla_test_editor_wait_worker (self);
}

/* Units of two products stand beside each other, and each row names its vial. */
static void
test_two_products (GlaTestEditor *self,
                   gconstpointer  data)
{
  g_autofree char *id = gla_identifier_from_text ("2026-04-13");

  open_amend (self, id);
  gla_test_await_text (GTK_WIDGET (self->editor), "34 U ONA and 60 U ABO");
  g_assert_true (gla_test_has_text (GTK_WIDGET (self->editor), "ABO · D7731"));
  gla_test_screenshot (GTK_WIDGET (self->editor), "treatment-two-products");
}

int
main (int    argc,
      char **argv)
{
  gla_test_ui_init (&argc, &argv);
  gla_ui_register_resource ();

#define ADD(path, func)                                                                            \
  g_test_add ("/pages/treatment-editor/" path, GlaTestEditor, NULL, gla_test_editor_set_up, func,  \
              gla_test_editor_tear_down)
  ADD ("same-as-last-time", test_same_as_last_time);
  ADD ("reason", test_reason);
  ADD ("new-pattern", test_new_pattern);
  ADD ("draft", test_draft);
  ADD ("saved-draft", test_saved_draft);
  ADD ("fault", test_fault);
  ADD ("amend", test_amend);
  ADD ("two-products", test_two_products);
  ADD ("how", test_how);
  return g_test_run ();
}
