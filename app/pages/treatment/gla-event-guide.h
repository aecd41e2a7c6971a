/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * The usual kinds of adverse event, and for those that are red flags what is to
 * be done at once: fixed text of the clinical evidence, section 5.4, found by
 * the words that name the event. Nothing is scored or concluded.
 */

/** gla_event_guide_dup_kinds: (transfer full): in words, to choose from; what is urgent last. */
GStrv  gla_event_guide_dup_kinds (void);

/**
 * gla_event_guide_find:
 * @kind: (nullable): what a person wrote
 *
 * Returns: (transfer full) (nullable): what to do now, most urgent first, with
 *   source keys; NULL if the words name none of the signs
 */
char  *gla_event_guide_find      (const char *kind);

G_END_DECLS
