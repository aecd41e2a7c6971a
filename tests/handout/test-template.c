/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Templates: those of the program, a clinic's own, and what is refused. */

#include "config.h"

#include "gla-handout-field.h"
#include "gla-handout-own.h"
#include "gla-handout-part.h"
#include "gla-sheet.h"
#include "gla-test-folder.h"

#include <string.h>

#define HEAD \
  "<handout key=\"x\" version=\"1\" audience=\"patient\" needs=\"record\">\n" \
  "<title>T</title>\n<summary>S</summary>\n"
#define FOOT "\n</handout>"

static const struct
{
  const char *body;     /* begins in line 4 */
  const char *words;    /* of the one line that refuses it; NULL: taken */
} bodies[] = {
  { "<p basis=\"plain\">Hello {patient-name}, *{today}*.</p>", NULL },
  { "<p basis=\"plain\" when=\"days &gt;= constant('assess_min') and visited('S5')\">x</p>", NULL },
  { "<p basis=\"plain\">Hello {patient-nam}.</p>", "line 4: there is no field “patient-nam”" },
  { "<p basis=\"plain\">Hello {patient-name.</p>", "line 4: a brace without its partner" },
  { "<p basis=\"plain\">Hello *you.</p>", "line 4: a star without its partner" },
  { "<p basis=\"plain\" when=\"daze &gt; 3\">x</p>", "line 4: there is no fact “daze”" },
  { "<p basis=\"plain\" when=\"days &gt;\">x</p>", "can’t be read" },
  { "<p basis=\"plain\" when=\"visited('S99')\">x</p>", "line 4: there is no step “S99”" },
  { "<p basis=\"plain\" when=\"answer('S1') = 'no'\">x</p>",
    "line 4: there is no answer “S1=no”" },
  { "<p basis=\"plain\" when=\"finding('nothing')\">x</p>",
    "line 4: there is no finding “nothing”" },
  { "<p basis=\"plain\" when=\"days &gt; constant('assess_mim')\">x</p>",
    "line 4: there is no constant “assess_mim”" },
  { "<p basis=\"plain\" when=\"//days\">x</p>", "is not allowed in a condition" },
  { "<p sources=\"NOBODY\">x</p>", "line 4: there is no source “NOBODY”" },
  { "<insert part=\"strips\"/>", "line 4: there is no part “strips”" },
  { "<insert part=\"sources\"/>", "line 4: the part “sources” is not for patients" },
  { "<cells>\n<cell field=\"judge\">Judge</cell></cells>", "line 5: there is no field “judge”" },
  { "<list>\n<item basis=\"plain\" when=\"nothing = 1\">x</item></list>",
    "line 5: there is no fact “nothing”" },
  { "<p>x</p>", "x.xml" },
  { "<p basis=\"plain\"></p>", "x.xml" },
  { "<box><cells><cell>x</cell></cells></box>", "x.xml" },
  { "<picture/>", "x.xml" },
  { "", "x.xml" },
};

static GlaHandoutTemplate *
parse (const char *text,
       GError    **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return gla_handout_template_parse (bytes, "x.xml", TRUE, gla_case_play_catalogue (),
                                     gla_case_play_protocol (), error);
}

static void
test_refused (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      g_autofree char *text = g_strconcat (HEAD, bodies[i].body, FOOT, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (GlaHandoutTemplate) template = parse (text, &error);

      if (bodies[i].words == NULL)
        {
          g_assert_no_error (error);
          g_assert_nonnull (template);
          continue;
        }
      g_assert_null (template);
      g_assert_nonnull (error);
      g_assert_null (strchr (error->message, '\n'));
      if (strstr (error->message, bodies[i].words) == NULL)
        g_error ("“%s”: “%s” is not in: %s", bodies[i].body, bodies[i].words, error->message);
    }
}

