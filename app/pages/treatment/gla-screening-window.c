/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-screening-window.h"

#include "gla-accessible.h"
#include "gla-choice-row.h"
#include "gla-form-rows.h"
#include "gla-i18n.h"
#include "gla-screening-question.h"

/* One question, and what there is to say of a yes. */
typedef struct
{
  GlaScreeningWindow *window;
  const GlaScreeningQuestion *question;
  GlaChoiceRow *choice;
  AdwEntryRow *note;
} QuestionRow;

struct _GlaScreeningWindow
{
  AdwWindow parent_instance;

  /* Template */
  AdwPreferencesGroup *group;
  GtkButton *done_button;

  /* Owned */
  GPtrArray *rows;    /* (element-type QuestionRow) */
  GPtrArray *answers; /* (element-type GlaScreeningAnswer): of today, also to what is not asked */
};

G_DEFINE_FINAL_TYPE (GlaScreeningWindow, gla_screening_window, ADW_TYPE_WINDOW)

enum { SIGNAL_ASKED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* Which answer of the row stands for which. */
static const GlaAnswer answers[] = { GLA_ANSWER_NO, GLA_ANSWER_YES };

static void
done_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  GlaScreeningWindow *self = GLA_SCREENING_WINDOW (widget);
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const QuestionRow *row = self->rows->pdata[i];
      int selected = gla_choice_row_get_selected (row->choice);
      GlaAnswer answer = selected >= 0 ? answers[selected] : GLA_ANSWER_UNKNOWN;
      g_autofree char *note =
        answer == GLA_ANSWER_YES ? gla_form_rows_dup_text (row->note) : NULL;

      gla_screening_set (self->answers, row->question->key, answer, note);
    }
  text = gla_screening_to_text (self->answers);
  g_signal_emit (self, signals[SIGNAL_ASKED], 0, text);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
show_note (QuestionRow *row)
{
  gtk_widget_set_visible (GTK_WIDGET (row->note), gla_choice_row_get_selected (row->choice) == 1);
}

static void
chosen_cb (GlaChoiceRow *choice,
           QuestionRow  *row)
{
  show_note (row);
}

/* After the last question, to the button. */
static void
go_to_next (QuestionRow *row)
{
  GPtrArray *rows = row->window->rows;
  guint index = 0;

  if (g_ptr_array_find (rows, row, &index) && index + 1 < rows->len)
    gtk_widget_grab_focus (GTK_WIDGET (((QuestionRow *) rows->pdata[index + 1])->choice));
  else
    gtk_widget_grab_focus (GTK_WIDGET (row->window->done_button));
}

static void
note_activated_cb (AdwEntryRow *entry,
                   QuestionRow *row)
{
  go_to_next (row);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                QuestionRow           *row)
{
  gunichar letter = g_unichar_tolower (gdk_keyval_to_unicode (keyval));
  /* Translators: the key that answers a question with no */
  const char *no = C_("key", "n");
  /* Translators: the key that answers a question with yes */
  const char *yes = C_("key", "y");
  int selected;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0 || letter == 0)
    return FALSE;
  if (letter == g_utf8_get_char (no))
    selected = 0;
  else if (letter == g_utf8_get_char (yes))
    selected = 1;
  else
    return FALSE;
  gla_choice_row_set_selected (row->choice, selected);
  show_note (row);
  if (selected == 1)
    gtk_widget_grab_focus (GTK_WIDGET (row->note));
  else
    go_to_next (row);
  return TRUE;
}

static void
rest_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  GlaScreeningWindow *self = GLA_SCREENING_WINDOW (widget);

  for (guint i = 0; i < self->rows->len; i++)
    {
      QuestionRow *row = self->rows->pdata[i];

      if (gla_choice_row_get_selected (row->choice) < 0)
        gla_choice_row_set_selected (row->choice, 0);
    }
  gtk_widget_grab_focus (GTK_WIDGET (self->done_button));
}

static void
gla_screening_window_finalize (GObject *object)
{
  GlaScreeningWindow *self = GLA_SCREENING_WINDOW (object);

  g_ptr_array_unref (self->rows);
  g_clear_pointer (&self->answers, g_ptr_array_unref);
  G_OBJECT_CLASS (gla_screening_window_parent_class)->finalize (object);
}

static void
gla_screening_window_class_init (GlaScreeningWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = gla_screening_window_finalize;
  signals[SIGNAL_ASKED] = g_signal_new ("asked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/glabella/Glabella/ui/pages/treatment/gla-screening-window.ui");
  gtk_widget_class_bind_template_child (widget_class, GlaScreeningWindow, group);
  gtk_widget_class_bind_template_child (widget_class, GlaScreeningWindow, done_button);
  gtk_widget_class_install_action (widget_class, "screening.done", NULL, done_action);
  gtk_widget_class_install_action (widget_class, "screening.rest", NULL, rest_action);
}

