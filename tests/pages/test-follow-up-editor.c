/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-follow-up-editor.h"
#include "gla-identifier.h"
#include "gla-test-editor.h"
#include "gla-test-ui.h"
#include "gla-ui-resource.h"

#define OSEI "aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa"

static void
open_editor (GlaTestEditor *self)
{
  g_autoptr (GlaCycles) cycles = gla_test_editor_read_cycles (self, GLA_TEST_PATIENT);

  gla_test_editor_open (self, gla_follow_up_editor_new (self->record->context, cycles));
}

/* The assessments of today, by area. */
static const GlaAssessment *
find_today (const GlaHistory *history,
            const char       *area)
{
  for (guint i = 0; i < history->assessments->len; i++)
    {
      const GlaAssessment *assessment = history->assessments->pdata[i];

      if (assessment->day == gla_day_new (2026, 11, 23) && g_str_equal (assessment->area, area))
        return assessment;
    }
  return NULL;
}

static void
assert_grades (const GlaHistory *history,
               const char       *area,
               int               at_maximum,
               int               at_rest)
{
  const GlaAssessment *assessment = find_today (history, area);

  g_assert_nonnull (assessment);
  g_assert_cmpint (assessment->at_maximum, ==, at_maximum);
  g_assert_cmpint (assessment->at_rest, ==, at_rest);
  g_assert_cmpstr (assessment->staff, ==, OSEI);
}

/* Row 7 of the day in the clinic: two digits an area, then Ctrl+Enter. Ctrl+U, which
   opens the editor, is one more key. */
static void
test_review (GlaTestEditor *self,
             gconstpointer  data)
{
  static const char digits[] = "211020";
  g_autoptr (GlaHistory) history = NULL;
  guint keys = 1;

  open_editor (self);
  gla_test_screenshot (GTK_WIDGET (self->editor), "follow-up-new");
  gla_test_type (digits);
  gla_test_screenshot (GTK_WIDGET (self->editor), "follow-up-graded");
  gla_test_editor_save (self);
  keys++;
  g_test_message ("record a review of 3 areas: %u keys and %u digits", keys,
                  (guint) strlen (digits));
  g_assert_cmpuint (keys, <=, 2);

  history = gla_test_editor_read_history (self, GLA_TEST_PATIENT);
  assert_grades (history, "FRON", 2, 1);
  assert_grades (history, "GLAB", 1, 0);
  assert_grades (history, "LCL", 2, 0);
  gla_test_editor_assert_audit (self, "add", "assessment", NULL);
}

int
main (int    argc,
      char **argv)
{
  gla_test_ui_init (&argc, &argv);
  gla_ui_register_resource ();

#define ADD(path, func)                                                                            \
  g_test_add ("/pages/follow-up-editor/" path, GlaTestEditor, NULL, gla_test_editor_set_up, func,  \
              gla_test_editor_tear_down)
  ADD ("review", test_review);
  return g_test_run ();
}
