/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-day-row.h"
#include "gla-test-ui.h"

#define TODAY (gla_day_new (2026, 11, 23))

typedef struct
{
  GtkWindow *window;
  GlaDayRow *row;
  guint n_changed;
} Fixture;

static void
changed_day_cb (Fixture *fixture)
{
  fixture->n_changed++;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  inexact)
{
  GtkWidget *group = adw_preferences_group_new ();

  fixture->row = GLA_DAY_ROW (gla_day_row_new ("Date"));
  gla_day_row_set_reading (fixture->row, GLA_DAY_ORDER_DMY, TODAY, inexact != NULL);
  gla_day_row_set_limits (fixture->row, gla_day_new (1900, 1, 1), TODAY, "Out of range");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (fixture->row));
  fixture->window = g_object_new (ADW_TYPE_WINDOW, "default-width", 500, "content", group, NULL);
  g_signal_connect_swapped (fixture->row, "changed-day", G_CALLBACK (changed_day_cb), fixture);
  gla_test_present (fixture->window);
  gla_test_focus (fixture->window);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->row));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  GlaDayRow *row = fixture->row;

  g_object_add_weak_pointer (G_OBJECT (row), (gpointer *) &row);
  gla_test_destroy (fixture->window);
  g_assert_null (row);
}

/* What is typed, how it is read and what is said beside it. */
static void
test_texts (Fixture       *fixture,
            gconstpointer  data)
{
  static const struct
  {
    const char *text;
    gboolean inexact;
    gboolean valid;
    const char *iso;            /* empty: none */
    GlaDayPrecision precision;
    const char *said;           /* a part of it, or NULL */
  } cases[] = {
    { "", TRUE, TRUE, "", GLA_DAY_EXACT, NULL },
    { "   ", TRUE, TRUE, "", GLA_DAY_EXACT, NULL },
    { "4/3/2026", FALSE, TRUE, "2026-03-04", GLA_DAY_EXACT, "4 March 2026" },
    { "2026-03-04", FALSE, TRUE, "2026-03-04", GLA_DAY_EXACT, "Wednesday" },
    { "today", FALSE, TRUE, "2026-11-23", GLA_DAY_EXACT, "Monday" },
    { " Yesterday ", FALSE, TRUE, "2026-11-22", GLA_DAY_EXACT, "Sunday" },
    { "31.2.2026", FALSE, FALSE, "", GLA_DAY_EXACT, "no such day" },
    { "24.11.2026", FALSE, FALSE, "", GLA_DAY_EXACT, "Out of range" },
    { "31.12.1899", FALSE, FALSE, "", GLA_DAY_EXACT, "Out of range" },
    { "soon", FALSE, FALSE, "", GLA_DAY_EXACT, "Not a date yet" },
    { "May 2026", FALSE, FALSE, "", GLA_DAY_EXACT, "Not a date yet" },
    { "May 2026", TRUE, TRUE, "2026-05-15", GLA_DAY_MONTH, "May 2026" },
    { "3/2025", TRUE, TRUE, "2025-03-15", GLA_DAY_MONTH, "Mar 2025" },
    { "2024", TRUE, TRUE, "2024-07-01", GLA_DAY_YEAR, "2024" },
    { "~4.3.2026", TRUE, TRUE, "2026-03-04", GLA_DAY_ABOUT, "4 Mar 2026" },
    /* The middle of this month is past, that of the next is not. */
    { "11/2026", TRUE, TRUE, "2026-11-15", GLA_DAY_MONTH, "Nov 2026" },
    { "12/2026", TRUE, FALSE, "", GLA_DAY_MONTH, "Out of range" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *iso = NULL;
      GlaDayPrecision precision;

      gla_day_row_set_reading (fixture->row, GLA_DAY_ORDER_DMY, TODAY, cases[i].inexact);
      gtk_editable_set_text (GTK_EDITABLE (fixture->row), cases[i].text);
      iso = gla_day_to_iso (gla_day_row_get_day (fixture->row, &precision));
      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpint (gla_day_row_is_valid (fixture->row), ==, cases[i].valid);
      g_assert_cmpstr (iso != NULL ? iso : "", ==, cases[i].iso);
      if (cases[i].iso[0] != '\0')
        g_assert_cmpint (precision, ==, cases[i].precision);
      if (cases[i].said != NULL)
        gla_test_await_text (GTK_WIDGET (fixture->row), cases[i].said);
    }
}

/* In January the middle of this month and of this year are still to come. */
static void
test_period_of_today (Fixture       *fixture,
                      gconstpointer  data)
{
  static const struct { const char *text; GlaDayPrecision precision; } cases[] = {
    { "2026", GLA_DAY_YEAR }, { "1/2026", GLA_DAY_MONTH },
  };
  GlaDay today = gla_day_new (2026, 1, 10);

  gla_day_row_set_reading (fixture->row, GLA_DAY_ORDER_DMY, today, TRUE);
  gla_day_row_set_limits (fixture->row, GLA_DAY_NONE, today, "Out of range");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GlaDayPrecision precision;

      gtk_editable_set_text (GTK_EDITABLE (fixture->row), cases[i].text);
      g_assert_true (gla_day_row_is_valid (fixture->row));
      g_assert_cmpint (gla_day_row_get_day (fixture->row, &precision), ==, today);
      g_assert_cmpint (precision, ==, cases[i].precision);
    }
  gtk_editable_set_text (GTK_EDITABLE (fixture->row), "2/2026");
  g_assert_false (gla_day_row_is_valid (fixture->row));
}

