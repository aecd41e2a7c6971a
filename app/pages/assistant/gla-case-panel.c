/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-case-panel-private.h"

#include "gla-case-begin.h"
#include "gla-case-content.h"
#include "gla-case-repeat.h"
#include "gla-case-statement.h"
#include "gla-case-step-view.h"
#include "gla-case-words.h"
#include "gla-i18n.h"

/* The title of a stage stays in view above its step; what is left below the last answer. */
#define STAGE_HEIGHT 40
#define SPACE 12

enum
{
  HIDE_PANEL,
  GO_TO,
  FILL,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GlaCasePanel, gla_case_panel, ADW_TYPE_BIN)

static gboolean
is_front_desk (GlaCasePanel *self)
{
  return gla_context_get_role (gla_case_session_get_context (self->session))
         == GLA_ROLE_FRONT_DESK;
}

static GtkWidget *
new_content (GlaCasePanel *self)
{
  g_autofree char *problem = gla_case_session_dup_problem (self->session);

  self->step_view = NULL;
  if (gla_case_session_get_case (self->session) != NULL)
    return gla_case_content_new (self->session, is_front_desk (self), &self->step_view);
  if (problem != NULL)
    {
      g_autofree char *text = NULL;

      /* Translators: %s says what is wrong with a case */
      text = g_strdup_printf (_("This case can’t be shown; it is kept as it is. %s"), problem);
      return gla_case_paragraph_new (text, NULL);
    }
  if (gla_case_session_is_busy (self->session))
    return g_object_new (GTK_TYPE_SPINNER, "spinning", TRUE, "halign", GTK_ALIGN_CENTER, NULL);
  return gla_case_begin_new (self->session);
}

/* The menu of cases */

static GMenuModel *
new_menu (GlaCasePanel *self)
{
  const GlaRecordData *data = gla_case_session_get_data (self->session);
  g_autoptr (GMenu) cases = g_menu_new ();
  g_autoptr (GMenu) begin = g_menu_new ();
  GMenu *menu = g_menu_new ();

  for (guint i = 0; data != NULL && i < data->cycles->history->cases->len; i++)
    {
      const GlaCaseRecord *record = data->cycles->history->cases->pdata[i];
      g_autofree char *subject = gla_case_words_record (record, data->cycles);
      g_autofree char *standing = gla_case_words_standing (record);
      g_autofree char *label = g_strdup_printf ("%s: %s", subject, standing);
      g_autoptr (GMenuItem) item = NULL;
      g_auto (GStrv) parts = g_strsplit (label, "_", -1);
      g_autofree char *escaped = g_strjoinv ("__", parts);

      item = g_menu_item_new (escaped, NULL);
      g_menu_item_set_action_and_target (item, "case.open", "s", record->id);
      g_menu_append_item (cases, item);
    }
  g_menu_append (begin, _("_Begin a Case…"), "case.new");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (cases));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (begin));
  return G_MENU_MODEL (menu);
}

/* The buttons at the foot */

static void
add_button (GlaCasePanel *self,
            const char   *label,
            const char   *action,
            const char   *style)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);
  GtkWidget *child;

  if (style != NULL)
    gtk_widget_add_css_class (button, style);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_flow_box_append (self->foot, button);
  child = gtk_widget_get_parent (button);
  gtk_widget_set_focusable (child, FALSE);
}

/* What can be put on paper; the dossier is for professionals. */
static void
add_print (GlaCasePanel *self,
           gboolean      with_dossier)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) sheet = g_menu_new ();
  g_autoptr (GMenu) dossier = g_menu_new ();

  g_menu_append (sheet, _("Print the Sheet for the _Patient…"), "case.print('sheet')");
  g_menu_append (sheet, _("_Save It as PDF…"), "case.save('sheet')");
  g_menu_append (dossier, _("Print the _Dossier…"), "case.print('dossier')");
  g_menu_append (dossier, _("Save It as P_DF…"), "case.save('dossier')");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (sheet));
  if (with_dossier)
    g_menu_append_section (menu, NULL, G_MENU_MODEL (dossier));
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _("_Print"));
  gtk_menu_button_set_use_underline (GTK_MENU_BUTTON (button), TRUE);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_flow_box_append (self->foot, button);
  gtk_widget_set_focusable (gtk_widget_get_parent (button), FALSE);
}

