/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-today-page.h"

#include "gla-handout-call.h"
#include "gla-i18n.h"
#include "gla-list-print.h"
#include "gla-today-day.h"
#include "gla-today-files.h"
#include "gla-today-keeper.h"
#include "gla-today-list.h"
#include "gla-today-reading.h"

/* Rows of a section that are read; nobody calls more in a day. */
#define MOST_ROWS 200

/* The list is read again so long after a menu kept it from being shown. */
#define LATER_MILLISECONDS 500

struct _GlaTodayPage
{
  AdwBin parent_instance;

  /* Template */
  GtkLabel *day_label;
  GtkLabel *follow_up_label;
  GtkWidget *working_box;
  GtkLabel *working_label;
  GtkStack *stack;
  AdwBin *list_bin;

  /* Owned */
  GlaContext *context;
  GlaTodayKeeper *keeper;
  GlaAgenda *agenda;
  char *asked; /* key of the row for which a day was asked last */

  /* Borrowed */
  GlaTodayList *list;
  GtkWidget *popover; /* that asks for a day, or NULL */
  const GlaTodayOutcome *asked_outcome;

  guint later;
  gboolean is_loading;
  gboolean is_stale;      /* once more when it is loaded */
  gboolean focus_calls;
};

enum
{
  SIGNAL_OPEN_PATIENT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GlaTodayPage, gla_today_page, ADW_TYPE_BIN)

/* What is shown */

static void
show_head (GlaTodayPage    *self,
           const GlaAgenda *agenda)
{
  g_autofree char *day = gla_day_format_long (agenda->today);
  g_autofree char *follow_up = gla_agenda_describe_follow_up (agenda);
  g_autofree char *working = NULL;
  gboolean is_working = agenda->progress < 1.0;

  gtk_label_set_text (self->day_label, day);
  gtk_label_set_text (self->follow_up_label, follow_up);
  gtk_widget_set_visible (self->working_box, is_working);
  if (is_working)
    {
      /* Translators: %d is a percentage */
      working = g_strdup_printf (_("The records are being looked through: %d %%. The lists below "
                                   "are not complete yet."),
                                 (int) (100.0 * agenda->progress));
      gtk_label_set_text (self->working_label, working);
    }
}

static const char *
choose_child (const GlaAgenda *agenda)
{
  if (gla_agenda_count (agenda) > 0)
    return "list";
  return agenda->progress < 1.0 ? "loading" : "empty";
}

/* Rows are made again only if they are others. */
static void
show_agenda (GlaTodayPage *self,
             GlaAgenda    *agenda)
{
  g_autoptr (GlaAgenda) old = NULL;

  show_head (self, agenda);
  gtk_stack_set_visible_child_name (self->stack, choose_child (agenda));
  if (self->agenda != NULL && gla_today_list_is_whole (self->list)
      && gla_agenda_has_same_rows (self->agenda, agenda))
    {
      gla_agenda_free (agenda);
      return;
    }
  old = g_steal_pointer (&self->agenda);
  self->agenda = agenda;
  gla_today_list_set_agenda (self->list, agenda);
  if (self->focus_calls && gla_today_list_focus_calls (self->list))
    self->focus_calls = FALSE;
}

static void load (GlaTodayPage *self);

static gboolean
later_cb (gpointer user_data)
{
  GlaTodayPage *self = GLA_TODAY_PAGE (user_data);

  self->later = 0;
  load (self);
  return G_SOURCE_REMOVE;
}

static void
schedule (GlaTodayPage *self)
{
  if (self->later == 0)
    self->later = g_timeout_add (LATER_MILLISECONDS, later_cb, self);
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GlaTodayPage) self = GLA_TODAY_PAGE (user_data);
  g_autoptr (GError) error = NULL;
  GlaAgenda *agenda;

  agenda = gla_today_reading_finish (object, result, &error);
  self->is_loading = FALSE;
  if (self->context == NULL || self->list == NULL)
    {
      g_clear_pointer (&agenda, gla_agenda_free);
      return;
    }
  if (agenda != NULL && gla_today_list_is_busy (self->list))
    {
      /* Another list would close the menu that is open. */
      gla_agenda_free (agenda);
      schedule (self);
    }
  else if (agenda != NULL)
    show_agenda (self, agenda);
  else
    gla_context_show_error (self->context, _("What is to be done today could not be read."), error);
  if (self->is_stale)
    load (self);
}

