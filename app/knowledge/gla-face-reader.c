/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-face-private.h"

#include "gla-i18n.h"
#include "gla-xml.h"

#include <math.h>

/* Classes of paths, in the order of GlaFaceRole. */
static const char * const role_classes[GLA_N_FACE_ROLES] = {
  [GLA_FACE_SKIN] = "skin",
  [GLA_FACE_HAIR] = "hair",
  [GLA_FACE_WHITE] = "white",
  [GLA_FACE_IRIS] = "iris",
  [GLA_FACE_DARK] = "dark",
  [GLA_FACE_LIPS] = "lips",
  [GLA_FACE_LINE] = "line",
  [GLA_FACE_FINE] = "fine",
};

static void
shape_free (GlaFaceShape *self)
{
  gla_outline_free (self->outline);
  g_free (self);
}

static void
region_free (GlaFaceRegion *self)
{
  g_free (self->area);
  gla_outline_free (self->outline);
  g_free (self);
}

static void
spot_free (GlaFaceSpot *self)
{
  g_free (self->area);
  g_free (self);
}

static GlaFace *
face_new (void)
{
  GlaFace *self = g_new0 (GlaFace, 1);

  self->shapes = g_ptr_array_new_with_free_func ((GDestroyNotify) shape_free);
  self->regions = g_ptr_array_new_with_free_func ((GDestroyNotify) region_free);
  self->dangers = g_ptr_array_new_with_free_func ((GDestroyNotify) region_free);
  self->spots = g_ptr_array_new_with_free_func ((GDestroyNotify) spot_free);
  return self;
}

void
gla_face_free (GlaFace *self)
{
  if (self == NULL)
    return;
  g_free (self->key);
  g_ptr_array_unref (self->shapes);
  g_ptr_array_unref (self->regions);
  g_ptr_array_unref (self->dangers);
  g_ptr_array_unref (self->spots);
  g_free (self);
}

static GlaAreaSides
read_side (xmlNode *node)
{
  g_autofree char *side = gla_xml_dup (node, "data-side");

  if (g_strcmp0 (side, "left") == 0)
    return GLA_AREA_SIDE_LEFT;
  return g_strcmp0 (side, "right") == 0 ? GLA_AREA_SIDE_RIGHT : GLA_AREA_SIDE_NONE;
}

static GlaOutline *
read_outline (xmlNode     *node,
              const char  *name,
              GError     **error)
{
  g_autofree char *data = gla_xml_dup (node, "d");
  GlaOutline *outline = data != NULL ? gla_outline_parse (data) : NULL;

  if (outline == NULL)
    gla_xml_set_error (error, GLA_KNOWLEDGE_ERROR_VALUE, name, node, "%s",
                       _("This path can’t be read: it may have the commands M, L, H, V, C, S "
                         "and Z."));
  return outline;
}

static gboolean
read_shape (GlaFace     *self,
            xmlNode     *node,
            const char  *name,
            GError     **error)
{
  g_autofree char *class = gla_xml_dup (node, "class");
  GlaOutline *outline = read_outline (node, name, error);
  GlaFaceShape *shape;

  if (outline == NULL)
    return FALSE;
  shape = g_new0 (GlaFaceShape, 1);
  shape->outline = outline;
  for (guint i = 0; i < GLA_N_FACE_ROLES; i++)
    if (g_strcmp0 (class, role_classes[i]) == 0)
      shape->role = (GlaFaceRole) i;
  g_ptr_array_add (self->shapes, shape);
  return TRUE;
}

static gboolean
read_region (GPtrArray   *regions,
             xmlNode     *node,
             const char  *name,
             GError     **error)
{
  GlaOutline *outline = read_outline (node, name, error);
  GlaFaceRegion *region;

  if (outline == NULL)
    return FALSE;
  region = g_new0 (GlaFaceRegion, 1);
  region->area = gla_xml_dup (node, "data-area");
  region->side = read_side (node);
  region->outline = outline;
  g_ptr_array_add (regions, region);
  return TRUE;
}

static void
read_spot (GlaFace *self,
           xmlNode *node)
{
  GlaFaceSpot *spot = g_new0 (GlaFaceSpot, 1);

  spot->area = gla_xml_dup (node, "data-area");
  spot->side = read_side (node);
  spot->x = (int) lround (1000 * gla_xml_double (node, "cx", 0) / self->width);
  spot->y = (int) lround (1000 * gla_xml_double (node, "cy", 0) / self->height);
  g_ptr_array_add (self->spots, spot);
}

static gboolean
read_group (GlaFace     *self,
            xmlNode     *group,
            const char  *name,
            GError     **error)
{
  g_autofree char *id = gla_xml_dup (group, "id");

  for (xmlNode *node = gla_xml_first (group, NULL); node != NULL; node = gla_xml_next (node, NULL))
    {
      gboolean read = TRUE;

      if (g_strcmp0 (id, "art") == 0)
        read = read_shape (self, node, name, error);
      else if (g_strcmp0 (id, "regions") == 0)
        read = read_region (self->regions, node, name, error);
      else if (g_strcmp0 (id, "dangers") == 0)
        read = read_region (self->dangers, node, name, error);
      else
        read_spot (self, node);
      if (!read)
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_size (GlaFace     *self,
           xmlNode     *root,
           const char  *name,
           GError     **error)
{
  g_auto (GStrv) box = gla_xml_dup_list (root, "viewBox");

  if (g_strv_length (box) == 4)
    {
      self->width = g_ascii_strtod (box[2], NULL);
      self->height = g_ascii_strtod (box[3], NULL);
    }
  if (self->width > 0 && self->height > 0)
    return TRUE;
  gla_xml_set_error (error, GLA_KNOWLEDGE_ERROR_VALUE, name, root, "%s",
                     _("The picture has no size."));
  return FALSE;
}

GlaFace *
gla_face_read (const char  *path,
               GError     **error)
{
  g_autoptr (GlaXmlDoc) doc = gla_xml_load_builtin (path, error);
  g_autoptr (GlaFace) self = face_new ();
  xmlNode *root;

  if (doc == NULL)
    return NULL;
  root = gla_xml_root (doc);
  self->key = gla_xml_dup (root, "id");
  if (!read_size (self, root, path, error))
    return NULL;
  for (xmlNode *group = gla_xml_first (root, "g"); group != NULL; group = gla_xml_next (group, "g"))
    if (!read_group (self, group, path, error))
      return NULL;
  return g_steal_pointer (&self);
}
