/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-area-entry.h"

#include "gla-accessible.h"
#include "gla-i18n.h"
#include "gla-search-key.h"

#include <string.h>

#define MOST_MATCHES 6

struct _GlaAreaEntry
{
  GtkWidget parent_instance;

  /* Owned */
  GlaCatalogue *catalogue;
  GtkWidget *entry;
  GtkWidget *popover;

  GtkListBox *list;
  const GlaArea *area;      /* of the catalogue */
  GPtrArray *matches;       /* (element-type GlaArea) */
  gboolean setting;
};

G_DEFINE_FINAL_TYPE (GlaAreaEntry, gla_area_entry, GTK_TYPE_WIDGET)

enum { SIGNAL_CHOSEN, SIGNAL_ENTERED, SIGNAL_DIGIT, N_SIGNALS };
static guint signals[N_SIGNALS];

/* Each typed word begins some word of one of the area's names. */
static gboolean
names_fit (const GlaArea      *area,
           const char *const  *words)
{
  g_autofree char *key = g_strconcat (gla_area_get_name (area), " ",
                                      gla_area_get_full_name (area), NULL);
  g_autofree char *folded = gla_search_key_new (key);

  for (gsize i = 0; words[i] != NULL; i++)
    {
      g_autofree char *inner = g_strconcat (" ", words[i], NULL);

      if (!g_str_has_prefix (folded, words[i]) && strstr (folded, inner) == NULL)
        return FALSE;
    }
  return TRUE;
}

/* An exact code comes first, then names in the catalogue's order. */
static void
find_matches (GlaAreaEntry *self,
              const char   *text)
{
  const GPtrArray *areas = gla_catalogue_get_areas (self->catalogue);
  g_auto (GStrv) words = gla_search_key_split (text);
  const GlaArea *exact = gla_catalogue_find_area_by_code (self->catalogue, text);

  g_ptr_array_set_size (self->matches, 0);
  if (exact != NULL)
    g_ptr_array_add (self->matches, (gpointer) exact);
  for (guint i = 0; i < areas->len && self->matches->len < MOST_MATCHES; i++)
    if (areas->pdata[i] != exact && names_fit (areas->pdata[i], (const char *const *) words))
      g_ptr_array_add (self->matches, areas->pdata[i]);
}

static void
show_area (GlaAreaEntry *self)
{
  self->setting = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry),
                         self->area != NULL ? gla_area_get_name (self->area) : "");
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  gtk_widget_remove_css_class (self->entry, "error");
  self->setting = FALSE;
}

static void
choose (GlaAreaEntry  *self,
        const GlaArea *area)
{
  gboolean differs = self->area != area;

  self->area = area;
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  show_area (self);
  if (differs)
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

static GtkWidget *
make_row (const GlaArea *area)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = gtk_label_new (gla_area_get_name (area));
  GtkWidget *code = gtk_label_new (gla_area_get_code (area));

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (code, "dim-label");
  gtk_widget_add_css_class (code, "numeric");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), code);
  return box;
}

static void
fill_list (GlaAreaEntry *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (guint i = 0; i < self->matches->len; i++)
    gtk_list_box_append (self->list, make_row (self->matches->pdata[i]));
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
}

static void
text_changed_cb (GlaAreaEntry *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  if (self->setting)
    return;
  if (text[strspn (text, " ")] == '\0')
    {
      g_ptr_array_set_size (self->matches, 0);
      gtk_popover_popdown (GTK_POPOVER (self->popover));
      if (self->area != NULL)
        choose (self, NULL);
      return;
    }
  find_matches (self, text);
  fill_list (self);
  if (self->matches->len > 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_popover_popup (GTK_POPOVER (self->popover));
  else
    gtk_popover_popdown (GTK_POPOVER (self->popover));
  if (self->matches->len > 0)
    gtk_widget_remove_css_class (self->entry, "error");
  else
    gtk_widget_add_css_class (self->entry, "error");
}

static const GlaArea *
get_selected (GlaAreaEntry *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int index = row != NULL ? gtk_list_box_row_get_index (row) : 0;

  return index >= 0 && (guint) index < self->matches->len ? self->matches->pdata[index] : NULL;
}

/* What was typed becomes an area, or is left for a correction. */
static void
accept (GlaAreaEntry *self)
{
  const GlaArea *selected = get_selected (self);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  if (self->area != NULL && g_str_equal (text, gla_area_get_name (self->area)))
    gtk_popover_popdown (GTK_POPOVER (self->popover));
  else if (selected != NULL)
    choose (self, selected);
}

static void
enter (GlaAreaEntry *self)
{
  accept (self);
  gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))),
                          GTK_DIR_TAB_FORWARD);
  g_signal_emit (self, signals[SIGNAL_ENTERED], 0);
}

static gboolean
move_selection (GlaAreaEntry *self,
                int           step)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int index = row != NULL ? gtk_list_box_row_get_index (row) : -1;

  row = gtk_list_box_get_row_at_index (self->list, index + step);
  if (row != NULL)
    gtk_list_box_select_row (self->list, row);
  return GDK_EVENT_STOP;
}

