/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-photo-details.h"

#include "gla-i18n.h"
#include "gla-photo-amend.h"
#include "gla-record-words.h"

struct _GlaPhotoDetails
{
  AdwBin parent_instance;

  /* Template */
  GtkStack *stack;
  GtkLabel *empty_title;
  GtkLabel *empty_text;
  GtkStack *picture_stack;
  GtkPicture *picture;
  GtkLabel *problem_label;
  AdwComboRow *expression_row;
  AdwComboRow *angle_row;
  AdwActionRow *marketing_row;
  GtkSwitch *marketing_switch;
  GtkLabel *facts_label;

  /* Owned */
  GlaContext *context;
  GlaPhoto *photo;           /* what is shown, or NULL */
  GCancellable *cancellable; /* of the picture that is read */
  gboolean is_filling;       /* what changes is not the person's doing */
};

G_DEFINE_FINAL_TYPE (GlaPhotoDetails, gla_photo_details, ADW_TYPE_BIN)

enum { SIGNAL_VOID, SIGNAL_STALE, N_SIGNALS };
static guint signals[N_SIGNALS];

/* The switches show what was not saved: it is to be read again. */
static void
amend_failed_cb (gpointer asker)
{
  g_signal_emit (asker, signals[SIGNAL_STALE], 0);
}

/* What is shown is taken for saved at once, so that the next change does not start from the past. */
static void
amend (GlaPhotoDetails *self,
       GlaPhoto        *after,
       const char      *text)
{
  gla_photo_amend (self->context, self->photo, after, text, self, amend_failed_cb);
  after->revision++;
  after = (GlaPhoto *) gla_photo_new (after);
  gla_photo_unref (self->photo);
  self->photo = after;
}

static void
view_changed_cb (GlaPhotoDetails *self)
{
  GlaPhoto after;

  if (self->is_filling || self->photo == NULL)
    return;
  after = *self->photo;
  after.expression = (GlaPhotoExpression) adw_combo_row_get_selected (self->expression_row);
  after.angle = (GlaPhotoAngle) adw_combo_row_get_selected (self->angle_row);
  amend (self, &after, _("Photo sorted"));
}

static void
marketing_changed_cb (GlaPhotoDetails *self)
{
  gboolean agreed = gtk_switch_get_active (self->marketing_switch);
  GlaPhoto after;

  if (self->is_filling || self->photo == NULL)
    return;
  after = *self->photo;
  after.marketing_day = agreed ? gla_context_get_today (self->context) : GLA_DAY_NONE;
  amend (self, &after, agreed ? _("Marketing use agreed") : _("Marketing use withdrawn"));
}

static void
void_clicked_cb (GlaPhotoDetails *self)
{
  g_signal_emit (self, signals[SIGNAL_VOID], 0);
}

static void
show_problem (GlaPhotoDetails *self,
              const char      *text)
{
  gtk_label_set_text (self->problem_label, text);
  gtk_stack_set_visible_child_name (self->picture_stack, "problem");
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GlaPhotoDetails) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = gla_photo_shelf_load_finish (result, &error);

  if (self->context == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
      || g_error_matches (error, GLA_STORE_ERROR, GLA_STORE_ERROR_CANCELLED))
    return;
  if (texture == NULL)
    show_problem (self, error->message);
  else
    gtk_picture_set_paintable (self->picture, GDK_PAINTABLE (texture));
}

/* The small picture, which the grid shows already, stands in until the large one is there. */
static void
show_picture (GlaPhotoDetails *self,
              GlaPhotoShelf   *shelf)
{
  g_autofree char *name = gla_photo_view_get_name (gla_photo_get_view (self->photo));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  gtk_stack_set_visible_child_name (self->picture_stack, "picture");
  gtk_picture_set_alternative_text (self->picture, name);
  gtk_picture_set_paintable (self->picture,
                             GDK_PAINTABLE (gla_photo_shelf_find (shelf, self->photo->id)));
  gla_photo_shelf_load_async (shelf, self->photo->id, self->cancellable, loaded_cb,
                              g_object_ref (self));
}

static void
show_facts (GlaPhotoDetails  *self,
            const GlaHistory *history)
{
  g_autofree char *day = gla_day_format (self->photo->day, GLA_DAY_EXACT);
  g_autofree char *size = g_format_size ((guint64) self->photo->size);
  const char *staff = self->photo->staff != NULL
                        ? gla_record_words_staff (history, self->photo->staff) : NULL;
  g_autofree char *text
    = staff != NULL
        /* Translators: day of the visit, who added it, width, height, size of the file */
        ? g_strdup_printf (_("%s, added by %s, %d × %d, %s"), day, staff, self->photo->width,
                           self->photo->height, size)
        : g_strdup_printf (_("%s, %d × %d, %s"), day, self->photo->width, self->photo->height,
                           size);
  g_autofree char *agreed = NULL;

  gtk_label_set_text (self->facts_label, text);
  if (self->photo->marketing_day != GLA_DAY_NONE)
    {
      g_autofree char *agreed_day = gla_day_format (self->photo->marketing_day, GLA_DAY_EXACT);

      agreed = g_strdup_printf (_("By the patient on %s, for this photo"), agreed_day);
    }
  adw_action_row_set_subtitle (self->marketing_row,
                               agreed != NULL ? agreed
                                              : _("Apart from consent to the treatment"));
}

