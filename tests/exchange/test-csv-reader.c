/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-csv-reader.h"
#include "gla-exchange-error.h"

#include <string.h>
#include <sys/resource.h>

#define MEBI (1024 * 1024)

typedef struct
{
  const char *name;
  const char *text;
  gssize length;         /* -1: up to the NUL */
  guint n_columns;       /* to expect from the second row on; 0: any */
  const char *expected;  /* fields in brackets, rows one behind the other; "!n" for problem n */
} Case;

static const Case cases[] = {
  { "plain", "a,b\n1,2\n", -1, 0, "[a][b]|[1][2]|" },
  { "no line break at the end", "a,b\n1,2", -1, 0, "[a][b]|[1][2]|" },
  { "crlf", "a,b\r\n1,2\r\n", -1, 0, "[a][b]|[1][2]|" },
  { "cr", "a,b\r1,2\r", -1, 0, "[a][b]|[1][2]|" },
  { "mixed line breaks", "a,b\r\n1,2\n3,4\r5,6", -1, 0, "[a][b]|[1][2]|[3][4]|[5][6]|" },
  { "semicolons", "a;b;c\n1,5;2;3\n", -1, 0, "[a][b][c]|[1,5][2][3]|" },
  { "tabs", "a\tb\n1, or 2\t3\n", -1, 0, "[a][b]|[1, or 2][3]|" },
  { "delimiter named", "sep=;\r\na,x;b\r\n1;2\r\n", -1, 0, "[a,x][b]|[1][2]|" },
  { "one column", "name\nKaya\n", -1, 0, "[name]|[Kaya]|" },
  { "commas inside quotes do not count", "\"a,a,a\";b\n\"1,1,1\";2\n", -1, 0,
    "[a,a,a][b]|[1,1,1][2]|" },
  { "quotes", "a,b\n\"1\",\"2\"\n", -1, 0, "[a][b]|[1][2]|" },
  { "doubled quotes", "a\n\"say \"\"hi\"\"\"\n", -1, 0, "[a]|[say \"hi\"]|" },
  { "quote inside a plain field", "a,b\n5\" needle,x\n", -1, 0, "[a][b]|[5\" needle][x]|" },
  { "line break inside quotes", "a,b\n\"1\n2\",3\n4,5\n", -1, 0, "[a][b]|[1\n2][3]|[4][5]|" },
  { "crlf inside quotes", "a,b\r\n\"1\r\n2\r\n3\",4\r\n", -1, 0, "[a][b]|[1\n2\n3][4]|" },
  { "empty quotes", "a,b\n\"\",x\n", -1, 0, "[a][b]|[][x]|" },
  { "empty fields", "a,b,c\n,,x\n1,,\n", -1, 0, "[a][b][c]|[][][x]|[1][][]|" },
  { "blanks around quotes", "a, b\n1, \"x, y\" \n", -1, 0, "[a][ b]|[1][x, y]|" },
  { "blanks are kept", "a,b\n 1 , 2\n", -1, 0, "[a][b]|[ 1 ][ 2]|" },
  { "empty rows are passed over", "\n\na,b\n\n1,2\n,\n  , \n\r\n3,4\n\n", -1, 0,
    "[a][b]|[1][2]|[3][4]|" },
  { "byte order mark", "\xef\xbb\xbf" "a,b\n1,2\n", -1, 0, "[a][b]|[1][2]|" },
  { "utf-8", "a\nM\xc3\xbcller\n", -1, 0, "[a]|[M\xc3\xbcller]|" },
  { "windows-1252", "a,b\nM\xfcller,\x80 5\n", -1, 0, "[a][b]|[M\xc3\xbcller][\xe2\x82\xac 5]|" },
  { "both in one file", "a,b\nM\xc3\xbcller,1\nM\xfcller,2\n", -1, 0,
    "[a][b]|[M\xc3\xbcller][1]|[M\xc3\xbcller][2]|" },
  { "utf-16 with a mark", "\xff\xfe" "a\0\t\0b\0\n\0\xe9\0\t\0x\0\n\0", 18, 0,
    "[a][b]|[\xc3\xa9][x]|" },
  { "utf-16, high byte first", "\xfe\xff\0a\0,\0b\0\n\0\xe9\0,\0x\0\n", 18, 0,
    "[a][b]|[\xc3\xa9][x]|" },
  { "utf-16 without a mark", "a\0,\0b\0\n\0e\0,\0x\0\n\0", 16, 0, "[a][b]|[e][x]|" },
  { "nul", "a,b\n1,x\0y\n3,4\n", 14, 0, "[a][b]|!1|[3][4]|" },
  { "nul inside quotes", "a,b\n1,\"x\0y\"\n3,4\n", 16, 0, "[a][b]|!1|[3][4]|" },
  { "text behind a quote", "a,b\n1,\"x\"y\n3,4\n", -1, 0, "[a][b]|!2|[3][4]|" },
  { "text behind a quote at the end", "a,b\n1,\"x\"y", -1, 0, "[a][b]|!2|" },
  { "quote never closed", "a,b\n1,\"x\n3,4\n5,6\n", -1, 0, "[a][b]|!3|[3][4]|[5][6]|" },
  { "quote never closed in the last row", "a,b\n1,2\n3,\"x", -1, 0, "[a][b]|[1][2]|!3|" },
  { "quote forgotten, others follow", "a,b\n1,\"x\n3,\"4\"\n5,\"6\"\n", -1, 0,
    "[a][b]|!2|[3][4]|[5][6]|" },
  { "quote alone", "\"", -1, 0, "!3|" },
  { "too few", "a,b,c\n1,2\n1,2,3\n", -1, 3, "[a][b][c]|!5|[1][2][3]|" },
  { "too many", "a,b\n1,2,3\n1,2\n", -1, 2, "[a][b]|!6|[1][2]|" },
  { "too many, but empty", "a,b\n1,2,,\n3,4,\"\"\n", -1, 2, "[a][b]|[1][2][][]|[3][4][]|" },
  { "nothing", "", -1, 0, "" },
  { "only blank lines", "\n \n,,\n", -1, 0, "" },
  { "only a mark", "\xef\xbb\xbf", -1, 0, "" },
};

