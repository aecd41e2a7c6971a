/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-rule-row.h"

#include <string.h>

#include "gla-house-rule.h"
#include "gla-i18n.h"
#include "gla-rule-entry.h"
#include "gla-search-key.h"
#include "gla-store-constant.h"

/* More changes than these are kept and not listed. */
#define MAX_CHANGES 20

struct _GlaRuleRow
{
  AdwExpanderRow parent_instance;

  /* Owned */
  GlaContext *context;
  char *key;         /* to search in */
  char *since;       /* day and name of the clinic's value, or NULL */
  GPtrArray *rows;   /* (element-type GtkWidget): inside */

  /* Borrowed: of the context, of the row */
  const GlaConstant *rule;
  GtkWidget *own_chip;

  gboolean is_shown;
  gboolean is_own;
  double low;
  double high;
};

G_DEFINE_FINAL_TYPE (GlaRuleRow, gla_rule_row, ADW_TYPE_EXPANDER_ROW)

static GtkWidget *
new_chip (const char *text,
          const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (label, "chip");
  gtk_widget_add_css_class (label, "caption");
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* Inside */

static GtkWidget *
add_row (GlaRuleRow *self,
         const char *title,
         const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  g_ptr_array_add (self->rows, row);
  return row;
}

static void
change_cb (GlaRuleRow *self)
{
  gla_rule_entry_change (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->context,
                         self->rule);
}

static void
restore_cb (GlaRuleRow *self)
{
  gla_rule_entry_restore (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->context,
                          self->rule);
}

static void
add_button (GlaRuleRow *self,
            GtkWidget  *row,
            const char *label,
            GCallback   callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
add_value (GlaRuleRow *self)
{
  g_autofree char *value = gla_house_rule_dup_value (self->rule, self->low, self->high);
  g_autofree char *in_program
      = gla_house_rule_dup_value (self->rule, self->rule->low, self->rule->high);
  g_autofree char *text = NULL;
  GtkWidget *row;

  if (!self->rule->editable)
    {
      add_row (self, _("Can’t be changed here"),
               _("The catalogue says that this rule is fixed. Who keeps the clinic’s catalogue file "
                 "can change it there."));
      return;
    }
  if (self->is_own)
    /* Translators: value of a house rule; day and person; value in the program */
    text = g_strdup_printf (_("%s, %s; in the program: %s"), value, self->since, in_program);
  else
    /* Translators: value of a house rule */
    text = g_strdup_printf (_("%s, as in the program"), value);
  row = add_row (self, _("Our value"), text);
  add_button (self, row, _("_Change…"), G_CALLBACK (change_cb));
  if (self->is_own)
    add_button (self, row, _("Restore _Default…"), G_CALLBACK (restore_cb));
}

static char *
word_moment (const char *utc)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (GDateTime) moment = utc != NULL ? g_date_time_new_from_iso8601 (utc, zone) : NULL;
  g_autoptr (GDateTime) local = moment != NULL ? g_date_time_to_local (moment) : NULL;

  if (local == NULL)
    return g_strdup (_("date unknown"));
  /* Translators: date and time of day, as in "12 Oct 2026, 14:05" */
  return g_date_time_format (local, _("%-d %b %Y, %H:%M"));
}

static char *
word_change (GlaRuleRow              *self,
             const GlaConstantChange *change)
{
  g_autofree char *before
      = gla_house_rule_dup_value (self->rule, change->before_low, change->before_high);
  g_autofree char *after
      = gla_house_rule_dup_value (self->rule, change->after_low, change->after_high);

  if (!change->has_after)
    /* Translators: %s is a value of a house rule */
    return g_strdup_printf (_("From %s back to the default"), before);
  if (!change->has_before)
    /* Translators: %s is a value of a house rule */
    return g_strdup_printf (_("From the default to %s"), after);
  /* Translators: two values of a house rule */
  return g_strdup_printf (_("From %s to %s"), before, after);
}

static void
add_change (GlaRuleRow              *self,
            const GlaConstantChange *change)
{
  g_autofree char *what = word_change (self, change);
  g_autofree char *when = word_moment (change->moment);
  const char *who = change->staff != NULL ? change->staff : _("nobody signed in");
  g_autofree char *text = NULL;

  if (change->reason != NULL && change->reason[0] != '\0')
    /* Translators: when, who, and the reason they gave */
    text = g_strdup_printf (_("%s · %s: %s"), when, who, change->reason);
  else
    /* Translators: when, who */
    text = g_strdup_printf (_("%s · %s"), when, who);
  add_row (self, what, text);
}

static void
add_changes (GlaRuleRow *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes = gla_store_list_constant_changes (
      gla_context_get_reader (self->context), self->rule->name, &error);

  if (changes == NULL)
    {
      add_row (self, _("The changes can’t be shown"), error->message);
      return;
    }
  for (guint i = 0; i < changes->len && i < MAX_CHANGES; i++)
    add_change (self, g_ptr_array_index (changes, i));
  if (changes->len > MAX_CHANGES)
    add_row (self, _("Earlier changes"), _("They are kept in the clinic file."));
}

/* Only once it is open: all of them at once would be hundreds of widgets. */
static void
update_inside (GlaRuleRow *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean had_focus = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
  g_autofree char *basis = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    adw_expander_row_remove (ADW_EXPANDER_ROW (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  if (!adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    return;
  basis = gla_house_rule_dup_basis (self->rule, gla_context_get_catalogue (self->context));
  add_value (self);
  add_row (self, _("What it rests on"), basis);
  add_changes (self);
  /* The button that had the keyboard is another one now. */
  if (had_focus)
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
gla_rule_row_dispose (GObject *object)
{
  GlaRuleRow *self = GLA_RULE_ROW (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->key, g_free);
  g_clear_pointer (&self->since, g_free);

  G_OBJECT_CLASS (gla_rule_row_parent_class)->dispose (object);
}

static void
gla_rule_row_class_init (GlaRuleRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gla_rule_row_dispose;
}

static void
gla_rule_row_init (GlaRuleRow *self)
{
  self->rows = g_ptr_array_new ();
}

static char *
make_key (const GlaConstant *rule,
          GlaCatalogue      *catalogue)
{
  g_autofree char *basis = gla_house_rule_dup_basis (rule, catalogue);
  g_autofree char *mark = gla_house_rule_dup_mark (rule);
  g_autofree char *text = NULL;

  text = g_strjoin (" ", gla_house_rule_get_title (rule), rule->name,
                    gla_rule_group_get_title (gla_house_rule_get_group (rule)), rule->unit, mark,
                    basis, NULL);
  return gla_search_key_new (text);
}

GtkWidget *
gla_rule_row_new (GlaContext        *context,
                  const GlaConstant *rule)
{
  GlaRuleRow *self;
  g_autofree char *mark = NULL;

  g_return_val_if_fail (GLA_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (rule != NULL, NULL);

  self = g_object_new (GLA_TYPE_RULE_ROW, NULL);
  self->context = g_object_ref (context);
  self->rule = rule;
  self->key = make_key (rule, gla_context_get_catalogue (context));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), gla_house_rule_get_title (rule));
  mark = gla_house_rule_dup_mark (rule);
  if (mark[0] != '\0')
    adw_expander_row_add_action (ADW_EXPANDER_ROW (self), new_chip (mark, "uncertain"));
  self->own_chip = new_chip (_("changed by us"), NULL);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (self), self->own_chip);
  g_signal_connect (self, "notify::expanded", G_CALLBACK (update_inside), NULL);
  return GTK_WIDGET (self);
}

const GlaConstant *
gla_rule_row_get_rule (GlaRuleRow *self)
{
  g_return_val_if_fail (GLA_IS_RULE_ROW (self), NULL);

  return self->rule;
}

static void
update_since (GlaRuleRow *self,
              GPtrArray  *own)
{
  g_clear_pointer (&self->since, g_free);
  for (guint i = 0; i < own->len; i++)
    {
      const GlaClinicConstant *constant = g_ptr_array_index (own, i);
      g_autofree char *day = NULL;

      if (strcmp (constant->name, self->rule->name) != 0)
        continue;
      day = gla_day_format (constant->day, GLA_DAY_EXACT);
      if (constant->staff != NULL)
        /* Translators: since a day, by a person */
        self->since = g_strdup_printf (_("since %s by %s"), day, constant->staff);
      else
        /* Translators: since a day */
        self->since = g_strdup_printf (_("since %s"), day);
      return;
    }
}

void
gla_rule_row_show (GlaRuleRow *self,
                   GPtrArray  *own)
{
  g_autofree char *value = NULL;
  g_autofree char *subtitle = NULL;
  double low, high;
  gboolean is_own;

  g_return_if_fail (GLA_IS_RULE_ROW (self));
  g_return_if_fail (own != NULL);

  is_own = gla_house_rule_get_value (self->rule, own, &low, &high);
  /* Whatever else was written: what is open stays as it is. */
  if (self->is_shown && is_own == self->is_own && low == self->low && high == self->high)
    return;
  self->is_shown = TRUE;
  self->is_own = is_own;
  self->low = low;
  self->high = high;
  update_since (self, own);
  value = gla_house_rule_dup_value (self->rule, low, high);
  /* Translators: value of a house rule, what it rests on */
  subtitle = g_strdup_printf (_("%s · %s"), value,
                              is_own ? _("our own value") : gla_constant_get_nature (self->rule));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
  gtk_widget_set_visible (self->own_chip, is_own);
  update_inside (self);
}

gboolean
gla_rule_row_is_own (GlaRuleRow *self)
{
  g_return_val_if_fail (GLA_IS_RULE_ROW (self), FALSE);

  return self->is_own;
}

gboolean
gla_rule_row_fits (GlaRuleRow         *self,
                   const char * const *words)
{
  g_return_val_if_fail (GLA_IS_RULE_ROW (self), FALSE);

  return gla_rule_row_key_fits (self->key, words);
}

gboolean
gla_rule_row_key_fits (const char         *key,
                       const char * const *words)
{
  g_return_val_if_fail (key != NULL, FALSE);
  g_return_val_if_fail (words != NULL, FALSE);

  for (gsize i = 0; words[i] != NULL; i++)
    if (strstr (key, words[i]) == NULL)
      return FALSE;
  return TRUE;
}
