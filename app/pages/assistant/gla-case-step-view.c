/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-case-step-view.h"

#include "gla-accessible.h"
#include "gla-case-facts.h"
#include "gla-case-statement.h"
#include "gla-case-words.h"
#include "gla-i18n.h"

/* What the view keeps of its parts. */
#define FOCUS "gla-case-focus"
#define REASON "gla-case-reason"
#define LAST "gla-case-last"
#define PLACE "gla-case-place"

/* The first step behind an answer that says something, or where the case then stands. */
static const GlaStep *
find_lead (const GlaCase *before,
           const GlaCase *after)
{
  guint from = before->cursor >= 0 ? (guint) before->cursor : before->path->len;

  for (guint i = from + 1; i < after->path->len; i++)
    {
      const GlaCaseVisit *visit = after->path->pdata[i];
      const GlaStep *step = gla_protocol_find_step (after->protocol, visit->step);

      if (step != NULL && step->outcome != GLA_OUTCOME_NONE)
        return step;
    }
  return gla_protocol_find_step (after->protocol, after->step);
}

/* Where an answer leads: tried on a copy of the case, so that conditions decide. */
static char *
describe_lead (const GlaKeptCase   *kept,
               const GlaStepAnswer *answer)
{
  const GlaCase *state = kept->state;
  g_autoptr (GlaCase) next = gla_case_answer (state, answer->id, answer->needs_reason ? "-" : NULL,
                                              &kept->basis->input, NULL);
  const GlaStep *step;
  const char *title;

  if (next == NULL)
    return NULL;
  step = find_lead (state, next);
  title = gla_protocol_get_text (next->protocol, step->title);
  /* Translators: %s is the title of the step that an answer leads to */
  return g_strdup_printf (_("leads to: %s"), title);
}

static gboolean
is_given (const GlaCase *state,
          const char    *answer)
{
  const GlaCaseVisit *visit;
  const GlaCaseAnswer *given;

  if (state->cursor < 0)
    return FALSE;
  visit = state->path->pdata[state->cursor];
  given = gla_case_find_answer (state, visit->step, visit->visit);
  return given != NULL && g_str_equal (given->answer, answer);
}

static GtkWidget *
new_answer (const GlaKeptCase   *kept,
            const GlaStepAnswer *answer,
            guint                number,
            const char          *question)
{
  const GlaCase *state = kept->state;
  const char *text = gla_protocol_get_text (state->protocol, answer->text);
  g_autofree char *lead = describe_lead (kept, answer);
  g_autofree char *key = g_strdup_printf ("%u", number);
  g_autofree char *description = NULL;
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *cap = gtk_label_new (key);

  gtk_widget_add_css_class (cap, "keycap");
  gtk_widget_set_valign (cap, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (texts), gla_case_paragraph_new (text, "case-answer-text"));
  if (lead != NULL)
    gtk_box_append (GTK_BOX (texts), gla_case_paragraph_new (lead, "case-result"));
  gtk_box_append (GTK_BOX (row), cap);
  gtk_box_append (GTK_BOX (row), texts);
  if (is_given (state, answer->id))
    {
      GtkWidget *tick = gtk_image_new_from_icon_name ("object-select-symbolic");

      gtk_widget_set_hexpand (tick, TRUE);
      gtk_widget_set_halign (tick, GTK_ALIGN_END);
      gla_accessible_set_label (tick, _("Answered before"));
      gtk_box_append (GTK_BOX (row), tick);
    }
  gtk_button_set_child (GTK_BUTTON (button), row);
  gtk_widget_add_css_class (button, "case-answer");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "case.answer");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", number);
  gla_accessible_set_label (button, text);
  description = g_strdup_printf ("%s %s", question, lead != NULL ? lead : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description, -1);
  return button;
}

/* The reason that some answers need */

static void
reason_activate_cb (GtkEntry *entry)
{
  GlaCaseSession *session = g_object_get_data (G_OBJECT (entry), "session");
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
  g_autofree char *answer = g_strdup (g_object_get_data (G_OBJECT (entry), "answer"));

  if (reason[0] != '\0' && answer != NULL)
    gla_case_session_answer (session, answer, reason);
  else
    gtk_widget_error_bell (GTK_WIDGET (entry));
}

