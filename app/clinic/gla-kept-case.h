/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-case-basis.h"
#include "gla-case-record.h"
#include "gla-case.h"
#include "gla-protocol-shelf.h"

G_BEGIN_DECLS

/**
 * GlaCaseDesk:
 * @shelf: protocols to begin and to go on with
 * @cycles: of the patient; their day is today
 * @figures: what holds for the whole clinic
 *
 * What is on the table when a case is worked on. Belongs to the caller.
 */
typedef struct
{
  GlaProtocolShelf *shelf;
  GlaCycles *cycles;
  const GlaClinicFigures *figures;
} GlaCaseDesk;

/**
 * GlaKeptCase:
 * @record: as it is in the clinic file
 * @state: the case itself
 * @basis: what it is walked with
 *
 * A case of the assistant that is kept in the clinic file. Immutable and
 * reference-counted: a step forward is another one, see gla_kept_case_with().
 */
typedef struct
{
  GlaCaseRecord *record;
  GlaCase *state;
  GlaCaseBasis *basis;
} GlaKeptCase;

/**
 * gla_kept_case_start:
 * @staff: (nullable): identifier of who begins it
 *
 * Begins a case, and keeps it and a copy of its protocol in the file.
 *
 * Returns: (transfer full): or %NULL with an error
 */
GlaKeptCase    *gla_kept_case_start      (GlaStore             *store,
                                          const GlaCaseDesk    *desk,
                                          const char           *area,
                                          const char           *treatment,
                                          const char           *staff,
                                          GError              **error);

/**
 * gla_kept_case_open:
 * @record: (transfer none): of the patient of @desk
 *
 * Takes a case up again. New records and the days that passed move one that is not closed on
 * by itself; that is written to the file, and its news say so.
 *
 * Returns: (transfer full): or %NULL with an error
 */
GlaKeptCase    *gla_kept_case_open       (GlaStore             *store,
                                          const GlaCaseDesk    *desk,
                                          GlaCaseRecord        *record,
                                          GError              **error);

/** gla_kept_case_read_protocol: (transfer full): the protocol that the case of @record began with. */
GlaProtocol    *gla_kept_case_read_protocol (GlaStore             *store,
                                             GlaProtocolShelf     *shelf,
                                             const GlaCaseRecord  *record,
                                             GError              **error);

/**
 * gla_kept_case_with:
 * @state: (transfer full): what it came to
 *
 * Returns: (transfer full): the case as it is once gla_kept_case_write() has written it
 */
GlaKeptCase    *gla_kept_case_with       (const GlaKeptCase    *self,
                                          GlaCase              *state);

/** gla_kept_case_looking: (transfer full): @state: (transfer full): looks back at a step; there is nothing to write. */
GlaKeptCase    *gla_kept_case_looking    (const GlaKeptCase    *self,
                                          GlaCase              *state);

/**
 * gla_kept_case_closed:
 * @cause: (nullable): id of a finding
 * @conclusion: (nullable): in the practitioner's words
 *
 * Returns: (transfer full): as gla_kept_case_with(), closed on @day
 */
GlaKeptCase    *gla_kept_case_closed     (const GlaKeptCase    *self,
                                          GlaCaseOutcome        outcome,
                                          const char           *cause,
                                          const char           *conclusion,
                                          GlaDay                day);

/** gla_kept_case_reopened: (transfer full): as gla_kept_case_with(), no longer closed. */
GlaKeptCase    *gla_kept_case_reopened   (const GlaKeptCase    *self);

/**
 * gla_kept_case_write:
 * @self: from gla_kept_case_with(), gla_kept_case_closed() or gla_kept_case_reopened()
 * @action: word for the audit: "answer", "state", "advance", "close", "reopen"
 * @reason: (nullable): for the audit
 */
gboolean        gla_kept_case_write      (GlaStore             *store,
                                          const GlaKeptCase    *self,
                                          const char           *action,
                                          const char           *reason,
                                          GError              **error);

/** gla_kept_case_get_before: (transfer full): the record that takes @after back to @before. */
GlaCaseRecord  *gla_kept_case_get_before (const GlaKeptCase    *before,
                                          const GlaKeptCase    *after);

/** gla_kept_case_suggest_outcome: how a case that has ended is usually closed. */
GlaCaseOutcome  gla_kept_case_suggest_outcome (const GlaKeptCase *self);

GlaKeptCase    *gla_kept_case_ref        (GlaKeptCase          *self);
void            gla_kept_case_unref      (GlaKeptCase          *self);

/**
 * gla_kept_cases_advance:
 * @today: the day to look from
 * @n_moved: (out): how many cases went on by themselves
 *
 * Looks at all open cases of the clinic again. One that can't be read is left as it is.
 *
 * Returns: %FALSE with an error of %GLA_STORE_ERROR
 */
gboolean        gla_kept_cases_advance   (GlaStore                *store,
                                          GlaProtocolShelf        *shelf,
                                          GlaCatalogue            *catalogue,
                                          const GlaClinicFigures  *figures,
                                          GlaDay                   today,
                                          guint                   *n_moved,
                                          GError                 **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaKeptCase, gla_kept_case_unref)

G_END_DECLS
