/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-map-form.h"

#include <string.h>

static gboolean
belongs (const GlaMapMark       *mark,
         const GlaFormInjection *row)
{
  return row->area != NULL && strcmp (mark->area, row->area) == 0 && mark->side == row->side
         && mark->source == row->source;
}

static GlaFormInjection *
find_row (const GlaTreatmentForm *form,
          const GlaMapMark       *mark)
{
  for (guint i = 0; i < form->injections->len; i++)
    if (belongs (mark, form->injections->pdata[i]))
      return form->injections->pdata[i];
  return NULL;
}

static gboolean
had_points (GArray                 *before,
            const GlaFormInjection *row)
{
  for (guint i = 0; i < before->len; i++)
    if (belongs (&g_array_index (before, GlaMapMark, i), row))
      return TRUE;
  return FALSE;
}

GArray *
gla_map_form_make_marks (const GlaTreatmentForm *form)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (GlaMapMark));

  g_return_val_if_fail (form != NULL, marks);

  for (guint i = 0; i < form->injections->len; i++)
    {
      const GlaFormInjection *row = form->injections->pdata[i];
      g_autoptr (GArray) points = gla_map_points_parse (row->map);

      for (guint k = 0; row->area != NULL && k < points->len; k++)
        {
          GlaMapMark mark = { g_intern_string (row->area), row->side, row->source,
                              g_array_index (points, GlaMapPoint, k) };

          g_array_append_val (marks, mark);
        }
    }
  return marks;
}

GArray *
gla_map_form_make_totals (const GlaTreatmentForm *form)
{
  GArray *totals = g_array_new (FALSE, FALSE, sizeof (GlaMapTotal));

  g_return_val_if_fail (form != NULL, totals);

  for (guint i = 0; i < form->injections->len; i++)
    {
      const GlaFormInjection *row = form->injections->pdata[i];

      if (row->area != NULL && row->map == NULL)
        {
          GlaMapTotal total = { g_intern_string (row->area), row->side, row->units };

          g_array_append_val (totals, total);
        }
    }
  return totals;
}

static void
update_rows (GlaTreatmentForm *form,
             GlaMapModel      *model,
             GArray           *before)
{
  for (guint i = form->injections->len; i > 0; i--)
    {
      GlaFormInjection *row = form->injections->pdata[i - 1];
      GlaUnits units = GLA_UNITS_UNKNOWN;
      guint count = row->area != NULL ? gla_map_model_get_total (model, row->area, row->side,
                                                                 row->source, &units)
                                      : 0;

      if (count > 0)
        {
          row->units = units;
          row->points = (int) count;
        }
      else if (had_points (before, row))
        g_ptr_array_remove_index (form->injections, i - 1);
    }
}

void
gla_map_form_take (GlaTreatmentForm *form,
                   GlaMapModel      *model,
                   GArray           *before)
{
  g_return_if_fail (form != NULL && GLA_IS_MAP_MODEL (model) && before != NULL);

  update_rows (form, model, before);
  for (guint i = 0; i < gla_map_model_get_n_marks (model); i++)
    {
      const GlaMapMark *mark = gla_map_model_get_mark (model, i);
      GlaFormInjection row = { .area = (char *) mark->area, .side = mark->side,
                               .source = mark->source, .units = GLA_UNITS_UNKNOWN };

      if (find_row (form, mark) != NULL)
        continue;
      row.points = (int) gla_map_model_get_total (model, mark->area, mark->side, mark->source,
                                                  &row.units);
      gla_treatment_form_add_injection (form, &row);
    }
  gla_map_form_write (form, model);
}

void
gla_map_form_follow (GlaMapModel            *model,
                     const GlaTreatmentForm *form)
{
  g_return_if_fail (GLA_IS_MAP_MODEL (model) && form != NULL);

  for (guint i = 0; i < gla_map_model_get_n_marks (model);)
    {
      GlaMapMark mark = *gla_map_model_get_mark (model, i);
      const GlaFormInjection *row = find_row (form, &mark);
      guint count = gla_map_model_get_total (model, mark.area, mark.side, mark.source, NULL);

      if (row == NULL || row->points != (int) count)
        {
          /* What is now here was not yet looked at. */
          gla_map_model_remove_area (model, mark.area, mark.side, mark.source);
          continue;
        }
      gla_map_model_set_total (model, mark.area, mark.side, mark.source, row->units);
      i++;
    }
}

void
gla_map_form_write (GlaTreatmentForm *form,
                    GlaMapModel      *model)
{
  g_return_if_fail (form != NULL && GLA_IS_MAP_MODEL (model));

  for (guint i = 0; i < form->injections->len; i++)
    {
      GlaFormInjection *row = form->injections->pdata[i];
      g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (GlaMapPoint));

      for (guint k = 0; k < gla_map_model_get_n_marks (model); k++)
        if (belongs (gla_map_model_get_mark (model, k), row))
          g_array_append_val (points, gla_map_model_get_mark (model, k)->point);
      g_free (row->map);
      row->map = gla_map_points_to_text ((GlaMapPoint *) (gpointer) points->data, points->len);
    }
}
