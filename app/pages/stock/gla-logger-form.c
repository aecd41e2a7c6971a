/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-logger-form.h"

#include "gla-accessible.h"
#include "gla-i18n.h"
#include "gla-logger-file.h"
#include "gla-moment.h"
#include "gla-small-form.h"
#include "gla-store-fridge.h"

/* Problems and gaps that are listed; the others are counted. */
#define MAX_LINES 200

typedef struct
{
  GlaContext *context;
  GlaFridgeLog *log;
  char *path;
  char *now;
  GlaLoggerFile *file;      /* as it was read last, or NULL */
  guint reading;            /* number of the newest reading */
  gboolean was_asked;       /* whether the choices show what the file told */
  AdwComboRow *fridge_row;
  AdwComboRow *order_row;
  AdwComboRow *unit_row;
  GtkLabel *summary;
  GtkLabel *lines;
  GtkWidget *scroller;
} Form;

/* What is read, and for whom. */
typedef struct
{
  char *path;
  char *now;
  GlaLoggerOptions options;
} Asked;

typedef struct
{
  GlaSmallForm *window;
  guint number;
} ReadingFor;

/* What is taken in. */
typedef struct
{
  GlaFridgeImport *import;
  GPtrArray *readings;
} Taking;

/* What came of it. */
typedef struct
{
  char *id;                 /* NULL if there was nothing new */
  guint n_added;
} Taken;

typedef struct
{
  GlaContext *context;
  GtkWindow *window;
} Done;

static void
form_free (gpointer  data,
           GClosure *closure)
{
  Form *self = data;

  g_object_unref (self->context);
  gla_fridge_log_unref (self->log);
  g_clear_pointer (&self->file, gla_logger_file_free);
  g_free (self->path);
  g_free (self->now);
  g_free (self);
}

static void
asked_free (gpointer data)
{
  Asked *asked = data;

  g_free (asked->path);
  g_free (asked->now);
  g_free (asked);
}

static Form *
get_form (GlaSmallForm *window)
{
  return g_object_get_data (G_OBJECT (window), "logger-form");
}

static void
append_gaps (GString             *text,
             const GlaLoggerFile *file)
{
  for (guint i = 0; i < file->gaps->len && i < MAX_LINES; i++)
    {
      const GlaLoggerGap *gap = &g_array_index (file->gaps, GlaLoggerGap, i);
      g_autofree char *from = gla_logger_format_minute (gap->from);
      g_autofree char *until = gla_logger_format_minute (gap->until);
      int minute;
      g_autofree char *first = gla_day_format (gla_day_from_moment (from, &minute), GLA_DAY_EXACT);
      g_autofree char *last = gla_day_format (gla_day_from_moment (until, &minute), GLA_DAY_EXACT);

      /* Translators: a date and time, and another */
      g_string_append_printf (text, _("No reading from %s, %s to %s, %s.\n"), first, from + 11,
                              last, until + 11);
    }
}

static char *
list_lines (const GlaLoggerFile *file)
{
  GString *text = g_string_new (NULL);
  guint n_shown = MIN (file->problems->len, MAX_LINES);

  append_gaps (text, file);
  for (guint i = 0; i < n_shown; i++)
    g_string_append_printf (text, "%s\n", (char *) file->problems->pdata[i]);
  if (file->problems->len > n_shown)
    {
      guint n_more = file->problems->len - n_shown;

      g_string_append_printf (text, ngettext ("and %u more line that was not taken",
                                              "and %u more lines that were not taken",
                                              (gulong) n_more),
                              n_more);
    }
  return g_strchomp (g_string_free (text, FALSE));
}

static void
get_range (const GlaLoggerFile *file,
           int                 *low,
           int                 *high)
{
  for (guint i = 0; i < file->points->len; i++)
    {
      const GlaLoggerPoint *point = &g_array_index (file->points, GlaLoggerPoint, i);

      *low = i == 0 ? point->low : MIN (*low, point->low);
      *high = i == 0 ? point->high : MAX (*high, point->high);
    }
}

