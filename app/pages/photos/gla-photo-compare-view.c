/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-photo-compare-view.h"

#include "gla-accessible.h"
#include "gla-i18n.h"
#include "gla-photo-compare.h"
#include "gla-photo-pair.h"

#define ZOOM_STEP 1.25

struct _GlaPhotoCompareView
{
  AdwBin parent_instance;

  /* Template */
  GtkStack *stack;
  GtkDropDown *view_drop_down;
  GtkDropDown *left_drop_down;
  GtkDropDown *right_drop_down;
  GtkLabel *left_label;
  GtkLabel *right_label;
  GtkLabel *zoom_label;
  GtkToggleButton *wipe_button;
  GtkAdjustment *line_adjustment;
  GlaPhotoCompare *compare;

  /* Owned */
  GPtrArray *visits;         /* (element-type GlaPhotoVisit) */
  GArray *days;              /* (element-type GlaDay): of both drop-downs */
  GArray *places;            /* (element-type int): of the one of views */
  GCancellable *cancellable; /* of the pictures that are read */
  GdkTexture *left;
  GdkTexture *right;

  GlaPhotoShelf *shelf;      /* the window's */
  GlaPhotoPair pair;
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (GlaPhotoCompareView, gla_photo_compare_view, ADW_TYPE_BIN)

/* Pictures */

typedef struct
{
  GlaPhotoCompareView *view;
  gboolean is_right;
} Wanted;

static void
set_picture (GlaPhotoCompareView *self,
             gboolean             is_right,
             GdkTexture          *texture,
             const char          *text)
{
  g_set_object (is_right ? &self->right : &self->left, texture);
  gtk_label_set_text (is_right ? self->right_label : self->left_label, text);
  gla_photo_compare_set_pictures (self->compare, self->left, self->right);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autofree Wanted *wanted = user_data;
  g_autoptr (GlaPhotoCompareView) self = wanted->view;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = gla_photo_shelf_load_finish (result, &error);

  if (self->visits == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
      || g_error_matches (error, GLA_STORE_ERROR, GLA_STORE_ERROR_CANCELLED))
    return;
  set_picture (self, wanted->is_right, texture, texture != NULL ? "" : error->message);
}

static void
load_picture (GlaPhotoCompareView *self,
              gboolean             is_right)
{
  const GlaPhotoVisit *visit
    = gla_photo_visits_find (self->visits, is_right ? self->pair.right : self->pair.left);
  const GlaPhoto *photo = visit != NULL ? gla_photo_visit_find (visit, self->pair.place) : NULL;
  Wanted *wanted;

  set_picture (self, is_right, NULL, photo != NULL ? "" : _("No photo of this view"));
  if (photo == NULL)
    return;
  wanted = g_new0 (Wanted, 1);
  wanted->view = g_object_ref (self);
  wanted->is_right = is_right;
  gla_photo_shelf_load_async (self->shelf, photo->id, self->cancellable, loaded_cb, wanted);
}

static void
name_compare (GlaPhotoCompareView *self)
{
  g_autofree char *left = gla_day_format (self->pair.left, GLA_DAY_EXACT);
  g_autofree char *right = gla_day_format (self->pair.right, GLA_DAY_EXACT);
  g_autofree char *view = gla_photo_view_get_name (gla_photo_view_from_place (self->pair.place));
  /* Translators: a view, such as “Frown, front”, and two dates */
  g_autofree char *name = g_strdup_printf (_("%s on %s and on %s"), view, left, right);

  gla_accessible_set_label (GTK_WIDGET (self->compare), name);
}

static void
show_pair (GlaPhotoCompareView *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  load_picture (self, FALSE);
  load_picture (self, TRUE);
  name_compare (self);
}

/* Choices */

static void
fill_views (GlaPhotoCompareView *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = GTK_INVALID_LIST_POSITION;

  g_array_set_size (self->places, 0);
  for (int n_days = 2; n_days > 0; n_days--)
    for (int place = 0; place < GLA_PHOTO_N_VIEWS; place++)
      {
        g_autofree char *name = gla_photo_view_get_name (gla_photo_view_from_place (place));
        g_autofree char *one_day = NULL;

        if (gla_photo_pair_has_view (&self->pair, self->visits, place) != n_days)
          continue;
        if (place == self->pair.place)
          selected = self->places->len;
        g_array_append_val (self->places, place);
        /* Translators: %s is a view, such as “Frown, front” */
        one_day = n_days == 1 ? g_strdup_printf (_("%s (one day only)"), name) : NULL;
        gtk_string_list_append (names, one_day != NULL ? one_day : name);
      }
  gtk_drop_down_set_model (self->view_drop_down, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->view_drop_down, selected);
}

static void
fill_days (GlaPhotoCompareView *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint left = 0, right = 0;

  g_array_set_size (self->days, 0);
  for (guint i = 0; i < self->visits->len; i++)
    {
      const GlaPhotoVisit *visit = self->visits->pdata[i];
      g_autofree char *name = gla_day_format (visit->day, GLA_DAY_EXACT);

      if (gla_photo_visit_count_views (visit) == 0)
        continue;
      if (visit->day == self->pair.left)
        left = self->days->len;
      if (visit->day == self->pair.right)
        right = self->days->len;
      g_array_append_val (self->days, visit->day);
      gtk_string_list_append (names, name);
    }
  gtk_drop_down_set_model (self->left_drop_down, G_LIST_MODEL (names));
  gtk_drop_down_set_model (self->right_drop_down, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->left_drop_down, left);
  gtk_drop_down_set_selected (self->right_drop_down, right);
}

static void
fill (GlaPhotoCompareView *self)
{
  self->is_filling = TRUE;
  fill_days (self);
  fill_views (self);
  self->is_filling = FALSE;
  show_pair (self);
}

static GlaDay
get_day (GlaPhotoCompareView *self,
         GtkDropDown         *drop_down)
{
  return g_array_index (self->days, GlaDay, gtk_drop_down_get_selected (drop_down));
}

/* Choosing the day of the other side swaps the two. */
static void
day_chosen_cb (GlaPhotoCompareView *self,
               GParamSpec          *pspec,
               GtkDropDown         *drop_down)
{
  GlaPhotoPair before = self->pair;

  if (self->is_filling)
    return;
  self->pair.left = get_day (self, self->left_drop_down);
  self->pair.right = get_day (self, self->right_drop_down);
  if (self->pair.left == self->pair.right && drop_down == self->left_drop_down)
    self->pair.right = before.left;
  else if (self->pair.left == self->pair.right)
    self->pair.left = before.right;
  gla_photo_pair_choose (&self->pair, self->visits);
  fill (self);
}

static void
view_chosen_cb (GlaPhotoCompareView *self)
{
  if (self->is_filling)
    return;
  self->pair.place = g_array_index (self->places, int,
                                    gtk_drop_down_get_selected (self->view_drop_down));
  show_pair (self);
}

static void
zoom_in_cb (GlaPhotoCompareView *self)
{
  gla_photo_compare_zoom (self->compare, ZOOM_STEP);
}

static void
zoom_out_cb (GlaPhotoCompareView *self)
{
  gla_photo_compare_zoom (self->compare, 1.0 / ZOOM_STEP);
}

static void
zoom_fit_cb (GlaPhotoCompareView *self)
{
  gla_photo_compare_zoom (self->compare, 0.0);
}

static void
zoom_changed_cb (GlaPhotoCompareView *self)
{
  g_autofree char *text = NULL;
  double zoom;

  g_object_get (self->compare, "zoom", &zoom, NULL);
  text = g_strdup_printf (_("%d %%"), (int) (zoom * 100.0 + 0.5));
  gtk_label_set_text (self->zoom_label, text);
}

void
gla_photo_compare_view_show (GlaPhotoCompareView *self,
                             GlaPhotoShelf       *shelf,
                             GPtrArray           *visits)
{
  g_return_if_fail (GLA_IS_PHOTO_COMPARE_VIEW (self));
  g_return_if_fail (shelf != NULL && visits != NULL);

  self->shelf = shelf;
  g_ptr_array_ref (visits);
  g_clear_pointer (&self->visits, g_ptr_array_unref);
  self->visits = visits;
  if (!gla_photo_pair_choose (&self->pair, visits))
    {
      g_cancellable_cancel (self->cancellable);
      gtk_stack_set_visible_child_name (self->stack, "none");
      return;
    }
  fill (self);
  gtk_stack_set_visible_child_name (self->stack, "compare");
}

static void
gla_photo_compare_view_dispose (GObject *object)
{
  GlaPhotoCompareView *self = GLA_PHOTO_COMPARE_VIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->left);
  g_clear_object (&self->right);
  g_clear_pointer (&self->visits, g_ptr_array_unref);
  g_clear_pointer (&self->days, g_array_unref);
  g_clear_pointer (&self->places, g_array_unref);

