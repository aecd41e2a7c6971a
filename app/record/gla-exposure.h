/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-record.h"

G_BEGIN_DECLS

/**
 * GlaExposure:
 *
 * Botulinum toxin given elsewhere, for whatever reason, as far as it is known.
 */
typedef struct
{
  const char *id;
  const char *patient;       /* identifier */
  GlaDay day;
  GlaDayPrecision precision;
  const char *place;
  const char *indication;    /* cosmetic, migraine, sweating, ... in words */
  const char *area;          /* catalogue key, or NULL */
  const char *product;       /* catalogue key, NULL: unknown */
  GlaUnits units;            /* of that product, or unknown */
  GlaCertainty certainty;
  const char *note;
  gint64 revision;
} GlaExposure;

GLA_DECLARE_RECORD (GlaExposure, gla_exposure)

G_END_DECLS
