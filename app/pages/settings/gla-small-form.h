/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gla-day-row.h"

G_BEGIN_DECLS

#define GLA_TYPE_SMALL_FORM (gla_small_form_get_type ())
G_DECLARE_FINAL_TYPE (GlaSmallForm, gla_small_form, GLA, SMALL_FORM, AdwWindow)

/** GlaSmallForm: a window with a few fields, Cancel and Save. */

/** GlaSmallForm::save: Save was pressed; the handler reads the rows, and destroys the window or says what is wrong. */

GlaSmallForm *gla_small_form_new        (GtkWindow          *parent,
                                         const char         *title);

/** gla_small_form_add_entry: (transfer none): @text: (nullable): what stands there. */
AdwEntryRow  *gla_small_form_add_entry  (GlaSmallForm       *self,
                                         const char         *title,
                                         const char         *text);

/** gla_small_form_add_choice: (transfer none): @names: %NULL-terminated. */
AdwComboRow  *gla_small_form_add_choice (GlaSmallForm       *self,
                                         const char         *title,
                                         const char * const *names,
                                         guint               selected);

/** gla_small_form_add_switch: (transfer none) */
GtkSwitch    *gla_small_form_add_switch (GlaSmallForm       *self,
                                         const char         *title,
                                         gboolean            active);

/** gla_small_form_add_day: (transfer none): @order: how 3/4/2026 is read; @day: what stands there. */
GlaDayRow    *gla_small_form_add_day    (GlaSmallForm       *self,
                                         const char         *title,
                                         GlaDayOrder         order,
                                         GlaDay              today,
                                         GlaDay              day);

/** gla_small_form_set_verb: what the button says instead of Save. */
void          gla_small_form_set_verb   (GlaSmallForm       *self,
                                         const char         *verb);

/** gla_small_form_add_row: any other row. */
void          gla_small_form_add_row    (GlaSmallForm       *self,
                                         GtkWidget          *row);

/** gla_small_form_focus_save: puts the focus on the button, so that Enter is enough. */
void          gla_small_form_focus_save (GlaSmallForm       *self);

/** gla_small_form_set_note: a line of explanation below the fields. */
void          gla_small_form_set_note   (GlaSmallForm       *self,
                                         const char         *text);

/** gla_small_form_set_error: @row: (nullable): the field that is wrong; @text: what is wrong with it. */
void          gla_small_form_set_error  (GlaSmallForm       *self,
                                         AdwEntryRow        *row,
                                         const char         *text);

/** gla_small_form_dup_text: (transfer full) (nullable): what stands in @row, %NULL for nothing. */
char         *gla_small_form_dup_text   (AdwEntryRow        *row);

G_END_DECLS
