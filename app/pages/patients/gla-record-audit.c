/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-record-audit.h"

#include "gla-audit-fields.h"
#include "gla-audit-json.h"
#include "gla-case-answers.h"
#include "gla-i18n.h"
#include "gla-kept-case.h"
#include "gla-record-words.h"
#include "gla-words.h"

/* What a sentence names besides the kind of the record. */
typedef enum
{
  NAMED_NOTHING,
  NAMED_DAY,   /* the record's day */
  NAMED_AREA,  /* its area, then its day */
  NAMED_KIND,  /* the kind of an event, in words */
  NAMED_TITLE, /* the template of a document */
  NAMED_CASE,  /* the area of a case */
  NAMED_BOOKING, /* what a booking is for, then its day */
} Named;

typedef struct
{
  const char *table;
  Named named;
  const char *add;
  const char *amend;
  const char *void_;
  const char *restore;
} Sentences;

/* Whole sentences, since a language may need another order for each. */
static const Sentences sentences[] = {
  { "patient", NAMED_NOTHING,
    N_("Added the patient"), N_("Changed the patient’s details"),
    N_("Voided the patient"), N_("Brought back the patient") },
  { "treatment", NAMED_DAY,
    N_("Added the treatment of %s"), N_("Changed the treatment of %s"),
    N_("Voided the treatment of %s"), N_("Brought back the treatment of %s") },
  { "assessment", NAMED_AREA,
    N_("Added the grade of %s on %s"), N_("Changed the grade of %s on %s"),
    N_("Voided the grade of %s on %s"), N_("Brought back the grade of %s on %s") },
  { "report", NAMED_DAY,
    N_("Added the patient’s report of %s"), N_("Changed the patient’s report of %s"),
    N_("Voided the patient’s report of %s"),
    N_("Brought back the patient’s report of %s") },
  { "rating", NAMED_DAY,
    N_("Added how the result was judged on %s"), N_("Changed how the result was judged on %s"),
    N_("Voided how the result was judged on %s"),
    N_("Brought back how the result was judged on %s") },
  { "exposure", NAMED_DAY,
    N_("Added the treatment elsewhere of %s"), N_("Changed the treatment elsewhere of %s"),
    N_("Voided the treatment elsewhere of %s"),
    N_("Brought back the treatment elsewhere of %s") },
  { "adverse_event", NAMED_KIND,
    N_("Added the adverse event “%s”"), N_("Changed the adverse event “%s”"),
    N_("Voided the adverse event “%s”"), N_("Brought back the adverse event “%s”") },
  { "call", NAMED_DAY,
    N_("Added the call of %s"), N_("Changed the call of %s"),
    N_("Took back the call of %s"), N_("Brought back the call of %s") },
  { "document", NAMED_TITLE,
    N_("Gave the document “%s”"), N_("Changed the entry of the document “%s”"),
    N_("Voided the entry of the document “%s”"),
    N_("Brought back the entry of the document “%s”") },
  { "photo", NAMED_DAY,
    N_("Added a photo of %s"), N_("Changed what is said of a photo of %s"),
    N_("Voided a photo of %s"), N_("Brought back a photo of %s") },
  { "treatment_plan", NAMED_DAY,
    N_("Kept a plan on %s"), N_("Changed the plan of %s"),
    N_("Removed the plan of %s"), N_("Brought back the plan of %s") },
  { "case_record", NAMED_CASE,
    N_("Opened a case about %s"), N_("Changed the case about %s"),
    N_("Voided the case about %s"), N_("Brought back the case about %s") },
  { "booking", NAMED_BOOKING,
    N_("Booked “%s” for %s"), N_("Changed the booking “%s” for %s"),
    N_("Voided the booking “%s” for %s"), N_("Brought back the booking “%s” for %s") },
};

/* What happens to a case besides. */
static const struct
{
  const char *action;
  const char *sentence;
} case_actions[] = {
  { "answer", N_("Answered a question in the case about %s") },
  { "back", N_("Went back in the case about %s") },
  { "state", N_("Filled in what was not known in the case about %s") },
  { "advance", N_("The case about %s moved on by itself") },
  { "close", N_("Closed the case about %s as “%s”") },
  { "reopen", N_("Reopened the case about %s") },
};

