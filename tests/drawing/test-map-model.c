/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-map-model.h"

typedef struct
{
  GlaMapModel *model;
  guint n_changes;
} Fixture;

static void
changed_cb (Fixture *self)
{
  self->n_changes++;
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->model = gla_map_model_new ();
  g_signal_connect_swapped (self->model, "changed", G_CALLBACK (changed_cb), self);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_assert_finalize_object (self->model);
}

static guint
add (Fixture    *self,
     const char *area,
     GlaSide     side,
     const char *view,
     int         x,
     GlaUnits    units)
{
  GlaMapMark mark = { area, side, 0, { view, x, 400, units } };

  return gla_map_model_add (self->model, &mark, 1);
}

/* All marks in one text, to compare states. */
static char *
describe (Fixture *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < gla_map_model_get_n_marks (self->model); i++)
    {
      const GlaMapMark *mark = gla_map_model_get_mark (self->model, i);
      g_autofree char *units = gla_units_to_text (mark->point.units);

      g_string_append_printf (text, "%s%s/%d/%u %s %d,%d %s", i > 0 ? "; " : "", mark->area,
                              mark->side, mark->source, mark->point.view, mark->point.x,
                              mark->point.y, units);
    }
  return g_string_free (text, FALSE);
}

static void
assert_state (Fixture    *self,
              const char *expected)
{
  g_autofree char *state = describe (self);

  g_assert_cmpstr (state, ==, expected);
}

static void
test_edit (Fixture       *self,
           gconstpointer  data)
{
  guint index = add (self, "GLAB", GLA_SIDE_BOTH, "front", 500, 400);
  GlaUnits units;

  gla_map_model_move (self->model, index, 510, -20, FALSE);
  gla_map_model_set_units (self->model, index, 250, FALSE);
  assert_state (self, "GLAB/0/0 front 510,0 2.5");
  g_assert_cmpuint (self->n_changes, ==, 3);
  /* Nothing changed is no step. */
  gla_map_model_move (self->model, index, 510, 0, FALSE);
  gla_map_model_set_units (self->model, index, 250, FALSE);
  g_assert_cmpuint (self->n_changes, ==, 3);
  g_assert_cmpuint (gla_map_model_get_total (self->model, "GLAB", GLA_SIDE_BOTH, 0, &units), ==, 1);
  g_assert_cmpint (units, ==, 250);
  g_assert_cmpuint (gla_map_model_get_total (self->model, "GLAB", GLA_SIDE_BOTH, 1, &units), ==, 0);
  g_assert_cmpint (units, ==, GLA_UNITS_UNKNOWN);
  gla_map_model_remove (self->model, index);
  assert_state (self, "");
}

/* One unknown amount makes the sum unknown. */
static void
test_unknown (Fixture       *self,
              gconstpointer  data)
{
  GlaUnits units;

  add (self, "LCL", GLA_SIDE_LEFT, "front", 700, 400);
  add (self, "LCL", GLA_SIDE_LEFT, "front", 720, GLA_UNITS_UNKNOWN);
  g_assert_cmpuint (gla_map_model_get_total (self->model, "LCL", GLA_SIDE_LEFT, 0, &units), ==, 2);
  g_assert_cmpint (units, ==, GLA_UNITS_UNKNOWN);
}

static void
test_undo (Fixture       *self,
           gconstpointer  data)
{
  g_assert_false (gla_map_model_can_undo (self->model));
  add (self, "GLAB", GLA_SIDE_BOTH, "front", 500, 400);
  gla_map_model_set_units (self->model, 0, 100, FALSE);
  gla_map_model_set_units (self->model, 0, 1200, TRUE);   /* typed on: one step */
  gla_map_model_move (self->model, 0, 505, 400, FALSE);
  gla_map_model_move (self->model, 0, 530, 410, TRUE);
  assert_state (self, "GLAB/0/0 front 530,410 12");

  gla_map_model_undo (self->model);
  assert_state (self, "GLAB/0/0 front 500,400 12");
  gla_map_model_undo (self->model);
  assert_state (self, "GLAB/0/0 front 500,400 4");
  gla_map_model_redo (self->model);
  assert_state (self, "GLAB/0/0 front 500,400 12");
  gla_map_model_undo (self->model);
  gla_map_model_undo (self->model);
  assert_state (self, "");
  g_assert_false (gla_map_model_can_undo (self->model));
  gla_map_model_undo (self->model);
  assert_state (self, "");

  gla_map_model_redo (self->model);
  gla_map_model_redo (self->model);
  gla_map_model_redo (self->model);
  assert_state (self, "GLAB/0/0 front 530,410 12");
  g_assert_false (gla_map_model_can_redo (self->model));

  /* A new step ends what could be done again. */
  gla_map_model_undo (self->model);
  gla_map_model_remove (self->model, 0);
  g_assert_false (gla_map_model_can_redo (self->model));
}

static void
test_load (Fixture       *self,
           gconstpointer  data)
{
  GlaMapMark mark = { "MENT", GLA_SIDE_BOTH, 0, { "front", 500, 846, 400 } };

  add (self, "GLAB", GLA_SIDE_BOTH, "front", 500, 400);
  gla_map_model_replace (self->model, &mark, 1);
  assert_state (self, "MENT/0/0 front 500,846 4");
  gla_map_model_undo (self->model);
  assert_state (self, "GLAB/0/0 front 500,400 4");
  gla_map_model_load (self->model, &mark, 1);
  g_assert_false (gla_map_model_can_undo (self->model));
  g_assert_false (gla_map_model_can_redo (self->model));
  gla_map_model_load (self->model, NULL, 0);
  assert_state (self, "");
}

