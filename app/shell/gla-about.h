/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** gla_about_show: what the program is, what it is meant for, and its licence. */
void  gla_about_show (GtkWindow *parent);

G_END_DECLS
