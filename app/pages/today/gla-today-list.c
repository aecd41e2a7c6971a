/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-today-list.h"

#include "gla-i18n.h"
#include "gla-today-row.h"

/* Rows of a section before “Show more”. */
#define FIRST_ROWS 12

struct _GlaTodayList
{
  AdwBin parent_instance;

  /* Borrowed */
  GtkListBox *list_box;
  const GlaAgenda *agenda;

  gboolean shows_all[GLA_AGENDA_N_SECTIONS]; /* “Show more” was pressed */
  gboolean is_whole;                         /* no row was taken out */
};

enum
{
  SIGNAL_OPEN,
  SIGNAL_OUTCOME,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GlaTodayList, gla_today_list, ADW_TYPE_BIN)

/* Titles */

static gboolean
is_call (GlaAgendaSection section)
{
  return section == GLA_AGENDA_REVIEWS || section == GLA_AGENDA_ENDINGS;
}

static GtkWidget *
new_label (const char *text,
           const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
new_title (const GlaAgenda  *agenda,
           GlaAgendaSection  section)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autofree char *count = g_strdup_printf ("%u", agenda->totals[section]);
  GtkWidget *hint;

  gtk_widget_add_css_class (box, "today-title");
  gtk_box_append (GTK_BOX (box), new_label (gla_agenda_section_get_title (section), "heading"));
  gtk_box_append (GTK_BOX (box), new_label (count, "dim-label"));
  if (is_call (section))
    {
      hint = new_label (gla_today_outcome_get_hint (), "caption");
      gtk_widget_add_css_class (hint, "dim-label");
      gtk_label_set_ellipsize (GTK_LABEL (hint), PANGO_ELLIPSIZE_END);
      gtk_label_set_xalign (GTK_LABEL (hint), 1);
      gtk_widget_set_hexpand (hint, TRUE);
      gtk_box_append (GTK_BOX (box), hint);
    }
  return box;
}

static void
header_cb (GtkListBoxRow *row,
           GtkListBoxRow *before,
           gpointer       user_data)
{
  GlaTodayList *self = user_data;
  GlaAgendaSection section = gla_today_row_get_section (GLA_TODAY_ROW (row));
  gboolean is_first
      = before == NULL || gla_today_row_get_section (GLA_TODAY_ROW (before)) != section;

  if (self->agenda == NULL || !is_first)
    gtk_list_box_row_set_header (row, NULL);
  else if (gtk_list_box_row_get_header (row) == NULL)
    gtk_list_box_row_set_header (row, new_title (self->agenda, section));
}

/* Rows */

static GlaTodayRow *
get_row (GlaTodayList *self,
         int           index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list_box, index);

  return row != NULL ? GLA_TODAY_ROW (row) : NULL;
}

static GlaTodayRow *
find_row (GlaTodayList *self,
          const char   *key)
{
  GlaTodayRow *row;

  for (int i = 0; (row = get_row (self, i)) != NULL; i++)
    if (gla_today_row_get (row) != NULL && g_str_equal (gla_today_row_get (row)->key, key))
      return row;
  return NULL;
}

static GlaTodayRow *
get_focused (GlaTodayList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, GLA_TYPE_TODAY_ROW) : NULL;

  return row != NULL && gtk_widget_is_ancestor (row, GTK_WIDGET (self)) ? GLA_TODAY_ROW (row)
                                                                        : NULL;
}

static void
outcome_cb (GlaTodayList *self,
            const char   *name,
            GlaTodayRow  *row)
{
  const GlaTodayOutcome *outcome = gla_today_outcome_find (name);

  if (outcome != NULL)
    g_signal_emit (self, signals[SIGNAL_OUTCOME], 0, gla_today_row_get (row), outcome);
}

static void
append (GlaTodayList *self,
        GtkWidget    *row)
{
  g_signal_connect_object (row, "outcome", G_CALLBACK (outcome_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list_box, row);
}

static void
append_section (GlaTodayList     *self,
                GlaAgendaSection  section)
{
  const GPtrArray *rows = self->agenda->rows[section];
  guint n = self->shows_all[section] ? rows->len : MIN (rows->len, FIRST_ROWS);

  /* A row that shows one more would take the place of that one. */
  if (n + 1 == rows->len)
    n = rows->len;
  for (guint i = 0; i < n; i++)
    append (self, gla_today_row_new (rows->pdata[i]));
  if (n < rows->len)
    append (self, gla_today_row_new_more (section, rows->len - n));
}

static void
fill (GlaTodayList *self)
{
  GlaTodayRow *row;

  while ((row = get_row (self, 0)) != NULL)
    gtk_list_box_remove (self->list_box, GTK_WIDGET (row));
  for (int section = 0; self->agenda != NULL && section < GLA_AGENDA_N_SECTIONS; section++)
    append_section (self, section);
}

/* The row that has the keyboard, or -1. */
static int
remember_focus (GlaTodayList  *self,
                char         **key)
{
  GlaTodayRow *row = get_focused (self);

  *key = NULL;
  if (row == NULL)
    return -1;
  if (gla_today_row_get (row) != NULL)
    *key = g_strdup (gla_today_row_get (row)->key);
  return gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
}

static void
restore_focus (GlaTodayList *self,
               int           index,
               const char   *key)
{
  GlaTodayRow *row = key != NULL ? find_row (self, key) : NULL;

  if (index < 0)
    return;
  for (int i = index; row == NULL && i >= 0; i--)
    row = get_row (self, i);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
row_activated_cb (GlaTodayList *self,
                  GlaTodayRow  *row)
{
  const GlaAgendaRow *shown = gla_today_row_get (row);
  int index = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));

  if (shown != NULL)
    {
      g_signal_emit (self, signals[SIGNAL_OPEN], 0, shown);
      return;
    }
  self->shows_all[gla_today_row_get_section (row)] = TRUE;
  fill (self);
  restore_focus (self, index, NULL);
}

