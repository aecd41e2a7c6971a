/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-photos-window-private.h"

#include "gla-accessible.h"
#include "gla-i18n.h"
#include "gla-record-words.h"
#include "gla-store-read.h"

/* Pictures that a camera wrote within the last hour are offered as well: it is often used before
 * the photos of the patient are opened. */
#define LOOK_BACK_SECONDS (60 * 60)

G_DEFINE_FINAL_TYPE (GlaPhotosWindow, gla_photos_window, ADW_TYPE_WINDOW)

gboolean
gla_photos_may_see (GlaContext *context)
{
  g_return_val_if_fail (GLA_IS_CONTEXT (context), FALSE);

  return gla_context_get_role (context) != GLA_ROLE_FRONT_DESK;
}

/* What is read */

typedef struct
{
  GlaHistory *history;
  GPtrArray *photos;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_clear_pointer (&reading->history, gla_history_unref);
  g_clear_pointer (&reading->photos, g_ptr_array_unref);
  g_free (reading);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

static gpointer
read_all (GlaStore      *store,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr (Reading) reading = g_new0 (Reading, 1);

  reading->history = gla_store_read_history (store, data, error);
  if (reading->history == NULL)
    return NULL;
  reading->photos = gla_store_list_photos (store, data, error);
  return reading->photos != NULL ? g_steal_pointer (&reading) : NULL;
}

/* Visits */

static char *
describe_photos (const GlaPhotoVisit *visit)
{
  if (visit->photos->len == 0)
    return g_strdup (_("no photos"));
  /* Translators: how many views of the checklist have a photo, of how many */
  return g_strdup_printf (_("%d of %d views"), gla_photo_visit_count_views (visit),
                          GLA_PHOTO_N_VIEWS);
}

static GtkWidget *
new_visit_row (GlaPhotosWindow     *self,
               const GlaPhotoVisit *visit)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *day = gla_day_format (visit->day, GLA_DAY_EXACT);
  g_autofree char *photos = describe_photos (visit);
  gboolean is_today = visit->day == gla_context_get_today (self->context);
  const char *kind = visit->treatment != NULL ? _("treatment") : is_today ? _("today") : NULL;
  g_autofree char *facts = kind != NULL ? g_strdup_printf (_("%s, %s"), kind, photos)
                                        : g_strdup (photos);
  g_autofree char *name = g_strdup_printf (_("%s: %s"), day, facts);
  GtkWidget *day_label = gtk_label_new (day);
  GtkWidget *facts_label = gtk_label_new (facts);

  gtk_label_set_xalign (GTK_LABEL (day_label), 0);
  gtk_label_set_xalign (GTK_LABEL (facts_label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (facts_label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (facts_label, "dim-label");
  gtk_widget_add_css_class (facts_label, "caption");
  gtk_box_append (GTK_BOX (box), day_label);
  gtk_box_append (GTK_BOX (box), facts_label);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gla_accessible_set_label (row, name);
  return row;
}

static void
show_visit (GlaPhotosWindow *self)
{
  const GlaPhotoVisit *visit = gla_photo_visits_find (self->visits, self->day);
  const GlaPhoto *photo = NULL;

  for (guint i = 0; i < visit->photos->len && self->photo != NULL; i++)
    if (g_str_equal (((const GlaPhoto *) visit->photos->pdata[i])->id, self->photo))
      photo = visit->photos->pdata[i];
  if (photo == NULL && visit->photos->len > 0)
    photo = visit->photos->pdata[0];
  g_free (self->photo);
  self->photo = photo != NULL ? g_strdup (photo->id) : NULL;
  gla_photo_grid_show (self->grid, self->shelf, visit, self->photo);
  gla_photo_details_set_empty (self->details, _("No Photos of This Visit"),
                               _("Choose a view to add a file, drop files here, or paste a copied "
                                 "picture with Ctrl+V. Where it was taken and by which camera is "
                                 "left out."));
  gla_photo_details_show (self->details, self->context, self->shelf, self->history, photo);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "photos.void",
                                 photo != NULL
                                   && !gtk_toggle_button_get_active (self->compare_button));
}

/* The visit that is shown if it is still there, else today: what is added belongs to it. */
static GlaDay
choose_day (GlaPhotosWindow *self)
{
  if (self->day != GLA_DAY_NONE && gla_photo_visits_find (self->visits, self->day) != NULL)
    return self->day;
  return gla_context_get_today (self->context);
}

/* The rows are made anew; the keyboard stays with the visit that is shown. */
static void
fill_visits (GlaPhotosWindow *self)
{
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->visits_list)) != NULL;
  GtkListBoxRow *selected;
  GtkWidget *child;

  self->is_filling = TRUE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->visits_list))) != NULL)
    gtk_list_box_remove (self->visits_list, child);
  for (guint i = 0; i < self->visits->len; i++)
    {
      const GlaPhotoVisit *visit = self->visits->pdata[i];
      GtkWidget *row = new_visit_row (self, visit);

      gtk_list_box_append (self->visits_list, row);
      if (visit->day == self->day)
        gtk_list_box_select_row (self->visits_list, GTK_LIST_BOX_ROW (row));
    }
  selected = gtk_list_box_get_selected_row (self->visits_list);
  if (had_focus && selected != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (selected));
  self->is_filling = FALSE;
}

