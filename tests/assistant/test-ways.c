/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Whole cases from the examination on: next cycles, durations, tests, options. With
 * the short cases below them every branch, answer and finding of the protocol is
 * taken at least once; the last test counts them.
 */

#include "config.h"

#include "gla-case-play.h"

#define BASE "t 0 a GLAB ona 20 lot=L;g 0 GLAB 3 rest=2;"
#define LITTLE "S0=none S1=little S1a=none "
#define BEGIN "S0 S1 S1a S2 "
#define EXAM BEGIN "S3 S4 S5* S6 "
#define NONE BASE "g 28 GLAB 3;"
/* The next treatment, on day 100; its label interval ends on day 191. */
#define AGAIN "t 100 b GLAB ona 20 lot=M;g 100 GLAB 3;"

static const GlaCasePlay examination[] = {
  { "one spot on day 28, waits", BASE "g 28 GLAB 2", NULL, 28, LITTLE "S6=local S7a=wait",
    EXAM "S7a S7-wait S8 W91", "" },
  { "one spot on day 28, touched up", BASE "g 27 GLAB 2;t 28 b GLAB ona 4 lot=L;g 42 GLAB 1", NULL,
    27, LITTLE "S6=local S7a=touch-up @41 @42", EXAM "S7a S7-touched S4 S4a A", "" },
  { "one spot on day 29", BASE "g 29 GLAB 2", NULL, 29, LITTLE "S6=local", EXAM "S7-wait S8 W91",
    "" },
  { "weaker all over", BASE "g 28 GLAB 2", NULL, 28, LITTLE "S6=diffuse", EXAM "S7b S8 W91", "" },
  { "a neighbour took over", BASE "g 28 GLAB 2", NULL, 28, LITTLE "S6=neighbour",
    EXAM "S6-neighbour E", "" },
  { "none, and something to correct", "t 0 a GLAB ona 10 lot=L;g 0 GLAB 3;g 28 GLAB 3", NULL, 28,
    LITTLE "S6=none", EXAM "S7c S8 W91", "dose-low" },
  { "none, nothing found, never worked", NONE, NULL, 28, LITTLE "S6=none", EXAM "S7d S8 W91", "" },
  { "none, nothing found, worked before",
    "t -200 z GLAB ona 20 lot=L;g -200 GLAB 3;g -170 GLAB 1;" NONE, NULL, 28, LITTLE "S6=none",
    EXAM "S7d S8 W91", "" },
  { "the second adequate failure by the record", NONE AGAIN "g 128 GLAB 3", "from=b", 128,
    LITTLE "S6=none", EXAM "S10 A", "" },
  { "the first failure was not adequate",
    "t 0 a GLAB ona 10 lot=L;g 0 GLAB 3;g 28 GLAB 3;" AGAIN "g 128 GLAB 3", "from=b", 128,
    LITTLE "S6=none", EXAM "S7d S8 W191", "" },
  { "one side of crow's feet", "t 0 a LCL ona 24 lot=L;g 0 LCL 3;g 28 LCL 2", "area=LCL", 28,
    LITTLE "S6=local S7a=wait", EXAM "S7a S7-wait S8 W91", "" },
  { "a label in days", BASE "g 28 GLAB 2", "region=us", 28, LITTLE "S6=diffuse",
    EXAM "S7b S8 W90", "" },
  { "a later treatment of another area", BASE "g 28 GLAB 2;t 60 f FRON ona 20 lot=L", NULL, 70,
    LITTLE "S6=diffuse", BEGIN "S2-late S3 S4 S5* S6 S7b S8 W152", "" },
};

#define WAITING NONE AGAIN
#define TO8 EXAM "S7d S8 S8-review "

