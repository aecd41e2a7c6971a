/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-context.h"
#include "gla-cycle.h"
#include "gla-treatment-form.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GLA_TYPE_PLAN_MENU (gla_plan_menu_get_type ())
G_DECLARE_FINAL_TYPE (GlaPlanMenu, gla_plan_menu, GLA, PLAN_MENU, AdwBin)

/**
 * GlaPlanMenu:
 *
 * The plan of one patient in New Treatment: what is filled in is kept as one, for later
 * or for now; one that is open is taken up with a button beside, changed and removed. As
 * soon as it is taken up or kept, it is what the treatment is compared with.
 */

/** GlaPlanMenu::chosen: the plan was taken up: what is injected is to be filled in by it. */

/** GlaPlanMenu::changed: another plan, or none, is compared with, or its content is another. */

/** gla_plan_menu_new: @collect: tells what is filled in. */
GtkWidget               *gla_plan_menu_new       (GlaContext       *context,
                                                  const GlaHistory *history,
                                                  GlaCollectFunc    collect,
                                                  gpointer          data);

/** gla_plan_menu_take: @id: (nullable): the plan that a draft or a record began with. */
void                     gla_plan_menu_take      (GlaPlanMenu      *self,
                                                  const char       *id);

/** gla_plan_menu_get_taken: (nullable) (transfer none): the plan that is compared with. */
const GlaTreatmentPlan  *gla_plan_menu_get_taken (GlaPlanMenu      *self);

/** gla_plan_menu_focus: gives the button that takes a plan up the keyboard; %FALSE if there is none. */
gboolean                 gla_plan_menu_focus     (GlaPlanMenu      *self);

/** gla_plan_menu_hide_instead: @other is hidden while a plan is offered: there is no room for both. */
void                     gla_plan_menu_hide_instead   (GlaPlanMenu        *self,
                                                       GtkWidget          *other);

/** gla_plan_menu_add_controller: @controller: (transfer full): for the button that takes a plan up. */
void                     gla_plan_menu_add_controller (GlaPlanMenu        *self,
                                                       GtkEventController *controller);

G_END_DECLS
