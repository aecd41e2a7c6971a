/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Units in = used + wasted + left, whatever people do in whatever order. Ten thousand
 * steps at random, always the same ones, on a real file beside a plain account of who
 * took what; the file has to agree with the account after each step.
 */

#include "config.h"

#include "store-fixture.h"

#include "gla-store-stock.h"

#define N_VIALS 6
#define N_PATIENTS 3
#define N_TREATMENTS 40
#define N_STEPS 10000
#define NOON "2026-11-29T12:00"

/* A treatment takes units from up to two vials. */
typedef struct
{
  char *id;
  int patient;
  gint64 revision;
  gboolean voided;
  int vials[2];
  GlaUnits units[2];
} Charted;

typedef struct
{
  char *id;
  GlaUnits content;
  GlaUnits wasted;
  char *last_waste; /* can be taken back; NULL: nothing to take back */
  GlaUnits last_units;
} Account;

typedef struct
{
  GlaStore *store;
  GRand *random;
  char *patients[N_PATIENTS];
  Account vials[N_VIALS];
  Charted treatments[N_TREATMENTS];
  guint n_refused;
  guint n_done;
} Clinic;

static GlaUnits
sum_used (const Clinic *self,
          int           vial)
{
  GlaUnits sum = 0;

  for (int i = 0; i < N_TREATMENTS; i++)
    for (int n = 0; n < 2; n++)
      if (self->treatments[i].id != NULL && !self->treatments[i].voided &&
          self->treatments[i].vials[n] == vial)
        sum += self->treatments[i].units[n];
  return sum;
}

static GlaUnits
get_left (const Clinic *self,
          int           vial)
{
  return self->vials[vial].content - sum_used (self, vial) - self->vials[vial].wasted;
}

static void
check_vial (const Clinic *self,
            int           vial)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaStockVial) stock
      = gla_store_read_stock_vial (self->store, self->vials[vial].id, &error);

  g_assert_no_error (error);
  g_assert_cmpint (stock->ledger.charted, ==, sum_used (self, vial));
  g_assert_cmpint (stock->ledger.wasted, ==, self->vials[vial].wasted);
  g_assert_cmpint (stock->ledger.content, ==,
                   stock->ledger.charted + stock->ledger.wasted +
                   gla_vial_ledger_get_left (&stock->ledger));
}

static void
receive (Clinic *self,
         int     vial)
{
  g_autoptr (GError) error = NULL;
  Account *account = &self->vials[vial];
  GlaVial fields = { .product = "ona", .lot = "A1",
                     .content = g_rand_int_range (self->random, 1, 300) * 50, .expiry = GLA_DAY_NONE,
                     .received = GLA_DAY_NONE };

  g_free (account->id);
  g_free (account->last_waste);
  *account = (Account) { .content = fields.content };
  gla_store_receive_vial (self->store, &fields, NOON, &account->id, &error);
  g_assert_no_error (error);
  for (int i = 0; i < N_TREATMENTS; i++)
    for (int n = 0; n < 2; n++)
      if (self->treatments[i].vials[n] == vial)
        self->treatments[i].vials[n] = -1;
}

static GPtrArray *
make_injections (const Clinic  *self,
                 const Charted *charted)
{
  static const char *const areas[] = { "GLAB", "FRON" };
  GPtrArray *injections = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_injection_unref);

  for (int n = 0; n < 2; n++)
    g_ptr_array_add (injections, gla_injection_new (&(GlaInjection) {
      .area = areas[n],
      .vial = charted->vials[n] >= 0 ? self->vials[charted->vials[n]].id : NULL,
      .product = charted->vials[n] >= 0 ? NULL : "ona",
      .units = charted->units[n],
    }));
  return injections;
}

static void
draw_lots (Clinic  *self,
           Charted *charted)
{
  for (int n = 0; n < 2; n++)
    {
      charted->vials[n] = g_rand_int_range (self->random, -1, N_VIALS);
      charted->units[n] = g_rand_int_range (self->random, 1, 4000);
    }
}

static GlaUnits
get_taken (const Charted *charted,
           int            vial)
{
  return (charted->vials[0] == vial ? charted->units[0] : 0) +
         (charted->vials[1] == vial ? charted->units[1] : 0);
}

/* Whether what @after takes beyond @before makes a vial give more than it has. */
static gboolean
overdraws (const Clinic  *self,
           const Charted *before,
           const Charted *after)
{
  for (int vial = 0; vial < N_VIALS; vial++)
    {
      GlaUnits more = get_taken (after, vial) - (before != NULL ? get_taken (before, vial) : 0);

      if (more > 0 && get_left (self, vial) < more)
        return TRUE;
    }
  return FALSE;
}

static void
chart (Clinic  *self,
       Charted *charted)
{
  g_autoptr (GError) error = NULL;
  Charted fresh = { .patient = g_rand_int_range (self->random, 0, N_PATIENTS), .revision = 1 };
  GlaTreatment treatment = { .day = gla_day_from_iso ("2026-11-29"), .consent_day = GLA_DAY_NONE };
  g_autoptr (GPtrArray) injections = NULL;
  gboolean over;

  draw_lots (self, &fresh);
  treatment.patient = self->patients[fresh.patient];
  injections = make_injections (self, &fresh);
  over = overdraws (self, NULL, &fresh);
  if (gla_store_add_treatment (self->store, &treatment, injections, NULL, &fresh.id, &error))
    g_assert_false (over);
  else
    {
      g_assert_true (over);
      g_assert_error (error, GLA_STORE_ERROR, GLA_STORE_ERROR_OVERDRAWN);
      self->n_refused++;
      if (g_rand_int_range (self->random, 0, 10) > 0)
        return;
      g_clear_error (&error);
      gla_store_add_treatment_anyway (self->store, &treatment, injections, NULL, "x", &fresh.id,
                                      &error);
      g_assert_no_error (error);
    }
  *charted = fresh;
}

