/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-facts.h"
#include "gla-protocol.h"

G_BEGIN_DECLS

/**
 * GlaCaseAnswer:
 * @visit: of the step, from 1: a step can be come to again
 * @reason: (nullable): why
 * @follows: whether the case still comes to this question; an answer that it no
 *   longer comes to is kept
 */
typedef struct
{
  char *step;
  int visit;
  char *answer;
  char *reason;
  GlaDay day;
  gboolean follows;
} GlaCaseAnswer;

/**
 * GlaCaseVisit:
 * @reached: day on which the case came there
 * @left: day on which it went on
 * @to: the step it went on to
 * @branch: index of the branch that was taken; -1 for a case that was read from a file
 * @words: why, with the facts of that day filled in
 * @by_itself: whether new records or the time moved it on
 */
typedef struct
{
  char *step;
  int visit;
  GlaDay reached;
  GlaDay left;
  char *to;
  int branch;
  char *words;
  gboolean by_itself;
} GlaCaseVisit;

/**
 * GlaCaseFinding:
 * @id: of the finding in the protocol
 * @says: what the record showed, with the facts of that day filled in
 * @correct: (nullable): what to put right
 * @place: in the order in which causes are excluded
 * @rows: (element-type utf8): identifiers of the records that it comes from
 */
typedef struct
{
  char *id;
  char *step;
  GlaFindLevel level;
  char *place;
  char *says;
  char *correct;
  GlaDay day;
  GPtrArray *rows;
} GlaCaseFinding;

/** GlaCaseState: what the case is waiting for. */
typedef enum
{
  GLA_CASE_ASKING,    /* an answer to the question of its step */
  GLA_CASE_WAITING,   /* a day or a record */
  GLA_CASE_ENDED,
} GlaCaseState;

/**
 * GlaCase:
 *
 * One run of a protocol for a patient's area. Immutable and reference-counted:
 * each act gives a new case. What was decided stays decided when time goes by;
 * only the step at which the case stands is looked at anew.
 */
typedef struct
{
  GlaProtocol *protocol;
  char *area;              /* catalogue key */
  char *treatment;         /* identifier, or NULL: treated elsewhere */
  GlaDay since;
  GPtrArray *answers;      /* (element-type GlaCaseAnswer) */
  GPtrArray *stated;       /* (element-type GlaStatedFact) */
  GPtrArray *path;         /* (element-type GlaCaseVisit): the steps it has left */
  GPtrArray *findings;     /* (element-type GlaCaseFinding): as they were found */
  char *step;              /* at which it stands */
  int visit;
  GlaDay reached;
  GlaCaseState state;
  GlaDay due;              /* of a step that waits; GLA_DAY_NONE: not known */
  GlaDay until;            /* end of the time for it, or GLA_DAY_NONE */
  int cursor;              /* index in path of the step gone back to, or -1 */
  GPtrArray *news;         /* (element-type utf8): how the last act moved it on by itself */
} GlaCase;

/**
 * gla_case_start:
 * @area: catalogue key
 * @treatment: (nullable): identifier of a treatment of @area; %NULL: treated elsewhere
 *
 * Returns: (transfer full): a case that asks the first question, the screen for red flags
 */
GlaCase              *gla_case_start            (GlaProtocol         *protocol,
                                                 const GlaFactInput  *input,
                                                 const char          *area,
                                                 const char          *treatment,
                                                 GError             **error);

/**
 * gla_case_answer:
 * @answer: of the step at which the case stands or to which it went back
 * @reason: (nullable): needed by some answers
 *
 * Another answer than before at a step gone back to marks the answers that no
 * longer follow; those that still do are taken over.
 *
 * Returns: (transfer full): or %NULL with %GLA_KNOWLEDGE_ERROR_VALUE for an answer
 *   that the step does not have, lacks a reason, or comes before its time
 */
GlaCase              *gla_case_answer           (const GlaCase       *self,
                                                 const char          *answer,
                                                 const char          *reason,
                                                 const GlaFactInput  *input,
                                                 GError             **error);

/**
 * gla_case_back:
 * @step: (nullable): a step with a question that was left; %NULL for the last such one
 *
 * Returns: (transfer full) (nullable): the case looking at that step, all answers
 *   kept; %NULL if there is none
 */
GlaCase              *gla_case_back             (const GlaCase       *self,
                                                 const char          *step);

/** gla_case_forward: (transfer full): the case where it stands, no longer looking back. */
GlaCase              *gla_case_forward          (const GlaCase       *self);

/**
 * gla_case_state_fact:
 *
 * Fills in what the record does not know. Steps that used it are gone through again.
 *
 * Returns: (transfer full): or %NULL with %GLA_KNOWLEDGE_ERROR_VALUE
 */
GlaCase              *gla_case_state_fact       (const GlaCase       *self,
                                                 const char          *name,
                                                 const char          *value,
                                                 const GlaFactInput  *input,
                                                 GError             **error);

/**
 * gla_case_advance:
 *
 * Looks again, with new records or on a new day; its news say how it went on. On a
 * day before the last one of the case nothing is decided.
 *
 * Returns: (transfer full): or %NULL with an error of the protocol
 */
GlaCase              *gla_case_advance          (const GlaCase       *self,
                                                 const GlaFactInput  *input,
                                                 GError             **error);

GlaCase              *gla_case_ref              (const GlaCase       *self);
void                  gla_case_unref            (GlaCase             *self);

/** gla_case_get_step: (transfer none): where it stands, or what it went back to. */
const GlaStep        *gla_case_get_step         (const GlaCase       *self);

/** gla_case_find_answer: (nullable): what was answered at a visit of a step. */
const GlaCaseAnswer  *gla_case_find_answer      (const GlaCase       *self,
                                                 const char          *step,
                                                 int                  visit);

/** gla_case_get_complaint: kind of complaint, 'a' to 'f'; '\0' while it is not known. */
char                  gla_case_get_complaint    (const GlaCase       *self);

/** gla_case_get_facts: (transfer full): all facts as the case sees them now. */
GlaFacts             *gla_case_get_facts        (const GlaCase       *self,
                                                 const GlaFactInput  *input);

/** gla_case_fill: (transfer full) (nullable): @text of the protocol for people, facts filled in. */
char                 *gla_case_fill             (const GlaCase       *self,
                                                 const char          *text,
                                                 const GlaFacts      *facts);

/** gla_case_to_xml: (transfer full): all of it, for the clinic file and for answers to replay. */
GlaXmlDoc            *gla_case_to_xml           (const GlaCase       *self);

/**
 * gla_case_from_xml:
 * @protocol: of the version that @doc names
 *
 * Returns: (transfer full): or %NULL with an error that names file and line
 */
GlaCase              *gla_case_from_xml         (GlaXmlDoc           *doc,
                                                 const char          *name,
                                                 GlaProtocol         *protocol,
                                                 GError             **error);

/**
 * gla_case_replay:
 * @doc: a case; only its answers and stated facts are used
 *
 * Starts a case and answers its questions as @doc has them.
 *
 * Returns: (transfer full): or %NULL with an error that names file and line
 */
GlaCase              *gla_case_replay           (GlaXmlDoc           *doc,
                                                 const char          *name,
                                                 GlaProtocol         *protocol,
                                                 const GlaFactInput  *input,
                                                 const char          *area,
                                                 const char          *treatment,
                                                 GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaCase, gla_case_unref)

G_END_DECLS
