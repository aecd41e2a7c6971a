/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Charts over many patients: what is where, and read back from files. */

#include "config.h"

#include "gla-group-chart.h"
#include "gla-insight-paper.h"
#include "gla-survival-chart.h"
#include "gla-test-insights.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

typedef struct
{
  GlaCatalogue *catalogue;
  GlaInsightClinic *clinic;
  GlaInsightQuestion question;
  GPtrArray *groups;
  GlaInsightSheet *sheet;
  GlaDurationCurve *curve;
  GlaText *text;
  GlaChart *chart;
} Fixture;

static const GlaChartFrame frame = { 640, 320, FALSE };

static void
ask (Fixture        *fixture,
     GlaInsightView  view)
{
  fixture->question.view = view;
  g_clear_pointer (&fixture->sheet, gla_insight_sheet_free);
  g_clear_pointer (&fixture->groups, g_ptr_array_unref);
  fixture->groups = gla_test_insights_groups (fixture->clinic, &fixture->question);
  fixture->sheet = gla_insight_sheet_new (fixture->clinic, &fixture->question, fixture->groups);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->catalogue = gla_catalogue_load_builtin (NULL);
  fixture->clinic = gla_test_insights_new (fixture->catalogue);
  fixture->text = gla_text_new (NULL, 14, TRUE);
  gla_insight_question_init (&fixture->question);
  ask (fixture, GLA_INSIGHT_DURATIONS);
  fixture->curve = gla_duration_curve_new (fixture->clinic->table, NULL, NULL, NULL, NULL);
  g_assert_true (gla_duration_curve_estimate (fixture->curve, NULL, NULL, NULL));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_pointer (&fixture->chart, gla_chart_free);
  gla_duration_curve_free (fixture->curve);
  gla_insight_sheet_free (fixture->sheet);
  g_ptr_array_unref (fixture->groups);
  gla_text_free (fixture->text);
  gla_insight_clinic_unref (fixture->clinic);
  gla_catalogue_unref (fixture->catalogue);
}

static guint
count_kind (const GlaChart   *chart,
            GlaChartItemKind  kind)
{
  guint n = 0;

  for (guint i = 0; i < chart->items->len; i++)
    n += g_array_index (chart->items, GlaChartItem, i).kind == kind ? 1 : 0;
  return n;
}

/* Nothing stands outside of the drawing. */
static void
assert_inside (const GlaChart *chart)
{
  for (guint i = 0; i < chart->items->len; i++)
    {
      const GlaChartItem *item = &g_array_index (chart->items, GlaChartItem, i);

      g_assert_cmpfloat (MIN (item->x, item->x + item->width), >=, -0.5);
      g_assert_cmpfloat (MAX (item->x, item->x + item->width), <=, chart->width + 0.5);
      g_assert_cmpfloat (MIN (item->y, item->y + item->height), >=, -0.5);
      g_assert_cmpfloat (MAX (item->y, item->y + item->height), <=, chart->height + 0.5);
    }
}

/* The curve only falls, from left to right. */
static void
test_survival (Fixture       *fixture,
               gconstpointer  data)
{
  double x = 0, y = 0;
  guint n = 0;

  fixture->chart = gla_survival_chart_new (fixture->curve, 0, fixture->text, &frame);
  assert_inside (fixture->chart);
  for (guint i = 0; i < fixture->chart->items->len; i++)
    {
      const GlaChartItem *item = &g_array_index (fixture->chart->items, GlaChartItem, i);

      if (item->kind != GLA_CHART_ITEM_CURVE)
        continue;
      g_assert_true (item->width == 0 || item->height == 0);
      g_assert_cmpfloat (item->width, >=, 0);
      g_assert_cmpfloat (item->height, >=, 0);
      g_assert_cmpfloat (item->x, >=, x);
      g_assert_cmpfloat (item->y, >=, y);
      x = item->x;
      y = item->y;
      n++;
    }
  g_assert_cmpuint (n, >, 2);
  g_assert_cmpuint (count_kind (fixture->chart, GLA_CHART_ITEM_BAND), >, 0);
  g_assert_cmpuint (count_kind (fixture->chart, GLA_CHART_ITEM_CENSORED), ==,
                    fixture->curve->censored->len);
  g_assert_cmpuint (count_kind (fixture->chart, GLA_CHART_ITEM_DOT), ==, 1);
  g_assert_cmpuint (count_kind (fixture->chart, GLA_CHART_ITEM_RANGE), ==, 1);
}

