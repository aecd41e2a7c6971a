/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-xml.h"

#include <math.h>
#include <string.h>

#include <glib/gstdio.h>

/* Each of these is refused with one error that names the file, and the line if there is one. */
static const struct
{
  const char *name;
  const char *text;
  int         code;
  const char *line;
} broken[] = {
  { "empty", "", GLA_KNOWLEDGE_ERROR_SYNTAX, NULL },
  { "blank", "  \n ", GLA_KNOWLEDGE_ERROR_SYNTAX, NULL },
  { "no-xml", "PK\003\004 not XML", GLA_KNOWLEDGE_ERROR_SYNTAX, "line 1" },
  { "truncated", "<?xml version='1.0'?>\n<areas date='2026-11'>\n<area key='G",
    GLA_KNOWLEDGE_ERROR_SYNTAX, "line 3" },
  { "mismatch", "<areas>\n<area>\n</areas>\n", GLA_KNOWLEDGE_ERROR_SYNTAX, "line 3" },
  { "two-roots", "<areas/>\n<areas/>\n", GLA_KNOWLEDGE_ERROR_SYNTAX, "line 2" },
  { "attribute-twice", "<areas date='1' date='2'/>", GLA_KNOWLEDGE_ERROR_SYNTAX, "line 1" },
  { "control-character", "<areas>\n\001</areas>", GLA_KNOWLEDGE_ERROR_SYNTAX, "line 2" },
  { "undeclared-entity", "<areas>\n&nothing;</areas>", GLA_KNOWLEDGE_ERROR_SYNTAX, "line 2" },
  { "bad-utf-8", "<areas>\n\n<name>caf\xe9</name></areas>", GLA_KNOWLEDGE_ERROR_SYNTAX, "line 3" },
  { "latin-1-declared", "<?xml version='1.0' encoding='ISO-8859-1'?>\n<n>caf\xe9</n>",
    GLA_KNOWLEDGE_ERROR_SYNTAX, "line 2" },
  { "doctype", "<?xml version='1.0'?>\n<!DOCTYPE areas>\n<areas/>",
    GLA_KNOWLEDGE_ERROR_DOCTYPE, "line 2" },
  { "doctype-system", "<!DOCTYPE areas SYSTEM 'http://localhost:9/areas.dtd'>\n<areas/>",
    GLA_KNOWLEDGE_ERROR_DOCTYPE, "line 1" },
  { "external-entity",
    "<!DOCTYPE areas [\n<!ENTITY x SYSTEM 'file:///etc/passwd'>\n]>\n<areas>&x;</areas>",
    GLA_KNOWLEDGE_ERROR_DOCTYPE, "line 1" },
  { "parameter-entity",
    "<!DOCTYPE areas [\n<!ENTITY % x SYSTEM 'http://localhost:9/x'>\n%x;\n]>\n<areas/>",
    GLA_KNOWLEDGE_ERROR_DOCTYPE, "line 1" },
  { "billion-laughs",
    "<!DOCTYPE l [\n<!ENTITY a 'ha'>\n<!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>\n"
    "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'>\n<!ENTITY d '&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;'>\n"
    "<!ENTITY e '&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;'>\n<!ENTITY f '&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;'>\n"
    "]>\n<l>&f;&f;&f;</l>",
    GLA_KNOWLEDGE_ERROR_DOCTYPE, "line 1" },
};

static GlaXmlDoc *
parse (const char  *text,
       gssize       length,
       GError     **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length < 0 ? strlen (text) : (gsize) length);

  return gla_xml_parse (bytes, "own/areas.xml", error);
}

static void
test_broken (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);

  if (g_test_subprocess ())
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GlaXmlDoc) doc = parse (broken[i].text, -1, &error);

      g_assert_null (doc);
      g_assert_error (error, GLA_KNOWLEDGE_ERROR, broken[i].code);
      g_assert_true (g_str_has_prefix (error->message, "own/areas.xml"));
      g_assert_null (strchr (error->message, '\n'));
      if (broken[i].line != NULL)
        g_assert_nonnull (strstr (error->message, broken[i].line));
      return;
    }

  /* The parser must not talk on its own. */
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stderr ("");
}

static void
test_nul (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaXmlDoc) doc = parse ("<areas>\0</areas>", 16, &error);

  g_assert_null (doc);
  g_assert_error (error, GLA_KNOWLEDGE_ERROR, GLA_KNOWLEDGE_ERROR_SYNTAX);
}

static char *
nest (int depth)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; i < depth; i++)
    g_string_append (text, "<a>");
  for (int i = 0; i < depth; i++)
    g_string_append (text, "</a>");
  return g_string_free (text, FALSE);
}

