/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables of temperature loggers, as their programs write them. */

#include "config.h"

#include "gla-logger-file.h"

#include "gla-exchange-error.h"
#include "gla-fridge-reading.h"
#include "gla-fridge.h"
#include "gla-test-folder.h"

#include <string.h>

#define NOW "2026-11-29T10:00"

static GlaLoggerFile *
read_bytes (const char              *bytes,
            gssize                   length,
            const GlaLoggerOptions  *options,
            GError                 **error)
{
  g_autofree char *folder = gla_test_dup_folder ();
  g_autofree char *path = g_build_filename (folder, "log.csv", NULL);
  GlaLoggerOptions usual = { .locale_order = GLA_DAY_ORDER_DMY, .now = NOW };
  GlaLoggerFile *file;

  g_assert_true (g_file_set_contents (path, bytes, length, NULL));
  file = gla_logger_file_read (path, options != NULL ? options : &usual, NULL, error);
  gla_test_drop_folder (folder);
  return file;
}

static GlaLoggerFile *
read_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  GlaLoggerFile *file = read_bytes (text, -1, NULL, &error);

  g_assert_no_error (error);
  return file;
}

static void
assert_point (const GlaLoggerFile *file,
              guint                index,
              const char          *moment,
              int                  low,
              int                  high)
{
  const GlaLoggerPoint *point = &g_array_index (file->points, GlaLoggerPoint, index);
  g_autofree char *text = gla_logger_format_minute (point->minute);

  g_assert_cmpstr (text, ==, moment);
  g_assert_cmpint (point->low, ==, low);
  g_assert_cmpint (point->high, ==, high);
}

/* Each file has two readings: 5.5 degrees at 8:00 and 12.25 at 8:10 of 21 November. */
static void
test_forms (void)
{
  static const char *const files[] = {
    "Time,Temperature (°C)\n2026-11-21 08:00:00,5.5\n2026-11-21 08:10:00,12.25\n",
    "2026-11-21 08:00,5.5\n2026-11-21 08:10,12.25\n",
    /* Its name and a serial number in the first line and row. */
    "EL-USB-1,Time,Celsius(°C),High Alarm,Low Alarm,Serial Number\n"
    "1,21/11/2026 08:00:00,5.5,8.0,2.0,000012345\n2,21/11/2026 08:10:00,12.25,8.0,2.0\n",
    /* A header of several lines, semicolons, a decimal comma, date and time apart. */
    "Logger;Vaccine fridge\nStart;21.11.2026 08:00\n\n"
    "Nr.;Datum;Zeit;Temperatur [°C];Feuchte [%rH]\n"
    "1;21.11.2026;08:00:00;5,5;40,1\n2;21.11.2026;08:10:00;12,25;41,0\n",
    "\"No.\"\t\"Date/Time\"\t\"Temp\"\n1\t\"11/21/2026 8:00:00 AM\"\t\"5.5 °C\"\n"
    "2\t\"11/21/2026 8:10:00 AM\"\t\"12.25 °C\"\n",
    "Date,Time,Temperature °F\n11/21/2026,8:00 AM,41.9\n11/21/2026,8:10 AM,54.05\n",
    "Unit,Fahrenheit\nDate,Time,Temp\n11/21/2026,08:00,41.9\n11/21/2026,08:10,54.05\n",
    "Time;Temp\r\n2026-11-21T08:00:30;+5,50\r\n2026-11-21T08:10:30;12,25\r\n",
    /* The last reading first. */
    "Date Time,Ch1 °C\n21-Nov-2026 08:10,12.25\n21-Nov-2026 08:00,5.5\n",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GlaLoggerFile) file = read_text (files[i]);

      g_assert_cmpuint (file->points->len, ==, 2);
      assert_point (file, 0, "2026-11-21T08:00", 550, 550);
      assert_point (file, 1, "2026-11-21T08:10", 1225, 1225);
      g_assert_cmpuint (file->problems->len, ==, 0);
      g_assert_true (file->is_order_certain);
    }
}

static void
test_encodings (void)
{
  static const char *const text
    = "Datum;Temperatur °F\n2026-11-21 08:00;41,9\n2026-11-21 08:10;54,05\n";
  static const char *const encodings[] = { "UTF-8", "ISO-8859-1", "UTF-16", "UTF-16LE" };

  for (gsize i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      g_autoptr (GError) error = NULL;
      gsize length;
      g_autofree char *bytes = g_convert (text, -1, encodings[i], "UTF-8", NULL, &length, &error);
      g_autoptr (GlaLoggerFile) file = NULL;

      g_assert_no_error (error);
      file = read_bytes (bytes, (gssize) length, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (file->points->len, ==, 2);
      g_assert_true (file->is_fahrenheit && file->is_unit_named);
      g_assert_cmpint (file->dialect.delimiter, ==, ';');
      g_assert_cmpstr (file->column, ==, "Temperatur °F");
      assert_point (file, 0, "2026-11-21T08:00", 550, 550);
    }
}

/* Day before month or after it: by what fits, and asked if both do. */
static void
test_order (void)
{
  static const struct
  {
    const char *text;
    GlaDayOrder order;
    gboolean is_certain;
    const char *first;
  } cases[] = {
    { "t,°C\n01/11/2026 08:00,5\n02/11/2026 08:00,5\n", GLA_DAY_ORDER_DMY, TRUE,
      "2026-11-01T08:00" },
    { "t,°C\n11/01/2026 08:00,5\n11/02/2026 08:00,5\n", GLA_DAY_ORDER_MDY, TRUE,
      "2026-11-01T08:00" },
    { "t,°C\n10/12/2026 08:00,5\n10/13/2026 08:00,5\n", GLA_DAY_ORDER_MDY, TRUE,
      "2026-10-12T08:00" },
    { "t,°C\n01/11/2026 08:00,5\n01/11/2026 09:00,5\n", GLA_DAY_ORDER_DMY, FALSE,
      "2026-11-01T08:00" },
  };
  g_autoptr (GlaLoggerFile) asked = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GlaLoggerFile) file = read_text (cases[i].text);

      g_assert_cmpint (file->order, ==, cases[i].order);
      g_assert_cmpint (file->is_order_certain, ==, cases[i].is_certain);
      assert_point (file, 0, cases[i].first, 500, 500);
    }
  asked = read_bytes (cases[3].text, -1, &(GlaLoggerOptions) {
    .order = GLA_DAY_ORDER_MDY, .unit = GLA_LOGGER_UNIT_FAHRENHEIT, .now = NOW }, NULL);
  assert_point (asked, 0, "2026-01-11T08:00", -1500, -1500);
}

