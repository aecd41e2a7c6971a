/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-usual-points.h"

#include "gla-i18n.h"

/* A figure for the area, as it is wanted: for one side or for all of it. */
typedef struct
{
  gboolean per_side;   /* wanted */
  gboolean has_sides;  /* whether the area is injected left and right */
} Wanted;

static gint64
convert (const Wanted *wanted,
         gint64        amount,
         gboolean      per_side)
{
  if (per_side == wanted->per_side || !wanted->has_sides)
    return amount;
  return per_side ? amount * 2 : amount / 2;
}

static gboolean
take_label_points (const Wanted        *wanted,
                   const GlaIndication *indication,
                   GlaUsualPoints      *usual)
{
  const GlaLabelPoints *points = gla_indication_get_points (indication);

  if (points == NULL || points->low == GLA_UNITS_UNKNOWN)
    return FALSE;
  usual->count = (int) convert (wanted, points->count, points->per_side);
  usual->units = usual->count * points->low;
  usual->from_label = TRUE;
  usual->mark = &points->mark;
  return TRUE;
}

/* Doses of a label are for the whole area. */
static gboolean
take_label_dose (const Wanted        *wanted,
                 const GlaIndication *indication,
                 GlaUsualPoints      *usual)
{
  const GlaLabelDose *dose = gla_indication_get_dose (indication);
  const GlaLabelPoints *points = gla_indication_get_points (indication);

  if (dose == NULL || dose->low == GLA_UNITS_UNKNOWN)
    return FALSE;
  if (points != NULL)
    usual->count = (int) convert (wanted, points->count, points->per_side);
  usual->units = convert (wanted, dose->low, FALSE);
  usual->from_label = TRUE;
  usual->mark = &dose->mark;
  return TRUE;
}

gboolean
gla_usual_points_find (GlaCatalogue   *catalogue,
                       const char     *product,
                       const char     *area,
                       GlaAreaSides    side,
                       GlaRegion       region,
                       GlaDoseFor      patient,
                       GlaUsualPoints *usual)
{
  const GlaArea *known;
  const GlaIndication *indication;
  const GlaStartingDose *dose;
  GlaProduct *used;
  Wanted wanted = { .per_side = side != GLA_AREA_SIDE_NONE };

  g_return_val_if_fail (catalogue != NULL && area != NULL && usual != NULL, FALSE);

  *usual = (GlaUsualPoints) { .units = GLA_UNITS_UNKNOWN };
  known = gla_catalogue_find_area (catalogue, area);
  if (known == NULL || gla_area_get_points_low (known) == 0)
    return FALSE;
  wanted.has_sides = gla_area_is_paired (known);
  usual->count = MAX (1, (int) convert (&wanted, gla_area_get_points_low (known),
                                        gla_area_get_points_per_side (known)));

  used = gla_catalogue_find_product (catalogue, product);
  if (used == NULL)
    return TRUE;
  indication = gla_catalogue_find_indication (catalogue, product, area, region);
  if (indication != NULL
      && (take_label_points (&wanted, indication, usual)
          || take_label_dose (&wanted, indication, usual)))
    return TRUE;
  dose = gla_area_find_starting_dose (known, gla_product_get_dose_group (used), product, patient);
  if (dose != NULL && dose->low != GLA_UNITS_UNKNOWN)
    {
      usual->units = convert (&wanted, dose->low, dose->per_side);
      usual->mark = &dose->mark;
    }
  return TRUE;
}

char *
gla_usual_points_describe (const GlaUsualPoints *self)
{
  g_autofree char *units = NULL;
  g_autofree char *points = NULL;
  g_autofree char *marks = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  points = g_strdup_printf (ngettext ("%d point", "%d points", (gulong) self->count), self->count);
  if (self->units == GLA_UNITS_UNKNOWN)
    /* Translators: %s is a number of points, as in "usual: 5 points, units not known" */
    return g_strdup_printf (_("usual: %s, units not known"), points);
  units = gla_units_format (self->units);
  marks = self->mark != NULL ? gla_marks_dup_text (self->mark->marks) : g_strdup ("");
  if (marks[0] != '\0')
    /* Translators: units, number of points, how far this can be trusted: "usual: 5 U in 1 point
       (unverified)" */
    return g_strdup_printf (_("usual: %s U in %s (%s)"), units, points, marks);
  if (self->from_label)
    return g_strdup_printf (_("usual: %s U in %s (label)"), units, points);
  return g_strdup_printf (_("usual: %s U in %s (literature)"), units, points);
}
