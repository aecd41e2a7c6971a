/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which days are visits, and which views they have, without a window. */

#include "config.h"

#include "gla-photo-pair.h"
#include "gla-photo-visits.h"

static GlaHistory *
make_history (void)
{
  GlaPatient patient = { .id = "p1", .number = "1", .family_name = "Kaya",
                         .birth_day = GLA_DAY_NONE };
  GlaTreatment treatments[] = {
    { .id = "t1", .patient = "p1", .day = gla_day_new (2026, 3, 2), .consent_day = GLA_DAY_NONE },
    { .id = "t2", .patient = "p1", .day = gla_day_new (2026, 8, 1), .precision = GLA_DAY_MONTH,
      .consent_day = GLA_DAY_NONE },
    { .id = "t3", .patient = "p1", .day = gla_day_new (2026, 10, 12), .consent_day = GLA_DAY_NONE },
  };
  GlaAssessment assessment = { .id = "a1", .patient = "p1", .area = "GLAB",
                               .day = gla_day_new (2026, 3, 16) };
  GlaHistory *history = gla_history_new (gla_patient_new (&patient));

  for (gsize i = 0; i < G_N_ELEMENTS (treatments); i++)
    gla_history_take_treatment (history, gla_treatment_new (&treatments[i]));
  gla_history_take_assessment (history, gla_assessment_new (&assessment));
  gla_history_finish (history);
  return history;
}

static void
add_photo (GPtrArray          *photos,
           const char         *id,
           GlaDay              day,
           GlaPhotoExpression  expression,
           GlaPhotoAngle       angle)
{
  GlaPhoto photo = { .id = id, .patient = "p1", .day = day, .expression = expression,
                     .angle = angle };

  g_ptr_array_add (photos, gla_photo_new (&photo));
}

static void
test_days (void)
{
  g_autoptr (GlaHistory) history = make_history ();
  g_autoptr (GPtrArray) photos
    = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_photo_unref);
  g_autoptr (GPtrArray) visits = NULL;
  const GlaDay expected[] = { gla_day_new (2026, 11, 23), gla_day_new (2026, 10, 12),
                              gla_day_new (2026, 9, 1), gla_day_new (2026, 3, 16),
                              gla_day_new (2026, 3, 2) };

  add_photo (photos, "f1", gla_day_new (2026, 9, 1), GLA_PHOTO_REST, GLA_PHOTO_FRONT);
  add_photo (photos, "f2", gla_day_new (2026, 10, 12), GLA_PHOTO_REST, GLA_PHOTO_FRONT);
  visits = gla_photo_visits_new (history, photos, gla_day_new (2026, 11, 23));
  g_assert_cmpuint (visits->len, ==, G_N_ELEMENTS (expected));
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const GlaPhotoVisit *visit = visits->pdata[i];

      g_assert_cmpint (visit->day, ==, expected[i]);
      g_assert_true (gla_photo_visits_find (visits, expected[i]) == visit);
    }
  g_assert_cmpstr (((const GlaPhotoVisit *) visits->pdata[1])->treatment->id, ==, "t3");
  g_assert_null (((const GlaPhotoVisit *) visits->pdata[2])->treatment);
  g_assert_null (gla_photo_visits_find (visits, gla_day_new (2026, 8, 1)));
}

static void
test_views (void)
{
  g_autoptr (GlaHistory) history = make_history ();
  g_autoptr (GPtrArray) photos
    = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_photo_unref);
  g_autoptr (GPtrArray) visits = NULL;
  const GlaPhotoVisit *visit;
  GlaDay today = gla_day_new (2026, 11, 23);

  add_photo (photos, "f1", today, GLA_PHOTO_FROWN, GLA_PHOTO_FRONT);
  add_photo (photos, "f2", today, GLA_PHOTO_FROWN, GLA_PHOTO_FRONT);
  add_photo (photos, "f3", today, GLA_PHOTO_SMILE, GLA_PHOTO_ANGLE_NONE);
  add_photo (photos, "f4", today, GLA_PHOTO_SMILE, GLA_PHOTO_RIGHT_OBLIQUE);
  visits = gla_photo_visits_new (history, photos, today);
  visit = visits->pdata[0];
  g_assert_cmpuint (visit->photos->len, ==, 4);
  g_assert_cmpint (gla_photo_visit_count_views (visit), ==, 2);
  g_assert_cmpstr (gla_photo_visit_find (visit, 3)->id, ==, "f1");
  g_assert_cmpstr (gla_photo_visit_find (visit, 11)->id, ==, "f4");
  g_assert_null (gla_photo_visit_find (visit, 0));
}

