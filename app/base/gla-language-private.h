/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-day.h"
#include "gla-language.h"
#include "gla-mo-file.h"
#include "gla-plural.h"

#include <unicode/udat.h>

G_BEGIN_DECLS

/** GlaDayStyle: how a day is written; the order is that of the table of patterns. */
typedef enum
{
  GLA_DAY_STYLE_SHORT,        /* 12 Oct 2026 */
  GLA_DAY_STYLE_LONG,         /* Wednesday 4 March 2026 */
  GLA_DAY_STYLE_DAY_MONTH,    /* 12 Oct */
  GLA_DAY_STYLE_MONTH,        /* Oct */
  GLA_DAY_STYLE_MONTH_YEAR,   /* Oct 2026 */
  GLA_DAY_STYLE_YEAR,         /* 2026 */
  GLA_DAY_N_STYLES,
} GlaDayStyle;

struct _GlaLanguage
{
  char *tag;                  /* BCP 47 */
  char *locale;               /* of ICU: Gregorian calendar and European digits */
  GlaMoFile *texts;           /* NULL: English */
  const GlaPlural *plural;
  gboolean rtl;
  char *point;                /* between whole and decimals */
  GMutex lock;                /* of the formats, which ICU lets one thread use at a time */
  UDateFormat *formats[GLA_DAY_N_STYLES];   /* made when needed */
};

/* (transfer none) (nullable): a text in this language; @length as gla_mo_file_find(). */
const char  *gla_language_find_text   (const GlaLanguage *self,
                                       const char        *context,
                                       const char        *text,
                                       gsize             *length);

/* Counts a text that the thread's language has not. */
void         gla_language_add_missing (void);

/* Fills in what ICU knows: direction and point. */
void         gla_language_ask_icu     (GlaLanguage       *self);

/* (transfer full): @day in this language. */
char        *gla_language_format_day  (const GlaLanguage *self,
                                       GlaDay             day,
                                       GlaDayStyle        style);

G_END_DECLS
