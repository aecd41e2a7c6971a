/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-photo-grid.h"

#include "gla-accessible.h"
#include "gla-capitalize.h"
#include "gla-i18n.h"
#include "gla-wrap-layout.h"

/* Of a picture in the grid, in pixels. */
#define CELL_WIDTH 148
#define CELL_HEIGHT 132

/* Around it, as style.css says. */
#define PADDING 3

struct _GlaPhotoGrid
{
  AdwBin parent_instance;

  GtkBox *box;            /* all of it */
};

G_DEFINE_FINAL_TYPE (GlaPhotoGrid, gla_photo_grid, ADW_TYPE_BIN)

enum { SIGNAL_SELECTED, SIGNAL_ADD, SIGNAL_DROPPED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* What a button of the grid stands for; -1 and NULL for none. */
static int
get_place (GtkWidget *button)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "place")) - 1;
}

static void
set_place (GtkWidget *button,
           int        place)
{
  g_object_set_data (G_OBJECT (button), "place", GINT_TO_POINTER (place + 1));
}

static const char *
get_photo (GtkWidget *button)
{
  return g_object_get_data (G_OBJECT (button), "photo");
}

static void
photo_toggled_cb (GlaPhotoGrid    *self,
                  GtkToggleButton *button)
{
  if (gtk_toggle_button_get_active (button))
    g_signal_emit (self, signals[SIGNAL_SELECTED], 0, get_photo (GTK_WIDGET (button)));
}

static void
add_clicked_cb (GlaPhotoGrid *self,
                GtkButton    *button)
{
  g_signal_emit (self, signals[SIGNAL_ADD], 0, get_place (GTK_WIDGET (button)));
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         gpointer       user_data)
{
  GtkWidget *button = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));

  g_signal_emit (user_data, signals[SIGNAL_DROPPED], 0, get_place (button),
                 g_value_get_boxed (value));
  return TRUE;
}

static void
take_drops (GlaPhotoGrid *self,
            GtkWidget    *button)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (button, GTK_EVENT_CONTROLLER (target));
}

static GtkWidget *
new_caption (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "caption");
  return label;
}

/* What a screen reader says of a photo, with what is shown by a small picture. */
static char *
describe_photo (const GlaPhoto *photo)
{
  g_autofree char *view = gla_photo_view_get_name (gla_photo_get_view (photo));

  return photo->marketing_day == GLA_DAY_NONE
           ? g_steal_pointer (&view)
           : g_strdup_printf (_("%s; may be used for marketing"), view);
}

/* As large as the cell, whatever the size of the picture. */
static GtkWidget *
new_picture (GlaPhotoShelf  *shelf,
             const GlaPhoto *photo)
{
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *space = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *picture = gtk_picture_new ();

  gla_photo_shelf_show (shelf, GTK_PICTURE (picture), photo->id);
  gtk_widget_set_size_request (space, CELL_WIDTH, CELL_HEIGHT);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), space);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), picture);
  if (photo->marketing_day != GLA_DAY_NONE)
    {
      GtkWidget *label = gtk_label_new (_("Marketing"));

      gtk_widget_add_css_class (label, "photo-mark");
      gtk_widget_set_halign (label, GTK_ALIGN_END);
      gtk_widget_set_valign (label, GTK_ALIGN_START);
      gtk_overlay_add_overlay (GTK_OVERLAY (overlay), label);
    }
  return overlay;
}

/* @caption: (nullable): below the picture; in the grid the headings say it. */
static GtkWidget *
new_photo (GlaPhotoGrid     *self,
           GlaPhotoShelf    *shelf,
           const GlaPhoto   *photo,
           const char       *caption,
           const char       *selected,
           GtkToggleButton **group)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *name = describe_photo (photo);

  gtk_box_append (GTK_BOX (box), new_picture (shelf, photo));
  if (caption != NULL)
    gtk_box_append (GTK_BOX (box), new_caption (caption));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "photo-cell");
  gla_accessible_set_label (button, name);
  gtk_widget_set_tooltip_text (button, name);
  g_object_set_data_full (G_OBJECT (button), "photo", g_strdup (photo->id), g_free);
  set_place (button, gla_photo_view_get_place (gla_photo_get_view (photo)));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), g_strcmp0 (photo->id, selected) == 0);
  if (*group != NULL)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), *group);
  *group = GTK_TOGGLE_BUTTON (button);
  g_signal_connect_object (button, "toggled", G_CALLBACK (photo_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  return button;
}

/* The button of a view that has no photo. */
static GtkWidget *
new_missing (GlaPhotoGrid *self,
             int           place)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-add-symbolic");
  g_autofree char *view = gla_photo_view_get_name (gla_photo_view_from_place (place));
  /* Translators: %s is a view, such as “Frown, front” */
  g_autofree char *name = g_strdup_printf (_("Add %s"), view);
  g_autofree char *tooltip = g_strdup_printf (_("No photo of this view: add %s"), view);

  gtk_widget_set_size_request (button, CELL_WIDTH + 2 * PADDING, CELL_HEIGHT + 2 * PADDING);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "photo-missing");
  gla_accessible_set_label (button, name);
  gtk_widget_set_tooltip_text (button, tooltip);
  set_place (button, place);
  g_signal_connect_object (button, "clicked", G_CALLBACK (add_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  take_drops (self, button);
  return button;
}

static GtkWidget *
new_heading (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 12);
  gtk_widget_add_css_class (label, "heading");
  return label;
}

