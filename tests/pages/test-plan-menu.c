/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A plan for one patient in New Treatment: kept, taken up on another day, given with a
   difference, removed and brought back. */

#include "config.h"

#include "gla-plan-form.h"
#include "gla-plan-table.h"
#include "gla-test-editor.h"
#include "gla-test-ui.h"
#include "gla-treatment-editor.h"
#include "gla-ui-resource.h"

static void
open_editor (GlaTestEditor *self)
{
  g_autoptr (GlaCycles) cycles = gla_test_editor_read_cycles (self, GLA_TEST_PATIENT);

  gla_test_editor_open (self, gla_treatment_editor_new (self->record->context, cycles, NULL));
}

static gboolean
has_open_plan (gpointer data)
{
  g_autoptr (GlaHistory) history = gla_test_editor_read_history (data, GLA_TEST_PATIENT);

  return gla_history_find_open_plan (history) != NULL;
}

static gboolean
has_no_open_plan (gpointer data)
{
  return !has_open_plan (data);
}

/* Keeps the treatment of the last time as a plan. */
static void
keep (GlaTestEditor *self)
{
  open_editor (self);
  gla_test_key ("<Alt>a");
  gla_test_await_text (GTK_WIDGET (self->editor), "No plan is open.");
  gla_test_key ("Escape");
  gla_test_press (GTK_WIDGET (self->editor), "Repeat 12 Oct 2026");
  gla_test_await_text (GTK_WIDGET (self->editor), "54 U ONA");
  gla_test_key ("<Alt>a");
  gla_test_press (GTK_WIDGET (self->editor), "Keep as Plan");
  gla_test_await_text (GTK_WIDGET (self->editor), "As planned on 23 Nov 2026.");
  g_assert_true (gla_test_wait (has_open_plan, self, GLA_TEST_PATIENCE));
}

/* A plan is no treatment; taken up with one key it is what was given is compared with. */
static void
test_given (GlaTestEditor *self,
            gconstpointer  data)
{
  g_autoptr (GlaHistory) before = gla_test_editor_read_history (self, GLA_TEST_PATIENT);
  g_autoptr (GlaCycles) cycles = gla_test_editor_read_cycles (self, GLA_TEST_PATIENT);
  g_autoptr (GlaHistory) planned = NULL;
  g_autoptr (GlaCycles) unchanged = NULL;
  g_autoptr (GlaHistory) given = NULL;
  g_autofree char *draft = NULL;
  const GlaTreatment *treatment;
  GtkWidget *units;
  GtkWindow *window;
  guint acts = 0;

  keep (self);
  gla_test_screenshot (GTK_WIDGET (self->editor), "plan-kept");
  gla_test_editor_close (self);
  planned = gla_test_editor_read_history (self, GLA_TEST_PATIENT);
  unchanged = gla_test_editor_read_cycles (self, GLA_TEST_PATIENT);
  g_assert_cmpuint (planned->treatments->len, ==, before->treatments->len);
  g_assert_cmpuint (unchanged->cycles->len, ==, cycles->cycles->len);
  g_assert_cmpstr (gla_history_find_open_plan (planned)->content, ==,
                   "= ona\nGLAB both 2000 5\nFRON both 1000 5\nLCL left 1200 3\n"
                   "LCL right 1200 3");
  /* It is not offered a second time as a draft. */
  draft = gla_store_get_draft (gla_context_get_reader (self->record->context), "treatment",
                               GLA_TEST_PATIENT, NULL);
  g_assert_null (draft);

  open_editor (self);
  g_assert_true (gla_test_has_text (GTK_WIDGET (self->editor), "Take Up 23 Nov 2026"));
  gla_test_screenshot (GTK_WIDGET (self->editor), "plan-open");
  gla_test_key ("Return");
  acts++;
  gla_test_await_text (GTK_WIDGET (self->editor), "As planned on 23 Nov 2026.");
  g_test_message ("take up a plan: %u act after Ctrl+I", acts);
  g_assert_cmpuint (acts, ==, 1);
  units = gla_test_await (GTK_WIDGET (self->editor), "Units, Glabella");
  gtk_widget_grab_focus (units);
  gla_test_key ("Up");
  gla_test_key ("Up");
  gla_test_await_text (GTK_WIDGET (self->editor), "+2 U");
  g_assert_true (gla_test_has_text (GTK_WIDGET (self->editor), "Unlike the plan of 23 Nov 2026"));
  gla_test_screenshot (GTK_WIDGET (self->editor), "plan-unlike");
  gla_test_editor_save_reason (self, "carton thrown away");

  given = gla_test_editor_read_history (self, GLA_TEST_PATIENT);
  treatment = gla_history_find_treatment (given, self->saved);
  g_assert_cmpstr (treatment->plan, ==, gla_history_find_open_plan (planned)->id);
  g_assert_null (gla_history_find_open_plan (given));
  window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_child (window,
                        gla_plan_table_new_for (given, treatment,
                                                gla_context_get_catalogue (
                                                  self->record->context)));
  gla_test_present (window);
  gla_test_await_text (GTK_WIDGET (window), "Unlike the plan of 23 Nov 2026");
  g_assert_true (gla_test_has_text (GTK_WIDGET (window), "20 U ONA, 5 points"));
  g_assert_true (gla_test_has_text (GTK_WIDGET (window), "22 U ONA, 5 points"));
  g_assert_true (gla_test_has_text (GTK_WIDGET (window), "+2 U"));
  /* Only what differs is listed. */
  g_assert_false (gla_test_has_text (GTK_WIDGET (window), "Forehead"));
  gla_test_destroy (window);
}

