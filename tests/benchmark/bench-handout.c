/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Time of one sheet from the record to the bytes of its PDF, and of 500 letters in
 * one file, beside a page of cairo and Pango with the same text in the same run;
 * and how much memory the letters took. Prints medians in milliseconds.
 */

#include "config.h"

#include "gla-bench.h"
#include "gla-block.h"
#include "gla-handout.h"
#include "gla-pdf.h"
#include "gla-test-history.h"

#include <cairo-pdf.h>
#include <stdlib.h>
#include <unistd.h>

#define ROUNDS 31
#define LETTERS 500
#define RECORD \
  "t 0 a GLAB ona 20 lot=L;g 0 GLAB 3;g 16 GLAB 1;g 84 GLAB 2;g 112 GLAB 3;" \
  "t 120 b GLAB ona 20 lot=M;t 120 b FRON ona 10 lot=M;g 120 GLAB 3"

/* What all sheets are filled in from. */
typedef struct
{
  GlaCatalogue *catalogue;
  GlaProtocol *protocol;
  GlaConstants *constants;
  GlaCycleSettings settings;
  GlaCycles *cycles;
  GlaFactInput facts;
  GlaHandoutInput input;
} Stage;

static void
stage_init (Stage *stage)
{
  g_autoptr (GlaHistory) history = gla_test_history_new (RECORD);

  stage->catalogue = gla_catalogue_load_builtin (NULL);
  stage->protocol = gla_protocol_load_builtin (stage->catalogue, NULL);
  stage->constants = gla_constants_new (stage->catalogue);
  gla_cycle_settings_init (&stage->settings, stage->catalogue);
  stage->cycles = gla_cycles_new (history, stage->catalogue, &stage->settings,
                                  gla_test_history_day (126));
  stage->facts = (GlaFactInput) { .cycles = stage->cycles, .settings = &stage->settings,
                                  .constants = stage->constants,
                                  .vial_drawn = GLA_UNITS_UNKNOWN };
  gla_handout_input_init (&stage->input, &stage->facts);
  stage->input.clinic_name = "Praxis am Markt";
  stage->input.clinic_phone = "044 000 00 00";
}

static void
stage_clear (Stage *stage)
{
  gla_cycles_unref (stage->cycles);
  gla_constants_unref (stage->constants);
  gla_protocol_unref (stage->protocol);
  gla_catalogue_unref (stage->catalogue);
}

static GBytes *
write_sheets (Stage              *stage,
              GlaHandoutTemplate *template,
              guint               n)
{
  const GlaHandoutOptions options = { .paper = GLA_PAPER_A4 };
  g_autoptr (GlaPdf) pdf = gla_pdf_new ();

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GlaPages) pages = gla_handout_new (template, &stage->input, &options, NULL);

      gla_pdf_add (pdf, pages);
    }
  return gla_pdf_finish (pdf, gla_day_new (2026, 11, 29), NULL);
}

/* Every word of a sheet, in one text. */
static char *
dup_text (Stage              *stage,
          GlaHandoutTemplate *template)
{
  g_autoptr (GPtrArray) blocks = gla_handout_make_blocks (template, &stage->input, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < blocks->len; i++)
    {
      const GlaBlock *block = blocks->pdata[i];

      g_string_append_printf (text, "%s\n", block->words.text != NULL ? block->words.text : "");
      for (guint j = 0; j < block->children->len; j++)
        g_string_append_printf (text, "%s\n",
                                ((const GlaBlock *) block->children->pdata[j])->words.text);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static cairo_status_t
forget_cb (void                *data,
           const unsigned char *bytes,
           unsigned int         length)
{
  return CAIRO_STATUS_SUCCESS;
}

/* The limit: the same words, in one size, on pages of a PDF. */
static void
write_plain (const char *text,
             guint       n)
{
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (forget_cb, NULL, 595, 842);
  cairo_t *cr = cairo_create (surface);
  PangoFontDescription *font = pango_font_description_from_string ("Cantarell, Sans 14");

  for (guint i = 0; i < n; i++)
    {
      PangoLayout *layout = pango_cairo_create_layout (cr);

      pango_layout_set_font_description (layout, font);
      pango_layout_set_width (layout, 510 * PANGO_SCALE);
      pango_layout_set_text (layout, text, -1);
      cairo_move_to (cr, 42, 74);
      pango_cairo_show_layout (cr, layout);
      cairo_show_page (cr);
      g_object_unref (layout);
    }
  pango_font_description_free (font);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
measure_one (Stage      *stage,
             const char *key)
{
  g_autoptr (GlaHandoutTemplate) template =
    gla_handout_template_load (key, NULL, stage->catalogue, stage->protocol, NULL, NULL);
  g_autofree char *text = dup_text (stage, template);
  g_auto (GlaBenchTimes) ours = { NULL };
  g_auto (GlaBenchTimes) plain = { NULL };

  gla_bench_times_init (&ours);
  gla_bench_times_init (&plain);
  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (GBytes) bytes = write_sheets (stage, template, 1);

      gla_bench_times_add (&ours, start);
      start = g_get_monotonic_time ();
      write_plain (text, 1);
      gla_bench_times_add (&plain, start);
    }
  g_print ("%s, ms\t%.1f\t%.1f\t%.1f\n", key, gla_bench_times_get (&ours, 0.5),
           gla_bench_times_get (&plain, 0.5),
           gla_bench_times_get (&ours, 0.5) / gla_bench_times_get (&plain, 0.5));
}

static void
measure_letters (Stage      *stage,
                 const char *key)
{
  g_autoptr (GlaHandoutTemplate) template =
    gla_handout_template_load (key, NULL, stage->catalogue, stage->protocol, NULL, NULL);
  g_autofree char *text = dup_text (stage, template);
  double before = gla_bench_get_peak_memory (getpid ());
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GBytes) bytes = write_sheets (stage, template, LETTERS);
  double ours = (g_get_monotonic_time () - start) / 1000.0;
  double after = gla_bench_get_peak_memory (getpid ());

  start = g_get_monotonic_time ();
  write_plain (text, LETTERS);
  g_print ("%d of %s, ms\t%.0f\t%.0f\t%.1f\n", LETTERS, key, ours,
           (g_get_monotonic_time () - start) / 1000.0,
           ours / ((g_get_monotonic_time () - start) / 1000.0));
  g_print ("the same: more memory, MiB\t%.1f\tfile, MiB\t%.1f\n", after - before,
           g_bytes_get_size (bytes) / 1048576.0);
}

int
main (void)
{
  static const char *const keys[] = { "not-yet", "aftercare", "timeline", "full-record" };
  Stage stage = { NULL };

  stage_init (&stage);
  g_print ("sheet\tours\ttext alone\tratio\n");
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    measure_one (&stage, keys[i]);
  measure_letters (&stage, "not-yet");
  stage_clear (&stage);
  return EXIT_SUCCESS;
}
