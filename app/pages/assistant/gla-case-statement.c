/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-case-statement.h"

#include "gla-accessible.h"
#include "gla-case-plan.h"
#include "gla-case-words.h"
#include "gla-i18n.h"

GtkWidget *
gla_case_paragraph_new (const char *text,
                        const char *style)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "xalign", 0.0,
                                   "selectable", FALSE, NULL);

  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

GtkWidget *
gla_case_heading_new (const char *text)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "xalign", 0.0,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  gtk_widget_add_css_class (label, "heading");
  return label;
}

static void
add_basis (GtkWidget       *box,
           const GlaMarked *mark,
           GlaCatalogue    *catalogue)
{
  g_autofree char *basis = gla_case_words_basis (mark, catalogue);
  g_autofree char *text = NULL;

  if (basis[0] == '\0')
    return;
  /* Translators: kinds of evidence, such as "label, survey" */
  text = g_strdup_printf (_("(%s)"), basis);
  gtk_box_append (GTK_BOX (box), gla_case_paragraph_new (text, "basis"));
}

GtkWidget *
gla_case_statement_new (const char      *text,
                        const GlaMarked *mark,
                        GlaCatalogue    *catalogue)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_box_append (GTK_BOX (box), gla_case_paragraph_new (text, NULL));
  if (mark != NULL)
    add_basis (box, mark, catalogue);
  return box;
}

/* Findings */

static const struct
{
  const char *icon;
  const char *word;
  const char *style;
} levels[] = {
  [GLA_FIND_INFO] = { "dialog-information-symbolic", N_("Note"), "dim-label" },
  [GLA_FIND_WARN] = { "dialog-warning-symbolic", N_("Look at this"), "warning" },
  [GLA_FIND_ALERT] = { "dialog-error-symbolic", N_("Important"), "error" },
};

GtkWidget *
gla_case_finding_row_new (const GlaKeptCase    *kept,
                          const GlaCaseFinding *finding)
{
  const GlaStepFind *find = gla_protocol_find_find (kept->state->protocol, finding->id);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *icon = gtk_image_new_from_icon_name (levels[finding->level].icon);

  gtk_widget_add_css_class (row, "case-finding");
  gtk_widget_add_css_class (icon, levels[finding->level].style);
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gla_accessible_set_label (icon, _(levels[finding->level].word));
  gtk_widget_set_tooltip_text (icon, _(levels[finding->level].word));
  gtk_box_append (GTK_BOX (texts), gla_case_paragraph_new (finding->says, NULL));
  if (finding->correct != NULL)
    {
      /* Translators: %s says what to put right */
      g_autofree char *correct = g_strdup_printf (_("To correct: %s"), finding->correct);

      gtk_box_append (GTK_BOX (texts), gla_case_paragraph_new (correct, "correct"));
    }
  if (find != NULL)
    add_basis (texts, &find->mark, kept->basis->input.cycles->catalogue);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (row), icon);
  gtk_box_append (GTK_BOX (row), texts);
  return row;
}

/* Why this step */

static void
add_reason (GtkWidget         *box,
            const GlaKeptCase *kept,
            const GlaMarked   *why,
            const GlaFacts    *facts)
{
  GlaCatalogue *catalogue = kept->basis->input.cycles->catalogue;
  g_autofree char *text = gla_case_fill (kept->state, why->text, facts);
  g_autofree char *marks = gla_marks_dup_text (why->marks & ~GLA_MARK_OWN);

  gtk_box_append (GTK_BOX (box), gla_case_paragraph_new (text, NULL));
  for (guint i = 0; why->sources[i] != NULL; i++)
    {
      const GlaSource *source = gla_catalogue_find_source (catalogue, why->sources[i]);
      g_autofree char *line = source != NULL ? gla_source_dup_text (source) : NULL;

      if (line != NULL)
        gtk_box_append (GTK_BOX (box), gla_case_paragraph_new (line, "basis"));
    }
  if (marks[0] != '\0')
    gtk_box_append (GTK_BOX (box), gla_case_paragraph_new (marks, "basis"));
}

static void
add_settings (GtkWidget         *box,
              const GlaKeptCase *kept,
              const GlaStep     *step)
{
  const GlaConstants *constants = kept->basis->input.constants;
  g_autoptr (GPtrArray) settings = gla_step_list_settings (step, constants);

  if (settings->len == 0)
    return;
  gtk_box_append (GTK_BOX (box), gla_case_heading_new (_("Settings that decide here")));
  for (guint i = 0; i < settings->len; i++)
    {
      g_autofree char *text = gla_case_words_setting (settings->pdata[i], constants);

      if (text != NULL)
        gtk_box_append (GTK_BOX (box), gla_case_paragraph_new (text, "basis"));
    }
}

GtkWidget *
gla_case_why_new (const GlaKeptCase *kept,
                  const GlaStep     *step,
                  const GlaFacts    *facts)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *expander = gtk_expander_new (NULL);
  GtkWidget *title = gtk_label_new_with_mnemonic (_("_Why this step, and sources"));

  for (guint i = 0; i < step->why->len; i++)
    add_reason (box, kept, step->why->pdata[i], facts);
  add_settings (box, kept, step);
  gtk_widget_add_css_class (box, "case-why");
  gtk_expander_set_label_widget (GTK_EXPANDER (expander), title);
  gla_accessible_set_label (expander, _("Why this step, and sources"));
  gtk_expander_set_child (GTK_EXPANDER (expander), box);
  return expander;
}

/* Options */

static void
add_line (GtkWidget  *box,
          const char *name,
          char       *text)
{
  g_autofree char *line = NULL;

  if (text != NULL && text[0] != '\0')
    {
      /* Translators: the name of a property and its text */
      line = g_strdup_printf (_("%s %s"), name, text);
      gtk_box_append (GTK_BOX (box), gla_case_paragraph_new (line, NULL));
    }
  g_free (text);
}

static GtkWidget *
new_option (const GlaKeptCase   *kept,
            const GlaStepOption *option,
            const GlaFacts      *facts)
{
  const GlaCase *state = kept->state;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  gtk_widget_add_css_class (box, "case-option");
  gtk_box_append (GTK_BOX (box),
                  gla_case_heading_new (gla_protocol_get_text (state->protocol, option->title)));
  add_line (box, _("Suits:"), gla_case_fill (state, option->suits, facts));
  add_line (box, _("Course:"), gla_case_fill (state, option->course, facts));
  add_line (box, _("Limits:"), gla_case_fill (state, option->limits, facts));
  add_basis (box, &option->mark, kept->basis->input.cycles->catalogue);
  return box;
}

GtkWidget *
gla_case_options_new (const GlaKeptCase *kept,
                      const GlaStep     *step,
                      const GlaFacts    *facts)
{
  GtkWidget *flow;

  if (step->options->len == 0)
    return NULL;
  /* Side by side where the panel is wide enough, else below each other. */
  flow = g_object_new (GTK_TYPE_FLOW_BOX, "selection-mode", GTK_SELECTION_NONE,
                       "max-children-per-line", 3, "row-spacing", 6, "column-spacing", 6,
                       "homogeneous", TRUE, NULL);
  gla_accessible_set_label (flow, _("Options"));
  for (guint i = 0; i < step->options->len; i++)
    {
      GtkWidget *option = new_option (kept, step->options->pdata[i], facts);

      gtk_widget_set_size_request (option, 280, -1);
      gtk_flow_box_append (GTK_FLOW_BOX (flow), option);
      gtk_widget_set_focusable (gtk_widget_get_parent (option), FALSE);
    }
  return flow;
}
