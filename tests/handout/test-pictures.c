/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Every sheet looks as it did when somebody last looked at it: its pages against small
 * pictures in pictures/. After a change that is meant, look at the pages, then run
 * tests/handout/renew-pictures.
 */

#include "config.h"

#include "gla-sheet.h"

#include "gla-handout-call.h"
#include "gla-page-picture.h"

#include <string.h>

#define RECORD \
  "t 0 a GLAB ona 20 lot=C4102A1;g 0 GLAB 3 rest=2;g 16 GLAB 1;g 84 GLAB 2;g 112 GLAB 3;" \
  "t 120 b GLAB ona 20 lot=C4102B7 map=front:500,446,400:438,408,400:562,408,400:398,376,400:" \
  "602,376,400;t 120 b MASS abo-p 50 lot=A77 side=left;g 120 GLAB 3;x 60 MASS - -;" \
  "e 125 GLAB drooping"
#define TODAY 126

static const GlaCasePlay play = {
  "examined", "t 0 a GLAB ona 20 lot=C4102A1;g 0 GLAB 3 rest=2;g 20 GLAB 3", NULL, 20,
  "S0=none S1=little S1a=none", "S0 S1 S1a S2 S3 S4 S5* S6 A", "",
};

typedef struct
{
  const char *key;
  const char *variant;
  GlaHandoutOptions options;
} Picture;

/* Beside those of every sheet on A4. */
static const Picture more[] = {
  { "aftercare", "large", { .paper = GLA_PAPER_A4, .large = TRUE } },
  { "not-working", "large", { .paper = GLA_PAPER_A4, .large = TRUE } },
  { "aftercare", "letter", { .paper = GLA_PAPER_LETTER, .blank_head = TRUE } },
  { "dossier", "letter", { .paper = GLA_PAPER_LETTER } },
  { "not-yet", "ar", { .paper = GLA_PAPER_A4, .language = "ar" } },
};

static GlaPages *
make_calls (const GlaHandoutOptions *options)
{
  g_autoptr (GPtrArray) calls = gla_handout_call_list_new ();

  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *name = g_strdup_printf ("Kaya %u, Mira", i);

      gla_handout_call_list_add (calls, name, "000184", i % 3 == 0 ? NULL : "044 555 01 00",
                                 i % 2 == 0, "Review due\nTreated 16 days ago");
    }
  return gla_sheet_of_calls (calls, "Whom to call on Monday.", options);
}

static GlaPages *
make_pages (const char              *key,
            const GlaHandoutOptions *options)
{
  const GlaPatient patient = { .number = "000184", .given_name = "Mira", .family_name = "Kaya",
                               .birth_day = gla_day_new (1987, 1, 17), .phone = "044 555 01 84" };

  if (g_str_equal (key, "call-list"))
    return make_calls (options);
  if (g_str_equal (key, "lot-letter"))
    return gla_sheet_of_lot (RECORD, "C4102B7", 120, options);
  if (g_str_equal (key, "dossier") || g_str_equal (key, "not-working"))
    return gla_sheet_of_play (key, &play, options);
  return gla_sheet_of_script (key, &patient, RECORD, TODAY, options);
}

static gboolean
is_renewing (void)
{
  return g_strcmp0 (g_getenv ("GLA_PICTURES"), "renew") == 0;
}

static char *
dup_path (const char *key,
          const char *variant,
          guint       page)
{
  g_autofree char *name = g_strdup_printf ("%s-%s-%u.png", key, variant, page + 1);

  return g_test_build_filename (G_TEST_DIST, "handout", "pictures", name, NULL);
}

/* What does not look as before is left beside the program, to be looked at. */
static void
check_page (const char *what,
            const char *path,
            GlaPages   *pages,
            guint       page)
{
  cairo_surface_t *now = gla_page_picture_new (pages, page, 0, CAIRO_ANTIALIAS_DEFAULT);
  cairo_surface_t *before = gla_page_picture_read (path);
  double distance = before != NULL ? gla_page_picture_compare (now, before) : 255;

  if (distance > GLA_PAGE_PICTURE_TOLERANCE)
    {
      g_autofree char *base = g_path_get_basename (path);
      g_autofree char *seen = g_test_build_filename (G_TEST_BUILT, base, NULL);

      cairo_surface_write_to_png (now, seen);
      g_test_message ("%s, page %u: %s by %.1f; now it is %s", what, page + 1,
                      before != NULL ? "differs" : "is new", distance, seen);
      g_test_fail ();
    }
  g_clear_pointer (&before, cairo_surface_destroy);
  cairo_surface_destroy (now);
}

static void
check_sheet (const char              *key,
             const char              *variant,
             const GlaHandoutOptions *options)
{
  g_autoptr (GlaPages) pages = make_pages (key, options);
  g_autofree char *what = g_strdup_printf ("%s, %s", key, variant);
  g_autofree char *beyond = dup_path (key, variant, gla_pages_get_n_pages (pages));

  if (options->language != NULL)
    g_assert_cmpstr (gla_pages_get_language (pages), ==, options->language);
  for (guint page = 0; page < gla_pages_get_n_pages (pages); page++)
    {
      g_autofree char *path = dup_path (key, variant, page);

      if (is_renewing ())
        {
          cairo_surface_t *now = gla_page_picture_new (pages, page, 0, CAIRO_ANTIALIAS_DEFAULT);

          g_assert_cmpint (cairo_surface_write_to_png (now, path), ==, CAIRO_STATUS_SUCCESS);
          cairo_surface_destroy (now);
          continue;
        }
      check_page (what, path, pages, page);
    }
  if (!is_renewing () && g_file_test (beyond, G_FILE_TEST_EXISTS))
    {
      g_test_message ("%s had more pages than %u", what, gla_pages_get_n_pages (pages));
      g_test_fail ();
    }
}

