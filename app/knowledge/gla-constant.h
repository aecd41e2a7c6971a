/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "gla-marked.h"

G_BEGIN_DECLS

/**
 * GlaConstant:
 * @name: "assess_min"; stored with settings of the clinic, never changed
 * @low: the value, or the lower end of a range
 * @high: equal to @low for a single value
 * @unit: "days", "calendar months", "grade", "U", … as a key; empty if it has none
 * @nature: what it rests on in words ("label", "trial endpoint"); see
 *   gla_constant_get_nature()
 * @editable: whether a clinic can change it
 * @mark: source and mark; its text explains the value, if needed
 *
 * A constant of the rules (evidence, section 3.3).
 */
typedef struct
{
  char      *name;
  double     low;
  double     high;
  char      *unit;
  char      *nature;
  gboolean   editable;
  GlaMarked  mark;
} GlaConstant;

/** gla_constant_free: frees it with all it holds. */
void         gla_constant_free       (GlaConstant       *self);

/** gla_constant_dup_text: (transfer full): value as in the file, C locale: "42" or "28..30". */
char        *gla_constant_dup_text   (const GlaConstant *self);

/** gla_constant_get_nature: in the user's language. */
const char  *gla_constant_get_nature (const GlaConstant *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaConstant, gla_constant_free)

G_END_DECLS
