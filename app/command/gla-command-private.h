/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-catalogue.h"
#include "gla-cycle.h"
#include "gla-paper.h"
#include "gla-store.h"

G_BEGIN_DECLS

/** GlaCommandFunc: one command; argv[0] is its name. FALSE with @error set on failure. */
typedef gboolean (*GlaCommandFunc) (int argc, char **argv, GError **error);

gboolean  gla_command_backup    (int argc, char **argv, GError **error);
gboolean  gla_command_case      (int argc, char **argv, GError **error);
gboolean  gla_command_check     (int argc, char **argv, GError **error);
gboolean  gla_command_cycles    (int argc, char **argv, GError **error);
gboolean  gla_command_demo      (int argc, char **argv, GError **error);
gboolean  gla_command_forecast  (int argc, char **argv, GError **error);
gboolean  gla_command_handout   (int argc, char **argv, GError **error);
gboolean  gla_command_import    (int argc, char **argv, GError **error);
gboolean  gla_command_insights  (int argc, char **argv, GError **error);
gboolean  gla_command_lot       (int argc, char **argv, GError **error);
gboolean  gla_command_patients  (int argc, char **argv, GError **error);
gboolean  gla_command_restore   (int argc, char **argv, GError **error);
gboolean  gla_command_reviewed  (int argc, char **argv, GError **error);
gboolean  gla_command_scan      (int argc, char **argv, GError **error);
gboolean  gla_command_statistics (int argc, char **argv, GError **error);
gboolean  gla_command_stock     (int argc, char **argv, GError **error);
gboolean  gla_command_timeline  (int argc, char **argv, GError **error);
gboolean  gla_command_today     (int argc, char **argv, GError **error);

/** GlaCommandOptions: what every command understands, and what is left after parsing. */
typedef struct
{
  char *clinic;   /* --clinic FILE, or the default file */
  GlaDay today;   /* --today DATE, or the computer's */
} GlaCommandOptions;

/**
 * gla_command_parse:
 * @argc: (inout): number of arguments; afterwards those left, the name included
 * @usage: what the arguments are, such as "FILE", for --help
 * @summary: one line
 * @entries: (nullable): options of this command
 *
 * Parses the options of a command and --clinic and --today.
 */
gboolean      gla_command_parse          (int                *argc,
                                          char             ***argv,
                                          const char         *usage,
                                          const char         *summary,
                                          const GOptionEntry *entries,
                                          GlaCommandOptions  *options,
                                          GError            **error);
void          gla_command_options_clear  (GlaCommandOptions  *options);

/** gla_command_expect: fails with a usage error unless @least to @most arguments are left behind the name. */
gboolean      gla_command_expect         (int                 argc,
                                          int                 least,
                                          int                 most,
                                          const char         *usage,
                                          GError            **error);

/** gla_command_open: opens the clinic file, which must exist. */
GlaStore     *gla_command_open           (const GlaCommandOptions *options,
                                          GlaStoreFlags            flags,
                                          GError                 **error);

/** gla_command_load_catalogue: the catalogue with the clinic's own products and areas; @settings is set up for the clinic. */
GlaCatalogue *gla_command_load_catalogue (GlaStore           *store,
                                          GlaCycleSettings   *settings,
                                          GError            **error);

/** gla_command_read_cycles: all cycles of one patient. */
GlaCycles    *gla_command_read_cycles    (GlaStore               *store,
                                          const char             *patient,
                                          GlaCatalogue           *catalogue,
                                          const GlaCycleSettings *settings,
                                          GlaDay                  today,
                                          GError                **error);

/** gla_command_read_paper: what --paper says; @name: (nullable): leaves @paper alone. */
gboolean      gla_command_read_paper     (const char         *name,
                                          GlaPaper           *paper,
                                          GError            **error);

/** gla_command_print_cell: a cell of tab-separated output: tabs and line ends become blanks. */
void          gla_command_print_cell     (const char         *text,
                                          gboolean            last);

/** gla_command_show_progress: a line on standard error that is rewritten; only on a terminal. */
void          gla_command_show_progress  (double              fraction,
                                          gpointer            label);

/** gla_command_tell_aside: (nullable): says where the journal of an earlier clinic file is kept. */
void          gla_command_tell_aside     (const char         *aside);

/**
 * gla_command_write_course:
 * @directory: made if it is not there; a file that is there is not written over
 *
 * Writes the course of the made-up clinic @seed as plain files: what was recorded,
 * what the rules make of it, and the truth behind it.
 */
gboolean      gla_command_write_course   (const char         *directory,
                                          guint64             seed,
                                          int                 n_patients,
                                          GError            **error);

/** gla_command_parse_day: a date of the command line: ISO or any form that is not ambiguous. */
gboolean      gla_command_parse_day      (const char         *text,
                                          const char         *option,
                                          GlaDay             *day,
                                          GError            **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GlaCommandOptions, gla_command_options_clear)

G_END_DECLS
