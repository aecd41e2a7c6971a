/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-context.h"
#include "gla-undo-stack.h"

G_BEGIN_DECLS

/** gla_context_get_undo_stack: (transfer none): the acts that can be taken back. */
GlaUndoStack *gla_context_get_undo_stack (GlaContext *self);

G_END_DECLS
