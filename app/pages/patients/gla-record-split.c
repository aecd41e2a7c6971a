/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-record-split.h"

#include "gla-case-load.h"
#include "gla-case-panel.h"

struct _GlaRecordSplit
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkPaned *paned;
  AdwBin *record_bin;
  AdwBin *panel_bin;

  /* Owned */
  GlaContext *context;

  /* Borrowed */
  GlaRecordPage *record;
  GlaCasePanel *panel; /* NULL until it is wanted */

  gboolean is_placed;  /* the panel has its width */
};

G_DEFINE_FINAL_TYPE (GlaRecordSplit, gla_record_split, ADW_TYPE_BIN)

/* The width of the panel is kept, whatever that of the window */

static void
place_cb (GlaRecordSplit *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self->paned));
  int least, position;

  if (self->is_placed || self->context == NULL || width <= 0
      || !gtk_widget_get_visible (GTK_WIDGET (self->panel_bin)))
    return;
  self->is_placed = TRUE;
  gtk_widget_measure (GTK_WIDGET (self->record_bin), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL,
                      NULL, NULL);
  position = width - g_settings_get_int (gla_context_get_settings (self->context), "side-width");
  gtk_paned_set_position (self->paned, MAX (position, least));
}

static void
moved_cb (GlaRecordSplit *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self->panel_bin));

  if (self->is_placed && width >= 240 && gtk_widget_get_mapped (GTK_WIDGET (self->panel_bin)))
    g_settings_set_int (gla_context_get_settings (self->context), "side-width", width);
}

/* What the panel wants of the record */

static void
hide_cb (GlaRecordSplit *self)
{
  gla_record_split_set_panel_shown (self, FALSE);
}

static void
go_to_cb (GlaRecordSplit *self,
          int             kind,
          const char     *id)
{
  gla_record_page_show_record (self->record, (GlaTimelineRecord) kind, id);
}

/* Where something that the case misses is recorded. */
static void
fill_cb (GlaRecordSplit *self,
         const char     *place)
{
  const GlaKeptCase *kept = gla_case_session_get_case (gla_case_panel_get_session (self->panel));

  if (kept != NULL && kept->record->treatment != NULL)
    gla_record_page_select_treatment (self->record, kept->record->treatment);
  if (g_str_equal (place, "follow-up"))
    gla_record_page_follow_up (self->record);
  else if (g_str_equal (place, "treatment"))
    gtk_widget_activate_action (GTK_WIDGET (self->record), "record.edit-treatment", NULL);
  else if (g_str_equal (place, "patient"))
    gla_record_page_edit_patient (self->record);
  else if (g_str_equal (place, "exposure"))
    gla_record_page_exposure (self->record);
}

static void
shown_cb (GlaRecordSplit *self)
{
  if (self->panel != NULL)
    gla_case_panel_show (self->panel, gla_record_page_get_data (self->record));
}

static GlaCasePanel *
ensure_panel (GlaRecordSplit *self)
{
  if (self->panel != NULL)
    return self->panel;
  self->panel = GLA_CASE_PANEL (gla_case_panel_new (self->context));
  g_signal_connect_object (self->panel, "hide-panel", G_CALLBACK (hide_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->panel, "go-to", G_CALLBACK (go_to_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->panel, "fill", G_CALLBACK (fill_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->panel_bin, GTK_WIDGET (self->panel));
  shown_cb (self);
  return self->panel;
}

static void
open_case_cb (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  gla_record_split_open_case (GLA_RECORD_SPLIT (widget), g_variant_get_string (parameter, NULL));
}

static void
gla_record_split_dispose (GObject *object)
{
  g_clear_object (&GLA_RECORD_SPLIT (object)->context);

  G_OBJECT_CLASS (gla_record_split_parent_class)->dispose (object);
}

static void
gla_record_split_class_init (GlaRecordSplitClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gla_record_split_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/glabella/Glabella/ui/pages/patients/gla-record-split.ui");
  gtk_widget_class_bind_template_child (widget_class, GlaRecordSplit, paned);
  gtk_widget_class_bind_template_child (widget_class, GlaRecordSplit, record_bin);
  gtk_widget_class_bind_template_child (widget_class, GlaRecordSplit, panel_bin);
  gtk_widget_class_bind_template_callback (widget_class, place_cb);
  gtk_widget_class_bind_template_callback (widget_class, moved_cb);
  gtk_widget_class_install_action (widget_class, "record.open-case", "s", open_case_cb);
}

static void
gla_record_split_init (GlaRecordSplit *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
gla_record_split_new (GlaContext *context)
{
  GlaRecordSplit *self;

  g_return_val_if_fail (GLA_IS_CONTEXT (context), NULL);

  self = g_object_new (GLA_TYPE_RECORD_SPLIT, NULL);
  self->context = g_object_ref (context);
  self->record = GLA_RECORD_PAGE (gla_record_page_new (context));
  adw_bin_set_child (self->record_bin, GTK_WIDGET (self->record));
  g_signal_connect_object (self->record, "shown", G_CALLBACK (shown_cb), self, G_CONNECT_SWAPPED);
  /* Days that passed move cases on, also those of patients whom nobody opens. */
  gla_case_advance_all (context);
  g_signal_connect_object (context, "today-changed", G_CALLBACK (gla_case_advance_all), context,
                           0);
  return GTK_WIDGET (self);
}

GlaRecordPage *
gla_record_split_get_record (GlaRecordSplit *self)
{
  g_return_val_if_fail (GLA_IS_RECORD_SPLIT (self), NULL);

  return self->record;
}

void
gla_record_split_set_panel_shown (GlaRecordSplit *self,
                                  gboolean        shown)
{
  g_return_if_fail (GLA_IS_RECORD_SPLIT (self));

  if (shown)
    ensure_panel (self);
  gtk_widget_set_visible (GTK_WIDGET (self->panel_bin), shown);
  if (shown)
    gla_case_panel_focus (self->panel);
  else
    gtk_widget_child_focus (GTK_WIDGET (self->record), GTK_DIR_TAB_FORWARD);
}

gboolean
gla_record_split_is_panel_shown (GlaRecordSplit *self)
{
  g_return_val_if_fail (GLA_IS_RECORD_SPLIT (self), FALSE);

  return gtk_widget_get_visible (GTK_WIDGET (self->panel_bin));
}

void
gla_record_split_start_case (GlaRecordSplit *self)
{
  g_return_if_fail (GLA_IS_RECORD_SPLIT (self));

  gla_record_split_set_panel_shown (self, TRUE);
  gla_case_panel_start (self->panel, gla_record_page_get_cycle (self->record));
}

void
gla_record_split_open_case (GlaRecordSplit *self,
                            const char     *id)
{
  g_return_if_fail (GLA_IS_RECORD_SPLIT (self));
  g_return_if_fail (id != NULL);

  gla_record_split_set_panel_shown (self, TRUE);
  gla_case_panel_open (self->panel, id);
}
