/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-catalogue-rows.h"

#include "gla-i18n.h"

/* One statement */

static char *
dup_references (GlaCatalogue    *catalogue,
                const GlaMarked *mark)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; mark->sources[i] != NULL; i++)
    {
      const GlaSource *source = gla_catalogue_find_source (catalogue, mark->sources[i]);

      if (text->len > 0)
        g_string_append_c (text, '\n');
      g_string_append_printf (text, "%s: %s", mark->sources[i],
                              source != NULL ? source->reference : "?");
    }

  return g_string_free (text, FALSE);
}

static GtkWidget *
new_chip (const char *text,
          const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (label, "chip");
  gtk_widget_add_css_class (label, "caption");
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
add_statement (AdwExpanderRow  *expander,
               GlaCatalogue    *catalogue,
               const char      *heading,
               const char      *text,
               const GlaMarked *mark)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *words = gla_marks_dup_text (mark->marks);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), heading);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  if (words[0] != '\0')
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_chip (words, "uncertain"));
  if (mark->sources[0] != NULL)
    {
      g_autofree char *keys = g_strjoinv (", ", mark->sources);
      g_autofree char *references = dup_references (catalogue, mark);
      GtkWidget *chip = new_chip (keys, NULL);

      gtk_widget_set_tooltip_text (chip, references);
      gtk_widget_set_tooltip_text (row, references);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), chip);
    }
  adw_expander_row_add_row (expander, row);
}

static void
add_marked (AdwExpanderRow  *expander,
            GlaCatalogue    *catalogue,
            const char      *heading,
            const GlaMarked *mark)
{
  const char *text = gla_marked_get_text (mark);

  if (text != NULL && text[0] != '\0')
    add_statement (expander, catalogue, heading, text, mark);
}

/* Numbers with the statement that may go with them. */
static void
add_figure (AdwExpanderRow  *expander,
            GlaCatalogue    *catalogue,
            const char      *heading,
            const char      *figure,
            const GlaMarked *mark)
{
  const char *note = gla_marked_get_text (mark);
  g_autofree char *text = NULL;

  text = note != NULL && note[0] != '\0' ? g_strdup_printf ("%s\n%s", figure, note)
                                         : g_strdup (figure);
  add_statement (expander, catalogue, heading, text, mark);
}

static char *
format_units (GlaUnits low,
              GlaUnits high)
{
  g_autofree char *from = gla_units_format (low);
  g_autofree char *to = gla_units_format (high);

  if (low == GLA_UNITS_UNKNOWN)
    return g_strdup (_("no figure known"));
  if (low == high)
    /* Translators: units of toxin */
    return g_strdup_printf (_("%s U"), from);

  /* Translators: units of toxin, from and to */
  return g_strdup_printf (_("%s to %s U"), from, to);
}

/* Products */

static const char *
get_fact_title (GlaFactKind kind)
{
  switch (kind)
    {
    case GLA_FACT_GENERIC:
      return _("Generic name");
    case GLA_FACT_SEROTYPE:
      return _("Serotype");
    case GLA_FACT_MAKER:
      return _("Maker");
    case GLA_FACT_EXCIPIENTS:
      return _("Contents of the vial");
    case GLA_FACT_SCREEN:
      return _("Ask about");
    case GLA_FACT_COMPLEX:
      return _("Complexing proteins");
    case GLA_FACT_ONSET:
      return _("Onset");
    case GLA_FACT_PEAK:
      return _("Peak");
    case GLA_FACT_DURATION:
      return _("Duration");
    case GLA_FACT_ANTIBODIES:
      return _("Antibodies");
    case GLA_FACT_NOTE:
    case GLA_N_FACTS:
    default:
      return _("Note");
    }
}

/* Empty for a storage that holds for all vials of the product. */
static char *
list_vials (GlaProduct       *product,
            const GlaStorage *storage)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; storage->presentations[i] != NULL; i++)
    {
      const GlaPresentation *presentation
          = gla_product_find_presentation (product, storage->presentations[i]);
      g_autofree char *units = NULL;

      if (presentation == NULL)
        continue;
      units = format_units (presentation->units, presentation->units);
      g_string_append_printf (text, "%s%s %s", text->len > 0 ? ", " : "", presentation->brand,
                              units);
    }

  return g_string_free (text, FALSE);
}