static char *
describe_span (const GlaLoggerFile *file)
{
  const GlaLoggerPoint *points = (const GlaLoggerPoint *) file->points->data;
  g_autofree char *from = gla_logger_format_minute (points[0].minute);
  g_autofree char *until = gla_logger_format_minute (points[file->points->len - 1].minute);
  int minute, low = 0, high = 0;
  g_autofree char *first = gla_day_format (gla_day_from_moment (from, &minute), GLA_DAY_EXACT);
  g_autofree char *last = gla_day_format (gla_day_from_moment (until, &minute), GLA_DAY_EXACT);
  g_autofree char *temperatures = NULL;

  get_range (file, &low, &high);
  temperatures = gla_temperatures_format (low, high);
  /* Translators: a number, a date and time, another, and temperatures */
  return g_strdup_printf (ngettext ("%u reading from %s, %s to %s, %s: %s.",
                                    "%u readings from %s, %s to %s, %s: %s.",
                                    (gulong) file->points->len),
                          file->points->len, first, from + 11, last, until + 11, temperatures);
}

static char *
describe_way (const GlaLoggerFile *file)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (file->column != NULL)
    /* Translators: the title of a column */
    g_string_append_printf (text, _("Column “%s”. "), file->column);
  g_string_append_printf (text, _("Set apart by %s, %s. "),
                          gla_csv_delimiter_get_name (file->dialect.delimiter),
                          gla_csv_encoding_get_name (file->dialect.encoding));
  if (file->n_before > 0)
    g_string_append_printf (text, ngettext ("%u line of header. ", "%u lines of header. ",
                                            (gulong) file->n_before),
                            file->n_before);
  if (!file->is_order_certain)
    g_string_append (text, _("Its dates can be read in two ways: look at them. "));
  if (!file->is_unit_named)
    g_string_append (text, _("It does not name the unit: look at it. "));
  return g_strchomp (g_string_free (g_steal_pointer (&text), FALSE));
}

/* The choices show what the file told, once; after that they are the person's. */
static void
show_choices (Form *self)
{
  if (self->was_asked)
    return;
  adw_combo_row_set_selected (self->order_row, self->file->order == GLA_DAY_ORDER_MDY ? 1 : 0);
  adw_combo_row_set_selected (self->unit_row, self->file->is_fahrenheit ? 1 : 0);
  /* Only now: setting them is no choice. */
  self->was_asked = TRUE;
}

static void
show_file (GlaSmallForm *window,
           Form         *self)
{
  g_autofree char *span = NULL;
  g_autofree char *way = describe_way (self->file);
  g_autofree char *text = NULL;
  g_autofree char *lines = list_lines (self->file);

  if (self->file->points->len > 0)
    span = describe_span (self->file);
  else
    span = g_strdup (_("No line could be taken."));
  text = g_strconcat (span, "\n", way, NULL);
  gtk_label_set_text (self->summary, text);
  gtk_label_set_text (self->lines, lines);
  gtk_widget_set_visible (self->scroller, lines[0] != '\0');
  show_choices (self);
  gla_small_form_focus_save (window);
}

static void
read_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Asked *asked = task_data;
  GError *error = NULL;
  GlaLoggerFile *file = gla_logger_file_read (asked->path, &asked->options, cancellable, &error);

  if (file != NULL)
    g_task_return_pointer (task, file, (GDestroyNotify) gla_logger_file_free);
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autofree ReadingFor *reading_for = user_data;
  g_autoptr (GlaSmallForm) window = reading_for->window;
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaLoggerFile) file = g_task_propagate_pointer (G_TASK (result), &error);
  Form *self = get_form (window);

  if (self == NULL || reading_for->number != self->reading)
    return;
  if (file == NULL)
    {
      gtk_label_set_text (self->summary, error->message);
      return;
    }
  g_clear_pointer (&self->file, gla_logger_file_free);
  self->file = g_steal_pointer (&file);
  show_file (window, self);
}