static void
test_depth (void)
{
  g_autofree char *deep = nest (GLA_XML_MAX_DEPTH);
  g_autofree char *deeper = nest (GLA_XML_MAX_DEPTH + 1);
  g_autofree char *deepest = nest (200000);
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaXmlDoc) accepted = parse (deep, -1, &error);

  g_assert_no_error (error);
  g_assert_nonnull (accepted);
  g_assert_null (parse (deeper, -1, &error));
  g_assert_error (error, GLA_KNOWLEDGE_ERROR, GLA_KNOWLEDGE_ERROR_TOO_BIG);
  g_clear_error (&error);
  g_assert_null (parse (deepest, -1, &error));
  g_assert_error (error, GLA_KNOWLEDGE_ERROR, GLA_KNOWLEDGE_ERROR_TOO_BIG);
}

static char *
write_file (const char *folder,
            const char *name,
            const char *text,
            gsize       length)
{
  char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, (gssize) length, &error);
  g_assert_no_error (error);
  return path;
}

static void
test_size (void)
{
  g_autofree char *folder = g_dir_make_tmp ("gla-xml-XXXXXX", NULL);
  gsize length = 20 * 1024 * 1024;
  g_autofree char *text = g_malloc (length);
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;

  memset (text, 'x', length);
  memcpy (text, "<areas>", 7);
  memcpy (text + length - 8, "</areas>", 8);
  path = write_file (folder, "areas.xml", text, length);
  file = g_file_new_for_path (path);

  g_assert_null (gla_xml_load_file (file, &error));
  g_assert_error (error, GLA_KNOWLEDGE_ERROR, GLA_KNOWLEDGE_ERROR_TOO_BIG);
  g_assert_nonnull (strstr (error->message, "16 MB"));

  g_remove (path);
  g_rmdir (folder);
}

/* A file cut off anywhere is refused. */
static void
test_every_cut (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) whole = gla_xml_get_builtin ("catalogue/areas.xml", &error);
  gsize length = g_bytes_get_size (whole);

  g_assert_no_error (error);
  for (gsize cut = 0; cut < length - 2; cut += 211)
    {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (whole, 0, cut);
      g_autoptr (GError) fault = NULL;

      g_assert_null (gla_xml_parse (part, "areas.xml", &fault));
      g_assert_error (fault, GLA_KNOWLEDGE_ERROR, GLA_KNOWLEDGE_ERROR_SYNTAX);
    }
}

static void
test_missing (void)
{
  g_autoptr (GFile) missing = g_file_new_for_path ("/nonexistent/areas.xml");
  g_autoptr (GFile) folder = g_file_new_for_path (g_get_tmp_dir ());
  g_autoptr (GFile) device = g_file_new_for_path ("/dev/zero");
  GFile *files[] = { missing, folder, device };

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (gla_xml_load_file (files[i], &error));
      g_assert_error (error, GLA_KNOWLEDGE_ERROR, GLA_KNOWLEDGE_ERROR_READ);
    }
}

static void
test_helpers (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaXmlDoc) doc
      = parse ("\xef\xbb\xbf<?xml version='1.0' encoding='UTF-8'?>\n"
               "<!-- c --><r n='-12' d='0.25' u='7.5'\n"
               "list=' a  b\tc ' yes='yes' bad='1x'>\n"
               " <t>  caf\xc3\xa9 \n  &amp; <![CDATA[<b>]]> </t>\n"
               "<x/><t>2</t></r>", -1, &error);
  xmlNode *root;
  xmlNode *first;
  g_autofree char *text = NULL;
  g_autofree char *second = NULL;
  g_autofree char *missing = NULL;
  g_auto (GStrv) list = NULL;
  g_auto (GStrv) none = NULL;

  g_assert_no_error (error);
  root = gla_xml_root (doc);
  g_assert_true (gla_xml_is (root, "r"));
  g_assert_cmpint (gla_xml_int (root, "n", 5), ==, -12);
  g_assert_cmpint (gla_xml_int (root, "bad", 5), ==, 5);
  g_assert_cmpint (gla_xml_int (root, "none", 5), ==, 5);
  g_assert_cmpfloat (gla_xml_double (root, "d", 1.0), ==, 0.25);
  g_assert_cmpfloat (gla_xml_double (root, "bad", 1.0), ==, 1.0);
  g_assert_cmpint (gla_xml_units (root, "u"), ==, 750);
  g_assert_true (gla_xml_units (root, "bad") == GLA_UNITS_UNKNOWN);
  g_assert_true (gla_xml_units (root, "none") == GLA_UNITS_UNKNOWN);
  g_assert_true (gla_xml_bool (root, "yes"));
  g_assert_false (gla_xml_bool (root, "n"));
  list = gla_xml_dup_list (root, "list");
  g_assert_cmpuint (g_strv_length (list), ==, 3);
  g_assert_cmpstr (list[2], ==, "c");
  none = gla_xml_dup_list (root, "none");
  g_assert_cmpuint (g_strv_length (none), ==, 0);

  first = gla_xml_first (root, "t");
  text = gla_xml_dup_text (first);
  g_assert_cmpstr (text, ==, "caf\xc3\xa9 & <b>");
  g_assert_cmpint (gla_xml_line (first), ==, 4);
  g_assert_true (gla_xml_is (gla_xml_next (first, NULL), "x"));
  second = gla_xml_dup_text (gla_xml_next (first, "t"));
  g_assert_cmpstr (second, ==, "2");
  g_assert_null (gla_xml_next (gla_xml_next (first, "t"), NULL));
  missing = gla_xml_dup_child_text (root, "y");
  g_assert_null (missing);
}

