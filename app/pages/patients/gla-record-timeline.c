/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-record-timeline.h"

#include <glib/gi18n.h>

GtkWidget *gla_timeline_table_new (void);
#define GLA_TIMELINE_TABLE(x) (x)
void gla_timeline_table_set_cycles (gpointer, GlaCycles *, GlaCatalogue *);

struct _GlaRecordTimeline
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkMenuButton *range_button;
  GtkStack *stack;

  /* Inside the stack */
  GtkWidget *timeline;
  GtkWidget *table;

  /* Owned */
  GSettings *settings;
  GSimpleActionGroup *actions;
  char *patient;
};

G_DEFINE_FINAL_TYPE (GlaRecordTimeline, gla_record_timeline, ADW_TYPE_BIN)

static const struct
{
  const char *key; /* in the settings */
  GlaTimelineRange range;
  const char *name;
} ranges[] = {
  { "6m", GLA_TIMELINE_RANGE_HALF_YEAR, N_("6 months") },
  { "1y", GLA_TIMELINE_RANGE_YEAR, N_("1 year") },
  { "2y", GLA_TIMELINE_RANGE_TWO_YEARS, N_("2 years") },
  { "all", GLA_TIMELINE_RANGE_ALL, N_("All") },
  { "", GLA_TIMELINE_RANGE_FIT, N_("Last 2 years") },
  { "", GLA_TIMELINE_RANGE_CUSTOM, N_("Zoomed") },
};

static GAction *
find_action (GlaRecordTimeline *self,
             const char        *name)
{
  return g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);
}

/* The timeline's keys, drag and scroll change the range as well as the menu does. */
static void
range_changed_cb (GlaRecordTimeline *self)
{
  GlaTimelineRange range = gla_timeline_get_range (GLA_TIMELINE (self->timeline));

  for (gsize i = 0; i < G_N_ELEMENTS (ranges); i++)
    if (ranges[i].range == range)
      {
        g_simple_action_set_state (G_SIMPLE_ACTION (find_action (self, "range")),
                                   g_variant_new_string (ranges[i].key));
        gtk_menu_button_set_label (self->range_button, _(ranges[i].name));
      }
}

static void
mode_changed_cb (GlaRecordTimeline *self)
{
  gboolean days = gla_timeline_get_mode (GLA_TIMELINE (self->timeline)) == GLA_TIMELINE_DAYS;

  g_simple_action_set_state (G_SIMPLE_ACTION (find_action (self, "mode")),
                             g_variant_new_string (days ? "days" : "calendar"));
  gtk_widget_set_visible (GTK_WIDGET (self->range_button), !days);
}

static void
set_range (GlaRecordTimeline *self,
           const char        *key)
{
  for (gsize i = 0; i < G_N_ELEMENTS (ranges); i++)
    if (g_str_equal (ranges[i].key, key))
      {
        gla_timeline_set_range (GLA_TIMELINE (self->timeline), ranges[i].range);
        return;
      }
}

static void
change_range_cb (GSimpleAction *action,
                 GVariant      *value,
                 gpointer       user_data)
{
  GlaRecordTimeline *self = user_data;
  const char *key = g_variant_get_string (value, NULL);

  set_range (self, key);
  if (self->settings != NULL && *key != '\0')
    g_settings_set_string (self->settings, "timeline-range", key);
}

static void
change_mode_cb (GSimpleAction *action,
                GVariant      *value,
                gpointer       user_data)
{
  GlaRecordTimeline *self = user_data;
  const char *key = g_variant_get_string (value, NULL);

  gla_timeline_set_mode (GLA_TIMELINE (self->timeline),
                         g_str_equal (key, "days") ? GLA_TIMELINE_DAYS : GLA_TIMELINE_CALENDAR);
  if (self->settings != NULL)
    g_settings_set_string (self->settings, "timeline-mode", key);
}

