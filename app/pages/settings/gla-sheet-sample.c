/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-sheet-sample.h"

#include "gla-handout-call.h"
#include "gla-i18n.h"
#include "gla-store-letterhead.h"

/* Days before today: too early to judge, so that a sheet has its dates still to come. */
#define TREATED 5

struct _GlaSheetSample
{
  GlaCycles *cycles;
  GlaCycleSettings settings;
  GlaConstants *constants;
  GlaFactInput facts;
  GlaHandoutInput input;
  GlaLetterhead *letterhead;   /* or NULL */
  GPtrArray *calls;            /* (element-type GlaHandoutCall) */
};

static void
add_injection (GlaHistory *history,
               const char *area,
               GlaUnits    units,
               const char *map)
{
  g_autofree char *id = g_strconcat ("sample-", area, NULL);
  const GlaInjection injection = {
    .id = id, .treatment = "sample", .area = area, .product = "ona", .lot = "C4102A1",
    .units = units, .map_view = map,
  };

  gla_history_take_injection (history, gla_injection_new (&injection));
}

static GlaHistory *
make_history (GlaDay today)
{
  /* Translators: name of a made-up patient, family name and given name */
  const GlaPatient patient = { .id = "sample", .number = "000000", .family_name = _("Sample"),
                               .given_name = _("Mira"), .birth_day = gla_day_new (1987, 1, 17) };
  const GlaStaff staff = { .id = "sample-staff", .name = _("Dr A. Osei"), .active = TRUE };
  const GlaTreatment treatment = { .id = "sample", .patient = "sample", .day = today - TREATED,
                                   .injector = "sample-staff", .consent_day = GLA_DAY_NONE };
  GlaHistory *history = gla_history_new (gla_patient_new (&patient));

  gla_history_take_staff (history, gla_staff_new (&staff));
  gla_history_take_treatment (history, gla_treatment_new (&treatment));
  add_injection (history, "GLAB", 2000,
                 "front 500,446,400 438,408,400 562,408,400 398,376,400 602,376,400");
  add_injection (history, "FRON", 1000, NULL);
  gla_history_finish (history);
  return history;
}

GlaSheetSample *
gla_sheet_sample_new (GlaContext *context)
{
  GlaSheetSample *self;
  g_autoptr (GlaHistory) history = NULL;

  g_return_val_if_fail (GLA_IS_CONTEXT (context), NULL);

  self = g_new0 (GlaSheetSample, 1);
  history = make_history (gla_context_get_today (context));
  self->settings = *gla_context_get_cycle_settings (context);
  self->constants = gla_constants_ref (gla_context_get_constants (context));
  self->cycles = gla_cycles_new (history, gla_context_get_catalogue (context), &self->settings,
                                 gla_context_get_today (context));
  self->facts = (GlaFactInput) { .cycles = self->cycles, .settings = &self->settings,
                                 .constants = self->constants,
                                 .vial_drawn = GLA_UNITS_UNKNOWN };
  gla_handout_input_init (&self->input, &self->facts);
  self->input.area = "GLAB";
  self->letterhead = gla_store_read_letterhead (gla_context_get_reader (context), NULL);
  if (self->letterhead != NULL)
    gla_handout_input_set_letterhead (&self->input, self->letterhead);
  self->calls = gla_handout_call_list_new ();
  gla_handout_call_list_add (self->calls, _("Mira Sample"), "000000", "044 000 00 00", TRUE,
                             _("Review due"));
  self->input.calls = self->calls;
  return self;
}

void
gla_sheet_sample_free (GlaSheetSample *self)
{
  if (self == NULL)
    return;
  gla_cycles_unref (self->cycles);
  gla_constants_unref (self->constants);
  g_clear_pointer (&self->letterhead, gla_letterhead_unref);
  g_ptr_array_unref (self->calls);
  g_free (self);
}

GlaPages *
gla_sheet_sample_layout (const GlaSheetSample      *self,
                         const GlaHandoutTemplate  *template,
                         const GlaHandoutOptions   *options,
                         GError                   **error)
{
  g_return_val_if_fail (self != NULL && template != NULL && options != NULL, NULL);

  return gla_handout_new (template, &self->input, options, error);
}
