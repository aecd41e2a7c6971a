/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-timeline-sheet-private.h"

#include "gla-i18n.h"
#include "gla-language.h"
#include "gla-palette.h"
#include "gla-timeline-legend.h"
#include "gla-timeline-paint.h"

#define BODY 9.0             /* points */
#define FIRST_HEAD 66.0      /* heights of the head of the first page and of the others */
#define NEXT_HEAD 26.0
#define FOOT 20.0

void
gla_timeline_sheet_options_init (GlaTimelineSheetOptions *options,
                                 GlaDay                   today)
{
  g_return_if_fail (options != NULL);

  *options = (GlaTimelineSheetOptions) { .printed_on = today, .paper = GLA_PAPER_A4 };
}

static void
block_clear (gpointer data)
{
  GlaSheetBlock *block = data;

  gla_timeline_scene_free (block->scene);
  g_free (block->text);
}

GlaSheetBlock *
gla_sheet_add (GlaTimelineSheet  *self,
               GlaSheetBlockKind  kind,
               double             height)
{
  GlaSheetBlock block = { .kind = kind, .height = height };

  g_array_append_val (self->blocks, block);
  return &g_array_index (self->blocks, GlaSheetBlock, self->blocks->len - 1);
}

static GlaTextStyle
get_style (GlaSheetBlockKind kind)
{
  return kind == GLA_SHEET_HEADING ? GLA_TEXT_BOLD : GLA_TEXT_BODY;
}

void
gla_sheet_add_text (GlaTimelineSheet  *self,
                    GlaSheetBlockKind  kind,
                    char              *text)
{
  double height = gla_text_get_wrapped_height (self->text, get_style (kind), text,
                                               GLA_SHEET_WIDTH);

  gla_sheet_add (self, kind, height + (kind == GLA_SHEET_HEADING ? 4 : 2))->text = text;
}

static double
get_head_height (const GlaTimelineSheet *self,
                 guint                   page)
{
  return page == 0 ? FIRST_HEAD : NEXT_HEAD;
}

/* A heading stays with what follows it; a page of a table begins with its head. */
static void
paginate (GlaTimelineSheet *self)
{
  double table_head = self->table ? gla_sheet_get_table_head_height (self) : 0;
  double y = get_head_height (self, 0);
  guint page = 0;

  for (guint i = 0; i < self->blocks->len; i++)
    {
      GlaSheetBlock *block = &g_array_index (self->blocks, GlaSheetBlock, i);
      double needed = block->height;

      if (block->kind == GLA_SHEET_HEADING && i + 1 < self->blocks->len)
        needed += g_array_index (self->blocks, GlaSheetBlock, i + 1).height;
      if (self->page_height > 0 && y + needed > self->page_height - FOOT
          && y > get_head_height (self, page))
        {
          page++;
          y = get_head_height (self, page);
          if (block->kind == GLA_SHEET_TABLE_LINE)
            y += table_head;
        }
      block->page = page;
      block->y = y;
      y += block->height;
    }
  self->n_pages = page + 1;
  self->height = self->page_height > 0 ? self->page_height : y + FOOT;
}

GlaTimelineSheet *
gla_timeline_sheet_new (GlaCycles                     *cycles,
                        GlaCatalogue                  *catalogue,
                        const GlaTimelineSheetOptions *options,
                        double                         page_height)
{
  GlaTimelineSheet *self;
  g_autofree char *name = NULL;

  g_return_val_if_fail (cycles != NULL && catalogue != NULL && options != NULL, NULL);
  g_return_val_if_fail (page_height >= 0, NULL);

  self = g_new0 (GlaTimelineSheet, 1);
  self->model = gla_timeline_model_new_with_estimates (cycles, catalogue, options->estimates, NULL);
  self->text = gla_text_new (NULL, BODY, TRUE);
  self->blocks = g_array_new (FALSE, FALSE, sizeof (GlaSheetBlock));
  g_array_set_clear_func (self->blocks, block_clear);
  self->clinic_name = g_strdup (options->clinic_name);
  self->printed_on = options->printed_on;
  self->table = options->table;
  self->page_height = page_height;
  self->rtl = gla_language_is_rtl_now ();

  name = gla_patient_get_spoken_name (cycles->history->patient);
  /* Translators: title of a printed sheet; %s is the patient's name */
  self->title = g_strdup_printf (_("Injections and effect: %s"), name);

  if (self->model->rows->len == 0)
    gla_sheet_add_text (self, GLA_SHEET_NOTE, g_strdup (_("No treatment is recorded.")));
  else if (self->table)
    gla_sheet_add_table (self);
  else
    gla_sheet_add_picture (self, page_height > 0 ? page_height - NEXT_HEAD - FOOT : 0);
  paginate (self);
  return self;
}

void
gla_timeline_sheet_free (GlaTimelineSheet *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->blocks);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  gla_text_free (self->text);
  gla_timeline_model_unref (self->model);
  g_free (self->clinic_name);
  g_free (self->title);
  g_free (self);
}

guint
gla_timeline_sheet_get_n_pages (const GlaTimelineSheet *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_pages;
}

double
gla_timeline_sheet_get_height (const GlaTimelineSheet *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->height;
}

char *
gla_timeline_sheet_dup_title (const GlaTimelineSheet *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_strdup (self->title);
}

/* Words at the start or end of a line, in the direction of the language. */
static void
draw_words (GlaTimelineSheet *self,
            cairo_t          *cr,
            GlaTextStyle      style,
            GlaColorRole      color,
            const char       *words,
            double            y,
            gboolean          at_end)
{
  double width = gla_text_get_width (self->text, style, words);

  gla_palette_set_source (GLA_PALETTE_PAPER, color, cr);
  gla_text_draw (self->text, cr, style, words,
                 at_end != self->rtl ? GLA_SHEET_WIDTH - width : 0, y);
}

