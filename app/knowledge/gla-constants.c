/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-constants.h"

#include <math.h>

typedef struct
{
  double low;
  double high;
} Value;

struct _GlaConstants
{
  GlaCatalogue *catalogue;
  GHashTable *values;       /* (element-type utf8 Value): of the clinic */
};

GlaConstants *
gla_constants_new (GlaCatalogue *catalogue)
{
  GlaConstants *self;

  g_return_val_if_fail (catalogue != NULL, NULL);

  self = g_atomic_rc_box_new0 (GlaConstants);
  self->catalogue = gla_catalogue_ref (catalogue);
  self->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

GlaConstants *
gla_constants_ref (const GlaConstants *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire ((GlaConstants *) self);
}

static void
clear (gpointer data)
{
  GlaConstants *self = data;

  gla_catalogue_unref (self->catalogue);
  g_hash_table_unref (self->values);
}

void
gla_constants_unref (GlaConstants *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, clear);
}

gboolean
gla_constants_override (GlaConstants *self,
                        const char   *name,
                        double        low,
                        double        high)
{
  const GlaConstant *constant;
  Value *value;

  g_return_val_if_fail (self != NULL, FALSE);

  constant = gla_catalogue_find_constant (self->catalogue, name);
  if (constant == NULL || !constant->editable || !isfinite (low) || !isfinite (high) || high < low)
    return FALSE;
  value = g_new0 (Value, 1);
  value->low = low;
  value->high = high;
  g_hash_table_insert (self->values, g_strdup (name), value);
  return TRUE;
}

double
gla_constants_get (const GlaConstants *self,
                   const char         *name)
{
  const GlaConstant *constant;
  const Value *value;

  g_return_val_if_fail (self != NULL && name != NULL, NAN);

  value = g_hash_table_lookup (self->values, name);
  if (value != NULL)
    return value->low;
  constant = gla_catalogue_find_constant (self->catalogue, name);
  return constant != NULL ? constant->low : NAN;
}

double
gla_constants_get_upper (const GlaConstants *self,
                         const char         *name)
{
  const GlaConstant *constant;
  const Value *value;

  g_return_val_if_fail (self != NULL && name != NULL, NAN);

  value = g_hash_table_lookup (self->values, name);
  if (value != NULL)
    return value->high;
  constant = gla_catalogue_find_constant (self->catalogue, name);
  return constant != NULL ? constant->high : NAN;
}

gboolean
gla_constants_is_edited (const GlaConstants *self,
                         const char         *name)
{
  g_return_val_if_fail (self != NULL && name != NULL, FALSE);

  return g_hash_table_contains (self->values, name);
}

GlaMarkFlags
gla_constants_get_marks (const GlaConstants *self,
                         const char         *name)
{
  const GlaConstant *constant;

  g_return_val_if_fail (self != NULL && name != NULL, GLA_MARK_NONE);

  constant = gla_catalogue_find_constant (self->catalogue, name);
  if (constant == NULL)
    return GLA_MARK_NONE;
  if (gla_constants_is_edited (self, name))
    return constant->mark.marks | GLA_MARK_OWN;
  return constant->mark.marks;
}

GlaCatalogue *
gla_constants_get_catalogue (const GlaConstants *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->catalogue;
}