static void
read_file (GlaSmallForm *window,
           Form         *self)
{
  g_autoptr (GTask) task = NULL;
  ReadingFor *reading_for = g_new0 (ReadingFor, 1);
  Asked *asked = g_new0 (Asked, 1);

  asked->path = g_strdup (self->path);
  asked->now = g_strdup (self->now);
  asked->options.now = asked->now;
  asked->options.locale_order = gla_context_get_day_order (self->context);
  if (self->was_asked)
    {
      asked->options.order = adw_combo_row_get_selected (self->order_row) == 1
                               ? GLA_DAY_ORDER_MDY
                               : GLA_DAY_ORDER_DMY;
      asked->options.unit = adw_combo_row_get_selected (self->unit_row) == 1
                              ? GLA_LOGGER_UNIT_FAHRENHEIT
                              : GLA_LOGGER_UNIT_CELSIUS;
    }
  reading_for->window = g_object_ref (window);
  reading_for->number = ++self->reading;
  task = g_task_new (NULL, NULL, read_cb, reading_for);
  g_task_set_source_tag (task, read_file);
  g_task_set_task_data (task, asked, asked_free);
  g_task_run_in_thread (task, read_in_thread);
}

static void
choice_changed_cb (GlaSmallForm *window)
{
  Form *self = get_form (window);

  /* Not while the choices are set to what was read. */
  if (self->was_asked && self->file != NULL
      && ((adw_combo_row_get_selected (self->order_row) == 1)
            != (self->file->order == GLA_DAY_ORDER_MDY)
          || (adw_combo_row_get_selected (self->unit_row) == 1) != self->file->is_fahrenheit))
    read_file (window, self);
}

/* Taking it in */

static void
taking_free (gpointer data)
{
  Taking *taking = data;

  gla_fridge_import_unref (taking->import);
  g_ptr_array_unref (taking->readings);
  g_free (taking);
}

static void
taken_free (gpointer data)
{
  Taken *taken = data;

  g_free (taken->id);
  g_free (taken);
}

static gpointer
take_in (GlaStore      *store,
         gpointer       data,
         GCancellable  *cancellable,
         GError       **error)
{
  const Taking *taking = data;
  Taken *taken = g_new0 (Taken, 1);

  if (gla_store_import_fridge_log (store, taking->import, taking->readings, &taken->id,
                                   &taken->n_added, error))
    return taken;
  taken_free (taken);
  return NULL;
}

static void
taken_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autofree Done *done = user_data;
  g_autoptr (GtkWindow) window = done->window;
  g_autoptr (GlaContext) context = done->context;
  g_autoptr (GError) error = NULL;
  Taken *taken = gla_store_worker_run_finish (GLA_STORE_WORKER (source), result, &error);

  gtk_widget_set_sensitive (GTK_WIDGET (window), TRUE);
  if (taken == NULL)
    {
      gla_context_show_error (context, _("The log was not taken in"), error);
      return;
    }
  if (taken->id != NULL)
    {
      gla_context_did_add (context, _("Log taken in"), GLA_TABLE_FRIDGE_IMPORT,
                           (const char *const[]) { taken->id, NULL });
      gtk_window_destroy (window);
    }
  else
    gla_small_form_set_error (GLA_SMALL_FORM (window), NULL,
                              _("Everything in this file is in the log already. Nothing was "
                                "added."));
  taken_free (taken);
}

static Taking *
make_taking (Form *self)
{
  const GlaLoggerPoint *points = (const GlaLoggerPoint *) self->file->points->data;
  guint selected = self->fridge_row != NULL ? adw_combo_row_get_selected (self->fridge_row) : 0;
  const GlaFridge *fridge = self->log->fridges->pdata[MIN (selected, self->log->fridges->len - 1)];
  g_autofree char *since = gla_logger_format_minute (points[0].minute);
  g_autofree char *moment = gla_logger_format_minute (points[self->file->points->len - 1].minute);
  Taking *taking = g_new0 (Taking, 1);
  GlaFridgeImport import = { .fridge = fridge->id, .file = self->file->name,
                             .imported = self->now, .since = since, .moment = moment,
                             .n_readings = (int) self->file->points->len,
                             .n_gaps = (int) self->file->gaps->len };

  get_range (self->file, &import.low, &import.high);
  taking->import = gla_fridge_import_new (&import);
  taking->readings = gla_logger_file_make_readings (self->file, fridge->id);
  return taking;
}

