/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-gs1.h"
#include "gla-gs1-check.h"

#include <string.h>

#define GS "\x1d"

typedef struct
{
  const char *data;
  const char *expected; /* symbology|GTIN|made|expiry|lot|serial|national, or the name of the fault */
  const char *warnings;
} ReadCase;

/* Products-and-areas, E3: twelve strings that are in order. Today is 29 November 2026. */
static const ReadCase valid[] = {
  { "]d201095210000000181727113010C7654A1",
    "GS1 DataMatrix|09521000000018||2027-11-30|C7654A1||", "" },
  { "]d201095210000000181727113010C7654A1" GS "2110000234567",
    "GS1 DataMatrix|09521000000018||2027-11-30|C7654A1|10000234567|", "" },
  { "]d2010952100000018621A9X2K7P4Q1" GS "1728033110L-2201/B",
    "GS1 DataMatrix|09521000000186||2028-03-31|L-2201/B|A9X2K7P4Q1|", "" },
  { GS "01095210000001861726120010NB0042",
    "unknown|09521000000186||2026-12-31|NB0042||", "" },
  { "]C1010952111122223117270815107F55", "GS1-128|09521111222231||2027-08-15|7F55||", "" },
  { "]Q3010952111122223117270815107F55" GS "210007",
    "GS1 QR Code|09521111222231||2027-08-15|7F55|0007|", "" },
  { "]d201095212345678991728020010LEAP28",
    "GS1 DataMatrix|09521234567899||2028-02-29|LEAP28||", "" },
  { "]d201095212345678991727020010FEB27",
    "GS1 DataMatrix|09521234567899||2027-02-28|FEB27||", "" },
  { "]d20119521999000126112509011728083110KR-118" GS,
    "GS1 DataMatrix|19521999000126|2025-09-01|2028-08-31|KR-118||", "" },
  { "]d201095217770004571729063010ES4401" GS "21ZZ09" GS "7121234567",
    "GS1 DataMatrix|09521777000457||2029-06-30|ES4401|ZZ09|712=1234567", "" },
  { "(01)09521777000457(17)290630(10)ES4401",
    "typed (brackets)|09521777000457||2029-06-30|ES4401||", "" },
  { "]d20109521000000018101017210099" GS "172711302117100001",
    "GS1 DataMatrix|09521000000018||2027-11-30|1017210099|17100001|", "" },
};

/* E4: twelve that are not. */
static const ReadCase malformed[] = {
  { "]d201095210000000191727113010C1", "E_GTIN_CHECK 01", "" },
  { "]d2010952100000", "E_TRUNCATED 01", "" },
  { "]d201095210O000001817271130", "E_NOT_NUMERIC 01", "" },
  { "]d201095210000000181727133010C1", "E_DATE_MONTH 17", "" },
  { "]d201095210000000181727043110C1", "E_DATE_DAY 17", "" },
  { "]d201095210000000181727113010ABCDEFGHIJKLMNOPQRSTU", "E_TOO_LONG 10", "" },
  { "]d201095210000000181727113010" GS "2155", "E_EMPTY_FIELD 10", "" },
  { "]d201095210000000181727113010C7654A121100002345678901", "E_TOO_LONG 10", "" },
  { "]d20109521000000018091234", "E_UNKNOWN_AI ", "" },
  { "]d201095210000000181727113017281130", "E_DUPLICATE_CONFLICT 17", "" },
  { "]d201095210000000181727113010LOT#7", "E_BAD_CHAR 10", "" },
  { "]d101095210000000181727113010C1", "E_NOT_GS1 ", "" },
};