static char *
name_vials (const char *heading,
            const char *vials)
{
  /* Translators: what is said, the vials it holds for */
  return vials[0] != '\0' ? g_strdup_printf (_("%s (%s)"), heading, vials) : g_strdup (heading);
}

static void
add_presentations (AdwExpanderRow *expander,
                   GlaCatalogue   *catalogue,
                   GlaProduct     *product)
{
  const GPtrArray *presentations = gla_product_get_presentations (product);
  const GPtrArray *storages = gla_product_get_storages (product);

  for (guint i = 0; i < presentations->len; i++)
    {
      const GlaPresentation *presentation = g_ptr_array_index (presentations, i);
      g_autofree char *units = format_units (presentation->units, presentation->units);
      g_autofree char *text = g_strdup_printf ("%s · %s", presentation->brand, units);

      add_figure (expander, catalogue, _("Vial"), text, &presentation->mark);
    }
  for (guint i = 0; i < storages->len; i++)
    {
      const GlaStorage *storage = g_ptr_array_index (storages, i);
      g_autofree char *vials = list_vials (product, storage);
      g_autofree char *unopened = name_vials (_("Storage, unopened"), vials);
      g_autofree char *shelf_life = name_vials (_("Shelf life"), vials);
      g_autofree char *in_use = name_vials (_("After reconstitution"), vials);

      add_marked (expander, catalogue, unopened, &storage->unopened);
      add_marked (expander, catalogue, shelf_life, &storage->shelf_life);
      add_marked (expander, catalogue, in_use, &storage->in_use);
    }
}

static char *
list_regions (GlaRegion regions)
{
  GString *text = g_string_new (NULL);

  for (guint bit = 1; bit <= GLA_REGION_CN; bit <<= 1)
    if ((regions & bit) != 0)
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", gla_region_get_name (bit));

  return g_string_free (text, FALSE);
}

static void
add_indication (AdwExpanderRow      *expander,
                GlaCatalogue        *catalogue,
                const GlaIndication *indication)
{
  GlaArea *area = gla_catalogue_find_area (catalogue, indication->area);
  g_autofree char *regions = list_regions (indication->regions);
  g_autofree char *heading = NULL;

  /* Translators: treatment area, regions of the label */
  heading = g_strdup_printf (_("Label, %s (%s)"),
                             area != NULL ? gla_area_get_name (area) : indication->area, regions);
  if (indication->doses->len == 0)
    add_figure (expander, catalogue, heading, _("licensed, no dose known"), &indication->mark);
  for (guint i = 0; i < indication->doses->len; i++)
    {
      const GlaLabelDose *dose = g_ptr_array_index (indication->doses, i);
      g_autofree char *units = format_units (dose->low, dose->high);

      add_figure (expander, catalogue, heading, units, &dose->mark);
    }
  for (guint i = 0; i < indication->intervals->len; i++)
    {
      const GlaInterval *interval = g_ptr_array_index (indication->intervals, i);
      g_autofree char *text = NULL;

      if (interval->months > 0)
        text = g_strdup_printf (ngettext ("not before %d month", "not before %d months",
                                          interval->months),
                                interval->months);
      else
        text = g_strdup_printf (ngettext ("not before %d day", "not before %d days",
                                          interval->days),
                                interval->days);
      add_figure (expander, catalogue, heading, text, &interval->mark);
    }
}

