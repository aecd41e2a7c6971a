/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * How the protocol says things (evidence, section 8): what it never says, what it
 * always says, and that each statement has a source or a mark.
 */

#include "config.h"

#include "gla-protocol.h"

#include <string.h>

static GlaCatalogue *catalogue;
static GlaProtocol *protocol;

/* Never, in no text, in whatever case. */
static const char *const forbidden[] = {
  "immune", "you have antibodies", "bad batch", "fake", "defective", "1 to 3 %", "1–3 %",
  "safe to", "inject now", "re-inject today", "give the patient", "inject more", "guarantee",
  "fewer antibodies", "less antibodies", "better brand", "best brand", "preferred", "superior",
  "traffic light", "risk score", "antibody risk", "probability of antibodies", "ruins",
  "shortens the effect", "makes it last longer", "weakens botox", "stay upright",
  "will work again", "equals 0.4", "conversion factor", "0.4 u", "2.5:1", "botox is",
  "must inject", "should inject", "we recommend", "recommended dose", "increase the dose",
  "raise the dose", "proves resistance", "proves that", "antibodies proven.", "always works",
  "never works", "diagnosis is",
};

/* Words that only one kind of text may have, and then only so. */
static const struct
{
  const char *step;       /* the step that must say it */
  const char *words;
} required[] = {
  { "S0-stop", "Stop. Emergency care." },
  { "S0-stop", "Call emergency services now" },
  { "S2-developing", "no injection" },
  { "S3b", "Response not computable" },
  { "S2-worn", "Cannot assess the peak: no score between day 14 and 42" },
  { "S5g", "not a proof about the lot" },
  { "S5i", "Zinc: not established" },
  { "S5i", "Theoretical only" },
  { "S5i", "not confirmed" },
  { "S5i", "in one trial" },
  { "S7a", "sources disagree" },
  { "S7b", "not before the end of the label interval" },
  { "S8-missed", "Cannot assess" },
  { "S9", "Most who are noted" },
  { "S9-normal", "Often 3 to 4 months; varies" },
  { "S9-pattern", "Do not answer it by shortening the interval" },
  { "S9-pattern", "say nothing about its cause" },
  { "S12", "nothing is converted" },
  { "S12a", "resistance is excluded as the explanation" },
  { "S12b", "supports reduced response to that type of toxin, does not prove it" },
  { "S12b", "Findings are compatible with reduced response" },
  { "S12u", "practitioner’s own protocol" },
  { "S13", "does not by itself mean the treatment will fail" },
  { "S13", "does not rule it out" },
  { "S14", "Experts disagree" },
  { "S14", "ties to makers" },
  { "S14", "Months are not enough" },
  { "S14", "not licensed for lines" },
  { "S14-toxin", "no product is ranked" },
  { "S15", "only with consent" },
  { "S16", "fell over years in most but not all of 13 patients" },
};

typedef void (*TextFunc) (const GlaStep *step, const char *text, gpointer user_data);

static void
visit (const GlaStep *step,
       const char    *text,
       TextFunc       func,
       gpointer       user_data)
{
  if (text != NULL)
    func (step, text, user_data);
}

static void
for_each_text (const GlaStep *step,
               TextFunc       func,
               gpointer       user_data)
{
  visit (step, step->title, func, user_data);
  visit (step, step->question, func, user_data);
  visit (step, step->outcome_text, func, user_data);
  visit (step, step->patient, func, user_data);
  if (step->practitioner != NULL)
    visit (step, step->practitioner->text, func, user_data);
  for (guint i = 0; i < step->why->len; i++)
    visit (step, ((const GlaMarked *) step->why->pdata[i])->text, func, user_data);
  for (guint i = 0; i < step->answers->len; i++)
    visit (step, ((const GlaStepAnswer *) step->answers->pdata[i])->text, func, user_data);
  for (guint i = 0; i < step->branches->len; i++)
    visit (step, ((const GlaStepBranch *) step->branches->pdata[i])->text, func, user_data);
  for (guint i = 0; i < step->finds->len; i++)
    {
      const GlaStepFind *find = step->finds->pdata[i];

      visit (step, find->says, func, user_data);
      visit (step, find->correct, func, user_data);
      visit (step, find->patient, func, user_data);
    }
  for (guint i = 0; i < step->options->len; i++)
    {
      const GlaStepOption *option = step->options->pdata[i];

      visit (step, option->title, func, user_data);
      visit (step, option->suits, func, user_data);
      visit (step, option->course, func, user_data);
      visit (step, option->limits, func, user_data);
    }
}

static void
check_forbidden_cb (const GlaStep *step,
                    const char    *text,
                    gpointer       user_data)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);

  (*(guint *) user_data)++;
  for (gsize i = 0; i < G_N_ELEMENTS (forbidden); i++)
    if (strstr (lower, forbidden[i]) != NULL)
      {
        g_test_message ("%s says “%s”: %s", step->id, forbidden[i], text);
        g_test_fail ();
      }
}

static void
test_forbidden (void)
{
  guint n_texts = 0;

  for (guint i = 0; i < protocol->steps->len; i++)
    for_each_text (protocol->steps->pdata[i], check_forbidden_cb, &n_texts);
  for (guint i = 0; i < protocol->cautions->len; i++)
    check_forbidden_cb (protocol->steps->pdata[0],
                        ((const GlaMarked *) protocol->cautions->pdata[i])->text, &n_texts);
  g_test_message ("%u texts", n_texts);
  g_assert_cmpuint (n_texts, >, 500);
}

typedef struct
{
  const char *words;
  gboolean found;
} Wanted;

