/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-map-pane.h"

#include "gla-accessible.h"
#include "gla-i18n.h"
#include "gla-map-form.h"
#include "gla-map.h"

#include <string.h>

struct _GlaMapPane
{
  AdwBin parent_instance;

  /* Owned */
  GlaMapModel *model;
  GArray *before;       /* (element-type GlaMapMark): as of the last time rows and map agreed */
  GPtrArray *products;  /* (element-type char): of each source; the empty text if unknown */
  GtkStringList *sources;
  GtkWidget *tools;

  /* Made in code; they belong to the pane */
  GlaMap *map;
  GtkDropDown *view;
  GtkDropDown *source;
  GtkWidget *mirror;
  GtkWidget *undo;
  GtkWidget *redo;
  GtkLabel *status;
  GtkLabel *danger;
  GtkLabel *last;

  GlaRegion region;
  GlaDoseFor patient;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (GlaMapPane, gla_map_pane, ADW_TYPE_BIN)

enum { SIGNAL_EDITED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
keep_marks (GlaMapPane *self)
{
  guint n_marks = gla_map_model_get_n_marks (self->model);

  g_array_set_size (self->before, 0);
  if (n_marks > 0)
    g_array_append_vals (self->before, gla_map_model_get_mark (self->model, 0), n_marks);
}

static void
show_danger (GlaMapPane *self)
{
  g_autofree char *text = gla_map_get_show_dangers (self->map) ? gla_map_dup_danger (self->map)
                                                               : NULL;

  gtk_label_set_text (self->danger, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->danger), text != NULL);
}

static void
show_status (GlaMapPane *self)
{
  const char *status = gla_map_get_status (self->map);

  gtk_label_set_text (self->status,
                      status != NULL ? status : _("Click an area to fill it with its usual points."));
  show_danger (self);
}

static void
show_state (GlaMapPane *self)
{
  gtk_widget_set_sensitive (self->undo, gla_map_model_can_undo (self->model));
  gtk_widget_set_sensitive (self->redo, gla_map_model_can_redo (self->model));
  gtk_widget_set_sensitive (self->mirror, gla_map_model_get_n_marks (self->model) > 0);
}

static void
changed_cb (GlaMapPane *self)
{
  show_state (self);
  if (!self->filling)
    g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

static void
show_usual (GlaMapPane *self)
{
  guint source = gtk_drop_down_get_selected (self->source);
  const char *product = source < self->products->len ? self->products->pdata[source] : "";

  gla_map_set_usual (self->map, source < self->products->len ? source : 0,
                     product[0] != '\0' ? product : NULL, self->region, self->patient);
}

static void
source_cb (GlaMapPane *self)
{
  if (!self->filling)
    show_usual (self);
}

static void
view_cb (GlaMapPane *self)
{
  const GPtrArray *faces = gla_faces_get_all (gla_faces_get_default ());
  guint selected = gtk_drop_down_get_selected (self->view);

  if (selected < faces->len)
    gla_map_set_view (self->map, ((const GlaFace *) faces->pdata[selected])->key);
}

static void
show_view (GlaMapPane *self,
           const char *key)
{
  const GPtrArray *faces = gla_faces_get_all (gla_faces_get_default ());

  for (guint i = 0; i < faces->len; i++)
    if (strcmp (((const GlaFace *) faces->pdata[i])->key, key) == 0)
      gtk_drop_down_set_selected (self->view, i);
}

static void
mirror_cb (GlaMapPane *self)
{
  if (!gla_map_mirror (self->map))
    gtk_label_set_text (self->status, _("Choose a point that is not on the midline first."));
}

static void
undo_cb (GlaMapPane *self)
{
  gla_map_model_undo (self->model);
}

static void
redo_cb (GlaMapPane *self)
{
  gla_map_model_redo (self->model);
}

static GtkWidget *
make_button (GlaMapPane *self,
             const char *icon,
             const char *label,
             GCallback   callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, label);
  gla_accessible_set_label (button, label);
  /* The point in hand stays in hand. */
  gtk_widget_set_focus_on_click (button, FALSE);
  g_signal_connect_swapped (button, "clicked", callback, self);
  return button;
}

static GtkWidget *
make_danger_button (GlaMapPane *self)
{
  GtkWidget *button = gtk_toggle_button_new ();

  gtk_button_set_icon_name (GTK_BUTTON (button), "dialog-warning-symbolic");
  gtk_widget_set_tooltip_text (button, _("Show danger zones of the area in hand"));
  gla_accessible_set_label (button, _("Danger zones"));
  gtk_widget_set_focus_on_click (button, FALSE);
  g_object_bind_property (button, "active", self->map, "show-dangers", G_BINDING_BIDIRECTIONAL);
  return button;
}

static GtkDropDown *
make_views (GlaMapPane *self)
{
  const GPtrArray *faces = gla_faces_get_all (gla_faces_get_default ());
  GtkStringList *names = gtk_string_list_new (NULL);
  GtkWidget *view;

  for (guint i = 0; i < faces->len; i++)
    gtk_string_list_append (names, gla_face_get_name (faces->pdata[i]));
  view = gtk_drop_down_new (G_LIST_MODEL (names), NULL);
  gla_accessible_name_drop_down (GTK_DROP_DOWN (view), _("Picture"));
  g_signal_connect_swapped (view, "notify::selected", G_CALLBACK (view_cb), self);
  return GTK_DROP_DOWN (view);
}

static GtkWidget *
make_tools (GlaMapPane *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *steps = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->view = make_views (self);
  self->source = GTK_DROP_DOWN (gtk_drop_down_new (g_object_ref (G_LIST_MODEL (self->sources)),
                                                   NULL));
  gla_accessible_name_drop_down (self->source, _("Vial of new points"));
  g_signal_connect_swapped (self->source, "notify::selected", G_CALLBACK (source_cb), self);
  self->mirror = make_button (self, "object-flip-horizontal-symbolic",
                              _("Mirror: copy this side to the other one"),
                              G_CALLBACK (mirror_cb));
  self->undo = make_button (self, "edit-undo-symbolic", _("Undo on the map"),
                            G_CALLBACK (undo_cb));
  self->redo = make_button (self, "edit-redo-symbolic", _("Redo on the map"),
                            G_CALLBACK (redo_cb));
  gtk_widget_add_css_class (steps, "linked");
  gtk_box_append (GTK_BOX (steps), self->undo);
  gtk_box_append (GTK_BOX (steps), self->redo);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->view));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->source));
  gtk_widget_set_hexpand (GTK_WIDGET (self->mirror), TRUE);
  gtk_widget_set_halign (GTK_WIDGET (self->mirror), GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (box), self->mirror);
  gtk_box_append (GTK_BOX (box), make_danger_button (self));
  gtk_box_append (GTK_BOX (box), steps);
  return box;
}

