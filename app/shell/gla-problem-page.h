/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define GLA_TYPE_PROBLEM_PAGE (gla_problem_page_get_type ())
G_DECLARE_FINAL_TYPE (GlaProblemPage, gla_problem_page, GLA, PROBLEM_PAGE, AdwBin)

/**
 * GlaProblemPage:
 *
 * Says why a clinic file could not be opened, that it was left as it is, and
 * what can be done; the buttons are actions of the window.
 */
GlaProblemPage *gla_problem_page_new      (void);

/** gla_problem_page_set_error: @path: (type filename): the clinic file that gave @error. */
void            gla_problem_page_set_error (GlaProblemPage *self,
                                            const char     *path,
                                            const GError   *error);

G_END_DECLS
