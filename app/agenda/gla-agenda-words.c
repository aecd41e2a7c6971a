/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-agenda-private.h"

#include "gla-i18n.h"
#include "gla-patient.h"

#include <stdlib.h>

static const struct
{
  const char *key;
  const char *title;
} sections[GLA_AGENDA_N_SECTIONS] = {
  [GLA_AGENDA_BOOKINGS] = { "bookings", N_("Booked") },
  [GLA_AGENDA_VIALS] = { "vials", N_("Vials") },
  [GLA_AGENDA_CASES] = { "cases", N_("Open cases") },
  [GLA_AGENDA_REVIEWS] = { "reviews", N_("Reviews due") },
  [GLA_AGENDA_ENDINGS] = { "endings", N_("Effects that may be ending") },
  [GLA_AGENDA_DRAFTS] = { "drafts", N_("Typed and not saved") },
  [GLA_AGENDA_BACKUP] = { "backup", N_("Backup") },
};

const char *
gla_agenda_section_get_title (GlaAgendaSection section)
{
  g_return_val_if_fail (section < GLA_AGENDA_N_SECTIONS, NULL);

  return _(sections[section].title);
}

const char *
gla_agenda_section_get_key (GlaAgendaSection section)
{
  g_return_val_if_fail (section < GLA_AGENDA_N_SECTIONS, NULL);

  return sections[section].key;
}

char *
gla_agenda_words_days (GlaDay day,
                       GlaDay today)
{
  int days = day - today;

  if (days == 0)
    return g_strdup (_("today"));
  if (days == 1)
    return g_strdup (_("tomorrow"));
  if (days == -1)
    return g_strdup (_("yesterday"));
  if (days > 0)
    return g_strdup_printf (ngettext ("in %d day", "in %d days", (gulong) days), days);
  return g_strdup_printf (ngettext ("%d day ago", "%d days ago", (gulong) -days), -days);
}

char *
gla_agenda_words_name (const char *family_name,
                       const char *given_name)
{
  GlaPatient patient = { .family_name = family_name, .given_name = given_name };

  return gla_patient_get_name (&patient);
}

/* Due */

static char *
describe_treatment (const GlaDueRow *row,
                    GlaDay           today)
{
  g_autofree char *day = gla_day_format (row->treated, GLA_DAY_EXACT);

  /* Translators: the date of a treatment, and how many days ago that was */
  return g_strdup_printf (_("Treated on %s (day %d)"), day, today - row->treated);
}

static char *
describe_review (const GlaDueRow *row,
                 GlaDay           today)
{
  g_autofree char *treated = describe_treatment (row, today);
  g_autofree char *last = gla_day_format (row->due.last, GLA_DAY_EXACT);

  /* Translators: when the treatment was, and the last day on which a review tells something */
  return g_strdup_printf (_("%s, to be reviewed by %s"), treated, last);
}

static char *
describe_band (GlaDay first,
               GlaDay last)
{
  g_autofree char *begin = gla_day_format (first, GLA_DAY_EXACT);
  g_autofree char *end = gla_day_format (last, GLA_DAY_EXACT);

  /* Translators: two dates that enclose the days on which an effect may end */
  return g_strdup_printf (_("may be ending between %s and %s"), begin, end);
}

const char *
gla_agenda_words_area (GlaCatalogue *catalogue,
                       const char   *key)
{
  const GlaArea *area = gla_catalogue_find_area (catalogue, key);

  return area != NULL ? gla_area_get_name (area) : key;
}

/* A line of areas: key, first and last day, earlier treatments behind it. */
static char *
describe_area (GlaCatalogue *catalogue,
               GStrv         words)
{
  guint n_own = (guint) strtoul (words[3], NULL, 10);
  g_autofree char *band = describe_band (gla_day_from_iso (words[1]), gla_day_from_iso (words[2]));
  const char *name = gla_agenda_words_area (catalogue, words[0]);

  if (n_own == 0)
    /* Translators: an area, and between which dates its effect may end */
    return g_strdup_printf (_("%s %s; usual range, no own history yet"), name, band);
  return g_strdup_printf (ngettext ("%s %s; from %u own treatment before",
                                    "%s %s; from %u own treatments before", n_own),
                          name, band, n_own);
}

