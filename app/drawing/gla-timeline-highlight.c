/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-timeline-highlight.h"

#include "gla-i18n.h"
#include "gla-language.h"

static const char *const names[GLA_N_TIMELINE_HIGHLIGHTS] =
{
  [GLA_TIMELINE_HIGHLIGHT_NONE] = N_("Nothing"),
  [GLA_TIMELINE_HIGHLIGHT_PRODUCT] = N_("Product"),
  [GLA_TIMELINE_HIGHLIGHT_LOT] = N_("Lot"),
  [GLA_TIMELINE_HIGHLIGHT_INJECTOR] = N_("Injector"),
  [GLA_TIMELINE_HIGHLIGHT_DILUTION] = N_("Dilution"),
};

const char *
gla_timeline_highlight_get_name (GlaTimelineHighlight highlight)
{
  g_return_val_if_fail (highlight < GLA_N_TIMELINE_HIGHLIGHTS, NULL);

  return _(names[highlight]);
}

static char *
get_product (const GlaTimelineModel *model,
             const GlaCycle         *cycle)
{
  const GlaProduct *product = gla_catalogue_find_product (model->catalogue, cycle->product);

  if (cycle->mixed_products)
    return g_strdup (_("several"));
  if (product != NULL)
    return g_strdup (gla_product_get_code (product));
  return g_strdup (cycle->product != NULL ? cycle->product : "?");
}

static char *
get_injector (const GlaTimelineModel *model,
              const GlaCycle         *cycle)
{
  const GlaStaff *staff = gla_history_find_staff (model->cycles->history,
                                                  cycle->treatment->injector);

  return g_strdup (staff != NULL ? staff->name : "?");
}

/* Millilitres in the vial; vials that differ count as several. */
static char *
get_dilution (const GlaTimelineModel *model,
              const GlaCycle         *cycle)
{
  g_autofree char *text = NULL;
  gint64 volume = -1;

  for (guint i = 0; i < cycle->injections->len; i++)
    {
      const GlaInjection *injection = g_ptr_array_index (cycle->injections, i);
      const GlaVial *vial = NULL;
      gint64 own;

      if (injection->vial != NULL)
        vial = gla_history_find_vial (model->cycles->history, injection->vial);
      own = vial != NULL ? vial->diluent_volume : 0;
      if (volume >= 0 && own != volume)
        return g_strdup (_("several"));
      volume = own;
    }
  if (volume <= 0)
    return g_strdup ("?");
  text = gla_number_format (volume / 1000.0, 1);
  /* Translators: millilitres of diluent in a vial */
  return g_strdup_printf (_("%s mL"), text);
}

char *
gla_timeline_highlight_dup_value (const GlaTimelineModel *model,
                                  const GlaTimelineCycle *drawn,
                                  GlaTimelineHighlight    highlight)
{
  g_return_val_if_fail (model != NULL && drawn != NULL, NULL);

  switch (highlight)
    {
    case GLA_TIMELINE_HIGHLIGHT_PRODUCT:
      return get_product (model, drawn->cycle);
    case GLA_TIMELINE_HIGHLIGHT_LOT:
      return g_strdup (drawn->lots);
    case GLA_TIMELINE_HIGHLIGHT_INJECTOR:
      return get_injector (model, drawn->cycle);
    case GLA_TIMELINE_HIGHLIGHT_DILUTION:
      return get_dilution (model, drawn->cycle);
    case GLA_TIMELINE_HIGHLIGHT_NONE:
    case GLA_N_TIMELINE_HIGHLIGHTS:
    default:
      return g_strdup ("");
    }
}

typedef struct
{
  char *value;
  guint count;
  GlaDay latest;   /* of equal counts the one used last comes first */
} Counted;

static void
counted_free (gpointer data)
{
  Counted *counted = data;

  g_free (counted->value);
  g_free (counted);
}

static int
compare_counted (gconstpointer a,
                 gconstpointer b)
{
  const Counted *first = *(Counted * const *) a;
  const Counted *second = *(Counted * const *) b;

  if (first->count != second->count)
    return first->count > second->count ? -1 : 1;
  return (first->latest < second->latest) - (first->latest > second->latest);
}

static void
count_value (GPtrArray *all,
             char      *value,
             GlaDay     day)
{
  Counted *counted;

  for (guint i = 0; i < all->len; i++)
    {
      counted = g_ptr_array_index (all, i);
      if (g_str_equal (counted->value, value))
        {
          counted->count++;
          counted->latest = MAX (counted->latest, day);
          g_free (value);
          return;
        }
    }
  counted = g_new0 (Counted, 1);
  counted->value = value;
  counted->count = 1;
  counted->latest = day;
  g_ptr_array_add (all, counted);
}

GPtrArray *
gla_timeline_highlight_dup_values (const GlaTimelineModel *model,
                                   GlaTimelineHighlight    highlight)
{
  GPtrArray *values = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (counted_free);

  g_return_val_if_fail (model != NULL, values);

  if (highlight == GLA_TIMELINE_HIGHLIGHT_NONE)
    return values;
  for (guint i = 0; i < model->rows->len; i++)
    {
      const GlaTimelineRow *row = g_ptr_array_index (model->rows, i);

      for (guint j = 0; j < row->cycles->len; j++)
        {
          const GlaTimelineCycle *drawn = g_ptr_array_index (row->cycles, j);

          count_value (all, gla_timeline_highlight_dup_value (model, drawn, highlight),
                       drawn->cycle->day);
        }
    }
  g_ptr_array_sort (all, compare_counted);
  for (guint i = 0; i < MIN (all->len, GLA_TIMELINE_MAX_HIGHLIGHTS); i++)
    g_ptr_array_add (values, g_strdup (((Counted *) g_ptr_array_index (all, i))->value));
  return values;
}
