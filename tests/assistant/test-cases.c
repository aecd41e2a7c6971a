/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whole cases: a record and answers in, the way and the findings out. */

#include "config.h"

#include "gla-case-play.h"

/* 20 U in the glabella on day 0, severe before. The label interval ends on day 91. */
#define BASE "t 0 a GLAB ona 20 lot=L;g 0 GLAB 3 rest=2;"
#define LITTLE "S0=none S1=little S1a=none"
#define BEGIN "S0 S1 S1a S2 "

static const GlaCasePlay timing[] = {
  { "a red flag", BASE, NULL, 3, "S0=any", "S0 S0-stop E", "" },
  { "a red flag long after", BASE "g 20 GLAB 3", NULL, 200, "S0=any", "S0 S0-stop E", "" },
  { "day 0", BASE, NULL, 0, LITTLE, BEGIN "S2-early W14", "" },
  { "day 6", BASE, NULL, 6, LITTLE, BEGIN "S2-early W14", "" },
  { "day 7", BASE, NULL, 7, LITTLE, BEGIN "S2-developing W14", "" },
  { "day 13", BASE, NULL, 13, LITTLE, BEGIN "S2-developing W14", "" },
  { "day 14, not graded", BASE, NULL, 14, LITTLE, BEGIN "S3 S3-grade W14", "" },
  { "day 14", BASE "g 14 GLAB 3", NULL, 14, LITTLE, BEGIN "S3 S4 S5* S6 A", "" },
  { "a grade of day 13 judges nothing", BASE "g 13 GLAB 3", NULL, 14, LITTLE,
    BEGIN "S3 S3-grade W14", "" },
  { "day 42", BASE "g 42 GLAB 2", NULL, 42, LITTLE, BEGIN "S3 S4 S5* S6 A", "" },
  { "day 43", BASE "g 43 GLAB 2", NULL, 43, LITTLE, BEGIN "S2-late S3 S4 S5* S6 A", "" },
  { "day 83", BASE "g 83 GLAB 2", NULL, 83, LITTLE, BEGIN "S2-late S3 S4 S5* S6 A", "" },
  { "day 84, graded in time", BASE "g 20 GLAB 3", NULL, 84, LITTLE, BEGIN "S3 S4 S5* S6 A", "" },
  { "day 84, graded on day 42", BASE "g 42 GLAB 3", NULL, 84, LITTLE, BEGIN "S3 S4 S5* S6 A",
    "" },
  { "day 84, graded on day 43", BASE "g 43 GLAB 3", NULL, 84, LITTLE,
    BEGIN "S2-worn S9 S9-ask A", "" },
  { "day 84, graded only now", BASE "g 84 GLAB 3", NULL, 84, LITTLE,
    BEGIN "S2-worn S9 S9-ask A", "" },
  { "early, then graded", BASE "g 20 GLAB 3", NULL, 5, LITTLE " @13 @20",
    BEGIN "S2-early S3 S4 S5* S6 A", "" },
  { "early, then treated again", BASE "t 40 b GLAB ona 20 lot=L", NULL, 5, LITTLE " @40",
    BEGIN "S2-early S2 S2-retreated E", "" },
  { "early, and the review is missed", BASE, NULL, 5, LITTLE " @42 @43",
    BEGIN "S2-early S2 S2-late S3 S3-grade W14", "" },
  { "developing, then graded", BASE "g 15 GLAB 2", NULL, 10, LITTLE " @15",
    BEGIN "S2-developing S3 S4 S5* S6 A", "" },
  { "developing, then treated again", BASE "t 40 b GLAB ona 20 lot=L", NULL, 10, LITTLE " @40",
    BEGIN "S2-developing S2 S2-retreated E", "" },
  { "developing, and the review is missed", BASE, NULL, 10, LITTLE " @43",
    BEGIN "S2-developing S2 S2-late S3 S3-grade W14", "" },
  { "treated again before the review", BASE "t 50 b GLAB ona 20 lot=L", NULL, 70, LITTLE,
    BEGIN "S2-retreated E", "" },
  { "treated again elsewhere before the review", BASE "x 50 GLAB ona 20", NULL, 70, LITTLE,
    BEGIN "S2-retreated E", "" },
  { "treated again after the review", BASE "g 20 GLAB 3;t 95 b GLAB ona 20 lot=L", NULL, 100,
    LITTLE, BEGIN "S3 S4 S5* S6 A", "" },
  { "a touch-up in the window", BASE "t 20 b GLAB ona 4 lot=L;g 34 GLAB 1", NULL, 25,
    LITTLE " @33 @34", BEGIN "S7-touched S4 S4a A", "" },
  { "a touch-up, then treated again", BASE "t 20 b GLAB ona 4 lot=L;t 60 c GLAB ona 20 lot=L", NULL,
    25, LITTLE " @60", BEGIN "S7-touched S2 S2-retreated E", "" },
  { "a grade before the touch-up judges nothing", BASE "g 18 GLAB 1;t 20 b GLAB ona 4 lot=L", NULL,
    33, LITTLE, BEGIN "S7-touched W34", "" },
  { "clock set back", BASE "g 30 GLAB 2", "ahead", 20, "S0=none @25 @30", "S0 S0-clock S1 A", "" },
  { "clock set back, still", BASE "g 30 GLAB 2", "ahead", 20, "S0=none @29", "S0 S0-clock W30",
    "" },
  { "clock set back later on", BASE, NULL, 30, LITTLE " @20", BEGIN "S3 S3-grade W14", "" },
  { "elsewhere, less than two weeks", "", "elsewhere", 5, LITTLE " S2-ask=two-weeks @18 @19",
    BEGIN "S2-ask S2-developing S3 S3b S5* S6 A", "" },
  { "elsewhere, two to six weeks", "", "elsewhere", 5, LITTLE " S2-ask=six-weeks",
    BEGIN "S2-ask S3 S3b S5* S6 A", "" },
  { "elsewhere, six to twelve weeks", "", "elsewhere", 5, LITTLE " S2-ask=twelve-weeks",
    BEGIN "S2-ask S2-late S3 S3b S5* S6 A", "" },
  { "elsewhere, longer", "", "elsewhere", 5, LITTLE " S2-ask=longer",
    BEGIN "S2-ask S2-worn S9 S9-ask A", "" },
  { "elsewhere, with a day that is stated", "", "elsewhere", 30, LITTLE " !session-day=10",
    BEGIN "S3 S3b S5* S6 A", "" },
  { "a day known to a month only", "t 10m a GLAB ona 20 lot=L;g 10 GLAB 3", NULL, 30, LITTLE,
    BEGIN "S2-ask A", "" },
  { "about a day", "t 10~ a GLAB ona 20 lot=L;g 10 GLAB 3", NULL, 15, LITTLE,
    BEGIN "S2-early W24", "" },
  { "a clinic that judges from day 10", BASE "g 10 GLAB 3", "assess_min:10", 10, LITTLE,
    BEGIN "S3 S4 S5* S6 A", "" },
};

