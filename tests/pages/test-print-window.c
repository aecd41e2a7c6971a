/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The print window: what is chosen already, what is shown, and what is kept of what was printed. */

#include "config.h"

#include "gla-copy-print.h"
#include "gla-figures.h"
#include "gla-i18n.h"
#include "gla-language.h"
#include "gla-list-print.h"
#include "gla-print-inside.h"
#include "gla-print-window.h"
#include "gla-setting.h"
#include "gla-sheet-batch.h"
#include "gla-sheet-list.h"
#include "gla-sheet-options.h"
#include "gla-sheet-preview.h"
#include "gla-store-read.h"
#include "gla-store-write.h"
#include "gla-test-record.h"
#include "gla-test-ui.h"
#include "gla-ui-resource.h"

#include <string.h>

typedef struct
{
  GlaTestRecord *record;
  GtkWindow *window;
} Fixture;

static GlaHistory *
read_history (Fixture    *fixture,
              const char *patient)
{
  g_autoptr (GError) error = NULL;
  GlaHistory *history =
    gla_store_read_history (gla_context_get_reader (fixture->record->context), patient, &error);

  g_assert_no_error (error);
  return history;
}

static GlaCycles *
make_cycles (Fixture    *fixture,
             const char *patient)
{
  GlaContext *context = fixture->record->context;
  g_autoptr (GlaHistory) history = read_history (fixture, patient);

  return gla_cycles_new (history, gla_context_get_catalogue (context),
                         gla_context_get_cycle_settings (context),
                         gla_context_get_today (context));
}

static void
open_window (Fixture    *fixture,
             const char *patient,
             const char *wanted)
{
  g_autoptr (GlaCycles) cycles = make_cycles (fixture, patient);
  const GlaSheetQuestion question = { .cycles = cycles, .wanted = wanted };

  fixture->window = gla_print_window_new (NULL, fixture->record->context, &question);
  gla_test_present (fixture->window);
}

static GlaSheetList *
get_list (Fixture *fixture)
{
  return GLA_SHEET_LIST (gla_test_find_type (GTK_WIDGET (fixture->window), GLA_TYPE_SHEET_LIST));
}

static gboolean
has_list (gpointer data)
{
  return get_list (data) != NULL && gla_sheet_list_get_shown (get_list (data)) != NULL;
}

static void
await_sheet (Fixture    *fixture,
             const char *key)
{
  g_assert_true (gla_test_wait (has_list, fixture, GLA_TEST_PATIENCE));
  g_assert_cmpstr (gla_sheet_list_get_shown (get_list (fixture))->key, ==, key);
}

static guint
count_checked (Fixture *fixture)
{
  g_autoptr (GPtrArray) checked = gla_sheet_list_list_checked (get_list (fixture));

  return checked->len;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->record = gla_test_record_new ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->window != NULL)
    gla_test_destroy (fixture->window);
  gla_test_record_free (fixture->record);
}

static gboolean
is_large (Fixture *fixture)
{
  GlaHandoutOptions chosen;

  gla_sheet_options_get (GLA_SHEET_OPTIONS (gla_test_find_type (GTK_WIDGET (fixture->window),
                                                                GLA_TYPE_SHEET_OPTIONS)), &chosen);
  return chosen.large;
}

static void
make_large (Fixture *fixture)
{
  g_autoptr (GlaHistory) history = read_history (fixture, GLA_TEST_PATIENT);
  g_autoptr (GlaStore) store = gla_store_open (fixture->record->path, GLA_STORE_DEFAULT, NULL);
  GlaPatient patient = *history->patient;

  patient.large_print = TRUE;
  g_assert_true (gla_store_amend_patient (store, &patient, NULL, NULL));
}

/* Treated six weeks ago and no case: the timeline; nothing yet: the consent. */
static void
test_chosen (Fixture       *fixture,
             gconstpointer  data)
{
  /* Who reads large print gets it, and nobody else. */
  make_large (fixture);
  open_window (fixture, GLA_TEST_PATIENT, NULL);
  await_sheet (fixture, GLA_SHEET_TIMELINE);
  g_assert_true (is_large (fixture));
  g_assert_cmpuint (count_checked (fixture), ==, 1);
  gla_test_await_text (GTK_WIDGET (fixture->window), " page");
  gla_test_assert_named (GTK_WIDGET (fixture->window));
  gla_test_screenshot (GTK_WIDGET (fixture->window), "print-window");
  gla_test_destroy (fixture->window);
  open_window (fixture, GLA_TEST_EMPTY_PATIENT, NULL);
  await_sheet (fixture, GLA_SHEET_CONSENT);
  g_assert_false (is_large (fixture));
  gla_test_destroy (fixture->window);
  open_window (fixture, GLA_TEST_PATIENT, GLA_SHEET_AFTERCARE);
  await_sheet (fixture, GLA_SHEET_AFTERCARE);
}

