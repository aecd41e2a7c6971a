/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-record-map.h"

#include "gla-map-treatment.h"
#include "gla-map.h"

#define VIEW_DATA "view"

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
  g_auto (GlaMapTreatment) content = { NULL };
  g_autoptr (GlaMapModel) model = NULL;
  GtkWidget *box, *map;

  g_return_val_if_fail (history != NULL && catalogue != NULL && treatment != NULL, NULL);

  gla_map_treatment_init (&content, history, treatment->id);
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
