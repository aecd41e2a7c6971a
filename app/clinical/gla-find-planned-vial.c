/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Where the planned units come from: whether vial and lot may be used (A6, which goes on
 * with a reason only), whether it stood too warm or too cold (S5f), what is known of the lot
 * (A7), and how long ago the vial was mixed (A8). What is said of a product's origin is that a check is incomplete, never a verdict
 * (evidence, section 8.1).
 */

#include "config.h"

#include "gla-excursion.h"
#include "gla-finding-private.h"
#include "gla-i18n.h"
#include "gla-lot-finding.h"
#include "gla-lot-name.h"

#include <string.h>

#define HOURS_OF_DAY 24

/* A lot that was named in a public alert of 2024 (evidence, section 2, row 6d). */
#define ALERTED_LOT "C3709C3"

/* One product and lot of the plan, with the vial if there is one. */
typedef struct
{
  const char *product;    /* catalogue key, or NULL */
  const char *lot;        /* or NULL */
  const GlaVial *vial;    /* or NULL */
} Source;

static gboolean
is_named (const char *text)
{
  return text != NULL && text[0] != '\0';
}

static const char *
get_code (GlaFindingSearch *search,
          const char       *key)
{
  GlaProduct *product = gla_catalogue_find_product (search->cycles->catalogue, key);

  return product != NULL ? gla_product_get_code (product) : _("unknown product");
}

/* "Vial C4821A2", or what it is of where it has no lot. */
static char *
name_vial (GlaFindingSearch *search,
           const Source     *source)
{
  return g_strdup_printf (_("Vial %s"), is_named (source->lot)
                                          ? source->lot
                                          : get_code (search, source->product));
}

static GlaFinding *
add_block (GlaFindingSearch *search,
           const char       *id,
           char             *chip,
           char             *text)
{
  return gla_finding_search_add (search, id, "A6", GLA_FINDING_BLOCK, chip, text);
}

static void
find_expired (GlaFindingSearch *search,
              const Source     *source)
{
  g_autofree char *name = NULL;
  g_autofree char *day = NULL;
  GlaFinding *finding;

  if (source->vial == NULL || source->vial->expiry == GLA_DAY_NONE ||
      search->cycles->today <= source->vial->expiry)
    return;
  name = name_vial (search, source);
  day = gla_day_format (source->vial->expiry, GLA_DAY_EXACT);
  finding = add_block (search, "vial-expired",
                       /* Translators: a vial and a date */
                       g_strdup_printf (_("%s expired on %s"), name, day),
                       g_strdup_printf (_("%s expired on %s. Choose another vial, or record why it "
                                          "is used."),
                                        name, day));
  /* Self-evident: each label has its own shelf life. */
  finding->marks |= GLA_MARK_GKU;
}

static void
find_held (GlaFindingSearch *search,
           const Source     *source)
{
  const GPtrArray *vials = search->plan->vials;
  gboolean held = source->vial != NULL && source->vial->state == GLA_VIAL_HELD;
  g_autofree char *name = NULL;
  GlaFinding *finding;

  /* A lot that is typed is on hold if a vial of it is. */
  for (guint i = 0; !held && source->vial == NULL && is_named (source->lot) && vials != NULL &&
                    i < vials->len; i++)
    {
      const GlaVial *vial = vials->pdata[i];

      held = vial->state == GLA_VIAL_HELD &&
             g_strcmp0 (vial->product, source->product) == 0 &&
             gla_lot_name_equal (vial->lot, source->lot);
    }
  if (!held)
    return;
  name = name_vial (search, source);
  finding = add_block (search, "vial-held",
                       /* Translators: %s is a vial */
                       g_strdup_printf (_("%s is on hold"), name),
                       g_strdup_printf (_("%s was put on hold in the stock. Choose another vial, "
                                          "or record why it is used."),
                                        name));
  finding->marks |= GLA_MARK_DEFAULT;
}

static void
find_unknown_lot (GlaFindingSearch *search,
                  const Source     *source)
{
  GlaFinding *finding;

  if (is_named (source->lot))
    return;
  finding = add_block (
    search, "lot-unknown",
    source->product != NULL
      /* Translators: %s is the short code of a product */
      ? g_strdup_printf (_("The lot of %s is not known"), get_code (search, source->product))
      : g_strdup (_("Product and lot are not known")),
    g_strdup (_("Labels ask to record brand and batch at every treatment. What has no lot can't be "
                "traced. Give the lot, or record why it is not known.")));
  gla_finding_add_source (finding, "VIS-CH");
  gla_finding_add_source (finding, "AZZ");
  gla_finding_add_source (finding, "CDC24");
}

