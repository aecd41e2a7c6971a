/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-choice-row.h"

#include "gla-accessible.h"

#define MOST_ANSWERS 4

struct _GlaChoiceRow
{
  AdwActionRow parent_instance;

  GtkToggleButton *buttons[MOST_ANSWERS];
  guint n_buttons;
  gboolean setting;
};

G_DEFINE_FINAL_TYPE (GlaChoiceRow, gla_choice_row, ADW_TYPE_ACTION_ROW)

enum { SIGNAL_CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
button_toggled_cb (GtkToggleButton *button,
                   GlaChoiceRow    *self)
{
  if (!self->setting && gtk_toggle_button_get_active (button))
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

/* The answers are one stop of Tab, at the one that is given; arrows go between them. */
static gboolean
gla_choice_row_focus (GtkWidget        *widget,
                      GtkDirectionType  direction)
{
  GlaChoiceRow *self = GLA_CHOICE_ROW (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int selected = MAX (0, gla_choice_row_get_selected (self));
  int focus = -1;

  for (guint i = 0; i < self->n_buttons; i++)
    if (gtk_widget_is_focus (GTK_WIDGET (self->buttons[i])))
      focus = (int) i;
  if (focus < 0)
    return gtk_widget_grab_focus (GTK_WIDGET (self->buttons[selected]));
  if (direction != GTK_DIR_LEFT && direction != GTK_DIR_RIGHT)
    return FALSE;
  focus += (direction == GTK_DIR_RIGHT) != mirrored ? 1 : -1;
  /* At the last one the arrow stays where it is. */
  if (focus >= 0 && focus < (int) self->n_buttons)
    gtk_widget_grab_focus (GTK_WIDGET (self->buttons[focus]));
  return TRUE;
}

static gboolean
gla_choice_row_grab_focus (GtkWidget *widget)
{
  return gla_choice_row_focus (widget, GTK_DIR_TAB_FORWARD);
}

static void
gla_choice_row_class_init (GlaChoiceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->focus = gla_choice_row_focus;
  widget_class->grab_focus = gla_choice_row_grab_focus;
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
gla_choice_row_init (GlaChoiceRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
}

/* The answer without its underscore. */
static char *
plain_answer (const char *answer)
{
  GString *plain = g_string_new (answer);

  g_string_replace (plain, "_", "", 1);
  return g_string_free (plain, FALSE);
}

GtkWidget *
gla_choice_row_new (const char         *title,
                    const char *const  *answers,
                    guint               n_answers)
{
  GlaChoiceRow *self = g_object_new (GLA_TYPE_CHOICE_ROW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  g_return_val_if_fail (n_answers >= 2 && n_answers <= MOST_ANSWERS, NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  gtk_widget_add_css_class (box, "linked");
  gtk_widget_add_css_class (box, "choices");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  self->n_buttons = n_answers;
  for (guint i = 0; i < n_answers; i++)
    {
      g_autofree char *plain = plain_answer (answers[i]);
      GtkWidget *button = gtk_toggle_button_new ();
      GtkWidget *label = gtk_label_new_with_mnemonic (answers[i]);

      /* A label inside needs no mnemonic widget, which would be read as a second name. */
      gtk_button_set_child (GTK_BUTTON (button), label);
      gla_accessible_set_label (button, plain);
      self->buttons[i] = GTK_TOGGLE_BUTTON (button);
      if (i > 0)
        gtk_toggle_button_set_group (self->buttons[i], self->buttons[0]);
      g_signal_connect (button, "toggled", G_CALLBACK (button_toggled_cb), self);
      gtk_box_append (GTK_BOX (box), button);
    }
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), box);
  return GTK_WIDGET (self);
}

void
gla_choice_row_set_selected (GlaChoiceRow *self,
                             int           selected)
{
  g_return_if_fail (GLA_IS_CHOICE_ROW (self));
  g_return_if_fail (selected >= -1 && selected < (int) self->n_buttons);

  self->setting = TRUE;
  for (guint i = 0; i < self->n_buttons; i++)
    gtk_toggle_button_set_active (self->buttons[i], (int) i == selected);
  self->setting = FALSE;
}

int
gla_choice_row_get_selected (GlaChoiceRow *self)
{
  g_return_val_if_fail (GLA_IS_CHOICE_ROW (self), -1);

  for (guint i = 0; i < self->n_buttons; i++)
    if (gtk_toggle_button_get_active (self->buttons[i]))
      return (int) i;
  return -1;
}
