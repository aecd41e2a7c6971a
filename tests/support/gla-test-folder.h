/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** gla_test_dup_folder: (transfer full): a new empty folder for the files of a test. */
char       *gla_test_dup_folder         (void);

/** gla_test_drop_folder: removes it with all that is in it. */
void        gla_test_drop_folder        (const char        *path);

G_END_DECLS
