/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-scan.h"

#include "gla-lot-name.h"
#include "gla-setting.h"
#include "gla-store-read.h"

#include <string.h>

typedef struct
{
  GBytes *data;
  GlaDay today;
} LookUp;

static void
look_up_free (LookUp *look_up)
{
  g_bytes_unref (look_up->data);
  g_free (look_up);
}

void
gla_scan_free (GlaScan *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->carton, gla_carton_unref);
  g_clear_pointer (&self->vial, gla_stock_vial_free);
  g_free (self);
}

static gboolean
is_of_lot (const GlaStockVial *stock,
           const GlaGs1       *gs1,
           const GlaCarton    *carton)
{
  const GlaVial *vial = stock->vial;
  GlaUnits left = gla_vial_ledger_get_left (&stock->ledger);

  return carton != NULL && gla_lot_name_equal (vial->lot, gs1->lot) &&
         g_strcmp0 (vial->product, carton->product) == 0 &&
         g_strcmp0 (vial->presentation, carton->presentation) == 0 &&
         (vial->state == GLA_VIAL_SEALED || vial->state == GLA_VIAL_OPEN) &&
         (left == GLA_UNITS_UNKNOWN || left > 0);
}

const GlaStockVial *
gla_scan_find_vial (GPtrArray       *stock,
                    const GlaGs1    *gs1,
                    const GlaCarton *carton)
{
  const GlaStockVial *found = NULL;

  g_return_val_if_fail (stock != NULL && gs1 != NULL, NULL);

  for (guint i = 0; i < stock->len; i++)
    {
      const GlaStockVial *candidate = stock->pdata[i];

      if (gs1->lot[0] != '\0' && is_of_lot (candidate, gs1, carton) &&
          (found == NULL || (found->vial->state == GLA_VIAL_SEALED &&
                             candidate->vial->state == GLA_VIAL_OPEN)))
        found = candidate;
    }
  return found;
}

static char
read_separator (GlaStore *store)
{
  g_autofree char *text = gla_store_get_setting (store, GLA_SETTING_SCAN_SEPARATOR, NULL);

  return text != NULL && strlen (text) == 1 && gla_gs1_is_separator (text[0]) ? text[0] : '\0';
}

/* By the pack itself, whatever became of it, or one of its lot that can be used. */
static gboolean
find_in_store (GlaStore  *store,
               GlaScan   *scan,
               GError   **error)
{
  g_autoptr (GPtrArray) stock = NULL;
  g_autoptr (GError) local_error = NULL;
  guint i;

  if (scan->gs1.gtin[0] != '\0')
    scan->carton = gla_store_find_carton (store, scan->gs1.gtin, &local_error);
  if (local_error == NULL && scan->gs1.serial[0] != '\0')
    scan->vial = gla_store_find_pack (store, scan->gs1.gtin, scan->gs1.serial, &local_error);
  else if (local_error == NULL && scan->gs1.lot[0] != '\0')
    stock = gla_store_list_lot_stock (store, scan->gs1.lot, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (stock != NULL
      && g_ptr_array_find (stock, gla_scan_find_vial (stock, &scan->gs1, scan->carton), &i))
    scan->vial = g_ptr_array_steal_index (stock, i);
  return TRUE;
}

static gpointer
look_up (GlaStore      *store,
         gpointer       user_data,
         GCancellable  *cancellable,
         GError       **error)
{
  LookUp *data = user_data;
  g_autoptr (GlaScan) scan = g_new0 (GlaScan, 1);
  GlaGs1Reading reading = gla_gs1_read (g_bytes_get_data (data->data, NULL),
                                        (gssize) g_bytes_get_size (data->data),
                                        read_separator (store), data->today, &scan->gs1);

  if (reading != GLA_GS1_OK)
    {
      g_autofree char *fault = gla_gs1_describe_fault (reading, &scan->gs1);

      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, fault);
      return NULL;
    }
  return find_in_store (store, scan, error) ? g_steal_pointer (&scan) : NULL;
}

void
gla_scan_look_up_async (GlaContext          *context,
                        GBytes              *data,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  LookUp *job;

  g_return_if_fail (GLA_IS_CONTEXT (context) && data != NULL);

  job = g_new0 (LookUp, 1);
  job->data = g_bytes_ref (data);
  job->today = gla_context_get_today (context);
  gla_store_worker_run_async (gla_context_get_worker (context), look_up, job,
                              (GDestroyNotify) look_up_free, (GDestroyNotify) gla_scan_free, NULL,
                              callback, user_data);
}

GlaScan *
gla_scan_look_up_finish (GObject       *source,
                         GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (GLA_IS_STORE_WORKER (source), NULL);

  return gla_store_worker_run_finish (GLA_STORE_WORKER (source), result, error);
}
