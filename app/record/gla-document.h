/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-record.h"

G_BEGIN_DECLS

/**
 * GlaDocument:
 *
 * A document that was given to a patient.
 */
typedef struct
{
  const char *id;
  const char *patient;    /* identifier */
  const char *treatment;  /* identifier, or NULL */
  const char *template;   /* key of the template */
  const char *version;
  const char *language;   /* BCP 47 */
  GlaDay day;
  const char *staff;      /* identifier of who gave it, or NULL */
  gboolean has_copy;      /* what was handed out is kept: gla_store_read_copy() */
  gint64 revision;
} GlaDocument;

GLA_DECLARE_RECORD (GlaDocument, gla_document)

G_END_DECLS
