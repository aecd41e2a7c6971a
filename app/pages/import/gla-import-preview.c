/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-import-preview.h"

#include "gla-accessible.h"
#include "gla-i18n.h"
#include "gla-import-values.h"

/* Rows that are shown. */
#define ROWS_MAX 5

/* Letters of a cell before it is cut. */
#define LETTERS_MAX 22

struct _GlaImportPreview
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (GlaImportPreview, gla_import_preview, ADW_TYPE_BIN)

static GtkWidget *
make_label (const char *text,
            const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), LETTERS_MAX);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

/* Dates are what goes wrong most, and what shows whether day and month were swapped. */
static gboolean
can_be_read (const GlaImportPlan *plan,
             guint                row,
             guint                column,
             GlaDay               today)
{
  const char *text = gla_import_plan_get_sample (plan, row, column);
  GlaDayPrecision precision;
  GlaDay day;

  return !gla_import_field_is_date (gla_import_plan_get_field (plan, column))
         || gla_import_is_unknown (text)
         || gla_import_read_day (text, gla_import_plan_get_column_order (plan, column), today, &day,
                                 &precision)
              == GLA_DAY_READING_OK;
}

static void
add_column (GtkGrid             *grid,
            const GlaImportPlan *plan,
            guint                column,
            int                  place,
            GlaDay               today)
{
  GlaImportField field = gla_import_plan_get_field (plan, column);

  gtk_grid_attach (grid, make_label (gla_import_field_get_name (field), "caption-heading"), place,
                   0, 1, 1);
  for (guint i = 0; i < MIN (gla_import_plan_get_n_samples (plan), ROWS_MAX); i++)
    {
      g_autofree char *text = gla_import_plan_dup_preview (plan, i, column, today);
      const char *style = can_be_read (plan, i, column, today) ? NULL : "error";

      gtk_grid_attach (grid, make_label (text, style), place, (int) i + 1, 1, 1);
    }
}

void
gla_import_preview_show (GlaImportPreview    *self,
                         const GlaImportPlan *plan,
                         GlaDay               today)
{
  GtkWidget *grid;
  GtkWidget *scroller;
  int place = 0;

  g_return_if_fail (GLA_IS_IMPORT_PREVIEW (self));

  adw_bin_set_child (ADW_BIN (self), NULL);
  if (plan == NULL)
    return;
  grid = g_object_new (GTK_TYPE_GRID, "column-spacing", 18, "row-spacing", 6, "margin-top", 12,
                       "margin-bottom", 12, "margin-start", 12, "margin-end", 12, NULL);
  for (guint i = 0; i < gla_import_plan_get_n_columns (plan); i++)
    if (gla_import_plan_get_field (plan, i) != GLA_IMPORT_FIELD_NONE)
      add_column (GTK_GRID (grid), plan, i, place++, today);
  if (place == 0)
    gtk_grid_attach (GTK_GRID (grid),
                     make_label (_("No column is imported."), "dim-label"), 0, 0, 1, 1);
  scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "vscrollbar-policy", GTK_POLICY_NEVER,
                           "child", grid, NULL);
  gtk_widget_add_css_class (scroller, "card");
  gla_accessible_set_label (scroller, _("First rows as they will be taken"));
  adw_bin_set_child (ADW_BIN (self), scroller);
}

static void
gla_import_preview_class_init (GlaImportPreviewClass *klass)
{
}

static void
gla_import_preview_init (GlaImportPreview *self)
{
}
