/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-drawn.h"
#include "gla-timeline-export.h"
#include "gla-timeline-legend.h"
#include "gla-timeline-lines.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

static char *folder;

static char *
export_story (const char *script,
              int         today,
              const char *name,
              gboolean    table,
              GlaPaper    paper)
{
  g_autoptr (GlaCycles) cycles = gla_drawn_cycles (script, today);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  GlaTimelineSheetOptions options;
  GlaTimelineFormat format;
  g_autoptr (GError) error = NULL;

  gla_timeline_sheet_options_init (&options, cycles->today);
  options.clinic_name = "Praxis am Markt <&>";
  options.table = table;
  options.paper = paper;
  g_assert_true (gla_timeline_format_from_path (path, &format));
  gla_timeline_export (cycles, gla_drawn_catalogue (), &options, format, path, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&path);
}

/* What a program says of a file; NULL, and the test is skipped, where it is not installed. */
static char *
run (const char *program,
     const char *first,
     const char *path,
     const char *last)
{
  const char *argv[] = { program, first, path, last, NULL };
  const char *short_argv[] = { program, path, last, NULL };
  g_autofree char *found = g_find_program_in_path (program);
  g_autoptr (GError) error = NULL;
  char *output = NULL;
  int status;

  if (found == NULL)
    {
      g_autofree char *reason = g_strdup_printf ("%s is not installed", program);

      g_test_skip (reason);
      return NULL;
    }
  g_spawn_sync (NULL, (char **) (first != NULL ? argv : short_argv), NULL, G_SPAWN_SEARCH_PATH,
                NULL, NULL, &output, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, &error));
  return output;
}

static void
assert_contains (const char *text,
                 const char *part)
{
  if (strstr (text, part) == NULL)
    {
      g_test_message ("\"%s\" is missing in:\n%s", part, text);
      g_test_fail ();
    }
}

