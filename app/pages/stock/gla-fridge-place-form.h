/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "gla-context.h"
#include "gla-fridge-log.h"
#include "gla-store-stock.h"

G_BEGIN_DECLS

/*
 * What is said about fridges, each in a form of its own that is shown, saves, and offers Undo.
 */

/** gla_fridge_form_add: a further fridge. */
void  gla_fridge_form_add       (GtkWindow           *parent,
                                 GlaContext          *context);

/** gla_fridge_form_rename: gives a fridge another name. */
void  gla_fridge_form_rename    (GtkWindow           *parent,
                                 GlaContext          *context,
                                 const GlaFridge     *fridge);

/** gla_fridge_form_move: @stock: (element-type GlaStockVial): of which others of the same lot may move along. */
void  gla_fridge_form_move      (GtkWindow           *parent,
                                 GlaContext          *context,
                                 GlaFridgeLog        *log,
                                 GPtrArray           *stock,
                                 const GlaVial       *vial);

/** gla_fridge_form_answer: what the manufacturer says to what happened to @vial. */
void  gla_fridge_form_answer    (GtkWindow           *parent,
                                 GlaContext          *context,
                                 const GlaExcursion  *excursion,
                                 const GlaVial       *vial);

/** gla_fridge_form_take_back: asks why, and voids a record. */
void  gla_fridge_form_take_back (GtkWindow           *parent,
                                 GlaContext          *context,
                                 GlaRecordTable       table,
                                 const char          *id);

G_END_DECLS
