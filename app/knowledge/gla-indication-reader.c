/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-reader.h"

/* The upper figure of a range, the lower one where the file names only one. */
static GlaUnits
read_upper (xmlNode    *node,
            const char *attribute,
            GlaUnits    low)
{
  GlaUnits high = gla_xml_units (node, attribute);

  return high != GLA_UNITS_UNKNOWN ? high : low;
}

static void
add_dose (GPtrArray    *array,
          xmlNode      *node,
          GlaMarkFlags  own)
{
  GlaLabelDose *dose = g_new0 (GlaLabelDose, 1);

  dose->low = gla_xml_units (node, "units");
  dose->high = read_upper (node, "up-to", dose->low);
  dose->volume_ul = gla_reader_microlitres (node, "volume-ml");
  gla_reader_mark (&dose->mark, node, own);
  g_ptr_array_add (array, dose);
}

static void
add_points (GPtrArray    *array,
            xmlNode      *node,
            GlaMarkFlags  own)
{
  GlaLabelPoints *points = g_new0 (GlaLabelPoints, 1);

  points->count = gla_xml_int (node, "count", 0);
  points->count_high = gla_xml_int (node, "up-to", points->count);
  points->low = gla_xml_units (node, "units");
  points->high = read_upper (node, "units-up-to", points->low);
  points->per_side = gla_xml_bool (node, "per-side");
  gla_reader_mark (&points->mark, node, own);
  g_ptr_array_add (array, points);
}

static void
add_age (GPtrArray    *array,
         xmlNode      *node,
         GlaMarkFlags  own)
{
  GlaAgeLimit *age = g_new0 (GlaAgeLimit, 1);

  age->from = gla_xml_int (node, "from", 0);
  age->below = gla_xml_int (node, "below", 0);
  age->contraindicated = gla_xml_bool (node, "contraindicated");
  gla_reader_mark (&age->mark, node, own);
  g_ptr_array_add (array, age);
}

static void
add_maximum (GPtrArray    *array,
             xmlNode      *node,
             GlaMarkFlags  own)
{
  g_autofree char *kind = gla_xml_dup (node, "kind");
  GlaMaximum *maximum = g_new0 (GlaMaximum, 1);

  maximum->kind = g_strcmp0 (kind, "period") == 0 ? GLA_MAXIMUM_PERIOD : GLA_MAXIMUM_SESSION;
  maximum->units = gla_xml_units (node, "units");
  maximum->months = gla_xml_int (node, "months", 0);
  maximum->areas = gla_xml_dup_list (node, "areas");
  gla_reader_mark (&maximum->mark, node, own);
  g_ptr_array_add (array, maximum);
}

static void
add_each (GPtrArray    *array,
          xmlNode      *parent,
          const char   *name,
          GlaMarkFlags  own,
          void        (*add) (GPtrArray *, xmlNode *, GlaMarkFlags))
{
  for (xmlNode *node = gla_xml_first (parent, name); node != NULL; node = gla_xml_next (node, name))
    add (array, node, own);
}

void
gla_reader_add_intervals (GPtrArray    *array,
                          xmlNode      *parent,
                          GlaMarkFlags  own)
{
  for (xmlNode *node = gla_xml_first (parent, "interval"); node != NULL;
       node = gla_xml_next (node, "interval"))
    {
      GlaInterval *interval = g_new0 (GlaInterval, 1);

      interval->months = gla_xml_int (node, "months", 0);
      interval->days = gla_xml_int (node, "days", 0);
      gla_reader_mark (&interval->mark, node, own);
      g_ptr_array_add (array, interval);
    }
}

GlaIndication *
gla_reader_indication (xmlNode      *node,
                       GlaMarkFlags  own)
{
  g_autofree char *licence = gla_xml_dup (node, "licence");
  g_auto (GStrv) regions = gla_xml_dup_list (node, "regions");
  GlaIndication *self = gla_indication_new ();

  self->area = gla_xml_dup (node, "area");
  self->therapeutic = g_strcmp0 (licence, "therapeutic") == 0;
  for (gsize i = 0; regions[i] != NULL; i++)
    self->regions |= gla_region_from_key (regions[i]);

  gla_reader_mark (&self->mark, node, own);
  /* The text of an element with children is that of its children. */
  g_clear_pointer (&self->mark.text, g_free);

  add_each (self->doses, node, "dose", own, add_dose);
  add_each (self->points, node, "points", own, add_points);
  add_each (self->ages, node, "age", own, add_age);
  gla_reader_add_intervals (self->intervals, node, own);
  add_each (self->maxima, node, "maximum", own, add_maximum);
  gla_reader_add_marked (self->notes, node, "note", own);
  return self;
}
