/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-sheet-list.h"

#include "gla-accessible.h"
#include "gla-i18n.h"

struct _GlaSheetList
{
  AdwBin parent_instance;

  /* Borrowed */
  GtkListBox *list;

  GPtrArray *checks;      /* (element-type GtkCheckButton): in the order of the rows */
  GPtrArray *templates;   /* (element-type GlaHandoutTemplate) */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (GlaSheetList, gla_sheet_list, ADW_TYPE_BIN)

enum { SIGNAL_CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

static guint
count_checked (GlaSheetList *self)
{
  guint n = 0;

  for (guint i = 0; i < self->checks->len; i++)
    n += gtk_check_button_get_active (self->checks->pdata[i]) ? 1 : 0;
  return n;
}

/* Until somebody takes more than one, what is chosen is what is printed. */
static void
row_selected_cb (GlaSheetList  *self,
                 GtkListBoxRow *row)
{
  if (self->filling || row == NULL)
    return;
  if (count_checked (self) <= 1)
    {
      self->filling = TRUE;
      for (guint i = 0; i < self->checks->len; i++)
        gtk_check_button_set_active (self->checks->pdata[i],
                                     (int) i == gtk_list_box_row_get_index (row));
      self->filling = FALSE;
    }
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

static void
toggled_cb (GlaSheetList *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

static gboolean
key_pressed_cb (GlaSheetList    *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  /* Not the one that is chosen: with Ctrl the arrows only move. */
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  GtkCheckButton *check;

  switch (keyval)
    {
    case GDK_KEY_space:
    case GDK_KEY_KP_Space:
      if (!GTK_IS_LIST_BOX_ROW (row))
        return FALSE;
      check = self->checks->pdata[gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row))];
      gtk_check_button_set_active (check, !gtk_check_button_get_active (check));
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      gtk_widget_activate_default (GTK_WIDGET (self));
      return TRUE;
    default:
      return FALSE;
    }
}

/* What follows is for colleagues. */
static void
head_cb (GtkListBoxRow *row,
         GtkListBoxRow *before,
         gpointer       user_data)
{
  GlaSheetList *self = GLA_SHEET_LIST (user_data);
  const GlaHandoutTemplate *template = self->templates->pdata[gtk_list_box_row_get_index (row)];
  const GlaHandoutTemplate *last
    = before != NULL ? self->templates->pdata[gtk_list_box_row_get_index (before)] : NULL;
  GtkWidget *label;

  gtk_list_box_row_set_header (row, NULL);
  if (last != NULL && last->audience == template->audience)
    return;
  label = gtk_label_new (template->audience == GLA_HANDOUT_FOR_PATIENT ? _("For the patient")
                                                                       : _("For professionals"));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_set_margin_start (label, 12);
  gtk_widget_set_margin_top (label, before != NULL ? 12 : 6);
  gtk_widget_set_margin_bottom (label, 3);
  gtk_list_box_row_set_header (row, label);
}

static void
add_row (GlaSheetList       *self,
         GlaHandoutTemplate *template)
{
  const char *title = gla_handout_template_get_text (template, template->title);
  const char *summary = gla_handout_template_get_text (template, template->summary);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *label = gtk_label_new (summary);

  gtk_widget_set_tooltip_text (row, title);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_widget_set_can_focus (check, FALSE);
  gla_accessible_set_label (check, summary);
  gla_accessible_set_label (row, summary);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), check);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_ptr_array_add (self->checks, check);
  g_ptr_array_add (self->templates, gla_handout_template_ref (template));
  gtk_list_box_append (self->list, row);
}

static void
add_rows (GlaSheetList       *self,
          GlaSheetSubject    *subject,
          GlaHandoutAudience  audience)
{
  for (guint i = 0; i < subject->templates->len; i++)
    {
      GlaHandoutTemplate *template = subject->templates->pdata[i];

      if (template->audience == audience)
        add_row (self, template);
    }
}

