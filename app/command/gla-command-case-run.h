/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-case-basis.h"
#include "gla-case.h"
#include "gla-command-private.h"
#include "gla-outlook-cache.h"

G_BEGIN_DECLS

/**
 * GlaCaseRun:
 * @protocol: see gla_case_run_open()
 * @area: (nullable): the area in question
 * @cycle: (nullable): its last cycle
 * @basis: what the case is walked with, from gla_case_run_look()
 *
 * All that a case of one patient is walked with; clear with gla_case_run_clear().
 */
typedef struct
{
  GlaStore *store;
  GlaCatalogue *catalogue;
  GlaProtocol *protocol;
  GlaConstants *constants;
  GlaCycleSettings settings;
  GlaCycles *cycles;
  GlaOutlookCache *outlook;
  const char *area;
  const GlaCycle *cycle;
  GlaCaseBasis *basis;
} GlaCaseRun;

/** gla_case_run_open: opens the clinic and loads its catalogue and a protocol; @protocol: a file, or %NULL. */
gboolean      gla_case_run_open           (GlaCaseRun              *self,
                                           const GlaCommandOptions *options,
                                           const char              *protocol,
                                           GError                 **error);

/** gla_case_run_load_protocol: (transfer full): @file, or the one of the program for %NULL. */
GlaProtocol  *gla_case_run_load_protocol  (const char              *file,
                                           GlaCatalogue            *catalogue,
                                           GError                 **error);

/**
 * gla_case_run_read:
 * @patient: record number or name
 *
 * Reads a patient in place of the one before; what is looked at is not chosen yet.
 */
gboolean      gla_case_run_read           (GlaCaseRun              *self,
                                           const char              *patient,
                                           GlaDay                   today,
                                           GError                 **error);

/**
 * gla_case_run_choose_area:
 * @name: (nullable): an area by name or code; %NULL: the one treated last
 *
 * Returns: %FALSE with an error for a name that is none; without @name and
 *   without a treatment the area stays %NULL
 */
gboolean      gla_case_run_choose_area    (GlaCaseRun              *self,
                                           const char              *name,
                                           GError                 **error);

/**
 * gla_case_run_look:
 * @at_treatment: also at the vial of the treatment in question and at all other patients
 *   of its lot
 *
 * Gathers what the clinic file says, as the window does; before gla_case_run_walk().
 */
gboolean      gla_case_run_look           (GlaCaseRun              *self,
                                           gboolean                 at_treatment,
                                           GError                 **error);

/**
 * gla_case_run_walk:
 * @answers: (nullable): file of a case, whose answers and stated facts are replayed
 *
 * Returns: (transfer full): the case, as far as it comes by itself and by @answers
 */
GlaCase      *gla_case_run_walk           (GlaCaseRun              *self,
                                           const char              *answers,
                                           GError                 **error);

/**
 * gla_case_run_resume:
 * @id: (nullable): identifier of a case of the patient; %NULL: the one opened last of
 *   those that are not closed
 * @walk: (out) (nullable) (transfer full): %NULL without @id if there is none
 *
 * A case that the clinic file keeps, as it stands, by the protocol that it began with.
 */
gboolean      gla_case_run_resume         (GlaCaseRun              *self,
                                           const char              *id,
                                           GlaCase                **walk,
                                           GError                 **error);
void          gla_case_run_clear          (GlaCaseRun              *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GlaCaseRun, gla_case_run_clear)

G_END_DECLS
