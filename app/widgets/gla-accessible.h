/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * gla_accessible_name_entry_row:
 *
 * In libadwaita 1.2 the text of an entry row, which gets the keyboard, has no
 * name for a screen reader. This gives it the title of the row, now and whenever
 * that changes.
 */
void  gla_accessible_name_entry_row (AdwEntryRow *row);

/**
 * gla_accessible_name_entry:
 *
 * An entry is two objects for a screen reader: the frame, which is asked, and the
 * text inside, which gets the keyboard. Both are called @label.
 */
void  gla_accessible_name_entry     (GtkEntry    *entry,
                                     const char  *label);

/** gla_accessible_set_label: the name by which a screen reader calls @widget. */
void  gla_accessible_set_label      (GtkWidget   *widget,
                                     const char  *label);

/**
 * gla_accessible_name_drop_down:
 *
 * In GTK 4.8 the button inside a drop-down, which gets the keyboard, has no name
 * for a screen reader. This gives it @label.
 */
void  gla_accessible_name_drop_down (GtkDropDown *drop_down,
                                     const char  *label);

G_END_DECLS
