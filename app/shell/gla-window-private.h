/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-clinic-lock.h"
#include "gla-problem-page.h"
#include "gla-start-page.h"
#include "gla-insights-page.h"
#include "gla-today-page.h"
#include "gla-window.h"

G_BEGIN_DECLS

struct _GlaWindow
{
  AdwApplicationWindow parent_instance;

  /* Template */
  AdwToastOverlay *toast_overlay;
  AdwWindowTitle *window_title;
  AdwViewSwitcher *view_switcher;
  GtkStack *title_stack;
  GtkLabel *clinic_label;
  GtkWidget *new_button;
  GtkRevealer *draft_revealer;
  GtkStack *stack;
  AdwViewStack *view_stack;

  /* Owned */
  GSettings *settings;
  GlaContext *context;
  GlaClinicLock *lock;
  char *path;

  /* Borrowed; made when they are first shown */
  GlaStartPage *start_page;
  GlaProblemPage *problem_page;
  GlaPatientsPage *patients;
  GlaTodayPage *today_page;
  GlaInsightsPage *insights_page;
  AdwToast *toast; /* the one that is shown, or NULL */

  GlaDay today;
  gboolean must_exist;
};

/** gla_window_install_actions: the actions of the class. */
void        gla_window_install_actions (GtkWidgetClass *klass);

/** gla_window_update_actions: the one place that decides what can be done now. */
void        gla_window_update_actions  (GlaWindow      *self);

/** gla_window_add_patient: opens the editor; @name: (nullable): to begin with. */
void        gla_window_add_patient     (GlaWindow      *self,
                                        const char     *name);

/*
 * Places: what the switch in the header bar chooses between.
 */
void        gla_window_show_places     (GlaWindow      *self);
void        gla_window_drop_places     (GlaWindow      *self);

/** gla_window_go_to: shows @place and gives it the keyboard. */
void        gla_window_go_to           (GlaWindow      *self,
                                        const char     *place);

/** gla_window_is_in: whether @place is the one that is shown. */
gboolean    gla_window_is_in           (GlaWindow      *self,
                                        const char     *place);

/** gla_window_open_patient: goes to the patients and shows patient @id. */
void        gla_window_open_patient    (GlaWindow      *self,
                                        const char     *id);

/** gla_window_close_clinic: waits until all is on the disk, then closes the file. */
void        gla_window_close_clinic    (GlaWindow      *self);

/** gla_window_get_top: (transfer none): this window or the modal one above it that waits for an answer. */
GtkWindow  *gla_window_get_top         (GlaWindow      *self);

/** gla_window_show_toast: @text: plain text; also while no clinic is open. */
void        gla_window_show_toast      (GlaWindow      *self,
                                        const char     *text);

/** gla_window_watch_scanner: from now on a carton that is scanned goes to the stock. */
void        gla_window_watch_scanner   (GlaWindow      *self);

/** gla_window_ask_lot: opens the window that says who had a lot. */
void        gla_window_ask_lot         (GlaWindow      *self);

/*
 * Whole clinic files: choosing, making, putting back.
 */
void        gla_window_choose_clinic   (GlaWindow      *self);
void        gla_window_choose_new      (GlaWindow      *self);
void        gla_window_restore_backup  (GlaWindow      *self);
void        gla_window_open_sample     (GlaWindow      *self);

G_END_DECLS
