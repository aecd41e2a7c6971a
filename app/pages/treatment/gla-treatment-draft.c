/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A treatment that is being filled in, as text, so that a kill loses nothing. */

#include "config.h"

#include "gla-treatment-form.h"

#include "gla-draft.h"

#define GROUP "treatment"
#define VERSION 1

static void
put_rows (const GlaTreatmentForm *self,
          GKeyFile               *file)
{
  for (guint i = 0; i < self->sources->len; i++)
    {
      const GlaFormSource *source = self->sources->pdata[i];
      g_autofree char *group = g_strdup_printf ("source %u", i);

      g_key_file_set_integer (file, group, "number", (int) i);
      gla_draft_put_text (file, group, "vial", source->vial);
      gla_draft_put_text (file, group, "product", source->product);
      gla_draft_put_text (file, group, "lot", source->lot);
    }
  for (guint i = 0; i < self->injections->len; i++)
    {
      const GlaFormInjection *injection = self->injections->pdata[i];
      g_autofree char *group = g_strdup_printf ("injection %u", i);

      gla_draft_put_text (file, group, "area", injection->area);
      g_key_file_set_integer (file, group, "side", (int) injection->side);
      g_key_file_set_integer (file, group, "source", (int) injection->source);
      gla_draft_put_units (file, group, "units", injection->units);
      g_key_file_set_integer (file, group, "points", injection->points);
      gla_draft_put_text (file, group, "map", injection->map);
      gla_draft_put_text (file, group, "depth", injection->depth);
      gla_draft_put_text (file, group, "needle", injection->needle);
      gla_draft_put_text (file, group, "technique", injection->technique);
    }
  for (guint i = 0; i < self->grades->len; i++)
    {
      const GlaFormGrade *grade = self->grades->pdata[i];
      g_autofree char *group = g_strdup_printf ("grade %u", i);

      gla_draft_put_text (file, group, "area", grade->area);
      g_key_file_set_integer (file, group, "at-rest", grade->at_rest);
      g_key_file_set_integer (file, group, "at-maximum", grade->at_maximum);
    }
}

char *
gla_treatment_form_to_draft (const GlaTreatmentForm *self)
{
  g_autoptr (GKeyFile) file = gla_draft_new (GROUP, VERSION);

  g_return_val_if_fail (self != NULL, NULL);

  gla_draft_put_day (file, GROUP, "day", self->day);
  g_key_file_set_integer (file, GROUP, "precision", (int) self->precision);
  gla_draft_put_text (file, GROUP, "injector", self->injector);
  g_key_file_set_integer (file, GROUP, "reason", (int) self->reason);
  gla_draft_put_day (file, GROUP, "worn-off", self->worn_off);
  g_key_file_set_integer (file, GROUP, "worn-off-precision", (int) self->worn_off_precision);
  gla_draft_put_text (file, GROUP, "deviation", self->deviation);
  gla_draft_put_text (file, GROUP, "note", self->note);
  g_key_file_set_boolean (file, GROUP, "consent", self->consent);
  g_key_file_set_integer (file, GROUP, "consent-form", (int) self->consent_form);
  gla_draft_put_text (file, GROUP, "consent-version", self->consent_version);
  gla_draft_put_text (file, GROUP, "prescriber", self->prescriber);
  g_key_file_set_integer (file, GROUP, "face-to-face", (int) self->face_to_face);
  gla_draft_put_text (file, GROUP, "screening", self->screening);
  gla_draft_put_text (file, GROUP, "plan", self->plan);
  put_rows (self, file);
  return g_key_file_to_data (file, NULL, NULL);
}

static void
get_sources (GlaTreatmentForm *self,
             GKeyFile         *file)
{
  for (guint i = 0;; i++)
    {
      g_autofree char *group = g_strdup_printf ("source %u", i);
      GlaFormSource *source;

      if (!g_key_file_has_group (file, group))
        return;
      source = g_new0 (GlaFormSource, 1);
      source->vial = gla_draft_dup_text (file, group, "vial");
      source->product = gla_draft_dup_text (file, group, "product");
      source->lot = gla_draft_dup_text (file, group, "lot");
      g_ptr_array_add (self->sources, source);
    }
}