static const GlaCasePlay repeats[] = {
  { "treated again, not graded yet", WAITING, NULL, 28, LITTLE "S6=none @99 @100 @113",
    TO8 "W114", "" },
  { "resolved", WAITING "g 128 GLAB 1", NULL, 28, LITTLE "S6=none @100 @128", TO8 "S8-resolved E",
    "" },
  { "resolved, all at once", WAITING "g 128 GLAB 1", NULL, 28, LITTLE "S6=none @128",
    TO8 "S8-resolved E", "" },
  { "partial", WAITING "g 128 GLAB 2", NULL, 28, LITTLE "S6=none @128", TO8 "S8-partial S8 W191",
    "" },
  { "partial twice", WAITING "g 128 GLAB 2;t 200 c GLAB ona 20 lot=N;g 200 GLAB 3;g 228 GLAB 2",
    NULL, 28, LITTLE "S6=none @128 @200 @228",
    TO8 "S8-partial S8 S8-review S8-partial S10 A", "" },
  { "none again", WAITING "g 128 GLAB 3", NULL, 28, LITTLE "S6=none @128", TO8 "S10 A", "" },
  { "none again, but without a lot", NONE "t 100 b GLAB ona 20;g 100 GLAB 3;g 128 GLAB 3", NULL, 28,
    LITTLE "S6=none @128", TO8 "S8-inadequate S8 W191", "" },
  { "none again, but too little", NONE "t 100 b GLAB ona 12 lot=M;g 100 GLAB 3;g 128 GLAB 3", NULL,
    28, LITTLE "S6=none @128", TO8 "S8-inadequate S8 W191", "" },
  { "a clinic that asks for three", WAITING "g 128 GLAB 3", "adequate_failures_before_test:3", 28,
    LITTLE "S6=none @128", TO8 "S8 W191", "" },
  { "the review is missed", WAITING, NULL, 28, LITTLE "S6=none @100 @183", TO8 "W114", "" },
  { "the review is missed for good", WAITING, NULL, 28, LITTLE "S6=none @100 @184",
    TO8 "S8-missed S8 W191", "" },
  { "treated again before the review", WAITING "t 140 c GLAB ona 20 lot=M;g 140 GLAB 3", NULL, 28,
    LITTLE "S6=none @100 @140", TO8 "S8 S8-review W154", "" },
  { "second look: a cause", WAITING "g 128 GLAB 3", NULL, 28, LITTLE "S6=none @128 S10=cause",
    TO8 "S10 S8 W191", "" },
  { "second look: a cause for the second time",
    WAITING "g 128 GLAB 3;t 200 c GLAB ona 20 lot=N;g 200 GLAB 3;g 228 GLAB 3", NULL, 28,
    LITTLE "S6=none @128 S10=cause @228 S10=cause",
    TO8 "S10 S8 S8-review S10 S11 S11-consent A", "" },
  { "second look: nothing", WAITING "g 128 GLAB 3", NULL, 28, LITTLE "S6=none @128 S10=none",
    TO8 "S10 S11 S11-consent A", "" },
  { "second look: nobody", WAITING "g 128 GLAB 3", NULL, 28, LITTLE "S6=none @128 S10=nobody",
    TO8 "S10 S11 S11-consent A", "" },
  { "elsewhere, repeated here", "t 30 b GLAB ona 20 lot=M;g 30 GLAB 3;g 60 GLAB 1", "elsewhere", 5,
    LITTLE "S2-ask=six-weeks S6=none @30 @60",
    BEGIN "S2-ask S3 S3b S5* S6 S7d S8 S8-review S8-resolved E", "" },
};

#define FADED "S0=none S1=faded "
/* Cycles of the glabella that ended about day 110, and about day 40. */
#define LONG(day, end, id, seen, gone) \
  "t " day " " id " GLAB ona 20 lot=L;g " day " GLAB 3;g " seen " GLAB 1;g " gone " GLAB 3;"
#define TWO_LONG LONG ("0", "", "x", "100", "120") LONG ("130", "", "y", "230", "250")

