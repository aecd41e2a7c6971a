/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-fridge-view.h"

#include "gla-accessible.h"
#include "gla-i18n.h"
#include "gla-pack-choice.h"
#include "gla-small-table.h"
#include "gla-staff.h"
#include "gla-store-stock.h"

#include <string.h>

/* Looks and files that are shown of each fridge; all of them are judged. */
#define MAX_LOOKS 14
#define MAX_IMPORTS 6

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
  int minute;
  g_autofree char *day = gla_day_format (gla_day_from_moment (moment, &minute), GLA_DAY_EXACT);

  return g_strdup_printf (_("%s, %s"), day, moment + 11);
}

static GtkWidget *
make_label (const char *text,
            const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
make_button (const char *label,
             const char *name,
             const char *action,
             const char *target)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  gla_accessible_set_label (button, name);
  return button;
}

static gboolean
is_warning (const GlaExcursion *excursion)
{
  return excursion->advice == GLA_EXCURSION_ASK_MAKER
         || excursion->advice == GLA_EXCURSION_DO_NOT_USE;
}

static void
add_advice_line (GtkBox             *box,
                 const char         *line,
                 const char         *pack,
                 const char         *vial,
                 const GlaExcursion *excursion)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = make_label (line, is_warning (excursion) ? "warning" : NULL);
  g_autofree char *name = NULL;

  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (row), label);
  if (excursion->advice == GLA_EXCURSION_ASK_MAKER)
    {
      /* Translators: for screen readers; %s is a product */
      name = g_strdup_printf (_("Answer of the manufacturer about %s"), pack);
      gtk_box_append (GTK_BOX (row), make_button (_("Answer…"), name, "stock.answer", vial));
    }
  else if (excursion->answer != NULL)
    {
      /* Translators: for screen readers; %s is a product */
      name = g_strdup_printf (_("Take back the answer about %s"), pack);
      gtk_box_append (GTK_BOX (row), make_button (_("Take Back…"), name, "stock.take-back-answer",
                                                  excursion->answer->id));
    }
  gtk_box_append (box, row);
}

/* Vials of one lot that the same is to be said of are one line. */
static void
add_advice (GtkBox             *box,
            const GlaFridgeLog *log,
            GPtrArray          *stock,
            GlaCatalogue       *catalogue)
{
  g_autoptr (GHashTable) said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < stock->len; i++)
    {
      const GlaVial *vial = ((GlaStockVial *) stock->pdata[i])->vial;
      const GlaExcursion *excursion = gla_fridge_log_find (log, vial->id);
      g_autofree char *text = NULL;
      g_autofree char *pack = NULL;
      g_autofree char *line = NULL;

      if (excursion == NULL)
        continue;
      text = gla_excursion_describe (excursion, vial, log->constants);
      pack = gla_pack_get_name (catalogue, vial->product, vial->presentation);
      /* Translators: a product, its lot, and what is to be done with it */
      line = g_strdup_printf (_("%s · %s: %s"), pack,
                              vial->lot != NULL ? vial->lot : _("lot unknown"), text);
      if (g_hash_table_contains (said, line))
        continue;
      add_advice_line (box, line, pack, vial->id, excursion);
      g_hash_table_add (said, g_steal_pointer (&line));
    }
}

static void
add_look (GlaSmallTable          *table,
          const GlaFridgeLog     *log,
          const GlaFridgeReading *reading)
{
  g_autofree char *moment = format_moment (reading->moment);
  g_autofree char *since = g_str_equal (reading->since, reading->moment)
                             ? g_strdup ("")
                             : format_moment (reading->since);
  g_autofree char *temperatures = gla_temperatures_format (reading->low, reading->high);
  /* Translators: for screen readers; %s is a date and time */
  g_autofree char *name = g_strdup_printf (_("Take back what was read on %s"), moment);

  gla_small_table_begin_row (table, reading->id);
  gla_small_table_add_text (table, moment, NULL);
  gla_small_table_add_text (table, since, "dim-label");
  gla_small_table_add_text (table, temperatures, NULL);
  gla_small_table_add_text (table, find_name (log, reading->staff), NULL);
  gla_small_table_add_text (table, reading->note != NULL ? reading->note : "", "dim-label");
  gla_small_table_add_widget (table, make_button (_("Take Back…"), name, "stock.take-back-look",
                                                  reading->id));
}

