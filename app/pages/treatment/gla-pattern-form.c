/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-pattern-form.h"

#include "gla-i18n.h"

static const char *
get_product (const GlaTreatmentForm *form,
             guint                   source)
{
  return source < form->sources->len
           ? ((const GlaFormSource *) form->sources->pdata[source])->product
           : NULL;
}

char *
gla_pattern_from_form (const GlaTreatmentForm  *form,
                       const char             **product)
{
  g_autoptr (GPtrArray) lines = gla_pattern_lines_new ();

  g_return_val_if_fail (form != NULL && product != NULL, NULL);

  *product = NULL;
  for (guint i = 0; i < form->injections->len; i++)
    {
      const GlaFormInjection *injection = form->injections->pdata[i];
      const char *own = get_product (form, injection->source);

      if (injection->area == NULL)
        continue;
      if (lines->len == 0)
        *product = own;
      if (g_strcmp0 (own, *product) == 0)
        gla_pattern_lines_gather (lines, &(GlaPatternLine) {
          .area = injection->area,
          .side = injection->side,
          .units = injection->units,
          .points = injection->points,
          .map = injection->map,
          .depth = injection->depth,
          .needle = injection->needle,
          .technique = injection->technique,
        });
    }
  return gla_pattern_lines_to_text (lines);
}

static gboolean
is_same_family (GlaCatalogue *catalogue,
                const char   *one,
                const char   *other)
{
  GlaProduct *first = gla_catalogue_find_product (catalogue, one);
  GlaProduct *second = gla_catalogue_find_product (catalogue, other);

  return first != NULL && second != NULL
         && g_strcmp0 (gla_product_get_family (first), gla_product_get_family (second)) == 0;
}

gboolean
gla_pattern_find_source (GlaTreatmentForm *form,
                         GlaCatalogue     *catalogue,
                         const char       *product,
                         guint            *found)
{
  g_return_val_if_fail (form != NULL && catalogue != NULL && found != NULL, FALSE);

  for (*found = 0; *found < form->sources->len; ++*found)
    if (g_strcmp0 (get_product (form, *found), product) == 0)
      return TRUE;
  for (*found = 0; product != NULL && *found < form->sources->len; ++*found)
    if (is_same_family (catalogue, get_product (form, *found), product))
      return TRUE;
  /* A lot that was typed before its product is that of this one. */
  for (*found = 0; *found < form->sources->len; ++*found)
    {
      GlaFormSource *source = form->sources->pdata[*found];

      if (source->vial == NULL && source->product == NULL && source->lot != NULL)
        {
          source->product = g_strdup (product);
          return TRUE;
        }
    }
  return FALSE;
}

static guint
choose_source (const GlaPattern *pattern,
               GlaCatalogue     *catalogue,
               GlaTreatmentForm *form)
{
  guint found;

  if (gla_pattern_find_source (form, catalogue, pattern->product, &found))
    return found;
  /* Nothing is injected from the old ones any more. */
  g_ptr_array_set_size (form->sources, 0);
  return gla_treatment_form_add_source (form, NULL, pattern->product, NULL);
}

void
gla_pattern_apply (const GlaPattern *pattern,
                   GlaCatalogue     *catalogue,
                   GlaTreatmentForm *form)
{
  g_autoptr (GPtrArray) kept = NULL;
  g_autoptr (GPtrArray) lines = gla_pattern_lines_new ();
  guint source;

  g_return_if_fail (pattern != NULL && catalogue != NULL && form != NULL);

  kept = gla_pattern_lines_parse (pattern->content);
  /* Kept before two vials of one product became one line. */
  for (guint i = 0; i < kept->len; i++)
    gla_pattern_lines_gather (lines, kept->pdata[i]);
  g_ptr_array_set_size (form->injections, 0);
  source = choose_source (pattern, catalogue, form);
  for (guint i = 0; i < lines->len; i++)
    {
      const GlaPatternLine *line = lines->pdata[i];

      gla_treatment_form_add_injection (form, &(GlaFormInjection) {
        .area = line->area,
        .side = line->side,
        .source = source,
        .units = line->units,
        .points = line->points,
        .map = line->map,
        .depth = line->depth,
        .needle = line->needle,
        .technique = line->technique,
      });
    }
}

char *
gla_pattern_describe_form (const GlaTreatmentForm *form,
                           GlaCatalogue           *catalogue)
{
  g_autoptr (GString) areas = g_string_new (NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *totals = NULL;

  g_return_val_if_fail (form != NULL && catalogue != NULL, NULL);

  for (guint i = 0; i < form->injections->len; i++)
    {
      const char *key = ((const GlaFormInjection *) form->injections->pdata[i])->area;
      const GlaArea *area = gla_catalogue_find_area (catalogue, key);

      if (g_hash_table_add (seen, (gpointer) key))
        g_string_append_printf (areas, "%s%s", areas->len > 0 ? _(", ") : "",
                                area != NULL ? gla_area_get_name (area) : key);
    }
  totals = gla_treatment_form_describe_totals (form, catalogue);
  /* Translators: units of a product, then the areas that they go to */
  return g_strdup_printf (_("%s: %s"), totals, areas->str);
}

char *
gla_pattern_describe (const GlaPattern *pattern,
                      GlaCatalogue     *catalogue)
{
  g_autoptr (GlaTreatmentForm) form = gla_treatment_form_new (GLA_DAY_NONE);

  g_return_val_if_fail (pattern != NULL && catalogue != NULL, NULL);

  gla_pattern_apply (pattern, catalogue, form);
  return gla_pattern_describe_form (form, catalogue);
}
