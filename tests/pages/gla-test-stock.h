/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-test-record.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The place Stock over a real clinic file. */

typedef struct
{
  GlaTestRecord *record;
  GtkWindow *window;
  GtkWidget *page;
  char *opened;     /* patient whose record was asked for */
} GlaTestStock;

/* For g_test_add(). */
void   gla_test_stock_set_up     (GlaTestStock  *self,
                                  gconstpointer  data);
void   gla_test_stock_tear_down  (GlaTestStock  *self,
                                  gconstpointer  data);

/* Shows the page in a window of its own. */
void   gla_test_stock_open       (GlaTestStock  *self);

/* (transfer full): a vial that is put into the stock, today or on @day. */
char  *gla_test_stock_receive    (GlaTestStock  *self,
                                  const char    *product,
                                  const char    *presentation,
                                  const char    *lot,
                                  GlaUnits       content);
char  *gla_test_stock_receive_on (GlaTestStock  *self,
                                  const char    *product,
                                  const char    *presentation,
                                  const char    *lot,
                                  GlaUnits       content,
                                  GlaDay         day);

/* Chooses from the menu of a vial, or presses a button of the page. */
void   gla_test_stock_act        (GlaTestStock  *self,
                                  const char    *action,
                                  const char    *target);

G_END_DECLS
