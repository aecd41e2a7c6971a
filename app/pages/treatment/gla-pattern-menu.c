/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-pattern-menu.h"

#include "gla-accessible.h"
#include "gla-i18n.h"
#include "gla-pattern-form.h"
#include "gla-small-form.h"
#include "gla-store-pattern.h"
#include "gla-store-write.h"

struct _GlaPatternMenu
{
  AdwBin parent_instance;

  /* Owned */
  GlaContext *context;
  GPtrArray *patterns;   /* (element-type GlaPattern): as they are shown */

  GlaCollectFunc collect;
  gpointer collect_data;

  GtkMenuButton *button;
  GtkListBox *list;
  GtkWidget *empty_label;
  GtkWidget *keep_button;
  GtkWidget *removed_box; /* what was just removed, with Undo */
  GtkLabel *removed_label;
};

G_DEFINE_FINAL_TYPE (GlaPatternMenu, gla_pattern_menu, ADW_TYPE_BIN)

#define EMPTY N_("No patterns yet. Fill in areas and units, and keep them here under a name.")

enum { SIGNAL_CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

static void show_patterns (GlaPatternMenu *self);

static void
choose (GlaPatternMenu *self,
        guint           index)
{
  g_autoptr (GlaPattern) pattern = NULL;

  if (index >= self->patterns->len)
    return;
  pattern = gla_pattern_ref (self->patterns->pdata[index]);
  gtk_menu_button_popdown (self->button);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, pattern);
}

static void
row_activated_cb (GtkListBox     *list,
                  GtkListBoxRow  *row,
                  GlaPatternMenu *self)
{
  choose (self, (guint) gtk_list_box_row_get_index (row));
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                GlaPatternMenu        *self)
{
  gunichar letter = gdk_keyval_to_unicode (keyval);

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0 || letter < '1' || letter > '9' || letter - '1' >= self->patterns->len)
    return FALSE;
  choose (self, letter - '1');
  return TRUE;
}

/* A write of a pattern, and what is said when it is done. */
typedef struct
{
  GlaContext *context;
  GlaPattern *pattern;
  GWeakRef menu;
  char *removed;   /* its name, if it was removed */
} Write;

static Write *
write_new (GlaPatternMenu   *self,
           const GlaPattern *pattern)
{
  Write *write = g_new0 (Write, 1);

  write->context = g_object_ref (self->context);
  write->pattern = gla_pattern_new (pattern);
  g_weak_ref_init (&write->menu, self);
  return write;
}

static void
write_free (Write *write)
{
  g_object_unref (write->context);
  gla_pattern_unref (write->pattern);
  g_weak_ref_clear (&write->menu);
  g_free (write->removed);
  g_free (write);
}

static gpointer
write_pattern (GlaStore      *store,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  const GlaPattern *pattern = data;
  char *id = NULL;

  if (pattern->id == NULL)
    return gla_store_add_pattern (store, pattern, &id, error) ? id : NULL;
  return gla_store_amend_pattern (store, pattern, error) ? g_strdup (pattern->id) : NULL;
}

static gpointer
remove_pattern (GlaStore      *store,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  const GlaPattern *pattern = data;

  return gla_store_void (store, GLA_TABLE_PATTERN, pattern->id, _("Not used any more"), error)
           ? g_strdup (pattern->id)
           : NULL;
}

static void
tell (Write      *write,
      const char *id)
{
  const char *const ids[] = { id, NULL };
  g_autoptr (GlaPatternMenu) self = g_weak_ref_get (&write->menu);
  g_autofree char *text = NULL;

  if (write->removed != NULL)
    {
      text = g_strdup_printf (_("Pattern “%s” removed"), write->removed);
      gla_context_did_void (write->context, text, GLA_TABLE_PATTERN, ids);
    }
  else if (write->pattern->id == NULL)
    gla_context_did_add (write->context, _("Pattern kept"), GLA_TABLE_PATTERN, ids);
  if (self == NULL)
    return;
  gtk_label_set_text (self->removed_label, text != NULL ? text : "");
  gtk_widget_set_visible (self->removed_box, text != NULL);
  show_patterns (self);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Write *write = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *id =
    gla_store_worker_run_finish (GLA_STORE_WORKER (source), result, &error);

  if (id != NULL)
    tell (write, id);
  else
    gla_context_show_error (write->context,
                            write->pattern->id != NULL ? _("The pattern stays as it was")
                                                       : _("The pattern was not kept"),
                            error);
  write_free (write);
}

static void
run_write (GlaPatternMenu *self,
           GlaStoreFunc    func,
           Write          *write)
{
  gla_store_worker_run_async (gla_context_get_worker (self->context), func,
                              gla_pattern_ref (write->pattern), (GDestroyNotify) gla_pattern_unref,
                              g_free, NULL, written_cb, write);
}