static const struct
{
  const char *action;
  const char *sentence;
} other_actions[] = {
  { "add", N_("Added a record") },
  { "amend", N_("Changed a record") },
  { "void", N_("Voided a record") },
  { "restore", N_("Brought back a record") },
  { "dismiss", N_("Dismissed the notice of shorter effects") },
  { "follow-up", N_("Added a follow-up") },
  { "batch", N_("Took records in from a file") },
  { "import", N_("Took records in from a file") },
};

static const char *
choose_case_sentence (const char *action)
{
  for (gsize i = 0; i < G_N_ELEMENTS (case_actions); i++)
    if (g_strcmp0 (case_actions[i].action, action) == 0)
      return _(case_actions[i].sentence);
  return NULL;
}

static const char *
choose_sentence (const Sentences *row,
                 const char      *action)
{
  if (g_strcmp0 (action, "add") == 0)
    return _(row->add);
  if (g_strcmp0 (action, "amend") == 0)
    return _(row->amend);
  if (g_strcmp0 (action, "void") == 0)
    return _(row->void_);
  if (g_strcmp0 (action, "restore") == 0)
    return _(row->restore);
  return row->named == NAMED_CASE ? choose_case_sentence (action) : NULL;
}

static const char *
word_outcome (const GlaAuditJson *record)
{
  gint64 outcome = gla_audit_json_get_number (record, "outcome", GLA_CASE_OUTCOME_NONE);

  return gla_case_outcome_get_name ((GlaCaseOutcome) CLAMP (outcome, GLA_CASE_OUTCOME_NONE,
                                                            GLA_CASE_OUTCOME_OPENED_BY_MISTAKE));
}

static const char *
word_booking (const GlaAuditJson *record)
{
  gint64 kind = gla_audit_json_get_number (record, "kind", GLA_BOOKING_REVIEW);

  return gla_booking_kind_get_name ((GlaBookingKind) CLAMP (kind, GLA_BOOKING_REVIEW,
                                                            GLA_BOOKING_CONTACT));
}

static char *
word_day (const GlaAuditJson *record)
{
  const char *iso = gla_audit_json_get_text (record, "day");
  gint64 precision = gla_audit_json_get_number (record, "precision", GLA_DAY_EXACT);

  return gla_day_format (iso == NULL ? GLA_DAY_NONE : gla_day_from_iso (iso),
                         (GlaDayPrecision) CLAMP (precision, GLA_DAY_EXACT, GLA_DAY_YEAR));
}

/* The formats come from the tables above or their translations, which gettext checks. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
static char *
fill_sentence (const Sentences    *row,
               const char         *format,
               const GlaAuditJson *record,
               GlaCatalogue       *catalogue)
{
  g_autofree char *day = NULL;
  const char *text;

  switch (row->named)
    {
    case NAMED_DAY:
      day = word_day (record);
      return g_strdup_printf (format, day);
    case NAMED_AREA:
      day = word_day (record);
      text = gla_audit_json_get_text (record, "area");
      return g_strdup_printf (format, gla_record_words_area (catalogue, text), day);
    case NAMED_KIND:
      text = gla_audit_json_get_text (record, "kind");
      return g_strdup_printf (format, text == NULL ? _("not described") : text);
    case NAMED_TITLE:
      text = gla_audit_json_get_text (record, "template");
      return g_strdup_printf (format, text == NULL ? _("not described") : text);
    case NAMED_CASE:
      /* Only the sentence of closing names the outcome. */
      text = gla_audit_json_get_text (record, "area");
      return g_strdup_printf (format, gla_record_words_area (catalogue, text),
                              word_outcome (record));
    case NAMED_BOOKING:
      day = word_day (record);
      return g_strdup_printf (format, word_booking (record), day);
    case NAMED_NOTHING:
    default:
      return g_strdup (format);
    }
}
#pragma GCC diagnostic pop

