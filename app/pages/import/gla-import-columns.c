/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-import-columns.h"

#include "gla-i18n.h"

/* Columns that are shown; files with more have most of them empty. */
#define COLUMNS_MAX 100

/* Examples beside a column. */
#define EXAMPLES_MAX 3

struct _GlaImportColumns
{
  AdwBin parent_instance;

  /* Owned */
  GArray *fields;      /* GlaImportField: what there is to choose from */
  GPtrArray *rows;     /* (element-type AdwComboRow): borrowed from the group */

  /* Borrowed */
  GlaImportPlan *plan;
  gboolean filling;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GlaImportColumns, gla_import_columns, ADW_TYPE_BIN)

static guint
find_field (GlaImportColumns *self,
            GlaImportField    field)
{
  for (guint i = 0; i < self->fields->len; i++)
    if (g_array_index (self->fields, GlaImportField, i) == field)
      return i;
  return 0;
}

/* One column may have taken the meaning of another. */
static void
show_choices (GlaImportColumns *self)
{
  self->filling = TRUE;
  for (guint i = 0; i < self->rows->len; i++)
    adw_combo_row_set_selected (self->rows->pdata[i],
                                find_field (self, gla_import_plan_get_field (self->plan, i)));
  self->filling = FALSE;
}

static void
selected_cb (GlaImportColumns *self,
             GParamSpec       *pspec,
             AdwComboRow      *row)
{
  guint selected = adw_combo_row_get_selected (row);
  guint column;

  if (self->filling || selected >= self->fields->len
      || !g_ptr_array_find (self->rows, row, &column))
    return;
  gla_import_plan_set_field (self->plan, column,
                             g_array_index (self->fields, GlaImportField, selected));
  show_choices (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* The fields that rows of this kind can have, and their names. */
static GtkStringList *
make_choices (GlaImportColumns *self)
{
  GtkStringList *names = gtk_string_list_new (NULL);
  GlaImportKind kind = gla_import_plan_get_kind (self->plan);

  g_array_set_size (self->fields, 0);
  for (GlaImportField field = 0; field < GLA_N_IMPORT_FIELDS; field++)
    if (gla_import_field_is_of (field, kind))
      {
        g_array_append_val (self->fields, field);
        gtk_string_list_append (names, gla_import_field_get_name (field));
      }
  return names;
}

static char *
dup_examples (GlaImportColumns *self,
              guint             column)
{
  GString *examples = g_string_new (NULL);
  guint n_examples = 0;

  for (guint i = 0;
       i < gla_import_plan_get_n_samples (self->plan) && n_examples < EXAMPLES_MAX; i++)
    {
      g_autofree char *text
          = g_strdup (gla_import_plan_get_sample (self->plan, i, column));

      g_strstrip (g_strdelimit (text, "\n\t", ' '));
      if (text[0] == '\0')
        continue;
      g_string_append_printf (examples, "%s%s", n_examples > 0 ? " · " : "", text);
      n_examples++;
    }
  if (n_examples == 0)
    g_string_append (examples, _("empty"));
  return g_string_free (examples, FALSE);
}

static void
add_row (GlaImportColumns    *self,
         AdwPreferencesGroup *group,
         guint                column,
         GtkStringList       *choices)
{
  g_autofree char *title = gla_import_plan_dup_title (self->plan, column);
  g_autofree char *examples = dup_examples (self, column);
  GtkWidget *row = g_object_new (ADW_TYPE_COMBO_ROW, "use-markup", FALSE, "title-lines", 1,
                                 "subtitle-lines", 1, "model", choices, NULL);

  /* Only now: while an object is made its parts do not hear that this is no markup. */
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), examples);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
}

static char *
describe (GlaImportColumns *self)
{
  guint n_columns = gla_import_plan_get_n_columns (self->plan);

  if (n_columns <= COLUMNS_MAX)
    return g_strdup (_("What each column of the list means."));
  return g_strdup_printf (ngettext ("What each column of the list means. The first %u column is "
                                    "shown.",
                                    "What each column of the list means. The first %u columns are "
                                    "shown.",
                                    COLUMNS_MAX),
                          COLUMNS_MAX);
}

void
gla_import_columns_set_plan (GlaImportColumns *self,
                             GlaImportPlan    *plan)
{
  g_autoptr (GtkStringList) choices = NULL;
  g_autofree char *description = NULL;
  AdwPreferencesGroup *group;

  g_return_if_fail (GLA_IS_IMPORT_COLUMNS (self));

  self->plan = plan;
  g_ptr_array_set_size (self->rows, 0);
  adw_bin_set_child (ADW_BIN (self), NULL);
  if (plan == NULL)
    return;

  self->filling = TRUE;
  choices = make_choices (self);
  group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  description = describe (self);
  adw_preferences_group_set_title (group, _("Columns"));
  adw_preferences_group_set_description (group, description);
  for (guint i = 0; i < MIN (gla_import_plan_get_n_columns (plan), COLUMNS_MAX); i++)
    add_row (self, group, i, choices);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (group));
  show_choices (self);
}

static void
gla_import_columns_dispose (GObject *object)
{
  GlaImportColumns *self = GLA_IMPORT_COLUMNS (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->fields, g_array_unref);

  G_OBJECT_CLASS (gla_import_columns_parent_class)->dispose (object);
}

static void
gla_import_columns_class_init (GlaImportColumnsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gla_import_columns_dispose;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
gla_import_columns_init (GlaImportColumns *self)
{
  self->fields = g_array_new (FALSE, FALSE, sizeof (GlaImportField));
  self->rows = g_ptr_array_new ();
}