static char *
list_areas (const GlaDueRow *row,
            GlaCatalogue    *catalogue)
{
  g_auto (GStrv) lines = g_strsplit (row->due.areas, "\n", -1);
  GString *text = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (lines[i], " ", 4);
      g_autofree char *line = NULL;

      if (g_strv_length (words) < 4)
        continue;
      if (row->due.reason == GLA_CALL_ENDING)
        line = describe_area (catalogue, words);
      else
        line = g_strdup (gla_agenda_words_area (catalogue, words[0]));
      if (text->len > 0)
        g_string_append (text, row->due.reason == GLA_CALL_ENDING ? "\n" : ", ");
      g_string_append (text, line);
    }
  return g_string_free (text, FALSE);
}

static char *
describe_ending (const GlaDueRow *row,
                 GlaDay           today)
{
  g_autofree char *treated = describe_treatment (row, today);
  g_autofree char *band = describe_band (row->due.first, row->due.last);

  /* Translators: when the treatment was, and between which dates its effect may end */
  return g_strdup_printf (_("%s, effect %s"), treated, band);
}

static char *
describe_unanswered (const GlaDueRow *row)
{
  if (row->n_unanswered == 0)
    return NULL;
  return g_strdup_printf (ngettext ("Called %u time without an answer",
                                    "Called %u times without an answer", row->n_unanswered),
                          row->n_unanswered);
}

char *
gla_agenda_words_due (const GlaDueRow *row,
                      GlaCatalogue    *catalogue,
                      GlaDay           today,
                      GlaRole          role)
{
  gboolean with_areas = role != GLA_ROLE_FRONT_DESK;
  g_autofree char *areas = with_areas ? list_areas (row, catalogue) : NULL;
  g_autofree char *unanswered = describe_unanswered (row);
  g_autofree char *first = NULL;
  g_autoptr (GString) text = NULL;

  if (row->due.reason == GLA_CALL_REVIEW)
    first = describe_review (row, today);
  else
    first = with_areas ? describe_treatment (row, today) : describe_ending (row, today);
  text = g_string_new (first);
  if (with_areas && row->due.reason == GLA_CALL_REVIEW)
    g_string_append_printf (text, " · %s", areas);
  else if (with_areas)
    g_string_append_printf (text, "\n%s", areas);
  if (unanswered != NULL)
    g_string_append_printf (text, "\n%s", unanswered);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* What was left */

char *
gla_agenda_words_draft (const char *kind)
{
  if (g_str_equal (kind, "patient"))
    return g_strdup (_("A patient’s details"));
  if (g_str_equal (kind, "treatment"))
    return g_strdup (_("A treatment"));
  if (g_str_equal (kind, "follow-up"))
    return g_strdup (_("A follow-up"));
  if (g_str_equal (kind, "exposure"))
    return g_strdup (_("A treatment elsewhere"));
  if (g_str_equal (kind, "adverse-event"))
    return g_strdup (_("An adverse event"));
  return g_strdup (_("An entry"));
}

char *
gla_agenda_words_backup (GlaDay last,
                         GlaDay today)
{
  g_autofree char *day = NULL;
  g_autofree char *days = NULL;

  if (last == GLA_DAY_NONE)
    return g_strdup (_("No backup was made yet"));
  day = gla_day_format (last, GLA_DAY_EXACT);
  days = gla_agenda_words_days (last, today);
  /* Translators: a date, and how long ago that was */
  return g_strdup_printf (_("Last backup on %s, %s"), day, days);
}

char *
gla_agenda_describe_follow_up (const GlaAgenda *self)
{
  double share;

  g_return_val_if_fail (self != NULL, NULL);

  share = gla_follow_up_get_share (&self->follow_up);
  if (self->follow_up_day == GLA_DAY_NONE)
    return g_strdup (_("How completely treatments are reviewed was not counted yet."));
  if (share < 0)
    return g_strdup (_("No review window has ended yet."));
  /* Translators: how many treated areas of how many were reviewed, and their share */
  return g_strdup_printf (ngettext ("%u of %u treated area was reviewed in its window (%d %%).",
                                    "%u of %u treated areas were reviewed in their window (%d %%).",
                                    self->follow_up.due),
                          self->follow_up.reviewed, self->follow_up.due,
                          (int) (100.0 * share + 0.5));
}
