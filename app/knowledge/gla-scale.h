/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "gla-marked.h"

G_BEGIN_DECLS

typedef enum
{
  GLA_SCALE_LOWER_IS_BETTER,
  GLA_SCALE_HIGHER_IS_BETTER,
  GLA_SCALE_VARIES,
} GlaScaleDirection;

typedef enum
{
  GLA_RATERS_NONE = 0,
  GLA_RATERS_PRACTITIONER = 1 << 0,
  GLA_RATERS_PATIENT = 1 << 1,
  GLA_RATERS_LABORATORY = 1 << 2,
} GlaRaters;

/**
 * GlaGrade:
 * @value: number of the grade
 * @mark: its text is the word of the grade ("mild"); %NULL text when the source
 *   names only some of the grades
 */
typedef struct
{
  int        value;
  GlaMarked  mark;
} GlaGrade;

/**
 * GlaScale:
 * @key: "fws"; stored with assessments, never changed
 * @name: full name; show it through gla_scale_get_name()
 * @short_name: "FWS"; never translated
 * @direction: which way is better
 * @raters: who grades
 * @grades: (element-type GlaGrade): from the lowest value; empty for a score
 * @licensed: whether use of the instrument needs permission of its owner
 * @mark: source and mark; its text says how values are meant
 * @notes: (element-type GlaMarked)
 *
 * One grading scale (evidence, section 6.1; products-and-areas, B1).
 */
typedef struct
{
  char               *key;
  char               *name;
  char               *short_name;
  GlaScaleDirection   direction;
  GlaRaters           raters;
  GPtrArray          *grades;
  gboolean            licensed;
  GlaMarked           mark;
  GPtrArray          *notes;
} GlaScale;

/** gla_scale_free: frees it with all it holds. */
void             gla_scale_free       (GlaScale       *self);

/** gla_scale_get_name: in the user's language. */
const char      *gla_scale_get_name   (const GlaScale *self);

/** gla_scale_find_grade: (nullable) */
const GlaGrade  *gla_scale_find_grade (const GlaScale *self,
                                       int             value);

/**
 * gla_scale_get_range:
 *
 * Returns: whether the scale has grades; then @low and @high are set
 */
gboolean         gla_scale_get_range  (const GlaScale *self,
                                       int            *low,
                                       int            *high);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaScale, gla_scale_free)

G_END_DECLS