/* Capitals without blanks, as lots are printed. */
static char *
fold_lot (const char *lot)
{
  GString *folded = g_string_new (NULL);

  for (const char *c = lot; *c != '\0'; c++)
    if (!g_ascii_isspace (*c))
      g_string_append_c (folded, g_ascii_toupper (*c));
  return g_string_free (folded, FALSE);
}

static void
find_alerted (GlaFindingSearch *search,
              const Source     *source)
{
  g_autofree char *folded = fold_lot (source->lot != NULL ? source->lot : "");
  GlaProduct *product = gla_catalogue_find_product (search->cycles->catalogue, source->product);
  double pack = gla_finding_get_constant (search, NULL, "alert_pack_ona");
  GlaFinding *finding;

  if (strcmp (folded, ALERTED_LOT) == 0)
    {
      finding = add_block (
        search, "lot-alerted",
        /* Translators: %s is a lot */
        g_strdup_printf (_("Lot %s was named in a public alert"), source->lot),
        g_strdup_printf (_("Lot %s was named in a public alert of 2024. Product traceability check "
                           "incomplete: origin. Put it on hold and ask the maker, or record why it "
                           "is used."),
                         source->lot));
      gla_finding_add_source (finding, "CDC24");
      gla_finding_add_source (finding, "MMWR24");
    }
  if (source->vial != NULL && product != NULL &&
      strcmp (gla_product_get_family (product), "ONA") == 0 &&
      source->vial->content == gla_units_from_double (pack))
    {
      g_autofree char *units = gla_units_format (source->vial->content);

      finding = add_block (
        search, "pack-unusual",
        /* Translators: an amount and the short code of a product */
        g_strdup_printf (_("%s U is no pack of %s"), units, gla_product_get_code (product)),
        g_strdup_printf (_("A pack of %s units of this product is not marketed and was named in a "
                           "public alert of 2024. Product traceability check incomplete: pack. Put "
                           "it on hold and ask the maker, or record why it is used."),
                         units));
      gla_finding_get_constant (search, finding, "alert_pack_ona");
    }
}

/* How long ago a vial was mixed, and the limits that it is held against, in hours. */
typedef struct
{
  int hours;
  int label;               /* 0: use at once; or GLA_HOURS_UNKNOWN */
  int house;
  int consensus;
  int study;
  gboolean is_over_house;  /* over a limit that the clinic has set itself */
} Hours;

static gboolean
read_hours (GlaFindingSearch *search,
            const Source     *source,
            Hours            *self)
{
  int most;

  if (source->vial == NULL ||
      !gla_vial_get_hours (source->vial, search->cycles->today, search->plan->minute, &self->hours,
                           &most))
    return FALSE;
  self->label = gla_vial_get_in_use_hours (source->vial, search->constants);
  self->house = (int) gla_finding_get_constant (search, NULL, "recon_house");
  self->consensus =
    (int) gla_finding_get_constant (search, NULL, "recon_consensus") * HOURS_OF_DAY;
  self->study = (int) gla_finding_get_constant (search, NULL, "recon_study_max") * HOURS_OF_DAY;
  self->is_over_house = self->hours > self->house &&
                        (self->label == GLA_HOURS_UNKNOWN ||
                         gla_constants_is_edited (search->constants, "recon_house"));
  return self->is_over_house || (self->label != GLA_HOURS_UNKNOWN && self->hours > self->label);
}

static char *
describe_limits (const Hours *hours)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (hours->label == GLA_HOURS_UNKNOWN)
    g_string_append (text, _("The label's limit is not known."));
  else if (hours->label == 0)
    g_string_append (text, _("The label asks to use it at once."));
  else
    g_string_append_printf (text,
                            ngettext ("The label allows %d hour.", "The label allows %d hours.",
                                      (gulong) hours->label),
                            hours->label);
  if (hours->is_over_house)
    {
      g_string_append_c (text, ' ');
      g_string_append_printf (text, ngettext ("The clinic's limit is %d hour.",
                                              "The clinic's limit is %d hours.",
                                              (gulong) hours->house),
                              hours->house);
    }
  g_string_append_c (text, ' ');
  if (hours->hours > hours->study)
    g_string_append (text, _("No source was found for so long a time."));
  else if (hours->hours > hours->consensus)
    g_string_append (text, _("Beyond what a consensus accepts; one study saw no difference."));
  else
    g_string_append (text, _("Off-label; a consensus accepts it for facial muscles if handled "
                             "correctly. It is no proof of weakness."));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* A8: evidence, S5e. */
