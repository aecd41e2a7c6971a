/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-record-sections.h"

#include "gla-i18n.h"
#include "gla-small-table.h"
#include "gla-record-words.h"
#include "gla-row-menu.h"
#include "gla-words.h"

struct _GlaRecordSections
{
  AdwBin parent_instance;

  /* Template widgets */
  AdwBin *exposures_bin;
  GtkWidget *exposures_empty;
  AdwBin *events_bin;
  GtkWidget *events_empty;
  AdwBin *documents_bin;
  GtkWidget *documents_empty;
};

G_DEFINE_FINAL_TYPE (GlaRecordSections, gla_record_sections, ADW_TYPE_BIN)

static void
add_text (GtkWidget  *table,
          const char *text)
{
  gla_small_table_add_text (GLA_SMALL_TABLE (table), text, NULL);
}

static void
add_exposure (GtkWidget         *table,
              GlaCatalogue      *catalogue,
              const GlaExposure *exposure)
{
  g_autofree char *date = gla_day_format (exposure->day, exposure->precision);
  g_autofree char *what = gla_record_words_exposure (catalogue, exposure);
  gboolean known = exposure->product != NULL && exposure->units != GLA_UNITS_UNKNOWN;

  gla_small_table_begin_row (GLA_SMALL_TABLE (table), exposure->id);
  add_text (table, date);
  gla_small_table_add_text (GLA_SMALL_TABLE (table), what, known ? NULL : "unknown");
  add_text (table, exposure->indication);
  add_text (table, exposure->place);
  gla_small_table_add_text (GLA_SMALL_TABLE (table),
                             gla_certainty_get_name (exposure->certainty), "dim-label");
  gla_small_table_add_text (GLA_SMALL_TABLE (table), exposure->note, "dim-label");
  gla_small_table_add_widget (GLA_SMALL_TABLE (table),
                               gla_row_menu_new (GLA_TABLE_EXPOSURE, exposure->id, TRUE, what));
}

static GtkWidget *
new_exposures (const GlaHistory *history,
               GlaCatalogue     *catalogue)
{
  const GlaTableColumn columns[] = {
    { _("Date"), FALSE, FALSE },
    { _("What"), FALSE, TRUE },
    { _("What for"), FALSE, FALSE },
    { _("Where"), FALSE, FALSE },
    { _("How it is known"), FALSE, FALSE },
    { _("Note"), FALSE, TRUE },
    { "", FALSE, FALSE },
  };
  GtkWidget *table;

  if (history->exposures->len == 0)
    return NULL;
  table = gla_small_table_new (_("Treated elsewhere"), columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < history->exposures->len; i++)
    add_exposure (table, catalogue, g_ptr_array_index (history->exposures, i));
  return table;
}

static void
add_event (GtkWidget             *table,
           GlaCatalogue          *catalogue,
           const GlaAdverseEvent *event)
{
  g_autofree char *onset = gla_day_format (event->onset, event->precision);
  g_autofree char *resolved = event->resolved == GLA_DAY_NONE
                                ? g_strdup (_("not recorded"))
                                : gla_day_format (event->resolved, GLA_DAY_EXACT);
  const char *kind = event->kind != NULL ? event->kind : _("not described");

  gla_small_table_begin_row (GLA_SMALL_TABLE (table), event->id);
  add_text (table, onset);
  add_text (table, kind);
  add_text (table, event->area == NULL ? NULL : gla_record_words_area (catalogue, event->area));
  add_text (table, gla_severity_get_name (event->severity));
  gla_small_table_add_text (GLA_SMALL_TABLE (table), resolved,
                             event->resolved == GLA_DAY_NONE ? "unknown" : NULL);
  add_text (table, event->outcome);
  gla_small_table_add_text (GLA_SMALL_TABLE (table), event->note, "dim-label");
  gla_small_table_add_widget (GLA_SMALL_TABLE (table),
                               gla_row_menu_new (GLA_TABLE_ADVERSE_EVENT, event->id, TRUE, kind));
}

