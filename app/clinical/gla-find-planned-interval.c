/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long ago the treatment before a planned one was: alerts A1 to A3. */

#include "config.h"

#include "gla-cycle-private.h"
#include "gla-finding-private.h"
#include "gla-i18n.h"

/* The sessions before the day of the plan, the last one last. */
static guint
count_before (GlaFindingSearch *search,
              GArray           *sessions)
{
  guint n = sessions->len;

  while (n > 0 && g_array_index (sessions, GlaFindingSession, n - 1).treatment->day >=
                    search->cycles->today)
    n--;
  return n;
}

/* "Last treatment: 12 Oct 2026, Glabella, Forehead." */
static char *
describe_session (GlaFindingSearch   *search,
                  const GlaTreatment *treatment)
{
  const GPtrArray *cycles = search->planned->before->cycles;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *day = gla_day_format (treatment->day, treatment->precision);
  g_autofree char *list = NULL;

  for (guint i = 0; i < cycles->len; i++)
    if (gla_cycle_has_treatment (cycles->pdata[i], treatment->id))
      g_ptr_array_add (names, (gpointer) gla_finding_get_area (
                                search, ((const GlaCycle *) cycles->pdata[i])->area));
  list = gla_finding_join (names);
  /* Translators: the date of a treatment and its areas */
  return g_strdup_printf (_("Treated before: %s, %s."), day, list);
}

static char *
format_days (int days)
{
  return g_strdup_printf (ngettext ("%d day", "%d days", (gulong) days), days);
}

/*
 * What holds where no label is known, since a product is not: the clinic's value for
 * the region (evidence, section 3.3).
 */
static void
assume_interval (GlaFindingSearch  *search,
                 GlaFindingSession *session)
{
  const char *name =
    search->region == GLA_REGION_US ? "interval_min_us_ona" : "interval_min_eu";
  int value = (int) gla_finding_get_constant (search, NULL, name);

  session->mark = &gla_catalogue_find_constant (search->cycles->catalogue, name)->mark;
  session->is_own = gla_constants_is_edited (search->constants, name);
  if (search->region == GLA_REGION_US)
    session->days = value;
  else
    session->months = value;
  session->label_end = session->months > 0
                         ? gla_day_add_months (session->treatment->day, session->months)
                         : session->treatment->day + session->days;
}

/* A1: before the label of a product given earlier allows, in whatever area. */
static void
find_short_interval (GlaFindingSearch *search,
                     GArray           *sessions,
                     guint             n)
{
  GlaFindingSession *last = NULL;
  g_autofree char *since = NULL;
  g_autofree char *interval = NULL;
  g_autofree char *what = NULL;
  g_autofree char *end = NULL;
  GlaFinding *finding;

  for (guint i = 0; i < n; i++)
    {
      GlaFindingSession *session = &g_array_index (sessions, GlaFindingSession, i);

      if (session->label_end == GLA_DAY_NONE)
        assume_interval (search, session);
      if (session->label_end > search->cycles->today &&
          (last == NULL || session->label_end >= last->label_end))
        last = session;
    }
  if (last == NULL)
    return;
  since = format_days (search->cycles->today - last->treatment->day);
  interval = gla_finding_describe_interval (last->months, last->days);
  what = describe_session (search, last->treatment);
  end = gla_day_format (last->label_end, GLA_DAY_EXACT);
  finding = gla_finding_search_add (
    search, "planned-interval", "A1", GLA_FINDING_WARN,
    /* Translators: two times, such as "42 days" and "3 months" */
    g_strdup_printf (_("%s since a treatment; the label asks for %s"), since, interval),
    /* Translators: what was treated when (a sentence), a time, and a date */
    g_strdup_printf (_("%s Shorter than the label interval (%s). The label interval ends on %s."),
                     what, since, end));
  gla_finding_add_row (finding, last->treatment->id);
  gla_finding_add_mark (finding, last->mark);
  finding->marks |= last->is_own ? GLA_MARK_OWN : GLA_MARK_NONE;
}

