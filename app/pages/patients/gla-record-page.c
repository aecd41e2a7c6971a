/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-record-page-private.h"

#include "gla-i18n.h"
#include "gla-outlook.h"

enum
{
  PROP_TABLE = 1,
  PROP_ESTIMATES,
  N_PROPS,
};

enum
{
  SHOWN,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GlaRecordPage, gla_record_page, ADW_TYPE_BIN)

const GlaTreatment *
gla_record_page_find_treatment (GlaRecordPage *self)
{
  if (self->data == NULL || self->treatment == NULL)
    return NULL;
  return gla_history_find_treatment (gla_record_data_get_history (self->data), self->treatment);
}

const GlaCycle *
gla_record_page_choose_cycle (GlaRecordPage *self,
                              const char    *treatment)
{
  const GlaCycle *selected = gla_record_timeline_get_selected (self->timeline_card);
  const GlaCycle *cycle = NULL;
  GPtrArray *areas = self->data->cycles->areas;

  if (selected != NULL)
    cycle = gla_cycles_find (self->data->cycles, treatment, selected->area);
  for (guint i = 0; i < areas->len && cycle == NULL; i++)
    cycle = gla_cycles_find (self->data->cycles, treatment, g_ptr_array_index (areas, i));
  return cycle;
}

/* Shows a treatment of the record below the timeline; NULL for none. */
static void
show_treatment (GlaRecordPage      *self,
                const GlaTreatment *treatment)
{
  g_autofree char *id = treatment == NULL ? NULL : g_strdup (treatment->id);

  g_free (self->treatment);
  self->treatment = g_steal_pointer (&id);
  gtk_widget_set_visible (GTK_WIDGET (self->treatment_card), treatment != NULL);
  if (treatment != NULL)
    gla_record_treatment_card_show (self->treatment_card, self->data,
                                    gla_context_get_catalogue (self->context), treatment,
                                    self->has_estimates);
  gla_record_page_update_actions (self);
}

static void
mark_cycle (GlaRecordPage *self)
{
  const GlaCycle *cycle
    = self->treatment == NULL ? NULL : gla_record_page_choose_cycle (self, self->treatment);

  gla_record_timeline_select (self->timeline_card, cycle);
}

static void
cycle_selected_cb (GlaRecordPage *self,
                   GlaCycle      *cycle)
{
  if (cycle == NULL || g_strcmp0 (cycle->treatment->id, self->treatment) == 0)
    return;
  show_treatment (self, cycle->treatment);
}

static void
cycle_activated_cb (GlaRecordPage *self,
                    GlaCycle      *cycle)
{
  if (cycle != NULL)
    gla_record_page_show_record (self, GLA_TIMELINE_RECORD_TREATMENT, cycle->treatment->id);
}

static void
record_activated_cb (GlaRecordPage *self,
                     int            kind,
                     const char    *id)
{
  gla_record_page_show_record (self, (GlaTimelineRecord) kind, id);
}

/* The treatment that was just saved, or the one shown if it is still there, or the last. */
static const GlaTreatment *
choose_treatment (GlaRecordPage *self)
{
  const GlaHistory *history = gla_record_data_get_history (self->data);
  const GPtrArray *all = history->treatments;
  const GlaTreatment *treatment = NULL;

  if (self->wanted != NULL)
    treatment = gla_history_find_treatment (history, self->wanted);
  if (treatment != NULL)
    g_clear_pointer (&self->wanted, g_free);
  else
    treatment = gla_record_page_find_treatment (self);

  if (treatment == NULL && all->len > 0)
    treatment = g_ptr_array_index (all, all->len - 1);
  return treatment;
}

static void
show_data (GlaRecordPage *self,
           GlaRecordData *data)
{
  GlaCatalogue *catalogue = gla_context_get_catalogue (self->context);
  const GlaHistory *history = gla_record_data_get_history (data);
  gboolean is_other = self->data == NULL
                      || g_strcmp0 (gla_record_data_get_history (self->data)->patient->id,
                                    history->patient->id) != 0;
  gboolean is_empty = history->treatments->len == 0 && history->exposures->len == 0;

  gla_record_data_ref (data);
  g_clear_pointer (&self->data, gla_record_data_unref);
  self->data = data;
  if (is_other)
    g_clear_pointer (&self->treatment, g_free);

  gla_record_header_show (self->header, data, catalogue, gla_context_get_today (self->context));
  gla_record_outlook_show (self->outlook, self->context, data, self->has_estimates);
  gla_record_timeline_show (self->timeline_card, data, catalogue, self->has_estimates);
  gtk_stack_set_visible_child_name (self->timeline_stack, is_empty ? "empty" : "timeline");
  show_treatment (self, choose_treatment (self));
  mark_cycle (self);
  gla_record_sections_show (self->sections, data, catalogue);
  gla_record_history_show (self->history, self->context, data);
  if (is_other)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0.0);
  gtk_stack_set_visible_child_name (self->stack, "record");
}

