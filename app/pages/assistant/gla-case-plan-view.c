/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-case-plan-view.h"

#include "gla-accessible.h"
#include "gla-case-plan.h"
#include "gla-case-statement.h"
#include "gla-case-words.h"
#include "gla-i18n.h"
#include "gla-words.h"

static void
append (GtkWidget *box,
        GtkWidget *child)
{
  if (child != NULL)
    gtk_box_append (GTK_BOX (box), child);
}

static void
add_named (GtkWidget  *box,
           const char *name,
           const char *value)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gla_case_paragraph_new (name, NULL);
  GtkWidget *text = gla_case_paragraph_new (value, "case-date");

  gtk_widget_set_hexpand (label, TRUE);
  g_object_set (text, "xalign", 1.0, "justify", GTK_JUSTIFY_RIGHT, NULL);
  gtk_widget_add_css_class (row, "case-fact");
  append (row, label);
  append (row, text);
  append (box, row);
}

static void
add_day (GtkWidget  *box,
         const char *name,
         GlaDay      day)
{
  g_autofree char *text = gla_day_format (day, GLA_DAY_EXACT);

  if (day != GLA_DAY_NONE)
    add_named (box, name, text);
}

/* Bookings that belong to the case and are still to come. */
static void
add_bookings (GtkWidget         *box,
              GlaCaseSession    *session,
              const GlaKeptCase *kept)
{
  const GPtrArray *bookings =
    gla_record_data_get_history (gla_case_session_get_data (session))->bookings;

  for (guint i = 0; i < bookings->len; i++)
    {
      const GlaBooking *booking = bookings->pdata[i];
      g_autofree char *when = NULL;

      if (booking->state != GLA_BOOKING_PLANNED
          || g_strcmp0 (booking->case_id, kept->record->id) != 0)
        continue;
      when = gla_case_words_booking (booking);
      add_named (box, gla_booking_kind_get_name (booking->kind), when);
    }
}

static GtkWidget *
new_dates (GlaCaseSession    *session,
           const GlaKeptCase *kept,
           GlaDay             earliest)
{
  const GlaCaseRecord *record = kept->record;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (box, "case-facts");
  gla_accessible_set_label (box, _("Dates"));
  if (record->standing == GLA_CASE_STANDING_WAITING)
    {
      add_day (box, _("Goes on from"), record->due);
      add_day (box, _("Best until"), record->until);
    }
  add_day (box, _("Label interval ends on"), earliest);
  add_bookings (box, session, kept);
  if (gtk_widget_get_first_child (box) != NULL)
    return box;
  g_object_unref (g_object_ref_sink (box));
  return NULL;
}

/* Something to open when it is wanted. */
static GtkWidget *
new_expander (const char *title,
              GtkWidget  *child)
{
  GtkWidget *expander = gtk_expander_new (title);

  gtk_widget_add_css_class (child, "case-why");
  gtk_expander_set_child (GTK_EXPANDER (expander), child);
  gla_accessible_set_label (expander, title);
  return expander;
}

static GtkWidget *
new_missing (const GlaCasePlan *plan)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *title = NULL;

  for (guint i = 0; i < plan->missing->len; i++)
    append (box, gla_case_paragraph_new (gla_fact_info_get_meaning (plan->missing->pdata[i]),
                                         "unknown"));
  title = g_strdup_printf (ngettext ("%u fact is not known", "%u facts are not known",
                                     plan->missing->len),
                           plan->missing->len);
  return new_expander (title, box);
}

/* What the record raises by itself, beside the case (evidence, section 3.2). */
static GtkWidget *
new_alerts (const GPtrArray *findings)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *title = NULL;

  for (guint i = 0; i < findings->len; i++)
    {
      const GlaFinding *finding = findings->pdata[i];
      g_autofree char *line = NULL;

      /* Translators: how urgent an alert is, and what it says */
      line = g_strdup_printf (_("%s: %s"), gla_finding_level_get_name (finding->level),
                              finding->text);
      append (box, gla_case_paragraph_new (line, NULL));
    }
  title = g_strdup_printf (ngettext ("%u alert in the record", "%u alerts in the record",
                                     findings->len),
                           findings->len);
  return new_expander (title, box);
}

