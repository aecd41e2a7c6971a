/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-case-plan.h"
#include "gla-test-history.h"

G_BEGIN_DECLS

/*
 * One whole case in a line: a record in, what is done with it, and what comes out.
 *
 * record: as for gla_test_history_new(); what lies after the day of an act is not yet
 *   in the record then
 * extra: words: "male", "medicine=WORD", "lot=FAILURES/PEERS", "background=0.3",
 *   "flag=amber", "tier=amber", "two-thirds", "drawn=120", "elsewhere", "from=ID",
 *   "area=KEY", "region=us", "ahead" (the record is there whole), "NAME:VALUE" (a constant)
 * day: of the start
 * acts: "STEP=ANSWER" (the case must ask at that step), "@DAY" (goes on to that day by
 *   itself), "!FACT=VALUE" (stated; a day as a number), "<" or "<STEP" (back)
 * path: the steps, "S5*" for S5 to S5i, then A, W or E; for W with the day it is due
 * findings: in the order of the plan
 */
typedef struct
{
  const char *name;
  const char *record;
  const char *extra;
  int day;
  const char *acts;
  const char *path;
  const char *findings;
} GlaCasePlay;

/** gla_case_play_begin: loads catalogue and protocol, once for a program. */
void          gla_case_play_begin      (void);
GlaProtocol  *gla_case_play_protocol   (void);
GlaCatalogue *gla_case_play_catalogue  (void);

/** gla_case_play: plays and compares; fails the test with both ways printed. */
void          gla_case_play            (const GlaCasePlay *play);

/**
 * gla_case_play_with:
 *
 * The same, and then hands the case and its input over.
 */
typedef void (*GlaCasePlayFunc) (GlaCase *self, const GlaFactInput *input, gpointer user_data);
void          gla_case_play_with       (const GlaCasePlay *play,
                                        GlaCasePlayFunc    func,
                                        gpointer           user_data);

/** gla_case_play_report: prints coverage; fails for what was never taken. */
void          gla_case_play_report     (void);

G_END_DECLS
