/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-case-plan.h"

G_BEGIN_DECLS

/** gla_command_print_case: the way, where it stands, and the plan, as text for people. */
void  gla_command_print_case  (const GlaCase       *self,
                               const GlaFactInput  *input);

G_END_DECLS