static GlaCsvReader *
open_bytes (const char *text,
            gsize       length)
{
  g_autoptr (GInputStream) stream
      = g_memory_input_stream_new_from_data (g_memdup2 (text, length), (gssize) length, g_free);
  g_autoptr (GError) error = NULL;
  GlaCsvReader *reader = gla_csv_reader_new (stream, &error);

  g_assert_no_error (error);
  return reader;
}

static char *
read_all (GlaCsvReader *reader,
          guint         n_columns)
{
  g_autoptr (GError) error = NULL;
  GString *text = g_string_new (NULL);
  GlaCsvStep step;

  while ((step = gla_csv_reader_next (reader, NULL, &error)) != GLA_CSV_END)
    {
      g_assert_no_error (error);
      g_assert_cmpint (step, !=, GLA_CSV_FAILED);
      if (step == GLA_CSV_BAD_ROW)
        g_string_append_printf (text, "!%d", gla_csv_reader_get_problem (reader, NULL));
      else
        for (guint i = 0; i < gla_csv_reader_get_n_fields (reader); i++)
          g_string_append_printf (text, "[%s]", gla_csv_reader_get_field (reader, i));
      g_string_append_c (text, '|');
      gla_csv_reader_expect_columns (reader, n_columns);
    }
  return g_string_free (text, FALSE);
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  gsize length = c->length < 0 ? strlen (c->text) : (gsize) c->length;
  g_autoptr (GlaCsvReader) reader = open_bytes (c->text, length);
  g_autofree char *rows = read_all (reader, c->n_columns);

  g_assert_cmpstr (rows, ==, c->expected);
}

static void
test_dialect (void)
{
  static const struct
  {
    const char *text;
    gsize length;
    GlaCsvEncoding encoding;
    char delimiter;
  } files[] = {
    { "a,b\n1,2\n", 8, GLA_CSV_UTF_8, ',' },
    { "a;b\n1;2\n", 8, GLA_CSV_UTF_8, ';' },
    { "a\tb\n1\t2\n", 8, GLA_CSV_UTF_8, '\t' },
    { "Name;Note\nA;x, y, z\nB;p, q, r\n", 31, GLA_CSV_UTF_8, ';' },
    { "a;b\n1,5;2,5\n", 12, GLA_CSV_UTF_8, ';' },
    { "a,b\n\xe9,2\n", 8, GLA_CSV_WINDOWS_1252, ',' },
    { "\xff\xfe" "a\0,\0b\0\n\0", 10, GLA_CSV_UTF_16_LE, ',' },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GlaCsvReader) reader = open_bytes (files[i].text, files[i].length);
      GlaCsvDialect dialect = gla_csv_reader_get_dialect (reader);

      g_assert_cmpint (dialect.encoding, ==, files[i].encoding);
      g_assert_cmpint (dialect.delimiter, ==, files[i].delimiter);
    }
}

