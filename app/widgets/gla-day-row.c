/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-day-row.h"

#include "gla-accessible.h"
#include "gla-i18n.h"

#include <string.h>

struct _GlaDayRow
{
  AdwEntryRow parent_instance;

  /* Owned */
  char *complaint;

  GtkLabel *reading;
  GtkMenuButton *button;
  GtkCalendar *calendar;
  GlaDayOrder order;
  GlaDay today;
  gboolean inexact;
  GlaDay first;
  GlaDay last;

  GlaDay day;
  GlaDayPrecision precision;
  gboolean valid;
  gboolean choosing;
};

G_DEFINE_FINAL_TYPE (GlaDayRow, gla_day_row, ADW_TYPE_ENTRY_ROW)

enum { SIGNAL_CHANGED_DAY, N_SIGNALS };
static guint signals[N_SIGNALS];

static gboolean
read_word (GlaDayRow  *self,
           const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_autofree char *today = g_utf8_casefold (_("today"), -1);
  g_autofree char *yesterday = g_utf8_casefold (_("yesterday"), -1);

  g_strstrip (folded);
  self->precision = GLA_DAY_EXACT;
  if (g_str_equal (folded, today))
    self->day = self->today;
  else if (g_str_equal (folded, yesterday))
    self->day = self->today - 1;
  else
    return FALSE;
  return TRUE;
}

static GlaDayReading
read_text (GlaDayRow  *self,
           const char *text)
{
  if (read_word (self, text))
    return GLA_DAY_READING_OK;
  if (self->inexact)
    return gla_day_parse_inexact (text, self->order, self->today, &self->day, &self->precision);
  self->precision = GLA_DAY_EXACT;
  return gla_day_parse (text, self->order, self->today, &self->day);
}

/* The middle of a month or year may lie after the last day there may be: that one stands for it. */
static void
fit_inexact (GlaDayRow *self)
{
  int year, month, day, last_year, last_month, last_day;

  if (self->last == GLA_DAY_NONE || self->day <= self->last || self->precision < GLA_DAY_MONTH)
    return;
  gla_day_split (self->day, &year, &month, &day);
  gla_day_split (self->last, &last_year, &last_month, &last_day);
  if (year == last_year && (self->precision == GLA_DAY_YEAR || month == last_month))
    self->day = self->last;
}

/* What is said beside the entry about the text in it. */
static char *
judge (GlaDayRow  *self,
       const char *text)
{
  self->day = GLA_DAY_NONE;
  self->precision = GLA_DAY_EXACT;
  self->valid = TRUE;
  if (text[strspn (text, " \t")] == '\0')
    return g_strdup ("");

  switch (read_text (self, text))
    {
    case GLA_DAY_READING_OK:
      fit_inexact (self);
      if ((self->first != GLA_DAY_NONE && self->day < self->first) ||
          (self->last != GLA_DAY_NONE && self->day > self->last))
        {
          self->valid = FALSE;
          return g_strdup (self->complaint);
        }
      if (self->precision == GLA_DAY_EXACT)
        return gla_day_format_long (self->day);
      return gla_day_format (self->day, self->precision);
    case GLA_DAY_READING_IMPOSSIBLE:
      self->valid = FALSE;
      return g_strdup (_("There is no such day"));
    case GLA_DAY_READING_AMBIGUOUS:
      self->valid = FALSE;
      return g_strdup (_("Day or month first?"));
    case GLA_DAY_READING_NOT_A_DATE:
    default:
      self->valid = FALSE;
      return g_strdup (_("Not a date yet"));
    }
}

static void
update (GlaDayRow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self));
  g_autofree char *reading = judge (self, text);

  gtk_label_set_text (self->reading, reading);
  if (self->valid)
    gtk_widget_remove_css_class (GTK_WIDGET (self->reading), "error");
  else
    {
      self->day = GLA_DAY_NONE;
      gtk_widget_add_css_class (GTK_WIDGET (self->reading), "error");
    }
  g_signal_emit (self, signals[SIGNAL_CHANGED_DAY], 0);
}

static void
text_changed_cb (GlaDayRow *self)
{
  update (self);
}

static void
calendar_day_selected_cb (GlaDayRow *self)
{
  g_autoptr (GDateTime) time = NULL;

  if (self->choosing)
    return;
  time = gtk_calendar_get_date (self->calendar);
  gla_day_row_set_day (self,
                       gla_day_new (g_date_time_get_year (time), g_date_time_get_month (time),
                                    g_date_time_get_day_of_month (time)),
                       GLA_DAY_EXACT);
  gtk_menu_button_popdown (self->button);
}

/* The calendar opens on the date in the entry. */
static void
popover_show_cb (GlaDayRow *self)
{
  g_autoptr (GDateTime) time = NULL;
  int year, month, day;

  gla_day_split (self->day != GLA_DAY_NONE ? self->day : self->today, &year, &month, &day);
  time = g_date_time_new_local (year, month, day, 12, 0, 0);
  self->choosing = TRUE;
  gtk_calendar_select_day (self->calendar, time);
  self->choosing = FALSE;
}

