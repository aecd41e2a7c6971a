/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-handout-qr.h"

#include "gla-language.h"
#include "gla-palette.h"
#include "gla-paper.h"
#include "gla-text.h"

#include <qrencode.h>
#include <string.h>

#define EDGE GLA_PAPER_MM (24.0)
#define MARGIN 4            /* modules, as the standard asks for */
#define MOST_MODULES 45     /* each is half a millimetre then: what a telephone reads from paper */
#define LEAST_DIGITS 3

typedef struct
{
  QRcode *code;
  char *words;      /* or NULL */
  char *shown;
  GlaText *text;
  gboolean rtl;
  double width;
} Picture;

/* A number to call: digits, with the sign of a country before them. */
static char *
dup_call (const char *phone)
{
  g_autoptr (GString) number = g_string_new ("tel:");
  guint digits = 0;

  for (const char *at = phone; *at != '\0'; at++)
    {
      /* "+41 (0)44": dialled from abroad without it. */
      if (g_str_has_prefix (at, "(0)") && number->str[strlen ("tel:")] == '+')
        {
          at += strlen ("(0");
          continue;
        }
      if (g_ascii_isdigit (*at))
        digits++;
      /* What follows is another number, or words. */
      else if (digits > 0 && (g_ascii_isalpha (*at) || *at == ',' || *at == ';' || *at == '\n'))
        break;
      if (g_ascii_isdigit (*at) || (*at == '+' && digits == 0 && number->str[number->len - 1] != '+'))
        g_string_append_c (number, *at);
    }
  return digits >= LEAST_DIGITS ? g_string_free (g_steal_pointer (&number), FALSE) : NULL;
}

char *
gla_handout_dup_link (const char *field,
                      const char *value)
{
  g_autofree char *trimmed = NULL;

  g_return_val_if_fail (field != NULL, NULL);

  if (value == NULL)
    return NULL;
  trimmed = g_strstrip (g_strdup (value));
  if (trimmed[0] == '\0')
    return NULL;
  if (strcmp (field, "clinic-phone") == 0)
    return dup_call (trimmed);
  g_return_val_if_fail (strcmp (field, "clinic-web") == 0, NULL);
  if (strpbrk (trimmed, " \t\n") != NULL)
    return NULL;
  return strstr (trimmed, "://") != NULL ? g_steal_pointer (&trimmed)
                                         : g_strconcat ("https://", trimmed, NULL);
}

static double
get_text_width (const Picture *self)
{
  return MAX (self->width - EDGE - 10, 1);
}

static double
measure_cb (gpointer data,
            double   width,
            double   size)
{
  Picture *self = data;
  double height;

  g_clear_pointer (&self->text, gla_text_free);
  self->text = gla_text_new ("Cantarell, Noto Sans, Sans", size, TRUE);
  self->width = width;
  height = gla_text_get_wrapped_height (self->text, GLA_TEXT_BOLD, self->shown,
                                        get_text_width (self));
  if (self->words != NULL)
    height += gla_text_get_wrapped_height (self->text, GLA_TEXT_BODY, self->words,
                                           get_text_width (self));
  return MAX (EDGE, height);
}

/* Modules of a row that touch are one rectangle, so that no line shows between them. */
static void
draw_code (const Picture *self,
           cairo_t       *cr)
{
  int n = self->code->width;
  double module = EDGE / (n + 2 * MARGIN);

  for (int y = 0; y < n; y++)
    for (int x = 0; x < n;)
      {
        int from = x;

        while (x < n && (self->code->data[y * n + x] & 1) != 0)
          x++;
        if (x > from)
          cairo_rectangle (cr, (MARGIN + from) * module, (MARGIN + y) * module,
                           (x - from) * module, module);
        else
          x++;
      }
  /* Black on white, whatever the palette is. */
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_fill (cr);
}

/* Beside the code also where the language runs the other way and an address does not. */
static void
draw_text (const Picture *self,
           cairo_t       *cr,
           GlaTextStyle   style,
           const char    *text,
           double         y)
{
  double width = get_text_width (self);
  double natural = gla_text_get_width (self->text, style, text);

  gla_text_draw_wrapped (self->text, cr, style, text,
                         self->rtl ? MAX (width - natural, 0) : EDGE + 10, y, width);
}

static void
draw_cb (gpointer  data,
         cairo_t  *cr)
{
  const Picture *self = data;
  double y = EDGE * MARGIN / (self->code->width + 2 * MARGIN);

  cairo_save (cr);
  cairo_translate (cr, self->rtl ? self->width - EDGE : 0, 0);
  draw_code (self, cr);
  cairo_restore (cr);
  gla_palette_set_source (GLA_PALETTE_PAPER, GLA_COLOR_TEXT, cr);
  if (self->words != NULL)
    {
      draw_text (self, cr, GLA_TEXT_BODY, self->words, y);
      y += gla_text_get_wrapped_height (self->text, GLA_TEXT_BODY, self->words,
                                        get_text_width (self));
    }
  draw_text (self, cr, GLA_TEXT_BOLD, self->shown, y);
}

static void
picture_free (gpointer data)
{
  Picture *self = data;

  g_clear_pointer (&self->code, QRcode_free);
  g_clear_pointer (&self->text, gla_text_free);
  g_free (self->words);
  g_free (self->shown);
  g_free (self);
}

void
gla_handout_add_qr (GPtrArray  *blocks,
                    const char *link,
                    const char *shown,
                    const char *words)
{
  QRcode *code;
  Picture *self;
  GlaBlock *block;

  g_return_if_fail (blocks != NULL && link != NULL && shown != NULL);

  code = QRcode_encodeString8bit (link, 0, QR_ECLEVEL_M);
  if (code == NULL || code->width > MOST_MODULES)
    {
      QRcode_free (code);
      return;
    }
  self = g_new0 (Picture, 1);
  self->code = code;
  self->shown = g_strdup (shown);
  self->words = words != NULL && words[0] != '\0' ? g_strdup (words) : NULL;
  self->rtl = gla_language_is_rtl_now ();
  block = gla_block_add (blocks, GLA_BLOCK_PICTURE, NULL);
  block->picture = (GlaBlockPicture) { self, measure_cb, draw_cb, picture_free };
}
