/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-case-play.h"

#include <stdlib.h>
#include <string.h>

/* What a play is played with; it is made anew for each day. */
typedef struct
{
  const GlaCasePlay *play;
  int day;
  GlaCycles *cycles;
  GlaCycleSettings settings;
  GlaConstants *constants;
  GlaShortening shortening;
  GlaLotFigures lot;
  GlaFactInput input;
  GStrv extra;
} Stage;

static GlaCatalogue *catalogue;
static GlaProtocol *protocol;
static GHashTable *taken;       /* (element-type utf8): what was come to */

void
gla_case_play_begin (void)
{
  g_autoptr (GError) error = NULL;

  catalogue = gla_catalogue_load_builtin (&error);
  g_assert_no_error (error);
  protocol = gla_protocol_load_builtin (catalogue, &error);
  g_assert_no_error (error);
  taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

GlaProtocol *
gla_case_play_protocol (void)
{
  return protocol;
}

GlaCatalogue *
gla_case_play_catalogue (void)
{
  return catalogue;
}

/* What stands behind "name=", or NULL. */
static const char *
get_extra (const Stage *stage,
           const char  *name)
{
  gsize length = strlen (name);

  for (guint i = 0; stage->extra[i] != NULL; i++)
    if (strncmp (stage->extra[i], name, length) == 0 && stage->extra[i][length] == '=')
      return stage->extra[i] + length + 1;
  return NULL;
}

static gboolean
has_extra (const Stage *stage,
           const char  *name)
{
  return g_strv_contains ((const char *const *) stage->extra, name);
}

/* The lines of the record up to the day; vials and people have none. */
static char *
cut_record (const Stage *stage)
{
  g_auto (GStrv) lines = g_strsplit (stage->play->record, ";", -1);
  GString *cut = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strstrip (lines[i]);

      if (line[0] != '\0' && (line[0] == 'v' || has_extra (stage, "ahead") ||
                              atoi (line + 1) <= stage->day))
        g_string_append_printf (cut, "%s;", line);
    }
  return g_string_free (cut, FALSE);
}

static GlaHistory *
make_history (const Stage *stage)
{
  g_autofree char *record = cut_record (stage);
  GlaPatient patient = { .birth_day = GLA_DAY_NONE };

  patient.sex = has_extra (stage, "male") ? GLA_SEX_MALE : GLA_SEX_FEMALE;
  patient.medicines = get_extra (stage, "medicine");
  return gla_test_history_new_of (&patient, record);
}

