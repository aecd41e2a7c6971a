/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-vial-needs.h"

#include "gla-i18n.h"

/* What the form takes from a vial; amounts that are not known count for nothing. */
static GlaUnits
sum_needed (const GlaTreatmentForm *form,
            const char             *vial)
{
  GlaUnits sum = 0;

  for (guint i = 0; i < form->injections->len; i++)
    {
      const GlaFormInjection *injection = form->injections->pdata[i];
      const GlaFormSource *source = injection->source < form->sources->len
                                      ? form->sources->pdata[injection->source]
                                      : NULL;

      if (source != NULL && injection->area != NULL && injection->units != GLA_UNITS_UNKNOWN &&
          g_strcmp0 (source->vial, vial) == 0)
        sum += injection->units;
    }
  return sum;
}

/* What the treatment took from it as it is in the record. */
static GlaUnits
sum_recorded (const GlaHistory *history,
              const char       *treatment,
              const char       *vial)
{
  GlaUnits sum = 0;
  guint first;
  guint count = treatment != NULL ? gla_history_get_injections (history, treatment, &first) : 0;

  for (guint i = 0; i < count; i++)
    {
      const GlaInjection *injection = history->injections->pdata[first + i];

      if (injection->units != GLA_UNITS_UNKNOWN && g_strcmp0 (injection->vial, vial) == 0)
        sum += injection->units;
    }
  return sum;
}

static char *
describe_vial (const GlaStockVial *stock,
               GlaUnits            needed,
               GlaUnits            left)
{
  g_autofree char *needed_text = gla_units_format (needed);
  g_autofree char *left_text = gla_units_format (MAX (left, 0));
  g_autofree char *rest = gla_units_format (needed - MAX (left, 0));

  /* Translators: a lot, then units needed, left and missing */
  return g_strdup_printf (_("%s: %s U needed, %s U left. Choose a second vial for %s U."),
                          stock->vial->lot != NULL ? stock->vial->lot : _("lot unknown"),
                          needed_text, left_text, rest);
}

char *
gla_vial_needs_describe (const GlaTreatmentForm *form,
                         GPtrArray              *stock,
                         const GlaHistory       *history,
                         const char             *amended)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (form != NULL && stock != NULL && history != NULL, NULL);

  for (guint i = 0; i < stock->len; i++)
    {
      const GlaStockVial *vial = stock->pdata[i];
      GlaUnits needed = sum_needed (form, vial->vial->id);
      GlaUnits left = gla_vial_ledger_get_left (&vial->ledger);

      if (left == GLA_UNITS_UNKNOWN || needed == 0)
        continue;
      left += sum_recorded (history, amended, vial->vial->id);
      if (needed > left)
        g_ptr_array_add (lines, describe_vial (vial, needed, left));
    }
  if (lines->len == 0)
    return NULL;
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}
