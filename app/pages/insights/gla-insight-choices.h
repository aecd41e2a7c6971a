/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gla-insight-sheet.h"

G_BEGIN_DECLS

#define GLA_TYPE_INSIGHT_CHOICES (gla_insight_choices_get_type ())
G_DECLARE_FINAL_TYPE (GlaInsightChoices, gla_insight_choices, GLA, INSIGHT_CHOICES, AdwBin)

/**
 * GlaInsightChoices:
 *
 * A row of choices: what is shown, what it is told apart by, and which treatments.
 */

/** GlaInsightChoices::changed: something else was chosen. */

GtkWidget *gla_insight_choices_new          (void);

/** gla_insight_choices_set_months: whether the figures of months are among the choices. */
void       gla_insight_choices_set_months   (GlaInsightChoices      *self,
                                             gboolean                months);

/** gla_insight_choices_set_clinic: offers what @clinic has; what was chosen stays if it is still there. */
void       gla_insight_choices_set_clinic   (GlaInsightChoices      *self,
                                             GlaInsightClinic       *clinic);

/** gla_insight_choices_get_question: what is asked. */
void       gla_insight_choices_get_question (GlaInsightChoices      *self,
                                             GlaInsightQuestion     *question);

/** gla_insight_choices_describe: (transfer full): "Area: Glabella · Product: Botox"; empty for all. */
char      *gla_insight_choices_describe     (GlaInsightChoices      *self);

G_END_DECLS
