/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-stock-page.h"

#include "gla-carton-form.h"
#include "gla-file-dialogs.h"
#include "gla-fridge-form.h"
#include "gla-fridge-place-form.h"
#include "gla-fridge-view.h"
#include "gla-i18n.h"
#include "gla-logger-form.h"
#include "gla-lot-window.h"
#include "gla-mix-form.h"
#include "gla-moment.h"
#include "gla-reorder-form.h"
#include "gla-stock-forms.h"
#include "gla-stock-tables.h"
#include "gla-store-lot.h"
#include "gla-store-stock.h"

/* Days of which it is shown where the units went. */
#define BALANCE_DAYS 14

struct _GlaStockPage
{
  AdwBin parent_instance;

  /* Template */
  GtkStack *stack;
  GtkToggleButton *finished_button;
  GtkBox *vials_box;
  GtkWidget *balance_title;
  GtkBox *balance_box;
  GtkBox *fridge_box;

  /* Owned */
  GlaContext *context;
  GPtrArray *stock;   /* (element-type GlaStockVial): what is shown, or NULL */
  GlaFridgeLog *fridge; /* likewise */
  GPtrArray *sums;      /* (element-type GlaStockSum): likewise */

  guint reading;      /* number of the newest reading */
};

G_DEFINE_FINAL_TYPE (GlaStockPage, gla_stock_page, ADW_TYPE_BIN)

enum { SIGNAL_OPEN_PATIENT, N_SIGNALS };
static guint signals[N_SIGNALS];

/* What is read, and what is found. */
typedef struct
{
  gboolean all;
  GlaDay today;
  GlaCatalogue *catalogue;
  GPtrArray *stock;
  GPtrArray *balance;
  GPtrArray *sums;
  GlaFridgeLog *fridge;
} Reading;

typedef struct
{
  GlaStockPage *page;
  guint number;
} ReadingFor;

static void
reading_free (Reading *reading)
{
  g_clear_pointer (&reading->stock, g_ptr_array_unref);
  g_clear_pointer (&reading->balance, g_ptr_array_unref);
  g_clear_pointer (&reading->sums, g_ptr_array_unref);
  g_clear_pointer (&reading->fridge, gla_fridge_log_unref);
  gla_catalogue_unref (reading->catalogue);
  g_free (reading);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

static gpointer
read_stock (GlaStore      *store,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  const Reading *asked = data;
  g_autoptr (Reading) found = g_new0 (Reading, 1);

  found->catalogue = gla_catalogue_ref (asked->catalogue);
  found->stock = gla_store_list_stock (store, asked->all, error);
  if (found->stock == NULL)
    return NULL;
  gla_stock_sort (found->stock);
  found->balance = gla_store_list_balance (store, asked->today - BALANCE_DAYS + 1, asked->today,
                                           error);
  if (found->balance == NULL)
    return NULL;
  found->sums = gla_stock_sums_read (store, found->stock, asked->today, error);
  if (found->sums == NULL)
    return NULL;
  found->fridge = gla_fridge_log_read (store, asked->catalogue, found->stock, asked->today,
                                       error);
  return found->fridge != NULL ? g_steal_pointer (&found) : NULL;
}

static void
show_reading (GlaStockPage *self,
              Reading      *reading)
{
  GlaCatalogue *catalogue = gla_context_get_catalogue (self->context);
  g_autofree char *now = gla_moment_now (self->context);

  g_clear_pointer (&self->stock, g_ptr_array_unref);
  self->stock = g_ptr_array_ref (reading->stock);
  g_clear_pointer (&self->sums, g_ptr_array_unref);
  self->sums = g_ptr_array_ref (reading->sums);
  gla_stock_tables_fill (self->vials_box, self->stock, gla_context_get_constants (self->context),
                         reading->fridge, self->sums,
                         gla_context_get_role (self->context) == GLA_ROLE_OWNER, now);
  gla_stock_tables_fill_balance (self->balance_box, reading->balance, catalogue);
  gtk_widget_set_visible (self->balance_title, reading->balance->len > 0);
  gla_fridge_view_fill (self->fridge_box, reading->fridge, self->stock, catalogue);
  g_clear_pointer (&self->fridge, gla_fridge_log_unref);
  self->fridge = gla_fridge_log_ref (reading->fridge);
  gtk_stack_set_visible_child_name (self->stack, self->stock->len > 0 || reading->balance->len > 0
                                                     || self->sums->len > 0
                                                     || self->fridge->looks->len > 0
                                                     || self->fridge->imports->len > 0
                                                     || self->fridge->fridges->len > 1
                                                   ? "vials"
                                                   : "empty");
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autofree ReadingFor *reading_for = user_data;
  g_autoptr (GlaStockPage) self = reading_for->page;
  g_autoptr (GError) error = NULL;
  Reading *reading = gla_store_worker_run_finish (GLA_STORE_WORKER (source), result, &error);

  if (self->context != NULL && reading_for->number == self->reading)
    {
      if (reading != NULL)
        show_reading (self, reading);
      else
        gla_context_show_error (self->context, _("The stock can’t be shown"), error);
    }
  g_clear_pointer (&reading, reading_free);
}

/* Only while it can be seen: what changed meanwhile is read when it is shown. */
static void
refresh (GlaStockPage *self)
{
  Reading *asked;
  ReadingFor *reading_for;

  if (self->context == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  asked = g_new0 (Reading, 1);
  asked->all = gtk_toggle_button_get_active (self->finished_button);
  asked->today = gla_context_get_today (self->context);
  asked->catalogue = gla_catalogue_ref (gla_context_get_catalogue (self->context));
  reading_for = g_new0 (ReadingFor, 1);
  reading_for->page = g_object_ref (self);
  reading_for->number = ++self->reading;
  gla_store_worker_run_async (gla_context_get_worker (self->context), read_stock, asked,
                              (GDestroyNotify) reading_free, (GDestroyNotify) reading_free, NULL, read_cb, reading_for);
}

static GtkWindow *
get_window (GlaStockPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static const GlaStockVial *
find_vial (GlaStockPage *self,
           GVariant     *parameter)
{
  const char *id = g_variant_get_string (parameter, NULL);

  for (guint i = 0; self->stock != NULL && i < self->stock->len; i++)
    {
      const GlaStockVial *stock = self->stock->pdata[i];

      if (g_str_equal (stock->vial->id, id))
        return stock;
    }
  return NULL;
}

static void
new_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  GlaStockPage *self = GLA_STOCK_PAGE (widget);

  gtk_window_present (gla_carton_form_new (get_window (self), self->context, NULL,
                                           _("Add to Stock"), NULL, G_OBJECT (self)));
}

static void
fridge_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  GlaStockPage *self = GLA_STOCK_PAGE (widget);

  if (self->fridge != NULL)
    gtk_window_present (gla_fridge_form_new (get_window (self), self->context, self->fridge));
}

static void
add_fridge_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  GlaStockPage *self = GLA_STOCK_PAGE (widget);

  gla_fridge_form_add (get_window (self), self->context);
}

