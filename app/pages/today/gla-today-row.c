/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-today-row.h"

#include "gla-i18n.h"

struct _GlaTodayRow
{
  GtkListBoxRow parent_instance;

  /* Template */
  GtkLabel *title_label;
  GtkLabel *number_label;
  GtkLabel *text_label;
  GtkLabel *phone_label;
  GtkWidget *urgent_image;
  GtkWidget *menu_button;

  /* Borrowed */
  const GlaAgendaRow *row;

  GlaAgendaSection section;
};

enum
{
  SIGNAL_OUTCOME,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GlaTodayRow, gla_today_row, GTK_TYPE_LIST_BOX_ROW)

static void
outcome_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_OUTCOME], 0, g_variant_get_string (parameter, NULL));
}

static void
gla_today_row_class_init (GlaTodayRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[SIGNAL_OUTCOME] = g_signal_new ("outcome", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_install_action (widget_class, "row.outcome", "s", outcome_action);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/glabella/Glabella/ui/pages/today/gla-today-row.ui");
  gtk_widget_class_bind_template_child (widget_class, GlaTodayRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, GlaTodayRow, number_label);
  gtk_widget_class_bind_template_child (widget_class, GlaTodayRow, text_label);
  gtk_widget_class_bind_template_child (widget_class, GlaTodayRow, phone_label);
  gtk_widget_class_bind_template_child (widget_class, GlaTodayRow, urgent_image);
  gtk_widget_class_bind_template_child (widget_class, GlaTodayRow, menu_button);
}

static void
gla_today_row_init (GlaTodayRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_text (GtkLabel   *label,
          const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && text[0] != '\0');
}

static void
show_phone (GlaTodayRow        *self,
            const GlaAgendaRow *row)
{
  if (!row->can_call)
    set_text (self->phone_label, NULL);
  else if (!row->may_contact)
    set_text (self->phone_label, _("has not agreed to be called"));
  else
    set_text (self->phone_label, row->phone != NULL ? row->phone : _("no telephone number"));
  if (row->can_call && row->phone == NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->phone_label), "unknown");
}

/* Read in one go, as it stands there. */
static void
name_for_readers (GlaTodayRow        *self,
                  const GlaAgendaRow *row)
{
  GString *name = g_string_new (row->title);

  if (row->is_urgent)
    g_string_append_printf (name, ", %s", _("urgent"));
  if (row->text != NULL)
    g_string_append_printf (name, ", %s", row->text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str,
                                  -1);
  g_string_free (name, TRUE);
}

GtkWidget *
gla_today_row_new (const GlaAgendaRow *row)
{
  GlaTodayRow *self;
  g_autofree char *menu_name = NULL;

  g_return_val_if_fail (row != NULL, NULL);

  self = g_object_new (GLA_TYPE_TODAY_ROW, NULL);
  self->row = row;
  self->section = row->section;
  set_text (self->title_label, row->title);
  set_text (self->number_label, row->number);
  set_text (self->text_label, row->text);
  show_phone (self, row);
  gtk_widget_set_visible (self->urgent_image, row->is_urgent);
  gtk_widget_set_visible (self->menu_button, row->can_call);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), gla_today_row_can_open (self));
  name_for_readers (self, row);
  if (row->can_call)
    {
      /* Translators: %s is the name of a patient */
      menu_name = g_strdup_printf (_("Outcome for %s"), row->title);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, menu_name, -1);
    }

  return GTK_WIDGET (self);
}

GtkWidget *
gla_today_row_new_more (GlaAgendaSection section,
                        guint            n)
{
  GlaTodayRow *self = g_object_new (GLA_TYPE_TODAY_ROW, NULL);
  g_autofree char *text = g_strdup_printf (ngettext ("Show %u more", "Show %u more", n), n);

  self->section = section;
  set_text (self->title_label, text);
  set_text (self->number_label, NULL);
  set_text (self->text_label, NULL);
  set_text (self->phone_label, NULL);
  gtk_widget_set_visible (self->urgent_image, FALSE);
  gtk_widget_set_visible (self->menu_button, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);

  return GTK_WIDGET (self);
}

const GlaAgendaRow *
gla_today_row_get (GlaTodayRow *self)
{
  g_return_val_if_fail (GLA_IS_TODAY_ROW (self), NULL);

  return self->row;
}

GlaAgendaSection
gla_today_row_get_section (GlaTodayRow *self)
{
  g_return_val_if_fail (GLA_IS_TODAY_ROW (self), GLA_AGENDA_BACKUP);

  return self->section;
}

gboolean
gla_today_row_can_open (GlaTodayRow *self)
{
  g_return_val_if_fail (GLA_IS_TODAY_ROW (self), FALSE);

  /* A draft without a patient is one of a new patient. */
  return self->row == NULL || self->row->patient != NULL || self->section == GLA_AGENDA_DRAFTS
         || self->section == GLA_AGENDA_BACKUP;
}
