/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-record-actions.h"

#include "gla-adverse-event-editor.h"
#include "gla-assessment-editor.h"
#include "gla-exposure-editor.h"
#include "gla-follow-up-editor.h"
#include "gla-patient-editor.h"
#include "gla-rating-editor.h"
#include "gla-treatment-editor.h"

static void
present (GtkWidget *parent,
         GtkWindow *editor)
{
  GtkRoot *root = gtk_widget_get_root (parent);

  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (editor, GTK_WINDOW (root));
  gtk_window_present (editor);
}

GtkWindow *
gla_record_actions_new_treatment (GtkWidget     *parent,
                                  GlaContext    *context,
                                  GlaRecordData *data)
{
  GtkWindow *editor;

  g_return_val_if_fail (data != NULL, NULL);

  editor = gla_treatment_editor_new (context, data->cycles, NULL);
  present (parent, editor);
  return editor;
}

void
gla_record_actions_edit_treatment (GtkWidget     *parent,
                                   GlaContext    *context,
                                   GlaRecordData *data,
                                   const char    *treatment)
{
  g_return_if_fail (data != NULL);
  g_return_if_fail (treatment != NULL);

  present (parent, gla_treatment_editor_new (context, data->cycles, treatment));
}

void
gla_record_actions_follow_up (GtkWidget     *parent,
                              GlaContext    *context,
                              GlaRecordData *data)
{
  g_return_if_fail (data != NULL);

  present (parent, gla_follow_up_editor_new (context, data->cycles));
}

void
gla_record_actions_exposure (GtkWidget     *parent,
                             GlaContext    *context,
                             GlaRecordData *data,
                             const char    *exposure)
{
  g_return_if_fail (data != NULL);

  present (parent, gla_exposure_editor_new (context, data->cycles, exposure));
}

void
gla_record_actions_adverse_event (GtkWidget     *parent,
                                  GlaContext    *context,
                                  GlaRecordData *data,
                                  const char    *event)
{
  g_return_if_fail (data != NULL);

  present (parent, gla_adverse_event_editor_new (context, data->cycles, event));
}

void
gla_record_actions_assessment (GtkWidget     *parent,
                               GlaContext    *context,
                               GlaRecordData *data,
                               const char    *assessment)
{
  g_return_if_fail (data != NULL && assessment != NULL);

  present (parent, gla_assessment_editor_new (context, data->cycles, assessment));
}

void
gla_record_actions_rating (GtkWidget     *parent,
                           GlaContext    *context,
                           GlaRecordData *data,
                           const char    *rating)
{
  g_return_if_fail (data != NULL && rating != NULL);

  present (parent, gla_rating_editor_new (context, data->cycles, rating));
}

void
gla_record_actions_edit_patient (GtkWidget     *parent,
                                 GlaContext    *context,
                                 GlaRecordData *data)
{
  g_return_if_fail (data != NULL);

  present (parent, gla_patient_editor_new (context, gla_record_data_get_history (data)->patient,
                                           NULL));
}
