/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-injection-rows.h"

#include "gla-accessible.h"
#include "gla-area-entry.h"
#include "gla-how-button.h"
#include "gla-i18n.h"
#include "gla-units-entry.h"
#include "gla-words.h"

/* One row of the grid. The widgets belong to the grid. */
typedef struct
{
  GlaInjectionRows *rows;
  GlaAreaEntry *area;
  GtkDropDown *side;
  GtkDropDown *source;
  GlaUnitsEntry *units;
  GtkSpinButton *points;
  GlaHowButton *how;
  GtkLabel *how_label;   /* what is noted, below the area */
  GtkWidget *remove;
} InjectionRow;

struct _GlaInjectionRows
{
  AdwBin parent_instance;

  /* Owned */
  GlaCatalogue *catalogue;
  GlaContext *context;      /* or NULL */
  GPtrArray *rows;          /* (element-type InjectionRow) */
  GtkStringList *sources;

  GtkGrid *grid;
  GtkWidget *source_title;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (GlaInjectionRows, gla_injection_rows, ADW_TYPE_BIN)

enum { SIGNAL_EDITED, N_SIGNALS };
static guint signals[N_SIGNALS];

enum { COLUMN_AREA, COLUMN_SIDE, COLUMN_SOURCE, COLUMN_UNITS, COLUMN_POINTS, COLUMN_HOW, COLUMN_REMOVE };

static InjectionRow *add_row (GlaInjectionRows *self,
                              guint             index);

static void
edited (GlaInjectionRows *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

static gboolean
is_blank (InjectionRow *row)
{
  return gla_area_entry_get_area (row->area) == NULL &&
         gla_units_entry_get_units (row->units) == GLA_UNITS_UNKNOWN &&
         gla_area_entry_is_valid (row->area) && gla_units_entry_is_valid (row->units);
}

static void
show_how (InjectionRow *row)
{
  g_autofree char *text = gla_how_join (gla_how_button_get_word (row->how, GLA_HOW_DEPTH),
                                        gla_how_button_get_word (row->how, GLA_HOW_NEEDLE),
                                        gla_how_button_get_word (row->how, GLA_HOW_TECHNIQUE));

  gtk_label_set_text (row->how_label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (row->how_label), text != NULL);
}

static void
how_edited_cb (InjectionRow *row)
{
  show_how (row);
  edited (row->rows);
}

/* There is always one blank row at the end to go on with. */
static void
keep_blank_row (GlaInjectionRows *self)
{
  InjectionRow *last = self->rows->len > 0 ? self->rows->pdata[self->rows->len - 1] : NULL;

  if (last == NULL || !is_blank (last))
    last = add_row (self, self->rows->len);
  for (guint i = 0; i < self->rows->len; i++)
    {
      InjectionRow *row = self->rows->pdata[i];

      /* It keeps its place, so that nothing moves when a row is begun. */
      gtk_widget_set_opacity (row->remove, row != last ? 1 : 0);
      gtk_widget_set_sensitive (row->remove, row != last);
      gtk_widget_set_opacity (GTK_WIDGET (row->how), row != last ? 1 : 0);
      gtk_widget_set_sensitive (GTK_WIDGET (row->how), row != last);
    }
}

static void
row_edited_cb (InjectionRow *row)
{
  if (row->rows->filling)
    return;
  keep_blank_row (row->rows);
  edited (row->rows);
}

/* Units are spoken with the area that they go to. */
static void
update_labels (InjectionRow *row)
{
  const GlaArea *area = gla_catalogue_find_area (row->rows->catalogue,
                                                 gla_area_entry_get_area (row->area));
  g_autofree char *units = NULL;
  g_autofree char *points = NULL;

  gla_how_button_set_area (row->how, area != NULL ? gla_area_get_name (area) : NULL);
  if (area == NULL)
    {
      gla_units_entry_set_label (row->units, _("Units"));
      gla_accessible_set_label (GTK_WIDGET (row->points), _("Points"));
      return;
    }
  /* Translators: %s is a treatment area */
  units = g_strdup_printf (_("Units, %s"), gla_area_get_name (area));
  /* Translators: number of injection points; %s is a treatment area */
  points = g_strdup_printf (_("Points, %s"), gla_area_get_name (area));
  gla_units_entry_set_label (row->units, units);
  gla_accessible_set_label (GTK_WIDGET (row->points), points);
}

static void
area_chosen_cb (InjectionRow *row)
{
  const GlaArea *area = gla_catalogue_find_area (row->rows->catalogue,
                                                 gla_area_entry_get_area (row->area));

  gtk_widget_set_sensitive (GTK_WIDGET (row->side), area == NULL || gla_area_is_paired (area));
  update_labels (row);
  row_edited_cb (row);
}

/* Enter goes from the area to its units and on to the next area; Tab stops at all in between. */
static void
area_entered_cb (InjectionRow *row)
{
  gtk_widget_grab_focus (GTK_WIDGET (row->units));
}

/* "gl20": the area and its units in one go. */
static void
area_digit_cb (InjectionRow *row,
               guint         digit)
{
  gla_units_entry_begin (row->units, digit);
}

static void
units_entered_cb (InjectionRow *row)
{
  GPtrArray *rows = row->rows->rows;
  guint index;

  if (g_ptr_array_find (rows, row, &index) && index + 1 < rows->len)
    gtk_widget_grab_focus (GTK_WIDGET (((InjectionRow *) rows->pdata[index + 1])->area));
}

static void
remove_row (InjectionRow *row)
{
  GlaInjectionRows *self = row->rows;
  guint index;

  if (!g_ptr_array_find (self->rows, row, &index))
    return;
  gtk_grid_remove_row (self->grid, (int) index + 1);
  g_ptr_array_remove_index (self->rows, index);
}

static void
remove_clicked_cb (InjectionRow *row)
{
  GlaInjectionRows *self = row->rows;

  remove_row (row);
  keep_blank_row (self);
  edited (self);
}

static GtkDropDown *
make_side (InjectionRow *row)
{
  static const GlaSide sides[] = { GLA_SIDE_BOTH, GLA_SIDE_LEFT, GLA_SIDE_RIGHT, GLA_SIDE_MIDDLE };
  GtkStringList *names = gtk_string_list_new (NULL);
  GtkWidget *side;

  for (gsize i = 0; i < G_N_ELEMENTS (sides); i++)
    gtk_string_list_append (names, gla_side_get_name (sides[i]));
  side = gtk_drop_down_new (G_LIST_MODEL (names), NULL);
  gla_accessible_name_drop_down (GTK_DROP_DOWN (side), _("Side"));
  g_signal_connect_swapped (side, "notify::selected", G_CALLBACK (row_edited_cb), row);
  return GTK_DROP_DOWN (side);
}

/* Not counted is shown as nothing, since 0 points are no injection. */
static gboolean
points_output_cb (GtkSpinButton *spin)
{
  if (gtk_spin_button_get_value_as_int (spin) != 0)
    return FALSE;
  gtk_editable_set_text (GTK_EDITABLE (spin), "");
  return TRUE;
}

static void
make_widgets (InjectionRow *row)
{
  GlaInjectionRows *self = row->rows;

  row->area = GLA_AREA_ENTRY (gla_area_entry_new (self->catalogue));
  gtk_widget_set_hexpand (GTK_WIDGET (row->area), TRUE);
  g_signal_connect_swapped (row->area, "chosen", G_CALLBACK (area_chosen_cb), row);
  g_signal_connect_swapped (row->area, "entered", G_CALLBACK (area_entered_cb), row);
  g_signal_connect_swapped (row->area, "digit", G_CALLBACK (area_digit_cb), row);

  row->side = make_side (row);

  row->source = GTK_DROP_DOWN (gtk_drop_down_new (g_object_ref (G_LIST_MODEL (self->sources)),
                                                  NULL));
  gla_accessible_name_drop_down (row->source, _("Vial"));
  g_signal_connect_swapped (row->source, "notify::selected", G_CALLBACK (row_edited_cb), row);

  row->units = GLA_UNITS_ENTRY (gla_units_entry_new ());
  g_signal_connect_swapped (row->units, "changed-units", G_CALLBACK (row_edited_cb), row);
  g_signal_connect_swapped (row->units, "entered", G_CALLBACK (units_entered_cb), row);

  row->points = GTK_SPIN_BUTTON (gtk_spin_button_new_with_range (0, 200, 1));
  gtk_editable_set_width_chars (GTK_EDITABLE (row->points), 3);
  gtk_widget_set_tooltip_text (GTK_WIDGET (row->points), _("Number of points, if counted"));
  g_signal_connect (row->points, "output", G_CALLBACK (points_output_cb), NULL);
  gtk_spin_button_update (row->points);
  g_signal_connect_swapped (row->points, "value-changed", G_CALLBACK (row_edited_cb), row);

  row->how = GLA_HOW_BUTTON (gla_how_button_new ());
  gla_how_button_set_context (row->how, self->context);
  row->how_label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "visible", FALSE,
                                 NULL);
  gtk_widget_add_css_class (GTK_WIDGET (row->how_label), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (row->how_label), "dim-label");
  g_signal_connect_swapped (row->how, "edited", G_CALLBACK (how_edited_cb), row);

  row->remove = gtk_button_new_from_icon_name ("edit-delete-symbolic");
  gtk_widget_add_css_class (row->remove, "flat");
  gtk_widget_set_tooltip_text (row->remove, _("Remove this row"));
  gla_accessible_set_label (row->remove, _("Remove this row"));
  g_signal_connect_swapped (row->remove, "clicked", G_CALLBACK (remove_clicked_cb), row);
  update_labels (row);
}

static InjectionRow *
add_row (GlaInjectionRows *self,
         guint             index)
{
  InjectionRow *row = g_new0 (InjectionRow, 1);
  GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gboolean filling = self->filling;
  int line = (int) index + 1;

  self->filling = TRUE;
  row->rows = self;
  make_widgets (row);
  g_ptr_array_insert (self->rows, (int) index, row);
  gtk_grid_insert_row (self->grid, line);
  gtk_box_append (GTK_BOX (cell), GTK_WIDGET (row->area));
  gtk_box_append (GTK_BOX (cell), GTK_WIDGET (row->how_label));
  gtk_grid_attach (self->grid, cell, COLUMN_AREA, line, 1, 1);
  gtk_grid_attach (self->grid, GTK_WIDGET (row->side), COLUMN_SIDE, line, 1, 1);
  gtk_grid_attach (self->grid, GTK_WIDGET (row->source), COLUMN_SOURCE, line, 1, 1);
  gtk_grid_attach (self->grid, GTK_WIDGET (row->units), COLUMN_UNITS, line, 1, 1);
  gtk_grid_attach (self->grid, GTK_WIDGET (row->points), COLUMN_POINTS, line, 1, 1);
  gtk_grid_attach (self->grid, GTK_WIDGET (row->how), COLUMN_HOW, line, 1, 1);
  gtk_grid_attach (self->grid, row->remove, COLUMN_REMOVE, line, 1, 1);
  /* What is noted below the area makes the row higher, not the others in it. */
  for (int column = COLUMN_SIDE; column <= COLUMN_REMOVE; column++)
    gtk_widget_set_valign (gtk_grid_get_child_at (self->grid, column, line), GTK_ALIGN_START);
  gtk_widget_set_visible (GTK_WIDGET (row->source),
                          g_list_model_get_n_items (G_LIST_MODEL (self->sources)) > 1);
  self->filling = filling;
  return row;
}

static GtkWidget *
add_title (GlaInjectionRows *self,
           const char       *text,
           int               column)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), column == COLUMN_UNITS ? 1 : 0);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_grid_attach (self->grid, label, column, 0, 1, 1);
  return label;
}

