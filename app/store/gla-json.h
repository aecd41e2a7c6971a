/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-statement.h"

G_BEGIN_DECLS

/* JSON for the audit: only what is needed to write down the row of a table. */

/** gla_json_append_text: @text as a JSON string. */
void  gla_json_append_text (GString       *json,
                            const char    *text);

/**
 * gla_json_append_row:
 *
 * The columns of the current row of @statement as members of an object, without
 * braces. Left out are unknown values, values that the program works out itself,
 * and the number of the patient's row, which means nothing outside of the file.
 */
void  gla_json_append_row  (GString       *json,
                            GlaStatement  *statement);

G_END_DECLS
