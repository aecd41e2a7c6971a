/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-units-entry.h"

#include "gla-accessible.h"
#include "gla-i18n.h"

#include <string.h>

struct _GlaUnitsEntry
{
  GtkWidget parent_instance;

  /* Owned */
  GtkWidget *entry;

  GlaUnits units;
  gboolean valid;
};

G_DEFINE_FINAL_TYPE (GlaUnitsEntry, gla_units_entry, GTK_TYPE_WIDGET)

enum { SIGNAL_CHANGED_UNITS, SIGNAL_ENTERED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
text_changed_cb (GlaUnitsEntry *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  self->units = GLA_UNITS_UNKNOWN;
  self->valid = text[strspn (text, " ")] == '\0' || gla_units_parse (text, &self->units);
  if (self->valid)
    gtk_widget_remove_css_class (self->entry, "error");
  else
    gtk_widget_add_css_class (self->entry, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (gtk_editable_get_delegate (GTK_EDITABLE (self->entry))),
                               GTK_ACCESSIBLE_STATE_INVALID,
                               self->valid ? GTK_ACCESSIBLE_INVALID_FALSE
                                           : GTK_ACCESSIBLE_INVALID_TRUE,
                               -1);
  gtk_widget_set_tooltip_text (self->entry,
                               self->valid ? NULL : _("An amount such as 20 or 2.5"));
  g_signal_emit (self, signals[SIGNAL_CHANGED_UNITS], 0);
}

static void
activate_cb (GlaUnitsEntry *self)
{
  gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))),
                          GTK_DIR_TAB_FORWARD);
  g_signal_emit (self, signals[SIGNAL_ENTERED], 0);
}

static gboolean
key_pressed_cb (GlaUnitsEntry   *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  GlaUnits step = 0;

  if (keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up)
    step = GLA_UNITS (1);
  else if (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down)
    step = -GLA_UNITS (1);
  if (step == 0 || self->units == GLA_UNITS_UNKNOWN)
    return GDK_EVENT_PROPAGATE;
  gla_units_entry_set_units (self, CLAMP (self->units + step, 0, GLA_UNITS_MAX));
  return GDK_EVENT_STOP;
}

static gboolean
gla_units_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GLA_UNITS_ENTRY (widget)->entry);
}

static void
gla_units_entry_dispose (GObject *object)
{
  GlaUnitsEntry *self = GLA_UNITS_ENTRY (object);

  g_clear_pointer (&self->entry, gtk_widget_unparent);
  G_OBJECT_CLASS (gla_units_entry_parent_class)->dispose (object);
}

static void
gla_units_entry_class_init (GlaUnitsEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = gla_units_entry_dispose;
  widget_class->grab_focus = gla_units_entry_grab_focus;
  signals[SIGNAL_CHANGED_UNITS] = g_signal_new ("changed-units", G_TYPE_FROM_CLASS (klass),
                                                G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                G_TYPE_NONE, 0);
  signals[SIGNAL_ENTERED] = g_signal_new ("entered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
gla_units_entry_init (GlaUnitsEntry *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->units = GLA_UNITS_UNKNOWN;
  self->valid = TRUE;
  self->entry = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 6);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), 8);
  gtk_editable_set_alignment (GTK_EDITABLE (self->entry), 1);
  gtk_entry_set_input_purpose (GTK_ENTRY (self->entry), GTK_INPUT_PURPOSE_NUMBER);
  gtk_entry_set_activates_default (GTK_ENTRY (self->entry), FALSE);
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (text_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (activate_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->entry, keys);
}

GtkWidget *
gla_units_entry_new (void)
{
  return g_object_new (GLA_TYPE_UNITS_ENTRY, NULL);
}

void
gla_units_entry_set_label (GlaUnitsEntry *self,
                           const char    *label)
{
  g_return_if_fail (GLA_IS_UNITS_ENTRY (self) && label != NULL);

  gla_accessible_name_entry (GTK_ENTRY (self->entry), label);
}

void
gla_units_entry_set_units (GlaUnitsEntry *self,
                           GlaUnits       units)
{
  g_autofree char *text = NULL;

  g_return_if_fail (GLA_IS_UNITS_ENTRY (self));

  text = units == GLA_UNITS_UNKNOWN ? g_strdup ("") : gla_units_format (units);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

void
gla_units_entry_begin (GlaUnitsEntry *self,
                       guint          digit)
{
  char text[2] = { (char) ('0' + digit % 10), '\0' };

  g_return_if_fail (GLA_IS_UNITS_ENTRY (self));

  gtk_widget_grab_focus (self->entry);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

GlaUnits
gla_units_entry_get_units (GlaUnitsEntry *self)
{
  g_return_val_if_fail (GLA_IS_UNITS_ENTRY (self), GLA_UNITS_UNKNOWN);

  return self->units;
}

gboolean
gla_units_entry_is_valid (GlaUnitsEntry *self)
{
  g_return_val_if_fail (GLA_IS_UNITS_ENTRY (self), FALSE);

  return self->valid;
}
