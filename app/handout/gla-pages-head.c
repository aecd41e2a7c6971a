/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands above and below the text of each page. */

#include "config.h"

#include "gla-pages-private.h"

#include "gla-i18n.h"

#include <string.h>

/*
 * A printed letterhead takes 45 mm from the edge of the paper. The margin of Letter is the
 * narrower one, 17.2 mm; both papers are laid out alike.
 */
#define BLANK_HEAD GLA_PAPER_MM (27.8)
#define HEAD_GAP 12.0
#define FOOT_GAP 8.0
#define LOGO_GAP 10.0
#define CLINIC_SHARE 0.62

/* The layouts of the letterhead, in the order in which they are drawn. */
typedef struct
{
  PangoLayout *clinic;
  PangoLayout *lines;
  PangoLayout *whose;
  PangoLayout *day;
} Head;

static void
head_clear (Head *head)
{
  g_clear_object (&head->clinic);
  g_clear_object (&head->lines);
  g_clear_object (&head->whose);
  g_clear_object (&head->day);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Head, head_clear)

static PangoLayout *
new_line (GlaPages   *self,
          const char *text,
          double      size,
          gboolean    bold,
          double      width)
{
  PangoLayout *layout;

  if (text == NULL || text[0] == '\0')
    return NULL;
  layout = gla_pages_new_layout (self, text, NULL, size, bold, width);
  pango_layout_set_line_spacing (layout, 1.0);
  return layout;
}

static double
get_height (PangoLayout *layout)
{
  return layout != NULL ? gla_layout_get_height (layout) : 0;
}

/* "12 Lindenhof · 8001 Zurich · 044 000 00 00": the lines in one. */
static char *
join_with_dots (const char *lines)
{
  g_auto (GStrv) parts = NULL;

  if (lines == NULL)
    return NULL;
  parts = g_strsplit (lines, "\n", -1);
  return g_strjoinv (" · ", parts);
}

/* Where name and address begin: beside the logo. */
static double
get_clinic_start (const GlaPages *self)
{
  double width, height;

  gla_pages_get_logo_size (self, &width, &height);
  return width > 0 ? width + LOGO_GAP : 0;
}

static void
head_init (Head     *head,
           GlaPages *self)
{
  double start = get_clinic_start (self);
  double wide = self->width * CLINIC_SHARE;
  double rest = self->blank_head ? self->width : self->width - wide - 12;
  g_autofree char *lines = join_with_dots (self->clinic_lines);

  if (!self->blank_head)
    {
      head->clinic = new_line (self, self->clinic_name, self->sizes.body, TRUE,
                               wide - start);
      head->lines = new_line (self, lines, self->sizes.foot, FALSE, wide - start);
    }
  head->whose = new_line (self, self->whose, self->sizes.foot + 1, TRUE, rest);
  head->day = new_line (self, self->printed_on, self->sizes.foot, FALSE, rest);
  if (head->whose != NULL)
    gla_pages_set_at_end (self, head->whose);
  if (head->day != NULL)
    gla_pages_set_at_end (self, head->day);
}

static double
get_head_height (const Head     *head,
                 const GlaPages *self)
{
  double width, height;

  gla_pages_get_logo_size (self, &width, &height);
  height = MAX (height, get_height (head->clinic) + get_height (head->lines));
  return MAX (height, get_height (head->whose) + get_height (head->day));
}

/* "Page 1 of 2" needs the number of pages, which is known last: its height is that of a digit. */
static double
get_foot_height (GlaPages *self)
{
  g_autoptr (PangoLayout) translation = new_line (self, self->translation, self->sizes.foot, TRUE,
                                                  self->width);
  g_autoptr (PangoLayout) purpose = new_line (self, self->purpose, self->sizes.foot, FALSE,
                                              self->width);
  g_autoptr (PangoLayout) origin = new_line (self, self->origin, self->sizes.foot, FALSE,
                                             self->width * 0.75);
  g_autoptr (PangoLayout) digit = new_line (self, "0", self->sizes.foot, FALSE, 0);

  return FOOT_GAP + 3 + get_height (translation) + get_height (purpose) +
         MAX (get_height (origin), get_height (digit));
}

void
gla_pages_measure_margins (GlaPages *self)
{
  g_auto (Head) head = { NULL };
  g_autoptr (PangoLayout) digit = new_line (self, "0", self->sizes.foot, TRUE, 0);
  double height;

  head_init (&head, self);
  height = get_head_height (&head, self);
  self->head = (self->blank_head ? BLANK_HEAD : 0) + height + (height > 0 ? HEAD_GAP + 4 : 0);
  self->next_head = get_height (digit) + HEAD_GAP;
  self->foot = get_foot_height (self);
}

