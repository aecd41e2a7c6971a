/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gla-record.h"
#include "gla-store.h"

G_BEGIN_DECLS

/**
 * GlaStartAnswers:
 *
 * What a new clinic said about itself. Everything may be left out (NULL).
 */
typedef struct
{
  char *clinic_name;
  char *staff_name;
  GlaRole role;
  char *region;    /* "us", "eu", "uk", "kr", "cn" */
  char *day_order; /* "dmy", "mdy" */
  char *notices;   /* whether notices of patterns are wanted: "yes", "no" */
} GlaStartAnswers;

#define GLA_TYPE_START_PAGE (gla_start_page_get_type ())
G_DECLARE_FINAL_TYPE (GlaStartPage, gla_start_page, GLA, START_PAGE, AdwBin)

/** GlaStartPage: greets at the first start and asks what the program should know. */

/** GlaStartPage::begin: the clinic file is to be made. */

GlaStartPage    *gla_start_page_new         (void);

/** gla_start_page_get_answers: (transfer full): what was filled in. */
GlaStartAnswers *gla_start_page_get_answers (GlaStartPage    *self);

/** gla_start_page_focus: the keyboard goes to the first field. */
void             gla_start_page_focus       (GlaStartPage    *self);

void             gla_start_answers_free     (GlaStartAnswers *answers);

/** gla_start_answers_store: writes the answers into a new clinic file. */
gboolean         gla_start_answers_store    (const GlaStartAnswers *answers,
                                             GlaStore              *store,
                                             GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaStartAnswers, gla_start_answers_free)

G_END_DECLS
