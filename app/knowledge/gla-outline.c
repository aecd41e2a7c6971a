/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-outline.h"

#include <string.h>

/* Straight pieces that stand for one curve when a place is looked up; a region is a few
 * dozen millimetres wide, so this is much finer than a needle. */
#define PIECES 12

struct _GlaOutline
{
  GArray *steps;   /* (element-type GlaOutlineStep) */
};

/* Where the reading of a path is. */
typedef struct
{
  const char *at;
  GArray *steps;
  double x, y;             /* where the pen is */
  double start_x, start_y; /* where this part began */
  double handle_x, handle_y; /* second handle of the last curve, else the pen */
} PathReader;

static void
skip_blanks (PathReader *reader)
{
  while (g_ascii_isspace (*reader->at) || *reader->at == ',')
    reader->at++;
}

static gboolean
read_number (PathReader *reader,
             double     *number)
{
  char *end;

  skip_blanks (reader);
  /* "inf", "nan" and hexadecimal numbers are numbers in C and none here. */
  if (!g_ascii_isdigit (*reader->at) && strchr ("+-.", *reader->at) == NULL)
    return FALSE;
  *number = g_ascii_strtod (reader->at, &end);
  if (end == reader->at || memchr (reader->at, 'x', (gsize) (end - reader->at)) != NULL)
    return FALSE;
  reader->at = end;
  return TRUE;
}

static gboolean
read_point (PathReader *reader,
            gboolean    relative,
            double     *x,
            double     *y)
{
  if (!read_number (reader, x) || !read_number (reader, y))
    return FALSE;
  if (relative)
    {
      *x += reader->x;
      *y += reader->y;
    }
  return TRUE;
}

static void
add_step (PathReader     *reader,
          GlaOutlineStep  step)
{
  int last = step.verb == GLA_OUTLINE_CURVE ? 2 : 0;

  g_array_append_val (reader->steps, step);
  reader->x = step.x[last];
  reader->y = step.y[last];
  reader->handle_x = last > 0 ? step.x[1] : reader->x;
  reader->handle_y = last > 0 ? step.y[1] : reader->y;
}

/* One set of numbers of a command other than Z. */
static gboolean
read_step (PathReader *reader,
           char        command)
{
  gboolean relative = g_ascii_islower (command);
  GlaOutlineStep step = { GLA_OUTLINE_LINE, { reader->x }, { reader->y } };

  switch (g_ascii_toupper (command))
    {
    case 'M':
      step.verb = GLA_OUTLINE_MOVE;
      if (!read_point (reader, relative, &step.x[0], &step.y[0]))
        return FALSE;
      reader->start_x = step.x[0];
      reader->start_y = step.y[0];
      break;
    case 'L':
      if (!read_point (reader, relative, &step.x[0], &step.y[0]))
        return FALSE;
      break;
    case 'H':
      if (!read_number (reader, &step.x[0]))
        return FALSE;
      step.x[0] += relative ? reader->x : 0;
      break;
    case 'V':
      if (!read_number (reader, &step.y[0]))
        return FALSE;
      step.y[0] += relative ? reader->y : 0;
      break;
    case 'C':
    case 'S':
      step.verb = GLA_OUTLINE_CURVE;
      step.x[0] = 2 * reader->x - reader->handle_x;
      step.y[0] = 2 * reader->y - reader->handle_y;
      if ((g_ascii_toupper (command) == 'C'
           && !read_point (reader, relative, &step.x[0], &step.y[0]))
          || !read_point (reader, relative, &step.x[1], &step.y[1])
          || !read_point (reader, relative, &step.x[2], &step.y[2]))
        return FALSE;
      break;
    default:
      return FALSE;
    }
  add_step (reader, step);
  return TRUE;
}

static void
close_part (PathReader *reader)
{
  add_step (reader,
            (GlaOutlineStep) { GLA_OUTLINE_CLOSE, { reader->start_x }, { reader->start_y } });
}

