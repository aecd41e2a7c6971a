/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * gla_pdf_tags_complete:
 * @bytes: a whole PDF as cairo writes it
 * @language: BCP 47
 *
 * cairo tags headings and paragraphs, but gives them no common root and says in
 * the catalogue of the file neither that it did nor the language: readers take it
 * for untagged. Appends what is missing as an incremental update. A file of
 * another form is left alone.
 */
void  gla_pdf_tags_complete  (GByteArray *bytes,
                              const char *language);

G_END_DECLS
