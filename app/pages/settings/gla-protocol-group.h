/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gla-context.h"

G_BEGIN_DECLS

#define GLA_TYPE_PROTOCOL_GROUP (gla_protocol_group_get_type ())
G_DECLARE_FINAL_TYPE (GlaProtocolGroup, gla_protocol_group, GLA, PROTOCOL_GROUP,
                      AdwPreferencesGroup)

/**
 * GlaProtocolGroup:
 *
 * Which protocol new cases of the assistant begin with: the built-in one or the clinic's
 * own. Why a file is refused stands here with its line; a file is checked before it is used.
 */
GtkWidget *gla_protocol_group_new  (GlaContext       *context);

/** gla_protocol_group_take: checks @file and uses it from now on; an error is shown. */
void       gla_protocol_group_take (GlaProtocolGroup *self,
                                    GFile            *file);

G_END_DECLS