/* Arrows choose; Ctrl and arrows move, and Space takes one more into the job. */
static void
test_keys (Fixture       *fixture,
           gconstpointer  data)
{
  const char *first, *second;

  open_window (fixture, GLA_TEST_PATIENT, GLA_SHEET_AFTERCARE);
  await_sheet (fixture, GLA_SHEET_AFTERCARE);
  gla_test_focus (fixture->window);
  gla_test_key ("Down");
  first = gla_sheet_list_get_shown (get_list (fixture))->key;
  g_assert_cmpstr (first, !=, GLA_SHEET_AFTERCARE);
  g_assert_cmpuint (count_checked (fixture), ==, 1);
  gla_test_key ("<Control>Down");
  gla_test_key ("space");
  g_assert_cmpuint (count_checked (fixture), ==, 2);
  g_assert_cmpstr (gla_sheet_list_get_shown (get_list (fixture))->key, ==, first);
  gla_test_await_text (GTK_WIDGET (fixture->window), "2 sheets in one job");
  /* From now on arrows only show. */
  gla_test_key ("Down");
  second = gla_sheet_list_get_shown (get_list (fixture))->key;
  g_assert_cmpstr (second, !=, first);
  g_assert_cmpuint (count_checked (fixture), ==, 2);
}

typedef struct
{
  gboolean done;
  GlaSheetSubject *subject;
  GlaSheetBatch *batch;
} Made;

static gboolean
is_done (gpointer data)
{
  return ((Made *) data)->done;
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Made *made = user_data;
  g_autoptr (GError) error = NULL;

  made->subject = gla_sheet_subject_load_finish (result, &error);
  g_assert_no_error (error);
  made->done = TRUE;
}

static void
batch_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Made *made = user_data;
  g_autoptr (GError) error = NULL;

  made->batch = gla_sheet_batch_finish (result, &error);
  g_assert_no_error (error);
  made->done = TRUE;
}

static void
make (Fixture           *fixture,
      const char *const *keys,
      const char        *language,
      Made              *made)
{
  g_autoptr (GlaCycles) cycles = make_cycles (fixture, GLA_TEST_PATIENT);
  g_autoptr (GPtrArray) orders
    = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_sheet_order_free);
  const GlaSheetQuestion question = { .cycles = cycles };
  const GlaHandoutOptions options = { .paper = GLA_PAPER_A4, .language = language };

  gla_sheet_subject_load_async (fixture->record->context, &question, NULL, loaded_cb, made);
  g_assert_true (gla_test_wait (is_done, made, GLA_TEST_PATIENCE));
  for (guint i = 0; keys[i] != NULL; i++)
    g_ptr_array_add (orders, gla_sheet_order_new (made->subject,
                                                  gla_sheet_subject_find (made->subject, keys[i])));
  made->done = FALSE;
  gla_sheet_batch_async (orders, &options, TRUE, NULL, NULL, batch_cb, made);
  g_assert_true (gla_test_wait (is_done, made, GLA_TEST_PATIENCE));
}

static void
made_clear (Made *made)
{
  gla_sheet_batch_free (made->batch);
  gla_sheet_subject_unref (made->subject);
}

static char *
run (const char *command)
{
  g_autoptr (GError) error = NULL;
  char *output = NULL;

  g_spawn_command_line_sync (command, &output, NULL, NULL, &error);
  g_assert_no_error (error);
  return output;
}

static guint
count_given (Fixture *fixture)
{
  g_autoptr (GlaHistory) history = read_history (fixture, GLA_TEST_PATIENT);

  return history->documents->len;
}

static gboolean
is_noted (gpointer data)
{
  return count_given (data) == 3;
}

