/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gla-scan.h"

G_BEGIN_DECLS

/** GlaCartonFunc: a vial was added to the stock. */
typedef void (*GlaCartonFunc) (const char *vial, gpointer user_data);

/**
 * gla_carton_form_new:
 * @scan: (nullable): what the code says; NULL: all is typed
 * @verb: the label of the button, such as "Add to Stock"
 * @func: called once the vial is saved, unless the person backs out
 * @owner: @func is not called any more once this is gone
 *
 * A window that shows product, lot, and expiry of a carton to be compared with what
 * is printed on it, and adds the vial to the stock. Which product a number means is
 * asked once, and learned.
 */
GtkWindow  *gla_carton_form_new  (GtkWindow       *parent,
                                  GlaContext      *context,
                                  const GlaScan   *scan,
                                  const char      *verb,
                                  GlaCartonFunc    func,
                                  GObject         *owner);

G_END_DECLS