/* The list of the program is that of the files, and each of them is good. */
static void
test_builtin (void)
{
  const char *const *keys = gla_handout_list_builtin ();
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "data", "handouts", NULL);
  g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n_files = 0;

  g_assert_nonnull (files);
  while ((name = g_dir_read_name (files)) != NULL)
    if (g_str_has_suffix (name, ".xml"))
      {
        g_autofree char *key = g_strndup (name, strlen (name) - 4);

        g_assert_true (g_strv_contains (keys, key));
        n_files++;
      }
  g_assert_cmpuint (g_strv_length ((GStrv) keys), ==, n_files);
  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_autoptr (GlaHandoutTemplate) template = gla_sheet_template (keys[i]);

      g_assert_cmpstr (template->key, ==, keys[i]);
      g_assert_cmpuint (template->elements->len, >, 0);
      g_assert_true (gla_handout_template_is_translated (template, gla_language_get_english ()));
    }
}

static void
write_file (GFile      *folder,
            const char *name,
            const char *text)
{
  g_autoptr (GFile) file = g_file_get_child (folder, name);
  g_autoptr (GError) error = NULL;

  g_file_replace_contents (file, text, strlen (text), NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL,
                           &error);
  g_assert_no_error (error);
}

/* A clinic's file goes first; a broken one is refused with its line, and ours is used. */
static void
test_own (void)
{
  g_autofree char *path = gla_test_dup_folder ();
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GError) refused = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaHandoutTemplate) own = NULL;
  g_autoptr (GlaHandoutTemplate) broken = NULL;
  g_autoptr (GlaHandoutTemplate) missing = NULL;
  g_auto (GStrv) keys = NULL;
  GlaCatalogue *catalogue = gla_case_play_catalogue ();
  GlaProtocol *protocol = gla_case_play_protocol ();

  write_file (folder, "x.xml", HEAD "<p basis=\"plain\">Ours</p>" FOOT);
  write_file (folder, "not-yet.xml", HEAD "<p basis=\"plain\">{nothing}</p>" FOOT);
  keys = gla_handout_list (folder);
  g_assert_true (g_strv_contains ((const char *const *) keys, "x"));
  g_assert_cmpuint (g_strv_length (keys), ==,
                    g_strv_length ((GStrv) gla_handout_list_builtin ()) + 1);

  own = gla_handout_template_load ("x", folder, catalogue, protocol, &refused, &error);
  g_assert_no_error (error);
  g_assert_no_error (refused);
  g_assert_true (own->is_own);

  broken = gla_handout_template_load ("not-yet", folder, catalogue, protocol, &refused, &error);
  g_assert_no_error (error);
  g_assert_nonnull (refused);
  g_assert_nonnull (strstr (refused->message, "line 4"));
  g_assert_false (broken->is_own);
  g_clear_error (&refused);

  /* Named as the program's sheet and good, but with another key. */
  write_file (folder, "not-yet.xml", HEAD "<p basis=\"plain\">Ours</p>" FOOT);
  g_clear_pointer (&broken, gla_handout_template_unref);
  broken = gla_handout_template_load ("not-yet", folder, catalogue, protocol, &refused, &error);
  g_assert_nonnull (strstr (refused->message, "the key is “x”"));
  g_assert_false (broken->is_own);

  missing = gla_handout_template_load ("../secret", folder, catalogue, protocol, NULL, &error);
  g_assert_null (missing);
  g_assert_error (error, GLA_KNOWLEDGE_ERROR, GLA_KNOWLEDGE_ERROR_READ);
  gla_test_drop_folder (path);
}

