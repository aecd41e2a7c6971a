/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gla-context.h"
#include "gla-vial.h"

G_BEGIN_DECLS

/**
 * gla_mix_form_new:
 * @vial: one that was not mixed yet
 * @vials: (element-type GlaVial): of the clinic, for what is usual here
 *
 * A window in which it is written down when a vial was mixed, and with what. It shows
 * how strong that makes it, and whether that is unlike the label or what is usual here.
 */
GtkWindow  *gla_mix_form_new  (GtkWindow      *parent,
                               GlaContext     *context,
                               const GlaVial  *vial,
                               GPtrArray      *vials);

G_END_DECLS
