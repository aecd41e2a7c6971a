/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-stock-tables.h"

#include "gla-accessible.h"
#include "gla-i18n.h"
#include "gla-pack-choice.h"
#include "gla-small-table.h"
#include "gla-vial-words.h"
#include "gla-words.h"

/* What can be done with a vial, as far as its state allows it. */
static const struct
{
  const char *label;
  const char *action;
  guint states;    /* bits of GlaVialState */
  gboolean of_lot; /* needs one that is known */
} acts[] = {
#define SEALED (1 << GLA_VIAL_SEALED)
#define OPEN (1 << GLA_VIAL_OPEN)
#define FINISHED (1 << GLA_VIAL_FINISHED)
#define HELD (1 << GLA_VIAL_HELD)
#define ALL (SEALED | OPEN | FINISHED | HELD | (1 << GLA_VIAL_DISCARDED))
  { N_("_Mix…"), "stock.mix", SEALED, FALSE },
  { N_("_Waste…"), "stock.waste", SEALED | OPEN | FINISHED | HELD, FALSE },
  { N_("_Empty"), "stock.empty", OPEN, FALSE },
  { N_("_Discard…"), "stock.discard", SEALED | OPEN | HELD, FALSE },
  { N_("Mo_ve to a Fridge…"), "stock.move", SEALED | OPEN | HELD, FALSE },
  { N_("_Hold This Lot…"), "stock.hold", SEALED | OPEN, TRUE },
  { N_("_Release This Lot"), "stock.release", HELD, TRUE },
  { N_("_Correct the Lot…"), "stock.correct", ALL, FALSE },
  { N_("Who _Had This Lot"), "stock.who", ALL, TRUE },
};

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const GlaVial *first = (*(GlaStockVial *const *) a)->vial;
  const GlaVial *second = (*(GlaStockVial *const *) b)->vial;
  int order = g_strcmp0 (first->product, second->product);
  gboolean first_open = first->state == GLA_VIAL_OPEN;
  gboolean second_open = second->state == GLA_VIAL_OPEN;

  if (order != 0)
    return order;
  if (first_open != second_open)
    return first_open ? -1 : 1;
  if (first->expiry != second->expiry)
    {
      /* No date at all sorts last. */
      if (first->expiry == GLA_DAY_NONE || second->expiry == GLA_DAY_NONE)
        return first->expiry == GLA_DAY_NONE ? 1 : -1;
      return first->expiry < second->expiry ? -1 : 1;
    }
  order = g_strcmp0 (first->lot, second->lot);
  return order != 0 ? order : g_strcmp0 (first->id, second->id);
}

void
gla_stock_sort (GPtrArray *stock)
{
  g_return_if_fail (stock != NULL);

  g_ptr_array_sort (stock, compare);
}

static GtkWidget *
make_menu_button (const GlaVial *vial,
                  const char    *name,
                  gboolean       can_move)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autofree char *label = NULL;
  GtkWidget *button;

  for (gsize i = 0; i < G_N_ELEMENTS (acts); i++)
    {
      g_autoptr (GMenuItem) item = NULL;

      if ((acts[i].states & (1u << vial->state)) == 0 || (vial->lot == NULL && acts[i].of_lot)
          || (!can_move && g_str_equal (acts[i].action, "stock.move")))
        continue;
      item = g_menu_item_new (_(acts[i].label), NULL);
      g_menu_item_set_action_and_target (item, acts[i].action, "s", vial->id);
      g_menu_append_item (menu, item);
    }
  /* Translators: for screen readers; %s is a vial in words */
  label = g_strdup_printf (_("More for %s"), name);
  button = g_object_new (GTK_TYPE_MENU_BUTTON,
                         "icon-name", "view-more-symbolic",
                         "has-frame", FALSE,
                         "valign", GTK_ALIGN_CENTER,
                         "menu-model", menu,
                         NULL);
  gtk_widget_add_css_class (button, "row-menu");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  return button;
}

/* What is left of it and how long, and whether the fridge did it harm. */
static char *
describe_use (const GlaStockVial *stock,
              const GlaConstants *constants,
              const GlaFridgeLog *fridge,
              const char         *now,
              gboolean           *is_doubtful)
{
  g_autofree char *use = gla_vial_describe_use (stock->vial, &stock->ledger, constants, now);
  const GlaExcursion *excursion = gla_fridge_log_find (fridge, stock->vial->id);
  GlaExcursionAdvice advice = excursion != NULL ? excursion->advice : GLA_EXCURSION_NONE;

  *is_doubtful = advice == GLA_EXCURSION_ASK_MAKER || advice == GLA_EXCURSION_DO_NOT_USE;
  switch (advice)
    {
    case GLA_EXCURSION_USE_FIRST:
      return g_strdup_printf (_("%s · fridge: use first"), use);
    case GLA_EXCURSION_ASK_MAKER:
      return g_strdup_printf (_("%s · fridge: ask the manufacturer"), use);
    case GLA_EXCURSION_MAY_USE:
      return g_strdup_printf (_("%s · fridge: may be used"), use);
    case GLA_EXCURSION_DO_NOT_USE:
      return g_strdup_printf (_("%s · fridge: do not use"), use);
    case GLA_EXCURSION_NONE:
    default:
      return g_steal_pointer (&use);
    }
}

