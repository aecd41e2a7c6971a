/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-grade-grid.h"

#include "gla-grade-entry.h"
#include "gla-i18n.h"
#include "gla-words.h"

/* One area or side of it; the widgets belong to the grid. */
typedef struct
{
  GtkLabel *name;
  GlaGradeEntry *at_maximum;
  GlaGradeEntry *at_rest;
} GradeLine;

/* One area; the widgets belong to the grid. */
typedef struct
{
  char *area;
  GradeLine line;           /* both sides; the left one while they are apart */
  GradeLine right;          /* not shown while they are not */
  GtkToggleButton *sides;   /* NULL where they are not offered */
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
  GtkWidget *next;         /* weak; set when sides are offered */
};

G_DEFINE_FINAL_TYPE (GlaGradeGrid, gla_grade_grid, ADW_TYPE_BIN)

enum { SIGNAL_EDITED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* Each area takes two lines of the grid, below the titles. */
#define LINES_OF_AREA 2

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

static gboolean
is_split (const GradeRow *row)
{
  return row->sides != NULL && gtk_toggle_button_get_active (row->sides);
}

static void
graded_cb (GlaGradeGrid *self)
{
  g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

/* A digit goes from grade to grade, past the buttons that stand between them. */
static void
link_entries (GlaGradeGrid *self)
{
  GlaGradeEntry *last = NULL;

  if (self->next == NULL)
    return;
  for (guint i = 0; i < self->rows->len; i++)
    {
      GradeRow *row = self->rows->pdata[i];
      GradeLine *lines[] = { &row->line, &row->right };

      for (guint k = 0; k < (is_split (row) ? 2u : 1u); k++)
        {
          if (last != NULL)
            gla_grade_entry_set_next (last, GTK_WIDGET (lines[k]->at_maximum));
          gla_grade_entry_set_next (lines[k]->at_maximum, GTK_WIDGET (lines[k]->at_rest));
          last = lines[k]->at_rest;
        }
    }
  if (last != NULL)
    gla_grade_entry_set_next (last, self->next);
}

static void
name_line (GlaGradeGrid *self,
           GradeRow     *row,
           GradeLine    *line,
           GlaSide       side)
{
  const char *area = gla_area_get_name (gla_catalogue_find_area (self->catalogue, row->area));
  g_autofree char *name = NULL, *at_maximum = NULL, *at_rest = NULL;

  if (side == GLA_SIDE_BOTH)
    name = g_strdup (area);
  else
    /* Translators: an area and a side, as in "Crow's feet, left" */
    name = g_strdup_printf (_("%s, %s"), area, gla_side_get_name (side));
  at_maximum = g_strdup_printf (_("%s at maximum contraction"), name);
  at_rest = g_strdup_printf (_("%s at rest"), name);
  gtk_label_set_text (line->name, name);
  gla_grade_entry_set_label (line->at_maximum, at_maximum);
  gla_grade_entry_set_label (line->at_rest, at_rest);
}

/* Shows one line or two, by the button. */
static void
show_sides (GlaGradeGrid *self,
            GradeRow     *row)
{
  gboolean split = is_split (row);

  name_line (self, row, &row->line, split ? GLA_SIDE_LEFT : GLA_SIDE_BOTH);
  gtk_widget_set_visible (GTK_WIDGET (row->right.name), split);
  gtk_widget_set_visible (GTK_WIDGET (row->right.at_maximum), split);
  gtk_widget_set_visible (GTK_WIDGET (row->right.at_rest), split);
  link_entries (self);
}

/* The right side begins as the grade of both: only the difference is left to be given. */
static void
sides_toggled_cb (GlaGradeGrid    *self,
                  GtkToggleButton *button)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GradeRow *row = self->rows->pdata[i];

      if (row->sides != button)
        continue;
      if (is_split (row) && gla_grade_entry_get_grade (row->right.at_maximum) == GLA_GRADE_UNKNOWN
          && gla_grade_entry_get_grade (row->right.at_rest) == GLA_GRADE_UNKNOWN)
        {
          gla_grade_entry_set_grade (row->right.at_maximum,
                                     gla_grade_entry_get_grade (row->line.at_maximum));
          gla_grade_entry_set_grade (row->right.at_rest,
                                     gla_grade_entry_get_grade (row->line.at_rest));
        }
      show_sides (self, row);
      g_signal_emit (self, signals[SIGNAL_EDITED], 0);
      return;
    }
}

