/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-cycle-private.h"
#include "gla-finding-private.h"
#include "gla-i18n.h"

#include <string.h>

/* How far back intervals are counted, in days: a choice of the program, which names it. */
#define LOOK_BACK 730

static int
get_booster_window (GlaFindingSearch *search,
                    GlaFinding       *finding)
{
  gla_finding_get_constant (search, finding, "booster_window");
  return (int) gla_constants_get_upper (search->constants, "booster_window");
}

/*
 * What the label wants, or what the clinic put in its place: "interval_min_us_ona" for
 * onabotulinumtoxinA in the US, "interval_min_eu" for what counts in calendar months in
 * Europe (evidence, section 3.3). FALSE if nothing is known.
 */
static gboolean
find_interval (GlaFindingSearch   *search,
               const GlaInjection *injection,
               GlaFindingSession  *session)
{
  const GlaInterval *interval =
    gla_catalogue_find_interval (search->cycles->catalogue, injection->product, injection->area,
                                 search->region);
  const char *name = NULL;

  if (interval == NULL)
    return FALSE;
  session->months = interval->months;
  session->days = interval->days;
  session->mark = &interval->mark;
  if (search->region == GLA_REGION_US && g_strcmp0 (injection->product, "ona") == 0)
    name = "interval_min_us_ona";
  else if ((search->region & (GLA_REGION_EU | GLA_REGION_UK)) != 0 && interval->months > 0)
    name = "interval_min_eu";
  session->is_own = name != NULL && gla_constants_is_edited (search->constants, name);
  if (session->is_own && interval->months > 0)
    session->months = (int) gla_constants_get (search->constants, name);
  else if (session->is_own)
    session->days = (int) gla_constants_get (search->constants, name);
  return TRUE;
}

static void
add_label (GlaFindingSearch   *search,
           GlaFindingSession  *session,
           const GlaInjection *injection)
{
  GlaFindingSession label = { .treatment = session->treatment };

  if (!find_interval (search, injection, &label))
    return;
  label.label_end = label.months > 0
                      ? gla_day_add_months (session->treatment->day, label.months)
                      : session->treatment->day + label.days;
  if (session->label_end == GLA_DAY_NONE || label.label_end > session->label_end)
    *session = label;
}

GArray *
gla_finding_list_sessions (GlaFindingSearch *search)
{
  GlaHistory *history = search->cycles->history;
  GArray *sessions = g_array_new (FALSE, FALSE, sizeof (GlaFindingSession));
  guint next = gla_finding_first_injection (history);

  for (guint i = 0; i < history->treatments->len; i++)
    {
      const GlaTreatment *treatment = history->treatments->pdata[i];
      GlaFindingSession *last =
        sessions->len > 0 ? &g_array_index (sessions, GlaFindingSession, sessions->len - 1) : NULL;
      guint first = next;

      next = gla_finding_skip_injections (history, treatment, first);
      if (next == first || treatment->day == GLA_DAY_NONE ||
          treatment->day > search->cycles->today || !gla_cycle_is_dated (treatment->precision))
        continue;
      if (last == NULL || last->treatment->day != treatment->day)
        {
          GlaFindingSession session = { .treatment = treatment, .label_end = GLA_DAY_NONE };

          g_array_append_val (sessions, session);
          last = &g_array_index (sessions, GlaFindingSession, sessions->len - 1);
        }
      for (guint k = first; k < next; k++)
        add_label (search, last, history->injections->pdata[k]);
    }
  return sessions;
}

char *
gla_finding_describe_interval (int months,
                               int days)
{
  if (months > 0)
    return g_strdup_printf (ngettext ("%d month", "%d months", (gulong) months), months);
  if (days % 7 == 0)
    return g_strdup_printf (ngettext ("%d week", "%d weeks", (gulong) days / 7), days / 7);
  return g_strdup_printf (ngettext ("%d day", "%d days", (gulong) days), days);
}

/* @short_ones: (element-type GlaFindingSession) */
static char *
make_chip (const GPtrArray *short_ones)
{
  g_autofree char *time = NULL;
  const GlaFindingSession *first = short_ones->pdata[0];
  guint n = short_ones->len;

  for (guint i = 1; i < n; i++)
    {
      const GlaFindingSession *other = short_ones->pdata[i];

      if (other->months != first->months || other->days != first->days)
        return g_strdup_printf (ngettext ("%u interval below the label's",
                                          "%u intervals below the label's", n),
                                n);
    }
  time = gla_finding_describe_interval (first->months, first->days);
  /* Translators: %s is a time, such as "12 weeks" */
  return g_strdup_printf (ngettext ("%u interval under %s", "%u intervals under %s", n), n, time);
}

