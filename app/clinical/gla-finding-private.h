/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-finding.h"

G_BEGIN_DECLS

/*
 * Each gla_find_ function looks for one kind of thing and adds what it finds;
 * they know nothing of each other, and gla_findings_new() puts all in order.
 */
typedef struct
{
  const GlaCycles *cycles;
  const GlaCycleSettings *settings;
  GlaRegion region;
  GPtrArray *found;        /* (element-type GlaFinding) */
} GlaFindingSearch;

/* (transfer none): adds a finding; @chip and @text are taken over. */
GlaFinding  *gla_finding_search_add     (GlaFindingSearch    *self,
                                         const char          *id,
                                         const char          *alert,
                                         GlaFindingLevel      level,
                                         char                *chip,
                                         char                *text);

/* A row that is not yet named, or, in the second, perhaps is. */
void         gla_finding_add_row        (GlaFinding          *self,
                                         const char          *id);
void         gla_finding_add_row_once   (GlaFinding          *self,
                                         const char          *id);

/* Each source is named once. */
void         gla_finding_add_source     (GlaFinding          *self,
                                         const char          *key);

/* Source and marks of a value of the catalogue that the finding rests on. */
void         gla_finding_add_mark       (GlaFinding          *self,
                                         const GlaMarked     *mark);

/* The name of an area or product, or its key if the catalogue does not know it. */
const char  *gla_finding_get_area       (GlaFindingSearch    *search,
                                         const char          *key);
const char  *gla_finding_get_product    (GlaFindingSearch    *search,
                                         const char          *key);

/* "Glabella, Crow's feet" */
char        *gla_finding_join           (GPtrArray           *names);

/*
 * Walks through the injections with the treatments, in whose order they are:
 * from the first that has a treatment, the index behind those of @treatment.
 */
guint        gla_finding_first_injection (const GlaHistory   *history);
guint        gla_finding_skip_injections (const GlaHistory   *history,
                                          const GlaTreatment *treatment,
                                          guint               first);

void         gla_find_screened_words    (GlaFindingSearch    *search);
void         gla_find_age               (GlaFindingSearch    *search);
void         gla_find_short_intervals   (GlaFindingSearch    *search);
void         gla_find_touch_ups         (GlaFindingSearch    *search);
void         gla_find_reviews_due       (GlaFindingSearch    *search);
void         gla_find_missing_baselines (GlaFindingSearch    *search);
void         gla_find_unknowns          (GlaFindingSearch    *search);
void         gla_find_amounts           (GlaFindingSearch    *search);
void         gla_find_elsewhere         (GlaFindingSearch    *search);

G_END_DECLS
