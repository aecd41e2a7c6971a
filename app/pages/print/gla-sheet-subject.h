/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-context.h"
#include "gla-handout-choice.h"
#include "gla-kept-case.h"
#include "gla-letterhead.h"
#include "gla-store-lot.h"

G_BEGIN_DECLS

/**
 * GlaSheetSender:
 * @letterhead: of the clinic
 * @staff: (nullable): name of who prints
 * @printed_at: time of day, as "14:05"
 *
 * Who hands a sheet out, read once for all sheets of a job. Immutable and reference-counted.
 */
typedef struct
{
  GlaLetterhead *letterhead;
  char *staff;
  char *printed_at;
} GlaSheetSender;

/** gla_sheet_sender_new: (transfer full): @author: (nullable): identifier; %NULL with an error. */
GlaSheetSender   *gla_sheet_sender_new           (GlaStore               *store,
                                                  const char             *author,
                                                  GError                **error);
void              gla_sheet_sender_unref         (GlaSheetSender         *self);

/**
 * GlaSheetSubject:
 * @input: what sheets are filled in from; points into the subject
 * @templates: (element-type GlaHandoutTemplate): sheets that fit, in the order of the program
 * @wanted: key of the one to begin with
 * @refusals: (nullable): why sheets of the clinic were not taken, a line for each
 *
 * What sheets are about: a patient on a day, with a treatment or a case. Immutable and
 * reference-counted; may be read from any thread.
 */
typedef struct _GlaSheetSubject
{
  GlaHandoutInput input;
  GPtrArray *templates;
  const char *wanted;
  char *refusals;

  /*< private >*/
  GlaCaseBasis *basis;
  GlaKeptCase *kept;
  GlaFacts *facts;
  char *area;
  char *treatment;
  char *checked_lot;
  GlaSheetSender *sender;
  char *event;
  GPtrArray *calls;
  char *about;
  struct _GlaSheetSubject *origin;   /* or NULL: what is above belongs to it */
  char *reviewed;                    /* with an origin: in place of what the letterhead says */
} GlaSheetSubject;

/**
 * GlaSheetQuestion:
 * @cycles: of the patient; their day is today
 * @area: (nullable): catalogue key; %NULL: the area treated last
 * @treatment: (nullable): identifier, with @area
 * @kept: (nullable): a case; %NULL: the open one of the record, if any
 * @event: (nullable): identifier of an adverse event; %NULL: the last one
 * @wanted: (nullable): key of the sheet to begin with; %NULL: the one that fits best
 *
 * Where somebody is when a sheet is asked for.
 */
typedef struct
{
  GlaCycles *cycles;
  const char *area;
  const char *treatment;
  GlaKeptCase *kept;
  const char *event;
  const char *wanted;
} GlaSheetQuestion;

/**
 * gla_sheet_subject_load_async:
 *
 * Reads what the clinic file says, and all templates, in the worker's thread. The front desk
 * gets no sheet for professionals about a case (ux, “The assistant”).
 */
void              gla_sheet_subject_load_async   (GlaContext             *context,
                                                  const GlaSheetQuestion *question,
                                                  GCancellable           *cancellable,
                                                  GAsyncReadyCallback     callback,
                                                  gpointer                user_data);

/** gla_sheet_subject_load_finish: (transfer full): %NULL with an error. */
GlaSheetSubject  *gla_sheet_subject_load_finish  (GAsyncResult           *result,
                                                  GError                **error);

/**
 * gla_sheet_subject_new_letter:
 * @use: of the lot that the letter is about
 * @sender: who prints
 *
 * About a treatment, without a case and without a look at other patients of its lot: for
 * letters to many. Has no templates. For the worker’s thread.
 *
 * Returns: (transfer full): or %NULL with an error
 */
GlaSheetSubject  *gla_sheet_subject_new_letter   (GlaStore               *store,
                                                  const GlaClinicFigures *figures,
                                                  GlaCycles              *cycles,
                                                  const GlaLotUse        *use,
                                                  GlaSheetSender         *sender,
                                                  GError                **error);

/**
 * gla_sheet_subject_new_list:
 * @calls: (element-type GlaHandoutCall): a list of patients
 * @about: what the list is
 *
 * Returns: (transfer full): about no patient; %NULL with an error
 */
GlaSheetSubject  *gla_sheet_subject_new_list     (GlaStore               *store,
                                                  const GlaClinicFigures *figures,
                                                  GlaCatalogue           *catalogue,
                                                  GlaDay                  today,
                                                  GPtrArray              *calls,
                                                  const char             *about,
                                                  GlaSheetSender         *sender,
                                                  GError                **error);

/**
 * gla_sheet_subject_put_review:
 * @template: of @self
 * @language: BCP 47 of the translation that was read
 * @by: (nullable): who read it and found it good; %NULL: nobody answers for it any more
 *
 * For the worker’s thread. Reviews that were noted meanwhile stay.
 *
 * Returns: (transfer full): the same sheets with what the clinic file says now, or %NULL
 *   with an error and nothing changed
 */
GlaSheetSubject  *gla_sheet_subject_put_review   (GlaSheetSubject          *self,
                                                  GlaStore                 *store,
                                                  const GlaHandoutTemplate *template,
                                                  const char               *language,
                                                  const char               *by,
                                                  GError                  **error);

/** gla_sheet_subject_find: (transfer none) (nullable): a sheet that fits. */
GlaHandoutTemplate *gla_sheet_subject_find       (const GlaSheetSubject  *self,
                                                  const char             *key);

/** gla_sheet_subject_get_patient: (transfer none) */
const GlaPatient *gla_sheet_subject_get_patient  (const GlaSheetSubject  *self);

GlaSheetSubject  *gla_sheet_subject_ref          (GlaSheetSubject        *self);
void              gla_sheet_subject_unref        (GlaSheetSubject        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaSheetSender, gla_sheet_sender_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaSheetSubject, gla_sheet_subject_unref)

G_END_DECLS