/* Two sheets in one job; each is in the record with who, when, version, language and its copy. */
static void
test_given (Fixture       *fixture,
            gconstpointer  data)
{
  static const char *const keys[] = { GLA_SHEET_AFTERCARE, GLA_SHEET_TIMELINE, NULL };
  g_autofree char *author = g_strdup (gla_context_get_author (fixture->record->context));
  g_autoptr (GlaHistory) history = NULL;
  Made made = { FALSE, NULL, NULL };

  make (fixture, keys, NULL, &made);
  g_assert_nonnull (author);
  g_assert_cmpuint (made.batch->copies->len, ==, 2);
  g_assert_cmpuint (count_given (fixture), ==, 1);
  gla_sheet_batch_note (made.batch, fixture->record->context, "Printed");
  g_assert_true (gla_test_wait (is_noted, fixture, GLA_TEST_PATIENCE));
  history = read_history (fixture, GLA_TEST_PATIENT);
  for (guint i = 1; i < 3; i++)
    {
      const GlaDocument *document = history->documents->pdata[i];
      const GlaSheetCopy *copy = made.batch->copies->pdata[i - 1];
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) kept =
        gla_store_read_copy (gla_context_get_reader (fixture->record->context), document->id,
                             NULL, &error);

      g_assert_no_error (error);
      if (!g_str_equal (document->template, copy->key))
        copy = made.batch->copies->pdata[2 - i];
      g_assert_cmpstr (document->template, ==, copy->key);
      g_assert_cmpstr (document->version, ==, copy->version);
      g_assert_cmpstr (document->language, ==, "tr");
      g_assert_cmpstr (document->staff, ==, author);
      g_assert_cmpint (document->day, ==, gla_context_get_today (fixture->record->context));
      g_assert_nonnull (document->treatment);
      g_assert_true (g_bytes_equal (kept, copy->pdf));
      g_assert_cmpuint (g_bytes_get_size (kept), <, 100000);
    }
  made_clear (&made);
}

/* What a printer gets from the copies has all words on all pages, with fonts embedded. */
static void
test_copies (Fixture       *fixture,
             gconstpointer  data)
{
  static const char *const keys[] = { GLA_SHEET_AFTERCARE, "card", NULL };
  g_autofree char *path = g_build_filename (fixture->record->folder, "printed.pdf", NULL);
  g_autofree char *command = g_strdup_printf ("pdftotext -layout %s -", path);
  g_autofree char *fonts = g_strdup_printf ("pdffonts %s", path);
  g_autofree char *text = NULL;
  g_autofree char *table = NULL;
  g_autoptr (GPtrArray) pdfs = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GError) error = NULL;
  Made made = { FALSE, NULL, NULL };

  make (fixture, keys, "en", &made);
  for (guint i = 0; i < 2; i++)
    g_ptr_array_add (pdfs, g_bytes_ref (((GlaSheetCopy *) made.batch->copies->pdata[i])->pdf));
  operation = gla_copy_print_new (pdfs, NULL, "Sheets", &error);
  g_assert_no_error (error);
  gtk_print_operation_set_allow_async (operation, FALSE);
  gtk_print_operation_set_show_progress (operation, FALSE);
  gtk_print_operation_set_export_filename (operation, path);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL,
                                            &error), ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  text = run (command);
  g_assert_nonnull (strstr (text, "Mira Kaya"));
  g_assert_nonnull (strstr (text, "Treatment card"));
  g_assert_true (g_regex_match_simple ("printed by [^\n]* · [0-2][0-9]:[0-5][0-9]", text, 0, 0));
  table = run (fonts);
  g_assert_nonnull (strstr (table, "yes"));
  made_clear (&made);
}

static gboolean
is_there (gpointer data)
{
  return g_file_test (data, G_FILE_TEST_EXISTS);
}

static gboolean
has_letter (gpointer data)
{
  return count_given (data) == 2;
}

/* The patient's language, which a letter to her is in. */
static const char *
get_turkish (const char *text)
{
  g_auto (GlaLanguageScope) scope = gla_language_enter (gla_language_load ("tr", NULL));
  const char *turkish = gla_gettext (text);

  g_assert_cmpstr (turkish, !=, text);
  return turkish;
}

