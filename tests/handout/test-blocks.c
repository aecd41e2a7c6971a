/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Codes for a telephone, pictures of injections and the logo, seen on the page. */

#include "config.h"

#include "gla-handout-qr.h"
#include "gla-pdf.h"
#include "gla-sheet.h"

#include <math.h>
#include <qrencode.h>
#include <string.h>

#define SCALE 4   /* pixels a point */
#define MM (72 / 25.4)
#define MAPPED "t 0 a GLAB ona 20 lot=C4102A1 map=front:500,446,400:438,408,400:562,408,400;" \
               "t 0 a MASS abo-p 50 side=left;g 0 GLAB 3"

static const GlaHandoutOptions a4 = { .paper = GLA_PAPER_A4 };
static const GlaHandoutOptions arabic = { .paper = GLA_PAPER_A4, .language = "ar" };

static void
test_links (void)
{
  static const struct
  {
    const char *field;
    const char *value;
    const char *link;
  } cases[] = {
    { "clinic-web", "praxis.example", "https://praxis.example" },
    { "clinic-web", " praxis.example/book \n", "https://praxis.example/book" },
    { "clinic-web", "http://praxis.example", "http://praxis.example" },
    { "clinic-web", "no address", NULL },
    { "clinic-web", "", NULL },
    { "clinic-web", NULL, NULL },
    { "clinic-phone", "044 000 00 00", "tel:0440000000" },
    { "clinic-phone", "044\u00a0000\u00a000\u00a000", "tel:0440000000" },
    { "clinic-phone", "+41 (0)44-000.00.00", "tel:+41440000000" },
    { "clinic-phone", "(044) 000 00 00, at night 144", "tel:0440000000" },
    { "clinic-phone", "Call 044 000 00 00", "tel:0440000000" },
    { "clinic-phone", "12", NULL },
    { "clinic-phone", "ask", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *link = gla_handout_dup_link (cases[i].field, cases[i].value);

      g_assert_cmpstr (link, ==, cases[i].link);
    }
}

/* The first page as grey pixels, SCALE of them a point; free with cairo_surface_destroy(). */
static cairo_surface_t *
draw (GlaPages *pages,
      guint     page)
{
  double width, height;
  cairo_surface_t *surface;
  cairo_t *cr;

  gla_pages_get_paper_size (pages, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) width * SCALE,
                                        (int) height * SCALE);
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, SCALE, SCALE);
  gla_pages_draw (pages, cr, page);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* 0 black, 255 white; outside: white */
static int
get_grey (cairo_surface_t *surface,
          double           x,
          double           y)
{
  int column = (int) floor (x * SCALE), row = (int) floor (y * SCALE);
  const guint32 *line;

  if (column < 0 || row < 0 || column >= cairo_image_surface_get_width (surface) ||
      row >= cairo_image_surface_get_height (surface))
    return 255;
  line = (const guint32 *) (gconstpointer) (cairo_image_surface_get_data (surface) +
                                            row * cairo_image_surface_get_stride (surface));
  return (int) ((line[column] >> 8) & 0xff);
}

/* Whether all modules of @code stand there, with nothing in the four around it. */
static gboolean
has_code (cairo_surface_t *surface,
          const QRcode    *code,
          double           x,
          double           y)
{
  double module = 24 * MM / (code->width + 8);

  for (int row = -4; row < code->width + 4; row++)
    for (int column = -4; column < code->width + 4; column++)
      {
        gboolean inside = row >= 0 && column >= 0 && row < code->width && column < code->width;
        gboolean dark = inside && (code->data[row * code->width + column] & 1) != 0;
        int grey = get_grey (surface, x + (column + 4.5) * module, y + (row + 4.5) * module);

        if (dark ? grey > 60 : grey < 200)
          return FALSE;
      }
  return TRUE;
}

/* How many codes for @link are on a page, at the left or right edge of the text. */
static guint
count_codes (GlaPages   *pages,
             guint       page,
             const char *link,
             gboolean    at_right)
{
  cairo_surface_t *surface = draw (pages, page);
  QRcode *code = QRcode_encodeString8bit (link, 0, QR_ECLEVEL_M);
  double x, y, width, height;
  guint n = 0;

  gla_pages_get_live_area (pages, &x, &y, &width, &height);
  if (at_right)
    x += width - 24 * MM;
  for (double at = y; at < y + height; at += 0.25)
    if (has_code (surface, code, x, at))
      {
        n++;
        at += 24 * MM;
      }
  QRcode_free (code);
  cairo_surface_destroy (surface);
  return n;
}

