/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every fact of the table is produced, has rows where it comes from rows, and is documented. */

#include "config.h"

#include "gla-case-play.h"

#include "gla-lot-peers.h"
#include "gla-xml.h"

#include <string.h>

#define FADING \
  "t 0 x GLAB ona 20 lot=L;g 0 GLAB 3 rest=2;g 28 GLAB 1 rest=1;g 110 GLAB 1;g 130 GLAB 3;" \
  "t 140 y GLAB inco 20 lot=L;g 140 GLAB 3 rest=2;g 168 GLAB 1 rest=1;g 250 GLAB 3;"

/* Records that between them know everything. */
static const GlaCasePlay plays[] = {
  { "a vial and all figures",
    "v V ona 100 pack=ona-botox-100 diluent=2500 made=-1,9 expiry=300 lot=L;x -300 LCL ona 12;"
    "t -40 f FRON ona 10 lot=L;t 0 a GLAB ona 20 vial=V volume=500 points=5;"
    "g 0 GLAB 3 rest=2;g 28 GLAB 2 rest=1;e 3 GLAB headache;t 100 b GLAB ona 20 lot=M;"
    "g 100 GLAB 3;g 128 GLAB 1;g 160 GLAB 3",
    "lot=1/4 flag=ok tier=ok drawn=60 medicine=Aspirin", 170,
    "S0=none S1=little S1a=none !test-day=165 !muscle-strong=yes !excursion=no "
    "!supplier-approved=yes !counterfeit-sign=no !new-medicine=no !vaccine=no !sport=no",
    "S0 S1 S1a S2 S3 S4 S5* S6 A", NULL },
  { "earlier cycles of the same product",
    FADING "t 300 z GLAB ona 20 lot=L;g 300 GLAB 3;g 328 GLAB 1;g 400 GLAB 3;"
    "t 410 a GLAB ona 20 lot=L;g 410 GLAB 3 rest=2;g 438 GLAB 2 rest=2;g 460 GLAB 3", NULL, 470,
    "S0=none S1=faded", "S0 S1 S9 S9-normal E", NULL },
  { "after another product", FADING, "from=y", 200, "S0=none S1=faded", "S0 S1 S9 S9-ask A",
    NULL },
  { "treated elsewhere", "", "elsewhere", 30, "S0=none S1=little S1a=weak !session-day=10",
    "S0 S1 S1a S2 S3 S3b S5* S6 A", NULL },
};

/* Facts that are no rows' own: of the day, of figures handed in, of a person. */
static const char *const rowless[] = {
  "today", "clock-back", "area", "area-name", "product", "product-name", "family", "dose-group",
  "last-injection-day", "days-last", "touch-ups", "retreated", "days-to-label",
  "baseline-carried", "graded-in-window", "graded-after-touch-up", "now-day", "rest-before",
  "rest-now", "rest-change", "failures", "prior-response", "label-low", "label-high",
  "points-usual", "muscle-strong", "previous-product", "label-diluent", "vials-differ",
  "in-use-hours", "excursion", "supplier-approved", "counterfeit-sign", "lot-peers",
  "lot-failures", "lot-background", "lot-p", "lot-flag", "boosters", "sessions-year", "elsewhere",
  "other-indications", "interval-short", "new-medicine", "vaccine", "sport", "comparable-cycles",
  "own-median", "duration-ratio", "two-thirds-rule", "short-cycles", "shortening-tier",
  "shortening-share", "shortening-ratio", "repeat-count", "repeat-days", "forehead-days",
  "test-day", "test-days", "tests", "findings", "findings-to-correct", "adverse-events",
  "retreated-after", NULL,
};