/* Well-formed, but not what the schema says; the line is that of the fault. */
static const struct
{
  const char *name;
  const char *text;
  const char *said;
} misfits[] = {
  { "wrong-root", "<products date='2026-11'/>", "line 1" },
  { "foreign-root", "\n<html/>", "line 2" },
  { "unknown-element", "<areas date='2026-11'>\n<zone/>\n</areas>", "line 2" },
  { "unknown-attribute", "<areas date='2026-11' colour='red'/>", "line 1" },
  { "no-date", "<areas/>", "line 1" },
  { "bad-code", "<areas date='2026-11'>\n<area key='A' code='abc' sides='left' paired='no'>\n"
    "<name>A</name></area></areas>", "line 2" },
  { "no-name", "<areas date='2026-11'>\n<area key='A' sides='left' paired='no'/>\n</areas>",
    "line 2" },
  { "bad-mark", "<areas date='2026-11'><area key='A' sides='left' paired='no'><name>A</name>\n"
    "<depth marks='perhaps'>deep</depth></area></areas>", "line 2" },
  { "namespace", "<areas xmlns='urn:x' date='2026-11'/>", "line 1" },
};

static void
test_misfit (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);

  if (g_test_subprocess ())
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GlaXmlSchema) schema
          = gla_xml_schema_load_builtin ("schemas/catalogue.rng", &error);
      g_autoptr (GlaXmlDoc) doc = parse (misfits[i].text, -1, &error);

      g_assert_no_error (error);
      g_assert_false (gla_xml_schema_validate (schema, doc, "own/areas.xml", "areas", &error));
      g_assert_error (error, GLA_KNOWLEDGE_ERROR, GLA_KNOWLEDGE_ERROR_SCHEMA);
      g_assert_true (g_str_has_prefix (error->message, "own/areas.xml, "));
      g_assert_nonnull (strstr (error->message, misfits[i].said));
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stderr ("");
}

static void
test_fits (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaXmlSchema) schema = gla_xml_schema_load_builtin ("schemas/catalogue.rng", &error);
  g_autoptr (GlaXmlDoc) doc
      = parse ("<areas date='2026-11'><area key='A' sides='left' paired='no'><name>A</name>"
               "</area></areas>", -1, &error);

  g_assert_true (gla_xml_schema_validate (schema, doc, "own/areas.xml", "areas", &error));
  g_assert_no_error (error);
  g_assert_null (gla_xml_schema_load_builtin ("catalogue/areas.xml", &error));
  g_assert_error (error, GLA_KNOWLEDGE_ERROR, GLA_KNOWLEDGE_ERROR_SCHEMA);
  g_clear_error (&error);
  g_assert_null (gla_xml_schema_load_builtin ("schemas/none.rng", &error));
  g_assert_error (error, GLA_KNOWLEDGE_ERROR, GLA_KNOWLEDGE_ERROR_READ);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autofree char *path = g_strdup_printf ("/knowledge/xml/broken/%s", broken[i].name);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_broken);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (misfits); i++)
    {
      g_autofree char *path = g_strdup_printf ("/knowledge/xml/misfit/%s", misfits[i].name);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_misfit);
    }
  g_test_add_func ("/knowledge/xml/nul", test_nul);
  g_test_add_func ("/knowledge/xml/depth", test_depth);
  g_test_add_func ("/knowledge/xml/size", test_size);
  g_test_add_func ("/knowledge/xml/every-cut", test_every_cut);
  g_test_add_func ("/knowledge/xml/missing", test_missing);
  g_test_add_func ("/knowledge/xml/helpers", test_helpers);
  g_test_add_func ("/knowledge/xml/fits", test_fits);
  return g_test_run ();
}
