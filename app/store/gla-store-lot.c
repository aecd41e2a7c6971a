/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-store-lot.h"

#include "gla-store-parts.h"
#include "gla-store-stock.h"

void
gla_lot_use_free (GlaLotUse *self)
{
  if (self == NULL)
    return;
  g_free (self->patient);
  g_free (self->number);
  g_free (self->family_name);
  g_free (self->given_name);
  g_free (self->phone);
  g_free (self->treatment);
  g_free (self->area);
  g_free (self->product);
  g_free (self->lot);
  g_free (self);
}

static GlaLotUse *
read_use (GlaStatement *statement)
{
  GlaLotUse *use = g_new0 (GlaLotUse, 1);

  use->patient = g_strdup (gla_statement_get_text (statement, 0));
  use->number = g_strdup (gla_statement_get_text (statement, 1));
  use->family_name = g_strdup (gla_statement_get_text (statement, 2));
  use->given_name = g_strdup (gla_statement_get_text (statement, 3));
  use->phone = g_strdup (gla_statement_get_text (statement, 4));
  use->may_contact = gla_statement_get_int (statement, 5) != 0;
  use->treatment = g_strdup (gla_statement_get_text (statement, 6));
  use->day = gla_statement_get_day (statement, 7);
  use->precision = (GlaDayPrecision) gla_statement_get_int (statement, 8);
  use->area = g_strdup (gla_statement_get_text (statement, 9));
  use->side = (GlaSide) gla_statement_get_int (statement, 10);
  use->product = g_strdup (gla_statement_get_text (statement, 11));
  use->lot = g_strdup (gla_statement_get_text (statement, 12));
  use->units = gla_statement_get_units (statement, 13);
  return use;
}

/* Each half of the union goes by an index: the lot of a vial, and the lot of an injection. */
GPtrArray *
gla_store_list_lot_uses (GlaStore    *self,
                         const char  *lot,
                         GError     **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_lot_use_free);
  g_autoptr (GlaStatement) statement = NULL;
  gboolean row = TRUE;

  g_return_val_if_fail (self != NULL && lot != NULL, NULL);

  statement = gla_store_prepare (
      self,
      "SELECT p.id, p.number, p.family_name, p.given_name, p.phone, p.may_contact, t.id, t.day,"
      " t.precision, u.area, u.side, u.product, u.lot, u.units FROM"
      " (SELECT i.patient, i.treatment, i.position, i.area, i.side, v.product, v.lot, i.units"
      "   FROM vial v JOIN injection i ON i.vial = v.id"
      "   WHERE lower (v.lot) = lower (:lot) AND v.lot IS NOT NULL"
      "  UNION ALL SELECT i.patient, i.treatment, i.position, i.area, i.side, i.product, i.lot,"
      "   i.units FROM injection i WHERE lower (i.lot) = lower (:lot) AND i.lot IS NOT NULL) u"
      " JOIN treatment t ON t.patient = u.patient AND t.id = u.treatment"
      " JOIN patient p ON p.row = u.patient"
      " WHERE t.void_reason IS NULL AND p.void_reason IS NULL"
      " ORDER BY t.day DESC, p.name_key, p.row, t.id, u.position",
      error);
  if (statement == NULL)
    return NULL;
  gla_statement_bind_text (statement, ":lot", lot);
  while (gla_statement_step (statement, &row, error) && row)
    g_ptr_array_add (list, read_use (statement));
  return row ? NULL : g_steal_pointer (&list);
}

/* Identifiers of the vials of a lot, those of two states only unless both are -1. */
static GPtrArray *
list_vials (GlaStore    *self,
            const char  *product,
            const char  *lot,
            int          state,
            int          other,
            GError     **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GlaStatement) statement
      = gla_store_prepare (self,
                           "SELECT id FROM vial WHERE lower (lot) = lower (:lot)"
                           " AND lot IS NOT NULL AND product = :product AND void_reason IS NULL"
                           " AND (:state = -1 OR state IN (:state, :other)) ORDER BY id",
                           error);
  gboolean row = TRUE;

  if (statement == NULL)
    return NULL;
  gla_statement_bind_text (statement, ":lot", lot);
  gla_statement_bind_text (statement, ":product", product);
  gla_statement_bind_int (statement, ":state", state);
  gla_statement_bind_int (statement, ":other", other);
  while (gla_statement_step (statement, &row, error) && row)
    g_ptr_array_add (list, g_strdup (gla_statement_get_text (statement, 0)));
  return row ? NULL : g_steal_pointer (&list);
}