/* E4 (a) to (d), and what scanners and people do besides. */
static const ReadCase others[] = {
  { "]d201095210000000181727113010C7654A12110000234567",
    "GS1 DataMatrix|09521000000018||2027-11-30|C7654A12110000234567||",
    "W_LONG_LOT_MAYBE_SERIAL " },
  { "]d201095210000000181727113010C7654A1029211234",
    "GS1 DataMatrix|09521000000018||2027-11-30|C7654A1029211234||",
    "W_LONG_LOT_MAYBE_SERIAL W_WEDGE_029 " },
  { "]d2010952100000001821029" GS "10C7", "GS1 DataMatrix|09521000000018|||C7|029|", "" },
  { "(01)09521000000018(10)AB029", "typed (brackets)|09521000000018|||AB029||", "" },
  { "]E09521111222231", "EAN-13|09521111222231|||||", "" },
  { "9521111222231", "EAN-13|09521111222231|||||", "" },
  { "]E09521111222232", "E_GTIN_CHECK ", "" },
  { "]E0952111122223", "E_TRUNCATED ", "" },
  { "]E095211112222310", "E_TOO_LONG ", "" },
  { "]E095211112222X1", "E_NOT_NUMERIC ", "" },
  { "0109521000000", "E_TRUNCATED 01", "" },
  { "]d20109521000000018172611281071",
    "GS1 DataMatrix|09521000000018||2026-11-28|71||", "W_EXPIRED " },
  { "]d20109521000000018172611291071", "GS1 DataMatrix|09521000000018||2026-11-29|71||", "" },
  { "]d20109521000000018173211291071", "GS1 DataMatrix|09521000000018||2032-11-29|71||", "" },
  { "]d20109521000000018173211301071",
    "GS1 DataMatrix|09521000000018||2032-11-30|71||", "W_EXPIRY_FAR " },
  /* The century: 2076 is fifty years ahead, 77 is 1977. */
  { "]d2010952100000001817760101", "GS1 DataMatrix|09521000000018||2076-01-01|||",
    "W_EXPIRY_FAR " },
  { "]d2010952100000001817770101", "GS1 DataMatrix|09521000000018||1977-01-01|||", "W_EXPIRED " },
  { "]C1107F55", "GS1-128||||7F55||", "W_NO_GTIN " },
  { "]d20109521000000018" GS "17271130" GS GS "107F55\r\n",
    "GS1 DataMatrix|09521000000018||2027-11-30|7F55||", "" },
  { "]d20109521000000018107F55~2112", "GS1 DataMatrix|09521000000018|||7F55|12|", "" },
  { "]d201095210000000180109521000000018", "GS1 DataMatrix|09521000000018|||||", "" },
  { "]d2010952100000001802095210000001863712" GS "24099X" GS "3102001234107F55",
    "GS1 DataMatrix|09521000000018|||7F55||", "" },
  { "]e00109521000000018", "GS1 DataBar|09521000000018|||||", "" },
  { "(01) 09521000000018 (17) 271130 (10) A(1)2 ",
    "typed (brackets)|09521000000018||2027-11-30|A(1)2||", "" },
  { "(01)0952100000001(10)A", "E_TRUNCATED 01", "" },
  { "(01)095210000000188(10)A", "E_TOO_LONG 01", "" },
  { "(10)", "E_EMPTY_FIELD 10", "" },
  { "(1)", "E_UNKNOWN_AI ", "" },
  { "(9999999)", "E_UNKNOWN_AI ", "" },
  { "]D20109521000000018107f55", "E_NOT_GS1 ", "" },
  { "]d1[)>\x1e" "06" GS "9N111234567842", "E_NOT_GS1 ", "" },
  { "[)>\x1e" "06" GS "9N111234567842", "E_NOT_GS1 ", "" },
  { "]C0ABC", "E_NOT_GS1 ", "" },
  { "]", "E_NOT_GS1 ", "" },
  { "]d2", "E_NOTHING ", "" },
  { "]d2" GS, "E_NOTHING ", "" },
  { "", "E_NOTHING ", "" },
  { "\r\n", "E_NOTHING ", "" },
  { "]d201095210000000181", "E_TRUNCATED ", "" },
  { "]d20109521000000018172711", "E_TRUNCATED 17", "" },
  { "]d2010952100000001817" GS "107F55", "E_TRUNCATED 17", "" },
  { "]d20109521000000018AB", "E_UNKNOWN_AI ", "" },
  { "]d201095210000000181727000010C1", "E_DATE_MONTH 17", "" },
  { "]d2010952100000001815271301", "E_DATE_MONTH 15", "" },
  { "]d20109521000000018107F55\xff", "E_BAD_CHAR 10", "" },
};

static char *
write_out (GlaGs1Reading  reading,
           const GlaGs1  *gs1)
{
  GString *text = g_string_new (NULL);
  char made[11], expiry[11];

  if (reading != GLA_GS1_OK)
    return g_strdup_printf ("%s %s", gla_gs1_get_reading_name (reading), gs1->fault_ai);
  g_string_printf (text, "%s|%s|%s|%s|%s|%s|", gla_gs1_get_symbology_name (gs1->symbology),
                   gs1->gtin, gla_day_write_iso (gs1->made, made),
                   gla_day_write_iso (gs1->expiry, expiry), gs1->lot, gs1->serial);
  for (guint i = 0; i < gs1->n_national; i++)
    g_string_append_printf (text, "%s=%s", gs1->national[i].ai, gs1->national[i].value);
  return g_string_free (text, FALSE);
}

