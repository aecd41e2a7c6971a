/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-excursion.h"

#include "gla-i18n.h"
#include "gla-vial-use.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define HOURS_OF_DAY 24
#define MINUTES_OF_HOUR 60
#define DURATION_UNKNOWN (-1)

static GlaDay
get_day (const char *moment)
{
  g_autofree char *date = g_strndup (moment, 10);

  return gla_day_from_iso (date);
}

/* Minutes of the clock on the wall since day 0; below 0 if that is no moment. */
static gint64
count_minutes (const char *moment)
{
  GlaDay day = get_day (moment);

  /* YYYY-MM-DDTHH:MM */
  if (day == GLA_DAY_NONE || strlen (moment) < 16)
    return -1;
  return ((gint64) day * HOURS_OF_DAY + atoi (moment + 11)) * MINUTES_OF_HOUR + atoi (moment + 14);
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
is_outside (const GlaStorage       *storage,
            const GlaFridgeReading *reading)
{
  return (!isnan (storage->low_celsius)
          && reading->low < (int) lround (storage->low_celsius * GLA_CENTI))
         || (!isnan (storage->high_celsius)
             && reading->high > (int) lround (storage->high_celsius * GLA_CENTI));
}

static gboolean
counts (const GlaVial          *vial,
        const GlaFridgeReading *reading,
        GlaDay                  until)
{
  GlaDay day = get_day (reading->moment);

  /* Only what was seen by then is known of that day: a warm spell may have come later. */
  if (day == GLA_DAY_NONE || day > until)
    return FALSE;
  return vial->received == GLA_DAY_NONE || day >= vial->received;
}

static void
add (GlaExcursion           *self,
     const GlaFridgeReading *reading)
{
  int minutes = get_minutes (reading);
  GlaDay day = get_day (reading->moment);

  self->low = self->n_readings == 0 ? reading->low : MIN (self->low, reading->low);
  self->high = self->n_readings == 0 ? reading->high : MAX (self->high, reading->high);
  if (minutes == DURATION_UNKNOWN || self->minutes == DURATION_UNKNOWN)
    self->minutes = DURATION_UNKNOWN;
  else
    self->minutes += minutes;
  self->last = self->n_readings == 0 ? day : MAX (self->last, day);
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

void
gla_excursion_judge (const GlaVial      *vial,
                     GPtrArray          *readings,
                     GlaDay              until,
                     const GlaConstants *constants,
                     GlaExcursion       *excursion)
{
  const GlaStorage *storage;
  gboolean was_open = FALSE;

  g_return_if_fail (vial != NULL && readings != NULL && constants != NULL && excursion != NULL);

  *excursion = (GlaExcursion) { .last = GLA_DAY_NONE };
  storage = gla_vial_find_storage (vial, gla_constants_get_catalogue (constants));
  if (storage == NULL)
    return;
  for (guint i = 0; i < readings->len; i++)
    {
      const GlaFridgeReading *reading = readings->pdata[i];

      if (!counts (vial, reading, until) || !is_outside (storage, reading))
        continue;
      add (excursion, reading);
      was_open = was_open || (vial->reconstituted != NULL
                              && strcmp (vial->reconstituted, reading->moment) < 0);
    }
  if (excursion->n_readings == 0)
    return;
  excursion->advice = is_unaffected (excursion, vial, was_open, constants)
                        ? GLA_EXCURSION_USE_FIRST
                        : GLA_EXCURSION_ASK_MAKER;
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
    /* Translators: what the fridge was like, two temperatures, and hours */
    return g_strdup_printf (_("%s: unaffected from %.0f to %.0f °C for up to %.0f h by an official "
                              "list. Use it first."),
                            spell, gla_constants_get (constants, "excursion_ona"),
                            gla_constants_get_upper (constants, "excursion_ona"),
                            gla_constants_get (constants, "excursion_ona_hours"));
  range = describe_range (vial, constants);
  /* Translators: what the fridge was like, and how the product is to be kept */
  return g_strdup_printf (_("%s, to be kept at: %s. Ask the manufacturer, and set it aside until "
                            "then."),
                          spell, range);
}