/* A2: within three weeks of another session. */
static void
find_booster (GlaFindingSearch        *search,
              const GlaFindingSession *last)
{
  int days = search->cycles->today - last->treatment->day;
  int window = (int) gla_constants_get_upper (search->constants, "booster_window");
  g_autofree char *since = format_days (days);
  g_autofree char *what = NULL;
  GlaFinding *finding;

  if (days < 1 || days > window)
    return;
  what = describe_session (search, last->treatment);
  finding = gla_finding_search_add (
    search, "planned-booster", "A2", GLA_FINDING_WARN,
    /* Translators: %s is a time, such as "15 days" */
    g_strdup_printf (_("%s since a treatment: a booster to some authors"), since),
    g_strdup_printf (_("%s A treatment within %d days of another falls in what some authors call a "
                       "booster. What is the reason? It can be written under “Why unlike label or "
                       "plan”."),
                     what, window));
  gla_finding_add_row (finding, last->treatment->id);
  gla_finding_get_constant (search, finding, "booster_window");
}

/* The last cycle of an area before the plan, whose last injection is too recent to judge. */
static const GlaCycle *
find_unjudged (GlaFindingSearch *search,
               const char       *area,
               int               judge_from)
{
  const GPtrArray *cycles = search->planned->before->cycles;
  const GlaCycle *last = NULL;

  for (guint i = 0; i < cycles->len; i++)
    {
      const GlaCycle *cycle = cycles->pdata[i];
      int days = search->cycles->today - gla_cycle_get_last_day (cycle);

      if (g_strcmp0 (cycle->area, area) == 0 && gla_cycle_is_dated (cycle->precision) &&
          days >= 1 && days < judge_from)
        last = cycle;
    }
  return last;
}

/* A3: the effect of the treatment before can't be judged yet. */
static void
find_too_early (GlaFindingSearch *search)
{
  int judge_from = (int) gla_finding_get_constant (search, NULL, "assess_min");
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autofree char *list = NULL;
  g_autofree char *from = NULL;
  GlaDay last_day = GLA_DAY_NONE;
  GlaFinding *finding;

  for (guint i = 0; i < search->planned->planned->len; i++)
    {
      const GlaCycle *planned = search->planned->planned->pdata[i];
      const GlaCycle *cycle = find_unjudged (search, planned->area, judge_from);

      if (cycle == NULL)
        continue;
      g_ptr_array_add (names, (gpointer) gla_finding_get_area (search, cycle->area));
      g_ptr_array_add (rows, (gpointer) cycle->treatment->id);
      last_day = MAX (last_day, gla_cycle_get_last_day (cycle));
    }
  if (names->len == 0)
    return;
  list = gla_finding_join (names);
  from = gla_day_format (last_day + judge_from, GLA_DAY_EXACT);
  finding = gla_finding_search_add (
    search, "planned-early", "A3", GLA_FINDING_STRONG,
    /* Translators: areas, and a number of days */
    g_strdup_printf (_("%s: day %d, effect not yet assessable"), list,
                     search->cycles->today - last_day),
    /* Translators: %d is a number of days, %s a date */
    g_strdup_printf (_("The effect of the treatment before can be judged from day %d, which is %s. "
                       "Before that it is still growing."),
                     judge_from, from));
  for (guint i = 0; i < rows->len; i++)
    gla_finding_add_row_once (finding, rows->pdata[i]);
  gla_finding_get_constant (search, finding, "assess_min");
  gla_finding_get_constant (search, finding, "onset_expected_latest");
}

void
gla_find_planned_intervals (GlaFindingSearch *search)
{
  g_autoptr (GArray) sessions = NULL;
  guint n;

  if (search->planned->planned->len == 0 ||
      !gla_cycle_is_dated (search->plan->treatment->precision))
    return;
  sessions = gla_finding_list_sessions (search);
  n = count_before (search, sessions);
  find_too_early (search);
  find_short_interval (search, sessions, n);
  if (n > 0)
    find_booster (search, &g_array_index (sessions, GlaFindingSession, n - 1));
}