static void
edit (Clinic  *self,
      Charted *charted)
{
  g_autoptr (GError) error = NULL;
  Charted changed = *charted;
  GlaTreatment treatment = { .id = charted->id, .patient = self->patients[charted->patient],
                             .day = gla_day_from_iso ("2026-11-28"),
                             .consent_day = GLA_DAY_NONE, .revision = charted->revision };
  g_autoptr (GPtrArray) injections = NULL;

  if (charted->voided)
    return;
  draw_lots (self, &changed);
  injections = make_injections (self, &changed);
  if (overdraws (self, charted, &changed))
    {
      g_assert_false (
          gla_store_amend_treatment (self->store, &treatment, injections, "x", &error));
      g_assert_error (error, GLA_STORE_ERROR, GLA_STORE_ERROR_OVERDRAWN);
      self->n_refused++;
      return;
    }
  gla_store_amend_treatment (self->store, &treatment, injections, "x", &error);
  g_assert_no_error (error);
  changed.revision++;
  *charted = changed;
}

/* Void it, or undo that. */
static void
turn (Clinic  *self,
      Charted *charted)
{
  g_autoptr (GError) error = NULL;

  if (charted->voided)
    gla_store_restore_voided (self->store, GLA_TABLE_TREATMENT, charted->id, "x", &error);
  else
    gla_store_void (self->store, GLA_TABLE_TREATMENT, charted->id, "x", &error);
  g_assert_no_error (error);
  charted->voided = !charted->voided;
  charted->revision++;
}

static void
waste (Clinic  *self,
       Account *account)
{
  g_autoptr (GError) error = NULL;
  GlaVialEvent event = { .vial = account->id, .kind = GLA_VIAL_EVENT_WASTED, .moment = NOON,
                         .units = g_rand_int_range (self->random, 1, 300), .reason = "x" };

  g_clear_pointer (&account->last_waste, g_free);
  gla_store_add_vial_event (self->store, &event, &account->last_waste, &error);
  g_assert_no_error (error);
  account->last_units = event.units;
  account->wasted += event.units;
}

static void
take_back (Clinic  *self,
           Account *account)
{
  g_autoptr (GError) error = NULL;

  if (account->last_waste == NULL)
    return;
  gla_store_take_back_vial_event (self->store, account->last_waste, "x", &error);
  g_assert_no_error (error);
  account->wasted -= account->last_units;
  g_clear_pointer (&account->last_waste, g_free);
}

static void
step (Clinic *self)
{
  int kind = g_rand_int_range (self->random, 0, 100);
  int vial = g_rand_int_range (self->random, 0, N_VIALS);
  Charted *charted = &self->treatments[g_rand_int_range (self->random, 0, N_TREATMENTS)];

  self->n_done++;
  if (kind < 2)
    receive (self, vial);
  else if (kind < 12)
    waste (self, &self->vials[vial]);
  else if (kind < 20)
    take_back (self, &self->vials[vial]);
  else if (charted->id == NULL)
    chart (self, charted);
  else if (kind < 70)
    edit (self, charted);
  else if (kind < 85 && charted->voided)
    g_clear_pointer (&charted->id, g_free); /* it stays voided, and is not heard of again */
  else
    turn (self, charted);
}

static void
test_random (StoreFixture  *self,
             gconstpointer  data)
{
  Clinic clinic = { .store = self->store, .random = g_rand_new_with_seed (10) };

  /* What a power cut would do is tested elsewhere. */
  g_assert_true (gla_database_execute (self->store->database, "PRAGMA synchronous = OFF", NULL));
  for (int i = 0; i < N_PATIENTS; i++)
    clinic.patients[i] = store_add_patient (self->store, "Kaya", "Mira", NULL);
  for (int i = 0; i < N_VIALS; i++)
    receive (&clinic, i);
  for (int i = 0; i < N_STEPS; i++)
    {
      step (&clinic);
      check_vial (&clinic, i % N_VIALS);
    }
  for (int i = 0; i < N_VIALS; i++)
    check_vial (&clinic, i);
  g_assert_cmpuint (clinic.n_done, ==, N_STEPS);
  /* Both ways were gone often enough to mean anything. */
  g_assert_cmpuint (clinic.n_refused, >, N_STEPS / 50);

  for (int i = 0; i < N_PATIENTS; i++)
    g_free (clinic.patients[i]);
  for (int i = 0; i < N_VIALS; i++)
    {
      g_free (clinic.vials[i].id);
      g_free (clinic.vials[i].last_waste);
    }
  for (int i = 0; i < N_TREATMENTS; i++)
    g_free (clinic.treatments[i].id);
  g_rand_free (clinic.random);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  STORE_TEST ("/store/vial-ledger/random", test_random);

  return g_test_run ();
}
