/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-photo.h"

#include "gla-i18n.h"
#include "gla-record-private.h"

GLA_DEFINE_RECORD (GlaPhoto, gla_photo,
                   offsetof (GlaPhoto, id),
                   offsetof (GlaPhoto, patient),
                   offsetof (GlaPhoto, treatment),
                   offsetof (GlaPhoto, note),
                   offsetof (GlaPhoto, staff),
                   offsetof (GlaPhoto, checksum))

GlaPhotoView
gla_photo_get_view (const GlaPhoto *self)
{
  GlaPhotoView view = { 0 };

  g_return_val_if_fail (self != NULL, view);

  view.expression = self->expression;
  view.angle = self->angle;
  return view;
}

int
gla_photo_view_get_place (GlaPhotoView view)
{
  if (view.expression < GLA_PHOTO_REST || view.expression > GLA_PHOTO_SMILE
      || view.angle < GLA_PHOTO_FRONT || view.angle > GLA_PHOTO_RIGHT_OBLIQUE)
    return -1;
  return ((int) view.expression - GLA_PHOTO_REST) * GLA_PHOTO_N_ANGLES
         + ((int) view.angle - GLA_PHOTO_FRONT);
}

GlaPhotoView
gla_photo_view_from_place (int place)
{
  GlaPhotoView view = { 0 };

  g_return_val_if_fail (place >= 0 && place < GLA_PHOTO_N_VIEWS, view);

  view.expression = (GlaPhotoExpression) (GLA_PHOTO_REST + place / GLA_PHOTO_N_ANGLES);
  view.angle = (GlaPhotoAngle) (GLA_PHOTO_FRONT + place % GLA_PHOTO_N_ANGLES);
  return view;
}

char *
gla_photo_view_get_name (GlaPhotoView view)
{
  if (view.expression == GLA_PHOTO_EXPRESSION_NONE && view.angle == GLA_PHOTO_ANGLE_NONE)
    return g_strdup (_("Not sorted"));
  if (view.angle == GLA_PHOTO_ANGLE_NONE)
    return g_strdup (gla_photo_expression_get_name (view.expression));
  if (view.expression == GLA_PHOTO_EXPRESSION_NONE)
    return g_strdup (gla_photo_angle_get_name (view.angle));
  /* Translators: what the face does, then where the camera was, such as “Frown, front” */
  return g_strdup_printf (_("%s, %s"), gla_photo_expression_get_name (view.expression),
                          gla_photo_angle_get_name (view.angle));
}

const char *
gla_photo_expression_get_name (GlaPhotoExpression expression)
{
  static const char *const names[] = {
    [GLA_PHOTO_EXPRESSION_NONE] = N_("Other"), [GLA_PHOTO_REST] = N_("At rest"),
    [GLA_PHOTO_FROWN] = N_("Frown"),           [GLA_PHOTO_RAISE] = N_("Brows raised"),
    [GLA_PHOTO_SMILE] = N_("Smile"),
  };

  g_return_val_if_fail ((gsize) expression < G_N_ELEMENTS (names), "");

  return _(names[expression]);
}

const char *
gla_photo_angle_get_name (GlaPhotoAngle angle)
{
  static const char *const names[] = {
    [GLA_PHOTO_ANGLE_NONE] = N_("other angle"),
    [GLA_PHOTO_FRONT] = N_("front"),
    [GLA_PHOTO_LEFT_OBLIQUE] = N_("left oblique"),
    [GLA_PHOTO_RIGHT_OBLIQUE] = N_("right oblique"),
  };

  g_return_val_if_fail ((gsize) angle < G_N_ELEMENTS (names), "");

  return _(names[angle]);
}
