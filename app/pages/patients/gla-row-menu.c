/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-row-menu.h"

#include "gla-i18n.h"

typedef struct
{
  GlaRecordTable table;
  char *id;
  gboolean can_edit;
  gboolean can_print;
  gboolean can_report;
} Target;

static void
target_free (gpointer data)
{
  Target *target = data;

  g_free (target->id);
  g_free (target);
}

static void
append_item (GMenu        *menu,
             const char   *label,
             const char   *action,
             const Target *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "(is)", (int) target->table, target->id);
  g_menu_append_item (menu, item);
}

static void
append_print (GMenu        *menu,
              const Target *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (_("_Print Again…"), NULL);

  g_menu_item_set_action_and_target (item, "record.print-copy", "s", target->id);
  g_menu_append_item (menu, item);
}

static void
append_report (GMenu        *menu,
               const Target *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (_("_Report…"), NULL);

  g_menu_item_set_action_and_target (item, "record.report-event", "s", target->id);
  g_menu_append_item (menu, item);
}

static void
create_popup_cb (GtkMenuButton *button,
                 gpointer       user_data)
{
  const Target *target = user_data;
  g_autoptr (GMenu) menu = NULL;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;
  menu = g_menu_new ();
  if (target->can_edit)
    append_item (menu, _("_Edit…"), "record.edit-row", target);
  if (target->can_print)
    append_print (menu, target);
  if (target->can_report)
    append_report (menu, target);
  append_item (menu, _("_Void…"), "record.void-row", target);
  gtk_menu_button_set_popover (button, gtk_popover_menu_new_from_model (G_MENU_MODEL (menu)));
}

static GtkWidget *
new_menu (GlaRecordTable  table,
          const char     *id,
          gboolean        can_edit,
          gboolean        can_print,
          const char     *row)
{
  GtkWidget *button;
  Target *target;
  g_autofree char *name = NULL;

  target = g_new0 (Target, 1);
  target->table = table;
  target->id = g_strdup (id);
  target->can_edit = can_edit;
  target->can_print = can_print;
  target->can_report = table == GLA_TABLE_ADVERSE_EVENT;

  /* Translators: for screen readers; %s is a row of a table in words */
  name = g_strdup_printf (_("More for %s"), row);
  button = g_object_new (GTK_TYPE_MENU_BUTTON,
                         "icon-name", "view-more-symbolic",
                         "has-frame", FALSE,
                         "valign", GTK_ALIGN_CENTER,
                         NULL);
  gtk_widget_add_css_class (button, "row-menu");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), create_popup_cb, target,
                                         target_free);
  return button;
}

GtkWidget *
gla_row_menu_new (GlaRecordTable  table,
                  const char     *id,
                  gboolean        can_edit,
                  const char     *row)
{
  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (row != NULL, NULL);

  return new_menu (table, id, can_edit, FALSE, row);
}

GtkWidget *
gla_row_menu_new_for_document (const GlaDocument *document,
                               const char        *row)
{
  g_return_val_if_fail (document != NULL, NULL);
  g_return_val_if_fail (row != NULL, NULL);

  return new_menu (GLA_TABLE_DOCUMENT, document->id, FALSE, document->has_copy, row);
}