static void
test_pdf_text (void)
{
  static const char *const parts[] =
  {
    "Mira Kaya", "born 9 Mar 1984", "000184", "Praxis am Markt <&>", "Printed 23 Nov 2026",
    "Page 1 of 1", "Glabella", "Crow's feet", "20 ONA", "24 INCO", "C4102A1", "lot ?",
    "judge from 29 Nov 2026", "Still open", "Forehead, injected 12 Oct 2026",
    "Lot not known: 3 injections", "What the marks mean",
    "Units of different products",
  };
  g_autofree char *path = export_story (gla_drawn_story (), GLA_DRAWN_STORY_TODAY, "story.pdf",
                                        FALSE, GLA_PAPER_A4);
  g_autofree char *text = run ("pdftotext", "-layout", path, "-");

  if (text == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    assert_contains (text, parts[i]);
  for (guint i = 0; i < gla_timeline_legend_get_n (); i++)
    {
      /* Longer ones are broken into lines: their first words. */
      g_autofree char *words = g_strndup (gla_timeline_legend_get_words (i), 14);

      assert_contains (text, words);
    }
}

static void
test_pdf_form (void)
{
  g_autofree char *a4 = export_story (gla_drawn_story (), GLA_DRAWN_STORY_TODAY, "a4.pdf", FALSE,
                                      GLA_PAPER_A4);
  g_autofree char *letter = export_story (gla_drawn_story (), GLA_DRAWN_STORY_TODAY, "letter.pdf",
                                          FALSE, GLA_PAPER_LETTER);
  g_autofree char *about_a4 = run ("pdfinfo", NULL, a4, NULL);
  g_autofree char *about_letter = run ("pdfinfo", NULL, letter, NULL);
  g_autofree char *fonts = run ("pdffonts", NULL, a4, NULL);

  if (about_a4 == NULL || about_letter == NULL || fonts == NULL)
    return;
  assert_contains (about_a4, "Injections and effect: Mira Kaya");
  assert_contains (about_a4, "595.276 x 841.89 pts (A4)");
  assert_contains (about_letter, "612 x 792 pts (letter)");
  /* Embedded, subset, with Unicode: two lines of head, then one a font. */
  for (char **line = g_strsplit (fonts, "\n", -1), **all = line; ; line++)
    {
      if (*line == NULL || (line - all >= 2 && **line == '\0'))
        {
          g_assert_cmpint (line - all, >, 2);
          g_strfreev (all);
          break;
        }
      if (line - all >= 2)
        assert_contains (*line, "yes yes yes");
    }
}

/* The same input gives the same bytes; another day another file. In an SVG the
 * library numbers its surfaces on through the life of the program. */
static void
test_same_bytes (void)
{
  static const char *const endings[] = { "pdf", "png" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *first_name = g_strconcat ("first.", endings[i], NULL);
      g_autofree char *second_name = g_strconcat ("second.", endings[i], NULL);
      g_autofree char *other_name = g_strconcat ("other.", endings[i], NULL);
      g_autofree char *first = export_story (gla_drawn_story (), 1057, first_name, FALSE, 0);
      g_autofree char *second = export_story (gla_drawn_story (), 1057, second_name, FALSE, 0);
      g_autofree char *other = export_story (gla_drawn_story (), 1058, other_name, FALSE, 0);
      g_autofree char *bytes[3] = { NULL, NULL, NULL };
      gsize lengths[3];

      g_assert_true (g_file_get_contents (first, &bytes[0], &lengths[0], NULL));
      g_assert_true (g_file_get_contents (second, &bytes[1], &lengths[1], NULL));
      g_assert_true (g_file_get_contents (other, &bytes[2], &lengths[2], NULL));
      g_assert_cmpmem (bytes[0], lengths[0], bytes[1], lengths[1]);
      g_assert_false (lengths[0] == lengths[2] && memcmp (bytes[0], bytes[2], lengths[0]) == 0);
      for (guint j = 1; j < 3; j++)
        g_clear_pointer (&bytes[j], g_free);
    }
}

/* Forty years: pages with every year, nothing below the live area. */
static void
test_forty_years (void)
{
  int today;
  g_autofree char *script = gla_drawn_long_script (360, &today);
  g_autoptr (GlaCycles) cycles = gla_drawn_cycles (script, today);
  GlaTimelineSheetOptions options;
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  guint n_pages;

  gla_timeline_sheet_options_init (&options, cycles->today);
  for (guint table = 0; table < 2; table++)
    {
      g_autoptr (GlaTimelineSheet) sheet = NULL;

      options.table = table;
      sheet = gla_timeline_sheet_new (cycles, gla_drawn_catalogue (), &options, GLA_SHEET_HEIGHT);
      n_pages = gla_timeline_sheet_get_n_pages (sheet);
      g_assert_cmpuint (n_pages, >=, 8);
      g_assert_cmpuint (n_pages, <=, table != 0 ? 20 : 12);
      for (guint page = 0; page < n_pages; page++)
        {
          cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA,
                                                                     NULL);
          cairo_t *cr = cairo_create (surface);
          double x, y, width, height;

          gla_timeline_sheet_draw (sheet, cr, page);
          cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
          g_assert_cmpfloat (x, >=, -3);
          g_assert_cmpfloat (y, >=, -1);
          g_assert_cmpfloat (x + width, <=, GLA_SHEET_WIDTH + 6);
          g_assert_cmpfloat (y + height, <=, GLA_SHEET_HEIGHT + 1);
          cairo_destroy (cr);
          cairo_surface_destroy (surface);
        }
    }

  path = export_story (script, today, "forty.pdf", FALSE, GLA_PAPER_A4);
  text = run ("pdftotext", "-layout", path, "-");
  for (int year = 2024; text != NULL && year <= 2063; year++)
    {
      g_autofree char *label = g_strdup_printf ("Jan %d", year);

      assert_contains (text, label);
    }
}

/* Years in which nothing happened are one line, not empty pages. */
static void
test_silence (void)
{
  g_autofree char *path = export_story ("t 0 a GLAB ona 20;t 9000 b GLAB ona 20", 9050,
                                        "silence.pdf", FALSE, GLA_PAPER_A4);
  g_autofree char *text = run ("pdftotext", "-layout", path, "-");

  if (text == NULL)
    return;
  assert_contains (text, "2025 to 2046: nothing recorded");
  assert_contains (text, "Page 1 of 1");
}

