/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-sheet-options.h"

#include "gla-i18n.h"
#include "gla-language.h"
#include "gla-paper.h"

struct _GlaSheetOptions
{
  AdwPreferencesGroup parent_instance;

  /* Template */
  AdwComboRow *language_row;
  AdwComboRow *paper_row;
  GtkSwitch *large_switch;
  GtkSwitch *letterhead_switch;

  /* Owned */
  GSettings *settings;   /* NULL while the rows are filled */
  GStrv languages;       /* tags, from the second row on */
};

G_DEFINE_FINAL_TYPE (GlaSheetOptions, gla_sheet_options, ADW_TYPE_PREFERENCES_GROUP)

enum { SIGNAL_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
changed_cb (GlaSheetOptions *self)
{
  GlaHandoutOptions options;

  if (self->settings == NULL)
    return;
  gla_sheet_options_get (self, &options);
  g_settings_set_string (self->settings, "print-paper", gla_paper_get_name (options.paper));
  g_settings_set_boolean (self->settings, "print-letterhead", options.blank_head);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
gla_sheet_options_dispose (GObject *object)
{
  GlaSheetOptions *self = GLA_SHEET_OPTIONS (object);

  g_clear_object (&self->settings);
  g_clear_pointer (&self->languages, g_strfreev);

  G_OBJECT_CLASS (gla_sheet_options_parent_class)->dispose (object);
}

static void
gla_sheet_options_class_init (GlaSheetOptionsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gla_sheet_options_dispose;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/glabella/Glabella/ui/pages/print/gla-sheet-options.ui");
  gtk_widget_class_bind_template_child (widget_class, GlaSheetOptions, language_row);
  gtk_widget_class_bind_template_child (widget_class, GlaSheetOptions, paper_row);
  gtk_widget_class_bind_template_child (widget_class, GlaSheetOptions, large_switch);
  gtk_widget_class_bind_template_child (widget_class, GlaSheetOptions, letterhead_switch);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

/* Each by the name that its speakers call it: whoever reads it finds it. */
static void
list_languages (GlaSheetOptions *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _("The patient’s"));
  self->languages = gla_language_list ();
  for (guint i = 0; self->languages[i] != NULL; i++)
    gtk_string_list_take (names,
                          gla_language_dup_name (gla_language_load (self->languages[i], NULL)));
  adw_combo_row_set_model (self->language_row, G_LIST_MODEL (names));
}

static void
gla_sheet_options_init (GlaSheetOptions *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  list_languages (self);
}

void
gla_sheet_options_read (GSettings         *settings,
                        GlaHandoutOptions *options)
{
  g_autofree char *paper = NULL;

  g_return_if_fail (G_IS_SETTINGS (settings) && options != NULL);

  *options = (GlaHandoutOptions) { .paper = GLA_PAPER_A4 };
  paper = g_settings_get_string (settings, "print-paper");
  /* Never chosen: the paper of the country. */
  if (!gla_paper_from_name (paper, &options->paper)
      && g_str_equal (gtk_paper_size_get_default (), GTK_PAPER_NAME_LETTER))
    options->paper = GLA_PAPER_LETTER;
  options->blank_head = g_settings_get_boolean (settings, "print-letterhead");
}

void
gla_sheet_options_take (GlaSheetOptions *self,
                        GSettings       *settings)
{
  GlaHandoutOptions options;

  g_return_if_fail (GLA_IS_SHEET_OPTIONS (self));

  gla_sheet_options_read (settings, &options);
  adw_combo_row_set_selected (self->paper_row, options.paper);
  gtk_switch_set_active (self->letterhead_switch, options.blank_head);
  self->settings = g_object_ref (settings);
}

static const char *
get_language (GlaSheetOptions *self)
{
  guint position = adw_combo_row_get_selected (self->language_row);

  if (position == 0 || position == GTK_INVALID_LIST_POSITION)
    return NULL;
  /* Of the language, since a job may outlive this window. */
  return gla_language_get_tag (gla_language_load (self->languages[position - 1], NULL));
}

void
gla_sheet_options_set_large (GlaSheetOptions *self,
                             gboolean         large)
{
  g_return_if_fail (GLA_IS_SHEET_OPTIONS (self));

  gtk_switch_set_active (self->large_switch, large);
}

void
gla_sheet_options_get (GlaSheetOptions   *self,
                       GlaHandoutOptions *options)
{
  g_return_if_fail (GLA_IS_SHEET_OPTIONS (self) && options != NULL);

  *options = (GlaHandoutOptions) {
    .paper = (GlaPaper) adw_combo_row_get_selected (self->paper_row),
    .large = gtk_switch_get_active (self->large_switch),
    .blank_head = gtk_switch_get_active (self->letterhead_switch),
    .language = get_language (self),
  };
}

void
gla_sheet_options_say_language (GlaSheetOptions *self,
                                const char      *text)
{
  g_return_if_fail (GLA_IS_SHEET_OPTIONS (self) && text != NULL);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->language_row), text);
}
