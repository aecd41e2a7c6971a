/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-check-group.h"

#include "gla-accessible.h"
#include "gla-capitalize.h"
#include "gla-figure-button.h"
#include "gla-finding-figure.h"
#include "gla-i18n.h"

struct _GlaCheckGroup
{
  AdwBin parent_instance;

  /* Owned */
  GlaHistory *history;
  GlaCatalogue *catalogue;
  GPtrArray *rows;           /* (element-type GtkWidget) (transfer none): in their order */
  GPtrArray *buttons;        /* (element-type GtkWidget) (transfer none): "Why" of each of them */
  GPtrArray *shown;          /* (element-type utf8): what each of them says */

  AdwPreferencesGroup *group;
  GtkWidget *empty_row;
  GtkWidget *hint;         /* the key that goes from one finding to the next */
};

G_DEFINE_FINAL_TYPE (GlaCheckGroup, gla_check_group, ADW_TYPE_BIN)

static void
gla_check_group_finalize (GObject *object)
{
  GlaCheckGroup *self = GLA_CHECK_GROUP (object);

  g_clear_pointer (&self->history, gla_history_unref);
  g_clear_pointer (&self->catalogue, gla_catalogue_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->buttons, g_ptr_array_unref);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  G_OBJECT_CLASS (gla_check_group_parent_class)->finalize (object);
}

static void
gla_check_group_class_init (GlaCheckGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gla_check_group_finalize;
}

static GtkWidget *
new_row (const char *title,
         const char *subtitle,
         const char *icon,
         const char *style)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW,
                                 "title", title,
                                 "subtitle", subtitle,
                                 "use-markup", FALSE,
                                 NULL);
  GtkWidget *image = gtk_image_new_from_icon_name (icon);

  gtk_widget_add_css_class (row, "finding");
  gtk_widget_add_css_class (image, style);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), image);
  return row;
}

/* From one finding to the next, in their order: several mnemonics have none. */
static gboolean
next_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  GlaCheckGroup *self = GLA_CHECK_GROUP (widget);
  guint next = 0;

  for (guint i = 0; i < self->buttons->len; i++)
    if (gtk_widget_has_focus (self->buttons->pdata[i]))
      next = (i + 1) % self->buttons->len;
  return self->buttons->len > 0 && gtk_widget_grab_focus (self->buttons->pdata[next]);
}

static void
add_key (GlaCheckGroup *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  GtkWidget *hint = gtk_label_new (_("Alt+Y"));

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller),
                                     GTK_SHORTCUT_SCOPE_MANAGED);
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (controller),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_y, GDK_ALT_MASK),
                      gtk_callback_action_new (next_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
  gtk_widget_add_css_class (hint, "dim-label");
  gtk_widget_add_css_class (hint, "caption");
  /* There is nothing to go to yet. */
  gtk_widget_set_visible (hint, FALSE);
  self->hint = hint;
  adw_preferences_group_set_header_suffix (self->group, hint);
}

static void
gla_check_group_init (GlaCheckGroup *self)
{
  self->rows = g_ptr_array_new ();
  self->buttons = g_ptr_array_new ();
  self->shown = g_ptr_array_new_with_free_func (g_free);
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _("Before you inject"));
  self->empty_row = new_row (_("Nothing found"),
                             _("Looked at: interval, units, product and lot, vial, allergies, "
                               "medicines, age."),
                             "emblem-ok-symbolic", "neutral");
  adw_preferences_group_add (self->group, self->empty_row);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
  add_key (self);
}

GtkWidget *
gla_check_group_new (GlaHistory   *history,
                     GlaCatalogue *catalogue)
{
  GlaCheckGroup *self;

  g_return_val_if_fail (history != NULL && catalogue != NULL, NULL);

  self = g_object_new (GLA_TYPE_CHECK_GROUP, NULL);
  self->history = gla_history_ref (history);
  self->catalogue = gla_catalogue_ref (catalogue);
  return GTK_WIDGET (self);
}

/* The level in words stands below, so that neither colour nor sign has to be known. */
static GtkWidget *
new_finding_row (GlaCheckGroup    *self,
                 const GlaFinding *finding)
{
  const char *level = gla_finding_level_get_name (finding->level);
  const char *icon = gla_finding_level_get_icon (finding->level);
  g_autofree char *title = gla_capitalize (finding->chip);
  GtkWidget *row = new_row (title, level,
                            icon != NULL ? icon : "dialog-information-symbolic",
                            gla_finding_level_get_style (finding->level));
  /* Translators: what a warning says; the button opens the reason for it */
  g_autofree char *name = g_strdup_printf (_("Why: %s"), title);
  g_autofree char *label = g_strdup_printf ("%s: %s", level, title);
  GtkWidget *why = gla_figure_button_new (
    _("Why"), name, gla_finding_figure_new (finding, self->history, self->catalogue, FALSE));

  gtk_widget_set_tooltip_text (why, _("Rule, source and rows (Alt+Y)"));
  gtk_widget_set_valign (why, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (why, "flat");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), why);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), why);
  gla_accessible_set_label (row, label);
  g_ptr_array_add (self->buttons, why);
  return row;
}

/* All that is visible of a finding; one that changed in it is shown anew. */
static char *
make_key (const GlaFinding *finding)
{
  return g_strdup_printf ("%d\n%s\n%s\n%s", finding->level, finding->id, finding->chip,
                          finding->text);
}

static gboolean
is_shown (GlaCheckGroup   *self,
          const GPtrArray *findings)
{
  if (findings->len != self->shown->len)
    return FALSE;
  for (guint i = 0; i < findings->len; i++)
    {
      g_autofree char *key = make_key (findings->pdata[i]);

      if (!g_str_equal (key, self->shown->pdata[i]))
        return FALSE;
    }
  return TRUE;
}

static void
remove_rows (GlaCheckGroup *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->buttons, 0);
  g_ptr_array_set_size (self->shown, 0);
}

void
gla_check_group_show (GlaCheckGroup   *self,
                      const GPtrArray *findings)
{
  g_return_if_fail (GLA_IS_CHECK_GROUP (self));

  gtk_widget_set_visible (self->empty_row, findings != NULL && findings->len == 0);
  gtk_widget_set_visible (self->hint, findings != NULL && findings->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->group), findings != NULL);
  if (findings == NULL || is_shown (self, findings))
    return;
  remove_rows (self);
  for (guint i = 0; i < findings->len; i++)
    {
      GtkWidget *row = new_finding_row (self, findings->pdata[i]);

      g_ptr_array_add (self->rows, row);
      g_ptr_array_add (self->shown, make_key (findings->pdata[i]));
      adw_preferences_group_add (self->group, row);
    }
}
