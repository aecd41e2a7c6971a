/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-source-group.h"

#include "gla-accessible.h"

#include <glib/gi18n.h>

/* What the drop-down offers: a vial, or a product whose lot is typed. */
typedef struct
{
  const GlaVial *vial;     /* or NULL */
  const char *product;     /* catalogue key, NULL: unknown */
} SourceChoice;

/* The two rows of one source; they belong to the group. */
typedef struct
{
  GlaSourceGroup *group;
  AdwComboRow *choice;
  AdwEntryRow *lot;
} SourceRow;

struct _GlaSourceGroup
{
  AdwPreferencesGroup parent_instance;

  /* Owned */
  GlaCatalogue *catalogue;
  GPtrArray *vials;         /* (element-type GlaVial) */
  GArray *choices;          /* (element-type SourceChoice) */
  GtkStringList *names;
  GPtrArray *rows;          /* (element-type SourceRow) */

  gboolean filling;
};

G_DEFINE_FINAL_TYPE (GlaSourceGroup, gla_source_group, ADW_TYPE_PREFERENCES_GROUP)

enum { SIGNAL_EDITED, N_SIGNALS };
static guint signals[N_SIGNALS];

static const SourceChoice *
get_choice (SourceRow *row)
{
  guint selected = adw_combo_row_get_selected (row->choice);

  if (selected >= row->group->choices->len)
    selected = row->group->choices->len - 1;
  return &g_array_index (row->group->choices, SourceChoice, selected);
}

static void
update_row (SourceRow *row)
{
  const SourceChoice *choice = get_choice (row);

  gtk_widget_set_visible (GTK_WIDGET (row->lot), choice->vial == NULL);
}

static void
row_edited_cb (SourceRow *row)
{
  update_row (row);
  if (!row->group->filling)
    g_signal_emit (row->group, signals[SIGNAL_EDITED], 0);
}

static SourceRow *
add_row (GlaSourceGroup *self)
{
  SourceRow *row = g_new0 (SourceRow, 1);

  row->group = self;
  row->choice = ADW_COMBO_ROW (g_object_new (ADW_TYPE_COMBO_ROW,
                                             "title", _("Vial or product"),
                                             "model", self->names,
                                             NULL));
  row->lot = ADW_ENTRY_ROW (g_object_new (ADW_TYPE_ENTRY_ROW,
                                          "title", _("Lot, as on the carton"),
                                          "use-markup", FALSE,
                                          NULL));
  gla_accessible_name_entry_row (row->lot);
  adw_combo_row_set_selected (row->choice, self->choices->len - 1);
  g_ptr_array_add (self->rows, row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (row->choice));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (row->lot));
  g_signal_connect_swapped (row->choice, "notify::selected", G_CALLBACK (row_edited_cb), row);
  g_signal_connect_swapped (row->lot, "changed", G_CALLBACK (row_edited_cb), row);
  update_row (row);
  return row;
}

static void
add_clicked_cb (GlaSourceGroup *self)
{
  SourceRow *row = add_row (self);

  gtk_widget_grab_focus (GTK_WIDGET (row->choice));
  g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

static void
remove_rows (GlaSourceGroup *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      SourceRow *row = self->rows->pdata[i];

      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (row->choice));
      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (row->lot));
    }
  g_ptr_array_set_size (self->rows, 0);
}

static const char *
get_code (GlaSourceGroup *self,
          const char     *product)
{
  GlaProduct *found = gla_catalogue_find_product (self->catalogue, product);

  return found != NULL ? gla_product_get_code (found) : _("unknown product");
}

static void
add_choice (GlaSourceGroup *self,
            const GlaVial  *vial,
            const char     *product,
            const char     *name)
{
  SourceChoice choice = { vial, product };

  g_array_append_val (self->choices, choice);
  gtk_string_list_append (self->names, name);
}

static void
add_choices (GlaSourceGroup *self)
{
  const GPtrArray *products = gla_catalogue_get_products (self->catalogue);

  for (guint i = 0; i < self->vials->len; i++)
    {
      const GlaVial *vial = self->vials->pdata[i];
      g_autofree char *name = NULL;

      /* Translators: a vial: its product and its lot */
      name = g_strdup_printf (_("%s · %s"), get_code (self, vial->product),
                              vial->lot != NULL ? vial->lot : _("lot unknown"));
      add_choice (self, vial, vial->product, name);
    }
  for (guint i = 0; i < products->len; i++)
    {
      const GlaProduct *product = products->pdata[i];

      add_choice (self, NULL, gla_product_get_key (product), gla_product_get_name (product));
    }
  add_choice (self, NULL, NULL, _("Unknown product"));
}

static void
gla_source_group_dispose (GObject *object)
{
  GlaSourceGroup *self = GLA_SOURCE_GROUP (object);

  self->filling = TRUE;
  G_OBJECT_CLASS (gla_source_group_parent_class)->dispose (object);
}

