/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-import-plan-private.h"

#include "gla-exchange-error.h"
#include "gla-i18n.h"
#include "gla-import-values.h"

#include <string.h>

static void
column_free (GlaImportColumn *self)
{
  g_free (self->header);
  g_free (self);
}

static GlaImportPlan *
plan_new (const char *path)
{
  GlaImportPlan *self = g_new0 (GlaImportPlan, 1);

  self->path = g_strdup (path);
  self->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) column_free);
  self->samples = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  return self;
}

void
gla_import_plan_free (GlaImportPlan *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_clear_pointer (&self->samples, g_ptr_array_unref);
  g_free (self);
}

GlaImportPlan *
gla_import_plan_copy (const GlaImportPlan *self)
{
  GlaImportPlan *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = plan_new (self->path);
  copy->kind = self->kind;
  copy->dialect = self->dialect;
  copy->order = self->order;
  copy->n_rows = self->n_rows;
  copy->n_bad_rows = self->n_bad_rows;
  for (guint i = 0; i < self->columns->len; i++)
    {
      GlaImportColumn *column = g_memdup2 (self->columns->pdata[i], sizeof *column);

      column->header = g_strdup (column->header);
      g_ptr_array_add (copy->columns, column);
    }
  for (guint i = 0; i < self->samples->len; i++)
    g_ptr_array_add (copy->samples, g_strdupv (self->samples->pdata[i]));
  return copy;
}

static GStrv
copy_headers (const GlaImportPlan *self)
{
  GStrv headers = g_new0 (char *, self->columns->len + 1);

  for (guint i = 0; i < self->columns->len; i++)
    headers[i] = g_strdup (gla_import_plan_get_column (self, i)->header);
  return headers;
}

GlaImportPlan *
gla_import_plan_new (const char     *path,
                     GlaImportKind   kind,
                     GCancellable   *cancellable,
                     GError        **error)
{
  g_autoptr (GlaImportPlan) self = NULL;
  g_auto (GStrv) headers = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  /* It is read twice, which a pipe would not allow. */
  if (g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      g_set_error_literal (error, GLA_EXCHANGE_ERROR, GLA_EXCHANGE_ERROR_READ,
                           _("This is not a file. Save the list as a CSV file and import that."));
      return NULL;
    }
  self = plan_new (path);
  if (!gla_import_plan_inspect (self, cancellable, error))
    return NULL;
  headers = copy_headers (self);
  if (kind == GLA_IMPORT_AUTO)
    kind = gla_import_fields_guess_kind ((const char *const *) headers, self->columns->len);
  gla_import_plan_set_kind (self, kind);
  return g_steal_pointer (&self);
}

const char *
gla_import_plan_get_path (const GlaImportPlan *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->path;
}

GlaImportKind
gla_import_plan_get_kind (const GlaImportPlan *self)
{
  g_return_val_if_fail (self != NULL, GLA_IMPORT_AUTO);

  return self->kind;
}

void
gla_import_plan_set_kind (GlaImportPlan *self,
                          GlaImportKind  kind)
{
  g_autofree GlaImportField *fields = NULL;
  g_auto (GStrv) headers = NULL;

  g_return_if_fail (self != NULL && kind != GLA_IMPORT_AUTO);

  self->kind = kind;
  headers = copy_headers (self);
  fields = g_new0 (GlaImportField, self->columns->len);
  gla_import_fields_guess ((const char *const *) headers, self->columns->len, kind, fields);
  for (guint i = 0; i < self->columns->len; i++)
    gla_import_plan_get_column (self, i)->field = fields[i];
}

GlaCsvDialect
gla_import_plan_get_dialect (const GlaImportPlan *self)
{
  GlaCsvDialect dialect = { 0 };

  g_return_val_if_fail (self != NULL, dialect);

  return self->dialect;
}

gint64
gla_import_plan_get_n_rows (const GlaImportPlan *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_rows;
}

gint64
gla_import_plan_get_n_bad_rows (const GlaImportPlan *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_bad_rows;
}

guint
gla_import_plan_get_n_columns (const GlaImportPlan *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->columns->len;
}

const char *
gla_import_plan_get_header (const GlaImportPlan *self,
                            guint                column)
{
  g_return_val_if_fail (self != NULL && column < self->columns->len, "");

  return gla_import_plan_get_column (self, column)->header;
}

