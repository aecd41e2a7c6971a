/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-drawn.h"
#include "gla-test-history.h"
#include "gla-timeline-export.h"
#include "gla-timeline-facts.h"
#include "gla-timeline-lines.h"
#include "gla-timeline-scene.h"

#include <glib/gstdio.h>
#include <string.h>

/* A finished cycle and a running one, confirmed on day 35 of it. */
#define SCRIPT "t 0 a GLAB ona 20;g 0 GLAB 3;g 14 GLAB 1;g 84 GLAB 1;g 112 GLAB 3;"                \
               "t 130 b GLAB ona 20;g 130 GLAB 3;g 144 GLAB 1;g 165 GLAB 1"
#define DAY_0 130
#define TODAY 180

static const int quantiles[GLA_ESTIMATE_N_QUANTILES] = { 70, 90, 120, 150, 190 };

static GPtrArray *
new_estimates (GlaCycles *cycles,
               int        earliest,
               gboolean   gone)
{
  GPtrArray *estimates = g_ptr_array_new_with_free_func (g_free);
  GlaEstimate *estimate = g_new0 (GlaEstimate, 1);
  GlaDay day0 = gla_test_history_day (DAY_0);

  estimate->cycle = g_ptr_array_index (cycles->cycles, 1);
  g_assert_true (estimate->cycle->running);
  for (int i = 0; i < GLA_ESTIMATE_N_QUANTILES; i++)
    {
      estimate->quantiles[i] = quantiles[i];
      estimate->days[i] = day0 + quantiles[i];
    }
  estimate->n_history = 1;
  estimate->is_product_known = TRUE;
  estimate->since = GLA_DAY_NONE;
  estimate->confirmed = day0 + 35;
  estimate->p_gone = gone ? 0.95 : 0.05;
  estimate->is_probably_gone = gone;
  estimate->earliest_treatment = day0 + earliest;
  g_ptr_array_add (estimates, estimate);
  return estimates;
}

static GlaTimelineModel *
new_model (int      earliest,
           gboolean gone)
{
  const GlaTimelineUsual usual = { 73, 196 };
  g_autoptr (GlaCycles) cycles = gla_drawn_cycles (SCRIPT, TODAY);
  g_autoptr (GPtrArray) estimates = new_estimates (cycles, earliest, gone);
  g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (GlaTimelineUsual));

  for (guint i = 0; i < cycles->cycles->len; i++)
    g_array_append_val (ranges, usual);
  return gla_timeline_model_new_with_estimates (cycles, gla_drawn_catalogue (), estimates, ranges);
}

static GlaTimelineScene *
new_scene (GlaTimelineModel *model,
           GlaTimelineMode   mode,
           gboolean          rtl,
           gboolean          paper)
{
  g_autoptr (GlaText) text = gla_text_new (NULL, paper ? 9 : 14, paper);
  GlaTimelineOptions options = { .width = 1000, .mode = mode, .rtl = rtl, .paper = paper,
                                 .strip = TRUE };

  gla_timeline_range_get_span (GLA_TIMELINE_RANGE_ALL, model, mode, &options.from, &options.to,
                               &options.since);
  if (mode == GLA_TIMELINE_CALENDAR)
    options.to = MAX (options.to, gla_test_history_day (DAY_0 + 200));
  return gla_timeline_scene_new (model, text, &options);
}

static const GlaTimelineItem *
find_item (const GlaTimelineScene *scene,
           GlaTimelineItemKind     kind,
           guint                   nth)
{
  for (guint i = 0; i < scene->items->len; i++)
    {
      const GlaTimelineItem *item = &g_array_index (scene->items, GlaTimelineItem, i);

      if (item->kind == kind && nth-- == 0)
        return item;
    }
  return NULL;
}

