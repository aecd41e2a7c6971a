/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Vials that are open past their hours, and vials near or past their expiry. */

#include "config.h"

#include "gla-agenda-private.h"

#include "gla-clinic-knowledge.h"
#include "gla-i18n.h"
#include "gla-store-read.h"
#include "gla-vial-use.h"
#include "gla-vial-words.h"

#include <string.h>

/* Days before the expiry from which a vial is listed; the narrower ones sort it forward. */
static const int notice_days[] = { 7, 30, 60 };

static char *
describe_hours (const GlaVial      *vial,
                const GlaConstants *constants,
                int                 hours)
{
  g_autofree char *marks = gla_marks_dup_text (gla_vial_get_in_use_marks (vial, constants));
  int limit = gla_vial_get_in_use_hours (vial, constants);
  g_autofree char *open = g_strdup_printf (
      ngettext ("Open for %d hour", "Open for %d hours", (gulong) hours),
      hours);
  g_autofree char *rule = NULL;

  if (limit == 0)
    rule = g_strdup (_("to be used at once"));
  else
    rule = g_strdup_printf (ngettext ("to be used within %d hour", "to be used within %d hours",
                                      (gulong) limit),
                            limit);
  if (marks[0] != '\0')
    /* Translators: how long a vial is open, the rule, and how well the rule is known */
    return g_strdup_printf (_("%s, %s (%s)"), open, rule, marks);
  /* Translators: how long a vial is open, and the rule */
  return g_strdup_printf (_("%s, %s"), open, rule);
}

static char *
describe_expiry (const GlaVial *vial,
                 GlaDay         today)
{
  g_autofree char *day = gla_day_format (vial->expiry, GLA_DAY_EXACT);
  g_autofree char *days = gla_agenda_words_days (vial->expiry, today);

  if (vial->expiry < today)
    /* Translators: a date, and how long ago it was */
    return g_strdup_printf (_("Expired on %s, %s"), day, days);
  /* Translators: a date, and in how many days it is */
  return g_strdup_printf (_("Expires on %s, %s"), day, days);
}

static char *
describe_vial (GlaCatalogue  *catalogue,
               const GlaVial *vial)
{
  GlaProduct *product = gla_catalogue_find_product (catalogue, vial->product);
  const char *const *brands = product != NULL ? gla_product_get_brands (product) : NULL;
  const char *name = brands != NULL && brands[0] != NULL ? brands[0] : vial->product;

  if (vial->lot == NULL)
    return g_strdup_printf (_("%s · lot unknown"), name);
  return g_strdup_printf (_("%s · %s"), name, vial->lot);
}

static gboolean
is_past_hours (const GlaVial      *vial,
               const GlaConstants *constants,
               const char         *now)
{
  return vial->state == GLA_VIAL_OPEN && gla_vial_is_past_label (vial, constants, now);
}

static void
add_vial (GlaAgenda             *self,
          const GlaConstants    *constants,
          const GlaVial         *vial,
          const char            *now,
          const GlaAgendaQuery  *query)
{
  gboolean is_past = is_past_hours (vial, constants, now);
  gboolean is_near = vial->expiry != GLA_DAY_NONE
                     && vial->expiry - query->today
                            <= notice_days[G_N_ELEMENTS (notice_days) - 1];
  GlaAgendaRow *row;

  if (!is_past && !is_near)
    return;
  row = gla_agenda_add (self, GLA_AGENDA_VIALS, vial->id);
  row->title = describe_vial (gla_constants_get_catalogue (constants), vial);
  row->first = is_past ? query->today : vial->expiry;
  row->last = vial->expiry;
  row->text = is_past ? describe_hours (vial, constants, gla_vial_get_minutes_open (vial, now) / 60)
                      : describe_expiry (vial, query->today);
  row->is_urgent = is_past || vial->expiry - query->today <= notice_days[0];
}

/* What must not be used any more first. */
static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const GlaAgendaRow *first = *(GlaAgendaRow *const *) a;
  const GlaAgendaRow *second = *(GlaAgendaRow *const *) b;

  if (first->first != second->first)
    return first->first < second->first ? -1 : 1;
  return strcmp (first->title, second->title);
}

gboolean
gla_agenda_add_vials (GlaAgenda             *self,
                      GlaStore              *store,
                      GlaCatalogue          *catalogue,
                      const GlaAgendaQuery  *query,
                      GError               **error)
{
  g_autoptr (GlaConstants) constants = gla_clinic_load_constants (store, catalogue, error);
  g_autoptr (GPtrArray) vials = NULL;
  g_autofree char *day = gla_day_to_iso (query->today);
  g_autofree char *now
      = g_strdup_printf ("%sT%02d:%02d", day, query->minute / 60, query->minute % 60);

  if (constants == NULL)
    return FALSE;
  vials = gla_store_list_vials (store, FALSE, error);
  if (vials == NULL)
    return FALSE;
  for (guint i = 0; i < vials->len; i++)
    add_vial (self, constants, vials->pdata[i], now, query);
  g_ptr_array_sort (self->rows[GLA_AGENDA_VIALS], compare_rows);
  return TRUE;
}
