/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-editor-window.h"

#include "gla-confirm.h"
#include "gla-editor-draft.h"
#include "gla-i18n.h"

typedef struct
{
  /* Template */
  AdwWindowTitle *title;
  GtkWidget *save_button;
  GtkRevealer *draft_revealer;
  AdwBin *form_bin;
  AdwBin *foot_bin;
  GtkWidget *foot_bar;
  GtkLabel *fault_label;

  /* Owned */
  GlaContext *context;
  GlaCycles *cycles;
  char *amend;
  char *question;
  GlaEditorDraft *draft;

  gboolean filling;
  gboolean tried;            /* Save was pressed: faults are said from now on */
  gboolean saving;
} GlaEditorWindowPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (GlaEditorWindow, gla_editor_window, ADW_TYPE_WINDOW)

#define PRIVATE(self) ((GlaEditorWindowPrivate *) gla_editor_window_get_instance_private (self))

enum { PROP_0, PROP_FORM, PROP_FOOT, N_PROPS };
static GParamSpec *properties[N_PROPS];

/* Says what is wrong once the person has tried to save; TRUE if nothing is. */
static gboolean
check (GlaEditorWindow *self)
{
  GlaEditorWindowPrivate *priv = PRIVATE (self);
  g_autofree char *fault = GLA_EDITOR_WINDOW_GET_CLASS (self)->find_fault (self);
  gboolean shown = priv->tried && fault != NULL;
  GtkWidget *foot = adw_bin_get_child (priv->foot_bin);

  gtk_label_set_text (priv->fault_label, shown ? fault : "");
  gtk_widget_set_visible (priv->foot_bar, shown || (foot != NULL && gtk_widget_get_visible (foot)));
  return fault == NULL;
}

static void
fill_fresh (GlaEditorWindow *self)
{
  GlaEditorWindowPrivate *priv = PRIVATE (self);

  priv->filling = TRUE;
  GLA_EDITOR_WINDOW_GET_CLASS (self)->fill_fresh (self);
  priv->filling = FALSE;
  check (self);
}

static void
start_anew_cb (GlaEditorWindow *self)
{
  GlaEditorWindowPrivate *priv = PRIVATE (self);

  gtk_revealer_set_reveal_child (priv->draft_revealer, FALSE);
  if (priv->draft != NULL)
    gla_editor_draft_drop (priv->draft);
  priv->tried = FALSE;
  fill_fresh (self);
  gtk_widget_child_focus (GTK_WIDGET (priv->form_bin), GTK_DIR_TAB_FORWARD);
}

static void
save_with_reason (GlaEditorWindow *self,
                  const char      *reason)
{
  GlaEditorWindowPrivate *priv = PRIVATE (self);

  priv->saving = TRUE;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.save", FALSE);
  GLA_EDITOR_WINDOW_GET_CLASS (self)->save (self, reason);
}

static void
reason_given_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (GlaEditorWindow) self = user_data;
  g_autofree char *reason = NULL;

  if (gla_confirm_finish (result, &reason) && !PRIVATE (self)->saving)
    save_with_reason (self, reason);
}

/* Leaving an entry makes it take up what is typed in it; the focus comes back after. */
static void
take_up_typed (GlaEditorWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  g_autoptr (GtkWidget) kept = focus != NULL ? g_object_ref (focus) : NULL;

  gtk_widget_grab_focus (PRIVATE (self)->save_button);
  /* Not by grabbing: that would select the text, to be lost at the next key. */
  if (kept != NULL && gtk_widget_get_mapped (kept))
    gtk_window_set_focus (GTK_WINDOW (self), kept);
}

/* What it can't be saved with but for a reason; asked for together with that of a change. */
static void
ask_reason (GlaEditorWindow *self,
            const char      *block)
{
  GlaEditorWindowPrivate *priv = PRIVATE (self);
  const char *kept = _("What was recorded before stays in the history of changes.");
  g_autofree char *text = NULL;

  if (priv->amend == NULL)
    {
      gla_confirm_async (GTK_WINDOW (self), _("Save with a Reason?"), block, _("Save"),
                         GLA_CONFIRM_REASON, NULL, reason_given_cb, g_object_ref (self));
      return;
    }
  text = block != NULL ? g_strjoin ("\n", block, kept, NULL) : g_strdup (kept);
  gla_confirm_async (GTK_WINDOW (self), priv->question, text, _("Change"), GLA_CONFIRM_REASON,
                     NULL, reason_given_cb, g_object_ref (self));
}

