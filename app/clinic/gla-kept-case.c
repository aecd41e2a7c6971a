/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-kept-case.h"

#include "gla-store-case.h"
#include "gla-store-read.h"
#include "gla-xml.h"

#include <string.h>

/* Behind the version of a protocol that the clinic wrote itself. */
#define OWN_SUFFIX " own"

static GlaKeptCase *
kept_case_new (GlaCaseRecord *record,
               GlaCase       *state,
               GlaCaseBasis  *basis)
{
  GlaKeptCase *self = g_atomic_rc_box_new0 (GlaKeptCase);

  self->record = record;
  self->state = state;
  self->basis = basis;
  return self;
}

GlaKeptCase *
gla_kept_case_ref (GlaKeptCase *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  GlaKeptCase *self = data;

  gla_case_record_unref (self->record);
  gla_case_unref (self->state);
  gla_case_basis_unref (self->basis);
}

void
gla_kept_case_unref (GlaKeptCase *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, clear);
}

static GlaCaseStanding
get_standing (const GlaCase *state)
{
  switch (state->state)
    {
    case GLA_CASE_WAITING:
      return GLA_CASE_STANDING_WAITING;
    case GLA_CASE_ENDED:
      return GLA_CASE_STANDING_ENDED;
    case GLA_CASE_ASKING:
    default:
      return GLA_CASE_STANDING_ASKING;
    }
}

/* What of a record follows from the case; @content must outlive the fields. */
static void
set_state (GlaCaseRecord *fields,
           const GlaCase *state,
           const char    *content)
{
  fields->standing = get_standing (state);
  fields->step = state->step;
  fields->due = state->state == GLA_CASE_WAITING ? state->due : GLA_DAY_NONE;
  fields->until = state->state == GLA_CASE_WAITING ? state->until : GLA_DAY_NONE;
  fields->content = content;
}

static char *
write_content (const GlaCase *state)
{
  g_autoptr (GlaXmlDoc) doc = gla_case_to_xml (state);

  return gla_xml_to_text (doc);
}

static GlaKeptCase *
amended (const GlaKeptCase   *self,
         const GlaCaseRecord *fields,
         GlaCase             *state)
{
  GlaCaseRecord next = *fields;

  next.revision = self->record->revision + 1;
  return kept_case_new (gla_case_record_new (&next), state, gla_case_basis_ref (self->basis));
}

GlaKeptCase *
gla_kept_case_with (const GlaKeptCase *self,
                    GlaCase           *state)
{
  g_autofree char *content = NULL;
  GlaCaseRecord fields;

  g_return_val_if_fail (self != NULL && state != NULL, NULL);

  content = write_content (state);
  fields = *self->record;
  set_state (&fields, state, content);
  return amended (self, &fields, state);
}

GlaKeptCase *
gla_kept_case_looking (const GlaKeptCase *self,
                       GlaCase           *state)
{
  g_return_val_if_fail (self != NULL && state != NULL, NULL);

  return kept_case_new (gla_case_record_ref (self->record), state,
                        gla_case_basis_ref (self->basis));
}

GlaKeptCase *
gla_kept_case_closed (const GlaKeptCase *self,
                      GlaCaseOutcome     outcome,
                      const char        *cause,
                      const char        *conclusion,
                      GlaDay             day)
{
  GlaCaseRecord fields;

  g_return_val_if_fail (self != NULL && day != GLA_DAY_NONE, NULL);

  fields = *self->record;
  fields.standing = GLA_CASE_STANDING_CLOSED;
  fields.due = fields.until = GLA_DAY_NONE;
  fields.outcome = outcome;
  fields.cause = cause;
  fields.conclusion = conclusion;
  fields.closed = day;
  return amended (self, &fields, gla_case_ref (self->state));
}

