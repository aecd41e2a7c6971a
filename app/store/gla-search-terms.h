/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-day.h"

G_BEGIN_DECLS

/**
 * GlaSearchTerm:
 *
 * One part of what was typed into the search box, with everything that it could
 * mean. A patient is found if each term fits in one of its meanings.
 */
typedef struct
{
  GStrv words;        /* beginnings of words of a name or number, all of which must fit; or empty */
  char *number;       /* beginning of a record number of digits, or NULL */
  char *lot;          /* beginning of a lot in small letters, or NULL */
  char *phone;        /* last digits of a telephone number, last first, or NULL */
  char *birth_prefix; /* "1984" or "1984-03", or NULL */
  GlaDay birth_days[2]; /* two if day and month could be swapped; else GLA_DAY_NONE */
} GlaSearchTerm;

/** gla_search_terms_new: (transfer full) (element-type GlaSearchTerm): none if nothing is asked. */
GPtrArray *gla_search_terms_new (const char *text,
                                 GlaDay      today);

G_END_DECLS
