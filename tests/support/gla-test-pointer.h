/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a test does with the pointer beyond a click; places are from 0 to 1 across @widget. */

/** gla_test_drag: presses the button at one place, moves in steps and lets it go at the other. */
void  gla_test_drag   (GtkWidget *widget,
                       double     from_x,
                       double     from_y,
                       double     to_x,
                       double     to_y);

/** gla_test_wheel: turns the wheel over a place; positive @clicks are away from the user. */
void  gla_test_wheel  (GtkWidget *widget,
                       double     x,
                       double     y,
                       int        clicks);

G_END_DECLS
