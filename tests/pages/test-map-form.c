/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-map-form.h"

#define GLAB_MAP "front 500,446,400 438,408,400 562,408,400"
#define LCL_MAP "front 758,468,400 755,430,450"

static GlaTreatmentForm *
make_form (void)
{
  GlaTreatmentForm *form = gla_treatment_form_new (gla_day_new (2026, 11, 23));

  gla_treatment_form_add_source (form, NULL, "ona", NULL);
  gla_treatment_form_add_injection (form, &(GlaFormInjection) {
    .area = (char *) "GLAB", .units = 1200, .points = 3, .map = (char *) GLAB_MAP });
  gla_treatment_form_add_injection (form, &(GlaFormInjection) {
    .area = (char *) "LCL", .side = GLA_SIDE_LEFT, .units = 850, .points = 2,
    .map = (char *) LCL_MAP });
  gla_treatment_form_add_injection (form, &(GlaFormInjection) {
    .area = (char *) "FRON", .units = 1000 });
  return form;
}

static GlaMapModel *
make_model (const GlaTreatmentForm *form)
{
  g_autoptr (GArray) marks = gla_map_form_make_marks (form);
  GlaMapModel *model = gla_map_model_new ();

  gla_map_model_load (model, (GlaMapMark *) (gpointer) marks->data, marks->len);
  return model;
}

static const GlaFormInjection *
get_row (const GlaTreatmentForm *form,
         guint                   index)
{
  g_assert_cmpuint (index, <, form->injections->len);
  return form->injections->pdata[index];
}

static void
test_marks (void)
{
  g_autoptr (GlaTreatmentForm) form = make_form ();
  g_autoptr (GArray) marks = gla_map_form_make_marks (form);
  g_autoptr (GArray) totals = gla_map_form_make_totals (form);
  const GlaMapMark *last = &g_array_index (marks, GlaMapMark, 4);

  g_assert_cmpuint (marks->len, ==, 5);
  g_assert_cmpstr (last->area, ==, "LCL");
  g_assert_cmpint (last->side, ==, GLA_SIDE_LEFT);
  g_assert_cmpint (last->point.units, ==, 450);
  g_assert_cmpuint (totals->len, ==, 1);
  g_assert_cmpstr (g_array_index (totals, GlaMapTotal, 0).area, ==, "FRON");
}

/* Reading and writing back changes nothing. */
static void
test_write (void)
{
  g_autoptr (GlaTreatmentForm) form = make_form ();
  g_autoptr (GlaMapModel) model = make_model (form);

  gla_map_form_write (form, model);
  g_assert_cmpstr (get_row (form, 0)->map, ==, GLAB_MAP);
  g_assert_cmpstr (get_row (form, 1)->map, ==, LCL_MAP);
  g_assert_null (get_row (form, 2)->map);
}

/* Units change, a point is added, an area is new, another one is gone. */
static void
test_take (void)
{
  g_autoptr (GlaTreatmentForm) form = make_form ();
  g_autoptr (GArray) before = gla_map_form_make_marks (form);
  g_autoptr (GlaMapModel) model = make_model (form);
  const GlaMapMark chin = { "MENT", GLA_SIDE_BOTH, 0, { "front", 500, 846, 600 } };

  gla_map_model_set_units (model, 0, 500, FALSE);
  gla_map_model_add (model, &chin, 1);
  gla_map_model_remove_area (model, "LCL", GLA_SIDE_LEFT, 0);
  gla_map_form_take (form, model, before);
  g_assert_cmpuint (form->injections->len, ==, 3);
  g_assert_cmpint (get_row (form, 0)->units, ==, 1300);
  g_assert_cmpint (get_row (form, 0)->points, ==, 3);
  g_assert_cmpstr (get_row (form, 1)->area, ==, "FRON");   /* never had points: stays */
  g_assert_cmpint (get_row (form, 1)->units, ==, 1000);
  g_assert_cmpstr (get_row (form, 2)->area, ==, "MENT");
  g_assert_cmpint (get_row (form, 2)->units, ==, 600);
  g_assert_cmpint (get_row (form, 2)->points, ==, 1);
  g_assert_cmpstr (get_row (form, 2)->map, ==, "front 500,846,600");
}

