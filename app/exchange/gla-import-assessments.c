/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows that are grades, and what the patient said about the effect. */

#include "config.h"

#include "gla-import-private.h"

#include "gla-i18n.h"
#include "gla-search-key.h"
#include "gla-store-write.h"

typedef struct
{
  GlaImportPerson person;
  GlaAssessment assessment;
  const GlaScale *scale;
  GlaDay worn_off;
  GlaDayPrecision worn_off_precision;
  GlaDay still_working;
} AssessmentRow;

static const GlaScale *
find_scale (GlaImportRun *run,
            const char   *text)
{
  const GPtrArray *scales = gla_catalogue_get_scales (run->catalogue);
  g_autofree char *key = gla_search_key_new (text);

  for (guint i = 0; i < scales->len; i++)
    {
      const GlaScale *scale = scales->pdata[i];
      g_autofree char *scale_key = gla_search_key_new (scale->key);
      g_autofree char *name = gla_search_key_new (scale->name);
      g_autofree char *short_name = gla_search_key_new (scale->short_name);

      if (g_str_equal (key, scale_key) || g_str_equal (key, name)
          || g_str_equal (key, short_name))
        return scale;
    }
  return NULL;
}

static gboolean
read_scale (GlaImportRun  *run,
            const GlaArea *area,
            AssessmentRow *row)
{
  const char *text = gla_import_get (run, GLA_IMPORT_FIELD_SCALE);

  if (text != NULL && !gla_import_is_unknown (text))
    {
      row->scale = find_scale (run, text);
      if (row->scale == NULL)
        {
          gla_import_refuse (run, GLA_IMPORT_FIELD_SCALE, _("This scale is not known."));
          return FALSE;
        }
    }
  else if (gla_area_get_scale (area) != NULL)
    row->scale = gla_catalogue_find_scale (run->catalogue, gla_area_get_scale (area));
  row->assessment.scale = row->scale != NULL ? row->scale->key : NULL;
  return TRUE;
}