static gboolean
add_events (GlaStore            *self,
            GPtrArray           *vials,
            const GlaVialEvent  *event,
            GPtrArray           *ids,
            GError             **error)
{
  for (guint i = 0; i < vials->len; i++)
    {
      GlaVialEvent one = *event;
      char *id = NULL;

      one.vial = vials->pdata[i];
      if (!gla_store_add_vial_event (self, &one, &id, error))
        return FALSE;
      g_ptr_array_add (ids, id);
    }
  return TRUE;
}

static gboolean
change_lot (GlaStore            *self,
            const char          *product,
            const char          *lot,
            const GlaVialEvent  *event,
            int                  state,
            int                  other,
            GPtrArray          **ids,
            GError             **error)
{
  g_autoptr (GlaTransaction) transaction = gla_store_begin (self, error);
  g_autoptr (GPtrArray) done = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) vials = NULL;

  if (transaction == NULL
      || (vials = list_vials (self, product, lot, state, other, error)) == NULL)
    return FALSE;
  if (vials->len == 0)
    {
      gla_store_set_not_found (error);
      return FALSE;
    }
  if (!add_events (self, vials, event, done, error)
      || !gla_transaction_commit (transaction, error))
    return FALSE;
  if (ids != NULL)
    *ids = g_steal_pointer (&done);
  return TRUE;
}

gboolean
gla_store_hold_lot (GlaStore    *self,
                    const char  *product,
                    const char  *lot,
                    const char  *reason,
                    const char  *moment,
                    GPtrArray  **ids,
                    GError     **error)
{
  GlaVialEvent event = { .kind = GLA_VIAL_EVENT_HELD, .moment = moment, .reason = reason,
                         .units = GLA_UNITS_UNKNOWN };

  g_return_val_if_fail (self != NULL && product != NULL && lot != NULL, FALSE);
  g_return_val_if_fail (reason != NULL && reason[0] != '\0' && moment != NULL, FALSE);

  return change_lot (self, product, lot, &event, GLA_VIAL_SEALED, GLA_VIAL_OPEN, ids, error);
}

gboolean
gla_store_release_lot (GlaStore    *self,
                       const char  *product,
                       const char  *lot,
                       const char  *moment,
                       GPtrArray  **ids,
                       GError     **error)
{
  GlaVialEvent event = { .kind = GLA_VIAL_EVENT_RELEASED, .moment = moment,
                         .units = GLA_UNITS_UNKNOWN };

  g_return_val_if_fail (self != NULL && product != NULL && lot != NULL, FALSE);
  g_return_val_if_fail (moment != NULL, FALSE);

  return change_lot (self, product, lot, &event, GLA_VIAL_HELD, GLA_VIAL_HELD, ids, error);
}

static gboolean
correct_vial (GlaStore    *self,
              const char  *id,
              const char  *lot,
              const char  *reason,
              GError     **error)
{
  g_autoptr (GlaVial) vial = NULL;
  GlaVial corrected;

  if (!gla_store_read_vial (self, id, &vial, error))
    return FALSE;
  corrected = *vial;
  corrected.lot = lot;
  return gla_store_amend_vial (self, &corrected, reason, error);
}

gboolean
gla_store_correct_lot (GlaStore    *self,
                       const char  *product,
                       const char  *from,
                       const char  *to,
                       const char  *reason,
                       guint       *n_vials,
                       GError     **error)
{
  g_autoptr (GlaTransaction) transaction = NULL;
  g_autoptr (GPtrArray) vials = NULL;

  g_return_val_if_fail (self != NULL && product != NULL && from != NULL, FALSE);
  g_return_val_if_fail (to != NULL && to[0] != '\0', FALSE);

  transaction = gla_store_begin (self, error);
  if (transaction == NULL || (vials = list_vials (self, product, from, -1, -1, error)) == NULL)
    return FALSE;
  if (vials->len == 0)
    {
      gla_store_set_not_found (error);
      return FALSE;
    }
  for (guint i = 0; i < vials->len; i++)
    if (!correct_vial (self, vials->pdata[i], to, reason, error))
      return FALSE;
  if (n_vials != NULL)
    *n_vials = vials->len;
  return gla_transaction_commit (transaction, error);
}
