/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-case-facts.h"

#include "gla-accessible.h"
#include "gla-case-words.h"
#include "gla-figure-button.h"
#include "gla-i18n.h"

/* A value of so many letters stands in one line. */
#define SHORT 16

/* Where a fact is recorded that can't be stated: the word for the action "case.fill". */
static const struct
{
  const char *fact;
  const char *place;
} places[] = {
  { "baseline", "follow-up" },
  { "now", "follow-up" },
  { "now-day", "follow-up" },
  { "change", "follow-up" },
  { "rest-before", "follow-up" },
  { "rest-now", "follow-up" },
  { "rest-change", "follow-up" },
  { "repeat-change", "follow-up" },
  { "repeat-now", "follow-up" },
  { "duration-right", "follow-up" },
  { "product-name", "treatment" },
  { "units", "treatment" },
  { "points", "treatment" },
  { "lot", "treatment" },
  { "dose-ratio", "treatment" },
  { "vial-content", "treatment" },
  { "vial-hours-least", "treatment" },
  { "diluent", "treatment" },
  { "expiry-day", "treatment" },
  { "male", "patient" },
  { "forehead-day", "exposure" },
};

static const char *
find_place (const char *fact)
{
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_str_equal (places[i].fact, fact))
      return places[i].place;
  return NULL;
}

static GlaFigure *
make_figure (GlaCaseSession    *session,
             const GlaCaseFact *fact,
             const char        *meaning)
{
  GlaRecordData *data = gla_case_session_get_data (session);
  GlaFigure *figure = gla_figure_new (meaning, NULL);

  for (guint i = 0; i < fact->rows->len; i++)
    gla_figure_add_record (figure, gla_record_data_get_history (data), data->cycles->catalogue,
                           fact->rows->pdata[i]);
  return figure;
}

/* A number or word; a button where there are records behind it. */
static GtkWidget *
new_value (GlaCaseSession    *session,
           const GlaCaseFact *fact,
           const char        *meaning)
{
  g_autofree char *text = gla_case_words_fact (fact);
  g_autofree char *label = g_strdup_printf ("%s: %s", meaning, text);
  GtkWidget *value;

  if (fact->known && fact->rows->len > 0)
    value = gla_figure_button_new (text, label, make_figure (session, fact, meaning));
  else
    value = gtk_label_new (text);
  if (!fact->known)
    gtk_widget_add_css_class (value, "unknown");
  if (GTK_IS_LABEL (value))
    g_object_set (value, "wrap", g_utf8_strlen (text, -1) > SHORT, "xalign", 1.0,
                  "justify", GTK_JUSTIFY_RIGHT, "max-width-chars", SHORT, NULL);
  gtk_widget_set_valign (value, GTK_ALIGN_CENTER);
  return value;
}

/* Stating a fact: yes or no, or a day */

static void
say (GtkWidget  *widget,
     const char *fact,
     const char *value)
{
  GtkWidget *popover = gtk_widget_get_ancestor (widget, GTK_TYPE_POPOVER);

  /* The panel is built anew by the action, and the popover with it: close it first. */
  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
  gtk_widget_activate_action (widget, "case.state", "(ss)", fact, value);
}

static void
yes_cb (GtkWidget *button)
{
  say (button, g_object_get_data (G_OBJECT (button), "fact"), "yes");
}

static void
no_cb (GtkWidget *button)
{
  say (button, g_object_get_data (G_OBJECT (button), "fact"), "no");
}

static void
add_answer (GtkWidget   *box,
            const char  *label,
            const char  *fact,
            GCallback    callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_object_set_data_full (G_OBJECT (button), "fact", g_strdup (fact), g_free);
  g_signal_connect (button, "clicked", callback, NULL);
  gtk_widget_set_hexpand (button, TRUE);
  gtk_box_append (GTK_BOX (box), button);
}

static GtkWidget *
new_popover (const GlaFactInfo *info)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *answers = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", gla_fact_info_get_meaning (info),
                                   "wrap", TRUE, "xalign", 0.0, "max-width-chars", 30, NULL);

  gtk_widget_add_css_class (box, "figure-rows");
  gtk_box_append (GTK_BOX (box), label);
  add_answer (answers, _("Yes"), info->name, G_CALLBACK (yes_cb));
  add_answer (answers, _("No"), info->name, G_CALLBACK (no_cb));
  gtk_box_append (GTK_BOX (box), answers);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gla_accessible_set_label (popover, gla_fact_info_get_meaning (info));
  return popover;
}

/* Opens what the fact is filled in with. */
static GtkWidget *
new_button (const GlaCaseFact *fact,
            const char        *meaning)
{
  const GlaFactInfo *info = fact->info;
  const char *place = find_place (info->name);
  const char *label = fact->known ? _("Change") : _("Add");
  g_autofree char *name = g_strdup_printf ("%s: %s", label, meaning);
  GtkWidget *button;

  if (info->can_be_stated && info->type == GLA_FACT_TYPE_YES_NO)
    {
      button = gtk_menu_button_new ();
      gtk_menu_button_set_label (GTK_MENU_BUTTON (button), label);
      gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), new_popover (info));
    }
  else if (info->can_be_stated)
    {
      button = gtk_button_new_with_label (label);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "case.state-day");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", info->name);
    }
  else if (!fact->known && place != NULL)
    {
      button = gtk_button_new_with_label (label);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "case.fill");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", place);
    }
  else
    {
      return NULL;
    }
  gla_accessible_set_label (button, name);
  gtk_widget_add_css_class (button, "small-button");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  return button;
}

static GtkWidget *
new_row (GlaCaseSession    *session,
         const GlaCaseFact *fact)
{
  const char *meaning = gla_fact_info_get_meaning (fact->info);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", meaning, "wrap", TRUE, "xalign", 0.0,
                                   "hexpand", TRUE, NULL);
  GtkWidget *button = new_button (fact, meaning);

  gtk_widget_add_css_class (row, "case-fact");
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), new_value (session, fact, meaning));
  if (button != NULL)
    gtk_box_append (GTK_BOX (row), button);
  return row;
}

/* Names of products and areas say the same as their keys, in words. */
static gboolean
is_for_people (const char *fact)
{
  return !g_str_equal (fact, "area") && !g_str_equal (fact, "product")
         && !g_str_equal (fact, "family") && !g_str_equal (fact, "dose-group");
}

GtkWidget *
gla_case_facts_new (GlaCaseSession *session,
                    const GlaStep  *step,
                    const GlaFacts *facts)
{
  GtkWidget *box;

  g_return_val_if_fail (GLA_IS_CASE_SESSION (session) && step != NULL && facts != NULL, NULL);

  if (step->facts[0] == NULL)
    return NULL;
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (box, "case-facts");
  gla_accessible_set_label (box, _("What the record says"));
  for (guint i = 0; step->facts[i] != NULL; i++)
    if (is_for_people (step->facts[i]))
      gtk_box_append (GTK_BOX (box), new_row (session, gla_facts_find (facts, step->facts[i])));
  return box;
}