/* Only while it can be seen: what changed meanwhile is read when it is shown. */
static void
load (GlaTodayPage *self)
{
  if (self->context == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  self->is_stale = self->is_loading;
  if (self->is_loading)
    return;
  self->is_loading = TRUE;
  gla_today_reading_start (self->context, MOST_ROWS, loaded_cb, g_object_ref (self));
}

/* Opening */

static void
open_cb (GlaTodayPage       *self,
         const GlaAgendaRow *row)
{
  if (row->patient != NULL)
    g_signal_emit (self, signals[SIGNAL_OPEN_PATIENT], 0, row->patient, row->case_id);
  else if (row->section == GLA_AGENDA_DRAFTS)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.new-patient", NULL);
  else if (row->section == GLA_AGENDA_BACKUP)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.backup", NULL);
}

/* Outcomes */

/* What was taken out is still to be done. */
static void
not_saved_cb (gpointer owner)
{
  load (GLA_TODAY_PAGE (owner));
}

static void
record (GlaTodayPage          *self,
        const GlaAgendaRow    *row,
        const GlaTodayOutcome *outcome,
        GlaDay                 day)
{
  g_autofree char *key = g_strdup (row->key);

  gla_today_outcome_record (self->context, row, outcome, day, not_saved_cb, self);
  gla_today_list_take_out (self->list, key);
}

/* The list may be another one by now. */
static void
chosen_cb (GlaTodayPage *self,
           int           day)
{
  const GlaAgendaRow *row = gla_today_list_find (self->list, self->asked);

  if (row == NULL)
    return;
  /* So that the next row has the keyboard afterwards. */
  gtk_widget_grab_focus (gla_today_list_get_widget (self->list, self->asked));
  record (self, row, self->asked_outcome, day);
}

static gboolean
drop_popover_cb (gpointer user_data)
{
  gtk_widget_unparent (GTK_WIDGET (user_data));
  return G_SOURCE_REMOVE;
}

/* Not from within its own signal. */
static void
popover_closed_cb (GlaTodayPage *self,
                   GtkWidget    *popover)
{
  GtkWidget *row = gla_today_list_get_widget (self->list, self->asked);

  if (self->popover == popover)
    self->popover = NULL;
  if (row != NULL)
    gtk_widget_grab_focus (row);
  g_idle_add_full (G_PRIORITY_DEFAULT, drop_popover_cb, g_object_ref (popover), g_object_unref);
}

/* A review within its window, a call or a treatment in a week. */
static GlaDay
propose_day (GlaTodayPage       *self,
             const GlaAgendaRow *row)
{
  GlaDay today = gla_context_get_today (self->context);

  if (row->reason == GLA_CALL_REVIEW)
    return MAX (today, MIN (today + GLA_CALL_LATER_DAYS, row->last));
  return today + GLA_CALL_LATER_DAYS;
}

static void
ask_day (GlaTodayPage          *self,
         const GlaAgendaRow    *row,
         const GlaTodayOutcome *outcome)
{
  gboolean is_booking = outcome->outcome == GLA_CALL_BOOKED;
  GtkWidget *widget = gla_today_list_get_widget (self->list, row->key);
  graphene_rect_t bounds;
  GdkRectangle rectangle;

  if (self->popover != NULL || widget == NULL
      || !gtk_widget_compute_bounds (widget, GTK_WIDGET (self), &bounds))
    return;
  rectangle = (GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y,
                               (int) bounds.size.width, (int) bounds.size.height };
  self->popover = gla_today_day_new (self->context,
                                     is_booking ? _("Booked for") : _("Call again on"),
                                     is_booking ? _("Book") : _("Put Off"),
                                     propose_day (self, row));
  g_free (self->asked);
  self->asked = g_strdup (row->key);
  self->asked_outcome = outcome;
  g_signal_connect_object (self->popover, "chosen", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->popover, "closed", G_CALLBACK (popover_closed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &rectangle);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
outcome_cb (GlaTodayPage          *self,
            const GlaAgendaRow    *row,
            const GlaTodayOutcome *outcome)
{
  if (outcome->asks_day)
    ask_day (self, row, outcome);
  else
    record (self, row, outcome, GLA_DAY_NONE);
}

/* Files */

static void
save_table_cb (GlaTodayPage *self)
{
  gla_today_files_save_table (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->context);
}

static void
save_calendar_cb (GlaTodayPage *self)
{
  gla_today_files_save_calendar (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                 self->context);
}

/* Everybody whom the page says to call, with what it is about. */
static void
add_calls (const GlaAgenda *agenda,
           GPtrArray       *calls)
{
  for (guint section = 0; section < GLA_AGENDA_N_SECTIONS; section++)
    for (guint i = 0; i < agenda->rows[section]->len; i++)
      {
        const GlaAgendaRow *row = agenda->rows[section]->pdata[i];
        g_autofree char *about = NULL;

        if (!row->can_call)
          continue;
        about = row->text != NULL ? g_strdup_printf ("%s\n%s", row->title, row->text)
                                  : g_strdup (row->title);
        gla_handout_call_list_add (calls, row->name, row->number, row->phone, row->may_contact,
                                   about);
      }
}

typedef struct
{
  GtkWindow *window;
  GlaContext *context;
} Printing;

static void
printing_free (Printing *printing)
{
  g_object_unref (printing->window);
  g_object_unref (printing->context);
  g_free (printing);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Printing, printing_free)

static void
print_agenda_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (Printing) printing = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaAgenda) agenda = gla_today_reading_finish (object, result, &error);
  g_autofree char *day = NULL;
  g_autofree char *about = NULL;
  GPtrArray *calls;

  if (agenda == NULL)
    {
      gla_context_show_error (printing->context, _("The lists can’t be printed"), error);
      return;
    }
  calls = gla_handout_call_list_new ();
  add_calls (agenda, calls);
  day = gla_day_format_long (agenda->today);
  /* Translators: above a call list; %s is a day with its weekday */
  about = g_strdup_printf (_("Whom to call on %s."), day);
  gla_list_print_calls (printing->window, printing->context, calls, about);
}

/* Read anew: the page shows the first rows only, and not those of this moment. */
void
gla_today_page_print (GlaTodayPage *self)
{
  Printing *printing;

  g_return_if_fail (GLA_IS_TODAY_PAGE (self));

  printing = g_new0 (Printing, 1);
  printing->window = g_object_ref (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  printing->context = g_object_ref (self->context);
  gla_today_reading_start (self->context, GLA_AGENDA_ALL, print_agenda_cb, printing);
}

static void
gla_today_page_dispose (GObject *object)
{
  GlaTodayPage *self = GLA_TODAY_PAGE (object);

  gla_today_page_close (self);
  self->list = NULL;
  g_clear_pointer (&self->popover, gtk_widget_unparent);

  G_OBJECT_CLASS (gla_today_page_parent_class)->dispose (object);
}

static void
gla_today_page_finalize (GObject *object)
{
  GlaTodayPage *self = GLA_TODAY_PAGE (object);

  g_clear_pointer (&self->agenda, gla_agenda_free);
  g_clear_pointer (&self->asked, g_free);

  G_OBJECT_CLASS (gla_today_page_parent_class)->finalize (object);
}

static void
gla_today_page_class_init (GlaTodayPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gla_today_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = gla_today_page_finalize;

  signals[SIGNAL_OPEN_PATIENT] = g_signal_new ("open-patient", G_TYPE_FROM_CLASS (klass),
                                               G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                               2, G_TYPE_STRING, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/glabella/Glabella/ui/pages/today/gla-today-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GlaTodayPage, day_label);
  gtk_widget_class_bind_template_child (widget_class, GlaTodayPage, follow_up_label);
  gtk_widget_class_bind_template_child (widget_class, GlaTodayPage, working_box);
  gtk_widget_class_bind_template_child (widget_class, GlaTodayPage, working_label);
  gtk_widget_class_bind_template_child (widget_class, GlaTodayPage, stack);
  gtk_widget_class_bind_template_child (widget_class, GlaTodayPage, list_bin);
  gtk_widget_class_bind_template_callback (widget_class, save_table_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_calendar_cb);
  gtk_widget_class_bind_template_callback (widget_class, gla_today_page_print);
}

static void
gla_today_page_init (GlaTodayPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->list = GLA_TODAY_LIST (gla_today_list_new ());
  g_signal_connect_object (self->list, "open", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "outcome", G_CALLBACK (outcome_cb), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (self->list_bin, GTK_WIDGET (self->list));
}

GtkWidget *
gla_today_page_new (GlaContext *context)
{
  GlaTodayPage *self;

  g_return_val_if_fail (GLA_IS_CONTEXT (context), NULL);

  self = g_object_new (GLA_TYPE_TODAY_PAGE, NULL);
  self->context = g_object_ref (context);
  g_signal_connect (self, "map", G_CALLBACK (load), NULL);
  self->keeper = gla_today_keeper_new (context);
  g_signal_connect_object (self->keeper, "updated", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "drafts-changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "today-changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

void
gla_today_page_focus_calls (GlaTodayPage *self)
{
  g_return_if_fail (GLA_IS_TODAY_PAGE (self));

  self->focus_calls = !gla_today_list_focus_calls (self->list);
}

void
gla_today_page_close (GlaTodayPage *self)
{
  g_return_if_fail (GLA_IS_TODAY_PAGE (self));

  g_clear_handle_id (&self->later, g_source_remove);
  if (self->keeper != NULL)
    gla_today_keeper_close (self->keeper);
  g_clear_object (&self->keeper);
  g_clear_object (&self->context);
}