static void
gla_injection_rows_dispose (GObject *object)
{
  GlaInjectionRows *self = GLA_INJECTION_ROWS (object);

  /* The popovers of entries may still speak while their window closes. */
  self->filling = TRUE;
  G_OBJECT_CLASS (gla_injection_rows_parent_class)->dispose (object);
}

static void
gla_injection_rows_finalize (GObject *object)
{
  GlaInjectionRows *self = GLA_INJECTION_ROWS (object);

  g_clear_pointer (&self->catalogue, gla_catalogue_unref);
  g_clear_object (&self->context);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->sources);
  G_OBJECT_CLASS (gla_injection_rows_parent_class)->finalize (object);
}

static void
gla_injection_rows_class_init (GlaInjectionRowsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = gla_injection_rows_dispose;
  object_class->finalize = gla_injection_rows_finalize;
  signals[SIGNAL_EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
gla_injection_rows_init (GlaInjectionRows *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_free);
  self->sources = gtk_string_list_new (NULL);
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (self->grid, 6);
  gtk_grid_set_row_spacing (self->grid, 6);
  add_title (self, _("Area"), COLUMN_AREA);
  add_title (self, _("Side"), COLUMN_SIDE);
  self->source_title = add_title (self, _("Vial"), COLUMN_SOURCE);
  add_title (self, _("Units"), COLUMN_UNITS);
  add_title (self, _("Points"), COLUMN_POINTS);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->grid));
}

