/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A case of the assistant in a clinic file is left, and resumed by the protocol it began with. */

#include "config.h"

#include "gla-case.h"
#include "gla-store-add-history.h"
#include "gla-store-backup.h"
#include "gla-store-case.h"
#include "gla-store-read.h"
#include "gla-store-write.h"
#include "gla-test-history.h"
#include "gla-test-program.h"
#include "gla-xml.h"

#include <string.h>

/* 10 U in the glabella on 1 January 2024, severe before and on day 28. */
#define RECORD "t 0 a GLAB ona 10 lot=L;g 0 GLAB 3;g 28 GLAB 3"
#define TODAY 31
#define MOST_ANSWERS 20

typedef struct
{
  char *folder;
  char *path;
  GlaCatalogue *catalogue;
  GlaProtocol *protocol;
  GlaCycleSettings settings;
  GlaConstants *constants;
  GlaHistory *history;
  GlaCycles *cycles;
  GlaFactInput input;
} Fixture;

static GlaStore *
open_file (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  GlaStore *store = gla_store_open (self->path, GLA_STORE_CREATE, &error);

  g_assert_no_error (error);
  return store;
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  const GlaPatient patient = { .number = "1", .family_name = "Kaya", .birth_day = GLA_DAY_NONE };
  g_autoptr (GlaStore) store = NULL;
  g_autoptr (GError) error = NULL;

  self->folder = gla_test_dup_folder ();
  self->path = g_build_filename (self->folder, "clinic.glabella", NULL);
  self->catalogue = gla_catalogue_load_builtin (&error);
  g_assert_no_error (error);
  self->protocol = gla_protocol_load_builtin (self->catalogue, &error);
  g_assert_no_error (error);
  self->constants = gla_constants_new (self->catalogue);
  self->history = gla_test_history_new_of (&patient, RECORD);
  gla_cycle_settings_init (&self->settings, self->catalogue);
  self->cycles = gla_cycles_new (self->history, self->catalogue, &self->settings,
                                 gla_test_history_day (TODAY));
  self->input = (GlaFactInput) { .cycles = self->cycles, .settings = &self->settings,
                                 .constants = self->constants, .vial_drawn = GLA_UNITS_UNKNOWN };
  store = open_file (self);
  g_assert_true (gla_store_begin_batch (store, &error));
  g_assert_true (gla_store_add_history (store, self->history, &error));
  g_assert_true (gla_store_commit_batch (store, "one patient", &error));
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  gla_cycles_unref (self->cycles);
  gla_history_unref (self->history);
  gla_constants_unref (self->constants);
  gla_protocol_unref (self->protocol);
  gla_catalogue_unref (self->catalogue);
  gla_test_drop_folder (self->folder);
  g_free (self->path);
  g_free (self->folder);
}

/* Opens the file, writes @now into it and closes it; @id is NULL the first time. */
static void
keep (Fixture        *self,
      const GlaCase  *now,
      char          **id,
      gint64          revision)
{
  g_autoptr (GlaStore) store = open_file (self);
  g_autoptr (GlaXmlDoc) doc = gla_case_to_xml (now);
  g_autofree char *content = gla_xml_to_text (doc);
  g_autofree char *version
      = g_strdup_printf ("%s %s", self->protocol->key, self->protocol->version);
  g_autofree char *text = NULL, *copy = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  GlaCaseRecord record;

  bytes = gla_xml_get_builtin ("protocol/not-working.xml", &error);
  g_assert_no_error (error);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_true (gla_store_keep_protocol (store, text, &copy, &error));
  record = (GlaCaseRecord) {
    .id = *id, .patient = self->history->patient->id, .area = now->area,
    .treatment = now->treatment, .opened = now->since, .protocol = copy,
    .protocol_version = version, .standing = (GlaCaseStanding) now->state, .step = now->step,
    .due = now->due, .until = now->until, .content = content, .closed = GLA_DAY_NONE,
    .revision = revision,
  };
  if (*id == NULL)
    gla_store_add_case (store, &record, id, &error);
  else
    gla_store_amend_case (store, &record, "answer", NULL, &error);
  g_assert_no_error (error);
  g_test_message ("%s: %" G_GSIZE_FORMAT " bytes", now->step, strlen (content));
}

