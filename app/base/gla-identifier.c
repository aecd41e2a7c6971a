/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-identifier.h"

#include <string.h>

char *
gla_identifier_new (void)
{
  return g_uuid_string_random ();
}

char *
gla_identifier_from_bits (guint64 high,
                          guint64 low)
{
  static const char digits[] = "0123456789abcdef";
  int length = 0;
  char *text;

  /* Version 4 in the third group, variant 10 in the fourth. */
  high = (high & ~G_GUINT64_CONSTANT (0xf000)) | G_GUINT64_CONSTANT (0x4000);
  low = (low & G_GUINT64_CONSTANT (0x3fffffffffffffff)) | G_GUINT64_CONSTANT (0x8000000000000000);
  /* By hand: printf takes longer than all else that an import does for an identifier. */
  text = g_malloc (GLA_IDENTIFIER_LENGTH + 1);
  for (int i = 0; i < 16; i++)
    {
      guint byte = (guint) ((i < 8 ? high : low) >> (56 - i % 8 * 8)) & 0xff;

      if (i == 4 || i == 6 || i == 8 || i == 10)
        text[length++] = '-';
      text[length++] = digits[byte >> 4];
      text[length++] = digits[byte & 15];
    }
  text[length] = '\0';
  return text;
}

char *
gla_identifier_from_text (const char *text)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize length = sizeof digest;
  guint64 high, low;

  g_return_val_if_fail (text != NULL, NULL);

  g_checksum_update (checksum, (const guchar *) text, -1);
  g_checksum_get_digest (checksum, digest, &length);
  memcpy (&high, digest, sizeof high);
  memcpy (&low, digest + 8, sizeof low);
  return gla_identifier_from_bits (GUINT64_FROM_BE (high), GUINT64_FROM_BE (low));
}

gboolean
gla_identifier_is_valid (const char *text)
{
  if (text == NULL || strlen (text) != GLA_IDENTIFIER_LENGTH)
    return FALSE;
  for (const char *p = text; *p != '\0'; p++)
    if (g_ascii_isupper (*p))
      return FALSE;
  return g_uuid_string_is_valid (text);
}