static const GlaCasePlay duration[] = {
  { "faded before it can be judged", BASE, NULL, 13, FADED, "S0 S1 S9 S2 S2-developing W14", "" },
  { "red over all areas", BASE, "tier=red", 100, FADED, "S0 S1 S9 S9-pattern S11 S11-consent A",
    "" },
  { "amber", BASE, "tier=amber", 100, FADED, "S0 S1 S9 S9-once S5* S9-watch W91", "" },
  { "ok", BASE, "tier=ok", 100, FADED, "S0 S1 S9 S9-normal E", "" },
  { "amber, and a weaker peak",
    LONG ("0", "", "x", "30", "120") "t 130 a GLAB ona 20 lot=L;g 130 GLAB 3;g 160 GLAB 2",
    "tier=amber", 230, FADED, "S0 S1 S9 S9-pattern S11 S11-consent A", "" },
  { "short once by the clinic's limit", TWO_LONG LONG ("260", "", "a", "290", "310"), "two-thirds",
    320, FADED, "S0 S1 S9 S9-once S5* S9-watch W351", "" },
  { "the same without that limit", TWO_LONG LONG ("260", "", "a", "290", "310"), NULL, 320, FADED,
    "S0 S1 S9 S9-normal E", "" },
  { "short twice by the clinic's limit",
    TWO_LONG LONG ("260", "", "b", "290", "310") LONG ("360", "", "a", "390", "410"), "two-thirds",
    420, FADED, "S0 S1 S9 S9-pattern S11 S11-consent A", "" },
  { "another product is not compared", "t 0 x GLAB inco 20 lot=L;g 0 GLAB 3;g 100 GLAB 1;"
    "g 120 GLAB 3;t 130 y GLAB inco 20 lot=L;g 130 GLAB 3;g 230 GLAB 1;g 250 GLAB 3;"
    LONG ("260", "", "a", "290", "340"), "two-thirds", 350, FADED, "S0 S1 S9 S9-ask A", NULL },
  { "an amount over a tenth apart is not compared", "t 0 x GLAB ona 30 lot=L;g 0 GLAB 3;"
    "g 100 GLAB 1;g 120 GLAB 3;t 130 y GLAB ona 30 lot=L;g 130 GLAB 3;g 230 GLAB 1;g 250 GLAB 3;"
    LONG ("260", "", "a", "290", "340"), "two-thirds", 350, FADED, "S0 S1 S9 S9-ask A", NULL },
  { "gone by day 60, no history", LONG ("0", "", "a", "30", "60"), NULL, 70, FADED,
    "S0 S1 S9 S9-once S5* S9-watch W91", "" },
  { "gone by day 61, no history", LONG ("0", "", "a", "30", "61"), NULL, 70, FADED,
    "S0 S1 S9 S9-ask A", "" },
  { "told: early", BASE, NULL, 100, FADED "S9-ask=early", "S0 S1 S9 S9-ask S9-once S5* S9-watch "
    "W91", "" },
  { "told: later", BASE, NULL, 100, FADED "S9-ask=later", "S0 S1 S9 S9-ask S9-normal E", "" },
  { "told: unclear", BASE, NULL, 100, FADED "S9-ask=unclear", "S0 S1 S9 S9-ask S9-normal E", "" },
  { "watched, and amber still",
    BASE "t 110 b GLAB ona 20 lot=L;g 110 GLAB 3;g 140 GLAB 1;g 180 GLAB 3", "tier=amber", 100,
    FADED "@110 @180", "S0 S1 S9 S9-once S5* S9-watch S9 S9-pattern S11 S11-consent A", "" },
  { "watched, and short again",
    TWO_LONG LONG ("260", "", "a", "290", "310")
    "t 360 b GLAB ona 20 lot=L;g 360 GLAB 3;g 460 GLAB 1;g 470 GLAB 3",
    "two-thirds", 320, FADED "@470", "S0 S1 S9 S9-once S5* S9-watch S9 S9-normal E", "" },
};

