/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-timeline-private.h"

#include "gla-timeline-facts.h"
#include "gla-timeline-mark.h"
#include "gla-timeline-popover.h"

#include <math.h>

gconstpointer
gla_timeline_get_stop_key (const GlaTimelineStop *stop)
{
  if (stop->cycle != NULL)
    return stop->cycle->cycle;
  return stop->exposure != NULL ? (gconstpointer) stop->exposure : stop->event;
}

gboolean
gla_timeline_find_focus (GlaTimeline *self,
                         guint       *stop)
{
  GlaTimelineScene *scene = gla_timeline_get_scene (self);
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self));
  gconstpointer key;

  if (scene == NULL || !GLA_IS_TIMELINE_MARK (child))
    return FALSE;

  key = gla_timeline_mark_get_key (GLA_TIMELINE_MARK (child));
  for (guint i = 0; i < scene->stops->len; i++)
    if (gla_timeline_get_stop_key (&g_array_index (scene->stops, GlaTimelineStop, i)) == key)
      {
        *stop = i;
        return TRUE;
      }
  return FALSE;
}

static void
entered_cb (GtkEventControllerFocus *controller,
            gpointer                 data)
{
  GlaTimeline *self = data;
  GtkWidget *mark = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  gconstpointer key = gla_timeline_mark_get_key (GLA_TIMELINE_MARK (mark));

  if (self->model == NULL)
    return;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (g_ptr_array_find (self->model->cycles->cycles, key, NULL))
    gla_timeline_set_selected (self, key);
}

static void
left_cb (GtkEventControllerFocus *controller,
         gpointer                 data)
{
  gtk_widget_queue_draw (GTK_WIDGET (data));
}

static GtkWidget *
new_mark (GlaTimeline           *self,
          const GlaTimelineStop *stop)
{
  g_autofree char *label = gla_timeline_dup_stop_label (self->model, stop);
  gconstpointer key = gla_timeline_get_stop_key (stop);
  GtkWidget *mark = gla_timeline_mark_new (key, label);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (focus, "enter", G_CALLBACK (entered_cb), self, 0);
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, 0);
  gtk_widget_add_controller (mark, focus);
  return mark;
}

static gboolean
is_in_view (const GlaTimelineScene *scene,
            const GlaTimelineStop  *stop)
{
  return stop->x + stop->width > scene->plot_x - 8
         && stop->x < scene->plot_x + scene->plot_width + 8;
}

static void
get_place (const GlaTimelineScene *scene,
           const GlaTimelineStop  *stop,
           GdkRectangle           *place)
{
  double left = MAX (stop->x, scene->plot_x - 8);
  double right = MIN (stop->x + stop->width, scene->plot_x + scene->plot_width + 8);

  place->x = (int) floor (left);
  place->y = (int) floor (stop->y);
  place->width = MAX ((int) ceil (right) - place->x, 1);
  place->height = MAX ((int) ceil (stop->y + stop->height) - place->y, 1);
}

/* A child for each stop in view, and for the one with the keyboard wherever it
 * is. Children stay as long as what they stand for stays in view. */
void
gla_timeline_place_marks (GlaTimeline *self)
{
  GlaTimelineScene *scene = gla_timeline_get_scene (self);
  g_autoptr (GHashTable) before = self->marks;
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));
  GtkWidget *last = NULL;
  GHashTableIter iter;
  gpointer gone;

  self->marks = g_hash_table_new (NULL, NULL);
  for (guint i = 0; scene != NULL && i < scene->stops->len; i++)
    {
      const GlaTimelineStop *stop = &g_array_index (scene->stops, GlaTimelineStop, i);
      gconstpointer key = gla_timeline_get_stop_key (stop);
      GtkWidget *mark = g_hash_table_lookup (before, key);
      GdkRectangle place;

      if (!is_in_view (scene, stop) && (mark == NULL || mark != focus))
        continue;
      if (mark == NULL)
        mark = new_mark (self, stop);
      if (gtk_widget_get_parent (mark) == NULL || gtk_widget_get_prev_sibling (mark) != last)
        gtk_widget_insert_after (mark, GTK_WIDGET (self), last);
      get_place (scene, stop, &place);
      gla_timeline_mark_set_place (GLA_TIMELINE_MARK (mark), &place);
      gla_timeline_mark_set_selected (GLA_TIMELINE_MARK (mark), key == self->selected);
      g_hash_table_insert (self->marks, (gpointer) key, mark);
      g_hash_table_remove (before, key);
      last = mark;
    }

  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, NULL, &gone))
    gtk_widget_unparent (gone);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