static void
remove_cb (GtkWidget *button)
{
  GlaPatternMenu *self =
    GLA_PATTERN_MENU (gtk_widget_get_ancestor (button, GLA_TYPE_PATTERN_MENU));
  const GlaPattern *pattern = g_object_get_data (G_OBJECT (button), "pattern");
  Write *write = write_new (self, pattern);

  write->removed = g_strdup (pattern->name);
  run_write (self, remove_pattern, write);
}

static void
undo_cb (GlaPatternMenu *self)
{
  gla_context_undo (self->context);
  gtk_widget_set_visible (self->removed_box, FALSE);
  gtk_menu_button_popdown (self->button);
  /* What had the keyboard is gone: it must not stay in a popover that nobody sees. */
  gtk_widget_grab_focus (GTK_WIDGET (self->button));
}

/* The name of a pattern and whose it is, in a window of its own. */
typedef struct
{
  GlaPatternMenu *menu;
  GlaPattern *pattern;
  AdwEntryRow *name;
  GtkSwitch *shared;
} Naming;

static void
naming_free (gpointer  data,
             GClosure *closure)
{
  Naming *self = data;

  g_object_unref (self->menu);
  gla_pattern_unref (self->pattern);
  g_free (self);
}

static void
named_cb (GlaSmallForm *form,
          Naming       *self)
{
  g_autofree char *name = gla_small_form_dup_text (self->name);
  GlaPattern pattern = *self->pattern;

  if (name == NULL)
    {
      gla_small_form_set_error (form, self->name, _("Give the pattern a name."));
      return;
    }
  pattern.name = name;
  pattern.staff = gtk_switch_get_active (self->shared)
                    ? NULL
                    : gla_context_get_author (self->menu->context);
  run_write (self->menu, write_pattern, write_new (self->menu, &pattern));
  gtk_window_destroy (GTK_WINDOW (form));
}

static void
ask_name (GlaPatternMenu   *self,
          const GlaPattern *pattern,
          const char       *title)
{
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  GlaSmallForm *form = gla_small_form_new (parent, title);
  Naming *naming = g_new0 (Naming, 1);
  g_autofree char *what =
    gla_pattern_describe (pattern, gla_context_get_catalogue (self->context));

  naming->menu = g_object_ref (self);
  naming->pattern = gla_pattern_new (pattern);
  naming->name = gla_small_form_add_entry (form, _("Name"), pattern->name);
  naming->shared = gla_small_form_add_switch (
    form, _("For everybody in the clinic"),
    pattern->staff == NULL
      && (pattern->id != NULL || gla_context_get_author (self->context) == NULL));
  gla_small_form_set_note (form, what);
  g_signal_connect_data (form, "save", G_CALLBACK (named_cb), naming, naming_free, 0);
  gtk_menu_button_popdown (self->button);
  gtk_widget_grab_focus (GTK_WIDGET (naming->name));
  gtk_window_present (GTK_WINDOW (form));
}

static void
rename_cb (GtkWidget *button)
{
  ask_name (GLA_PATTERN_MENU (gtk_widget_get_ancestor (button, GLA_TYPE_PATTERN_MENU)),
            g_object_get_data (G_OBJECT (button), "pattern"), _("Rename Pattern"));
}

static void
keep_cb (GlaPatternMenu *self)
{
  g_autoptr (GlaTreatmentForm) form = self->collect (self->collect_data);
  const char *product;
  g_autofree char *content = gla_pattern_from_form (form, &product);

  if (content != NULL)
    ask_name (self, &(GlaPattern) { .product = product, .content = content },
              _("Keep as Pattern"));
}

static GtkWidget *
make_row_button (GlaPattern *pattern,
                 const char *icon,
                 const char *label,
                 GCallback   callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, label);
  gla_accessible_set_label (button, label);
  g_object_set_data_full (G_OBJECT (button), "pattern", gla_pattern_ref (pattern),
                          (GDestroyNotify) gla_pattern_unref);
  g_signal_connect (button, "clicked", callback, NULL);
  return button;
}

static GtkWidget *
make_row (GlaPatternMenu *self,
          guint           index)
{
  GlaPattern *pattern = self->patterns->pdata[index];
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *what =
    gla_pattern_describe (pattern, gla_context_get_catalogue (self->context));
  g_autofree char *digit = index < 9 ? g_strdup_printf ("%u", index + 1) : g_strdup ("");
  /* Translators: %s is the name of a pattern of injections */
  g_autofree char *rename = g_strdup_printf (_("Rename “%s”"), pattern->name);
  /* Translators: %s is the name of a pattern of injections */
  g_autofree char *removal = g_strdup_printf (_("Remove “%s”"), pattern->name);
  g_autofree char *shared = NULL;
  GtkWidget *key = gtk_label_new (digit);

  if (pattern->staff == NULL)
    /* Translators: %s says what is injected; the pattern is for everybody */
    shared = g_strdup_printf (_("%s · whole clinic"), what);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), pattern->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), shared != NULL ? shared : what);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (key), 1);
  gtk_widget_add_css_class (key, "dim-label");
  gtk_widget_add_css_class (key, "numeric");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), key);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             make_row_button (pattern, "document-edit-symbolic", rename,
                                              G_CALLBACK (rename_cb)));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             make_row_button (pattern, "edit-delete-symbolic", removal,
                                              G_CALLBACK (remove_cb)));
  return row;
}

