/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-sample-stock.h"

#include "gla-i18n.h"
#include "gla-sample-private.h"
#include "gla-store-stock.h"
#include "gla-store-write.h"

#include <string.h>

/* What was opened this many days before the end or later is followed to the bin. */
#define FOLLOWED_DAYS 28

/* Products of the course. */
enum { ONA, ABO, INCO, PRA, LETI, DAXI, RELA };

struct _GlaSampleStock
{
  GlaSample *sample;
  GlaDay until;
  guint64 n_events;
  guint64 n_shelf;
  GArray *opened;     /* (element-type Opened) */
};

/* A vial that was opened for a patient. */
typedef struct
{
  char *vial;
  char *moment;       /* of mixing */
  const char *staff;  /* of the sample */
  GlaUnits left;
  gboolean is_mixed;  /* not a liquid */
} Opened;

static void
opened_clear (gpointer data)
{
  Opened *opened = data;

  g_free (opened->vial);
  g_free (opened->moment);
}

GlaSampleStock *
gla_sample_stock_new (GlaSample *sample)
{
  GlaSampleStock *self;

  g_return_val_if_fail (sample != NULL, NULL);

  self = g_new0 (GlaSampleStock, 1);
  self->sample = sample;
  self->until = sample->start + GLA_COURSE_HORIZON;
  self->opened = g_array_new (FALSE, FALSE, sizeof (Opened));
  g_array_set_clear_func (self->opened, opened_clear);
  return self;
}

void
gla_sample_stock_free (GlaSampleStock *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->opened);
  g_free (self);
}

static char *
make_moment (GlaDay      day,
             const char *time)
{
  char iso[11];

  gla_day_write_iso (day, iso);
  return g_strconcat (iso, "T", time, NULL);
}

static gboolean
add_event (GlaSampleStock      *self,
           GlaStore            *store,
           const GlaVialEvent  *event,
           GError             **error)
{
  g_autofree char *id = gla_sample_make_identifier (self->sample, self->n_events++, "vial-event",
                                                    0);
  GlaVialEvent named = *event;

  named.id = id;
  return gla_store_add_vial_event (store, &named, NULL, error);
}

/* Adds the vial as it came, unless it is there, and the event. */
static gboolean
receive (GlaSampleStock  *self,
         GlaStore        *store,
         const GlaVial   *vial,
         const char      *staff,
         GError         **error)
{
  g_autofree char *moment = make_moment (vial->received, "09:10");
  GlaVial sealed = *vial;

  sealed.state = GLA_VIAL_SEALED;
  sealed.diluent = NULL;
  sealed.diluent_volume = 0;
  sealed.reconstituted = NULL;
  sealed.supplier = _("Sample Pharmacy");
  return gla_store_add_vial (store, &sealed, NULL, error)
         && add_event (self, store, &(GlaVialEvent) {
              .vial = vial->id, .kind = GLA_VIAL_EVENT_RECEIVED, .moment = moment, .staff = staff,
              .units = GLA_UNITS_UNKNOWN }, error);
}

static gboolean
mix (GlaSampleStock       *self,
     GlaStore             *store,
     const char           *vial,
     const GlaSamplePack  *pack,
     const char           *moment,
     const char           *staff,
     GError              **error)
{
  return add_event (self, store, &(GlaVialEvent) {
    .vial = vial, .kind = GLA_VIAL_EVENT_MIXED, .moment = moment, .staff = staff,
    .diluent = pack->diluent_volume > 0 ? GLA_SAMPLE_DILUENT : NULL,
    .diluent_volume = pack->diluent_volume, .units = GLA_UNITS_UNKNOWN }, error);
}

static const GlaSamplePack *
find_pack (const char *product)
{
  for (int i = 0; i < GLA_COURSE_N_PRODUCTS; i++)
    if (g_str_equal (gla_sample_get_pack (i)->product, product))
      return gla_sample_get_pack (i);
  g_return_val_if_reached (NULL);
}

/* The same identifier as the sample keeps it, which outlives the history. */
static const char *
find_staff (GlaSampleStock *self,
            const char     *id)
{
  GPtrArray *staff = self->sample->staff;

  for (guint i = 0; i < staff->len; i++)
    if (g_strcmp0 (((const GlaStaff *) staff->pdata[i])->id, id) == 0)
      return ((const GlaStaff *) staff->pdata[i])->id;
  return NULL;
}

static gboolean
open_vial (GlaSampleStock      *self,
           GlaStore            *store,
           const GlaVial       *vial,
           const GlaTreatment  *treatment,
           GlaUnits             drawn,
           GError             **error)
{
  Opened opened = {
    .vial = g_strdup (vial->id),
    .moment = vial->reconstituted != NULL ? g_strdup (vial->reconstituted)
                                          : make_moment (treatment->day, "12:00"),
    .staff = find_staff (self, treatment->injector),
    .left = vial->content - drawn,
    .is_mixed = vial->reconstituted != NULL,
  };

  g_array_append_val (self->opened, opened);
  return receive (self, store, vial, opened.staff, error)
         && mix (self, store, vial->id, find_pack (vial->product), opened.moment, opened.staff,
                 error);
}

