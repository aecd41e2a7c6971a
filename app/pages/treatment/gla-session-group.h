/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-context.h"
#include "gla-treatment-form.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GLA_TYPE_SESSION_GROUP (gla_session_group_get_type ())
G_DECLARE_FINAL_TYPE (GlaSessionGroup, gla_session_group, GLA, SESSION_GROUP, AdwBin)

/**
 * GlaSessionGroup:
 *
 * The session as a whole: date, injector, why the patient came, when the last
 * effect wore off, notes.
 */

/** GlaSessionGroup::edited: a person changed something. */

GtkWidget  *gla_session_group_new       (GlaContext              *context);

void        gla_session_group_fill      (GlaSessionGroup         *self,
                                         const GlaTreatmentForm  *form);
void        gla_session_group_collect   (GlaSessionGroup         *self,
                                         GlaTreatmentForm        *form);

/** gla_session_group_is_valid: whether the dates could be read. */
gboolean    gla_session_group_is_valid  (GlaSessionGroup         *self);

G_END_DECLS
