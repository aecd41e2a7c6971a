/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-carton-form.h"

#include "gla-accessible.h"
#include "gla-day-row.h"
#include "gla-fridge-log.h"
#include "gla-i18n.h"
#include "gla-moment.h"
#include "gla-pack-choice.h"
#include "gla-small-form.h"
#include "gla-store-fridge.h"
#include "gla-store-purchase.h"
#include "gla-wedge.h"

#include <string.h>

typedef struct
{
  GlaContext *context;
  GlaGs1 gs1;           /* all empty if nothing was scanned */
  GlaCarton *carton;    /* what was known of the product number, or NULL */
  GPtrArray *packs;     /* (element-type GlaPack): behind the choice, which has "choose" first */
  AdwComboRow *pack_row;
  AdwEntryRow *lot_row;
  GlaDayRow *expiry_row;
  GPtrArray *fridges;   /* (element-type GlaFridge): behind the choice, or NULL */
  AdwComboRow *fridge_row;
  AdwEntryRow *supplier_row;
  AdwEntryRow *delivery_row;
  AdwEntryRow *price_row; /* NULL for who need not know it */
  GlaCartonFunc func;
  GWeakRef owner;
} Carton;

/* What is to be saved, and who is told. */
typedef struct
{
  GlaCarton *learned; /* or NULL */
  GlaVial *vial;
  GlaVialPurchase *purchase; /* or NULL */
  char *fridge;              /* or NULL */
  char *moment;
} ReceiveJob;

typedef struct
{
  GlaContext *context;
  GtkWindow *window;
  GlaCartonFunc func;
  GWeakRef owner;
} Done;

static void
carton_free (gpointer  data,
             GClosure *closure)
{
  Carton *self = data;

  g_object_unref (self->context);
  g_clear_pointer (&self->carton, gla_carton_unref);
  g_ptr_array_unref (self->packs);
  g_clear_pointer (&self->fridges, g_ptr_array_unref);
  g_weak_ref_clear (&self->owner);
  g_free (self);
}

static void
receive_job_free (ReceiveJob *job)
{
  g_clear_pointer (&job->learned, gla_carton_unref);
  g_clear_pointer (&job->vial, gla_vial_unref);
  g_clear_pointer (&job->purchase, gla_vial_purchase_unref);
  g_free (job->fridge);
  g_free (job->moment);
  g_free (job);
}

static gpointer
receive (GlaStore      *store,
         gpointer       data,
         GCancellable  *cancellable,
         GError       **error)
{
  ReceiveJob *job = data;
  char *id = NULL;

  return gla_store_receive_delivery (store, job->learned, job->vial, job->purchase, job->fridge,
                                     job->moment, &id, error)
           ? id
           : NULL;
}

static void
received_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  Done *done = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = gla_store_worker_run_finish (GLA_STORE_WORKER (source), result, &error);
  g_autoptr (GObject) owner = g_weak_ref_get (&done->owner);

  if (id == NULL)
    {
      gtk_widget_set_sensitive (GTK_WIDGET (done->window), TRUE);
      gla_context_show_error (done->context, _("The vial was not added"), error);
    }
  else
    {
      gla_context_did_add (done->context, _("Vial added to the stock"), GLA_TABLE_VIAL,
                           (const char *const[]) { id, NULL });
      gtk_window_destroy (done->window);
      if (owner != NULL && done->func != NULL)
        done->func (id, owner);
    }
  g_object_unref (done->window);
  g_object_unref (done->context);
  g_weak_ref_clear (&done->owner);
  g_free (done);
}

static const GlaPack *
get_pack (Carton *self)
{
  guint selected = adw_combo_row_get_selected (self->pack_row);

  return selected > 0 && selected <= self->packs->len ? self->packs->pdata[selected - 1] : NULL;
}

/* Only what differs from what was known is learned. */
static GlaCarton *
make_learned (Carton        *self,
              const GlaPack *pack)
{
  GlaCarton carton = { .gtin = self->gs1.gtin, .product = pack->product,
                       .presentation = pack->presentation, .content = pack->units };

  if (self->gs1.gtin[0] == '\0' ||
      (self->carton != NULL && g_str_equal (self->carton->product, pack->product) &&
       g_strcmp0 (self->carton->presentation, pack->presentation) == 0))
    return NULL;
  carton.revision = self->carton != NULL ? self->carton->revision : 0;
  return gla_carton_new (&carton);
}

static GlaVial *
make_vial (Carton        *self,
           const GlaPack *pack)
{
  g_autofree char *lot = gla_small_form_dup_text (self->lot_row);
  g_autofree char *supplier = gla_small_form_dup_text (self->supplier_row);

  return gla_vial_new (&(GlaVial) {
    .product = pack->product,
    .presentation = pack->presentation,
    .lot = lot,
    .expiry = gla_day_row_get_day (self->expiry_row, NULL),
    .content = pack->units,
    .received = gla_context_get_today (self->context),
    .supplier = supplier,
    .gtin = self->gs1.gtin[0] != '\0' ? self->gs1.gtin : NULL,
    .serial = self->gs1.serial[0] != '\0' ? self->gs1.serial : NULL,
  });
}

