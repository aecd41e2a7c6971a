/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-store-stock.h"

#include "gla-i18n.h"
#include "gla-identifier.h"
#include "gla-store-parts.h"

static const GlaField fields[] = {
  GLA_FIELD (GlaVialEvent, TEXT, vial),
  GLA_FIELD (GlaVialEvent, INT, kind),
  GLA_FIELD (GlaVialEvent, TEXT, moment),
  GLA_FIELD (GlaVialEvent, UNITS, units),
  GLA_FIELD (GlaVialEvent, TEXT, diluent),
  GLA_FIELD (GlaVialEvent, VOLUME, diluent_volume),
  GLA_FIELD (GlaVialEvent, TEXT, reason),
  GLA_FIELD (GlaVialEvent, TEXT, staff),
  GLA_FIELD (GlaVialEvent, INT, state_before),
};

#define COLUMNS                                                                                    \
  "vial, kind, moment, units, diluent, diluent_volume, reason, staff, state_before"

/* As the audit names what was done to a vial. */
static const char *
get_action (GlaVialEventKind kind)
{
  static const char *const actions[] = {
    [GLA_VIAL_EVENT_RECEIVED] = "receive",   [GLA_VIAL_EVENT_MIXED] = "mix",
    [GLA_VIAL_EVENT_WASTED] = "waste",       [GLA_VIAL_EVENT_EMPTIED] = "empty",
    [GLA_VIAL_EVENT_DISCARDED] = "discard",  [GLA_VIAL_EVENT_HELD] = "hold",
    [GLA_VIAL_EVENT_RELEASED] = "release",
  };

  return actions[kind];
}

/* The audit keeps with a vial what happened to it. */
gboolean
gla_store_describe_vial_events (GlaStore    *self,
                                const char  *id,
                                GString     *json,
                                GError     **error)
{
  return gla_store_describe_rows (self,
                                  "SELECT number, id, kind, moment, units, diluent,"
                                  " diluent_volume, reason, staff, void_reason FROM vial_event"
                                  " WHERE vial = :id ORDER BY number",
                                  id, "events", json, error);
}

static gboolean
insert_event (GlaStore            *self,
              const GlaVialEvent  *event,
              const char          *id,
              GError             **error)
{
  g_autoptr (GlaStatement) statement
      = gla_store_prepare (self,
                           "INSERT INTO vial_event (number, id, " COLUMNS ")"
                           " VALUES ((SELECT coalesce (max (number), 0) + 1 FROM vial_event"
                           "  WHERE vial = :vial), :id, :vial, :kind, :moment, :units, :diluent,"
                           " :diluent_volume, :reason, :staff, :state_before)",
                           error);

  if (statement == NULL)
    return FALSE;
  gla_statement_bind_text (statement, ":id", id);
  gla_fields_bind (fields, G_N_ELEMENTS (fields), statement, event);
  return gla_statement_run (statement, error);
}

static gboolean
read_vial (GlaStore     *self,
           const char   *id,
           GlaVial     **vial,
           GError      **error)
{
  if (!gla_store_read_vial (self, id, vial, error))
    return FALSE;
  if (*vial == NULL)
    gla_store_set_not_found (error);
  return *vial != NULL;
}

/* The event, the vial as it is then, and the entry in the audit unless one is written later. */
static gboolean
write_event (GlaStore            *self,
             const GlaVialEvent  *event,
             const char          *id,
             gboolean             audited,
             GError             **error)
{
  g_autoptr (GlaVial) vial = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  GlaVial changed;
  GlaVialEvent full = *event;
  gboolean writes_entry = audited && self->batch == NULL;

  if (!read_vial (self, event->vial, &vial, error))
    return FALSE;
  changed = *vial;
  full.state_before = vial->state;
  full.staff = event->staff != NULL ? event->staff : self->author;
  if (!gla_vial_event_apply (&full, &changed))
    {
      g_set_error_literal (error, GLA_STORE_ERROR, GLA_STORE_ERROR_CONSTRAINT,
                           _("That can’t happen to the vial any more. Look at it again."));
      return FALSE;
    }
  if (writes_entry)
    before = gla_table_describe (self, &gla_vial_table, event->vial, error);
  if ((writes_entry && before == NULL) || !insert_event (self, &full, id, error)
      || !gla_table_update (self, &gla_vial_table, &changed, error))
    return FALSE;
  if (!writes_entry)
    return TRUE;
  after = gla_table_describe (self, &gla_vial_table, event->vial, error);
  return after != NULL
         && gla_store_write_audit (self, get_action (event->kind), gla_vial_table.name,
                                   event->vial, NULL, before, after, event->reason, error);
}

