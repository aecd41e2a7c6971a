/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-photo-pair.h"

static gboolean
has_views (GPtrArray *visits,
           GlaDay     day)
{
  const GlaPhotoVisit *visit = gla_photo_visits_find (visits, day);

  return visit != NULL && gla_photo_visit_count_views (visit) > 0;
}

static gboolean
has_view (GPtrArray *visits,
          GlaDay     day,
          int        place)
{
  const GlaPhotoVisit *visit = gla_photo_visits_find (visits, day);

  return visit != NULL && gla_photo_visit_find (visit, place) != NULL;
}

int
gla_photo_pair_has_view (const GlaPhotoPair *self,
                         GPtrArray          *visits,
                         int                 place)
{
  g_return_val_if_fail (self != NULL && visits != NULL, 0);

  return has_view (visits, self->left, place) + has_view (visits, self->right, place);
}

/* The first view that is there on that many of the days; -1 for none. */
static int
find_place (const GlaPhotoPair *self,
            GPtrArray          *visits,
            int                 n_days)
{
  for (int place = 0; place < GLA_PHOTO_N_VIEWS; place++)
    if (gla_photo_pair_has_view (self, visits, place) >= n_days)
      return place;
  return -1;
}

/* The newest two days, of those that have a view in common or, without such, of all. */
static gboolean
choose_days (GlaPhotoPair *self,
             GPtrArray    *visits)
{
  GlaPhotoPair any = { GLA_DAY_NONE, GLA_DAY_NONE, self->place };

  for (guint right = 0; right < visits->len; right++)
    for (guint left = right + 1; left < visits->len; left++)
      {
        self->right = ((const GlaPhotoVisit *) visits->pdata[right])->day;
        self->left = ((const GlaPhotoVisit *) visits->pdata[left])->day;
        if (!has_views (visits, self->right) || !has_views (visits, self->left))
          continue;
        if (find_place (self, visits, 2) >= 0)
          return TRUE;
        if (any.left == GLA_DAY_NONE)
          any = *self;
      }
  *self = any;
  return any.left != GLA_DAY_NONE;
}

gboolean
gla_photo_pair_choose (GlaPhotoPair *self,
                       GPtrArray    *visits)
{
  int place;

  g_return_val_if_fail (self != NULL && visits != NULL, FALSE);

  place = self->place;
  if ((!has_views (visits, self->left) || !has_views (visits, self->right)
       || self->left == self->right)
      && !choose_days (self, visits))
    return FALSE;
  self->place = place;
  if (place < 0 || gla_photo_pair_has_view (self, visits, place) == 0)
    self->place = find_place (self, visits, 2);
  if (self->place < 0)
    self->place = find_place (self, visits, 1);
  return TRUE;
}
