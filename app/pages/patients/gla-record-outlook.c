/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-record-outlook.h"

#include "gla-estimate-figure.h"
#include "gla-figure-button.h"
#include "gla-i18n.h"
#include "gla-record-dismiss.h"
#include "gla-small-table.h"

struct _GlaRecordOutlook
{
  AdwBin parent_instance;

  /* Template widgets */
  AdwBin *estimate_bin;
  GtkWidget *notice_card;
  GtkImage *notice_image;
  GtkLabel *notice_title;
  GtkLabel *notice_label;
  AdwBin *facts_bin;

  /* Owned */
  GlaContext *context;
  GlaRecordData *data;
};

G_DEFINE_FINAL_TYPE (GlaRecordOutlook, gla_record_outlook, ADW_TYPE_BIN)

/* The one to look at first: the next to wear off of those that probably have not yet, or else
 * one that has. */
static const GlaEstimate *
choose_estimate (const GPtrArray *estimates)
{
  const GlaEstimate *chosen = NULL;

  for (guint i = 0; i < estimates->len; i++)
    {
      const GlaEstimate *estimate = g_ptr_array_index (estimates, i);

      if (chosen == NULL || estimate->is_probably_gone < chosen->is_probably_gone
          || (estimate->is_probably_gone == chosen->is_probably_gone
              && estimate->days[GLA_ESTIMATE_50] < chosen->days[GLA_ESTIMATE_50]))
        chosen = estimate;
    }
  return chosen;
}

GtkWidget *
gla_record_outlook_new_estimate (GlaRecordData     *data,
                                 const GlaEstimate *estimate,
                                 GlaCatalogue      *catalogue,
                                 gboolean           is_brief)
{
  const char *area;
  g_autofree char *sentences = NULL, *text = NULL;
  GtkWidget *button, *label;

  g_return_val_if_fail (data != NULL && estimate != NULL, NULL);

  area = gla_record_words_area (catalogue, estimate->cycle->area);
  sentences = is_brief ? gla_estimate_describe_band (estimate) : gla_estimate_describe (estimate);
  /* Translators: an area, then sentences on when its effect will probably wear off */
  text = g_strdup_printf (_("%s, estimate: %s"), area, sentences);
  label = g_object_new (GTK_TYPE_LABEL,
                        "label", text,
                        "xalign", 0.0,
                        "wrap", TRUE,
                        "natural-wrap-mode", GTK_NATURAL_WRAP_NONE,
                        NULL);
  button = gla_figure_button_new (text, text, gla_figure_for_estimate (data, estimate, catalogue));
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "sentence");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, _("What It Rests On"));
  return button;
}