static void
clear_data (GlaRecordPage *self)
{
  g_clear_pointer (&self->data, gla_record_data_unref);
  g_clear_pointer (&self->treatment, g_free);
  gla_record_timeline_show (self->timeline_card, NULL, NULL, FALSE);
  gla_record_page_update_actions (self);
}

static void
show_error (GlaRecordPage *self,
            const GError  *error)
{
  g_autofree char *text = g_markup_escape_text (error->message, -1);

  clear_data (self);
  adw_status_page_set_description (self->error_page, text);
  gtk_stack_set_visible_child_name (self->stack, "error");
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GlaRecordPage) self = user_data;
  g_autoptr (GlaRecordData) data = NULL;
  g_autoptr (GError) error = NULL;

  /* The page went, or the clinic file was closed, while the worker was reading. */
  if (self->context == NULL || gla_context_get_worker (self->context) == NULL)
    return;
  data = gla_record_data_load_finish (self->context, result, &error);
  if (data != NULL)
    {
      /* Another patient was asked for meanwhile. */
      if (g_strcmp0 (gla_record_data_get_history (data)->patient->id, self->patient) != 0)
        return;
      show_data (self, data);
      g_signal_emit (self, signals[SHOWN], 0);
    }
  else if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
           && !g_error_matches (error, GLA_STORE_ERROR, GLA_STORE_ERROR_CANCELLED))
    show_error (self, error);
}

/* What is on the page stays there until the new has been read. */
static void
load (GlaRecordPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->patient == NULL)
    {
      clear_data (self);
      gtk_stack_set_visible_child_name (self->stack, "none");
      return;
    }
  /* Only now: it needs the catalogue, for which an empty page does not wait. */
  if (!self->has_outlook)
    g_signal_connect_object (gla_context_get_outlook (self->context), "changed",
                             G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  self->has_outlook = TRUE;
  self->cancellable = g_cancellable_new ();
  gla_record_data_load_async (self->context, self->patient, self->cancellable, loaded_cb,
                              g_object_ref (self));
}

static void
gla_record_page_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_TABLE:
      g_value_set_boolean (value, GLA_RECORD_PAGE (object)->is_table);
      break;
    case PROP_ESTIMATES:
      g_value_set_boolean (value, GLA_RECORD_PAGE (object)->has_estimates);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
set_table (GlaRecordPage *self,
           gboolean       is_table)
{
  if (self->is_table == is_table)
    return;
  self->is_table = is_table;
  gla_record_timeline_set_table (self->timeline_card, is_table);
  if (self->context != NULL)
    g_settings_set_boolean (gla_context_get_settings (self->context), "timeline-table", is_table);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TABLE]);
}

static void
set_estimates (GlaRecordPage *self,
               gboolean       has_estimates)
{
  if (self->has_estimates == has_estimates)
    return;
  self->has_estimates = has_estimates;
  if (self->context != NULL)
    g_settings_set_boolean (gla_context_get_settings (self->context), "timeline-estimates",
                            has_estimates);
  if (self->data != NULL)
    show_data (self, self->data);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ESTIMATES]);
}

GPtrArray *
gla_record_page_get_estimates (GlaRecordPage *self)
{
  return self->data != NULL && self->has_estimates ? self->data->estimates : NULL;
}