/* To the choice of a test in two answers. */
#define TEST "S0=none S1=faded "
#define TO11 "S0 S1 S9 S9-pattern S11 S11-consent "
#define NO_EFFECT TEST "S11-consent=brow S12u=same S12b=worked S13=none "
#define TO14 TO11 "S12u S12b S13 S14 "

static const GlaCasePlay tests[] = {
  { "the forehead was treated 83 days ago", BASE "t 17 f FRON ona 10 lot=L", "tier=red", 100, TEST,
    "S0 S1 S9 S9-pattern S11 S11-wait W101", "" },
  { "the forehead was treated 84 days ago", BASE "t 16 f FRON ona 10 lot=L", "tier=red", 100, TEST,
    TO11 "A", "" },
  { "the forehead was treated elsewhere", BASE "x 60 FRON ona 10", "tier=red", 100,
    TEST "@143 @144", "S0 S1 S9 S9-pattern S11 S11-wait S11-consent A", "" },
  { "no test", BASE, "tier=red", 100, TEST "S11-consent=no", TO11 "S14 A", "" },
  { "forehead test, not done yet", BASE, "tier=red", 100, TEST "S11-consent=forehead @110",
    TO11 "S12 W100", "" },
  { "forehead test, too early to read", BASE, "tier=red", 100,
    TEST "S11-consent=forehead !test-day=100 @113", TO11 "S12 S12-read W114", "" },
  { "forehead test, weaker", BASE, "tier=red", 100,
    TEST "S11-consent=forehead !test-day=100 @114 S12-read=weaker",
    TO11 "S12 S12-read S12a S6 A", "" },
  { "forehead test, alike", BASE, "tier=red", 100,
    TEST "S11-consent=forehead !test-day=100 @114 S12-read=same", TO11 "S12 S12-read S12b A", "" },
  { "forehead test, doubtful on day 27", BASE, "tier=red", 100,
    TEST "S11-consent=forehead !test-day=100 @127 S12-read=doubtful",
    TO11 "S12 S12-read S12-again W128", "" },
  { "forehead test, doubtful on day 28", BASE, "tier=red", 100,
    TEST "S11-consent=forehead !test-day=100 @128 S12-read=doubtful", TO11 "S12 S12-read S12e A",
    "" },
  { "doubtful, then weaker", BASE, "tier=red", 100,
    TEST "S11-consent=forehead !test-day=100 @114 S12-read=doubtful @128 S12-again=weaker",
    TO11 "S12 S12-read S12-again S12a S6 A", "" },
  { "doubtful, then alike", BASE, "tier=red", 100,
    TEST "S11-consent=forehead !test-day=100 @114 S12-read=doubtful @128 S12-again=same",
    TO11 "S12 S12-read S12-again S12b A", "" },
  { "doubtful twice", BASE, "tier=red", 100,
    TEST "S11-consent=forehead !test-day=100 @114 S12-read=doubtful @128 S12-again=doubtful",
    TO11 "S12 S12-read S12-again S12e A", "" },
  { "brow test, weaker, then the examination finds none",
    NONE AGAIN "g 128 GLAB 3", "tier=red from=b", 128,
    TEST "S11-consent=brow S12u=weaker S6=none", TO11 "S12u S12a S6 S7d S8 W191", "" },
  { "brow test, doubtful", BASE, "tier=red", 100, TEST "S11-consent=brow S12u=doubtful",
    TO11 "S12u S12e A", "" },
  { "foot test, weakened", BASE, "tier=red", 100, TEST "S11-consent=foot S12e=below",
    TO11 "S12e S12a S6 A", "" },
  { "foot test, not weakened", BASE, "tier=red", 100, TEST "S11-consent=foot S12e=above",
    TO11 "S12e S12b A", "" },
  { "foot test, not done", BASE, "tier=red", 100, TEST "S11-consent=foot S12e=not-done",
    TO11 "S12e S14 A", "" },
  { "the vial failed in another patient too", BASE, "tier=red", 100,
    TEST "S11-consent=brow S12u=same S12b=failed", TO11 "S12u S12b S12-vial S12 W100", "" },
  { "the test is repeated with another vial", BASE, "tier=red", 100,
    TEST "S11-consent=forehead !test-day=100 @114 S12-read=same S12b=failed @120 !test-day=120 "
    "@134 S12-read=weaker",
    TO11 "S12 S12-read S12b S12-vial S12 S12-read S12a S6 A", "" },
  { "whether the vial worked is not known", BASE, "tier=red", 100,
    TEST "S11-consent=brow S12u=same S12b=unknown", TO11 "S12u S12b S13 A", "" },
  { "no assay", BASE, "tier=red", 100, NO_EFFECT, TO14 "A", "" },
  { "assay positive", BASE, "tier=red", 100,
    TEST "S11-consent=brow S12u=same S12b=worked S13=positive", TO14 "A", "" },
  { "assay negative", BASE, "tier=red", 100,
    TEST "S11-consent=brow S12u=same S12b=worked S13=negative", TO14 "A", "" },
  { "binding assay", BASE, "tier=red", 100,
    TEST "S11-consent=brow S12u=same S12b=worked S13=binding", TO14 "A", "" },
  { "accept, told", BASE, "tier=red", 100, NO_EFFECT "S14=accept S15=told", TO14 "S15 S14-end E",
    "" },
  { "another treatment, letter agreed", BASE, "tier=red", 100,
    NO_EFFECT "S14=other S15=told-doctor", TO14 "S15 S14-end E", "" },
  { "another type A, not told yet", BASE, "tier=red", 100,
    NO_EFFECT "S14=another S14-toxin=O2 S15=later", TO14 "S14-toxin S15 S14-end E", "" },
  { "type B without a test", BASE, "tier=red", 100,
    TEST "S11-consent=no S14=another S14-toxin=O3", TO11 "S14 S14-toxin S14-end E", "" },
  { "a pause without a test", BASE, "tier=red", 100, TEST "S11-consent=no S14=pause",
    TO11 "S14 S16 W465", "" },
  { "stop without a test", BASE, "tier=red", 100, TEST "S11-consent=no S14=accept",
    TO11 "S14 S14-end E", "" },
  { "a pause of a year, goes on", BASE, "tier=red", 100,
    NO_EFFECT "S14=pause S15=told @464 @465 S16=continue", TO14 "S15 S16 S16 W830", "" },
  { "a new test after a year is too soon", BASE, "tier=red", 100,
    NO_EFFECT "S14=pause S15=told @465 S16=retest", TO14 "S15 S16 S16 W830", "" },
  { "sooner, by decision", BASE, "tier=red", 100,
    NO_EFFECT "S14=pause S15=told @465 S16=sooner", TO14 "S15 S16 S11 S11-consent A", "" },
  { "the pause ends the case", BASE, "tier=red", 100,
    NO_EFFECT "S14=pause S15=told @465 S16=stop", TO14 "S15 S16 S14-end E", "" },
  { "a second test without weakening after two years", BASE, "tier=red", 100,
    NO_EFFECT "S14=pause S15=told @465 S16=continue @830 S16=retest S11-consent=brow S12u=same "
    "S12b=worked", TO14 "S15 S16 S16 S11 S11-consent S12u S12b S16-stop E", "" },
  { "a second test, and the toxin works again", BASE, "tier=red", 100,
    NO_EFFECT "S14=pause S15=told @465 S16=continue @830 S16=retest S11-consent=brow S12u=weaker",
    TO14 "S15 S16 S16 S11 S11-consent S12u S12a S6 A", "" },
};