static char *
write_out_warnings (guint warnings)
{
  GString *text = g_string_new (NULL);

  for (guint flag = 1; flag <= warnings; flag <<= 1)
    if ((warnings & flag) != 0)
      g_string_append_printf (text, "%s ", gla_gs1_get_warning_name (flag));
  return g_string_free (text, FALSE);
}

static void
check_cases (const ReadCase *cases,
             gsize           n_cases)
{
  for (gsize i = 0; i < n_cases; i++)
    {
      GlaGs1 gs1;
      GlaGs1Reading reading
        = gla_gs1_read (cases[i].data, -1, '~', gla_day_new (2026, 11, 29), &gs1);
      g_autofree char *text = write_out (reading, &gs1);
      g_autofree char *warnings = write_out_warnings (gs1.warnings);

      if (strcmp (text, cases[i].expected) != 0 || strcmp (warnings, cases[i].warnings) != 0)
        g_error ("case %d, “%s”: “%s” with “%s”", (int) i + 1, cases[i].data, text, warnings);
      gla_gs1_check (cases[i].data, strlen (cases[i].data));
    }
}

static void
test_valid (void)
{
  check_cases (valid, G_N_ELEMENTS (valid));
}

static void
test_malformed (void)
{
  check_cases (malformed, G_N_ELEMENTS (malformed));
}

static void
test_others (void)
{
  check_cases (others, G_N_ELEMENTS (others));
}

/* The digits are kept as printed: day 00 and the last day are different codes (E1). */
static void
test_digits (void)
{
  GlaGs1 gs1;

  gla_gs1_read (valid[3].data, -1, '\0', gla_day_new (2026, 11, 29), &gs1);
  g_assert_cmpstr (gs1.expiry_digits, ==, "261200");
}

static void
test_separators (void)
{
  for (int c = 0; c < 128; c++)
    g_assert_cmpint (gla_gs1_is_separator ((char) c), ==,
                     c != 0 && strchr ("#$@[\\^`{|}~", c) != NULL);
}

static void
test_gtin (void)
{
  g_assert_true (gla_gs1_is_gtin ("09521000000018"));
  g_assert_true (gla_gs1_is_gtin ("19521999000126"));
  g_assert_false (gla_gs1_is_gtin ("09521000000019"));
  g_assert_false (gla_gs1_is_gtin ("9521000000018"));
  g_assert_false (gla_gs1_is_gtin ("0952100000001X"));
  g_assert_false (gla_gs1_is_gtin (""));
  g_assert_false (gla_gs1_is_gtin (NULL));
}

/* Parts of codes and any bytes, put together at random; always the same ones. */
static void
test_random (void)
{
  static const char *const parts[] = {
    "]d2", "01", "09521000000018", "17", "271130", "10", "C7654A1", GS, "21", "712", "(01)", "(10)",
    "3102", "00", "029", "~", "\xff", "]E0", "9521111222231",
  };
  g_autoptr (GRand) random = g_rand_new_with_seed (5);

  for (int i = 0; i < 20000; i++)
    {
      g_autoptr (GString) data = g_string_new (NULL);
      int n_parts = g_rand_int_range (random, 0, 12);

      for (int n = 0; n < n_parts; n++)
        {
          if (g_rand_int_range (random, 0, 4) > 0)
            g_string_append (data, parts[g_rand_int_range (random, 0, G_N_ELEMENTS (parts))]);
          else
            g_string_append_c (data, (char) g_rand_int_range (random, 0, 256));
        }
      gla_gs1_check (data->str, data->len);
    }
}

static void
test_too_long (void)
{
  g_autofree char *data = g_strnfill (1 << 20, '1');
  GlaGs1 gs1;

  g_assert_cmpint (gla_gs1_read (data, -1, '\0', gla_day_new (2026, 11, 29), &gs1), ==,
                   GLA_GS1_TOO_LONG);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/gs1/valid", test_valid);
  g_test_add_func ("/base/gs1/malformed", test_malformed);
  g_test_add_func ("/base/gs1/others", test_others);
  g_test_add_func ("/base/gs1/digits", test_digits);
  g_test_add_func ("/base/gs1/separators", test_separators);
  g_test_add_func ("/base/gs1/gtin", test_gtin);
  g_test_add_func ("/base/gs1/random", test_random);
  g_test_add_func ("/base/gs1/too-long", test_too_long);

  return g_test_run ();
}
