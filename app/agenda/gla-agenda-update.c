/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-agenda-update.h"

#include "gla-due.h"
#include "gla-lot-finding.h"
#include "gla-shortening.h"
#include "gla-store-notice.h"
#include "gla-store-read.h"
#include "gla-store-today.h"

/* Patients looked at in one step. */
#define PATIENTS_A_STEP 100

/* Beyond so many changed patients it is quicker to look at all in their order. */
#define MOST_CHANGED 400

/* Dues are kept so long after they are over, for a clock that was set back. */
#define KEEP_DAYS 60

/* Entries of the audit that concern no patient are read again until there are so many. */
#define MOST_ENTRIES 500

/* Last entry of the audit that is known, the row to go on from (-1: all done), how far
 * that is in thousandths, and what the dues rest on. */
#define STATE_TYPE "(xxus)"
#define ALL_DONE (-1)

typedef struct
{
  gint64 audit;
  gint64 row;
  guint32 thousandths;
  char *basis;
} State;

static void
state_clear (State *self)
{
  g_clear_pointer (&self->basis, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (State, state_clear)

/* One that nobody wrote yet, or that is not understood, begins from the start. */
static gboolean
read_state (GlaStore  *store,
            State     *state,
            GError   **error)
{
  g_autoptr (GError) read_error = NULL;
  g_autofree char *text = gla_store_get_due_state (store, &read_error);
  g_autoptr (GVariant) whole = NULL;

  *state = (State) { .audit = -1 };
  if (read_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&read_error));
      return FALSE;
    }
  if (text != NULL)
    whole = g_variant_parse (G_VARIANT_TYPE (STATE_TYPE), text, NULL, NULL, NULL);
  if (whole != NULL)
    g_variant_get (whole, STATE_TYPE, &state->audit, &state->row, &state->thousandths,
                   &state->basis);
  return TRUE;
}

static char *
write_state (const State *state)
{
  g_autoptr (GVariant) whole = g_variant_ref_sink (
      g_variant_new (STATE_TYPE, state->audit, state->row, state->thousandths, state->basis));

  return g_variant_print (whole, FALSE);
}

/* What else than the records decides what is due. */
static char *
describe_basis (const GlaAgendaInput *input)
{
  g_autofree char *model = gla_clinic_model_to_text (input->model);
  g_autofree char *settings = gla_cycle_settings_to_text (input->settings);
  g_autoptr (GString) text = g_string_new (model);

  g_string_append_printf (text, "\n%s", settings);
  for (guint i = 0; input->lots != NULL && i < input->lots->len; i++)
    {
      const GlaLotFinding *lot = input->lots->pdata[i];

      if (gla_lot_finding_is_suspect (lot))
        g_string_append_printf (text, "\n%s %s", lot->product, lot->lot);
    }
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text->str, -1);
}

/* One patient */

/* As the record shows it: without the notice where notices are not wanted. */
static gboolean
find_shortening (GlaStore              *store,
                 const char            *patient,
                 const GlaCycles       *cycles,
                 const GlaAgendaInput  *input,
                 GlaShortening        **shortening,
                 GError               **error)
{
  g_autofree char *wanted = gla_store_get_setting (store, GLA_SETTING_NOTICES, NULL);
  g_autoptr (GlaNotice) notice = NULL;
  GlaShorteningState state = { 0 };

  *shortening = NULL;
  if (g_strcmp0 (wanted, "no") == 0)
    return TRUE;
  notice = gla_store_get_notice (store, patient, GLA_NOTICE_SHORTENING, error);
  if (notice == NULL)
    return FALSE;
  state.raised = (GlaDetectorTier) notice->raised;
  state.dismissed = notice->dismissed_on != GLA_DAY_NONE;
  state.dismissed_p20 = notice->dismissed_at;
  *shortening = gla_shortening_new (cycles, input->model, input->lots, &state);
  return TRUE;
}

static char *
write_areas (const GlaDue *due)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < due->areas->len; i++)
    {
      const GlaDueArea *area = &g_array_index (due->areas, GlaDueArea, i);
      char first[11], last[11];

      g_string_append_printf (text, "%s%s %s %s %u", i > 0 ? "\n" : "", area->area,
                              gla_day_write_iso (area->first, first),
                              gla_day_write_iso (area->last, last), area->n_own);
    }
  return g_string_free (text, FALSE);
}

static GlaDueRecord *
make_record (const char   *patient,
             const GlaDue *due)
{
  GlaDueRecord *record = g_new0 (GlaDueRecord, 1);

  record->patient = g_strdup (patient);
  record->reason = due->reason;
  record->treatment = g_strdup (due->treatment->id);
  record->first = due->first;
  record->last = due->last;
  record->n_own = due->n_own;
  record->areas = write_areas (due);
  return record;
}

