/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "gla-patient-item.h"
#include "gla-store-worker.h"

G_BEGIN_DECLS

#define GLA_TYPE_PATIENT_LIST (gla_patient_list_get_type ())
G_DECLARE_FINAL_TYPE (GlaPatientList, gla_patient_list, GLA, PATIENT_LIST, GObject)

/**
 * GlaPatientList:
 *
 * The patients whom a search finds, as a #GListModel of #GlaPatientItem. Holds
 * only the numbers of their rows; a row is read when somebody looks at it. Never
 * put a sorting or filtering model over it: that would read all of them.
 */

/**
 * GLA_PATIENT_LIST_FIRST:
 *
 * As many patients are shown at once, more than fit on a screen; the rest is
 * looked up once nobody types for a moment.
 */
#define GLA_PATIENT_LIST_FIRST 24

/**
 * GlaPatientList::loaded:
 *
 * The list shows what was searched for last. Emitted a second time when there
 * are more than %GLA_PATIENT_LIST_FIRST and the rest has arrived, and after each
 * change of the clinic file.
 */

/**
 * GlaPatientList::failed:
 * @error: why the last search found nothing; the list stays as it was
 */

/**
 * gla_patient_list_new:
 * @reader: (not nullable): connection of this thread that rows are read with; must outlive the list
 *
 * Returns: (transfer full): an empty list; it follows changes of the clinic file
 */
GlaPatientList *gla_patient_list_new            (GlaStoreWorker *worker,
                                                 GlaStore       *reader);

/**
 * gla_patient_list_search:
 * @text: as for gla_store_search()
 * @today: for two-digit years
 *
 * Looks for others, in the worker. The newest search wins; one that is under way
 * is stopped.
 */
void            gla_patient_list_search         (GlaPatientList *self,
                                                 const char     *text,
                                                 GlaDay          today);

/** gla_patient_list_get_text: (transfer none): what was searched for last. */
const char     *gla_patient_list_get_text       (GlaPatientList *self);

/** gla_patient_list_is_loading: whether a search is under way or its rest is to come. */
gboolean        gla_patient_list_is_loading     (GlaPatientList *self);

/** gla_patient_list_find: the position of patient @id, %G_MAXUINT if the list does not hold it. */
guint           gla_patient_list_find           (GlaPatientList *self,
                                                 const char     *id);

/** gla_patient_list_get_read_count: how many rows were read so far; for tests and measurements. */
guint64         gla_patient_list_get_read_count (GlaPatientList *self);

G_END_DECLS