/* A copy of a shipped sheet is used, says so in its foot, is put aside and taken back. */
static void
test_copy (void)
{
  g_autofree char *path = gla_test_dup_folder ();
  g_autoptr (GFile) top = g_file_new_for_path (path);
  g_autoptr (GFile) folder = g_file_get_child (top, "handouts");
  GlaCatalogue *catalogue = gla_case_play_catalogue ();
  GlaProtocol *protocol = gla_case_play_protocol ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = gla_handout_dup_source (folder, "aftercare", TRUE, &error);
  g_autofree char *own_text = NULL;
  g_auto (GStrv) keys = NULL;

  g_assert_no_error (error);
  g_assert_nonnull (strstr (text, "<title>After your treatment</title>"));
  g_assert_false (gla_handout_has_own (folder, "aftercare"));
  g_assert_true (gla_handout_write_own (folder, "aftercare", text, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (GlaHandoutTemplate) used =
        gla_handout_template_load ("aftercare", folder, catalogue, protocol, NULL, &error);

      g_assert_true (used->is_own == (i != 1));
      g_assert_true (gla_handout_has_own (folder, "aftercare") == (i != 1));
      g_assert_true (gla_handout_has_aside (folder, "aftercare") == (i == 1));
      g_assert_true (i == 1 ? gla_handout_take_back (folder, "aftercare", &error)
                            : gla_handout_put_aside (folder, "aftercare", &error));
      g_assert_no_error (error);
    }
  /* What was put aside is no sheet. */
  keys = gla_handout_list (folder);
  g_assert_cmpuint (g_strv_length (keys), ==,
                    g_strv_length ((GStrv) gla_handout_list_builtin ()));
  g_assert_false (gla_handout_put_aside (folder, "aftercare", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  write_file (folder, "card.xml", "\xff\xfe");
  own_text = gla_handout_dup_source (folder, "card", TRUE, &error);
  g_assert_null (own_text);
  g_assert_error (error, GLA_KNOWLEDGE_ERROR, GLA_KNOWLEDGE_ERROR_READ);
  gla_test_drop_folder (path);
}

static void
test_foot (void)
{
  static const char own[] =
    HEAD "<p basis=\"plain\">Ours, for {patient-name}.</p>" FOOT;
  g_autoptr (GBytes) bytes = g_bytes_new_static (own, strlen (own));
  g_autoptr (GlaPages) pages =
    gla_sheet_of_own (bytes, "t 0 a GLAB ona 20", 5,
                      &(GlaHandoutOptions) { .paper = GLA_PAPER_A4, .language = "de" });
  g_autofree char *text = gla_sheet_read (pages, "pdftotext");

  if (text == NULL)
    return;
  g_assert_nonnull (strstr (text, "x 1 (the clinic’s own)"));
  g_assert_null (strstr (text, "by machine"));
}

/* What README.md lists is what there is. */
static void
test_readme (void)
{
  g_autofree char *path =
    g_test_build_filename (G_TEST_DIST, "..", "data", "handouts", "README.md", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  const GlaFactInfo *fields;
  const GlaHandoutPart *parts;
  guint n;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  fields = gla_handout_field_get_table (&n);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *row = g_strdup_printf ("| `%s` | %s | %s |\n", fields[i].name,
                                              gla_fact_type_to_key (fields[i].type),
                                              fields[i].meaning);

      g_assert_null (gla_fact_table_find (fields[i].name));
      if (strstr (text, row) == NULL)
        g_error ("README.md lacks: %s", row);
    }
  parts = gla_handout_part_get_table (&n);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *row = g_strdup_printf ("| `%s` | %s | %s |\n", parts[i].name,
                                              parts[i].professional ? "professionals" : "all",
                                              parts[i].meaning);

      if (strstr (text, row) == NULL)
        g_error ("README.md lacks: %s", row);
    }
  for (guint i = 0; gla_handout_list_builtin ()[i] != NULL; i++)
    {
      g_autofree char *row = g_strdup_printf ("| `%s` |", gla_handout_list_builtin ()[i]);

      if (strstr (text, row) == NULL)
        g_error ("README.md lacks the sheet %s", gla_handout_list_builtin ()[i]);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gla_sheet_begin ();
  g_test_add_func ("/handout/template/builtin", test_builtin);
  g_test_add_func ("/handout/template/refused", test_refused);
  g_test_add_func ("/handout/template/own", test_own);
  g_test_add_func ("/handout/template/copy", test_copy);
  g_test_add_func ("/handout/template/foot", test_foot);
  g_test_add_func ("/handout/template/readme", test_readme);
  return gla_sheet_end (g_test_run ());
}
