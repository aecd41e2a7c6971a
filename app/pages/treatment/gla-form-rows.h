/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gla-choice-row.h"
#include "gla-context.h"
#include "gla-day-row.h"
#include "gla-field-row.h"

G_BEGIN_DECLS

/* The rows of which forms are made, each named for screen readers; Enter goes on to the next. */

/** gla_form_rows_make_day: up to today; @inexact: whether "May 2026" and the like are taken. */
GlaDayRow     *gla_form_rows_make_day     (GlaContext          *context,
                                           const char          *title,
                                           gboolean             inexact);
AdwEntryRow   *gla_form_rows_make_entry   (const char          *title);

/** gla_form_rows_make_choice: @answers: (array length=n_answers): not yet translated, with underscores. */
GlaChoiceRow  *gla_form_rows_make_choice  (const char          *title,
                                           const char * const  *answers,
                                           guint                n_answers);

/** gla_form_rows_make_combo: @names: (nullable): what to choose from. */
AdwComboRow   *gla_form_rows_make_combo   (const char          *title,
                                           GtkStringList       *names);

/**
 * gla_form_rows_list_staff:
 * @recorded: (nullable): identifier of somebody who stands in the record
 *
 * Returns: (transfer full) (element-type GlaStaff): by name: who works here, and @recorded
 *   also after leaving, so that amending something else does not lose that person
 */
GPtrArray     *gla_form_rows_list_staff   (GlaContext          *context,
                                           const char          *recorded);

/** gla_form_rows_set_staff: offers @staff, and chooses @id; "Not recorded" without one. */
void           gla_form_rows_set_staff    (AdwComboRow         *row,
                                           GPtrArray           *staff,
                                           const char          *id);

/** gla_form_rows_dup_staff: (transfer full) (nullable): identifier of who is chosen. */
char          *gla_form_rows_dup_staff    (AdwComboRow         *row,
                                           GPtrArray           *staff);

/** gla_form_rows_dup_text: (transfer full) (nullable): without spaces around it; NULL if empty. */
char          *gla_form_rows_dup_text     (AdwEntryRow         *row);

/** gla_form_rows_set_text: @text: (nullable). */
void           gla_form_rows_set_text     (AdwEntryRow         *row,
                                           const char          *text);

G_END_DECLS