static void
reason_button_cb (GtkWidget *entry)
{
  reason_activate_cb (GTK_ENTRY (entry));
}

static GtkWidget *
new_reason (GlaCaseSession *session)
{
  GtkWidget *revealer = gtk_revealer_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *button = gtk_button_new_with_label (_("Keep the Reason and Go On"));

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("Why?"));
  gla_accessible_name_entry (GTK_ENTRY (entry), _("Reason for this answer"));
  g_object_set_data (G_OBJECT (entry), "session", session);
  g_signal_connect (entry, "activate", G_CALLBACK (reason_activate_cb), NULL);
  g_signal_connect_object (button, "clicked", G_CALLBACK (reason_button_cb), entry,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_box_append (GTK_BOX (box), gla_case_paragraph_new (_("This answer needs a reason; it is "
                                                           "kept with the case."), NULL));
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), button);
  gtk_revealer_set_child (GTK_REVEALER (revealer), box);
  g_object_set_data (G_OBJECT (revealer), "entry", entry);
  return revealer;
}

static GtkWidget *
find_entry (GtkWidget *view)
{
  GtkWidget *revealer = g_object_get_data (G_OBJECT (view), REASON);

  return revealer != NULL ? g_object_get_data (G_OBJECT (revealer), "entry") : NULL;
}

static void
reveal_reason (GtkWidget  *view,
               const char *answer)
{
  GtkWidget *revealer = g_object_get_data (G_OBJECT (view), REASON);

  g_object_set_data_full (G_OBJECT (find_entry (view)), "answer", g_strdup (answer), g_free);
  gtk_revealer_set_reveal_child (GTK_REVEALER (revealer), TRUE);
}

void
gla_case_step_view_answer (GtkWidget      *view,
                           GlaCaseSession *session,
                           guint           number)
{
  const GlaKeptCase *kept = gla_case_session_get_case (session);
  const GlaStepAnswer *answer;
  const GlaStep *step;

  if (kept == NULL || view == NULL || g_object_get_data (G_OBJECT (view), REASON) == NULL)
    return;
  step = gla_case_get_step (kept->state);
  if (number < 1 || number > step->answers->len)
    return;
  answer = step->answers->pdata[number - 1];
  if (answer->needs_reason)
    {
      reveal_reason (view, answer->id);
      gtk_widget_grab_focus (find_entry (view));
    }
  else
    {
      g_autofree char *id = g_strdup (answer->id);

      gla_case_session_answer (session, id, NULL);
    }
}

/* The answer that waits for its reason, NULL if none does. */
static const char *
find_asked (GtkWidget *view)
{
  GtkWidget *entry = find_entry (view);

  return entry != NULL ? g_object_get_data (G_OBJECT (entry), "answer") : NULL;
}

gboolean
gla_case_step_view_has_keyboard (GtkWidget *view)
{
  GtkRoot *root = gtk_widget_get_root (view);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *entry = find_entry (view);

  return focus != NULL && entry != NULL && gtk_widget_is_ancestor (focus, entry);
}

gboolean
gla_case_step_view_take_over (GtkWidget *view,
                              GtkWidget *before,
                              gboolean   focus)
{
  GtkWidget *from, *to;
  int position;

  if (view == NULL || before == NULL || find_asked (before) == NULL || find_entry (view) == NULL
      || g_strcmp0 (g_object_get_data (G_OBJECT (view), PLACE),
                    g_object_get_data (G_OBJECT (before), PLACE)) != 0)
    return FALSE;
  from = find_entry (before);
  to = find_entry (view);
  position = gtk_editable_get_position (GTK_EDITABLE (from));
  reveal_reason (view, find_asked (before));
  gtk_editable_set_text (GTK_EDITABLE (to), gtk_editable_get_text (GTK_EDITABLE (from)));
  if (!focus)
    return FALSE;
  gtk_entry_grab_focus_without_selecting (GTK_ENTRY (to));
  gtk_editable_set_position (GTK_EDITABLE (to), position);
  return TRUE;
}