static const GlaCasePlay response[] = {
  { "no effect", BASE "g 28 GLAB 3", NULL, 28, LITTLE, BEGIN "S3 S4 S5* S6 A", "" },
  { "weak", BASE "g 28 GLAB 2", NULL, 28, "S0=none S1=little S1a=weak", BEGIN "S3 S4 S5* S6 A",
    "" },
  { "worse than before", "t 0 a GLAB ona 20 lot=L;g 0 GLAB 2;g 28 GLAB 3", NULL, 28, LITTLE,
    BEGIN "S3 S4 S5* S6 A", "" },
  { "full and content", BASE "g 28 GLAB 1", NULL, 28, "S0=none S1=little S1a=spot S4a=no",
    BEGIN "S3 S4 S4a S4-settled E", "" },
  { "two grades are needed for a full response",
    "t 0 a GLAB ona 20 lot=L;g 0 GLAB 2;g 28 GLAB 1", NULL, 28, LITTLE, BEGIN "S3 S4 S5* S6 A",
    "" },
  { "full, wants no movement", BASE "g 28 GLAB 0", NULL, 28, "S0=none S1=wrong S4a=movement",
    "S0 S1 S2 S3 S4 S4a S4-goal E", "" },
  { "full, one spot", BASE "g 28 GLAB 1", NULL, 28, LITTLE " S4a=spot",
    BEGIN "S3 S4 S4a S6 A", "" },
  { "full, line at rest the same", BASE "g 28 GLAB 1 rest=2", NULL, 28, LITTLE " S4a=rest",
    BEGIN "S3 S4 S4a S4b S4-resting E", "" },
  { "full, line at rest better too", BASE "g 28 GLAB 1 rest=1", NULL, 28, LITTLE " S4a=rest",
    BEGIN "S3 S4 S4a S4b S4-goal E", "" },
  { "lines at rest, movement the same", BASE "g 28 GLAB 3 rest=2", NULL, 28, "S0=none S1=rest",
    "S0 S1 S4b S2 S3 S4 S5* S6 A", "" },
  { "lines at rest, nothing graded", BASE, NULL, 28, "S0=none S1=rest S4-look=yes",
    "S0 S1 S4b S4-look S4-resting E", "" },
  { "lines at rest, movement not weaker", BASE, NULL, 28, "S0=none S1=rest S4-look=no",
    "S0 S1 S4b S4-look S2 S3 S3-grade W14", "" },
  { "lines at rest, not to be told", BASE, NULL, 28, "S0=none S1=rest S4-look=unclear",
    "S0 S1 S4b S4-look S2 S3 S3-grade W14", "" },
  { "no baseline", "t 0 a GLAB ona 20 lot=L;g 28 GLAB 2", NULL, 28, LITTLE,
    BEGIN "S3 S3b S5* S6 A", "" },
  { "the grade is waited for", BASE "g 30 GLAB 2", NULL, 20, LITTLE " @29 @30",
    BEGIN "S3 S3-grade S4 S5* S6 A", "" },
  { "the grade never comes", BASE, NULL, 20, LITTLE " @83 @84",
    BEGIN "S3 S3-grade S9 S9-ask A", "" },
  { "two sides differ", BASE "g 28 GLAB 3 side=left;g 28 GLAB 1 side=right", NULL, 28,
    "S0=none S1=little S1a=spot S6=local", BEGIN "S3 S4 S5* S6 S7a A", "sides-differ" },
  { "the practitioner's grade goes first", BASE "g 28 GLAB 3 by=patient;g 28 GLAB 1", NULL, 28,
    LITTLE, BEGIN "S3 S4 S4a A", "" },
  { "the better of two grades in time is the peak", BASE "g 16 GLAB 2;g 30 GLAB 1;g 42 GLAB 2",
    NULL, 50, LITTLE, BEGIN "S2-late S3 S4 S4a A", "" },
  { "another scale is not compared", BASE "g 28 GLAB 0 scale=merz", NULL, 28, LITTLE,
    BEGIN "S3 S3-grade W14", "" },
  { "back to the first question, to a red flag", BASE "g 28 GLAB 3", NULL, 28,
    LITTLE " <S0 S0=any", "S0 S0-stop E", "" },
  { "back, and the same answer again", BASE "g 28 GLAB 3", NULL, 28, LITTLE " < S1a=none",
    BEGIN "S3 S4 S5* S6 A", "" },
  { "back, and another answer", BASE "g 28 GLAB 3", NULL, 28, LITTLE " < S1a=weak",
    BEGIN "S3 S4 S5* S6 A", "" },
  { "back twice, another kind of complaint", BASE "g 28 GLAB 3", NULL, 28, LITTLE " < < S1=faded",
    "S0 S1 S9 S9-ask A", "" },
};

