/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-call.h"
#include "gla-catalogue.h"
#include "gla-follow-up.h"
#include "gla-protocol-shelf.h"
#include "gla-store.h"

G_BEGIN_DECLS

/**
 * GlaAgendaSection:
 * @GLA_AGENDA_BOOKINGS: booked for today and the next days
 * @GLA_AGENDA_VIALS: open vials and those near or past their expiry
 * @GLA_AGENDA_CASES: cases of the assistant that are open, with their next date
 * @GLA_AGENDA_REVIEWS: treatments in their review window that were not graded
 * @GLA_AGENDA_ENDINGS: effects that may be ending
 * @GLA_AGENDA_DRAFTS: typed and not saved
 * @GLA_AGENDA_BACKUP: a backup that is missing or old
 *
 * Parts of the day, in the order in which they help: what can't wait, then whom to
 * call, then what was left.
 */
typedef enum
{
  GLA_AGENDA_BOOKINGS,
  GLA_AGENDA_VIALS,
  GLA_AGENDA_CASES,
  GLA_AGENDA_REVIEWS,
  GLA_AGENDA_ENDINGS,
  GLA_AGENDA_DRAFTS,
  GLA_AGENDA_BACKUP,
  GLA_AGENDA_N_SECTIONS,
} GlaAgendaSection;

/** GLA_AGENDA_BACKUP_DAYS: a backup older than this is listed. A program setting. */
#define GLA_AGENDA_BACKUP_DAYS 7

/** GLA_AGENDA_BOOKED_DAYS: bookings are listed so many days ahead. A program setting. */
#define GLA_AGENDA_BOOKED_DAYS 7

/** GLA_AGENDA_ALL: no limit. */
#define GLA_AGENDA_ALL 1000000

/**
 * GlaAgendaRow:
 * @key: tells the row from all others, also when the list is read again
 * @patient: (nullable): identifier; what is opened
 * @name: (nullable): of the patient
 * @number: (nullable): of the record
 * @phone: (nullable): %NULL also where the patient has not agreed to be contacted
 * @reason: of a call, if @can_call
 * @treatment: (nullable): identifier of the one it is about
 * @case_id: (nullable): likewise the case
 * @first: from when on it is due
 * @last: until when; both %GLA_DAY_NONE where there is none
 * @title: what it is about, or of whom
 * @text: what is to be known about it; may have several lines
 * @is_urgent: overdue, or on its last day
 *
 * One thing to do.
 */
typedef struct
{
  GlaAgendaSection section;
  char *key;
  char *patient;
  char *name;
  char *number;
  char *phone;
  GlaDay birth_day;
  gboolean may_contact;
  gboolean can_call;
  GlaCallReason reason;
  char *treatment;
  char *case_id;
  GlaDay first;
  GlaDay last;
  char *title;
  char *text;
  gboolean is_urgent;
} GlaAgendaRow;

/**
 * GlaAgenda:
 * @rows: (element-type GlaAgendaRow): of each section
 * @totals: how many there are, of which @rows has the first
 * @progress: how much of the records was looked at for it, 0 to 1
 * @follow_up: how completely treatments were reviewed
 * @follow_up_day: when that was counted, or %GLA_DAY_NONE: not yet
 *
 * What is to be done on a day.
 */
typedef struct
{
  GlaDay today;
  GPtrArray *rows[GLA_AGENDA_N_SECTIONS];
  guint totals[GLA_AGENDA_N_SECTIONS];
  double progress;
  GlaFollowUp follow_up;
  GlaDay follow_up_day;
} GlaAgenda;

/**
 * GlaAgendaQuery:
 * @minute: of the day, for vials that were opened by the hour
 * @role: who looks; the front desk sees whom to call and when and the next step of a
 *   case, and neither areas nor vials nor what an estimate rests on
 * @limit: rows of a section at most
 * @shelf: (nullable): where the protocols of cases are read once, for the names of their steps
 */
typedef struct
{
  GlaDay today;
  int minute;
  GlaRole role;
  guint limit;
  GlaProtocolShelf *shelf;
} GlaAgendaQuery;

/** gla_agenda_new: (transfer full): reads what is kept; see gla_agenda_update() for keeping it. */
GlaAgenda  *gla_agenda_new               (GlaStore              *store,
                                          GlaCatalogue          *catalogue,
                                          const GlaAgendaQuery  *query,
                                          GError               **error);
void        gla_agenda_free              (GlaAgenda             *self);

/** gla_agenda_count: all that there is in all sections. */
guint       gla_agenda_count             (const GlaAgenda       *self);

/** gla_agenda_has_same_rows: whether both show the same, whatever their progress is. */
gboolean    gla_agenda_has_same_rows     (const GlaAgenda       *self,
                                          const GlaAgenda       *other);

/** gla_agenda_section_get_title: "Reviews due". */
const char *gla_agenda_section_get_title (GlaAgendaSection       section);

/** gla_agenda_section_get_key: "reviews", for files. */
const char *gla_agenda_section_get_key   (GlaAgendaSection       section);

/** gla_agenda_describe_follow_up: (transfer full): one sentence with numbers; says so if nobody looked. */
char       *gla_agenda_describe_follow_up (const GlaAgenda      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaAgenda, gla_agenda_free)

G_END_DECLS
