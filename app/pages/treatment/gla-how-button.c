/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-how-button.h"

#include "gla-accessible.h"
#include "gla-i18n.h"
#include "gla-store-how.h"

/* So many earlier words fit below an entry. */
#define MOST_WORDS 4

struct _GlaHowButton
{
  AdwBin parent_instance;

  /* Owned */
  GlaContext *context;
  char *words[GLA_N_HOWS];

  /* Made in code; they belong to the button */
  GtkMenuButton *button;
  GtkPopover *popover;
  GtkEditable *entries[GLA_N_HOWS];
  GtkBox *offers[GLA_N_HOWS];
  gboolean setting;
};

G_DEFINE_FINAL_TYPE (GlaHowButton, gla_how_button, ADW_TYPE_BIN)

enum { SIGNAL_EDITED, N_SIGNALS };
static guint signals[N_SIGNALS];

static const char *const titles[GLA_N_HOWS] = {
  [GLA_HOW_DEPTH] = N_("Depth"),
  [GLA_HOW_NEEDLE] = N_("Needle or cannula"),
  [GLA_HOW_TECHNIQUE] = N_("Technique"),
};

/* @how of the entry, kept at the entry itself. */
static GlaHow
get_how (gpointer widget)
{
  return (GlaHow) GPOINTER_TO_UINT (g_object_get_data (widget, "how"));
}

static void
entry_changed_cb (GtkEditable  *entry,
                  GlaHowButton *self)
{
  GlaHow how = get_how (entry);
  char *word = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  if (word[0] == '\0')
    g_clear_pointer (&word, g_free);
  g_free (self->words[how]);
  self->words[how] = word;
  if (!self->setting)
    g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

/* Enter goes on to the next entry, and from the last one back to the row. */
static void
entry_activated_cb (GtkEditable  *entry,
                    GlaHowButton *self)
{
  guint next = get_how (entry) + 1;

  if (next < GLA_N_HOWS)
    gtk_widget_grab_focus (GTK_WIDGET (self->entries[next]));
  else
    gtk_menu_button_popdown (self->button);
}

static void
offer_clicked_cb (GtkButton    *offer,
                  GlaHowButton *self)
{
  GlaHow how = get_how (offer);

  gtk_editable_set_text (self->entries[how], gtk_button_get_label (offer));
  entry_activated_cb (self->entries[how], self);
}

static void
add_offer (GlaHowButton *self,
           GlaHow        how,
           const char   *word)
{
  GtkWidget *offer = gtk_button_new_with_label (word);

  gtk_widget_add_css_class (offer, "flat");
  gtk_widget_add_css_class (offer, "caption");
  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (offer))),
                           PANGO_ELLIPSIZE_END);
  g_object_set_data (G_OBJECT (offer), "how", GUINT_TO_POINTER (how));
  g_signal_connect (offer, "clicked", G_CALLBACK (offer_clicked_cb), self);
  gtk_box_append (self->offers[how], offer);
}

/* Words that the clinic has written before; without them an entry is an entry. */
static void
show_offers (GlaHowButton *self)
{
  for (guint how = 0; how < GLA_N_HOWS; how++)
    {
      g_auto (GStrv) words = NULL;
      GtkWidget *child;

      while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->offers[how]))) != NULL)
        gtk_box_remove (self->offers[how], child);
      if (self->context != NULL)
        words = gla_store_list_how (gla_context_get_reader (self->context), (GlaHow) how,
                                    MOST_WORDS, NULL);
      for (guint i = 0; words != NULL && words[i] != NULL; i++)
        add_offer (self, (GlaHow) how, words[i]);
      gtk_widget_set_visible (GTK_WIDGET (self->offers[how]), words != NULL && words[0] != NULL);
    }
}

/* The keyboard must not stay in a popover that nobody sees any more. */
static void
closed_cb (GlaHowButton *self)
{
  if (!self->setting && gtk_widget_get_mapped (GTK_WIDGET (self->button)))
    gtk_widget_grab_focus (GTK_WIDGET (self->button));
}

