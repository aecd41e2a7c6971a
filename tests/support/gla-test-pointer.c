/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-test-pointer.h"

#include "gla-test-ui.h"

#include <X11/extensions/XTest.h>
#include <gdk/x11/gdkx.h>
#include <stdlib.h>

#define STEPS 8
#define BUTTON 1
#define WHEEL_UP 4
#define WHEEL_DOWN 5

static Display *
get_display (void)
{
  return gdk_x11_display_get_xdisplay (gdk_display_get_default ());
}

static void
move (GtkWidget *widget,
      double     x,
      double     y)
{
  GtkNative *native = gtk_widget_get_native (widget);
  Display *display = get_display ();
  double inside_x, inside_y, border_x, border_y;
  int root_x, root_y;
  Window child;

  gtk_widget_translate_coordinates (widget, GTK_WIDGET (native), x * gtk_widget_get_width (widget),
                                    y * gtk_widget_get_height (widget), &inside_x, &inside_y);
  gtk_native_get_surface_transform (native, &border_x, &border_y);
  XTranslateCoordinates (display, gdk_x11_surface_get_xid (gtk_native_get_surface (native)),
                         DefaultRootWindow (display), (int) (inside_x + border_x),
                         (int) (inside_y + border_y), &root_x, &root_y, &child);
  XTestFakeMotionEvent (display, -1, root_x, root_y, CurrentTime);
  XSync (display, False);
  gla_test_spin (20);
}

static void
press (unsigned int button,
       gboolean     down)
{
  XTestFakeButtonEvent (get_display (), button, down, CurrentTime);
  XSync (get_display (), False);
  gla_test_spin (20);
}

void
gla_test_drag (GtkWidget *widget,
               double     from_x,
               double     from_y,
               double     to_x,
               double     to_y)
{
  move (widget, from_x, from_y);
  press (BUTTON, TRUE);
  for (int i = 1; i <= STEPS; i++)
    move (widget, from_x + (to_x - from_x) * i / STEPS, from_y + (to_y - from_y) * i / STEPS);
  press (BUTTON, FALSE);
}

void
gla_test_wheel (GtkWidget *widget,
                double     x,
                double     y,
                int        clicks)
{
  unsigned int button = clicks > 0 ? WHEEL_UP : WHEEL_DOWN;

  move (widget, x, y);
  for (int i = 0; i < abs (clicks); i++)
    {
      press (button, TRUE);
      press (button, FALSE);
    }
}