/* Mirrored, each box is as far from the right as it was from the left. */
static void
test_mirrored (Fixture       *fixture,
               gconstpointer  data)
{
  const GlaChartFrame mirrored = { frame.width, frame.height, TRUE };
  g_autoptr (GlaChart) other = NULL;

  fixture->chart = gla_survival_chart_new (fixture->curve, 0, fixture->text, &frame);
  other = gla_survival_chart_new (fixture->curve, 0, fixture->text, &mirrored);
  assert_inside (other);
  g_assert_cmpuint (fixture->chart->items->len, ==, other->items->len);
  for (guint i = 0; i < other->items->len; i++)
    {
      const GlaChartItem *a = &g_array_index (fixture->chart->items, GlaChartItem, i);
      const GlaChartItem *b = &g_array_index (other->items, GlaChartItem, i);
      double left = MIN (a->x, a->x + a->width);
      double right = MAX (b->x, b->x + b->width);

      g_assert_cmpfloat_with_epsilon (left, frame.width - right, 1e-6);
      g_assert_cmpfloat_with_epsilon (a->y, b->y, 1e-6);
    }
}

/* Too few records are words, not a picture. */
static void
test_too_few (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GlaDurationCurve) few = NULL;
  const GlaChartItem *item;

  fixture->question.filter.codes[GLA_CYCLE_KEY_PRODUCT] =
    gla_cycle_table_find (fixture->clinic->table, GLA_CYCLE_KEY_PRODUCT, NULL, "abo-p");
  few = gla_duration_curve_new (fixture->clinic->table, &fixture->question.filter, NULL, NULL,
                                NULL);
  fixture->chart = gla_survival_chart_new (few, -1, fixture->text, &frame);
  g_assert_cmpuint (fixture->chart->items->len, ==, 1);
  item = &g_array_index (fixture->chart->items, GlaChartItem, 0);
  g_assert_cmpint (item->kind, ==, GLA_CHART_ITEM_MESSAGE);
  g_assert_cmpstr (item->text, ==, "Too few records yet (8 of 20).");
}

/* Each mark has a name of the same row beside it, which the table begins with. */
static void
assert_marks_named (const GlaChart        *chart,
                    const GlaInsightSheet *sheet)
{
  for (guint i = 0; i < chart->items->len; i++)
    {
      const GlaChartItem *item = &g_array_index (chart->items, GlaChartItem, i);
      gboolean found = FALSE;

      if (item->kind != GLA_CHART_ITEM_DOT && item->kind != GLA_CHART_ITEM_RING &&
          item->kind != GLA_CHART_ITEM_DIAMOND)
        continue;
      g_assert_cmpint (item->row, >=, 0);
      for (guint j = 0; j < chart->items->len; j++)
        {
          const GlaChartItem *name = &g_array_index (chart->items, GlaChartItem, j);

          found = found || (name->row == item->row && name->text != NULL &&
                            strcmp (name->text, gla_insight_sheet_get_cell (sheet, item->row,
                                                                            0)->text) == 0);
        }
      g_assert_true (found);
      g_assert_true (gla_chart_pick (chart, item->x + item->width / 2, item->y + item->height / 2,
                                     0)->row == item->row);
    }
}

/* The bad lot is a diamond on the first row, the one of eight treatments a ring. */
static void
test_lots (Fixture       *fixture,
           gconstpointer  data)
{
  ask (fixture, GLA_INSIGHT_LOTS);
  fixture->chart = gla_lot_chart_new (fixture->clinic, fixture->sheet, fixture->text, &frame);
  assert_inside (fixture->chart);
  assert_marks_named (fixture->chart, fixture->sheet);
  g_assert_cmpuint (count_kind (fixture->chart, GLA_CHART_ITEM_DIAMOND), ==, 1);
  g_assert_cmpuint (count_kind (fixture->chart, GLA_CHART_ITEM_RING), ==, 1);
  g_assert_cmpuint (count_kind (fixture->chart, GLA_CHART_ITEM_DOT), ==, 3);
  g_assert_cmpstr (gla_insight_sheet_get_cell (fixture->sheet, 0, 0)->text, ==,
                   "BOTOX Cosmetic · BAD");
  for (guint i = 0; i < fixture->chart->items->len; i++)
    {
      const GlaChartItem *item = &g_array_index (fixture->chart->items, GlaChartItem, i);

      g_assert_true (item->kind != GLA_CHART_ITEM_DIAMOND || item->row == 0);
    }
}