/* Who had a lot: one list and a letter to each in one file, and the letter is in the record. */
static void
test_lot (Fixture       *fixture,
          gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->record->folder, "letters.pdf", NULL);
  g_autofree char *command = g_strdup_printf ("pdftotext -layout %s -", path);
  g_autofree char *text = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GlaHistory) history = NULL;
  const GlaDocument *document;
  const char *list, *letter, *title, *aside;

  fixture->window = GTK_WINDOW (adw_window_new ());
  gla_test_present (fixture->window);
  gla_list_print_lot (fixture->window, fixture->record->context, "c4821a2", file);
  g_assert_true (gla_test_wait (is_there, path, GLA_TEST_PATIENCE));
  g_assert_true (gla_test_wait (has_letter, fixture, GLA_TEST_PATIENCE));
  text = run (command);
  title = get_turkish ("About the product that you had");
  aside = get_turkish ("We have put the rest of the lot aside.");
  list = strstr (text, "Everybody who had lot c4821a2.");
  letter = strstr (text, title);
  g_assert_nonnull (list);
  g_assert_nonnull (letter);
  g_assert_true (list < letter);
  g_assert_nonnull (strstr (list, "044 555 01 84"));
  g_assert_nonnull (strstr (list, "calls: not agreed"));
  g_assert_nonnull (strstr (letter, aside));
  g_assert_null (strstr (strstr (letter, aside) + 1, aside));
  g_assert_nonnull (strstr (letter, "C4821A2"));
  history = read_history (fixture, GLA_TEST_PATIENT);
  document = history->documents->pdata[1];
  g_assert_cmpstr (document->template, ==, GLA_SHEET_LOT_LETTER);
  g_assert_true (document->has_copy);
}

static void
begin_case (Fixture    *fixture,
            const char *area)
{
  GlaContext *context = fixture->record->context;
  g_autoptr (GlaCycles) cycles = make_cycles (fixture, GLA_TEST_PATIENT);
  const GlaTreatment *last = cycles->history->treatments->pdata[cycles->history->treatments->len - 1];
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaStore) store = gla_store_open (fixture->record->path, GLA_STORE_DEFAULT, &error);
  g_autoptr (GlaKeptCase) kept = NULL;
  GlaClinicFigures clinic;
  GlaFigures figures;
  GlaCaseDesk desk = { gla_context_get_shelf (context), cycles, &clinic };

  g_assert_no_error (error);
  gla_figures_init (&figures, context);
  g_assert_true (gla_figures_read (&figures, store, &clinic, &error));
  kept = gla_kept_case_start (store, &desk, area, last->id, NULL, &error);
  g_assert_no_error (error);
  gla_constants_unref (clinic.constants);
  gla_figures_clear (&figures);
}

static void
load_about (Fixture    *fixture,
            const char *area,
            Made       *made)
{
  g_autoptr (GlaCycles) cycles = make_cycles (fixture, GLA_TEST_PATIENT);
  const GlaTreatment *last = cycles->history->treatments->pdata[cycles->history->treatments->len - 1];
  const GlaSheetQuestion question = { .cycles = cycles, .area = area, .treatment = last->id };

  made->done = FALSE;
  gla_sheet_subject_load_async (fixture->record->context, &question, NULL, loaded_cb, made);
  g_assert_true (gla_test_wait (is_done, made, GLA_TEST_PATIENCE));
}

/* An open case gives its days to the sheets about its own area, and to no others. */
static void
test_case_elsewhere (Fixture       *fixture,
                     gconstpointer  data)
{
  Made frown = { FALSE, NULL, NULL };
  Made forehead = { FALSE, NULL, NULL };

  begin_case (fixture, "FRON");
  load_about (fixture, "FRON", &forehead);
  g_assert_nonnull (forehead.subject->kept);
  g_assert_cmpstr (forehead.subject->input.area, ==, "FRON");
  load_about (fixture, "GLAB", &frown);
  g_assert_null (frown.subject->kept);
  g_assert_cmpstr (frown.subject->input.area, ==, "GLAB");
  made_clear (&frown);
  made_clear (&forehead);
}

/* GTK would write the pages to a temporary file for another program, and call that printed. */
static void
test_preview (Fixture       *fixture,
              gconstpointer  data)
{
  static const char *const keys[] = { GLA_SHEET_AFTERCARE, NULL };
  g_autofree char *seen = g_build_filename (fixture->record->folder, "seen", NULL);
  g_autofree char *command = g_strdup_printf ("touch %s", seen);
  g_autoptr (GPtrArray) pdfs = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GError) error = NULL;
  Made made = { FALSE, NULL, NULL };

  make (fixture, keys, "en", &made);
  g_ptr_array_add (pdfs, g_bytes_ref (((GlaSheetCopy *) made.batch->copies->pdata[0])->pdf));
  g_object_set (gtk_settings_get_default (), "gtk-print-preview-command", command, NULL);
  operation = gla_copy_print_new (pdfs, NULL, "Sheets", &error);
  g_assert_no_error (error);
  gla_print_keep_inside (operation, fixture->record->context);
  gtk_print_operation_set_allow_async (operation, FALSE);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PREVIEW, NULL,
                                            &error), ==, GTK_PRINT_OPERATION_RESULT_CANCEL);
  g_assert_no_error (error);
  gla_test_spin (300);
  g_assert_false (g_file_test (seen, G_FILE_TEST_EXISTS));
  made_clear (&made);
}