static void
rename_fridge_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  GlaStockPage *self = GLA_STOCK_PAGE (widget);
  const char *id = g_variant_get_string (parameter, NULL);

  for (guint i = 0; self->fridge != NULL && i < self->fridge->fridges->len; i++)
    {
      const GlaFridge *fridge = self->fridge->fridges->pdata[i];

      if (g_str_equal (fridge->id, id))
        {
          gla_fridge_form_rename (get_window (self), self->context, fridge);
          return;
        }
    }
}

void
gla_stock_page_import_log (GlaStockPage *self,
                           const char   *path)
{
  g_return_if_fail (GLA_IS_STOCK_PAGE (self) && path != NULL);

  if (self->fridge != NULL)
    gtk_window_present (gla_logger_form_new (get_window (self), self->context, self->fridge, path));
}

static void
log_chosen_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GlaStockPage) self = user_data;
  g_autoptr (GFile) file = gla_file_dialogs_finish (result);

  if (file != NULL && g_file_peek_path (file) != NULL && self->context != NULL)
    gla_stock_page_import_log (self, g_file_peek_path (file));
}

static void
import_log_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  gla_file_dialogs_open_async (get_window (GLA_STOCK_PAGE (widget)), _("Log of the Fridge"),
                               _("Open"), GLA_FILE_TABLE, NULL, NULL, log_chosen_cb,
                               g_object_ref (widget));
}

static void
level_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  GlaStockPage *self = GLA_STOCK_PAGE (widget);
  const char *product = g_variant_get_string (parameter, NULL);
  const GlaStockSum *sum = self->sums != NULL ? gla_stock_sums_find (self->sums, product) : NULL;

  gtk_window_present (gla_reorder_form_new (get_window (self), self->context, product,
                                            sum != NULL ? sum->level : 0));
}

static void
take_back_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  GlaStockPage *self = GLA_STOCK_PAGE (widget);
  GlaRecordTable table = g_str_equal (name, "stock.take-back-log")    ? GLA_TABLE_FRIDGE_IMPORT
                         : g_str_equal (name, "stock.take-back-look") ? GLA_TABLE_FRIDGE_READING
                                                                      : GLA_TABLE_FRIDGE_ANSWER;

  gla_fridge_form_take_back (get_window (self), self->context, table,
                             g_variant_get_string (parameter, NULL));
}

static void
answer_vial (GlaStockPage       *self,
             const GlaStockVial *stock)
{
  const GlaExcursion *excursion = gla_fridge_log_find (self->fridge, stock->vial->id);

  if (excursion != NULL)
    gla_fridge_form_answer (get_window (self), self->context, excursion, stock->vial);
}

static void
mix_vial (GlaStockPage       *self,
          const GlaStockVial *stock)
{
  g_autoptr (GPtrArray) vials = g_ptr_array_new ();

  for (guint i = 0; i < self->stock->len; i++)
    g_ptr_array_add (vials, ((GlaStockVial *) self->stock->pdata[i])->vial);
  gtk_window_present (gla_mix_form_new (get_window (self), self->context, stock->vial, vials));
}