gboolean
gla_store_add_vial_event (GlaStore            *self,
                          const GlaVialEvent  *event,
                          char               **id,
                          GError             **error)
{
  g_autoptr (GlaTransaction) transaction = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (self != NULL && event != NULL && event->vial != NULL, FALSE);
  g_return_val_if_fail (event->moment != NULL, FALSE);

  transaction = gla_store_begin (self, error);
  name = event->id != NULL ? g_strdup (event->id) : gla_identifier_new ();
  if (transaction == NULL || !write_event (self, event, name, TRUE, error)
      || !gla_transaction_commit (transaction, error))
    return FALSE;
  if (id != NULL)
    *id = g_steal_pointer (&name);
  return TRUE;
}

static gboolean
read_event (GlaStatement *statement,
            GlaVialEvent *event)
{
  gla_fields_read (fields, G_N_ELEMENTS (fields), statement, 0, event);
  event->id = gla_statement_get_text (statement, G_N_ELEMENTS (fields));
  event->revision = gla_statement_get_int (statement, G_N_ELEMENTS (fields) + 1);
  return TRUE;
}

/* The event, if nothing happened to the vial after it. */
static GlaVialEvent *
find_last_event (GlaStore    *self,
                 const char  *id,
                 GError     **error)
{
  g_autoptr (GlaStatement) statement
      = gla_store_prepare (self,
                           "SELECT " COLUMNS ", id, revision, number = (SELECT max (o.number)"
                           "  FROM vial_event o WHERE o.vial = vial_event.vial"
                           "  AND o.void_reason IS NULL)"
                           " FROM vial_event WHERE id = :id AND void_reason IS NULL",
                           error);
  GlaVialEvent event = { 0 };
  gboolean row;

  if (statement == NULL)
    return NULL;
  gla_statement_bind_text (statement, ":id", id);
  if (!gla_statement_step (statement, &row, error))
    return NULL;
  if (!row)
    {
      gla_store_set_not_found (error);
      return NULL;
    }
  if (gla_statement_get_int (statement, G_N_ELEMENTS (fields) + 2) == 0)
    {
      g_set_error_literal (error, GLA_STORE_ERROR, GLA_STORE_ERROR_CONSTRAINT,
                           _("More has happened to the vial since. Take that back first."));
      return NULL;
    }
  read_event (statement, &event);
  return gla_vial_event_new (&event);
}

static gboolean
void_event (GlaStore    *self,
            const char  *id,
            const char  *reason,
            GError     **error)
{
  g_autoptr (GlaStatement) statement
      = gla_store_prepare (self,
                           "UPDATE vial_event SET void_reason = :reason, revision = revision + 1"
                           " WHERE id = :id",
                           error);

  if (statement == NULL)
    return FALSE;
  gla_statement_bind_text (statement, ":reason", reason);
  gla_statement_bind_text (statement, ":id", id);
  return gla_statement_run (statement, error);
}

gboolean
gla_store_take_back_vial_event (GlaStore    *self,
                                const char  *id,
                                const char  *reason,
                                GError     **error)
{
  g_autoptr (GlaTransaction) transaction = NULL;
  g_autoptr (GlaVialEvent) event = NULL;
  g_autoptr (GlaVial) vial = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  GlaVial changed;

  g_return_val_if_fail (self != NULL && id != NULL, FALSE);
  g_return_val_if_fail (reason != NULL && reason[0] != '\0', FALSE);

  transaction = gla_store_begin (self, error);
  if (transaction == NULL || (event = find_last_event (self, id, error)) == NULL
      || !read_vial (self, event->vial, &vial, error))
    return FALSE;
  changed = *vial;
  gla_vial_event_take_back (event, &changed);
  before = gla_table_describe (self, &gla_vial_table, vial->id, error);
  if (before == NULL || !void_event (self, id, reason, error)
      || !gla_table_update (self, &gla_vial_table, &changed, error))
    return FALSE;
  after = gla_table_describe (self, &gla_vial_table, vial->id, error);
  return after != NULL
         && gla_store_write_audit (self, "take-back", gla_vial_table.name, vial->id, NULL, before,
                                   after, reason, error)
         && gla_transaction_commit (transaction, error);
}

