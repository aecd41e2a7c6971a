/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-test-history.h"

#include "gla-words.h"

#include <stdlib.h>
#include <string.h>

typedef struct
{
  GlaHistory *history;
  GStrv words;
  const char *line;
  int number;       /* of the line: makes identifiers */
} Line;

GlaDay
gla_test_history_day (int day)
{
  return gla_day_new (2024, 1, 1) + day;
}

/* The word at @index, NULL for "-". */
static const char *
get_word (const Line *line,
          guint       index)
{
  if (index >= g_strv_length (line->words))
    g_error ("too short: %s", line->line);
  return strcmp (line->words[index], "-") == 0 ? NULL : line->words[index];
}

/* What stands behind "name=", or NULL. */
static const char *
get_option (const Line *line,
            const char *name)
{
  gsize length = strlen (name);

  for (guint i = 0; line->words[i] != NULL; i++)
    if (strncmp (line->words[i], name, length) == 0 && line->words[i][length] == '=')
      return line->words[i] + length + 1;
  return NULL;
}

static GlaDay
read_day (const char      *word,
          GlaDayPrecision *precision)
{
  char *end;
  long day;

  if (precision != NULL)
    *precision = GLA_DAY_EXACT;
  if (word == NULL)
    return GLA_DAY_NONE;
  day = strtol (word, &end, 10);
  if (precision != NULL && *end != '\0')
    *precision = *end == '~' ? GLA_DAY_ABOUT : *end == 'm' ? GLA_DAY_MONTH : GLA_DAY_YEAR;
  g_assert_true (end != word && strlen (end) <= 1);
  return gla_test_history_day ((int) day);
}

static GlaUnits
read_units (const char *word)
{
  GlaUnits units = GLA_UNITS_UNKNOWN;

  if (word != NULL)
    g_assert_true (gla_units_parse (word, &units));
  return units;
}

static GlaSide
get_side (const Line *line)
{
  GlaSide side = GLA_SIDE_BOTH;
  const char *word = get_option (line, "side");

  if (word != NULL)
    g_assert_true (gla_side_from_key (word, &side));
  return side;
}

static GlaVisitReason
get_reason (const Line *line)
{
  GlaVisitReason reason = GLA_VISIT_REASON_UNKNOWN;
  const char *word = get_option (line, "reason");

  if (word != NULL)
    g_assert_true (gla_visit_reason_from_key (word, &reason));
  return reason;
}

static gboolean
has_treatment (GlaHistory *history,
               const char *id)
{
  return gla_history_find_treatment (history, id) != NULL;
}

static void
add_injection (const Line *line)
{
  g_autofree char *id = g_strdup_printf ("injection-%03d", line->number);
  g_autofree char *screening = NULL;
  const char *points = get_option (line, "points");
  g_autofree char *map = NULL;
  GlaTreatment treatment = { .id = get_word (line, 2), .patient = "patient" };
  GlaInjection injection = { .id = id, .treatment = treatment.id, .position = line->number };

  treatment.day = read_day (get_word (line, 1), &treatment.precision);
  treatment.reason = get_reason (line);
  if (get_option (line, "yes") != NULL)
    screening = g_strdup_printf ("%s yes", get_option (line, "yes"));
  treatment.screening = screening;
  if (!has_treatment (line->history, treatment.id))
    gla_history_take_treatment (line->history, gla_treatment_new (&treatment));
  injection.area = get_word (line, 3);
  injection.product = get_word (line, 4);
  injection.units = read_units (get_word (line, 5));
  injection.side = get_side (line);
  injection.depth = get_option (line, "depth");
  injection.needle = get_option (line, "needle");
  injection.lot = get_option (line, "lot");
  injection.vial = get_option (line, "vial");
  injection.points = points != NULL ? atoi (points) : 0;
  injection.volume = get_option (line, "volume") != NULL ? atoi (get_option (line, "volume")) : 0;
  if (get_option (line, "map") != NULL)
    map = g_strdelimit (g_strdup (get_option (line, "map")), ":", ' ');
  injection.map_view = map;
  gla_history_take_injection (line->history, gla_injection_new (&injection));
}

static void
add_assessment (const Line *line)
{
  g_autofree char *id = g_strdup_printf ("assessment-%03d", line->number);
  const char *grade = get_word (line, 3);
  const char *rest = get_option (line, "rest");
  const char *scale = get_option (line, "scale");
  GlaAssessment assessment = {
    .id = id,
    .patient = "patient",
    .treatment = get_option (line, "of"),
    .area = get_word (line, 2),
    .side = get_side (line),
    .day = read_day (get_word (line, 1), NULL),
    .rater = g_strcmp0 (get_option (line, "by"), "patient") == 0 ? GLA_RATER_PATIENT
                                                                : GLA_RATER_PRACTITIONER,
    .scale = scale != NULL ? scale : "fws",
    .at_rest = rest != NULL ? atoi (rest) : GLA_GRADE_UNKNOWN,
    .at_maximum = grade != NULL ? atoi (grade) : GLA_GRADE_UNKNOWN,
    .reason = get_reason (line),
  };

  gla_history_take_assessment (line->history, gla_assessment_new (&assessment));
}

