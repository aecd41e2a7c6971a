/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-booking.h"
#include "gla-record.h"
#include "gla-table.h"

/* Numbers of which @nothing means "not known" or "not recorded". */
static void
bind_unless (GlaStatement *statement,
             const char   *parameter,
             gint64        number,
             gint64        nothing)
{
  if (number == nothing)
    gla_statement_bind_null (statement, parameter);
  else
    gla_statement_bind_int (statement, parameter, number);
}

static void
bind_field (const GlaField *field,
            GlaStatement   *statement,
            gconstpointer   record)
{
  gconstpointer place = (const char *) record + field->offset;
  const char *text;

  switch (field->kind)
    {
    case GLA_FIELD_TEXT:
      text = *(const char *const *) place;
      gla_statement_bind_text (statement, field->parameter,
                               text != NULL && *text != '\0' ? text : NULL);
      return;
    case GLA_FIELD_DAY:
      gla_statement_bind_day (statement, field->parameter, *(const GlaDay *) place);
      return;
    case GLA_FIELD_UNITS:
      gla_statement_bind_units (statement, field->parameter, *(const GlaUnits *) place);
      return;
    case GLA_FIELD_INT:
      gla_statement_bind_int (statement, field->parameter, *(const int *) place);
      return;
    case GLA_FIELD_COUNT:
      bind_unless (statement, field->parameter, *(const int *) place, 0);
      return;
    case GLA_FIELD_VOLUME:
      bind_unless (statement, field->parameter, *(const gint64 *) place, 0);
      return;
    case GLA_FIELD_GRADE:
      bind_unless (statement, field->parameter, *(const int *) place, GLA_GRADE_UNKNOWN);
      return;
    case GLA_FIELD_MINUTE:
      bind_unless (statement, field->parameter, *(const int *) place, GLA_BOOKING_NO_TIME);
      return;
    default:
      g_assert_not_reached ();
    }
}

void
gla_fields_bind (const GlaField *fields,
                 gsize           n_fields,
                 GlaStatement   *statement,
                 gconstpointer   record)
{
  for (gsize i = 0; i < n_fields; i++)
    bind_field (&fields[i], statement, record);
}

static void
read_field (const GlaField *field,
            GlaStatement   *statement,
            int             column,
            gpointer        record)
{
  gpointer place = (char *) record + field->offset;

  switch (field->kind)
    {
    case GLA_FIELD_TEXT:
      *(const char **) place = gla_statement_get_text (statement, column);
      break;
    case GLA_FIELD_DAY:
      *(GlaDay *) place = gla_statement_get_day (statement, column);
      break;
    case GLA_FIELD_UNITS:
      *(GlaUnits *) place = gla_statement_get_units (statement, column);
      break;
    case GLA_FIELD_INT:
    case GLA_FIELD_COUNT:
      *(int *) place = (int) gla_statement_get_int (statement, column);
      break;
    case GLA_FIELD_VOLUME:
      *(gint64 *) place = gla_statement_get_int (statement, column);
      break;
    case GLA_FIELD_GRADE:
      *(int *) place = gla_statement_get_type (statement, column) == SQLITE_NULL
                           ? GLA_GRADE_UNKNOWN
                           : (int) gla_statement_get_int (statement, column);
      break;
    case GLA_FIELD_MINUTE:
      *(int *) place = gla_statement_get_type (statement, column) == SQLITE_NULL
                           ? GLA_BOOKING_NO_TIME
                           : (int) gla_statement_get_int (statement, column);
      break;
    default:
      g_assert_not_reached ();
    }
}

void
gla_fields_read (const GlaField *fields,
                 gsize           n_fields,
                 GlaStatement   *statement,
                 int             first,
                 gpointer        record)
{
  for (gsize i = 0; i < n_fields; i++)
    read_field (&fields[i], statement, first + (int) i, record);
}

void
gla_table_read (const GlaTable *table,
                GlaStatement   *statement,
                gpointer        record)
{
  G_STRUCT_MEMBER (const char *, record, table->id) = gla_statement_get_text (statement, 0);
  gla_fields_read (table->fields, table->n_fields, statement, 1, record);
  G_STRUCT_MEMBER (gint64, record, table->revision)
      = gla_statement_get_int (statement, 1 + (int) table->n_fields);
}
