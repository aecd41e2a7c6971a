/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-kept-case.h"

#include "gla-store-case.h"
#include "gla-store-read.h"

/* One case; what is wrong with it is said when somebody opens it. */
static gboolean
advance (GlaStore                *store,
         GlaProtocolShelf        *shelf,
         GlaCatalogue            *catalogue,
         const GlaClinicFigures  *figures,
         GlaDay                   today,
         GlaCaseRecord           *record)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaHistory) history = gla_store_read_history (store, record->patient, &error);
  g_autoptr (GlaCycles) cycles = NULL;
  g_autoptr (GlaKeptCase) kept = NULL;
  GlaCaseDesk desk = { shelf, NULL, figures };

  if (history != NULL)
    {
      cycles = gla_cycles_new (history, catalogue, figures->settings, today);
      desk.cycles = cycles;
      kept = gla_kept_case_open (store, &desk, record, &error);
    }
  if (kept == NULL)
    {
      g_debug ("a case was not looked at again: %s", error->message);
      return FALSE;
    }
  return kept->record->revision > record->revision;
}

gboolean
gla_kept_cases_advance (GlaStore                *store,
                        GlaProtocolShelf        *shelf,
                        GlaCatalogue            *catalogue,
                        const GlaClinicFigures  *figures,
                        GlaDay                   today,
                        guint                   *n_moved,
                        GError                 **error)
{
  g_autoptr (GPtrArray) open_cases = NULL;

  g_return_val_if_fail (store != NULL && shelf != NULL && catalogue != NULL, FALSE);
  g_return_val_if_fail (figures != NULL && n_moved != NULL, FALSE);

  *n_moved = 0;
  open_cases = gla_store_list_open_cases (store, error);
  if (open_cases == NULL)
    return FALSE;
  for (guint i = 0; i < open_cases->len; i++)
    {
      const GlaOpenCase *open_case = open_cases->pdata[i];

      if (advance (store, shelf, catalogue, figures, today, open_case->record))
        *n_moved += 1;
    }
  return TRUE;
}
