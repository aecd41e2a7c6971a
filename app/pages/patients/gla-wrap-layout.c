/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-wrap-layout.h"

struct _GlaWrapLayout
{
  GtkLayoutManager parent_instance;

  int column_spacing;
  int row_spacing;
  gboolean fills;
};

G_DEFINE_FINAL_TYPE (GlaWrapLayout, gla_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

typedef struct
{
  GtkWidget *widget;
  GtkRequestedSize size; /* of its width */
  GtkAllocation place;
} Child;

static GArray *
list_children (GtkWidget *widget)
{
  GArray *children = g_array_new (FALSE, TRUE, sizeof (Child));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      {
        Child item = { .widget = child };

        gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &item.size.minimum_size,
                            &item.size.natural_size, NULL, NULL);
        g_array_append_val (children, item);
      }
  return children;
}

/* What is left of the line goes to what asks for more, then to those that expand. */
static void
fill_line (Child *children,
           guint  n,
           int    rest)
{
  g_autofree GtkRequestedSize *sizes = g_new (GtkRequestedSize, n);
  int n_expand = 0;

  for (guint i = 0; i < n; i++)
    {
      sizes[i] = children[i].size;
      n_expand += gtk_widget_compute_expand (children[i].widget, GTK_ORIENTATION_HORIZONTAL);
    }
  rest = gtk_distribute_natural_allocation (MAX (rest, 0), n, sizes);
  for (guint i = 0; i < n; i++)
    {
      children[i].place.width = sizes[i].minimum_size;
      if (!gtk_widget_compute_expand (children[i].widget, GTK_ORIENTATION_HORIZONTAL))
        continue;
      children[i].place.width += rest / n_expand;
      rest -= rest / n_expand--;
    }
}

/* Returns: how high the line is */
static int
place_line (GlaWrapLayout *self,
            Child         *children,
            guint          n,
            int            rest,
            int            y)
{
  int x = 0, height = 0;

  if (self->fills)
    fill_line (children, n, rest);
  for (guint i = 0; i < n; i++)
    {
      GtkAllocation *place = &children[i].place;

      gtk_widget_measure (children[i].widget, GTK_ORIENTATION_VERTICAL, place->width, NULL,
                          &place->height, NULL, NULL);
      place->x = x;
      place->y = y;
      x += place->width + self->column_spacing;
      height = MAX (height, place->height);
    }
  return height;
}

/* A child wider than a line gets all of it. Returns: the height of all lines */
static int
place_all (GlaWrapLayout *self,
           GArray        *children,
           int            width)
{
  guint first = 0;
  int x = 0, y = 0;

  for (guint i = 0; i < children->len; i++)
    {
      Child *child = &g_array_index (children, Child, i);

      child->place.width = self->fills ? child->size.minimum_size
                                       : MIN (child->size.natural_size, width);
      if (i > first && x + child->place.width > width)
        {
          y += place_line (self, &g_array_index (children, Child, first), i - first,
                           width - x + self->column_spacing, y)
               + self->row_spacing;
          first = i;
          x = 0;
        }
      x += child->place.width + self->column_spacing;
    }
  if (children->len == 0)
    return 0;
  return y + place_line (self, &g_array_index (children, Child, first), children->len - first,
                         width - x + self->column_spacing, y);
}

static void
measure_width (GlaWrapLayout *self,
               GArray        *children,
               int           *minimum,
               int           *natural)
{
  *minimum = *natural = 0;
  for (guint i = 0; i < children->len; i++)
    {
      const Child *child = &g_array_index (children, Child, i);

      *minimum = MAX (*minimum, child->size.minimum_size);
      *natural += child->size.natural_size + (i > 0 ? self->column_spacing : 0);
    }
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
  g_autoptr (GArray) children = list_children (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (self, children, minimum, natural);
  else
    *minimum = *natural = place_all (self, children, for_size < 0 ? G_MAXINT / 2 : for_size);
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
  g_autoptr (GArray) children = list_children (widget);

  place_all (self, children, width);
  for (guint i = 0; i < children->len; i++)
    {
      Child *child = &g_array_index (children, Child, i);

      if (mirrored)
        child->place.x = width - child->place.x - child->place.width;
      gtk_widget_size_allocate (child->widget, &child->place, -1);
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

GtkLayoutManager *
gla_wrap_layout_new_filled (int column_spacing,
                            int row_spacing)
{
  GtkLayoutManager *self = gla_wrap_layout_new (column_spacing, row_spacing);

  GLA_WRAP_LAYOUT (self)->fills = TRUE;
  return self;
}
