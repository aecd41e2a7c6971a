/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The logo of the clinic in the head of the first page. */

#include "config.h"

#include "gla-pages-private.h"

#include <string.h>

/* No taller than 25 mm (competition, section 5); the text below is what counts. */
#define HEIGHT GLA_PAPER_MM (18.0)
#define CARD_HEIGHT GLA_PAPER_MM (9.0)
#define SHARE 0.28   /* of the width of the page at most */

/* The picture that was decoded last: all sheets of a run have the same one. */
typedef struct
{
  GBytes *png;
  GBytes *pixels;
  int width;
  int height;
  int stride;
} Decoded;

static GMutex mutex;
static Decoded last;   /* with the mutex held */

typedef struct
{
  const guint8 *data;
  gsize left;
} Reading;

static cairo_status_t
read_cb (void          *data,
         unsigned char *bytes,
         unsigned int   length)
{
  Reading *reading = data;

  if (length > reading->left)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (bytes, reading->data, length);
  reading->data += length;
  reading->left -= length;
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
decode (GBytes *png)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (png, &size);
  Reading reading = { data, size };
  cairo_surface_t *surface = cairo_image_surface_create_from_png_stream (read_cb, &reading);
  gboolean good = cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS
                  && cairo_image_surface_get_format (surface) != CAIRO_FORMAT_INVALID;
  cairo_surface_t *pixels;
  cairo_t *cr;

  if (good)
    {
      last.width = cairo_image_surface_get_width (surface);
      last.height = cairo_image_surface_get_height (surface);
      last.stride = cairo_format_stride_for_width (CAIRO_FORMAT_ARGB32, last.width);
      /* Of one format, whatever the file had. */
      pixels = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, last.width, last.height);
      cr = cairo_create (pixels);
      cairo_set_source_surface (cr, surface, 0, 0);
      cairo_paint (cr);
      cairo_destroy (cr);
      cairo_surface_flush (pixels);
      g_clear_pointer (&last.png, g_bytes_unref);
      g_clear_pointer (&last.pixels, g_bytes_unref);
      last.png = g_bytes_ref (png);
      last.pixels = g_bytes_new (cairo_image_surface_get_data (pixels),
                                 (gsize) last.stride * (gsize) last.height);
      cairo_surface_destroy (pixels);
    }
  cairo_surface_destroy (surface);
  return good;
}

static void
unref_pixels (void *data)
{
  g_bytes_unref (data);
}

/* Each sheet has a surface of its own, for it may be drawn by another thread; a PDF keeps one. */
static cairo_surface_t *
wrap (void)
{
  static const cairo_user_data_key_t key;
  cairo_surface_t *surface =
    cairo_image_surface_create_for_data ((unsigned char *) g_bytes_get_data (last.pixels, NULL),
                                         CAIRO_FORMAT_ARGB32, last.width, last.height,
                                         last.stride);
  char *id = g_strdup_printf ("glabella-logo-%u-%dx%d", g_bytes_hash (last.png), last.width,
                              last.height);

  cairo_surface_set_user_data (surface, &key, g_bytes_ref (last.pixels), unref_pixels);
  cairo_surface_set_mime_data (surface, CAIRO_MIME_TYPE_UNIQUE_ID, (unsigned char *) id,
                               strlen (id), g_free, id);
  return surface;
}

void
gla_pages_set_logo (GlaPages *self,
                    GBytes   *png)
{
  g_autoptr (GMutexLocker) locker = NULL;

  if (png == NULL || self->blank_head)
    return;
  locker = g_mutex_locker_new (&mutex);
  if ((last.png != NULL && g_bytes_equal (last.png, png)) || decode (png))
    self->logo = wrap ();
}

void
gla_pages_get_logo_size (const GlaPages *self,
                         double         *width,
                         double         *height)
{
  double most = self->style == GLA_PAGE_CARD ? CARD_HEIGHT : HEIGHT;
  double scale;

  *width = *height = 0;
  if (self->logo == NULL)
    return;
  *width = cairo_image_surface_get_width (self->logo);
  *height = cairo_image_surface_get_height (self->logo);
  scale = MIN (most / *height, self->width * SHARE / *width);
  *width *= scale;
  *height *= scale;
}

void
gla_pages_draw_logo (const GlaPages *self,
                     cairo_t        *cr,
                     double          x)
{
  double width, height;

  if (self->logo == NULL)
    return;
  gla_pages_get_logo_size (self, &width, &height);
  cairo_save (cr);
  cairo_translate (cr, x, 0);
  cairo_scale (cr, width / cairo_image_surface_get_width (self->logo),
               height / cairo_image_surface_get_height (self->logo));
  cairo_set_source_surface (cr, self->logo, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_GOOD);
  cairo_paint (cr);
  cairo_restore (cr);
}