char *
gla_import_plan_dup_title (const GlaImportPlan *self,
                           guint                column)
{
  g_return_val_if_fail (self != NULL && column < self->columns->len, NULL);

  if (gla_import_plan_get_column (self, column)->header[0] != '\0')
    return g_strdup (gla_import_plan_get_column (self, column)->header);
  return g_strdup_printf (_("Column %u"), column + 1);
}

GlaImportField
gla_import_plan_get_field (const GlaImportPlan *self,
                           guint                column)
{
  g_return_val_if_fail (self != NULL && column < self->columns->len, GLA_IMPORT_FIELD_NONE);

  return gla_import_plan_get_column (self, column)->field;
}

void
gla_import_plan_set_field (GlaImportPlan  *self,
                           guint           column,
                           GlaImportField  field)
{
  g_return_if_fail (self != NULL && column < self->columns->len);
  g_return_if_fail (gla_import_field_is_of (field, self->kind));

  for (guint i = 0; i < self->columns->len && !gla_import_field_is_joined (field); i++)
    if (gla_import_plan_get_column (self, i)->field == field)
      gla_import_plan_get_column (self, i)->field = GLA_IMPORT_FIELD_NONE;
  gla_import_plan_get_column (self, column)->field = field;
}

/* A column by its header or, from 1, its place; the number of columns if there is none. */
static guint
find_column (const GlaImportPlan *self,
             const char          *name)
{
  guint64 place;

  for (guint i = 0; i < self->columns->len; i++)
    if (g_str_equal (gla_import_plan_get_column (self, i)->header, name))
      return i;
  if (g_ascii_string_to_unsigned (name, 10, 1, self->columns->len, &place, NULL))
    return (guint) place - 1;
  return self->columns->len;
}

gboolean
gla_import_plan_map (GlaImportPlan  *self,
                     const char     *mapping,
                     GError        **error)
{
  const char *sign;
  g_autofree char *name = NULL;
  GlaImportField field;
  guint column;

  g_return_val_if_fail (self != NULL && mapping != NULL, FALSE);

  /* The last one: a header may have such a sign, too. */
  sign = strrchr (mapping, '=');
  if (sign == NULL || !gla_import_field_from_key (sign + 1, &field)
      || !gla_import_field_is_of (field, self->kind))
    {
      g_autoptr (GString) keys = g_string_new (NULL);

      for (guint i = 0; i < GLA_N_IMPORT_FIELDS; i++)
        if (gla_import_field_is_of (i, self->kind))
          g_string_append_printf (keys, "%s%s", keys->len > 0 ? ", " : "",
                                  gla_import_field_to_key (i));
      g_set_error (error, GLA_EXCHANGE_ERROR, GLA_EXCHANGE_ERROR_MAPPING,
                   _("“%s” is not understood. Write Header=field; fields are: %s"), mapping,
                   keys->str);
      return FALSE;
    }
  name = g_strstrip (g_strndup (mapping, (gsize) (sign - mapping)));
  column = find_column (self, name);
  if (column == self->columns->len)
    {
      g_set_error (error, GLA_EXCHANGE_ERROR, GLA_EXCHANGE_ERROR_MAPPING,
                   _("There is no column “%s” in the file."), name);
      return FALSE;
    }
  gla_import_plan_set_field (self, column, field);
  return TRUE;
}

gboolean
gla_import_plan_has_field (const GlaImportPlan *self,
                           GlaImportField       field)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->columns->len; i++)
    if (gla_import_plan_get_column (self, i)->field == field)
      return TRUE;
  return FALSE;
}

guint
gla_import_plan_get_n_samples (const GlaImportPlan *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->samples->len;
}

const char *
gla_import_plan_get_sample (const GlaImportPlan *self,
                            guint                row,
                            guint                column)
{
  g_return_val_if_fail (self != NULL && row < self->samples->len, "");
  g_return_val_if_fail (column < self->columns->len, "");

  return ((GStrv) self->samples->pdata[row])[column];
}

char *
gla_import_plan_dup_preview (const GlaImportPlan *self,
                             guint                row,
                             guint                column,
                             GlaDay               today)
{
  g_return_val_if_fail (self != NULL, NULL);

  return gla_import_preview (gla_import_plan_get_field (self, column),
                             gla_import_plan_get_sample (self, row, column),
                             gla_import_plan_get_column_order (self, column), today);
}
