/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-vial-ledger.h"

#include <string.h>

GlaUnits
gla_vial_ledger_get_left (const GlaVialLedger *self)
{
  g_return_val_if_fail (self != NULL, GLA_UNITS_UNKNOWN);

  if (self->content == GLA_UNITS_UNKNOWN || self->n_unknown > 0)
    return GLA_UNITS_UNKNOWN;
  return self->content - self->charted - self->wasted;
}

GlaUnits
gla_vial_ledger_get_overdraw (const GlaVialLedger *self)
{
  g_return_val_if_fail (self != NULL, 0);

  if (self->content == GLA_UNITS_UNKNOWN)
    return 0;
  return MAX (self->charted + self->wasted - self->content, 0);
}

GlaUnits
gla_vial_ledger_get_gap (const GlaVialLedger *self,
                         GlaVialState         state)
{
  GlaUnits left;

  g_return_val_if_fail (self != NULL, 0);

  if (state != GLA_VIAL_FINISHED && state != GLA_VIAL_DISCARDED)
    return -gla_vial_ledger_get_overdraw (self);
  left = gla_vial_ledger_get_left (self);
  return left != GLA_UNITS_UNKNOWN ? left : -gla_vial_ledger_get_overdraw (self);
}

GlaUnits
gla_vial_get_strength (const GlaVial *vial)
{
  g_return_val_if_fail (vial != NULL, GLA_UNITS_UNKNOWN);

  if (vial->content == GLA_UNITS_UNKNOWN || vial->diluent_volume <= 0)
    return GLA_UNITS_UNKNOWN;
  /* 0.1 mL are 100 microlitres. */
  return (vial->content * 100 + vial->diluent_volume / 2) / vial->diluent_volume;
}

static gboolean
read_digits (const char *text,
             int        *number)
{
  if (!g_ascii_isdigit (text[0]) || !g_ascii_isdigit (text[1]))
    return FALSE;
  *number = (text[0] - '0') * 10 + (text[1] - '0');
  return TRUE;
}

/* Minutes since 1970 by the clock on the wall, of YYYY-MM-DDTHH:MM. */
static gboolean
read_moment (const char *text,
             gint64     *minutes)
{
  char date[11];
  int hour, minute;
  GlaDay day;

  if (text == NULL || strlen (text) < 16 || text[10] != 'T' || text[13] != ':' ||
      !read_digits (text + 11, &hour) || !read_digits (text + 14, &minute))
    return FALSE;
  g_strlcpy (date, text, sizeof date);
  day = gla_day_from_iso (date);
  if (day == GLA_DAY_NONE || hour > 23 || minute > 59)
    return FALSE;
  *minutes = ((gint64) day * 24 + hour) * 60 + minute;
  return TRUE;
}

int
gla_vial_get_minutes_open (const GlaVial *vial,
                           const char    *now)
{
  gint64 mixed, until;

  g_return_val_if_fail (vial != NULL && now != NULL, GLA_MINUTES_UNKNOWN);

  if (!read_moment (vial->reconstituted, &mixed) || !read_moment (now, &until))
    return GLA_MINUTES_UNKNOWN;
  return (int) CLAMP (until - mixed, 0, G_MAXINT);
}
