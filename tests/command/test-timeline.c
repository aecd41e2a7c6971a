/* SPDX-License-Identifier: GPL-3.0-or-later */

/* glabella timeline: each file it writes, read back. */

#include "config.h"

#include "gla-test-program.h"

#include <cairo.h>
#include <libxml/parser.h>
#include <stdlib.h>
#include <string.h>

#define CALL "timeline 000003 --today 2026-06-30 --clinic clinic.glabella"

static char *
make_clinic (void)
{
  char *folder = gla_test_dup_folder ();

  g_free (gla_test_succeed (folder, "demo clinic.glabella --patients 5 --until 2026-06-30"));
  return folder;
}

/* Writes the timeline as @name, with @options, and gives the path of the file. */
static char *
write_timeline (const char *folder,
                const char *name,
                const char *options)
{
  g_autofree char *call = g_strdup_printf (CALL " --output %s %s", name, options);
  g_autofree char *output = gla_test_succeed (folder, call);

  g_assert_cmpstr (output, ==, "");
  return g_build_filename (folder, name, NULL);
}

static GBytes *
read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *bytes;
  gsize length;

  g_file_get_contents (path, &bytes, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (bytes, length);
}

/* How many different colours there are in a picture, at most @most. */
static guint
count_colours (cairo_surface_t *picture,
               guint            most)
{
  g_autoptr (GHashTable) colours = g_hash_table_new (NULL, NULL);
  const guchar *data = cairo_image_surface_get_data (picture);
  int stride = cairo_image_surface_get_stride (picture);

  for (int y = 0; y < cairo_image_surface_get_height (picture); y++)
    for (int x = 0; x < cairo_image_surface_get_width (picture); x++)
      {
        guint32 pixel;

        memcpy (&pixel, data + (gsize) y * stride + (gsize) x * 4, 4);
        g_hash_table_add (colours, GUINT_TO_POINTER (pixel));
        if (g_hash_table_size (colours) >= most)
          return most;
      }
  return g_hash_table_size (colours);
}

static void
test_png (void)
{
  static const char *const options[] = { "", "--table" };
  g_autofree char *folder = make_clinic ();

  for (gsize i = 0; i < G_N_ELEMENTS (options); i++)
    {
      g_autofree char *path = write_timeline (folder, "x.png", options[i]);
      cairo_surface_t *picture = cairo_image_surface_create_from_png (path);

      g_assert_cmpint (cairo_surface_status (picture), ==, CAIRO_STATUS_SUCCESS);
      g_assert_cmpint (cairo_image_surface_get_width (picture), >=, 600);
      g_assert_cmpint (cairo_image_surface_get_height (picture), >=, 200);
      /* Text alone has more shades than this; an empty sheet has one. */
      g_assert_cmpuint (count_colours (picture, 12), ==, 12);
      cairo_surface_destroy (picture);
    }
  gla_test_drop_folder (folder);
}

static void
test_svg (void)
{
  g_autofree char *folder = make_clinic ();
  g_autofree char *path = write_timeline (folder, "x.SVG", "");
  xmlDoc *document = xmlReadFile (path, NULL, XML_PARSE_NONET);
  xmlNode *root;

  g_assert_nonnull (document);
  root = xmlDocGetRootElement (document);
  g_assert_cmpstr ((const char *) root->name, ==, "svg");
  g_assert_nonnull (xmlHasProp (root, BAD_CAST "width"));
  g_assert_cmpuint (xmlChildElementCount (root), >=, 1);
  xmlFreeDoc (document);
  xmlCleanupParser ();
  gla_test_drop_folder (folder);
}

/* The text of a PDF, by another program. */
static char *
read_pdf (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process
    = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "pdftotext", "-layout", path, "-",
                        NULL);
  char *text = NULL;

  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));
  return text;
}

/* The sheet names the patient, the clinic and every date on which was injected. */
static void
test_pdf (void)
{
  static const char *const options[] = { "", "--table", "--paper letter", "--paper A4 --table" };
  g_autofree char *folder = make_clinic ();
  g_autofree char *patient = gla_test_succeed (folder, "patients --search 000003 "
                                                       "--clinic clinic.glabella");
  g_auto (GStrv) cells = g_strsplit_set (patient, "\t\n", -1);
  g_auto (GStrv) names = g_strsplit (cells[5], ", ", -1);
  g_autofree char *pdftotext = g_find_program_in_path ("pdftotext");

  for (gsize i = 0; i < G_N_ELEMENTS (options); i++)
    {
      g_autofree char *path = write_timeline (folder, "x.pdf", options[i]);
      g_autoptr (GBytes) bytes = read_file (path);
      g_autofree char *text = NULL;

      g_assert_cmpuint (g_bytes_get_size (bytes), >, 2000);
      g_assert_true (memcmp (g_bytes_get_data (bytes, NULL), "%PDF-1.", 7) == 0);
      if (pdftotext == NULL)
        continue;
      text = read_pdf (path);
      g_assert_nonnull (strstr (text, names[0]));
      g_assert_nonnull (strstr (text, names[1]));
      g_assert_nonnull (strstr (text, "000003"));
      g_assert_nonnull (strstr (text, "Sample Clinic"));
    }
  if (pdftotext == NULL)
    g_test_skip ("pdftotext is not installed; only the start of the files was looked at");
  gla_test_drop_folder (folder);
}

/* The same record gives the same bytes, over an older file too. */
static void
test_same_bytes (void)
{
  static const char *const names[] = { "x.png", "x.svg", "x.pdf" };
  g_autofree char *folder = make_clinic ();

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = write_timeline (folder, names[i], "");
      g_autoptr (GBytes) first = read_file (path);
      g_autofree char *again = write_timeline (folder, names[i], "");
      g_autoptr (GBytes) second = read_file (again);
      g_autofree char *table = write_timeline (folder, names[i], "--table");
      g_autoptr (GBytes) third = read_file (table);

      g_assert_true (g_bytes_equal (first, second));
      g_assert_false (g_bytes_equal (first, third));
    }
  gla_test_drop_folder (folder);
}

/* A folder in the way: nothing is written, nothing is left behind. */
static void
test_in_the_way (void)
{
  g_autofree char *folder = make_clinic ();
  g_autofree char *path = g_build_filename (folder, "x.pdf", NULL);

  g_assert_cmpint (g_mkdir_with_parents (path, 0700), ==, 0);
  gla_test_fail (folder, CALL " --output x.pdf", 1, "x.pdf");
  gla_test_fail (folder, CALL " --output /proc/x.pdf", 1, "x.pdf");
  gla_test_fail (folder, CALL " --output /dev/full/x.png", 1, "x.png");
  gla_test_drop_folder (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/command/timeline/png", test_png);
  g_test_add_func ("/command/timeline/svg", test_svg);
  g_test_add_func ("/command/timeline/pdf", test_pdf);
  g_test_add_func ("/command/timeline/same-bytes", test_same_bytes);
  g_test_add_func ("/command/timeline/in-the-way", test_in_the_way);

  return g_test_run ();
}
