/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "gla-kept-case.h"

G_BEGIN_DECLS

/*
 * Pieces of text of a protocol as widgets: what is said, and what it rests on.
 */

/** gla_case_paragraph_new: (transfer floating): wrapped text; @style: (nullable): CSS class. */
GtkWidget  *gla_case_paragraph_new  (const char        *text,
                                     const char        *style);

/** gla_case_heading_new: (transfer floating): a heading of a part of the panel. */
GtkWidget  *gla_case_heading_new    (const char        *text);

/** gla_case_statement_new: (transfer floating): @text, and below it what it rests on. */
GtkWidget  *gla_case_statement_new  (const char        *text,
                                     const GlaMarked   *mark,
                                     GlaCatalogue      *catalogue);

/**
 * gla_case_finding_row_new:
 *
 * What was found, with its level as sign and word, what to put right, and what it rests on.
 */
GtkWidget  *gla_case_finding_row_new (const GlaKeptCase    *kept,
                                      const GlaCaseFinding *finding);

/**
 * gla_case_why_new:
 *
 * Returns: (transfer floating): "Why this step", closed: each reason with its sources in full,
 *   and the program settings that decide here
 */
GtkWidget  *gla_case_why_new        (const GlaKeptCase *kept,
                                     const GlaStep     *step,
                                     const GlaFacts    *facts);

/** gla_case_options_new: (transfer floating) (nullable): what can be done, side by side or below each other. */
GtkWidget  *gla_case_options_new    (const GlaKeptCase *kept,
                                     const GlaStep     *step,
                                     const GlaFacts    *facts);

G_END_DECLS