/* The next pack of a delivery has the same supplier and note, and a pack of one kind its price. */
#define LAST_SUPPLIER "gla-last-supplier"
#define LAST_DELIVERY "gla-last-delivery"

static char *
make_price_key (const char *product,
                const char *presentation)
{
  return g_strdup_printf ("gla-last-price %s %s", product,
                          presentation != NULL ? presentation : "");
}

static void
remember (Carton        *self,
          const GlaPack *pack)
{
  g_autofree char *key = make_price_key (pack->product, pack->presentation);

  g_object_set_data_full (G_OBJECT (self->context), LAST_SUPPLIER,
                          gla_small_form_dup_text (self->supplier_row), g_free);
  g_object_set_data_full (G_OBJECT (self->context), LAST_DELIVERY,
                          gla_small_form_dup_text (self->delivery_row), g_free);
  if (self->price_row != NULL)
    g_object_set_data_full (G_OBJECT (self->context), key,
                            gla_small_form_dup_text (self->price_row), g_free);
}

/* FALSE if the price can't be read. */
static gboolean
make_purchase (GlaSmallForm     *form,
               Carton           *self,
               GlaVialPurchase **purchase)
{
  g_autofree char *delivery = gla_small_form_dup_text (self->delivery_row);
  g_autofree char *text = self->price_row != NULL ? gla_small_form_dup_text (self->price_row) : NULL;
  GlaVialPurchase fields = { .delivery = delivery, .price = GLA_PRICE_UNKNOWN };

  *purchase = NULL;
  if (text != NULL && !gla_price_parse (text, &fields.price))
    {
      gla_small_form_set_error (form, self->price_row, _("Give an amount, such as 412.50."));
      return FALSE;
    }
  if (delivery != NULL || text != NULL)
    *purchase = gla_vial_purchase_new (&fields);
  return TRUE;
}

static char *
dup_fridge (Carton *self)
{
  guint selected = self->fridge_row != NULL ? adw_combo_row_get_selected (self->fridge_row) : 0;

  return self->fridge_row != NULL && selected < self->fridges->len
           ? g_strdup (((GlaFridge *) self->fridges->pdata[selected])->id)
           : NULL;
}

static void
save_cb (GlaSmallForm *form,
         Carton       *self)
{
  g_autoptr (GlaVialPurchase) purchase = NULL;
  const GlaPack *pack = get_pack (self);
  g_autofree char *lot = gla_small_form_dup_text (self->lot_row);
  g_autoptr (GObject) owner = g_weak_ref_get (&self->owner);
  ReceiveJob *job;
  Done *done;

  if (pack == NULL)
    {
      gla_small_form_set_error (form, NULL, _("Choose the product."));
      gtk_widget_grab_focus (GTK_WIDGET (self->pack_row));
      return;
    }
  if (lot == NULL)
    {
      gla_small_form_set_error (form, self->lot_row, _("Give the lot as it stands on the carton."));
      return;
    }
  if (!gla_day_row_is_valid (self->expiry_row))
    {
      gla_small_form_set_error (form, ADW_ENTRY_ROW (self->expiry_row),
                                _("The date of expiry can’t be read."));
      return;
    }
  if (!make_purchase (form, self, &purchase))
    return;
  remember (self, pack);
  job = g_new0 (ReceiveJob, 1);
  job->purchase = g_steal_pointer (&purchase);
  job->fridge = dup_fridge (self);
  job->learned = make_learned (self, pack);
  job->vial = make_vial (self, pack);
  job->moment = gla_moment_now (self->context);
  done = g_new0 (Done, 1);
  done->context = g_object_ref (self->context);
  done->window = g_object_ref (GTK_WINDOW (form));
  done->func = self->func;
  g_weak_ref_init (&done->owner, owner);
  /* Pressing the button twice must not add two vials. */
  gtk_widget_set_sensitive (GTK_WIDGET (form), FALSE);
  gla_store_worker_run_async (gla_context_get_worker (self->context), receive, job,
                              (GDestroyNotify) receive_job_free, g_free, NULL, received_cb, done);
}

static GlaDayRow *
make_expiry_row (Carton *self)
{
  GlaDayRow *row = GLA_DAY_ROW (gla_day_row_new (_("Use by")));

  gla_day_row_set_reading (row, gla_context_get_day_order (self->context),
                           gla_context_get_today (self->context), FALSE);
  gla_day_row_set_limits (row, gla_day_new (2000, 1, 1), gla_day_new (2100, 1, 1),
                          _("Write the year with four digits"));
  if (self->gs1.expiry != GLA_DAY_NONE)
    gla_day_row_set_day (row, self->gs1.expiry, GLA_DAY_EXACT);
  return row;
}