/* The first accent comes long after what is looked at in the beginning. */
static void
test_late_accent (void)
{
  g_autoptr (GString) text = g_string_new ("name,x\n");
  g_autoptr (GlaCsvReader) reader = NULL;
  g_autofree char *rows = NULL;

  for (int i = 0; i < 50000; i++)
    g_string_append (text, "Kaya,12\n");
  g_string_append (text, "M\xfcller,13\n");
  reader = open_bytes (text->str, text->len);
  g_assert_cmpint (gla_csv_reader_get_dialect (reader).encoding, ==, GLA_CSV_UTF_8);
  rows = read_all (reader, 2);
  g_assert_true (g_str_has_suffix (rows, "[M\xc3\xbcller][13]|"));
  g_assert_cmpint (gla_csv_reader_get_dialect (reader).encoding, ==, GLA_CSV_WINDOWS_1252);
}

static void
test_row_numbers (void)
{
  static const char text[] = "a,b\n\n1,2\n\"x\ny\",2\n3,\"4\n5,6\n";
  g_autoptr (GlaCsvReader) reader = open_bytes (text, strlen (text));
  static const struct
  {
    gint64 row;
    GlaCsvStep step;
  } expected[] = {
    { 1, GLA_CSV_ROW }, { 3, GLA_CSV_ROW }, { 4, GLA_CSV_ROW }, { 5, GLA_CSV_BAD_ROW },
    { 6, GLA_CSV_ROW },
  };
  guint column;

  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_assert_cmpint (gla_csv_reader_next (reader, NULL, NULL), ==, expected[i].step);
      g_assert_cmpint (gla_csv_reader_get_row (reader), ==, expected[i].row);
      if (expected[i].step == GLA_CSV_BAD_ROW)
        {
          g_autofree char *words = gla_csv_reader_describe_problem (reader);

          g_assert_cmpint (gla_csv_reader_get_problem (reader, &column), ==,
                           GLA_CSV_PROBLEM_UNTERMINATED);
          g_assert_cmpuint (column, ==, 1);
          g_assert_cmpstr (words, !=, "");
          g_assert_cmpstr (gla_csv_reader_get_field (reader, 0), ==, "");
        }
    }
  g_assert_cmpint (gla_csv_reader_next (reader, NULL, NULL), ==, GLA_CSV_END);
  g_assert_cmpint (gla_csv_reader_next (reader, NULL, NULL), ==, GLA_CSV_END);
}

static void
append_letters (GString *text,
                gsize    n_letters)
{
  for (gsize i = 0; i < n_letters / 16; i++)
    g_string_append_len (text, "abcdefghijklmnop", 16);
}

/* Fields up to the limit are taken, longer ones cost their own row only. */
static void
test_long_fields (void)
{
  static const struct
  {
    gsize length;
    gboolean quoted;
    gboolean taken;
  } fields[] = {
    { 1000 * 1000, FALSE, TRUE }, { 1000 * 1000, TRUE, TRUE }, { MEBI, FALSE, TRUE },
    { MEBI, TRUE, TRUE }, { MEBI + 16, FALSE, FALSE }, { MEBI + 16, TRUE, FALSE },
    { 9 * MEBI, FALSE, FALSE }, { 9 * MEBI, TRUE, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autoptr (GString) text = g_string_new ("a,b,c\n1,");
      g_autoptr (GlaCsvReader) reader = NULL;
      const char *quote = fields[i].quoted ? "\"" : "";

      g_string_append (text, quote);
      append_letters (text, fields[i].length);
      g_string_append_printf (text, "%s,3\n4,5,6\n", quote);
      reader = open_bytes (text->str, text->len);
      g_assert_cmpint (gla_csv_reader_next (reader, NULL, NULL), ==, GLA_CSV_ROW);
      gla_csv_reader_expect_columns (reader, 3);
      g_assert_cmpint (gla_csv_reader_next (reader, NULL, NULL), ==,
                       fields[i].taken ? GLA_CSV_ROW : GLA_CSV_BAD_ROW);
      if (fields[i].taken)
        g_assert_cmpuint (strlen (gla_csv_reader_get_field (reader, 1)), ==, fields[i].length);
      else
        g_assert_cmpint (gla_csv_reader_get_problem (reader, NULL), ==, GLA_CSV_PROBLEM_TOO_LONG);
      g_assert_cmpint (gla_csv_reader_next (reader, NULL, NULL), ==, GLA_CSV_ROW);
      g_assert_cmpstr (gla_csv_reader_get_field (reader, 2), ==, "6");
    }
}

/* A quote that is never closed in a large file costs one row, not all the others. */
static void
test_forgotten_quote_in_large_file (void)
{
  g_autoptr (GString) text = g_string_new ("a,b\n1,\"forgotten\n");
  g_autoptr (GlaCsvReader) reader = NULL;
  guint n_rows = 0, n_bad = 0;
  GlaCsvStep step;

  for (int i = 0; i < 500000; i++)
    g_string_append (text, "1234,5678\n");
  reader = open_bytes (text->str, text->len);
  while ((step = gla_csv_reader_next (reader, NULL, NULL)) != GLA_CSV_END)
    {
      gla_csv_reader_expect_columns (reader, 2);
      n_rows += step == GLA_CSV_ROW;
      n_bad += step == GLA_CSV_BAD_ROW;
    }
  g_assert_cmpuint (n_rows, ==, 500001);
  g_assert_cmpuint (n_bad, ==, 1);
}

static void
test_many_columns (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GlaCsvReader) reader = NULL;

  for (int i = 0; i < 3000000; i++)
    g_string_append (text, "x,");
  g_string_append (text, "\n1,2\n");
  reader = open_bytes (text->str, text->len);
  g_assert_cmpint (gla_csv_reader_next (reader, NULL, NULL), ==, GLA_CSV_BAD_ROW);
  g_assert_cmpint (gla_csv_reader_get_problem (reader, NULL), ==, GLA_CSV_PROBLEM_TOO_MANY);
  g_assert_cmpint (gla_csv_reader_next (reader, NULL, NULL), ==, GLA_CSV_ROW);
  g_assert_cmpstr (gla_csv_reader_get_field (reader, 1), ==, "2");
}