#define FAIL "g 0 GLAB 3;g 28 GLAB 3;"
#define S6 BEGIN "S3 S4 S5* S6 A"
/* 100 U of onabotulinumtoxinA in 2.5 mL, as the label says. */
#define VIAL "v V ona 100 pack=ona-botox-100 lot=L "

static const GlaCasePlay review[] = {
  { "dose below the label", "t 0 a GLAB ona 10 lot=L;" FAIL, NULL, 28, LITTLE, S6, "dose-low" },
  { "a tenth of a unit below", "t 0 a GLAB ona 19.9 lot=L;" FAIL, NULL, 28, LITTLE, S6,
    "dose-low" },
  { "dose above the label", "t 0 a GLAB ona 60 lot=L;" FAIL, NULL, 28, LITTLE, S6,
    "dose-high units-high-ona" },
  { "lighter than the one that worked",
    "t 0 a GLAB ona 24 lot=L;g 0 GLAB 3;g 28 GLAB 1;t 120 b GLAB ona 20 lot=L;g 120 GLAB 3;"
    "g 148 GLAB 3", "from=b", 148, LITTLE, S6, "dose-cut" },
  { "fewer points", "t 0 a GLAB ona 20 lot=L points=3;" FAIL, NULL, 28, LITTLE, S6,
    "points-few" },
  { "a man", BASE "g 28 GLAB 3", "male", 28, LITTLE, S6, "dose-muscle" },
  { "a strong muscle, stated", BASE "g 28 GLAB 3", NULL, 28, LITTLE " !muscle-strong=yes", S6,
    "dose-muscle" },
  { "no strong muscle, stated", BASE "g 28 GLAB 3", NULL, 28, LITTLE " !muscle-strong=no", S6,
    "" },
  { "25 U of abobotulinumtoxinA", "t 0 a GLAB abo-p 25 lot=L;" FAIL, NULL, 28, LITTLE, S6,
    "dose-low units-low-abo" },
  { "26 U of abobotulinumtoxinA", "t 0 a GLAB abo-p 26 lot=L;" FAIL, NULL, 28, LITTLE, S6,
    "dose-low" },
  { "50 U of incobotulinumtoxinA", "t 0 a GLAB inco 50 lot=L;" FAIL, NULL, 28, LITTLE, S6,
    "dose-high units-high-ona" },
  { "another product with the same number of units",
    "t 0 a GLAB inco 20 lot=L;g 0 GLAB 3;g 28 GLAB 1;t 120 b GLAB ona 20 lot=L;g 120 GLAB 3;"
    "g 148 GLAB 3", "from=b", 148, LITTLE, S6, "units-switched" },
  { "the other form of the same units is no switch",
    "t 0 a GLAB abo-p 50 lot=L;g 0 GLAB 3;g 28 GLAB 1;t 120 b GLAB abo-l 50 lot=L;g 120 GLAB 3;"
    "g 148 GLAB 3", "from=b", 148, LITTLE, S6, "" },
  { "another product with another number",
    "t 0 a GLAB abo-p 50 lot=L;g 0 GLAB 3;g 28 GLAB 1;t 120 b GLAB ona 20 lot=L;g 120 GLAB 3;"
    "g 148 GLAB 3", "from=b", 148, LITTLE, S6, "" },
  { "dilution by the label", VIAL "diluent=2500;t 0 a GLAB ona 20 vial=V volume=500;" FAIL, NULL,
    28, LITTLE, S6, "" },
  { "twice the diluent", VIAL "diluent=5000;t 0 a GLAB ona 20 vial=V;" FAIL, NULL, 28, LITTLE, S6,
    "dilution" },
  { "volume and units disagree", VIAL "diluent=2500;t 0 a GLAB ona 20 vial=V volume=250;" FAIL,
    NULL, 28, LITTLE, S6, "volume" },
  { "two vials, two dilutions",
    VIAL "diluent=2500;v W ona 100 pack=ona-botox-100 lot=L diluent=1250;"
    "t 0 a GLAB ona 20 vial=V;t 0 a FRON ona 10 vial=W;" FAIL, NULL, 28, LITTLE, S6,
    "vials-differ" },
  { "more drawn than the vial holds", VIAL "diluent=2500;t 0 a GLAB ona 20 vial=V;" FAIL,
    "drawn=120", 28, LITTLE, S6, "ledger" },
  { "all drawn that the vial holds", VIAL "diluent=2500;t 0 a GLAB ona 20 vial=V;" FAIL,
    "drawn=100", 28, LITTLE, S6, "" },
  { "prepared the same day", VIAL "made=0,9;t 0 a GLAB ona 20 vial=V;" FAIL, NULL, 28, LITTLE, S6,
    "" },
  { "prepared the day before", VIAL "made=-1,9;t 0 a GLAB ona 20 vial=V;" FAIL, NULL, 28, LITTLE,
    S6, "hours-perhaps" },
  { "prepared two days before", VIAL "made=-2,9;t 0 a GLAB ona 20 vial=V;" FAIL, NULL, 28, LITTLE,
    S6, "hours-label" },
  { "prepared 28 days before", VIAL "made=-28,1;t 0 a GLAB ona 20 vial=V;" FAIL, NULL, 28, LITTLE,
    S6, "hours-label" },
  { "prepared 29 days before", VIAL "made=-29,1;t 0 a GLAB ona 20 vial=V;" FAIL, NULL, 28, LITTLE,
    S6, "hours-consensus" },
  { "prepared 42 days before", VIAL "made=-42,1;t 0 a GLAB ona 20 vial=V;" FAIL, NULL, 28, LITTLE,
    S6, "hours-consensus" },
  { "prepared 43 days before", VIAL "made=-43,1;t 0 a GLAB ona 20 vial=V;" FAIL, NULL, 28, LITTLE,
    S6, "hours-beyond" },
  { "a clinic that keeps vials 72 hours", VIAL "made=-2,9;t 0 a GLAB ona 20 vial=V;" FAIL,
    "recon_label_ona:72", 28, LITTLE, S6, "" },
  { "used on its last day", VIAL "expiry=0;t 0 a GLAB ona 20 vial=V;" FAIL, NULL, 28, LITTLE, S6,
    "" },
  { "used a day after", VIAL "expiry=-1;t 0 a GLAB ona 20 vial=V;" FAIL, NULL, 28, LITTLE, S6,
    "expired" },
  { "no lot", "t 0 a GLAB ona 20;" FAIL, NULL, 28, LITTLE, S6, "lot-unknown" },
  { "a lot of a public alert", "t 0 a GLAB ona 20 lot=c3709c3;" FAIL, NULL, 28, LITTLE, S6,
    "lot-reported" },
  { "a pack that is not sold", "v V ona 150 lot=L;t 0 a GLAB ona 20 vial=V;" FAIL, NULL, 28, LITTLE,
    S6, "pack-unusual" },
  { "all that can be stated", BASE "g 28 GLAB 3", NULL, 28,
    LITTLE " !excursion=yes !supplier-approved=no !counterfeit-sign=yes !new-medicine=yes "
    "!vaccine=yes !sport=yes", S6,
    "excursion sign supplier sport new-medicine vaccine" },
  { "stated the other way", BASE "g 28 GLAB 3", NULL, 28,
    LITTLE " !excursion=no !supplier-approved=yes !counterfeit-sign=no !sport=yes !sport=no", S6,
    "" },
  { "lot: 1 of 1 is too few", BASE "g 28 GLAB 3", "lot=1/1", 28, LITTLE, S6, "" },
  { "lot: 2 of 2", BASE "g 28 GLAB 3", "lot=2/2", 28, LITTLE, S6, "lot-signal" },
  { "lot: 2 of 3", BASE "g 28 GLAB 3", "lot=2/3", 28, LITTLE, S6, "" },
  { "lot: 3 of 4", BASE "g 28 GLAB 3", "lot=3/4", 28, LITTLE, S6, "lot-signal" },
  { "lot: 3 of 5", BASE "g 28 GLAB 3", "lot=3/5", 28, LITTLE, S6, "lot-signal" },
  { "lot: 3 of 6", BASE "g 28 GLAB 3", "lot=3/6", 28, LITTLE, S6, "" },
  { "lot: 4 of 8", BASE "g 28 GLAB 3", "lot=4/8", 28, LITTLE, S6, "lot-signal" },
  { "lot: 5 of 10", BASE "g 28 GLAB 3", "lot=5/10", 28, LITTLE, S6, "lot-signal" },
  { "lot: 2 of 2 where 3 in 10 fail anyway", BASE "g 28 GLAB 3", "lot=2/2 background=0.3", 28,
    LITTLE, S6, "" },
  { "a mature lot that stands out", BASE "g 28 GLAB 3", "flag=amber", 28, LITTLE, S6,
    "lot-mature" },
  { "a mature lot in red", BASE "g 28 GLAB 3", "flag=red", 28, LITTLE, S6, "lot-mature" },
  { "a mature lot like others", BASE "g 28 GLAB 3", "flag=ok", 28, LITTLE, S6, "" },
  { "inside the label interval",
    "t 0 z GLAB ona 20 lot=L;g 0 GLAB 3;g 28 GLAB 1;t 90 a GLAB ona 20 lot=L;g 90 GLAB 3;"
    "g 118 GLAB 3", NULL, 118, LITTLE, S6, "interval-short" },
  { "on the day on which it ends",
    "t 0 z GLAB ona 20 lot=L;g 0 GLAB 3;g 28 GLAB 1;t 91 a GLAB ona 20 lot=L;g 91 GLAB 3;"
    "g 119 GLAB 3", NULL, 119, LITTLE, S6, "" },
  { "a booster of another area", BASE "t 21 b FRON ona 10 lot=L;g 28 GLAB 3", NULL, 28, LITTLE, S6,
    "boosters" },
  { "22 days after is no booster", BASE "t 22 b FRON ona 10 lot=L;g 28 GLAB 3", NULL, 28, LITTLE,
    S6, "" },
  { "exposures elsewhere", "x -200 AXIL ona 100 for=sweating;x -400 GLAB ona 20 for=lines;"
    BASE "g 28 GLAB 3", NULL, 28, LITTLE, S6, "elsewhere" },
  { "chloroquine", BASE "g 28 GLAB 3", "medicine=Hydroxychloroquine", 28, LITTLE, S6,
    "weakening" },
  { "an antibiotic that strengthens", BASE "g 28 GLAB 3", "medicine=Gentamicin", 28, LITTLE, S6,
    "strengthening" },
  { "everything at once, in the order of the causes",
    "v V ona 100 pack=ona-botox-100 diluent=5000 made=-2,9 expiry=-1;"
    "t 0 a GLAB ona 10 vial=V points=3;" FAIL, "male lot=2/2 medicine=Plaquenil", 28, LITTLE, S6,
    "dose-low dose-muscle points-few dilution hours-label expired lot-unknown lot-signal "
    "weakening" },
};

static void
test_table (gconstpointer data)
{
  gconstpointer *table = (gconstpointer *) data;
  const GlaCasePlay *plays = table[0];

  for (gsize i = 0; i < GPOINTER_TO_SIZE (table[1]); i++)
    gla_case_play (&plays[i]);
}

int
main (int   argc,
      char *argv[])
{
  static gconstpointer tables[3][2];

  g_test_init (&argc, &argv, NULL);
  gla_case_play_begin ();
  tables[0][0] = timing;
  tables[0][1] = GSIZE_TO_POINTER (G_N_ELEMENTS (timing));
  tables[1][0] = response;
  tables[1][1] = GSIZE_TO_POINTER (G_N_ELEMENTS (response));
  tables[2][0] = review;
  tables[2][1] = GSIZE_TO_POINTER (G_N_ELEMENTS (review));
  g_test_add_data_func ("/assistant/cases/timing", tables[0], test_table);
  g_test_add_data_func ("/assistant/cases/response", tables[1], test_table);
  g_test_add_data_func ("/assistant/cases/review", tables[2], test_table);
  return g_test_run ();
}
