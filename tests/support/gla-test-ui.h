/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-test-folder.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * Driving windows from a test in the same process: wait, find, click, type,
 * look. Widgets are found by what a screen reader would call them.
 */

/** GLA_TEST_PATIENCE: milliseconds that a wait lasts at most. */
#define GLA_TEST_PATIENCE 10000

typedef gboolean (*GlaTestCondition) (gpointer data);

/** gla_test_ui_init: g_test_init() and the toolkit; warnings are fatal afterwards. */
void        gla_test_ui_init            (int              *argc,
                                         char           ***argv);

/** gla_test_wait: runs the main loop until @condition holds or @patience milliseconds are over; tells which. */
gboolean    gla_test_wait               (GlaTestCondition   condition,
                                         gpointer           data,
                                         guint              patience);

/** gla_test_spin: runs the main loop for @milliseconds. For nothing that can be waited for. */
void        gla_test_spin               (guint              milliseconds);

/** gla_test_frames: waits until @n frames of the mapped @widget were drawn. */
void        gla_test_frames             (GtkWidget         *widget,
                                         guint              n);

/** gla_test_present: shows @window and waits for its first frames. */
void        gla_test_present            (GtkWindow         *window);

/** gla_test_find: (nullable): first mapped descendant of @root with accessible label @label. */
GtkWidget  *gla_test_find               (GtkWidget         *root,
                                         const char        *label);

/** gla_test_find_type: (nullable): first mapped descendant of @type. */
GtkWidget  *gla_test_find_type          (GtkWidget         *root,
                                         GType              type);

/** gla_test_await: waits until gla_test_find() finds; fails the test otherwise. */
GtkWidget  *gla_test_await              (GtkWidget         *root,
                                         const char        *label);

/** gla_test_await_text: waits until a mapped label below @root contains @text; fails otherwise. */
void        gla_test_await_text         (GtkWidget         *root,
                                         const char        *text);

/** gla_test_has_text: whether a mapped label or entry below @root contains @text. */
gboolean    gla_test_has_text           (GtkWidget         *root,
                                         const char        *text);

/** gla_test_dup_text: (transfer full): text of all mapped labels below @root, one a line. */
char       *gla_test_dup_text           (GtkWidget         *root);

/** gla_test_await_window: waits for another visible toplevel of @type; fails otherwise. */
GtkWindow  *gla_test_await_window       (GType              type);

/** gla_test_await_named_window: as above, of a type that nobody may have used yet. */
GtkWindow  *gla_test_await_named_window (const char        *type);

/** gla_test_press: activates the button or row called @label below @root, once it is there. */
void        gla_test_press              (GtkWidget         *root,
                                         const char        *label);

/** gla_test_click: a real click at @x, @y, each from 0 to 1 across @widget. */
void        gla_test_click              (GtkWidget         *widget,
                                         double             x,
                                         double             y);

/**
 * gla_test_key:
 * @accelerator: such as "<Control>n", "Return", "Down"
 *
 * A real key to the window that has the keyboard.
 */
void        gla_test_key                (const char        *accelerator);

/** gla_test_type: types ASCII text with real keys. */
void        gla_test_type               (const char        *text);

/** gla_test_scan: types as a scanner does, all at once, with Ctrl+] for "\x1d" and Enter behind it. */
void        gla_test_scan               (const char        *text);

/** gla_test_focus: gives @window the keyboard, also without a window manager. */
void        gla_test_focus              (GtkWindow         *window);

/**
 * gla_test_screenshot:
 *
 * Writes what @widget shows as PNG to the folder in GLA_TEST_SCREENSHOTS, if
 * that is set, under @name.
 */
void        gla_test_screenshot         (GtkWidget         *widget,
                                         const char        *name);

/** gla_test_dup_unnamed: (transfer full): descriptions of mapped focusable parts without a name; empty is well. */
char       *gla_test_dup_unnamed        (GtkWidget         *root);

/** gla_test_assert_named: fails if a focusable part below @root has no name for a screen reader. */
void        gla_test_assert_named       (GtkWidget         *root);

/** gla_test_destroy: destroys @window and fails if it is not finalized. */
void        gla_test_destroy            (GtkWindow         *window);

G_END_DECLS