static void
visit_selected_cb (GlaPhotosWindow *self,
                   GtkListBoxRow   *row)
{
  const GlaPhotoVisit *visit;

  if (self->is_filling || row == NULL)
    return;
  visit = self->visits->pdata[gtk_list_box_row_get_index (row)];
  if (visit->day == self->day)
    return;
  self->day = visit->day;
  show_visit (self);
}

static void
photo_selected_cb (GlaPhotosWindow *self,
                   const char      *photo)
{
  const GlaPhotoVisit *visit = gla_photo_visits_find (self->visits, self->day);

  for (guint i = 0; i < visit->photos->len; i++)
    {
      const GlaPhoto *candidate = visit->photos->pdata[i];

      if (!g_str_equal (candidate->id, photo))
        continue;
      g_free (self->photo);
      self->photo = g_strdup (photo);
      gla_photo_details_show (self->details, self->context, self->shelf, self->history, candidate);
      return;
    }
}

/* Two pictures are read whole for it: only while somebody looks. */
static void
show_compared (GlaPhotosWindow *self)
{
  if (self->visits != NULL && gtk_toggle_button_get_active (self->compare_button))
    gla_photo_compare_view_show (self->compare_view, self->shelf, self->visits);
}

static void
show_reading (GlaPhotosWindow *self,
              Reading         *reading)
{
  GlaDay today = gla_context_get_today (self->context);
  g_autofree char *name = gla_patient_get_name (reading->history->patient);
  g_autofree char *facts = gla_record_words_patient (reading->history->patient, today);

  g_clear_pointer (&self->visits, g_ptr_array_unref);
  g_clear_pointer (&self->history, gla_history_unref);
  self->history = g_steal_pointer (&reading->history);
  self->visits = gla_photo_visits_new (self->history, reading->photos, today);
  self->day = choose_day (self);
  adw_window_title_set_title (self->window_title, name);
  adw_window_title_set_subtitle (self->window_title, facts);
  fill_visits (self);
  show_visit (self);
  show_compared (self);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GlaPhotosWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Reading) reading
    = gla_store_worker_run_finish (GLA_STORE_WORKER (source), result, &error);

  if (self->context == NULL)
    return;
  if (reading != NULL)
    show_reading (self, reading);
  else
    gla_context_show_error (self->context, _("The photos can’t be shown"), error);
  gla_photos_window_add_waiting (self);
}

void
gla_photos_window_load (GlaPhotosWindow *self)
{
  GlaStoreWorker *worker = gla_context_get_worker (self->context);

  /* Another member of staff may have been named meanwhile. */
  if (worker == NULL || !gla_photos_may_see (self->context))
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  gla_store_worker_run_async (worker, read_all, g_strdup (self->patient), g_free, reading_free,
                              self->cancellable, read_cb, g_object_ref (self));
}

/* While pictures come in, each of them is a change: all is read anew once, after the last. */
static void
context_changed_cb (GlaPhotosWindow *self)
{
  if (self->adding != NULL && gla_photos_may_see (self->context))
    self->is_stale = TRUE;
  else
    gla_photos_window_load (self);
}

static void
compare_toggled_cb (GlaPhotosWindow *self)
{
  gboolean is_comparing = gtk_toggle_button_get_active (self->compare_button);

  gtk_stack_set_visible_child_name (self->pages, is_comparing ? "compare" : "visit");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "photos.add", !is_comparing);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "photos.paste", !is_comparing);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "photos.void",
                                 !is_comparing && self->photo != NULL);
  gla_photos_window_show_folder (self);
  show_compared (self);
}

/* The window that is left below shows the same; here it is seen. */
static void
toast_button_cb (AdwToast *original,
                 AdwToast *copy)
{
  g_signal_emit_by_name (original, "button-clicked");
}