/* Whether the question of the step may be answered now. */
static gboolean
is_asking (const GlaKeptCase *kept)
{
  return kept->record->standing != GLA_CASE_STANDING_CLOSED
         && (kept->state->cursor >= 0 || kept->state->state == GLA_CASE_ASKING)
         && gla_case_get_step (kept->state)->question != NULL;
}

static void
add_question (GtkWidget      *view,
              GlaCaseSession *session,
              const GlaStep  *step)
{
  const GlaKeptCase *kept = gla_case_session_get_case (session);
  const char *question = gla_protocol_get_text (kept->state->protocol, step->question);
  GtkWidget *answers = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *reason;

  gtk_box_append (GTK_BOX (view), gla_case_paragraph_new (question, "case-question"));
  gla_accessible_set_label (answers, question);
  for (guint i = 0; i < step->answers->len; i++)
    {
      GtkWidget *button = new_answer (kept, step->answers->pdata[i], i + 1, question);

      if (i == 0 || is_given (kept->state, ((GlaStepAnswer *) step->answers->pdata[i])->id))
        g_object_set_data (G_OBJECT (view), FOCUS, button);
      g_object_set_data (G_OBJECT (view), LAST, button);
      gtk_box_append (GTK_BOX (answers), button);
    }
  gtk_box_append (GTK_BOX (view), answers);
  reason = new_reason (session);
  g_object_set_data (G_OBJECT (view), REASON, reason);
  gtk_box_append (GTK_BOX (view), reason);
}

static void
add_findings (GtkWidget         *view,
              const GlaKeptCase *kept,
              const GlaStep     *step)
{
  for (guint i = 0; i < kept->state->findings->len; i++)
    {
      const GlaCaseFinding *finding = kept->state->findings->pdata[i];

      if (g_str_equal (finding->step, step->id))
        gtk_box_append (GTK_BOX (view), gla_case_finding_row_new (kept, finding));
    }
}

/* Which visit of which step of which case a view shows. */
static char *
dup_place (const GlaKeptCase *kept)
{
  return g_strdup_printf ("%s %s %u %d", kept->record->id, gla_case_get_step (kept->state)->id,
                          kept->state->path->len, kept->state->cursor);
}

/* Something else may have been decided at a step gone back to: what stays is said. */
static void
add_looking_back (GtkWidget *view)
{
  GtkWidget *note = gla_case_paragraph_new (_("You went back to this step. Another answer marks "
                                              "what no longer follows; the same one changes "
                                              "nothing."), "case-note");

  gtk_box_append (GTK_BOX (view), note);
}

GtkWidget *
gla_case_step_view_new (GlaCaseSession *session)
{
  const GlaKeptCase *kept = gla_case_session_get_case (session);
  GtkWidget *view = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  g_autoptr (GlaFacts) facts = NULL;
  const GlaStep *step;
  GtkWidget *child;

  g_return_val_if_fail (kept != NULL, NULL);

  step = gla_case_get_step (kept->state);
  facts = gla_case_get_facts (kept->state, &kept->basis->input);
  gtk_widget_add_css_class (view, "case-step");
  g_object_set_data_full (G_OBJECT (view), PLACE, dup_place (kept), g_free);
  gtk_box_append (GTK_BOX (view),
                  gla_case_heading_new (gla_protocol_get_text (kept->state->protocol,
                                                               step->title)));
  if (kept->state->cursor >= 0)
    add_looking_back (view);
  child = gla_case_facts_new (session, step, facts);
  if (child != NULL)
    gtk_box_append (GTK_BOX (view), child);
  add_findings (view, kept, step);
  child = gla_case_options_new (kept, step, facts);
  if (child != NULL)
    gtk_box_append (GTK_BOX (view), child);
  if (is_asking (kept))
    add_question (view, session, step);
  gtk_box_append (GTK_BOX (view), gla_case_why_new (kept, step, facts));
  return view;
}

GtkWidget *
gla_case_step_view_get_focus (GtkWidget *view)
{
  return view != NULL ? g_object_get_data (G_OBJECT (view), FOCUS) : NULL;
}

GtkWidget *
gla_case_step_view_get_last (GtkWidget *view)
{
  return view != NULL ? g_object_get_data (G_OBJECT (view), LAST) : NULL;
}
