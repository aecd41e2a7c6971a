/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The editors of single records: treated elsewhere, adverse events, one grade. */

#include "config.h"

#include "gla-adverse-event-editor.h"
#include "gla-assessment-editor.h"
#include "gla-exposure-editor.h"
#include "gla-identifier.h"
#include "gla-test-editor.h"
#include "gla-test-ui.h"
#include "gla-ui-resource.h"

static void
open_exposure (GlaTestEditor *self,
               const char    *amend)
{
  g_autoptr (GlaCycles) cycles = gla_test_editor_read_cycles (self, GLA_TEST_PATIENT);

  gla_test_editor_open (self, gla_exposure_editor_new (self->record->context, cycles, amend));
}

static void
open_event (GlaTestEditor *self,
            const char    *amend)
{
  g_autoptr (GlaCycles) cycles = gla_test_editor_read_cycles (self, GLA_TEST_PATIENT);

  gla_test_editor_open (self, gla_adverse_event_editor_new (self->record->context, cycles, amend));
}

static const GlaExposure *
find_exposure (const GlaHistory *history,
               const char       *id)
{
  for (guint i = 0; i < history->exposures->len; i++)
    if (g_strcmp0 (((const GlaExposure *) history->exposures->pdata[i])->id, id) == 0)
      return history->exposures->pdata[i];
  return NULL;
}

static const GlaAdverseEvent *
find_event (const GlaHistory *history,
            const char       *id)
{
  for (guint i = 0; i < history->adverse_events->len; i++)
    if (g_strcmp0 (((const GlaAdverseEvent *) history->adverse_events->pdata[i])->id, id) == 0)
      return history->adverse_events->pdata[i];
  return NULL;
}

/* Moves on by Tab until the focus is inside the part called @label. */
static void
tab_to (GlaTestEditor *self,
        const char    *label)
{
  GtkWidget *part = gla_test_await (GTK_WIDGET (self->editor), label);

  for (int i = 0; i < 40; i++)
    {
      GtkWidget *focus = gtk_window_get_focus (self->editor);

      if ((focus == part && !GTK_IS_LIST_BOX_ROW (part)) ||
          (focus != NULL && gtk_widget_is_ancestor (focus, part)))
        return;
      gla_test_key ("Tab");
    }
  g_error ("“%s” is not reached by Tab", label);
}

static void
test_exposure_by_keyboard (GlaTestEditor *self,
                           gconstpointer  data)
{
  g_autoptr (GlaHistory) history = NULL;
  const GlaExposure *exposure;

  open_exposure (self, NULL);
  gla_test_type ("3/2025");
  gla_test_await_text (GTK_WIDGET (self->editor), "Mar 2025");
  tab_to (self, "Where");
  gla_test_type ("Izmir");
  tab_to (self, "What for: lines, migraine, sweating…");
  gla_test_type ("lines");
  tab_to (self, "Area");
  gla_test_type ("gl");
  gla_test_screenshot (GTK_WIDGET (self->editor), "exposure");
  /* What is typed is taken up by saving, without leaving the entry first. */
  gla_test_editor_save (self);

  history = gla_test_editor_read_history (self, GLA_TEST_PATIENT);
  exposure = find_exposure (history, self->saved);
  g_assert_nonnull (exposure);
  g_assert_cmpint (exposure->day, ==, gla_day_new (2025, 3, 15));
  g_assert_cmpint (exposure->precision, ==, GLA_DAY_MONTH);
  g_assert_cmpstr (exposure->place, ==, "Izmir");
  g_assert_cmpstr (exposure->indication, ==, "lines");
  g_assert_cmpstr (exposure->area, ==, "GLAB");
  g_assert_null (exposure->product);
  g_assert_cmpint (exposure->units, ==, GLA_UNITS_UNKNOWN);
  g_assert_cmpint (exposure->certainty, ==, GLA_CERTAINTY_TOLD);
  gla_test_editor_assert_audit (self, "add", "exposure", NULL);
}

static void
test_event_by_keyboard (GlaTestEditor *self,
                        gconstpointer  data)
{
  g_autoptr (GlaHistory) history = NULL;
  const GlaAdverseEvent *event;

  open_event (self, NULL);
  gla_test_screenshot (GTK_WIDGET (self->editor), "event-new");
  gla_test_type ("Drooping lid, left");
  gla_test_await_text (GTK_WIDGET (self->editor), "What to do now");
  gla_test_screenshot (GTK_WIDGET (self->editor), "event-guide");
  tab_to (self, "Began on about");
  gla_test_type ("20.10.2026");
  gla_test_editor_save (self);

  history = gla_test_editor_read_history (self, GLA_TEST_PATIENT);
  event = find_event (history, self->saved);
  g_assert_nonnull (event);
  g_assert_cmpstr (event->kind, ==, "Drooping lid, left");
}

static void
test_assessment (GlaTestEditor *self,
                 gconstpointer  data)
{
  g_autoptr (GlaCycles) cycles = gla_test_editor_read_cycles (self, GLA_TEST_PATIENT);
  GPtrArray *assessments = cycles->history->assessments;
  const GlaAssessment *last = assessments->pdata[assessments->len - 1];

  gla_test_editor_open (self, gla_assessment_editor_new (self->record->context, cycles, last->id));
  gla_test_screenshot (GTK_WIDGET (self->editor), "assessment");
}

int
main (int    argc,
      char **argv)
{
  gla_test_ui_init (&argc, &argv);
  gla_ui_register_resource ();

#define ADD(path, func)                                                                            \
  g_test_add ("/pages/record-editors/" path, GlaTestEditor, NULL, gla_test_editor_set_up, func,    \
              gla_test_editor_tear_down)
  ADD ("exposure-by-keyboard", test_exposure_by_keyboard);
  ADD ("event-by-keyboard", test_event_by_keyboard);
  ADD ("assessment", test_assessment);
  return g_test_run ();
}
