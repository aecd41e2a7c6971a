/* SPDX-License-Identifier: GPL-3.0-or-later */

/* glabella handout: sheets written, read back, and calls that are refused. */

#include "config.h"

#include "gla-test-program.h"

#include <glib/gstdio.h>
#include <string.h>

#define CLINIC " --today 2026-06-30 --clinic clinic.glabella"

static char *
make_clinic (void)
{
  char *folder = gla_test_dup_folder ();

  g_free (gla_test_succeed (folder, "demo clinic.glabella --patients 5 --until 2026-06-30"));
  return folder;
}

/* (transfer full): the text of a PDF, by another program; NULL where it is not installed. */
static char *
read_pdf (const char *folder,
          const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *found = g_find_program_in_path ("pdftotext");
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  if (found == NULL)
    {
      g_test_skip ("poppler-utils is not installed");
      return NULL;
    }
  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "pdftotext", path, "-", NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static void
write_file (const char *folder,
            const char *name,
            const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static void
test_list (void)
{
  g_autofree char *folder = gla_test_dup_folder ();
  g_autofree char *output = gla_test_succeed (folder, "handout --list");

  g_assert_true (g_str_has_prefix (output, "name\tversion\tfor\tsheet\n"));
  g_assert_nonnull (strstr (output, "\nnot-working\t"));
  g_assert_nonnull (strstr (output, "\ndossier\t"));
  gla_test_drop_folder (folder);
}

static void
test_one (void)
{
  g_autofree char *folder = make_clinic ();
  g_autofree char *path = g_build_filename (folder, "x.pdf", NULL);
  g_autofree char *output =
    gla_test_succeed (folder, "handout not-yet 000003 --output x.pdf --large --paper letter" CLINIC);
  g_autofree char *text = read_pdf (folder, "x.pdf");
  GStatBuf about;

  g_assert_cmpstr (output, ==, "");
  g_assert_cmpint (g_stat (path, &about), ==, 0);
  g_assert_cmpint (about.st_mode & 0777, ==, 0600);
  if (text != NULL)
    g_assert_nonnull (strstr (text, "It has not worked yet"));
  gla_test_drop_folder (folder);
}

/* Answers of a case are replayed as for "glabella case". */
static void
test_case (void)
{
  g_autofree char *folder = make_clinic ();
  g_autofree char *output = NULL;
  g_autofree char *text = NULL;

  write_file (folder, "stop.xml", "<case><answer step=\"S0\" answer=\"any\"/></case>");
  output = gla_test_succeed (folder, "handout dossier 000003 --case stop.xml -o x.pdf" CLINIC);
  text = read_pdf (folder, "x.pdf");
  if (text != NULL)
    {
      g_assert_nonnull (strstr (text, "“At least one”"));
      g_assert_nonnull (strstr (text, "S0-stop"));
    }
  gla_test_drop_folder (folder);
}

static void
test_many (void)
{
  g_autofree char *folder = make_clinic ();
  g_autofree char *output = NULL;
  g_autofree char *text = NULL;

  write_file (folder, "list.txt", "000001\n\n  000002\n000003\n");
  output = gla_test_succeed (folder, "handout not-yet --patients list.txt -o x.pdf" CLINIC);
  text = read_pdf (folder, "x.pdf");
  if (text != NULL)
    {
      guint n = 0;

      for (const char *at = strstr (text, "It has not worked yet\n"); at != NULL;
           at = strstr (at + 1, "It has not worked yet\n"))
        n++;
      g_assert_cmpuint (n, ==, 3);
    }
  write_file (folder, "list.txt", "000001\nnobody at all\n");
  gla_test_fail (folder, "handout not-yet --patients list.txt -o y.pdf" CLINIC, 1,
                 "list.txt, line 2");
  write_file (folder, "list.txt", "\n");
  gla_test_fail (folder, "handout not-yet --patients list.txt -o y.pdf" CLINIC, 2,
                 "names no patient");
  gla_test_drop_folder (folder);
}

static void
test_language (void)
{
  g_autofree char *folder = make_clinic ();
  g_autoptr (GlaTestRun) run =
    gla_test_run (folder, "handout not-yet 000003 --language xx -o x.pdf" CLINIC);

  g_assert_cmpint (run->status, ==, 0);
  g_assert_nonnull (strstr (run->errors, "is not translated into “xx”"));
  gla_test_drop_folder (folder);
}

static void
assert_polish (const char *folder,
               const char *words,
               gboolean    says)
{
  g_autofree char *text = NULL;

  g_free (gla_test_succeed (folder, "handout not-yet 000003 --language pl -o pl.pdf" CLINIC));
  text = read_pdf (folder, "pl.pdf");
  if (text != NULL)
    g_assert_cmpint (strstr (text, words) != NULL, ==, says);
}

/* A sheet in the patient's language says that a machine translated it until somebody read it. */
static void
test_reviewed (void)
{
  g_autofree char *folder = make_clinic ();
  g_autofree char *before = gla_test_succeed (folder, "reviewed" CLINIC);
  g_autofree char *after = NULL;

  g_assert_nonnull (strstr (before, "not-yet\t"));
  g_assert_null (strstr (before, "Anna Nowak"));
  assert_polish (folder, "maszynowo", TRUE);
  g_free (gla_test_succeed (folder, "reviewed not-yet pl --by 'Anna Nowak'" CLINIC));
  after = gla_test_succeed (folder, "reviewed" CLINIC);
  g_assert_nonnull (strstr (after, "\tpl\t2026-06-30\tAnna Nowak\n"));
  assert_polish (folder, "maszynowo", FALSE);
  assert_polish (folder, "Anna Nowak", TRUE);
  g_free (gla_test_succeed (folder, "reviewed not-yet pl --withdraw" CLINIC));
  assert_polish (folder, "maszynowo", TRUE);
  gla_test_fail (folder, "reviewed not-yet" CLINIC, 2, "LANGUAGE");
  gla_test_fail (folder, "reviewed not-yet pl" CLINIC, 2, "--by");
  gla_test_fail (folder, "reviewed not-yet xx --by A" CLINIC, 1, "no translation into “xx”");
  gla_test_fail (folder, "reviewed nothing pl --by A" CLINIC, 1, "there is no sheet");
  gla_test_drop_folder (folder);
}

static void
test_refused (void)
{
  static const struct
  {
    const char *call;
    int status;
    const char *words;
  } calls[] = {
    { "handout", 2, "NAME PATIENT" },
    { "handout not-yet 000003" CLINIC, 2, "--output" },
    { "handout not-yet 000003 -o x.pdf --paper a5" CLINIC, 2, "a5" },
    { "handout nothing 000003 -o x.pdf" CLINIC, 1, "there is no sheet “nothing”" },
    { "handout not-yet 999999 -o x.pdf" CLINIC, 1, "" },
    { "handout dossier 000003 --case none.xml -o x.pdf" CLINIC, 2, "“none.xml” is neither" },
    { "handout not-yet 000003 --area nowhere -o x.pdf" CLINIC, 2, "nowhere" },
    { "handout lot-letter 000003 --lot NOTHING -o x.pdf" CLINIC, 2, "lot “NOTHING”" },
    { "handout not-yet 000003 -o none/x.pdf" CLINIC, 1, "none" },
    { "handout --list more", 2, "--list" },
  };
  g_autofree char *folder = make_clinic ();

  for (gsize i = 0; i < G_N_ELEMENTS (calls); i++)
    gla_test_fail (folder, calls[i].call, calls[i].status, calls[i].words);
  gla_test_drop_folder (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/command/handout/list", test_list);
  g_test_add_func ("/command/handout/one", test_one);
  g_test_add_func ("/command/handout/case", test_case);
  g_test_add_func ("/command/handout/many", test_many);
  g_test_add_func ("/command/handout/language", test_language);
  g_test_add_func ("/command/handout/reviewed", test_reviewed);
  g_test_add_func ("/command/handout/refused", test_refused);
  return g_test_run ();
}
