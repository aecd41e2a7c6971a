/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-record-data.h"
#include "gla-record-header.h"
#include "gla-record-history.h"
#include "gla-record-outlook.h"
#include "gla-record-page.h"
#include "gla-record-sections.h"
#include "gla-record-timeline.h"
#include "gla-record-treatment-card.h"
#include "gla-timeline-options.h"

G_BEGIN_DECLS

struct _GlaRecordPage
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  GlaRecordHeader *header;
  GlaRecordOutlook *outlook;
  GtkStack *timeline_stack;
  GlaRecordTimeline *timeline_card;
  GlaRecordTreatmentCard *treatment_card;
  GlaRecordSections *sections;
  GlaRecordHistory *history;
  AdwStatusPage *error_page;

  /* Owned */
  GlaContext *context;
  GlaRecordData *data;       /* what is on the page; NULL: nothing */
  GCancellable *cancellable; /* of the load that is under way */
  char *patient;             /* asked for */
  char *treatment;           /* shown below the timeline */
  char *wanted;              /* to be shown when it is there: it was just saved */
  gboolean is_table;
  gboolean has_outlook;      /* whether it listens to what is usual in the clinic */
  gboolean has_estimates;    /* whether to show when effects will wear off */
};

/** gla_record_page_install_actions: the "record." actions of the class. */
void                gla_record_page_install_actions (GtkWidgetClass *widget_class);

/** gla_record_page_update_actions: enables what makes sense for what is on the page. */
void                gla_record_page_update_actions  (GlaRecordPage  *self);

/** gla_record_page_find_treatment: (nullable) (transfer none): the one that is shown. */
const GlaTreatment *gla_record_page_find_treatment  (GlaRecordPage  *self);

/** gla_record_page_choose_cycle: (nullable): the one to mark for a treatment: of the area marked now, if it has that. */
const GlaCycle     *gla_record_page_choose_cycle    (GlaRecordPage  *self,
                                                     const char     *treatment);

/** gla_record_page_get_estimates: (nullable) (transfer none): those to draw and print. */
GPtrArray          *gla_record_page_get_estimates   (GlaRecordPage  *self);

/** gla_record_page_step: the treatment @step places later is shown. */
void                gla_record_page_step            (GlaRecordPage  *self,
                                                     int             step);

G_END_DECLS
