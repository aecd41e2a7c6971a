/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * GlaCsvWriter:
 *
 * Writes a table as RFC 4180 says: UTF-8, commas, CR LF, quotes where they are
 * needed. A failure is remembered and reported by gla_csv_writer_close().
 */
typedef struct _GlaCsvWriter GlaCsvWriter;

/** gla_csv_writer_new: (transfer full): onto @stream, which it closes at the end. */
GlaCsvWriter  *gla_csv_writer_new      (GOutputStream  *stream);

/**
 * gla_csv_writer_free:
 *
 * Without a call of gla_csv_writer_close() before, what was written may be cut.
 */
void           gla_csv_writer_free     (GlaCsvWriter   *self);

/** gla_csv_writer_add: one more field of the row; @text NULL is an empty one. */
void           gla_csv_writer_add      (GlaCsvWriter   *self,
                                        const char     *text);

/** gla_csv_writer_add_int: likewise, a number. */
void           gla_csv_writer_add_int  (GlaCsvWriter   *self,
                                        gint64          number);

/** gla_csv_writer_end_row: a row without fields is not written. */
void           gla_csv_writer_end_row  (GlaCsvWriter   *self);

/** gla_csv_writer_close: writes what is left; FALSE if anything could not be written. */
gboolean       gla_csv_writer_close    (GlaCsvWriter   *self,
                                        GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaCsvWriter, gla_csv_writer_free)

G_END_DECLS
