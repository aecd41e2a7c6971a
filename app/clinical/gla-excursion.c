/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-excursion.h"

#include "gla-i18n.h"
#include "gla-vial-use.h"

#include <math.h>
#include <string.h>

#define HOURS_OF_DAY 24
#define MINUTES_OF_HOUR 60
#define DURATION_UNKNOWN (-1)

/* Minutes of the clock on the wall since day 0; below 0 if that is no moment. */
static gint64
count_minutes (const char *moment)
{
  int minute;
  GlaDay day = gla_day_from_moment (moment, &minute);

  return day != GLA_DAY_NONE ? (gint64) day * HOURS_OF_DAY * MINUTES_OF_HOUR + minute : -1;
}

/* The longest time that a look stands for. */
static int
get_minutes (const GlaFridgeReading *reading)
{
  gint64 since = count_minutes (reading->since);
  gint64 moment = count_minutes (reading->moment);
  gint64 span = moment - since;

  return since >= 0 && span > 0 && span < G_MAXINT ? (int) span : DURATION_UNKNOWN;
}

/* A bound that is not known is none. */
static gboolean
is_between (double                  low,
            double                  high,
            const GlaFridgeReading *reading)
{
  return (isnan (low) || reading->low >= (int) lround (low * GLA_CENTI))
         && (isnan (high) || reading->high <= (int) lround (high * GLA_CENTI));
}

/* Of two ranges, one has to hold all of it. */
static gboolean
is_outside (const GlaStorage       *storage,
            const GlaFridgeReading *reading)
{
  if (is_between (storage->low_celsius, storage->high_celsius, reading))
    return FALSE;
  return isnan (storage->or_low_celsius)
         || !is_between (storage->or_low_celsius, storage->or_high_celsius, reading);
}

static gboolean
counts (const GlaVial          *vial,
        const GlaFridgePast    *past,
        const GlaFridgeReading *reading,
        GlaDay                  until)
{
  int minute;
  GlaDay day = gla_day_from_moment (reading->moment, &minute);

  /* Only what was seen by then is known of that day: a warm spell may have come later. */
  return day != GLA_DAY_NONE && day <= until && gla_fridge_past_concerns (past, reading, vial);
}

static void
add (GlaExcursion           *self,
     const GlaFridgeReading *reading)
{
  int minutes = get_minutes (reading);
  int minute;
  GlaDay day = gla_day_from_moment (reading->moment, &minute);

  self->low = self->n_readings == 0 ? reading->low : MIN (self->low, reading->low);
  self->high = self->n_readings == 0 ? reading->high : MAX (self->high, reading->high);
  if (minutes == DURATION_UNKNOWN || self->minutes == DURATION_UNKNOWN)
    self->minutes = DURATION_UNKNOWN;
  else
    self->minutes += minutes;
  self->last = self->n_readings == 0 ? day : MAX (self->last, day);
  if (self->n_readings == 0 || strcmp (self->moment, reading->moment) < 0)
    {
      self->moment = reading->moment;
      self->fridge = reading->fridge != NULL ? reading->fridge : GLA_FRIDGE_FIRST;
    }
  self->n_readings++;
}

/* Evidence, 6b: the list names unopened vials of one product only. */
static gboolean
is_unaffected (const GlaExcursion *self,
               const GlaVial      *vial,
               gboolean            was_open,
               const GlaConstants *constants)
{
  return g_strcmp0 (vial->product, "ona") == 0 && !was_open
         && self->minutes != DURATION_UNKNOWN
         && self->minutes <= gla_constants_get (constants, "excursion_ona_hours") * MINUTES_OF_HOUR
         && self->low >= gla_constants_get (constants, "excursion_ona") * GLA_CENTI
         && self->high <= gla_constants_get_upper (constants, "excursion_ona") * GLA_CENTI;
}

/* Whether the manufacturer still has to be asked about any of it. */
static void
take_answer (GlaExcursion           *self,
             const GlaFridgeAnswer  *answer,
             gboolean               *is_answered)
{
  if (answer == NULL)
    *is_answered = FALSE;
  else if (self->answer == NULL || (self->answer->may_use && !answer->may_use))
    self->answer = answer;
}

static void
advise (GlaExcursion        *self,
        const GlaVial       *vial,
        gboolean             was_open,
        gboolean             is_answered,
        const GlaConstants  *constants)
{
  if (self->answer != NULL && !self->answer->may_use)
    self->advice = GLA_EXCURSION_DO_NOT_USE;
  else if (is_answered)
    self->advice = GLA_EXCURSION_MAY_USE;
  else if (is_unaffected (self, vial, was_open, constants))
    self->advice = GLA_EXCURSION_USE_FIRST;
  else
    self->advice = GLA_EXCURSION_ASK_MAKER;
}