gboolean
gla_agenda_find_dues (GlaStore              *store,
                      const char            *patient,
                      const GlaAgendaInput  *input,
                      GPtrArray             *dues,
                      GError               **error)
{
  g_autoptr (GlaHistory) history = NULL;
  g_autoptr (GlaCycles) cycles = NULL;
  g_autoptr (GlaShortening) shortening = NULL;
  g_autoptr (GPtrArray) estimates = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) read_error = NULL;

  g_return_val_if_fail (store != NULL && patient != NULL && input != NULL, FALSE);
  g_return_val_if_fail (dues != NULL, FALSE);

  history = gla_store_read_history (store, patient, &read_error);
  /* One who was taken out meanwhile has nothing due. */
  if (g_error_matches (read_error, GLA_STORE_ERROR, GLA_STORE_ERROR_NOT_FOUND))
    return TRUE;
  if (history == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&read_error));
      return FALSE;
    }
  cycles = gla_cycles_new (history, input->catalogue, input->settings, input->today);
  if (gla_dues_need_estimates (cycles, input->settings))
    {
      if (!find_shortening (store, patient, cycles, input, &shortening, error))
        return FALSE;
      estimates = gla_estimates_new (cycles, input->model, shortening);
    }
  else
    estimates = g_ptr_array_new ();
  found = gla_dues_new (cycles, estimates, input->settings);
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (dues, make_record (patient, found->pdata[i]));
  return TRUE;
}

/* Steps */

static gboolean
look_at (GlaStore              *store,
         const GPtrArray       *patients,
         const GlaAgendaInput  *input,
         const State           *state,
         GError               **error)
{
  g_autoptr (GPtrArray) dues
      = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_due_record_free);
  g_autofree char *text = write_state (state);

  for (guint i = 0; i < patients->len; i++)
    if (!gla_agenda_find_dues (store, patients->pdata[i], input, dues, error))
      return FALSE;
  return gla_store_put_dues (store, patients, dues, text, error);
}

static gboolean
look_at_changed (GlaStore              *store,
                 const GlaAgendaInput  *input,
                 State                 *state,
                 GError               **error)
{
  g_autoptr (GPtrArray) changed = NULL;
  gboolean everybody;
  gint64 last;

  changed = gla_store_list_changed (store, state->audit, &last, &everybody, error);
  if (changed == NULL)
    return FALSE;
  if (everybody || changed->len > MOST_CHANGED)
    {
      state->audit = last;
      state->row = 0;
      g_ptr_array_set_size (changed, 0);
    }
  else if (changed->len == 0 && last - state->audit < MOST_ENTRIES)
    return TRUE;
  state->audit = last;
  return look_at (store, changed, input, state, error);
}

static gboolean
look_at_next (GlaStore              *store,
              const GlaAgendaInput  *input,
              State                 *state,
              GError               **error)
{
  g_autoptr (GPtrArray) patients = NULL;
  gint64 row = state->row;
  double fraction;

  patients = gla_store_list_recent (store, &row, input->today - input->settings->due_horizon, PATIENTS_A_STEP,
                                    &fraction, error);
  if (patients == NULL)
    return FALSE;
  state->row = patients->len < PATIENTS_A_STEP ? ALL_DONE : row;
  state->thousandths = (guint32) (1000.0 * fraction);
  return look_at (store, patients, input, state, error)
         && (state->row != ALL_DONE
             || gla_store_drop_dues (store, input->today - KEEP_DAYS, error));
}

static double
get_progress (const State *state)
{
  return state->row == ALL_DONE ? 1.0 : MIN (state->thousandths / 1000.0, 0.999);
}

gboolean
gla_agenda_update (GlaStore              *store,
                   const GlaAgendaInput  *input,
                   double                *progress,
                   GError               **error)
{
  g_auto (State) state = { 0 };
  g_autofree char *basis = NULL;

  g_return_val_if_fail (store != NULL && input != NULL && progress != NULL, FALSE);

  if (!read_state (store, &state, error))
    return FALSE;
  basis = describe_basis (input);
  if (g_strcmp0 (basis, state.basis) != 0)
    {
      g_free (state.basis);
      state.basis = g_steal_pointer (&basis);
      state.row = 0;
      state.thousandths = 0;
    }
  if (!look_at_changed (store, input, &state, error)
      || (state.row != ALL_DONE && !look_at_next (store, input, &state, error)))
    return FALSE;
  *progress = get_progress (&state);
  return TRUE;
}

gboolean
gla_agenda_get_progress (GlaStore  *store,
                         double    *progress,
                         GError   **error)
{
  g_auto (State) state = { 0 };

  g_return_val_if_fail (store != NULL && progress != NULL, FALSE);

  if (!read_state (store, &state, error))
    return FALSE;
  *progress = get_progress (&state);
  return TRUE;
}