  G_OBJECT_CLASS (gla_photo_compare_view_parent_class)->dispose (object);
}

static void
gla_photo_compare_view_class_init (GlaPhotoCompareViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (GLA_TYPE_PHOTO_COMPARE);
  G_OBJECT_CLASS (klass)->dispose = gla_photo_compare_view_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/glabella/Glabella/ui/pages/photos/gla-photo-compare-view.ui");
  gtk_widget_class_bind_template_child (widget_class, GlaPhotoCompareView, stack);
  gtk_widget_class_bind_template_child (widget_class, GlaPhotoCompareView, view_drop_down);
  gtk_widget_class_bind_template_child (widget_class, GlaPhotoCompareView, left_drop_down);
  gtk_widget_class_bind_template_child (widget_class, GlaPhotoCompareView, right_drop_down);
  gtk_widget_class_bind_template_child (widget_class, GlaPhotoCompareView, left_label);
  gtk_widget_class_bind_template_child (widget_class, GlaPhotoCompareView, right_label);
  gtk_widget_class_bind_template_child (widget_class, GlaPhotoCompareView, zoom_label);
  gtk_widget_class_bind_template_child (widget_class, GlaPhotoCompareView, wipe_button);
  gtk_widget_class_bind_template_child (widget_class, GlaPhotoCompareView, line_adjustment);
  gtk_widget_class_bind_template_child (widget_class, GlaPhotoCompareView, compare);
  gtk_widget_class_bind_template_callback (widget_class, day_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoom_in_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoom_out_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoom_fit_cb);
}

static void
gla_photo_compare_view_init (GlaPhotoCompareView *self)
{
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->is_filling = FALSE;
  self->days = g_array_new (FALSE, FALSE, sizeof (GlaDay));
  self->places = g_array_new (FALSE, FALSE, sizeof (int));
  self->pair = (GlaPhotoPair) { GLA_DAY_NONE, GLA_DAY_NONE, -1 };
  gla_accessible_name_drop_down (self->view_drop_down, _("View"));
  gla_accessible_name_drop_down (self->left_drop_down, _("Day at the left"));
  gla_accessible_name_drop_down (self->right_drop_down, _("Day at the right"));
  g_object_bind_property (self->wipe_button, "active", self->compare, "wipe",
                          G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->line_adjustment, "value", self->compare, "line",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_signal_connect_object (self->compare, "notify::zoom", G_CALLBACK (zoom_changed_cb), self,
                           G_CONNECT_SWAPPED);
  zoom_changed_cb (self);
}