/* What the file has of the only case, read back by the protocol that it has. */
static GlaCase *
resume (Fixture *self)
{
  g_autoptr (GlaStore) store = open_file (self);
  g_autoptr (GlaProtocol) protocol = NULL;
  g_autoptr (GPtrArray) open = NULL, faults = NULL;
  g_autoptr (GBytes) bytes = NULL, content = NULL;
  g_autoptr (GlaXmlDoc) doc = NULL;
  g_autoptr (GError) error = NULL;
  const GlaCaseRecord *record;
  GlaCase *resumed;
  char *text;

  open = gla_store_list_open_cases (store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (open->len, ==, 1);
  record = ((GlaOpenCase *) open->pdata[0])->record;
  text = gla_store_read_protocol (store, record->protocol, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (text, strlen (text));
  protocol = gla_protocol_parse (bytes, "protocol", FALSE, self->catalogue, &error);
  g_assert_no_error (error);
  content = g_bytes_new_static (record->content, strlen (record->content));
  doc = gla_xml_parse (content, "case", &error);
  g_assert_no_error (error);
  resumed = gla_case_from_xml (doc, "case", protocol, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (resumed->step, ==, record->step);
  g_assert_cmpint (resumed->state, ==, record->standing);
  g_assert_cmpint (resumed->due, ==, record->due);
  g_assert_cmpstr (resumed->treatment, ==, record->treatment);
  faults = gla_store_check (store, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (faults->len, ==, 0);
  return resumed;
}

/* After each answer the program ends and starts again. */
static void
test_resume (Fixture       *self,
             gconstpointer  data)
{
  const GlaTreatment *treatment = self->history->treatments->pdata[0];
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  g_autoptr (GlaCase) now
      = gla_case_start (self->protocol, &self->input, "GLAB", treatment->id, &error);
  guint n = 0;

  g_assert_no_error (error);
  keep (self, now, &id, 0);
  while (now->state == GLA_CASE_ASKING && n < MOST_ANSWERS)
    {
      g_autoptr (GlaCase) kept = resume (self);
      const GlaStep *step = gla_case_get_step (kept);
      const GlaStepAnswer *answer = step->answers->pdata[0];

      g_clear_pointer (&now, gla_case_unref);
      now = gla_case_answer (kept, answer->id, answer->needs_reason ? "seen" : NULL, &self->input,
                             &error);
      g_assert_no_error (error);
      n++;
      keep (self, now, &id, n);
    }
  g_assert_cmpuint (n, >, 1);
  g_assert_cmpuint (n, <, MOST_ANSWERS);
  {
    g_autoptr (GlaCase) kept = resume (self);

    g_assert_cmpuint (kept->answers->len, ==, now->answers->len);
    g_assert_cmpuint (kept->path->len, ==, now->path->len);
    g_assert_cmpuint (kept->findings->len, ==, now->findings->len);
  }
}

/* A sheet is filled in from a case of the file: named, or the one that is open. */
static void
test_sheet (Fixture       *self,
            gconstpointer  data)
{
  const GlaTreatment *treatment = self->history->treatments->pdata[0];
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  g_autofree char *call = NULL;
  g_autofree char *found = g_find_program_in_path ("pdftotext");
  g_autoptr (GlaCase) begun
      = gla_case_start (self->protocol, &self->input, "GLAB", treatment->id, &error);
  g_autoptr (GlaCase) now = gla_case_answer (begun, "any", NULL, &self->input, &error);

  g_assert_no_error (error);
  keep (self, now, &id, 0);
  call = g_strdup_printf ("handout dossier 1 --clinic clinic.glabella --today 2024-02-01 "
                          "--case %s --output named.pdf", id);
  g_free (gla_test_succeed (self->folder, call));
  g_free (gla_test_succeed (self->folder, "handout dossier 1 --clinic clinic.glabella "
                                          "--today 2024-02-01 --output open.pdf"));
  gla_test_fail (self->folder, "handout dossier 1 --clinic clinic.glabella --case none -o x.pdf", 2,
                 "neither a file nor a case");
  for (guint i = 0; found != NULL && i < 2; i++)
    {
      g_autofree char *path
          = g_build_filename (self->folder, i == 0 ? "named.pdf" : "open.pdf", NULL);
      g_autoptr (GSubprocess) process
          = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, found, path, "-", NULL);
      g_autofree char *text = NULL;

      g_assert_no_error (error);
      g_subprocess_communicate_utf8 (process, NULL, NULL, &text, NULL, &error);
      g_assert_no_error (error);
      g_assert_nonnull (strstr (text, "S0-stop"));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/command/kept-case/resume", Fixture, NULL, set_up, test_resume, tear_down);
  g_test_add ("/command/kept-case/sheet", Fixture, NULL, set_up, test_sheet, tear_down);

  return g_test_run ();
}
