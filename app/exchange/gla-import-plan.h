/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "gla-csv-dialect.h"
#include "gla-day.h"
#include "gla-import-fields.h"

G_BEGIN_DECLS

/** GLA_IMPORT_SAMPLES: rows that a plan keeps to show. */
#define GLA_IMPORT_SAMPLES 20

/**
 * GlaImportPlan:
 *
 * How a file will be imported: what its rows are, what each column means, how
 * its dates are read. Found out from the whole file by gla_import_plan_new();
 * a person may then change kind, mapping and order of dates.
 */
typedef struct _GlaImportPlan GlaImportPlan;

/**
 * gla_import_plan_new:
 * @path: (type filename): a file, which is read to the end once
 * @kind: what the rows are, or %GLA_IMPORT_AUTO
 *
 * Returns: (transfer full): or %NULL with an error in %GLA_EXCHANGE_ERROR
 */
GlaImportPlan    *gla_import_plan_new               (const char       *path,
                                                     GlaImportKind     kind,
                                                     GCancellable     *cancellable,
                                                     GError          **error);

void              gla_import_plan_free              (GlaImportPlan    *self);

/** gla_import_plan_copy: (transfer full): for handing to another thread. */
GlaImportPlan    *gla_import_plan_copy              (const GlaImportPlan *self);

const char       *gla_import_plan_get_path          (const GlaImportPlan *self);
GlaImportKind     gla_import_plan_get_kind          (const GlaImportPlan *self);

/** gla_import_plan_set_kind: guesses the mapping anew. */
void              gla_import_plan_set_kind          (GlaImportPlan    *self,
                                                     GlaImportKind     kind);

GlaCsvDialect     gla_import_plan_get_dialect       (const GlaImportPlan *self);

/** gla_import_plan_get_n_rows: rows under the header, and how many of them can't be read at all. */
gint64            gla_import_plan_get_n_rows        (const GlaImportPlan *self);
gint64            gla_import_plan_get_n_bad_rows    (const GlaImportPlan *self);

guint             gla_import_plan_get_n_columns     (const GlaImportPlan *self);

/** gla_import_plan_get_header: (transfer none): as it stands in the file; may be empty. */
const char       *gla_import_plan_get_header        (const GlaImportPlan *self,
                                                     guint             column);

/** gla_import_plan_dup_title: (transfer full): the header, or "Column 3" where there is none. */
char             *gla_import_plan_dup_title         (const GlaImportPlan *self,
                                                     guint             column);

GlaImportField    gla_import_plan_get_field         (const GlaImportPlan *self,
                                                     guint             column);

/**
 * gla_import_plan_set_field:
 *
 * A column that had @field is no longer imported, unless columns are joined for it.
 */
void              gla_import_plan_set_field         (GlaImportPlan    *self,
                                                     guint             column,
                                                     GlaImportField    field);

/** gla_import_plan_map: @mapping is "Header=field" or "3=field", as on the command line. */
gboolean          gla_import_plan_map               (GlaImportPlan    *self,
                                                     const char       *mapping,
                                                     GError          **error);

/** gla_import_plan_has_field: whether a column means @field. */
gboolean          gla_import_plan_has_field         (const GlaImportPlan *self,
                                                     GlaImportField    field);

/** gla_import_plan_get_n_samples: how many of the first rows are there to show. */
guint             gla_import_plan_get_n_samples     (const GlaImportPlan *self);

/** gla_import_plan_get_sample: (transfer none): a cell of the first rows as it is written. */
const char       *gla_import_plan_get_sample        (const GlaImportPlan *self,
                                                     guint             row,
                                                     guint             column);

/** gla_import_plan_dup_preview: (transfer full): the same cell as it would be taken. */
char             *gla_import_plan_dup_preview       (const GlaImportPlan *self,
                                                     guint             row,
                                                     guint             column,
                                                     GlaDay            today);

/**
 * gla_import_plan_get_ambiguous_column:
 * @column: (out) (optional): the first column of dates that could be read in two ways
 *
 * Whether the order of day and month has to be asked: a column of dates has some
 * that could be read in two ways, and nothing in that column decides.
 */
gboolean          gla_import_plan_get_ambiguous_column (const GlaImportPlan *self,
                                                        guint          *column);

/**
 * gla_import_plan_set_day_order:
 *
 * How dates of columns are read that don't decide it by themselves.
 */
void              gla_import_plan_set_day_order     (GlaImportPlan    *self,
                                                     GlaDayOrder       order);

/** gla_import_plan_get_day_order: what was set. */
GlaDayOrder       gla_import_plan_get_day_order     (const GlaImportPlan *self);

/** gla_import_plan_guess_day_order: what other columns of dates say; ASK if they say nothing. */
GlaDayOrder       gla_import_plan_guess_day_order   (const GlaImportPlan *self);

/** gla_import_plan_get_column_order: how the dates of one column will be read. */
GlaDayOrder       gla_import_plan_get_column_order  (const GlaImportPlan *self,
                                                     guint             column);

/**
 * gla_import_plan_check:
 *
 * Whether rows can be taken: fails with %GLA_EXCHANGE_ERROR_MAPPING if a column
 * is missing that is needed, and with %GLA_EXCHANGE_ERROR_AMBIGUOUS if the order
 * of dates has to be said.
 */
gboolean          gla_import_plan_check             (const GlaImportPlan *self,
                                                     GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaImportPlan, gla_import_plan_free)

G_END_DECLS
