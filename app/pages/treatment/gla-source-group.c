/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-source-group.h"

#include "gla-accessible.h"
#include "gla-i18n.h"
#include "gla-vial-words.h"

/* What the drop-down offers: a vial, or a product whose lot is typed. */
typedef struct
{
  const GlaStockVial *stock; /* or NULL */
  const char *product;     /* catalogue key, NULL: unknown */
} SourceChoice;

/* The rows of one source; they belong to the group. */
typedef struct
{
  GlaSourceGroup *group;
  AdwComboRow *choice;
  AdwEntryRow *lot;
  AdwActionRow *use;        /* what is left of a vial, and when it was mixed */
  GtkWidget *mix;           /* button, for a vial that was not mixed yet */
} SourceRow;

struct _GlaSourceGroup
{
  AdwPreferencesGroup parent_instance;

  /* Owned */
  GlaCatalogue *catalogue;
  GlaConstants *constants;
  GPtrArray *stock;         /* (element-type GlaStockVial) */
  char *now;
  GArray *choices;          /* (element-type SourceChoice) */
  GtkStringList *names;
  GPtrArray *rows;          /* (element-type SourceRow) */

  gboolean filling;
};

G_DEFINE_FINAL_TYPE (GlaSourceGroup, gla_source_group, ADW_TYPE_PREFERENCES_GROUP)

enum { SIGNAL_EDITED, SIGNAL_MIX, N_SIGNALS };
static guint signals[N_SIGNALS];

static const SourceChoice *
get_choice (SourceRow *row)
{
  guint selected = adw_combo_row_get_selected (row->choice);

  if (selected >= row->group->choices->len)
    selected = row->group->choices->len - 1;
  return &g_array_index (row->group->choices, SourceChoice, selected);
}

static gboolean
can_be_mixed (SourceRow    *row,
              const GlaVial *vial)
{
  const GlaPresentation *pack = vial->presentation != NULL
                                  ? gla_catalogue_find_presentation (row->group->catalogue,
                                                                     vial->presentation, NULL)
                                  : NULL;

  return vial->state == GLA_VIAL_SEALED && vial->reconstituted == NULL &&
         (pack == NULL || pack->form == GLA_FORM_POWDER);
}

static void
update_row (SourceRow *row)
{
  const GlaStockVial *stock = get_choice (row)->stock;
  g_autofree char *use = NULL;

  gtk_widget_set_visible (GTK_WIDGET (row->lot), stock == NULL);
  gtk_widget_set_visible (row->mix, stock != NULL && can_be_mixed (row, stock->vial));
  if (stock != NULL)
    use = gla_vial_describe_use (stock->vial, &stock->ledger, row->group->constants,
                                 row->group->now);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row->use), use != NULL ? use : "");
  gtk_widget_set_visible (GTK_WIDGET (row->use), use != NULL);
}

static void
mix_clicked_cb (SourceRow *row)
{
  const SourceChoice *choice = get_choice (row);

  if (choice->stock != NULL)
    g_signal_emit (row->group, signals[SIGNAL_MIX], 0, choice->stock->vial->id);
}

static GtkWidget *
make_mix_button (SourceRow *row)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("Mi_x…"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Write down when and how this vial is reconstituted"));
  gla_accessible_set_label (button, _("Mix this vial"));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (mix_clicked_cb), row);
  return button;
}

static void
row_edited_cb (SourceRow *row)
{
  update_row (row);
  if (!row->group->filling)
    g_signal_emit (row->group, signals[SIGNAL_EDITED], 0);
}

static void
setup_item_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_item_set_child (item, label);
}

/* Vials of one lot are told apart by what is left in them. */
static void
bind_item_cb (GlaSourceGroup *self,
              GtkListItem    *item)
{
  guint position = gtk_list_item_get_position (item);
  const char *name = gtk_string_object_get_string (gtk_list_item_get_item (item));
  const GlaStockVial *stock = position < self->choices->len
                                ? g_array_index (self->choices, SourceChoice, position).stock
                                : NULL;
  g_autofree char *use = NULL;
  g_autofree char *text = NULL;

  if (stock != NULL)
    use = gla_vial_describe_use (stock->vial, &stock->ledger, self->constants, self->now);
  text = use != NULL ? g_strconcat (name, "\n", use, NULL) : g_strdup (name);
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), text);
}

static void
show_uses (GlaSourceGroup *self,
           AdwComboRow    *choice)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_item_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_item_cb), self, G_CONNECT_SWAPPED);
  adw_combo_row_set_list_factory (choice, factory);
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
  if (self->stock->len > 0)
    show_uses (self, row->choice);
  row->use = ADW_ACTION_ROW (g_object_new (ADW_TYPE_ACTION_ROW,
                                           "title-lines", 0,
                                           "use-markup", FALSE,
                                           "activatable", FALSE,
                                           "focusable", FALSE,
                                           NULL));
  row->mix = make_mix_button (row);
  adw_action_row_add_suffix (row->use, row->mix);
  adw_combo_row_set_selected (row->choice, self->choices->len - 1);
  g_ptr_array_add (self->rows, row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (row->choice));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (row->use));
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

      /* Whoever holds a widget a little longer must not call for a row that is gone. */
      g_signal_handlers_disconnect_by_data (row->choice, row);
      g_signal_handlers_disconnect_by_data (row->lot, row);
      g_signal_handlers_disconnect_by_data (row->mix, row);
      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (row->choice));
      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (row->use));
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
add_choice (GlaSourceGroup     *self,
            const GlaStockVial *stock,
            const char         *product,
            const char         *name)
{
  SourceChoice choice = { stock, product };

  g_array_append_val (self->choices, choice);
  gtk_string_list_append (self->names, name);
}

