/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** gla_record_style_ensure: adds the style of the record's page to the display, once. */
void  gla_record_style_ensure (void);

G_END_DECLS
