/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Pictures as cameras write them, made by the test that needs them. */

/** GLA_TEST_CAMERA: a name that is in the EXIF data of each JPEG. */
#define GLA_TEST_CAMERA "Kamera Eins 400D"

/**
 * gla_test_jpeg:
 * @orientation: of the EXIF data, 1 to 8
 * @seed: pictures of another seed have other bytes
 *
 * A JPEG whose left half, as stored, is red and whose right half is blue, with EXIF
 * data that has camera, orientation and a place on earth.
 */
GBytes  *gla_test_jpeg        (int          width,
                               int          height,
                               int          orientation,
                               guint        seed);

/** gla_test_png: green and half transparent. */
GBytes  *gla_test_png         (int          width,
                               int          height);

/** gla_test_png_header: the first and last chunk of a PNG that says it has that size, and nothing between. */
GBytes  *gla_test_png_header  (guint32      width,
                               guint32      height);

/** gla_test_has_bytes: whether @size bytes of @part are somewhere in @bytes. */
gboolean gla_test_has_bytes   (GBytes      *bytes,
                               gconstpointer part,
                               gsize        size);

G_END_DECLS
