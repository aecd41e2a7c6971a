/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-case.h"

G_BEGIN_DECLS

/** GlaCaseStageState: where a stage lies on the way of a case. */
typedef enum
{
  GLA_CASE_STAGE_DONE,
  GLA_CASE_STAGE_PRESENT, /* the case stands in it, or looks back at it */
  GLA_CASE_STAGE_AHEAD,   /* may still be come to */
} GlaCaseStageState;

/**
 * GlaCaseStage:
 * @title: in the user's language
 * @result: (nullable): one line: what it came to
 * @visits: (element-type GlaCaseVisit): steps of it that were left, in the order of the way
 * @findings: (element-type GlaCaseFinding): what was found in it
 *
 * One line of the list of a case. Pointers belong to the case and its protocol.
 */
typedef struct
{
  const char *title;
  GlaCaseStageState state;
  char *result;
  GPtrArray *visits;
  GPtrArray *findings;
} GlaCaseStage;

/**
 * gla_case_list_stages:
 *
 * The way of a case in a few lines, in the order of the protocol's stages; a protocol
 * without stages has one line for each step that was come to. Stages that the case went
 * past without need are left out, and those ahead of a case that has ended.
 *
 * Returns: (transfer full) (element-type GlaCaseStage): @self must outlive it
 */
GPtrArray  *gla_case_list_stages  (const GlaCase *self);

G_END_DECLS
