/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-case-begin.h"

#include "gla-accessible.h"
#include "gla-case-statement.h"
#include "gla-case-words.h"
#include "gla-i18n.h"
#include "gla-record-words.h"

/* The last cycle of each area, the latest first. */
static int
compare_cycles (gconstpointer a,
                gconstpointer b)
{
  const GlaCycle *first = *(const GlaCycle *const *) a;
  const GlaCycle *second = *(const GlaCycle *const *) b;

  return (first->day < second->day) - (first->day > second->day);
}

static GPtrArray *
list_last_cycles (const GlaCycles *cycles)
{
  g_autoptr (GHashTable) last = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *list = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer cycle;

  for (guint i = 0; i < cycles->cycles->len; i++)
    {
      GlaCycle *each = cycles->cycles->pdata[i];
      const GlaCycle *known = g_hash_table_lookup (last, each->area);

      if (known == NULL || known->day <= each->day)
        g_hash_table_insert (last, (gpointer) each->area, each);
    }
  g_hash_table_iter_init (&iter, last);
  while (g_hash_table_iter_next (&iter, NULL, &cycle))
    g_ptr_array_add (list, cycle);
  g_ptr_array_sort (list, compare_cycles);
  return list;
}

static void
add_cycle (GtkWidget       *box,
           const GlaCycles *cycles,
           const GlaCycle  *cycle)
{
  g_autofree char *day = gla_day_format (cycle->day, cycle->precision);
  g_autofree char *label =
    g_strdup_printf ("%s · %s", gla_record_words_area (cycles->catalogue, cycle->area), day);
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "case.start");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ss)", cycle->area,
                                    cycle->treatment->id);
  gtk_box_append (GTK_BOX (box), button);
}

static void
begin_elsewhere_cb (GtkWidget *button)
{
  GtkDropDown *choice = g_object_get_data (G_OBJECT (button), "choice");
  GPtrArray *keys = g_object_get_data (G_OBJECT (button), "keys");
  guint selected = gtk_drop_down_get_selected (choice);

  if (selected < keys->len)
    gtk_widget_activate_action (button, "case.start", "(ss)",
                                (const char *) keys->pdata[selected], "");
}

static GtkWidget *
new_elsewhere (const GlaCycles *cycles)
{
  const GPtrArray *areas = gla_catalogue_get_areas (cycles->catalogue);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = gtk_button_new_with_label (_("Begin"));
  GtkWidget *choice;

  for (guint i = 0; i < areas->len; i++)
    {
      GlaArea *area = areas->pdata[i];

      gtk_string_list_append (names, gla_area_get_name (area));
      g_ptr_array_add (keys, g_strdup (gla_area_get_key (area)));
    }
  choice = gtk_drop_down_new (G_LIST_MODEL (g_object_ref (names)), NULL);
  gla_accessible_name_drop_down (GTK_DROP_DOWN (choice), _("Area treated elsewhere"));
  gtk_widget_set_hexpand (choice, TRUE);
  gla_accessible_set_label (button, _("Begin with an area treated elsewhere"));
  g_object_set_data (G_OBJECT (button), "choice", choice);
  g_object_set_data_full (G_OBJECT (button), "keys", keys, (GDestroyNotify) g_ptr_array_unref);
  g_signal_connect (button, "clicked", G_CALLBACK (begin_elsewhere_cb), NULL);
  gtk_box_append (GTK_BOX (row), choice);
  gtk_box_append (GTK_BOX (row), button);
  return row;
}

static void
add_earlier (GtkWidget       *box,
             const GlaCycles *cycles)
{
  const GPtrArray *cases = cycles->history->cases;

  if (cases->len == 0)
    return;
  gtk_box_append (GTK_BOX (box), gla_case_heading_new (_("Cases of this patient")));
  for (guint i = cases->len; i > 0; i--)
    {
      const GlaCaseRecord *record = cases->pdata[i - 1];
      g_autofree char *subject = gla_case_words_record (record, cycles);
      g_autofree char *standing = gla_case_words_standing (record);
      g_autofree char *label = g_strdup_printf ("%s\n%s", subject, standing);
      GtkWidget *button = gtk_button_new_with_label (label);

      g_object_set (gtk_button_get_child (GTK_BUTTON (button)), "wrap", TRUE, "xalign", 0.0, NULL);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "case.open");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", record->id);
      gtk_box_append (GTK_BOX (box), button);
    }
}

/* The clinic's own protocol is not taken: which line, why, and what is used instead. */
static void
add_refusal (GtkWidget        *box,
             GlaProtocolShelf *shelf)
{
  g_autofree char *refusal = gla_protocol_shelf_dup_refusal (shelf);
  g_autofree char *text = NULL;

  if (refusal == NULL)
    return;
  /* Translators: %s is a file with a line and what is wrong there */
  text = g_strdup_printf (_("The clinic’s own protocol is not used: %s\n"
                            "A case begins with the built-in one. Settings, House Rules, has the "
                            "file."), refusal);
  gtk_box_append (GTK_BOX (box), gla_case_paragraph_new (text, "warning"));
}

GtkWidget *
gla_case_begin_new (GlaCaseSession *session)
{
  const GlaRecordData *data = gla_case_session_get_data (session);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  g_autoptr (GPtrArray) cycles = NULL;

  if (data == NULL)
    return box;
  cycles = list_last_cycles (data->cycles);
  gtk_box_append (GTK_BOX (box),
                  gla_case_paragraph_new (_("When a patient says that it is not working: goes "
                                            "through the causes in their order, answers from the "
                                            "record what the record can answer, and ends in a "
                                            "plan with a date. It lists options and chooses "
                                            "none."), NULL));
  add_refusal (box, gla_context_get_shelf (gla_case_session_get_context (session)));
  if (cycles->len > 0)
    gtk_box_append (GTK_BOX (box), gla_case_heading_new (_("Begin with")));
  for (guint i = 0; i < cycles->len; i++)
    add_cycle (box, data->cycles, cycles->pdata[i]);
  gtk_box_append (GTK_BOX (box), gla_case_heading_new (_("Treated elsewhere")));
  gtk_box_append (GTK_BOX (box), new_elsewhere (data->cycles));
  add_earlier (box, data->cycles);
  return box;
}