static void
test_qr (void)
{
  const GlaLetterhead with = { .name = "Praxis", .phone = "044 000 00 00",
                               .web = "praxis.example/book" };
  const GlaLetterhead without = { .name = "Praxis", .phone = "044 000 00 00" };
  g_autoptr (GlaPages) pages = NULL;
  g_autoptr (GlaPages) right = NULL;
  g_autoptr (GlaPages) none = NULL;
  g_autofree char *text = NULL;
  guint last;

  gla_sheet_set_letterhead (&with);
  pages = gla_sheet_of_script ("aftercare", NULL, MAPPED, 5, &a4);
  right = gla_sheet_of_script ("not-yet", NULL, MAPPED, 5, &arabic);
  last = gla_pages_get_n_pages (pages) - 1;
  g_assert_cmpuint (count_codes (pages, last, "https://praxis.example/book", FALSE), ==, 1);
  g_assert_cmpuint (count_codes (pages, last, "https://praxis.example/other", FALSE), ==, 0);
  g_assert_cmpuint (count_codes (right, gla_pages_get_n_pages (right) - 1,
                                 "https://praxis.example/book",
                                 g_str_equal (gla_pages_get_language (right), "ar")), ==, 1);
  gla_sheet_assert_inside (pages, "code");
  text = gla_sheet_read (pages, "pdftotext");
  if (text != NULL)
    g_assert_nonnull (strstr (text, "praxis.example/book"));
  gla_sheet_set_letterhead (&without);
  none = gla_sheet_of_script ("aftercare", NULL, MAPPED, 5, &a4);
  g_assert_cmpuint (count_codes (none, gla_pages_get_n_pages (none) - 1,
                                 "https://praxis.example/book", FALSE), ==, 0);
  gla_sheet_set_letterhead (NULL);
}

/* What is too long to be read from paper is left out, and not drawn too small. */
static void
test_qr_long (void)
{
  g_autoptr (GPtrArray) blocks = gla_block_list_new ();
  g_autofree char *path = g_strnfill (400, 'x');
  g_autofree char *link = g_strconcat ("https://", path, NULL);

  gla_handout_add_qr (blocks, link, path, NULL);
  g_assert_cmpuint (blocks->len, ==, 0);
  gla_handout_add_qr (blocks, "https://a.example", "a.example", "Book here");
  g_assert_cmpuint (blocks->len, ==, 1);
}

/* Points and areas without points, on the pictures that show them; numbers are those of the record. */
static void
test_map (void)
{
  static const char *const words[] = { "What you had", "Glabella", "What is normal", NULL };
  static const char *const shown[] = { "\n4\n", "50 U" };
  g_autoptr (GlaPages) pages = gla_sheet_of_script ("aftercare", NULL, MAPPED, 5, &a4);
  g_autoptr (GlaPages) plain =
    gla_sheet_of_script ("aftercare", NULL, "t 0 a UNKNOWN ona 20", 5, &a4);
  g_autofree char *text = gla_sheet_read (pages, "pdftotext");
  g_autofree char *less = gla_sheet_read (plain, "pdftotext");

  gla_sheet_assert_inside (pages, "map");
  if (text == NULL || less == NULL)
    return;
  gla_sheet_assert_order (text, words);
  for (gsize i = 0; i < G_N_ELEMENTS (shown); i++)
    if (strstr (text, shown[i]) == NULL)
      g_error ("“%s” is not in %s", shown[i], text);
  g_assert_null (strstr (less, "20 U"));
}

static gboolean
is_green (cairo_surface_t *surface,
          double           x,
          double           y)
{
  const guint32 *line = (const guint32 *) (gconstpointer) (
    cairo_image_surface_get_data (surface) +
    (int) (y * SCALE) * cairo_image_surface_get_stride (surface));
  guint32 pixel = line[(int) (x * SCALE)];

  return ((pixel >> 8) & 0xff) > ((pixel >> 16) & 0xff) + 40;
}

