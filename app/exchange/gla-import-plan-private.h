/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-import-plan.h"

G_BEGIN_DECLS

/* Inside gla-import-plan.c, gla-import-inspect.c and gla-import-check.c only. */

typedef struct
{
  char *header;
  GlaImportField field;
  gint64 n_day_first;     /* dates in which the day can only be the first number */
  gint64 n_month_first;
  gint64 n_ambiguous;
} GlaImportColumn;

struct _GlaImportPlan
{
  char *path;
  GlaImportKind kind;
  GlaCsvDialect dialect;
  GlaDayOrder order;
  gint64 n_rows;
  gint64 n_bad_rows;
  GPtrArray *columns;     /* GlaImportColumn */
  GPtrArray *samples;     /* GStrv */
};

/** gla_import_plan_get_column: of the table that was read. */
static inline GlaImportColumn *
gla_import_plan_get_column (const GlaImportPlan *self,
                            guint                column)
{
  return self->columns->pdata[column];
}

/** gla_import_plan_inspect: reads the header, the first rows, and what the dates say. */
gboolean  gla_import_plan_inspect (GlaImportPlan  *self,
                                   GCancellable   *cancellable,
                                   GError        **error);

G_END_DECLS
