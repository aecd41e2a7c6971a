/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-sheet.h"

#include "gla-pdf.h"
#include "gla-test-folder.h"

#include <string.h>

static char *folder;
static const char *reviewed_setting;
static const GlaLetterhead *other_letterhead;

void
gla_sheet_begin (void)
{
  gla_case_play_begin ();
  folder = gla_test_dup_folder ();
}

int
gla_sheet_end (int result)
{
  gla_test_drop_folder (folder);
  return result;
}

void
gla_sheet_set_reviewed (const char *reviewed)
{
  reviewed_setting = reviewed;
}

void
gla_sheet_set_letterhead (const GlaLetterhead *letterhead)
{
  other_letterhead = letterhead;
}

GlaHandoutTemplate *
gla_sheet_template (const char *key)
{
  g_autoptr (GError) error = NULL;
  GlaHandoutTemplate *template =
    gla_handout_template_load (key, NULL, gla_case_play_catalogue (), gla_case_play_protocol (),
                               NULL, &error);

  g_assert_no_error (error);
  return template;
}

static void
add_clinic (GlaHandoutInput *input)
{
  input->clinic_name = "Praxis am Markt <&>";
  input->clinic_address = "12 Lindenhof\n8001 Zürich";
  input->clinic_phone = "044 000 00 00";
  input->staff = "Dr A. Osei";
  input->reviewed = reviewed_setting;
  if (other_letterhead != NULL)
    gla_handout_input_set_letterhead (input, other_letterhead);
}

/* @more: what a list or a letter is about besides the record */
static GlaPages *
fill_template (const GlaHandoutTemplate *template,
               GlaHistory               *history,
               GlaDay                    today,
               const GlaHandoutInput    *more,
               const GlaHandoutOptions  *options)
{
  g_autoptr (GlaConstants) constants = gla_constants_new (gla_case_play_catalogue ());
  g_autoptr (GlaCycles) cycles = NULL;
  g_autoptr (GError) error = NULL;
  GlaCycleSettings settings;
  GlaFactInput facts = { .vial_drawn = GLA_UNITS_UNKNOWN };
  GlaHandoutInput input;
  GlaPages *pages;

  gla_cycle_settings_init (&settings, gla_case_play_catalogue ());
  cycles = gla_cycles_new (history, gla_case_play_catalogue (), &settings, today);
  facts.cycles = cycles;
  facts.settings = &settings;
  facts.constants = constants;
  gla_handout_input_init (&input, &facts);
  input.calls = more->calls;
  input.list_about = more->list_about;
  input.checked_lot = more->checked_lot;
  input.checked_day = more->checked_day;
  add_clinic (&input);
  pages = gla_handout_new (template, &input, options, &error);
  g_assert_no_error (error);
  return pages;
}

static GlaPages *
make_pages (const char              *key,
            GlaHistory              *history,
            GlaDay                   today,
            const GlaHandoutInput   *more,
            const GlaHandoutOptions *options)
{
  g_autoptr (GlaHandoutTemplate) template = gla_sheet_template (key);

  return fill_template (template, history, today, more, options);
}

static GlaPages *
parse_and_fill (GBytes                  *text,
                gboolean                 is_own,
                const char              *script,
                int                      today,
                const GlaHandoutOptions *options)
{
  g_autoptr (GlaHistory) history = gla_test_history_new (script);
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaHandoutTemplate) template =
    gla_handout_template_parse (text, "text", is_own, gla_case_play_catalogue (),
                                gla_case_play_protocol (), &error);

  g_assert_no_error (error);
  return fill_template (template, history, gla_test_history_day (today),
                        &(GlaHandoutInput) { .checked_day = GLA_DAY_NONE }, options);
}

GlaPages *
gla_sheet_of_text (GBytes                  *text,
                   const char              *script,
                   int                      today,
                   const GlaHandoutOptions *options)
{
  return parse_and_fill (text, FALSE, script, today, options);
}

GlaPages *
gla_sheet_of_own (GBytes                  *text,
                  const char              *script,
                  int                      today,
                  const GlaHandoutOptions *options)
{
  return parse_and_fill (text, TRUE, script, today, options);
}

GlaPages *
gla_sheet_of_script (const char              *key,
                     const GlaPatient        *patient,
                     const char              *script,
                     int                      today,
                     const GlaHandoutOptions *options)
{
  g_autoptr (GlaHistory) history = patient != NULL ? gla_test_history_new_of (patient, script)
                                                   : gla_test_history_new (script);

  return make_pages (key, history, gla_test_history_day (today),
                     &(GlaHandoutInput) { .checked_day = GLA_DAY_NONE }, options);
}

