/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-history.h"

G_BEGIN_DECLS

/* What a person corrects in how a result was judged; the record itself is the form. */

/** gla_rating_form_find_fault: (transfer full) (nullable): what keeps it from being saved. */
char       *gla_rating_form_find_fault (const GlaRating   *rating,
                                        const GlaHistory  *history,
                                        GlaDay             today);

/** gla_rating_form_to_draft: (transfer full): as text, for gla_store_put_draft(). */
char       *gla_rating_form_to_draft   (const GlaRating   *rating);

/**
 * gla_rating_form_from_draft:
 * @amended: the record; what can't be corrected is taken from it
 *
 * Returns: (transfer full) (nullable): %NULL if the text is no draft
 */
GlaRating  *gla_rating_form_from_draft (const char        *text,
                                        const GlaRating   *amended);

G_END_DECLS
