/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gla-record-data.h"

G_BEGIN_DECLS

/**
 * GlaRecordTreatmentCard:
 *
 * One treatment of a record: what was injected, how long it worked, the
 * follow-ups, what the patient said, notes. Its buttons activate the actions
 * "record.edit-treatment", "record.void-treatment", "record.previous-treatment"
 * and "record.next-treatment", which the page has.
 */
#define GLA_TYPE_RECORD_TREATMENT_CARD (gla_record_treatment_card_get_type ())
G_DECLARE_FINAL_TYPE (GlaRecordTreatmentCard, gla_record_treatment_card, GLA,
                      RECORD_TREATMENT_CARD, AdwBin)

/**
 * gla_record_treatment_card_show:
 * @treatment: one of @data's history
 * @estimates: whether to say when running effects will wear off
 */
void      gla_record_treatment_card_show     (GlaRecordTreatmentCard *self,
                                              GlaRecordData          *data,
                                              GlaCatalogue           *catalogue,
                                              const GlaTreatment     *treatment,
                                              gboolean                estimates);

/**
 * gla_record_treatment_card_show_row:
 *
 * Marks the row of the record @id, scrolls it into view and gives it the focus.
 *
 * Returns: whether the card has such a row
 */
gboolean  gla_record_treatment_card_show_row (GlaRecordTreatmentCard *self,
                                              const char             *id);

G_END_DECLS
