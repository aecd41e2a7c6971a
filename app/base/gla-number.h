/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * gla_number_parse:
 * @text: as typed, or as a device wrote it: "5.4", "−0,5"
 *
 * Point or comma before the decimals, hyphen or minus sign; nothing else in it.
 *
 * Returns: whether it is a number
 */
gboolean  gla_number_parse  (const char  *text,
                             double      *value);

G_END_DECLS
