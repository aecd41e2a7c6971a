/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-photo-visits.h"

static void
visit_free (gpointer data)
{
  GlaPhotoVisit *visit = data;

  g_ptr_array_unref (visit->photos);
  g_free (visit);
}

GlaPhotoVisit *
gla_photo_visits_find (GPtrArray *visits,
                       GlaDay     day)
{
  g_return_val_if_fail (visits != NULL, NULL);

  for (guint i = 0; i < visits->len; i++)
    {
      GlaPhotoVisit *visit = g_ptr_array_index (visits, i);

      if (visit->day == day)
        return visit;
    }
  return NULL;
}

/* The visit of that day, made if there is none. */
static GlaPhotoVisit *
need_visit (GPtrArray *visits,
            GlaDay     day)
{
  GlaPhotoVisit *visit = gla_photo_visits_find (visits, day);

  if (visit != NULL)
    return visit;
  visit = g_new0 (GlaPhotoVisit, 1);
  visit->day = day;
  visit->photos = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_photo_unref);
  g_ptr_array_add (visits, visit);
  return visit;
}

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  const GlaPhotoVisit *first = *(const GlaPhotoVisit *const *) a;
  const GlaPhotoVisit *second = *(const GlaPhotoVisit *const *) b;

  return first->day < second->day ? 1 : first->day > second->day ? -1 : 0;
}

GPtrArray *
gla_photo_visits_new (const GlaHistory *history,
                      GPtrArray        *photos,
                      GlaDay            today)
{
  GPtrArray *visits = g_ptr_array_new_with_free_func (visit_free);

  g_return_val_if_fail (history != NULL, visits);
  g_return_val_if_fail (photos != NULL, visits);

  need_visit (visits, today);
  for (guint i = 0; i < history->treatments->len; i++)
    {
      const GlaTreatment *treatment = g_ptr_array_index (history->treatments, i);

      if (treatment->day != GLA_DAY_NONE && treatment->precision == GLA_DAY_EXACT)
        need_visit (visits, treatment->day)->treatment = treatment;
    }
  for (guint i = 0; i < history->assessments->len; i++)
    {
      const GlaAssessment *assessment = g_ptr_array_index (history->assessments, i);

      if (assessment->day != GLA_DAY_NONE)
        need_visit (visits, assessment->day);
    }
  for (guint i = 0; i < photos->len; i++)
    {
      const GlaPhoto *photo = g_ptr_array_index (photos, i);

      g_ptr_array_add (need_visit (visits, photo->day)->photos, (gpointer) gla_photo_ref (photo));
    }
  g_ptr_array_sort (visits, compare_days);
  return visits;
}

const GlaPhoto *
gla_photo_visit_find (const GlaPhotoVisit *self,
                      int                  place)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->photos->len; i++)
    {
      const GlaPhoto *photo = g_ptr_array_index (self->photos, i);

      if (gla_photo_view_get_place (gla_photo_get_view (photo)) == place)
        return photo;
    }
  return NULL;
}

int
gla_photo_visit_count_views (const GlaPhotoVisit *self)
{
  int n = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (int place = 0; place < GLA_PHOTO_N_VIEWS; place++)
    n += gla_photo_visit_find (self, place) != NULL;
  return n;
}
