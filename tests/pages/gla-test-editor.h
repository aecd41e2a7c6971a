/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gla-test-record.h"

G_BEGIN_DECLS

/* One editor at a time in a window of its own, over the clinic file of gla-test-record. */

typedef struct
{
  GlaTestRecord *record;
  GtkWindow *editor;       /* NULL as soon as it is finalized */
  char *saved;             /* what its signal "saved" named, for those that name one record */
  guint n_saved;
} GlaTestEditor;

/** gla_test_editor_set_up: for g_test_add(). */
void        gla_test_editor_set_up       (GlaTestEditor  *self,
                                          gconstpointer   data);
void        gla_test_editor_tear_down    (GlaTestEditor  *self,
                                          gconstpointer   data);

/** gla_test_editor_read_history: (transfer full): what is in the file now. */
GlaHistory *gla_test_editor_read_history (GlaTestEditor  *self,
                                          const char     *patient);

/** gla_test_editor_read_cycles: (transfer full) */
GlaCycles  *gla_test_editor_read_cycles  (GlaTestEditor  *self,
                                          const char     *patient);

/** gla_test_editor_open: shows @editor and gives it the keyboard; fails if a part of it has no name. */
void        gla_test_editor_open         (GlaTestEditor  *self,
                                          GtkWindow      *editor);

/** gla_test_editor_close: presses Esc and waits until the window is finalized and its draft written. */
void        gla_test_editor_close        (GlaTestEditor  *self);

/** gla_test_editor_save: presses Ctrl+Enter and waits until it is saved and the window finalized. */
void        gla_test_editor_save         (GlaTestEditor  *self);

/** gla_test_editor_save_reason: as above, and gives @reason to go on, all by keyboard. */
void        gla_test_editor_save_reason  (GlaTestEditor  *self,
                                          const char     *reason);

/** gla_test_editor_save_change: as above, and gives @reason when asked for it. */
void        gla_test_editor_save_change  (GlaTestEditor  *self,
                                          const char     *reason);

/** gla_test_editor_wait_worker: waits until the worker has done all that it was asked for. */
void        gla_test_editor_wait_worker  (GlaTestEditor  *self);

/** gla_test_editor_assert_audit: fails unless the newest entry is that action, with that reason. */
void        gla_test_editor_assert_audit (GlaTestEditor  *self,
                                          const char     *action,
                                          const char     *table,
                                          const char     *reason);

G_END_DECLS