static void
add_report (const Line    *line,
            GlaReportKind  kind)
{
  g_autofree char *id = g_strdup_printf ("report-%03d", line->number);
  GlaReport report = {
    .id = id,
    .patient = "patient",
    .treatment = get_option (line, "of"),
    .area = get_option (line, "area"),
    .kind = kind,
    .told_on = read_day (get_option (line, "told"), NULL),
  };

  report.day = read_day (get_word (line, 1), &report.precision);
  gla_history_take_report (line->history, gla_report_new (&report));
}

static void
add_rating (const Line *line)
{
  g_autofree char *id = g_strdup_printf ("rating-%03d", line->number);
  g_autofree char *word = g_strdelimit (g_strdup (get_word (line, 4)), "_", ' ');
  GlaRating rating = {
    .id = id,
    .patient = "patient",
    .treatment = get_option (line, "of"),
    .day = read_day (get_word (line, 1), NULL),
    .rater = g_strcmp0 (get_option (line, "by"), "patient") == 0 ? GLA_RATER_PATIENT
                                                                : GLA_RATER_PRACTITIONER,
    .scale = get_word (line, 2),
    .grade = atoi (get_word (line, 3)),
    .word = word,
  };

  gla_history_take_rating (line->history, gla_rating_new (&rating));
}

static void
add_exposure (const Line *line)
{
  g_autofree char *id = g_strdup_printf ("exposure-%03d", line->number);
  GlaExposure exposure = {
    .id = id,
    .patient = "patient",
    .area = get_word (line, 2),
    .product = get_word (line, 3),
    .units = read_units (get_word (line, 4)),
    .indication = get_option (line, "for"),
    .certainty = g_strv_contains ((const char *const *) line->words, "guess")
                   ? GLA_CERTAINTY_GUESS : GLA_CERTAINTY_TOLD,
  };

  exposure.day = read_day (get_word (line, 1), &exposure.precision);
  gla_history_take_exposure (line->history, gla_exposure_new (&exposure));
}

static void
add_event (const Line *line)
{
  g_autofree char *id = g_strdup_printf ("event-%03d", line->number);
  GlaAdverseEvent event = {
    .id = id,
    .patient = "patient",
    .treatment = get_option (line, "of"),
    .area = get_word (line, 2),
    .kind = get_word (line, 3),
    .resolved = GLA_DAY_NONE,
  };

  event.onset = read_day (get_word (line, 1), &event.precision);
  gla_history_take_adverse_event (line->history, gla_adverse_event_new (&event));
}

/* "made=12,9": reconstituted on day 12 at 9 o'clock. */
static char *
read_made (const char *text)
{
  g_auto (GStrv) words = NULL;
  char day[11];

  if (text == NULL)
    return NULL;
  words = g_strsplit (text, ",", 2);
  gla_day_write_iso (read_day (words[0], NULL), day);
  return g_strdup_printf ("%sT%02d:00", day, atoi (words[1]));
}

static void
add_vial (const Line *line)
{
  g_autofree char *made = read_made (get_option (line, "made"));
  const char *diluent = get_option (line, "diluent");
  GlaVial vial = {
    .id = get_word (line, 1),
    .product = get_word (line, 2),
    .content = read_units (get_word (line, 3)),
    .presentation = get_option (line, "pack"),
    .lot = get_option (line, "lot"),
    .expiry = read_day (get_option (line, "expiry"), NULL),
    .received = GLA_DAY_NONE,
    .diluent_volume = diluent != NULL ? atoi (diluent) : 0,
    .reconstituted = made,
    .state = g_strv_contains ((const char *const *) line->words, "held") ? GLA_VIAL_HELD
                                                                        : GLA_VIAL_SEALED,
  };

  gla_history_take_vial (line->history, gla_vial_new (&vial));
}

static void
add_line (const Line *line)
{
  switch (line->words[0][0])
    {
    case 't':
      add_injection (line);
      break;
    case 'g':
      add_assessment (line);
      break;
    case 'w':
      add_report (line, GLA_REPORT_WORN_OFF);
      break;
    case 's':
      add_report (line, GLA_REPORT_STILL_WORKING);
      break;
    case 'r':
      add_rating (line);
      break;
    case 'x':
      add_exposure (line);
      break;
    case 'e':
      add_event (line);
      break;
    case 'v':
      add_vial (line);
      break;
    default:
      g_error ("no such line: %s", line->line);
    }
}

GlaHistory *
gla_test_history_new_of (const GlaPatient *patient,
                         const char       *script)
{
  g_auto (GStrv) lines = g_strsplit_set (script, "\n;", -1);
  GlaPatient fields = *patient;
  GlaHistory *history;

  fields.id = "patient";
  history = gla_history_new (gla_patient_new (&fields));
  for (int i = 0; lines[i] != NULL; i++)
    {
      Line line = { history, NULL, g_strstrip (lines[i]), i };

      if (line.line[0] == '\0')
        continue;
      line.words = g_strsplit (line.line, " ", -1);
      add_line (&line);
      g_strfreev (line.words);
    }
  gla_history_finish (history);
  return history;
}

GlaHistory *
gla_test_history_new (const char *script)
{
  const GlaPatient patient = { .birth_day = GLA_DAY_NONE };

  return gla_test_history_new_of (&patient, script);
}
