/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GlaCsvEncoding:
 *
 * How the bytes of a file stand for letters. UTF-8 and Windows-1252 are told
 * apart field by field, by whether the bytes are valid UTF-8.
 */
typedef enum
{
  GLA_CSV_UTF_8,
  GLA_CSV_WINDOWS_1252,
  GLA_CSV_UTF_16_LE,
  GLA_CSV_UTF_16_BE,
} GlaCsvEncoding;

/**
 * GlaCsvDialect:
 * @encoding: how letters are written
 * @delimiter: comma, semicolon or tab
 * @skip: bytes before the first row: a byte order mark and a line "sep=;"
 */
typedef struct
{
  GlaCsvEncoding encoding;
  char delimiter;
  gsize skip;
} GlaCsvDialect;

/** gla_csv_encoding_get_name: such as "UTF-8"; not translated. */
const char  *gla_csv_encoding_get_name  (GlaCsvEncoding   encoding);

/** gla_csv_delimiter_get_name: in the user's language, such as "semicolon". */
const char  *gla_csv_delimiter_get_name (char             delimiter);

/**
 * gla_csv_dialect_detect_encoding:
 * @bytes: the beginning of a file
 * @dialect: (out): encoding, and the byte order mark to skip
 *
 * Fails with %GLA_EXCHANGE_ERROR_FORMAT for what is clearly no table of text: a
 * workbook, a PDF, a picture, a database.
 */
gboolean     gla_csv_dialect_detect_encoding (const guint8   *bytes,
                                              gsize           length,
                                              GlaCsvDialect  *dialect,
                                              GError        **error);

/**
 * gla_csv_dialect_detect_delimiter:
 * @bytes: the beginning of a file in a superset of ASCII, without byte order mark
 * @dialect: (inout): gets the delimiter; a line "sep=;" is added to what is skipped
 *
 * The delimiter is the one that the first rows have equally often outside
 * quotes; a comma where there is none.
 */
void         gla_csv_dialect_detect_delimiter (const guint8   *bytes,
                                               gsize           length,
                                               GlaCsvDialect  *dialect);

/**
 * gla_csv_decode_windows_1252:
 *
 * Appends @bytes as UTF-8. The five codes that mean nothing become the
 * replacement character.
 */
void         gla_csv_decode_windows_1252 (GString        *text,
                                          const char     *bytes,
                                          gsize           length);

G_END_DECLS