static void
draw_rule (cairo_t *cr,
           double   y,
           double   width)
{
  gla_palette_set_source (GLA_PALETTE_PAPER, GLA_COLOR_RULE, cr);
  cairo_set_line_width (cr, width);
  cairo_move_to (cr, 0, y);
  cairo_line_to (cr, GLA_SHEET_WIDTH, y);
  cairo_stroke (cr);
}

static char *
get_birth (const GlaPatient *patient)
{
  g_autofree char *day = NULL;

  if (patient->birth_day == GLA_DAY_NONE)
    return g_strdup (_("birth date not known"));
  day = gla_day_format (patient->birth_day, GLA_DAY_EXACT);
  /* Translators: %s is a date */
  return g_strdup_printf (_("born %s"), day);
}

static void
draw_first_head (GlaTimelineSheet *self,
                 cairo_t          *cr)
{
  const GlaPatient *patient = self->model->cycles->history->patient;
  g_autofree char *name = gla_patient_get_spoken_name (patient);
  g_autofree char *birth = get_birth (patient);
  g_autofree char *day = gla_day_format (self->printed_on, GLA_DAY_EXACT);
  /* Translators: %s is a date */
  g_autofree char *printed = g_strdup_printf (_("Printed %s"), day);
  g_autofree char *about = NULL;

  draw_words (self, cr, GLA_TEXT_TITLE, GLA_COLOR_TEXT, name, 0, FALSE);
  if (patient->number != NULL)
    /* Translators: date of birth in words and number of the record */
    about = g_strdup_printf (_("%s · record %s"), birth, patient->number);
  else
    about = g_strdup (birth);
  draw_words (self, cr, GLA_TEXT_BODY, GLA_COLOR_TEXT, about, 23, FALSE);
  draw_words (self, cr, GLA_TEXT_HEADING, GLA_COLOR_TEXT, _("Injections and effect"), 38, FALSE);
  if (self->clinic_name != NULL)
    draw_words (self, cr, GLA_TEXT_BOLD, GLA_COLOR_TEXT, self->clinic_name, 5, TRUE);
  draw_words (self, cr, GLA_TEXT_BODY, GLA_COLOR_DIM, printed, 23, TRUE);
  draw_rule (cr, 56, 0.8);
}

static void
draw_next_head (GlaTimelineSheet *self,
                cairo_t          *cr)
{
  const GlaPatient *patient = self->model->cycles->history->patient;
  g_autofree char *birth = get_birth (patient);
  /* Translators: title with the patient's name, date of birth in words */
  g_autofree char *line = g_strdup_printf (_("%s, %s"), self->title, birth);

  draw_words (self, cr, GLA_TEXT_SMALL_BOLD, GLA_COLOR_TEXT, line, 0, FALSE);
  draw_rule (cr, 15, 0.5);
}

static void
draw_foot (GlaTimelineSheet *self,
           cairo_t          *cr,
           guint             page)
{
  double y = self->height - 12;
  /* Translators: page number and number of pages */
  g_autofree char *number = g_strdup_printf (_("Page %u of %u"), page + 1, self->n_pages);

  draw_rule (cr, y - 4, 0.5);
  draw_words (self, cr, GLA_TEXT_SMALL, GLA_COLOR_DIM,
              _("Units of different products are not the same and can't be compared."), y, FALSE);
  draw_words (self, cr, GLA_TEXT_SMALL, GLA_COLOR_DIM, number, y, TRUE);
}

static void
draw_block (GlaTimelineSheet    *self,
            cairo_t             *cr,
            const GlaSheetBlock *block)
{
  cairo_save (cr);
  cairo_translate (cr, 0, block->y);
  switch (block->kind)
    {
    case GLA_SHEET_SCENE:
      gla_timeline_paint (block->scene, self->text, GLA_PALETTE_PAPER, 0, cr);
      break;
    case GLA_SHEET_HEADING:
    case GLA_SHEET_NOTE:
      gla_palette_set_source (GLA_PALETTE_PAPER, GLA_COLOR_TEXT, cr);
      gla_text_draw_wrapped (self->text, cr, get_style (block->kind), block->text, 0, 0,
                             GLA_SHEET_WIDTH);
      break;
    case GLA_SHEET_LEGEND:
      gla_timeline_legend_paint (self->text, GLA_SHEET_WIDTH, GLA_PALETTE_PAPER, 0, self->rtl,
                                 cr);
      break;
    case GLA_SHEET_TABLE_HEAD:
    case GLA_SHEET_TABLE_LINE:
      gla_sheet_draw_table_block (self, cr, block, 0);
      break;
    default:
      g_assert_not_reached ();
    }
  cairo_restore (cr);
}

void
gla_timeline_sheet_draw (GlaTimelineSheet *self,
                         cairo_t          *cr,
                         guint             page)
{
  g_return_if_fail (self != NULL && cr != NULL);
  g_return_if_fail (page < self->n_pages);

  cairo_save (cr);
  cairo_new_path (cr);
  if (page == 0)
    draw_first_head (self, cr);
  else
    draw_next_head (self, cr);

  for (guint i = 0; i < self->blocks->len; i++)
    {
      const GlaSheetBlock *block = &g_array_index (self->blocks, GlaSheetBlock, i);

      if (block->page == page)
        draw_block (self, cr, block);
    }
  /* The table goes on from the page before: its head once more. */
  if (self->table && page > 0)
    {
      const GlaSheetBlock head = { .kind = GLA_SHEET_TABLE_HEAD };

      gla_sheet_draw_table_block (self, cr, &head, NEXT_HEAD);
    }
  draw_foot (self, cr, page);
  cairo_restore (cr);
}