static GtkWidget *
new_cautions (const GlaKeptCase *kept)
{
  const GPtrArray *cautions = kept->state->protocol->cautions;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  for (guint i = 0; i < cautions->len; i++)
    {
      const GlaMarked *caution = cautions->pdata[i];

      append (box, gla_case_statement_new (gla_protocol_get_text (kept->state->protocol,
                                                                  caution->text),
                                           caution, kept->basis->input.cycles->catalogue));
    }
  return new_expander (_("What this list is, and is not"), box);
}

static void
add_findings (GtkWidget         *box,
              const GlaKeptCase *kept,
              const GlaCasePlan *plan)
{
  if (plan->findings->len == 0)
    return;
  append (box, gla_case_heading_new (_("Found, in the order in which causes are excluded")));
  for (guint i = 0; i < plan->findings->len; i++)
    append (box, gla_case_finding_row_new (kept, plan->findings->pdata[i]));
}

static void
add_wording (GtkWidget         *box,
             const GlaKeptCase *kept,
             const GlaCasePlan *plan)
{
  if (plan->practitioner != NULL)
    append (box, gla_case_statement_new (plan->practitioner, plan->outcome->practitioner,
                                         kept->basis->input.cycles->catalogue));
  if (plan->patient != NULL)
    append (box, new_expander (_("In words for the patient"),
                               gla_case_paragraph_new (plan->patient, NULL)));
}

/* An outcome that was left behind does not say what is to be done now. */
static gboolean
has_plan (const GlaKeptCase *kept,
          const GlaCasePlan *plan)
{
  return plan->outcome != NULL && kept->state->cursor < 0
         && (kept->state->state != GLA_CASE_ASKING
             || gla_case_get_step (kept->state)->outcome != GLA_OUTCOME_NONE);
}

GtkWidget *
gla_case_plan_view_new (GlaCaseSession *session)
{
  const GlaKeptCase *kept = gla_case_session_get_case (session);
  g_autoptr (GlaCasePlan) plan = NULL;
  g_autoptr (GlaFacts) facts = NULL;
  GtkWidget *box;

  g_return_val_if_fail (kept != NULL, NULL);

  plan = gla_case_plan_new (kept->state, &kept->basis->input);
  if (!has_plan (kept, plan))
    return NULL;
  facts = gla_case_get_facts (kept->state, &kept->basis->input);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_widget_add_css_class (box, "case-plan");
  if (plan->outcome->outcome == GLA_OUTCOME_STOP)
    gtk_widget_add_css_class (box, "stop");
  append (box, gla_case_heading_new (plan->outcome->outcome == GLA_OUTCOME_STOP ? _("Stop")
                                                                                : _("Plan")));
  append (box, gla_case_paragraph_new (plan->outcome_text, "case-outcome"));
  append (box, new_dates (session, kept, plan->earliest));
  add_wording (box, kept, plan);
  add_findings (box, kept, plan);
  if (plan->options != NULL && plan->options != gla_case_get_step (kept->state))
    append (box, new_expander (_("The options that were shown"),
                               gla_case_options_new (kept, plan->options, facts)));
  if (plan->missing->len > 0)
    append (box, new_missing (plan));
  if (gla_case_session_get_data (session)->findings->len > 0)
    append (box, new_alerts (gla_case_session_get_data (session)->findings));
  append (box, new_cautions (kept));
  return box;
}

GtkWidget *
gla_case_dates_view_new (GlaCaseSession *session)
{
  const GlaKeptCase *kept = gla_case_session_get_case (session);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  g_autoptr (GlaCasePlan) plan = NULL;
  g_autofree char *standing = NULL;
  const GlaStep *step;

  g_return_val_if_fail (kept != NULL, NULL);

  plan = gla_case_plan_new (kept->state, &kept->basis->input);
  step = gla_protocol_find_step (kept->state->protocol, kept->state->step);
  standing = gla_case_words_standing (kept->record);
  gtk_widget_add_css_class (box, "case-step");
  append (box, gla_case_heading_new (_("Next step")));
  append (box, gla_case_paragraph_new (gla_protocol_get_text (kept->state->protocol, step->title),
                                       NULL));
  append (box, gla_case_paragraph_new (standing, "dim-label"));
  append (box, new_dates (session, kept, plan->earliest));
  return box;
}
