/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define GLA_TYPE_CHOICE_ROW (gla_choice_row_get_type ())
G_DECLARE_FINAL_TYPE (GlaChoiceRow, gla_choice_row, GLA, CHOICE_ROW, AdwActionRow)

/**
 * GlaChoiceRow:
 *
 * A row with two to four answers side by side, of which one or none is given.
 * Each can be given with Alt and its underlined letter. The row is one stop of
 * Tab; the arrow keys go between the answers.
 */

/** GlaChoiceRow::chosen: a person gave another answer. */

/**
 * gla_choice_row_new:
 * @answers: (array length=n_answers): with an underscore before the key's letter
 */
GtkWidget  *gla_choice_row_new         (const char          *title,
                                        const char * const  *answers,
                                        guint                n_answers);

/** gla_choice_row_set_selected: number of the answer, -1 for none. */
void        gla_choice_row_set_selected (GlaChoiceRow       *self,
                                         int                 selected);
int         gla_choice_row_get_selected (GlaChoiceRow       *self);

G_END_DECLS