static void
gla_sheet_list_finalize (GObject *object)
{
  GlaSheetList *self = GLA_SHEET_LIST (object);

  g_ptr_array_unref (self->checks);
  g_ptr_array_unref (self->templates);

  G_OBJECT_CLASS (gla_sheet_list_parent_class)->finalize (object);
}

static void
gla_sheet_list_class_init (GlaSheetListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gla_sheet_list_finalize;
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
gla_sheet_list_init (GlaSheetList *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *list = gtk_list_box_new ();

  self->checks = g_ptr_array_new ();
  self->templates = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_handout_template_unref);
  self->list = GTK_LIST_BOX (list);
  gtk_list_box_set_header_func (self->list, head_cb, self, NULL);
  gtk_widget_add_css_class (list, "navigation-sidebar");
  gla_accessible_set_label (list, _("Sheets"));
  g_signal_connect_object (list, "row-selected", G_CALLBACK (row_selected_cb), self,
                           G_CONNECT_SWAPPED);
  /* Before the list itself: Enter prints, Space takes one more. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (list, keys);
  adw_bin_set_child (ADW_BIN (self), list);
}

GtkWidget *
gla_sheet_list_new (void)
{
  return g_object_new (GLA_TYPE_SHEET_LIST, NULL);
}

/* The list has no places before its first frame: what is chosen is brought into view then. */
static gboolean
bring_into_view_cb (GtkWidget     *widget,
                    GdkFrameClock *clock,
                    gpointer       user_data)
{
  GlaSheetList *self = GLA_SHEET_LIST (widget);
  GtkWidget *row = GTK_WIDGET (gtk_list_box_get_selected_row (self->list));
  GtkWidget *scroller = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  double x, y;

  if (row == NULL || scroller == NULL)
    return G_SOURCE_REMOVE;
  if (gtk_widget_get_height (row) == 0
      || !gtk_widget_translate_coordinates (row, widget, 0, 0, &x, &y))
    return G_SOURCE_CONTINUE;
  gtk_adjustment_clamp_page (
    gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)), y,
    y + gtk_widget_get_height (row));
  return G_SOURCE_REMOVE;
}

void
gla_sheet_list_show (GlaSheetList    *self,
                     GlaSheetSubject *subject)
{
  g_return_if_fail (GLA_IS_SHEET_LIST (self));
  g_return_if_fail (subject != NULL && self->templates->len == 0);

  self->filling = TRUE;
  add_rows (self, subject, GLA_HANDOUT_FOR_PATIENT);
  add_rows (self, subject, GLA_HANDOUT_FOR_PROFESSIONAL);
  gtk_list_box_invalidate_headers (self->list);
  self->filling = FALSE;
  for (guint i = 0; i < self->templates->len; i++)
    {
      const GlaHandoutTemplate *template = self->templates->pdata[i];
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) i);

      if (!g_str_equal (template->key, subject->wanted))
        continue;
      gtk_list_box_select_row (self->list, row);
      gtk_widget_grab_focus (GTK_WIDGET (row));
    }
  gtk_widget_add_tick_callback (GTK_WIDGET (self), bring_into_view_cb, NULL, NULL);
}

GlaHandoutTemplate *
gla_sheet_list_get_shown (GlaSheetList *self)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (GLA_IS_SHEET_LIST (self), NULL);

  row = gtk_list_box_get_selected_row (self->list);
  return row != NULL ? self->templates->pdata[gtk_list_box_row_get_index (row)] : NULL;
}

GPtrArray *
gla_sheet_list_list_checked (GlaSheetList *self)
{
  GPtrArray *checked;

  g_return_val_if_fail (GLA_IS_SHEET_LIST (self), NULL);

  checked = g_ptr_array_new ();
  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (self->checks->pdata[i]))
      g_ptr_array_add (checked, self->templates->pdata[i]);
  return checked;
}