void
gla_catalogue_rows_add_product (AdwExpanderRow *expander,
                                GlaCatalogue   *catalogue,
                                GlaProduct     *product)
{
  const GPtrArray *indications;

  g_return_if_fail (ADW_IS_EXPANDER_ROW (expander));
  g_return_if_fail (catalogue != NULL && product != NULL);

  add_presentations (expander, catalogue, product);
  indications = gla_product_get_indications (product);
  for (guint i = 0; i < indications->len; i++)
    add_indication (expander, catalogue, g_ptr_array_index (indications, i));
  for (guint kind = 0; kind < GLA_N_FACTS; kind++)
    {
      const GPtrArray *facts = gla_product_get_facts (product, kind);

      for (guint i = 0; i < facts->len; i++)
        {
          const GlaFact *fact = g_ptr_array_index (facts, i);

          add_marked (expander, catalogue, get_fact_title (kind), &fact->mark);
        }
    }
}

/* Areas */

static const char *
get_area_fact_title (GlaAreaFactKind kind)
{
  switch (kind)
    {
    case GLA_AREA_FACT_MUSCLES:
      return _("Muscles");
    case GLA_AREA_FACT_SIDES:
      return _("Sides");
    case GLA_AREA_FACT_POINTS:
      return _("Points");
    case GLA_AREA_FACT_DEPTH:
      return _("Depth");
    case GLA_AREA_FACT_DANGER:
      return _("Danger");
    case GLA_AREA_FACT_SCALE:
      return _("Scale");
    case GLA_AREA_FACT_LABEL:
      return _("Label");
    case GLA_AREA_FACT_DURATION:
    case GLA_N_AREA_FACTS:
    default:
      return _("Duration");
    }
}

static void
add_starting_dose (AdwExpanderRow        *expander,
                   GlaCatalogue          *catalogue,
                   const GlaStartingDose *dose)
{
  GlaProduct *product = gla_catalogue_find_product (catalogue, dose->product);
  const char *name = product != NULL ? gla_product_get_name (product) : dose->group;
  g_autofree char *units = format_units (dose->low, dose->high);
  g_autofree char *heading = NULL;
  g_autofree char *text = NULL;

  /* Translators: %s is a product, or a group of products that are dosed alike */
  heading = g_strdup_printf (_("Usual dose, %s"), name);
  if (dose->patient == GLA_DOSE_FOR_WOMEN)
    text = g_strdup_printf (dose->per_side ? _("%s on each side, women") : _("%s, women"), units);
  else if (dose->patient == GLA_DOSE_FOR_MEN)
    text = g_strdup_printf (dose->per_side ? _("%s on each side, men") : _("%s, men"), units);
  else
    text = dose->per_side ? g_strdup_printf (_("%s on each side"), units) : g_strdup (units);
  add_figure (expander, catalogue, heading, text, &dose->mark);
}

void
gla_catalogue_rows_add_area (AdwExpanderRow *expander,
                             GlaCatalogue   *catalogue,
                             GlaArea        *area)
{
  const GPtrArray *doses;

  g_return_if_fail (ADW_IS_EXPANDER_ROW (expander));
  g_return_if_fail (catalogue != NULL && area != NULL);

  for (guint kind = 0; kind < GLA_N_AREA_FACTS; kind++)
    {
      const GPtrArray *facts = gla_area_get_facts (area, kind);

      for (guint i = 0; i < facts->len; i++)
        add_marked (expander, catalogue, get_area_fact_title (kind), g_ptr_array_index (facts, i));
    }
  doses = gla_area_get_starting_doses (area);
  for (guint i = 0; i < doses->len; i++)
    add_starting_dose (expander, catalogue, g_ptr_array_index (doses, i));
}

/* Sources */

void
gla_catalogue_rows_add_sources (AdwExpanderRow *expander,
                                GlaCatalogue   *catalogue)
{
  const GPtrArray *sources;

  g_return_if_fail (ADW_IS_EXPANDER_ROW (expander));
  g_return_if_fail (catalogue != NULL);

  sources = gla_catalogue_get_sources (catalogue);
  for (guint i = 0; i < sources->len; i++)
    {
      const GlaSource *source = g_ptr_array_index (sources, i);
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), source->key);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), source->reference);
      if (source->kind[0] != '\0')
        adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_chip (source->kind, NULL));
      adw_expander_row_add_row (expander, row);
    }
}
