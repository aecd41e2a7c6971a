/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "gla-day.h"

G_BEGIN_DECLS

/*
 * What the barcode of a carton says: GS1 element strings as a scanner sends them
 * or a person types them from the readable line (products-and-areas, section E).
 * The values are those of the code and are never guessed: a code that does not
 * follow the rules is refused as a whole. Nothing here allocates memory.
 */

/** GLA_GS1_SEPARATOR: how FNC1 inside a code is sent (E1). */
#define GLA_GS1_SEPARATOR '\x1d'

/** GLA_GS1_MAX_LENGTH: longer data is no carton; those of this kind have below 100 characters. */
#define GLA_GS1_MAX_LENGTH 512

/** GlaGs1Symbology: what was printed, from the three characters that a scanner sends first. */
typedef enum
{
  GLA_GS1_SYMBOLOGY_UNKNOWN,     /* the scanner did not say */
  GLA_GS1_SYMBOLOGY_DATAMATRIX,  /* ]d2 */
  GLA_GS1_SYMBOLOGY_GS1_128,     /* ]C1 */
  GLA_GS1_SYMBOLOGY_QR,          /* ]Q3 */
  GLA_GS1_SYMBOLOGY_DATABAR,     /* ]e0 */
  GLA_GS1_SYMBOLOGY_EAN_13,      /* ]E0: names the product alone */
  GLA_GS1_SYMBOLOGY_TYPED,       /* (01)… as in the readable line */
} GlaGs1Symbology;

/** GlaGs1Reading: whether a code was read, and if not why; E4 has an example of most. */
typedef enum
{
  GLA_GS1_OK,
  GLA_GS1_NOTHING,             /* there is nothing in it */
  GLA_GS1_TRUNCATED,           /* ends within a field of fixed length */
  GLA_GS1_NOT_NUMERIC,         /* something else where a digit has to be */
  GLA_GS1_GTIN_CHECK,          /* the check digit of the product number is wrong */
  GLA_GS1_DATE_MONTH,          /* no such month */
  GLA_GS1_DATE_DAY,            /* no such day */
  GLA_GS1_TOO_LONG,            /* longer than the field may be */
  GLA_GS1_EMPTY_FIELD,
  GLA_GS1_UNKNOWN_AI,          /* an application identifier that is not assigned */
  GLA_GS1_DUPLICATE_CONFLICT,  /* the same field twice with different values */
  GLA_GS1_BAD_CHAR,            /* outside of the 82 characters that GS1 allows */
  GLA_GS1_NOT_GS1,             /* another kind of code */
  GLA_GS1_PPN,                 /* not GS1: a German pack with PPN syntax */
  GLA_GS1_CAPS_LOCK,           /* not GS1: capitals and small letters seem exchanged */
} GlaGs1Reading;

/** GlaGs1Warning: what a person has to look at in a code that was read; flags. */
typedef enum
{
  GLA_GS1_WARNING_NO_GTIN = 1 << 0,              /* it does not name a product */
  GLA_GS1_WARNING_EXPIRED = 1 << 1,
  GLA_GS1_WARNING_EXPIRY_FAR = 1 << 2,           /* more than six years ahead */
  GLA_GS1_WARNING_LONG_LOT_MAYBE_SERIAL = 1 << 3,  /* a separator may have been lost */
  GLA_GS1_WARNING_WEDGE_029 = 1 << 4,            /* the separator may have become "029" */
} GlaGs1Warning;

/** GlaGs1National: a national reimbursement number, kept and not interpreted. */
typedef struct
{
  char ai[5];
  char value[21];
} GlaGs1National;

/**
 * GlaGs1:
 *
 * A code that was read. A text that it does not have is empty and a day
 * %GLA_DAY_NONE.
 */
typedef struct
{
  GlaGs1Symbology symbology;
  char gtin[15];             /* always 14 digits */
  char lot[21];
  char serial[21];
  char expiry_digits[7];     /* as printed: YYMMDD, where day 00 is the last of the month */
  GlaDay expiry;             /* last day of use */
  GlaDay made;
  GlaGs1National national[7];
  guint n_national;
  guint warnings;            /* GlaGs1Warning */
  char fault_ai[5];          /* of a code that was not read: the field, or empty */
} GlaGs1;

/**
 * gla_gs1_read:
 * @data: what the scanner sent, or a person typed; any bytes
 * @length: number of bytes, or -1 if @data ends with a zero byte
 * @separator: a character that this scanner sends besides %GLA_GS1_SEPARATOR, or 0;
 *   see gla_gs1_is_separator()
 * @today: decides the century (E1) and what is expired
 * @gs1: (out caller-allocates): what was read
 */
GlaGs1Reading  gla_gs1_read             (const char    *data,
                                         gssize         length,
                                         char           separator,
                                         GlaDay         today,
                                         GlaGs1        *gs1);

/** gla_gs1_is_separator: whether a scanner may be told to send @c as the separator: printable, not in any field. */
gboolean       gla_gs1_is_separator     (char           c);

/** gla_gs1_is_gtin: 14 digits of which the last one is the check digit (mod 10, weights 3 and 1; E1). */
gboolean       gla_gs1_is_gtin          (const char    *text);

/** gla_gs1_get_symbology_name: as people who set up scanners know it; not translated. */
const char    *gla_gs1_get_symbology_name (GlaGs1Symbology symbology);

/** gla_gs1_get_reading_name: the short name of a fault, such as "E_GTIN_CHECK" (E4). */
const char    *gla_gs1_get_reading_name (GlaGs1Reading  reading);

/** gla_gs1_describe_fault: (transfer full): what is wrong with a code that was not read, and what to do. */
char          *gla_gs1_describe_fault   (GlaGs1Reading  reading,
                                         const GlaGs1  *gs1);

/** gla_gs1_get_warning_name: the short name of one warning, such as "W_EXPIRED". */
const char    *gla_gs1_get_warning_name (GlaGs1Warning  warning);

/** gla_gs1_describe_warning: what one warning means, and what to do; in the user's language. */
const char    *gla_gs1_describe_warning (GlaGs1Warning  warning);

G_END_DECLS
