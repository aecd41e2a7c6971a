/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-handout.h"
#include "gla-progress.h"
#include "gla-sheet-subject.h"

G_BEGIN_DECLS

/**
 * GlaSheetOrder:
 * @large: in large print, whatever the options of the job say
 *
 * One sheet that is asked for.
 */
typedef struct
{
  GlaSheetSubject *subject;
  GlaHandoutTemplate *template;
  gboolean large;
} GlaSheetOrder;

/** gla_sheet_order_new: (transfer full) */
GlaSheetOrder  *gla_sheet_order_new     (GlaSheetSubject       *subject,
                                         GlaHandoutTemplate    *template);
void            gla_sheet_order_free    (GlaSheetOrder         *self);

/**
 * GlaSheetCopy:
 * @patient: (nullable): identifier of whom it is given to; %NULL: a list of patients
 * @treatment: (nullable): identifier of what it is about
 * @pdf: the sheet as a file of its own, which prints the same at any time
 *
 * A sheet that was made.
 */
typedef struct
{
  char *patient;
  char *treatment;
  char *key;
  char *version;
  char *language;
  guint n_pages;
  GBytes *pdf;
} GlaSheetCopy;

/**
 * GlaSheetBatch:
 * @copies: (element-type GlaSheetCopy): as ordered
 * @joint: (nullable): all of them in one file, if that was asked for
 * @title: of the first
 */
typedef struct
{
  GPtrArray *copies;
  GBytes *joint;
  char *title;
  GlaPaper paper;
  GlaDay day;
} GlaSheetBatch;

/**
 * gla_sheet_layout_async:
 *
 * Lays one sheet out in a thread, for the preview.
 */
void            gla_sheet_layout_async  (const GlaSheetOrder     *order,
                                         const GlaHandoutOptions *options,
                                         GCancellable            *cancellable,
                                         GAsyncReadyCallback      callback,
                                         gpointer                 user_data);

/** gla_sheet_layout_finish: (transfer full): %NULL with an error. */
GlaPages       *gla_sheet_layout_finish (GAsyncResult            *result,
                                         GError                 **error);

/**
 * gla_sheet_batch_async:
 * @orders: (element-type GlaSheetOrder): at least one; not changed afterwards
 * @joint: whether a file of all of them is wanted besides
 * @progress: (nullable): is told how far it has come
 *
 * Makes all sheets in a thread, one after the other.
 */
void            gla_sheet_batch_async   (GPtrArray               *orders,
                                         const GlaHandoutOptions *options,
                                         gboolean                 joint,
                                         GlaProgress             *progress,
                                         GCancellable            *cancellable,
                                         GAsyncReadyCallback      callback,
                                         gpointer                 user_data);

/** gla_sheet_batch_finish: (transfer full): %NULL with an error; cancelled: nothing was made. */
GlaSheetBatch  *gla_sheet_batch_finish  (GAsyncResult            *result,
                                         GError                 **error);
void            gla_sheet_batch_free    (GlaSheetBatch           *self);

/** gla_sheet_batch_count_given: sheets that are given to a patient. */
guint           gla_sheet_batch_count_given (const GlaSheetBatch *self);

/**
 * gla_sheet_batch_note:
 *
 * The records say that the sheets were given, when and by whom, each with its copy; that can
 * be undone. @text: what happened, such as “Printed”.
 */
void            gla_sheet_batch_note    (const GlaSheetBatch     *self,
                                         GlaContext              *context,
                                         const char              *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaSheetOrder, gla_sheet_order_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaSheetBatch, gla_sheet_batch_free)

G_END_DECLS
