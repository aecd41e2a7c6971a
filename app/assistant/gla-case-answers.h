/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-protocol.h"

G_BEGIN_DECLS

/**
 * gla_case_describe_new_answers:
 * @before: (nullable): content of the case as the clinic file kept it
 * @after: (nullable): and as it keeps it since
 *
 * Which questions were answered in between, and how, in the words of the protocol. An answer
 * in place of another one names both; what the protocol does not have is left out.
 *
 * Returns: (transfer full): one line for each, such as "“Muscle contraction?” – None"
 */
GStrv  gla_case_describe_new_answers  (const char         *before,
                                       const char         *after,
                                       const GlaProtocol  *protocol);

G_END_DECLS
