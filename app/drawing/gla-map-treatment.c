/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-map-treatment.h"

void
gla_map_treatment_clear (GlaMapTreatment *self)
{
  g_clear_pointer (&self->marks, g_array_unref);
  g_clear_pointer (&self->totals, g_array_unref);
  g_clear_pointer (&self->faces, g_ptr_array_unref);
  g_clear_pointer (&self->products, g_ptr_array_unref);
}

static guint
get_product_number (GlaMapTreatment *self,
                    const char *product)
{
  const char *key = product != NULL ? product : "";
  guint index;

  if (!g_ptr_array_find_with_equal_func (self->products, key, g_str_equal, &index))
    {
      index = self->products->len;
      g_ptr_array_add (self->products, (gpointer) key);
    }
  return index;
}

static void
add_face (GlaMapTreatment *self,
          const GlaFace *face)
{
  if (face != NULL && !g_ptr_array_find (self->faces, face, NULL))
    g_ptr_array_add (self->faces, (gpointer) face);
}

static void
add_total (GlaMapTreatment    *self,
           const GlaInjection *injection)
{
  const GlaFace *face = gla_faces_find_for_area (gla_faces_get_default (), injection->area);
  GlaMapTotal total = { g_intern_string (injection->area), injection->side, injection->units };

  if (face == NULL)
    return;
  add_face (self, face);
  g_array_append_val (self->totals, total);
}

static void
add_injection (GlaMapTreatment    *self,
               const GlaInjection *injection)
{
  g_autoptr (GArray) points = gla_map_points_parse (injection->map_view);

  if (points->len == 0)
    add_total (self, injection);
  for (guint i = 0; i < points->len; i++)
    {
      GlaMapMark mark = { g_intern_string (injection->area), injection->side,
                          get_product_number (self, injection->product),
                          g_array_index (points, GlaMapPoint, i) };

      add_face (self, gla_faces_find (gla_faces_get_default (), mark.point.view));
      g_array_append_val (self->marks, mark);
    }
}

void
gla_map_treatment_init (GlaMapTreatment  *self,
                        const GlaHistory *history,
                        const char       *treatment)
{
  guint first, n;

  g_return_if_fail (self != NULL && history != NULL && treatment != NULL);

  self->marks = g_array_new (FALSE, FALSE, sizeof (GlaMapMark));
  self->totals = g_array_new (FALSE, FALSE, sizeof (GlaMapTotal));
  self->faces = g_ptr_array_new ();
  self->products = g_ptr_array_new ();
  n = gla_history_get_injections (history, treatment, &first);
  for (guint i = 0; i < n; i++)
    add_injection (self, g_ptr_array_index (history->injections, first + i));
}
