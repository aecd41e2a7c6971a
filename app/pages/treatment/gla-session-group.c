/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-session-group.h"

#include "gla-i18n.h"
#include "gla-store-read.h"
#include "gla-form-rows.h"

struct _GlaSessionGroup
{
  AdwBin parent_instance;

  /* Owned */
  GlaContext *context;
  GPtrArray *staff;          /* (element-type GlaStaff) */

  AdwPreferencesGroup *group;
  GlaDayRow *day;
  AdwComboRow *injector;
  GlaChoiceRow *reason;
  GlaDayRow *worn_off;
  AdwEntryRow *deviation;
  AdwEntryRow *note;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (GlaSessionGroup, gla_session_group, ADW_TYPE_BIN)

enum { SIGNAL_EDITED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* Which answer of the choice row stands for which reason. */
static const GlaVisitReason reasons[] = {
  GLA_VISIT_REASON_ROUTINE, GLA_VISIT_REASON_WORE_OFF, GLA_VISIT_REASON_UNKNOWN,
};

static void
edited_cb (GlaSessionGroup *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

/* The date of wear-off is asked where the effect is gone. */
static void
show_worn_off (GlaSessionGroup *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->worn_off),
                          gla_choice_row_get_selected (self->reason) == 1 ||
                            gla_day_row_get_day (self->worn_off, NULL) != GLA_DAY_NONE);
}

static void
reason_chosen_cb (GlaSessionGroup *self)
{
  show_worn_off (self);
  edited_cb (self);
}

static void
gla_session_group_dispose (GObject *object)
{
  GlaSessionGroup *self = GLA_SESSION_GROUP (object);

  self->filling = TRUE;
  G_OBJECT_CLASS (gla_session_group_parent_class)->dispose (object);
}

static void
gla_session_group_finalize (GObject *object)
{
  GlaSessionGroup *self = GLA_SESSION_GROUP (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->staff, g_ptr_array_unref);
  G_OBJECT_CLASS (gla_session_group_parent_class)->finalize (object);
}

static void
gla_session_group_class_init (GlaSessionGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = gla_session_group_dispose;
  object_class->finalize = gla_session_group_finalize;
  signals[SIGNAL_EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
gla_session_group_init (GlaSessionGroup *self)
{
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
}

static AdwComboRow *
make_injector (GlaSessionGroup *self)
{
  AdwComboRow *row = gla_form_rows_make_combo (_("Injected by"), NULL);

  gla_form_rows_set_staff (row, self->staff, NULL);
  return row;
}

static gboolean
focus_cb (GtkWidget *widget,
          GVariant  *arguments,
          gpointer   user_data)
{
  return gtk_widget_grab_focus (widget);
}

/* What decides the quality of all figures is one key away, as the reason is. */
static void
add_key (GtkWidget *row,
         guint      key)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (key, GDK_ALT_MASK),
                                            gtk_callback_action_new (focus_cb, NULL, NULL));

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller),
                                     GTK_SHORTCUT_SCOPE_MANAGED);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
  gtk_widget_add_controller (row, controller);
}

static void
make_session (GlaSessionGroup *self)
{
  static const char *const answers[] = { N_("_Routine"), N_("_Wore Off"), N_("_Not Asked") };

  self->day = gla_form_rows_make_day (self->context, _("Date"), TRUE);
  self->worn_off = gla_form_rows_make_day (self->context, _("Last effect worn off on about"), TRUE);
  add_key (GTK_WIDGET (self->worn_off), GDK_KEY_o);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->worn_off),
                               _("The day that the patient names (Alt+O)"));
  self->injector = make_injector (self);
  self->reason = gla_form_rows_make_choice (_("Came"), answers, G_N_ELEMENTS (answers));

  adw_preferences_group_add (self->group, GTK_WIDGET (self->day));
  adw_preferences_group_add (self->group, GTK_WIDGET (self->injector));
  adw_preferences_group_add (self->group, GTK_WIDGET (self->reason));
  adw_preferences_group_add (self->group, GTK_WIDGET (self->worn_off));
}

static void
make_notes (GlaSessionGroup *self)
{
  self->deviation = gla_form_rows_make_entry (_("Why unlike label or plan"));
  self->note = gla_form_rows_make_entry (_("Note"));
  adw_preferences_group_add (self->group, GTK_WIDGET (self->deviation));
  adw_preferences_group_add (self->group, GTK_WIDGET (self->note));
}

static void
connect_edits (GlaSessionGroup *self)
{
  g_signal_connect_swapped (self->day, "changed-day", G_CALLBACK (edited_cb), self);
  g_signal_connect_swapped (self->worn_off, "changed-day", G_CALLBACK (edited_cb), self);
  g_signal_connect_swapped (self->injector, "notify::selected", G_CALLBACK (edited_cb), self);
  g_signal_connect_swapped (self->reason, "chosen", G_CALLBACK (reason_chosen_cb), self);
  g_signal_connect_swapped (self->deviation, "changed", G_CALLBACK (edited_cb), self);
  g_signal_connect_swapped (self->note, "changed", G_CALLBACK (edited_cb), self);
}

GtkWidget *
gla_session_group_new (GlaContext *context)
{
  GlaSessionGroup *self;

  g_return_val_if_fail (GLA_IS_CONTEXT (context), NULL);

  self = g_object_new (GLA_TYPE_SESSION_GROUP, NULL);
  self->context = g_object_ref (context);
  self->staff = gla_form_rows_list_staff (context, NULL);
  self->filling = TRUE;
  make_session (self);
  make_notes (self);
  connect_edits (self);
  self->filling = FALSE;
  return GTK_WIDGET (self);
}

void
gla_session_group_fill (GlaSessionGroup        *self,
                        const GlaTreatmentForm *form)
{
  int reason = -1;

  g_return_if_fail (GLA_IS_SESSION_GROUP (self) && form != NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (reasons[i] == form->reason)
      reason = (int) i;
  self->filling = TRUE;
  g_ptr_array_unref (self->staff);
  self->staff = gla_form_rows_list_staff (self->context, form->injector);
  gla_day_row_set_day (self->day, form->day, form->precision);
  gla_form_rows_set_staff (self->injector, self->staff, form->injector);
  gla_choice_row_set_selected (self->reason, reason);
  gla_day_row_set_day (self->worn_off, form->worn_off, form->worn_off_precision);
  gla_form_rows_set_text (self->deviation, form->deviation);
  gla_form_rows_set_text (self->note, form->note);
  show_worn_off (self);
  self->filling = FALSE;
}

void
gla_session_group_collect (GlaSessionGroup  *self,
                           GlaTreatmentForm *form)
{
  int reason;

  g_return_if_fail (GLA_IS_SESSION_GROUP (self) && form != NULL);

  reason = gla_choice_row_get_selected (self->reason);
  form->day = gla_day_row_get_day (self->day, &form->precision);
  form->injector = gla_form_rows_dup_staff (self->injector, self->staff);
  form->reason = reason >= 0 ? reasons[reason] : GLA_VISIT_REASON_UNKNOWN;
  form->worn_off = gla_day_row_get_day (self->worn_off, &form->worn_off_precision);
  form->deviation = gla_form_rows_dup_text (self->deviation);
  form->note = gla_form_rows_dup_text (self->note);
}

gboolean
gla_session_group_is_valid (GlaSessionGroup *self)
{
  g_return_val_if_fail (GLA_IS_SESSION_GROUP (self), FALSE);

  return gla_day_row_is_valid (self->day) && gla_day_row_is_valid (self->worn_off);
}