static void
test_foreign (void)
{
  static const struct
  {
    const char *bytes;
    gsize length;
  } files[] = {
    { "PK\003\004rest of a workbook", 22 }, { "\xd0\xcf\x11\xe0rest", 8 }, { "%PDF-1.7", 8 },
    { "SQLite format 3\0", 16 }, { "\x89PNG\r\n", 6 }, { "\xff\xd8\xff\xe0", 4 },
    { "\x1f\x8b\x08", 3 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GInputStream) stream
          = g_memory_input_stream_new_from_data (files[i].bytes, (gssize) files[i].length, NULL);
      g_autoptr (GError) error = NULL;

      g_assert_null (gla_csv_reader_new (stream, &error));
      g_assert_error (error, GLA_EXCHANGE_ERROR, GLA_EXCHANGE_ERROR_FORMAT);
      g_assert_null (strchr (error->message, '\n'));
    }
}

static void
test_missing_file (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (gla_csv_reader_open ("/nonexistent/file.csv", &error));
  g_assert_error (error, GLA_EXCHANGE_ERROR, GLA_EXCHANGE_ERROR_READ);
  g_clear_error (&error);
  g_assert_null (gla_csv_reader_open (g_get_tmp_dir (), &error));
  g_assert_error (error, GLA_EXCHANGE_ERROR, GLA_EXCHANGE_ERROR_READ);
}