static GtkLabel *
make_label (const char *class_name)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0, NULL);

  if (class_name != NULL)
    gtk_widget_add_css_class (label, class_name);
  return GTK_LABEL (label);
}

static void
gla_map_pane_dispose (GObject *object)
{
  GlaMapPane *self = GLA_MAP_PANE (object);

  self->filling = TRUE;
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  if (self->map != NULL)
    g_signal_handlers_disconnect_by_data (self->map, self);
  self->map = NULL;
  G_OBJECT_CLASS (gla_map_pane_parent_class)->dispose (object);
}

static void
gla_map_pane_finalize (GObject *object)
{
  GlaMapPane *self = GLA_MAP_PANE (object);

  g_clear_object (&self->model);
  g_clear_object (&self->sources);
  g_clear_object (&self->tools);
  g_clear_pointer (&self->before, g_array_unref);
  g_clear_pointer (&self->products, g_ptr_array_unref);
  G_OBJECT_CLASS (gla_map_pane_parent_class)->finalize (object);
}

static void
gla_map_pane_class_init (GlaMapPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = gla_map_pane_dispose;
  object_class->finalize = gla_map_pane_finalize;
  signals[SIGNAL_EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
gla_map_pane_init (GlaMapPane *self)
{
  self->model = gla_map_model_new ();
  self->before = g_array_new (FALSE, FALSE, sizeof (GlaMapMark));
  self->products = g_ptr_array_new_with_free_func (g_free);
  self->sources = gtk_string_list_new (NULL);
  g_signal_connect_object (self->model, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
gla_map_pane_new (GlaCatalogue *catalogue,
                  GlaRegion     region,
                  GlaDoseFor    patient)
{
  GlaMapPane *self = g_object_new (GLA_TYPE_MAP_PANE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkLabel *hint = make_label ("caption");

  self->region = region;
  self->patient = patient;
  self->map = GLA_MAP (gla_map_new (catalogue, self->model, TRUE));
  self->status = make_label ("numeric");
  /* One line at any time, so that nothing moves while it changes. */
  gtk_label_set_wrap (self->status, FALSE);
  gtk_label_set_ellipsize (self->status, PANGO_ELLIPSIZE_END);
  gtk_widget_set_vexpand (GTK_WIDGET (self->map), TRUE);
  self->danger = make_label (NULL);
  gtk_label_set_text (hint, _("Click fills an area or adds a point · drag moves · wheel or digits "
                              "set units · Delete removes · M mirrors"));
  gtk_widget_add_css_class (GTK_WIDGET (hint), "dim-label");
  self->tools = g_object_ref_sink (make_tools (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->status));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->map));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->danger));
  self->last = make_label ("caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->last), "dim-label");
  gtk_widget_set_visible (GTK_WIDGET (self->last), FALSE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->last));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (hint));
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (self->map, "notify::status", G_CALLBACK (show_status), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->map, "notify::show-dangers", G_CALLBACK (show_danger), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_visible (GTK_WIDGET (self->source), FALSE);
  show_usual (self);
  show_status (self);
  show_state (self);
  return GTK_WIDGET (self);
}

GtkWidget *
gla_map_pane_get_tools (GlaMapPane *self)
{
  g_return_val_if_fail (GLA_IS_MAP_PANE (self), NULL);

  return self->tools;
}

void
gla_map_pane_set_sources (GlaMapPane        *self,
                          const char *const *names,
                          GPtrArray         *sources)
{
  guint selected;

  g_return_if_fail (GLA_IS_MAP_PANE (self) && names != NULL && sources != NULL);

  selected = gtk_drop_down_get_selected (self->source);
  self->filling = TRUE;
  g_ptr_array_set_size (self->products, 0);
  for (guint i = 0; i < sources->len; i++)
    {
      const GlaFormSource *source = sources->pdata[i];

      g_ptr_array_add (self->products, g_strdup (source->product != NULL ? source->product : ""));
    }
  gtk_string_list_splice (self->sources, 0, g_list_model_get_n_items (G_LIST_MODEL (self->sources)),
                          names);
  gtk_drop_down_set_selected (self->source, selected < sources->len ? selected : 0);
  gtk_widget_set_visible (GTK_WIDGET (self->source), sources->len > 1);
  self->filling = FALSE;
  show_usual (self);
}

static void
show_totals (GlaMapPane             *self,
             const GlaTreatmentForm *form)
{
  g_autoptr (GArray) totals = gla_map_form_make_totals (form);

  gla_map_set_totals (self->map, (GlaMapTotal *) (gpointer) totals->data, totals->len);
}

void
gla_map_pane_fill (GlaMapPane             *self,
                   const GlaTreatmentForm *form)
{
  g_autoptr (GArray) marks = NULL;

  g_return_if_fail (GLA_IS_MAP_PANE (self) && form != NULL);

  marks = gla_map_form_make_marks (form);
  self->filling = TRUE;
  gla_map_model_load (self->model, (GlaMapMark *) (gpointer) marks->data, marks->len);
  self->filling = FALSE;
  if (marks->len > 0)
    show_view (self, g_array_index (marks, GlaMapMark, 0).point.view);
  show_totals (self, form);
  keep_marks (self);
}

static void
set_hollow (GlaMapPane             *self,
            const GlaTreatmentForm *form,
            const char             *legend)
{
  g_autoptr (GArray) marks = gla_map_form_make_marks (form);

  gla_map_set_plan (self->map, (GlaMapMark *) (gpointer) marks->data, marks->len);
  gtk_label_set_text (self->last, legend);
  gtk_widget_set_visible (GTK_WIDGET (self->last), marks->len > 0);
}

void
gla_map_pane_set_last (GlaMapPane             *self,
                       const GlaTreatmentForm *form)
{
  g_return_if_fail (GLA_IS_MAP_PANE (self) && form != NULL);

  set_hollow (self, form,
              _("Dashed: where the last treatment had a point and this one has none."));
}

void
gla_map_pane_set_plan (GlaMapPane             *self,
                       const GlaTreatmentForm *form)
{
  g_return_if_fail (GLA_IS_MAP_PANE (self) && form != NULL);

  set_hollow (self, form, _("Dashed: where the plan has a point and this treatment has none."));
}

void
gla_map_pane_follow (GlaMapPane       *self,
                     GlaTreatmentForm *form)
{
  g_return_if_fail (GLA_IS_MAP_PANE (self) && form != NULL);

  self->filling = TRUE;
  gla_map_form_follow (self->model, form);
  self->filling = FALSE;
  gla_map_form_write (form, self->model);
  show_totals (self, form);
  keep_marks (self);
}

void
gla_map_pane_take (GlaMapPane       *self,
                   GlaTreatmentForm *form)
{
  g_return_if_fail (GLA_IS_MAP_PANE (self) && form != NULL);

  gla_map_form_take (form, self->model, self->before);
  show_totals (self, form);
  keep_marks (self);
}

void
gla_map_pane_write (GlaMapPane       *self,
                    GlaTreatmentForm *form)
{
  g_return_if_fail (GLA_IS_MAP_PANE (self) && form != NULL);

  gla_map_form_write (form, self->model);
}

void
gla_map_pane_focus (GlaMapPane *self)
{
  g_return_if_fail (GLA_IS_MAP_PANE (self));

  gtk_widget_child_focus (GTK_WIDGET (self->map), GTK_DIR_TAB_FORWARD);
}