/* Pictures hold for the letters that app/packages installs; with others they say nothing. */
static char *
dup_letters (void)
{
  static const char *const samples[] = { "Hamburgefonstiv 0123", "علامات مهمة" };
  g_autoptr (GString) text = g_string_new (NULL);
  PangoContext *context =
    pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoFontDescription *font = pango_font_description_from_string ("Cantarell, Noto Sans, Sans 40");

  pango_cairo_context_set_resolution (context, 72);
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (PangoLayout) layout = pango_layout_new (context);
      int width, height;

      pango_layout_set_font_description (layout, font);
      pango_layout_set_text (layout, samples[i], -1);
      pango_layout_get_size (layout, &width, &height);
      g_string_append_printf (text, "%d %d\n", pango_units_to_double (width) > 0 ? width / 256 : 0,
                              height / 256);
    }
  pango_font_description_free (font);
  g_object_unref (context);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
has_other_letters (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "handout", "pictures", "letters",
                                                 NULL);
  g_autofree char *now = dup_letters ();
  g_autofree char *before = NULL;

  if (is_renewing ())
    {
      g_assert_true (g_file_set_contents (path, now, -1, NULL));
      return FALSE;
    }
  g_file_get_contents (path, &before, NULL, NULL);
  if (g_strcmp0 (now, before) == 0)
    return FALSE;
  g_test_skip ("other letters are installed than those the pictures were drawn with");
  return TRUE;
}

static void
test_sheets (void)
{
  const char *const *keys = gla_handout_list_builtin ();
  const GlaHandoutOptions a4 = { .paper = GLA_PAPER_A4 };

  if (has_other_letters ())
    return;
  for (guint i = 0; keys[i] != NULL; i++)
    check_sheet (keys[i], "a4", &a4);
  for (gsize i = 0; i < G_N_ELEMENTS (more); i++)
    check_sheet (more[i].key, more[i].variant, &more[i].options);
}

/* The built-in sheet without one of its lines. */
static GlaPages *
make_without (const char *line)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *path =
    g_test_build_filename (G_TEST_DIST, "..", "data", "handouts", "not-yet.xml", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GString) changed = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  changed = g_string_new (text);
  if (line != NULL)
    g_assert_cmpuint (g_string_replace (changed, line, "", 1), ==, 1);
  bytes = g_bytes_new (changed->str, changed->len);
  return gla_sheet_of_text (bytes, RECORD, TODAY, &(GlaHandoutOptions) { .paper = GLA_PAPER_A4 });
}

/* A line that is gone or a page that moved by 2 mm is seen; how edges are drawn is not. */
static void
test_distance (void)
{
  static const char *const lines[] = {
    "  <heading>Did you do something wrong?</heading>\n",
    "<cell field=\"review-day\">Your check-up</cell>",
  };
  g_autoptr (GlaPages) whole = make_without (NULL);
  cairo_surface_t *picture = gla_page_picture_new (whole, 0, 0, CAIRO_ANTIALIAS_DEFAULT);
  const struct
  {
    double shift;
    cairo_antialias_t antialias;
    gboolean seen;
  } cases[] = {
    { 0, CAIRO_ANTIALIAS_DEFAULT, FALSE },
    { 0, CAIRO_ANTIALIAS_NONE, FALSE },
    { 0, CAIRO_ANTIALIAS_BEST, FALSE },
    { 0.15, CAIRO_ANTIALIAS_DEFAULT, FALSE },
    { 5.7, CAIRO_ANTIALIAS_DEFAULT, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      cairo_surface_t *other =
        gla_page_picture_new (whole, 0, cases[i].shift, cases[i].antialias);
      double distance = gla_page_picture_compare (picture, other);

      g_test_message ("shift %.2f, edges %d: %.1f", cases[i].shift, (int) cases[i].antialias,
                      distance);
      g_assert_true ((distance > GLA_PAGE_PICTURE_TOLERANCE) == cases[i].seen);
      cairo_surface_destroy (other);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (GlaPages) less = make_without (lines[i]);
      cairo_surface_t *other = gla_page_picture_new (less, 0, 0, CAIRO_ANTIALIAS_DEFAULT);
      double distance = gla_page_picture_compare (picture, other);

      g_test_message ("without %s: %.1f", lines[i], distance);
      g_assert_cmpfloat (distance, >, GLA_PAGE_PICTURE_TOLERANCE);
      cairo_surface_destroy (other);
    }
  cairo_surface_destroy (picture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gla_sheet_begin ();
  g_test_add_func ("/handout/pictures/distance", test_distance);
  g_test_add_func ("/handout/pictures/sheets", test_sheets);
  return gla_sheet_end (g_test_run ());
}
