/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** gla_capitalize: (transfer full): @text as it begins a line: its first letter as a capital. */
char  *gla_capitalize (const char *text);

G_END_DECLS
