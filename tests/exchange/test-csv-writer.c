/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-csv-reader.h"
#include "gla-csv-writer.h"

#include <string.h>

static void
test_quoting (void)
{
  static const struct
  {
    const char *text;
    const char *written;
  } fields[] = {
    { "plain", "plain" }, { "", "" }, { NULL, "" }, { "a,b", "\"a,b\"" },
    { "say \"hi\"", "\"say \"\"hi\"\"\"" }, { "two\nlines", "\"two\nlines\"" },
    { " blank", "\" blank\"" }, { "blank ", "\"blank \"" }, { "M\xc3\xbcller", "M\xc3\xbcller" },
    { "a;b", "\"a;b\"" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
      g_autoptr (GlaCsvWriter) writer = gla_csv_writer_new (stream);
      g_autofree char *expected = g_strdup_printf ("%s,-7\r\n", fields[i].written);

      gla_csv_writer_add (writer, fields[i].text);
      gla_csv_writer_add_int (writer, -7);
      gla_csv_writer_end_row (writer);
      gla_csv_writer_end_row (writer);
      g_assert_true (gla_csv_writer_close (writer, NULL));
      g_assert_cmpmem (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)),
                       g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)),
                       expected, strlen (expected));
    }
}

/* What was written is what is read. */
static void
test_round_trip (void)
{
  static const char *const texts[] = { "a", "",
                                       "b \"c\"", "d,e;f\tg", "h\ni", " j ", "\"", "\",\"" };
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GlaCsvWriter) writer = gla_csv_writer_new (stream);
  g_autoptr (GInputStream) input = NULL;
  g_autoptr (GlaCsvReader) reader = NULL;
  g_autoptr (GBytes) bytes = NULL;

  for (int row = 0; row < 5000; row++)
    {
      for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
        gla_csv_writer_add (writer, texts[i]);
      gla_csv_writer_end_row (writer);
    }
  g_assert_true (gla_csv_writer_close (writer, NULL));
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
  input = g_memory_input_stream_new_from_bytes (bytes);
  reader = gla_csv_reader_new (input, NULL);
  for (int row = 0; row < 5000; row++)
    {
      g_assert_cmpint (gla_csv_reader_next (reader, NULL, NULL), ==, GLA_CSV_ROW);
      g_assert_cmpuint (gla_csv_reader_get_n_fields (reader), ==, G_N_ELEMENTS (texts));
      for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
        g_assert_cmpstr (gla_csv_reader_get_field (reader, i), ==, texts[i]);
    }
  g_assert_cmpint (gla_csv_reader_next (reader, NULL, NULL), ==, GLA_CSV_END);
}

/* A full disk is reported at the end at the latest. */
static void
test_failure (void)
{
  char space[10];
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new (space, sizeof space, NULL, NULL);
  g_autoptr (GlaCsvWriter) writer = gla_csv_writer_new (stream);
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 20000; i++)
    {
      gla_csv_writer_add (writer, "far too much");
      gla_csv_writer_end_row (writer);
    }
  g_assert_false (gla_csv_writer_close (writer, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/csv-writer/quoting", test_quoting);
  g_test_add_func ("/csv-writer/round-trip", test_round_trip);
  g_test_add_func ("/csv-writer/failure", test_failure);
  return g_test_run ();
}
