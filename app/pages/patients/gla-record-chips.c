/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-record-chips.h"

#include "gla-figure-button.h"
#include "gla-record-words.h"

#include <glib/gi18n.h>
#include <string.h>

/* Colour is never the only difference: a warning has a sign before its words. */
static void
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
}

/* One chip for each line that was written down. */
static void
add_allergies (GtkBox           *box,
               const GlaPatient *patient)
{
  g_auto (GStrv) lines = g_strsplit (patient->allergies != NULL ? patient->allergies : "", "\n",
                                     -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *text = NULL;
      GlaFigure *figure;

      g_strstrip (lines[i]);
      if (*lines[i] == '\0')
        continue;
      /* Translators: %s is what the patient is allergic to */
      text = g_strdup_printf (_("Allergy: %s"), lines[i]);
      figure = gla_figure_new (text, _("Written down with the patient’s details."));
      gla_figure_add_row (figure, _("Details"), lines[i], NULL, GLA_TIMELINE_RECORD_NONE, NULL);
      add_chip (box, text, "error", "dialog-warning-symbolic", figure);
    }
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

void
gla_record_chips_fill (GtkBox        *box,
                       GlaRecordData *data,
                       GlaCatalogue  *catalogue)
{
  const GlaPatient *patient;
  GtkWidget *child;

  g_return_if_fail (GTK_IS_BOX (box));
  g_return_if_fail (data != NULL);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);

  patient = gla_record_data_get_history (data)->patient;
  add_allergies (box, patient);
  add_language (box, patient);
  gtk_widget_set_visible (GTK_WIDGET (box),
                          gtk_widget_get_first_child (GTK_WIDGET (box)) != NULL);
}