/* More areas than a page holds are split between areas. */
static void
test_many_areas (void)
{
  static const char *const areas[] = { "FRON", "GLAB", "LCL", "NASAL", "BROW", "INFRA", "GUMMY",
                                       "PERIORAL", "DAO", "MENT", "MASS", "PLATB" };
  g_autoptr (GString) script = g_string_new (NULL);
  g_autoptr (GlaCycles) cycles = NULL;
  g_autoptr (GlaTimelineSheet) sheet = NULL;
  GlaTimelineSheetOptions options;

  for (guint i = 0; i < G_N_ELEMENTS (areas); i++)
    g_string_append_printf (script, "t %u t%u %s ona 10\ng %u %s 2\n", i * 20, i, areas[i],
                            i * 20 + 14, areas[i]);
  cycles = gla_drawn_cycles (script->str, 300);
  gla_timeline_sheet_options_init (&options, cycles->today);
  sheet = gla_timeline_sheet_new (cycles, gla_drawn_catalogue (), &options, GLA_SHEET_HEIGHT);
  g_assert_cmpuint (gla_timeline_sheet_get_n_pages (sheet), >=, 2);
}

static void
test_table (void)
{
  g_autofree char *path = export_story (gla_drawn_story (), GLA_DRAWN_STORY_TODAY, "table.pdf",
                                        TRUE, GLA_PAPER_LETTER);
  g_autofree char *text = run ("pdftotext", "-layout", path, "-");
  g_autoptr (GlaTimelineModel) model = gla_drawn_model (gla_drawn_story (), GLA_DRAWN_STORY_TODAY);
  g_autoptr (GPtrArray) lines = gla_timeline_lines_new (model);
  const GlaTimelineLine *line;

  /* One treatment elsewhere and all cycles, by day. */
  g_assert_cmpuint (lines->len, ==, model->cycles->cycles->len + 1);
  for (guint i = 1; i < lines->len; i++)
    g_assert_cmpint (((GlaTimelineLine *) lines->pdata[i - 1])->day, <=,
                     ((GlaTimelineLine *) lines->pdata[i])->day);
  line = g_ptr_array_index (lines, 2);
  g_assert_cmpstr (line->cells[GLA_TIMELINE_COLUMN_DATE], ==, "15 Jan 2025");
  g_assert_cmpstr (line->cells[GLA_TIMELINE_COLUMN_AREA], ==, "Glabella");
  g_assert_cmpstr (line->cells[GLA_TIMELINE_COLUMN_LOT], ==, "C4102A1");
  g_assert_cmpstr (line->cells[GLA_TIMELINE_COLUMN_UNITS], ==, "20");
  g_assert_cmpstr (line->cells[GLA_TIMELINE_COLUMN_SEEN], ==, "day 14 to 112");
  g_assert_cmpstr (line->cells[GLA_TIMELINE_COLUMN_GONE], ==, "day 133");

  for (guint i = 0; text != NULL && i < lines->len; i++)
    assert_contains (text, ((GlaTimelineLine *) lines->pdata[i])->cells[GLA_TIMELINE_COLUMN_DATE]);
}

/* An effect that was cut short by the next treatment does not run on. */
static void
test_gone (void)
{
  g_autoptr (GlaTimelineModel) model =
    gla_drawn_model ("t 0 a GLAB ona 20;g 0 GLAB 3;g 80 GLAB 1;t 80 b GLAB ona 20;g 100 GLAB 0", 120);
  g_autoptr (GPtrArray) lines = gla_timeline_lines_new (model);

  g_assert_cmpuint (lines->len, ==, 2);
  g_assert_cmpstr (((GlaTimelineLine *) lines->pdata[0])->cells[GLA_TIMELINE_COLUMN_GONE], ==,
                   "not seen");
  g_assert_cmpstr (((GlaTimelineLine *) lines->pdata[1])->cells[GLA_TIMELINE_COLUMN_GONE], ==,
                   "not yet");
}

/* Sides that differ, and how the result was judged as a whole, stand with the grades. */
static void
test_sides_and_ratings (void)
{
  g_autoptr (GlaCycles) cycles =
    gla_drawn_cycles ("t 0 a GLAB ona 20;g 0 GLAB 3;g 16 GLAB 1 side=left;g 16 GLAB 2 side=right;"
                      "r 16 gais 1 very_much_improved by=patient",
                      40);
  g_autoptr (GlaTimelineModel) model = gla_timeline_model_new (cycles, gla_drawn_catalogue ());
  g_autoptr (GPtrArray) lines = gla_timeline_lines_new (model);

  g_assert_cmpuint (lines->len, ==, 1);
  g_assert_cmpstr (((GlaTimelineLine *) lines->pdata[0])->cells[GLA_TIMELINE_COLUMN_GRADES], ==,
                   "3 before, 1 left on day 16, 2 right on day 16, "
                   "Improvement (GAIS), by the patient: 1 very much improved on day 16");
}

