/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-face.h"

#include "gla-face-private.h"
#include "gla-i18n.h"

/* The files, in the order to offer them, and what they are called. */
static const struct
{
  const char *key;
  const char *path;
  const char *name;
} files[] = {
  { "front", "faces/front.svg", N_("Front") },
  /* Translators: the face turned so that the patient's left side is seen */
  { "left", "faces/left.svg", N_("Left oblique") },
  { "right", "faces/right.svg", N_("Right oblique") },
  { "neck", "faces/neck.svg", N_("Neck") },
  { "axilla", "faces/axilla.svg", N_("Armpits") },
  { "palms", "faces/palms.svg", N_("Palms") },
  { "trapezius", "faces/trapezius.svg", N_("Shoulders") },
  { "calf", "faces/calf.svg", N_("Calves") },
};

struct _GlaFaces
{
  GPtrArray *faces;   /* (element-type GlaFace) */
};

GlaFaces *
gla_faces_load_builtin (GError **error)
{
  g_autoptr (GPtrArray) faces = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_face_free);
  GlaFaces *self;

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      GlaFace *face = gla_face_read (files[i].path, error);

      if (face == NULL)
        return NULL;
      g_ptr_array_add (faces, face);
    }
  self = g_atomic_rc_box_new0 (GlaFaces);
  self->faces = g_steal_pointer (&faces);
  return self;
}

GlaFaces *
gla_faces_get_default (void)
{
  static GlaFaces *faces = NULL;
  static gsize loaded = 0;

  if (g_once_init_enter (&loaded))
    {
      g_autoptr (GError) error = NULL;

      faces = gla_faces_load_builtin (&error);
      if (faces == NULL)
        g_error ("The program was built with broken pictures: %s", error->message);
      g_once_init_leave (&loaded, 1);
    }
  return faces;
}

static void
faces_clear (GlaFaces *self)
{
  g_ptr_array_unref (self->faces);
}

GlaFaces *
gla_faces_ref (GlaFaces *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

void
gla_faces_unref (GlaFaces *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, (GDestroyNotify) faces_clear);
}

const GPtrArray *
gla_faces_get_all (GlaFaces *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->faces;
}

const GlaFace *
gla_faces_find (GlaFaces   *self,
                const char *key)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->faces->len; i++)
    {
      const GlaFace *face = g_ptr_array_index (self->faces, i);

      if (g_strcmp0 (face->key, key) == 0)
        return face;
    }
  return NULL;
}

const GlaFace *
gla_faces_find_for_area (GlaFaces   *self,
                         const char *area)
{
  g_return_val_if_fail (self != NULL && area != NULL, NULL);

  for (guint i = 0; i < self->faces->len; i++)
    {
      const GlaFace *face = g_ptr_array_index (self->faces, i);

      if (gla_face_find_region (face, area, GLA_AREA_SIDE_NONE) != NULL)
        return face;
    }
  return NULL;
}

const GlaFace *
gla_faces_find_mirrored (GlaFaces      *self,
                         const GlaFace *face)
{
  g_return_val_if_fail (self != NULL && face != NULL, NULL);

  if (g_str_equal (face->key, "left"))
    return gla_faces_find (self, "right");
  if (g_str_equal (face->key, "right"))
    return gla_faces_find (self, "left");
  return face;
}

const char *
gla_face_get_name (const GlaFace *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    if (g_str_equal (files[i].key, self->key))
      return _(files[i].name);
  return self->key;
}

const GlaFaceRegion *
gla_face_find_region (const GlaFace *self,
                      const char    *area,
                      GlaAreaSides   side)
{
  g_return_val_if_fail (self != NULL && area != NULL, NULL);

  for (guint i = 0; i < self->regions->len; i++)
    {
      const GlaFaceRegion *region = g_ptr_array_index (self->regions, i);

      if (g_str_equal (region->area, area) && (side == GLA_AREA_SIDE_NONE || region->side == side))
        return region;
    }
  return NULL;
}

static double
get_size (const GlaFaceRegion *region)
{
  double x1, y1, x2, y2;

  gla_outline_get_bounds (region->outline, &x1, &y1, &x2, &y2);
  return (x2 - x1) * (y2 - y1);
}

const GlaFaceRegion *
gla_face_pick_region (const GlaFace *self,
                      double         x,
                      double         y)
{
  const GlaFaceRegion *found = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->regions->len; i++)
    {
      const GlaFaceRegion *region = g_ptr_array_index (self->regions, i);

      if (gla_outline_contains (region->outline, x * self->width / 1000, y * self->height / 1000)
          && (found == NULL || get_size (region) < get_size (found)))
        found = region;
    }
  return found;
}

GPtrArray *
gla_face_get_spots (const GlaFace *self,
                    const char    *area,
                    GlaAreaSides   side)
{
  GPtrArray *spots = g_ptr_array_new ();

  g_return_val_if_fail (self != NULL && area != NULL, spots);

  for (guint i = 0; i < self->spots->len; i++)
    {
      GlaFaceSpot *spot = g_ptr_array_index (self->spots, i);

      if (g_str_equal (spot->area, area) && spot->side == side)
        g_ptr_array_add (spots, spot);
    }
  return spots;
}
