/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-catalogue.h"
#include "gla-condition.h"

G_BEGIN_DECLS

/*
 * The protocol as values: what data/protocol/not-working.xml says, read and
 * checked. Texts are in the language of the file: show them through
 * gla_protocol_get_text() and, where they name facts, gla_case_fill().
 */

/** GlaOutcomeKind: what a step comes to. */
typedef enum
{
  GLA_OUTCOME_NONE,
  GLA_OUTCOME_STOP,   /* an emergency: troubleshooting ends */
  GLA_OUTCOME_WAIT,   /* something is to come */
  GLA_OUTCOME_PLAN,   /* what to do next */
  GLA_OUTCOME_CLOSE,  /* explained or decided */
} GlaOutcomeKind;

typedef enum
{
  GLA_FIND_INFO,
  GLA_FIND_WARN,
  GLA_FIND_ALERT,
} GlaFindLevel;

/** GlaStepAnswer: one of the two to four answers of a step. */
typedef struct
{
  char *id;
  char *text;
  gboolean needs_reason;   /* a reason is kept with it */
  char complaint;          /* kind of complaint that it tells, 'a' to 'f', or '\0' */
} GlaStepAnswer;

/** GlaStepBranch: @condition is %NULL for one that always holds. */
typedef struct
{
  GlaCondition *condition;
  char *to;
  char *text;
  long line;
} GlaStepBranch;

/**
 * GlaStepFind:
 * @place: in the order in which causes are excluded: "6a"
 * @says: what the record shows
 * @correct: (nullable): what to put right; %NULL for a note
 * @patient: (nullable): the same for a patient
 * @mark: its marks and sources, without text
 */
typedef struct
{
  char *id;
  GlaCondition *condition;
  GlaFindLevel level;
  char *place;
  char *says;
  char *correct;
  char *patient;
  GlaMarked mark;
  long line;
} GlaStepFind;

/**
 * GlaStepWait:
 * @from: a fact that is a day, or "step": the day on which the step was reached
 * @days: after it; -1: none
 * @months: after it; -1: none
 * @constant: (nullable): so many days or months after it instead
 * @upper: whether its upper end is meant
 * @until: (nullable): constant whose upper end closes the time
 */
typedef struct
{
  char *from;
  int days;
  int months;
  char *constant;
  gboolean upper;
  char *until;
} GlaStepWait;

/** GlaStepOption: one thing that can be done. */
typedef struct
{
  char *id;
  char *title;
  char *suits;
  char *course;
  char *limits;
  GlaMarked mark;
} GlaStepOption;

/** GlaStage: what steps are grouped by when they are listed. */
typedef struct
{
  char *id;
  char *title;
  long line;
} GlaStage;

/**
 * GlaStep:
 * @stage: (nullable): of the protocol, if it has any
 *
 * One step. Without a question its branches decide at once; with a wait it stays
 * until one of them holds; without branches the case ends there.
 */
typedef struct
{
  char *id;
  const GlaStage *stage;
  gboolean is_gate;        /* the screen for red flags */
  char *title;
  GPtrArray *why;          /* (element-type GlaMarked) */
  GStrv facts;             /* to show, never NULL */
  char *question;          /* or NULL */
  GPtrArray *answers;      /* (element-type GlaStepAnswer): none, or 2 to 4 */
  GPtrArray *finds;        /* (element-type GlaStepFind) */
  GPtrArray *branches;     /* (element-type GlaStepBranch) */
  GlaOutcomeKind outcome;
  char *outcome_text;      /* or NULL */
  GlaStepWait *wait;       /* or NULL */
  GlaMarked *practitioner; /* or NULL */
  char *patient;           /* or NULL */
  GPtrArray *options;      /* (element-type GlaStepOption) */
  GPtrArray *names;        /* (element-type utf8): facts that its conditions use */
  GPtrArray *constants;    /* (element-type utf8): constants that it and those facts use */
  long line;
} GlaStep;

/** GlaProtocol: immutable and reference-counted. */
typedef struct
{
  char *key;
  char *version;
  char *title;
  gboolean is_own;         /* the clinic's: texts are not translated */
  GBytes *content;         /* of the file, as it was read */
  GPtrArray *cautions;     /* (element-type GlaMarked) */
  GPtrArray *stages;       /* (element-type GlaStage): none, or in the order of the list */
  GPtrArray *steps;        /* (element-type GlaStep): the first is where a case begins */
} GlaProtocol;

/** GLA_PROTOCOL_BUILTIN: the one in the program, below the prefix of the built-in files. */
#define GLA_PROTOCOL_BUILTIN "protocol/not-working.xml"

/** gla_protocol_load_builtin: (transfer full): the one in the program. */
GlaProtocol          *gla_protocol_load_builtin   (GlaCatalogue       *catalogue,
                                                   GError            **error);

/**
 * gla_protocol_load_file:
 *
 * Reads a clinic's own protocol. A name of a step, answer, fact, finding,
 * constant or source that does not exist is an error with file and line, and so
 * are a question with an answer that leads nowhere and a step that nothing leads to.
 *
 * Returns: (transfer full): or %NULL with an error in %GLA_KNOWLEDGE_ERROR
 */
GlaProtocol          *gla_protocol_load_file      (GFile              *file,
                                                   GlaCatalogue       *catalogue,
                                                   GError            **error);

/**
 * gla_protocol_load:
 * @own: (nullable): the clinic's file; one that does not exist is no error
 * @refused: (out) (nullable): why @own was not taken
 *
 * The clinic's protocol if it has a good one, else the one in the program.
 *
 * Returns: (transfer full): %NULL with @error only if that of the program can't be read
 */
GlaProtocol          *gla_protocol_load           (GFile              *own,
                                                   GlaCatalogue       *catalogue,
                                                   GError            **refused,
                                                   GError            **error);

/** gla_protocol_parse: (transfer full): as gla_protocol_load_file(), of bytes called @name. */
GlaProtocol          *gla_protocol_parse          (GBytes             *bytes,
                                                   const char         *name,
                                                   gboolean            is_own,
                                                   GlaCatalogue       *catalogue,
                                                   GError            **error);

GlaProtocol          *gla_protocol_ref            (const GlaProtocol  *self);
void                  gla_protocol_unref          (GlaProtocol        *self);

/** gla_protocol_find_step: (nullable): by id. */
const GlaStep        *gla_protocol_find_step      (const GlaProtocol  *self,
                                                   const char         *id);

/** gla_protocol_find_stage: (nullable): by id. */
const GlaStage       *gla_protocol_find_stage     (const GlaProtocol  *self,
                                                   const char         *id);

/** gla_protocol_find_find: (nullable): the finding of any step, by id. */
const GlaStepFind    *gla_protocol_find_find      (const GlaProtocol  *self,
                                                   const char         *id);

/** gla_protocol_get_text: (nullable): @text of this protocol in the user's language. */
const char           *gla_protocol_get_text       (const GlaProtocol  *self,
                                                   const char         *text);

/** gla_step_find_answer: (nullable): by id. */
const GlaStepAnswer  *gla_step_find_answer        (const GlaStep      *self,
                                                   const char         *id);

/** gla_outcome_kind_to_key: "stop", "wait", "plan", "close"; empty for none. */
const char           *gla_outcome_kind_to_key     (GlaOutcomeKind      kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaProtocol, gla_protocol_unref)

G_END_DECLS