static void
fill_foot (GlaCasePanel *self)
{
  const GlaKeptCase *kept = gla_case_session_get_case (self->session);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->foot))) != NULL)
    gtk_flow_box_remove (self->foot, child);
  gtk_widget_set_visible (GTK_WIDGET (self->foot), kept != NULL);
  if (kept == NULL)
    return;
  if (is_front_desk (self))
    {
      if (kept->record->standing != GLA_CASE_STANDING_CLOSED)
        add_button (self, _("Boo_k…"), "case.book", NULL);
      add_print (self, FALSE);
      return;
    }
  if (kept->record->standing == GLA_CASE_STANDING_CLOSED)
    {
      add_button (self, _("Open _Again…"), "case.reopen", NULL);
      add_print (self, TRUE);
      return;
    }
  add_button (self, _("_Back"), "case.back", NULL);
  if (kept->state->cursor >= 0)
    {
      add_button (self, _("_Go On"), "case.forward", "suggested-action");
      return;
    }
  if (gla_case_repeat_is_possible (self->session))
    add_button (self, _("Plan _Repeat"), "case.repeat", NULL);
  if (kept->state->state != GLA_CASE_ASKING)
    add_button (self, _("Boo_k…"), "case.book", NULL);
  add_print (self, TRUE);
  add_button (self, _("_Close Case…"), "case.close-case",
              kept->state->state == GLA_CASE_ENDED ? "suggested-action" : NULL);
}

static void
update_head (GlaCasePanel *self)
{
  const GlaKeptCase *kept = gla_case_session_get_case (self->session);
  const GlaRecordData *data = gla_case_session_get_data (self->session);
  g_autofree char *subject = NULL;
  g_autoptr (GMenuModel) menu = new_menu (self);

  if (kept != NULL && data != NULL)
    subject = gla_case_words_subject (kept->state, data->cycles);
  gtk_label_set_text (self->subject_label, subject != NULL ? subject : "");
  gtk_widget_set_visible (GTK_WIDGET (self->subject_label), subject != NULL);
  gtk_menu_button_set_menu_model (self->menu_button, menu);
}

static gboolean
has_focus_inside (GlaCasePanel *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (gtk_widget_is_ancestor (focus, GTK_WIDGET (self->content_bin))
                           || gtk_widget_is_ancestor (focus, GTK_WIDGET (self->foot)));
}

void
gla_case_panel_focus (GlaCasePanel *self)
{
  GtkWidget *target;

  g_return_if_fail (GLA_IS_CASE_PANEL (self));

  target = gla_case_step_view_get_focus (self->step_view);
  if (target != NULL)
    gtk_widget_grab_focus (target);
  else if (self->step_view == NULL
           || !gtk_widget_child_focus (self->step_view, GTK_DIR_TAB_FORWARD))
    gtk_widget_child_focus (GTK_WIDGET (self->content_bin), GTK_DIR_TAB_FORWARD);
}

/* The present step in view: its beginning, or the end of its answers where it is longer than
 * the panel. Once it has been laid out. */
static gboolean
reveal_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  GlaCasePanel *self = GLA_CASE_PANEL (widget);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  GtkWidget *present = self->step_view != NULL ? gtk_widget_get_parent (self->step_view) : NULL;
  GtkWidget *last = gla_case_step_view_get_last (self->step_view);
  double page = gtk_adjustment_get_page_size (adjustment);
  double x, top, bottom;

  if (present != NULL && gtk_widget_get_height (present) == 0)
    return G_SOURCE_CONTINUE;
  self->tick = 0;
  if (present == NULL)
    return G_SOURCE_REMOVE;
  gtk_widget_translate_coordinates (present, GTK_WIDGET (self->content_bin), 0, -STAGE_HEIGHT, &x,
                                    &top);
  if (last != NULL
      && gtk_widget_translate_coordinates (last, GTK_WIDGET (self->content_bin), 0,
                                           gtk_widget_get_height (last) + SPACE, &x, &bottom)
      && bottom > top + page)
    top = bottom - page;
  gtk_adjustment_set_value (adjustment, top);
  return G_SOURCE_REMOVE;
}

/* A panel that isn't shown is not laid out: it comes into view with the panel. */
static void
reveal_step (GlaCasePanel *self)
{
  if (self->tick == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), reveal_cb, NULL, NULL);
}

static void
gla_case_panel_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (gla_case_panel_parent_class)->map (widget);

  reveal_step (GLA_CASE_PANEL (widget));
}

static void
gla_case_panel_unmap (GtkWidget *widget)
{
  GlaCasePanel *self = GLA_CASE_PANEL (widget);

  if (self->tick != 0)
    gtk_widget_remove_tick_callback (widget, self->tick);
  self->tick = 0;

  GTK_WIDGET_CLASS (gla_case_panel_parent_class)->unmap (widget);
}