static void
add_import (GlaSmallTable         *table,
            const GlaFridgeLog    *log,
            const GlaFridgeImport *import)
{
  g_autofree char *moment = format_moment (import->moment);
  g_autofree char *since = format_moment (import->since);
  g_autofree char *temperatures = gla_temperatures_format (import->low, import->high);
  g_autofree char *count = g_strdup_printf (ngettext ("%d reading", "%d readings",
                                                      (gulong) import->n_readings),
                                            import->n_readings);
  g_autofree char *gaps = g_strdup_printf (ngettext ("%d gap", "%d gaps",
                                                     (gulong) import->n_gaps),
                                           import->n_gaps);
  /* Translators: name of a file, readings, and times without */
  g_autofree char *note = g_strdup_printf (_("%s: %s, %s"), import->file, count, gaps);
  /* Translators: for screen readers; %s is a file name */
  g_autofree char *name = g_strdup_printf (_("Take back the log %s"), import->file);

  gla_small_table_begin_row (table, import->id);
  gla_small_table_add_text (table, moment, NULL);
  gla_small_table_add_text (table, since, "dim-label");
  gla_small_table_add_text (table, temperatures, NULL);
  gla_small_table_add_text (table, find_name (log, import->staff), NULL);
  gla_small_table_add_text (table, note, import->n_gaps > 0 ? "warning" : "dim-label");
  gla_small_table_add_widget (table, make_button (_("Take Back…"), name, "stock.take-back-log",
                                                  import->id));
}

static gboolean
is_of (const char *fridge,
       const char *id)
{
  return strcmp (fridge != NULL ? fridge : GLA_FRIDGE_FIRST, id) == 0;
}

/* The looks by hand, then the files of loggers; each the last first. */
static void
add_table (GtkBox             *box,
           const GlaFridgeLog *log,
           const GlaFridge    *fridge)
{
  const GlaTableColumn columns[] = {
    { _("Read"), FALSE, FALSE },        { _("Since"), FALSE, FALSE },
    { _("Temperature"), FALSE, FALSE }, { _("By"), FALSE, FALSE },
    { _("Note"), FALSE, TRUE },         { "", FALSE, FALSE },
  };
  GlaSmallTable *table = GLA_SMALL_TABLE (gla_small_table_new (gla_fridge_get_name (fridge),
                                                               columns,
                                                               G_N_ELEMENTS (columns)));

  for (guint i = 0, n = 0; i < log->imports->len && n < MAX_IMPORTS; i++)
    {
      const GlaFridgeImport *import = log->imports->pdata[i];

      if (!is_of (import->fridge, fridge->id))
        continue;
      add_import (table, log, import);
      n++;
    }
  for (guint i = 0, n = 0; i < log->looks->len && n < MAX_LOOKS; i++)
    {
      const GlaFridgeReading *look = log->looks->pdata[i];

      if (!is_of (look->fridge, fridge->id))
        continue;
      add_look (table, log, look);
      n++;
    }
  if (gla_small_table_get_n_rows (table) > 0)
    {
      gtk_box_append (box, GTK_WIDGET (table));
      return;
    }
  g_object_ref_sink (table);
  g_object_unref (table);
  gtk_box_append (box, make_label (_("Not read yet."), "dim-label"));
}

static void
add_title (GtkBox          *box,
           const GlaFridge *fridge)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  const char *title = gla_fridge_get_name (fridge);
  /* Translators: for screen readers; %s is a fridge */
  g_autofree char *name = g_strdup_printf (_("Rename %s"), title);

  gtk_box_append (GTK_BOX (row), make_label (title, "heading"));
  gtk_box_append (GTK_BOX (row), make_button (_("Rename…"), name, "stock.rename-fridge",
                                              fridge->id));
  gtk_box_append (box, row);
}

void
gla_fridge_view_fill (GtkBox             *box,
                      const GlaFridgeLog *log,
                      GPtrArray          *stock,
                      GlaCatalogue       *catalogue)
{
  GtkWidget *child;

  g_return_if_fail (GTK_IS_BOX (box) && log != NULL && stock != NULL && catalogue != NULL);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
  if (log->looks->len == 0 && log->imports->len == 0 && log->fridges->len == 1)
    {
      gtk_box_append (box, make_label (
        _("Not read yet. Write down each day the lowest and highest temperature that the "
          "thermometer shows, or take in the file of a logger; vials that stood too warm or too "
          "cold are named here then."),
        "dim-label"));
      return;
    }
  add_advice (box, log, stock, catalogue);
  for (guint i = 0; i < log->fridges->len; i++)
    {
      if (log->fridges->len > 1)
        add_title (box, log->fridges->pdata[i]);
      add_table (box, log, log->fridges->pdata[i]);
    }
}
