/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-record-header.h"

#include "gla-accessible.h"
#include "gla-i18n.h"
#include "gla-record-chips.h"
#include "gla-record-words.h"
#include "gla-wrap-layout.h"

struct _GlaRecordHeader
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkLabel *name_label;
  GtkLabel *facts_label;
  GtkWidget *print_button;
  GtkBox *chips_box;
};

G_DEFINE_FINAL_TYPE (GlaRecordHeader, gla_record_header, ADW_TYPE_BIN)

static void
gla_record_header_class_init (GlaRecordHeaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/glabella/Glabella/ui/pages/patients/gla-record-header.ui");
  gtk_widget_class_bind_template_child (widget_class, GlaRecordHeader, name_label);
  gtk_widget_class_bind_template_child (widget_class, GlaRecordHeader, facts_label);
  gtk_widget_class_bind_template_child (widget_class, GlaRecordHeader, print_button);
  gtk_widget_class_bind_template_child (widget_class, GlaRecordHeader, chips_box);
}

/* The second half of a split button has no name of its own in libadwaita 1.2. */
static void
name_menu_button (GtkWidget  *split_button,
                  const char *label)
{
  for (GtkWidget *child = gtk_widget_get_first_child (split_button); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_MENU_BUTTON (child))
      gla_accessible_set_label (child, label);
}

static void
gla_record_header_init (GlaRecordHeader *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  name_menu_button (self->print_button, _("Save the Timeline as a File"));
  gtk_widget_set_layout_manager (GTK_WIDGET (self->chips_box), gla_wrap_layout_new (6, 6));
}

void
gla_record_header_show (GlaRecordHeader *self,
                        GlaRecordData   *data,
                        GlaCatalogue    *catalogue,
                        GlaDay           today)
{
  const GlaPatient *patient;
  g_autofree char *name = NULL, *facts = NULL;

  g_return_if_fail (GLA_IS_RECORD_HEADER (self));
  g_return_if_fail (data != NULL);

  patient = gla_record_data_get_history (data)->patient;
  name = gla_patient_get_name (patient);
  facts = gla_record_words_patient (patient, today);
  gtk_label_set_text (self->name_label, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name_label), name);
  gtk_label_set_text (self->facts_label, facts);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gla_record_chips_fill (self->chips_box, data, catalogue);
}