/* What to look at: the numbers that nobody types, what is doubtful, and what is learned. */
static char *
make_note (Carton *self)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  if (self->gs1.serial[0] != '\0')
    g_ptr_array_add (lines, g_strdup_printf (_("Serial number %s"), self->gs1.serial));
  if (self->gs1.gtin[0] != '\0' && self->carton == NULL)
    g_ptr_array_add (lines, g_strdup_printf (_("The product number %s is new. Choose the product "
                                               "once, and it is known from now on."),
                                             self->gs1.gtin));
  for (guint flag = 1; flag <= self->gs1.warnings; flag <<= 1)
    if ((self->gs1.warnings & flag) != 0)
      g_ptr_array_add (lines, g_strdup (gla_gs1_describe_warning (flag)));
  if (self->gs1.lot[0] != '\0')
    g_ptr_array_add (lines, g_strdup (_("Compare with what is printed on the carton.")));
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

static const char *
get_last (Carton     *self,
          const char *key)
{
  return g_object_get_data (G_OBJECT (self->context), key);
}

/* Where it came from and went to: filled in once for a delivery. */
static void
add_delivery_rows (GlaSmallForm *form,
                   Carton       *self)
{
  g_autofree char *key = self->carton != NULL
                           ? make_price_key (self->carton->product, self->carton->presentation)
                           : NULL;
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  self->supplier_row = gla_small_form_add_entry (form, _("Supplier"),
                                                 get_last (self, LAST_SUPPLIER));
  self->delivery_row = gla_small_form_add_entry (form, _("Number of the delivery note"),
                                                 get_last (self, LAST_DELIVERY));
  if (gla_context_get_role (self->context) == GLA_ROLE_OWNER)
    self->price_row = gla_small_form_add_entry (form, _("Price of the pack"),
                                                key != NULL ? get_last (self, key) : NULL);
  self->fridges = gla_store_list_fridges (gla_context_get_reader (self->context), NULL);
  if (self->fridges == NULL || self->fridges->len < 2)
    return;
  for (guint i = 0; i < self->fridges->len; i++)
    g_strv_builder_add (names, gla_fridge_get_name (self->fridges->pdata[i]));
  list = g_strv_builder_end (names);
  self->fridge_row = gla_small_form_add_choice (form, _("Fridge"), (const char *const *) list, 0);
}

static void
add_rows (GlaSmallForm *form,
          Carton       *self)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;
  g_autofree char *note = NULL;
  int known = self->carton != NULL ? gla_pack_choice_find (self->packs, self->carton->product,
                                                           self->carton->presentation)
                                   : -1;

  g_strv_builder_add (names, _("Choose…"));
  for (guint i = 0; i < self->packs->len; i++)
    g_strv_builder_add (names, ((GlaPack *) self->packs->pdata[i])->name);
  list = g_strv_builder_end (names);
  self->pack_row = gla_small_form_add_choice (form, _("Product"), (const char *const *) list,
                                              (guint) (known + 1));
  self->lot_row = gla_small_form_add_entry (form, _("Lot"), self->gs1.lot);
  self->expiry_row = make_expiry_row (self);
  gla_small_form_add_row (form, GTK_WIDGET (self->expiry_row));
  add_delivery_rows (form, self);
  note = make_note (self);
  if (note[0] != '\0')
    gla_small_form_set_note (form, note);
}

/* One carton after the other: what was typed here is not to be mixed with the next code. */
static void
scanned_cb (GlaSmallForm *form)
{
  gla_small_form_set_error (form, NULL, _("Save or cancel this vial, then scan the next carton."));
}

GtkWindow *
gla_carton_form_new (GtkWindow     *parent,
                     GlaContext    *context,
                     const GlaScan *scan,
                     const char    *verb,
                     GlaCartonFunc  func,
                     GObject       *owner)
{
  GlaSmallForm *form;
  Carton *self;

  g_return_val_if_fail (GLA_IS_CONTEXT (context) && verb != NULL, NULL);

  form = gla_small_form_new (parent, _("New Vial"));
  self = g_new0 (Carton, 1);
  self->context = g_object_ref (context);
  self->gs1 = (GlaGs1) { .expiry = GLA_DAY_NONE, .made = GLA_DAY_NONE };
  if (scan != NULL)
    {
      self->gs1 = scan->gs1;
      self->carton = scan->carton != NULL ? gla_carton_ref (scan->carton) : NULL;
    }
  self->packs = gla_pack_choice_list (gla_context_get_catalogue (context));
  self->func = func;
  g_weak_ref_init (&self->owner, owner);
  gla_small_form_set_verb (form, verb);
  add_rows (form, self);
  g_signal_connect_data (form, "save", G_CALLBACK (save_cb), self, carton_free, 0);
  g_signal_connect_object (gla_wedge_attach (GTK_WINDOW (form)), "scanned",
                           G_CALLBACK (scanned_cb), form, G_CONNECT_SWAPPED);
  /* Scan, Enter: nothing else is to be done for a product that is known. */
  if (self->carton != NULL && self->gs1.lot[0] != '\0')
    gla_small_form_focus_save (form);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->carton == NULL ? (gpointer) self->pack_row
                                                            : (gpointer) self->lot_row));
  return GTK_WINDOW (form);
}
