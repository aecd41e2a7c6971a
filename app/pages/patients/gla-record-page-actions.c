/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-record-page-private.h"

#include "gla-copy-print.h"
#include "gla-handout-choice.h"
#include "gla-i18n.h"
#include "gla-photos-window.h"
#include "gla-print-window.h"
#include "gla-record-actions.h"
#include "gla-timeline-print.h"

/* The page's functions that take nothing but the page, and their actions. */
static const struct
{
  const char *name;
  void (*act) (GlaRecordPage *self);
} plain_actions[] = {
  { "record.new-treatment", gla_record_page_new_treatment },
  { "record.follow-up", gla_record_page_follow_up },
  { "record.exposure", gla_record_page_exposure },
  { "record.adverse-event", gla_record_page_adverse_event },
  { "record.edit-patient", gla_record_page_edit_patient },
  { "record.photos", gla_record_page_photos },
  { "record.print", gla_record_page_print },
  { "record.print-timeline", gla_record_page_print_timeline },
  { "record.save-pdf", gla_record_page_save_pdf },
  { "record.save-picture", gla_record_page_save_picture },
};

/* What needs something on the timeline. */
static const char *const drawing_actions[] = {
  "record.print-timeline",
  "record.save-pdf",
  "record.save-picture",
};

static void
plain_action_cb (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  for (gsize i = 0; i < G_N_ELEMENTS (plain_actions); i++)
    if (g_str_equal (plain_actions[i].name, name))
      plain_actions[i].act (GLA_RECORD_PAGE (widget));
}

static void
step_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  gla_record_page_step (GLA_RECORD_PAGE (widget),
                        g_str_equal (name, "record.next-treatment") ? 1 : -1);
}

static void
edit_treatment_cb (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  GlaRecordPage *self = GLA_RECORD_PAGE (widget);

  if (self->treatment != NULL)
    gla_record_actions_edit_treatment (widget, self->context, self->data, self->treatment);
}

static void
void_treatment_cb (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  GlaRecordPage *self = GLA_RECORD_PAGE (widget);

  if (self->treatment != NULL)
    gla_record_actions_void (widget, self->context, GLA_TABLE_TREATMENT, self->treatment);
}

static void
void_row_cb (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  GlaRecordPage *self = GLA_RECORD_PAGE (widget);
  const char *id;
  int table;

  g_variant_get (parameter, "(i&s)", &table, &id);
  gla_record_actions_void (widget, self->context, (GlaRecordTable) table, id);
}

static void
edit_row_cb (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  GlaRecordPage *self = GLA_RECORD_PAGE (widget);
  const char *id;
  int table;

  g_variant_get (parameter, "(i&s)", &table, &id);
  if (self->data != NULL && table == GLA_TABLE_EXPOSURE)
    gla_record_actions_exposure (widget, self->context, self->data, id);
  else if (self->data != NULL && table == GLA_TABLE_ADVERSE_EVENT)
    gla_record_actions_adverse_event (widget, self->context, self->data, id);
  else if (self->data != NULL && table == GLA_TABLE_ASSESSMENT)
    gla_record_actions_assessment (widget, self->context, self->data, id);
  else if (self->data != NULL && table == GLA_TABLE_RATING)
    gla_record_actions_rating (widget, self->context, self->data, id);
}

/* The front desk sees next steps and dates of a case, no more: neither does its paper. */
static gboolean
is_dossier (GlaRecordPage *self,
            const char    *id)
{
  const GPtrArray *documents = gla_record_data_get_history (self->data)->documents;

  for (guint i = 0; i < documents->len; i++)
    {
      const GlaDocument *document = documents->pdata[i];

      if (g_str_equal (document->id, id))
        return g_str_equal (document->template, GLA_SHEET_DOSSIER);
    }
  return FALSE;
}

static void
print_copy_cb (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  GlaRecordPage *self = GLA_RECORD_PAGE (widget);
  const char *id = g_variant_get_string (parameter, NULL);

  if (gla_context_get_role (self->context) == GLA_ROLE_FRONT_DESK && is_dossier (self, id))
    gla_context_show_toast (self->context, _("Practitioners print the dossier"));
  else
    gla_copy_print_document (GTK_WINDOW (gtk_widget_get_root (widget)), self->context, id);
}

