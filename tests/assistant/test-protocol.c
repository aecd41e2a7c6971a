/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The protocol that is built in, and files that a clinic may put in its place. */

#include "config.h"

#include "gla-protocol.h"

#include <glib/gstdio.h>
#include <string.h>

static GlaCatalogue *catalogue;

#define HEAD \
  "<?xml version='1.0' encoding='UTF-8'?>\n" \
  "<protocol key='p' version='1' date='2026-11'>\n" \
  "<title>T</title><caution>C</caution>\n"
#define GATE \
  "<step id='S0' gate='red-flags'><title>T</title><why>W</why><question>Q</question>" \
  "<answer id='none'>N</answer><answer id='any'>A</answer>\n" \
  "<branch when=\"answer('S0') = 'any'\" to='X'>B</branch><branch to='Y'>B</branch></step>\n" \
  "<step id='X'><title>T</title><why>W</why><outcome kind='stop'>O</outcome></step>\n"
#define STEP(inside) "<step id='Y'><title>T</title><why>W</why>\n" inside "</step>\n"
#define END "<outcome kind='close'>O</outcome>"
#define TAIL "</protocol>\n"
/* A step Y with a branch with this condition, and one behind it. */
#define WHEN(condition) \
  HEAD GATE STEP ("<branch when=\"" condition "\" to='X'>B</branch><branch to='X'>B</branch>") TAIL

/* Files and the words that their one line must have: name and line first. */
static const struct
{
  const char *name;
  const char *content;
  const char *problem;
} broken[] = {
  { "empty", "", "own.xml: empty file" },
  { "no XML", "Not working?", "own.xml, line 1: not well-formed" },
  { "another root", "<catalogue/>", "own.xml, line 1: the first element is “catalogue”" },
  { "cut off", HEAD GATE, "own.xml, line 7: not well-formed" },
  { "no step", HEAD TAIL, "own.xml, line 2: does not fit the schema" },
  { "an element that is none", HEAD GATE STEP ("<doze/>" END) TAIL,
    "own.xml, line 8: does not fit the schema" },
  { "a question with one answer",
    HEAD GATE STEP ("<question>Q</question><answer id='a'>A</answer><branch to='X'>B</branch>")
    TAIL, "own.xml, line 8: does not fit the schema" },
  { "five answers",
    HEAD GATE STEP ("<question>Q</question><answer id='a'>A</answer><answer id='b'>A</answer>"
                    "<answer id='c'>A</answer><answer id='d'>A</answer><answer id='e'>A</answer>"
                    "<branch to='X'>B</branch>") TAIL, "own.xml, line 8: does not fit the schema" },
  { "a fact that is none", WHEN ("dayz &lt; 7"), "own.xml, line 8: there is no fact “dayz”" },
  { "a fact that is none, behind an or", WHEN ("days = 7 or dayz = 8"),
    "own.xml, line 8: there is no fact “dayz”" },
  { "a fact that is none, as an argument", WHEN ("known('dayz')"), "there is no fact “dayz”" },
  { "a step that is none", WHEN ("visited('S99')"), "own.xml, line 8: there is no step “S99”" },
  { "an answer that is none", WHEN ("answer('S0') = 'yes'"),
    "own.xml, line 8: there is no answer “S0=yes”" },
  { "an answer that is not compared", WHEN ("answer('S0')"), "must be followed by" },
  { "a finding that is none", WHEN ("finding('dose')"), "there is no finding “dose”" },
  { "a constant that is none", WHEN ("days > constant('assess')"),
    "there is no constant “assess”" },
  { "a function that is none", WHEN ("sqrt(days) > 2"), "there is no function “sqrt”" },
  { "a function with a computed name", WHEN ("known(concat('da', 'ys'))"),
    "takes one name in quotes" },
  { "a path", WHEN ("//days > 2"), "“/” is not allowed in a condition" },
  { "an attribute", WHEN ("days[@known = 'yes']"), "is not allowed in a condition" },
  { "a variable", WHEN ("$days > 2"), "“$” is not allowed in a condition" },
  { "unequal, which is true of what is not known", WHEN ("days != 2"),
    "“!” is not allowed in a condition" },
  { "no XPath", WHEN ("days &lt; "),
    "own.xml, line 8: the condition “days <” can’t be read" },
  { "a branch to nowhere", HEAD GATE STEP ("<branch to='Z'>B</branch>") TAIL,
    "own.xml, line 8: there is no step “Z”" },
  { "a branch behind the last",
    HEAD GATE STEP ("<branch to='X'>B</branch><branch to='X'>B</branch>") TAIL,
    "must be the last one" },
  { "no last branch", HEAD GATE STEP ("<branch when='days = 7' to='X'>B</branch>") TAIL,
    "the last branch must be without “when”" },
  { "a wait that waits for nothing",
    HEAD GATE STEP ("<branch to='X'>B</branch><outcome kind='wait'>O</outcome><wait from='step'/>")
    TAIL, "would not wait" },
  { "a wait from a number",
    HEAD GATE STEP ("<branch when='days = 7' to='X'>B</branch><outcome kind='wait'>O</outcome>"
                    "<wait from='days'/>") TAIL, "“days” is no fact that is a day" },
  { "a wait of grades",
    HEAD GATE STEP ("<branch when='days = 7' to='X'>B</branch><outcome kind='wait'>O</outcome>"
                    "<wait from='step' constant='strict_grade_min'/>") TAIL,
    "is no constant in days or months" },
  { "an end that says nothing", HEAD GATE STEP ("") TAIL, "ends the case and does not say so" },
  { "a fact to show that is none", HEAD GATE STEP ("<facts>days dayz</facts>" END) TAIL,
    "there is no fact “dayz”" },
  { "a fact in a text that is none", HEAD GATE STEP ("<outcome kind='close'>On {dayz}</outcome>")
    TAIL, "there is no fact “dayz”, named in a text" },
  { "an odd brace", HEAD GATE STEP ("<outcome kind='close'>On {days</outcome>") TAIL,
    "a brace without its partner" },
  { "a source that is none",
    HEAD GATE "<step id='Y'><title>T</title><why sources='NO99'>W</why>" END "</step>" TAIL,
    "there is no source “NO99”" },
  { "a stage that is none", HEAD GATE "<step id='Y' stage='Q'><title>T</title><why>W</why>" END
    "</step>" TAIL, "own.xml, line 7: there is no stage “Q”" },
  { "a stage twice", HEAD "<stage id='Q'><title>T</title></stage>\n"
    "<stage id='Q'><title>T</title></stage>\n" GATE STEP (END) TAIL,
    "own.xml, line 5: the stage “Q” stands twice" },
  { "a step twice", HEAD GATE STEP (END) STEP (END) TAIL,
    "own.xml, line 9: the step “Y” stands twice" },
  { "an answer twice",
    HEAD GATE STEP ("<question>Q</question><answer id='a'>A</answer><answer id='a'>A</answer>"
                    "<branch to='X'>B</branch>") TAIL, "the answer “a” stands twice" },
  { "a step that nothing leads to",
    HEAD GATE STEP (END) "<step id='Z'><title>T</title><why>W</why>" END "</step>" TAIL,
    "own.xml, line 9: nothing leads to the step “Z”" },
  { "no screen for red flags", HEAD STEP (END) TAIL,
    "the first step must be the screen for red flags" },
  { "a document type",
    "<!DOCTYPE protocol [<!ENTITY a 'aaaa'>]><protocol>&a;</protocol>",
    "own.xml, line 1: document types and entities are not accepted" },
  { "a billion laughs",
    "<!DOCTYPE p [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>"
    "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'>]><protocol>&c;</protocol>",
    "document types and entities are not accepted" },
  { "a file of the system",
    "<!DOCTYPE p [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><protocol>&a;</protocol>",
    "document types and entities are not accepted" },
  { "an unknown entity", HEAD "&laugh;" TAIL, "own.xml, line 4: not well-formed" },
  { "no UTF-8", HEAD "<title>\xe9t\xe9</title>" TAIL, "own.xml, line 4: text is not UTF-8" },
};

