/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-observation.h"

G_BEGIN_DECLS

/* A number that stands for an identifier, the same in every run. */
gint64       gla_observation_hash    (const char           *id);

/* A text to put into rows; equal texts are the same pointer. */
const char  *gla_observations_keep   (GlaObservations      *self,
                                      const char           *text);

/* Adds a row whose texts are all kept. */
void         gla_observations_append (GlaObservations      *self,
                                      const GlaObservation *row);

G_END_DECLS
