/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gla-context.h"
#include "gla-patients-page.h"

G_BEGIN_DECLS

#define GLA_TYPE_WINDOW (gla_window_get_type ())
G_DECLARE_FINAL_TYPE (GlaWindow, gla_window, GLA, WINDOW, AdwApplicationWindow)

/**
 * GlaWindow:
 *
 * One window on one clinic file: its places, or why it can't be opened, or the
 * questions of the first start.
 */

/**
 * gla_window_new:
 * @today: the date to take for today, %GLA_DAY_NONE for the clock
 *
 * Returns: an empty window; show a clinic with gla_window_open()
 */
GlaWindow       *gla_window_new          (GtkApplication *application,
                                          GlaDay          today);

/**
 * gla_window_open:
 * @path: (type filename): the clinic file
 * @must_exist: whether a file that is not there is a problem; otherwise it will
 *   be made once the questions of the first start are answered
 *
 * Closes the clinic that is open, if any, and opens another. What goes wrong is
 * said in the window.
 */
void             gla_window_open         (GlaWindow      *self,
                                          const char     *path,
                                          gboolean        must_exist);

/**
 * gla_window_show_patient:
 * @text: record number, or name of exactly one patient
 *
 * Shows a patient of the open clinic; says so if there is none.
 */
void             gla_window_show_patient (GlaWindow      *self,
                                          const char     *text);

/** gla_window_get_path: (type filename) (nullable): the clinic file that is or should be open. */
const char      *gla_window_get_path     (GlaWindow      *self);

/** gla_window_get_context: (nullable): the open clinic. */
GlaContext      *gla_window_get_context  (GlaWindow      *self);

/** gla_window_get_patients: (nullable): the place with the patients, while a clinic is open. */
GlaPatientsPage *gla_window_get_patients (GlaWindow      *self);

G_END_DECLS