static void
assert_one_line (const GError *error,
                 const char   *problem)
{
  g_assert_nonnull (error);
  if (strstr (error->message, problem) == NULL)
    {
      g_test_message ("expected: %s", problem);
      g_test_message ("was told: %s", error->message);
      g_test_fail ();
    }
  g_assert_null (strchr (error->message, '\n'));
  g_assert_cmpuint (strlen (error->message), <, 400);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

static GlaProtocol *
parse (const char  *content,
       gsize        size,
       GError     **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (content, size);

  return gla_protocol_parse (bytes, "own.xml", TRUE, catalogue, error);
}

static void
test_broken (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", broken[i].name);
      g_assert_null (parse (broken[i].content, strlen (broken[i].content), &error));
      assert_one_line (error, broken[i].problem);
    }
}

/* The file that all of the above are made from is a good one. */
static void
test_good (void)
{
  static const char content[] = WHEN ("days &lt; 7 and not(known('label-end'))");
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaProtocol) protocol = parse (content, sizeof content - 1, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (protocol->steps->len, ==, 3);
  g_assert_cmpstr (protocol->version, ==, "1");
  g_assert_cmpuint (protocol->stages->len, ==, 0);
  g_assert_null (gla_protocol_find_step (protocol, "Y")->stage);
  g_assert_cmpuint (g_bytes_get_size (protocol->content), ==, sizeof content - 1);
  /* What a clinic wrote is shown as it was written. */
  g_assert_cmpstr (gla_protocol_get_text (protocol, "Glabella"), ==, "Glabella");
}

static char *
repeat (const char *before,
        const char *middle,
        guint       n,
        const char *after)
{
  GString *text = g_string_new (before);

  for (guint i = 0; i < n; i++)
    g_string_append (text, middle);
  g_string_append (text, after);
  return g_string_free (text, FALSE);
}

