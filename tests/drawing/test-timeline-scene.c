/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-drawn.h"
#include "gla-test-history.h"
#include "gla-timeline-facts.h"
#include "gla-timeline-layout.h"

#include <math.h>
#include <string.h>

static GlaTimelineScene *
new_scene (GlaTimelineModel *model,
           GlaTimelineMode   mode,
           GlaTimelineRange  range,
           double            width,
           gboolean          rtl,
           gboolean          paper)
{
  g_autoptr (GlaText) text = gla_text_new (NULL, paper ? 9 : 14, paper);
  GlaTimelineOptions options = { .width = width, .mode = mode, .rtl = rtl, .paper = paper,
                                 .strip = TRUE };

  gla_timeline_range_get_span (range, model, mode, &options.from, &options.to, &options.since);
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

static guint
count_items (const GlaTimelineScene *scene,
             GlaTimelineItemKind     kind)
{
  guint n = 0;

  while (find_item (scene, kind, n) != NULL)
    n++;
  return n;
}

/* One cycle injected on day 0: which stretches it has, in days; -1 for none. */
static const struct
{
  const char *script;
  int today;
  int seen[2];
  int told[2];
  int ending[2];
  gboolean still;
  gboolean not_seen;
  gboolean missing;
} stretches[] =
{
  { "t 0 a GLAB ona 20;g 0 GLAB 3;g 14 GLAB 1;g 84 GLAB 1;g 112 GLAB 3", 200,
    { 14, 84 }, { -1, -1 }, { 84, 112 }, FALSE, FALSE, FALSE },
  { "t 0 a GLAB ona 20;g 0 GLAB 3;g 14 GLAB 1;g 84 GLAB 2", 90,
    { 14, 84 }, { -1, -1 }, { -1, -1 }, TRUE, FALSE, FALSE },
  { "t 0 a GLAB ona 20;g 0 GLAB 3;g 20 GLAB 3", 60,
    { -1, -1 }, { -1, -1 }, { -1, -1 }, FALSE, TRUE, FALSE },
  { "t 0 a GLAB ona 20;g 0 GLAB 3", 100,
    { -1, -1 }, { -1, -1 }, { -1, -1 }, FALSE, FALSE, TRUE },
  { "t 0 a GLAB ona 20;g 0 GLAB 3", 10,
    { -1, -1 }, { -1, -1 }, { -1, -1 }, FALSE, FALSE, FALSE },
  { "t 0 a GLAB ona 20;g 0 GLAB 3;g 14 GLAB 1;w 100", 200,
    { 14, 14 }, { 14, 99 }, { 99, 100 }, FALSE, FALSE, FALSE },
  { "t 0 a GLAB ona 20;g 0 GLAB 3;g 80 GLAB 3", 200,
    { -1, -1 }, { -1, -1 }, { 0, 80 }, FALSE, FALSE, TRUE },
};

static void
assert_stretch (const GlaTimelineScene *scene,
                GlaTimelineItemKind     kind,
                const int               days[2])
{
  const GlaTimelineItem *item = find_item (scene, kind, 0);
  GlaDay day0 = gla_test_history_day (0);
  double least = 3 * scene->unit + 1;

  if (days[0] < 0)
    {
      g_assert_null (item);
      return;
    }
  g_assert_nonnull (item);
  /* One visit with effect is drawn a little wider than it is long. */
  g_assert_cmpfloat (fabs (item->x - gla_timeline_scene_get_x (scene, day0 + days[0])), <=, least);
  g_assert_cmpfloat (fabs (item->x + item->width
                           - gla_timeline_scene_get_x (scene, day0 + days[1])), <=, least);
}

static void
test_stretches (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (stretches); i++)
    {
      g_autoptr (GlaTimelineModel) model = gla_drawn_model (stretches[i].script,
                                                            stretches[i].today);
      g_autoptr (GlaTimelineScene) scene = new_scene (model, GLA_TIMELINE_CALENDAR,
                                                      GLA_TIMELINE_RANGE_ALL, 900, FALSE, FALSE);

      g_test_message ("%s", stretches[i].script);
      assert_stretch (scene, GLA_TIMELINE_ITEM_SEEN, stretches[i].seen);
      assert_stretch (scene, GLA_TIMELINE_ITEM_TOLD, stretches[i].told);
      assert_stretch (scene, GLA_TIMELINE_ITEM_ENDING, stretches[i].ending);
      g_assert_cmpuint (count_items (scene, GLA_TIMELINE_ITEM_STILL), ==, stretches[i].still);
      g_assert_cmpuint (count_items (scene, GLA_TIMELINE_ITEM_NOT_SEEN), ==,
                        stretches[i].not_seen);
      g_assert_cmpuint (count_items (scene, GLA_TIMELINE_ITEM_MISSING), ==, stretches[i].missing);
      g_assert_cmpuint (count_items (scene, GLA_TIMELINE_ITEM_JUDGE), ==,
                        stretches[i].today < 14);
    }
}

