/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-case-panel.h"

G_BEGIN_DECLS

struct _GlaCasePanel
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkLabel *subject_label;
  GtkMenuButton *menu_button;
  GtkWidget *hide_button;
  GtkScrolledWindow *scroller;
  AdwBin *content_bin;
  GtkFlowBox *foot;

  /* Owned */
  GlaCaseSession *session;
  GtkWidget *before; /* the last step that was shown, while a case is read again */

  /* Borrowed, of the content */
  GtkWidget *step_view;

  guint idle;
  guint tick;
  gboolean wants_focus;
  gboolean was_typing;
};

/** gla_case_panel_install_actions: the "case." actions of the class, and its keys. */
void  gla_case_panel_install_actions  (GtkWidgetClass  *klass);

G_END_DECLS
