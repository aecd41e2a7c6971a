/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-clinic-model.h"
#include "gla-completeness.h"
#include "gla-lot-finding.h"

G_BEGIN_DECLS

/**
 * GlaSurvey:
 * @path: (type filename): the clinic file, which is opened a second time for reading
 * @catalogue: products and areas
 * @settings: house rules; its region is interned
 * @today: the day to look from
 * @known: the model there is; a fit is made only when the data differ enough from its own
 *   or the settings differ
 * @known_rows: (or -1): records that there were when all were looked at last; nothing is
 *   looked at while there are hardly more or fewer
 * @known_basis: (nullable): settings by which they were looked at, see
 *   gla_cycle_settings_to_text(); by others they are looked at anew, and the model is fitted anew
 * @progress: thousandths of the patients looked at; read and written atomically
 * @cancellable: stops it
 * @rows: (out): records there are now
 * @basis: (out): the text of @settings
 * @was_needed: (out): whether the patients were looked at
 * @model: (out) (nullable): a new fit, if one was made
 * @lots: (out) (nullable) (element-type GlaLotFinding): suspect lots and all others
 * @completeness: (out): how complete the records are
 * @n_graded: (out): treated areas graded in the window in which their peak can be judged
 * @n_failures: (out): those of them without a response (evidence, S5g: background)
 *
 * A look at all records of the clinic: how long effects last here, which lots stand out,
 * and what is missing. Takes a second for each few thousand patients; runs in a thread
 * of its own and never holds up a write.
 */
typedef struct
{
  char *path;
  GlaCatalogue *catalogue;
  GlaCycleSettings settings;
  GlaDay today;
  GlaClinicModel *known;
  gint64 known_rows;
  char *known_basis;
  int progress;
  GCancellable *cancellable;

  gint64 rows;
  char *basis;
  gboolean was_needed;
  GlaClinicModel *model;
  GPtrArray *lots;
  GlaCompleteness completeness;
  guint n_graded;
  guint n_failures;
} GlaSurvey;

void      gla_survey_free (GlaSurvey  *self);

/** gla_survey_run: fills what is (out); FALSE with @error set if the file can't be read or it was stopped. */
gboolean  gla_survey_run  (GlaSurvey  *self,
                           GError    **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaSurvey, gla_survey_free)

G_END_DECLS