static GlaGradeEntry *
make_entry (GlaGradeGrid  *self,
            const GlaArea *area,
            int            column,
            int            line)
{
  GtkWidget *entry = gla_grade_entry_new (gla_area_get_name (area));

  gla_grade_entry_set_scale (GLA_GRADE_ENTRY (entry), self->catalogue, gla_area_get_scale (area));
  g_signal_connect_object (entry, "graded", G_CALLBACK (graded_cb), self, G_CONNECT_SWAPPED);
  gtk_grid_attach (self->grid, entry, column, line, 1, 1);
  return GLA_GRADE_ENTRY (entry);
}

static void
attach_line (GlaGradeGrid  *self,
             const GlaArea *area,
             GradeLine     *line,
             int            place)
{
  GtkWidget *name = gtk_label_new (gla_area_get_name (area));

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_grid_attach (self->grid, name, 0, place, 1, 1);
  line->name = GTK_LABEL (name);
  line->at_maximum = make_entry (self, area, 1, place);
  line->at_rest = make_entry (self, area, 2, place);
}

static void
attach_sides (GlaGradeGrid  *self,
              const GlaArea *area,
              GradeRow      *row,
              int            place)
{
  const GlaAreaSides both = GLA_AREA_SIDE_LEFT | GLA_AREA_SIDE_RIGHT;
  g_autofree char *spoken = NULL;
  GtkWidget *button;

  if (self->next == NULL || (gla_area_get_sides (area) & both) != both)
    return;
  button = gtk_toggle_button_new_with_label (_("Sides Differ"));
  /* Translators: for screen readers; %s is an area */
  spoken = g_strdup_printf (_("%s: grade left and right apart"), gla_area_get_name (area));
  gtk_widget_set_tooltip_text (button, _("Grade left and right apart"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "toggled", G_CALLBACK (sides_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_grid_attach (self->grid, button, 3, place, 1, 1);
  row->sides = GTK_TOGGLE_BUTTON (button);
}

static void
attach_row (GlaGradeGrid *self,
            GradeRow     *row,
            int           place)
{
  const GlaArea *area = gla_catalogue_find_area (self->catalogue, row->area);

  attach_line (self, area, &row->line, place);
  attach_line (self, area, &row->right, place + 1);
  attach_sides (self, area, row, place);
  row->before = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (row->before), "dim-label");
  gtk_label_set_xalign (row->before, 0);
  gtk_grid_attach (self->grid, GTK_WIDGET (row->before), 4, place, 1, 1);
  name_line (self, row, &row->right, GLA_SIDE_RIGHT);
  show_sides (self, row);
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
  g_clear_weak_pointer (&self->next);
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

/* The grades of a row that is built anew. */
static void
take_over (GlaGradeGrid   *self,
           const GradeRow *old,
           GradeRow       *row)
{
  if (is_split (old) && row->sides != NULL)
    gtk_toggle_button_set_active (row->sides, TRUE);
  gla_grade_entry_set_grade (row->line.at_maximum, gla_grade_entry_get_grade (old->line.at_maximum));
  gla_grade_entry_set_grade (row->line.at_rest, gla_grade_entry_get_grade (old->line.at_rest));
  gla_grade_entry_set_grade (row->right.at_maximum,
                             gla_grade_entry_get_grade (old->right.at_maximum));
  gla_grade_entry_set_grade (row->right.at_rest, gla_grade_entry_get_grade (old->right.at_rest));
}

static GradeRow *
add_row (GlaGradeGrid *self,
         const char   *area,
         guint         n_above)
{
  GradeRow *row = g_new0 (GradeRow, 1);

  row->area = g_strdup (area);
  attach_row (self, row, 1 + (int) (n_above + self->rows->len) * LINES_OF_AREA);
  g_ptr_array_add (self->rows, row);
  return row;
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

      if (gla_catalogue_find_area (self->catalogue, areas[i]) == NULL)
        continue;
      row = add_row (self, areas[i], old->len);
      for (guint k = 0; k < old->len; k++)
        if (g_str_equal (((GradeRow *) old->pdata[k])->area, areas[i]))
          take_over (self, old->pdata[k], row);
    }
  for (guint i = 0; i < old->len * LINES_OF_AREA; i++)
    gtk_grid_remove_row (self->grid, 1);
  link_entries (self);
  g_strfreev (self->areas);
  self->areas = g_strdupv ((GStrv) areas);
}

void
gla_grade_grid_offer_sides (GlaGradeGrid *self,
                            GtkWidget    *next)
{
  g_return_if_fail (GLA_IS_GRADE_GRID (self) && GTK_IS_WIDGET (next));
  g_return_if_fail (self->rows->len == 0);

  g_set_weak_pointer (&self->next, next);
}

gboolean
gla_grade_grid_is_split (GlaGradeGrid *self,
                         const char   *area)
{
  const GradeRow *row;

  g_return_val_if_fail (GLA_IS_GRADE_GRID (self) && area != NULL, FALSE);

  row = find_row (self, area);
  return row != NULL && is_split (row);
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

/* (nullable): where the grades of a side are given. */
static GradeLine *
find_line (GlaGradeGrid *self,
           const char   *area,
           GlaSide       side)
{
  GradeRow *row = find_row (self, area);

  if (row == NULL)
    return NULL;
  if (!is_split (row))
    return side == GLA_SIDE_BOTH ? &row->line : NULL;
  return side == GLA_SIDE_LEFT ? &row->line : side == GLA_SIDE_RIGHT ? &row->right : NULL;
}

void
gla_grade_grid_set_side (GlaGradeGrid *self,
                         const char   *area,
                         GlaSide       side,
                         int           at_rest,
                         int           at_maximum)
{
  GradeRow *row;
  GradeLine *line;

  g_return_if_fail (GLA_IS_GRADE_GRID (self) && area != NULL);

  row = find_row (self, area);
  if (row == NULL)
    return;
  if (row->sides != NULL)
    gtk_toggle_button_set_active (row->sides, side != GLA_SIDE_BOTH);
  /* What is out of sight would be there again at the next split. */
  if (row->sides != NULL && side == GLA_SIDE_BOTH)
    {
      gla_grade_entry_set_grade (row->right.at_rest, GLA_GRADE_UNKNOWN);
      gla_grade_entry_set_grade (row->right.at_maximum, GLA_GRADE_UNKNOWN);
    }
  line = find_line (self, area, side);
  if (line == NULL)
    return;
  gla_grade_entry_set_grade (line->at_rest, at_rest);
  gla_grade_entry_set_grade (line->at_maximum, at_maximum);
}

gboolean
gla_grade_grid_get_side (GlaGradeGrid *self,
                         const char   *area,
                         GlaSide       side,
                         int          *at_rest,
                         int          *at_maximum)
{
  const GradeLine *line;

  g_return_val_if_fail (GLA_IS_GRADE_GRID (self) && area != NULL, FALSE);

  line = find_line (self, area, side);
  if (line == NULL)
    return FALSE;
  *at_rest = gla_grade_entry_get_grade (line->at_rest);
  *at_maximum = gla_grade_entry_get_grade (line->at_maximum);
  return TRUE;
}

void
gla_grade_grid_set_grades (GlaGradeGrid *self,
                           const char   *area,
                           int           at_rest,
                           int           at_maximum)
{
  gla_grade_grid_set_side (self, area, GLA_SIDE_BOTH, at_rest, at_maximum);
}

gboolean
gla_grade_grid_get_grades (GlaGradeGrid *self,
                           const char   *area,
                           int          *at_rest,
                           int          *at_maximum)
{
  return gla_grade_grid_get_side (self, area, GLA_SIDE_BOTH, at_rest, at_maximum);
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
    gtk_widget_grab_focus (GTK_WIDGET (((GradeRow *) self->rows->pdata[0])->line.at_maximum));
}
