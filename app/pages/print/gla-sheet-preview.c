/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-sheet-preview.h"

#include "gla-accessible.h"
#include "gla-i18n.h"

#include <math.h>

/* Pixels: around the pages and between them; a page on any screen. */
#define GAP 18
#define LEAST_WIDTH 240
#define USUAL_WIDTH 560

struct _GlaSheetPreview
{
  GtkWidget parent_instance;

  GlaPages *pages;
};

G_DEFINE_FINAL_TYPE (GlaSheetPreview, gla_sheet_preview, GTK_TYPE_WIDGET)

static double
get_scale (GlaSheetPreview *self,
           double           width)
{
  double paper_width, paper_height;

  gla_pages_get_paper_size (self->pages, &paper_width, &paper_height);
  return MAX (width - 2 * GAP, 1) / paper_width;
}

static void
gla_sheet_preview_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  GlaSheetPreview *self = GLA_SHEET_PREVIEW (widget);
  double width, height;

  *minimum = LEAST_WIDTH;
  *natural = USUAL_WIDTH;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;
  *minimum = *natural = 0;
  if (self->pages == NULL)
    return;
  gla_pages_get_paper_size (self->pages, &width, &height);
  height = height * get_scale (self, for_size > 0 ? for_size : USUAL_WIDTH) + GAP;
  *minimum = *natural = (int) ceil (height * gla_pages_get_n_pages (self->pages)) + GAP;
}

static void
snapshot_page (GlaSheetPreview *self,
               GtkSnapshot     *snapshot,
               guint            page,
               double           scale,
               double           y)
{
  const GdkRGBA white = { 1, 1, 1, 1 };
  const GdkRGBA shade = { 0, 0, 0, 0.35f };
  double width, height;
  graphene_rect_t bounds;
  GskRoundedRect outline;
  cairo_t *cr;

  gla_pages_get_paper_size (self->pages, &width, &height);
  graphene_rect_init (&bounds, GAP, (float) y, (float) (width * scale), (float) (height * scale));
  gsk_rounded_rect_init_from_rect (&outline, &bounds, 0);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &shade, 0, 1, 1, 4);
  gtk_snapshot_append_color (snapshot, &white, &bounds);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_translate (cr, GAP, y);
  cairo_scale (cr, scale, scale);
  gla_pages_draw (self->pages, cr, page);
  cairo_destroy (cr);
}

static void
gla_sheet_preview_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  GlaSheetPreview *self = GLA_SHEET_PREVIEW (widget);
  double width, height, scale;

  if (self->pages == NULL)
    return;
  scale = get_scale (self, gtk_widget_get_width (widget));
  gla_pages_get_paper_size (self->pages, &width, &height);
  for (guint i = 0; i < gla_pages_get_n_pages (self->pages); i++)
    snapshot_page (self, snapshot, i, scale, GAP + i * (height * scale + GAP));
}

static GtkSizeRequestMode
gla_sheet_preview_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
gla_sheet_preview_finalize (GObject *object)
{
  g_clear_pointer (&GLA_SHEET_PREVIEW (object)->pages, gla_pages_free);

  G_OBJECT_CLASS (gla_sheet_preview_parent_class)->finalize (object);
}

static void
gla_sheet_preview_class_init (GlaSheetPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = gla_sheet_preview_finalize;
  widget_class->measure = gla_sheet_preview_measure;
  widget_class->snapshot = gla_sheet_preview_snapshot;
  widget_class->get_request_mode = gla_sheet_preview_get_request_mode;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
gla_sheet_preview_init (GlaSheetPreview *self)
{
  gla_accessible_set_label (GTK_WIDGET (self), _("Preview"));
}

void
gla_sheet_preview_show (GlaSheetPreview *self,
                        GlaPages        *pages)
{
  g_autofree char *name = NULL;
  guint n;

  g_return_if_fail (GLA_IS_SHEET_PREVIEW (self));

  g_clear_pointer (&self->pages, gla_pages_free);
  self->pages = pages;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  if (pages == NULL)
    return;
  n = gla_pages_get_n_pages (pages);
  /* Translators: for screen readers: title of a sheet, and how many pages it has */
  name = g_strdup_printf (ngettext ("Preview: %s, %u page", "Preview: %s, %u pages", n),
                          gla_pages_get_title (pages), n);
  gla_accessible_set_label (GTK_WIDGET (self), name);
}
