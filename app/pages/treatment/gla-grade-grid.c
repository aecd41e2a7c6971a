/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-grade-grid.h"

#include "gla-grade-entry.h"
#include "gla-i18n.h"

/* One area; the widgets belong to the grid. */
typedef struct
{
  char *area;
  GlaGradeEntry *at_maximum;
  GlaGradeEntry *at_rest;
  GtkLabel *before;
} GradeRow;

struct _GlaGradeGrid
{
  AdwBin parent_instance;

  /* Owned */
  GlaCatalogue *catalogue;
  GPtrArray *rows;         /* (element-type GradeRow) */
  GStrv areas;

  GtkGrid *grid;
};

G_DEFINE_FINAL_TYPE (GlaGradeGrid, gla_grade_grid, ADW_TYPE_BIN)

enum { SIGNAL_EDITED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
row_free (GradeRow *row)
{
  g_free (row->area);
  g_free (row);
}

static GradeRow *
find_row (GlaGradeGrid *self,
          const char   *area)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GradeRow *row = self->rows->pdata[i];

      if (g_str_equal (row->area, area))
        return row;
    }
  return NULL;
}

static void
graded_cb (GlaGradeGrid *self)
{
  g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

static GlaGradeEntry *
make_entry (GlaGradeGrid  *self,
            const GlaArea *area,
            const char    *label)
{
  GtkWidget *entry = gla_grade_entry_new (label);

  gla_grade_entry_set_scale (GLA_GRADE_ENTRY (entry), self->catalogue, gla_area_get_scale (area));
  g_signal_connect_object (entry, "graded", G_CALLBACK (graded_cb), self, G_CONNECT_SWAPPED);
  return GLA_GRADE_ENTRY (entry);
}

static void
attach_row (GlaGradeGrid *self,
            GradeRow     *row,
            int           line)
{
  const GlaArea *area = gla_catalogue_find_area (self->catalogue, row->area);
  GtkWidget *name = gtk_label_new (gla_area_get_name (area));
  g_autofree char *at_maximum = g_strdup_printf (_("%s at maximum contraction"),
                                                 gla_area_get_name (area));
  g_autofree char *at_rest = g_strdup_printf (_("%s at rest"), gla_area_get_name (area));

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_set_hexpand (name, TRUE);
  row->at_maximum = make_entry (self, area, at_maximum);
  row->at_rest = make_entry (self, area, at_rest);
  row->before = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (row->before), "dim-label");
  gtk_label_set_xalign (row->before, 0);
  gtk_grid_attach (self->grid, name, 0, line, 1, 1);
  gtk_grid_attach (self->grid, GTK_WIDGET (row->at_maximum), 1, line, 1, 1);
  gtk_grid_attach (self->grid, GTK_WIDGET (row->at_rest), 2, line, 1, 1);
  gtk_grid_attach (self->grid, GTK_WIDGET (row->before), 3, line, 1, 1);
}

static void
add_title (GlaGradeGrid *self,
           const char   *text,
           int           column)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_grid_attach (self->grid, label, column, 0, 1, 1);
}

static void
gla_grade_grid_finalize (GObject *object)
{
  GlaGradeGrid *self = GLA_GRADE_GRID (object);

  g_clear_pointer (&self->catalogue, gla_catalogue_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->areas, g_strfreev);
  G_OBJECT_CLASS (gla_grade_grid_parent_class)->finalize (object);
}

static void
gla_grade_grid_class_init (GlaGradeGridClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gla_grade_grid_finalize;
  signals[SIGNAL_EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
gla_grade_grid_init (GlaGradeGrid *self)
{
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  self->areas = g_new0 (char *, 1);
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (self->grid, 12);
  gtk_grid_set_row_spacing (self->grid, 6);
  add_title (self, _("Area"), 0);
  add_title (self, _("At maximum"), 1);
  add_title (self, _("At rest"), 2);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->grid));
}

GtkWidget *
gla_grade_grid_new (GlaCatalogue *catalogue)
{
  GlaGradeGrid *self = g_object_new (GLA_TYPE_GRADE_GRID, NULL);

  g_return_val_if_fail (catalogue != NULL, NULL);

  self->catalogue = gla_catalogue_ref (catalogue);
  return GTK_WIDGET (self);
}

void
gla_grade_grid_set_areas (GlaGradeGrid       *self,
                          const char *const  *areas)
{
  g_autoptr (GPtrArray) old = NULL;

  g_return_if_fail (GLA_IS_GRADE_GRID (self) && areas != NULL);

  if (g_strv_equal (areas, (const char *const *) self->areas))
    return;
  old = g_steal_pointer (&self->rows);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  for (guint i = 0; areas[i] != NULL; i++)
    {
      GradeRow *row;
      int at_rest = GLA_GRADE_UNKNOWN, at_maximum = GLA_GRADE_UNKNOWN;

      if (gla_catalogue_find_area (self->catalogue, areas[i]) == NULL)
        continue;
      for (guint k = 0; k < old->len; k++)
        {
          GradeRow *other = old->pdata[k];

          if (g_str_equal (other->area, areas[i]))
            {
              at_rest = gla_grade_entry_get_grade (other->at_rest);
              at_maximum = gla_grade_entry_get_grade (other->at_maximum);
            }
        }
      row = g_new0 (GradeRow, 1);
      row->area = g_strdup (areas[i]);
      g_ptr_array_add (self->rows, row);
      attach_row (self, row, (int) (old->len + self->rows->len));
      gla_grade_grid_set_grades (self, areas[i], at_rest, at_maximum);
    }
  for (guint i = 0; i < old->len; i++)
    gtk_grid_remove_row (self->grid, 1);
  g_strfreev (self->areas);
  self->areas = g_strdupv ((GStrv) areas);
}

void
gla_grade_grid_set_before (GlaGradeGrid *self,
                           const char   *area,
                           const char   *note)
{
  GradeRow *row;

  g_return_if_fail (GLA_IS_GRADE_GRID (self) && area != NULL);

  row = find_row (self, area);
  if (row != NULL)
    gtk_label_set_text (row->before, note != NULL ? note : "");
}

void
gla_grade_grid_set_grades (GlaGradeGrid *self,
                           const char   *area,
                           int           at_rest,
                           int           at_maximum)
{
  GradeRow *row;

  g_return_if_fail (GLA_IS_GRADE_GRID (self) && area != NULL);

  row = find_row (self, area);
  if (row == NULL)
    return;
  gla_grade_entry_set_grade (row->at_rest, at_rest);
  gla_grade_entry_set_grade (row->at_maximum, at_maximum);
}

gboolean
gla_grade_grid_get_grades (GlaGradeGrid *self,
                           const char   *area,
                           int          *at_rest,
                           int          *at_maximum)
{
  GradeRow *row;

  g_return_val_if_fail (GLA_IS_GRADE_GRID (self) && area != NULL, FALSE);

  row = find_row (self, area);
  if (row == NULL)
    return FALSE;
  *at_rest = gla_grade_entry_get_grade (row->at_rest);
  *at_maximum = gla_grade_entry_get_grade (row->at_maximum);
  return TRUE;
}

const char *const *
gla_grade_grid_get_areas (GlaGradeGrid *self)
{
  g_return_val_if_fail (GLA_IS_GRADE_GRID (self), NULL);

  return (const char *const *) self->areas;
}

void
gla_grade_grid_focus_first (GlaGradeGrid *self)
{
  g_return_if_fail (GLA_IS_GRADE_GRID (self));

  if (self->rows->len > 0)
    gtk_widget_grab_focus (GTK_WIDGET (((GradeRow *) self->rows->pdata[0])->at_maximum));
}
