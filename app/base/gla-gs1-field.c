/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-gs1-field.h"

#include <string.h>

#define FIXED(first, last, length, kind) { first, last, length, length, TRUE, TRUE, kind }
#define TEXT(first, last, most, kind) { first, last, 1, most, FALSE, FALSE, kind }
#define NUMBER(first, last, most) { first, last, 1, most, TRUE, FALSE, GLA_GS1_FIELD_OTHER }

/*
 * The identifiers that section E1 names, with those of the GS1 General
 * Specifications that can stand on a pack or a shipper. Any other is refused:
 * where a field ends can't be known without its identifier.
 */
static const GlaGs1Field fields[] = {
  FIXED ("00", "00", 18, GLA_GS1_FIELD_OTHER), /* number of a shipping unit */
  FIXED ("01", "01", 14, GLA_GS1_FIELD_GTIN),
  FIXED ("02", "02", 14, GLA_GS1_FIELD_OTHER), /* product inside a shipping unit */
  TEXT ("10", "10", 20, GLA_GS1_FIELD_LOT),
  FIXED ("11", "11", 6, GLA_GS1_FIELD_MADE),
  FIXED ("12", "13", 6, GLA_GS1_FIELD_DATE), /* due, packed */
  FIXED ("15", "16", 6, GLA_GS1_FIELD_DATE), /* best before, sell by */
  FIXED ("17", "17", 6, GLA_GS1_FIELD_EXPIRY),
  FIXED ("20", "20", 2, GLA_GS1_FIELD_OTHER), /* variant */
  TEXT ("21", "21", 20, GLA_GS1_FIELD_SERIAL),
  TEXT ("22", "22", 20, GLA_GS1_FIELD_OTHER), /* consumer product variant */
  TEXT ("235", "235", 28, GLA_GS1_FIELD_OTHER), /* serial by a third party */
  TEXT ("240", "241", 30, GLA_GS1_FIELD_OTHER), /* additional and customer's numbers */
  NUMBER ("242", "242", 6), /* made-to-order variant */
  TEXT ("243", "243", 20, GLA_GS1_FIELD_OTHER), /* packaging component */
  TEXT ("250", "251", 30, GLA_GS1_FIELD_OTHER), /* second serial, source */
  TEXT ("254", "254", 20, GLA_GS1_FIELD_OTHER), /* part of a place */
  NUMBER ("30", "30", 8), /* count */
  FIXED ("3100", "3699", 6, GLA_GS1_FIELD_OTHER), /* weights and measures */
  NUMBER ("37", "37", 8), /* count in a shipping unit */
  TEXT ("400", "401", 30, GLA_GS1_FIELD_OTHER), /* order, consignment */
  TEXT ("403", "403", 30, GLA_GS1_FIELD_OTHER), /* route */
  FIXED ("410", "417", 13, GLA_GS1_FIELD_OTHER), /* places and parties */
  TEXT ("710", "716", 20, GLA_GS1_FIELD_NATIONAL),
  TEXT ("90", "90", 30, GLA_GS1_FIELD_OTHER), /* agreed between partners */
  TEXT ("91", "99", 90, GLA_GS1_FIELD_OTHER), /* of a company */
};

/* One identifier is no start of another, so that the order does not matter. */
const GlaGs1Field *
gla_gs1_field_find (const char *data,
                    gsize       length,
                    gsize      *ai_length)
{
  g_return_val_if_fail (data != NULL || length == 0, NULL);
  g_return_val_if_fail (ai_length != NULL, NULL);

  *ai_length = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      gsize digits = strlen (fields[i].first);
      gsize n = 0;

      if (length < digits || strncmp (data, fields[i].first, digits) < 0 ||
          strncmp (data, fields[i].last, digits) > 0)
        continue;
      while (n < digits && g_ascii_isdigit (data[n]))
        n++;
      if (n < digits)
        continue;
      *ai_length = digits;
      return &fields[i];
    }
  return NULL;
}