static void
test_huge (void)
{
  g_autofree char *deep = repeat (HEAD, "<step>", 100000, TAIL);
  g_autofree char *text = repeat (HEAD "<caution>", "very very long ", 2000000, "</caution>" TAIL);
  g_autofree char *many = repeat (HEAD GATE STEP (END), "<!-- -->\n<step id='Z'><title>T</title>"
                                  "<why>W</why><outcome kind='close'>O</outcome></step>\n", 5000,
                                  TAIL);
  g_autofree char *nested = repeat (HEAD GATE STEP ("<branch when=\""), "(", 400,
                                    "1\" to='X'>B</branch><branch to='X'>B</branch>" TAIL);
  const struct
  {
    const char *content;
    const char *problem;
  } files[] = {
    { deep, "elements within each other" },
    { text, "own.xml: larger than 16 MB" },
    { many, "more than 400 steps" },
    { nested, "own.xml, line" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (parse (files[i].content, strlen (files[i].content), &error));
      assert_one_line (error, files[i].problem);
    }
}

/* A clinic's broken file is refused with line and reason, and the built-in one is used. */
static void
test_fallback (void)
{
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFile) missing = g_file_new_for_path ("/nowhere/protocol.xml");
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) refused = NULL;
  g_autoptr (GlaProtocol) protocol = NULL;
  int handle = g_file_open_tmp ("glabella-XXXXXX.xml", &path, &error);

  g_assert_no_error (error);
  g_close (handle, NULL);
  file = g_file_new_for_path (path);
  g_file_set_contents (path, WHEN ("dayz = 1"), -1, &error);
  g_assert_no_error (error);
  protocol = gla_protocol_load (file, catalogue, &refused, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (protocol->key, ==, "not-working");
  g_assert_nonnull (strstr (refused->message, "line 8: there is no fact “dayz”"));
  g_clear_error (&refused);
  g_clear_pointer (&protocol, gla_protocol_unref);

  g_file_set_contents (path, WHEN ("days = 1"), -1, &error);
  g_assert_no_error (error);
  protocol = gla_protocol_load (file, catalogue, &refused, &error);
  g_assert_no_error (refused);
  g_assert_cmpstr (protocol->key, ==, "p");
  g_assert_true (protocol->is_own);
  g_clear_pointer (&protocol, gla_protocol_unref);

  protocol = gla_protocol_load (missing, catalogue, &refused, &error);
  g_assert_no_error (refused);
  g_assert_cmpstr (protocol->key, ==, "not-working");
  g_assert_cmpint (g_remove (path), ==, 0);
}

/* The steps of evidence, section 3. */
static void
test_builtin (void)
{
  static const char *const wanted[] = {
    "S0",  "S1",  "S2",  "S3",  "S3b", "S4",  "S4a", "S4b", "S5",   "S5a",  "S5b",  "S5c",
    "S5d", "S5e", "S5f", "S5g", "S5h", "S5i", "S6",  "S7a", "S7b",  "S7c",  "S7d",  "S8",
    "S9",  "S10", "S11", "S12", "S12a", "S12b", "S12e", "S12u", "S13", "S14", "S15", "S16",
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaProtocol) protocol = gla_protocol_load_builtin (catalogue, &error);
  const GlaStep *options;

  g_assert_no_error (error);
  g_assert_cmpstr (protocol->key, ==, "not-working");
  g_assert_cmpuint (protocol->cautions->len, >=, 3);
  for (gsize i = 0; i < G_N_ELEMENTS (wanted); i++)
    g_assert_nonnull (gla_protocol_find_step (protocol, wanted[i]));
  /* Every step stands somewhere in the list of the panel, in the order of the list. */
  g_assert_cmpuint (protocol->stages->len, >=, 8);
  for (guint i = 0; i < protocol->steps->len; i++)
    g_assert_nonnull (((const GlaStep *) protocol->steps->pdata[i])->stage);
  g_assert_cmpstr (gla_protocol_find_step (protocol, "S0")->stage->id, ==, "safety");
  g_assert_cmpstr (gla_protocol_find_step (protocol, "S5g")->stage->id, ==, "product");
  g_assert_cmpstr (gla_protocol_find_step (protocol, "S12b")->stage->id, ==, "test");
  options = gla_protocol_find_step (protocol, "S14");
  g_assert_cmpuint (options->options->len, ==, 5);
  for (guint i = 0; i < 5; i++)
    {
      const GlaStepOption *option = options->options->pdata[i];
      g_autofree char *id = g_strdup_printf ("O%u", i + 1);

      g_assert_cmpstr (option->id, ==, id);
      g_assert_true (option->mark.sources[0] != NULL ||
                     (option->mark.marks & GLA_MARK_GKU) != 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;

  g_test_init (&argc, &argv, NULL);
  catalogue = gla_catalogue_load_builtin (&error);
  g_assert_no_error (error);

  g_test_add_func ("/assistant/protocol/builtin", test_builtin);
  g_test_add_func ("/assistant/protocol/good", test_good);
  g_test_add_func ("/assistant/protocol/broken", test_broken);
  g_test_add_func ("/assistant/protocol/huge", test_huge);
  g_test_add_func ("/assistant/protocol/fallback", test_fallback);
  return g_test_run ();
}