static void
find_hours (GlaFindingSearch *search,
            const Source     *source)
{
  g_autofree char *name = NULL;
  GlaFinding *finding;
  Hours hours;

  if (!read_hours (search, source, &hours))
    return;
  name = name_vial (search, source);
  finding = gla_finding_search_add (
    search, "vial-hours", "A8",
    hours.is_over_house || hours.hours > hours.consensus ? GLA_FINDING_WARN : GLA_FINDING_INFO,
    /* Translators: a vial, and how many hours ago it was reconstituted */
    g_strdup_printf (ngettext ("%s was mixed %d hour ago", "%s was mixed %d hours ago",
                               (gulong) hours.hours),
                     name, hours.hours),
    describe_limits (&hours));
  gla_finding_get_constant (search, finding, hours.hours > hours.consensus ? "recon_study_max"
                                                                          : "recon_consensus");
  if (hours.is_over_house)
    gla_finding_get_constant (search, finding, "recon_house");
  if (g_strcmp0 (source->vial->product, "ona") == 0)
    gla_finding_get_constant (search, finding, "recon_label_ona");
  else if (hours.label != GLA_HOURS_UNKNOWN)
    gla_finding_add_mark (
      finding, &gla_vial_find_storage (source->vial, search->cycles->catalogue)->in_use);
}

static char *
name_excursion (GlaExcursionAdvice  advice,
                const char         *name)
{
  switch (advice)
    {
    case GLA_EXCURSION_DO_NOT_USE:
      /* Translators: %s is a vial */
      return g_strdup_printf (_("%s: the manufacturer said not to use it"), name);
    case GLA_EXCURSION_USE_FIRST:
    case GLA_EXCURSION_MAY_USE:
      /* Translators: %s is a vial */
      return g_strdup_printf (_("%s stood too warm or too cold; it may be used"), name);
    case GLA_EXCURSION_ASK_MAKER:
    case GLA_EXCURSION_NONE:
    default:
      /* Translators: %s is a vial */
      return g_strdup_printf (_("%s stood too warm or too cold: ask the manufacturer"), name);
    }
}

static GlaFindingLevel
get_excursion_level (GlaExcursionAdvice advice)
{
  if (advice == GLA_EXCURSION_DO_NOT_USE)
    return GLA_FINDING_BLOCK;
  return advice == GLA_EXCURSION_ASK_MAKER ? GLA_FINDING_WARN : GLA_FINDING_INFO;
}

/* Evidence, 6b and S5f: what the logs of the fridges say, by the rule of the product. */
static void
find_excursion (GlaFindingSearch *search,
                const Source     *source)
{
  GHashTable *fridges = search->plan->fridges;
  const GlaFridgePast *past = fridges != NULL && source->vial != NULL
                                ? g_hash_table_lookup (fridges, source->vial->id)
                                : NULL;
  g_autofree char *name = NULL;
  GlaExcursion excursion;
  GlaFinding *finding;

  if (past == NULL)
    return;
  gla_excursion_judge (source->vial, past, search->cycles->today, search->constants, &excursion);
  if (excursion.advice == GLA_EXCURSION_NONE)
    return;
  name = name_vial (search, source);
  finding = gla_finding_search_add (search, "vial-excursion", "S5f",
                                    get_excursion_level (excursion.advice),
                                    name_excursion (excursion.advice, name),
                                    gla_excursion_describe (&excursion, source->vial,
                                                            search->constants));
  gla_finding_add_mark (
    finding, &gla_vial_find_storage (source->vial, search->cycles->catalogue)->unopened);
  if (g_strcmp0 (source->vial->product, "ona") == 0)
    {
      gla_finding_get_constant (search, finding, "excursion_ona");
      gla_finding_get_constant (search, finding, "excursion_ona_hours");
    }
}

/* Whether an injection before @index comes from the same source. */
static gboolean
was_seen (const GPtrArray *injections,
          guint            index)
{
  const GlaInjection *injection = injections->pdata[index];

  for (guint i = 0; i < index; i++)
    {
      const GlaInjection *other = injections->pdata[i];

      if (g_strcmp0 (other->treatment, injection->treatment) == 0 &&
          g_strcmp0 (other->vial, injection->vial) == 0 &&
          g_strcmp0 (other->product, injection->product) == 0 &&
          (g_strcmp0 (other->lot, injection->lot) == 0 ||
           gla_lot_name_equal (other->lot, injection->lot)))
        return TRUE;
    }
  return FALSE;
}

void
gla_find_planned_vials (GlaFindingSearch *search)
{
  const GlaHistory *history = search->cycles->history;

  for (guint i = 0; i < history->injections->len; i++)
    {
      const GlaInjection *injection = history->injections->pdata[i];
      Source source = { injection->product, injection->lot,
                        gla_history_find_vial (history, injection->vial) };

      if (strcmp (injection->treatment, search->planned->id) != 0 ||
          was_seen (history->injections, i))
        continue;
      find_expired (search, &source);
      find_held (search, &source);
      find_unknown_lot (search, &source);
      find_alerted (search, &source);
      gla_find_suspect_lot (search, source.product, source.lot, search->plan->lots);
      find_excursion (search, &source);
      find_hours (search, &source);
    }
}