/* What a form of an authority asks for, as far as it is recorded. */
static void
report_event_cb (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  GlaRecordPage *self = GLA_RECORD_PAGE (widget);
  GlaSheetQuestion question = { NULL };

  if (self->data == NULL)
    return;
  question.cycles = self->data->cycles;
  question.event = g_variant_get_string (parameter, NULL);
  question.wanted = GLA_SHEET_ADVERSE_EVENT;
  gtk_window_present (gla_print_window_new (GTK_WINDOW (gtk_widget_get_root (widget)),
                                            self->context, &question));
}

static void
go_to_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  const char *id;
  int kind;

  g_variant_get (parameter, "(i&s)", &kind, &id);
  gla_record_page_show_record (GLA_RECORD_PAGE (widget), (GlaTimelineRecord) kind, id);
}

void
gla_record_page_install_actions (GtkWidgetClass *widget_class)
{
  for (gsize i = 0; i < G_N_ELEMENTS (plain_actions); i++)
    gtk_widget_class_install_action (widget_class, plain_actions[i].name, NULL, plain_action_cb);
  gtk_widget_class_install_action (widget_class, "record.previous-treatment", NULL, step_cb);
  gtk_widget_class_install_action (widget_class, "record.next-treatment", NULL, step_cb);
  gtk_widget_class_install_action (widget_class, "record.edit-treatment", NULL, edit_treatment_cb);
  gtk_widget_class_install_action (widget_class, "record.void-treatment", NULL, void_treatment_cb);
  gtk_widget_class_install_action (widget_class, "record.edit-row", "(is)", edit_row_cb);
  gtk_widget_class_install_action (widget_class, "record.void-row", "(is)", void_row_cb);
  gtk_widget_class_install_action (widget_class, "record.go-to", "(is)", go_to_cb);
  gtk_widget_class_install_action (widget_class, "record.report-event", "s", report_event_cb);
  gtk_widget_class_install_action (widget_class, "record.print-copy", "s", print_copy_cb);
  gtk_widget_class_install_property_action (widget_class, "record.table", "table");
  gtk_widget_class_install_property_action (widget_class, "record.estimates", "estimates");
}

void
gla_record_page_update_actions (GlaRecordPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const GlaTreatment *treatment = gla_record_page_find_treatment (self);
  guint index = 0, n = 0;

  g_return_if_fail (GLA_IS_RECORD_PAGE (self));

  for (gsize i = 0; i < G_N_ELEMENTS (plain_actions); i++)
    gtk_widget_action_set_enabled (widget, plain_actions[i].name, self->data != NULL);
  if (self->data != NULL && self->data->cycles->cycles->len == 0
      && gla_record_data_get_history (self->data)->exposures->len == 0)
    for (gsize i = 0; i < G_N_ELEMENTS (drawing_actions); i++)
      gtk_widget_action_set_enabled (widget, drawing_actions[i], FALSE);
  gtk_widget_action_set_enabled (widget, "record.photos",
                                 self->data != NULL && gla_photos_may_see (self->context));
  /* A follow-up judges a treatment. */
  gtk_widget_action_set_enabled (widget, "record.follow-up", treatment != NULL);
  if (treatment != NULL)
    {
      GPtrArray *all = gla_record_data_get_history (self->data)->treatments;

      n = all->len;
      g_ptr_array_find (all, treatment, &index);
    }
  gtk_widget_action_set_enabled (widget, "record.edit-treatment", treatment != NULL);
  gtk_widget_action_set_enabled (widget, "record.void-treatment", treatment != NULL);
  gtk_widget_action_set_enabled (widget, "record.previous-treatment", index > 0);
  gtk_widget_action_set_enabled (widget, "record.next-treatment", index + 1 < n);
}

/* The new treatment is shown as soon as the record has been read again. */
static void
treatment_saved_cb (GlaRecordPage *self,
                    const char    *id)
{
  g_free (self->wanted);
  self->wanted = g_strdup (id);
  gla_record_page_select_treatment (self, id);
}

