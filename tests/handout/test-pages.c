/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The layout: nothing leaves the page, and pages break where a reader would. */

#include "config.h"

#include "gla-sheet.h"

#include <string.h>

#define SENTENCE "One sentence of a paragraph that goes on for a while, so that it fills lines. "

static GlaPages *
lay_out (GPtrArray    *blocks,
         GlaPageStyle  style,
         gboolean      large,
         gboolean      rtl)
{
  const GlaPageOptions options = {
    .style = style,
    .paper = GLA_PAPER_A4,
    .large = large,
    .rtl = rtl,
    .title = "Title",
    .language = "en",
    .clinic_name = "Clinic",
    .whose = "Mira Kaya",
    .printed_on = "Sunday 29 November 2026",
    .purpose = "Purpose",
    .origin = "test 1",
  };

  return gla_pages_new (blocks, &options);
}

/* (transfer full): the lines of each page, without head and foot; NULL without the program. */
static GPtrArray *
read_pages (GlaPages *pages)
{
  g_autofree char *text = gla_sheet_read (pages, "pdftotext");
  g_auto (GStrv) parts = NULL;
  GPtrArray *list;

  if (text == NULL)
    return NULL;
  list = g_ptr_array_new_with_free_func (g_free);
  parts = g_strsplit (text, "\f", -1);
  for (guint i = 0; parts[i] != NULL && parts[i][0] != '\0'; i++)
    g_ptr_array_add (list, g_strdup (parts[i]));
  return list;
}

static guint
count (const char *text,
       const char *words)
{
  guint n = 0;

  for (const char *at = strstr (text, words); at != NULL; at = strstr (at + 1, words))
    n++;
  return n;
}

/* Wherever a page ends, each part of a paragraph has two lines or more. */
static void
test_widows (void)
{
  for (guint n_before = 0; n_before < 12; n_before++)
    {
      GPtrArray *blocks = gla_block_list_new ();
      g_autoptr (GlaPages) pages = NULL;
      g_autoptr (GPtrArray) texts = NULL;

      for (guint i = 0; i < 25 + n_before; i++)
        gla_block_add (blocks, GLA_BLOCK_TEXT, "A line.");
      gla_block_add (blocks, GLA_BLOCK_TEXT,
                     "wwww1 wwww wwww wwww wwww wwww wwww wwww wwww wwww wwww wwww wwww wwww "
                     "wwww2 wwww wwww wwww wwww wwww wwww wwww wwww wwww wwww wwww wwww wwww "
                     "wwww3 wwww wwww wwww wwww wwww wwww wwww wwww wwww wwww wwww wwww wwww "
                     "wwww4 wwww wwww wwww wwww wwww wwww wwww wwww wwww wwww wwww wwww wwww "
                     "wwww5 wwww wwww wwww wwww wwww wwww wwww wwww wwww wwww wwww wwww wwww");
      pages = lay_out (blocks, GLA_PAGE_PATIENT, FALSE, FALSE);
      texts = read_pages (pages);
      if (texts == NULL)
        return;
      for (guint i = 0; i < texts->len; i++)
        {
          g_auto (GStrv) lines = g_strsplit (texts->pdata[i], "\n", -1);
          guint n_lines = 0;

          for (guint j = 0; lines[j] != NULL; j++)
            n_lines += strstr (lines[j], "wwww") != NULL ? 1 : 0;
          g_assert_cmpuint (n_lines, !=, 1);
        }
    }
}

/* A heading is never the last thing on a page, and a short box is never broken. */
static void
test_keep (void)
{
  for (guint n_before = 20; n_before < 36; n_before++)
    {
      GPtrArray *blocks = gla_block_list_new ();
      g_autoptr (GlaPages) pages = NULL;
      g_autoptr (GPtrArray) texts = NULL;
      GlaBlock *box;

      for (guint i = 0; i < n_before; i++)
        gla_block_add (blocks, GLA_BLOCK_TEXT, "A line.");
      gla_block_add (blocks, GLA_BLOCK_HEADING, "Heading");
      box = gla_block_add (blocks, GLA_BLOCK_BOX, NULL);
      gla_block_add (box->children, GLA_BLOCK_TEXT, "Boxed first.");
      gla_block_add (box->children, GLA_BLOCK_TEXT, "Boxed last.");
      pages = lay_out (blocks, GLA_PAGE_PATIENT, FALSE, FALSE);
      gla_sheet_assert_inside (pages, "keep");
      texts = read_pages (pages);
      if (texts == NULL)
        return;
      for (guint i = 0; i < texts->len; i++)
        {
          guint n = count (texts->pdata[i], "Heading");

          g_assert_cmpuint (count (texts->pdata[i], "Boxed first."), ==, n);
          g_assert_cmpuint (count (texts->pdata[i], "Boxed last."), ==, n);
        }
    }
}

/* A long table has its head on every page and each row once, whole. */
static void
test_table (void)
{
  GPtrArray *blocks = gla_block_list_new ();
  g_autoptr (GlaPages) pages = NULL;
  g_autoptr (GPtrArray) texts = NULL;
  GlaBlock *table = gla_block_add (blocks, GLA_BLOCK_TABLE, NULL);
  guint n_rows = 0;

  gla_block_add_column (table, "Column one", 1, FALSE);
  gla_block_add_column (table, "Column two", 3, TRUE);
  for (guint i = 0; i < 200; i++)
    gla_block_add_row (table, g_strdup_printf ("row%03u", i), g_strdup (SENTENCE SENTENCE));
  pages = lay_out (blocks, GLA_PAGE_PATIENT, FALSE, FALSE);
  g_assert_cmpuint (gla_pages_get_n_pages (pages), >, 3);
  gla_sheet_assert_inside (pages, "table");
  texts = read_pages (pages);
  for (guint i = 0; texts != NULL && i < texts->len; i++)
    {
      g_assert_cmpuint (count (texts->pdata[i], "Column one"), ==, 1);
      n_rows += count (texts->pdata[i], "row");
    }
  if (texts != NULL)
    g_assert_cmpuint (n_rows, ==, 200);
}

