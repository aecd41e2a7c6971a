/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-vial-words.h"

#include "gla-i18n.h"
#include "gla-language.h"
#include "gla-vial-use.h"

#define MILLILITRE 1000.0
/* A habit needs that many vials: a setting of the program. */
#define LEAST_VIALS 3

static gboolean
is_same_pack (const GlaVial *vial,
              const GlaVial *other)
{
  return g_strcmp0 (vial->id, other->id) != 0 && other->diluent_volume > 0 &&
         g_strcmp0 (vial->product, other->product) == 0 && vial->content == other->content;
}

/* The only volume that more than half of the vials can have: each other one takes one of them. */
static gint64
find_candidate (const GlaVial *vial,
                GPtrArray     *vials)
{
  gint64 volume = 0;
  guint lead = 0;

  for (guint i = 0; i < vials->len; i++)
    {
      const GlaVial *other = vials->pdata[i];

      if (!is_same_pack (vial, other))
        continue;
      if (lead == 0)
        volume = other->diluent_volume;
      lead = other->diluent_volume == volume ? lead + 1 : lead - 1;
    }
  return volume;
}

gint64
gla_vial_find_usual_volume (const GlaVial *vial,
                            GPtrArray     *vials)
{
  guint n_all = 0, n_alike = 0;
  gint64 volume;

  g_return_val_if_fail (vial != NULL && vials != NULL, 0);

  volume = find_candidate (vial, vials);
  for (guint i = 0; i < vials->len; i++)
    {
      const GlaVial *other = vials->pdata[i];

      if (!is_same_pack (vial, other))
        continue;
      n_all++;
      n_alike += other->diluent_volume == volume;
    }
  return n_all >= LEAST_VIALS && 2 * n_alike > n_all ? volume : 0;
}

static gboolean
is_of_label (const GlaVial    *vial,
             const GlaProduct *product,
             gboolean         *has_label)
{
  const GPtrArray *dilutions = gla_product_get_dilutions (product);

  *has_label = FALSE;
  for (guint i = 0; i < dilutions->len; i++)
    {
      const GlaDilution *dilution = dilutions->pdata[i];

      if (!gla_presentations_hold ((const char *const *) dilution->presentations,
                                   vial->presentation))
        continue;
      *has_label = TRUE;
      if (dilution->diluent_ul == vial->diluent_volume)
        return TRUE;
    }
  return FALSE;
}

GlaDilutionFlags
gla_vial_judge_dilution (const GlaVial *vial,
                         GlaCatalogue  *catalogue,
                         gint64         usual)
{
  const GlaProduct *product;
  guint flags = GLA_DILUTION_AS_USUAL;
  gboolean has_label;

  g_return_val_if_fail (vial != NULL && catalogue != NULL, GLA_DILUTION_AS_USUAL);

  if (vial->diluent_volume <= 0)
    return GLA_DILUTION_AS_USUAL;
  product = gla_catalogue_find_product (catalogue, vial->product);
  if (product != NULL && vial->presentation != NULL && !is_of_label (vial, product, &has_label) &&
      has_label)
    flags |= GLA_DILUTION_UNLIKE_LABEL;
  if (usual > 0 && usual != vial->diluent_volume)
    flags |= GLA_DILUTION_UNLIKE_USUAL;
  return (GlaDilutionFlags) flags;
}

char *
gla_vial_describe_dilution (const GlaVial *vial,
                            GlaCatalogue  *catalogue,
                            gint64         usual)
{
  GlaUnits strength;
  g_autofree char *units = NULL;
  GString *text;
  guint flags;

  g_return_val_if_fail (vial != NULL && catalogue != NULL, NULL);

  strength = gla_vial_get_strength (vial);
  text = g_string_new (NULL);
  if (strength == GLA_UNITS_UNKNOWN)
    return g_string_free (text, FALSE);
  units = gla_units_format (strength);
  /* Translators: how strong a vial is after it was mixed: units in a tenth of a millilitre */
  g_string_append_printf (text, _("%s U in 0.1 mL"), units);
  flags = gla_vial_judge_dilution (vial, catalogue, usual);
  if ((flags & GLA_DILUTION_UNLIKE_LABEL) != 0)
    g_string_append_printf (text, " · %s", _("not as on the label"));
  if ((flags & GLA_DILUTION_UNLIKE_USUAL) != 0)
    {
      g_autofree char *volume = gla_number_format ((double) usual / MILLILITRE, 2);

      g_string_append (text, " · ");
      /* Translators: millilitres of diluent that the clinic uses otherwise */
      g_string_append_printf (text, _("usually %s mL here"), volume);
    }
  return g_string_free (text, FALSE);
}

gboolean
gla_vial_is_past_label (const GlaVial      *vial,
                        const GlaConstants *constants,
                        const char         *now)
{
  int hours = gla_vial_get_in_use_hours (vial, constants);
  int minutes = gla_vial_get_minutes_open (vial, now);

  return hours != GLA_HOURS_UNKNOWN && minutes != GLA_MINUTES_UNKNOWN && minutes > hours * 60;
}

static void
append (GString *text,
        char    *part)
{
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, part);
  g_free (part);
}

