/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A treatment that is being filled in, as text, so that a kill loses nothing. */

#include "config.h"

#include "treatment/gla-treatment-form.h"

#define GROUP "treatment"
#define VERSION 1

static void
put_text (GKeyFile   *file,
          const char *group,
          const char *key,
          const char *text)
{
  if (text != NULL)
    g_key_file_set_string (file, group, key, text);
}

static char *
get_text (GKeyFile   *file,
          const char *group,
          const char *key)
{
  return g_key_file_get_string (file, group, key, NULL);
}

static void
put_day (GKeyFile   *file,
         const char *key,
         GlaDay      day)
{
  char iso[11];

  g_key_file_set_string (file, GROUP, key, gla_day_write_iso (day, iso));
}

static GlaDay
get_day (GKeyFile   *file,
         const char *key)
{
  g_autofree char *text = get_text (file, GROUP, key);

  return gla_day_from_iso (text);
}

static int
get_number (GKeyFile   *file,
            const char *group,
            const char *key,
            int         least,
            int         most)
{
  return CLAMP (g_key_file_get_integer (file, group, key, NULL), least, most);
}

static void
put_rows (const GlaTreatmentForm *self,
          GKeyFile               *file)
{
  for (guint i = 0; i < self->sources->len; i++)
    {
      const GlaFormSource *source = self->sources->pdata[i];
      g_autofree char *group = g_strdup_printf ("source %u", i);

      g_key_file_set_integer (file, group, "number", (int) i);
      put_text (file, group, "vial", source->vial);
      put_text (file, group, "product", source->product);
      put_text (file, group, "lot", source->lot);
    }
  for (guint i = 0; i < self->injections->len; i++)
    {
      const GlaFormInjection *injection = self->injections->pdata[i];
      g_autofree char *group = g_strdup_printf ("injection %u", i);
      g_autofree char *units = gla_units_to_text (injection->units);

      put_text (file, group, "area", injection->area);
      g_key_file_set_integer (file, group, "side", (int) injection->side);
      g_key_file_set_integer (file, group, "source", (int) injection->source);
      g_key_file_set_string (file, group, "units", units);
      g_key_file_set_integer (file, group, "points", injection->points);
    }
  for (guint i = 0; i < self->grades->len; i++)
    {
      const GlaFormGrade *grade = self->grades->pdata[i];
      g_autofree char *group = g_strdup_printf ("grade %u", i);

      put_text (file, group, "area", grade->area);
      g_key_file_set_integer (file, group, "at-rest", grade->at_rest);
      g_key_file_set_integer (file, group, "at-maximum", grade->at_maximum);
    }
}

char *
gla_treatment_form_to_draft (const GlaTreatmentForm *self)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();

  g_return_val_if_fail (self != NULL, NULL);

  g_key_file_set_integer (file, GROUP, "version", VERSION);
  put_day (file, "day", self->day);
  g_key_file_set_integer (file, GROUP, "precision", (int) self->precision);
  put_text (file, GROUP, "injector", self->injector);
  g_key_file_set_integer (file, GROUP, "reason", (int) self->reason);
  put_day (file, "worn-off", self->worn_off);
  g_key_file_set_integer (file, GROUP, "worn-off-precision", (int) self->worn_off_precision);
  put_text (file, GROUP, "deviation", self->deviation);
  put_text (file, GROUP, "note", self->note);
  g_key_file_set_boolean (file, GROUP, "consent", self->consent);
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
      source->vial = get_text (file, group, "vial");
      source->product = get_text (file, group, "product");
      source->lot = get_text (file, group, "lot");
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
      g_autofree char *units = NULL;
      GlaFormInjection injection = { .units = GLA_UNITS_UNKNOWN };

      if (!g_key_file_has_group (file, group))
        return;
      area = get_text (file, group, "area");
      units = get_text (file, group, "units");
      injection.area = area;
      injection.side = (GlaSide) get_number (file, group, "side", 0, GLA_SIDE_MIDDLE);
      injection.source = (guint) get_number (file, group, "source", 0, G_MAXINT);
      injection.points = get_number (file, group, "points", 0, 1000);
      if (units != NULL && units[0] != '\0')
        gla_units_parse (units, &injection.units);
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
      g_autofree char *area = get_text (file, group, "area");

      if (area == NULL)
        return;
      gla_treatment_form_add_grade (self, area,
                                    get_number (file, group, "at-rest", GLA_GRADE_UNKNOWN, 9),
                                    get_number (file, group, "at-maximum", GLA_GRADE_UNKNOWN, 9));
    }
}

GlaTreatmentForm *
gla_treatment_form_from_draft (const char *text)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  GlaTreatmentForm *self;

  if (text == NULL || !g_key_file_load_from_data (file, text, (gsize) -1, G_KEY_FILE_NONE, NULL) ||
      g_key_file_get_integer (file, GROUP, "version", NULL) != VERSION)
    return NULL;

  self = gla_treatment_form_new (get_day (file, "day"));
  self->precision = (GlaDayPrecision) get_number (file, GROUP, "precision", 0, GLA_DAY_YEAR);
  self->injector = get_text (file, GROUP, "injector");
  self->reason = (GlaVisitReason) get_number (file, GROUP, "reason", 0, GLA_VISIT_REASON_WORE_OFF);
  self->worn_off = get_day (file, "worn-off");
  self->worn_off_precision = (GlaDayPrecision) get_number (file, GROUP, "worn-off-precision", 0,
                                                           GLA_DAY_YEAR);
  self->deviation = get_text (file, GROUP, "deviation");
  self->note = get_text (file, GROUP, "note");
  self->consent = g_key_file_get_boolean (file, GROUP, "consent", NULL);
  get_sources (self, file);
  get_injections (self, file);
  get_grades (self, file);
  return self;
}
