/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-context.h"
#include "gla-vial.h"

G_BEGIN_DECLS

/* What is done with a whole lot: written by the worker, said in the window, and taken back by Undo. */

void  gla_lot_write_hold        (GlaContext     *context,
                                 const char     *product,
                                 const char     *lot,
                                 const char     *reason,
                                 const char     *moment);
void  gla_lot_write_release     (GlaContext     *context,
                                 const char     *product,
                                 const char     *lot,
                                 const char     *moment);

/** gla_lot_write_correction: of all vials of the product and lot of @vial, or of it alone if it has no lot. */
void  gla_lot_write_correction  (GlaContext     *context,
                                 const GlaVial  *vial,
                                 const char     *lot,
                                 const char     *reason);

G_END_DECLS