GtkWidget *
gla_injection_rows_new (GlaCatalogue *catalogue)
{
  GlaInjectionRows *self = g_object_new (GLA_TYPE_INJECTION_ROWS, NULL);

  self->catalogue = gla_catalogue_ref (catalogue);
  keep_blank_row (self);
  return GTK_WIDGET (self);
}

void
gla_injection_rows_set_context (GlaInjectionRows *self,
                                GlaContext       *context)
{
  g_return_if_fail (GLA_IS_INJECTION_ROWS (self));

  g_set_object (&self->context, context);
  for (guint i = 0; i < self->rows->len; i++)
    gla_how_button_set_context (((InjectionRow *) self->rows->pdata[i])->how, context);
}

void
gla_injection_rows_set_sources (GlaInjectionRows   *self,
                                const char *const  *names)
{
  g_autoptr (GArray) selected = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_names;

  g_return_if_fail (GLA_IS_INJECTION_ROWS (self) && names != NULL);

  n_names = g_strv_length ((GStrv) names);
  self->filling = TRUE;
  for (guint i = 0; i < self->rows->len; i++)
    {
      guint index = gtk_drop_down_get_selected (((InjectionRow *) self->rows->pdata[i])->source);

      g_array_append_val (selected, index);
    }
  gtk_string_list_splice (self->sources, 0, g_list_model_get_n_items (G_LIST_MODEL (self->sources)),
                          names);
  for (guint i = 0; i < self->rows->len; i++)
    {
      InjectionRow *row = self->rows->pdata[i];
      guint index = g_array_index (selected, guint, i);

      gtk_drop_down_set_selected (row->source, index < n_names ? index : 0);
      gtk_widget_set_visible (GTK_WIDGET (row->source), n_names > 1);
    }
  gtk_widget_set_visible (self->source_title, n_names > 1);
  self->filling = FALSE;
}