static void
save_cb (GlaSmallForm *window,
         Form         *self)
{
  Done *done;

  if (self->file == NULL || self->file->points->len == 0)
    {
      gla_small_form_set_error (window, NULL, _("There is nothing in it to be taken in."));
      return;
    }
  done = g_new0 (Done, 1);
  done->context = g_object_ref (self->context);
  done->window = g_object_ref (GTK_WINDOW (window));
  gtk_widget_set_sensitive (GTK_WIDGET (window), FALSE);
  gla_store_worker_run_async (gla_context_get_worker (self->context), take_in, make_taking (self),
                              taking_free, taken_free, NULL, taken_cb, done);
}

/* The form */

/* A reading that comes back after the window is gone finds nothing to be shown in. */
static void
destroy_cb (GlaSmallForm *window)
{
  g_object_set_data (G_OBJECT (window), "logger-form", NULL);
}

static GtkLabel *
make_text (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_selectable (GTK_LABEL (label), FALSE);
  gtk_widget_set_margin_top (label, 8);
  gtk_widget_set_margin_bottom (label, 8);
  gtk_widget_set_margin_start (label, 12);
  gtk_widget_set_margin_end (label, 12);
  return GTK_LABEL (label);
}

static void
add_preview (GlaSmallForm *window,
             Form         *self)
{
  self->summary = make_text (_("The file is being read…"));
  gla_small_form_add_row (window, GTK_WIDGET (self->summary));
  self->lines = make_text ("");
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scroller), 180);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->lines));
  gtk_widget_add_css_class (GTK_WIDGET (self->lines), "warning");
  gla_accessible_set_label (self->scroller, _("Lines that were not taken"));
  gtk_widget_set_visible (self->scroller, FALSE);
  gla_small_form_add_row (window, self->scroller);
}

GtkWindow *
gla_logger_form_new (GtkWindow    *parent,
                     GlaContext   *context,
                     GlaFridgeLog *log,
                     const char   *path)
{
  const char *orders[] = { _("Day before month"), _("Month before day"), NULL };
  const char *units[] = { _("Degrees Celsius"), _("Degrees Fahrenheit"), NULL };
  g_autofree char *name = NULL;
  g_auto (GStrv) names = NULL;
  GlaSmallForm *window;
  Form *self;

  g_return_val_if_fail (GLA_IS_CONTEXT (context) && log != NULL && path != NULL, NULL);

  name = g_filename_display_basename (path);
  window = gla_small_form_new (parent, name);
  self = g_new0 (Form, 1);
  self->context = g_object_ref (context);
  self->log = gla_fridge_log_ref (log);
  self->path = g_strdup (path);
  self->now = gla_moment_now (context);
  names = gla_fridge_log_dup_names (log);
  if (log->fridges->len > 1)
    self->fridge_row = gla_small_form_add_choice (window, _("Fridge"),
                                                  (const char *const *) names, 0);
  self->order_row = gla_small_form_add_choice (window, _("Dates"), orders, 0);
  self->unit_row = gla_small_form_add_choice (window, _("Unit"), units, 0);
  add_preview (window, self);
  gla_small_form_set_verb (window, _("Take In"));
  /* What is read comes when it is shown already: there has to be room for it. */
  gtk_window_set_default_size (GTK_WINDOW (window), 540, 600);
  g_object_set_data (G_OBJECT (window), "logger-form", self);
  g_signal_connect (window, "destroy", G_CALLBACK (destroy_cb), NULL);
  g_signal_connect_data (window, "save", G_CALLBACK (save_cb), self, form_free, 0);
  g_signal_connect_object (self->order_row, "notify::selected", G_CALLBACK (choice_changed_cb),
                           window, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->unit_row, "notify::selected", G_CALLBACK (choice_changed_cb),
                           window, G_CONNECT_SWAPPED);
  read_file (window, self);
  return GTK_WINDOW (window);
}
