/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Scripts that run from right to left, or have thousands of signs: set, and read back. */

#include "config.h"

#include "gla-sheet.h"

#include <string.h>

typedef struct
{
  const char *language;
  gboolean rtl;
  const char *title;
  const char *text;
  const char *item;
  const char *label;
  const char *value;
} Sample;

/* "Your visits" or the like; names and lots of the Latin script stand in the sentence. */
static const Sample samples[] = {
  { "ar", TRUE, "مواعيدك", "عالجتك Dr A. Osei في العيادة بتشغيلة C4102A1 من Botox.",
    "اتصل بنا", "التاريخ", "20 وحدة" },
  { "he", TRUE, "הטיפולים שלך", "טופלת אצל Dr A. Osei במרפאה עם אצווה C4102A1 של Botox.",
    "התקשרו אלינו", "תאריך", "20 יחידות" },
  { "zh-CN", FALSE, "您的治疗", "您在诊所由 Dr A. Osei 用批号 C4102A1 的 Botox 治疗。", "请致电我们", "日期",
    "20 单位" },
  { "ja", FALSE, "あなたの治療", "クリニックで Dr A. Osei がロット C4102A1 の Botox を使いました。",
    "お電話ください", "日付", "20 単位" },
};

static GlaPages *
lay_out (const Sample *sample)
{
  const GlaPageOptions options = {
    .style = GLA_PAGE_PATIENT, .paper = GLA_PAPER_A4, .rtl = sample->rtl, .title = sample->title,
    .language = sample->language, .clinic_name = "Praxis am Markt", .whose = "Mira Kaya",
    .printed_on = sample->label, .purpose = sample->text, .origin = "test 1",
  };
  GPtrArray *blocks = gla_block_list_new ();
  GlaBlock *block;

  gla_block_add (blocks, GLA_BLOCK_TITLE, sample->title);
  gla_block_add (blocks, GLA_BLOCK_TEXT, sample->text);
  gla_block_add_item (blocks, GLA_BLOCK_BULLET, sample->item);
  gla_block_add_item (blocks, 1, sample->item);
  gla_block_add_item (blocks, GLA_BLOCK_TICK, sample->item);
  block = gla_block_add (blocks, GLA_BLOCK_CELLS, NULL);
  gla_block_add_cell (block, sample->label, sample->value);
  gla_block_add_cell (block, sample->label, NULL);
  block = gla_block_add (blocks, GLA_BLOCK_TABLE, NULL);
  gla_block_add_column (block, sample->label, 1, FALSE);
  gla_block_add_column (block, sample->title, 2, FALSE);
  gla_block_add_column (block, sample->label, 1, TRUE);
  gla_block_add_row (block, g_strdup ("1"), g_strdup (sample->text), g_strdup (sample->value));
  block = gla_block_add (blocks, GLA_BLOCK_SIGNATURES, NULL);
  gla_block_add_cell (block, sample->label, NULL);
  block = gla_block_add (blocks, GLA_BLOCK_BOX, NULL);
  block->danger = TRUE;
  gla_block_add (block->children, GLA_BLOCK_TEXT, sample->text);
  return gla_pages_new (blocks, &options);
}

/* Marks of direction and forms of letters are no matter of the words. */
static char *
plain (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  GString *clean = g_string_new (NULL);

  for (const char *at = normal; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      if (g_unichar_type (letter) != G_UNICODE_FORMAT && !g_unichar_isspace (letter))
        g_string_append_unichar (clean, letter);
    }
  return g_string_free (clean, FALSE);
}

static void
assert_says (const char *text,
             const char *words)
{
  g_autofree char *where = plain (text);
  g_autofree char *what = plain (words);

  if (strstr (where, what) == NULL)
    {
      g_test_message ("“%s” is not in:\n%s", words, text);
      g_test_fail ();
    }
}

static void
test_sample (gconstpointer data)
{
  const Sample *sample = data;
  g_autoptr (GlaPages) pages = lay_out (sample);
  g_autofree char *text = gla_sheet_read (pages, "pdftotext");
  g_autofree char *fonts = gla_sheet_read (pages, "pdffonts");
  g_auto (GStrv) lines = NULL;

  gla_sheet_assert_inside (pages, sample->language);
  if (text == NULL || fonts == NULL)
    return;
  /* A sign without a font would be a box that nobody can read back. */
  assert_says (text, sample->title);
  assert_says (text, sample->item);
  assert_says (text, "C4102A1");
  assert_says (text, "Dr A. Osei");
  lines = g_strsplit (fonts, "\n", -1);
  for (guint i = 2; lines[i] != NULL && lines[i][0] != '\0'; i++)
    g_assert_nonnull (strstr (lines[i], " yes yes "));
}

/* Where the ink of a page begins and ends, as shares of its width. */
static void
measure_ink (const char *language,
             gboolean    rtl,
             double     *left,
             double     *right)
{
  const GlaPageOptions options = {
    .style = GLA_PAGE_PATIENT, .paper = GLA_PAPER_A4, .rtl = rtl, .title = "-",
    .language = language,
  };
  GPtrArray *blocks = gla_block_list_new ();
  g_autoptr (GlaPages) pages = NULL;
  /* The foot and its line go over the whole width, further down. */
  cairo_rectangle_t upper_half = { 0, 0, 595, 420 };
  cairo_surface_t *surface =
    cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &upper_half);
  cairo_t *cr = cairo_create (surface);
  double x, y, width, height;

  gla_block_add_item (blocks, 1, rtl ? "א" : "a");
  pages = gla_pages_new (blocks, &options);
  gla_pages_draw (pages, cr, 0);
  cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
  *left = x / 595;
  *right = (x + width) / 595;
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* A short item with its number stands at the side where its lines begin. */
static void
test_side (void)
{
  double left, right;

  measure_ink ("en", FALSE, &left, &right);
  g_assert_cmpfloat (right, <, 0.3);
  measure_ink ("he", TRUE, &left, &right);
  g_assert_cmpfloat (left, >, 0.7);
}

int
main (int    argc,
      char **argv)
{
  int result;

  gla_sheet_begin ();
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *name = g_strconcat ("/handout/scripts/", samples[i].language, NULL);

      g_test_add_data_func (name, &samples[i], test_sample);
    }
  g_test_add_func ("/handout/scripts/side", test_side);
  result = g_test_run ();
  return gla_sheet_end (result);
}
