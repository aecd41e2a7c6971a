/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-context.h"
#include "gla-cycle.h"
#include "gla-plan.h"
#include "gla-treatment-form.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GLA_TYPE_VISIT_GROUP (gla_visit_group_get_type ())
G_DECLARE_FINAL_TYPE (GlaVisitGroup, gla_visit_group, GLA, VISIT_GROUP, AdwBin)

/**
 * GlaVisitGroup:
 *
 * What is asked and agreed before a treatment: the questions (Alt+Q), consent with the
 * version of its text, and, where the clinic asks for it or it is recorded, who prescribed
 * and whether they saw the patient.
 */

/** GlaVisitGroup::edited: a person changed something. */

/**
 * gla_visit_group_new:
 * @amend: (nullable): identifier of the treatment that is amended
 * @asks: what the clinic wants recorded
 * @collect: tells what is planned, which decides what is asked
 */
GtkWidget  *gla_visit_group_new      (GlaContext             *context,
                                      GlaCycles              *cycles,
                                      const char             *amend,
                                      GlaPlanAsks             asks,
                                      GlaCollectFunc          collect,
                                      gpointer                data);

void        gla_visit_group_fill     (GlaVisitGroup          *self,
                                      const GlaTreatmentForm *form);
void        gla_visit_group_collect  (GlaVisitGroup          *self,
                                      GlaTreatmentForm       *form);

G_END_DECLS
