/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "gla-agenda.h"

G_BEGIN_DECLS

/** gla_agenda_write_table: all rows as a CSV table with days in ISO; closes @stream. */
gboolean  gla_agenda_write_table  (const GlaAgenda  *self,
                                   GOutputStream    *stream,
                                   GError          **error);

G_END_DECLS