/* Days are numbered 1 to 4; which of them are chosen, and which view. */
static void
test_pairs (void)
{
  static const struct
  {
    int views[5];      /* place of the one photo of that day, -1 for none; from day 1 on */
    int left, right;   /* chosen before; 0 for none */
    int place;
    int expected_left, expected_right;
    int expected_place;
  } cases[] = {
    { { 3, 3, 3, 3 }, 0, 0, -1, 3, 4, 3 },    /* the last two */
    { { 3, 3, 3, -1 }, 0, 0, -1, 2, 3, 3 },   /* that have photos */
    { { 3, 5, 1, 3 }, 0, 0, -1, 1, 4, 3 },    /* of the same view */
    { { 1, 2, 3, 4 }, 0, 0, -1, 3, 4, 3 },    /* or of any */
    { { 3, 3, 3, 3 }, 1, 3, 3, 1, 3, 3 },     /* what was chosen stays */
    { { 3, 5, 1, 3 }, 1, 2, 5, 1, 2, 5 },     /* even where one has it only */
    { { 3, 5, 1, 3 }, 1, 2, 8, 1, 2, 3 },     /* but not where none has */
    { { 3, -1, 3, 3 }, 2, 4, 3, 3, 4, 3 },    /* a day whose photos are gone */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) photos
        = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_photo_unref);
      GlaPatient patient = { .id = "p1", .number = "1", .family_name = "Kaya",
                             .birth_day = GLA_DAY_NONE };
      g_autoptr (GlaHistory) history = gla_history_new (gla_patient_new (&patient));
      g_autoptr (GPtrArray) visits = NULL;
      GlaDay first = gla_day_new (2026, 1, 1);
      GlaPhotoPair pair = { .place = cases[i].place };

      gla_history_finish (history);
      for (int day = 0; day < 4; day++)
        if (cases[i].views[day] >= 0)
          {
            GlaPhotoView view = gla_photo_view_from_place (cases[i].views[day]);
            g_autofree char *id = g_strdup_printf ("f%d", day);

            add_photo (photos, id, first + day, view.expression, view.angle);
          }
      visits = gla_photo_visits_new (history, photos, gla_day_new (2026, 11, 23));
      pair.left = cases[i].left == 0 ? GLA_DAY_NONE : first + cases[i].left - 1;
      pair.right = cases[i].right == 0 ? GLA_DAY_NONE : first + cases[i].right - 1;
      g_assert_true (gla_photo_pair_choose (&pair, visits));
      g_assert_cmpint (pair.left - first + 1, ==, cases[i].expected_left);
      g_assert_cmpint (pair.right - first + 1, ==, cases[i].expected_right);
      g_assert_cmpint (pair.place, ==, cases[i].expected_place);
    }
}

static void
test_no_pair (void)
{
  g_autoptr (GlaHistory) history = make_history ();
  g_autoptr (GPtrArray) photos
    = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_photo_unref);
  g_autoptr (GPtrArray) visits = NULL;
  GlaPhotoPair pair = { GLA_DAY_NONE, GLA_DAY_NONE, -1 };

  add_photo (photos, "f1", gla_day_new (2026, 9, 1), GLA_PHOTO_REST, GLA_PHOTO_FRONT);
  add_photo (photos, "f2", gla_day_new (2026, 9, 2), GLA_PHOTO_REST, GLA_PHOTO_ANGLE_NONE);
  visits = gla_photo_visits_new (history, photos, gla_day_new (2026, 11, 23));
  g_assert_false (gla_photo_pair_choose (&pair, visits));
  /* Nothing was chosen: the view is still to be found. */
  g_assert_cmpint (pair.left, ==, GLA_DAY_NONE);
  g_assert_cmpint (pair.right, ==, GLA_DAY_NONE);
  g_assert_cmpint (pair.place, ==, -1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pages/photo-visits/days", test_days);
  g_test_add_func ("/pages/photo-visits/views", test_views);

  g_test_add_func ("/pages/photo-visits/pairs", test_pairs);
  g_test_add_func ("/pages/photo-visits/no-pair", test_no_pair);

  return g_test_run ();
}
