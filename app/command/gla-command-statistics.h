/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-command-private.h"

G_BEGIN_DECLS

/*
 * The parts of "glabella statistics": the same functions that the program uses, with
 * tables of text in and out and no clinic file. The columns are those of the project's
 * reference data (tests/golden/statistics/README.md).
 */

gboolean  gla_command_statistics_clinicfit     (int argc, char **argv, GError **error);
gboolean  gla_command_statistics_detector      (int argc, char **argv, GError **error);
gboolean  gla_command_statistics_forecast      (int argc, char **argv, GError **error);
gboolean  gla_command_statistics_funnel        (int argc, char **argv, GError **error);
gboolean  gla_command_statistics_logrank       (int argc, char **argv, GError **error);
gboolean  gla_command_statistics_lot_sessions  (int argc, char **argv, GError **error);
gboolean  gla_command_statistics_lots          (int argc, char **argv, GError **error);
gboolean  gla_command_statistics_npmle         (int argc, char **argv, GError **error);
gboolean  gla_command_statistics_rules         (int argc, char **argv, GError **error);

/**
 * gla_command_statistics_parse:
 * @usage: the arguments, such as "LOTS.csv"
 * @n_files: how many there must be
 *
 * Parses the options of a part, which are --help and @entries.
 */
gboolean  gla_command_statistics_parse         (int                *argc,
                                                char             ***argv,
                                                const char         *usage,
                                                int                 n_files,
                                                const char         *summary,
                                                const GOptionEntry *entries,
                                                GError            **error);

/** gla_command_statistics_compare_names: for sorting: whole numbers by size, others by letter. */
int       gla_command_statistics_compare_names (const char         *first,
                                                const char         *second);

G_END_DECLS