/* Points in an area that was typed without any: the row is theirs from now on. */
static void
test_take_over (void)
{
  g_autoptr (GlaTreatmentForm) form = make_form ();
  g_autoptr (GArray) before = gla_map_form_make_marks (form);
  g_autoptr (GlaMapModel) model = make_model (form);
  const GlaMapMark mark = { "FRON", GLA_SIDE_BOTH, 0, { "front", 500, 284, 200 } };

  gla_map_model_add (model, &mark, 1);
  gla_map_form_take (form, model, before);
  g_assert_cmpuint (form->injections->len, ==, 3);
  g_assert_cmpint (get_row (form, 2)->units, ==, 200);
  g_assert_cmpint (get_row (form, 2)->points, ==, 1);
}

static void
test_follow (void)
{
  g_autoptr (GlaTreatmentForm) form = make_form ();
  g_autoptr (GlaMapModel) model = make_model (form);
  GlaUnits units;

  /* Nothing changed. */
  gla_map_form_follow (model, form);
  g_assert_false (gla_map_model_can_undo (model));

  /* Units are shared out; the other row is not touched. */
  ((GlaFormInjection *) form->injections->pdata[0])->units = 1000;
  gla_map_form_follow (model, form);
  g_assert_cmpint (gla_map_model_get_mark (model, 0)->point.units, ==, 400);
  g_assert_cmpint (gla_map_model_get_mark (model, 2)->point.units, ==, 300);
  g_assert_cmpint (gla_map_model_get_mark (model, 4)->point.units, ==, 450);

  /* Another number of points: those of the map are not the ones that are meant. */
  ((GlaFormInjection *) form->injections->pdata[0])->points = 4;
  gla_map_form_follow (model, form);
  g_assert_cmpuint (gla_map_model_get_total (model, "GLAB", GLA_SIDE_BOTH, 0, NULL), ==, 0);
  g_assert_cmpuint (gla_map_model_get_total (model, "LCL", GLA_SIDE_LEFT, 0, &units), ==, 2);
  g_assert_cmpint (units, ==, 850);

  /* The row is gone, or of another vial. */
  ((GlaFormInjection *) form->injections->pdata[1])->source = 1;
  gla_map_form_follow (model, form);
  g_assert_cmpuint (gla_map_model_get_n_marks (model), ==, 0);

  /* All of it can be undone on the map. */
  gla_map_model_undo (model);
  gla_map_model_undo (model);
  gla_map_model_undo (model);
  gla_map_form_write (form, model);
  g_assert_cmpstr (get_row (form, 0)->map, ==, GLAB_MAP);
}

/* What is filled in outlives the window, is amended and repeated with its points. */
static void
test_kept (void)
{
  g_autoptr (GlaTreatmentForm) form = make_form ();
  g_autofree char *draft = gla_treatment_form_to_draft (form);
  g_autoptr (GlaTreatmentForm) back = gla_treatment_form_from_draft (draft);
  g_autoptr (GPtrArray) injections = gla_treatment_form_make_injections (form);

  g_assert_cmpstr (get_row (back, 0)->map, ==, GLAB_MAP);
  g_assert_null (get_row (back, 2)->map);
  g_assert_cmpstr (((GlaInjection *) injections->pdata[0])->map_view, ==, GLAB_MAP);
  g_assert_null (((GlaInjection *) injections->pdata[2])->map_view);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map-form/marks", test_marks);
  g_test_add_func ("/map-form/write", test_write);
  g_test_add_func ("/map-form/take", test_take);
  g_test_add_func ("/map-form/take-over", test_take_over);
  g_test_add_func ("/map-form/follow", test_follow);
  g_test_add_func ("/map-form/kept", test_kept);
  return g_test_run ();
}
