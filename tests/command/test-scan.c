/* SPDX-License-Identifier: GPL-3.0-or-later */

/* glabella scan: what a scanner sent, a line for each value. Needs no clinic file. */

#include "config.h"

#include "gla-test-program.h"

#include <string.h>

#define TODAY " --today 2026-11-29"

static void
assert_output (const char *arguments,
               const char *expected)
{
  g_autofree char *folder = gla_test_dup_folder ();
  g_autofree char *output = gla_test_succeed (folder, arguments);

  g_assert_cmpstr (output, ==, expected);
  gla_test_drop_folder (folder);
}

static void
assert_fault (const char *arguments,
              int         status,
              const char *words)
{
  g_autofree char *folder = gla_test_dup_folder ();

  gla_test_fail (folder, arguments, status, words);
  gla_test_drop_folder (folder);
}

static void
test_values (void)
{
  static const char expected[] = "symbology: GS1 DataMatrix\n"
                                 "GTIN: 09521777000457\n"
                                 "made: 2025-09-01\n"
                                 "expiry: 2029-06-30\n"
                                 "expiry-digits: 290600\n"
                                 "lot: ES4401\n"
                                 "serial: ZZ09\n"
                                 "AI 712: 1234567\n";

  assert_output ("scan ']d20109521777000457112509011729060010ES4401<GS>21ZZ09<GS>7121234567'" TODAY,
                 expected);
  assert_output ("scan "
                 "']d20109521777000457112509011729060010ES4401\\x1d21ZZ09\\x1D7121234567'" TODAY,
                 expected);
  assert_output ("scan --separator '~' "
                 "']d20109521777000457112509011729060010ES4401~21ZZ09~7121234567'" TODAY,
                 expected);
}

static void
test_warnings (void)
{
  assert_output ("scan '(01)09521777000457(17)250630'" TODAY,
                 "symbology: typed (brackets)\n"
                 "GTIN: 09521777000457\n"
                 "expiry: 2025-06-30\n"
                 "expiry-digits: 250630\n"
                 "warning: W_EXPIRED: It has expired.\n");
}

static void
test_faults (void)
{
  assert_fault ("scan ']d201095210000000191727113010C1'", 1,
                "E_GTIN_CHECK: At (01): The check digit");
  assert_fault ("scan ']d101095210000000181727113010C1'", 1, "E_NOT_GS1: This is not a GS1 code");
  assert_fault ("scan ''", 1, "E_NOTHING: ");
  assert_fault ("scan a b", 2, "it is called as");
  assert_fault ("scan --separator A x", 2, "“A” can stand in a code");
  assert_fault ("scan --separator '~~' x", 2, "“~~” can stand in a code");
}

/* Without a text, the first line of standard input: a scanner types it. */
static void
test_input (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process
    = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error,
                        g_getenv ("GLA_PROGRAM"), "scan", NULL);
  g_autofree char *output = NULL;

  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, "]C110A" "\x1d" "21B\nmore", NULL, &output, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 0);
  g_assert_cmpstr (output, ==,
                   "symbology: GS1-128\nlot: A\nserial: B\n"
                   "warning: W_NO_GTIN: The code does not name the product.\n");
}

static void
test_help (void)
{
  g_autofree char *folder = gla_test_dup_folder ();
  g_autofree char *output = gla_test_succeed (folder, "scan --help");

  g_assert_nonnull (strstr (output, "Send the symbology identifier"));
  g_assert_nonnull (strstr (output, "Ctrl+]"));
  gla_test_drop_folder (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/command/scan/values", test_values);
  g_test_add_func ("/command/scan/warnings", test_warnings);
  g_test_add_func ("/command/scan/faults", test_faults);
  g_test_add_func ("/command/scan/input", test_input);
  g_test_add_func ("/command/scan/help", test_help);

  return g_test_run ();
}