/* What can't be taken is named with its line; the rest is taken. */
static void
test_problems (void)
{
  g_autoptr (GlaLoggerFile) file = read_text (
    "Time,Temp °C\n2026-11-21 08:00,5.5\n2026-11-21 08:10,6\n2026-11-21 08:20,ERR\n"
    "2026-11-21 08:30,\nno such thing,6\n2026-11-31 08:00,6\n2026-11-21 08:40,600\n"
    "2026-12-21 08:40,6\n2026-11-21 08:50,7\n");
  static const char *const problems[] = {
    "Line 4: “ERR” is no temperature of a fridge.", "Line 5: no temperature.",
    "Line 6: no date and time.", "Line 7: there is no such day.",
    "Line 8: “600” is no temperature of a fridge.", "Line 9: it lies in the future.",
  };

  g_assert_cmpuint (file->points->len, ==, 3);
  g_assert_cmpuint (file->problems->len, ==, G_N_ELEMENTS (problems));
  for (gsize i = 0; i < G_N_ELEMENTS (problems); i++)
    g_assert_cmpstr (file->problems->pdata[i], ==, problems[i]);
}

static void
test_no_log (void)
{
  static const char *const files[] = {
    "Last Name,First Name\nKaya,Mira\n", "", "2026-11-21,5.5\n", "Time,Temp\n",
    "%PDF-1.4\n",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (read_bytes (files[i], -1, NULL, &error));
      g_assert_error (error, GLA_EXCHANGE_ERROR, GLA_EXCHANGE_ERROR_FORMAT);
    }
}

/* The lowest and the highest in columns of their own. */
static void
test_extremes (void)
{
  g_autoptr (GlaLoggerFile) file = read_text (
    "Date,Time,Min Temp °C,Max Temp °C,Max alarm °C\n2026-11-21,08:00,3.1,9.2,25\n"
    "2026-11-22,08:00,2.9,7.8,25\n");

  assert_point (file, 0, "2026-11-21T08:00", 310, 920);
  assert_point (file, 1, "2026-11-22T08:00", 290, 780);
}

static void
assert_reading (GPtrArray  *readings,
                guint       index,
                const char *since,
                const char *moment,
                int         low,
                int         high)
{
  const GlaFridgeReading *reading = readings->pdata[index];

  g_assert_cmpstr (reading->since, ==, since);
  g_assert_cmpstr (reading->moment, ==, moment);
  g_assert_cmpint (reading->low, ==, low);
  g_assert_cmpint (reading->high, ==, high);
  g_assert_cmpstr (reading->fridge, ==, GLA_FRIDGE_FIRST);
}

/* One reading for each hour, and none for the time that the logger did not see. */
static void
test_readings (void)
{
  g_autoptr (GlaLoggerFile) file = read_text (
    "t,°C\n2026-11-21 08:00,5\n2026-11-21 08:20,6\n2026-11-21 08:40,4\n2026-11-21 09:00,9\n"
    "2026-11-21 09:20,5\n2026-11-21 13:00,7\n2026-11-21 13:20,3\n");
  g_autoptr (GPtrArray) readings = gla_logger_file_make_readings (file, GLA_FRIDGE_FIRST);
  const GlaLoggerGap *gap;
  g_autofree char *from = NULL;

  g_assert_cmpuint (file->gaps->len, ==, 1);
  gap = &g_array_index (file->gaps, GlaLoggerGap, 0);
  from = gla_logger_format_minute (gap->from);
  g_assert_cmpstr (from, ==, "2026-11-21T09:20");
  g_assert_cmpint (gap->until - gap->from, ==, 220);
  g_assert_cmpuint (readings->len, ==, 3);
  assert_reading (readings, 0, "2026-11-21T08:00", "2026-11-21T08:40", 400, 600);
  assert_reading (readings, 1, "2026-11-21T08:40", "2026-11-21T09:20", 400, 900);
  assert_reading (readings, 2, "2026-11-21T13:00", "2026-11-21T13:20", 300, 700);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/logger-file/forms", test_forms);
  g_test_add_func ("/exchange/logger-file/encodings", test_encodings);
  g_test_add_func ("/exchange/logger-file/order", test_order);
  g_test_add_func ("/exchange/logger-file/problems", test_problems);
  g_test_add_func ("/exchange/logger-file/no-log", test_no_log);
  g_test_add_func ("/exchange/logger-file/extremes", test_extremes);
  g_test_add_func ("/exchange/logger-file/readings", test_readings);
  return g_test_run ();
}
