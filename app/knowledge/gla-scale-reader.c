/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-reader.h"

static void
free_grade (gpointer data)
{
  GlaGrade *grade = data;

  gla_marked_clear (&grade->mark);
  g_free (grade);
}

static GlaScaleDirection
read_direction (xmlNode *node)
{
  g_autofree char *word = gla_xml_dup (node, "direction");

  if (g_strcmp0 (word, "lower") == 0)
    return GLA_SCALE_LOWER_IS_BETTER;
  if (g_strcmp0 (word, "higher") == 0)
    return GLA_SCALE_HIGHER_IS_BETTER;
  return GLA_SCALE_VARIES;
}

static GlaRaters
read_raters (xmlNode *node)
{
  g_auto (GStrv) words = gla_xml_dup_list (node, "raters");
  const char * const *list = (const char * const *) words;
  GlaRaters raters = GLA_RATERS_NONE;

  if (g_strv_contains (list, "practitioner"))
    raters |= GLA_RATERS_PRACTITIONER;
  if (g_strv_contains (list, "patient"))
    raters |= GLA_RATERS_PATIENT;
  if (g_strv_contains (list, "laboratory"))
    raters |= GLA_RATERS_LABORATORY;
  return raters;
}

/* The statement about the values carries its own marks beside those of the scale. */
static void
read_values (GlaScale     *self,
             xmlNode      *node,
             GlaMarkFlags  own)
{
  GlaMarked values = { NULL, GLA_MARK_NONE, NULL };

  gla_reader_mark (&self->mark, node, own);
  gla_reader_mark (&values, gla_xml_first (node, "values"), own);
  self->mark.marks |= values.marks;
  g_free (self->mark.text);
  self->mark.text = g_steal_pointer (&values.text);
  gla_marked_clear (&values);
}

static GlaScale *
read_scale (xmlNode      *node,
            GlaMarkFlags  own)
{
  GlaScale *self = g_new0 (GlaScale, 1);

  self->key = gla_xml_dup (node, "key");
  self->short_name = gla_xml_dup (node, "short");
  self->name = gla_xml_dup_child_text (node, "name");
  self->direction = read_direction (node);
  self->raters = read_raters (node);
  self->licensed = gla_xml_bool (node, "licensed");
  self->grades = g_ptr_array_new_with_free_func (free_grade);
  self->notes = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_marked_free);
  read_values (self, node, own);

  for (xmlNode *child = gla_xml_first (node, "grade"); child != NULL;
       child = gla_xml_next (child, "grade"))
    {
      GlaGrade *grade = g_new0 (GlaGrade, 1);

      grade->value = gla_xml_int (child, "value", 0);
      gla_reader_mark (&grade->mark, child, own);
      g_ptr_array_add (self->grades, grade);
    }
  gla_reader_add_marked (self->notes, node, "note", own);
  return self;
}

void
gla_reader_scales (GlaXmlDoc    *doc,
                   GlaMarkFlags  own,
                   GPtrArray    *scales)
{
  for (xmlNode *node = gla_xml_first (gla_xml_root (doc), "scale"); node != NULL;
       node = gla_xml_next (node, "scale"))
    g_ptr_array_add (scales, read_scale (node, own));
}
