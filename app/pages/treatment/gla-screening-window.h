/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-history.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GLA_TYPE_SCREENING_WINDOW (gla_screening_window_get_type ())
G_DECLARE_FINAL_TYPE (GlaScreeningWindow, gla_screening_window, GLA, SCREENING_WINDOW, AdwWindow)

/**
 * GlaScreeningWindow:
 *
 * The questions before a treatment, one row each. Y and N answer the row and go to the next,
 * Alt+R says no to what is not answered yet, Enter or Ctrl+Enter keeps the answers as
 * those of today, Esc leaves them alone.
 *
 * Where nothing was answered today, what was answered the last time stands there with its
 * day; it counts for today once the window is closed with its button.
 */

/** GlaScreeningWindow::asked: (const char *text): the answers, as gla_screening_to_text() gives them. */

/**
 * gla_screening_window_new:
 * @questions: (element-type GlaScreeningQuestion): to be asked
 * @text: (nullable): answers of today
 * @history: of the patient
 * @before: earlier answers are those of treatments up to this day
 * @amend: (nullable): identifier of a treatment that is no earlier one
 */
GtkWindow  *gla_screening_window_new  (GtkWindow        *parent,
                                       const GPtrArray  *questions,
                                       const char       *text,
                                       const GlaHistory *history,
                                       GlaDay            before,
                                       const char       *amend);

G_END_DECLS
