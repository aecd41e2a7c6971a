/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-case-stage-list.h"

#include "gla-accessible.h"
#include "gla-case-stages.h"
#include "gla-case-statement.h"
#include "gla-i18n.h"

static const struct
{
  const char *style;
  const char *word;
} states[] = {
  [GLA_CASE_STAGE_DONE] = { "done", N_("done") },
  [GLA_CASE_STAGE_PRESENT] = { "present", N_("now") },
  [GLA_CASE_STAGE_AHEAD] = { "ahead", N_("may come") },
};

/* A tick or a number in a circle: told apart by sign, not by colour alone. */
static GtkWidget *
new_badge (const GlaCaseStage *stage,
           guint               number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);
  GtkWidget *badge;

  if (stage->state == GLA_CASE_STAGE_DONE)
    badge = gtk_image_new_from_icon_name (stage->findings->len > 0 ? "dialog-warning-symbolic"
                                                                   : "object-select-symbolic");
  else
    badge = gtk_label_new (text);
  gtk_widget_add_css_class (badge, "case-badge");
  gtk_widget_add_css_class (badge, states[stage->state].style);
  if (stage->state == GLA_CASE_STAGE_DONE && stage->findings->len > 0)
    gtk_widget_add_css_class (badge, "found");
  gtk_widget_set_valign (badge, GTK_ALIGN_START);
  return badge;
}

static GtkWidget *
new_title (const GlaCaseStage *stage,
           guint               number)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = gla_case_paragraph_new (stage->title, "case-stage-title");

  gtk_box_append (GTK_BOX (row), new_badge (stage, number));
  gtk_box_append (GTK_BOX (texts), title);
  if (stage->result != NULL && stage->state == GLA_CASE_STAGE_DONE)
    {
      GtkWidget *result = gla_case_paragraph_new (stage->result, "case-result");

      /* One line; all of it is in the steps below. */
      g_object_set (result, "wrap", FALSE, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
      gtk_box_append (GTK_BOX (texts), result);
    }
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (row), texts);
  return row;
}

/* What a step came to, and what was answered */

static GtkWidget *
new_answer (const GlaCase       *state,
            const GlaStep       *step,
            const GlaCaseAnswer *answer)
{
  const GlaStepAnswer *given = gla_step_find_answer (step, answer->answer);
  const char *title = gla_protocol_get_text (state->protocol, step->title);
  g_autofree char *label = NULL;
  GtkWidget *row, *button;

  row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  label = g_strdup_printf ("= %s", given != NULL ? gla_protocol_get_text (state->protocol,
                                                                          given->text)
                                                 : answer->answer);
  gtk_box_append (GTK_BOX (row), gla_case_paragraph_new (label, NULL));
  gtk_widget_set_hexpand (gtk_widget_get_first_child (row), TRUE);
  button = gtk_button_new_with_label (_("Change"));
  gtk_widget_add_css_class (button, "small-button");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "case.back-to");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", step->id);
  g_clear_pointer (&label, g_free);
  /* Translators: %s is the title of a step */
  label = g_strdup_printf (_("Change the answer: %s"), title);
  gla_accessible_set_label (button, label);
  gtk_box_append (GTK_BOX (row), button);
  return row;
}

static GtkWidget *
new_visit (const GlaCase      *state,
           const GlaCaseVisit *visit)
{
  const GlaStep *step = gla_protocol_find_step (state->protocol, visit->step);
  const GlaCaseAnswer *answer = gla_case_find_answer (state, visit->step, visit->visit);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *words = NULL;

  gtk_box_append (GTK_BOX (box),
                  gla_case_paragraph_new (gla_protocol_get_text (state->protocol, step->title),
                                          "case-step-title"));
  if (answer != NULL)
    gtk_box_append (GTK_BOX (box), new_answer (state, step, answer));
  if (answer != NULL && answer->reason != NULL)
    {
      /* Translators: %s is what the practitioner wrote */
      g_autofree char *reason = g_strdup_printf (_("Reason: %s"), answer->reason);

      gtk_box_append (GTK_BOX (box), gla_case_paragraph_new (reason, NULL));
    }
  if (visit->by_itself)
    /* Translators: %s says why a case went on */
    words = g_strdup_printf (_("%s (went on by itself)"), visit->words);
  gtk_box_append (GTK_BOX (box),
                  gla_case_paragraph_new (words != NULL ? words : visit->words, "case-result"));
  return box;
}

static GtkWidget *
new_details (const GlaKeptCase  *kept,
             const GlaCaseStage *stage)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  gtk_widget_add_css_class (box, "case-details");
  for (guint i = 0; i < stage->findings->len; i++)
    gtk_box_append (GTK_BOX (box), gla_case_finding_row_new (kept, stage->findings->pdata[i]));
  for (guint i = 0; i < stage->visits->len; i++)
    gtk_box_append (GTK_BOX (box), new_visit (kept->state, stage->visits->pdata[i]));
  return box;
}

static GtkWidget *
new_done (const GlaKeptCase  *kept,
          const GlaCaseStage *stage,
          guint               number)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *revealer = gtk_revealer_new ();
  g_autofree char *label = NULL;

  /* Translators: title of a part of a case, its state such as "done", and its result */
  label = g_strdup_printf (_("%s, %s: %s"), stage->title, _(states[stage->state].word),
                           stage->result != NULL ? stage->result : "");
  gtk_button_set_child (GTK_BUTTON (button), new_title (stage, number));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "case-stage");
  gla_accessible_set_label (button, label);
  gtk_revealer_set_child (GTK_REVEALER (revealer), new_details (kept, stage));
  g_object_bind_property (button, "active", revealer, "reveal-child", G_BINDING_SYNC_CREATE);
  gtk_box_append (GTK_BOX (box), button);
  gtk_box_append (GTK_BOX (box), revealer);
  return box;
}

/* The present one has its earlier steps above what is open. */
static GtkWidget *
new_present (const GlaKeptCase  *kept,
             const GlaCaseStage *stage,
             guint               number,
             GtkWidget          *present)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *title = new_title (stage, number);

  gtk_widget_add_css_class (title, "case-stage");
  gtk_box_append (GTK_BOX (box), title);
  for (guint i = 0; i < stage->visits->len; i++)
    {
      GtkWidget *visit = new_visit (kept->state, stage->visits->pdata[i]);

      gtk_widget_add_css_class (visit, "case-details");
      gtk_box_append (GTK_BOX (box), visit);
    }
  gtk_box_append (GTK_BOX (box), present);
  return box;
}

GtkWidget *
gla_case_stage_list_new (GlaCaseSession *session,
                         GtkWidget      *present)
{
  const GlaKeptCase *kept = gla_case_session_get_case (session);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autoptr (GPtrArray) stages = NULL;

  g_return_val_if_fail (kept != NULL, NULL);

  stages = gla_case_list_stages (kept->state);
  for (guint i = 0; i < stages->len; i++)
    {
      const GlaCaseStage *stage = stages->pdata[i];
      GtkWidget *child;

      if (stage->state == GLA_CASE_STAGE_DONE)
        child = new_done (kept, stage, i + 1);
      else if (stage->state == GLA_CASE_STAGE_PRESENT)
        child = new_present (kept, stage, i + 1, present);
      else
        child = new_title (stage, i + 1);
      if (stage->state == GLA_CASE_STAGE_AHEAD)
        gtk_widget_add_css_class (child, "case-stage");
      gtk_box_append (GTK_BOX (box), child);
    }
  return box;
}
