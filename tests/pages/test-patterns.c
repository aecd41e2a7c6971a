/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Patterns in New Treatment: kept, used by a key, renamed, removed and brought back. */

#include "config.h"

#include "gla-pattern-form.h"
#include "gla-small-form.h"
#include "gla-store-pattern.h"
#include "gla-test-editor.h"
#include "gla-test-ui.h"
#include "gla-treatment-editor.h"
#include "gla-ui-resource.h"

static void
open_editor (GlaTestEditor *self,
             const char    *patient)
{
  g_autoptr (GlaCycles) cycles = gla_test_editor_read_cycles (self, patient);

  gla_test_editor_open (self, gla_treatment_editor_new (self->record->context, cycles, NULL));
}

static GPtrArray *
list_patterns (GlaTestEditor *self)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *list = gla_store_list_patterns (gla_context_get_reader (self->record->context),
                                             gla_context_get_author (self->record->context),
                                             &error);

  g_assert_no_error (error);
  return list;
}

/* Keeps the treatment of the last time as a pattern of that name. */
static void
keep (GlaTestEditor *self,
      const char    *name)
{
  GtkWindow *form;

  open_editor (self, GLA_TEST_PATIENT);
  gla_test_key ("Return");
  gla_test_await_text (GTK_WIDGET (self->editor), "54 U ONA");
  gla_test_key ("<Alt>t");
  gla_test_await_text (GTK_WIDGET (self->editor), "No patterns yet.");
  gla_test_screenshot (GTK_WIDGET (self->editor), "patterns-empty");
  gla_test_press (GTK_WIDGET (self->editor), "Keep This Plan…");
  form = gla_test_await_window (GLA_TYPE_SMALL_FORM);
  gla_test_focus (form);
  gla_test_assert_named (GTK_WIDGET (form));
  gla_test_await_text (GTK_WIDGET (form), "54 U ONA: Glabella, Forehead, Crow's feet");
  gla_test_type (name);
  gla_test_key ("<Control>Return");
  gla_test_editor_wait_worker (self);
  gla_test_focus (self->editor);
}

/* A pattern is used by two keys for another patient, with its points. */
static void
test_use (GlaTestEditor *self,
          gconstpointer  data)
{
  g_autoptr (GPtrArray) list = NULL;
  const GlaPattern *pattern;
  guint acts = 0;

  keep (self, "Upper face");
  gla_test_editor_close (self);
  list = list_patterns (self);
  g_assert_cmpuint (list->len, ==, 1);
  pattern = list->pdata[0];
  g_assert_cmpstr (pattern->name, ==, "Upper face");
  g_assert_cmpstr (pattern->product, ==, "ona");
  g_assert_cmpstr (pattern->staff, ==, gla_context_get_author (self->record->context));
  g_assert_cmpstr (pattern->content, ==,
                   "GLAB both 2000 5\nFRON both 1000 5\nLCL left 1200 3\nLCL right 1200 3");

  open_editor (self, GLA_TEST_EMPTY_PATIENT);
  gla_test_key ("<Alt>t");
  acts++;
  gla_test_await_text (GTK_WIDGET (self->editor), "Upper face");
  gla_test_screenshot (GTK_WIDGET (self->editor), "patterns");
  gla_test_key ("1");
  acts++;
  gla_test_await_text (GTK_WIDGET (self->editor), "54 U ONA");
  g_test_message ("chart a kept pattern: %u acts after Ctrl+I", acts);
  g_assert_cmpuint (acts, <=, 2);
  gla_test_await (GTK_WIDGET (self->editor), "Units, Forehead");
}

/* A lot that was typed first stays: it is that of the product of the pattern. */
static void
test_lot (GlaTestEditor *self,
          gconstpointer  data)
{
  const GlaPattern pattern = { .name = "Frown", .product = "ona", .content = "GLAB both 2000 5" };
  GlaCatalogue *catalogue = gla_context_get_catalogue (self->record->context);
  g_autoptr (GlaTreatmentForm) form = gla_treatment_form_new (0);
  const GlaFormSource *source;

  gla_treatment_form_add_source (form, NULL, NULL, "C4821A2");
  gla_pattern_apply (&pattern, catalogue, form);
  g_assert_cmpuint (form->sources->len, ==, 1);
  source = form->sources->pdata[0];
  g_assert_cmpstr (source->product, ==, "ona");
  g_assert_cmpstr (source->lot, ==, "C4821A2");
  g_assert_cmpuint (form->injections->len, ==, 1);
}

static gboolean
has_no_pattern (gpointer data)
{
  g_autoptr (GPtrArray) list = list_patterns (data);

  return list->len == 0;
}

static gboolean
has_pattern (gpointer data)
{
  return !has_no_pattern (data);
}