static char *
word_action (const GlaAuditEntry *entry,
             const GlaAuditJson  *record,
             GlaCatalogue        *catalogue)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      const char *format;

      if (g_strcmp0 (sentences[i].table, entry->table) != 0)
        continue;
      format = choose_sentence (&sentences[i], entry->action);
      if (format != NULL)
        return fill_sentence (&sentences[i], format, record, catalogue);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (other_actions); i++)
    if (g_strcmp0 (other_actions[i].action, entry->action) == 0)
      return g_strdup (_(other_actions[i].sentence));
  return g_strdup (_("Changed the record"));
}

static char *
word_moment (const char *utc)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (GDateTime) moment = utc == NULL ? NULL : g_date_time_new_from_iso8601 (utc, zone);
  g_autoptr (GDateTime) local = moment == NULL ? NULL : g_date_time_to_local (moment);

  if (local == NULL)
    return g_strdup (_("date unknown"));
  /* Translators: date and time of day, as in "12 Oct 2026, 14:05" */
  return g_date_time_format (local, _("%-d %b %Y, %H:%M"));
}

GlaProtocol *
gla_audit_entry_find_protocol (const GlaAuditEntry *entry,
                               GlaProtocolShelf    *shelf,
                               GlaStore            *store,
                               const GlaHistory    *history)
{
  g_return_val_if_fail (entry != NULL && shelf != NULL, NULL);
  g_return_val_if_fail (store != NULL && history != NULL, NULL);

  if (g_strcmp0 (entry->table, "case_record") != 0)
    return NULL;
  for (guint i = 0; i < history->cases->len; i++)
    {
      const GlaCaseRecord *record = history->cases->pdata[i];

      if (g_strcmp0 (record->id, entry->record) == 0)
        return gla_kept_case_read_protocol (store, shelf, record, NULL);
    }
  return NULL;
}

/* Which question, and which answer, before what followed from it. */
static void
put_answers_first (GlaAuditLine       *self,
                   const GlaAuditJson *before,
                   const GlaAuditJson *after,
                   const GlaProtocol  *protocol)
{
  const char *old = before != NULL ? gla_audit_json_get_text (before, "content") : NULL;
  const char *new = after != NULL ? gla_audit_json_get_text (after, "content") : NULL;
  g_auto (GStrv) answers = gla_case_describe_new_answers (old, new, protocol);
  g_auto (GStrv) changes = g_steal_pointer (&self->changes);
  g_autoptr (GStrvBuilder) all = g_strv_builder_new ();

  g_strv_builder_addv (all, (const char **) answers);
  g_strv_builder_addv (all, (const char **) changes);
  self->changes = g_strv_builder_end (all);
}

GlaAuditLine *
gla_audit_line_new (const GlaAuditEntry *entry,
                    GlaCatalogue        *catalogue,
                    const GlaHistory    *history,
                    const GlaProtocol   *protocol)
{
  g_autoptr (GlaAuditJson) before = NULL, after = NULL;
  GlaAuditLine *self;

  g_return_val_if_fail (entry != NULL, NULL);
  g_return_val_if_fail (catalogue != NULL, NULL);
  g_return_val_if_fail (history != NULL, NULL);

  before = entry->before == NULL ? NULL : gla_audit_json_parse (entry->before);
  after = entry->after == NULL ? NULL : gla_audit_json_parse (entry->after);

  self = g_new0 (GlaAuditLine, 1);
  self->when = word_moment (entry->when);
  self->who = g_strdup (entry->staff == NULL ? _("Nobody signed in") : entry->staff);
  self->what = word_action (entry, after != NULL ? after : before, catalogue);
  self->changes = gla_audit_fields_compare (entry->table, before, after, catalogue, history);
  if (protocol != NULL)
    put_answers_first (self, before, after, protocol);
  self->reason = entry->reason == NULL || *entry->reason == '\0' ? NULL : g_strdup (entry->reason);
  self->record = g_strdup (entry->record);
  return self;
}

void
gla_audit_line_free (GlaAuditLine *self)
{
  if (self == NULL)
    return;
  g_free (self->when);
  g_free (self->who);
  g_free (self->what);
  g_strfreev (self->changes);
  g_free (self->reason);
  g_free (self->record);
  g_free (self);
}
