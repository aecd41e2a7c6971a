/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-context.h"
#include "gla-how.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GLA_TYPE_HOW_BUTTON (gla_how_button_get_type ())
G_DECLARE_FINAL_TYPE (GlaHowButton, gla_how_button, GLA, HOW_BUTTON, AdwBin)

/**
 * GlaHowButton:
 *
 * Depth, needle and technique of one injection in free words, behind a button. What the
 * clinic has written before is offered below each entry.
 */

/** GlaHowButton::edited: a person changed a word. */

GtkWidget   *gla_how_button_new         (void);

/** gla_how_button_set_context: @context: (nullable): whose words are offered. */
void         gla_how_button_set_context (GlaHowButton       *self,
                                         GlaContext         *context);

/** gla_how_button_set_area: @name: (nullable): of which area it is, for assistive technology. */
void         gla_how_button_set_area    (GlaHowButton       *self,
                                         const char         *name);

/** gla_how_button_set_word: @word: (nullable). */
void         gla_how_button_set_word    (GlaHowButton       *self,
                                         GlaHow              how,
                                         const char         *word);

/** gla_how_button_get_word: (transfer none) (nullable): without blanks around it. */
const char  *gla_how_button_get_word    (GlaHowButton       *self,
                                         GlaHow              how);

G_END_DECLS