gboolean
gla_timeline_focus_stop (GlaTimeline *self,
                         guint        stop)
{
  GlaTimelineScene *scene = gla_timeline_get_scene (self);
  const GlaTimelineStop *target;
  gconstpointer key;
  GtkWidget *mark;

  g_assert (scene != NULL && stop < scene->stops->len);

  target = &g_array_index (scene->stops, GlaTimelineStop, stop);
  key = gla_timeline_get_stop_key (target);
  gla_timeline_reveal (self, target);
  gla_timeline_place_marks (self);
  mark = g_hash_table_lookup (self->marks, key);
  return mark != NULL && gtk_widget_grab_focus (mark);
}

void
gla_timeline_activate_stop (GlaTimeline           *self,
                            const GlaTimelineStop *stop)
{
  if (stop->cycle != NULL)
    g_signal_emit_by_name (self, "cycle-activated", stop->cycle->cycle);
  else
    gla_timeline_show_stop_facts (self, stop);
}

static void
chosen_cb (int         kind,
           const char *id,
           gpointer    data)
{
  g_signal_emit_by_name (data, "record-activated", kind, id);
}

static gboolean
drop_popover (gpointer data)
{
  GlaTimeline *self = data;

  if (self->popover != NULL && !gtk_widget_get_visible (self->popover))
    g_clear_pointer (&self->popover, gtk_widget_unparent);
  return G_SOURCE_REMOVE;
}

/* Not at once: the popover is still busy with closing. */
static void
closed_cb (GtkPopover *popover,
           gpointer    data)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, drop_popover, g_object_ref (data), g_object_unref);
}

static void
show_popover (GlaTimeline  *self,
              const char   *title,
              GPtrArray    *facts,
              GdkRectangle *place)
{
  if (facts->len == 0)
    return;
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  self->popover = gla_timeline_popover_new (title, facts, chosen_cb, self);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), place);
  g_signal_connect_object (self->popover, "closed", G_CALLBACK (closed_cb), self, 0);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

void
gla_timeline_show_facts (GlaTimeline           *self,
                         const GlaTimelineItem *item)
{
  g_autofree char *title = gla_timeline_dup_item_label (self->model, item);
  g_autoptr (GPtrArray) facts = NULL;
  GdkRectangle place = { (int) item->x, (int) item->y, MAX ((int) item->width, 1),
                         MAX ((int) item->height, 1) };

  if (item->cycle != NULL && item->record_kind == GLA_TIMELINE_RECORD_TREATMENT)
    facts = gla_timeline_facts_for_cycle (self->model, item->cycle->cycle);
  else
    facts = gla_timeline_facts_for_record (self->model, item->record_kind, item->record);
  show_popover (self, title, facts, &place);
}

void
gla_timeline_show_stop_facts (GlaTimeline           *self,
                              const GlaTimelineStop *stop)
{
  g_autofree char *title = gla_timeline_dup_stop_label (self->model, stop);
  g_autoptr (GPtrArray) facts = NULL;
  GdkRectangle place;

  get_place (gla_timeline_get_scene (self), stop, &place);
  if (stop->cycle != NULL)
    facts = gla_timeline_facts_for_cycle (self->model, stop->cycle->cycle);
  else if (stop->exposure != NULL)
    facts = gla_timeline_facts_for_record (self->model, GLA_TIMELINE_RECORD_EXPOSURE,
                                           stop->exposure);
  else
    facts = gla_timeline_facts_for_record (self->model, GLA_TIMELINE_RECORD_ADVERSE_EVENT,
                                           stop->event);
  show_popover (self, title, facts, &place);
}