static void
gla_screening_window_init (GlaScreeningWindow *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* (transfer full) (nullable): the last answer before today, and the treatment of it. */
static GPtrArray *
find_earlier (const GlaHistory           *history,
              GlaDay                      before,
              const char                 *amend,
              const char                 *key,
              const GlaTreatment        **asked,
              const GlaScreeningAnswer  **answer)
{
  for (guint i = history->treatments->len; i > 0; i--)
    {
      const GlaTreatment *treatment = history->treatments->pdata[i - 1];
      g_autoptr (GPtrArray) list = NULL;

      if (treatment->screening == NULL || treatment->day > before
          || g_strcmp0 (treatment->id, amend) == 0)
        continue;
      list = gla_screening_parse (treatment->screening);
      *answer = gla_screening_find (list, key);
      *asked = treatment;
      if (*answer != NULL)
        return g_steal_pointer (&list);
    }
  return NULL;
}

static void
set_answer (QuestionRow              *row,
            const GlaScreeningAnswer *answer)
{
  gla_choice_row_set_selected (row->choice, answer->answer == GLA_ANSWER_YES ? 1 : 0);
  gla_form_rows_set_text (row->note, answer->note);
  show_note (row);
}

/* An old no to what may be otherwise at each visit is no answer of today; a yes is asked about. */
static gboolean
holds (const GlaScreeningQuestion *question,
       const GlaScreeningAnswer   *answer)
{
  return (question->flags & GLA_SCREENING_LASTS) != 0 || answer->answer == GLA_ANSWER_YES;
}

static void
fill_row (QuestionRow      *row,
          const GlaHistory *history,
          GlaDay            before,
          const char       *amend)
{
  const GlaScreeningAnswer *today = gla_screening_find (row->window->answers, row->question->key);
  const GlaScreeningAnswer *earlier = NULL;
  const GlaTreatment *asked = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autofree char *day = NULL;
  g_autofree char *said = NULL;

  list = find_earlier (history, before, amend, row->question->key, &asked, &earlier);
  if (today != NULL)
    set_answer (row, today);
  else if (list != NULL && holds (row->question, earlier))
    set_answer (row, earlier);
  if (list == NULL)
    return;
  day = gla_day_format (asked->day, asked->precision);
  said = g_strdup_printf (
    /* Translators: %s is the date of the last time that a question was asked */
    earlier->answer == GLA_ANSWER_YES ? _("%s: yes") : _("%s: no"), day);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row->choice), said);
}

static QuestionRow *
add_row (GlaScreeningWindow         *self,
         const GlaScreeningQuestion *question)
{
  static const char *const names[] = { N_("No"), N_("Yes") };
  QuestionRow *row = g_new0 (QuestionRow, 1);
  GtkEventController *keys = gtk_event_controller_key_new ();

  row->window = self;
  row->question = question;
  row->choice = gla_form_rows_make_choice (_(question->question), names, G_N_ELEMENTS (names));
  row->note = ADW_ENTRY_ROW (adw_entry_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row->note), _("Which, since when"));
  gla_accessible_name_entry_row (row->note);
  gtk_widget_set_visible (GTK_WIDGET (row->note), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row->choice), 0);
  g_signal_connect (row->choice, "chosen", G_CALLBACK (chosen_cb), row);
  g_signal_connect (row->note, "entry-activated", G_CALLBACK (note_activated_cb), row);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), row);
  gtk_widget_add_controller (GTK_WIDGET (row->choice), keys);
  adw_preferences_group_add (self->group, GTK_WIDGET (row->choice));
  adw_preferences_group_add (self->group, GTK_WIDGET (row->note));
  g_ptr_array_add (self->rows, row);
  return row;
}

/* Where there is the next thing to do: the first question without an answer, or the button. */
static void
focus_first (GlaScreeningWindow *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const QuestionRow *row = self->rows->pdata[i];

      if (gla_choice_row_get_selected (row->choice) >= 0)
        continue;
      gtk_widget_grab_focus (GTK_WIDGET (row->choice));
      return;
    }
  gtk_widget_grab_focus (GTK_WIDGET (self->done_button));
}

GtkWindow *
gla_screening_window_new (GtkWindow        *parent,
                          const GPtrArray  *questions,
                          const char       *text,
                          const GlaHistory *history,
                          GlaDay            before,
                          const char       *amend)
{
  GlaScreeningWindow *self;

  g_return_val_if_fail (questions != NULL && history != NULL, NULL);

  self = g_object_new (GLA_TYPE_SCREENING_WINDOW, "transient-for", parent, NULL);
  self->answers = gla_screening_parse (text);
  for (guint i = 0; i < questions->len; i++)
    fill_row (add_row (self, questions->pdata[i]), history, before, amend);
  focus_first (self);
  return GTK_WINDOW (self);
}