/* No area has a digit in its name or code: "gl20" is the glabella and 20 of something. */
static gboolean
take_digit (GlaAreaEntry    *self,
            guint            keyval,
            GdkModifierType  state)
{
  int digit = g_unichar_digit_value (gdk_keyval_to_unicode (keyval));

  if (digit < 0 || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0 || get_selected (self) == NULL
      || g_signal_has_handler_pending (self, signals[SIGNAL_DIGIT], 0, FALSE) == FALSE)
    return GDK_EVENT_PROPAGATE;
  accept (self);
  g_signal_emit (self, signals[SIGNAL_DIGIT], 0, (guint) digit);
  return GDK_EVENT_STOP;
}

static gboolean
key_pressed_cb (GlaAreaEntry    *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  if (!gtk_widget_get_visible (self->popover))
    return GDK_EVENT_PROPAGATE;
  switch (keyval)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return move_selection (self, 1);
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return move_selection (self, -1);
    case GDK_KEY_Escape:
      gtk_popover_popdown (GTK_POPOVER (self->popover));
      show_area (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      enter (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
    case GDK_KEY_ISO_Left_Tab:
      accept (self);
      return GDK_EVENT_PROPAGATE;
    default:
      return take_digit (self, keyval, state);
    }
}

static void
row_activated_cb (GlaAreaEntry  *self,
                  GtkListBoxRow *row)
{
  gtk_list_box_select_row (self->list, row);
  accept (self);
}

static gboolean
gla_area_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GLA_AREA_ENTRY (widget)->entry);
}

static void
gla_area_entry_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  GlaAreaEntry *self = GLA_AREA_ENTRY (widget);

  gtk_widget_allocate (self->entry, width, height, baseline, NULL);
  gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
gla_area_entry_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  gtk_widget_measure (GLA_AREA_ENTRY (widget)->entry, orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

static void
gla_area_entry_dispose (GObject *object)
{
  GlaAreaEntry *self = GLA_AREA_ENTRY (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->entry, gtk_widget_unparent);
  G_OBJECT_CLASS (gla_area_entry_parent_class)->dispose (object);
}

static void
gla_area_entry_finalize (GObject *object)
{
  GlaAreaEntry *self = GLA_AREA_ENTRY (object);

  g_clear_pointer (&self->catalogue, gla_catalogue_unref);
  g_clear_pointer (&self->matches, g_ptr_array_unref);
  G_OBJECT_CLASS (gla_area_entry_parent_class)->finalize (object);
}

static void
gla_area_entry_class_init (GlaAreaEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = gla_area_entry_dispose;
  object_class->finalize = gla_area_entry_finalize;
  widget_class->grab_focus = gla_area_entry_grab_focus;
  widget_class->measure = gla_area_entry_measure;
  widget_class->size_allocate = gla_area_entry_size_allocate;
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_DIGIT] = g_signal_new ("digit", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                        0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SIGNAL_ENTERED] = g_signal_new ("entered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
make_popover (GlaAreaEntry *self)
{
  self->popover = gtk_popover_new ();
  gtk_popover_set_autohide (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
  gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->popover, "menu");

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_activate_on_single_click (self->list, TRUE);
  /* The keyboard stays in the entry, which moves the selection; Tab leaves both. */
  gtk_widget_set_can_focus (GTK_WIDGET (self->list), FALSE);
  gtk_widget_set_size_request (GTK_WIDGET (self->list), 220, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Areas that fit"), -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_popover_set_child (GTK_POPOVER (self->popover), GTK_WIDGET (self->list));
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
}

static void
gla_area_entry_init (GlaAreaEntry *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->matches = g_ptr_array_new ();
  self->entry = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _("Area"));
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 16);
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  gla_accessible_name_entry (GTK_ENTRY (self->entry), _("Area"));
  make_popover (self);

  g_signal_connect_object (self->entry, "changed", G_CALLBACK (text_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (enter), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->entry, keys);
  g_signal_connect_object (focus, "leave", G_CALLBACK (accept), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->entry, focus);
}

GtkWidget *
gla_area_entry_new (GlaCatalogue *catalogue)
{
  GlaAreaEntry *self = g_object_new (GLA_TYPE_AREA_ENTRY, NULL);

  g_return_val_if_fail (catalogue != NULL, NULL);

  self->catalogue = gla_catalogue_ref (catalogue);
  return GTK_WIDGET (self);
}

void
gla_area_entry_set_area (GlaAreaEntry *self,
                         const char   *key)
{
  g_return_if_fail (GLA_IS_AREA_ENTRY (self));

  self->area = key != NULL ? gla_catalogue_find_area (self->catalogue, key) : NULL;
  show_area (self);
}

const char *
gla_area_entry_get_area (GlaAreaEntry *self)
{
  g_return_val_if_fail (GLA_IS_AREA_ENTRY (self), NULL);

  return self->area != NULL ? gla_area_get_key (self->area) : NULL;
}

gboolean
gla_area_entry_is_valid (GlaAreaEntry *self)
{
  const char *text;

  g_return_val_if_fail (GLA_IS_AREA_ENTRY (self), FALSE);

  text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  return self->area != NULL || text[strspn (text, " ")] == '\0';
}
