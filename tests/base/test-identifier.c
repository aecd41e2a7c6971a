/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-identifier.h"

#include <string.h>

static void
test_new (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int i = 0; i < 1000; i++)
    {
      char *identifier = gla_identifier_new ();

      g_assert_true (gla_identifier_is_valid (identifier));
      g_assert_cmpuint (strlen (identifier), ==, GLA_IDENTIFIER_LENGTH);
      g_assert_true (g_hash_table_add (seen, identifier));
    }
}

static void
test_from_bits (void)
{
  g_autofree char *zeros = gla_identifier_from_bits (0, 0);
  g_autofree char *ones = gla_identifier_from_bits (G_MAXUINT64, G_MAXUINT64);
  g_autofree char *mixed = gla_identifier_from_bits (G_GUINT64_CONSTANT (0x0123456789abcdef),
                                                     G_GUINT64_CONSTANT (0xfedcba9876543210));

  /* Version 4 and variant 10 stand where RFC 4122 wants them; the rest is as given. */
  g_assert_cmpstr (zeros, ==, "00000000-0000-4000-8000-000000000000");
  g_assert_cmpstr (ones, ==, "ffffffff-ffff-4fff-bfff-ffffffffffff");
  g_assert_cmpstr (mixed, ==, "01234567-89ab-4def-bedc-ba9876543210");
  g_assert_true (gla_identifier_is_valid (zeros));
  g_assert_true (gla_identifier_is_valid (ones));
  g_assert_true (gla_identifier_is_valid (mixed));
}

/* The same on every machine and in every version: SHA-256 of the text. */
static void
test_from_text (void)
{
  g_autofree char *first = gla_identifier_from_text ("abc");
  g_autofree char *again = gla_identifier_from_text ("abc");
  g_autofree char *other = gla_identifier_from_text ("abd");
  g_autofree char *empty = gla_identifier_from_text ("");

  g_assert_cmpstr (first, ==, "ba7816bf-8f01-4fea-8141-40de5dae2223");
  g_assert_cmpstr (first, ==, again);
  g_assert_cmpstr (first, !=, other);
  g_assert_true (gla_identifier_is_valid (other));
  g_assert_cmpstr (empty, ==, "e3b0c442-98fc-4c14-9afb-f4c8996fb924");
}

static void
test_is_valid (void)
{
  static const char *const refused[] = {
    "", "abc", "BA7816BF-8F01-4FEA-8141-40DE5DAE2223", "ba7816bf8f014fea814140de5dae2223",
    "ba7816bf-8f01-4fea-8141-40de5dae222", "ba7816bf-8f01-4fea-8141-40de5dae22233",
    "ba7816bf-8f01-4fea-8141-40de5dae222g", "ba7816bf-8f01-4fea-814140de5dae-2223",
  };

  g_assert_false (gla_identifier_is_valid (NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    g_assert_false (gla_identifier_is_valid (refused[i]));
  g_assert_true (gla_identifier_is_valid ("ba7816bf-8f01-4fea-8141-40de5dae2223"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/identifier/new", test_new);
  g_test_add_func ("/base/identifier/from-bits", test_from_bits);
  g_test_add_func ("/base/identifier/from-text", test_from_text);
  g_test_add_func ("/base/identifier/is-valid", test_is_valid);

  return g_test_run ();
}