static GtkWidget *
new_events (const GlaHistory *history,
            GlaCatalogue     *catalogue)
{
  const GlaTableColumn columns[] = {
    { _("Began"), FALSE, FALSE },
    { _("What happened"), FALSE, TRUE },
    { _("Area"), FALSE, FALSE },
    { _("Severity"), FALSE, FALSE },
    { _("Resolved"), FALSE, FALSE },
    { _("Outcome"), FALSE, TRUE },
    { _("Note"), FALSE, TRUE },
    { "", FALSE, FALSE },
  };
  GtkWidget *table;

  if (history->adverse_events->len == 0)
    return NULL;
  table = gla_small_table_new (_("Adverse events"), columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < history->adverse_events->len; i++)
    add_event (table, catalogue, g_ptr_array_index (history->adverse_events, i));
  return table;
}

static GtkWidget *
new_documents (const GlaHistory *history)
{
  const GlaTableColumn columns[] = {
    { _("Date"), FALSE, FALSE },
    { _("Document"), FALSE, TRUE },
    { _("Version"), FALSE, FALSE },
    { _("Language"), FALSE, FALSE },
    { _("Given by"), FALSE, TRUE },
    { "", FALSE, FALSE },
  };
  GtkWidget *table;

  if (history->documents->len == 0)
    return NULL;
  table = gla_small_table_new (_("Documents given"), columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < history->documents->len; i++)
    {
      const GlaDocument *document = g_ptr_array_index (history->documents, i);
      g_autofree char *date = gla_day_format (document->day, GLA_DAY_EXACT);

      gla_small_table_begin_row (GLA_SMALL_TABLE (table), document->id);
      add_text (table, date);
      add_text (table, document->template);
      add_text (table, document->version);
      add_text (table, document->language == NULL
                         ? NULL : gla_record_words_language (document->language));
      add_text (table, gla_record_words_staff (history, document->staff));
      gla_small_table_add_widget (GLA_SMALL_TABLE (table),
                                   gla_row_menu_new_for_document (document, document->template));
    }
  return table;
}

static void
fill (AdwBin    *bin,
      GtkWidget *empty,
      GtkWidget *table)
{
  adw_bin_set_child (bin, table);
  gtk_widget_set_visible (GTK_WIDGET (bin), table != NULL);
  gtk_widget_set_visible (empty, table == NULL);
}

static void
gla_record_sections_class_init (GlaRecordSectionsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/glabella/Glabella/ui/pages/patients/gla-record-sections.ui");
  gtk_widget_class_bind_template_child (widget_class, GlaRecordSections, exposures_bin);
  gtk_widget_class_bind_template_child (widget_class, GlaRecordSections, exposures_empty);
  gtk_widget_class_bind_template_child (widget_class, GlaRecordSections, events_bin);
  gtk_widget_class_bind_template_child (widget_class, GlaRecordSections, events_empty);
  gtk_widget_class_bind_template_child (widget_class, GlaRecordSections, documents_bin);
  gtk_widget_class_bind_template_child (widget_class, GlaRecordSections, documents_empty);
}

static void
gla_record_sections_init (GlaRecordSections *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
gla_record_sections_show (GlaRecordSections *self,
                          GlaRecordData     *data,
                          GlaCatalogue      *catalogue)
{
  const GlaHistory *history;

  g_return_if_fail (GLA_IS_RECORD_SECTIONS (self));
  g_return_if_fail (data != NULL);

  history = gla_record_data_get_history (data);
  fill (self->exposures_bin, self->exposures_empty, new_exposures (history, catalogue));
  fill (self->events_bin, self->events_empty, new_events (history, catalogue));
  fill (self->documents_bin, self->documents_empty, new_documents (history));
}

gboolean
gla_record_sections_show_row (GlaRecordSections *self,
                              const char        *id)
{
  AdwBin *bins[] = { self->exposures_bin, self->events_bin, self->documents_bin };

  g_return_val_if_fail (GLA_IS_RECORD_SECTIONS (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (bins); i++)
    {
      GtkWidget *table = adw_bin_get_child (bins[i]);

      if (table != NULL && gla_small_table_show_row (GLA_SMALL_TABLE (table), id))
        return TRUE;
    }
  return FALSE;
}