static void
gla_how_button_dispose (GObject *object)
{
  GlaHowButton *self = GLA_HOW_BUTTON (object);

  /* Entries that go away may still speak. */
  self->setting = TRUE;
  G_OBJECT_CLASS (gla_how_button_parent_class)->dispose (object);
}

static void
gla_how_button_finalize (GObject *object)
{
  GlaHowButton *self = GLA_HOW_BUTTON (object);

  g_clear_object (&self->context);
  for (guint how = 0; how < GLA_N_HOWS; how++)
    g_free (self->words[how]);
  G_OBJECT_CLASS (gla_how_button_parent_class)->finalize (object);
}

static void
gla_how_button_class_init (GlaHowButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = gla_how_button_dispose;
  object_class->finalize = gla_how_button_finalize;
  signals[SIGNAL_EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
add_entry (GlaHowButton *self,
           GtkWidget    *box,
           GlaHow        how)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *title = gtk_label_new (_(titles[how]));

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "caption-heading");
  gla_accessible_name_entry (GTK_ENTRY (entry), _(titles[how]));
  self->entries[how] = GTK_EDITABLE (entry);
  self->offers[how] = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3));
  gtk_widget_set_visible (GTK_WIDGET (self->offers[how]), FALSE);
  g_object_set_data (G_OBJECT (entry), "how", GUINT_TO_POINTER (how));
  g_signal_connect (entry, "changed", G_CALLBACK (entry_changed_cb), self);
  g_signal_connect (entry, "activate", G_CALLBACK (entry_activated_cb), self);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->offers[how]));
}

static void
gla_how_button_init (GlaHowButton *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  for (guint how = 0; how < GLA_N_HOWS; how++)
    add_entry (self, box, (GlaHow) how);
  gtk_widget_set_size_request (box, 300, -1);
  self->popover = GTK_POPOVER (gtk_popover_new ());
  gtk_popover_set_child (self->popover, box);
  g_signal_connect_swapped (self->popover, "show", G_CALLBACK (show_offers), self);
  g_signal_connect_object (self->popover, "closed", G_CALLBACK (closed_cb), self,
                           G_CONNECT_SWAPPED);
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_icon_name (self->button, "document-edit-symbolic");
  gtk_menu_button_set_popover (self->button, GTK_WIDGET (self->popover));
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "flat");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), _("Depth, needle and technique"));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));
  gla_how_button_set_area (self, NULL);
}

GtkWidget *
gla_how_button_new (void)
{
  return g_object_new (GLA_TYPE_HOW_BUTTON, NULL);
}

void
gla_how_button_set_context (GlaHowButton *self,
                            GlaContext   *context)
{
  g_return_if_fail (GLA_IS_HOW_BUTTON (self));

  g_set_object (&self->context, context);
}

void
gla_how_button_set_area (GlaHowButton *self,
                         const char   *name)
{
  g_autofree char *label = NULL;

  g_return_if_fail (GLA_IS_HOW_BUTTON (self));

  label = name != NULL
            /* Translators: %s is a treatment area */
            ? g_strdup_printf (_("Depth, needle and technique, %s"), name)
            : g_strdup (_("Depth, needle and technique"));
  gla_accessible_set_label (GTK_WIDGET (self->button), label);
}

void
gla_how_button_set_word (GlaHowButton *self,
                         GlaHow        how,
                         const char   *word)
{
  g_return_if_fail (GLA_IS_HOW_BUTTON (self) && how < GLA_N_HOWS);

  /* What is being typed stays as it is. */
  if (g_strcmp0 (self->words[how], word) == 0)
    return;
  self->setting = TRUE;
  gtk_editable_set_text (self->entries[how], word != NULL ? word : "");
  self->setting = FALSE;
}

const char *
gla_how_button_get_word (GlaHowButton *self,
                         GlaHow        how)
{
  g_return_val_if_fail (GLA_IS_HOW_BUTTON (self) && how < GLA_N_HOWS, NULL);

  return self->words[how];
}
