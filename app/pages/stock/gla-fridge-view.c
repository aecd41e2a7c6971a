/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-fridge-view.h"

#include "gla-clinic-knowledge.h"
#include "gla-i18n.h"
#include "gla-pack-choice.h"
#include "gla-small-table.h"
#include "gla-store-read.h"

/* Looks that are shown; all of them are judged. */
#define MAX_LOOKS 14

void
gla_fridge_log_free (GlaFridgeLog *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->readings, g_ptr_array_unref);
  g_clear_pointer (&self->staff, g_ptr_array_unref);
  g_clear_pointer (&self->constants, gla_constants_unref);
  g_free (self);
}

GlaFridgeLog *
gla_fridge_log_read (GlaStore      *store,
                     GlaCatalogue  *catalogue,
                     GError       **error)
{
  g_autoptr (GlaFridgeLog) self = g_new0 (GlaFridgeLog, 1);

  g_return_val_if_fail (store != NULL && catalogue != NULL, NULL);

  if ((self->readings = gla_store_list_fridge_readings (store, error)) == NULL ||
      (self->staff = gla_store_list_staff (store, TRUE, error)) == NULL ||
      (self->constants = gla_clinic_load_constants (store, catalogue, error)) == NULL)
    return NULL;
  return g_steal_pointer (&self);
}

const char *
gla_fridge_log_get_last (const GlaFridgeLog *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->readings->len > 0 ? ((GlaFridgeReading *) self->readings->pdata[0])->moment : NULL;
}

void
gla_fridge_log_judge (const GlaFridgeLog *self,
                      const GlaVial      *vial,
                      GlaDay              today,
                      GlaExcursion       *excursion)
{
  g_return_if_fail (self != NULL);

  gla_excursion_judge (vial, self->readings, today, self->constants, excursion);
  /* One that is held is not to be used at all. */
  if (vial->state == GLA_VIAL_HELD && excursion->advice == GLA_EXCURSION_USE_FIRST)
    excursion->advice = GLA_EXCURSION_NONE;
}

static const char *
find_name (const GlaFridgeLog *log,
           const char         *staff)
{
  for (guint i = 0; i < log->staff->len; i++)
    {
      const GlaStaff *member = log->staff->pdata[i];

      if (g_strcmp0 (member->id, staff) == 0)
        return member->name;
    }
  return "";
}

static char *
format_moment (const char *moment)
{
  g_autofree char *date = g_strndup (moment, 10);
  g_autofree char *day = gla_day_format (gla_day_from_iso (date), GLA_DAY_EXACT);

  return g_strdup_printf (_("%s, %s"), day, moment + 11);
}

static void
add_line (GtkBox     *box,
          const char *text,
          const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (box, label);
}

/* Vials of one lot that the same is to be said of are one line. */
static void
add_advice (GtkBox             *box,
            const GlaFridgeLog *log,
            GPtrArray          *stock,
            GlaCatalogue       *catalogue,
            GlaDay              today)
{
  g_autoptr (GHashTable) said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < stock->len; i++)
    {
      const GlaVial *vial = ((GlaStockVial *) stock->pdata[i])->vial;
      g_autofree char *text = NULL;
      g_autofree char *pack = NULL;
      g_autofree char *line = NULL;
      GlaExcursion excursion;

      if (vial->state == GLA_VIAL_FINISHED || vial->state == GLA_VIAL_DISCARDED)
        continue;
      gla_fridge_log_judge (log, vial, today, &excursion);
      text = gla_excursion_describe (&excursion, vial, log->constants);
      if (text == NULL)
        continue;
      pack = gla_pack_get_name (catalogue, vial->product, vial->presentation);
      /* Translators: a product, its lot, and what is to be done with it */
      line = g_strdup_printf (_("%s · %s: %s"), pack,
                              vial->lot != NULL ? vial->lot : _("lot unknown"), text);
      if (g_hash_table_contains (said, line))
        continue;
      add_line (box, line, excursion.advice == GLA_EXCURSION_ASK_MAKER ? "warning" : NULL);
      g_hash_table_add (said, g_steal_pointer (&line));
    }
}

static void
add_looks (GtkBox             *box,
           const GlaFridgeLog *log)
{
  const GlaTableColumn columns[] = {
    { _("Read"), FALSE, FALSE },        { _("Since"), FALSE, FALSE },
    { _("Temperature"), FALSE, FALSE }, { _("By"), FALSE, FALSE },
    { _("Note"), FALSE, TRUE },
  };
  GtkWidget *table = gla_small_table_new (_("Fridge"), columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < MIN (log->readings->len, MAX_LOOKS); i++)
    {
      const GlaFridgeReading *reading = log->readings->pdata[i];
      g_autofree char *moment = format_moment (reading->moment);
      g_autofree char *since = g_str_equal (reading->since, reading->moment)
                                 ? g_strdup ("")
                                 : format_moment (reading->since);
      g_autofree char *temperatures = gla_temperatures_format (reading->low, reading->high);

      gla_small_table_begin_row (GLA_SMALL_TABLE (table), reading->id);
      gla_small_table_add_text (GLA_SMALL_TABLE (table), moment, NULL);
      gla_small_table_add_text (GLA_SMALL_TABLE (table), since, "dim-label");
      gla_small_table_add_text (GLA_SMALL_TABLE (table), temperatures, NULL);
      gla_small_table_add_text (GLA_SMALL_TABLE (table), find_name (log, reading->staff), NULL);
      gla_small_table_add_text (GLA_SMALL_TABLE (table),
                                reading->note != NULL ? reading->note : "", "dim-label");
    }
  gtk_box_append (box, table);
}

void
gla_fridge_view_fill (GtkBox             *box,
                      const GlaFridgeLog *log,
                      GPtrArray          *stock,
                      GlaCatalogue       *catalogue,
                      GlaDay              today)
{
  GtkWidget *child;

  g_return_if_fail (GTK_IS_BOX (box) && log != NULL && stock != NULL && catalogue != NULL);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
  if (log->readings->len == 0)
    {
      add_line (box, _("Not read yet. Write down each day the lowest and highest temperature that "
                       "the thermometer shows; vials that stood too warm or too cold are named "
                       "here then."),
                "dim-label");
      return;
    }
  add_advice (box, log, stock, catalogue, today);
  add_looks (box, log);
}
