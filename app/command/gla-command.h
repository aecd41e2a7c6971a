/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** gla_command_is_name: whether @word names a command that works without a window. */
gboolean  gla_command_is_name   (const char  *word);

/**
 * gla_command_run:
 * @argc: number of arguments, the program's name included
 * @argv: argv[1] is the command
 *
 * Runs a command. Results go to standard output; on failure one clear line goes
 * to standard error.
 *
 * Returns: the exit status: 0, 1 if it failed, 2 if it was called wrongly
 */
int       gla_command_run       (int          argc,
                                 char       **argv);

/** gla_command_get_summary: (transfer full): one line for each command, for --help. */
char     *gla_command_get_summary (void);

G_END_DECLS
