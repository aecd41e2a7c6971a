/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-context.h"
#include "gla-kept-case.h"
#include "gla-record-data.h"

G_BEGIN_DECLS

#define GLA_TYPE_CASE_SESSION (gla_case_session_get_type ())
G_DECLARE_FINAL_TYPE (GlaCaseSession, gla_case_session, GLA, CASE_SESSION, GObject)

/**
 * GlaCaseSession:
 *
 * Work on the cases of the patient who is shown: one of them is open. What is done is there
 * at once and written in the order in which it was done; a case that was moved on by new
 * records says so. Lives in the main thread.
 */

/** GlaCaseSession::changed: another case, another state of it, or another patient. */

GlaCaseSession  *gla_case_session_new            (GlaContext         *context);

/** gla_case_session_get_context: (transfer none) */
GlaContext      *gla_case_session_get_context    (GlaCaseSession     *self);

/**
 * gla_case_session_show:
 * @data: (nullable): the record as it was read last
 *
 * The patient that the session is about. The case that is open stays open; of another
 * patient the open case that is due first is taken up.
 */
void             gla_case_session_show           (GlaCaseSession     *self,
                                                  GlaRecordData      *data);

/** gla_case_session_get_data: (transfer none) (nullable) */
GlaRecordData   *gla_case_session_get_data       (GlaCaseSession     *self);

/** gla_case_session_get_case: (transfer none) (nullable): the one that is open. */
GlaKeptCase     *gla_case_session_get_case       (GlaCaseSession     *self);

/** gla_case_session_is_busy: whether a case is being read or begun. */
gboolean         gla_case_session_is_busy        (GlaCaseSession     *self);

/** gla_case_session_get_news: (transfer none): how it was moved on by itself; may be empty. */
GPtrArray       *gla_case_session_get_news       (GlaCaseSession     *self);

/** gla_case_session_dup_problem: (transfer full) (nullable): why the case can't be shown. */
char            *gla_case_session_dup_problem    (GlaCaseSession     *self);

/** gla_case_session_open: @id: (nullable): a case of the patient; %NULL: none is open. */
void             gla_case_session_open           (GlaCaseSession     *self,
                                                  const char         *id);

/** gla_case_session_start: @treatment: (nullable): identifier; %NULL: treated elsewhere. */
void             gla_case_session_start          (GlaCaseSession     *self,
                                                  const char         *area,
                                                  const char         *treatment);

/** gla_case_session_answer: @reason: (nullable): needed by some answers. */
void             gla_case_session_answer         (GlaCaseSession     *self,
                                                  const char         *answer,
                                                  const char         *reason);

/** gla_case_session_back: @step: (nullable): to that one; %NULL: one question back. FALSE if there is none. */
gboolean         gla_case_session_back           (GlaCaseSession     *self,
                                                  const char         *step);

/** gla_case_session_forward: from a step that was gone back to, to where the case stands. */
void             gla_case_session_forward        (GlaCaseSession     *self);

/** gla_case_session_state: fills in a fact that the record does not know. */
void             gla_case_session_state          (GlaCaseSession     *self,
                                                  const char         *fact,
                                                  const char         *value);

void             gla_case_session_close_case     (GlaCaseSession     *self,
                                                  GlaCaseOutcome      outcome,
                                                  const char         *cause,
                                                  const char         *conclusion);
void             gla_case_session_reopen         (GlaCaseSession     *self,
                                                  const char         *reason);

G_END_DECLS