/* What is set is shown as text that is read back as the same. */
static void
test_set_day (Fixture       *fixture,
              gconstpointer  data)
{
  for (GlaDayPrecision precision = GLA_DAY_EXACT; precision <= GLA_DAY_YEAR; precision++)
    {
      static const char *const days[] = { "2026-03-04", "2026-03-04", "2026-03-15", "2026-07-01" };
      GlaDay day = gla_day_from_iso (days[precision]);
      GlaDayPrecision back;

      gla_day_row_set_day (fixture->row, day, precision);
      g_assert_cmpint (gla_day_row_get_day (fixture->row, &back), ==, day);
      g_assert_cmpint (back, ==, precision);
    }
  gla_day_row_set_day (fixture->row, GLA_DAY_NONE, GLA_DAY_EXACT);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fixture->row)), ==, "");
  g_assert_true (gla_day_row_is_valid (fixture->row));
}

static void
test_arrows (Fixture       *fixture,
             gconstpointer  data)
{
  gla_test_type ("1.3.2026");
  g_assert_cmpuint (fixture->n_changed, >, 0);
  gla_test_key ("Down");
  g_assert_cmpint (gla_day_row_get_day (fixture->row, NULL), ==, gla_day_new (2026, 2, 28));
  gla_test_key ("Up");
  gla_test_key ("Up");
  g_assert_cmpint (gla_day_row_get_day (fixture->row, NULL), ==, gla_day_new (2026, 3, 2));
  gla_test_assert_named (GTK_WIDGET (fixture->window));
}

static void
test_calendar (Fixture       *fixture,
               gconstpointer  data)
{
  GtkWidget *calendar;
  g_autoptr (GDateTime) time = g_date_time_new_utc (2026, 3, 9, 12, 0, 0);
  g_autoptr (GDateTime) shown = NULL;
  GtkWidget *button = gla_test_await (GTK_WIDGET (fixture->row), "Choose from a calendar");

  gla_day_row_set_day (fixture->row, gla_day_new (2026, 3, 4), GLA_DAY_EXACT);
  gtk_menu_button_popup (GTK_MENU_BUTTON (gtk_widget_get_ancestor (button, GTK_TYPE_MENU_BUTTON)));
  gla_test_spin (50);
  calendar = gla_test_find_type (GTK_WIDGET (fixture->row), GTK_TYPE_CALENDAR);
  g_assert_nonnull (calendar);
  /* It opens on what is typed and has not changed it. */
  shown = gtk_calendar_get_date (GTK_CALENDAR (calendar));
  g_assert_cmpint (g_date_time_get_day_of_month (shown), ==, 4);
  g_assert_cmpint (gla_day_row_get_day (fixture->row, NULL), ==, gla_day_new (2026, 3, 4));
  gtk_calendar_select_day (GTK_CALENDAR (calendar), time);
  g_assert_cmpint (gla_day_row_get_day (fixture->row, NULL), ==, gla_day_new (2026, 3, 9));
}

int
main (int    argc,
      char **argv)
{
  gla_test_ui_init (&argc, &argv);

#define ADD(path, func)                                                                            \
  g_test_add ("/widgets/day-row/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("texts", test_texts);
  ADD ("period-of-today", test_period_of_today);
  g_test_add ("/widgets/day-row/set-day", Fixture, "inexact", set_up, test_set_day, tear_down);
  ADD ("arrows", test_arrows);
  ADD ("calendar", test_calendar);
  return g_test_run ();
}