/* Renamed in its place; removed with one press, and back with another. */
static void
test_change (GlaTestEditor *self,
             gconstpointer  data)
{
  GtkWindow *form;

  keep (self, "Upper face");
  gla_test_key ("<Alt>t");
  gla_test_press (GTK_WIDGET (self->editor), "Rename “Upper face”");
  form = gla_test_await_window (GLA_TYPE_SMALL_FORM);
  gla_test_focus (form);
  gla_test_key ("<Control>a");
  gla_test_type ("Soft");
  gla_test_key ("<Control>Return");
  gla_test_editor_wait_worker (self);
  gla_test_focus (self->editor);
  gla_test_key ("<Alt>t");
  gla_test_press (GTK_WIDGET (self->editor), "Remove “Soft”");
  g_assert_true (gla_test_wait (has_no_pattern, self, GLA_TEST_PATIENCE));
  gla_test_await_text (GTK_WIDGET (self->editor), "Pattern “Soft” removed");
  gla_test_screenshot (GTK_WIDGET (self->editor), "patterns-removed");
  gla_test_press (GTK_WIDGET (self->editor), "Undo");
  g_assert_true (gla_test_wait (has_pattern, self, GLA_TEST_PATIENCE));
}

/* Two vials of one product are one line of a pattern, also of one kept before. */
static void
test_two_vials (GlaTestEditor *self,
                gconstpointer  data)
{
  GlaCatalogue *catalogue = gla_context_get_catalogue (self->record->context);
  const GlaPattern old = { .name = "x", .product = "ona",
                           .content = "GLAB both 1200 3\nGLAB both 800 2" };
  g_autoptr (GlaTreatmentForm) form = gla_treatment_form_new (0);
  g_autofree char *content = NULL;
  g_autofree char *fault = NULL;
  const char *product;

  gla_treatment_form_add_source (form, NULL, "ona", "C4821A2");
  gla_treatment_form_add_source (form, NULL, "ona", "C4821A3");
  for (guint i = 0; i < 2; i++)
    gla_treatment_form_add_injection (form, &(GlaFormInjection) {
      .area = (char *) "GLAB", .source = i, .units = GLA_UNITS (10), .points = 2 });
  content = gla_pattern_from_form (form, &product);
  g_assert_cmpstr (content, ==, "GLAB both 2000 4");

  gla_pattern_apply (&old, catalogue, form);
  g_assert_cmpuint (form->injections->len, ==, 1);
  g_assert_cmpint (((GlaFormInjection *) form->injections->pdata[0])->units, ==, GLA_UNITS (20));
  fault = gla_treatment_form_find_fault (form, 0);
  g_assert_null (fault);
}

/* Units stay those of their product: they go to its source, or to a new one of it. */
static void
test_product (GlaTestEditor *self,
              gconstpointer  data)
{
  static const struct
  {
    const char *first;       /* products of the form, NULL: unknown */
    const char *second;
    const char *pattern;
    guint source;            /* to which the units go */
    const char *product;     /* of that source */
  } cases[] = {
    { "ona", "abo-p", "ona", 0, "ona" },
    { "ona", "abo-p", "abo-p", 1, "abo-p" },
    { "ona", NULL, NULL, 1, NULL },
    { "ona", "inco", "abo-p", 0, "abo-p" },
    { NULL, NULL, "ona", 0, "ona" },
  };
  GlaCatalogue *catalogue = gla_context_get_catalogue (self->record->context);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const GlaPattern pattern = { .name = "x", .product = cases[i].pattern,
                                   .content = "GLAB both 2000 5\nLCL left ? 3" };
      g_autoptr (GlaTreatmentForm) form = gla_treatment_form_new (GLA_DAY_NONE);
      const GlaFormInjection *injection;
      const GlaFormSource *source;
      const char *product;
      g_autofree char *content = NULL;

      gla_treatment_form_add_source (form, NULL, cases[i].first, NULL);
      gla_treatment_form_add_source (form, NULL, cases[i].second, NULL);
      gla_treatment_form_add_injection (form, &(GlaFormInjection) { .area = (char *) "MENT" });
      gla_pattern_apply (&pattern, catalogue, form);
      g_assert_cmpuint (form->injections->len, ==, 2);
      injection = form->injections->pdata[0];
      g_assert_cmpint (injection->units, ==, GLA_UNITS (20));
      g_assert_cmpuint (injection->source, ==, cases[i].source);
      source = form->sources->pdata[injection->source];
      g_assert_cmpstr (source->product, ==, cases[i].product);
      content = gla_pattern_from_form (form, &product);
      g_assert_cmpstr (content, ==, pattern.content);
      g_assert_cmpstr (product, ==, pattern.product);
    }
}

int
main (int    argc,
      char **argv)
{
  gla_test_ui_init (&argc, &argv);
  gla_ui_register_resource ();

#define ADD(path, func)                                                                            \
  g_test_add ("/pages/patterns/" path, GlaTestEditor, NULL, gla_test_editor_set_up, func,          \
              gla_test_editor_tear_down)
  ADD ("use", test_use);
  ADD ("change", test_change);
  ADD ("product", test_product);
  ADD ("lot", test_lot);
  ADD ("two-vials", test_two_vials);
  return g_test_run ();
}