static void
save_action_cb (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  GlaEditorWindow *self = GLA_EDITOR_WINDOW (widget);
  GlaEditorWindowPrivate *priv = PRIVATE (self);
  g_autofree char *block = NULL;

  if (priv->saving)
    return;
  take_up_typed (self);
  priv->tried = TRUE;
  if (!check (self))
    {
      gtk_widget_error_bell (widget);
      return;
    }
  if (GLA_EDITOR_WINDOW_GET_CLASS (self)->find_block != NULL)
    block = GLA_EDITOR_WINDOW_GET_CLASS (self)->find_block (self);
  if (priv->amend == NULL && block == NULL)
    save_with_reason (self, NULL);
  else
    ask_reason (self, block);
}

static char *
make_draft (gpointer editor)
{
  return GLA_EDITOR_WINDOW_GET_CLASS (editor)->make_draft (editor);
}

static gboolean
gla_editor_window_close_request (GtkWindow *window)
{
  GlaEditorWindow *self = GLA_EDITOR_WINDOW (window);
  GlaEditorWindowPrivate *priv = PRIVATE (self);

  /* It closes by itself as soon as it is saved. */
  if (priv->saving)
    return GDK_EVENT_STOP;
  take_up_typed (self);
  /* Freeing the draft writes what was typed in the last moment. */
  g_clear_pointer (&priv->draft, gla_editor_draft_free);
  return GTK_WINDOW_CLASS (gla_editor_window_parent_class)->close_request (window);
}

