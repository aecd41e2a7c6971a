/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "gla-record-data.h"

G_BEGIN_DECLS

/*
 * What can be done with a record: the windows that enter things, and taking
 * records out of it. @parent is the widget whose window waits.
 */

/** gla_record_actions_new_treatment: (transfer none): the window, for its signal "saved". */
GtkWindow *gla_record_actions_new_treatment (GtkWidget     *parent,
                                             GlaContext    *context,
                                             GlaRecordData *data);

void  gla_record_actions_edit_treatment (GtkWidget      *parent,
                                         GlaContext     *context,
                                         GlaRecordData  *data,
                                         const char     *treatment);
void  gla_record_actions_follow_up      (GtkWidget      *parent,
                                         GlaContext     *context,
                                         GlaRecordData  *data);

/** gla_record_actions_exposure: @exposure: (nullable): the one to amend, %NULL for a new one. */
void  gla_record_actions_exposure       (GtkWidget      *parent,
                                         GlaContext     *context,
                                         GlaRecordData  *data,
                                         const char     *exposure);
/** gla_record_actions_adverse_event: @event: (nullable): as above. */
void  gla_record_actions_adverse_event  (GtkWidget      *parent,
                                         GlaContext     *context,
                                         GlaRecordData  *data,
                                         const char     *event);

/** gla_record_actions_assessment: the editor of one recorded grade. */
void  gla_record_actions_assessment     (GtkWidget      *parent,
                                         GlaContext     *context,
                                         GlaRecordData  *data,
                                         const char     *assessment);

/** gla_record_actions_rating: the editor of how a result was judged. */
void  gla_record_actions_rating         (GtkWidget      *parent,
                                         GlaContext     *context,
                                         GlaRecordData  *data,
                                         const char     *rating);
void  gla_record_actions_edit_patient   (GtkWidget      *parent,
                                         GlaContext     *context,
                                         GlaRecordData  *data);

/**
 * gla_record_actions_void:
 *
 * Asks for the reason, takes the record @id out of all views, and offers to
 * bring it back.
 */
void  gla_record_actions_void           (GtkWidget      *parent,
                                         GlaContext     *context,
                                         GlaRecordTable  table,
                                         const char     *id);

G_END_DECLS