static cairo_status_t
append_cb (void                *data,
           const unsigned char *bytes,
           unsigned int         length)
{
  g_byte_array_append (data, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

/* (transfer full): a green PNG */
static GBytes *
make_png (int width,
          int height)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 0, 0.8, 0);
  cairo_paint (cr);
  cairo_surface_write_to_png_stream (surface, append_cb, bytes);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

static void
test_logo (void)
{
  g_autoptr (GBytes) wide = make_png (400, 100);
  g_autoptr (GBytes) tall = make_png (100, 400);
  g_autoptr (GBytes) broken = g_bytes_new_from_bytes (wide, 0, 60);
  const GlaLetterhead heads[] = {
    { .name = "Praxis", .phone = "044 000 00 00", .logo = wide },
    { .name = "Praxis", .phone = "044 000 00 00", .logo = tall },
    { .name = "Praxis", .phone = "044 000 00 00", .logo = broken },
  };
  const gboolean there[] = { TRUE, TRUE, FALSE };
  const GlaHandoutOptions blank = { .paper = GLA_PAPER_A4, .blank_head = TRUE };

  for (gsize i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      g_autoptr (GlaPages) pages = NULL;
      g_autoptr (GlaPages) card = NULL;
      g_autoptr (GlaPages) printed = NULL;
      cairo_surface_t *surface, *empty;
      double x, y, width, height;

      gla_sheet_set_letterhead (&heads[i]);
      pages = gla_sheet_of_script ("aftercare", NULL, MAPPED, 5, &a4);
      card = gla_sheet_of_script ("card", NULL, MAPPED, 5, &a4);
      printed = gla_sheet_of_script ("aftercare", NULL, MAPPED, 5, &blank);
      gla_sheet_assert_inside (pages, "logo");
      gla_sheet_assert_inside (card, "logo on a card");
      g_assert_cmpuint (gla_pages_get_n_pages (card), ==, 1);
      surface = draw (pages, 0);
      empty = draw (printed, 0);
      gla_pages_get_live_area (pages, &x, &y, &width, &height);
      g_assert_true (is_green (surface, x + 5, y + 5) == there[i]);
      /* No taller than 25 mm, and not over the text. */
      g_assert_false (is_green (surface, x + 5, y + 25 * MM));
      g_assert_false (is_green (empty, x + 5, y + 5));
      cairo_surface_destroy (surface);
      cairo_surface_destroy (empty);
    }
  gla_sheet_set_letterhead (NULL);
}

static guint
count_images (GBytes *pdf)
{
  static const char mark[] = "/Subtype /Image";
  gsize left;
  const char *at = g_bytes_get_data (pdf, &left);
  guint n = 0;

  for (const char *next; (next = memmem (at, left, mark, strlen (mark))) != NULL; n++)
    {
      left -= (gsize) (next + 1 - at);
      at = next + 1;
    }
  return n;
}

/* The logo of many letters is in their file once. */
static void
test_logo_once (void)
{
  g_autoptr (GBytes) png = make_png (400, 100);
  const GlaLetterhead head = { .name = "Praxis", .logo = png };
  guint n[2] = { 0 };

  gla_sheet_set_letterhead (&head);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GlaPdf) pdf = gla_pdf_new ();
      g_autoptr (GBytes) bytes = NULL;

      for (guint j = 0; j <= i * 4; j++)
        {
          g_autoptr (GlaPages) pages = gla_sheet_of_script ("aftercare", NULL, MAPPED, 5, &a4);

          gla_pdf_add (pdf, pages);
        }
      bytes = gla_pdf_finish (pdf, gla_day_new (2026, 11, 29), NULL);
      n[i] = count_images (bytes);
    }
  gla_sheet_set_letterhead (NULL);
  g_assert_cmpuint (n[0], >, 0);
  g_assert_cmpuint (n[1], ==, n[0]);
}

/* Whom to call while the clinic is closed stands in the head of each page. */
static void
test_after_hours (void)
{
  const GlaLetterhead with = { .name = "Praxis", .phone = "044 000 00 00",
                               .after_hours = "144 <at night>" };
  const GlaLetterhead without = { .name = "Praxis", .phone = "044 000 00 00", .after_hours = "" };
  const GlaHandoutOptions german = { .paper = GLA_PAPER_A4, .language = "de" };
  const struct
  {
    const GlaLetterhead *head;
    const GlaHandoutOptions *options;
    const char *words;
  } cases[] = {
    { &with, &a4, "044 000 00 00 · Out of hours: 144 <at night>" },
    { &with, &german, "Außerhalb der Sprechzeiten: 144 <at night>" },
    { &without, &a4, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GlaPages) pages = NULL;
      g_autofree char *text = NULL;

      gla_sheet_set_letterhead (cases[i].head);
      pages = gla_sheet_of_script ("aftercare", NULL, MAPPED, 5, cases[i].options);
      gla_sheet_assert_inside (pages, "after hours");
      text = gla_sheet_read (pages, "pdftotext");
      if (text != NULL && cases[i].words != NULL)
        g_assert_nonnull (strstr (text, cases[i].words));
      else if (text != NULL)
        g_assert_null (strstr (text, "Out of hours"));
    }
  gla_sheet_set_letterhead (NULL);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gla_sheet_begin ();
  g_test_add_func ("/handout/blocks/links", test_links);
  g_test_add_func ("/handout/blocks/qr", test_qr);
  g_test_add_func ("/handout/blocks/qr-long", test_qr_long);
  g_test_add_func ("/handout/blocks/map", test_map);
  g_test_add_func ("/handout/blocks/after-hours", test_after_hours);
  g_test_add_func ("/handout/blocks/logo", test_logo);
  g_test_add_func ("/handout/blocks/logo-once", test_logo_once);
  return gla_sheet_end (g_test_run ());
}
