/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-cycle-private.h"
#include "gla-finding-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* How far back intervals are counted, in days: a choice of the program. */
#define LOOK_BACK 730

/* Days of a booster, if the clinic took the constant out (evidence, section 3.3). */
#define BOOSTER_WINDOW 21

/* One session of this clinic and what the label wants after it. */
typedef struct
{
  const GlaTreatment *treatment;
  GlaDay label_end;               /* of the products used, the latest; or GLA_DAY_NONE */
  const GlaInterval *interval;    /* the one of label_end */
} Session;

static int
get_booster_window (GlaFindingSearch *search)
{
  const GlaConstant *constant =
    gla_catalogue_find_constant (search->cycles->catalogue, "booster_window");

  return constant != NULL ? (int) constant->high : BOOSTER_WINDOW;
}

static void
add_label (GlaFindingSearch   *search,
           Session            *session,
           const GlaInjection *injection)
{
  const GlaInterval *interval =
    gla_catalogue_find_interval (search->cycles->catalogue, injection->product, injection->area,
                                 search->region);
  GlaDay end;

  if (interval == NULL)
    return;
  end = interval->months > 0 ? gla_day_add_months (session->treatment->day, interval->months)
                             : session->treatment->day + interval->days;
  if (session->label_end == GLA_DAY_NONE || end > session->label_end)
    {
      session->label_end = end;
      session->interval = interval;
    }
}

/* Sessions with injections whose day is known to a week, by day; one for each day. */
static GArray *
list_sessions (GlaFindingSearch *search)
{
  GlaHistory *history = search->cycles->history;
  GArray *sessions = g_array_new (FALSE, FALSE, sizeof (Session));
  guint next = gla_finding_first_injection (history);

  for (guint i = 0; i < history->treatments->len; i++)
    {
      const GlaTreatment *treatment = history->treatments->pdata[i];
      Session *last =
        sessions->len > 0 ? &g_array_index (sessions, Session, sessions->len - 1) : NULL;
      guint first = next;

      next = gla_finding_skip_injections (history, treatment, first);
      if (next == first || treatment->day == GLA_DAY_NONE ||
          treatment->day > search->cycles->today || !gla_cycle_is_dated (treatment->precision))
        continue;
      if (last == NULL || last->treatment->day != treatment->day)
        {
          Session session = { treatment, GLA_DAY_NONE, NULL };

          g_array_append_val (sessions, session);
          last = &g_array_index (sessions, Session, sessions->len - 1);
        }
      for (guint k = first; k < next; k++)
        add_label (search, last, history->injections->pdata[k]);
    }
  return sessions;
}

/* "12 weeks", "3 months", as the label says it. */
static char *
describe_interval (const GlaInterval *interval)
{
  if (interval->months > 0)
    return g_strdup_printf (ngettext ("%d month", "%d months", (gulong) interval->months),
                            interval->months);
  if (interval->days % 7 == 0)
    return g_strdup_printf (ngettext ("%d week", "%d weeks", (gulong) interval->days / 7),
                            interval->days / 7);
  return g_strdup_printf (ngettext ("%d day", "%d days", (gulong) interval->days), interval->days);
}

static gboolean
is_same_interval (const GlaInterval *a,
                  const GlaInterval *b)
{
  return a->months == b->months && a->days == b->days;
}

static char *
make_chip (const GPtrArray *intervals)
{
  g_autofree char *time = NULL;
  guint n = intervals->len;

  for (guint i = 1; i < n; i++)
    if (!is_same_interval (intervals->pdata[0], intervals->pdata[i]))
      return g_strdup_printf (ngettext ("%u interval below the label's",
                                        "%u intervals below the label's", n),
                              n);
  time = describe_interval (intervals->pdata[0]);
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
  g_autoptr (GArray) sessions = list_sessions (search);
  g_autoptr (GPtrArray) intervals = g_ptr_array_new ();
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  GlaDay from = search->cycles->today - LOOK_BACK;
  int booster_window = get_booster_window (search);
  int shortest = G_MAXINT;
  guint n_all = 0;
  GlaFinding *finding;

  for (guint i = 1; i < sessions->len; i++)
    {
      const Session *before = &g_array_index (sessions, Session, i - 1);
      const Session *session = &g_array_index (sessions, Session, i);
      int days = session->treatment->day - before->treatment->day;

      if (session->treatment->day <= from || days <= booster_window)
        continue;
      n_all++;
      if (before->label_end == GLA_DAY_NONE || session->treatment->day >= before->label_end)
        continue;
      g_ptr_array_add (intervals, (gpointer) before->interval);
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
    gla_finding_add_mark (finding, &((const GlaInterval *) intervals->pdata[i])->mark);
}

/* A2: sessions 1 to 21 days after another one. */
void
gla_find_touch_ups (GlaFindingSearch *search)
{
  g_autoptr (GArray) sessions = list_sessions (search);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  GlaDay from = search->cycles->today - LOOK_BACK;
  int window = get_booster_window (search);
  guint n;
  GlaFinding *finding;

  for (guint i = 1; i < sessions->len; i++)
    {
      const Session *before = &g_array_index (sessions, Session, i - 1);
      const Session *session = &g_array_index (sessions, Session, i);

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
  gla_finding_add_source (finding, "K25");
  gla_finding_add_source (finding, "GR94");
}
