/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "gla-context.h"

G_BEGIN_DECLS

/** gla_backup_run: asks where to, writes a checked copy of the clinic file and says how it went. */
void  gla_backup_run   (GtkWindow  *parent,
                        GlaContext *context);

/** gla_backup_check: checks the clinic file and says in words what is wrong with it. */
void  gla_backup_check (GtkWindow  *parent,
                        GlaContext *context);

G_END_DECLS
