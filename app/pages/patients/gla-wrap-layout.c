/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-wrap-layout.h"

struct _GlaWrapLayout
{
  GtkLayoutManager parent_instance;

  int column_spacing;
  int row_spacing;
};

G_DEFINE_FINAL_TYPE (GlaWrapLayout, gla_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

/* Where the next child goes. */
typedef struct
{
  int x;
  int y;
  int line_height;
} Pen;

/* Width and height of @child on lines of @width; a child wider than a line gets all of it. */
static void
measure_child (GtkWidget *child,
               int        width,
               int       *child_width,
               int       *child_height)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  *child_width = MIN (natural, width);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, *child_width, NULL, child_height, NULL,
                      NULL);
}

static void
start_child (GlaWrapLayout *self,
             Pen           *pen,
             int            width,
             int            child_width,
             int            child_height)
{
  if (pen->x > 0 && pen->x + child_width > width)
    {
      pen->x = 0;
      pen->y += pen->line_height + self->row_spacing;
      pen->line_height = 0;
    }
  pen->line_height = MAX (pen->line_height, child_height);
}

static void
measure_width (GlaWrapLayout *self,
               GtkWidget     *widget,
               int           *minimum,
               int           *natural)
{
  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural,
                          NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural += child_natural + (*natural > 0 ? self->column_spacing : 0);
    }
}

static int
measure_height (GlaWrapLayout *self,
                GtkWidget     *widget,
                int            width)
{
  Pen pen = { 0, 0, 0 };

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_width, child_height;

      if (!gtk_widget_should_layout (child))
        continue;
      measure_child (child, width, &child_width, &child_height);
      start_child (self, &pen, width, child_width, child_height);
      pen.x += child_width + self->column_spacing;
    }
  return pen.y + pen.line_height;
}

static GtkSizeRequestMode
gla_wrap_layout_get_request_mode (GtkLayoutManager *layout,
                                  GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
gla_wrap_layout_measure (GtkLayoutManager *layout,
                         GtkWidget        *widget,
                         GtkOrientation    orientation,
                         int               for_size,
                         int              *minimum,
                         int              *natural,
                         int              *minimum_baseline,
                         int              *natural_baseline)
{
  GlaWrapLayout *self = GLA_WRAP_LAYOUT (layout);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (self, widget, minimum, natural);
  else
    *minimum = *natural = measure_height (self, widget, for_size < 0 ? G_MAXINT / 2 : for_size);
  *minimum_baseline = *natural_baseline = -1;
}

static void
gla_wrap_layout_allocate (GtkLayoutManager *layout,
                          GtkWidget        *widget,
                          int               width,
                          int               height,
                          int               baseline)
{
  GlaWrapLayout *self = GLA_WRAP_LAYOUT (layout);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  Pen pen = { 0, 0, 0 };

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation place;

      if (!gtk_widget_should_layout (child))
        continue;
      measure_child (child, width, &place.width, &place.height);
      start_child (self, &pen, width, place.width, place.height);
      place.x = mirrored ? width - pen.x - place.width : pen.x;
      place.y = pen.y;
      gtk_widget_size_allocate (child, &place, -1);
      pen.x += place.width + self->column_spacing;
    }
}

static void
gla_wrap_layout_class_init (GlaWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = gla_wrap_layout_get_request_mode;
  layout_class->measure = gla_wrap_layout_measure;
  layout_class->allocate = gla_wrap_layout_allocate;
}

static void
gla_wrap_layout_init (GlaWrapLayout *self)
{
}

GtkLayoutManager *
gla_wrap_layout_new (int column_spacing,
                     int row_spacing)
{
  GlaWrapLayout *self = g_object_new (GLA_TYPE_WRAP_LAYOUT, NULL);

  self->column_spacing = column_spacing;
  self->row_spacing = row_spacing;
  return GTK_LAYOUT_MANAGER (self);
}