GlaKeptCase *
gla_kept_case_reopened (const GlaKeptCase *self)
{
  GlaCaseRecord fields;

  g_return_val_if_fail (self != NULL, NULL);

  fields = *self->record;
  fields.outcome = GLA_CASE_OUTCOME_NONE;
  fields.cause = fields.conclusion = NULL;
  fields.closed = GLA_DAY_NONE;
  set_state (&fields, self->state, self->record->content);
  return amended (self, &fields, gla_case_ref (self->state));
}

GlaCaseRecord *
gla_kept_case_get_before (const GlaKeptCase *before,
                          const GlaKeptCase *after)
{
  GlaCaseRecord fields;

  g_return_val_if_fail (before != NULL && after != NULL, NULL);

  fields = *before->record;
  fields.revision = after->record->revision;
  return gla_case_record_new (&fields);
}

GlaCaseOutcome
gla_kept_case_suggest_outcome (const GlaKeptCase *self)
{
  const GlaStep *step;

  g_return_val_if_fail (self != NULL, GLA_CASE_OUTCOME_NONE);

  step = gla_protocol_find_step (self->state->protocol, self->state->step);
  if (step->outcome == GLA_OUTCOME_STOP)
    return GLA_CASE_OUTCOME_REFERRED;
  for (guint i = 0; i < self->state->path->len; i++)
    {
      const GlaCaseVisit *visit = self->state->path->pdata[i];
      const GlaStep *left = gla_protocol_find_step (self->state->protocol, visit->step);

      if (left != NULL && left->options->len > 2)
        return GLA_CASE_OUTCOME_OPTIONS_GIVEN;
    }
  return self->state->findings->len > 0 && step->outcome == GLA_OUTCOME_CLOSE
           ? GLA_CASE_OUTCOME_RESOLVED
           : GLA_CASE_OUTCOME_EXPLAINED;
}

gboolean
gla_kept_case_write (GlaStore           *store,
                     const GlaKeptCase  *self,
                     const char         *action,
                     const char         *reason,
                     GError            **error)
{
  g_autoptr (GlaCaseRecord) record = NULL;
  GlaCaseRecord fields;

  g_return_val_if_fail (store != NULL && self != NULL, FALSE);

  fields = *self->record;
  fields.revision--;
  record = gla_case_record_new (&fields);
  return gla_store_amend_case (store, record, action, reason, error);
}

static char *
dup_version (const GlaProtocol *protocol)
{
  return g_strconcat (protocol->key, " ", protocol->version,
                      protocol->is_own ? OWN_SUFFIX : NULL, NULL);
}

/* A copy of the text, so that the case can go on with it when the program has another. */
static gboolean
keep_protocol (GlaStore           *store,
               const GlaProtocol  *protocol,
               char              **id,
               GError            **error)
{
  gsize size;
  const char *data = g_bytes_get_data (protocol->content, &size);
  g_autofree char *text = g_strndup (data, size);

  return gla_store_keep_protocol (store, text, id, error);
}

static GlaCaseRecord *
add_record (GlaStore           *store,
            const GlaCaseDesk  *desk,
            const GlaCase      *state,
            const char         *staff,
            GError            **error)
{
  g_autofree char *protocol = NULL;
  g_autofree char *version = dup_version (state->protocol);
  g_autofree char *content = write_content (state);
  g_autofree char *id = NULL;
  GlaCaseRecord fields = {
    .patient = desk->cycles->history->patient->id,
    .area = state->area,
    .treatment = state->treatment,
    .opened = state->since,
    .protocol_version = version,
    .closed = GLA_DAY_NONE,
    .staff = staff,
  };

  if (!keep_protocol (store, state->protocol, &protocol, error))
    return NULL;
  fields.protocol = protocol;
  set_state (&fields, state, content);
  if (!gla_store_add_case (store, &fields, &id, error))
    return NULL;
  fields.id = id;
  fields.revision = 1;
  return gla_case_record_new (&fields);
}