static char *
join (const GPtrArray *values)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (values->len == 0)
    return g_strdup (_("not recorded"));
  for (guint i = 0; i < values->len; i++)
    {
      if (i > 0)
        /* Translators: stands between the entries of a list */
        g_string_append (text, _(", "));
      g_string_append (text, g_ptr_array_index (values, i));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static GtkWidget *
new_facts (const GlaShortening *shortening,
           GlaCatalogue        *catalogue)
{
  const GlaTableColumn columns[] = {
    { _("What may have changed"), FALSE, FALSE },
    { _("Before"), FALSE, TRUE },
    { _("Since then"), FALSE, TRUE },
  };
  GtkWidget *table;

  if (shortening->facts->len == 0)
    return NULL;
  table = gla_small_table_new (_("What else changed"), columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < shortening->facts->len; i++)
    {
      const GlaShorteningFact *fact = g_ptr_array_index (shortening->facts, i);
      g_autofree char *name = gla_shortening_fact_get_name (fact, catalogue);
      g_autofree char *before = join (fact->before);
      g_autofree char *after = join (fact->after);

      gla_small_table_begin_row (GLA_SMALL_TABLE (table), NULL);
      gla_small_table_add_text (GLA_SMALL_TABLE (table), name, NULL);
      gla_small_table_add_text (GLA_SMALL_TABLE (table), before, "dim-label");
      gla_small_table_add_text (GLA_SMALL_TABLE (table), after, fact->differs ? "changed" : NULL);
    }
  return table;
}

static void
show_notice (GlaRecordOutlook *self,
             GlaRecordData    *data,
             GlaCatalogue     *catalogue)
{
  const GlaShortening *shortening = data->shortening;
  gboolean is_shown = shortening != NULL && shortening->tier != GLA_DETECTOR_OK;
  g_autofree char *text = NULL;
  gboolean is_red;

  gtk_widget_set_visible (self->notice_card, is_shown);
  adw_bin_set_child (self->facts_bin, NULL);
  if (!is_shown)
    return;
  is_red = shortening->tier == GLA_DETECTOR_RED;
  text = gla_shortening_describe (shortening);
  gtk_image_set_from_icon_name (self->notice_image, is_red ? "dialog-warning-symbolic"
                                                           : "dialog-information-symbolic");
  gtk_label_set_text (self->notice_title, gla_shortening_get_title (shortening));
  gtk_label_set_text (self->notice_label, text != NULL ? text
                      : _("This was shown before. With what is recorded now it is not found any "
                          "more. It stays until someone dismisses it."));
  adw_bin_set_child (self->facts_bin, new_facts (shortening, catalogue));
}

static void
dismiss_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  GlaRecordOutlook *self = GLA_RECORD_OUTLOOK (widget);

  if (self->data != NULL && self->data->shortening != NULL)
    gla_record_dismiss_shortening (widget, self->context, self->data);
}

static void
gla_record_outlook_dispose (GObject *object)
{
  GlaRecordOutlook *self = GLA_RECORD_OUTLOOK (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->data, gla_record_data_unref);

  G_OBJECT_CLASS (gla_record_outlook_parent_class)->dispose (object);
}

static void
gla_record_outlook_class_init (GlaRecordOutlookClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gla_record_outlook_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/glabella/Glabella/ui/pages/patients/gla-record-outlook.ui");
  gtk_widget_class_bind_template_child (widget_class, GlaRecordOutlook, estimate_bin);
  gtk_widget_class_bind_template_child (widget_class, GlaRecordOutlook, notice_card);
  gtk_widget_class_bind_template_child (widget_class, GlaRecordOutlook, notice_image);
  gtk_widget_class_bind_template_child (widget_class, GlaRecordOutlook, notice_title);
  gtk_widget_class_bind_template_child (widget_class, GlaRecordOutlook, notice_label);
  gtk_widget_class_bind_template_child (widget_class, GlaRecordOutlook, facts_bin);
  gtk_widget_class_install_action (widget_class, "outlook.dismiss", NULL, dismiss_cb);
}

static void
gla_record_outlook_init (GlaRecordOutlook *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
gla_record_outlook_show (GlaRecordOutlook *self,
                         GlaContext       *context,
                         GlaRecordData    *data,
                         gboolean          estimates)
{
  GlaCatalogue *catalogue;
  const GlaEstimate *estimate;

  g_return_if_fail (GLA_IS_RECORD_OUTLOOK (self));
  g_return_if_fail (GLA_IS_CONTEXT (context));
  g_return_if_fail (data != NULL);

  g_set_object (&self->context, context);
  gla_record_data_ref (data);
  g_clear_pointer (&self->data, gla_record_data_unref);
  self->data = data;
  catalogue = gla_context_get_catalogue (context);
  estimate = estimates ? choose_estimate (data->estimates) : NULL;
  adw_bin_set_child (self->estimate_bin,
                     estimate == NULL ? NULL
                                      : gla_record_outlook_new_estimate (data, estimate, catalogue,
                                                                         TRUE));
  gtk_widget_set_visible (GTK_WIDGET (self->estimate_bin), estimate != NULL);
  show_notice (self, data, catalogue);
  gtk_widget_set_visible (GTK_WIDGET (self),
                          estimate != NULL || gtk_widget_get_visible (self->notice_card));
}
