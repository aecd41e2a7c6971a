/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-block.h"
#include "gla-day.h"
#include "gla-paper.h"

G_BEGIN_DECLS

/**
 * GlaPageStyle:
 * @GLA_PAGE_PATIENT: letters of 14 points, of 18 in large print
 * @GLA_PAGE_PROFESSIONAL: letters of 10.5 points, of 14 in large print
 * @GLA_PAGE_CARD: a card of 105 mm by 148 mm in the corner of the sheet, to be cut out
 *
 * Sizes of letters: competition, section 5.
 */
typedef enum
{
  GLA_PAGE_PATIENT,
  GLA_PAGE_PROFESSIONAL,
  GLA_PAGE_CARD,
} GlaPageStyle;

/**
 * GlaPageOptions:
 * @large: large print: a layout of its own
 * @blank_head: leaves 45 mm for a printed letterhead
 * @rtl: the language is written from right to left
 * @title: of the document, and in the head of its later pages
 * @language: BCP 47, of all that the blocks say
 * @clinic_name: (nullable): for the letterhead, as the next two
 * @clinic_address: (nullable): may have several lines
 * @clinic_phone: (nullable)
 * @clinic_after_hours: (nullable): one line below
 * @clinic_logo: (nullable): PNG, at the start of the letterhead
 * @whose: (nullable): name of the person whom it is about
 * @printed_on: (nullable): the day in words, beneath
 * @purpose: (nullable): first line of the foot
 * @origin: (nullable): second line of the foot: template and version, and who printed it
 * @translation: (nullable): above them in the foot: who answers for the translation
 *
 * How blocks are put on paper; the texts belong to the caller.
 */
typedef struct
{
  GlaPageStyle style;
  GlaPaper paper;
  gboolean large;
  gboolean blank_head;
  gboolean rtl;
  const char *title;
  const char *language;
  const char *clinic_name;
  const char *clinic_address;
  const char *clinic_phone;
  const char *clinic_after_hours;
  GBytes *clinic_logo;
  const char *whose;
  const char *printed_on;
  const char *purpose;
  const char *origin;
  const char *translation;
} GlaPageOptions;

/**
 * GlaPages:
 *
 * Blocks laid out on pages, for a preview, a printer and a PDF alike. Made in
 * any thread; drawn by one at a time, in the language of the one that made it.
 */
typedef struct _GlaPages GlaPages;

/**
 * gla_pages_new:
 * @blocks: (transfer full) (element-type GlaBlock): in the order of reading
 *
 * Finds a place for everything: no paragraph leaves a single line behind, a
 * heading stays with its text, a box and the row of a table stay whole where a
 * page can hold them, and the head of a table is repeated.
 */
GlaPages    *gla_pages_new             (GPtrArray             *blocks,
                                        const GlaPageOptions  *options);
void         gla_pages_free            (GlaPages              *self);

/** gla_pages_get_n_pages: 1 or more. */
guint        gla_pages_get_n_pages     (const GlaPages        *self);

/** gla_pages_get_paper_size: in points. */
void         gla_pages_get_paper_size  (const GlaPages        *self,
                                        double                *width,
                                        double                *height);

/**
 * gla_pages_get_live_area:
 * @x: (out): its corner on the paper, in points
 *
 * The part of the paper that is drawn on: of one size on A4 and Letter.
 */
void         gla_pages_get_live_area   (const GlaPages        *self,
                                        double                *x,
                                        double                *y,
                                        double                *width,
                                        double                *height);

const char  *gla_pages_get_title       (const GlaPages        *self);
const char  *gla_pages_get_language    (const GlaPages        *self);

/**
 * gla_pages_draw:
 * @page: from 0
 *
 * Draws one page, the paper's corner at the origin, one unit a point: for a
 * preview, for a print operation with %GTK_UNIT_POINTS over the full page, and
 * for files, where it tags headings, paragraphs, lists and tables. Does not
 * paint a background.
 */
void         gla_pages_draw            (GlaPages              *self,
                                        cairo_t               *cr,
                                        guint                  page);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaPages, gla_pages_free)

G_END_DECLS
