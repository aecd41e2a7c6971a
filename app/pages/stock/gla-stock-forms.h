/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gla-context.h"
#include "gla-store-stock.h"

G_BEGIN_DECLS

/* Small windows in which something is done with a vial or its lot, and what needs none. */

/** gla_stock_form_waste: units that were lost, and why. */
void  gla_stock_form_waste    (GtkWindow           *parent,
                               GlaContext          *context,
                               const GlaStockVial  *stock);

/** gla_stock_form_discard: the vial goes with what is left in it, and why. */
void  gla_stock_form_discard  (GtkWindow           *parent,
                               GlaContext          *context,
                               const GlaStockVial  *stock);

/** gla_stock_form_hold: all vials of the lot are set aside, and why. */
void  gla_stock_form_hold     (GtkWindow           *parent,
                               GlaContext          *context,
                               const GlaStockVial  *stock);

/** gla_stock_form_correct: the lot of all vials that have it is corrected. */
void  gla_stock_form_correct  (GtkWindow           *parent,
                               GlaContext          *context,
                               const GlaStockVial  *stock);

/** gla_stock_empty: nothing is left in the vial. */
void  gla_stock_empty         (GlaContext          *context,
                               const GlaStockVial  *stock);

/** gla_stock_release: the vials of the lot that are held may be used again. */
void  gla_stock_release       (GlaContext          *context,
                               const GlaStockVial  *stock);

G_END_DECLS