static gboolean
key_pressed_cb (GlaTodayList    *self,
                guint            key,
                guint            code,
                GdkModifierType  modifiers)
{
  GlaTodayRow *row = get_focused (self);
  GdkModifierType held = modifiers & gtk_accelerator_get_default_mod_mask ();
  const GlaTodayOutcome *outcome;

  if (row == NULL || gla_today_row_get (row) == NULL || !gla_today_row_get (row)->can_call
      || (held & ~GDK_SHIFT_MASK) != 0)
    return GDK_EVENT_PROPAGATE;
  outcome = gla_today_outcome_find_key (key, (held & GDK_SHIFT_MASK) != 0);
  if (outcome == NULL)
    return GDK_EVENT_PROPAGATE;
  g_signal_emit (self, signals[SIGNAL_OUTCOME], 0, gla_today_row_get (row), outcome);
  return GDK_EVENT_STOP;
}

static void
gla_today_list_class_init (GlaTodayListClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  g_type_ensure (GLA_TYPE_TODAY_ROW);
  signals[SIGNAL_OPEN] = g_signal_new ("open", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[SIGNAL_OUTCOME] = g_signal_new ("outcome", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_POINTER);
}

static void
gla_today_list_init (GlaTodayList *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->list_box = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list_box, GTK_SELECTION_NONE);
  gtk_list_box_set_header_func (self->list_box, header_cb, self, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->list_box), "today");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list_box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("To do today"), -1);
  g_signal_connect_object (self->list_box, "row-activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->list_box), keys);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list_box));
}

GtkWidget *
gla_today_list_new (void)
{
  return g_object_new (GLA_TYPE_TODAY_LIST, NULL);
}

void
gla_today_list_set_agenda (GlaTodayList    *self,
                           const GlaAgenda *agenda)
{
  g_autofree char *key = NULL;
  int index;

  g_return_if_fail (GLA_IS_TODAY_LIST (self));

  index = remember_focus (self, &key);
  self->agenda = agenda;
  self->is_whole = TRUE;
  fill (self);
  restore_focus (self, index, key);
}

void
gla_today_list_take_out (GlaTodayList *self,
                         const char   *key)
{
  GlaTodayRow *row, *next;
  gboolean had_focus;
  int index;

  g_return_if_fail (GLA_IS_TODAY_LIST (self));
  g_return_if_fail (key != NULL);

  row = find_row (self, key);
  if (row == NULL)
    return;
  had_focus = get_focused (self) == row;
  index = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  next = get_row (self, index + 1);
  if (next == NULL)
    next = get_row (self, index - 1);
  if (had_focus && next != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (next));
  gtk_list_box_remove (self->list_box, GTK_WIDGET (row));
  self->is_whole = FALSE;
}

gboolean
gla_today_list_is_busy (GlaTodayList *self)
{
  GtkRoot *root;
  GtkWidget *focus, *popover;

  g_return_val_if_fail (GLA_IS_TODAY_LIST (self), FALSE);

  root = gtk_widget_get_root (GTK_WIDGET (self));
  focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  popover = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) : NULL;
  return popover != NULL && gtk_widget_is_ancestor (popover, GTK_WIDGET (self));
}

gboolean
gla_today_list_is_whole (GlaTodayList *self)
{
  g_return_val_if_fail (GLA_IS_TODAY_LIST (self), FALSE);

  return self->is_whole;
}

gboolean
gla_today_list_focus_calls (GlaTodayList *self)
{
  GlaTodayRow *row;

  g_return_val_if_fail (GLA_IS_TODAY_LIST (self), FALSE);

  for (int i = 0; (row = get_row (self, i)) != NULL; i++)
    if (gla_today_row_get (row) != NULL && gla_today_row_get (row)->can_call)
      return gtk_widget_grab_focus (GTK_WIDGET (row));
  return FALSE;
}

const GlaAgendaRow *
gla_today_list_find (GlaTodayList *self,
                     const char   *key)
{
  GlaTodayRow *row;

  g_return_val_if_fail (GLA_IS_TODAY_LIST (self), NULL);
  g_return_val_if_fail (key != NULL, NULL);

  row = find_row (self, key);
  return row != NULL ? gla_today_row_get (row) : NULL;
}

GtkWidget *
gla_today_list_get_widget (GlaTodayList *self,
                           const char   *key)
{
  GlaTodayRow *row;

  g_return_val_if_fail (GLA_IS_TODAY_LIST (self), NULL);
  g_return_val_if_fail (key != NULL, NULL);

  row = find_row (self, key);
  return row != NULL ? GTK_WIDGET (row) : NULL;
}
