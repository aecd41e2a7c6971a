/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-record-chips.h"

#include "gla-accessible.h"
#include "gla-case-words.h"
#include "gla-estimate-figure.h"
#include "gla-figure-button.h"
#include "gla-finding-figure.h"
#include "gla-i18n.h"
#include "gla-record-words.h"

/* Colour is never the only difference: a warning has a sign before its words. */
static GtkWidget *
add_chip (GtkBox     *box,
          const char *text,
          const char *style,
          const char *icon,
          GlaFigure  *figure)
{
  GtkWidget *chip = gla_figure_button_new (text, text, figure);

  gtk_widget_remove_css_class (chip, "figure");
  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_add_css_class (chip, style);
  if (icon != NULL)
    {
      GtkWidget *inside = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

      gtk_box_append (GTK_BOX (inside), gtk_image_new_from_icon_name (icon));
      gtk_box_append (GTK_BOX (inside), gtk_label_new (text));
      gtk_button_set_child (GTK_BUTTON (chip), inside);
    }
  gtk_box_append (box, chip);
  return chip;
}

static void
add_language (GtkBox           *box,
              const GlaPatient *patient)
{
  g_autofree char *text = NULL;
  const char *language;
  GlaFigure *figure;

  if (patient->language == NULL)
    return;
  language = gla_record_words_language (patient->language);
  /* Translators: %s is the name of a language */
  text = g_strdup_printf (_("speaks %s"), language);
  figure = gla_figure_new (text, _("Sheets for this patient are printed in this language where "
                                   "there is a translation."));
  gla_figure_add_row (figure, _("Details"), language, NULL, GLA_TIMELINE_RECORD_NONE, NULL);
  add_chip (box, text, "neutral", NULL, figure);
}

static void
add_finding (GtkBox           *box,
             GlaRecordData    *data,
             GlaCatalogue     *catalogue,
             const GlaFinding *finding)
{
  GlaFigure *figure =
    gla_finding_figure_new (finding, gla_record_data_get_history (data), catalogue, TRUE);
  GtkWidget *chip = add_chip (box, finding->chip, gla_finding_level_get_style (finding->level),
                              gla_finding_level_get_icon (finding->level), figure);

  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  gla_finding_level_get_name (finding->level), -1);
}

/* It has a card of its own; the chip stands where one looks for alerts. */
static void
add_shortening (GtkBox        *box,
                GlaRecordData *data,
                GlaCatalogue  *catalogue)
{
  gboolean is_red;

  if (data->shortening == NULL || data->shortening->tier == GLA_DETECTOR_OK)
    return;
  is_red = data->shortening->tier == GLA_DETECTOR_RED;
  add_chip (box, gla_shortening_get_title (data->shortening), is_red ? "error" : "warning",
            is_red ? "dialog-warning-symbolic" : "dialog-information-symbolic",
            gla_figure_for_shortening (data, catalogue));
}

/* A case that is not closed: what it waits for, and the way to it. */
static void
add_case (GtkBox              *box,
          GlaRecordData       *data,
          const GlaCaseRecord *record)
{
  g_autofree char *subject = NULL;
  g_autofree char *standing = NULL;
  g_autofree char *text = NULL;
  GtkWidget *chip, *inside;

  if (record->standing == GLA_CASE_STANDING_CLOSED)
    return;
  subject = g_strdup (gla_record_words_area (data->cycles->catalogue, record->area));
  standing = gla_case_words_standing (record);
  /* Translators: an area, and where its case stands, such as "waiting, from 3 Dec 2026" */
  text = g_strdup_printf (_("Case, %s: %s"), subject, standing);
  chip = gtk_button_new ();
  inside = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  gtk_box_append (GTK_BOX (inside), gtk_image_new_from_icon_name ("dialog-information-symbolic"));
  gtk_box_append (GTK_BOX (inside), gtk_label_new (text));
  gtk_button_set_child (GTK_BUTTON (chip), inside);
  gla_accessible_set_label (chip, text);
  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_add_css_class (chip, "accent");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (chip), "record.open-case");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (chip), "s", record->id);
  gtk_box_append (box, chip);
}

void
gla_record_chips_fill (GtkBox        *box,
                       GlaRecordData *data,
                       GlaCatalogue  *catalogue)
{
  GtkWidget *child;

  g_return_if_fail (GTK_IS_BOX (box));
  g_return_if_fail (data != NULL);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);

  for (guint i = 0; i < data->cycles->history->cases->len; i++)
    add_case (box, data, data->cycles->history->cases->pdata[i]);
  for (guint i = 0; i < data->findings->len; i++)
    add_finding (box, data, catalogue, g_ptr_array_index (data->findings, i));
  add_shortening (box, data, catalogue);
  add_language (box, gla_record_data_get_history (data)->patient);
  gtk_widget_set_visible (GTK_WIDGET (box),
                          gtk_widget_get_first_child (GTK_WIDGET (box)) != NULL);
}