void
gla_record_page_new_treatment (GlaRecordPage *self)
{
  GtkWindow *editor;

  g_return_if_fail (GLA_IS_RECORD_PAGE (self));

  if (self->data == NULL)
    return;
  editor = gla_record_actions_new_treatment (GTK_WIDGET (self), self->context, self->data);
  g_signal_connect_object (editor, "saved", G_CALLBACK (treatment_saved_cb), self,
                           G_CONNECT_SWAPPED);
}

void
gla_record_page_follow_up (GlaRecordPage *self)
{
  g_return_if_fail (GLA_IS_RECORD_PAGE (self));

  if (self->data != NULL && self->treatment != NULL)
    gla_record_actions_follow_up (GTK_WIDGET (self), self->context, self->data);
}

void
gla_record_page_exposure (GlaRecordPage *self)
{
  g_return_if_fail (GLA_IS_RECORD_PAGE (self));

  if (self->data != NULL)
    gla_record_actions_exposure (GTK_WIDGET (self), self->context, self->data, NULL);
}

void
gla_record_page_adverse_event (GlaRecordPage *self)
{
  g_return_if_fail (GLA_IS_RECORD_PAGE (self));

  if (self->data != NULL)
    gla_record_actions_adverse_event (GTK_WIDGET (self), self->context, self->data, NULL);
}

void
gla_record_page_photos (GlaRecordPage *self)
{
  GtkRoot *root;

  g_return_if_fail (GLA_IS_RECORD_PAGE (self));

  root = gtk_widget_get_root (GTK_WIDGET (self));
  if (self->data != NULL && GTK_IS_WINDOW (root) && gla_photos_may_see (self->context))
    gtk_window_present (gla_photos_window_new (GTK_WINDOW (root), self->context,
                                               gla_record_data_get_history (self->data)->patient->id,
                                               GLA_DAY_NONE));
}

void
gla_record_page_edit_patient (GlaRecordPage *self)
{
  g_return_if_fail (GLA_IS_RECORD_PAGE (self));

  if (self->data != NULL)
    gla_record_actions_edit_patient (GTK_WIDGET (self), self->context, self->data);
}

/* About what is marked on the timeline, or else about the treatment that is shown below it. */
void
gla_record_page_print (GlaRecordPage *self)
{
  const GlaAdverseEvent *event;
  const GlaCycle *cycle;
  GlaSheetQuestion question = { NULL };

  g_return_if_fail (GLA_IS_RECORD_PAGE (self));

  if (self->data == NULL)
    return;
  question.cycles = self->data->cycles;
  event = gla_record_timeline_get_focused_event (self->timeline_card);
  if (event != NULL)
    {
      question.event = event->id;
      question.wanted = GLA_SHEET_ADVERSE_EVENT;
    }
  cycle = gla_record_page_get_cycle (self);
  if (cycle == NULL && self->treatment != NULL)
    cycle = gla_record_page_choose_cycle (self, self->treatment);
  if (cycle != NULL)
    {
      question.area = cycle->area;
      question.treatment = cycle->treatment->id;
    }
  gtk_window_present (gla_print_window_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                            self->context, &question));
}

void
gla_record_page_print_timeline (GlaRecordPage *self)
{
  g_return_if_fail (GLA_IS_RECORD_PAGE (self));

  if (self->data != NULL)
    gla_timeline_print_run (GTK_WIDGET (self), self->context, self->data->cycles,
                            gla_record_page_get_estimates (self), self->is_table);
}

void
gla_record_page_save_pdf (GlaRecordPage *self)
{
  g_return_if_fail (GLA_IS_RECORD_PAGE (self));

  if (self->data != NULL)
    gla_timeline_print_save (GTK_WIDGET (self), self->context, self->data->cycles,
                             gla_record_page_get_estimates (self), self->is_table, GLA_FILE_PDF);
}

void
gla_record_page_save_picture (GlaRecordPage *self)
{
  g_return_if_fail (GLA_IS_RECORD_PAGE (self));

  if (self->data != NULL)
    gla_timeline_print_save (GTK_WIDGET (self), self->context, self->data->cycles,
                             gla_record_page_get_estimates (self), self->is_table, GLA_FILE_PNG);
}