static char *
make_text (guint n_short,
           guint n_all,
           int   shortest,
           int   booster_window)
{
  g_autofree char *count =
    g_strdup_printf (ngettext ("In the last 2 years %u of %u interval between treatments was "
                               "shorter than the label of the product given first.",
                               "In the last 2 years %u of %u intervals between treatments were "
                               "shorter than the label of the product given first.",
                               n_all),
                     n_short, n_all);
  g_autofree char *least =
    g_strdup_printf (ngettext ("The shortest was %d day.", "The shortest was %d days.",
                               (gulong) shortest),
                     shortest);
  g_autofree char *rule = g_strdup_printf (
    ngettext ("Treatments within %d day of the one before are not counted here.",
              "Treatments within %d days of the one before are not counted here.",
              (gulong) booster_window),
    booster_window);

  return g_strjoin (" ", count, least, rule, NULL);
}

/* A1 as a count: sessions of any area given before the label of the one before allows. */
void
gla_find_short_intervals (GlaFindingSearch *search)
{
  g_autoptr (GArray) sessions = gla_finding_list_sessions (search);
  g_autoptr (GPtrArray) intervals = g_ptr_array_new ();
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  GlaDay from = search->cycles->today - LOOK_BACK;
  int booster_window = get_booster_window (search, NULL);
  int shortest = G_MAXINT;
  guint n_all = 0;
  GlaFinding *finding;

  for (guint i = 1; i < sessions->len; i++)
    {
      const GlaFindingSession *before = &g_array_index (sessions, GlaFindingSession, i - 1);
      const GlaFindingSession *session = &g_array_index (sessions, GlaFindingSession, i);
      int days = session->treatment->day - before->treatment->day;

      if (session->treatment->day <= from || days <= booster_window)
        continue;
      n_all++;
      if (before->label_end == GLA_DAY_NONE || session->treatment->day >= before->label_end)
        continue;
      g_ptr_array_add (intervals, (gpointer) before);
      g_ptr_array_add (rows, (gpointer) before->treatment->id);
      g_ptr_array_add (rows, (gpointer) session->treatment->id);
      shortest = MIN (shortest, days);
    }
  if (intervals->len == 0)
    return;
  finding = gla_finding_search_add (search, "label-interval", "A1", GLA_FINDING_WARN,
                                    make_chip (intervals),
                                    make_text (intervals->len, n_all, shortest, booster_window));
  finding->marks = GLA_MARK_DEFAULT;
  for (guint i = 0; i < rows->len; i++)
    gla_finding_add_row_once (finding, rows->pdata[i]);
  for (guint i = 0; i < intervals->len; i++)
    {
      const GlaFindingSession *session = intervals->pdata[i];

      gla_finding_add_mark (finding, session->mark);
      finding->marks |= session->is_own ? GLA_MARK_OWN : GLA_MARK_NONE;
    }
}

/* A2: sessions 1 to 21 days after another one. */
void
gla_find_touch_ups (GlaFindingSearch *search)
{
  g_autoptr (GArray) sessions = gla_finding_list_sessions (search);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  GlaDay from = search->cycles->today - LOOK_BACK;
  int window = get_booster_window (search, NULL);
  guint n;
  GlaFinding *finding;

  for (guint i = 1; i < sessions->len; i++)
    {
      const GlaFindingSession *before = &g_array_index (sessions, GlaFindingSession, i - 1);
      const GlaFindingSession *session = &g_array_index (sessions, GlaFindingSession, i);

      if (session->treatment->day > from &&
          session->treatment->day - before->treatment->day <= window)
        g_ptr_array_add (rows, (gpointer) session->treatment->id);
    }
  n = rows->len;
  if (n == 0)
    return;
  finding = gla_finding_search_add (
    search, "touch-ups", "A2", GLA_FINDING_WARN,
    g_strdup_printf (ngettext ("%u treatment within %d days", "%u treatments within %d days", n), n,
                     window),
    g_strdup_printf (ngettext ("In the last 2 years %u treatment followed another within %d days, "
                               "which some authors call a booster.",
                               "In the last 2 years %u treatments followed another within %d days, "
                               "which some authors call a booster.",
                               n),
                     n, window));
  finding->marks = GLA_MARK_DEFAULT;
  for (guint i = 0; i < n; i++)
    gla_finding_add_row (finding, rows->pdata[i]);
  get_booster_window (search, finding);
}
