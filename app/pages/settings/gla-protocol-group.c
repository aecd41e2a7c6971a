/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-protocol-group.h"

#include <errno.h>

#include "gla-file-dialogs.h"
#include "gla-i18n.h"

struct _GlaProtocolGroup
{
  AdwPreferencesGroup parent_instance;

  /* Owned */
  GlaContext *context;

  /* Borrowed: children */
  AdwActionRow *row;
  GtkWidget *refusal;       /* why the own file is not used */
  GtkWidget *back_button;   /* to the built-in one */
  GtkWidget *again_button;  /* to the own one that was put aside */
};

G_DEFINE_FINAL_TYPE (GlaProtocolGroup, gla_protocol_group, ADW_TYPE_PREFERENCES_GROUP)

/* The clinic's own file while the built-in protocol is used. */
static GFile *
dup_aside (GFile *own)
{
  g_autoptr (GFile) folder = g_file_get_parent (own);

  return g_file_get_child (folder, "not-working.aside.xml");
}

static void
show_state (GlaProtocolGroup *self)
{
  GlaProtocolShelf *shelf = gla_context_get_shelf (self->context);
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaProtocol) current = gla_protocol_shelf_get_current (shelf, &error);
  g_autofree char *refusal = gla_protocol_shelf_dup_refusal (shelf);
  g_autoptr (GFile) own = gla_protocol_shelf_dup_own_file ();
  g_autoptr (GFile) aside = dup_aside (own);
  gboolean is_own = current != NULL && current->is_own;
  g_autofree char *text = NULL;
  g_autofree char *why = NULL;

  if (current != NULL)
    /* Translators: version of a protocol */
    text = g_strdup_printf (_("Version %s. A case goes on with the version that it began with."),
                            current->version);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row),
                                 is_own ? _("Our own protocol") : _("Built-in protocol"));
  adw_action_row_set_subtitle (self->row, text != NULL ? text : error->message);
  if (refusal != NULL)
    /* Translators: %s is a file with a line and what is wrong there */
    why = g_strdup_printf (_("Our own file is not used: %s"), refusal);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->refusal), why != NULL ? why : "");
  gtk_widget_set_visible (self->refusal, why != NULL);
  gtk_widget_set_visible (self->back_button, g_file_query_exists (own, NULL));
  gtk_widget_set_visible (self->again_button, !g_file_query_exists (own, NULL)
                                                && g_file_query_exists (aside, NULL));
}

static void
finish (GlaProtocolGroup *self,
        const char       *done,
        const GError     *error)
{
  if (error != NULL)
    gla_context_show_error (self->context,
                            _("The protocol was not changed. The one in use stays."), error);
  else
    gla_context_show_toast (self->context, done);
  gla_context_reload_shelf (self->context);
}

/* Moves a file of the clinic's own, replacing what is there. */
static void
move (GlaProtocolGroup *self,
      GFile            *from,
      GFile            *to,
      const char       *done)
{
  g_autoptr (GError) error = NULL;

  g_file_move (from, to, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error);
  finish (self, done, error);
}

static void
back_cb (GlaProtocolGroup *self)
{
  g_autoptr (GFile) own = gla_protocol_shelf_dup_own_file ();
  g_autoptr (GFile) aside = dup_aside (own);

  move (self, own, aside, _("New cases begin with the built-in protocol"));
}

static void
again_cb (GlaProtocolGroup *self)
{
  g_autoptr (GFile) own = gla_protocol_shelf_dup_own_file ();
  g_autoptr (GFile) aside = dup_aside (own);

  move (self, aside, own, _("New cases begin with our own protocol"));
}

void
gla_protocol_group_take (GlaProtocolGroup *self,
                         GFile            *file)
{
  g_autoptr (GFile) own = gla_protocol_shelf_dup_own_file ();
  g_autoptr (GFile) folder = g_file_get_parent (own);
  g_autoptr (GlaProtocol) protocol = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (GLA_IS_PROTOCOL_GROUP (self));
  g_return_if_fail (G_IS_FILE (file));

  /* What was checked is what is kept: the file may change meanwhile. */
  protocol = gla_protocol_load_file (file, gla_context_get_catalogue (self->context), &error);
  if (protocol != NULL && g_mkdir_with_parents (g_file_peek_path (folder), 0700) != 0)
    g_set_error_literal (&error, G_IO_ERROR, g_io_error_from_errno (errno), g_strerror (errno));
  else if (protocol != NULL)
    g_file_replace_contents (own, g_bytes_get_data (protocol->content, NULL),
                             g_bytes_get_size (protocol->content), NULL, FALSE,
                             G_FILE_CREATE_PRIVATE, NULL, NULL, &error);
  finish (self, _("New cases begin with our own protocol"), error);
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GlaProtocolGroup) self = user_data;
  g_autoptr (GFile) file = gla_file_dialogs_finish (result);

  if (file != NULL && self->context != NULL)
    gla_protocol_group_take (self, file);
}

static void
choose_cb (GlaProtocolGroup *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gla_file_dialogs_open_async (GTK_WINDOW (root), _("Choose a Protocol"), _("Check and Use"),
                               GLA_FILE_XML, NULL, NULL, chosen_cb, g_object_ref (self));
}

static GtkWidget *
add_button (GlaProtocolGroup *self,
            const char       *label,
            GCallback         callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (self->row, button);
  return button;
}

static void
gla_protocol_group_dispose (GObject *object)
{
  g_clear_object (&GLA_PROTOCOL_GROUP (object)->context);

  G_OBJECT_CLASS (gla_protocol_group_parent_class)->dispose (object);
}

static void
gla_protocol_group_class_init (GlaProtocolGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gla_protocol_group_dispose;
}

static void
gla_protocol_group_init (GlaProtocolGroup *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (self);

  adw_preferences_group_set_title (group, _("Protocol of the Assistant"));
  self->row = ADW_ACTION_ROW (adw_action_row_new ());
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->row), FALSE);
  self->back_button = add_button (self, _("_Back to Built-in"), G_CALLBACK (back_cb));
  self->again_button = add_button (self, _("Use Our Own A_gain"), G_CALLBACK (again_cb));
  add_button (self, _("Choose _File…"), G_CALLBACK (choose_cb));
  adw_preferences_group_add (group, GTK_WIDGET (self->row));
  self->refusal = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->refusal), FALSE);
  adw_action_row_add_prefix (ADW_ACTION_ROW (self->refusal),
                             gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (self->refusal), 0);
  adw_preferences_group_add (group, self->refusal);
}

GtkWidget *
gla_protocol_group_new (GlaContext *context)
{
  GlaProtocolGroup *self;

  g_return_val_if_fail (GLA_IS_CONTEXT (context), NULL);

  self = g_object_new (GLA_TYPE_PROTOCOL_GROUP, NULL);
  self->context = g_object_ref (context);
  g_signal_connect_object (context, "shelf-changed", G_CALLBACK (show_state), self,
                           G_CONNECT_SWAPPED);
  show_state (self);
  return GTK_WIDGET (self);
}
