/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-import-summary.h"

#include "gla-accessible.h"
#include "gla-i18n.h"

struct _GlaImportSummary
{
  AdwBin parent_instance;

  /* Template */
  GtkLabel *title_label;
  GtkLabel *text_label;
  AdwBin *counts_bin;
  GtkWidget *issues_group;
  GtkListView *issues_view;
  GtkLabel *more_label;
};

G_DEFINE_FINAL_TYPE (GlaImportSummary, gla_import_summary, ADW_TYPE_BIN)

static void
set_up_row_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "margin-top", 6,
                                   "margin-bottom", 6, "margin-start", 6, "margin-end", 6, NULL);

  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_child (item, label);
}

static void
bind_row_cb (GtkSignalListItemFactory *factory,
             GtkListItem              *item)
{
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (item));
  GtkWidget *label = gtk_list_item_get_child (item);

  gtk_label_set_text (GTK_LABEL (label), text);
  /* The keyboard goes to the row around the label. */
  gla_accessible_set_label (gtk_widget_get_parent (label), text);
}

/* Numbers as people read them: grouped, in the figures of the locale. */
static void
add_count (AdwPreferencesGroup *group,
           const char          *title,
           gint64               count,
           gboolean             always)
{
  g_autofree char *text = NULL;
  GtkWidget *row;
  GtkWidget *label;

  if (count == 0 && !always)
    return;
  text = g_strdup_printf ("%'" G_GINT64_FORMAT, count);
  label = gtk_label_new (text);
  gtk_widget_add_css_class (label, "numeric");
  row = g_object_new (ADW_TYPE_ACTION_ROW, "title", title, NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_preferences_group_add (group, row);
}

static void
show_counts (GlaImportSummary      *self,
             const GlaImportResult *result)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  add_count (group, _("Rows taken"), result->n_taken, TRUE);
  add_count (group, _("Rows already there"), result->n_there, TRUE);
  add_count (group, _("Rows refused"), result->n_refused, TRUE);
  add_count (group, _("New patients"), result->n_patients, FALSE);
  add_count (group, _("New treatments"), result->n_treatments, FALSE);
  add_count (group, _("New injections"), result->n_injections, FALSE);
  add_count (group, _("New assessments"), result->n_assessments, FALSE);
  add_count (group, _("New reports of patients"), result->n_reports, FALSE);
  add_count (group, _("New staff, as having left"), result->n_staff, FALSE);
  adw_bin_set_child (self->counts_bin, GTK_WIDGET (group));
}

static char *
describe_issue (const GlaImportIssue *issue)
{
  int row = (int) MIN (issue->row, G_MAXINT);

  if (issue->column == NULL)
    /* Translators: number of a row, and a sentence about it */
    return g_strdup_printf (issue->refused ? _("Row %d: %s") : _("Row %d, taken: %s"), row,
                            issue->reason);
  /* Translators: number of a row, title of a column, and a sentence about it */
  return g_strdup_printf (issue->refused ? _("Row %d, %s: %s") : _("Row %d, %s, taken: %s"), row,
                          issue->column, issue->reason);
}

static void
show_issues (GlaImportSummary      *self,
             const GlaImportResult *result)
{
  g_autoptr (GtkStringList) texts = gtk_string_list_new (NULL);
  g_autoptr (GtkNoSelection) selection = NULL;
  gint64 n_all = result->n_refused + result->n_noted;

  for (guint i = 0; i < result->issues->len; i++)
    gtk_string_list_take (texts, describe_issue (result->issues->pdata[i]));
  selection = gtk_no_selection_new (G_LIST_MODEL (g_steal_pointer (&texts)));
  gtk_list_view_set_model (self->issues_view, GTK_SELECTION_MODEL (selection));
  gtk_widget_set_visible (self->issues_group, result->issues->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->more_label),
                          n_all > (gint64) result->issues->len);
}

static void
show_text (GlaImportSummary      *self,
           const GlaImportResult *result,
           gboolean               dry_run,
           const char            *backup)
{
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (dry_run)
    {
      gtk_label_set_text (self->title_label, result->n_taken > 0 ? _("Ready to Import")
                                                                 : _("Nothing to Import"));
      gtk_label_set_text (self->text_label,
                          _("This is what would happen. Nothing was changed so far."));
      return;
    }
  gtk_label_set_text (self->title_label,
                      result->n_taken > 0 ? _("Imported") : _("Nothing Was Imported"));
  if (backup == NULL)
    {
      gtk_label_set_text (self->text_label, "");
      return;
    }
  name = g_filename_display_basename (backup);
  text = g_strdup_printf (_("A copy of the clinic as it was before lies beside the clinic file: "
                            "%s. To go back to it, restore that copy."),
                          name);
  gtk_label_set_text (self->text_label, text);
}

void
gla_import_summary_show (GlaImportSummary      *self,
                         const GlaImportResult *result,
                         gboolean               dry_run,
                         const char            *backup)
{
  g_return_if_fail (GLA_IS_IMPORT_SUMMARY (self));
  g_return_if_fail (result != NULL);

  show_text (self, result, dry_run, backup);
  show_counts (self, result);
  show_issues (self, result);
}

static void
gla_import_summary_class_init (GlaImportSummaryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/glabella/Glabella/ui/pages/import/gla-import-summary.ui");
  gtk_widget_class_bind_template_child (widget_class, GlaImportSummary, title_label);
  gtk_widget_class_bind_template_child (widget_class, GlaImportSummary, text_label);
  gtk_widget_class_bind_template_child (widget_class, GlaImportSummary, counts_bin);
  gtk_widget_class_bind_template_child (widget_class, GlaImportSummary, issues_group);
  gtk_widget_class_bind_template_child (widget_class, GlaImportSummary, issues_view);
  gtk_widget_class_bind_template_child (widget_class, GlaImportSummary, more_label);
  gtk_widget_class_bind_template_callback (widget_class, set_up_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
}

static void
gla_import_summary_init (GlaImportSummary *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