/* Whoever had all of the bad lot lies outside. */
static void
test_funnel (Fixture       *fixture,
             gconstpointer  data)
{
  ask (fixture, GLA_INSIGHT_INJECTORS);
  fixture->chart = gla_funnel_chart_new (fixture->clinic, fixture->sheet, fixture->text, &frame);
  assert_inside (fixture->chart);
  assert_marks_named (fixture->chart, fixture->sheet);
  g_assert_cmpuint (count_kind (fixture->chart, GLA_CHART_ITEM_DIAMOND), >=, 1);
  g_assert_cmpuint (count_kind (fixture->chart, GLA_CHART_ITEM_LEADER), ==, 3);
  g_assert_cmpuint (count_kind (fixture->chart, GLA_CHART_ITEM_LIMIT), >, 40);
}

/* In greyscale what a mark means is not lost: each meaning has a kind of its own. */
static void
test_painted (Fixture       *fixture,
              gconstpointer  data)
{
  for (guint palette = 0; palette < GLA_N_PALETTES; palette++)
    {
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 640, 320);
      cairo_t *cr = cairo_create (surface);
      g_autoptr (GlaChart) chart = gla_survival_chart_new (fixture->curve, 0, fixture->text,
                                                           &frame);
      const guint32 *pixels;
      GlaColor back;
      guint n_drawn = 0;
      guint32 first;

      gla_palette_set_source (palette, GLA_COLOR_BACKGROUND, cr);
      cairo_paint (cr);
      back = gla_palette_get (palette, GLA_COLOR_BACKGROUND);
      g_assert_true (gla_color_get_luminance (back) >= 0);
      gla_chart_paint (chart, fixture->text, palette, 1, cr);
      cairo_destroy (cr);
      cairo_surface_flush (surface);
      pixels = (const guint32 *) cairo_image_surface_get_data (surface);
      first = pixels[0];
      for (guint i = 0; i < 640 * 320; i++)
        n_drawn += pixels[i] != first ? 1 : 0;
      g_assert_cmpuint (n_drawn, >, 2000);
      cairo_surface_destroy (surface);
    }
}

static char *
read_pdf (const char *path)
{
  const char *argv[] = { "pdftotext", "-layout", path, "-", NULL };
  g_autofree char *found = g_find_program_in_path (argv[0]);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  if (found == NULL)
    {
      g_test_skip ("pdftotext is not installed");
      return NULL;
    }
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL,
                &error);
  g_assert_no_error (error);
  return text;
}

/* What is on the paper is what the table has, on as many pages as it takes. */
static void
test_files (Fixture       *fixture,
            gconstpointer  data)
{
  static const char *const names[] = { "x.pdf", "x.png", "x.svg" };
  g_autofree char *folder = g_dir_make_tmp ("gla-charts-XXXXXX", NULL);
  const GlaInsightPaperOptions options = {
    .clinic_name = "Praxis am Markt <&>", .choices = "Area: Glabella",
    .printed_on = gla_day_new (2026, 11, 29),
  };

  for (guint view = 0; view < GLA_N_INSIGHT_VIEWS; view++)
    for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
      {
        g_autofree char *path = g_build_filename (folder, names[i], NULL);
        g_autofree char *text = NULL;
        g_autoptr (GError) error = NULL;
        GlaInsightAnswer answer = { .clinic = fixture->clinic, .curve = fixture->curve };
        GlaPictureFormat format;

        ask (fixture, view);
        answer.sheet = fixture->sheet;
        g_assert_true (gla_picture_format_from_path (path, &format));
        gla_insight_export (&answer, &options, format, path, &error);
        g_assert_no_error (error);
        if (format == GLA_PICTURE_FORMAT_PDF && (text = read_pdf (path)) != NULL)
          {
            g_assert_nonnull (strstr (text, gla_insight_view_get_title (view)));
            g_assert_nonnull (strstr (text, "Praxis am Markt <&>"));
            g_assert_nonnull (strstr (text, "Reviewed on day 14 to 42"));
            g_assert_nonnull (strstr (text, view == GLA_INSIGHT_INJECTORS ? "Dr Vogt"
                                                                          : "BOTOX Cosmetic"));
          }
        if (view == GLA_INSIGHT_DURATIONS && text != NULL)
          {
            g_assert_nonnull (strstr (text, "Half of the treatments lasted longer than"));
            g_assert_nonnull (strstr (text, "Treatments still followed"));
          }
        g_remove (path);
      }
  g_rmdir (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)
  ADD ("/charts/survival", test_survival);
  ADD ("/charts/mirrored", test_mirrored);
  ADD ("/charts/too-few", test_too_few);
  ADD ("/charts/lots", test_lots);
  ADD ("/charts/funnel", test_funnel);
  ADD ("/charts/painted", test_painted);
  ADD ("/charts/files", test_files);
#undef ADD

  return g_test_run ();
}