/* Areas in the order of the catalogue, whatever came first; none without anything. */
static void
test_rows (void)
{
  g_autoptr (GlaTimelineModel) model = gla_drawn_model (
    "x 2 - - -;t 0 a MENT ona 8;t 10 b LCL ona 24;t 20 c GLAB ona 20;x 30 MASS abo-p 60;"
    "t 40 d FRON ona 10;e 50 - ache of=b", 100);
  static const char *const names[] = { "FRON", "GLAB", "LCL", "MENT", "MASS", NULL };

  g_assert_cmpuint (model->rows->len, ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const GlaTimelineRow *row = g_ptr_array_index (model->rows, i);

      g_assert_cmpstr (row->area, ==, names[i]);
      /* An event without an area stands with its treatment. */
      g_assert_cmpuint (row->events->len, ==, g_strcmp0 (names[i], "LCL") == 0 ? 1 : 0);
    }
}

static gboolean
is_words (const GlaTimelineItem *item)
{
  return item->kind == GLA_TIMELINE_ITEM_UNITS || item->kind == GLA_TIMELINE_ITEM_EARLY
         || item->kind == GLA_TIMELINE_ITEM_WEEKS || item->kind == GLA_TIMELINE_ITEM_JUDGE
         || item->kind == GLA_TIMELINE_ITEM_LOT_CODE || item->kind == GLA_TIMELINE_ITEM_TICK
         || item->kind == GLA_TIMELINE_ITEM_LEVEL_NAME;
}

static void
assert_no_overlap (const GlaTimelineScene *scene)
{
  for (guint i = 0; i < scene->items->len; i++)
    for (guint j = i + 1; j < scene->items->len; j++)
      {
        const GlaTimelineItem *a = &g_array_index (scene->items, GlaTimelineItem, i);
        const GlaTimelineItem *b = &g_array_index (scene->items, GlaTimelineItem, j);
        /* Lines of letters touch with their leading; the letters do not. */
        double leading = 3 * scene->unit;

        if (!is_words (a) || !is_words (b))
          continue;
        if (a->x + 0.01 < b->x + b->width && b->x + 0.01 < a->x + a->width
            && a->y + leading < b->y + b->height && b->y + leading < a->y + a->height)
          {
            g_test_message ("\"%s\" over \"%s\" at width %g", a->text, b->text, scene->width);
            g_test_fail ();
          }
      }
}

static void
test_no_overlap (void)
{
  static const double widths[] = { 360, 520, 740, 1000, 1920 };
  static const guint lengths[] = { 0, 9, 60, 360 };

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      int today = GLA_DRAWN_STORY_TODAY;
      g_autofree char *script = lengths[i] == 0 ? g_strdup (gla_drawn_story ())
                                                : gla_drawn_long_script (lengths[i], &today);
      g_autoptr (GlaTimelineModel) model = gla_drawn_model (script, today);

      for (guint j = 0; j < G_N_ELEMENTS (widths); j++)
        for (guint range = GLA_TIMELINE_RANGE_FIT; range <= GLA_TIMELINE_RANGE_ALL; range++)
          for (guint look = 0; look < 3; look++)
            {
              g_autoptr (GlaTimelineScene) scene = new_scene (model, GLA_TIMELINE_CALENDAR, range,
                                                              widths[j], look == 1, look == 2);

              assert_no_overlap (scene);
            }
    }
}

