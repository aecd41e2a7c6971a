/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-baseline-box.h"

#include "gla-i18n.h"

GtkWidget *
gla_baseline_box_new (GlaGradeGrid *grades)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *title = gtk_label_new (_("Baseline today"));
  GtkWidget *hint = gtk_label_new (_("Grades of today. They are the baseline of this treatment and "
                                     "the last word on the one before."));

  gtk_widget_add_css_class (title, "heading");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (hint, "dim-label");
  gtk_label_set_xalign (GTK_LABEL (hint), 0);
  gtk_label_set_wrap (GTK_LABEL (hint), TRUE);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), hint);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (grades));
  return box;
}

void
gla_baseline_box_show_recorded (GlaGradeGrid     *grades,
                                const GlaHistory *history,
                                const char       *amend)
{
  const GlaTreatment *amended = amend != NULL ? gla_history_find_treatment (history, amend) : NULL;

  g_return_if_fail (GLA_IS_GRADE_GRID (grades) && history != NULL);

  for (guint i = 0; amended != NULL && i < history->assessments->len; i++)
    {
      const GlaAssessment *assessment = history->assessments->pdata[i];
      g_autofree char *note = NULL;

      if (assessment->day != amended->day || assessment->at_maximum == GLA_GRADE_UNKNOWN)
        continue;
      /* Translators: a grade at maximum contraction that is in the record already */
      note = g_strdup_printf (_("recorded: %d"), assessment->at_maximum);
      gla_grade_grid_set_before (grades, assessment->area, note);
    }
}