static void
gla_source_group_finalize (GObject *object)
{
  GlaSourceGroup *self = GLA_SOURCE_GROUP (object);

  g_clear_pointer (&self->catalogue, gla_catalogue_unref);
  g_clear_pointer (&self->vials, g_ptr_array_unref);
  g_clear_pointer (&self->choices, g_array_unref);
  g_clear_object (&self->names);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (gla_source_group_parent_class)->finalize (object);
}

static void
gla_source_group_class_init (GlaSourceGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = gla_source_group_dispose;
  object_class->finalize = gla_source_group_finalize;
  signals[SIGNAL_EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
gla_source_group_init (GlaSourceGroup *self)
{
  GtkWidget *add = gtk_button_new_from_icon_name ("list-add-symbolic");

  self->choices = g_array_new (FALSE, TRUE, sizeof (SourceChoice));
  self->names = gtk_string_list_new (NULL);
  self->rows = g_ptr_array_new_with_free_func (g_free);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("Product and lot"));
  gtk_widget_add_css_class (add, "flat");
  gtk_widget_set_tooltip_text (add, _("Another vial or product"));
  gla_accessible_set_label (add, _("Another vial or product"));
  g_signal_connect_swapped (add, "clicked", G_CALLBACK (add_clicked_cb), self);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), add);
}

GtkWidget *
gla_source_group_new (GlaCatalogue *catalogue,
                      GPtrArray    *vials)
{
  GlaSourceGroup *self = g_object_new (GLA_TYPE_SOURCE_GROUP, NULL);

  g_return_val_if_fail (catalogue != NULL && vials != NULL, NULL);

  self->catalogue = gla_catalogue_ref (catalogue);
  self->vials = g_ptr_array_ref (vials);
  add_choices (self);
  self->filling = TRUE;
  add_row (self);
  self->filling = FALSE;
  return GTK_WIDGET (self);
}

/* The choice that stands for a source; a vial that is no longer offered by its product. */
static guint
find_choice (GlaSourceGroup      *self,
             const GlaFormSource *source)
{
  guint by_product = self->choices->len - 1;

  for (guint i = 0; i < self->choices->len; i++)
    {
      const SourceChoice *choice = &g_array_index (self->choices, SourceChoice, i);

      if (choice->vial != NULL && g_strcmp0 (choice->vial->id, source->vial) == 0)
        return i;
      if (choice->vial == NULL && source->product != NULL &&
          g_strcmp0 (choice->product, source->product) == 0)
        by_product = i;
    }
  return by_product;
}

void
gla_source_group_fill (GlaSourceGroup         *self,
                       const GlaTreatmentForm *form)
{
  g_return_if_fail (GLA_IS_SOURCE_GROUP (self) && form != NULL);

  self->filling = TRUE;
  remove_rows (self);
  for (guint i = 0; i < form->sources->len; i++)
    {
      const GlaFormSource *source = form->sources->pdata[i];
      SourceRow *row = add_row (self);

      adw_combo_row_set_selected (row->choice, find_choice (self, source));
      gtk_editable_set_text (GTK_EDITABLE (row->lot), source->lot != NULL ? source->lot : "");
      update_row (row);
    }
  if (self->rows->len == 0)
    add_row (self);
  self->filling = FALSE;
}

static char *
get_lot (SourceRow *row)
{
  const SourceChoice *choice = get_choice (row);
  char *lot = choice->vial != NULL ? g_strdup (choice->vial->lot)
                                   : g_strdup (gtk_editable_get_text (GTK_EDITABLE (row->lot)));

  if (lot != NULL && g_strstrip (lot)[0] == '\0')
    g_clear_pointer (&lot, g_free);
  return lot;
}

void
gla_source_group_collect (GlaSourceGroup   *self,
                          GlaTreatmentForm *form)
{
  g_return_if_fail (GLA_IS_SOURCE_GROUP (self) && form != NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      SourceRow *row = self->rows->pdata[i];
      const SourceChoice *choice = get_choice (row);
      GlaFormSource *source = g_new0 (GlaFormSource, 1);

      source->vial = choice->vial != NULL ? g_strdup (choice->vial->id) : NULL;
      source->product = g_strdup (choice->product);
      source->lot = get_lot (row);
      g_ptr_array_add (form->sources, source);
    }
}

GStrv
gla_source_group_get_names (GlaSourceGroup *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_return_val_if_fail (GLA_IS_SOURCE_GROUP (self), NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      SourceRow *row = self->rows->pdata[i];
      g_autofree char *lot = get_lot (row);
      g_autofree char *name = g_strdup_printf (_("%s · %s"),
                                               get_code (self, get_choice (row)->product),
                                               lot != NULL ? lot : _("lot unknown"));

      g_strv_builder_add (builder, name);
    }
  return g_strv_builder_end (builder);
}