static char *
describe_left (const GlaVialLedger *ledger)
{
  GlaUnits left = gla_vial_ledger_get_left (ledger);
  g_autofree char *units = NULL;

  if (left == GLA_UNITS_UNKNOWN)
    return g_strdup (_("units left not known"));
  units = gla_units_format (ABS (left));
  return left < 0 ? g_strdup_printf (_("%s U more taken than it held"), units)
                  : g_strdup_printf (_("%s U left"), units);
}

static char *
describe_open (const GlaVial *vial,
               int            minutes)
{
  int hours = minutes / 60;

  if (minutes < 60)
    return g_strdup (_("mixed within the last hour"));
  if (hours < 48)
    return g_strdup_printf (ngettext ("mixed %d h ago", "mixed %d h ago", (gulong) hours), hours);
  return g_strdup_printf (ngettext ("mixed %d day ago", "mixed %d days ago", (gulong) hours / 24),
                          hours / 24);
}

static GlaDay
get_day (const char *moment)
{
  g_autofree char *date = g_strndup (moment, 10);

  return gla_day_from_iso (date);
}

/* Longer than that; with how far the figure can be trusted. */
static char *
describe_label (const GlaVial      *vial,
                const GlaConstants *constants)
{
  g_autofree char *marks = gla_marks_dup_text (gla_vial_get_in_use_marks (vial, constants));
  int hours = gla_vial_get_in_use_hours (vial, constants);

  return marks[0] == '\0' ? g_strdup_printf (_("longer than the %d h of the label"), hours)
                          : g_strdup_printf (_("longer than the %d h of the label (%s)"), hours,
                                             marks);
}

/* Over the hours that the clinic has set itself, or the default where the label has none. */
static gboolean
is_past_house (const GlaVial      *vial,
               const GlaConstants *constants,
               const char         *now)
{
  double hours = gla_constants_get (constants, "recon_house");
  int minutes = gla_vial_get_minutes_open (vial, now);

  return minutes != GLA_MINUTES_UNKNOWN && minutes > hours * 60
         && (gla_constants_is_edited (constants, "recon_house")
             || gla_vial_get_in_use_hours (vial, constants) == GLA_HOURS_UNKNOWN);
}

static char *
describe_house (const GlaConstants *constants)
{
  g_autofree char *marks = gla_marks_dup_text (gla_constants_get_marks (constants, "recon_house"));
  double hours = gla_constants_get (constants, "recon_house");

  return marks[0] == '\0'
           ? g_strdup_printf (_("longer than the %.0f h of the clinic"), hours)
           : g_strdup_printf (_("longer than the %.0f h of the clinic (%s)"), hours, marks);
}

GlaExpiryMark
gla_vial_judge_expiry (const GlaVial *vial,
                       GlaDay         today)
{
  static const int days[] = { 7, 30, 60 };

  g_return_val_if_fail (vial != NULL, GLA_EXPIRY_FAR);

  if (vial->expiry == GLA_DAY_NONE)
    return GLA_EXPIRY_FAR;
  if (vial->expiry < today)
    return GLA_EXPIRY_PAST;
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    if (vial->expiry - today <= days[i])
      return GLA_EXPIRY_WITHIN_7 + (int) i;
  return GLA_EXPIRY_FAR;
}

static char *
describe_expiry (const GlaVial *vial,
                 GlaDay         today)
{
  g_autofree char *expiry = gla_day_format (vial->expiry, GLA_DAY_EXACT);
  int days = vial->expiry - today;

  switch (gla_vial_judge_expiry (vial, today))
    {
    case GLA_EXPIRY_PAST:
      return g_strdup_printf (_("expired %s"), expiry);
    case GLA_EXPIRY_WITHIN_7:
    case GLA_EXPIRY_WITHIN_30:
    case GLA_EXPIRY_WITHIN_60:
      if (days == 0)
        /* Translators: a date */
        return g_strdup_printf (_("use by %s, today"), expiry);
      /* Translators: a date, and days until then */
      return g_strdup_printf (ngettext ("use by %s, in %d day", "use by %s, in %d days",
                                        (gulong) days),
                              expiry, days);
    case GLA_EXPIRY_FAR:
    default:
      return g_strdup_printf (_("use by %s"), expiry);
    }
}

static void
append_faults (GString            *text,
               const GlaVial      *vial,
               const GlaConstants *constants,
               const char         *now)
{
  if (gla_vial_is_past_label (vial, constants, now))
    append (text, describe_label (vial, constants));
  if (is_past_house (vial, constants, now))
    append (text, describe_house (constants));
  if (vial->expiry != GLA_DAY_NONE)
    append (text, describe_expiry (vial, get_day (now)));
  if (vial->state == GLA_VIAL_HELD)
    append (text, g_strdup (_("on hold")));
}

char *
gla_vial_describe_use (const GlaVial       *vial,
                       const GlaVialLedger *ledger,
                       const GlaConstants  *constants,
                       const char          *now)
{
  GString *text;
  int minutes;

  g_return_val_if_fail (vial != NULL && ledger != NULL, NULL);
  g_return_val_if_fail (constants != NULL && now != NULL, NULL);

  text = g_string_new (NULL);
  append (text, describe_left (ledger));
  minutes = gla_vial_get_minutes_open (vial, now);
  if (minutes != GLA_MINUTES_UNKNOWN)
    append (text, describe_open (vial, minutes));
  append_faults (text, vial, constants, now);
  return g_string_free (text, FALSE);
}