/* What the tables above leave out; the cases of the review of the record, in short. */
#define FAIL "g 0 GLAB 3;g 28 GLAB 3;"
#define S6 EXAM "A"

static const GlaCasePlay rest[] = {
  { "red flag", BASE, NULL, 20, "S0=any", "S0 S0-stop E", NULL },
  { "clock", BASE "g 30 GLAB 2", "ahead", 20, "S0=none @30", "S0 S0-clock S1 A", NULL },
  { "wrong and content", BASE "g 28 GLAB 0", NULL, 28, "S0=none S1=wrong S4a=no",
    "S0 S1 S2 S3 S4 S4a S4-settled E", NULL },
  { "movement", BASE "g 28 GLAB 0", NULL, 28, "S0=none S1=little S1a=spot S4a=movement",
    BEGIN "S3 S4 S4a S4-goal E", NULL },
  { "spot", BASE "g 28 GLAB 0", NULL, 28, LITTLE "S4a=spot", BEGIN "S3 S4 S4a S6 A", NULL },
  { "rest", BASE "g 28 GLAB 1 rest=2", NULL, 28, LITTLE "S4a=rest",
    BEGIN "S3 S4 S4a S4b S4-resting E", NULL },
  { "rest better", BASE "g 28 GLAB 1 rest=1", NULL, 28, "S0=none S1=rest",
    "S0 S1 S4b S4-goal E", NULL },
  { "rest, not weaker", BASE "g 28 GLAB 3 rest=2", NULL, 28, "S0=none S1=rest",
    "S0 S1 S4b S2 S3 S4 S5* S6 A", NULL },
  { "rest, seen", BASE, NULL, 28, "S0=none S1=rest S4-look=yes",
    "S0 S1 S4b S4-look S4-resting E", NULL },
  { "rest, not seen", BASE, NULL, 28, "S0=none S1=rest S4-look=no < S4-look=unclear",
    "S0 S1 S4b S4-look S2 S3 S3-grade W14", NULL },
  { "early", BASE "g 20 GLAB 3", NULL, 5, "S0=none S1=little S1a=weak @20",
    BEGIN "S2-early S3 S4 S5* S6 A", NULL },
  { "early, again", BASE "t 40 b GLAB ona 20 lot=L", NULL, 5, LITTLE "@40",
    BEGIN "S2-early S2 S2-retreated E", NULL },
  { "early, missed", BASE, NULL, 5, LITTLE "@43",
    BEGIN "S2-early S2 S2-late S3 S3-grade W14", NULL },
  { "developing", BASE "g 20 GLAB 3", NULL, 10, LITTLE "@20", BEGIN "S2-developing S3 S4 S5* S6 A",
    NULL },
  { "developing, again", BASE "t 40 b GLAB ona 20 lot=L", NULL, 10, LITTLE "@40",
    BEGIN "S2-developing S2 S2-retreated E", NULL },
  { "developing, missed", BASE, NULL, 10, LITTLE "@43",
    BEGIN "S2-developing S2 S2-late S3 S3-grade W14", NULL },
  { "touched", BASE "t 20 b GLAB ona 4 lot=L;g 34 GLAB 1", NULL, 25, LITTLE "@34",
    BEGIN "S7-touched S4 S4a A", NULL },
  { "touched, again", BASE "t 20 b GLAB ona 4 lot=L;t 60 c GLAB ona 20 lot=L", NULL, 25,
    LITTLE "@60", BEGIN "S7-touched S2 S2-retreated E", NULL },
  { "graded at last", BASE "g 30 GLAB 2", NULL, 20, LITTLE "@30", BEGIN "S3 S3-grade S4 S5* S6 A",
    NULL },
  { "never graded", BASE, NULL, 20, LITTLE "@84", BEGIN "S3 S3-grade S9 S9-ask A", NULL },
  { "late, graded in time", BASE "g 20 GLAB 3", NULL, 84, LITTLE, BEGIN "S3 S4 S5* S6 A", NULL },
  { "late, not graded", BASE "g 84 GLAB 3", NULL, 84, LITTLE, BEGIN "S2-worn S9 S9-ask A", NULL },
  { "two weeks", "", "elsewhere", 5, LITTLE "S2-ask=two-weeks @19",
    BEGIN "S2-ask S2-developing S3 S3b S5* S6 A", NULL },
  { "weeks", "", "elsewhere", 5, LITTLE "S2-ask=six-weeks < S2-ask=twelve-weeks < S2-ask=longer",
    BEGIN "S2-ask S2-worn S9 S9-ask A", NULL },
  { "weeks, further", "", "elsewhere", 5, LITTLE "S2-ask=twelve-weeks",
    BEGIN "S2-ask S2-late S3 S3b S5* S6 A", NULL },
  { "sides", BASE "g 28 GLAB 3 side=left;g 28 GLAB 1 side=right", NULL, 28, LITTLE, S6,
    "sides-differ" },
  { "many findings",
    "v V ona 100 pack=ona-botox-100 diluent=5000 made=-2,9 expiry=-1;"
    "v W ona 100 diluent=2500 lot=L;t 0 a GLAB ona 10 vial=V points=3 volume=250;"
    "t 0 a FRON ona 10 vial=W;t 15 b FRON ona 2 lot=L;x -30 LCL ona 12;" FAIL,
    "male lot=2/2 flag=red medicine=Plaquenil,Gentamicin drawn=150", 28,
    LITTLE "!excursion=yes !supplier-approved=no !counterfeit-sign=yes !new-medicine=yes "
    "!vaccine=yes !sport=yes", S6, NULL },
  { "switched", "t 0 x GLAB inco 60 lot=L;g 0 GLAB 3;g 28 GLAB 1;t 50 a GLAB ona 60 lot=C3709C3;"
    "g 50 GLAB 3;g 78 GLAB 3", NULL, 78, LITTLE, S6, NULL },
  { "cut", "t 0 x GLAB ona 60 lot=L;g 0 GLAB 3;g 28 GLAB 1;t 50 a GLAB ona 20 lot=L;"
    "g 50 GLAB 3;g 78 GLAB 3", NULL, 78, LITTLE, S6, "dose-cut interval-short" },
  { "abo", "t 0 a GLAB abo-p 20 lot=L;" FAIL, NULL, 28, LITTLE, S6, NULL },
  { "hours", "v V ona 150 made=-1,9 lot=L;t 0 a GLAB ona 20 vial=V;" FAIL, NULL, 28, LITTLE, S6,
    "hours-perhaps pack-unusual" },
  { "month", "v V ona 100 made=-30,9 lot=L;t 0 a GLAB ona 20 vial=V;" FAIL, NULL, 28, LITTLE, S6,
    "hours-consensus" },
  { "months", "v V ona 100 made=-60,9 lot=L;t 0 a GLAB ona 20 vial=V;" FAIL, NULL, 28, LITTLE, S6,
    "hours-beyond" },
  { "short again", TWO_LONG LONG ("260", "", "a", "290", "310")
    LONG ("360", "", "b", "390", "410"), "two-thirds", 320, FADED "@410",
    "S0 S1 S9 S9-once S5* S9-watch S9 S9-pattern S11 S11-consent A", NULL },
};

typedef struct
{
  const char *path;
  const GlaCasePlay *plays;
  gsize n_plays;
} Table;

static const Table tables[] = {
  { "/assistant/ways/examination", examination, G_N_ELEMENTS (examination) },
  { "/assistant/ways/repeats", repeats, G_N_ELEMENTS (repeats) },
  { "/assistant/ways/duration", duration, G_N_ELEMENTS (duration) },
  { "/assistant/ways/tests", tests, G_N_ELEMENTS (tests) },
  { "/assistant/ways/rest", rest, G_N_ELEMENTS (rest) },
};

static void
test_table (gconstpointer data)
{
  const Table *table = data;

  for (gsize i = 0; i < table->n_plays; i++)
    gla_case_play (&table->plays[i]);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gla_case_play_begin ();
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    g_test_add_data_func (tables[i].path, &tables[i], test_table);
  g_test_add_func ("/assistant/ways/coverage", gla_case_play_report);
  return g_test_run ();
}