GlaPages *
gla_sheet_of_lot (const char              *script,
                  const char              *lot,
                  int                      day,
                  const GlaHandoutOptions *options)
{
  g_autoptr (GlaHistory) history = gla_test_history_new (script);
  const GlaHandoutInput more = { .checked_lot = lot, .checked_day = gla_test_history_day (day) };

  return make_pages ("lot-letter", history, gla_test_history_day (day + 30), &more, options);
}

GlaPages *
gla_sheet_of_calls (const GPtrArray         *calls,
                    const char              *about,
                    const GlaHandoutOptions *options)
{
  g_autoptr (GlaHistory) history = gla_test_history_new ("");

  return make_pages ("call-list", history, gla_test_history_day (0),
                     &(GlaHandoutInput) { .calls = calls, .list_about = about,
                                          .checked_day = GLA_DAY_NONE },
                     options);
}

typedef struct
{
  GlaHandoutTemplate *template;
  const GlaHandoutOptions *options;
  GlaPages *pages;
} Making;

static void
make_cb (GlaCase            *self,
         const GlaFactInput *facts,
         gpointer            user_data)
{
  Making *making = user_data;
  g_autoptr (GError) error = NULL;
  GlaHandoutInput input;

  gla_handout_input_init (&input, facts);
  input.walk = self;
  add_clinic (&input);
  making->pages = gla_handout_new (making->template, &input, making->options, &error);
  g_assert_no_error (error);
}

GlaPages *
gla_sheet_of_play (const char              *key,
                   const GlaCasePlay       *play,
                   const GlaHandoutOptions *options)
{
  g_autoptr (GlaHandoutTemplate) template = gla_sheet_template (key);
  Making making = { template, options, NULL };

  gla_case_play_with (play, make_cb, &making);
  g_assert_nonnull (making.pages);
  return making.pages;
}

GBytes *
gla_sheet_pdf (GlaPages *pages)
{
  g_autoptr (GlaPdf) pdf = gla_pdf_new ();
  g_autoptr (GError) error = NULL;
  GBytes *bytes;

  gla_pdf_add (pdf, pages);
  bytes = gla_pdf_finish (pdf, gla_day_new (2026, 11, 29), &error);
  g_assert_no_error (error);
  return bytes;
}

char *
gla_sheet_read (GlaPages   *pages,
                const char *program)
{
  g_autofree char *path = g_build_filename (folder, "sheet.pdf", NULL);
  g_autofree char *found = g_find_program_in_path (program);
  g_autoptr (GBytes) bytes = gla_sheet_pdf (pages);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  if (found == NULL)
    {
      g_test_skip ("poppler-utils is not installed");
      return NULL;
    }
  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                       &error);
  g_assert_no_error (error);
  process = strcmp (program, "pdftotext") == 0
              ? g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, path, "-", NULL)
              : g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, path, NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

void
gla_sheet_assert_inside (GlaPages   *pages,
                         const char *name)
{
  double x, y, width, height, slack;

  gla_pages_get_live_area (pages, &x, &y, &width, &height);
  /* A card has its line to cut along 7 mm outside; marks above a letter may stack up. */
  slack = width < GLA_SHEET_WIDTH ? 22 : 6;
  for (guint page = 0; page < gla_pages_get_n_pages (pages); page++)
    {
      cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
      cairo_t *cr = cairo_create (surface);
      double ink_x, ink_y, ink_width, ink_height;

      gla_pages_draw (pages, cr, page);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_recording_surface_ink_extents (surface, &ink_x, &ink_y, &ink_width, &ink_height);
      if (ink_x < x - slack || ink_y < y - slack || ink_x + ink_width > x + width + slack ||
          ink_y + ink_height > y + height + slack)
        {
          g_test_message ("%s, page %u: ink from %.1f, %.1f to %.1f, %.1f; live area from %.1f, "
                          "%.1f to %.1f, %.1f",
                          name, page + 1, ink_x, ink_y, ink_x + ink_width, ink_y + ink_height, x, y,
                          x + width, y + height);
          g_test_fail ();
        }
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
}

void
gla_sheet_assert_order (const char        *text,
                        const char *const *words)
{
  g_autofree char *line = g_strdelimit (g_strdup (text), "\n\f", ' ');
  const char *at = line;

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *found = strstr (at, words[i]);

      if (found == NULL)
        {
          g_test_message ("\"%s\" is missing, or comes too early, in:\n%s", words[i], text);
          g_test_fail ();
          return;
        }
      at = found + strlen (words[i]);
    }
}
