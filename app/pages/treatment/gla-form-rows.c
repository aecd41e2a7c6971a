/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-form-rows.h"

#include "gla-accessible.h"
#include "gla-editor-window.h"
#include "gla-i18n.h"
#include "gla-store-read.h"

/* Enter goes on to the next row, and after the last one to Save. */
static void
entry_activated_cb (GtkWidget *row)
{
  GtkRoot *root = gtk_widget_get_root (row);
  GtkWidget *focus = row;

  for (int i = 0; i < 5 && focus != NULL && (focus == row || gtk_widget_is_ancestor (focus, row));
       i++)
    {
      gtk_widget_child_focus (GTK_WIDGET (root), GTK_DIR_TAB_FORWARD);
      focus = gtk_root_get_focus (root);
    }
  if (GLA_IS_EDITOR_WINDOW (root) &&
      (focus == NULL || gtk_widget_get_ancestor (focus, ADW_TYPE_HEADER_BAR) != NULL))
    gla_editor_window_focus_save (GLA_EDITOR_WINDOW (root));
}

GlaDayRow *
gla_form_rows_make_day (GlaContext *context,
                        const char *title,
                        gboolean    inexact)
{
  GlaDayRow *row;
  GlaDay today;

  g_return_val_if_fail (GLA_IS_CONTEXT (context) && title != NULL, NULL);

  today = gla_context_get_today (context);
  row = GLA_DAY_ROW (gla_day_row_new (title));
  gla_day_row_set_reading (row, gla_context_get_day_order (context), today, inexact);
  gla_day_row_set_limits (row, GLA_DAY_NONE, today, _("In the future"));
  g_signal_connect (row, "entry-activated", G_CALLBACK (entry_activated_cb), NULL);
  return row;
}

AdwEntryRow *
gla_form_rows_make_entry (const char *title)
{
  AdwEntryRow *row = ADW_ENTRY_ROW (g_object_new (ADW_TYPE_ENTRY_ROW, "title", title, "use-markup",
                                                  FALSE, NULL));

  gla_accessible_name_entry_row (row);
  g_signal_connect (row, "entry-activated", G_CALLBACK (entry_activated_cb), NULL);
  return row;
}

GlaChoiceRow *
gla_form_rows_make_choice (const char         *title,
                           const char *const  *answers,
                           guint               n_answers)
{
  const char *translated[4];

  g_return_val_if_fail (n_answers <= G_N_ELEMENTS (translated), NULL);

  for (guint i = 0; i < n_answers; i++)
    translated[i] = _(answers[i]);
  return GLA_CHOICE_ROW (gla_choice_row_new (title, translated, n_answers));
}

AdwComboRow *
gla_form_rows_make_combo (const char    *title,
                          GtkStringList *names)
{
  return ADW_COMBO_ROW (g_object_new (ADW_TYPE_COMBO_ROW, "title", title, "use-markup", FALSE,
                                      "model", names, NULL));
}

GPtrArray *
gla_form_rows_list_staff (GlaContext *context,
                          const char *recorded)
{
  GPtrArray *staff;

  g_return_val_if_fail (GLA_IS_CONTEXT (context), NULL);

  staff = gla_store_list_staff (gla_context_get_reader (context), TRUE, NULL);
  if (staff == NULL)
    return g_ptr_array_new ();
  for (guint i = staff->len; i > 0; i--)
    {
      const GlaStaff *person = staff->pdata[i - 1];

      if (!person->active && g_strcmp0 (person->id, recorded) != 0)
        g_ptr_array_remove_index (staff, i - 1);
    }
  return staff;
}

void
gla_form_rows_set_staff (AdwComboRow *row,
                         GPtrArray   *staff,
                         const char  *id)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  g_return_if_fail (ADW_IS_COMBO_ROW (row) && staff != NULL);

  gtk_string_list_append (names, _("Not recorded"));
  for (guint i = 0; i < staff->len; i++)
    {
      const GlaStaff *person = staff->pdata[i];

      gtk_string_list_append (names, person->name);
      if (g_strcmp0 (person->id, id) == 0)
        selected = i + 1;
    }
  adw_combo_row_set_model (row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (row, selected);
}

char *
gla_form_rows_dup_staff (AdwComboRow *row,
                         GPtrArray   *staff)
{
  guint selected;

  g_return_val_if_fail (ADW_IS_COMBO_ROW (row) && staff != NULL, NULL);

  selected = adw_combo_row_get_selected (row);
  return selected > 0 && selected <= staff->len
           ? g_strdup (((const GlaStaff *) staff->pdata[selected - 1])->id)
           : NULL;
}

char *
gla_form_rows_dup_text (AdwEntryRow *row)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (ADW_IS_ENTRY_ROW (row), NULL);

  text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
  return text[0] != '\0' ? g_steal_pointer (&text) : NULL;
}

void
gla_form_rows_set_text (AdwEntryRow *row,
                        const char  *text)
{
  g_return_if_fail (ADW_IS_ENTRY_ROW (row));

  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
}
