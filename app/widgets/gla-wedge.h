/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GLA_TYPE_WEDGE (gla_wedge_get_type ())
G_DECLARE_FINAL_TYPE (GlaWedge, gla_wedge, GLA, WEDGE, GObject)

/**
 * GlaWedge:
 *
 * Tells a scanner that types like a keyboard from a person, in one window. It takes
 * what a scanner types before any field gets it:
 *
 * - at any time if the scanner sends the symbology identifier first ("]d2"), since
 *   no person types these three within a twentieth of a second each;
 * - after F8, whatever comes next, up to Enter. Escape ends that.
 *
 * The separator inside a code arrives as Ctrl+], or with Alt and its number on the
 * keypad (products-and-areas, section E2).
 */

/** GlaWedge::scanned: (data: GBytes): a code came through, without the Enter behind it. */

/** GlaWedge::waiting: (waiting: gboolean): F8 was pressed, or the wait is over. */

/** gla_wedge_attach: (transfer none): one that lives as long as @window. */
GlaWedge  *gla_wedge_attach      (GtkWindow  *window);

/** gla_wedge_start: waits for a scan as if F8 had been pressed. */
void       gla_wedge_start       (GlaWedge   *self);

G_END_DECLS