static void
test_svg (void)
{
  g_autofree char *path = export_story (gla_drawn_story (), GLA_DRAWN_STORY_TODAY, "story.svg",
                                        FALSE, GLA_PAPER_A4);
  g_autofree char *svg = NULL;
  g_autofree char *output = run ("xmllint", "--noout", path, NULL);

  g_assert_true (g_file_get_contents (path, &svg, NULL, NULL));
  assert_contains (svg, "<svg");
  /* Patterns are lines: no picture inside. */
  g_assert_null (strstr (svg, "<image"));
}

static void
test_png (void)
{
  g_autofree char *path = export_story (gla_drawn_story (), GLA_DRAWN_STORY_TODAY, "story.png",
                                        FALSE, GLA_PAPER_A4);
  cairo_surface_t *surface = cairo_image_surface_create_from_png (path);
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  const unsigned char *pixels = cairo_image_surface_get_data (surface);
  guint seen = 0, ink = 0;

  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (width, ==, (int) ceil ((GLA_SHEET_WIDTH + 48) * 2));
  for (int y = 0; y < height; y++)
    {
      const guint32 *row = (const guint32 *) (const void *)
                           (pixels + (gsize) y * cairo_image_surface_get_stride (surface));

      for (int x = 0; x < width; x++)
        {
          seen += (row[x] & 0xffffff) == 0x0a5f5b;
          ink += (row[x] & 0xffffff) != 0xffffff;
        }
    }
  /* Bars of what was seen, and a page that is neither empty nor full. */
  g_assert_cmpuint (seen, >, 8000);
  g_assert_cmpuint (ink, >, 30000);
  g_assert_cmpuint (ink, <, (guint) (width * height / 3));
  cairo_surface_destroy (surface);
}

static void
test_errors (void)
{
  g_autoptr (GlaCycles) cycles = gla_drawn_cycles ("", 10);
  GlaTimelineSheetOptions options;
  GlaTimelineFormat format;
  g_autoptr (GError) error = NULL;

  gla_timeline_sheet_options_init (&options, cycles->today);
  g_assert_false (gla_timeline_export (cycles, gla_drawn_catalogue (), &options,
                                       GLA_TIMELINE_FORMAT_PDF, "/nowhere/at/all.pdf", &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_assert_false (gla_timeline_format_from_path ("timeline.doc", &format));
  g_assert_true (gla_timeline_format_from_path ("TIMELINE.PDF", &format));
  g_assert_cmpint (format, ==, GLA_TIMELINE_FORMAT_PDF);
}

/* A patient without treatments has a sheet that says so. */
static void
test_empty (void)
{
  g_autofree char *path = export_story ("", 10, "empty.pdf", FALSE, GLA_PAPER_A4);
  g_autofree char *text = run ("pdftotext", "-layout", path, "-");

  if (text != NULL)
    assert_contains (text, "No treatment is recorded.");
}

static void
remove_folder (void)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (folder);
  g_free (folder);
}

int
main (int    argc,
      char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("glabella-sheet-XXXXXX", NULL);
  g_test_add_func ("/timeline-sheet/pdf/text", test_pdf_text);
  g_test_add_func ("/timeline-sheet/pdf/form", test_pdf_form);
  g_test_add_func ("/timeline-sheet/same-bytes", test_same_bytes);
  g_test_add_func ("/timeline-sheet/forty-years", test_forty_years);
  g_test_add_func ("/timeline-sheet/silence", test_silence);
  g_test_add_func ("/timeline-sheet/many-areas", test_many_areas);
  g_test_add_func ("/timeline-sheet/table", test_table);
  g_test_add_func ("/timeline-sheet/sides-and-ratings", test_sides_and_ratings);
  g_test_add_func ("/timeline-sheet/gone", test_gone);
  g_test_add_func ("/timeline-sheet/svg", test_svg);
  g_test_add_func ("/timeline-sheet/png", test_png);
  g_test_add_func ("/timeline-sheet/errors", test_errors);
  g_test_add_func ("/timeline-sheet/empty", test_empty);
  result = g_test_run ();
  remove_folder ();
  return result;
}