static guint
get_source (const InjectionRow *row)
{
  guint source = gtk_drop_down_get_selected (row->source);

  return source != GTK_INVALID_LIST_POSITION ? source : 0;
}

/* Whether the row is about this injection, with whatever units. */
static gboolean
is_about (const InjectionRow     *row,
          const GlaFormInjection *injection)
{
  return g_strcmp0 (gla_area_entry_get_area (row->area), injection->area) == 0 &&
         gtk_drop_down_get_selected (row->side) == (guint) injection->side &&
         get_source (row) == injection->source;
}

static gboolean
is_wanted_later (const InjectionRow     *row,
                 const GlaTreatmentForm *form,
                 guint                   first)
{
  for (guint i = first; i < form->injections->len; i++)
    if (is_about (row, form->injections->pdata[i]))
      return TRUE;
  return FALSE;
}

/* Only what differs is set: text that can't be read yet stays as it was typed. */
static void
set_amounts (InjectionRow           *row,
             const GlaFormInjection *injection)
{
  if (gla_units_entry_get_units (row->units) != injection->units)
    gla_units_entry_set_units (row->units, injection->units);
  if (gtk_spin_button_get_value_as_int (row->points) != injection->points)
    gtk_spin_button_set_value (row->points, injection->points);
  gla_how_button_set_word (row->how, GLA_HOW_DEPTH, injection->depth);
  gla_how_button_set_word (row->how, GLA_HOW_NEEDLE, injection->needle);
  gla_how_button_set_word (row->how, GLA_HOW_TECHNIQUE, injection->technique);
  show_how (row);
}