/* With the place, as soon as there is more than one. */
static char *
describe_state (const GlaVial      *vial,
                const GlaFridgeLog *fridge)
{
  const char *state = gla_vial_state_get_name (vial->state);

  if (fridge->fridges->len < 2 || vial->state == GLA_VIAL_FINISHED
      || vial->state == GLA_VIAL_DISCARDED)
    return g_strdup (state);
  /* Translators: the state of a vial, and the fridge that it is in */
  return g_strdup_printf (_("%s, %s"), state,
                          gla_fridge_log_get_name (fridge,
                                                   gla_fridge_past_find (fridge->past, vial->id)));
}

static void
add_row (GlaSmallTable      *table,
         const GlaStockVial *stock,
         const GlaConstants *constants,
         const GlaFridgeLog *fridge,
         GPtrArray          *vials,
         const char         *now)
{
  const GlaVial *vial = stock->vial;
  GlaCatalogue *catalogue = gla_constants_get_catalogue (constants);
  gboolean is_doubtful;
  g_autofree char *pack = gla_pack_get_name (catalogue, vial->product, vial->presentation);
  g_autofree char *use = describe_use (stock, constants, fridge, now, &is_doubtful);
  g_autofree char *strength = gla_vial_describe_dilution (vial, catalogue,
                                                          gla_vial_find_usual_volume (vial,
                                                                                      vials));
  g_autofree char *state = describe_state (vial, fridge);
  const char *lot = vial->lot != NULL ? vial->lot : _("lot unknown");
  g_autofree char *name = g_strdup_printf (_("%s · %s"), pack, lot);
  g_autofree char *date = g_strndup (now, 10);
  gboolean is_in_use = vial->state == GLA_VIAL_SEALED || vial->state == GLA_VIAL_OPEN;
  gboolean is_wrong = is_doubtful ||
                      (is_in_use && gla_vial_judge_expiry (vial, gla_day_from_iso (date)) <=
                                      GLA_EXPIRY_WITHIN_7) || gla_vial_is_past_label (vial, constants, now) ||
                      gla_vial_ledger_get_gap (&stock->ledger, vial->state) != 0;

  gla_small_table_begin_row (table, vial->id);
  gla_small_table_add_text (table, lot, NULL);
  gla_small_table_add_text (table, pack, "dim-label");
  gla_small_table_add_text (table, state, NULL);
  gla_small_table_add_text (table, use, is_wrong ? "warning" : NULL);
  gla_small_table_add_text (table, strength, "dim-label");
  gla_small_table_add_widget (table, make_menu_button (vial, name, fridge->fridges->len > 1));
}

/* The product, what there is of it in sum, and below how many vials it is to be ordered. */
static GtkWidget *
make_title (const char        *name,
            const char        *product,
            const GlaStockSum *sum,
            gboolean           with_value)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *title = gtk_label_new (name);
  GtkWidget *button = gtk_button_new_with_label (_("Reorder Level…"));
  g_autofree char *text = sum != NULL ? gla_stock_sum_describe (sum, with_value) : g_strdup ("");
  GtkWidget *label = gtk_label_new (text);
  /* Translators: for screen readers; %s is a product */
  g_autofree char *button_name = g_strdup_printf (_("Reorder level of %s"), name);

  gtk_widget_add_css_class (title, "heading");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, sum != NULL && gla_stock_sum_is_low (sum) ? "warning"
                                                                             : "dim-label");
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "stock.level");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", product);
  gla_accessible_set_label (button, button_name);
  gtk_box_append (GTK_BOX (row), title);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), button);
  return row;
}

static GlaSmallTable *
add_table (GtkBox            *box,
           GlaCatalogue      *catalogue,
           const char        *product,
           const GlaStockSum *sum,
           gboolean           with_value)
{
  static const GlaTableColumn columns[] = {
    { N_("Lot"), FALSE, FALSE },    { N_("Vial"), FALSE, FALSE },
    { N_("State"), FALSE, FALSE },  { N_("What is left"), FALSE, TRUE },
    { N_("Mixed"), FALSE, FALSE },  { "", FALSE, FALSE },
  };
  GlaTableColumn translated[G_N_ELEMENTS (columns)];
  g_autofree char *name = gla_pack_get_name (catalogue, product, NULL);
  GtkWidget *table;

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      translated[i] = columns[i];
      if (columns[i].title[0] != '\0')
        translated[i].title = _(columns[i].title);
    }
  table = gla_small_table_new (name, translated, G_N_ELEMENTS (translated));
  gtk_box_append (box, make_title (name, product, sum, with_value));
  gtk_box_append (box, table);
  return GLA_SMALL_TABLE (table);
}

