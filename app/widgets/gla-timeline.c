/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-timeline-private.h"

#include "gla-i18n.h"
#include "gla-timeline-mark.h"

#include <adwaita.h>
#include <math.h>

#define NATURAL_WIDTH 720
#define LEAST_WIDTH 360

G_DEFINE_FINAL_TYPE (GlaTimeline, gla_timeline, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_MODE,
  PROP_RANGE,
  PROP_HIGHLIGHT,
  PROP_AREA,
  N_PROPS
};

enum
{
  CYCLE_SELECTED,
  CYCLE_ACTIVATED,
  RECORD_ACTIVATED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* Rows keep their heights while time moves: only a change of height asks for a
 * new size. */
void
gla_timeline_invalidate (GlaTimeline *self)
{
  double height = self->scene != NULL ? self->scene->height : 0;
  GlaTimelineScene *scene;

  g_clear_pointer (&self->scene, gla_timeline_scene_free);
  g_clear_pointer (&self->node, gsk_render_node_unref);
  scene = gla_timeline_get_scene (self);
  if (scene == NULL || scene->height != height)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  gla_timeline_place_marks (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
update_area (GlaTimeline *self,
             const char  *area)
{
  g_autofree char *copy = NULL;

  if (g_strcmp0 (self->area, area) == 0)
    return;
  copy = g_strdup (area);
  g_free (self->area);
  self->area = g_steal_pointer (&copy);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_AREA]);
}

void
gla_timeline_set_selected (GlaTimeline    *self,
                           const GlaCycle *cycle)
{
  if (self->selected == cycle)
    return;
  self->selected = cycle;
  if (cycle != NULL)
    update_area (self, cycle->area);
  gla_timeline_invalidate (self);
  g_signal_emit (self, signals[CYCLE_SELECTED], 0, cycle);
}

static void
update_highlight (GlaTimeline          *self,
                  GlaTimelineHighlight  highlight)
{
  if (self->highlight == highlight)
    return;
  self->highlight = highlight;
  gla_timeline_invalidate (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HIGHLIGHT]);
}

static void
apply_range (GlaTimeline *self)
{
  if (self->model != NULL)
    gla_timeline_range_get_span (self->range, self->model, self->mode, &self->from, &self->to,
                                 &self->since);
}

void
gla_timeline_update_range (GlaTimeline      *self,
                           GlaTimelineRange  range)
{
  if (self->range == range)
    return;
  self->range = range;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RANGE]);
}

static void
gla_timeline_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  GlaTimeline *self = GLA_TIMELINE (widget);
  GlaTimelineScene *scene;

  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = LEAST_WIDTH;
      *natural = NATURAL_WIDTH;
      return;
    }
  /* The height of rows does not depend on the width. */
  scene = gla_timeline_get_scene (self);
  *minimum = *natural = scene != NULL ? (int) ceil (scene->height) : 0;
}

static void
gla_timeline_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  GlaTimeline *self = GLA_TIMELINE (widget);
  GHashTableIter iter;
  gpointer mark;

  if (self->scene != NULL && self->scene->width != width)
    gla_timeline_place_marks (self);

  g_hash_table_iter_init (&iter, self->marks);
  while (g_hash_table_iter_next (&iter, NULL, &mark))
    gtk_widget_size_allocate (mark, gla_timeline_mark_get_place (mark), -1);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
gla_timeline_css_changed (GtkWidget         *widget,
                          GtkCssStyleChange *change)
{
  GlaTimeline *self = GLA_TIMELINE (widget);

  GTK_WIDGET_CLASS (gla_timeline_parent_class)->css_changed (widget, change);
  g_clear_pointer (&self->text, gla_text_free);
  if (self->model != NULL)
    gla_timeline_invalidate (self);
}

static void
gla_timeline_direction_changed (GtkWidget        *widget,
                                GtkTextDirection  previous)
{
  GTK_WIDGET_CLASS (gla_timeline_parent_class)->direction_changed (widget, previous);
  gla_timeline_invalidate (GLA_TIMELINE (widget));
}

