/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-record-timeline.h"

#include "gla-i18n.h"
#include "gla-record-legend.h"
#include "gla-timeline-table.h"
#include "gla-timeline.h"

struct _GlaRecordTimeline
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkMenuButton *range_button;
  GtkWidget *mode_box;
  GtkMenuButton *legend_button;
  GtkStack *stack;

  /* Inside the stack */
  GtkWidget *timeline;
  GtkWidget *table;

  /* Owned */
  GSettings *settings;
  GSimpleActionGroup *actions;
  GlaTimelineModel *model; /* NULL: nothing to show */
  char *patient;
  gboolean is_selecting; /* one of the two follows the other */
};

/* A table of more lines scrolls by itself. */
#define MAX_LINES 16
#define LINE_HEIGHT 24

enum
{
  CYCLE_SELECTED,
  CYCLE_ACTIVATED,
  RECORD_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

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
  { "2y", GLA_TIMELINE_RANGE_FIT, N_("Up to 2 years") },
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

static gboolean
is_table_shown (GlaRecordTimeline *self)
{
  return gtk_stack_get_visible_child (self->stack) == self->table;
}

/* A choice that would change nothing is not offered; the place of the others stays. */
static void
update_choices (GlaRecordTimeline *self)
{
  gboolean days = gla_timeline_get_mode (GLA_TIMELINE (self->timeline)) == GLA_TIMELINE_DAYS;
  gboolean table = is_table_shown (self);

  gtk_widget_set_visible (GTK_WIDGET (self->range_button), !days && !table);
  gtk_widget_set_opacity (self->mode_box, table ? 0.0 : 1.0);
  gtk_widget_set_sensitive (self->mode_box, !table);
}

static void
mode_changed_cb (GlaRecordTimeline *self)
{
  gboolean days = gla_timeline_get_mode (GLA_TIMELINE (self->timeline)) == GLA_TIMELINE_DAYS;

  g_simple_action_set_state (G_SIMPLE_ACTION (find_action (self, "mode")),
                             g_variant_new_string (days ? "days" : "calendar"));
  update_choices (self);
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

/* The lines of the table cost more than the picture: it has them only while it is looked at. */
static void
fill_table (GlaRecordTimeline *self)
{
  GlaTimelineTable *table = GLA_TIMELINE_TABLE (self->table);
  gboolean is_shown = is_table_shown (self);

  if (is_shown && self->model != NULL)
    {
      const GlaCycles *cycles = self->model->cycles;
      int lines = (int) (cycles->cycles->len + cycles->history->exposures->len);

      gtk_widget_set_size_request (self->table, -1,
                                   LINE_HEIGHT * (CLAMP (lines, 2, MAX_LINES) + 1));
    }
  self->is_selecting = TRUE;
  gla_timeline_table_set_model (table, is_shown ? self->model : NULL);
  if (is_shown)
    gla_timeline_table_select (table, gla_timeline_get_selected (GLA_TIMELINE (self->timeline)));
  self->is_selecting = FALSE;
}

/* The timeline and its table tell in the same way; each follows the other. */
static void
cycle_selected_cb (GlaRecordTimeline *self,
                   const GlaCycle    *cycle)
{
  if (self->is_selecting)
    return;
  gla_record_timeline_select (self, cycle);
  g_signal_emit (self, signals[CYCLE_SELECTED], 0, cycle);
}

static void
cycle_activated_cb (GlaRecordTimeline *self,
                    const GlaCycle    *cycle)
{
  g_signal_emit (self, signals[CYCLE_ACTIVATED], 0, cycle);
}

static void
record_activated_cb (GlaRecordTimeline *self,
                     int                kind,
                     const char        *id)
{
  g_signal_emit (self, signals[RECORD_ACTIVATED], 0, kind, id);
}

static void
connect_view (GlaRecordTimeline *self,
              GtkWidget         *view)
{
  g_signal_connect_object (view, "cycle-selected", G_CALLBACK (cycle_selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "cycle-activated", G_CALLBACK (cycle_activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "record-activated", G_CALLBACK (record_activated_cb), self,
                           G_CONNECT_SWAPPED);
}

/* Made when it is first asked for. */
static void
create_legend_cb (GtkMenuButton *button,
                  gpointer       user_data)
{
  GtkWidget *popover;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;
  popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (popover), g_object_new (GLA_TYPE_RECORD_LEGEND, NULL));
  gtk_menu_button_set_popover (button, popover);
}

static void
gla_record_timeline_dispose (GObject *object)
{
  GlaRecordTimeline *self = GLA_RECORD_TIMELINE (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->actions);
  g_clear_pointer (&self->model, gla_timeline_model_unref);

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

  signals[CYCLE_SELECTED] = g_signal_new ("cycle-selected", G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                          G_TYPE_POINTER);
  signals[CYCLE_ACTIVATED] = g_signal_new ("cycle-activated", G_TYPE_FROM_CLASS (klass),
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                           G_TYPE_POINTER);
  signals[RECORD_ACTIVATED] = g_signal_new ("record-activated", G_TYPE_FROM_CLASS (klass),
                                            G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                            G_TYPE_INT, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/glabella/Glabella/ui/pages/patients/gla-record-timeline.ui");
  gtk_widget_class_bind_template_child (widget_class, GlaRecordTimeline, range_button);
  gtk_widget_class_bind_template_child (widget_class, GlaRecordTimeline, mode_box);
  gtk_widget_class_bind_template_child (widget_class, GlaRecordTimeline, legend_button);
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
  gtk_menu_button_set_create_popup_func (self->legend_button, create_legend_cb, NULL, NULL);
  connect_view (self, self->timeline);
  connect_view (self, self->table);
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
                          GlaCatalogue      *catalogue,
                          gboolean           estimates)
{
  const char *patient = data == NULL ? NULL : gla_record_data_get_history (data)->patient->id;

  g_return_if_fail (GLA_IS_RECORD_TIMELINE (self));

  g_clear_pointer (&self->model, gla_timeline_model_unref);
  if (data != NULL)
    self->model = gla_timeline_model_new_with_estimates (data->cycles, catalogue,
                                                         estimates ? data->estimates : NULL,
                                                         estimates ? data->usual : NULL);
  self->is_selecting = TRUE;
  gla_timeline_set_model (GLA_TIMELINE (self->timeline), self->model);
  self->is_selecting = FALSE;
  fill_table (self);
  if (g_strcmp0 (self->patient, patient) == 0)
    return;

  g_free (self->patient);
  self->patient = g_strdup (patient);
  /* Two years is what a record opens with anyway, fitted to what there is. */
  if (self->settings != NULL && patient != NULL)
    {
      g_autofree char *range = g_settings_get_string (self->settings, "timeline-range");

      if (!g_str_equal (range, "2y"))
        set_range (self, range);
    }
}

const GlaCycle *
gla_record_timeline_get_selected (GlaRecordTimeline *self)
{
  g_return_val_if_fail (GLA_IS_RECORD_TIMELINE (self), NULL);

  return gla_timeline_get_selected (GLA_TIMELINE (self->timeline));
}

const GlaAdverseEvent *
gla_record_timeline_get_focused_event (GlaRecordTimeline *self)
{
  g_return_val_if_fail (GLA_IS_RECORD_TIMELINE (self), NULL);

  return gla_timeline_get_focused_event (GLA_TIMELINE (self->timeline));
}

void
gla_record_timeline_select (GlaRecordTimeline *self,
                            const GlaCycle    *cycle)
{
  g_return_if_fail (GLA_IS_RECORD_TIMELINE (self));

  self->is_selecting = TRUE;
  if (gla_timeline_get_selected (GLA_TIMELINE (self->timeline)) != cycle)
    gla_timeline_select (GLA_TIMELINE (self->timeline), cycle);
  if (is_table_shown (self)
      && gla_timeline_table_get_selected (GLA_TIMELINE_TABLE (self->table)) != cycle)
    gla_timeline_table_select (GLA_TIMELINE_TABLE (self->table), cycle);
  self->is_selecting = FALSE;
}

void
gla_record_timeline_set_table (GlaRecordTimeline *self,
                               gboolean           table)
{
  g_return_if_fail (GLA_IS_RECORD_TIMELINE (self));

  gtk_stack_set_visible_child (self->stack, table ? self->table : self->timeline);
  update_choices (self);
  fill_table (self);
}