static void
assert_part (const GlaTimelineScene *scene,
             GlaTimelineItemKind     kind,
             guint                   nth,
             int                     from,
             int                     to,
             int                     value)
{
  const GlaTimelineItem *item = find_item (scene, kind, nth);
  double day0 = scene->mode == GLA_TIMELINE_DAYS ? 0 : gla_test_history_day (DAY_0);
  double first = gla_timeline_scene_get_x (scene, day0 + from);
  double last = gla_timeline_scene_get_x (scene, day0 + to);

  g_assert_nonnull (item);
  g_assert_cmpfloat_with_epsilon (item->x, MIN (first, last), 1.01);
  g_assert_cmpfloat_with_epsilon (item->x + item->width, MAX (first, last), 1.01);
  g_assert_cmpint (item->value, ==, value);
  g_assert_nonnull (item->cycle);
  g_assert_cmpint (item->cycle->cycle->day, ==, gla_test_history_day (DAY_0));
}

/* Where the bands are, and what of them is grey, for days from which a treatment may be planned. */
static void
test_bands (void)
{
  enum { EARLY = GLA_TIMELINE_LIKELY_EARLY, START = GLA_TIMELINE_LIKELY_START,
         END = GLA_TIMELINE_LIKELY_END };
  static const struct
  {
    GlaTimelineMode mode;
    gboolean rtl;
    gboolean paper;
  } looks[] = {
    { GLA_TIMELINE_CALENDAR, FALSE, FALSE },
    { GLA_TIMELINE_CALENDAR, TRUE, FALSE },
    { GLA_TIMELINE_CALENDAR, FALSE, TRUE },
    { GLA_TIMELINE_DAYS, FALSE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      g_autoptr (GlaTimelineModel) first = new_model (84, FALSE);
      g_autoptr (GlaTimelineModel) second = new_model (112, FALSE);
      g_autoptr (GlaTimelineModel) late = new_model (400, FALSE);
      g_autoptr (GlaTimelineScene) one = new_scene (first, looks[i].mode, looks[i].rtl,
                                                    looks[i].paper);
      g_autoptr (GlaTimelineScene) two = new_scene (second, looks[i].mode, looks[i].rtl,
                                                    looks[i].paper);
      g_autoptr (GlaTimelineScene) three = new_scene (late, looks[i].mode, looks[i].rtl,
                                                      looks[i].paper);

      assert_part (one, GLA_TIMELINE_ITEM_LIKELY_80, 0, 70, 84, EARLY | START);
      assert_part (one, GLA_TIMELINE_ITEM_LIKELY_80, 1, 84, 190, END);
      assert_part (one, GLA_TIMELINE_ITEM_LIKELY_50, 0, 90, 150, START | END);
      g_assert_null (find_item (one, GLA_TIMELINE_ITEM_LIKELY_50, 1));

      assert_part (two, GLA_TIMELINE_ITEM_LIKELY_50, 0, 90, 112, EARLY | START);
      assert_part (two, GLA_TIMELINE_ITEM_LIKELY_50, 1, 112, 150, END);

      assert_part (three, GLA_TIMELINE_ITEM_LIKELY_80, 0, 70, 190, EARLY | START | END);
      g_assert_null (find_item (three, GLA_TIMELINE_ITEM_LIKELY_80, 1));
    }
}

/* It is called an estimate wherever it is drawn, and stays inside the picture. */
static void
test_title (void)
{
  for (int gone = 0; gone <= 1; gone++)
    for (int mode = GLA_TIMELINE_CALENDAR; mode <= GLA_TIMELINE_DAYS; mode++)
      {
        g_autoptr (GlaTimelineModel) model = new_model (84, gone);
        g_autoptr (GlaTimelineScene) scene = new_scene (model, mode, FALSE, FALSE);
        const GlaTimelineItem *title = find_item (scene, GLA_TIMELINE_ITEM_LIKELY_TITLE, 0);
        g_autofree char *label = NULL;

        g_assert_nonnull (title);
        g_assert_nonnull (strstr (title->text, "estimate"));
        g_assert_cmpfloat (title->x + title->width, <=, scene->width);
        if (mode == GLA_TIMELINE_CALENDAR && gone)
          g_assert_nonnull (strstr (title->text, "probably worn off"));
        label = gla_timeline_dup_item_label (model, title);
        g_assert_nonnull (strstr (label, gone ? "9 in 10" : "8 in 10"));
      }
}

/* In lines by days since injection the words of a cycle stand behind its bands if they would
 * lie under them, and never over each other. */
static void
test_words_apart (void)
{
  static const struct { int first; int last; } bands[] = {
    { 70, 190 }, { 40, 190 }, { 36, 120 }, { 36, 400 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bands); i++)
    {
      g_autoptr (GlaTimelineModel) model = new_model (84, FALSE);
      GlaEstimate *estimate = model->estimates->pdata[0];
      g_autoptr (GlaTimelineScene) scene = NULL;
      const GlaTimelineItem *title, *band, *weeks = NULL;

      estimate->quantiles[GLA_ESTIMATE_10] = bands[i].first;
      estimate->quantiles[GLA_ESTIMATE_90] = bands[i].last;
      scene = new_scene (model, GLA_TIMELINE_DAYS, FALSE, FALSE);
      title = find_item (scene, GLA_TIMELINE_ITEM_LIKELY_TITLE, 0);
      band = find_item (scene, GLA_TIMELINE_ITEM_LIKELY_80, 0);
      g_assert_nonnull (title);
      for (guint n = 0; (weeks = find_item (scene, GLA_TIMELINE_ITEM_WEEKS, n)) != NULL; n++)
        if (weeks->cycle->estimate != NULL)
          {
            g_assert_true (weeks->x >= title->x + title->width
                           || weeks->x + weeks->width <= band->x);
            g_assert_cmpfloat (weeks->x + weeks->width, <=, scene->width);
          }
    }
}

static void
test_off (void)
{
  g_autoptr (GlaTimelineModel) model = gla_drawn_model (SCRIPT, TODAY);
  g_autoptr (GPtrArray) lines = gla_timeline_lines_new (model);
  static const GlaTimelineItemKind kinds[] = {
    GLA_TIMELINE_ITEM_LIKELY_80, GLA_TIMELINE_ITEM_LIKELY_50, GLA_TIMELINE_ITEM_LIKELY_TITLE,
    GLA_TIMELINE_ITEM_USUAL, GLA_TIMELINE_ITEM_WEEKS_LIKELY,
  };

  for (int mode = GLA_TIMELINE_CALENDAR; mode <= GLA_TIMELINE_DAYS; mode++)
    {
      g_autoptr (GlaTimelineScene) scene = new_scene (model, mode, FALSE, FALSE);

      for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
        g_assert_null (find_item (scene, kinds[i], 0));
      for (guint i = 0; i < scene->stops->len; i++)
        {
          g_autofree char *label
            = gla_timeline_dup_stop_label (model, &g_array_index (scene->stops, GlaTimelineStop,
                                                                  i));

          g_assert_null (strstr (label, "Estimate"));
        }
    }
  for (guint i = 0; i < lines->len; i++)
    g_assert_cmpstr (((GlaTimelineLine *) lines->pdata[i])->cells[GLA_TIMELINE_COLUMN_LIKELY], ==,
                     "");
}

/* What is drawn is also said, and only of the running cycle. */
static void
test_words (void)
{
  g_autoptr (GlaTimelineModel) model = new_model (84, FALSE);
  g_autoptr (GlaTimelineModel) gone = new_model (84, TRUE);
  g_autoptr (GlaTimelineScene) scene = new_scene (model, GLA_TIMELINE_CALENDAR, FALSE, FALSE);
  g_autoptr (GPtrArray) lines = gla_timeline_lines_new (model);
  g_autoptr (GPtrArray) gone_lines = gla_timeline_lines_new (gone);
  const GlaTimelineLine *running = lines->pdata[1];

  g_assert_cmpuint (scene->stops->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      const GlaTimelineStop *stop = &g_array_index (scene->stops, GlaTimelineStop, i);
      g_autofree char *label = gla_timeline_dup_stop_label (model, stop);

      g_assert_cmpint (strstr (label, "Estimate: ") != NULL, ==, stop->cycle->cycle->running);
    }
  /* 2024-01-01 and 200 days; and 320. */
  g_assert_cmpstr (running->cells[GLA_TIMELINE_COLUMN_LIKELY], ==,
                   "19 Jul 2024 to 16 Nov 2024");
  g_assert_cmpstr (((GlaTimelineLine *) lines->pdata[0])->cells[GLA_TIMELINE_COLUMN_LIKELY], ==,
                   "");
  g_assert_cmpstr (((GlaTimelineLine *) gone_lines->pdata[1])->cells[GLA_TIMELINE_COLUMN_LIKELY],
                   ==, "probably worn off");
}

/* The strip: the usual range under all of it, the own estimate at its cycle. */
static void
test_strip (void)
{
  g_autoptr (GlaTimelineModel) model = new_model (84, FALSE);
  g_autoptr (GlaTimelineScene) scene = new_scene (model, GLA_TIMELINE_CALENDAR, FALSE, FALSE);
  const GlaTimelineItem *usual = find_item (scene, GLA_TIMELINE_ITEM_USUAL, 0);
  const GlaTimelineItem *own = find_item (scene, GLA_TIMELINE_ITEM_WEEKS_LIKELY, 0);
  double per_day;

  g_assert_nonnull (usual);
  g_assert_nonnull (own);
  g_assert_null (find_item (scene, GLA_TIMELINE_ITEM_USUAL, 1));
  g_assert_null (find_item (scene, GLA_TIMELINE_ITEM_WEEKS_LIKELY, 1));
  g_assert_cmpfloat_with_epsilon (usual->x,
                                  gla_timeline_scene_get_x (scene, gla_test_history_day (0)), 1);
  g_assert_cmpfloat_with_epsilon (usual->x + usual->width, scene->plot_x + scene->plot_width, 1);
  per_day = usual->height / (196 - 73);
  g_assert_cmpfloat_with_epsilon (own->height, (190 - 70) * per_day, 2);
  g_assert_cmpfloat_with_epsilon (own->y - usual->y, (196 - 190) * per_day, 2);

  /* Without an own history it would only say the usual range again. */
  ((GlaEstimate *) model->estimates->pdata[0])->n_history = 0;
  {
    g_autoptr (GlaTimelineScene) again = new_scene (model, GLA_TIMELINE_CALENDAR, FALSE, FALSE);

    g_assert_null (find_item (again, GLA_TIMELINE_ITEM_WEEKS_LIKELY, 0));
  }
}

static char *
read_pdf (GlaCycles *cycles,
          GPtrArray *estimates,
          gboolean   table)
{
  g_autofree char *folder = g_dir_make_tmp ("gla-estimate-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "sheet.pdf", NULL);
  const char *argv[] = { "pdftotext", "-layout", path, "-", NULL };
  GlaTimelineSheetOptions options;
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  gla_timeline_sheet_options_init (&options, cycles->today);
  options.table = table;
  options.estimates = estimates;
  gla_timeline_export (cycles, gla_drawn_catalogue (), &options, GLA_TIMELINE_FORMAT_PDF, path,
                       &error);
  g_assert_no_error (error);
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL,
                &error);
  g_assert_no_error (error);
  g_unlink (path);
  g_rmdir (folder);
  return text;
}

/* On paper as on screen: with the switch off not even the column is there. */
static void
test_paper (void)
{
  g_autofree char *program = g_find_program_in_path ("pdftotext");
  g_autoptr (GlaCycles) cycles = gla_drawn_cycles (SCRIPT, TODAY);
  g_autoptr (GPtrArray) estimates = new_estimates (cycles, 84, FALSE);

  if (program == NULL)
    {
      g_test_skip ("pdftotext is not installed");
      return;
    }
  for (int on = 0; on <= 1; on++)
    {
      g_autofree char *picture = read_pdf (cycles, on ? estimates : NULL, FALSE);
      g_autofree char *table = read_pdf (cycles, on ? estimates : NULL, TRUE);

      g_assert_cmpint (strstr (picture, "estimate") != NULL, ==, on);
      g_assert_cmpint (strstr (table, "Likely until") != NULL, ==, on);
      g_assert_nonnull (strstr (table, "Grades"));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/drawing/estimate/bands", test_bands);
  g_test_add_func ("/drawing/estimate/title", test_title);
  g_test_add_func ("/drawing/estimate/words-apart", test_words_apart);
  g_test_add_func ("/drawing/estimate/off", test_off);
  g_test_add_func ("/drawing/estimate/words", test_words);
  g_test_add_func ("/drawing/estimate/strip", test_strip);
  g_test_add_func ("/drawing/estimate/paper", test_paper);

  return g_test_run ();
}