static void
show_patterns (GlaPatternMenu *self)
{
  g_autoptr (GlaTreatmentForm) form = self->collect (self->collect_data);
  const char *product;
  g_autofree char *content = gla_pattern_from_form (form, &product);
  g_autoptr (GError) error = NULL;
  GPtrArray *patterns = gla_store_list_patterns (gla_context_get_reader (self->context),
                                                 gla_context_get_author (self->context), &error);
  GtkListBoxRow *row;

  if (patterns == NULL)
    patterns = g_ptr_array_new ();
  g_clear_pointer (&self->patterns, g_ptr_array_unref);
  self->patterns = patterns;
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < patterns->len; i++)
    gtk_list_box_append (self->list, make_row (self, i));
  gtk_widget_set_visible (GTK_WIDGET (self->list), patterns->len > 0);
  gtk_widget_set_visible (self->empty_label, patterns->len == 0);
  gtk_label_set_text (GTK_LABEL (self->empty_label),
                      error != NULL ? error->message : _(EMPTY));
  gtk_widget_set_sensitive (self->keep_button, content != NULL);
}

static void
shown_cb (GlaPatternMenu *self)
{
  GtkListBoxRow *first;

  gtk_widget_set_visible (self->removed_box, FALSE);
  show_patterns (self);
  first = gtk_list_box_get_row_at_index (self->list, 0);
  gtk_widget_grab_focus (first != NULL ? GTK_WIDGET (first) : self->keep_button);
}

static void
gla_pattern_menu_finalize (GObject *object)
{
  GlaPatternMenu *self = GLA_PATTERN_MENU (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->patterns, g_ptr_array_unref);
  G_OBJECT_CLASS (gla_pattern_menu_parent_class)->finalize (object);
}

static void
gla_pattern_menu_class_init (GlaPatternMenuClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gla_pattern_menu_finalize;
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static GtkWidget *
make_removed (GlaPatternMenu *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *undo = gtk_button_new_with_mnemonic (_("_Undo"));

  self->removed_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->removed_label, TRUE);
  gtk_label_set_xalign (self->removed_label, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (self->removed_label), TRUE);
  g_signal_connect_swapped (undo, "clicked", G_CALLBACK (undo_cb), self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->removed_label));
  gtk_box_append (GTK_BOX (box), undo);
  gtk_widget_set_visible (box, FALSE);
  return box;
}

static GtkWidget *
make_content (GlaPatternMenu *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *lists = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gla_accessible_set_label (GTK_WIDGET (self->list), _("Patterns"));
  g_signal_connect (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  self->empty_label = g_object_new (
    GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0, NULL);
  self->removed_box = make_removed (self);
  self->keep_button = gtk_button_new_with_mnemonic (_("_Keep This Plan…"));
  g_signal_connect_swapped (self->keep_button, "clicked", G_CALLBACK (keep_cb), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 360);
  gtk_box_append (GTK_BOX (lists), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (lists), self->empty_label);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), lists);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_box_append (GTK_BOX (box), self->removed_box);
  gtk_box_append (GTK_BOX (box), self->keep_button);
  gtk_widget_set_size_request (box, 420, -1);
  return box;
}

static void
gla_pattern_menu_init (GlaPatternMenu *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->patterns = g_ptr_array_new ();
  gtk_popover_set_child (GTK_POPOVER (popover), make_content (self));
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (popover, keys);
  g_signal_connect_swapped (popover, "show", G_CALLBACK (shown_cb), self);
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_label (self->button, _("Pa_tterns"));
  gtk_menu_button_set_use_underline (self->button, TRUE);
  gtk_menu_button_set_popover (self->button, popover);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));
}

GtkWidget *
gla_pattern_menu_new (GlaContext     *context,
                      GlaCollectFunc  collect,
                      gpointer        data)
{
  GlaPatternMenu *self;

  g_return_val_if_fail (GLA_IS_CONTEXT (context) && collect != NULL, NULL);

  self = g_object_new (GLA_TYPE_PATTERN_MENU, NULL);
  self->context = g_object_ref (context);
  self->collect = collect;
  self->collect_data = data;
  return GTK_WIDGET (self);
}