static void
draw_rule (GlaPages     *self,
           cairo_t      *cr,
           double        y,
           double        width,
           GlaColorRole  role)
{
  gla_palette_set_source (GLA_PALETTE_PAPER, role, cr);
  cairo_set_line_width (cr, width);
  cairo_move_to (cr, 0, y);
  cairo_line_to (cr, self->width, y);
  cairo_stroke (cr);
}

/* A layout with a width of its own at the start or the end of the line. */
static void
draw_at (GlaPages    *self,
         cairo_t     *cr,
         PangoLayout *layout,
         double       y,
         gboolean     at_end)
{
  double width = pango_units_to_double (pango_layout_get_width (layout));

  gla_layout_draw (layout, cr, at_end != self->rtl ? self->width - width : 0, y);
}

/* Logo, then name and address beside it. */
static void
draw_clinic (GlaPages   *self,
             cairo_t    *cr,
             const Head *head,
             double      y)
{
  double start = get_clinic_start (self);
  double width, height;

  gla_pages_get_logo_size (self, &width, &height);
  gla_pages_draw_logo (self, cr, self->rtl ? self->width - width : 0);
  gla_palette_set_source (GLA_PALETTE_PAPER, GLA_COLOR_TEXT, cr);
  cairo_save (cr);
  cairo_translate (cr, self->rtl ? -start : start, 0);
  if (head->clinic != NULL)
    draw_at (self, cr, head->clinic, y, FALSE);
  if (head->lines != NULL)
    draw_at (self, cr, head->lines, y + get_height (head->clinic), FALSE);
  cairo_restore (cr);
}

static void
draw_first_head (GlaPages *self,
                 cairo_t  *cr)
{
  double y = self->blank_head ? BLANK_HEAD : 0;
  g_auto (Head) head = { NULL };

  head_init (&head, self);
  if (get_head_height (&head, self) <= 0)
    return;
  draw_clinic (self, cr, &head, y);
  if (head.whose != NULL)
    draw_at (self, cr, head.whose, y, TRUE);
  if (head.day != NULL)
    draw_at (self, cr, head.day, y + get_height (head.whose), TRUE);
  draw_rule (self, cr, self->head - HEAD_GAP, 1.4, GLA_COLOR_SEEN);
}

/* Title and name in one line, however long they are. */
static void
draw_next_head (GlaPages *self,
                cairo_t  *cr)
{
  g_autofree char *text = self->whose != NULL
                            ? g_strdup_printf ("%s · %s", self->whose, self->title)
                            : g_strdup (self->title);
  g_autoptr (PangoLayout) layout = new_line (self, text, self->sizes.foot, TRUE, self->width);

  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  gla_palette_set_source (GLA_PALETTE_PAPER, GLA_COLOR_TEXT, cr);
  gla_layout_draw (layout, cr, 0, 0);
  draw_rule (self, cr, self->next_head - HEAD_GAP + 3, 0.6, GLA_COLOR_RULE);
}

static void
draw_foot (GlaPages *self,
           cairo_t  *cr,
           guint     page)
{
  /* Translators: page number and number of pages */
  g_autofree char *number = g_strdup_printf (_("Page %u of %u"), page + 1, self->n_pages);
  g_autoptr (PangoLayout) translation = new_line (self, self->translation, self->sizes.foot, TRUE,
                                                  self->width);
  g_autoptr (PangoLayout) purpose = new_line (self, self->purpose, self->sizes.foot, FALSE,
                                              self->width);
  g_autoptr (PangoLayout) origin = new_line (self, self->origin, self->sizes.foot, FALSE,
                                             self->width * 0.75);
  g_autoptr (PangoLayout) pages = new_line (self, number, self->sizes.foot, FALSE, 0);
  double y = self->height - self->foot + FOOT_GAP;
  double width = gla_layout_get_width (pages);

  draw_rule (self, cr, y, 0.6, GLA_COLOR_RULE);
  gla_palette_set_source (GLA_PALETTE_PAPER, GLA_COLOR_DIM, cr);
  y += 3;
  if (translation != NULL)
    draw_at (self, cr, translation, y, FALSE);
  y += get_height (translation);
  if (purpose != NULL)
    draw_at (self, cr, purpose, y, FALSE);
  y += get_height (purpose);
  if (origin != NULL)
    draw_at (self, cr, origin, y, FALSE);
  gla_layout_draw (pages, cr, self->rtl ? 0 : self->width - width, y);
}

void
gla_pages_draw_margins (GlaPages *self,
                        cairo_t  *cr,
                        guint     page)
{
  if (page == 0)
    draw_first_head (self, cr);
  else
    draw_next_head (self, cr);
  draw_foot (self, cr, page);
}
