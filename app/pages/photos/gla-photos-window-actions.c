/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-photos-window-private.h"

#include "gla-confirm.h"
#include "gla-i18n.h"
#include "gla-photo-intake.h"
#include "gla-photo-job.h"
#include "gla-photo-source.h"
#include "gla-record-actions.h"

/* How many problems are listed; more would not fit on a screen. */
#define MAX_PROBLEMS 12

static void
tell_problems (GlaPhotosWindow     *self,
               const GlaPhotoAdded *added)
{
  guint n = added->problems->len;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *title = NULL;

  if (n == 0)
    return;
  for (guint i = 0; i < MIN (n, MAX_PROBLEMS); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "",
                            (const char *) added->problems->pdata[i]);
  if (n > MAX_PROBLEMS)
    g_string_append (text, "\n…");
  title = g_strdup_printf (ngettext ("%u picture was not added", "%u pictures were not added", n),
                           n);
  gla_confirm_tell (GTK_WINDOW (self), title, text->str);
}

static void
tell_added (GlaPhotosWindow *self,
            GlaPhotoAdded   *added)
{
  g_autofree char *text = NULL;
  guint n = added->ids->len;

  if (n == 0)
    return;
  text = g_strdup_printf (ngettext ("%u photo added", "%u photos added", n), n);
  g_free (self->photo);
  self->photo = g_strdup (added->ids->pdata[0]);
  g_ptr_array_add (added->ids, NULL);
  gla_context_did_add (self->context, text, GLA_TABLE_PHOTO,
                       (const char *const *) added->ids->pdata);
}

void
gla_waiting_photos_free (GlaWaitingPhotos *self)
{
  g_ptr_array_unref (self->sources);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaWaitingPhotos, gla_waiting_photos_free)

/* Those that were stopped are offered still. */
static void
forget_done (GlaPhotosWindow *self,
             GPtrArray       *sources,
             guint            n_done)
{
  for (guint i = 0; i < n_done; i++)
    {
      const GlaPhotoSource *source = sources->pdata[i];

      if (source->file != NULL)
        gla_photo_folder_forget_file (self->folder, source->file);
    }
}

static void
added_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GlaPhotosWindow) self = user_data;
  g_autoptr (GlaPhotoAdded) added = gla_photo_job_run_finish (result);
  g_autoptr (GPtrArray) sources = g_steal_pointer (&self->adding);

  if (self->context == NULL)
    return;
  forget_done (self, sources, added->n_done);
  tell_added (self, added);
  tell_problems (self, added);
  if (self->is_stale)
    gla_photos_window_load (self);
  else
    gla_photos_window_add_waiting (self);
  self->is_stale = FALSE;
}

static void
add_to_visit (GlaPhotosWindow     *self,
              GPtrArray           *sources,
              int                  place,
              const GlaPhotoVisit *visit)
{
  GlaPhotoView view = { 0 };
  GlaPhoto fields = { 0 };

  /* A second photo of a view would be one too many: whoever adds it says what it shows. */
  if (place >= 0 && gla_photo_visit_find (visit, place) == NULL)
    view = gla_photo_view_from_place (place);
  fields.patient = self->patient;
  fields.treatment = visit->treatment != NULL ? visit->treatment->id : NULL;
  fields.day = visit->day;
  fields.expression = view.expression;
  fields.angle = view.angle;
  fields.marketing_day = GLA_DAY_NONE;
  fields.staff = gla_context_get_author (self->context);
  self->adding = g_ptr_array_ref (sources);
  gla_photo_job_run_async (self->context, GTK_WINDOW (self), sources, &fields, added_cb,
                           g_object_ref (self));
}

void
gla_photos_window_add (GlaPhotosWindow *self,
                       GPtrArray       *sources,
                       int              place)
{
  GlaWaitingPhotos *waiting;

  g_return_if_fail (GLA_IS_PHOTOS_WINDOW (self));
  g_return_if_fail (sources != NULL);

  if (sources->len == 0)
    return;
  waiting = g_new0 (GlaWaitingPhotos, 1);
  waiting->sources = g_ptr_array_ref (sources);
  waiting->place = place;
  waiting->day = self->day;
  g_queue_push_tail (&self->waiting, waiting);
  gla_photos_window_add_waiting (self);
}

/* The visit is that which was shown when they were given; a day without one is today. */
void
gla_photos_window_add_waiting (GlaPhotosWindow *self)
{
  g_autoptr (GlaWaitingPhotos) next = NULL;
  const GlaPhotoVisit *visit;

  g_return_if_fail (GLA_IS_PHOTOS_WINDOW (self));

  if (self->visits == NULL || self->adding != NULL || g_queue_is_empty (&self->waiting))
    return;
  next = g_queue_pop_head (&self->waiting);
  visit = next->day != GLA_DAY_NONE ? gla_photo_visits_find (self->visits, next->day) : NULL;
  if (visit == NULL)
    visit = gla_photo_visits_find (self->visits, gla_context_get_today (self->context));
  add_to_visit (self, next->sources, next->place, visit);
}

/* Where pictures come from, and for which place they are meant */

