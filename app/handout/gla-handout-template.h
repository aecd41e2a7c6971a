/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-catalogue.h"
#include "gla-condition.h"
#include "gla-language.h"
#include "gla-protocol.h"

G_BEGIN_DECLS

/*
 * The template of a sheet as values: what a file of data/handouts says, read
 * and checked. Texts are in the language of the file; show them through
 * gla_handout_template_get_text().
 */

typedef enum
{
  GLA_HANDOUT_FOR_PATIENT,
  GLA_HANDOUT_FOR_PROFESSIONAL,
} GlaHandoutAudience;

/**
 * GlaHandoutNeeds:
 * @GLA_HANDOUT_NEEDS_RECORD: a patient
 * @GLA_HANDOUT_NEEDS_TREATMENT: makes sense for somebody who was treated
 * @GLA_HANDOUT_NEEDS_LOT: likewise, and the lot of it is being checked
 * @GLA_HANDOUT_NEEDS_CASE: a case of the assistant
 * @GLA_HANDOUT_NEEDS_EVENT: an adverse event; it goes outside, with initials in place of the name
 * @GLA_HANDOUT_NEEDS_LIST: many patients, and no one of them
 *
 * What a sheet is about.
 */
typedef enum
{
  GLA_HANDOUT_NEEDS_RECORD,
  GLA_HANDOUT_NEEDS_TREATMENT,
  GLA_HANDOUT_NEEDS_LOT,
  GLA_HANDOUT_NEEDS_CASE,
  GLA_HANDOUT_NEEDS_LIST,
  GLA_HANDOUT_NEEDS_EVENT,
} GlaHandoutNeeds;

/** GlaHandoutElementKind: see data/schemas/handouts.rng. */
typedef enum
{
  GLA_HANDOUT_HEADING,
  GLA_HANDOUT_SUBHEADING,
  GLA_HANDOUT_TEXT,
  GLA_HANDOUT_NOTE,
  GLA_HANDOUT_LIST,
  GLA_HANDOUT_ITEM,
  GLA_HANDOUT_BOX,
  GLA_HANDOUT_CELLS,
  GLA_HANDOUT_CELL,
  GLA_HANDOUT_SIGNATURES,
  GLA_HANDOUT_SIGN,
  GLA_HANDOUT_INSERT,
  GLA_HANDOUT_QR,
  GLA_HANDOUT_GROUP,
  GLA_HANDOUT_BREAK,
} GlaHandoutElementKind;

/**
 * GlaHandoutElement:
 * @text: (nullable): what it says; {braces} name a field or fact, *stars* are bold
 * @when: (nullable): condition under which it is there
 * @field: (nullable): of a cell: what it shows; of a QR code: what it opens
 * @part: (nullable): of an insert
 * @style: (nullable): of a list "numbers" or "ticks", of a box "danger"
 * @mark: marks and sources, without text; never printed on a patient's sheet
 * @children: (element-type GlaHandoutElement)
 */
typedef struct
{
  GlaHandoutElementKind kind;
  char *text;
  GlaCondition *when;
  char *field;
  char *part;
  char *style;
  GlaMarked mark;
  GPtrArray *children;
  long line;
} GlaHandoutElement;

/** GlaHandoutTemplate: immutable and reference-counted. */
typedef struct
{
  char *key;
  char *version;
  char *title;
  char *summary;
  GlaHandoutAudience audience;
  GlaHandoutNeeds needs;
  gboolean is_card;
  gboolean is_own;       /* the clinic's: texts are not translated */
  GPtrArray *elements;   /* (element-type GlaHandoutElement) */
} GlaHandoutTemplate;

/** gla_handout_list_builtin: (transfer none): keys of the templates of the program. */
const char * const   *gla_handout_list_builtin        (void);

/** gla_handout_dup_own_folder: (transfer full): where a clinic puts KEY.xml of its own. */
GFile                *gla_handout_dup_own_folder      (void);

/** gla_handout_list: (transfer full): the same, and those that only @own_folder has. */
GStrv                 gla_handout_list                (GFile               *own_folder);

/**
 * gla_handout_template_load:
 * @own_folder: (nullable): the clinic's; its file goes before that of the program
 * @protocol: whose steps, answers and findings conditions may name
 * @refused: (out) (nullable): why the clinic's file was not taken
 *
 * Returns: (transfer full): or %NULL with an error in %GLA_KNOWLEDGE_ERROR
 */
GlaHandoutTemplate   *gla_handout_template_load       (const char          *key,
                                                       GFile               *own_folder,
                                                       GlaCatalogue        *catalogue,
                                                       GlaProtocol         *protocol,
                                                       GError             **refused,
                                                       GError             **error);

/**
 * gla_handout_template_parse:
 * @name: how to name the file in errors
 *
 * A field, fact, part, step, answer, finding, constant or source that does not
 * exist is an error with file and line, and so is a star or brace without its
 * partner.
 *
 * Returns: (transfer full): or %NULL with an error in %GLA_KNOWLEDGE_ERROR
 */
GlaHandoutTemplate   *gla_handout_template_parse      (GBytes              *bytes,
                                                       const char          *name,
                                                       gboolean             is_own,
                                                       GlaCatalogue        *catalogue,
                                                       GlaProtocol         *protocol,
                                                       GError             **error);

GlaHandoutTemplate   *gla_handout_template_ref        (const GlaHandoutTemplate *self);
void                  gla_handout_template_unref      (GlaHandoutTemplate       *self);

/** gla_handout_template_get_text: (nullable): @text of this template in the language of the thread. */
const char           *gla_handout_template_get_text   (const GlaHandoutTemplate *self,
                                                       const char               *text);

/**
 * gla_handout_template_is_translated:
 *
 * Whether every text of it is there in @language; English has all. A template of
 * the clinic is in the language of the clinic alone.
 */
gboolean              gla_handout_template_is_translated (const GlaHandoutTemplate *self,
                                                          const GlaLanguage        *language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaHandoutTemplate, gla_handout_template_unref)

G_END_DECLS
