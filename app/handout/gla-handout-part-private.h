/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-handout-part.h"

#include "gla-case-plan.h"

G_BEGIN_DECLS

/* Of the record. */
void  gla_handout_add_person     (const GlaHandoutFacts *facts, GPtrArray *blocks);
void  gla_handout_add_session    (const GlaHandoutFacts *facts, GPtrArray *blocks);
void  gla_handout_add_map        (const GlaHandoutFacts *facts, GPtrArray *blocks);
void  gla_handout_add_documents  (const GlaHandoutFacts *facts, GPtrArray *blocks);
void  gla_handout_add_notes      (const GlaHandoutFacts *facts, GPtrArray *blocks);
void  gla_handout_add_strip      (const GlaHandoutFacts *facts, GPtrArray *blocks);
void  gla_handout_add_timeline   (const GlaHandoutFacts *facts, GPtrArray *blocks);
void  gla_handout_add_legend     (const GlaHandoutFacts *facts, GPtrArray *blocks);
void  gla_handout_add_treatments (const GlaHandoutFacts *facts, GPtrArray *blocks);
void  gla_handout_add_doses      (const GlaHandoutFacts *facts, GPtrArray *blocks);
void  gla_handout_add_last_doses (const GlaHandoutFacts *facts, GPtrArray *blocks);
void  gla_handout_add_alerts     (const GlaHandoutFacts *facts, GPtrArray *blocks);
void  gla_handout_add_pen_lines  (const GlaHandoutFacts *facts, GPtrArray *blocks);
void  gla_handout_add_grades     (const GlaHandoutFacts *facts, GPtrArray *blocks);
void  gla_handout_add_ratings    (const GlaHandoutFacts *facts, GPtrArray *blocks);
void  gla_handout_add_exposures  (const GlaHandoutFacts *facts, GPtrArray *blocks);
void  gla_handout_add_events     (const GlaHandoutFacts *facts, GPtrArray *blocks);

/* Of an adverse event. */
void  gla_handout_add_event_patient  (const GlaHandoutFacts *facts, GPtrArray *blocks);
void  gla_handout_add_event_reaction (const GlaHandoutFacts *facts, GPtrArray *blocks);
void  gla_handout_add_event_products (const GlaHandoutFacts *facts, GPtrArray *blocks);
void  gla_handout_add_event_reporter (const GlaHandoutFacts *facts, GPtrArray *blocks);
void  gla_handout_add_event_missing  (const GlaHandoutFacts *facts, GPtrArray *blocks);

/* Of many patients. */
void  gla_handout_add_calls      (const GlaHandoutFacts *facts, GPtrArray *blocks);

/* Of the case. */
void  gla_handout_add_findings   (const GlaHandoutFacts *facts, GPtrArray *blocks);
void  gla_handout_add_findings_in_full (const GlaHandoutFacts *facts, GPtrArray *blocks);
void  gla_handout_add_steps      (const GlaHandoutFacts *facts, GPtrArray *blocks);
void  gla_handout_add_missing    (const GlaHandoutFacts *facts, GPtrArray *blocks);
void  gla_handout_add_options    (const GlaHandoutFacts *facts, GPtrArray *blocks);
void  gla_handout_add_settings   (const GlaHandoutFacts *facts, GPtrArray *blocks);
void  gla_handout_add_cautions   (const GlaHandoutFacts *facts, GPtrArray *blocks);
void  gla_handout_add_sources    (const GlaHandoutFacts *facts, GPtrArray *blocks);

/* (transfer full): names for people; "not known". */
char *gla_handout_dup_area       (GlaCatalogue *catalogue, const char *area, GlaSide side);
char *gla_handout_dup_product    (GlaCatalogue *catalogue, const char *product);

/* (transfer full): the lots of a cycle, each once; "not known" for one that is. */
char *gla_handout_dup_lots       (const GlaCycle *cycle, const GlaHistory *history);

/* The first row to show, of which there are @most; what is left out is said. */
guint gla_handout_skip_rows      (GPtrArray *blocks, guint n_rows, guint most);

/* A sheet about a case has room for the last rows only. */
guint gla_handout_get_most_rows  (const GlaHandoutFacts *facts);

G_END_DECLS