typedef struct
{
  GlaPhotosWindow *window;
  int place;
} Intake;

static Intake *
intake_new (GlaPhotosWindow *window,
            int              place)
{
  Intake *intake = g_new0 (Intake, 1);

  intake->window = g_object_ref (window);
  intake->place = place;
  return intake;
}

static void
intake_free (Intake *intake)
{
  g_object_unref (intake->window);
  g_free (intake);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Intake, intake_free)

static void
taken_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (Intake) intake = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sources = gla_photo_intake_finish (result, &error);

  if (intake->window->context == NULL)
    return;
  if (sources != NULL)
    gla_photos_window_add (intake->window, sources, intake->place);
  else
    gla_confirm_tell (GTK_WINDOW (intake->window), _("Nothing was pasted"), error->message);
}

static void
choose (GlaPhotosWindow *self,
        int              place)
{
  gla_photo_intake_choose_async (GTK_WINDOW (self), taken_cb, intake_new (self, place));
}

static void
grid_add_cb (GlaPhotosWindow *self,
             int              place)
{
  choose (self, place);
}

static void
grid_dropped_cb (GlaPhotosWindow *self,
                 int              place,
                 GdkFileList     *files)
{
  g_autoptr (GPtrArray) sources = gla_photo_intake_from_drop (files);

  gla_photos_window_add (self, sources, place);
}

/* Pictures of the watched folder: offered, and taken when the person says so */

void
gla_photos_window_show_folder (GlaPhotosWindow *self)
{
  g_autofree char *folder = NULL;
  g_autofree char *text = NULL;
  guint n;

  g_return_if_fail (GLA_IS_PHOTOS_WINDOW (self));

  if (self->folder == NULL)
    return;
  n = gla_photo_folder_get_files (self->folder)->len;
  folder = gla_photo_folder_get_name (self->folder);
  /* Translators: %s is the name of a folder */
  text = g_strdup_printf (ngettext ("%u new picture is in “%s”.", "%u new pictures are in “%s”.",
                                    n),
                          n, folder);
  if (n > 0)
    gtk_label_set_text (self->folder_label, text);
  gtk_revealer_set_reveal_child (self->folder_revealer,
                                 n > 0 && !gtk_toggle_button_get_active (self->compare_button));
}

static void
folder_add_cb (GlaPhotosWindow *self)
{
  GPtrArray *files = gla_photo_folder_get_files (self->folder);
  g_autoptr (GPtrArray) sources = gla_photo_sources_new ();

  /* They are offered until they are in: a second click would add them twice. */
  if (self->visits == NULL || self->adding != NULL)
    return;
  for (guint i = 0; i < files->len; i++)
    g_ptr_array_add (sources, gla_photo_source_new_file (files->pdata[i]));
  gla_photos_window_add (self, sources, -1);
}

static void
folder_later_cb (GlaPhotosWindow *self)
{
  gla_photo_folder_forget (self->folder);
}

static void
compare_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  GlaPhotosWindow *self = GLA_PHOTOS_WINDOW (widget);

  gtk_toggle_button_set_active (self->compare_button,
                                !gtk_toggle_button_get_active (self->compare_button));
}

static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  GlaPhotosWindow *self = GLA_PHOTOS_WINDOW (widget);

  choose (self, -1);
}

static void
paste_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  GlaPhotosWindow *self = GLA_PHOTOS_WINDOW (widget);

  gla_photo_intake_paste_async (widget, taken_cb,
                                intake_new (self, gla_photo_grid_get_place (self->grid)));
}

static void
undo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  gla_context_undo (GLA_PHOTOS_WINDOW (widget)->context);
}

static void
void_photo_cb (GlaPhotosWindow *self)
{
  if (self->photo != NULL)
    gla_record_actions_void (GTK_WIDGET (self), self->context, GLA_TABLE_PHOTO, self->photo);
}

static void
void_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  void_photo_cb (GLA_PHOTOS_WINDOW (widget));
}

void
gla_photos_window_install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    GtkWidgetActionActivateFunc act;
    guint key;
    GdkModifierType modifiers;
  } actions[] = {
    { "photos.add", add_action, GDK_KEY_n, GDK_CONTROL_MASK },
    { "photos.compare", compare_action, GDK_KEY_d, GDK_CONTROL_MASK },
    { "photos.paste", paste_action, GDK_KEY_v, GDK_CONTROL_MASK },
    { "photos.undo", undo_action, GDK_KEY_z, GDK_CONTROL_MASK },
    { "photos.void", void_action, GDK_KEY_Delete, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].act);
      gtk_widget_class_add_binding_action (widget_class, actions[i].key, actions[i].modifiers,
                                           actions[i].name, NULL);
    }
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_bind_template_callback (widget_class, grid_add_cb);
  gtk_widget_class_bind_template_callback (widget_class, grid_dropped_cb);
  gtk_widget_class_bind_template_callback (widget_class, folder_add_cb);
  gtk_widget_class_bind_template_callback (widget_class, folder_later_cb);
  gtk_widget_class_bind_template_callback (widget_class, void_photo_cb);
}
