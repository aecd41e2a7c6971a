/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether a plan can be carried out, and what has to be asked before. */

#include "config.h"

#include "gla-import-plan-private.h"

#include "gla-exchange-error.h"
#include "gla-i18n.h"

/* Whether the dates of a column have to be asked about: no date of it decides, or they disagree. */
static gboolean
is_ambiguous (const GlaImportColumn *column)
{
  return gla_import_field_is_date (column->field) && column->n_ambiguous > 0
         && (column->n_day_first > 0) == (column->n_month_first > 0);
}

gboolean
gla_import_plan_get_ambiguous_column (const GlaImportPlan *self,
                                      guint               *column)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->columns->len; i++)
    if (is_ambiguous (gla_import_plan_get_column (self, i)))
      {
        if (column != NULL)
          *column = i;
        return TRUE;
      }
  return FALSE;
}

void
gla_import_plan_set_day_order (GlaImportPlan *self,
                               GlaDayOrder    order)
{
  g_return_if_fail (self != NULL);

  self->order = order;
}

GlaDayOrder
gla_import_plan_get_day_order (const GlaImportPlan *self)
{
  g_return_val_if_fail (self != NULL, GLA_DAY_ORDER_ASK);

  return self->order;
}

/* What the dates of a column say by themselves. */
static GlaDayOrder
get_own_order (const GlaImportColumn *column)
{
  if ((column->n_day_first > 0) == (column->n_month_first > 0))
    return GLA_DAY_ORDER_ASK;
  return column->n_day_first > 0 ? GLA_DAY_ORDER_DMY : GLA_DAY_ORDER_MDY;
}

GlaDayOrder
gla_import_plan_guess_day_order (const GlaImportPlan *self)
{
  GlaDayOrder guess = GLA_DAY_ORDER_ASK;

  g_return_val_if_fail (self != NULL, GLA_DAY_ORDER_ASK);

  for (guint i = 0; i < self->columns->len; i++)
    {
      const GlaImportColumn *column = gla_import_plan_get_column (self, i);
      GlaDayOrder own = get_own_order (column);

      if (!gla_import_field_is_date (column->field) || own == GLA_DAY_ORDER_ASK)
        continue;
      if (guess != GLA_DAY_ORDER_ASK && guess != own)
        return GLA_DAY_ORDER_ASK;
      guess = own;
    }
  return guess;
}

GlaDayOrder
gla_import_plan_get_column_order (const GlaImportPlan *self,
                                  guint                column)
{
  const GlaImportColumn *dates;
  GlaDayOrder own;

  g_return_val_if_fail (self != NULL && column < self->columns->len, GLA_DAY_ORDER_ASK);

  dates = gla_import_plan_get_column (self, column);
  own = get_own_order (dates);
  if (own != GLA_DAY_ORDER_ASK)
    return own;
  return dates->n_ambiguous > 0 ? self->order : GLA_DAY_ORDER_ASK;
}

static gboolean
set_missing (GError     **error,
             const char  *message)
{
  g_set_error_literal (error, GLA_EXCHANGE_ERROR, GLA_EXCHANGE_ERROR_MAPPING, message);
  return FALSE;
}

static gboolean
check_mapping (const GlaImportPlan  *self,
               GError              **error)
{
  gboolean name = gla_import_plan_has_field (self, GLA_IMPORT_FIELD_FAMILY_NAME)
                  || gla_import_plan_has_field (self, GLA_IMPORT_FIELD_GIVEN_NAME)
                  || gla_import_plan_has_field (self, GLA_IMPORT_FIELD_FULL_NAME);
  gboolean day = gla_import_plan_has_field (self, GLA_IMPORT_FIELD_DAY);
  gboolean report = gla_import_plan_has_field (self, GLA_IMPORT_FIELD_WORN_OFF)
                    || gla_import_plan_has_field (self, GLA_IMPORT_FIELD_STILL_WORKING);

  if (self->kind == GLA_IMPORT_PATIENTS)
    return name || set_missing (error, _("No column was recognised as the patient's name. Say "
                                         "which one it is."));
  if (!name && !gla_import_plan_has_field (self, GLA_IMPORT_FIELD_NUMBER))
    return set_missing (error, _("No column was recognised as the patient's record number or "
                                 "name. Say which one it is."));
  if (!day && !(self->kind == GLA_IMPORT_ASSESSMENTS && report))
    return set_missing (error, _("No column was recognised as the date. Say which one it is."));
  if (!gla_import_plan_has_field (self, GLA_IMPORT_FIELD_AREA))
    return set_missing (error, _("No column was recognised as the area. Say which one it is."));
  if (self->kind == GLA_IMPORT_ASSESSMENTS && !report
      && !gla_import_plan_has_field (self, GLA_IMPORT_FIELD_AT_REST)
      && !gla_import_plan_has_field (self, GLA_IMPORT_FIELD_AT_MAXIMUM))
    return set_missing (error, _("No column was recognised as a grade. Say which one it is."));
  return TRUE;
}

gboolean
gla_import_plan_check (const GlaImportPlan  *self,
                       GError              **error)
{
  g_autofree char *title = NULL;
  guint column;

  g_return_val_if_fail (self != NULL, FALSE);

  if (!check_mapping (self, error))
    return FALSE;
  if (self->order != GLA_DAY_ORDER_ASK || !gla_import_plan_get_ambiguous_column (self, &column))
    return TRUE;
  title = gla_import_plan_dup_title (self, column);
  g_set_error (error, GLA_EXCHANGE_ERROR, GLA_EXCHANGE_ERROR_AMBIGUOUS,
               _("The dates of “%s” could be read with the day or the month first."), title);
  return FALSE;
}