static void
collect_cb (GlaCase            *self,
            const GlaFactInput *input,
            gpointer            user_data)
{
  GHashTable *known = user_data;
  g_autoptr (GlaFacts) facts = gla_case_get_facts (self, input);
  guint n;
  const GlaFactInfo *table = gla_fact_table_get (&n);

  for (guint i = 0; i < n; i++)
    {
      const GlaCaseFact *fact = gla_facts_find (facts, table[i].name);

      if (!fact->known)
        continue;
      g_hash_table_add (known, (gpointer) table[i].name);
      if (fact->rows->len == 0 && !fact->stated &&
          !g_strv_contains (rowless, table[i].name))
        {
          g_test_message ("%s has no rows", table[i].name);
          g_test_fail ();
        }
    }
}

static void
test_produced (void)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  guint n;
  const GlaFactInfo *table = gla_fact_table_get (&n);

  for (gsize i = 0; i < G_N_ELEMENTS (plays); i++)
    gla_case_play_with (&plays[i], collect_cb, known);
  for (guint i = 0; i < n; i++)
    {
      g_test_message ("%s (%s%s%s): %s", table[i].name, gla_fact_type_to_key (table[i].type),
                      table[i].unit[0] != '\0' ? ", " : "", table[i].unit,
                      gla_fact_info_get_meaning (&table[i]));
      if (!g_hash_table_contains (known, table[i].name))
        {
          g_test_message ("never produced: %s", table[i].name);
          g_test_fail ();
        }
    }
}

/* The table of data/protocol/README.md is that of the program. */
static void
test_documented (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "protocol",
                                                 "README.md", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  guint n;
  const GlaFactInfo *table = gla_fact_table_get (&n);
  guint n_rows = 0;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *row = g_strdup_printf ("| `%s` | %s | %s | %s | %s |\n", table[i].name,
                                              gla_fact_type_to_key (table[i].type), table[i].unit,
                                              table[i].meaning,
                                              table[i].can_be_stated ? "yes" : "");

      if (strstr (text, row) == NULL)
        g_error ("not in README.md: %s", row);
      g_assert_true (gla_fact_table_find (table[i].name) == &table[i]);
    }
  for (const char *at = strstr (text, "\n## Facts"); at != NULL && (at = strstr (at, "\n| `"));
       at++)
    n_rows++;
  g_assert_cmpuint (n_rows, ==, n);
}

static void
check_values_cb (GlaCase            *self,
                 const GlaFactInput *input,
                 gpointer            user_data)
{
  static const struct
  {
    const char *name;
    const char *value;
  } wanted[] = {
    { "today", "2024-06-19" }, { "days", "170" }, { "session-day", "2024-01-01" },
    { "units", "20" }, { "label-low", "20" }, { "dose-ratio", "1" }, { "baseline", "3" },
    { "now", "2" }, { "change", "1" }, { "rest-change", "1" }, { "retreated-after", "100" },
    { "label-end", "2024-07-10" }, { "days-to-label", "21" }, { "diluent", "2.5" },
    { "vial-hours-least", "15" }, { "vial-hours-most", "39" }, { "in-use-hours", "24" },
    { "vial-drawn", "60" }, { "vial-content", "100" }, { "expired", "no" }, { "lot", "L" },
    { "interval-before", "40" }, { "interval-short", "yes" }, { "elsewhere", "1" },
    { "lot-p", "0.5021" }, { "lot-background", "0.16" }, { "repeat-count", "1" },
    { "repeat-change", "2" }, { "repeat-day", "2024-04-10" }, { "forehead-days", "210" },
    { "test-days", "5" }, { "tests", "1" }, { "sessions-year", "3" }, { "failures", "0" },
    { "male", "no" }, { "weakening-medicine", "no" }, { "adverse-events", "1" },
  };
  g_autoptr (GlaFacts) facts = gla_case_get_facts (self, input);
  g_autoptr (GlaXmlDoc) doc = gla_facts_to_xml (facts);

  for (gsize i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      g_autofree char *text = gla_case_fact_to_text (gla_facts_find (facts, wanted[i].name));
      g_autofree char *element = gla_xml_dup_child_text (gla_xml_root (doc), wanted[i].name);

      if (strcmp (text, wanted[i].value) != 0)
        {
          g_test_message ("%s is %s, not %s", wanted[i].name, text, wanted[i].value);
          g_test_fail ();
        }
      g_assert_cmpstr (text, ==, element);
    }
}

