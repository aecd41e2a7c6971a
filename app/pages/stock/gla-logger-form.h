/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "gla-context.h"
#include "gla-fridge-log.h"

G_BEGIN_DECLS

/**
 * gla_logger_form_new:
 * @path: (type filename): the table that a temperature logger wrote
 *
 * A window that shows how the file was read, with what could not be taken line by line, lets
 * the order of day and month and the unit be set where the file does not tell, and takes it in.
 */
GtkWindow  *gla_logger_form_new  (GtkWindow     *parent,
                                  GlaContext    *context,
                                  GlaFridgeLog  *log,
                                  const char    *path);

G_END_DECLS
