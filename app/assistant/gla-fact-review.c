/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-facts-private.h"

#include <string.h>

typedef struct
{
  GlaFactBuilder *builder;
  const GlaCycle *cycle;
  GlaScaleDirection direction;
  int from;              /* days from which and up to which the peak can be judged */
  int until;
  int late;              /* from here on a missing effect may have worn off */
} Search;

/* Grades of one day by the better kind of rater. */
typedef struct
{
  int day;
  GlaRater rater;
  int worst;             /* grade of the worse side */
  int left;
  int right;
  int rest;
} Visit;

static gboolean
is_worse (const Search *search,
          int           a,
          int           b)
{
  return search->direction == GLA_SCALE_HIGHER_IS_BETTER ? a < b : a > b;
}

static int
get_improvement (const Search *search,
                 int           before,
                 int           after)
{
  return search->direction == GLA_SCALE_HIGHER_IS_BETTER ? after - before : before - after;
}

static int
get_last_touch_up (const GlaCycle *cycle)
{
  int last = 0;

  for (guint i = 0; i < cycle->touch_ups->len; i++)
    last = MAX (last, g_array_index (cycle->touch_ups, GlaTouchUp, i).day);
  return last;
}

static gboolean
is_usable (const Search          *search,
           const GlaCycleGrading *entry)
{
  const char *scale = entry->assessment->scale;

  return entry->assessment->at_maximum != GLA_GRADE_UNKNOWN &&
         (search->cycle->scale == NULL || scale == NULL ||
          strcmp (scale, search->cycle->scale) == 0);
}

static void
take_grade (const Search        *search,
            const GlaAssessment *row,
            Visit               *visit)
{
  int grade = row->at_maximum;

  if (visit->worst == GLA_GRADE_UNKNOWN || is_worse (search, grade, visit->worst))
    visit->worst = grade;
  if (row->side == GLA_SIDE_LEFT)
    visit->left = grade;
  if (row->side == GLA_SIDE_RIGHT)
    visit->right = grade;
  if (row->at_rest != GLA_GRADE_UNKNOWN &&
      (visit->rest == GLA_GRADE_UNKNOWN || is_worse (search, row->at_rest, visit->rest)))
    visit->rest = row->at_rest;
}

/* Reads all rows of the day of @first: the practitioner's, or the patient's without them. */
static guint
read_visit (const Search *search,
            guint         first,
            Visit        *visit)
{
  GArray *gradings = search->cycle->gradings;
  guint next = first;

  visit->day = g_array_index (gradings, GlaCycleGrading, first).day;
  visit->rater = GLA_RATER_PATIENT;
  visit->worst = visit->left = visit->right = visit->rest = GLA_GRADE_UNKNOWN;
  while (next < gradings->len && g_array_index (gradings, GlaCycleGrading, next).day == visit->day)
    {
      const GlaCycleGrading *entry = &g_array_index (gradings, GlaCycleGrading, next);

      if (is_usable (search, entry) && entry->assessment->rater == GLA_RATER_PRACTITIONER)
        visit->rater = GLA_RATER_PRACTITIONER;
      next++;
    }
  for (guint i = first; i < next; i++)
    {
      const GlaCycleGrading *entry = &g_array_index (gradings, GlaCycleGrading, i);

      if (is_usable (search, entry) && entry->assessment->rater == visit->rater)
        take_grade (search, entry->assessment, visit);
    }
  return next;
}

/*
 * Which of two visits judges the peak: one in the window before one after it; in the
 * window the better grade, since it is the peak; after it the earlier one.
 */
static gboolean
is_better_visit (const Search *search,
                 const Visit  *visit,
                 const Visit  *best)
{
  if (best->worst == GLA_GRADE_UNKNOWN)
    return TRUE;
  if (visit->day > search->until)
    return FALSE;
  return is_worse (search, best->worst, visit->worst);
}

static void
add_rows (const Search  *search,
          GlaFactReview *review)
{
  GArray *gradings = search->cycle->gradings;

  if (search->cycle->baseline_row != NULL)
    g_ptr_array_add (review->rows, (gpointer) search->cycle->baseline_row->id);
  for (guint i = 0; i < gradings->len; i++)
    {
      const GlaCycleGrading *entry = &g_array_index (gradings, GlaCycleGrading, i);

      if (entry->day == review->day && is_usable (search, entry))
        g_ptr_array_add (review->rows, (gpointer) entry->assessment->id);
    }
}

static void
judge (const Search  *search,
       const Visit   *visit,
       GlaFactReview *review)
{
  const GlaCycle *cycle = search->cycle;

  review->graded = TRUE;
  review->day = visit->day;
  review->now = visit->worst;
  review->in_window = visit->day <= search->until;
  review->after_touch_up = cycle->touch_ups->len > 0;
  review->sides_differ = visit->left != GLA_GRADE_UNKNOWN && visit->right != GLA_GRADE_UNKNOWN &&
                         visit->left != visit->right;
  review->rest_now = visit->rest;
  review->known = cycle->baseline_kind != GLA_BASELINE_MISSING &&
                  search->direction != GLA_SCALE_VARIES;
  if (review->known)
    review->change = get_improvement (search, cycle->baseline, visit->worst);
  add_rows (search, review);
}

static GlaScaleDirection
find_direction (GlaFactBuilder *builder,
                const GlaCycle *cycle)
{
  const GlaScale *scale =
    gla_catalogue_find_scale (builder->input->cycles->catalogue, cycle->scale);

  return scale != NULL ? scale->direction : GLA_SCALE_LOWER_IS_BETTER;
}

/* A grade from assess_min days after the last injection on judges the cycle (evidence, S2). */
void
gla_fact_review_init (GlaFactReview  *self,
                      GlaFactBuilder *builder,
                      const GlaCycle *cycle)
{
  Search search = { builder, cycle };
  Visit best = { 0, GLA_RATER_PATIENT, GLA_GRADE_UNKNOWN };
  int touched;

  memset (self, 0, sizeof *self);
  self->rows = g_ptr_array_new ();
  self->rest_before = self->rest_now = GLA_GRADE_UNKNOWN;
  if (cycle == NULL)
    return;
  touched = get_last_touch_up (cycle);
  search.direction = find_direction (builder, cycle);
  search.from = touched + (int) gla_fact_builder_get (builder, "assess_min");
  search.until = touched + (int) gla_fact_builder_get (builder, "assess_max_peak");
  search.late = touched + (int) gla_fact_builder_get (builder, "assess_late");
  if (cycle->baseline_row != NULL)
    self->rest_before = cycle->baseline_row->at_rest;
  for (guint i = 0; i < cycle->gradings->len;)
    {
      Visit visit;

      i = read_visit (&search, i, &visit);
      if (visit.worst != GLA_GRADE_UNKNOWN && visit.day >= search.from &&
          visit.day < search.late && is_better_visit (&search, &visit, &best))
        best = visit;
    }
  if (best.worst != GLA_GRADE_UNKNOWN)
    judge (&search, &best, self);
}

void
gla_fact_review_clear (GlaFactReview *self)
{
  g_clear_pointer (&self->rows, g_ptr_array_unref);
}