static void
get_injections (GlaTreatmentForm *self,
                GKeyFile         *file)
{
  for (guint i = 0;; i++)
    {
      g_autofree char *group = g_strdup_printf ("injection %u", i);
      g_autofree char *area = NULL;
      g_autofree char *map = NULL;
      g_autofree char *depth = NULL;
      g_autofree char *needle = NULL;
      g_autofree char *technique = NULL;
      GlaFormInjection injection = { 0 };

      if (!g_key_file_has_group (file, group))
        return;
      area = gla_draft_dup_text (file, group, "area");
      map = gla_draft_dup_text (file, group, "map");
      injection.area = area;
      injection.map = map;
      injection.depth = depth = gla_draft_dup_text (file, group, "depth");
      injection.needle = needle = gla_draft_dup_text (file, group, "needle");
      injection.technique = technique = gla_draft_dup_text (file, group, "technique");
      injection.side = (GlaSide) gla_draft_get_number (file, group, "side", GLA_SIDE_MIDDLE);
      injection.source = (guint) gla_draft_get_number (file, group, "source", G_MAXINT);
      injection.points = gla_draft_get_number (file, group, "points", 1000);
      injection.units = gla_draft_get_units (file, group, "units");
      gla_treatment_form_add_injection (self, &injection);
    }
}

static void
get_grades (GlaTreatmentForm *self,
            GKeyFile         *file)
{
  for (guint i = 0;; i++)
    {
      g_autofree char *group = g_strdup_printf ("grade %u", i);
      g_autofree char *area = gla_draft_dup_text (file, group, "area");

      if (area == NULL)
        return;
      gla_treatment_form_add_grade (self, area,
                                    gla_draft_get_grade (file, group, "at-rest"),
                                    gla_draft_get_grade (file, group, "at-maximum"));
    }
}

GlaTreatmentForm *
gla_treatment_form_from_draft (const char *text)
{
  g_autoptr (GKeyFile) file = gla_draft_read (text, GROUP, VERSION);
  GlaTreatmentForm *self;

  if (file == NULL)
    return NULL;

  self = gla_treatment_form_new (gla_draft_get_day (file, GROUP, "day"));
  self->precision = (GlaDayPrecision) gla_draft_get_number (file, GROUP, "precision", GLA_DAY_YEAR);
  self->injector = gla_draft_dup_text (file, GROUP, "injector");
  self->reason = (GlaVisitReason) gla_draft_get_number (file, GROUP, "reason",
                                                         GLA_VISIT_REASON_WORE_OFF);
  self->worn_off = gla_draft_get_day (file, GROUP, "worn-off");
  self->worn_off_precision =
    (GlaDayPrecision) gla_draft_get_number (file, GROUP, "worn-off-precision", GLA_DAY_YEAR);
  self->deviation = gla_draft_dup_text (file, GROUP, "deviation");
  self->note = gla_draft_dup_text (file, GROUP, "note");
  self->consent = g_key_file_get_boolean (file, GROUP, "consent", NULL);
  self->consent_form = (GlaConsentForm) gla_draft_get_number (file, GROUP, "consent-form",
                                                              GLA_CONSENT_FORM_SCANNED);
  self->consent_version = gla_draft_dup_text (file, GROUP, "consent-version");
  self->prescriber = gla_draft_dup_text (file, GROUP, "prescriber");
  self->face_to_face = (GlaFaceToFace) gla_draft_get_number (file, GROUP, "face-to-face",
                                                             GLA_FACE_TO_FACE_REMOTE);
  self->screening = gla_draft_dup_text (file, GROUP, "screening");
  self->plan = gla_draft_dup_text (file, GROUP, "plan");
  get_sources (self, file);
  get_injections (self, file);
  get_grades (self, file);
  return self;
}