static void
rebuild (GlaCasePanel *self)
{
  gboolean had_focus = self->wants_focus || has_focus_inside (self);

  if (self->step_view != NULL)
    {
      g_set_object (&self->before, self->step_view);
      self->was_typing = gla_case_step_view_has_keyboard (self->step_view);
    }
  update_head (self);
  adw_bin_set_child (self->content_bin, new_content (self));
  fill_foot (self);
  self->wants_focus = had_focus && gla_case_session_is_busy (self->session);
  if (!gla_case_step_view_take_over (self->step_view, self->before, self->was_typing)
      && had_focus)
    gla_case_panel_focus (self);
  if (self->step_view != NULL)
    g_clear_object (&self->before);
  reveal_step (self);
}

/* Not at once: what changed is often done by a part of the content, which would go under it. */
static gboolean
idle_cb (gpointer user_data)
{
  GlaCasePanel *self = user_data;

  self->idle = 0;
  rebuild (self);
  return G_SOURCE_REMOVE;
}

static void
session_changed_cb (GlaCasePanel *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_DEFAULT, idle_cb, self, NULL);
}

static void
gla_case_panel_dispose (GObject *object)
{
  GlaCasePanel *self = GLA_CASE_PANEL (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  /* What is still being written or read holds the session a little longer. */
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->before);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (gla_case_panel_parent_class)->dispose (object);
}

static void
gla_case_panel_class_init (GlaCasePanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gla_case_panel_dispose;
  widget_class->map = gla_case_panel_map;
  widget_class->unmap = gla_case_panel_unmap;

  signals[HIDE_PANEL] = g_signal_new ("hide-panel", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 0);
  signals[GO_TO] = g_signal_new ("go-to", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_STRING);
  signals[FILL] = g_signal_new ("fill", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/glabella/Glabella/ui/pages/assistant/gla-case-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, GlaCasePanel, subject_label);
  gtk_widget_class_bind_template_child (widget_class, GlaCasePanel, menu_button);
  gtk_widget_class_bind_template_child (widget_class, GlaCasePanel, hide_button);
  gtk_widget_class_bind_template_child (widget_class, GlaCasePanel, scroller);
  gtk_widget_class_bind_template_child (widget_class, GlaCasePanel, content_bin);
  gtk_widget_class_bind_template_child (widget_class, GlaCasePanel, foot);
  gla_case_panel_install_actions (widget_class);
}

static void
gla_case_panel_init (GlaCasePanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
gla_case_panel_new (GlaContext *context)
{
  GlaCasePanel *self;

  g_return_val_if_fail (GLA_IS_CONTEXT (context), NULL);

  self = g_object_new (GLA_TYPE_CASE_PANEL, NULL);
  self->session = gla_case_session_new (context);
  g_signal_connect_object (self->session, "changed", G_CALLBACK (session_changed_cb), self,
                           G_CONNECT_SWAPPED);
  rebuild (self);
  return GTK_WIDGET (self);
}

void
gla_case_panel_show (GlaCasePanel  *self,
                     GlaRecordData *data)
{
  g_return_if_fail (GLA_IS_CASE_PANEL (self));

  gla_case_session_show (self->session, data);
  /* Menu and dates may differ although the case does not. */
  session_changed_cb (self);
}

void
gla_case_panel_open (GlaCasePanel *self,
                     const char   *id)
{
  g_return_if_fail (GLA_IS_CASE_PANEL (self));

  self->wants_focus = TRUE;
  gla_case_session_open (self->session, id);
}

/* The open case about that area, NULL if there is none. */
static const GlaCaseRecord *
find_open (const GlaHistory *history,
           const char       *area)
{
  for (guint i = history->cases->len; i > 0; i--)
    {
      const GlaCaseRecord *record = history->cases->pdata[i - 1];

      if (record->standing != GLA_CASE_STANDING_CLOSED
          && (area == NULL || g_strcmp0 (record->area, area) == 0))
        return record;
    }
  return NULL;
}

void
gla_case_panel_start (GlaCasePanel   *self,
                      const GlaCycle *cycle)
{
  const GlaRecordData *data;
  const GlaCaseRecord *record;

  g_return_if_fail (GLA_IS_CASE_PANEL (self));

  data = gla_case_session_get_data (self->session);
  if (data == NULL)
    return;
  self->wants_focus = TRUE;
  record = find_open (data->cycles->history, cycle != NULL ? cycle->area : NULL);
  if (record != NULL)
    gla_case_session_open (self->session, record->id);
  else if (cycle != NULL)
    gla_case_session_start (self->session, cycle->area, cycle->treatment->id);
  else
    gla_case_session_open (self->session, NULL);
  session_changed_cb (self);
}

GlaCaseSession *
gla_case_panel_get_session (GlaCasePanel *self)
{
  g_return_val_if_fail (GLA_IS_CASE_PANEL (self), NULL);

  return self->session;
}
