/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-case-content.h"

#include "gla-case-plan-view.h"
#include "gla-case-stage-list.h"
#include "gla-case-statement.h"
#include "gla-case-step-view.h"
#include "gla-case-words.h"
#include "gla-i18n.h"

static GtkWidget *
new_news (GPtrArray *news)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_widget_add_css_class (box, "case-note");
  gtk_box_append (GTK_BOX (box), gla_case_heading_new (_("Went on by itself")));
  for (guint i = 0; i < news->len; i++)
    gtk_box_append (GTK_BOX (box), gla_case_paragraph_new (news->pdata[i], NULL));
  return box;
}

static GtkWidget *
new_closed (const GlaKeptCase *kept)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *standing = gla_case_words_standing (kept->record);

  gtk_widget_add_css_class (box, "case-note");
  gtk_box_append (GTK_BOX (box), gla_case_paragraph_new (standing, NULL));
  if (kept->record->conclusion != NULL)
    gtk_box_append (GTK_BOX (box), gla_case_paragraph_new (kept->record->conclusion, NULL));
  return box;
}

/* Answers that were given on a way that the case no longer takes. */
static GtkWidget *
new_loose_answers (const GlaKeptCase *kept)
{
  GtkWidget *box = NULL;

  for (guint i = 0; i < kept->state->answers->len; i++)
    {
      const GlaCaseAnswer *answer = kept->state->answers->pdata[i];
      const GlaStep *step = gla_protocol_find_step (kept->state->protocol, answer->step);
      const GlaStepAnswer *given =
        step != NULL ? gla_step_find_answer (step, answer->answer) : NULL;
      g_autofree char *line = NULL;

      if (answer->follows || given == NULL)
        continue;
      if (box == NULL)
        {
          box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
          gtk_widget_add_css_class (box, "case-note");
          gtk_box_append (GTK_BOX (box), gla_case_heading_new (_("No longer follows")));
        }
      line = g_strdup_printf ("%s = %s", gla_protocol_get_text (kept->state->protocol, step->title),
                              gla_protocol_get_text (kept->state->protocol, given->text));
      gtk_box_append (GTK_BOX (box), gla_case_paragraph_new (line, "dim-label"));
    }
  return box;
}

GtkWidget *
gla_case_content_new (GlaCaseSession  *session,
                      gboolean         is_front_desk,
                      GtkWidget      **step_view)
{
  const GlaKeptCase *kept = gla_case_session_get_case (session);
  GPtrArray *news = gla_case_session_get_news (session);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  GtkWidget *present = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  GtkWidget *plan, *loose;

  g_return_val_if_fail (kept != NULL && step_view != NULL, NULL);

  *step_view = NULL;
  if (news->len > 0)
    gtk_box_append (GTK_BOX (box), new_news (news));
  if (kept->record->standing == GLA_CASE_STANDING_CLOSED)
    gtk_box_append (GTK_BOX (box), new_closed (kept));
  if (is_front_desk)
    {
      gtk_box_append (GTK_BOX (box), gla_case_dates_view_new (session));
      g_object_unref (g_object_ref_sink (present));
      return box;
    }
  *step_view = gla_case_step_view_new (session);
  plan = gla_case_plan_view_new (session);
  /* An emergency is read first. */
  if (plan != NULL && gtk_widget_has_css_class (plan, "stop"))
    gtk_box_append (GTK_BOX (box), plan);
  /* What it has come to goes before what that rests on. */
  if (plan != NULL && gtk_widget_get_parent (plan) == NULL)
    gtk_box_append (GTK_BOX (present), plan);
  gtk_box_append (GTK_BOX (present), *step_view);
  gtk_box_append (GTK_BOX (box), gla_case_stage_list_new (session, present));
  loose = new_loose_answers (kept);
  if (loose != NULL)
    gtk_box_append (GTK_BOX (box), loose);
  return box;
}
