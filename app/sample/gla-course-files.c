/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-course-files.h"

static const struct
{
  const char *name;
  const char *header;
} files[GLA_COURSE_N_FILES] = {
  [GLA_COURSE_PATIENTS] = { "patients.csv", "patient,first_day,sex,age" },
  [GLA_COURSE_TREATMENTS] = { "treatments.csv",
                              "treatment,patient,visit,day,area,product,lot,practitioner,units,"
                              "base_grade,next_visit_after_days,next_visit_wore_off" },
  [GLA_COURSE_ASSESSMENTS] = { "assessments.csv", "treatment,day,grade_max,grade_rest,kind" },
  [GLA_COURSE_REPORTS] = { "reports.csv", "treatment,worn_off_day" },
  [GLA_COURSE_TRUTH_PATIENTS] = { "truth_patients.csv",
                                  "patient,snr,snr_type,snr_onset_visit,u,return_style,visits" },
  [GLA_COURSE_TRUTH_TREATMENTS] = { "truth_treatments.csv",
                                    "treatment,true_first_day_without_effect,true_log_days,"
                                    "snr_affected" },
  [GLA_COURSE_TRUTH_LOTS] = { "truth_lots.csv",
                              "product,lot,start_day,end_day,bad,shift,nonresponse" },
  [GLA_COURSE_TRUTH_PRACTITIONERS] = { "truth_practitioners.csv", "practitioner,effect" },
};

const char *
gla_course_file_get_name (GlaCourseFile file)
{
  g_return_val_if_fail (file < GLA_COURSE_N_FILES, NULL);
  return files[file].name;
}

void
gla_course_file_append_header (GlaCourseFile  file,
                               GString       *text)
{
  g_return_if_fail (file < GLA_COURSE_N_FILES && text != NULL);
  g_string_append_printf (text, "%s\n", files[file].header);
}

/* A number in the C locale with so many decimals. */
static void
append_number (GString    *text,
               const char *format,
               double      value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (text, g_ascii_formatd (buffer, sizeof buffer, format, value));
}

static void
append_lots (const GlaCourseClinic *clinic,
             GString               *text)
{
  for (int product = 0; product < GLA_COURSE_N_PRODUCTS; product++)
    for (guint i = 0; i < clinic->lots[product]->len; i++)
      {
        const GlaCourseLot *lot = &g_array_index (clinic->lots[product], GlaCourseLot, i);
        const char *name = gla_course_product_name (product);

        g_string_append_printf (text, "%s,%s-%03u,%d,%d,%d,", name, name, i + 1, lot->start,
                                lot->end, lot->bad ? 1 : 0);
        append_number (text, "%.6f", lot->shift);
        g_string_append_c (text, ',');
        append_number (text, "%.2f", lot->nonresponse);
        g_string_append_c (text, '\n');
      }
}

void
gla_course_file_append_clinic (GlaCourseFile          file,
                               const GlaCourseClinic *clinic,
                               GString               *text)
{
  g_return_if_fail (clinic != NULL && text != NULL);

  if (file == GLA_COURSE_TRUTH_LOTS)
    append_lots (clinic, text);
  else if (file == GLA_COURSE_TRUTH_PRACTITIONERS)
    for (int i = 0; i < GLA_COURSE_N_PRACTITIONERS; i++)
      {
        g_string_append_printf (text, "%d,", i + 1);
        append_number (text, "%.6f", clinic->practitioners[i]);
        g_string_append_c (text, '\n');
      }
}

static void
append_treatment (const GlaCoursePatient   *patient,
                  const GlaCourseTreatment *treatment,
                  guint                     number,
                  GString                  *text)
{
  const char *product = gla_course_product_name (treatment->product);

  g_string_append_printf (text, "%u,%d,%d,%d,%s,%s,%s-%03d,%d,%d,%d,", number, patient->index,
                          treatment->visit, treatment->day,
                          gla_course_area_name (treatment->area), product, product,
                          treatment->lot + 1, treatment->practitioner + 1, treatment->units,
                          treatment->baseline);
  if (treatment->next_visit >= 0)
    g_string_append_printf (text, "%d", treatment->next_visit);
  g_string_append_printf (text, ",%d\n", treatment->next_wore_off ? 1 : 0);
}

static void
append_gradings (const GlaCourseTreatment *treatment,
                 guint                     number,
                 GString                  *text)
{
  static const char *const kinds[] = { "REVIEW", "MID", "PRE" };

  for (int i = 0; i < treatment->n_gradings; i++)
    {
      const GlaCourseGrading *grading = &treatment->gradings[i];

      g_string_append_printf (text, "%u,%d,%d,%d,%s\n", number, grading->day, grading->at_maximum,
                              grading->at_rest, kinds[grading->kind]);
    }
}

static void
append_patient (GlaCourseFile           file,
                const GlaCoursePatient *patient,
                GString                *text)
{
  static const char *const styles[] = { "SYMPTOM", "SCHEDULED", "SPORADIC" };

  if (file == GLA_COURSE_PATIENTS)
    {
      g_string_append_printf (text, "%d,%d,%s,%d\n", patient->index, patient->first_day,
                              patient->female ? "F" : "M", patient->age);
      return;
    }
  g_string_append_printf (text, "%d,%d,%s,%d,", patient->index, patient->snr ? 1 : 0,
                          patient->snr_gradual ? "GRADUAL" : "ABRUPT", patient->snr_onset);
  append_number (text, "%.6f", patient->effect);
  g_string_append_printf (text, ",%s,%d\n", styles[patient->style], patient->n_visits);
}

void
gla_course_file_append_patient (GlaCourseFile           file,
                                const GlaCoursePatient *patient,
                                guint                   first_treatment,
                                GString                *text)
{
  g_return_if_fail (patient != NULL && text != NULL);

  if (file == GLA_COURSE_PATIENTS || file == GLA_COURSE_TRUTH_PATIENTS)
    {
      append_patient (file, patient, text);
      return;
    }
  for (guint i = 0; i < patient->treatments->len; i++)
    {
      const GlaCourseTreatment *treatment = &g_array_index (patient->treatments,
                                                            GlaCourseTreatment, i);
      guint number = first_treatment + i;

      if (file == GLA_COURSE_TREATMENTS)
        append_treatment (patient, treatment, number, text);
      else if (file == GLA_COURSE_ASSESSMENTS)
        append_gradings (treatment, number, text);
      else if (file == GLA_COURSE_REPORTS && treatment->worn_off_day >= 0)
        g_string_append_printf (text, "%u,%d\n", number, treatment->worn_off_day);
      else if (file == GLA_COURSE_TRUTH_TREATMENTS)
        {
          g_string_append_printf (text, "%u,%d,", number, treatment->true_day);
          append_number (text, "%.6f", treatment->true_log);
          g_string_append_printf (text, ",%d\n", treatment->true_snr ? 1 : 0);
        }
    }
}
