/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-map.h"

#include "gla-i18n.h"
#include "gla-map-private.h"
#include "gla-map-stop.h"

#include <adwaita.h>
#include <string.h>

#define LEAST_WIDTH 340
#define NATURAL_WIDTH 400
#define LEAST_READ_ONLY 224
#define NATURAL_READ_ONLY 224

G_DEFINE_FINAL_TYPE (GlaMap, gla_map, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_STATUS,
  PROP_SHOW_DANGERS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

void
gla_map_look_changed (GlaMap *self)
{
  g_clear_object (&self->ground);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
gla_map_find_usual (GlaMap              *self,
                    const GlaFaceRegion *region,
                    GlaUsualPoints      *usual)
{
  return gla_usual_points_find (self->catalogue, self->product, region->area, region->side,
                                self->region, self->patient, usual);
}

void
gla_map_update_status (GlaMap *self)
{
  const GlaFaceRegion *active = gla_map_get_active (self);
  int mark = gla_map_get_focused_mark (self);
  g_autofree char *status = NULL;

  if (mark >= 0 && self->hover == NULL)
    status = gla_map_dup_mark_label (self, (guint) mark);
  else if (active != NULL)
    status = gla_map_dup_region_label (self, active);
  if (g_strcmp0 (status, self->status) == 0)
    return;
  g_free (self->status);
  self->status = g_steal_pointer (&status);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATUS]);
}