static void
look_for_cb (const GlaStep *step,
             const char    *text,
             gpointer       user_data)
{
  Wanted *wanted = user_data;
  g_autofree char *lower = g_utf8_strdown (text, -1);
  g_autofree char *words = g_utf8_strdown (wanted->words, -1);

  wanted->found |= strstr (lower, words) != NULL;
}

static gboolean
says (const GlaStep *step,
      const char    *words)
{
  Wanted wanted = { words, FALSE };

  for_each_text (step, look_for_cb, &wanted);
  return wanted.found;
}

static void
test_required (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (required); i++)
    {
      const GlaStep *step = gla_protocol_find_step (protocol, required[i].step);

      g_assert_nonnull (step);
      if (says (step, required[i].words))
        continue;
      g_test_message ("%s does not say “%s”", step->id, required[i].words);
      g_test_fail ();
    }
}

/* "Options to consider" are at least two, and no injection or stopping is among them. */
static void
test_options (void)
{
  guint n = 0;

  for (guint i = 0; i < protocol->steps->len; i++)
    {
      const GlaStep *step = protocol->steps->pdata[i];
      g_autofree char *text =
        g_utf8_strdown (step->practitioner != NULL ? step->practitioner->text : "", -1);
      const char *options = strstr (text, "options to consider:");

      if (step->outcome == GLA_OUTCOME_PLAN && options == NULL &&
          strcmp (step->id, "S8-missed") != 0)
        g_error ("%s plans without options", step->id);
      if (options == NULL)
        continue;
      n++;
      g_test_message ("%s: %s", step->id, options);
      g_assert_true (strstr (options, "b)") != NULL || strchr (options, ',') != NULL);
      g_assert_true (strstr (options, "no ") != NULL || strstr (options, "stop") != NULL);
    }
  g_assert_cmpuint (n, >=, 20);
}

/* Units only where a record, a label or a publication says them; antibodies only late. */
static void
test_places (void)
{
  static const char *const about_antibodies[] = { "S5", "S5a", "S5h", "S7a", "S13", "S14", "S15",
                                                  "S16", "S12e", NULL };

  for (guint i = 0; i < protocol->steps->len; i++)
    {
      const GlaStep *step = protocol->steps->pdata[i];
      g_autofree char *patient =
        step->patient != NULL ? g_utf8_strdown (step->patient, -1) : g_strdup ("");

      if (says (step, "antibod") && !g_strv_contains (about_antibodies, step->id))
        g_error ("%s speaks of antibodies", step->id);
      g_assert_null (strstr (patient, "antibod"));
      g_assert_null (strstr (patient, " u "));
      g_assert_null (strstr (patient, "dose"));
      if (strstr (patient, "resistan") != NULL)
        g_assert_cmpstr (step->id, ==, "S12b");
    }
}

static gboolean
has_basis (const GlaMarked *mark)
{
  return mark->sources[0] != NULL || (mark->marks & ~GLA_MARK_OWN) != 0;
}

/* Each find and option has a source or a mark, and each step a reason that has one. */
static void
test_sources (void)
{
  static const char *const plain[] = { "S0-clock", "S14-end", NULL };

  for (guint i = 0; i < protocol->steps->len; i++)
    {
      const GlaStep *step = protocol->steps->pdata[i];
      gboolean found = g_strv_contains (plain, step->id);

      for (guint k = 0; k < step->why->len; k++)
        found |= has_basis (step->why->pdata[k]);
      if (!found)
        g_error ("%s says no source", step->id);
      for (guint k = 0; k < step->finds->len; k++)
        {
          const GlaStepFind *find = step->finds->pdata[k];

          g_assert_true (has_basis (&find->mark));
          g_assert_true (g_str_has_prefix (find->says, "Record shows: ") ||
                         g_str_has_prefix (find->says, "Known: ") ||
                         g_str_has_prefix (find->says, "Stated: "));
          g_assert_true (find->correct == NULL || find->patient != NULL);
        }
      for (guint k = 0; k < step->options->len; k++)
        g_assert_true (has_basis (&((const GlaStepOption *) step->options->pdata[k])->mark));
    }
}

/* A source with ties to a maker says so to whoever reads the step. */
static void
test_ties (void)
{
  guint n = 0;

  for (guint i = 0; i < protocol->steps->len; i++)
    {
      const GlaStep *step = protocol->steps->pdata[i];

      for (guint k = 0; k < step->why->len; k++)
        {
          const GlaMarked *why = step->why->pdata[k];

          for (guint s = 0; why->sources[s] != NULL; s++)
            {
              const GlaSource *source = gla_catalogue_find_source (catalogue, why->sources[s]);

              g_assert_nonnull (source);
              g_assert_cmpstr (source->kind, !=, "");
              n += source->ties[0] != '\0' ? 1 : 0;
            }
        }
    }
  g_assert_cmpuint (n, >=, 10);
  g_assert_cmpstr (gla_catalogue_find_source (catalogue, "G12")->ties, ==, "Allergan trials");
  g_assert_cmpstr (gla_catalogue_find_source (catalogue, "FR15")->ties, ==, "Merz");
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;

  g_test_init (&argc, &argv, NULL);
  catalogue = gla_catalogue_load_builtin (&error);
  g_assert_no_error (error);
  protocol = gla_protocol_load_builtin (catalogue, &error);
  g_assert_no_error (error);

  g_test_add_func ("/assistant/wording/forbidden", test_forbidden);
  g_test_add_func ("/assistant/wording/required", test_required);
  g_test_add_func ("/assistant/wording/options", test_options);
  g_test_add_func ("/assistant/wording/places", test_places);
  g_test_add_func ("/assistant/wording/sources", test_sources);
  g_test_add_func ("/assistant/wording/ties", test_ties);
  return g_test_run ();
}
