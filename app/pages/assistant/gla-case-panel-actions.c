/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-case-panel-private.h"

#include "gla-case-dialogs.h"
#include "gla-case-repeat.h"
#include "gla-case-step-view.h"
#include "gla-handout-choice.h"
#include "gla-i18n.h"
#include "gla-sheet-print.h"

static void
answer_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  GlaCasePanel *self = GLA_CASE_PANEL (widget);

  gla_case_step_view_answer (self->step_view, self->session, g_variant_get_uint32 (parameter));
}

static void
back_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  GlaCasePanel *self = GLA_CASE_PANEL (widget);

  if (!gla_case_session_back (self->session, NULL))
    gtk_widget_error_bell (widget);
}

static void
back_to_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  gla_case_session_back (GLA_CASE_PANEL (widget)->session, g_variant_get_string (parameter, NULL));
}

static void
state_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  const char *fact, *value;

  g_variant_get (parameter, "(&s&s)", &fact, &value);
  gla_case_session_state (GLA_CASE_PANEL (widget)->session, fact, value);
}

static void
state_day_cb (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  gla_case_dialogs_state_day (widget, GLA_CASE_PANEL (widget)->session,
                              g_variant_get_string (parameter, NULL));
}

static void
fill_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  g_signal_emit_by_name (widget, "fill", g_variant_get_string (parameter, NULL));
}

static void
open_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  gla_case_session_open (GLA_CASE_PANEL (widget)->session, g_variant_get_string (parameter, NULL));
}

static void
start_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  GlaCasePanel *self = GLA_CASE_PANEL (widget);
  const char *area, *treatment;

  g_variant_get (parameter, "(&s&s)", &area, &treatment);
  self->wants_focus = TRUE;
  gla_case_session_start (self->session, area, treatment[0] != '\0' ? treatment : NULL);
}

static void
go_to_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  const char *id;
  int kind;

  g_variant_get (parameter, "(i&s)", &kind, &id);
  g_signal_emit_by_name (widget, "go-to", kind, id);
}

static void
repeat_done_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GlaCaseSession) session = user_data;
  GlaContext *context = gla_case_session_get_context (session);
  g_autoptr (GError) error = NULL;
  g_autofree char *date = NULL;
  g_autofree char *text = NULL;
  GlaDay day;

  if (!gla_case_repeat_plan_finish (session, result, &day, &error))
    {
      gla_context_show_error (context, _("The repeat was not planned."), error);
      return;
    }
  date = gla_day_format (day, GLA_DAY_EXACT);
  /* Translators: %s is a date */
  text = g_strdup_printf (_("Booked for %s, and prepared in New Treatment"), date);
  gla_context_show_toast (context, text);
}

/* Paper */

static void
paper_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  GlaCasePanel *self = GLA_CASE_PANEL (widget);
  GlaContext *context = gla_case_session_get_context (self->session);
  GlaKeptCase *kept = gla_case_session_get_case (self->session);
  const char *key = GLA_SHEET_DOSSIER;

  if (kept == NULL)
    return;
  /* For the patient: the one that fits the day. */
  if (g_str_equal (g_variant_get_string (parameter, NULL), "sheet"))
    key = NULL;
  if (g_str_equal (name, "case.print"))
    gla_sheet_print_run (widget, context, key, kept);
  else
    gla_sheet_print_save (widget, context, key, kept);
}

/* The plain ones */

static void
act_cb (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  GlaCasePanel *self = GLA_CASE_PANEL (widget);

  if (g_str_equal (name, "case.hide"))
    g_signal_emit_by_name (self, "hide-panel");
  else if (g_str_equal (name, "case.new"))
    gla_case_session_open (self->session, NULL);
  else if (gla_case_session_get_case (self->session) == NULL)
    return;
  else if (g_str_equal (name, "case.forward"))
    gla_case_session_forward (self->session);
  else if (g_str_equal (name, "case.close-case"))
    gla_case_dialogs_close (widget, self->session);
  else if (g_str_equal (name, "case.reopen"))
    gla_case_dialogs_reopen (widget, self->session);
  else if (g_str_equal (name, "case.book"))
    gla_case_dialogs_book (widget, self->session);
  else if (g_str_equal (name, "case.repeat"))
    gla_case_repeat_plan_async (self->session, repeat_done_cb, g_object_ref (self->session));
}

void
gla_case_panel_install_actions (GtkWidgetClass *klass)
{
  static const char *const plain[] = {
    "case.hide", "case.new", "case.forward", "case.close-case", "case.reopen", "case.book",
    "case.repeat",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (plain); i++)
    gtk_widget_class_install_action (klass, plain[i], NULL, act_cb);
  gtk_widget_class_install_action (klass, "case.print", "s", paper_cb);
  gtk_widget_class_install_action (klass, "case.save", "s", paper_cb);
  gtk_widget_class_install_action (klass, "case.answer", "u", answer_cb);
  gtk_widget_class_install_action (klass, "case.back", NULL, back_cb);
  gtk_widget_class_install_action (klass, "case.back-to", "s", back_to_cb);
  gtk_widget_class_install_action (klass, "case.state", "(ss)", state_cb);
  gtk_widget_class_install_action (klass, "case.state-day", "s", state_day_cb);
  gtk_widget_class_install_action (klass, "case.fill", "s", fill_cb);
  gtk_widget_class_install_action (klass, "case.open", "s", open_cb);
  gtk_widget_class_install_action (klass, "case.start", "(ss)", start_cb);
  gtk_widget_class_install_action (klass, "record.go-to", "(is)", go_to_cb);
  for (guint i = 1; i <= 4; i++)
    {
      gtk_widget_class_add_binding_action (klass, GDK_KEY_0 + i, 0, "case.answer", "u", i);
      gtk_widget_class_add_binding_action (klass, GDK_KEY_KP_0 + i, 0, "case.answer", "u", i);
    }
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Escape, 0, "case.back", NULL);
}