/* The code of a product may be left out only behind an amount of the same product. */
static void
test_codes (void)
{
  int today;
  g_autofree char *script = gla_drawn_long_script (120, &today);
  g_autoptr (GlaTimelineModel) model = gla_drawn_model (script, today);

  for (guint i = 0; i < model->rows->len; i++)
    {
      const GlaTimelineRow *row = g_ptr_array_index (model->rows, i);
      const char *before = NULL;

      for (guint j = 0; j < row->cycles->len; j++)
        {
          const GlaTimelineCycle *drawn = g_ptr_array_index (row->cycles, j);

          g_assert_cmpint (drawn->units_short != NULL, ==,
                           g_strcmp0 (before, drawn->cycle->product) == 0);
          before = drawn->cycle->product;
        }
    }
}

/* Units of two products stand side by side, never as a sum. */
static void
test_amounts (void)
{
  static const struct { const char *script; const char *units; } amounts[] =
  {
    { "t 0 a GLAB ona 20", "20 ONA" },
    { "t 0 a GLAB ona 12;t 0 a GLAB ona 8.5", "20.5 ONA" },
    { "t 0 a GLAB ona 20;t 0 a GLAB abo-p 50", "20 ONA + 50 ABO" },
    { "t 0 a GLAB ona -", "? ONA" },
    { "t 0 a GLAB - 20", "20 ?" },
    { "t 0 a GLAB - 20;t 0 a GLAB - 10", "20 ? + 10 ?" },
    { "t 0 a LCL ona 12 side=left", "12 ONA L" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    {
      g_autoptr (GlaTimelineModel) model = gla_drawn_model (amounts[i].script, 30);
      const GlaTimelineRow *row = g_ptr_array_index (model->rows, 0);
      const GlaTimelineCycle *drawn = g_ptr_array_index (row->cycles, 0);

      g_assert_cmpstr (drawn->units, ==, amounts[i].units);
    }
}

static void
test_axis (void)
{
  g_autoptr (GlaTimelineModel) model = gla_drawn_model (gla_drawn_story (), GLA_DRAWN_STORY_TODAY);

  for (guint rtl = 0; rtl < 2; rtl++)
    {
      g_autoptr (GlaTimelineScene) scene = new_scene (model, GLA_TIMELINE_CALENDAR,
                                                      GLA_TIMELINE_RANGE_YEAR, 800, rtl, FALSE);
      double first = gla_timeline_scene_get_x (scene, scene->from);
      double last = gla_timeline_scene_get_x (scene, scene->to);

      g_assert_cmpfloat_with_epsilon (fabs (last - first), scene->plot_width, 1e-6);
      g_assert_cmpint (last < first, ==, rtl);
      for (double x = scene->plot_x; x <= scene->plot_x + scene->plot_width; x += 7.3)
        g_assert_cmpfloat_with_epsilon (
          gla_timeline_scene_get_x (scene, gla_timeline_scene_get_day (scene, x)), x, 1e-6);
    }
}

/* A scene from right to left is the mirror image of the other. */
static void
test_mirror (void)
{
  g_autoptr (GlaTimelineModel) model = gla_drawn_model (gla_drawn_story (), GLA_DRAWN_STORY_TODAY);
  g_autoptr (GlaTimelineScene) ltr = new_scene (model, GLA_TIMELINE_CALENDAR,
                                                GLA_TIMELINE_RANGE_FIT, 800, FALSE, FALSE);
  g_autoptr (GlaTimelineScene) rtl = new_scene (model, GLA_TIMELINE_CALENDAR,
                                                GLA_TIMELINE_RANGE_FIT, 800, TRUE, FALSE);

  g_assert_cmpuint (ltr->items->len, ==, rtl->items->len);
  for (guint i = 0; i < ltr->items->len; i++)
    {
      const GlaTimelineItem *a = &g_array_index (ltr->items, GlaTimelineItem, i);
      const GlaTimelineItem *b = &g_array_index (rtl->items, GlaTimelineItem, i);

      g_assert_cmpint (a->kind, ==, b->kind);
      g_assert_cmpfloat_with_epsilon (a->x + a->width, 800 - b->x, 1e-6);
    }
}

/* Every mark of the story can be hit, and says something in words. */
static void
test_pick (void)
{
  g_autoptr (GlaTimelineModel) model = gla_drawn_model (gla_drawn_story (), GLA_DRAWN_STORY_TODAY);
  g_autoptr (GlaTimelineScene) scene = new_scene (model, GLA_TIMELINE_CALENDAR,
                                                  GLA_TIMELINE_RANGE_FIT, 1600, FALSE, FALSE);
  static const GlaTimelineItemKind kinds[] =
  {
    GLA_TIMELINE_ITEM_SEEN, GLA_TIMELINE_ITEM_ENDING, GLA_TIMELINE_ITEM_TOLD,
    GLA_TIMELINE_ITEM_STILL, GLA_TIMELINE_ITEM_NOT_SEEN, GLA_TIMELINE_ITEM_INJECTION,
    GLA_TIMELINE_ITEM_TOUCH_UP, GLA_TIMELINE_ITEM_GRADE, GLA_TIMELINE_ITEM_GRADE_REST,
    GLA_TIMELINE_ITEM_GRADE_PATIENT, GLA_TIMELINE_ITEM_REPORT, GLA_TIMELINE_ITEM_ADVERSE,
    GLA_TIMELINE_ITEM_UNITS, GLA_TIMELINE_ITEM_WEEKS, GLA_TIMELINE_ITEM_EARLY,
    GLA_TIMELINE_ITEM_MISSING, GLA_TIMELINE_ITEM_WEEKS_RANGE, GLA_TIMELINE_ITEM_JUDGE,
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const GlaTimelineItem *item = find_item (scene, kinds[i], 0);
      const GlaTimelineItem *hit;
      g_autofree char *label = NULL;

      g_test_message ("kind %u", kinds[i]);
      g_assert_nonnull (item);
      hit = gla_timeline_scene_pick (scene, item->x + item->width / 2,
                                     item->y + item->height / 2, 4);
      g_assert_nonnull (hit);
      g_assert_true (hit->record == item->record || hit->cycle == item->cycle);
      label = gla_timeline_dup_item_label (model, item);
      g_assert_nonnull (label);
      g_assert_cmpuint (strlen (label), >, 8);
    }
  g_assert_null (gla_timeline_scene_pick (scene, 2, 2, 4));
}

static void
test_moves (void)
{
  g_autoptr (GlaTimelineModel) model = gla_drawn_model (
    "t 0 a FRON ona 10;t 100 b FRON ona 10;t 200 c FRON ona 10;"
    "t 90 d GLAB ona 20;t 210 e GLAB ona 20;t 195 f MENT ona 8", 260);
  g_autoptr (GlaTimelineScene) scene = new_scene (model, GLA_TIMELINE_CALENDAR,
                                                  GLA_TIMELINE_RANGE_ALL, 800, FALSE, FALSE);
  /* stops: 0 a, 1 b, 2 c | 3 d, 4 e | 5 f */
  static const struct { guint from; int along, across; guint to; } moves[] =
  {
    { 0, 1, 0, 1 }, { 1, 1, 0, 2 }, { 2, 1, 0, 2 }, { 0, -1, 0, 0 }, { 3, -1, 0, 3 },
    { 0, 0, 1, 3 }, { 1, 0, 1, 3 }, { 2, 0, 1, 4 }, { 4, 0, -1, 2 }, { 3, 0, -1, 1 },
    { 4, 0, 1, 5 }, { 5, 0, -1, 4 }, { 5, 0, 1, 5 }, { 0, 0, -1, 0 },
  };

  g_assert_cmpuint (scene->stops->len, ==, 6);
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    g_assert_cmpuint (gla_timeline_scene_move (scene, moves[i].from, moves[i].along,
                                               moves[i].across), ==, moves[i].to);
  g_assert_cmpuint (gla_timeline_scene_row_edge (scene, 1, FALSE), ==, 0);
  g_assert_cmpuint (gla_timeline_scene_row_edge (scene, 1, TRUE), ==, 2);
}

/* Lots are printed on paper; on screen only beside the cycle in focus. */
static void
test_lots (void)
{
  g_autoptr (GlaTimelineModel) model = gla_drawn_model (
    "t 0 a GLAB ona 20 lot=A1;t 120 b GLAB ona 20 lot=A1;t 240 c GLAB ona 20 lot=B2;"
    "t 360 d GLAB ona 20", 400);
  g_autoptr (GlaTimelineScene) screen = new_scene (model, GLA_TIMELINE_CALENDAR,
                                                   GLA_TIMELINE_RANGE_ALL, 900, FALSE, FALSE);
  g_autoptr (GlaTimelineScene) paper = new_scene (model, GLA_TIMELINE_CALENDAR,
                                                  GLA_TIMELINE_RANGE_ALL, 900, FALSE, TRUE);

  g_assert_cmpuint (count_items (screen, GLA_TIMELINE_ITEM_LOT), ==, 3);
  g_assert_cmpuint (count_items (screen, GLA_TIMELINE_ITEM_LOT_CODE), ==, 0);
  g_assert_cmpuint (count_items (paper, GLA_TIMELINE_ITEM_LOT_CODE), ==, 3);
  g_assert_cmpstr (find_item (paper, GLA_TIMELINE_ITEM_LOT_CODE, 0)->text, ==, "A1");
  g_assert_cmpstr (find_item (paper, GLA_TIMELINE_ITEM_LOT_CODE, 2)->text, ==, "lot ?");
}

static void
test_doubt (void)
{
  static const struct { const char *day; double days; } dates[] =
  {
    { "100", 0 }, { "100~", 14 }, { "100m", 30 }, { "182y", 364 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autofree char *script = g_strdup_printf ("t %s a GLAB ona 20", dates[i].day);
      g_autoptr (GlaTimelineModel) model = gla_drawn_model (script, 300);
      g_autoptr (GlaTimelineScene) scene = new_scene (model, GLA_TIMELINE_CALENDAR,
                                                      GLA_TIMELINE_RANGE_ALL, 900, FALSE, FALSE);
      const GlaTimelineItem *doubt = find_item (scene, GLA_TIMELINE_ITEM_DOUBT, 0);

      g_assert_cmpint (doubt != NULL, ==, dates[i].days > 0);
      if (doubt != NULL)
        g_assert_cmpfloat_with_epsilon (doubt->width / scene->per_day, dates[i].days, 0.01);
      g_assert_cmpint (g_str_has_prefix (find_item (scene, GLA_TIMELINE_ITEM_UNITS, 0)->text, "~"),
                       ==, dates[i].days > 0);
    }
}

/* Zoomed into a month, forty years of treatments are but a few things to paint. */
static void
test_culling (void)
{
  int today;
  g_autofree char *script = gla_drawn_long_script (360, &today);
  g_autoptr (GlaTimelineModel) model = gla_drawn_model (script, today);
  g_autoptr (GlaText) text = gla_text_new (NULL, 14, FALSE);
  GlaTimelineOptions options = { .width = 1920, .from = model->cycles->today - 5000,
                                 .to = model->cycles->today - 4970, .since = GLA_DAY_NONE };
  g_autoptr (GlaTimelineScene) scene = gla_timeline_scene_new (model, text, &options);

  g_assert_cmpuint (scene->stops->len, ==, 360);
  g_assert_cmpuint (scene->items->len, <, 120);
}

/* Aligned by day of injection: each cycle has a line, and all begin at one place. */
static void
test_days (void)
{
  g_autoptr (GlaTimelineModel) model = gla_drawn_model (gla_drawn_story (), GLA_DRAWN_STORY_TODAY);
  g_autoptr (GlaTimelineScene) scene = new_scene (model, GLA_TIMELINE_DAYS, GLA_TIMELINE_RANGE_ALL,
                                                  800, FALSE, FALSE);
  guint n = model->cycles->cycles->len;
  double x = find_item (scene, GLA_TIMELINE_ITEM_INJECTION, 0)->x;
  double y = -1;

  g_assert_cmpuint (count_items (scene, GLA_TIMELINE_ITEM_INJECTION), ==, n);
  g_assert_cmpuint (scene->stops->len, ==, n);
  for (guint i = 0; i < n; i++)
    {
      const GlaTimelineItem *item = find_item (scene, GLA_TIMELINE_ITEM_INJECTION, i);

      g_assert_cmpfloat (item->x, ==, x);
      g_assert_cmpfloat (item->y, >, y);
      y = item->y;
    }
}

/* The sign of a missing follow-up stands beside the squares of other visits, and
 * an arrow ends before the next injection. */
static void
test_neighbours (void)
{
  g_autoptr (GlaTimelineModel) model = gla_drawn_model (
    "t 0 a GLAB ona 20;g 0 GLAB 3 rest=2;g 8 GLAB 1 rest=0;g 119 GLAB 2;t 120 b GLAB ona 20", 130);

  for (double width = 320; width < 2000; width += 90)
    {
      g_autoptr (GlaTimelineScene) scene = new_scene (model, GLA_TIMELINE_CALENDAR,
                                                      GLA_TIMELINE_RANGE_ALL, width, FALSE, FALSE);
      const GlaTimelineItem *missing = find_item (scene, GLA_TIMELINE_ITEM_MISSING, 0);
      const GlaTimelineItem *arrow = find_item (scene, GLA_TIMELINE_ITEM_STILL, 0);

      g_assert_nonnull (missing);
      g_assert_nonnull (arrow);
      g_assert_cmpfloat (arrow->x + arrow->width, <=,
                         gla_timeline_scene_get_x (scene, gla_test_history_day (120)));
      for (guint i = 0; i < scene->items->len; i++)
        {
          const GlaTimelineItem *item = &g_array_index (scene->items, GlaTimelineItem, i);

          if (item->kind == GLA_TIMELINE_ITEM_GRADE || item->kind == GLA_TIMELINE_ITEM_GRADE_REST)
            g_assert_true (item->x + item->width <= missing->x
                           || item->x >= missing->x + missing->width);
        }
    }
}

/* The six values of most cycles have a colour, all others are grey. */
static void
test_highlight (void)
{
  g_autoptr (GString) script = g_string_new (NULL);
  g_autoptr (GlaTimelineModel) model = NULL;
  g_autoptr (GlaText) text = gla_text_new (NULL, 14, FALSE);
  g_autoptr (GlaTimelineScene) scene = NULL;
  GlaTimelineOptions options = { .width = 1200, .highlight = GLA_TIMELINE_HIGHLIGHT_LOT };
  guint values[8] = { 0 };

  /* Lot L0 once, L7 eight times. */
  for (int lot = 0, day = 0; lot < 8; lot++)
    for (int i = 0; i <= lot; i++, day += 100)
      g_string_append_printf (script, "t %d t%d GLAB ona 20 lot=L%d;g %d GLAB 3;g %d GLAB 1;"
                              "g %d GLAB 1\n", day, day, lot, day, day + 20, day + 80);
  model = gla_drawn_model (script->str, 3700);
  gla_timeline_range_get_span (GLA_TIMELINE_RANGE_ALL, model, GLA_TIMELINE_CALENDAR, &options.from,
                               &options.to, &options.since);
  scene = gla_timeline_scene_new (model, text, &options);

  g_assert_cmpuint (scene->highlights->len, ==, 6);
  g_assert_cmpstr (g_ptr_array_index (scene->highlights, 0), ==, "L7");
  g_assert_cmpstr (g_ptr_array_index (scene->highlights, 5), ==, "L2");
  for (guint i = 0; i < scene->items->len; i++)
    {
      const GlaTimelineItem *item = &g_array_index (scene->items, GlaTimelineItem, i);

      if (item->kind == GLA_TIMELINE_ITEM_SEEN && item->cycle != NULL)
        values[item->value]++;
    }
  g_assert_cmpuint (values[0], ==, 0);
  for (guint i = 1; i <= 6; i++)
    g_assert_cmpuint (values[i], ==, 9 - i);
  g_assert_cmpuint (values[7], ==, 2 + 1);
}

/* Where a patient is opened: all that there is, at most two years, and not an empty place. */
static void
test_fitting (void)
{
  static const struct
  {
    const char *script;
    int today;
    int from[2]; /* the view begins between these days */
    int to[2];   /* and ends between these */
  } cases[] =
  {
    { "", 100, { 90, 99 }, { 220, 240 } },
    { "t 0 a GLAB ona 20", 0, { -10, -1 }, { 110, 150 } },
    { "t 0 a GLAB ona 20", 60, { -10, -1 }, { 110, 170 } },
    { "t 0 a GLAB ona 20;t 300 b GLAB ona 20", 320, { -15, -1 }, { 340, 420 } },
    { "t 0 a GLAB ona 20;t 900 b GLAB ona 20", 1000, { 230, 269 }, { 1050, 1200 } },
    { "t 0 a GLAB ona 20;t 400 b GLAB ona 20;g 500 GLAB 3", 3000, { -30, -1 }, { 500, 600 } },
    { "t 0 a GLAB ona 20;x 800 GLAB - -", 3000, { 40, 69 }, { 801, 900 } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GlaTimelineModel) model = gla_drawn_model (cases[i].script, cases[i].today);
      double zero = model->cycles->today - cases[i].today;
      double from, to;
      GlaDay since;

      gla_timeline_range_get_span (GLA_TIMELINE_RANGE_FIT, model, GLA_TIMELINE_CALENDAR, &from,
                                   &to, &since);
      g_test_message ("%s on day %d: %g to %g", cases[i].script, cases[i].today, from - zero,
                      to - zero);
      g_assert_cmpfloat (from - zero, >=, cases[i].from[0]);
      g_assert_cmpfloat (from - zero, <=, cases[i].from[1]);
      g_assert_cmpfloat (to - zero, >=, cases[i].to[0]);
      g_assert_cmpfloat (to - zero, <=, cases[i].to[1]);
      g_assert_cmpfloat (since, >=, from);
    }
}

static void
test_empty (void)
{
  g_autoptr (GlaTimelineModel) model = gla_drawn_model ("", 100);
  g_autoptr (GlaTimelineScene) scene = new_scene (model, GLA_TIMELINE_CALENDAR,
                                                  GLA_TIMELINE_RANGE_FIT, 800, FALSE, FALSE);

  g_assert_true (gla_timeline_scene_is_empty (scene));
  g_assert_cmpuint (count_items (scene, GLA_TIMELINE_ITEM_NAME), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline-scene/stretches", test_stretches);
  g_test_add_func ("/timeline-scene/rows", test_rows);
  g_test_add_func ("/timeline-scene/no-overlap", test_no_overlap);
  g_test_add_func ("/timeline-scene/codes", test_codes);
  g_test_add_func ("/timeline-scene/amounts", test_amounts);
  g_test_add_func ("/timeline-scene/axis", test_axis);
  g_test_add_func ("/timeline-scene/mirror", test_mirror);
  g_test_add_func ("/timeline-scene/pick", test_pick);
  g_test_add_func ("/timeline-scene/moves", test_moves);
  g_test_add_func ("/timeline-scene/lots", test_lots);
  g_test_add_func ("/timeline-scene/doubt", test_doubt);
  g_test_add_func ("/timeline-scene/culling", test_culling);
  g_test_add_func ("/timeline-scene/days", test_days);
  g_test_add_func ("/timeline-scene/neighbours", test_neighbours);
  g_test_add_func ("/timeline-scene/highlight", test_highlight);
  g_test_add_func ("/timeline-scene/fitting", test_fitting);
  g_test_add_func ("/timeline-scene/empty", test_empty);
  return g_test_run ();
}