static gboolean
key_pressed_cb (GlaDayRow       *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  int step = 0;

  if (keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up)
    step = 1;
  else if (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down)
    step = -1;
  if (step == 0 || self->day == GLA_DAY_NONE || self->precision != GLA_DAY_EXACT)
    return GDK_EVENT_PROPAGATE;
  gla_day_row_set_day (self, self->day + step, GLA_DAY_EXACT);
  return GDK_EVENT_STOP;
}

static void
gla_day_row_finalize (GObject *object)
{
  GlaDayRow *self = GLA_DAY_ROW (object);

  g_clear_pointer (&self->complaint, g_free);
  G_OBJECT_CLASS (gla_day_row_parent_class)->finalize (object);
}

static void
gla_day_row_class_init (GlaDayRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = gla_day_row_finalize;
  signals[SIGNAL_CHANGED_DAY] = g_signal_new ("changed-day", G_TYPE_FROM_CLASS (klass),
                                              G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                              G_TYPE_NONE, 0);
}

static GtkWidget *
make_calendar (GlaDayRow *self)
{
  GtkWidget *popover = gtk_popover_new ();

  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (self->calendar));
  g_signal_connect_object (self->calendar, "day-selected",
                           G_CALLBACK (calendar_day_selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (popover, "show", G_CALLBACK (popover_show_cb), self,
                           G_CONNECT_SWAPPED);
  return popover;
}

static void
gla_day_row_init (GlaDayRow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->order = GLA_DAY_ORDER_DMY;
  self->today = gla_day_today ();
  self->first = GLA_DAY_NONE;
  self->last = GLA_DAY_NONE;
  self->day = GLA_DAY_NONE;
  self->valid = TRUE;

  self->reading = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->reading, PANGO_ELLIPSIZE_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->reading), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->reading), "caption");
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), GTK_WIDGET (self->reading));

  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_icon_name (self->button, "x-office-calendar-symbolic");
  gtk_menu_button_set_popover (self->button, make_calendar (self));
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "flat");
  gtk_widget_set_valign (GTK_WIDGET (self->button), GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), _("Choose from a calendar"));
  gla_accessible_set_label (GTK_WIDGET (self->button), _("Choose from a calendar"));
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), GTK_WIDGET (self->button));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect (self, "changed", G_CALLBACK (text_changed_cb), NULL);
  gla_accessible_name_entry_row (ADW_ENTRY_ROW (self));
}

GtkWidget *
gla_day_row_new (const char *title)
{
  return g_object_new (GLA_TYPE_DAY_ROW, "title", title, "use-markup", FALSE, NULL);
}

void
gla_day_row_set_reading (GlaDayRow   *self,
                         GlaDayOrder  order,
                         GlaDay       today,
                         gboolean     inexact)
{
  g_return_if_fail (GLA_IS_DAY_ROW (self) && today != GLA_DAY_NONE);

  self->order = order;
  self->today = today;
  self->inexact = inexact;
  update (self);
}

void
gla_day_row_set_limits (GlaDayRow  *self,
                        GlaDay      first,
                        GlaDay      last,
                        const char *complaint)
{
  g_return_if_fail (GLA_IS_DAY_ROW (self) && complaint != NULL);

  self->first = first;
  self->last = last;
  g_free (self->complaint);
  self->complaint = g_strdup (complaint);
  update (self);
}

/* Text that is read back as the same date. */
static char *
write_day (GlaDay          day,
           GlaDayPrecision precision)
{
  int year, month, number;

  if (day == GLA_DAY_NONE)
    return g_strdup ("");
  gla_day_split (day, &year, &month, &number);
  switch (precision)
    {
    case GLA_DAY_ABOUT:
      return g_strdup_printf ("~%d.%d.%d", number, month, year);
    case GLA_DAY_MONTH:
      return g_strdup_printf ("%d/%d", month, year);
    case GLA_DAY_YEAR:
      return g_strdup_printf ("%d", year);
    case GLA_DAY_EXACT:
    default:
      return gla_day_format (day, GLA_DAY_EXACT);
    }
}

void
gla_day_row_set_day (GlaDayRow       *self,
                     GlaDay           day,
                     GlaDayPrecision  precision)
{
  g_autofree char *text = NULL;
  GlaDay read_back;

  g_return_if_fail (GLA_IS_DAY_ROW (self));

  text = write_day (day, precision);
  /* A language whose dates with month words are not understood gets ISO. */
  if (day != GLA_DAY_NONE && precision == GLA_DAY_EXACT &&
      (gla_day_parse (text, self->order, self->today, &read_back) != GLA_DAY_READING_OK ||
       read_back != day))
    {
      g_free (text);
      text = gla_day_to_iso (day);
    }
  gtk_editable_set_text (GTK_EDITABLE (self), text);
  gtk_editable_set_position (GTK_EDITABLE (self), -1);
}

GlaDay
gla_day_row_get_day (GlaDayRow       *self,
                     GlaDayPrecision *precision)
{
  g_return_val_if_fail (GLA_IS_DAY_ROW (self), GLA_DAY_NONE);

  if (precision != NULL)
    *precision = self->precision;
  return self->day;
}

gboolean
gla_day_row_is_valid (GlaDayRow *self)
{
  g_return_val_if_fail (GLA_IS_DAY_ROW (self), FALSE);

  return self->valid;
}