static void
clear (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static void
add_nothing (GtkBox *box)
{
  GtkWidget *label = gtk_label_new (_("No vials in stock. Scan the carton of each vial that arrives, "
                                      "or add it by hand."));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (box, label);
}

/* What is to be ordered, above all else; nothing at all if there is enough of each. */
static void
add_orders (GtkBox       *box,
            GPtrArray    *sums,
            GlaCatalogue *catalogue)
{
  const GlaTableColumn columns[] = {
    { _("Product"), FALSE, TRUE }, { _("Unopened"), TRUE, FALSE }, { _("Level"), TRUE, FALSE },
    { _("Missing"), TRUE, FALSE },
  };
  GlaSmallTable *table = NULL;

  for (guint i = 0; i < sums->len; i++)
    {
      const GlaStockSum *sum = sums->pdata[i];
      g_autofree char *name = gla_pack_get_name (catalogue, sum->product, NULL);
      const int numbers[] = { (int) sum->n_unopened, sum->level,
                              sum->level - (int) sum->n_unopened };

      if (!gla_stock_sum_is_low (sum))
        continue;
      if (table == NULL)
        {
          GtkWidget *title = gtk_label_new (_("To Order"));

          gtk_label_set_xalign (GTK_LABEL (title), 0);
          gtk_widget_add_css_class (title, "heading");
          gtk_box_append (box, title);
          table = GLA_SMALL_TABLE (gla_small_table_new (_("To Order"), columns,
                                                        G_N_ELEMENTS (columns)));
          gtk_box_append (box, GTK_WIDGET (table));
        }
      gla_small_table_begin_row (table, NULL);
      gla_small_table_add_text (table, name, NULL);
      for (gsize n = 0; n < G_N_ELEMENTS (numbers); n++)
        {
          g_autofree char *number = g_strdup_printf ("%d", numbers[n]);

          gla_small_table_add_text (table, number, NULL);
        }
    }
}

void
gla_stock_tables_fill (GtkBox             *box,
                       GPtrArray          *stock,
                       const GlaConstants *constants,
                       const GlaFridgeLog *fridge,
                       GPtrArray          *sums,
                       gboolean            with_value,
                       const char         *now)
{
  g_autoptr (GPtrArray) vials = g_ptr_array_new ();
  GlaCatalogue *catalogue;
  GlaSmallTable *table = NULL;

  g_return_if_fail (GTK_IS_BOX (box) && stock != NULL && constants != NULL && now != NULL);

  clear (box);
  catalogue = gla_constants_get_catalogue (constants);
  add_orders (box, sums, catalogue);
  if (stock->len == 0)
    {
      add_nothing (box);
      return;
    }
  for (guint i = 0; i < stock->len; i++)
    g_ptr_array_add (vials, ((GlaStockVial *) stock->pdata[i])->vial);
  for (guint i = 0; i < stock->len; i++)
    {
      const GlaStockVial *vial = stock->pdata[i];
      const GlaStockVial *before = i > 0 ? stock->pdata[i - 1] : NULL;

      if (before == NULL || !g_str_equal (before->vial->product, vial->vial->product))
        table = add_table (box, catalogue, vial->vial->product,
                           gla_stock_sums_find (sums, vial->vial->product), with_value);
      add_row (table, vial, constants, fridge, vials, now);
    }
}

static void
add_units (GlaSmallTable *table,
           GlaUnits       units,
           gboolean       is_gap)
{
  g_autofree char *size = gla_units_format (ABS (units));
  g_autofree char *text = g_strconcat (units < 0 ? "−" : "", size, NULL);

  gla_small_table_add_text (table, text, is_gap && units != 0 ? "warning" : NULL);
}

void
gla_stock_tables_fill_balance (GtkBox       *box,
                               GPtrArray    *balance,
                               GlaCatalogue *catalogue)
{
  const GlaTableColumn columns[] = {
    { _("Day"), FALSE, FALSE },    { _("Product"), FALSE, TRUE }, { _("Drawn"), TRUE, FALSE },
    { _("Charted"), TRUE, FALSE }, { _("Wasted"), TRUE, FALSE },
    { _("Not accounted for"), TRUE, FALSE },
  };
  GlaSmallTable *table;

  g_return_if_fail (GTK_IS_BOX (box) && balance != NULL && catalogue != NULL);

  clear (box);
  if (balance->len == 0)
    return;
  table = GLA_SMALL_TABLE (gla_small_table_new (_("Where the units went"), columns,
                                                G_N_ELEMENTS (columns)));
  for (guint i = 0; i < balance->len; i++)
    {
      const GlaDayBalance *day = balance->pdata[i];
      g_autofree char *date = gla_day_format (day->day, GLA_DAY_EXACT);
      g_autofree char *product = gla_pack_get_name (catalogue, day->product, NULL);

      gla_small_table_begin_row (table, NULL);
      gla_small_table_add_text (table, date, NULL);
      gla_small_table_add_text (table, product, NULL);
      add_units (table, day->charted + day->wasted + day->gap, FALSE);
      add_units (table, day->charted, FALSE);
      add_units (table, day->wasted, FALSE);
      add_units (table, day->gap, TRUE);
    }
  gtk_box_append (box, GTK_WIDGET (table));
}
