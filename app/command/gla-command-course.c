/* SPDX-License-Identifier: GPL-3.0-or-later */

/* demo --course: the course of a made-up clinic as plain files (statistics, section 8). */

#include "config.h"

#include "gla-command-private.h"

#include "gla-course-files.h"
#include "gla-effect.h"
#include "gla-i18n.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdio.h>

/* Text of a file that is kept before it is written. */
#define FULL (256 * 1024)

/* What a report "worn off on about" may be wrong by, and what a visit made because it wore
 * off is taken to say, in days. */
#define REPORT_HALF_WIDTH 7
#define SYMPTOM_WINDOW 45

/* The intervals stand behind the files that the course itself has. */
#define INTERVALS GLA_COURSE_N_FILES
#define N_FILES (GLA_COURSE_N_FILES + 1)

typedef struct
{
  char *paths[N_FILES];
  FILE *streams[N_FILES];
  GString *texts[N_FILES];
  int fault; /* errno of the first failure */
  int faulty; /* the file that it happened to */
} Files;

static void
files_clear (Files *files)
{
  for (int i = 0; i < N_FILES; i++)
    {
      g_clear_pointer (&files->paths[i], g_free);
      g_clear_pointer (&files->streams[i], fclose);
      if (files->texts[i] != NULL)
        g_string_free (files->texts[i], TRUE);
    }
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Files, files_clear)

static void
set_fault (Files *files,
           int    file)
{
  if (files->fault != 0)
    return;
  files->fault = errno != 0 ? errno : EIO;
  files->faulty = file;
}

static void
write_out (Files *files,
           int    file)
{
  GString *text = files->texts[file];

  errno = 0;
  if (fwrite (text->str, 1, text->len, files->streams[file]) != text->len)
    set_fault (files, file);
  g_string_truncate (text, 0);
}

/* New files only: what is there already is never written over. */
static gboolean
open_files (Files       *files,
            const char  *directory)
{
  errno = 0;
  if (g_mkdir_with_parents (directory, 0755) != 0)
    {
      files->paths[0] = g_strdup (directory);
      set_fault (files, 0);
      return FALSE;
    }
  for (int i = 0; i < N_FILES; i++)
    {
      const char *name = i == INTERVALS ? "intervals.csv" : gla_course_file_get_name (i);

      files->paths[i] = g_build_filename (directory, name, NULL);
      files->texts[i] = g_string_sized_new (FULL);
      errno = 0;
      files->streams[i] = g_fopen (files->paths[i], "wxe");
      if (files->streams[i] == NULL)
        {
          set_fault (files, i);
          return FALSE;
        }
    }
  return TRUE;
}

static void
close_files (Files *files)
{
  for (int i = 0; i < N_FILES; i++)
    {
      write_out (files, i);
      errno = 0;
      if (fclose (files->streams[i]) != 0)
        set_fault (files, i);
      files->streams[i] = NULL;
    }
}

/* What the rules make of a treatment of the course. */
static void
compute_effect (const GlaCourseTreatment *treatment,
                GlaEffect                *effect)
{
  GlaGrading gradings[GLA_COURSE_MAX_GRADINGS];
  GlaEffectInput input = {
    .baseline = treatment->baseline,
    .gradings = gradings,
    .n_gradings = (gsize) treatment->n_gradings,
    .worn_off_day = treatment->worn_off_day >= 0 ? treatment->worn_off_day : GLA_EFFECT_NO_DAY,
    .worn_off_half_width = REPORT_HALF_WIDTH,
    .next_treatment_day = treatment->next_visit >= 0 ? treatment->next_visit : GLA_EFFECT_NO_DAY,
    .wore_off_visit_day = GLA_EFFECT_NO_DAY,
    .symptom_window = SYMPTOM_WINDOW,
  };

  for (int i = 0; i < treatment->n_gradings; i++)
    gradings[i] = (GlaGrading) { treatment->gradings[i].day, treatment->gradings[i].at_maximum };
  if (treatment->next_wore_off)
    input.wore_off_visit_day = input.next_treatment_day;
  gla_effect_compute (&input, effect);
}

/* A non-response has no interval here. */
static void
append_intervals (const GlaCoursePatient *patient,
                  guint                   first_treatment,
                  GString                *text)
{
  for (guint i = 0; i < patient->treatments->len; i++)
    {
      GlaEffect effect;

      compute_effect (&g_array_index (patient->treatments, GlaCourseTreatment, i), &effect);
      g_string_append_printf (text, "%u,%s,", first_treatment + i,
                              gla_effect_status_to_key (effect.status));
      if (effect.status == GLA_EFFECT_NOT_SEEN)
        g_string_append (text, ",\n");
      else if (effect.right == GLA_EFFECT_OPEN)
        g_string_append_printf (text, "%d,Inf\n", effect.left);
      else
        g_string_append_printf (text, "%d,%d\n", effect.left, effect.right);
    }
}

static void
write_patients (Files                 *files,
                const GlaCourseClinic *clinic,
                int                    n_patients)
{
  guint n_treatments = 0;

  for (int i = 0; i < n_patients && files->fault == 0; i++)
    {
      g_autoptr (GlaCoursePatient) patient = gla_course_patient_new (clinic, i);

      for (int file = 0; file < GLA_COURSE_N_FILES; file++)
        gla_course_file_append_patient (file, patient, n_treatments + 1, files->texts[file]);
      append_intervals (patient, n_treatments + 1, files->texts[INTERVALS]);
      n_treatments += patient->treatments->len;
      for (int file = 0; file < N_FILES; file++)
        if (files->texts[file]->len >= FULL)
          write_out (files, file);
      if (i % 64 == 0)
        gla_command_show_progress ((double) i / n_patients, _("Making up"));
    }
  gla_command_show_progress (1.0, _("Making up"));
}

gboolean
gla_command_write_course (const char  *directory,
                          guint64      seed,
                          int          n_patients,
                          GError     **error)
{
  g_autoptr (GlaCourseClinic) clinic = NULL;
  g_auto (Files) files = { { NULL } };

  g_return_val_if_fail (directory != NULL && n_patients >= 0, FALSE);

  if (open_files (&files, directory))
    {
      clinic = gla_course_clinic_new (seed);
      for (int file = 0; file < GLA_COURSE_N_FILES; file++)
        {
          gla_course_file_append_header (file, files.texts[file]);
          gla_course_file_append_clinic (file, clinic, files.texts[file]);
        }
      g_string_append (files.texts[INTERVALS], "treatment,status,L,R\n");
      write_patients (&files, clinic, n_patients);
      close_files (&files);
    }
  if (files.fault == 0)
    return TRUE;
  g_set_error (error, G_FILE_ERROR, (int) g_file_error_from_errno (files.fault),
               /* Translators: a file, and the system's reason */
               _("%s can’t be written: %s"), files.paths[files.faulty],
               g_strerror (files.fault));
  return FALSE;
}
