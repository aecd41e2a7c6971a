/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-start-page.h"

#include "gla-accessible.h"
#include "gla-i18n.h"
#include "gla-region-choice.h"
#include "gla-setting.h"
#include "gla-store-notice.h"
#include "gla-store-write.h"
#include "gla-words.h"

struct _GlaStartPage
{
  AdwBin parent_instance;

  /* Template */
  AdwEntryRow *clinic_row;
  AdwEntryRow *staff_row;
  AdwComboRow *role_row;
  AdwComboRow *region_row;
  AdwComboRow *order_row;
  GtkSwitch *notices_switch;
  GtkWidget *begin_button;
};

enum
{
  SIGNAL_BEGIN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GlaStartPage, gla_start_page, ADW_TYPE_BIN)

/* In the order in which they are offered: most who start a program are owners. */
static const GlaRole roles[] = { GLA_ROLE_OWNER, GLA_ROLE_PRACTITIONER, GLA_ROLE_FRONT_DESK };

void
gla_start_answers_free (GlaStartAnswers *answers)
{
  g_free (answers->clinic_name);
  g_free (answers->staff_name);
  g_free (answers->region);
  g_free (answers->day_order);
  g_free (answers->notices);
  g_free (answers);
}

static gboolean
put (GlaStore    *store,
     const char  *name,
     const char  *value,
     GError     **error)
{
  return value == NULL || gla_store_put_setting (store, name, value, error);
}

static gboolean
add_staff (GlaStore               *store,
           const GlaStartAnswers  *answers,
           GError                **error)
{
  const GlaStaff fields = { .name = answers->staff_name, .role = answers->role, .active = TRUE };
  g_autoptr (GlaStaff) staff = NULL;
  g_autofree char *id = NULL;

  if (answers->staff_name == NULL)
    return TRUE;

  staff = gla_staff_new (&fields);
  return gla_store_add_staff (store, staff, &id, error)
         && gla_store_put_setting (store, GLA_SETTING_AUTHOR, id, error);
}

gboolean
gla_start_answers_store (const GlaStartAnswers  *answers,
                         GlaStore               *store,
                         GError                **error)
{
  g_return_val_if_fail (answers != NULL && store != NULL, FALSE);

  return add_staff (store, answers, error)
         && put (store, GLA_SETTING_CLINIC_NAME, answers->clinic_name, error)
         && put (store, GLA_SETTING_REGION, answers->region, error)
         && put (store, GLA_SETTING_DAY_ORDER, answers->day_order, error)
         && put (store, GLA_SETTING_NOTICES, answers->notices, error);
}

static char *
dup_text (AdwEntryRow *row)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  return text[0] != '\0' ? g_steal_pointer (&text) : NULL;
}

GlaStartAnswers *
gla_start_page_get_answers (GlaStartPage *self)
{
  GlaStartAnswers *answers;
  guint role;

  g_return_val_if_fail (GLA_IS_START_PAGE (self), NULL);

  answers = g_new0 (GlaStartAnswers, 1);
  role = adw_combo_row_get_selected (self->role_row);
  answers->clinic_name = dup_text (self->clinic_row);
  answers->staff_name = dup_text (self->staff_row);
  answers->role = role < G_N_ELEMENTS (roles) ? roles[role] : GLA_ROLE_OWNER;
  answers->region = g_strdup (gla_region_choice_get (self->region_row));
  answers->day_order = g_strdup (gla_day_order_choice_get (self->order_row));
  answers->notices = g_strdup (gtk_switch_get_active (self->notices_switch) ? "yes" : "no");

  return answers;
}

static void
begin_clicked_cb (GlaStartPage *self)
{
  g_signal_emit (self, signals[SIGNAL_BEGIN], 0);
}

static void
entry_activated_cb (GlaStartPage *self)
{
  gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))),
                          GTK_DIR_TAB_FORWARD);
}

static void
gla_start_page_class_init (GlaStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[SIGNAL_BEGIN] = g_signal_new ("begin", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/glabella/Glabella/ui/shell/gla-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GlaStartPage, clinic_row);
  gtk_widget_class_bind_template_child (widget_class, GlaStartPage, staff_row);
  gtk_widget_class_bind_template_child (widget_class, GlaStartPage, role_row);
  gtk_widget_class_bind_template_child (widget_class, GlaStartPage, region_row);
  gtk_widget_class_bind_template_child (widget_class, GlaStartPage, order_row);
  gtk_widget_class_bind_template_child (widget_class, GlaStartPage, notices_switch);
  gtk_widget_class_bind_template_child (widget_class, GlaStartPage, begin_button);
  gtk_widget_class_bind_template_callback (widget_class, begin_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
}

static void
gla_start_page_init (GlaStartPage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  gla_accessible_name_entry_row (self->clinic_row);
  gla_accessible_name_entry_row (self->staff_row);
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    gtk_string_list_append (names, gla_role_get_name (roles[i]));
  adw_combo_row_set_model (self->role_row, G_LIST_MODEL (names));
  gla_region_choice_set_up (self->region_row, NULL);
  gla_day_order_choice_set_up (self->order_row, NULL);
}

GlaStartPage *
gla_start_page_new (void)
{
  return g_object_new (GLA_TYPE_START_PAGE, NULL);
}

void
gla_start_page_focus (GlaStartPage *self)
{
  g_return_if_fail (GLA_IS_START_PAGE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->clinic_row));
}
