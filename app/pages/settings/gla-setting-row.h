/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gla-context.h"

G_BEGIN_DECLS

/** gla_setting_put: stores a setting of the clinic; what goes wrong is said in the window. @value: (nullable) */
void   gla_setting_put       (GlaContext  *context,
                              const char  *name,
                              const char  *value);

/** gla_setting_change: the same, and says @text with a way to take it back. */
void   gla_setting_change    (GlaContext  *context,
                              const char  *name,
                              const char  *value,
                              const char  *text);

/** gla_setting_dup: (transfer full): its value now, empty if it is not set. */
char  *gla_setting_dup       (GlaContext  *context,
                              const char  *name);

/** gla_setting_bind_entry: shows setting @name in @row and stores it when the person accepts a change. */
void   gla_setting_bind_entry (GlaContext  *context,
                               const char  *name,
                               AdwEntryRow *row);

G_END_DECLS
