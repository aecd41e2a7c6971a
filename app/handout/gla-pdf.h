/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-pages.h"

G_BEGIN_DECLS

/**
 * GlaPdf:
 *
 * A file in the making: one sheet after the other, each page of its own size.
 * Its letters are embedded, its parts tagged, and the same sheets on the same
 * day give the same bytes.
 */
typedef struct _GlaPdf GlaPdf;

/** gla_pdf_new: without a page. */
GlaPdf    *gla_pdf_new      (void);
void       gla_pdf_free     (GlaPdf        *self);

/** gla_pdf_add: draws all pages of a sheet; it may be freed after. */
void       gla_pdf_add      (GlaPdf        *self,
                             GlaPages      *pages);

/**
 * gla_pdf_finish:
 * @day: which the file names as the day of its making
 *
 * Ends the file. Title and language are those of the first sheet.
 *
 * Returns: (transfer full): its bytes, or %NULL with an error in %G_IO_ERROR
 */
GBytes    *gla_pdf_finish   (GlaPdf        *self,
                             GlaDay         day,
                             GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaPdf, gla_pdf_free)

G_END_DECLS
