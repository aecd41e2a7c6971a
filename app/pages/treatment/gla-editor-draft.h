/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-context.h"

G_BEGIN_DECLS

/**
 * GlaEditorDraft:
 *
 * Keeps what is being typed into an editor in the clinic file, a moment after
 * each change, so that neither a closed window nor a kill loses it.
 */
typedef struct _GlaEditorDraft GlaEditorDraft;

/** GlaEditorDraftFunc: (transfer full) (nullable): the text to keep; NULL to keep none. */
typedef char *(*GlaEditorDraftFunc) (gpointer editor);

/**
 * gla_editor_draft_new:
 * @kind: what is edited, such as "treatment"
 * @patient: identifier, or "" for none
 */
GlaEditorDraft *gla_editor_draft_new    (GlaContext          *context,
                                         const char          *kind,
                                         const char          *patient,
                                         GlaEditorDraftFunc   func,
                                         gpointer             editor);

/** gla_editor_draft_free: writes what has not been written yet. */
void            gla_editor_draft_free   (GlaEditorDraft      *self);

/** gla_editor_draft_load: (transfer full) (nullable): what was kept. */
char           *gla_editor_draft_load   (GlaEditorDraft      *self);

/** gla_editor_draft_touch: something was changed; it is kept in a moment. */
void            gla_editor_draft_touch  (GlaEditorDraft      *self);

/** gla_editor_draft_drop: nothing is to be kept any more. */
void            gla_editor_draft_drop   (GlaEditorDraft      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaEditorDraft, gla_editor_draft_free)

G_END_DECLS