/* A vial is opened for one visit only, so that its injections are all of that treatment. */
static gboolean
open_vials (GlaSampleStock      *self,
            GlaStore            *store,
            const GlaHistory    *history,
            const GlaTreatment  *treatment,
            GError             **error)
{
  guint first;
  guint n = gla_history_get_injections (history, treatment->id, &first);
  const char *done = NULL;

  for (guint i = first; i < first + n; i++)
    {
      const char *vial = ((const GlaInjection *) history->injections->pdata[i])->vial;
      GlaUnits drawn = 0;

      /* They are used up one after the other. */
      if (vial == NULL || g_strcmp0 (vial, done) == 0)
        continue;
      done = vial;
      for (guint k = i; k < first + n; k++)
        {
          const GlaInjection *injection = history->injections->pdata[k];

          if (g_strcmp0 (injection->vial, vial) == 0)
            drawn += injection->units;
        }
      if (!open_vial (self, store, gla_history_find_vial (history, vial), treatment, drawn, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
gla_sample_stock_open (GlaSampleStock    *self,
                       GlaStore          *store,
                       const GlaHistory  *history,
                       GError           **error)
{
  g_return_val_if_fail (self != NULL && store != NULL && history != NULL, FALSE);

  for (guint i = 0; i < history->treatments->len; i++)
    {
      const GlaTreatment *treatment = history->treatments->pdata[i];

      if (treatment->day >= self->until - FOLLOWED_DAYS &&
          !open_vials (self, store, history, treatment, error))
        return FALSE;
    }
  return TRUE;
}

/* The vial that was mixed last has not been thrown away yet. */
static const Opened *
find_last (GlaSampleStock *self)
{
  const Opened *last = NULL;

  for (guint i = 0; i < self->opened->len; i++)
    {
      const Opened *opened = &g_array_index (self->opened, Opened, i);
      int order = last != NULL ? strcmp (opened->moment, last->moment) : 1;

      if (opened->is_mixed && opened->left > 0
          && (order > 0 || (order == 0 && strcmp (opened->vial, last->vial) > 0)))
        last = opened;
    }
  return last;
}

static gboolean
throw_away (GlaSampleStock  *self,
            GlaStore        *store,
            const Opened    *opened,
            GError         **error)
{
  g_autofree char *day = g_strndup (opened->moment, 10);
  g_autofree char *moment = g_strconcat (day, "T18:30", NULL);
  GlaVialEvent event = { .vial = opened->vial, .moment = moment, .staff = opened->staff };

  if (opened->left > 0)
    {
      event.kind = GLA_VIAL_EVENT_DISCARDED;
      event.units = opened->left;
      event.reason = _("opened for one patient");
    }
  else
    {
      event.kind = GLA_VIAL_EVENT_EMPTIED;
      event.units = GLA_UNITS_UNKNOWN;
    }
  return add_event (self, store, &event, error);
}

/* The lot that was on sale on a day of the course. */
static int
find_lot (GlaSampleStock *self,
          int             product,
          int             day)
{
  const GArray *lots = self->sample->course->lots[product];
  int lot = 0;

  while (lot + 1 < (int) lots->len && g_array_index (lots, GlaCourseLot, lot).end <= day)
    lot++;
  return lot;
}

/* A vial that no patient has had; its identifier. */
static char *
put_on_shelf (GlaSampleStock  *self,
              GlaStore        *store,
              int              product,
              int              lot,
              GlaDay           received,
              const char      *note,
              GError         **error)
{
  const GlaSamplePack *pack = gla_sample_get_pack (product);
  const GlaCourseLot *course = &g_array_index (self->sample->course->lots[product], GlaCourseLot,
                                               lot);
  const GlaStaff *staff = self->sample->staff->pdata[GLA_COURSE_N_PRACTITIONERS];
  g_autofree char *id = gla_sample_make_identifier (self->sample, self->n_shelf++, "shelf", 0);
  g_autofree char *name = gla_sample_make_lot_name (product, lot);
  GlaVial vial = {
    .id = id,
    .product = pack->product,
    .presentation = pack->presentation,
    .lot = name,
    .expiry = gla_sample_get_lot_expiry (self->sample, product, lot),
    .content = pack->content,
    .received = MAX (received, self->sample->start + course->start),
    .note = note,
  };

  return receive (self, store, &vial, staff->id, error) ? g_steal_pointer (&id) : NULL;
}

/* Sealed vials of the lots that are on sale. */
static gboolean
fill_shelves (GlaSampleStock  *self,
              GlaStore        *store,
              GError         **error)
{
  static const int n_vials[GLA_COURSE_N_PRODUCTS] = {
    [ONA] = 6, [ABO] = 4, [INCO] = 3, [PRA] = 2, [LETI] = 2, [DAXI] = 1, [RELA] = 2,
  };

  for (int product = 0; product < GLA_COURSE_N_PRODUCTS; product++)
    for (int i = 0; i < n_vials[product]; i++)
      {
        g_autofree char *id = put_on_shelf (self, store, product,
                                            find_lot (self, product, GLA_COURSE_HORIZON - 1),
                                            self->until - 9, NULL, error);

        if (id == NULL)
          return FALSE;
      }
  return TRUE;
}

/* One of the lot of all that expires next was forgotten at the back. */
static gboolean
leave_one_behind (GlaSampleStock  *self,
                  GlaStore        *store,
                  GError         **error)
{
  GlaDay soonest = GLA_DAY_NONE;
  int product = 0, lot = 0;
  g_autofree char *id = NULL;

  for (int i = 0; i < GLA_COURSE_N_PRODUCTS; i++)
    for (guint k = 0; k < self->sample->course->lots[i]->len; k++)
      {
        GlaDay expiry = gla_sample_get_lot_expiry (self->sample, i, (int) k);

        if (expiry <= self->until || (soonest != GLA_DAY_NONE && expiry >= soonest))
          continue;
        soonest = expiry;
        product = i;
        lot = (int) k;
      }
  id = put_on_shelf (self, store, product, lot, self->until - 600, NULL, error);
  return id != NULL;
}

/* Of the lot that failed one is kept for the manufacturer, out of reach. */
static gboolean
hold_bad_lot (GlaSampleStock  *self,
              GlaStore        *store,
              GError         **error)
{
  const GArray *lots = self->sample->course->lots[ONA];

  for (guint lot = 0; lot < lots->len; lot++)
    {
      const GlaCourseLot *course = &g_array_index (lots, GlaCourseLot, lot);
      g_autofree char *moment = make_moment (self->sample->start + course->end, "11:20");
      g_autofree char *id = NULL;

      if (!course->bad)
        continue;
      id = put_on_shelf (self, store, ONA, (int) lot, self->sample->start + course->start, NULL,
                         error);
      if (id == NULL
          || !add_event (self, store, &(GlaVialEvent) {
                .vial = id, .kind = GLA_VIAL_EVENT_HELD, .moment = moment,
                .units = GLA_UNITS_UNKNOWN,
                .reason = _("weak or no effect in several patients; kept for the manufacturer") },
                error))
        return FALSE;
    }
  return TRUE;
}

/* One is mixed for today, one waited in vain for its patient, and one fell. */
static gboolean
open_some (GlaSampleStock  *self,
           GlaStore        *store,
           GError         **error)
{
  const GlaStaff *owner = self->sample->staff->pdata[0];
  int day = GLA_COURSE_HORIZON - 1;
  GlaDay received = self->until - 9;
  g_autofree char *this_morning = make_moment (self->until, "08:15");
  g_autofree char *before = make_moment (self->until - 2, "15:30");
  g_autofree char *later = make_moment (self->until - 2, "15:40");
  g_autofree char *fall = make_moment (self->until - 6, "10:05");
  g_autofree char *today = put_on_shelf (self, store, ONA, find_lot (self, ONA, day), received,
                                         NULL, error);
  g_autofree char *waiting = NULL;
  g_autofree char *fallen = NULL;

  if (today == NULL || !mix (self, store, today, gla_sample_get_pack (ONA), this_morning,
                             owner->id, error))
    return FALSE;
  waiting = put_on_shelf (self, store, ABO, find_lot (self, ABO, day), received,
                          _("mixed for a patient who did not come"), error);
  if (waiting == NULL
      || !mix (self, store, waiting, gla_sample_get_pack (ABO), before, owner->id, error)
      || !add_event (self, store, &(GlaVialEvent) {
            .vial = waiting, .kind = GLA_VIAL_EVENT_WASTED, .moment = later,
            .units = GLA_UNITS (20), .reason = _("spilt while drawing up"), .staff = owner->id },
            error))
    return FALSE;
  fallen = put_on_shelf (self, store, INCO, find_lot (self, INCO, day), received, NULL, error);
  return fallen != NULL
         && add_event (self, store, &(GlaVialEvent) {
              .vial = fallen, .kind = GLA_VIAL_EVENT_DISCARDED, .moment = fall,
              .units = gla_sample_get_pack (INCO)->content, .reason = _("fell and broke"),
              .staff = owner->id }, error);
}

gboolean
gla_sample_stock_finish (GlaSampleStock  *self,
                         GlaStore        *store,
                         GError         **error)
{
  const Opened *last;

  g_return_val_if_fail (self != NULL && store != NULL, FALSE);

  last = find_last (self);
  for (guint i = 0; i < self->opened->len; i++)
    {
      const Opened *opened = &g_array_index (self->opened, Opened, i);

      if (opened != last && !throw_away (self, store, opened, error))
        return FALSE;
    }
  return fill_shelves (self, store, error) && leave_one_behind (self, store, error)
         && hold_bad_lot (self, store, error) && open_some (self, store, error);
}
