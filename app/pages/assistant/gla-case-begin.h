/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "gla-case-session.h"

G_BEGIN_DECLS

/**
 * gla_case_begin_new:
 *
 * What the panel shows without an open case: what it is for, the treated areas to begin with
 * ("case.start" with area and treatment), an area that was treated elsewhere, and the cases
 * that there were ("case.open").
 *
 * Returns: (transfer floating)
 */
GtkWidget  *gla_case_begin_new  (GlaCaseSession  *session);

G_END_DECLS
