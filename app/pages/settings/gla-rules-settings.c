/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-rules-settings.h"

#include "gla-accessible.h"
#include "gla-house-rule.h"
#include "gla-i18n.h"
#include "gla-protocol-group.h"
#include "gla-rule-row.h"
#include "gla-search-key.h"
#include "gla-setting-row.h"
#include "gla-setting.h"
#include "gla-store-constant.h"

struct _GlaRulesSettings
{
  AdwBin parent_instance;

  /* Template */
  GtkSearchEntry *search_entry;
  GtkToggleButton *own_button;
  GtkStack *stack;
  AdwPreferencesPage *page;
  GtkRevealer *done_revealer;
  GtkLabel *done_label;
  GtkWidget *undo_button;

  /* Owned */
  GlaContext *context;
  GPtrArray *rows; /* (element-type GlaRuleRow) */
  char *thirds_key; /* to search in */

  /* Borrowed */
  GlaCatalogue *shown;
  GtkWidget *protocol_group;
  AdwPreferencesGroup *groups[GLA_N_RULE_GROUPS]; /* NULL for one without rules */
  AdwActionRow *thirds_row;
  GtkSwitch *thirds_switch;

  gboolean updating;
};

G_DEFINE_FINAL_TYPE (GlaRulesSettings, gla_rules_settings, ADW_TYPE_BIN)

/* Which rules are seen */

static void
filter (GlaRulesSettings *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  g_auto (GStrv) words = gla_search_key_split (text);
  gboolean only_own = gtk_toggle_button_get_active (self->own_button);
  gboolean seen[GLA_N_RULE_GROUPS] = { FALSE };
  gboolean any = FALSE;

  for (guint i = 0; i < self->rows->len; i++)
    {
      GlaRuleRow *row = g_ptr_array_index (self->rows, i);
      gboolean fits = gla_rule_row_fits (row, (const char * const *) words)
                      && (!only_own || gla_rule_row_is_own (row));

      gtk_widget_set_visible (GTK_WIDGET (row), fits);
      if (fits)
        seen[gla_house_rule_get_group (gla_rule_row_get_rule (row))] = TRUE;
      any = any || fits;
    }
  if (self->thirds_row != NULL)
    {
      gboolean fits = !only_own && gla_rule_row_key_fits (self->thirds_key,
                                                          (const char * const *) words);

      gtk_widget_set_visible (GTK_WIDGET (self->thirds_row), fits);
      seen[GLA_RULE_GROUP_DURATIONS] = seen[GLA_RULE_GROUP_DURATIONS] || fits;
      any = any || fits;
    }
  for (guint i = 0; i < GLA_N_RULE_GROUPS; i++)
    if (self->groups[i] != NULL)
      gtk_widget_set_visible (GTK_WIDGET (self->groups[i]), seen[i]);
  /* No rule: out of the way while somebody looks for one. */
  gtk_widget_set_visible (self->protocol_group, !only_own && words[0] == NULL);
  gtk_stack_set_visible_child_name (self->stack, any ? "rules" : "nothing");
}

static void
filter_changed_cb (GlaRulesSettings *self)
{
  if (self->shown != NULL)
    filter (self);
}

/* The two-thirds rule */

static void
thirds_changed_cb (GlaRulesSettings *self)
{
  if (!self->updating)
    gla_setting_put (self->context, GLA_SETTING_TWO_THIRDS_RULE,
                     gtk_switch_get_active (self->thirds_switch) ? "yes" : "no");
}

static void
add_thirds (GlaRulesSettings *self)
{
  const char *title = _("Two-thirds rule");
  const char *text = _("The assistant counts a duration as short when it is below the share above of "
                       "the patient’s own median. This is a program setting and no evidence: no "
                       "study names such a limit.");
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *widget = gtk_switch_new ();
  g_autofree char *both = g_strjoin (" ", title, text, NULL);

  gtk_widget_set_valign (widget, GTK_ALIGN_CENTER);
  gla_accessible_set_label (widget, title);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), widget);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), widget);
  adw_preferences_group_add (self->groups[GLA_RULE_GROUP_DURATIONS], row);
  g_free (self->thirds_key);
  self->thirds_key = gla_search_key_new (both);
  self->thirds_row = ADW_ACTION_ROW (row);
  self->thirds_switch = GTK_SWITCH (widget);
  g_signal_connect_object (widget, "notify::active", G_CALLBACK (thirds_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
show_thirds (GlaRulesSettings *self)
{
  g_autofree char *value = gla_setting_dup (self->context, GLA_SETTING_TWO_THIRDS_RULE);

  if (self->thirds_switch == NULL)
    return;
  self->updating = TRUE;
  gtk_switch_set_active (self->thirds_switch, g_str_equal (value, "yes"));
  self->updating = FALSE;
}

/* The rules */

static AdwPreferencesGroup *
ensure_group (GlaRulesSettings *self,
              GlaRuleGroup      group)
{
  if (self->groups[group] == NULL)
    {
      GtkWidget *widget = adw_preferences_group_new ();

      adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (widget),
                                       gla_rule_group_get_title (group));
      adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (widget));
      self->groups[group] = ADW_PREFERENCES_GROUP (widget);
    }
  return self->groups[group];
}