gboolean
gla_store_take_back_vial_events (GlaStore    *self,
                                 GPtrArray   *ids,
                                 const char  *reason,
                                 GError     **error)
{
  g_autoptr (GlaTransaction) transaction = NULL;

  g_return_val_if_fail (self != NULL && ids != NULL, FALSE);

  transaction = gla_store_begin (self, error);
  if (transaction == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    if (!gla_store_take_back_vial_event (self, ids->pdata[i], reason, error))
      return FALSE;
  return gla_transaction_commit (transaction, error);
}

GPtrArray *
gla_store_list_vial_events (GlaStore    *self,
                            const char  *vial,
                            GError     **error)
{
  g_autoptr (GPtrArray) list
      = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_vial_event_unref);
  g_autoptr (GlaStatement) statement = NULL;
  gboolean row = TRUE;

  g_return_val_if_fail (self != NULL && vial != NULL, NULL);

  statement = gla_store_prepare (self,
                                 "SELECT " COLUMNS ", id, revision FROM vial_event"
                                 " WHERE vial = :vial AND void_reason IS NULL ORDER BY number",
                                 error);
  if (statement == NULL)
    return NULL;
  gla_statement_bind_text (statement, ":vial", vial);
  while (gla_statement_step (statement, &row, error) && row)
    {
      GlaVialEvent event = { 0 };

      read_event (statement, &event);
      g_ptr_array_add (list, gla_vial_event_new (&event));
    }
  return row ? NULL : g_steal_pointer (&list);
}

/* Why vials of that product and lot are held, or NULL. */
static gboolean
find_hold (GlaStore       *self,
           const GlaVial  *vial,
           char          **reason,
           GError        **error)
{
  g_autoptr (GlaStatement) statement
      = gla_store_prepare (self,
                           "SELECT e.reason FROM vial v JOIN vial_event e ON e.vial = v.id"
                           " WHERE v.lot IS NOT NULL AND lower (v.lot) = lower (:lot)"
                           " AND v.product = :product"
                           " AND v.state = :held AND v.void_reason IS NULL"
                           " AND e.kind = :kind AND e.void_reason IS NULL"
                           " ORDER BY e.moment DESC LIMIT 1",
                           error);
  gboolean row;

  *reason = NULL;
  if (statement == NULL)
    return FALSE;
  gla_statement_bind_text (statement, ":lot", vial->lot);
  gla_statement_bind_text (statement, ":product", vial->product);
  gla_statement_bind_int (statement, ":held", GLA_VIAL_HELD);
  gla_statement_bind_int (statement, ":kind", GLA_VIAL_EVENT_HELD);
  if (!gla_statement_step (statement, &row, error))
    return FALSE;
  *reason = row ? g_strdup (gla_statement_get_text (statement, 0)) : NULL;
  return TRUE;
}

static gboolean
write_received (GlaStore       *self,
                const GlaVial  *vial,
                const char     *id,
                const char     *moment,
                GError        **error)
{
  GlaVialEvent event = { .vial = id, .kind = GLA_VIAL_EVENT_RECEIVED, .moment = moment,
                         .units = GLA_UNITS_UNKNOWN };
  g_autofree char *name = gla_identifier_new ();
  g_autofree char *hold_name = gla_identifier_new ();
  g_autofree char *hold = NULL;

  if (!find_hold (self, vial, &hold, error)
      || !gla_table_insert (self, &gla_vial_table, vial, id, 0, error)
      || !write_event (self, &event, name, FALSE, error))
    return FALSE;
  if (hold == NULL)
    return TRUE;
  event.kind = GLA_VIAL_EVENT_HELD;
  event.reason = hold;
  return write_event (self, &event, hold_name, FALSE, error);
}

gboolean
gla_store_receive_vial (GlaStore       *self,
                        const GlaVial  *vial,
                        const char     *moment,
                        char          **id,
                        GError        **error)
{
  g_autoptr (GlaTransaction) transaction = NULL;
  g_autofree char *name = NULL;
  g_autofree char *after = NULL;
  GlaVial sealed;

  g_return_val_if_fail (self != NULL && vial != NULL && moment != NULL, FALSE);

  sealed = *vial;
  sealed.state = GLA_VIAL_SEALED;
  name = vial->id != NULL ? g_strdup (vial->id) : gla_identifier_new ();
  transaction = gla_store_begin (self, error);
  if (transaction == NULL || !write_received (self, &sealed, name, moment, error))
    return FALSE;
  after = gla_table_describe (self, &gla_vial_table, name, error);
  if (after == NULL
      || (self->batch == NULL
          && !gla_store_write_audit (self, "receive", gla_vial_table.name, name, NULL, NULL,
                                     after, NULL, error))
      || !gla_transaction_commit (transaction, error))
    return FALSE;
  if (id != NULL)
    *id = g_steal_pointer (&name);
  return TRUE;
}
