/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-adverse-event.h"
#include "gla-history.h"

G_BEGIN_DECLS

/* What a person fills in about an adverse event; the record itself is the form. */

/** gla_adverse_event_form_is_empty: nothing was filled in that would be missed. */
gboolean          gla_adverse_event_form_is_empty   (const GlaAdverseEvent  *event);

/** gla_adverse_event_form_find_fault: (transfer full) (nullable): what keeps it from being saved. */
char             *gla_adverse_event_form_find_fault (const GlaAdverseEvent  *event,
                                                     const GlaHistory       *history,
                                                     GlaDay                  today);

/** gla_adverse_event_form_find_treatment: (nullable): the last treatment before it began. */
const GlaTreatment *gla_adverse_event_form_find_treatment (const GlaHistory *history,
                                                           GlaDay            onset);

/** gla_adverse_event_form_to_draft: (transfer full): as text, for gla_store_put_draft(). */
char             *gla_adverse_event_form_to_draft   (const GlaAdverseEvent  *event);

/** gla_adverse_event_form_from_draft: (transfer full) (nullable): NULL if the text is no draft. */
GlaAdverseEvent  *gla_adverse_event_form_from_draft (const char             *text);

G_END_DECLS
