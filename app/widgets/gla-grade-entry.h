/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "gla-catalogue.h"
#include "gla-record.h"

G_BEGIN_DECLS

#define GLA_TYPE_GRADE_ENTRY (gla_grade_entry_get_type ())
G_DECLARE_FINAL_TYPE (GlaGradeEntry, gla_grade_entry, GLA, GRADE_ENTRY, GtkWidget)

/**
 * GlaGradeEntry:
 *
 * One grade of a scale, entered with one digit key; the focus then moves on by
 * itself. Delete, Backspace or "-" clears. A click or Space steps through the
 * grades. The word of the grade stands beside the digit.
 */

/**
 * GlaGradeEntry::graded:
 *
 * A person set or cleared the grade.
 */

GtkWidget  *gla_grade_entry_new        (const char          *label);

/** gla_grade_entry_set_label: what is graded, for screen readers: "Glabella at maximum contraction". */
void        gla_grade_entry_set_label  (GlaGradeEntry       *self,
                                        const char          *label);

/**
 * gla_grade_entry_set_words:
 * @words: (array length=n_words): the words of grade 0, 1, ...
 */
void        gla_grade_entry_set_words  (GlaGradeEntry       *self,
                                        const char * const  *words,
                                        guint                n_words);

/**
 * gla_grade_entry_set_scale:
 * @scale: (nullable): catalogue key
 *
 * Takes the words of the scale. One that is not known, does not start at 0 or
 * has grades above 9 gets those of the plain one, 0 to 3.
 */
void        gla_grade_entry_set_scale  (GlaGradeEntry       *self,
                                        GlaCatalogue        *catalogue,
                                        const char          *scale);

/**
 * gla_grade_entry_set_next:
 * @next: (nullable): what gets the focus after a digit; %NULL: what Tab would go to
 *
 * For a grid in which something else stands between the grades. @next may be destroyed
 * before the entry.
 */
void        gla_grade_entry_set_next   (GlaGradeEntry       *self,
                                        GtkWidget           *next);

/** gla_grade_entry_set_grade: %GLA_GRADE_UNKNOWN to clear; so does a grade that the scale does not have. */
void        gla_grade_entry_set_grade  (GlaGradeEntry       *self,
                                        int                  grade);
int         gla_grade_entry_get_grade  (GlaGradeEntry       *self);

G_END_DECLS