static void
test_total (Fixture       *self,
            gconstpointer  data)
{
  for (int i = 0; i < 4; i++)
    add (self, "PERIORAL", GLA_SIDE_BOTH, "front", 400 + i, 200);
  add (self, "MENT", GLA_SIDE_BOTH, "front", 500, 400);
  gla_map_model_set_total (self->model, "PERIORAL", GLA_SIDE_BOTH, 0, 750);
  assert_state (self, "PERIORAL/0/0 front 400,400 2; PERIORAL/0/0 front 401,400 2; "
                      "PERIORAL/0/0 front 402,400 2; PERIORAL/0/0 front 403,400 1.5; "
                      "MENT/0/0 front 500,400 4");
  gla_map_model_undo (self->model);
  gla_map_model_remove_area (self->model, "PERIORAL", GLA_SIDE_BOTH, 0);
  assert_state (self, "MENT/0/0 front 500,400 4");
  self->n_changes = 0;
  gla_map_model_set_total (self->model, "PERIORAL", GLA_SIDE_BOTH, 0, 100);
  gla_map_model_remove_area (self->model, "PERIORAL", GLA_SIDE_BOTH, 0);
  g_assert_cmpuint (self->n_changes, ==, 0);
}

static void
test_mirror_sides (Fixture       *self,
                   gconstpointer  data)
{
  add (self, "LCL", GLA_SIDE_LEFT, "front", 700, 400);
  add (self, "LCL", GLA_SIDE_RIGHT, "front", 310, 100);
  add (self, "LCL", GLA_SIDE_LEFT, "left", 550, 300);
  add (self, "MENT", GLA_SIDE_BOTH, "front", 500, 200);
  g_assert_true (gla_map_model_mirror (self->model, 0));
  /* The points of the right are replaced, and the other oblique view is used. */
  assert_state (self, "LCL/1/0 front 700,400 4; LCL/1/0 left 550,400 3; MENT/0/0 front 500,400 2; "
                      "LCL/2/0 front 300,400 4; LCL/2/0 right 450,400 3");
  gla_map_model_undo (self->model);
  g_assert_cmpuint (gla_map_model_get_n_marks (self->model), ==, 4);
}

/* An area without sides: one half of it is copied, the midline stays. */
static void
test_mirror_half (Fixture       *self,
                  gconstpointer  data)
{
  add (self, "GLAB", GLA_SIDE_BOTH, "front", 500, 400);
  add (self, "GLAB", GLA_SIDE_BOTH, "front", 440, 300);
  add (self, "GLAB", GLA_SIDE_BOTH, "front", 570, 200);
  add (self, "GLAB", GLA_SIDE_BOTH, "front", 380, 250);
  g_assert_false (gla_map_model_mirror (self->model, 0));
  g_assert_true (gla_map_model_mirror (self->model, 1));
  assert_state (self, "GLAB/0/0 front 500,400 4; GLAB/0/0 front 440,400 3; "
                      "GLAB/0/0 front 380,400 2.5; GLAB/0/0 front 560,400 3; "
                      "GLAB/0/0 front 620,400 2.5");
}

/* Steps at random: undoing all of them gives the beginning, redoing all the end. */
static void
test_random (Fixture       *self,
             gconstpointer  data)
{
  static const char *const areas[] = { "GLAB", "LCL", "MENT" };
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
  GRand *rand = g_rand_new_with_seed (7);

  g_ptr_array_add (states, describe (self));
  for (int step = 0; step < 150; step++)
    {
      guint n = gla_map_model_get_n_marks (self->model);
      guint index = n > 0 ? (guint) g_rand_int_range (rand, 0, (int) n) : 0;
      int what = n > 0 && n < 60 ? g_rand_int_range (rand, 0, 5) : n == 0 ? 0 : 1;
      g_autofree char *state = NULL;

      if (what == 0)
        add (self, areas[g_rand_int_range (rand, 0, 3)],
             (GlaSide) g_rand_int_range (rand, 0, 3), "front", g_rand_int_range (rand, 0, 1001),
             g_rand_int_range (rand, 0, 1000));
      else if (what == 1)
        gla_map_model_remove (self->model, index);
      else if (what == 2)
        gla_map_model_move (self->model, index, g_rand_int_range (rand, 0, 1001), 100 + step, FALSE);
      else if (what == 3)
        gla_map_model_set_units (self->model, index, 2000 + step, FALSE);
      else if (!gla_map_model_mirror (self->model, index))
        continue;
      g_ptr_array_add (states, describe (self));
    }
  for (guint i = states->len - 1; i > 0; i--)
    {
      assert_state (self, g_ptr_array_index (states, i));
      gla_map_model_undo (self->model);
    }
  for (guint i = 0; i + 1 < states->len; i++)
    {
      assert_state (self, g_ptr_array_index (states, i));
      gla_map_model_redo (self->model);
    }
  assert_state (self, g_ptr_array_index (states, states->len - 1));
  g_assert_false (gla_map_model_can_redo (self->model));
  g_rand_free (rand);
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/map-model/edit", test_edit },
    { "/map-model/unknown", test_unknown },
    { "/map-model/undo", test_undo },
    { "/map-model/load", test_load },
    { "/map-model/total", test_total },
    { "/map-model/mirror-sides", test_mirror_sides },
    { "/map-model/mirror-half", test_mirror_half },
    { "/map-model/random", test_random },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