GlaKeptCase *
gla_kept_case_start (GlaStore           *store,
                     const GlaCaseDesk  *desk,
                     const char         *area,
                     const char         *treatment,
                     const char         *staff,
                     GError            **error)
{
  g_autoptr (GlaProtocol) protocol = NULL;
  g_autoptr (GlaCaseBasis) basis = NULL;
  g_autoptr (GlaCase) state = NULL;
  GlaCaseRecord *record;

  g_return_val_if_fail (store != NULL && desk != NULL && area != NULL, NULL);

  protocol = gla_protocol_shelf_get_current (desk->shelf, error);
  if (protocol == NULL)
    return NULL;
  basis = gla_case_basis_new (store, desk->cycles, desk->figures, area, treatment, error);
  if (basis == NULL)
    return NULL;
  state = gla_case_start (protocol, &basis->input, area, treatment, error);
  if (state == NULL)
    return NULL;
  record = add_record (store, desk, state, staff, error);
  if (record == NULL)
    return NULL;
  return kept_case_new (record, g_steal_pointer (&state), g_steal_pointer (&basis));
}

GlaProtocol *
gla_kept_case_read_protocol (GlaStore             *store,
                             GlaProtocolShelf     *shelf,
                             const GlaCaseRecord  *record,
                             GError              **error)
{
  g_return_val_if_fail (store != NULL && shelf != NULL && record != NULL, NULL);

  return gla_protocol_shelf_get_kept (shelf, store, record->protocol,
                                      g_str_has_suffix (record->protocol_version, OWN_SUFFIX),
                                      error);
}

static GlaCase *
read_state (GlaStore             *store,
            GlaProtocolShelf     *shelf,
            const GlaCaseRecord  *record,
            GError              **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (record->content, strlen (record->content));
  g_autoptr (GlaXmlDoc) doc = NULL;
  g_autoptr (GlaProtocol) protocol = NULL;

  protocol = gla_kept_case_read_protocol (store, shelf, record, error);
  if (protocol == NULL)
    return NULL;
  doc = gla_xml_parse (bytes, record->id, error);
  return doc != NULL ? gla_case_from_xml (doc, record->id, protocol, error) : NULL;
}

/* Whether it stands elsewhere than before, or waits for another day. */
static gboolean
has_moved (const GlaCase *before,
           const GlaCase *after)
{
  return after->path->len != before->path->len || after->state != before->state
         || after->due != before->due || after->until != before->until
         || after->findings->len != before->findings->len;
}

GlaKeptCase *
gla_kept_case_open (GlaStore           *store,
                    const GlaCaseDesk  *desk,
                    GlaCaseRecord      *record,
                    GError            **error)
{
  g_autoptr (GlaCaseBasis) basis = NULL;
  g_autoptr (GlaCase) state = NULL;
  g_autoptr (GlaCase) next = NULL;
  g_autoptr (GlaKeptCase) self = NULL;
  g_autoptr (GlaKeptCase) moved = NULL;

  g_return_val_if_fail (store != NULL && desk != NULL && record != NULL, NULL);

  state = read_state (store, desk->shelf, record, error);
  if (state == NULL)
    return NULL;
  basis = gla_case_basis_new (store, desk->cycles, desk->figures, record->area,
                              record->treatment, error);
  if (basis == NULL)
    return NULL;
  self = kept_case_new (gla_case_record_ref (record), g_steal_pointer (&state),
                        g_steal_pointer (&basis));
  if (record->standing == GLA_CASE_STANDING_CLOSED)
    return g_steal_pointer (&self);
  next = gla_case_advance (self->state, &self->basis->input, error);
  if (next == NULL)
    return NULL;
  if (!has_moved (self->state, next))
    return g_steal_pointer (&self);
  moved = gla_kept_case_with (self, g_steal_pointer (&next));
  return gla_kept_case_write (store, moved, "advance", NULL, error) ? g_steal_pointer (&moved)
                                                                    : NULL;
}