static void
add_choices (GlaSourceGroup *self)
{
  const GPtrArray *products = gla_catalogue_get_products (self->catalogue);

  for (guint i = 0; i < self->stock->len; i++)
    {
      const GlaStockVial *stock = self->stock->pdata[i];
      const GlaVial *vial = stock->vial;
      g_autofree char *name = NULL;

      /* Translators: a vial: its product and its lot */
      name = g_strdup_printf (_("%s · %s"), get_code (self, vial->product),
                              vial->lot != NULL ? vial->lot : _("lot unknown"));
      add_choice (self, stock, vial->product, name);
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
  g_clear_pointer (&self->constants, gla_constants_unref);
  g_clear_pointer (&self->stock, g_ptr_array_unref);
  g_clear_pointer (&self->now, g_free);
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
  signals[SIGNAL_MIX] = g_signal_new ("mix", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                      NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
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
gla_source_group_new (const GlaConstants *constants,
                      GPtrArray          *stock,
                      const char         *now)
{
  GlaSourceGroup *self = g_object_new (GLA_TYPE_SOURCE_GROUP, NULL);

  g_return_val_if_fail (constants != NULL && stock != NULL && now != NULL, NULL);

  self->constants = gla_constants_ref (constants);
  self->catalogue = gla_catalogue_ref (gla_constants_get_catalogue (constants));
  self->stock = g_ptr_array_ref (stock);
  self->now = g_strdup (now);
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

      if (choice->stock != NULL && g_strcmp0 (choice->stock->vial->id, source->vial) == 0)
        return i;
      if (choice->stock == NULL && source->product != NULL &&
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
  char *lot = choice->stock != NULL ? g_strdup (choice->stock->vial->lot)
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

      source->vial = choice->stock != NULL ? g_strdup (choice->stock->vial->id) : NULL;
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

static gboolean
has_same_vials (GPtrArray *stock,
                GPtrArray *other)
{
  if (stock->len != other->len)
    return FALSE;
  for (guint i = 0; i < stock->len; i++)
    if (!g_str_equal (((GlaStockVial *) stock->pdata[i])->vial->id,
                      ((GlaStockVial *) other->pdata[i])->vial->id))
      return FALSE;
  return TRUE;
}

/* The vials come first among the choices, in their order. */
static void
update_sums (GlaSourceGroup *self)
{
  for (guint i = 0; i < self->stock->len; i++)
    {
      SourceChoice *choice = &g_array_index (self->choices, SourceChoice, i);

      choice->stock = self->stock->pdata[i];
      choice->product = choice->stock->vial->product;
    }
  for (guint i = 0; i < self->rows->len; i++)
    update_row (self->rows->pdata[i]);
}

void
gla_source_group_set_stock (GlaSourceGroup *self,
                            GPtrArray      *stock,
                            const char     *now)
{
  g_autoptr (GlaTreatmentForm) form = NULL;
  g_autoptr (GPtrArray) old = NULL;

  g_return_if_fail (GLA_IS_SOURCE_GROUP (self) && stock != NULL && now != NULL);

  form = gla_treatment_form_new (GLA_DAY_NONE);
  gla_source_group_collect (self, form);
  /* The choices look at the old stock until they are made anew. */
  old = self->stock;
  self->stock = g_ptr_array_ref (stock);
  g_free (self->now);
  self->now = g_strdup (now);
  if (has_same_vials (old, stock))
    {
      update_sums (self);
      return;
    }
  self->filling = TRUE;
  remove_rows (self);
  g_array_set_size (self->choices, 0);
  gtk_string_list_splice (self->names, 0, g_list_model_get_n_items (G_LIST_MODEL (self->names)),
                          NULL);
  add_choices (self);
  gla_source_group_fill (self, form);
}

const GlaStockVial *
gla_source_group_find_vial (GlaSourceGroup *self,
                            const char     *vial)
{
  g_return_val_if_fail (GLA_IS_SOURCE_GROUP (self) && vial != NULL, NULL);

  for (guint i = 0; i < self->stock->len; i++)
    {
      const GlaStockVial *stock = self->stock->pdata[i];

      if (g_str_equal (stock->vial->id, vial))
        return stock;
    }
  return NULL;
}

/*
 * A row that says no vial and no lot waits to be told, unless it names another product:
 * units that are typed already must not become units of that one.
 */
static SourceRow *
find_open_row (GlaSourceGroup *self,
               const char     *product)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      SourceRow *row = self->rows->pdata[i];
      g_autofree char *lot = get_lot (row);

      if (get_choice (row)->stock == NULL && lot == NULL &&
          (get_choice (row)->product == NULL || g_strcmp0 (get_choice (row)->product, product) == 0))
        return row;
    }
  return NULL;
}

void
gla_source_group_use_vial (GlaSourceGroup *self,
                           const char     *vial)
{
  GlaFormSource source = { .vial = (char *) vial };
  const GlaStockVial *stock;
  guint choice;
  SourceRow *row;

  g_return_if_fail (GLA_IS_SOURCE_GROUP (self) && vial != NULL);

  stock = gla_source_group_find_vial (self, vial);
  if (stock == NULL)
    return;
  choice = find_choice (self, &source);
  for (guint i = 0; i < self->rows->len; i++)
    if (adw_combo_row_get_selected (((SourceRow *) self->rows->pdata[i])->choice) == choice)
      return;
  row = find_open_row (self, stock->vial->product);
  if (row == NULL)
    row = add_row (self);
  adw_combo_row_set_selected (row->choice, choice);
  g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}
