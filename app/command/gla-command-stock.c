/* SPDX-License-Identifier: GPL-3.0-or-later */

/* stock: the vials, and where their units went; lot: who had a lot. */

#include "config.h"

#include "gla-command-private.h"

#include "gla-i18n.h"
#include "gla-patient.h"
#include "gla-store-lot.h"
#include "gla-store-stock.h"
#include "gla-words.h"

#include <stdio.h>

/* How far back --days goes at most; a balance of years is a matter for the insights. */
#define MAX_DAYS 3660

/* Words are data, so that a program can read them. */
static const char *
get_state (GlaVialState state)
{
  static const char *const states[] = { "sealed", "open", "finished", "discarded", "held" };

  return states[state];
}

static void
print_units (GlaUnits units)
{
  g_autofree char *text = NULL;

  /* A sum that went below nothing has its sign before it. */
  if (units != GLA_UNITS_UNKNOWN && units < 0)
    {
      g_autofree char *size = gla_units_to_text (-units);

      text = g_strconcat ("-", size, NULL);
    }
  else
    text = gla_units_to_text (units);
  gla_command_print_cell (text, FALSE);
}

static void
print_vial (const GlaStockVial *stock)
{
  const GlaVial *vial = stock->vial;
  g_autofree char *diluent = vial->diluent_volume > 0
                               ? g_strdup_printf ("%" G_GINT64_FORMAT, vial->diluent_volume)
                               : NULL;
  char day[11];

  gla_command_print_cell (vial->product, FALSE);
  gla_command_print_cell (vial->presentation, FALSE);
  gla_command_print_cell (vial->lot, FALSE);
  gla_command_print_cell (gla_day_write_iso (vial->expiry, day), FALSE);
  gla_command_print_cell (get_state (vial->state), FALSE);
  print_units (vial->content);
  print_units (stock->ledger.charted);
  print_units (stock->ledger.wasted);
  print_units (gla_vial_ledger_get_left (&stock->ledger));
  print_units (gla_vial_ledger_get_gap (&stock->ledger, vial->state));
  gla_command_print_cell (vial->reconstituted, FALSE);
  gla_command_print_cell (diluent, FALSE);
  print_units (gla_vial_get_strength (vial));
  gla_command_print_cell (vial->serial, FALSE);
  gla_command_print_cell (vial->id, TRUE);
}

static gboolean
print_stock (GlaStore  *store,
             gboolean   all,
             GError   **error)
{
  g_autoptr (GPtrArray) stock = gla_store_list_stock (store, all, error);

  if (stock == NULL)
    return FALSE;
  printf ("product\tpresentation\tlot\texpiry\tstate\tcontent\tcharted\twasted\tleft\tgap\tmixed\t"
          "diluent_ul\tunits_per_0.1ml\tserial\tvial\n");
  for (guint i = 0; i < stock->len; i++)
    print_vial (stock->pdata[i]);
  return TRUE;
}

static gboolean
print_balance (GlaStore  *store,
               GlaDay     today,
               int        days,
               GError   **error)
{
  g_autoptr (GPtrArray) list = gla_store_list_balance (store, today - days + 1, today, error);

  if (list == NULL)
    return FALSE;
  printf ("day\tproduct\tdrawn\tcharted\twasted\tgap\n");
  for (guint i = 0; i < list->len; i++)
    {
      const GlaDayBalance *balance = list->pdata[i];
      g_autofree char *gap = NULL;
      char day[11];

      gla_command_print_cell (gla_day_write_iso (balance->day, day), FALSE);
      gla_command_print_cell (balance->product, FALSE);
      print_units (balance->charted + balance->wasted + balance->gap);
      print_units (balance->charted);
      print_units (balance->wasted);
      gap = gla_units_to_text (ABS (balance->gap));
      printf ("%s%s\n", balance->gap < 0 ? "-" : "", gap);
    }
  return TRUE;
}

gboolean
gla_command_stock (int      argc,
                   char   **argv,
                   GError **error)
{
  g_auto (GlaCommandOptions) options = { NULL };
  g_autoptr (GlaStore) store = NULL;
  gboolean all = FALSE;
  int days = 0;
  const GOptionEntry entries[] = {
    { "all", 0, 0, G_OPTION_ARG_NONE, &all, N_("Also vials that are finished or discarded"), NULL },
    { "days", 0, 0, G_OPTION_ARG_INT, &days,
      N_("In place of vials, where the units of the last NUMBER days went"), N_("NUMBER") },
    { NULL },
  };

  if (!gla_command_parse (&argc, &argv, NULL,
                          _("Lists the vials of the stock with the units that were charted, "
                            "wasted and left; with --days, for each day and product the units "
                            "drawn from vials that day: charted, wasted, and not accounted for "
                            "(gap). Units of different products are not added."),
                          entries, &options, error) ||
      !gla_command_expect (argc, 0, 0, "[--all] [--days NUMBER]", error))
    return FALSE;
  if (days < 0 || days > MAX_DAYS)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _("--days: give a number from 1 to %d"), MAX_DAYS);
      return FALSE;
    }
  store = gla_command_open (&options, GLA_STORE_READ_ONLY, error);
  if (store == NULL)
    return FALSE;
  return days > 0 ? print_balance (store, options.today, days, error)
                  : print_stock (store, all, error);
}

static void
print_use (const GlaLotUse *use)
{
  GlaPatient patient = { .family_name = use->family_name, .given_name = use->given_name };
  g_autofree char *name = gla_patient_get_name (&patient);
  char day[11];

  gla_command_print_cell (use->number, FALSE);
  gla_command_print_cell (name, FALSE);
  gla_command_print_cell (use->phone, FALSE);
  gla_command_print_cell (use->may_contact ? "yes" : "no", FALSE);
  gla_command_print_cell (gla_day_write_iso (use->day, day), FALSE);
  gla_command_print_cell (use->area, FALSE);
  gla_command_print_cell (gla_side_to_key (use->side), FALSE);
  print_units (use->units);
  gla_command_print_cell (use->product, FALSE);
  gla_command_print_cell (use->lot, TRUE);
}

gboolean
gla_command_lot (int      argc,
                 char   **argv,
                 GError **error)
{
  g_auto (GlaCommandOptions) options = { NULL };
  g_autoptr (GlaStore) store = NULL;
  g_autoptr (GPtrArray) uses = NULL;

  if (!gla_command_parse (&argc, &argv, "LOT",
                          _("Lists who had a lot: patient, how to reach them, day, area, units."),
                          NULL, &options, error) ||
      !gla_command_expect (argc, 1, 1, "LOT", error))
    return FALSE;
  store = gla_command_open (&options, GLA_STORE_READ_ONLY, error);
  if (store == NULL || (uses = gla_store_list_lot_uses (store, argv[1], error)) == NULL)
    return FALSE;
  printf ("patient\tname\tphone\tmay_contact\tday\tarea\tside\tunits\tproduct\tlot\n");
  for (guint i = 0; i < uses->len; i++)
    print_use (uses->pdata[i]);
  return TRUE;
}