static void
fill (GlaPhotoDetails  *self,
      const GlaHistory *history)
{
  self->is_filling = TRUE;
  adw_combo_row_set_selected (self->expression_row, self->photo->expression);
  adw_combo_row_set_selected (self->angle_row, self->photo->angle);
  gtk_switch_set_active (self->marketing_switch, self->photo->marketing_day != GLA_DAY_NONE);
  self->is_filling = FALSE;
  show_facts (self, history);
}

void
gla_photo_details_show (GlaPhotoDetails  *self,
                        GlaContext       *context,
                        GlaPhotoShelf    *shelf,
                        const GlaHistory *history,
                        const GlaPhoto   *photo)
{
  gboolean is_other;

  g_return_if_fail (GLA_IS_PHOTO_DETAILS (self));
  g_return_if_fail (GLA_IS_CONTEXT (context));
  g_return_if_fail (shelf != NULL);

  is_other = photo == NULL || self->photo == NULL || !g_str_equal (self->photo->id, photo->id);
  g_set_object (&self->context, context);
  g_clear_pointer (&self->photo, gla_photo_unref);
  self->photo = photo != NULL ? gla_photo_ref (photo) : NULL;
  gtk_stack_set_visible_child_name (self->stack, photo != NULL ? "photo" : "none");
  if (photo == NULL)
    return;
  if (is_other)
    show_picture (self, shelf);
  fill (self, history);
}

void
gla_photo_details_set_empty (GlaPhotoDetails *self,
                             const char      *title,
                             const char      *text)
{
  g_return_if_fail (GLA_IS_PHOTO_DETAILS (self));

  gtk_label_set_text (self->empty_title, title);
  gtk_label_set_text (self->empty_text, text);
}

static void
gla_photo_details_dispose (GObject *object)
{
  GlaPhotoDetails *self = GLA_PHOTO_DETAILS (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->context);
  g_clear_pointer (&self->photo, gla_photo_unref);

  G_OBJECT_CLASS (gla_photo_details_parent_class)->dispose (object);
}

static void
gla_photo_details_class_init (GlaPhotoDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gla_photo_details_dispose;
  signals[SIGNAL_VOID] = g_signal_new ("void", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_STALE] = g_signal_new ("stale", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/glabella/Glabella/ui/pages/photos/gla-photo-details.ui");
  gtk_widget_class_bind_template_child (widget_class, GlaPhotoDetails, stack);
  gtk_widget_class_bind_template_child (widget_class, GlaPhotoDetails, empty_title);
  gtk_widget_class_bind_template_child (widget_class, GlaPhotoDetails, empty_text);
  gtk_widget_class_bind_template_child (widget_class, GlaPhotoDetails, picture_stack);
  gtk_widget_class_bind_template_child (widget_class, GlaPhotoDetails, picture);
  gtk_widget_class_bind_template_child (widget_class, GlaPhotoDetails, problem_label);
  gtk_widget_class_bind_template_child (widget_class, GlaPhotoDetails, expression_row);
  gtk_widget_class_bind_template_child (widget_class, GlaPhotoDetails, angle_row);
  gtk_widget_class_bind_template_child (widget_class, GlaPhotoDetails, marketing_row);
  gtk_widget_class_bind_template_child (widget_class, GlaPhotoDetails, marketing_switch);
  gtk_widget_class_bind_template_child (widget_class, GlaPhotoDetails, facts_label);
  gtk_widget_class_bind_template_callback (widget_class, view_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, marketing_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, void_clicked_cb);
}

static void
set_model (AdwComboRow *row,
           const char  *(*get_name) (int value),
           int          n)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (int i = 0; i < n; i++)
    gtk_string_list_append (names, get_name (i));
  adw_combo_row_set_model (row, G_LIST_MODEL (names));
}

static const char *
get_expression_name (int value)
{
  return gla_photo_expression_get_name ((GlaPhotoExpression) value);
}

static const char *
get_angle_name (int value)
{
  return gla_photo_angle_get_name ((GlaPhotoAngle) value);
}

static void
gla_photo_details_init (GlaPhotoDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->is_filling = TRUE;
  set_model (self->expression_row, get_expression_name, GLA_PHOTO_N_EXPRESSIONS + 1);
  set_model (self->angle_row, get_angle_name, GLA_PHOTO_N_ANGLES + 1);
  self->is_filling = FALSE;
}