static void
context_toast_cb (GlaPhotosWindow *self,
                  AdwToast        *toast)
{
  AdwToast *copy = adw_toast_new (adw_toast_get_title (toast));

  adw_toast_set_button_label (copy, adw_toast_get_button_label (toast));
  g_signal_connect_data (copy, "button-clicked", G_CALLBACK (toast_button_cb),
                         g_object_ref (toast), (GClosureNotify) (void (*) (void)) g_object_unref,
                         G_CONNECT_SWAPPED);
  /* An Undo that waits its turn would belong to something older. */
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  g_set_weak_pointer (&self->toast, copy);
  adw_toast_overlay_add_toast (self->toast_overlay, copy);
}

static void
gla_photos_window_dispose (GObject *object)
{
  GlaPhotosWindow *self = GLA_PHOTOS_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_weak_pointer (&self->toast);
  g_clear_object (&self->folder);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (gla_photos_window_parent_class)->dispose (object);
}

static void
gla_photos_window_finalize (GObject *object)
{
  GlaPhotosWindow *self = GLA_PHOTOS_WINDOW (object);

  g_clear_pointer (&self->visits, g_ptr_array_unref);
  g_clear_pointer (&self->history, gla_history_unref);
  g_clear_pointer (&self->shelf, gla_photo_shelf_free);
  g_clear_pointer (&self->adding, g_ptr_array_unref);
  g_queue_clear_full (&self->waiting, (GDestroyNotify) gla_waiting_photos_free);
  g_free (self->patient);
  g_free (self->photo);

  G_OBJECT_CLASS (gla_photos_window_parent_class)->finalize (object);
}

static void
gla_photos_window_class_init (GlaPhotosWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (GLA_TYPE_PHOTO_COMPARE_VIEW);
  g_type_ensure (GLA_TYPE_PHOTO_GRID);
  g_type_ensure (GLA_TYPE_PHOTO_DETAILS);

  object_class->dispose = gla_photos_window_dispose;
  object_class->finalize = gla_photos_window_finalize;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/glabella/Glabella/ui/pages/photos/gla-photos-window.ui");
  gtk_widget_class_bind_template_child (widget_class, GlaPhotosWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, GlaPhotosWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, GlaPhotosWindow, compare_button);
  gtk_widget_class_bind_template_child (widget_class, GlaPhotosWindow, folder_revealer);
  gtk_widget_class_bind_template_child (widget_class, GlaPhotosWindow, folder_label);
  gtk_widget_class_bind_template_child (widget_class, GlaPhotosWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, GlaPhotosWindow, compare_view);
  gtk_widget_class_bind_template_child (widget_class, GlaPhotosWindow, visits_list);
  gtk_widget_class_bind_template_child (widget_class, GlaPhotosWindow, grid);
  gtk_widget_class_bind_template_child (widget_class, GlaPhotosWindow, details);
  gtk_widget_class_bind_template_callback (widget_class, visit_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, photo_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, compare_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, gla_photos_window_load);
  gla_photos_window_install_actions (widget_class);
}

static void
gla_photos_window_init (GlaPhotosWindow *self)
{
  g_queue_init (&self->waiting);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "photos.void", FALSE);
}

/* One for all windows of a clinic: what was taken for one patient is not offered for the next. */
static GlaPhotoFolder *
get_folder (GlaContext *context)
{
  GlaPhotoFolder *folder = g_object_get_data (G_OBJECT (context), "gla-photo-folder");

  if (folder == NULL)
    {
      folder = gla_photo_folder_new (gla_context_get_settings (context), LOOK_BACK_SECONDS);
      g_object_set_data_full (G_OBJECT (context), "gla-photo-folder", folder, g_object_unref);
    }
  return g_object_ref (folder);
}

GtkWindow *
gla_photos_window_new (GtkWindow  *parent,
                       GlaContext *context,
                       const char *patient,
                       GlaDay      day)
{
  GlaPhotosWindow *self;

  g_return_val_if_fail (GLA_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (gla_photos_may_see (context), NULL);
  g_return_val_if_fail (patient != NULL, NULL);

  self = g_object_new (GLA_TYPE_PHOTOS_WINDOW, "transient-for", parent, NULL);
  self->context = g_object_ref (context);
  self->shelf = gla_photo_shelf_new (context);
  self->patient = g_strdup (patient);
  self->day = day;
  g_signal_connect_object (context, "changed", G_CALLBACK (context_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "toast", G_CALLBACK (context_toast_cb), self,
                           G_CONNECT_SWAPPED);
  self->folder = get_folder (context);
  g_signal_connect_object (self->folder, "changed", G_CALLBACK (gla_photos_window_show_folder),
                           self, G_CONNECT_SWAPPED);
  gla_photos_window_load (self);
  return GTK_WINDOW (self);
}
