/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-record-map.h"

#include "gla-map.h"

#define VIEW_DATA "view"

/* What a treatment has on the map. */
typedef struct
{
  GArray *marks;       /* (element-type GlaMapMark) */
  GArray *totals;      /* (element-type GlaMapTotal) */
  GPtrArray *faces;    /* (element-type GlaFace): pictures that show some of it */
  GPtrArray *products; /* (element-type char): a number for each, as they come */
} MapContent;

static void
content_clear (MapContent *self)
{
  g_clear_pointer (&self->marks, g_array_unref);
  g_clear_pointer (&self->totals, g_array_unref);
  g_clear_pointer (&self->faces, g_ptr_array_unref);
  g_clear_pointer (&self->products, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MapContent, content_clear)

static guint
get_product_number (MapContent *self,
                    const char *product)
{
  const char *key = product != NULL ? product : "";
  guint index;

  if (!g_ptr_array_find_with_equal_func (self->products, key, g_str_equal, &index))
    {
      index = self->products->len;
      g_ptr_array_add (self->products, (gpointer) key);
    }
  return index;
}

static void
add_face (MapContent    *self,
          const GlaFace *face)
{
  if (face != NULL && !g_ptr_array_find (self->faces, face, NULL))
    g_ptr_array_add (self->faces, (gpointer) face);
}

static void
add_total (MapContent         *self,
           const GlaInjection *injection)
{
  const GlaFace *face = gla_faces_find_for_area (gla_faces_get_default (), injection->area);
  GlaMapTotal total = { g_intern_string (injection->area), injection->side, injection->units };

  if (face == NULL)
    return;
  add_face (self, face);
  g_array_append_val (self->totals, total);
}

static void
add_injection (MapContent         *self,
               const GlaInjection *injection)
{
  g_autoptr (GArray) points = gla_map_points_parse (injection->map_view);

  if (points->len == 0)
    add_total (self, injection);
  for (guint i = 0; i < points->len; i++)
    {
      GlaMapMark mark = { g_intern_string (injection->area), injection->side,
                          get_product_number (self, injection->product),
                          g_array_index (points, GlaMapPoint, i) };

      add_face (self, gla_faces_find (gla_faces_get_default (), mark.point.view));
      g_array_append_val (self->marks, mark);
    }
}

static void
content_init (MapContent         *self,
              GlaHistory         *history,
              const GlaTreatment *treatment)
{
  guint first, n = gla_history_get_injections (history, treatment->id, &first);

  self->marks = g_array_new (FALSE, FALSE, sizeof (GlaMapMark));
  self->totals = g_array_new (FALSE, FALSE, sizeof (GlaMapTotal));
  self->faces = g_ptr_array_new ();
  self->products = g_ptr_array_new ();
  for (guint i = 0; i < n; i++)
    add_injection (self, g_ptr_array_index (history->injections, first + i));
}

static void
toggled_cb (GtkToggleButton *button,
            GlaMap          *map)
{
  if (gtk_toggle_button_get_active (button))
    gla_map_set_view (map, g_object_get_data (G_OBJECT (button), VIEW_DATA));
}

static GtkWidget *
make_views (GlaMap    *map,
            GPtrArray *faces)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkToggleButton *group = NULL;

  gtk_widget_add_css_class (box, "linked");
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  for (guint i = 0; i < faces->len; i++)
    {
      const GlaFace *face = g_ptr_array_index (faces, i);
      GtkWidget *button = gtk_toggle_button_new_with_label (gla_face_get_name (face));

      g_object_set_data (G_OBJECT (button), VIEW_DATA, face->key);
      gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), group);
      group = GTK_TOGGLE_BUTTON (button);
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), i == 0);
      g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), map, 0);
      gtk_box_append (GTK_BOX (box), button);
    }
  return box;
}

GtkWidget *
gla_record_map_new (GlaHistory         *history,
                    GlaCatalogue       *catalogue,
                    const GlaTreatment *treatment)
{
  g_auto (MapContent) content = { NULL };
  g_autoptr (GlaMapModel) model = NULL;
  GtkWidget *box, *map;

  g_return_val_if_fail (history != NULL && catalogue != NULL && treatment != NULL, NULL);

  content_init (&content, history, treatment);
  if (content.faces->len == 0)
    return NULL;
  model = gla_map_model_new ();
  gla_map_model_load (model, (GlaMapMark *) (gpointer) content.marks->data, content.marks->len);
  map = gla_map_new (catalogue, model, FALSE);
  gla_map_set_view (GLA_MAP (map), ((const GlaFace *) content.faces->pdata[0])->key);
  gla_map_set_totals (GLA_MAP (map), (GlaMapTotal *) (gpointer) content.totals->data,
                      content.totals->len);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (box), map);
  if (content.faces->len > 1)
    gtk_box_append (GTK_BOX (box), make_views (GLA_MAP (map), content.faces));
  return box;
}