static void
fill_row (InjectionRow           *row,
          const GlaFormInjection *injection)
{
  gla_area_entry_set_area (row->area, injection->area);
  gtk_drop_down_set_selected (row->side, (guint) injection->side);
  gtk_drop_down_set_selected (row->source, injection->source);
  set_amounts (row, injection);
  update_labels (row);
}

void
gla_injection_rows_fill (GlaInjectionRows       *self,
                         const GlaTreatmentForm *form)
{
  guint place = 0;

  g_return_if_fail (GLA_IS_INJECTION_ROWS (self) && form != NULL);

  self->filling = TRUE;
  for (guint i = 0; i < form->injections->len; i++, place++)
    {
      const GlaFormInjection *injection = form->injections->pdata[i];

      while (place < self->rows->len && !is_wanted_later (self->rows->pdata[place], form, i))
        remove_row (self->rows->pdata[place]);
      if (place < self->rows->len && is_about (self->rows->pdata[place], injection))
        set_amounts (self->rows->pdata[place], injection);
      else
        fill_row (add_row (self, place), injection);
    }
  while (self->rows->len > place)
    remove_row (self->rows->pdata[place]);
  keep_blank_row (self);
  self->filling = FALSE;
}

void
gla_injection_rows_collect (GlaInjectionRows *self,
                            GlaTreatmentForm *form)
{
  g_return_if_fail (GLA_IS_INJECTION_ROWS (self) && form != NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      InjectionRow *row = self->rows->pdata[i];

      if (is_blank (row))
        continue;
      gla_treatment_form_add_injection (form, &(GlaFormInjection) {
        .area = (char *) gla_area_entry_get_area (row->area),
        .side = (GlaSide) gtk_drop_down_get_selected (row->side),
        .source = get_source (row),
        .units = gla_units_entry_get_units (row->units),
        .points = gtk_spin_button_get_value_as_int (row->points),
        .depth = (char *) gla_how_button_get_word (row->how, GLA_HOW_DEPTH),
        .needle = (char *) gla_how_button_get_word (row->how, GLA_HOW_NEEDLE),
        .technique = (char *) gla_how_button_get_word (row->how, GLA_HOW_TECHNIQUE),
      });
    }
}

gboolean
gla_injection_rows_is_valid (GlaInjectionRows *self)
{
  g_return_val_if_fail (GLA_IS_INJECTION_ROWS (self), FALSE);

  for (guint i = 0; i < self->rows->len; i++)
    {
      InjectionRow *row = self->rows->pdata[i];

      if (!gla_area_entry_is_valid (row->area) || !gla_units_entry_is_valid (row->units))
        return FALSE;
    }
  return TRUE;
}

GStrv
gla_injection_rows_get_areas (GlaInjectionRows *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  g_return_val_if_fail (GLA_IS_INJECTION_ROWS (self), NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const char *area = gla_area_entry_get_area (((InjectionRow *) self->rows->pdata[i])->area);

      if (area != NULL && g_hash_table_add (seen, (gpointer) area))
        g_strv_builder_add (builder, area);
    }
  return g_strv_builder_end (builder);
}

void
gla_injection_rows_focus_first (GlaInjectionRows *self)
{
  g_return_if_fail (GLA_IS_INJECTION_ROWS (self));

  gtk_widget_grab_focus (GTK_WIDGET (((InjectionRow *) self->rows->pdata[0])->area));
}

void
gla_injection_rows_focus_last (GlaInjectionRows *self)
{
  InjectionRow *last;

  g_return_if_fail (GLA_IS_INJECTION_ROWS (self));

  last = self->rows->pdata[self->rows->len - 1];
  gtk_widget_grab_focus (GTK_WIDGET (last->area));
}

void
gla_injection_rows_begin (GlaInjectionRows      *self,
                          GtkEventControllerKey *key)
{
  GtkWidget *focus;

  g_return_if_fail (GLA_IS_INJECTION_ROWS (self) && GTK_IS_EVENT_CONTROLLER_KEY (key));

  gla_injection_rows_focus_last (self);
  focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    gtk_event_controller_key_forward (key, focus);
}