static void
test_values (void)
{
  gla_case_play_with (&plays[0], check_values_cb, NULL);
}

/* Exact tails, computed by hand: P(X >= k) for n peers at 16 %. */
static void
test_binomial (void)
{
  static const struct
  {
    guint k, n;
    double p;
  } tails[] = {
    { 0, 5, 1.0 },        { 1, 1, 0.16 },        { 2, 2, 0.0256 },      { 2, 3, 0.068608 },
    { 3, 4, 0.01441792 }, { 3, 5, 0.0317587456 }, { 4, 4, 0.00065536 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (tails); i++)
    {
      GlaLotFigures lot = { tails[i].n, tails[i].k, -1.0 };

      g_assert_cmpfloat_with_epsilon (gla_lot_figures_get_tail (&lot, 0.16), tails[i].p, 1e-12);
    }
}

static void
add_peer (GlaLotPeers *peers,
          const char  *script,
          int          today)
{
  g_autoptr (GlaHistory) history = gla_test_history_new (script);
  GlaCycleSettings settings;
  g_autoptr (GlaCycles) cycles = NULL;
  g_autoptr (GlaConstants) constants = gla_constants_new (gla_case_play_catalogue ());

  gla_cycle_settings_init (&settings, gla_case_play_catalogue ());
  cycles = gla_cycles_new (history, gla_case_play_catalogue (), &settings,
                           gla_test_history_day (today));
  gla_lot_peers_add (peers, cycles, &settings, constants);
}

/* Only this product and lot, only graded in the window, one count for each patient. */
static void
test_peers (void)
{
  GlaLotPeers peers = { "ona", "L" };
  GlaLotFigures figures;

  add_peer (&peers, "t 0 a GLAB ona 20 lot=L;g 0 GLAB 3;g 28 GLAB 3", 50);
  add_peer (&peers, "t 0 a GLAB ona 20 lot=l;g 0 GLAB 3;g 42 GLAB 1", 50);
  add_peer (&peers, "t 0 a GLAB ona 20 lot=L;g 0 GLAB 3;g 43 GLAB 3", 50);
  add_peer (&peers, "t 0 a GLAB ona 20 lot=L;g 28 GLAB 3", 50);
  add_peer (&peers, "t 0 a GLAB inco 20 lot=L;g 0 GLAB 3;g 28 GLAB 3", 50);
  add_peer (&peers, "t 0 a GLAB ona 20 lot=M;g 0 GLAB 3;g 28 GLAB 1", 50);
  add_peer (&peers, "t 0 a GLAB ona 20 lot=L;t 0 a FRON ona 10 lot=L;g 0 GLAB 3;g 0 FRON 3;"
                    "g 28 GLAB 3;g 28 FRON 1", 50);
  gla_lot_peers_get (&peers, &figures);
  g_assert_cmpuint (figures.n_peers, ==, 3);
  g_assert_cmpuint (figures.n_failures, ==, 2);
  /* Two areas of other lots are too few for a share of the clinic's own. */
  g_assert_cmpuint (peers.n_others, ==, 2);
  g_assert_cmpfloat (figures.background, <, 0.0);
  peers.n_others = 40;
  peers.n_other_failures = 10;
  gla_lot_peers_get (&peers, &figures);
  g_assert_cmpfloat (figures.background, ==, 0.25);
  peers.patient = "patient";
  add_peer (&peers, "t 0 a GLAB ona 20 lot=L;g 0 GLAB 3;g 28 GLAB 3", 50);
  g_assert_cmpuint (peers.n_peers, ==, 3);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gla_case_play_begin ();
  g_test_add_func ("/assistant/facts/produced", test_produced);
  g_test_add_func ("/assistant/facts/values", test_values);
  g_test_add_func ("/assistant/facts/documented", test_documented);
  g_test_add_func ("/assistant/facts/binomial", test_binomial);
  g_test_add_func ("/assistant/facts/peers", test_peers);
  return g_test_run ();
}