static void
changed_cb (GlaMap *self)
{
  gla_map_place_stops (self);
  gla_map_update_status (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
gla_map_measure (GtkWidget      *widget,
                 GtkOrientation  orientation,
                 int             for_size,
                 int            *minimum,
                 int            *natural,
                 int            *minimum_baseline,
                 int            *natural_baseline)
{
  GlaMap *self = GLA_MAP (widget);
  double factor = orientation == GTK_ORIENTATION_VERTICAL ? GLA_MAP_ASPECT : 1;

  *minimum = (int) (factor * (self->is_editable ? LEAST_WIDTH : LEAST_READ_ONLY));
  *natural = (int) (factor * (self->is_editable ? NATURAL_WIDTH : NATURAL_READ_ONLY));
  *minimum_baseline = *natural_baseline = -1;
}

static void
gla_map_size_allocate (GtkWidget *widget,
                       int        width,
                       int        height,
                       int        baseline)
{
  GlaMap *self = GLA_MAP (widget);
  GlaMapScene before = self->scene;

  gla_map_scene_init (&self->scene, self->face, width, height);
  if (memcmp (&before, &self->scene, sizeof before) != 0)
    {
      g_clear_pointer (&self->text, gla_text_free);
      g_clear_object (&self->ground);
      gla_map_place_stops (self);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      const GdkRectangle *place = gla_map_stop_get_place (GLA_MAP_STOP (child));

      if (place != NULL)
        gtk_widget_size_allocate (child, place, -1);
    }
}

static void
gla_map_css_changed (GtkWidget         *widget,
                     GtkCssStyleChange *change)
{
  GlaMap *self = GLA_MAP (widget);

  GTK_WIDGET_CLASS (gla_map_parent_class)->css_changed (widget, change);
  g_clear_pointer (&self->text, gla_text_free);
  gtk_widget_queue_draw (widget);
}

static void
gla_map_get_property (GObject    *object,
                      guint       prop_id,
                      GValue     *value,
                      GParamSpec *pspec)
{
  GlaMap *self = GLA_MAP (object);

  switch (prop_id)
    {
    case PROP_STATUS:
      g_value_set_string (value, self->status);
      break;
    case PROP_SHOW_DANGERS:
      g_value_set_boolean (value, self->show_dangers);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gla_map_set_property (GObject      *object,
                      guint         prop_id,
                      const GValue *value,
                      GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_SHOW_DANGERS:
      gla_map_set_show_dangers (GLA_MAP (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gla_map_dispose (GObject *object)
{
  GlaMap *self = GLA_MAP (object);
  GtkWidget *child;

  self->hover = NULL;
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_ptr_array_set_size (self->region_stops, 0);
  g_ptr_array_set_size (self->mark_stops, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->ground);

  G_OBJECT_CLASS (gla_map_parent_class)->dispose (object);
}

static void
gla_map_finalize (GObject *object)
{
  GlaMap *self = GLA_MAP (object);

  g_clear_object (&self->model);
  g_clear_pointer (&self->catalogue, gla_catalogue_unref);
  g_clear_pointer (&self->region_stops, g_ptr_array_unref);
  g_clear_pointer (&self->mark_stops, g_ptr_array_unref);
  g_clear_pointer (&self->plan, g_array_unref);
  g_clear_pointer (&self->totals, g_array_unref);
  g_clear_pointer (&self->text, gla_text_free);
  g_free (self->product);
  g_free (self->status);
  g_string_free (self->typed, TRUE);

  G_OBJECT_CLASS (gla_map_parent_class)->finalize (object);
}

static void
gla_map_class_init (GlaMapClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = gla_map_get_property;
  object_class->set_property = gla_map_set_property;
  object_class->dispose = gla_map_dispose;
  object_class->finalize = gla_map_finalize;
  widget_class->measure = gla_map_measure;
  widget_class->size_allocate = gla_map_size_allocate;
  widget_class->snapshot = gla_map_draw;
  widget_class->query_tooltip = gla_map_find_tooltip;
  widget_class->css_changed = gla_map_css_changed;
  widget_class->focus = gla_map_move_focus;

  properties[PROP_STATUS] = g_param_spec_string ("status", NULL, NULL, NULL,
                                                 flags | G_PARAM_READABLE);
  properties[PROP_SHOW_DANGERS] = g_param_spec_boolean ("show-dangers", NULL, NULL, FALSE,
                                                        flags | G_PARAM_READWRITE);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gla_map_install_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "injectionmap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
gla_map_init (GlaMap *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  self->region_stops = g_ptr_array_new ();
  self->mark_stops = g_ptr_array_new ();
  self->plan = g_array_new (FALSE, FALSE, sizeof (GlaMapMark));
  self->totals = g_array_new (FALSE, FALSE, sizeof (GlaMapTotal));
  self->typed = g_string_new (NULL);
  self->dragged = -1;
  self->region = GLA_REGION_ANY;
  self->patient = GLA_DOSE_FOR_ANYONE;
  self->face = g_ptr_array_index (gla_faces_get_all (gla_faces_get_default ()), 0);
  gla_map_scene_init (&self->scene, self->face, NATURAL_WIDTH, NATURAL_WIDTH * GLA_MAP_ASPECT);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Injection map"), -1);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (gla_map_look_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (gla_map_look_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (gla_map_look_changed), NULL);
}

GtkWidget *
gla_map_new (GlaCatalogue *catalogue,
             GlaMapModel  *model,
             gboolean      editable)
{
  GlaMap *self;

  g_return_val_if_fail (catalogue != NULL && GLA_IS_MAP_MODEL (model), NULL);

  self = g_object_new (GLA_TYPE_MAP, NULL);
  self->catalogue = gla_catalogue_ref (catalogue);
  self->model = g_object_ref (model);
  self->is_editable = editable;
  if (editable)
    {
      gla_map_add_controllers (self);
      gtk_accessible_update_property (
        GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
        _("Arrows move between points and areas. Enter fills an area or adds a point, digits set "
          "units, Ctrl with arrows moves a point, Delete removes it, M mirrors its side"),
        -1);
    }
  g_signal_connect_object (model, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  gla_map_place_stops (self);
  return GTK_WIDGET (self);
}

void
gla_map_set_view (GlaMap     *self,
                  const char *key)
{
  const GlaFace *face;

  g_return_if_fail (GLA_IS_MAP (self));

  face = gla_faces_find (gla_faces_get_default (), key);
  if (face == NULL || face == self->face)
    return;
  gla_map_drop_regions (self);
  self->hover = NULL;
  self->face = face;
  self->scene.face = face;
  gla_map_look_changed (self);
  changed_cb (self);
}

const GlaFace *
gla_map_get_face (GlaMap *self)
{
  g_return_val_if_fail (GLA_IS_MAP (self), NULL);

  return self->face;
}

void
gla_map_set_usual (GlaMap     *self,
                   guint       source,
                   const char *product,
                   GlaRegion   region,
                   GlaDoseFor  patient)
{
  g_autofree char *copy = g_strdup (product);

  g_return_if_fail (GLA_IS_MAP (self));

  self->source = source;
  self->region = region;
  self->patient = patient;
  g_free (self->product);
  self->product = g_steal_pointer (&copy);
  changed_cb (self);
}

void
gla_map_set_plan (GlaMap           *self,
                  const GlaMapMark *marks,
                  guint             n_marks)
{
  g_return_if_fail (GLA_IS_MAP (self));

  g_array_set_size (self->plan, 0);
  if (n_marks > 0)
    g_array_append_vals (self->plan, marks, n_marks);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
gla_map_set_totals (GlaMap            *self,
                    const GlaMapTotal *totals,
                    guint              n_totals)
{
  g_return_if_fail (GLA_IS_MAP (self));

  g_array_set_size (self->totals, 0);
  if (n_totals > 0)
    g_array_append_vals (self->totals, totals, n_totals);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
gla_map_get_show_dangers (GlaMap *self)
{
  g_return_val_if_fail (GLA_IS_MAP (self), FALSE);

  return self->show_dangers;
}

void
gla_map_set_show_dangers (GlaMap   *self,
                          gboolean  show)
{
  g_return_if_fail (GLA_IS_MAP (self));

  if (self->show_dangers == !!show)
    return;
  self->show_dangers = !!show;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_DANGERS]);
}

const char *
gla_map_get_status (GlaMap *self)
{
  g_return_val_if_fail (GLA_IS_MAP (self), NULL);

  return self->status;
}

char *
gla_map_dup_danger (GlaMap *self)
{
  const GlaFaceRegion *active;
  const GlaArea *area;
  const GPtrArray *facts;
  GString *text;

  g_return_val_if_fail (GLA_IS_MAP (self), NULL);

  active = gla_map_get_active (self);
  area = active != NULL ? gla_catalogue_find_area (self->catalogue, active->area) : NULL;
  if (area == NULL)
    return NULL;
  facts = gla_area_get_facts (area, GLA_AREA_FACT_DANGER);
  text = g_string_new (NULL);
  for (guint i = 0; i < facts->len; i++)
    {
      const GlaMarked *fact = g_ptr_array_index (facts, i);
      g_autofree char *marks = gla_marks_dup_text (fact->marks);
      g_autofree char *sources = g_strjoinv (", ", fact->sources);

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", gla_marked_get_text (fact));
      if (marks[0] != '\0' || sources[0] != '\0')
        g_string_append_printf (text, " (%s%s%s)", marks,
                                marks[0] != '\0' && sources[0] != '\0' ? "; " : "", sources);
    }
  return g_string_free (text, FALSE);
}

gboolean
gla_map_mirror (GlaMap *self)
{
  int mark;

  g_return_val_if_fail (GLA_IS_MAP (self), FALSE);

  mark = gla_map_get_focused_mark (self);
  gla_map_end_step (self);
  return self->is_editable && mark >= 0 && gla_map_model_mirror (self->model, (guint) mark);
}
