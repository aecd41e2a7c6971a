/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gla-context.h"

G_BEGIN_DECLS

/** gla_asks_settings_fill: puts a switch into @group for each thing that can be wanted before a treatment. */
void  gla_asks_settings_fill  (AdwPreferencesGroup *group,
                               GlaContext          *context);

G_END_DECLS
