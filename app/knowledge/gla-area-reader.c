/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-area-private.h"
#include "gla-reader.h"

/* Elements that are statements, in the order of GlaAreaFactKind. */
static const char * const fact_elements[GLA_N_AREA_FACTS] = {
  [GLA_AREA_FACT_MUSCLES] = "muscles",
  [GLA_AREA_FACT_SIDES] = "sides",
  [GLA_AREA_FACT_POINTS] = "points",
  [GLA_AREA_FACT_DEPTH] = "depth",
  [GLA_AREA_FACT_DANGER] = "danger",
  [GLA_AREA_FACT_SCALE] = "scale",
  [GLA_AREA_FACT_LABEL] = "label",
  [GLA_AREA_FACT_DURATION] = "duration",
};

static GlaAreaSides
read_sides (xmlNode *node)
{
  g_auto (GStrv) words = gla_xml_dup_list (node, "sides");
  const char * const *list = (const char * const *) words;
  GlaAreaSides sides = GLA_AREA_SIDE_NONE;

  if (g_strv_contains (list, "left"))
    sides |= GLA_AREA_SIDE_LEFT;
  if (g_strv_contains (list, "right"))
    sides |= GLA_AREA_SIDE_RIGHT;
  if (g_strv_contains (list, "midline"))
    sides |= GLA_AREA_SIDE_MIDLINE;
  return sides;
}

static GlaDoseFor
read_patient (xmlNode *node)
{
  g_autofree char *word = gla_xml_dup (node, "for");

  if (g_strcmp0 (word, "women") == 0)
    return GLA_DOSE_FOR_WOMEN;
  if (g_strcmp0 (word, "men") == 0)
    return GLA_DOSE_FOR_MEN;
  return GLA_DOSE_FOR_ANYONE;
}

static void
read_names (GlaArea *self,
            xmlNode *parent)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  self->name = gla_xml_dup_child_text (parent, "name");
  self->full_name = gla_xml_dup_child_text (parent, "full-name");
  if (self->full_name == NULL)
    self->full_name = g_strdup (self->name);

  g_strv_builder_add (names, self->name);
  if (!g_str_equal (self->full_name, self->name))
    g_strv_builder_add (names, self->full_name);
  for (xmlNode *node = gla_xml_first (parent, "also"); node != NULL;
       node = gla_xml_next (node, "also"))
    {
      g_autofree char *name = gla_xml_dup_text (node);

      g_strv_builder_add (names, name);
    }
  self->names = g_strv_builder_end (names);
}

static void
read_doses (GlaArea      *self,
            xmlNode      *parent,
            GlaMarkFlags  own)
{
  for (xmlNode *node = gla_xml_first (parent, "dose"); node != NULL;
       node = gla_xml_next (node, "dose"))
    {
      GlaStartingDose *dose = g_new0 (GlaStartingDose, 1);

      dose->group = gla_xml_dup (node, "group");
      dose->product = gla_xml_dup (node, "product");
      dose->patient = read_patient (node);
      dose->low = gla_xml_units (node, "units");
      dose->high = gla_xml_units (node, "up-to");
      if (dose->high == GLA_UNITS_UNKNOWN)
        dose->high = dose->low;
      dose->per_side = gla_xml_bool (node, "per-side");
      gla_reader_mark (&dose->mark, node, own);
      g_ptr_array_add (self->doses, dose);
    }
}

static GlaArea *
read_area (xmlNode      *node,
           GlaMarkFlags  own)
{
  GlaArea *self = gla_area_new ();
  xmlNode *points = gla_xml_first (node, "points");
  xmlNode *duration = gla_xml_first (node, "duration");

  self->key = gla_xml_dup (node, "key");
  self->code = gla_xml_dup (node, "code");
  if (self->code == NULL)
    self->code = g_strdup ("");
  self->sides = read_sides (node);
  self->paired = gla_xml_bool (node, "paired");
  self->scale = gla_xml_dup (node, "grading");
  self->own = own != GLA_MARK_NONE;
  if (points != NULL)
    {
      self->points_low = gla_xml_int (points, "low", 0);
      self->points_high = gla_xml_int (points, "high", self->points_low);
      self->points_per_side = gla_xml_bool (points, "per-side");
    }
  if (duration != NULL)
    {
      self->weeks_low = gla_xml_int (duration, "low", 0);
      self->weeks_high = gla_xml_int (duration, "high", self->weeks_low);
    }

  read_names (self, node);
  read_doses (self, node, own);
  for (int kind = 0; kind < GLA_N_AREA_FACTS; kind++)
    gla_reader_add_marked (self->facts[kind], node, fact_elements[kind], own);
  return self;
}

void
gla_reader_areas (GlaXmlDoc    *doc,
                  GlaMarkFlags  own,
                  GPtrArray    *areas)
{
  for (xmlNode *node = gla_xml_first (gla_xml_root (doc), "area"); node != NULL;
       node = gla_xml_next (node, "area"))
    g_ptr_array_add (areas, read_area (node, own));
}
