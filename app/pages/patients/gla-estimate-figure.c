/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-estimate-figure.h"

#include "gla-i18n.h"

#include <math.h>

/* One treatment with how long it worked. */
static void
add_cycle (GlaFigure      *figure,
           GlaRecordData  *data,
           GlaCatalogue   *catalogue,
           const GlaCycle *cycle)
{
  g_autofree char *when = gla_day_format (cycle->day, cycle->precision);
  g_autofree char *duration = gla_cycle_describe_duration (cycle);
  g_autofree char *units = gla_record_words_units (catalogue, cycle->product, cycle->units);
  /* Translators: an area, an amount with its units, how long it worked */
  g_autofree char *what = g_strdup_printf (_("%s, %s: %s"),
                                           gla_record_words_area (catalogue, cycle->area), units,
                                           duration);

  gla_figure_add_row (figure, when, what,
                      gla_record_words_staff (gla_record_data_get_history (data),
                                              cycle->treatment->injector),
                      GLA_TIMELINE_RECORD_TREATMENT, cycle->treatment->id);
}

static void
append_sources (GString         *text,
                GlaCatalogue    *catalogue,
                const GlaMarked *mark)
{
  g_autofree char *marks = gla_marks_dup_text (mark->marks);
  const char *ground = gla_marked_get_text (mark);

  if (ground != NULL)
    g_string_append_printf (text, "\n%s", ground);
  if (*marks != '\0')
    {
      g_string_append_c (text, '\n');
      /* Translators: %s are words such as "unverified" or "program setting" */
      g_string_append_printf (text, _("The figure is: %s"), marks);
    }
  for (gsize i = 0; mark->sources[i] != NULL; i++)
    {
      const GlaSource *source = gla_catalogue_find_source (catalogue, mark->sources[i]);

      if (source == NULL)
        g_string_append_printf (text, "\n[%s]", mark->sources[i]);
      else
        g_string_append_printf (text, "\n[%s] %s", source->code, source->reference);
    }
}

/* What holds before anything is known of the patient. */
static void
append_start (GString        *text,
              GlaRecordData  *data,
              GlaCatalogue   *catalogue,
              const GlaCycle *cycle)
{
  const char *family = gla_cycle_get_family (cycle, catalogue);
  const GlaForecastPrior *prior = gla_catalogue_find_forecast_prior (catalogue, family,
                                                                     cycle->area);
  GlaExpectation expected;
  int days;

  gla_clinic_model_expect (data->model, family, cycle->area, &expected);
  days = (int) floor (exp (gla_clinic_model_get_centre (
                        data->model, family, cycle->area,
                        gla_cycle_get_log_dose_ratio (cycle, catalogue))) + 0.5);
  g_string_append (text, "\n\n");
  if (expected.n_patients > 0)
    g_string_append_printf (text, ngettext (
                              /* Translators: patients, then days */
                              "It starts from what is usual in this clinic (%u patient): half of "
                              "such treatments last longer than %d days. The clinic’s figures "
                              "start from the table:",
                              "It starts from what is usual in this clinic (%u patients): half of "
                              "such treatments last longer than %d days. The clinic’s figures "
                              "start from the table:",
                              expected.n_patients),
                            expected.n_patients, days);
  else
    /* Translators: %d are days */
    g_string_append_printf (text, _("It starts from the table, since the clinic has no records of "
                                    "its own that say enough: half of such treatments last longer "
                                    "than %d days."), days);
  append_sources (text, catalogue, &prior->mark);
}

GlaFigure *
gla_figure_for_estimate (GlaRecordData     *data,
                         const GlaEstimate *estimate,
                         GlaCatalogue      *catalogue)
{
  const GlaCycle *running;
  g_autofree char *title = NULL, *sentences = NULL;
  g_autoptr (GString) text = NULL;
  GlaFigure *self;

  g_return_val_if_fail (data != NULL && estimate != NULL, NULL);

  running = estimate->cycle;
  sentences = gla_estimate_describe (estimate);
  text = g_string_new (sentences);
  append_start (text, data, catalogue, running);
  g_string_append_c (text, '\n');
  /* Translators: so many of 100 */
  g_string_append_printf (text, _("No effect at all: about %d of 100 such treatments."),
                          (int) floor (100 * estimate->p_nonresponse + 0.5));
  /* Translators: %s is an area */
  title = g_strdup_printf (_("Estimate for %s"), gla_record_words_area (catalogue, running->area));
  self = gla_figure_new (title, text->str);
  for (guint i = 0; i < data->cycles->cycles->len; i++)
    {
      const GlaCycle *cycle = g_ptr_array_index (data->cycles->cycles, i);
      GlaDuration duration = gla_cycle_get_duration (cycle);

      if (g_strcmp0 (cycle->area, running->area) != 0)
        continue;
      if (cycle == running
          || (cycle->effect.status != GLA_EFFECT_NOT_SEEN
              && gla_duration_is_informative (&duration)
              && (estimate->since == GLA_DAY_NONE || cycle->day >= estimate->since)))
        add_cycle (self, data, catalogue, cycle);
    }
  return self;
}

GlaFigure *
gla_figure_for_shortening (GlaRecordData *data,
                           GlaCatalogue  *catalogue)
{
  g_autofree char *text = NULL;
  GlaFigure *self;

  g_return_val_if_fail (data != NULL && data->shortening != NULL, NULL);

  text = gla_shortening_describe (data->shortening);
  self = gla_figure_new (gla_shortening_get_title (data->shortening), text);
  for (guint i = 0; i < data->cycles->cycles->len; i++)
    {
      const GlaCycle *cycle = g_ptr_array_index (data->cycles->cycles, i);

      if (!cycle->running)
        add_cycle (self, data, catalogue, cycle);
    }
  return self;
}
