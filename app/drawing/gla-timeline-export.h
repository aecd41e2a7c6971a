/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "gla-timeline-sheet.h"

G_BEGIN_DECLS

/** GlaTimelineFormat: what a file of the timeline is written as. */
typedef enum
{
  GLA_TIMELINE_FORMAT_PNG,
  GLA_TIMELINE_FORMAT_SVG,
  GLA_TIMELINE_FORMAT_PDF,
} GlaTimelineFormat;

/** gla_timeline_format_from_path: by the ending of @path, in any case; %FALSE for any other. */
gboolean  gla_timeline_format_from_path (const char                    *path,
                                         GlaTimelineFormat             *format);

/**
 * gla_timeline_export:
 * @options: what is on the sheet, see gla_timeline_sheet_options_init()
 * @path: file to write; replaced in one step when it exists
 * @error: of %G_FILE_ERROR, or %G_IO_ERROR_FAILED if it could not be drawn
 *
 * Writes one patient's timeline. A PDF has pages; PNG and SVG have one picture
 * as tall as needed. The same input gives the same bytes (of an SVG but for the
 * numbers of its inner names).
 */
gboolean  gla_timeline_export           (GlaCycles                     *cycles,
                                         GlaCatalogue                  *catalogue,
                                         const GlaTimelineSheetOptions *options,
                                         GlaTimelineFormat              format,
                                         const char                    *path,
                                         GError                       **error);

G_END_DECLS
