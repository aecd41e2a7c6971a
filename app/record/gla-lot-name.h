/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * What a manufacturer calls a lot. Cartons bear capitals, people type what is quicker: two
 * names that differ in the case of letters alone are one lot, everywhere.
 */

/** gla_lot_name_equal: whether both name the same lot; %FALSE for %NULL. */
gboolean  gla_lot_name_equal    (const char  *a,
                                 const char  *b);

/** gla_lot_name_dup_key: (transfer full): the same text for all names of one lot. */
char     *gla_lot_name_dup_key  (const char  *name);

G_END_DECLS