void
gla_excursion_judge (const GlaVial       *vial,
                     const GlaFridgePast *past,
                     GlaDay               until,
                     const GlaConstants  *constants,
                     GlaExcursion        *excursion)
{
  const GlaStorage *storage;
  gboolean was_open = FALSE, is_answered = TRUE;

  g_return_if_fail (vial != NULL && past != NULL && constants != NULL && excursion != NULL);

  *excursion = (GlaExcursion) { .last = GLA_DAY_NONE };
  storage = gla_vial_find_storage (vial, gla_constants_get_catalogue (constants));
  if (storage == NULL)
    return;
  for (guint i = 0; i < past->readings->len; i++)
    {
      const GlaFridgeReading *reading = past->readings->pdata[i];

      if (!is_outside (storage, reading) || !counts (vial, past, reading, until))
        continue;
      add (excursion, reading);
      was_open = was_open || (vial->reconstituted != NULL
                              && strcmp (vial->reconstituted, reading->moment) < 0);
      take_answer (excursion, gla_fridge_past_find_answer (past, reading, vial->product),
                   &is_answered);
    }
  if (excursion->n_readings > 0)
    advise (excursion, vial, was_open, is_answered, constants);
}

char *
gla_temperatures_format (int low,
                         int high)
{
  if (low == high)
    return g_strdup_printf (_("%.1f °C"), (double) low / GLA_CENTI);
  /* Translators: two temperatures */
  return g_strdup_printf (_("%.1f to %.1f °C"), (double) low / GLA_CENTI,
                          (double) high / GLA_CENTI);
}

static char *
describe_range (const GlaVial      *vial,
                const GlaConstants *constants)
{
  const GlaStorage *storage
      = gla_vial_find_storage (vial, gla_constants_get_catalogue (constants));
  g_autofree char *marks = gla_marks_dup_text (storage->unopened.marks);

  if (marks[0] == '\0')
    return g_strdup (storage->unopened.text);
  return g_strdup_printf ("%s (%s)", storage->unopened.text, marks);
}

static char *
describe_spell (const GlaExcursion *self)
{
  g_autofree char *temperatures = gla_temperatures_format (self->low, self->high);
  g_autofree char *day = gla_day_format (self->last, GLA_DAY_EXACT);
  int hours = (self->minutes + MINUTES_OF_HOUR - 1) / MINUTES_OF_HOUR;

  if (self->minutes == DURATION_UNKNOWN)
    /* Translators: temperatures, and a date */
    return g_strdup_printf (_("fridge at %s, last on %s"), temperatures, day);
  /* Translators: temperatures, hours, and a date */
  return g_strdup_printf (ngettext ("fridge at %s for at most %d h, last on %s",
                                    "fridge at %s for at most %d h, last on %s",
                                    (gulong) hours),
                          temperatures, hours, day);
}

/* The limits of the list, or what the clinic has put in their place. */
static char *
describe_list (const char          *spell,
               const GlaConstants  *constants)
{
  GlaMarkFlags flags = gla_constants_get_marks (constants, "excursion_ona")
                       | gla_constants_get_marks (constants, "excursion_ona_hours");
  g_autofree char *marks = gla_marks_dup_text (flags);
  double low = gla_constants_get (constants, "excursion_ona");
  double high = gla_constants_get_upper (constants, "excursion_ona");
  double hours = gla_constants_get (constants, "excursion_ona_hours");

  if ((flags & GLA_MARK_OWN) != 0)
    /* Translators: what the fridge was like, two temperatures, hours, and a mark of the values */
    return g_strdup_printf (_("%s: taken as unaffected from %.0f to %.0f °C for up to %.0f h (%s). "
                              "Use it first."),
                            spell, low, high, hours, marks);
  /* Translators: what the fridge was like, two temperatures, and hours; SPS is the key of a source */
  return g_strdup_printf (_("%s: unaffected from %.0f to %.0f °C for up to %.0f h by an official "
                            "list [SPS]. Use it first."),
                          spell, low, high, hours);
}

static char *
describe_answer (const GlaExcursion *self,
                 const char         *spell)
{
  g_autofree char *day = gla_day_format (self->answer->day, GLA_DAY_EXACT);

  /* Translators: what the fridge was like, a date, and what was said */
  return g_strdup_printf (self->answer->may_use
                            ? _("%s. The manufacturer said on %s that it may be used (%s).")
                            : _("%s. The manufacturer said on %s that it may not be used (%s)."),
                          spell, day, self->answer->answer);
}

char *
gla_excursion_describe (const GlaExcursion *self,
                        const GlaVial      *vial,
                        const GlaConstants *constants)
{
  g_autofree char *spell = NULL;
  g_autofree char *range = NULL;

  g_return_val_if_fail (self != NULL && vial != NULL && constants != NULL, NULL);

  if (self->advice == GLA_EXCURSION_NONE)
    return NULL;
  spell = describe_spell (self);
  if (self->advice == GLA_EXCURSION_USE_FIRST)
    return describe_list (spell, constants);
  if (self->answer != NULL)
    return describe_answer (self, spell);
  range = describe_range (vial, constants);
  /* Translators: what the fridge was like, and how the product is to be kept */
  return g_strdup_printf (_("%s, to be kept at: %s. Ask the manufacturer, and set it aside until "
                            "then."),
                          spell, range);
}