static void
gla_record_timeline_dispose (GObject *object)
{
  GlaRecordTimeline *self = GLA_RECORD_TIMELINE (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->actions);

  G_OBJECT_CLASS (gla_record_timeline_parent_class)->dispose (object);
}

static void
gla_record_timeline_finalize (GObject *object)
{
  g_free (GLA_RECORD_TIMELINE (object)->patient);

  G_OBJECT_CLASS (gla_record_timeline_parent_class)->finalize (object);
}

static void
gla_record_timeline_class_init (GlaRecordTimelineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gla_record_timeline_dispose;
  G_OBJECT_CLASS (klass)->finalize = gla_record_timeline_finalize;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/glabella/Glabella/ui/pages/patients/gla-record-timeline.ui");
  gtk_widget_class_bind_template_child (widget_class, GlaRecordTimeline, range_button);
  gtk_widget_class_bind_template_child (widget_class, GlaRecordTimeline, stack);
}

static void
gla_record_timeline_init (GlaRecordTimeline *self)
{
  const GActionEntry entries[] = {
    { .name = "range", .parameter_type = "s", .state = "''", .change_state = change_range_cb },
    { .name = "mode", .parameter_type = "s", .state = "'calendar'",
      .change_state = change_mode_cb },
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "timeline", G_ACTION_GROUP (self->actions));
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Injections and effect"), -1);

  self->timeline = gla_timeline_new ();
  gtk_stack_add_named (self->stack, self->timeline, "timeline");
  self->table = gla_timeline_table_new ();
  gtk_stack_add_named (self->stack, self->table, "table");
  g_signal_connect_object (self->timeline, "notify::range", G_CALLBACK (range_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->timeline, "notify::mode", G_CALLBACK (mode_changed_cb), self,
                           G_CONNECT_SWAPPED);
  range_changed_cb (self);
}

void
gla_record_timeline_set_settings (GlaRecordTimeline *self,
                                  GSettings         *settings)
{
  g_autofree char *mode = NULL;

  g_return_if_fail (GLA_IS_RECORD_TIMELINE (self));
  g_return_if_fail (G_IS_SETTINGS (settings));

  g_set_object (&self->settings, settings);
  mode = g_settings_get_string (settings, "timeline-mode");
  gla_timeline_set_mode (GLA_TIMELINE (self->timeline),
                         g_str_equal (mode, "days") ? GLA_TIMELINE_DAYS : GLA_TIMELINE_CALENDAR);
}

void
gla_record_timeline_show (GlaRecordTimeline *self,
                          GlaRecordData     *data,
                          GlaCatalogue      *catalogue)
{
  const char *patient;

  g_return_if_fail (GLA_IS_RECORD_TIMELINE (self));
  g_return_if_fail (data != NULL);

  patient = gla_record_data_get_history (data)->patient->id;
  gla_timeline_set_cycles (GLA_TIMELINE (self->timeline), data->cycles, catalogue);
  gla_timeline_table_set_cycles (GLA_TIMELINE_TABLE (self->table), data->cycles, catalogue);
  if (g_strcmp0 (self->patient, patient) == 0)
    return;

  g_free (self->patient);
  self->patient = g_strdup (patient);
  /* Two years is what a record opens with anyway, fitted to what there is. */
  if (self->settings != NULL)
    {
      g_autofree char *range = g_settings_get_string (self->settings, "timeline-range");

      if (!g_str_equal (range, "2y"))
        set_range (self, range);
    }
}

GlaTimeline *
gla_record_timeline_get_timeline (GlaRecordTimeline *self)
{
  g_return_val_if_fail (GLA_IS_RECORD_TIMELINE (self), NULL);

  return GLA_TIMELINE (self->timeline);
}

void
gla_record_timeline_set_table (GlaRecordTimeline *self,
                               gboolean           table)
{
  g_return_if_fail (GLA_IS_RECORD_TIMELINE (self));

  gtk_stack_set_visible_child (self->stack, table ? self->table : self->timeline);
}
