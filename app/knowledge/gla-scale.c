/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-scale.h"

#include "gla-i18n.h"

void
gla_scale_free (GlaScale *self)
{
  if (self == NULL)
    return;
  g_free (self->key);
  g_free (self->name);
  g_free (self->short_name);
  g_ptr_array_unref (self->grades);
  gla_marked_clear (&self->mark);
  g_ptr_array_unref (self->notes);
  g_free (self);
}

const char *
gla_scale_get_name (const GlaScale *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return _(self->name);
}

const GlaGrade *
gla_scale_find_grade (const GlaScale *self,
                      int             value)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->grades->len; i++)
    {
      const GlaGrade *grade = g_ptr_array_index (self->grades, i);

      if (grade->value == value)
        return grade;
    }
  return NULL;
}

gboolean
gla_scale_get_range (const GlaScale *self,
                     int            *low,
                     int            *high)
{
  const GlaGrade *first;
  const GlaGrade *last;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (low != NULL, FALSE);
  g_return_val_if_fail (high != NULL, FALSE);

  if (self->grades->len == 0)
    return FALSE;
  first = g_ptr_array_index (self->grades, 0);
  last = g_ptr_array_index (self->grades, self->grades->len - 1);
  *low = first->value;
  *high = last->value;
  return TRUE;
}