/* Another look or resolution: the same places in other colours. */
static void
look_changed_cb (GlaTimeline *self)
{
  g_clear_pointer (&self->node, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
gla_timeline_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  GlaTimeline *self = GLA_TIMELINE (object);

  switch (prop_id)
    {
    case PROP_MODE:
      g_value_set_int (value, (int) self->mode);
      break;
    case PROP_RANGE:
      g_value_set_int (value, (int) self->range);
      break;
    case PROP_HIGHLIGHT:
      g_value_set_int (value, (int) self->highlight);
      break;
    case PROP_AREA:
      g_value_set_string (value, self->area);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gla_timeline_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  GlaTimeline *self = GLA_TIMELINE (object);

  switch (prop_id)
    {
    case PROP_MODE:
      gla_timeline_set_mode (self, (GlaTimelineMode) g_value_get_int (value));
      break;
    case PROP_RANGE:
      gla_timeline_set_range (self, (GlaTimelineRange) g_value_get_int (value));
      break;
    case PROP_HIGHLIGHT:
      update_highlight (self, (GlaTimelineHighlight) g_value_get_int (value));
      break;
    case PROP_AREA:
      update_area (self, g_value_get_string (value));
      gla_timeline_invalidate (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
drop_marks (GlaTimeline *self)
{
  GHashTableIter iter;
  gpointer mark;

  g_hash_table_iter_init (&iter, self->marks);
  while (g_hash_table_iter_next (&iter, NULL, &mark))
    {
      g_hash_table_iter_remove (&iter);
      gtk_widget_unparent (mark);
    }
}

static void
gla_timeline_dispose (GObject *object)
{
  GlaTimeline *self = GLA_TIMELINE (object);

  self->selected = NULL;
  drop_marks (self);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->scene, gla_timeline_scene_free);
  g_clear_pointer (&self->node, gsk_render_node_unref);
  g_clear_pointer (&self->model, gla_timeline_model_unref);

  G_OBJECT_CLASS (gla_timeline_parent_class)->dispose (object);
}

static void
gla_timeline_finalize (GObject *object)
{
  GlaTimeline *self = GLA_TIMELINE (object);

  g_clear_pointer (&self->marks, g_hash_table_unref);
  g_clear_pointer (&self->text, gla_text_free);
  g_clear_pointer (&self->area, g_free);

  G_OBJECT_CLASS (gla_timeline_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_MODE] = g_param_spec_int ("mode", NULL, NULL, GLA_TIMELINE_CALENDAR,
                                            GLA_TIMELINE_DAYS, GLA_TIMELINE_CALENDAR, flags);
  properties[PROP_RANGE] = g_param_spec_int ("range", NULL, NULL, GLA_TIMELINE_RANGE_FIT,
                                             GLA_TIMELINE_RANGE_CUSTOM, GLA_TIMELINE_RANGE_FIT,
                                             flags);
  properties[PROP_HIGHLIGHT] = g_param_spec_int ("highlight", NULL, NULL,
                                                 GLA_TIMELINE_HIGHLIGHT_NONE,
                                                 GLA_TIMELINE_HIGHLIGHT_DILUTION,
                                                 GLA_TIMELINE_HIGHLIGHT_NONE, flags);
  properties[PROP_AREA] = g_param_spec_string ("area", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
gla_timeline_class_init (GlaTimelineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = gla_timeline_get_property;
  object_class->set_property = gla_timeline_set_property;
  object_class->dispose = gla_timeline_dispose;
  object_class->finalize = gla_timeline_finalize;
  widget_class->measure = gla_timeline_measure;
  widget_class->size_allocate = gla_timeline_size_allocate;
  widget_class->snapshot = gla_timeline_draw;
  widget_class->query_tooltip = gla_timeline_find_tooltip;
  widget_class->css_changed = gla_timeline_css_changed;
  widget_class->direction_changed = gla_timeline_direction_changed;
  widget_class->focus = gla_timeline_move_focus;

  install_properties (object_class);
  signals[CYCLE_SELECTED] = g_signal_new ("cycle-selected", G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[CYCLE_ACTIVATED] = g_signal_new ("cycle-activated", G_TYPE_FROM_CLASS (klass),
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[RECORD_ACTIVATED] = g_signal_new ("record-activated", G_TYPE_FROM_CLASS (klass),
                                            G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                            G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_STRING);
  gla_timeline_install_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "timeline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
gla_timeline_init (GlaTimeline *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  self->marks = g_hash_table_new (NULL, NULL);
  self->since = GLA_DAY_NONE;
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Injections and effect"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _("Arrows move between treatments and areas, Enter opens, "
                                    "Space lists the rows behind, 1 to 4 change the range"),
                                  -1);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (look_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (look_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (look_changed_cb), NULL);
  gla_timeline_add_controllers (self);
}

GtkWidget *
gla_timeline_new (void)
{
  return g_object_new (GLA_TYPE_TIMELINE, NULL);
}

void
gla_timeline_set_cycles (GlaTimeline  *self,
                         GlaCycles    *cycles,
                         GlaCatalogue *catalogue)
{
  g_autoptr (GlaTimelineModel) model = NULL;

  g_return_if_fail (GLA_IS_TIMELINE (self));
  g_return_if_fail (cycles == NULL || catalogue != NULL);

  if (cycles != NULL)
    model = gla_timeline_model_new (cycles, catalogue);
  gla_timeline_set_model (self, model);
}

void
gla_timeline_set_model (GlaTimeline      *self,
                        GlaTimelineModel *model)
{
  GlaCycles *cycles = model != NULL ? model->cycles : NULL;
  g_autofree char *patient = NULL;
  g_autofree char *treatment = NULL;
  gboolean same;

  g_return_if_fail (GLA_IS_TIMELINE (self));

  if (self->model != NULL)
    patient = g_strdup (self->model->cycles->history->patient->id);
  if (self->selected != NULL)
    treatment = g_strdup (self->selected->treatment->id);
  same = cycles != NULL && g_strcmp0 (patient, cycles->history->patient->id) == 0;

  /* Nothing may point into the old cycles any more. */
  self->selected = NULL;
  drop_marks (self);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->scene, gla_timeline_scene_free);
  g_clear_pointer (&self->model, gla_timeline_model_unref);

  if (model != NULL)
    self->model = gla_timeline_model_ref (model);
  if (same && treatment != NULL)
    self->selected = gla_cycles_find (cycles, treatment, self->area);
  if (!same)
    {
      update_area (self, NULL);
      if (self->range == GLA_TIMELINE_RANGE_CUSTOM)
        gla_timeline_update_range (self, GLA_TIMELINE_RANGE_FIT);
    }
  if (self->range != GLA_TIMELINE_RANGE_CUSTOM)
    apply_range (self);
  gla_timeline_invalidate (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

GlaCycles *
gla_timeline_get_cycles (GlaTimeline *self)
{
  g_return_val_if_fail (GLA_IS_TIMELINE (self), NULL);

  return self->model != NULL ? self->model->cycles : NULL;
}

const GlaCycle *
gla_timeline_get_selected (GlaTimeline *self)
{
  g_return_val_if_fail (GLA_IS_TIMELINE (self), NULL);

  return self->selected;
}

const GlaAdverseEvent *
gla_timeline_get_focused_event (GlaTimeline *self)
{
  guint stop;

  g_return_val_if_fail (GLA_IS_TIMELINE (self), NULL);

  if (!gla_timeline_find_focus (self, &stop))
    return NULL;
  return g_array_index (gla_timeline_get_scene (self)->stops, GlaTimelineStop, stop).event;
}

void
gla_timeline_select (GlaTimeline    *self,
                     const GlaCycle *cycle)
{
  GlaTimelineScene *scene;
  guint stop;

  g_return_if_fail (GLA_IS_TIMELINE (self));

  gla_timeline_set_selected (self, cycle);
  scene = gla_timeline_get_scene (self);
  if (cycle != NULL && scene != NULL && gla_timeline_scene_find_stop (scene, cycle, &stop))
    gla_timeline_reveal (self, &g_array_index (scene->stops, GlaTimelineStop, stop));
}

GlaTimelineMode
gla_timeline_get_mode (GlaTimeline *self)
{
  g_return_val_if_fail (GLA_IS_TIMELINE (self), GLA_TIMELINE_CALENDAR);

  return self->mode;
}

void
gla_timeline_set_mode (GlaTimeline     *self,
                       GlaTimelineMode  mode)
{
  g_return_if_fail (GLA_IS_TIMELINE (self));

  if (self->mode == mode)
    return;
  self->mode = mode;
  /* A stretch of the calendar says nothing about days since the injection. */
  if (self->range == GLA_TIMELINE_RANGE_CUSTOM)
    gla_timeline_update_range (self, GLA_TIMELINE_RANGE_FIT);
  apply_range (self);
  gla_timeline_invalidate (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODE]);
}

GlaTimelineRange
gla_timeline_get_range (GlaTimeline *self)
{
  g_return_val_if_fail (GLA_IS_TIMELINE (self), GLA_TIMELINE_RANGE_FIT);

  return self->range;
}

void
gla_timeline_set_range (GlaTimeline      *self,
                        GlaTimelineRange  range)
{
  g_return_if_fail (GLA_IS_TIMELINE (self));

  if (range == GLA_TIMELINE_RANGE_CUSTOM)
    return;
  gla_timeline_update_range (self, range);
  apply_range (self);
  gla_timeline_invalidate (self);
}
