/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-identifier.h"
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

/* Row 5 of the day in the clinic: chart the same as last time. The keys are counted
   from the open editor; Ctrl+I, which opens it, is one more. */
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
  gla_test_editor_save (self);
  keys++;
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
  (void) open_amend;
  return g_test_run ();
}
