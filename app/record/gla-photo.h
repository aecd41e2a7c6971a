/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-record.h"

G_BEGIN_DECLS

/**
 * GlaPhotoExpression:
 * @GLA_PHOTO_EXPRESSION_NONE: not said, or not a face
 *
 * What the patient was asked to do. Stored in clinic files: append only.
 */
typedef enum
{
  GLA_PHOTO_EXPRESSION_NONE = 0,
  GLA_PHOTO_REST = 1,
  GLA_PHOTO_FROWN = 2,
  GLA_PHOTO_RAISE = 3,
  GLA_PHOTO_SMILE = 4,
} GlaPhotoExpression;

/**
 * GlaPhotoAngle:
 * @GLA_PHOTO_ANGLE_NONE: not said, or not a face
 * @GLA_PHOTO_LEFT_OBLIQUE: the patient's left side is nearer
 *
 * Where the camera was. Stored in clinic files: append only.
 */
typedef enum
{
  GLA_PHOTO_ANGLE_NONE = 0,
  GLA_PHOTO_FRONT = 1,
  GLA_PHOTO_LEFT_OBLIQUE = 2,
  GLA_PHOTO_RIGHT_OBLIQUE = 3,
} GlaPhotoAngle;

/** GlaPhotoView: what a photo shows, which makes photos of two days comparable. */
typedef struct
{
  GlaPhotoExpression expression;
  GlaPhotoAngle angle;
} GlaPhotoView;

/** The checklist of a visit: each expression from each angle. */
#define GLA_PHOTO_N_EXPRESSIONS 4
#define GLA_PHOTO_N_ANGLES 3
#define GLA_PHOTO_N_VIEWS (GLA_PHOTO_N_EXPRESSIONS * GLA_PHOTO_N_ANGLES)

/**
 * GlaPhoto:
 *
 * What is known of a photo of a patient; its picture is kept apart from it. Photos are
 * shown and never analysed.
 */
typedef struct
{
  const char *id;
  const char *patient;             /* identifier */
  const char *treatment;           /* identifier of the one of that visit, or NULL */
  GlaDay day;                      /* of the visit */
  GlaPhotoExpression expression;
  GlaPhotoAngle angle;
  const char *note;
  GlaDay marketing_day;            /* the patient agreed to marketing use of this photo on that
                                      day; %GLA_DAY_NONE: did not agree */
  const char *staff;               /* identifier of who added it, or NULL */
  int width;                       /* of the picture, in pixels */
  int height;
  gint64 size;                     /* of the picture, in bytes */
  const char *checksum;            /* SHA-256 of the picture */
  gint64 revision;
} GlaPhoto;

GLA_DECLARE_RECORD (GlaPhoto, gla_photo)

/** gla_photo_get_view: what it shows. */
GlaPhotoView  gla_photo_get_view              (const GlaPhoto     *self);

/** gla_photo_view_get_place: place in the checklist, 0 to %GLA_PHOTO_N_VIEWS - 1 by expression and angle; -1 if it is not part of it. */
int           gla_photo_view_get_place        (GlaPhotoView        view);

/** gla_photo_view_from_place: the view at that place of the checklist. */
GlaPhotoView  gla_photo_view_from_place       (int                 place);

/** gla_photo_view_get_name: (transfer full): in the user's language, such as "Frown, front". */
char         *gla_photo_view_get_name         (GlaPhotoView        view);

const char   *gla_photo_expression_get_name   (GlaPhotoExpression  expression);
const char   *gla_photo_angle_get_name        (GlaPhotoAngle       angle);

G_END_DECLS
