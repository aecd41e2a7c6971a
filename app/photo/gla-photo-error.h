/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GlaPhotoError:
 * @GLA_PHOTO_ERROR_KIND: empty, or not a picture of a kind that is taken
 * @GLA_PHOTO_ERROR_CUT: ends before its end
 * @GLA_PHOTO_ERROR_DAMAGED: can't be decoded
 * @GLA_PHOTO_ERROR_LARGE: more bytes or pixels than are taken
 * @GLA_PHOTO_ERROR_FAILED: anything else, such as no memory
 *
 * The message of each is one clear line that says what is wrong and what to do,
 * without the name of the file.
 */
typedef enum
{
  GLA_PHOTO_ERROR_KIND,
  GLA_PHOTO_ERROR_CUT,
  GLA_PHOTO_ERROR_DAMAGED,
  GLA_PHOTO_ERROR_LARGE,
  GLA_PHOTO_ERROR_FAILED,
} GlaPhotoError;

#define GLA_PHOTO_ERROR (gla_photo_error_quark ())
GQuark gla_photo_error_quark (void);

G_END_DECLS