static AdwComboRow *
get_language_row (Fixture *fixture)
{
  return ADW_COMBO_ROW (gla_test_find_type (GTK_WIDGET (fixture->window), ADW_TYPE_COMBO_ROW));
}

/* Not only chosen: the sheet that is shown is. */
static gboolean
is_in_german (gpointer data)
{
  return g_strcmp0 (adw_action_row_get_subtitle (ADW_ACTION_ROW (get_language_row (data))),
                    "Deutsch") == 0;
}

static void
choose_language (Fixture    *fixture,
                 const char *name)
{
  AdwComboRow *row = get_language_row (fixture);
  GListModel *names = adw_combo_row_get_model (row);

  for (guint i = 0; i < g_list_model_get_n_items (names); i++)
    {
      g_autoptr (GtkStringObject) item = g_list_model_get_item (names, i);

      if (g_str_equal (gtk_string_object_get_string (item), name))
        {
          adw_combo_row_set_selected (row, i);
          return;
        }
    }
  g_assert_not_reached ();
}

static gboolean
is_unmarked (gpointer data)
{
  Fixture *fixture = data;

  return !gla_test_has_text (GTK_WIDGET (fixture->window), "Translated by machine");
}

/* A sheet for the patient begins in her language; who answers for a translation is said and kept. */
static void
test_language (Fixture       *fixture,
               gconstpointer  data)
{
  GlaStore *reader = gla_context_get_reader (fixture->record->context);
  GtkWidget *window;
  g_autofree char *reviewed = NULL;

  open_window (fixture, GLA_TEST_PATIENT, GLA_SHEET_AFTERCARE);
  await_sheet (fixture, GLA_SHEET_AFTERCARE);
  window = GTK_WIDGET (fixture->window);
  gla_test_await_text (window, "Türkçe");
  gla_test_await_text (window, "Translated by machine");
  choose_language (fixture, "Deutsch");
  g_assert_true (gla_test_wait (is_in_german, fixture, GLA_TEST_PATIENCE));
  gla_test_assert_named (window);
  gla_test_screenshot (window, "print-window-german");
  gla_test_press (window, "Mark as Reviewed");
  gla_test_await_text (window, "Translation reviewed by");
  reviewed = gla_store_get_setting (reader, GLA_SETTING_REVIEWED_TRANSLATIONS, NULL);
  g_assert_nonnull (strstr (reviewed, GLA_SHEET_AFTERCARE));
  gla_test_press (window, "Take Back");
  gla_test_await_text (window, "Translated by machine");
  g_assert_null (gla_store_get_setting (reader, GLA_SETTING_REVIEWED_TRANSLATIONS, NULL));
  choose_language (fixture, "English");
  g_assert_true (gla_test_wait (is_unmarked, fixture, GLA_TEST_PATIENCE));
}

/* A file that is none is said to be so, and nothing is printed. */
static void
test_broken (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GPtrArray) pdfs = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (pdfs, g_bytes_new_static ("no sheet", 8));
  g_assert_null (gla_copy_print_new (pdfs, NULL, "Sheets", &error));
  g_assert_nonnull (error);
}

int
main (int    argc,
      char **argv)
{
  gla_test_ui_init (&argc, &argv);
  gla_ui_register_resource ();
#define TEST(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  TEST ("/pages/print-window/chosen", test_chosen);
  TEST ("/pages/print-window/keys", test_keys);
  TEST ("/pages/print-window/given", test_given);
  TEST ("/pages/print-window/copies", test_copies);
  TEST ("/pages/print-window/lot", test_lot);
  TEST ("/pages/print-window/case-elsewhere", test_case_elsewhere);
  TEST ("/pages/print-window/preview", test_preview);
  TEST ("/pages/print-window/language", test_language);
  TEST ("/pages/print-window/broken", test_broken);
  return g_test_run ();
}
