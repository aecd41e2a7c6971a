/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GLA_LETTERHEAD_MAX_LOGO: bytes of a logo at most: it is kept as text in the settings, and in
 * the audit with each change.
 */
#define GLA_LETTERHEAD_MAX_LOGO (200 * 1024)

/**
 * GlaLetterhead:
 * @address: may have several lines
 * @after_hours: whom to call while the clinic is closed
 * @web: address of a page, as typed
 * @logo: a picture as PNG
 * @reviewed: value of %GLA_SETTING_REVIEWED_TRANSLATIONS
 *
 * What a clinic puts on every sheet, each %NULL where it is not set. Immutable and
 * reference-counted: read once for however many sheets.
 */
typedef struct
{
  const char *name;
  const char *address;
  const char *phone;
  const char *after_hours;
  const char *web;
  const char *reviewed;
  GBytes *logo;
} GlaLetterhead;

/** gla_letterhead_new: (transfer full): @fields: copied. */
GlaLetterhead  *gla_letterhead_new       (const GlaLetterhead *fields);
GlaLetterhead  *gla_letterhead_ref       (GlaLetterhead       *self);
void            gla_letterhead_unref     (GlaLetterhead       *self);

/** gla_letterhead_logo_to_text: (transfer full): a PNG as %GLA_SETTING_CLINIC_LOGO holds it. */
char           *gla_letterhead_logo_to_text  (GBytes          *logo);

/** gla_letterhead_logo_from_text: (transfer full) (nullable): %NULL: not set, or no PNG. */
GBytes         *gla_letterhead_logo_from_text (const char     *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaLetterhead, gla_letterhead_unref)

G_END_DECLS