/* Another content, a removal, and both taken back. */
static void
test_change (GlaTestEditor *self,
             gconstpointer  data)
{
  g_autoptr (GlaHistory) history = NULL;
  GtkWidget *units;

  keep (self);
  units = gla_test_await (GTK_WIDGET (self->editor), "Units, Glabella");
  gtk_widget_grab_focus (units);
  gla_test_key ("Up");
  gla_test_await_text (GTK_WIDGET (self->editor), "+1 U");
  gla_test_key ("<Alt>a");
  gla_test_press (GTK_WIDGET (self->editor), "Change to What Is Filled In");
  gla_test_await_text (GTK_WIDGET (self->editor), "As planned on 23 Nov 2026.");
  history = gla_test_editor_read_history (self, GLA_TEST_PATIENT);
  g_assert_cmpuint (history->plans->len, ==, 1);
  g_assert_true (g_str_has_prefix (gla_history_find_open_plan (history)->content,
                                   "= ona\nGLAB both 2100 5\n"));
  gla_context_undo (self->record->context);
  gla_test_editor_wait_worker (self);
  g_clear_pointer (&history, gla_history_unref);
  history = gla_test_editor_read_history (self, GLA_TEST_PATIENT);
  g_assert_true (g_str_has_prefix (gla_history_find_open_plan (history)->content,
                                   "= ona\nGLAB both 2000 5\n"));
  gla_test_editor_close (self);

  open_editor (self);
  gla_test_key ("<Alt>a");
  gla_test_press (GTK_WIDGET (self->editor), "Remove Plan");
  g_assert_true (gla_test_wait (has_no_open_plan, self, GLA_TEST_PATIENCE));
  gla_test_await_text (GTK_WIDGET (self->editor), "Plan removed");
  gla_test_screenshot (GTK_WIDGET (self->editor), "plan-removed");
  gla_test_press (GTK_WIDGET (self->editor), "Undo");
  g_assert_true (gla_test_wait (has_open_plan, self, GLA_TEST_PATIENCE));
  gla_test_await_text (GTK_WIDGET (self->editor), "Take Up 23 Nov 2026");
}

/* Units go to the source of their product; one that nobody has given makes room. */
static void
test_sources (GlaTestEditor *self,
              gconstpointer  data)
{
  static const char *const content = "= ona\nGLAB both 2000 5\n= abo-p\nLCL left 3000 3";
  GlaCatalogue *catalogue = gla_context_get_catalogue (self->record->context);
  g_autoptr (GlaTreatmentForm) form = gla_treatment_form_new (0);
  g_autofree char *back = NULL;
  g_autofree char *words = NULL;

  gla_treatment_form_add_source (form, NULL, NULL, NULL);
  gla_treatment_form_add_source (form, NULL, "abo-p", "D7731");
  gla_plan_apply (content, catalogue, form);
  g_assert_cmpuint (form->sources->len, ==, 2);
  g_assert_cmpstr (((GlaFormSource *) form->sources->pdata[0])->product, ==, "ona");
  g_assert_cmpuint (((GlaFormInjection *) form->injections->pdata[0])->source, ==, 0);
  g_assert_cmpuint (((GlaFormInjection *) form->injections->pdata[1])->source, ==, 1);
  back = gla_plan_from_form (form);
  g_assert_cmpstr (back, ==, content);
  /* A lot that was given would be missed. */
  g_assert_false (gla_plan_is_all (content, form));
  words = gla_plan_describe (content, catalogue);
  g_assert_cmpstr (words, ==, "20 U ONA and 30 U ABO: Glabella, Crow's feet");
}

int
main (int    argc,
      char **argv)
{
  gla_test_ui_init (&argc, &argv);
  gla_ui_register_resource ();

#define ADD(path, func)                                                                            \
  g_test_add ("/pages/plan-menu/" path, GlaTestEditor, NULL, gla_test_editor_set_up, func,         \
              gla_test_editor_tear_down)
  ADD ("given", test_given);
  ADD ("change", test_change);
  ADD ("sources", test_sources);
  return g_test_run ();
}