static void
gla_editor_window_set_property (GObject      *object,
                                guint         id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  GlaEditorWindowPrivate *priv = PRIVATE (GLA_EDITOR_WINDOW (object));

  switch (id)
    {
    case PROP_FORM:
      adw_bin_set_child (priv->form_bin, g_value_get_object (value));
      break;
    case PROP_FOOT:
      adw_bin_set_child (priv->foot_bin, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
gla_editor_window_dispose (GObject *object)
{
  GlaEditorWindowPrivate *priv = PRIVATE (GLA_EDITOR_WINDOW (object));

  /* Widgets that go away may still speak. Destroyed without being closed: the
     form is still whole here, so that the draft can be written. */
  priv->filling = TRUE;
  g_clear_pointer (&priv->draft, gla_editor_draft_free);
  G_OBJECT_CLASS (gla_editor_window_parent_class)->dispose (object);
}

static void
gla_editor_window_finalize (GObject *object)
{
  GlaEditorWindowPrivate *priv = PRIVATE (GLA_EDITOR_WINDOW (object));

  g_clear_object (&priv->context);
  g_clear_pointer (&priv->cycles, gla_cycles_unref);
  g_clear_pointer (&priv->amend, g_free);
  g_clear_pointer (&priv->question, g_free);
  G_OBJECT_CLASS (gla_editor_window_parent_class)->finalize (object);
}

static void
gla_editor_window_class_init (GlaEditorWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = gla_editor_window_set_property;
  object_class->dispose = gla_editor_window_dispose;
  object_class->finalize = gla_editor_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = gla_editor_window_close_request;

  properties[PROP_FORM] = g_param_spec_object ("form", NULL, NULL, GTK_TYPE_WIDGET,
                                               G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_FOOT] = g_param_spec_object ("foot", NULL, NULL, GTK_TYPE_WIDGET,
                                               G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/glabella/Glabella/ui/pages/treatment/gla-editor-window.ui");
  gtk_widget_class_bind_template_child_private (widget_class, GlaEditorWindow, title);
  gtk_widget_class_bind_template_child_private (widget_class, GlaEditorWindow, save_button);
  gtk_widget_class_bind_template_child_private (widget_class, GlaEditorWindow, draft_revealer);
  gtk_widget_class_bind_template_child_private (widget_class, GlaEditorWindow, form_bin);
  gtk_widget_class_bind_template_child_private (widget_class, GlaEditorWindow, foot_bin);
  gtk_widget_class_bind_template_child_private (widget_class, GlaEditorWindow, foot_bar);
  gtk_widget_class_bind_template_child_private (widget_class, GlaEditorWindow, fault_label);
  gtk_widget_class_bind_template_callback (widget_class, start_anew_cb);
  gtk_widget_class_install_action (widget_class, "editor.save", NULL, save_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
gla_editor_window_init (GlaEditorWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  PRIVATE (self)->filling = TRUE;
}

void
gla_editor_window_set_up (GlaEditorWindow *self,
                          GlaContext      *context,
                          GlaCycles       *cycles,
                          const char      *kind,
                          const char      *amend,
                          gint64           revision)
{
  GlaEditorWindowPrivate *priv = PRIVATE (self);
  const GlaPatient *patient;
  g_autofree char *name = NULL;
  g_autofree char *full_kind = NULL;

  g_return_if_fail (GLA_IS_EDITOR_WINDOW (self) && GLA_IS_CONTEXT (context));
  g_return_if_fail (cycles != NULL && kind != NULL && priv->context == NULL);

  patient = cycles->history->patient;
  priv->context = g_object_ref (context);
  priv->cycles = gla_cycles_ref (cycles);
  priv->amend = g_strdup (amend);
  if (amend != NULL)
    full_kind = g_strdup_printf ("%s %s %" G_GINT64_FORMAT, kind, amend, revision);
  priv->draft = gla_editor_draft_new (context, full_kind != NULL ? full_kind : kind, patient->id,
                                      make_draft, self);
  name = gla_patient_get_name (patient);
  adw_window_title_set_subtitle (priv->title, name);
}

void
gla_editor_window_set_words (GlaEditorWindow *self,
                             const char      *title,
                             const char      *question)
{
  GlaEditorWindowPrivate *priv = PRIVATE (self);

  g_return_if_fail (GLA_IS_EDITOR_WINDOW (self) && title != NULL);

  adw_window_title_set_title (priv->title, title);
  gtk_window_set_title (GTK_WINDOW (self), title);
  g_free (priv->question);
  priv->question = g_strdup (question);
}

gboolean
gla_editor_window_begin (GlaEditorWindow *self)
{
  GlaEditorWindowPrivate *priv = PRIVATE (self);
  g_autofree char *draft = NULL;
  gboolean found;

  g_return_val_if_fail (GLA_IS_EDITOR_WINDOW (self) && priv->draft != NULL, FALSE);

  draft = gla_editor_draft_load (priv->draft);
  priv->filling = TRUE;
  found = draft != NULL && GLA_EDITOR_WINDOW_GET_CLASS (self)->fill_draft (self, draft);
  priv->filling = FALSE;
  gtk_revealer_set_reveal_child (priv->draft_revealer, found);
  if (found)
    check (self);
  else
    fill_fresh (self);
  return found;
}

void
gla_editor_window_edited (GlaEditorWindow *self)
{
  GlaEditorWindowPrivate *priv = PRIVATE (self);

  g_return_if_fail (GLA_IS_EDITOR_WINDOW (self));

  if (priv->filling)
    return;
  check (self);
  if (priv->draft != NULL)
    gla_editor_draft_touch (priv->draft);
}

gboolean
gla_editor_window_is_filling (GlaEditorWindow *self)
{
  g_return_val_if_fail (GLA_IS_EDITOR_WINDOW (self), TRUE);

  return PRIVATE (self)->filling;
}

gboolean
gla_editor_window_end_save (GlaEditorWindow *self,
                            const char      *failed,
                            const GError    *error)
{
  GlaEditorWindowPrivate *priv = PRIVATE (self);

  g_return_val_if_fail (GLA_IS_EDITOR_WINDOW (self) && failed != NULL, FALSE);

  priv->saving = FALSE;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.save", TRUE);
  if (error != NULL)
    {
      gla_context_show_error (priv->context, failed, error);
      return FALSE;
    }
  /* Nothing that the closing window still says becomes a draft again. */
  if (priv->draft != NULL)
    gla_editor_draft_drop (priv->draft);
  g_clear_pointer (&priv->draft, gla_editor_draft_free);
  return TRUE;
}

void
gla_editor_window_set_save_label (GlaEditorWindow *self,
                                  const char      *label)
{
  g_return_if_fail (GLA_IS_EDITOR_WINDOW (self) && label != NULL);

  gtk_button_set_label (GTK_BUTTON (PRIVATE (self)->save_button), label);
}

void
gla_editor_window_focus_save (GlaEditorWindow *self)
{
  g_return_if_fail (GLA_IS_EDITOR_WINDOW (self));

  gtk_widget_grab_focus (PRIVATE (self)->save_button);
}

GlaContext *
gla_editor_window_get_context (GlaEditorWindow *self)
{
  g_return_val_if_fail (GLA_IS_EDITOR_WINDOW (self), NULL);

  return PRIVATE (self)->context;
}

GlaCycles *
gla_editor_window_get_cycles (GlaEditorWindow *self)
{
  g_return_val_if_fail (GLA_IS_EDITOR_WINDOW (self), NULL);

  return PRIVATE (self)->cycles;
}

const char *
gla_editor_window_get_amend (GlaEditorWindow *self)
{
  g_return_val_if_fail (GLA_IS_EDITOR_WINDOW (self), NULL);

  return PRIVATE (self)->amend;
}
