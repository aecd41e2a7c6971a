/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-catalogue.h"

G_BEGIN_DECLS

/**
 * GlaConstants:
 *
 * The constants of the catalogue with the values that a clinic put in their place
 * (evidence, section 3.3). Immutable once it is in use.
 */
typedef struct _GlaConstants GlaConstants;

/** gla_constants_new: (transfer full): as the catalogue has them. */
GlaConstants  *gla_constants_new        (GlaCatalogue        *catalogue);
GlaConstants  *gla_constants_ref        (const GlaConstants  *self);
void           gla_constants_unref      (GlaConstants        *self);

/**
 * gla_constants_override:
 * @high: upper end of a range; equal to @low for a single value
 *
 * Puts the clinic's own value in place of that of the catalogue.
 *
 * Returns: %FALSE if there is no such constant, if it can't be edited, or if a value
 *   is no number or @high is below @low
 */
gboolean       gla_constants_override   (GlaConstants        *self,
                                         const char          *name,
                                         double               low,
                                         double               high);

/** gla_constants_get: the value that holds, or the lower end; NaN without such a constant. */
double         gla_constants_get        (const GlaConstants  *self,
                                         const char          *name);

/** gla_constants_get_upper: the upper end; NaN without such a constant. */
double         gla_constants_get_upper  (const GlaConstants  *self,
                                         const char          *name);

/** gla_constants_is_edited: whether the clinic put its own value in its place. */
gboolean       gla_constants_is_edited  (const GlaConstants  *self,
                                         const char          *name);

/** gla_constants_get_marks: the marks of the catalogue, and %GLA_MARK_OWN if it was edited. */
GlaMarkFlags   gla_constants_get_marks  (const GlaConstants  *self,
                                         const char          *name);

/** gla_constants_get_catalogue: (transfer none) */
GlaCatalogue  *gla_constants_get_catalogue (const GlaConstants *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaConstants, gla_constants_unref)

G_END_DECLS