static void
gla_record_page_set_property (GObject      *object,
                              guint         property_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  switch (property_id)
    {
    case PROP_TABLE:
      set_table (GLA_RECORD_PAGE (object), g_value_get_boolean (value));
      break;
    case PROP_ESTIMATES:
      set_estimates (GLA_RECORD_PAGE (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
gla_record_page_dispose (GObject *object)
{
  GlaRecordPage *self = GLA_RECORD_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->data, gla_record_data_unref);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (gla_record_page_parent_class)->dispose (object);
}

static void
gla_record_page_finalize (GObject *object)
{
  GlaRecordPage *self = GLA_RECORD_PAGE (object);

  g_free (self->patient);
  g_free (self->treatment);
  g_free (self->wanted);

  G_OBJECT_CLASS (gla_record_page_parent_class)->finalize (object);
}

static void
gla_record_page_class_init (GlaRecordPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (GLA_TYPE_RECORD_HEADER);
  g_type_ensure (GLA_TYPE_RECORD_OUTLOOK);
  g_type_ensure (GLA_TYPE_RECORD_TIMELINE);
  g_type_ensure (GLA_TYPE_RECORD_TREATMENT_CARD);
  g_type_ensure (GLA_TYPE_RECORD_SECTIONS);
  g_type_ensure (GLA_TYPE_RECORD_HISTORY);

  object_class->get_property = gla_record_page_get_property;
  object_class->set_property = gla_record_page_set_property;
  object_class->dispose = gla_record_page_dispose;
  object_class->finalize = gla_record_page_finalize;

  properties[PROP_TABLE] = g_param_spec_boolean ("table", NULL, NULL, FALSE,
                                                 G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                                   | G_PARAM_STATIC_STRINGS);
  properties[PROP_ESTIMATES] = g_param_spec_boolean ("estimates", NULL, NULL, FALSE,
                                                     G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                                       | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SHOWN] = g_signal_new ("shown", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/glabella/Glabella/ui/pages/patients/gla-record-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GlaRecordPage, stack);
  gtk_widget_class_bind_template_child (widget_class, GlaRecordPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, GlaRecordPage, header);
  gtk_widget_class_bind_template_child (widget_class, GlaRecordPage, outlook);
  gtk_widget_class_bind_template_child (widget_class, GlaRecordPage, timeline_stack);
  gtk_widget_class_bind_template_child (widget_class, GlaRecordPage, timeline_card);
  gtk_widget_class_bind_template_child (widget_class, GlaRecordPage, treatment_card);
  gtk_widget_class_bind_template_child (widget_class, GlaRecordPage, sections);
  gtk_widget_class_bind_template_child (widget_class, GlaRecordPage, history);
  gtk_widget_class_bind_template_child (widget_class, GlaRecordPage, error_page);
  gla_record_page_install_actions (widget_class);
}

static void
gla_record_page_init (GlaRecordPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->timeline_card, "cycle-selected", G_CALLBACK (cycle_selected_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->timeline_card, "cycle-activated", G_CALLBACK (cycle_activated_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->timeline_card, "record-activated",
                           G_CALLBACK (record_activated_cb), self, G_CONNECT_SWAPPED);
  gla_record_page_update_actions (self);
}

GtkWidget *
gla_record_page_new (GlaContext *context)
{
  GlaRecordPage *self;
  GSettings *settings;

  g_return_val_if_fail (GLA_IS_CONTEXT (context), NULL);

  self = g_object_new (GLA_TYPE_RECORD_PAGE, NULL);
  self->context = g_object_ref (context);
  settings = gla_context_get_settings (context);
  gla_record_timeline_set_settings (self->timeline_card, settings);
  set_table (self, g_settings_get_boolean (settings, "timeline-table"));
  set_estimates (self, g_settings_get_boolean (settings, "timeline-estimates"));
  g_signal_connect_object (context, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "today-changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
gla_record_page_set_patient (GlaRecordPage *self,
                             const char    *id)
{
  g_return_if_fail (GLA_IS_RECORD_PAGE (self));

  if (g_strcmp0 (self->patient, id) == 0)
    return;
  g_free (self->patient);
  self->patient = g_strdup (id);
  load (self);
}

const char *
gla_record_page_get_patient (GlaRecordPage *self)
{
  g_return_val_if_fail (GLA_IS_RECORD_PAGE (self), NULL);

  return self->patient;
}

const char *
gla_record_page_get_treatment (GlaRecordPage *self)
{
  g_return_val_if_fail (GLA_IS_RECORD_PAGE (self), NULL);

  return self->treatment;
}

void
gla_record_page_select_treatment (GlaRecordPage *self,
                                  const char    *id)
{
  const GlaTreatment *treatment;

  g_return_if_fail (GLA_IS_RECORD_PAGE (self));
  g_return_if_fail (id != NULL);

  if (self->data == NULL || g_strcmp0 (id, self->treatment) == 0)
    return;
  treatment = gla_history_find_treatment (gla_record_data_get_history (self->data), id);
  if (treatment == NULL)
    return;
  show_treatment (self, treatment);
  mark_cycle (self);
}

void
gla_record_page_toggle_table (GlaRecordPage *self)
{
  g_return_if_fail (GLA_IS_RECORD_PAGE (self));

  set_table (self, !self->is_table);
}

GlaRecordData *
gla_record_page_get_data (GlaRecordPage *self)
{
  g_return_val_if_fail (GLA_IS_RECORD_PAGE (self), NULL);

  return self->data;
}

const GlaCycle *
gla_record_page_get_cycle (GlaRecordPage *self)
{
  g_return_val_if_fail (GLA_IS_RECORD_PAGE (self), NULL);

  return self->data != NULL ? gla_record_timeline_get_selected (self->timeline_card) : NULL;
}
