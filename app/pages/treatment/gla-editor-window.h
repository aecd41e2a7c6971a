/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gla-context.h"

G_BEGIN_DECLS

#define GLA_TYPE_EDITOR_WINDOW (gla_editor_window_get_type ())
G_DECLARE_DERIVABLE_TYPE (GlaEditorWindow, gla_editor_window, GLA, EDITOR_WINDOW, AdwWindow)

/**
 * GlaEditorWindow:
 *
 * What the windows have in common into which a record is typed: Cancel and Save,
 * the draft that is kept and brought back, the line that says why it can't be
 * saved yet, the reason for a change, Ctrl+Enter and Esc.
 *
 * The .ui file of an editor sets the properties "form" and, for the right end of
 * the lowest line, "foot". That line is hidden while it says nothing and the foot is hidden.
 */

/**
 * GlaEditorWindowClass:
 * @fill_fresh: shows what to begin with: nothing yet, or the record to amend
 * @fill_draft: shows a draft; FALSE if the text is none, or says nothing
 * @make_draft: (transfer full) (nullable): what is typed as text; NULL: nothing that would be missed
 * @find_fault: (transfer full) (nullable): what keeps it from being saved, in words
 * @find_block: (transfer full) (nullable): what it can't be saved with but for a reason, in
 *   sentences; may be NULL itself
 * @save: begins to write it, with the reason of a change or of a block, or NULL; ends with
 *   gla_editor_window_end_save()
 */
struct _GlaEditorWindowClass
{
  AdwWindowClass parent_class;

  void      (*fill_fresh) (GlaEditorWindow *self);
  gboolean  (*fill_draft) (GlaEditorWindow *self, const char *text);
  char     *(*make_draft) (GlaEditorWindow *self);
  char     *(*find_fault) (GlaEditorWindow *self);
  char     *(*find_block) (GlaEditorWindow *self);
  void      (*save)       (GlaEditorWindow *self, const char *reason);
};

/**
 * gla_editor_window_set_up:
 * @cycles: the patient's history
 * @kind: what is edited, such as "treatment", for the draft
 * @amend: (nullable): identifier of the record to amend
 * @revision: of that record; a draft of an older one is not brought back
 *
 * To be called once, before the widgets of the form are made.
 */
void            gla_editor_window_set_up         (GlaEditorWindow  *self,
                                                  GlaContext       *context,
                                                  GlaCycles        *cycles,
                                                  const char       *kind,
                                                  const char       *amend,
                                                  gint64            revision);

/** gla_editor_window_set_words: @question: (nullable): asked before a record is changed. */
void            gla_editor_window_set_words      (GlaEditorWindow  *self,
                                                  const char       *title,
                                                  const char       *question);

/** gla_editor_window_begin: brings the draft back, or begins afresh; TRUE if there was a draft. */
gboolean        gla_editor_window_begin          (GlaEditorWindow  *self);

/** gla_editor_window_edited: to be called at every change; ignored while the form is being filled. */
void            gla_editor_window_edited         (GlaEditorWindow  *self);

/** gla_editor_window_is_filling: whether changes come from the program. */
gboolean        gla_editor_window_is_filling     (GlaEditorWindow  *self);

/**
 * gla_editor_window_end_save:
 * @failed: what did not happen, such as "The treatment was not saved"
 *
 * Returns: TRUE if it was saved; the draft is dropped then
 */
gboolean        gla_editor_window_end_save       (GlaEditorWindow  *self,
                                                  const char       *failed,
                                                  const GError     *error);

/** gla_editor_window_set_save_label: the label of Save, such as "Save 20 U ONA". */
void            gla_editor_window_set_save_label (GlaEditorWindow  *self,
                                                  const char       *label);

/** gla_editor_window_focus_save: puts the focus on Save. */
void            gla_editor_window_focus_save     (GlaEditorWindow  *self);

/** gla_editor_window_get_context: (transfer none). */
GlaContext     *gla_editor_window_get_context    (GlaEditorWindow  *self);

/** gla_editor_window_get_cycles: (transfer none). */
GlaCycles      *gla_editor_window_get_cycles     (GlaEditorWindow  *self);

/** gla_editor_window_get_amend: (nullable) (transfer none): identifier of the record to amend. */
const char     *gla_editor_window_get_amend      (GlaEditorWindow  *self);

G_END_DECLS