static gboolean
read_path (PathReader *reader)
{
  char command = '\0';

  for (skip_blanks (reader); *reader->at != '\0'; skip_blanks (reader))
    {
      if (g_ascii_isalpha (*reader->at))
        command = *reader->at++;
      else if (g_ascii_toupper (command) == 'M')
        command = command == 'M' ? 'L' : 'l';   /* further points of a move are lines */

      if (reader->steps->len == 0 && g_ascii_toupper (command) != 'M')
        return FALSE;
      if (g_ascii_toupper (command) == 'Z')
        {
          close_part (reader);
          command = '\0';
        }
      else if (!read_step (reader, command))
        return FALSE;
    }
  return reader->steps->len > 0;
}

GlaOutline *
gla_outline_parse (const char *data)
{
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (GlaOutlineStep));
  PathReader reader = { .at = data, .steps = steps };
  GlaOutline *self;

  g_return_val_if_fail (data != NULL, NULL);

  if (!read_path (&reader))
    return NULL;
  self = g_new0 (GlaOutline, 1);
  self->steps = g_steal_pointer (&steps);
  return self;
}

void
gla_outline_free (GlaOutline *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->steps);
  g_free (self);
}

const GlaOutlineStep *
gla_outline_get_steps (const GlaOutline *self,
                       guint            *n_steps)
{
  g_return_val_if_fail (self != NULL && n_steps != NULL, NULL);

  *n_steps = self->steps->len;
  return (const GlaOutlineStep *) (gpointer) self->steps->data;
}

void
gla_outline_get_bounds (const GlaOutline *self,
                        double           *x1,
                        double           *y1,
                        double           *x2,
                        double           *y2)
{
  g_return_if_fail (self != NULL);

  *x1 = *y1 = G_MAXDOUBLE;
  *x2 = *y2 = -G_MAXDOUBLE;
  for (guint i = 0; i < self->steps->len; i++)
    {
      const GlaOutlineStep *step = &g_array_index (self->steps, GlaOutlineStep, i);

      for (int k = 0; k < (step->verb == GLA_OUTLINE_CURVE ? 3 : 1); k++)
        {
          *x1 = MIN (*x1, step->x[k]);
          *y1 = MIN (*y1, step->y[k]);
          *x2 = MAX (*x2, step->x[k]);
          *y2 = MAX (*y2, step->y[k]);
        }
    }
}

/* Whether a ray from the place to the right crosses a straight piece. */
static gboolean
crosses (double x,
         double y,
         double ax,
         double ay,
         double bx,
         double by)
{
  return (ay > y) != (by > y) && x < ax + (bx - ax) * (y - ay) / (by - ay);
}

static guint
count_crossings (const GlaOutlineStep *step,
                 double                from_x,
                 double                from_y,
                 double                x,
                 double                y)
{
  double ax = from_x;
  double ay = from_y;
  guint count = 0;

  if (step->verb != GLA_OUTLINE_CURVE)
    return crosses (x, y, from_x, from_y, step->x[0], step->y[0]) ? 1 : 0;
  for (int i = 1; i <= PIECES; i++)
    {
      double t = (double) i / PIECES;
      double s = 1 - t;
      double bx = s * s * s * from_x + 3 * s * s * t * step->x[0] + 3 * s * t * t * step->x[1]
                  + t * t * t * step->x[2];
      double by = s * s * s * from_y + 3 * s * s * t * step->y[0] + 3 * s * t * t * step->y[1]
                  + t * t * t * step->y[2];

      count += crosses (x, y, ax, ay, bx, by) ? 1 : 0;
      ax = bx;
      ay = by;
    }
  return count;
}

gboolean
gla_outline_contains (const GlaOutline *self,
                      double            x,
                      double            y)
{
  double pen_x = 0, pen_y = 0, start_x = 0, start_y = 0;
  guint count = 0;

  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->steps->len; i++)
    {
      const GlaOutlineStep *step = &g_array_index (self->steps, GlaOutlineStep, i);
      int last = step->verb == GLA_OUTLINE_CURVE ? 2 : 0;

      if (step->verb == GLA_OUTLINE_MOVE)
        {
          count += crosses (x, y, pen_x, pen_y, start_x, start_y) ? 1 : 0;
          start_x = step->x[0];
          start_y = step->y[0];
        }
      else
        count += count_crossings (step, pen_x, pen_y, x, y);
      pen_x = step->x[last];
      pen_y = step->y[last];
    }
  count += crosses (x, y, pen_x, pen_y, start_x, start_y) ? 1 : 0;
  return count % 2 == 1;
}