static void
test_cancelled (void)
{
  g_autoptr (GString) text = g_string_new ("a,b\n");
  g_autoptr (GlaCsvReader) reader = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  GlaCsvStep step;

  for (int i = 0; i < 200000; i++)
    g_string_append (text, "1,2\n");
  reader = open_bytes (text->str, text->len);
  g_cancellable_cancel (cancellable);
  while ((step = gla_csv_reader_next (reader, cancellable, &error)) == GLA_CSV_ROW)
    continue;
  g_assert_cmpint (step, ==, GLA_CSV_FAILED);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Whatever the bytes are: it ends, texts are UTF-8, and row numbers grow. */
static void
read_anything (const char *bytes,
               gsize       length)
{
  g_autoptr (GInputStream) stream
      = g_memory_input_stream_new_from_data (bytes, (gssize) length, NULL);
  g_autoptr (GlaCsvReader) reader = gla_csv_reader_new (stream, NULL);
  gint64 row = 0;
  GlaCsvStep step;

  if (reader == NULL)
    return;
  while ((step = gla_csv_reader_next (reader, NULL, NULL)) == GLA_CSV_ROW
         || step == GLA_CSV_BAD_ROW)
    {
      g_assert_cmpint (gla_csv_reader_get_row (reader), >, row);
      row = gla_csv_reader_get_row (reader);
      g_assert_cmpint (row, <=, (gint64) length + 1);
      for (guint i = 0; i < gla_csv_reader_get_n_fields (reader); i++)
        g_assert_true (g_utf8_validate (gla_csv_reader_get_field (reader, i), -1, NULL));
    }
}

static void
test_random_bytes (void)
{
  static const char alphabet[] = "\"\",,;\t\n\r\0 ab\xc3\xbc\xff";
  g_autoptr (GRand) random = g_rand_new_with_seed (20261);
  char bytes[400];

  for (int round = 0; round < 20000; round++)
    {
      gsize length = (gsize) g_rand_int_range (random, 0, sizeof bytes);
      gboolean any = round % 4 == 0;

      for (gsize i = 0; i < length; i++)
        bytes[i] = any ? (char) g_rand_int_range (random, 0, 256)
                       : alphabet[g_rand_int_range (random, 0, sizeof alphabet - 1)];
      read_anything (bytes, length);
    }
}

static void
test_mutated_file (void)
{
  static const char file[] = "Last Name,First Name,DOB,Notes\r\n"
                             "Kaya,Mira,1984-02-09,\"asked about\r\n\"\"lips\"\"\"\r\n"
                             "M\xc3\xbcller,Jo,1990-11-30,\r\n\"O'Neil, Jr\",Sam,1971-01-05,x\r\n";
  g_autoptr (GRand) random = g_rand_new_with_seed (20262);

  for (int round = 0; round < 20000; round++)
    {
      char bytes[sizeof file];
      gsize length = (gsize) g_rand_int_range (random, 1, sizeof file);

      memcpy (bytes, file, sizeof file);
      for (int i = g_rand_int_range (random, 1, 6); i > 0; i--)
        bytes[g_rand_int_range (random, 0, sizeof file)] = (char) g_rand_int_range (random, 0, 256);
      read_anything (bytes, length);
    }
}

/* A stream that makes up its rows, so that nothing but the reader takes memory. */
#define TEST_TYPE_STREAM (test_stream_get_type ())
G_DECLARE_FINAL_TYPE (TestStream, test_stream, TEST, STREAM, GInputStream)

struct _TestStream
{
  GInputStream parent;
  guint64 rows;
};

G_DEFINE_FINAL_TYPE (TestStream, test_stream, G_TYPE_INPUT_STREAM)

static gssize
test_stream_read (GInputStream  *stream,
                  void          *buffer,
                  gsize          count,
                  GCancellable  *cancellable,
                  GError       **error)
{
  static const char row[] = "100001,Kaya,Mira,1984-02-09,female,\"12 High Street, Town\"\n";
  TestStream *self = TEST_STREAM (stream);
  gsize size = sizeof row - 1;
  gsize written = 0;

  for (; self->rows > 0 && written + size <= count; self->rows--, written += size)
    memcpy ((char *) buffer + written, row, size);
  return (gssize) written;
}

static void
test_stream_class_init (TestStreamClass *klass)
{
  G_INPUT_STREAM_CLASS (klass)->read_fn = test_stream_read;
}

static void
test_stream_init (TestStream *self)
{
}

static glong
get_peak_kibibytes (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

static void
test_million_rows (void)
{
  g_autoptr (TestStream) stream = g_object_new (TEST_TYPE_STREAM, NULL);
  g_autoptr (GlaCsvReader) reader = NULL;
  glong before = get_peak_kibibytes ();
  guint n_rows = 0;

  stream->rows = 1000000;
  reader = gla_csv_reader_new (G_INPUT_STREAM (stream), NULL);
  gla_csv_reader_expect_columns (reader, 6);
  while (gla_csv_reader_next (reader, NULL, NULL) == GLA_CSV_ROW)
    n_rows++;
  g_assert_cmpuint (n_rows, ==, 1000000);
  /* The rows are 57 MB; the reader keeps two chunks of them. */
  g_assert_cmpint (get_peak_kibibytes () - before, <, 8 * 1024);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  /* First: later tests raise the peak of memory. */
  g_test_add_func ("/csv-reader/million-rows", test_million_rows);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *slug = g_strdelimit (g_strdup (cases[i].name), " ,", '-');
      g_autofree char *path = g_strdup_printf ("/csv-reader/case/%s", slug);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/csv-reader/dialect", test_dialect);
  g_test_add_func ("/csv-reader/late-accent", test_late_accent);
  g_test_add_func ("/csv-reader/row-numbers", test_row_numbers);
  g_test_add_func ("/csv-reader/long-fields", test_long_fields);
  g_test_add_func ("/csv-reader/forgotten-quote-in-large-file", test_forgotten_quote_in_large_file);
  g_test_add_func ("/csv-reader/many-columns", test_many_columns);
  g_test_add_func ("/csv-reader/foreign", test_foreign);
  g_test_add_func ("/csv-reader/missing-file", test_missing_file);
  g_test_add_func ("/csv-reader/cancelled", test_cancelled);
  g_test_add_func ("/csv-reader/random-bytes", test_random_bytes);
  g_test_add_func ("/csv-reader/mutated-file", test_mutated_file);
  return g_test_run ();
}
