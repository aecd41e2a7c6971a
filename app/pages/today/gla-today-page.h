/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gla-context.h"

G_BEGIN_DECLS

#define GLA_TYPE_TODAY_PAGE (gla_today_page_get_type ())
G_DECLARE_FINAL_TYPE (GlaTodayPage, gla_today_page, GLA, TODAY_PAGE, AdwBin)

/**
 * GlaTodayPage:
 *
 * What is to be done today: whom to call, what can't wait, what was left.
 */

/**
 * GlaTodayPage::open-patient:
 * @patient: identifier
 * @case_id: (nullable): identifier of the case that it is about
 *
 * A row about a patient was opened.
 */

GtkWidget *gla_today_page_new         (GlaContext   *context);

/** gla_today_page_focus_calls: the keyboard goes to the first call, once the list is there. */
void       gla_today_page_focus_calls (GlaTodayPage *self);

/** gla_today_page_print: asks for a printer, and prints whom to call with room to write. */
void       gla_today_page_print       (GlaTodayPage *self);

/** gla_today_page_close: lets go of the file; before the context is closed. */
void       gla_today_page_close       (GlaTodayPage *self);

G_END_DECLS
