/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-outlook-cache.h"

#include "gla-lot-finding.h"
#include "gla-setting.h"
#include "gla-store-notice.h"
#include "gla-store-read.h"

/* How many records there were, the settings, the model, lots under suspicion, the day, the reviews, and how
 * many treated areas responded. */
#define CACHE "outlook-4"
#define CACHE_TYPE "(xssa(ssu)s(uuu)(uu))"

void
gla_outlook_cache_free (GlaOutlookCache *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->model, gla_clinic_model_unref);
  g_clear_pointer (&self->lots, g_ptr_array_unref);
  g_free (self->basis);
  g_free (self);
}

static GPtrArray *
read_lots (GVariant *list)
{
  GPtrArray *lots = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_lot_finding_free);
  const char *product, *lot;
  GVariantIter iter;
  guint32 flag;

  g_variant_iter_init (&iter, list);
  while (g_variant_iter_next (&iter, "(&s&su)", &product, &lot, &flag))
    {
      GlaLotFinding *finding = g_new0 (GlaLotFinding, 1);

      finding->product = g_strdup (product);
      finding->lot = g_strdup (lot);
      finding->counts.flag = flag == GLA_LOT_RED ? GLA_LOT_RED : GLA_LOT_AMBER;
      g_ptr_array_add (lots, finding);
    }
  return lots;
}

static void
read_whole (GlaOutlookCache *self,
            GVariant        *whole,
            GlaCatalogue    *catalogue)
{
  g_autoptr (GVariant) lots = NULL;
  const char *basis, *model, *day;
  GlaFollowUp follow_up;
  guint n_graded, n_failures;
  gint64 rows;

  g_variant_get (whole, "(x&s&s@a(ssu)&s(uuu)(uu))", &rows, &basis, &model, &lots, &day,
                 &follow_up.due, &follow_up.reviewed, &follow_up.open, &n_graded, &n_failures);
  self->model = gla_clinic_model_from_text (catalogue, model);
  if (self->model == NULL)
    return;
  self->rows = rows;
  self->basis = g_strdup (basis);
  self->lots = read_lots (lots);
  self->day = gla_day_from_iso (day);
  self->follow_up = follow_up;
  self->n_graded = n_graded;
  self->n_failures = n_failures;
}

/* What is not understood is worked out anew. */
GlaOutlookCache *
gla_outlook_cache_read (GlaStore     *store,
                        GlaCatalogue *catalogue)
{
  GlaOutlookCache *self;
  g_autofree char *text = NULL;
  g_autoptr (GVariant) whole = NULL;

  g_return_val_if_fail (store != NULL && catalogue != NULL, NULL);

  self = g_new0 (GlaOutlookCache, 1);
  self->rows = -1;
  self->day = GLA_DAY_NONE;
  text = gla_store_get_cache (store, CACHE, NULL);
  if (text != NULL)
    whole = g_variant_parse (G_VARIANT_TYPE (CACHE_TYPE), text, NULL, NULL, NULL);
  if (whole != NULL)
    read_whole (self, whole, catalogue);
  if (self->model == NULL)
    self->model = gla_clinic_model_new (catalogue);
  return self;
}

char *
gla_outlook_cache_to_text (const GlaOutlookCache *self)
{
  g_autofree char *model = NULL;
  g_autofree char *day = NULL;
  g_autoptr (GVariant) whole = NULL;
  GVariantBuilder lots;

  g_return_val_if_fail (self != NULL, NULL);

  model = gla_clinic_model_to_text (self->model);
  day = gla_day_to_iso (self->day);
  g_variant_builder_init (&lots, G_VARIANT_TYPE ("a(ssu)"));
  for (guint i = 0; self->lots != NULL && i < self->lots->len; i++)
    {
      const GlaLotFinding *finding = g_ptr_array_index (self->lots, i);

      if (gla_lot_finding_is_suspect (finding))
        g_variant_builder_add (&lots, "(ssu)", finding->product, finding->lot,
                               (guint32) finding->counts.flag);
    }
  whole = g_variant_ref_sink (g_variant_new (CACHE_TYPE, self->rows,
                                             self->basis != NULL ? self->basis : "", model, &lots,
                                             day, self->follow_up.due, self->follow_up.reviewed,
                                             self->follow_up.open, self->n_graded,
                                             self->n_failures));
  return g_variant_print (whole, FALSE);
}

gboolean
gla_outlook_cache_is_by (const GlaOutlookCache  *self,
                         const GlaCycleSettings *settings)
{
  g_autofree char *basis = NULL;

  g_return_val_if_fail (self != NULL && settings != NULL, FALSE);

  basis = gla_cycle_settings_to_text (settings);
  return g_strcmp0 (self->basis, basis) == 0;
}

void
gla_outlook_cache_get_figures (const GlaOutlookCache *self,
                               GlaStore              *store,
                               GlaClinicFigures      *figures)
{
  g_autofree char *rule = NULL;

  g_return_if_fail (self != NULL && store != NULL && figures != NULL);

  rule = gla_store_get_setting (store, GLA_SETTING_TWO_THIRDS_RULE, NULL);
  figures->model = self->model;
  figures->lots = self->lots;
  figures->n_graded = self->n_graded;
  figures->n_failures = self->n_failures;
  figures->two_thirds_rule = g_strcmp0 (rule, "yes") == 0;
}

gboolean
gla_outlook_cache_write (GlaStore    *store,
                         const char  *text,
                         GError     **error)
{
  g_return_val_if_fail (store != NULL && text != NULL, FALSE);

  return gla_store_put_cache (store, CACHE, text, error);
}
