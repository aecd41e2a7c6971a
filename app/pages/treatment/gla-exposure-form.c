/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-exposure-form.h"

#include "gla-draft.h"
#include "gla-i18n.h"

#define GROUP "exposure"
#define VERSION 1

gboolean
gla_exposure_form_is_empty (const GlaExposure *exposure)
{
  g_return_val_if_fail (exposure != NULL, TRUE);

  return exposure->day == GLA_DAY_NONE && exposure->place == NULL &&
         exposure->indication == NULL && exposure->area == NULL && exposure->product == NULL &&
         exposure->units == GLA_UNITS_UNKNOWN && exposure->note == NULL;
}

char *
gla_exposure_form_find_fault (const GlaExposure *exposure,
                              const GlaPatient  *patient,
                              GlaDay             today)
{
  g_return_val_if_fail (exposure != NULL && patient != NULL, NULL);

  if (exposure->day == GLA_DAY_NONE)
    return g_strdup (_("Give the date as well as it is known. A year is enough."));
  if (exposure->day > today)
    return g_strdup (_("The date lies in the future."));
  /* The first day of a year may well be before a birthday in it. */
  if (patient->birth_day != GLA_DAY_NONE && exposure->precision == GLA_DAY_EXACT &&
      exposure->day < patient->birth_day)
    return g_strdup (_("The date lies before the patient's birth."));
  if (exposure->units == 0)
    return g_strdup (_("Leave the units empty if they are not known."));
  if (exposure->units != GLA_UNITS_UNKNOWN && exposure->product == NULL)
    return g_strdup (_("Units say nothing without their product. Choose the product, or put "
                       "them into the note."));
  return NULL;
}

char *
gla_exposure_form_to_draft (const GlaExposure *exposure)
{
  g_autoptr (GKeyFile) file = gla_draft_new (GROUP, VERSION);

  g_return_val_if_fail (exposure != NULL, NULL);

  gla_draft_put_day (file, GROUP, "day", exposure->day);
  g_key_file_set_integer (file, GROUP, "precision", (int) exposure->precision);
  gla_draft_put_text (file, GROUP, "place", exposure->place);
  gla_draft_put_text (file, GROUP, "indication", exposure->indication);
  gla_draft_put_text (file, GROUP, "area", exposure->area);
  gla_draft_put_text (file, GROUP, "product", exposure->product);
  gla_draft_put_units (file, GROUP, "units", exposure->units);
  g_key_file_set_integer (file, GROUP, "certainty", (int) exposure->certainty);
  gla_draft_put_text (file, GROUP, "note", exposure->note);
  return g_key_file_to_data (file, NULL, NULL);
}

GlaExposure *
gla_exposure_form_from_draft (const char *text)
{
  g_autoptr (GKeyFile) file = gla_draft_read (text, GROUP, VERSION);
  g_autofree char *place = NULL;
  g_autofree char *indication = NULL;
  g_autofree char *area = NULL;
  g_autofree char *product = NULL;
  g_autofree char *note = NULL;

  if (file == NULL)
    return NULL;
  place = gla_draft_dup_text (file, GROUP, "place");
  indication = gla_draft_dup_text (file, GROUP, "indication");
  area = gla_draft_dup_text (file, GROUP, "area");
  product = gla_draft_dup_text (file, GROUP, "product");
  note = gla_draft_dup_text (file, GROUP, "note");
  return gla_exposure_new (&(GlaExposure) {
    .day = gla_draft_get_day (file, GROUP, "day"),
    .precision = (GlaDayPrecision) gla_draft_get_number (file, GROUP, "precision", GLA_DAY_YEAR),
    .place = place,
    .indication = indication,
    .area = area,
    .product = product,
    .units = gla_draft_get_units (file, GROUP, "units"),
    .certainty = (GlaCertainty) gla_draft_get_number (file, GROUP, "certainty",
                                                      GLA_CERTAINTY_GUESS),
    .note = note,
  });
}