/* A grade by its word, such as "moderate". */
static gboolean
find_grade (const GlaScale *scale,
            const char     *text,
            int            *grade)
{
  g_autofree char *key = gla_search_key_new (text);

  for (guint i = 0; scale != NULL && i < scale->grades->len; i++)
    {
      const GlaGrade *candidate = scale->grades->pdata[i];
      g_autofree char *word = gla_search_key_new (candidate->mark.text);

      if (key[0] != '\0' && g_str_equal (key, word))
        {
          *grade = candidate->value;
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
read_grade (GlaImportRun   *run,
            GlaImportField  field,
            const GlaScale *scale,
            int            *grade)
{
  const char *text = gla_import_get (run, field);
  int low = 0, high = 100;
  gint64 number;

  *grade = GLA_GRADE_UNKNOWN;
  if (text == NULL || find_grade (scale, text, grade) || gla_import_is_unknown (text))
    return TRUE;
  if (!g_ascii_string_to_signed (text, 10, -1000, 1000, &number, NULL))
    {
      gla_import_refuse (run, field, _("This is no grade: write a whole number."));
      return FALSE;
    }
  if (scale != NULL)
    gla_scale_get_range (scale, &low, &high);
  if (number < low || number > high)
    {
      g_autofree char *reason
          = g_strdup_printf (_("This grade is not on the scale, which goes from %d to %d."), low,
                             high);

      gla_import_refuse (run, field, reason);
      return FALSE;
    }
  *grade = (int) number;
  return TRUE;
}

/* A day, or yes or no about the day of the row. */
static gboolean
read_report (GlaImportRun    *run,
             GlaImportField   field,
             GlaDay           day,
             GlaDay          *result,
             GlaDayPrecision *precision)
{
  const char *text = gla_import_get (run, field);
  gboolean yes;

  *result = GLA_DAY_NONE;
  *precision = GLA_DAY_EXACT;
  if (text == NULL)
    return TRUE;
  if (!gla_import_read_switch (text, &yes))
    return gla_import_read_date (run, field, result, precision);
  if (yes && day == GLA_DAY_NONE)
    {
      gla_import_refuse (run, field, _("There is no date to which this belongs."));
      return FALSE;
    }
  *result = yes ? day : GLA_DAY_NONE;
  return TRUE;
}

static gboolean
read_rater (GlaImportRun  *run,
            AssessmentRow *row)
{
  const char *text = gla_import_get (run, GLA_IMPORT_FIELD_RATER);

  if (text == NULL || gla_import_is_unknown (text)
      || gla_import_read_rater (text, &row->assessment.rater))
    return TRUE;
  gla_import_refuse (run, GLA_IMPORT_FIELD_RATER,
                     _("This is no rater: write practitioner or patient."));
  return FALSE;
}

static void
read_note (GlaImportRun  *run,
           AssessmentRow *row)
{
  const char *reason = gla_import_get (run, GLA_IMPORT_FIELD_REASON);
  g_autofree char *line = NULL;

  row->assessment.note = gla_import_get (run, GLA_IMPORT_FIELD_NOTE);
  if (reason == NULL || gla_import_is_unknown (reason)
      || gla_import_read_reason (reason, &row->assessment.reason))
    return;
  line = g_strdup_printf (_("Reason of the visit: %s"), reason);
  row->assessment.note = gla_import_append_line (run, row->assessment.note,
                                                 g_string_chunk_insert (run->texts, line));
}

static gboolean
has_grade (const AssessmentRow *row)
{
  return row->assessment.at_rest != GLA_GRADE_UNKNOWN
         || row->assessment.at_maximum != GLA_GRADE_UNKNOWN;
}

static gboolean
read_row (GlaImportRun  *run,
          AssessmentRow *row)
{
  GlaAssessment *assessment = &row->assessment;
  GlaDayPrecision precision, still_precision;
  GlaArea *area;

  if (!gla_import_read_date (run, GLA_IMPORT_FIELD_DAY, &assessment->day, &precision)
      || !gla_import_find_area (run, &area, &assessment->side) || !read_scale (run, area, row)
      || !read_grade (run, GLA_IMPORT_FIELD_AT_REST, row->scale, &assessment->at_rest)
      || !read_grade (run, GLA_IMPORT_FIELD_AT_MAXIMUM, row->scale, &assessment->at_maximum)
      || !read_rater (run, row)
      || !read_report (run, GLA_IMPORT_FIELD_WORN_OFF, assessment->day, &row->worn_off,
                       &row->worn_off_precision)
      || !read_report (run, GLA_IMPORT_FIELD_STILL_WORKING, assessment->day, &row->still_working,
                       &still_precision))
    return FALSE;
  assessment->area = gla_area_get_key (area);
  read_note (run, row);
  if (has_grade (row) && (assessment->day == GLA_DAY_NONE || precision != GLA_DAY_EXACT))
    {
      gla_import_refuse (run, GLA_IMPORT_FIELD_DAY,
                         _("A grade needs the very day on which it was given."));
      return FALSE;
    }
  if (!has_grade (row) && row->worn_off == GLA_DAY_NONE && row->still_working == GLA_DAY_NONE)
    {
      gla_import_refuse (run, GLA_IMPORT_FIELD_NONE, _("The row has no grade."));
      return FALSE;
    }
  return TRUE;
}

/* Identifiers are made of what does not change when a value is corrected; repeats are counted. */
static char *
make_id (GlaImportRun *run,
         const char   *kind,
         const char   *patient,
         GlaDay        day,
         const char   *area,
         int           side,
         int           rater)
{
  char iso[11];
  g_autofree char *key = g_strdup_printf ("%s|%s|%s|%s|%d|%d", kind, patient,
                                          gla_day_write_iso (day, iso), area, side, rater);
  g_autofree char *counted = g_strdup_printf ("%s|%u", key, gla_import_count (run, key));

  return gla_identifier_from_text (counted);
}

static gboolean
add_record (GlaImportRun  *run,
            gpointer       assessment,
            gpointer       report,
            gint64        *n_added,
            gboolean      *added,
            GError       **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new ();

  g_ptr_array_add (records, assessment != NULL ? assessment : report);
  if (!gla_store_add_follow_up (run->store, assessment != NULL ? records : NULL,
                                assessment == NULL ? records : NULL, NULL, error))
    return FALSE;
  if (gla_store_batch_was_added (run->store))
    {
      *added = TRUE;
      (*n_added)++;
    }
  return TRUE;
}

static gboolean
add_assessment (GlaImportRun   *run,
                AssessmentRow  *row,
                gboolean       *added,
                GError        **error)
{
  GlaAssessment *assessment = &row->assessment;
  g_autofree char *id = NULL;

  if (!has_grade (row))
    return TRUE;
  id = make_id (run, "assessment", row->person.id, assessment->day, assessment->area,
                assessment->side, assessment->rater);
  assessment->id = id;
  assessment->patient = row->person.id;
  return add_record (run, assessment, NULL, &run->result->n_assessments, added, error);
}

static gboolean
add_report (GlaImportRun         *run,
            const AssessmentRow  *row,
            GlaReportKind         kind,
            GlaDay                day,
            GlaDayPrecision       precision,
            gboolean             *added,
            GError              **error)
{
  g_autofree char *id = NULL;
  GlaReport report = {
    .patient = row->person.id, .area = row->assessment.area, .kind = kind, .day = day,
    .precision = precision, .told_on = row->assessment.day, .staff = row->assessment.staff,
    .note = has_grade (row) ? NULL : row->assessment.note,
  };

  if (day == GLA_DAY_NONE)
    return TRUE;
  id = make_id (run, "report", row->person.id, day, report.area, kind, precision);
  report.id = id;
  return add_record (run, NULL, &report, &run->result->n_reports, added, error);
}

GlaImportOutcome
gla_import_take_assessment (GlaImportRun  *run,
                            GError       **error)
{
  AssessmentRow row = { .assessment.at_rest = GLA_GRADE_UNKNOWN };
  GlaImportOutcome outcome;
  gboolean added = FALSE;
  GError *cause = NULL;

  if (!read_row (run, &row))
    return GLA_IMPORT_REFUSED;
  outcome = gla_import_find_patient (run, FALSE, row.assessment.day, &row.person, error);
  if (outcome != GLA_IMPORT_THERE)
    return outcome;
  if (!gla_import_find_staff (run, GLA_IMPORT_FIELD_STAFF, &row.assessment.staff, error))
    return GLA_IMPORT_FAILED;
  if (!add_assessment (run, &row, &added, &cause)
      || !add_report (run, &row, GLA_REPORT_WORN_OFF, row.worn_off, row.worn_off_precision, &added,
                      &cause)
      || !add_report (run, &row, GLA_REPORT_STILL_WORKING, row.still_working, GLA_DAY_EXACT,
                      &added, &cause))
    return gla_import_fail (run, cause, error);
  return added ? GLA_IMPORT_TAKEN : GLA_IMPORT_THERE;
}
