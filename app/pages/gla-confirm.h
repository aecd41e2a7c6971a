/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define GLA_TYPE_CONFIRM_WINDOW (gla_confirm_window_get_type ())
G_DECLARE_FINAL_TYPE (GlaConfirmWindow, gla_confirm_window, GLA, CONFIRM_WINDOW, AdwWindow)

/** GlaConfirmWindow: the window that asks; made by the functions below. */

/**
 * GlaConfirmFlags:
 * @GLA_CONFIRM_DESTRUCTIVE: the act can't be taken back; backing out is the default
 * @GLA_CONFIRM_REASON: asks for a reason, without which the verb can't be pressed
 */
typedef enum
{
  GLA_CONFIRM_DEFAULT = 0,
  GLA_CONFIRM_DESTRUCTIVE = 1 << 0,
  GLA_CONFIRM_REASON = 1 << 1,
} GlaConfirmFlags;

/**
 * gla_confirm_async:
 * @parent: (nullable): the window that waits
 * @title: the question, plain text
 * @text: (nullable): what will happen, plain text
 * @verb: the label of the button that goes ahead, such as "Void"
 *
 * Asks before an act. Esc backs out, Enter goes ahead unless the act is destructive.
 */
void      gla_confirm_async  (GtkWindow            *parent,
                              const char           *title,
                              const char           *text,
                              const char           *verb,
                              GlaConfirmFlags       flags,
                              GCancellable         *cancellable,
                              GAsyncReadyCallback   callback,
                              gpointer              user_data);

/**
 * gla_confirm_finish:
 * @reason: (out) (optional) (transfer full): what was typed, if asked for
 *
 * Returns: %TRUE to go ahead; %FALSE if the person backed out
 */
gboolean  gla_confirm_finish (GAsyncResult         *result,
                              char                **reason);

/**
 * gla_confirm_tell:
 * @text: plain text, may have several lines
 *
 * A message with one button, for an error that needs to be read.
 */
void      gla_confirm_tell   (GtkWindow            *parent,
                              const char           *title,
                              const char           *text);

G_END_DECLS
