/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-context.h"
#include "gla-vial-event.h"

G_BEGIN_DECLS

/**
 * gla_vial_event_write:
 * @text: what was done, such as "Vial mixed"
 *
 * Writes down what happened to a vial and offers to take it back; says if it could
 * not be written.
 */
void  gla_vial_event_write  (GlaContext          *context,
                             const GlaVialEvent  *event,
                             const char          *text);

G_END_DECLS