static void
vial_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  GlaStockPage *self = GLA_STOCK_PAGE (widget);
  const GlaStockVial *stock = find_vial (self, parameter);
  static const struct
  {
    const char *name;
    void (*func) (GtkWindow *parent, GlaContext *context, const GlaStockVial *stock);
  } forms[] = {
    { "stock.waste", gla_stock_form_waste },
    { "stock.discard", gla_stock_form_discard },
    { "stock.hold", gla_stock_form_hold },
    { "stock.correct", gla_stock_form_correct },
  };

  if (stock == NULL)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    if (g_str_equal (forms[i].name, name))
      forms[i].func (get_window (self), self->context, stock);
  if (g_str_equal (name, "stock.mix"))
    mix_vial (self, stock);
  else if (g_str_equal (name, "stock.empty"))
    gla_stock_empty (self->context, stock);
  else if (g_str_equal (name, "stock.release"))
    gla_stock_release (self->context, stock);
  else if (g_str_equal (name, "stock.move"))
    gla_fridge_form_move (get_window (self), self->context, self->fridge, self->stock, stock->vial);
  else if (g_str_equal (name, "stock.answer"))
    answer_vial (self, stock);
  else if (g_str_equal (name, "stock.who"))
    gla_stock_page_ask_lot (self, stock->vial->lot);
}

static void
ask_lot_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  gla_stock_page_ask_lot (GLA_STOCK_PAGE (widget), NULL);
}

static void
gla_stock_page_dispose (GObject *object)
{
  GlaStockPage *self = GLA_STOCK_PAGE (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->stock, g_ptr_array_unref);
  g_clear_pointer (&self->fridge, gla_fridge_log_unref);
  g_clear_pointer (&self->sums, g_ptr_array_unref);
  G_OBJECT_CLASS (gla_stock_page_parent_class)->dispose (object);
}

static void
gla_stock_page_class_init (GlaStockPageClass *klass)
{
  static const char *const vial_actions[] = {
    "stock.mix", "stock.waste", "stock.empty", "stock.discard", "stock.hold", "stock.release",
    "stock.correct", "stock.who", "stock.move", "stock.answer",
  };
  static const char *const backs[] = { "stock.take-back-look", "stock.take-back-log",
                                       "stock.take-back-answer" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gla_stock_page_dispose;
  signals[SIGNAL_OPEN_PATIENT] = g_signal_new ("open-patient", G_TYPE_FROM_CLASS (klass),
                                               G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                               1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/glabella/Glabella/ui/pages/stock/gla-stock-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GlaStockPage, stack);
  gtk_widget_class_bind_template_child (widget_class, GlaStockPage, finished_button);
  gtk_widget_class_bind_template_child (widget_class, GlaStockPage, vials_box);
  gtk_widget_class_bind_template_child (widget_class, GlaStockPage, balance_title);
  gtk_widget_class_bind_template_child (widget_class, GlaStockPage, balance_box);
  gtk_widget_class_bind_template_child (widget_class, GlaStockPage, fridge_box);
  gtk_widget_class_bind_template_callback (widget_class, refresh);
  gtk_widget_class_install_action (widget_class, "stock.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "stock.fridge", NULL, fridge_action);
  gtk_widget_class_install_action (widget_class, "stock.import-log", NULL, import_log_action);
  gtk_widget_class_install_action (widget_class, "stock.level", "s", level_action);
  gtk_widget_class_install_action (widget_class, "stock.add-fridge", NULL, add_fridge_action);
  gtk_widget_class_install_action (widget_class, "stock.rename-fridge", "s", rename_fridge_action);
  for (gsize i = 0; i < G_N_ELEMENTS (backs); i++)
    gtk_widget_class_install_action (widget_class, backs[i], "s", take_back_action);
  gtk_widget_class_install_action (widget_class, "stock.ask-lot", NULL, ask_lot_action);
  for (gsize i = 0; i < G_N_ELEMENTS (vial_actions); i++)
    gtk_widget_class_install_action (widget_class, vial_actions[i], "s", vial_action);
}

static void
gla_stock_page_init (GlaStockPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
gla_stock_page_new (GlaContext *context)
{
  GlaStockPage *self;

  g_return_val_if_fail (GLA_IS_CONTEXT (context), NULL);

  self = g_object_new (GLA_TYPE_STOCK_PAGE, NULL);
  self->context = g_object_ref (context);
  g_signal_connect (self, "map", G_CALLBACK (refresh), NULL);
  g_signal_connect_object (context, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

static void
open_patient_cb (GlaStockPage *self,
                 const char   *patient)
{
  g_signal_emit (self, signals[SIGNAL_OPEN_PATIENT], 0, patient);
}

void
gla_stock_page_ask_lot (GlaStockPage *self,
                        const char   *lot)
{
  GtkWindow *window;

  g_return_if_fail (GLA_IS_STOCK_PAGE (self));

  window = gla_lot_window_new (get_window (self), self->context, lot);
  g_signal_connect_object (window, "open-patient", G_CALLBACK (open_patient_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (window);
}