/* A box that no page can hold is broken, and so is a row; nothing is lost. */
static void
test_too_long (void)
{
  static const GlaPageStyle styles[] = { GLA_PAGE_PATIENT, GLA_PAGE_PROFESSIONAL, GLA_PAGE_CARD };

  for (gsize i = 0; i < G_N_ELEMENTS (styles); i++)
    for (guint flags = 0; flags < 4; flags++)
      {
        GPtrArray *blocks = gla_block_list_new ();
        g_autoptr (GlaPages) pages = NULL;
        g_autofree char *text = NULL;
        GlaBlock *box = gla_block_add (blocks, GLA_BLOCK_BOX, NULL);

        box->danger = TRUE;
        for (guint j = 0; j < 80; j++)
          gla_block_add (box->children, GLA_BLOCK_TEXT, "boxed " SENTENCE SENTENCE);
        gla_block_add (blocks, GLA_BLOCK_HEADING, "After");
        gla_block_add (blocks, GLA_BLOCK_TEXT, SENTENCE);
        pages = lay_out (blocks, styles[i], (flags & 1) != 0, (flags & 2) != 0);
        gla_sheet_assert_inside (pages, "box");
        text = gla_sheet_read (pages, "pdftotext");
        if (text != NULL)
          g_assert_cmpuint (count (text, "boxed"), ==, 80);
      }
}

/* Every kind of block, in both directions, with nothing in it and with far too much. */
static void
test_extremes (void)
{
  g_autofree char *word = g_strnfill (200, 'w');
  const char *const texts[] = { "", "i", word, "שרה כהן", "Zoë Nguyễn with 漢字 and العربية",
                                "e\u0301\u0302\u0303\u0304", "a*b{c}<d>&amp;" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    for (guint flags = 0; flags < 4; flags++)
      {
        GPtrArray *blocks = gla_block_list_new ();
        g_autoptr (GlaPages) pages = NULL;
        GlaBlock *cells, *signs, *table;

        for (GlaBlockKind kind = GLA_BLOCK_TITLE; kind <= GLA_BLOCK_ITEM; kind++)
          gla_block_add (blocks, kind, texts[i]);
        gla_block_add_item (blocks, 12, texts[i]);
        gla_block_add_item (blocks, GLA_BLOCK_TICK, texts[i]);
        cells = gla_block_add (blocks, GLA_BLOCK_CELLS, NULL);
        signs = gla_block_add (blocks, GLA_BLOCK_SIGNATURES, NULL);
        table = gla_block_add (blocks, GLA_BLOCK_TABLE, NULL);
        for (guint j = 0; j < 4; j++)
          {
            gla_block_add_cell (cells, texts[i], j == 0 ? NULL : texts[i]);
            gla_block_add_cell (signs, texts[i], NULL);
            gla_block_add_column (table, texts[i], 1, j % 2 == 1);
          }
        gla_block_add_row (table, g_strdup (texts[i]), g_strdup (texts[i]), NULL, NULL);
        gla_block_add (blocks, GLA_BLOCK_BREAK, NULL);
        gla_block_add (blocks, GLA_BLOCK_BOX, NULL);
        pages = lay_out (blocks, GLA_PAGE_PATIENT, (flags & 1) != 0, (flags & 2) != 0);
        gla_sheet_assert_inside (pages, texts[i]);
      }
}

/* Nothing at all is one page with head and foot; a break at either end adds none. */
static void
test_empty (void)
{
  g_autoptr (GlaPages) none = lay_out (gla_block_list_new (), GLA_PAGE_PATIENT, FALSE, FALSE);
  GPtrArray *blocks = gla_block_list_new ();
  g_autoptr (GlaPages) breaks = NULL;

  g_assert_cmpuint (gla_pages_get_n_pages (none), ==, 1);
  gla_sheet_assert_inside (none, "empty");
  gla_block_add (blocks, GLA_BLOCK_BREAK, NULL);
  gla_block_add (blocks, GLA_BLOCK_TEXT, "One");
  gla_block_add (blocks, GLA_BLOCK_BREAK, NULL);
  gla_block_add (blocks, GLA_BLOCK_BREAK, NULL);
  gla_block_add (blocks, GLA_BLOCK_TEXT, "Two");
  gla_block_add (blocks, GLA_BLOCK_BREAK, NULL);
  breaks = lay_out (blocks, GLA_PAGE_PATIENT, FALSE, FALSE);
  g_assert_cmpuint (gla_pages_get_n_pages (breaks), ==, 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gla_sheet_begin ();
  g_test_add_func ("/handout/pages/widows", test_widows);
  g_test_add_func ("/handout/pages/keep", test_keep);
  g_test_add_func ("/handout/pages/table", test_table);
  g_test_add_func ("/handout/pages/too-long", test_too_long);
  g_test_add_func ("/handout/pages/extremes", test_extremes);
  g_test_add_func ("/handout/pages/empty", test_empty);
  return gla_sheet_end (g_test_run ());
}