static void
read_constants (Stage *stage)
{
  for (guint i = 0; stage->extra[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (stage->extra[i], ":", 2);

      if (words[0] != NULL && words[1] != NULL)
        g_assert_true (gla_constants_override (stage->constants, words[0], atof (words[1]),
                                               atof (words[1])));
    }
}

static GlaDetectorTier
read_tier (const char *word)
{
  if (strcmp (word, "red") == 0)
    return GLA_DETECTOR_RED;
  return strcmp (word, "amber") == 0 ? GLA_DETECTOR_AMBER : GLA_DETECTOR_OK;
}

static void
read_figures (Stage *stage)
{
  const char *lot = get_extra (stage, "lot");
  const char *flag = get_extra (stage, "flag");
  const char *tier = get_extra (stage, "tier");
  const char *drawn = get_extra (stage, "drawn");
  const char *background = get_extra (stage, "background");

  stage->lot.background = background != NULL ? atof (background) : -1.0;
  if (lot != NULL)
    {
      stage->lot.n_failures = (guint) atoi (lot);
      stage->lot.n_peers = (guint) atoi (strchr (lot, '/') + 1);
    }
  if (flag != NULL)
    {
      stage->lot.is_judged = TRUE;
      stage->lot.flag = read_tier (flag);
    }
  if (lot != NULL || flag != NULL)
    stage->input.lot = &stage->lot;
  if (tier != NULL)
    {
      stage->shortening.detection.n_visits = 6;
      stage->shortening.detection.p20 = 0.5;
      stage->shortening.detection.ratio = 0.6;
      stage->shortening.tier = read_tier (tier);
      stage->input.shortening = &stage->shortening;
    }
  stage->input.two_thirds_rule = has_extra (stage, "two-thirds");
  stage->input.vial_drawn = GLA_UNITS_UNKNOWN;
  if (drawn != NULL)
    g_assert_true (gla_units_parse (drawn, &stage->input.vial_drawn));
}

static void
stage_clear (Stage *stage)
{
  gla_cycles_unref (stage->cycles);
  gla_constants_unref (stage->constants);
  g_strfreev (stage->extra);
}

static void
stage_set_day (Stage *stage,
               int    day)
{
  g_autoptr (GlaHistory) history = NULL;

  stage->day = day;
  history = make_history (stage);
  g_clear_pointer (&stage->cycles, gla_cycles_unref);
  stage->cycles = gla_cycles_new (history, catalogue, &stage->settings, gla_test_history_day (day));
  stage->input.cycles = stage->cycles;
}

static void
stage_init (Stage             *stage,
            const GlaCasePlay *play)
{
  const char *region;

  memset (stage, 0, sizeof *stage);
  stage->play = play;
  stage->extra = g_strsplit (play->extra != NULL ? play->extra : "", " ", -1);
  region = get_extra (stage, "region");
  gla_cycle_settings_init (&stage->settings, catalogue);
  if (region != NULL)
    stage->settings.region = region;
  stage->constants = gla_constants_new (catalogue);
  read_constants (stage);
  read_figures (stage);
  stage->input.settings = &stage->settings;
  stage->input.constants = stage->constants;
  stage_set_day (stage, play->day);
}

static GlaCase *
do_answer (Stage      *stage,
           GlaCase    *self,
           const char *act)
{
  g_auto (GStrv) words = g_strsplit (act, "=", 2);
  const GlaStep *step = gla_case_get_step (self);
  const GlaStepAnswer *answer;
  g_autoptr (GError) error = NULL;
  GlaCase *next;

  if (strcmp (step->id, words[0]) != 0)
    g_error ("%s: at %s, not at %s", stage->play->name, step->id, words[0]);
  answer = gla_step_find_answer (step, words[1]);
  g_assert_nonnull (answer);
  if (answer->needs_reason)
    {
      g_assert_null (gla_case_answer (self, words[1], NULL, &stage->input, &error));
      g_assert_error (error, GLA_KNOWLEDGE_ERROR, GLA_KNOWLEDGE_ERROR_VALUE);
      g_clear_error (&error);
    }
  next = gla_case_answer (self, words[1], "because", &stage->input, &error);
  g_assert_no_error (error);
  g_hash_table_add (taken, g_strdup_printf ("answer %s", act));
  return next;
}

static GlaCase *
do_state (Stage      *stage,
          GlaCase    *self,
          const char *act)
{
  g_auto (GStrv) words = g_strsplit (act + 1, "=", 2);
  g_autofree char *value = g_strdup (words[1]);
  g_autoptr (GError) error = NULL;
  GlaCase *next;

  if (g_ascii_isdigit (value[0]))
    {
      g_free (value);
      value = gla_day_to_iso (gla_test_history_day (atoi (words[1])));
    }
  next = gla_case_state_fact (self, words[0], value, &stage->input, &error);
  g_assert_no_error (error);
  return next;
}

static GlaCase *
act (Stage      *stage,
     GlaCase    *self,
     const char *word)
{
  g_autoptr (GError) error = NULL;
  GlaCase *next;

  switch (word[0])
    {
    case '@':
      stage_set_day (stage, atoi (word + 1));
      next = gla_case_advance (self, &stage->input, &error);
      g_assert_no_error (error);
      return next;
    case '!':
      return do_state (stage, self, word);
    case '<':
      next = gla_case_back (self, word[1] != '\0' ? word + 1 : NULL);
      g_assert_nonnull (next);
      return next;
    default:
      return do_answer (stage, self, word);
    }
}

static void
note_taken (GlaCase *self)
{
  for (guint i = 0; i < self->path->len; i++)
    {
      const GlaCaseVisit *visit = self->path->pdata[i];

      g_hash_table_add (taken, g_strdup_printf ("branch %s %d", visit->step, visit->branch));
      g_assert_nonnull (visit->words);
    }
  for (guint i = 0; i < self->findings->len; i++)
    {
      const GlaCaseFinding *finding = self->findings->pdata[i];

      g_hash_table_add (taken, g_strdup_printf ("find %s", finding->id));
      g_assert_cmpuint (strlen (finding->says), >, 20);
    }
  g_hash_table_add (taken, g_strdup_printf ("step %s", self->step));
}

static void
append_step (GString    *path,
             const char *step)
{
  if (strcmp (step, "S5") == 0)
    g_string_append (path, "S5* ");
  else if (strncmp (step, "S5", 2) != 0)
    g_string_append_printf (path, "%s ", step);
}

static char *
describe_path (GlaCase *self)
{
  static const char states[] = "AWE";
  GString *path = g_string_new (NULL);

  for (guint i = 0; i < self->path->len; i++)
    append_step (path, ((const GlaCaseVisit *) self->path->pdata[i])->step);
  append_step (path, self->step);
  g_string_append_c (path, states[self->state]);
  if (self->state == GLA_CASE_WAITING)
    g_string_append_printf (path, "%d", self->due - gla_test_history_day (0));
  return g_string_free (path, FALSE);
}

static char *
describe_findings (GlaCase            *self,
                   const GlaFactInput *input)
{
  g_autoptr (GlaCasePlan) plan = gla_case_plan_new (self, input);
  GString *findings = g_string_new (NULL);

  for (guint i = 0; i < plan->findings->len; i++)
    g_string_append_printf (findings, "%s%s", i > 0 ? " " : "",
                            ((const GlaCaseFinding *) plan->findings->pdata[i])->id);
  return g_string_free (findings, FALSE);
}

void
gla_case_play_with (const GlaCasePlay *play,
                    GlaCasePlayFunc    func,
                    gpointer           user_data)
{
  Stage stage;
  g_auto (GStrv) acts = g_strsplit (play->acts, " ", -1);
  g_autoptr (GlaCase) self = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *findings = NULL;
  const char *area, *treatment;

  g_test_message ("%s", play->name);
  stage_init (&stage, play);
  area = get_extra (&stage, "area");
  treatment = get_extra (&stage, "from");
  if (has_extra (&stage, "elsewhere"))
    treatment = NULL;
  else if (treatment == NULL)
    treatment = "a";
  self = gla_case_start (protocol, &stage.input, area != NULL ? area : "GLAB", treatment, &error);
  g_assert_no_error (error);
  for (guint i = 0; acts[i] != NULL && acts[i][0] != '\0'; i++)
    {
      GlaCase *next = act (&stage, self, acts[i]);

      gla_case_unref (self);
      self = next;
      note_taken (self);
    }
  path = describe_path (self);
  findings = describe_findings (self, &stage.input);
  if (strcmp (path, play->path) != 0 ||
      (play->findings != NULL && strcmp (findings, play->findings) != 0))
    {
      g_test_message ("expected %s | %s", play->path, play->findings);
      g_test_message ("came to  %s | %s", path, findings);
      g_test_fail ();
    }
  if (func != NULL)
    func (self, &stage.input, user_data);
  stage_clear (&stage);
}

void
gla_case_play (const GlaCasePlay *play)
{
  gla_case_play_with (play, NULL, NULL);
}

static void
count (const char *name,
       guint      *n,
       guint      *n_taken)
{
  (*n)++;
  if (g_hash_table_contains (taken, name))
    (*n_taken)++;
  else
    {
      g_test_message ("never taken: %s", name);
      g_test_fail ();
    }
}

void
gla_case_play_report (void)
{
  guint counts[6] = { 0 };

  for (guint i = 0; i < protocol->steps->len; i++)
    {
      const GlaStep *step = protocol->steps->pdata[i];

      for (guint k = 0; k < step->answers->len; k++)
        {
          const GlaStepAnswer *answer = step->answers->pdata[k];
          g_autofree char *name = g_strdup_printf ("answer %s=%s", step->id, answer->id);

          count (name, &counts[0], &counts[1]);
        }
      for (guint k = 0; k < step->branches->len; k++)
        {
          g_autofree char *name = g_strdup_printf ("branch %s %u", step->id, k);

          count (name, &counts[2], &counts[3]);
        }
      for (guint k = 0; k < step->finds->len; k++)
        {
          const GlaStepFind *find = step->finds->pdata[k];
          g_autofree char *name = g_strdup_printf ("find %s", find->id);

          count (name, &counts[4], &counts[5]);
        }
    }
  g_test_message ("taken: answers %u of %u, branches %u of %u, findings %u of %u", counts[1],
                  counts[0], counts[3], counts[2], counts[5], counts[4]);
}