static void
build (GlaRulesSettings *self,
       GlaCatalogue     *catalogue)
{
  const GPtrArray *constants = gla_catalogue_get_constants (catalogue);

  if (self->protocol_group == NULL)
    {
      self->protocol_group = gla_protocol_group_new (self->context);
      adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (self->protocol_group));
    }
  for (guint i = 0; i < GLA_N_RULE_GROUPS; i++)
    if (self->groups[i] != NULL)
      adw_preferences_page_remove (self->page, g_steal_pointer (&self->groups[i]));
  g_ptr_array_set_size (self->rows, 0);
  self->thirds_row = NULL;
  self->thirds_switch = NULL;
  for (GlaRuleGroup group = 0; group < GLA_N_RULE_GROUPS; group++)
    for (guint i = 0; i < constants->len; i++)
      {
        const GlaConstant *rule = g_ptr_array_index (constants, i);
        GtkWidget *row;

        if (gla_house_rule_get_group (rule) != group)
          continue;
        row = gla_rule_row_new (self->context, rule);
        adw_preferences_group_add (ensure_group (self, group), row);
        g_ptr_array_add (self->rows, row);
      }
  if (self->groups[GLA_RULE_GROUP_DURATIONS] != NULL)
    add_thirds (self);
  self->shown = catalogue;
}

static void
update (GlaRulesSettings *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) own = NULL;
  guint n = 0;
  g_autofree char *label = NULL;

  /* Nobody has looked yet. */
  if (self->shown == NULL)
    return;
  own = gla_store_list_constants (gla_context_get_reader (self->context), &error);
  if (own == NULL)
    {
      gla_context_show_error (self->context, _("The house rules can’t be shown."), error);
      return;
    }
  if (self->shown != gla_context_get_catalogue (self->context))
    build (self, gla_context_get_catalogue (self->context));
  for (guint i = 0; i < self->rows->len; i++)
    {
      GlaRuleRow *row = g_ptr_array_index (self->rows, i);

      gla_rule_row_show (row, own);
      n += gla_rule_row_is_own (row) ? 1 : 0;
    }
  /* Translators: a filter, with the number of rules that the clinic changed */
  label = g_strdup_printf (_("Changed _by Us (%u)"), n);
  gtk_button_set_label (GTK_BUTTON (self->own_button), label);
  gtk_widget_set_sensitive (GTK_WIDGET (self->own_button),
                            n > 0 || gtk_toggle_button_get_active (self->own_button));
  show_thirds (self);
  filter (self);
}

/* The other pages of the window do not wait for it. */
static void
gla_rules_settings_map (GtkWidget *widget)
{
  GlaRulesSettings *self = GLA_RULES_SETTINGS (widget);

  if (self->shown == NULL && self->context != NULL)
    {
      build (self, gla_context_get_catalogue (self->context));
      update (self);
    }
  GTK_WIDGET_CLASS (gla_rules_settings_parent_class)->map (widget);
}

/* What was done. The window that shows it otherwise is behind this one. */

static void
toast_cb (GlaRulesSettings *self,
          AdwToast         *toast)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  /* Its title is markup, escaped by who made it. */
  gtk_label_set_markup (self->done_label, adw_toast_get_title (toast));
  gtk_widget_set_visible (self->undo_button, adw_toast_get_button_label (toast) != NULL);
  gtk_revealer_set_reveal_child (self->done_revealer, TRUE);
}

static void
undo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  /* The keys are the window's, which has other pages. */
  if (gtk_widget_get_mapped (widget))
    gla_context_undo (GLA_RULES_SETTINGS (widget)->context);
}

static void
search_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  if (gtk_widget_get_mapped (widget))
    gtk_widget_grab_focus (GTK_WIDGET (GLA_RULES_SETTINGS (widget)->search_entry));
}

static void
gla_rules_settings_dispose (GObject *object)
{
  GlaRulesSettings *self = GLA_RULES_SETTINGS (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->thirds_key, g_free);

  G_OBJECT_CLASS (gla_rules_settings_parent_class)->dispose (object);
}

static void
gla_rules_settings_class_init (GlaRulesSettingsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gla_rules_settings_dispose;
  widget_class->map = gla_rules_settings_map;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/glabella/Glabella/ui/pages/settings/gla-rules-settings.ui");
  gtk_widget_class_bind_template_child (widget_class, GlaRulesSettings, search_entry);
  gtk_widget_class_bind_template_child (widget_class, GlaRulesSettings, own_button);
  gtk_widget_class_bind_template_child (widget_class, GlaRulesSettings, stack);
  gtk_widget_class_bind_template_child (widget_class, GlaRulesSettings, page);
  gtk_widget_class_bind_template_child (widget_class, GlaRulesSettings, done_revealer);
  gtk_widget_class_bind_template_child (widget_class, GlaRulesSettings, done_label);
  gtk_widget_class_bind_template_child (widget_class, GlaRulesSettings, undo_button);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_install_action (widget_class, "rules.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "rules.search", NULL, search_action);
}

static void
gla_rules_settings_init (GlaRulesSettings *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
gla_rules_settings_new (GlaContext *context)
{
  GlaRulesSettings *self;

  g_return_val_if_fail (GLA_IS_CONTEXT (context), NULL);

  self = g_object_new (GLA_TYPE_RULES_SETTINGS, NULL);
  self->context = g_object_ref (context);
  g_signal_connect_object (context, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "toast", G_CALLBACK (toast_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