static GtkWidget *
new_checklist (GlaPhotoGrid         *self,
               GlaPhotoShelf        *shelf,
               const GlaPhotoVisit  *visit,
               const char           *selected,
               GtkToggleButton     **group)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 6);
  for (int i = 0; i < GLA_PHOTO_N_EXPRESSIONS; i++)
    gtk_grid_attach (GTK_GRID (grid),
                     new_heading (gla_photo_expression_get_name (
                       (GlaPhotoExpression) (GLA_PHOTO_REST + i))),
                     i + 1, 0, 1, 1);
  for (int i = 0; i < GLA_PHOTO_N_ANGLES; i++)
    {
      g_autofree char *name
        = gla_capitalize (gla_photo_angle_get_name ((GlaPhotoAngle) (GLA_PHOTO_FRONT + i)));
      GtkWidget *heading = new_heading (name);

      gtk_widget_set_halign (heading, GTK_ALIGN_START);
      gtk_grid_attach (GTK_GRID (grid), heading, 0, i + 1, 1, 1);
    }
  for (int place = 0; place < GLA_PHOTO_N_VIEWS; place++)
    {
      const GlaPhoto *photo = gla_photo_visit_find (visit, place);
      GtkWidget *cell = photo != NULL ? new_photo (self, shelf, photo, NULL, selected, group)
                                      : new_missing (self, place);

      gtk_grid_attach (GTK_GRID (grid), cell, place / GLA_PHOTO_N_ANGLES + 1,
                       place % GLA_PHOTO_N_ANGLES + 1, 1, 1);
    }
  return grid;
}

/* Photos that are not in the checklist: of no view of it, or the second of one. */
static GtkWidget *
new_others (GlaPhotoGrid         *self,
            GlaPhotoShelf        *shelf,
            const GlaPhotoVisit  *visit,
            const char           *selected,
            GtkToggleButton     **group)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_set_layout_manager (box, gla_wrap_layout_new (6, 6));
  for (guint i = 0; i < visit->photos->len; i++)
    {
      const GlaPhoto *photo = g_ptr_array_index (visit->photos, i);
      int place = gla_photo_view_get_place (gla_photo_get_view (photo));
      g_autofree char *caption = NULL;

      if (place >= 0 && gla_photo_visit_find (visit, place) == photo)
        continue;
      caption = gla_photo_view_get_name (gla_photo_get_view (photo));
      gtk_box_append (GTK_BOX (box), new_photo (self, shelf, photo, caption, selected, group));
    }
  return box;
}

/* The button that stands for a photo or a place, below @root. */
static GtkWidget *
find_button (GtkWidget  *root,
             const char *photo,
             int         place)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found;

      if (GTK_IS_BUTTON (child)
          && (photo != NULL ? g_strcmp0 (get_photo (child), photo) == 0
                            : place >= 0 && get_place (child) == place))
        return child;
      found = GTK_IS_BUTTON (child) ? NULL : find_button (child, photo, place);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
get_focus (GlaPhotoGrid *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->box)) ? focus : NULL;
}

int
gla_photo_grid_get_place (GlaPhotoGrid *self)
{
  GtkWidget *focus;

  g_return_val_if_fail (GLA_IS_PHOTO_GRID (self), -1);

  focus = get_focus (self);
  return focus != NULL ? get_place (focus) : -1;
}

/*
 * The keyboard stays where it was: on the same photo, wherever it is sorted now, or on the same
 * place; if both are gone, it goes to the photo that is shown.
 */
static void
give_focus (GlaPhotoGrid *self,
            const char   *photo,
            int           place,
            const char   *selected)
{
  GtkWidget *root = GTK_WIDGET (self->box);
  GtkWidget *button = photo != NULL ? find_button (root, photo, -1) : NULL;

  if (button == NULL && place >= 0)
    button = find_button (root, NULL, place);
  if (button == NULL && selected != NULL)
    button = find_button (root, selected, -1);
  if (button != NULL)
    gtk_widget_grab_focus (button);
}

void
gla_photo_grid_show (GlaPhotoGrid        *self,
                     GlaPhotoShelf       *shelf,
                     const GlaPhotoVisit *visit,
                     const char          *selected)
{
  GtkToggleButton *group = NULL;
  GtkWidget *focus, *others, *child;
  g_autofree char *focused = NULL;
  gboolean had_focus;
  int place;

  g_return_if_fail (GLA_IS_PHOTO_GRID (self));
  g_return_if_fail (shelf != NULL && visit != NULL);

  focus = get_focus (self);
  had_focus = focus != NULL;
  focused = had_focus ? g_strdup (get_photo (focus)) : NULL;
  place = gla_photo_grid_get_place (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  gtk_box_append (self->box, new_checklist (self, shelf, visit, selected, &group));
  others = new_others (self, shelf, visit, selected, &group);
  if (gtk_widget_get_first_child (others) != NULL)
    {
      GtkWidget *heading = new_heading (_("More photos of this visit"));

      gtk_label_set_max_width_chars (GTK_LABEL (heading), -1);
      gtk_widget_set_halign (heading, GTK_ALIGN_START);
      gtk_box_append (self->box, heading);
    }
  gtk_box_append (self->box, others);
  if (had_focus)
    give_focus (self, focused, place, selected);
}

static void
gla_photo_grid_class_init (GlaPhotoGridClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  signals[SIGNAL_SELECTED] = g_signal_new ("selected", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                           NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_ADD] = g_signal_new ("add", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 1, G_TYPE_INT);
  signals[SIGNAL_DROPPED] = g_signal_new ("dropped", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 2, G_TYPE_INT, GDK_TYPE_FILE_LIST);
}

static void
gla_photo_grid_init (GlaPhotoGrid *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
  take_drops (self, GTK_WIDGET (self));
}
