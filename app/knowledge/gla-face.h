/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-area.h"
#include "gla-outline.h"

G_BEGIN_DECLS

/*
 * Pictures of face and body on which injections are mapped: the SVG files of
 * data/faces, read as values. Screen, print and thumbnail are painted from them
 * by drawing; colours come from its palette and not from the files.
 */

/** GlaFaceRole: what a shape of a picture is; the class of its path. */
typedef enum
{
  GLA_FACE_SKIN,
  GLA_FACE_HAIR,
  GLA_FACE_WHITE,
  GLA_FACE_IRIS,
  GLA_FACE_DARK,
  GLA_FACE_LIPS,
  GLA_FACE_LINE,
  GLA_FACE_FINE,
  GLA_N_FACE_ROLES,
} GlaFaceRole;

typedef struct
{
  GlaFaceRole  role;
  GlaOutline  *outline;
} GlaFaceShape;

/**
 * GlaFaceRegion:
 * @area: key of the area
 * @side: the patient's left or right; %GLA_AREA_SIDE_NONE for the whole area
 *
 * Where an area is; as a danger zone: a place that the catalogue warns of for it.
 */
typedef struct
{
  char         *area;
  GlaAreaSides  side;
  GlaOutline   *outline;
} GlaFaceRegion;

/**
 * GlaFaceSpot:
 * @x: thousandths of the picture's width
 * @y: thousandths of the picture's height
 *
 * Where a usual point of an area lies. Those of one area and side are in the
 * order in which they are used: the first three are those of three points. How
 * many there are and how many units each gets is not the picture's business.
 */
typedef struct
{
  char         *area;
  GlaAreaSides  side;
  int           x;
  int           y;
} GlaFaceSpot;

/**
 * GlaFace:
 * @key: "front"; stored with records, never changed
 * @shapes: (element-type GlaFaceShape): from the back to the front
 * @regions: (element-type GlaFaceRegion)
 * @dangers: (element-type GlaFaceRegion)
 * @spots: (element-type GlaFaceSpot)
 */
typedef struct
{
  char      *key;
  double     width;
  double     height;
  GPtrArray *shapes;
  GPtrArray *regions;
  GPtrArray *dangers;
  GPtrArray *spots;
} GlaFace;

/** GlaFaces: all pictures. Immutable, reference counted, safe to read from any thread. */
typedef struct _GlaFaces GlaFaces;

/** gla_faces_load_builtin: (transfer full): reads the files in the program. */
GlaFaces             *gla_faces_load_builtin  (GError              **error);

/** gla_faces_get_default: (transfer none): those in the program, read once. */
GlaFaces             *gla_faces_get_default   (void);
GlaFaces             *gla_faces_ref           (GlaFaces             *self);
void                  gla_faces_unref         (GlaFaces             *self);

/** gla_faces_get_all: (element-type GlaFace): in the order to offer them. */
const GPtrArray      *gla_faces_get_all       (GlaFaces             *self);

/** gla_faces_find: (nullable): by key. */
const GlaFace        *gla_faces_find          (GlaFaces             *self,
                                               const char           *key);

/** gla_faces_find_for_area: (nullable): the first picture that shows an area; %NULL if none does. */
const GlaFace        *gla_faces_find_for_area (GlaFaces             *self,
                                               const char           *area);

/** gla_faces_find_mirrored: (transfer none): the picture that shows the other side of @face. */
const GlaFace        *gla_faces_find_mirrored (GlaFaces             *self,
                                               const GlaFace        *face);

/** gla_face_get_name: "Front", "Left": in the user's language. */
const char           *gla_face_get_name       (const GlaFace        *self);

/**
 * gla_face_find_region:
 * @side: as of the region; with %GLA_AREA_SIDE_NONE any region of the area
 *
 * Returns: (nullable): %NULL if the picture does not show it
 */
const GlaFaceRegion  *gla_face_find_region    (const GlaFace        *self,
                                               const char           *area,
                                               GlaAreaSides          side);

/**
 * gla_face_pick_region:
 * @x: thousandths of the width
 * @y: thousandths of the height
 *
 * Returns: (nullable): the region at a place; of several the smallest
 */
const GlaFaceRegion  *gla_face_pick_region    (const GlaFace        *self,
                                               double                x,
                                               double                y);

/** gla_face_get_spots: (transfer container) (element-type GlaFaceSpot): of an area and side, in order. */
GPtrArray            *gla_face_get_spots      (const GlaFace        *self,
                                               const char           *area,
                                               GlaAreaSides          side);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaFaces, gla_faces_unref)

G_END_DECLS
