/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "gla-case-session.h"

G_BEGIN_DECLS

/*
 * What is asked in a window of its own while a case is worked on. @parent is a widget of
 * the window that waits.
 */

/** gla_case_dialogs_close: outcome, cause and a word on it; then the case is closed. */
void  gla_case_dialogs_close      (GtkWidget       *parent,
                                   GlaCaseSession  *session);

/** gla_case_dialogs_reopen: why; then the case is open again. */
void  gla_case_dialogs_reopen     (GtkWidget       *parent,
                                   GlaCaseSession  *session);

/** gla_case_dialogs_state_day: a day that the record does not know; then it is stated. */
void  gla_case_dialogs_state_day  (GtkWidget       *parent,
                                   GlaCaseSession  *session,
                                   const char      *fact);

/** gla_case_dialogs_book: what for and when; then it is booked for the case. */
void  gla_case_dialogs_book       (GtkWidget       *parent,
                                   GlaCaseSession  *session);

G_END_DECLS
