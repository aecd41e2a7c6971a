/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-booking.h"
#include "gla-call.h"
#include "gla-store.h"

G_BEGIN_DECLS

/**
 * gla_store_add_call:
 * @call: without a member of staff it is the author's
 * @booking: (nullable): what was booked with it
 * @id: (out) (optional) (transfer full): of the call
 *
 * Both in one transaction.
 */
gboolean   gla_store_add_call        (GlaStore       *self,
                                      const GlaCall  *call,
                                      const GlaBooking *booking,
                                      char          **id,
                                      GError        **error);

/** gla_store_take_back_call: voids it, and the booking that was made with it if it is still planned. */
gboolean   gla_store_take_back_call  (GlaStore       *self,
                                      const char     *id,
                                      const char     *reason,
                                      GError        **error);

/** gla_store_list_calls: (transfer full) (element-type GlaCall): to a patient, newest first. */
GPtrArray *gla_store_list_calls      (GlaStore       *self,
                                      const char     *patient,
                                      GError        **error);

/**
 * GlaDueRecord:
 * @reason: %GLA_CALL_REVIEW or %GLA_CALL_ENDING
 * @treatment: identifier
 * @areas: opaque here: each area with its own days
 *
 * Something due from one treatment of a patient, as it is kept.
 */
typedef struct
{
  char *patient;
  GlaCallReason reason;
  char *treatment;
  GlaDay first;
  GlaDay last;
  guint n_own;
  char *areas;
} GlaDueRecord;

void       gla_due_record_free       (GlaDueRecord   *self);

/**
 * gla_store_put_dues:
 * @patients: (element-type utf8): identifiers of those who were looked at
 * @dues: (element-type GlaDueRecord): all that is due of them
 * @state: how far the looking has come, for gla_store_get_due_state()
 *
 * Replaces what is kept of these patients, in one transaction. Worked out from the
 * records, and so not audited.
 */
gboolean   gla_store_put_dues        (GlaStore       *self,
                                      const GPtrArray *patients,
                                      const GPtrArray *dues,
                                      const char     *state,
                                      GError        **error);

/** gla_store_get_due_state: (transfer full) (nullable): NULL without @error if nobody looked yet. */
char      *gla_store_get_due_state   (GlaStore       *self,
                                      GError        **error);

/** gla_store_drop_dues: those that were over before @day. */
gboolean   gla_store_drop_dues       (GlaStore       *self,
                                      GlaDay          day,
                                      GError        **error);

/**
 * gla_store_list_changed:
 * @since: number of the last entry of the audit that is known; below 0: none, and nobody
 *   is named, since all of them are new
 * @last: (out): number of the last there is
 * @everybody: (out): whether a change may concern all patients, such as an import
 *
 * Returns: (transfer full) (element-type utf8): identifiers of the patients whose
 *   records changed since, or %NULL with @error set
 */
GPtrArray *gla_store_list_changed    (GlaStore       *self,
                                      gint64          since,
                                      gint64         *last,
                                      gboolean       *everybody,
                                      GError        **error);

/**
 * gla_store_list_recent:
 * @row: (inout): goes on behind this row; 0 to begin
 * @since: first day that counts
 * @limit: how many at most; fewer are the last
 * @fraction: (out): how much of the file is behind the last one, 0 to 1
 *
 * Returns: (transfer full) (element-type utf8): identifiers of patients who were
 *   treated since then
 */
GPtrArray *gla_store_list_recent     (GlaStore       *self,
                                      gint64         *row,
                                      GlaDay          since,
                                      guint           limit,
                                      double         *fraction,
                                      GError        **error);

/**
 * GlaDueRow:
 * @treated: day of the treatment
 * @n_unanswered: calls about it that nobody answered
 *
 * Something due and the patient whom it concerns, for lists.
 */
typedef struct
{
  GlaDueRecord due;
  char *number;
  char *family_name;
  char *given_name;
  char *phone;
  GlaDay birth_day;
  gboolean may_contact;
  GlaDay treated;
  guint n_unanswered;
} GlaDueRow;

void       gla_due_row_free          (GlaDueRow      *self);

/**
 * gla_store_list_dues:
 * @limit: how many at most
 * @total: (out) (optional): how many there are
 *
 * What is due on @today and was not put off or settled by a call or a booking, the
 * one that began first first. By index, without reading any record.
 *
 * Returns: (transfer full) (element-type GlaDueRow)
 */
GPtrArray *gla_store_list_dues       (GlaStore       *self,
                                      GlaCallReason   reason,
                                      GlaDay          today,
                                      guint           limit,
                                      guint          *total,
                                      GError        **error);

/** GlaDraftRow: something typed and not saved; @patient is NULL where there is none. */
typedef struct
{
  char *kind;
  char *patient;
  char *number;
  char *family_name;
  char *given_name;
} GlaDraftRow;

void       gla_draft_row_free        (GlaDraftRow    *self);

/** gla_store_list_drafts: (transfer full) (element-type GlaDraftRow): by name. */
GPtrArray *gla_store_list_drafts     (GlaStore       *self,
                                      GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaDueRecord, gla_due_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaDueRow, gla_due_row_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaDraftRow, gla_draft_row_free)

G_END_DECLS
