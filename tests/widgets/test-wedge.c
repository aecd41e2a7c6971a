/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A scanner that types like a keyboard, told from a person by real keys. */

#include "config.h"

#include "gla-wedge.h"

#include "gla-accessible.h"
#include "gla-test-ui.h"

#include <X11/extensions/XTest.h>
#include <X11/keysym.h>
#include <gdk/x11/gdkx.h>
#include <string.h>

typedef struct
{
  GtkWindow *window;
  GtkWidget *entry;
  GlaWedge *wedge;
  GBytes *scanned;
  guint n_scanned;
  gboolean waiting;
  const char *expected;
} Fixture;

static void
scanned_cb (Fixture *self,
            GBytes  *data)
{
  g_clear_pointer (&self->scanned, g_bytes_unref);
  self->scanned = g_bytes_ref (data);
  self->n_scanned++;
}

static void
waiting_cb (Fixture  *self,
            gboolean  waiting)
{
  self->waiting = waiting;
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->entry = gtk_entry_new ();
  gla_accessible_name_entry (GTK_ENTRY (self->entry), "Entry");
  self->window = g_object_new (ADW_TYPE_WINDOW, "default-width", 400, "content", self->entry, NULL);
  self->wedge = gla_wedge_attach (self->window);
  g_signal_connect_swapped (self->wedge, "scanned", G_CALLBACK (scanned_cb), self);
  g_signal_connect_swapped (self->wedge, "waiting", G_CALLBACK (waiting_cb), self);
  gla_test_present (self->window);
  gla_test_focus (self->window);
  gtk_widget_grab_focus (self->entry);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  gla_test_destroy (self->window);
  g_clear_pointer (&self->scanned, g_bytes_unref);
}

static gboolean
was_scanned (gpointer data)
{
  return ((Fixture *) data)->scanned != NULL;
}

static gboolean
has_text (gpointer data)
{
  Fixture *self = data;

  return g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->entry)), self->expected);
}

static void
assert_scanned (Fixture    *self,
                const char *expected)
{
  gsize size;
  const char *data;

  g_assert_true (gla_test_wait (was_scanned, self, GLA_TEST_PATIENCE));
  data = g_bytes_get_data (self->scanned, &size);
  g_assert_cmpmem (data, size, expected, strlen (expected));
  g_assert_cmpuint (self->n_scanned, ==, 1);
}

static void
assert_text (Fixture    *self,
             const char *expected)
{
  self->expected = expected;
  if (!gla_test_wait (has_text, self, GLA_TEST_PATIENCE))
    g_error ("“%s”, not “%s”", gtk_editable_get_text (GTK_EDITABLE (self->entry)), expected);
}

/* With the symbology identifier in front at any time; the field gets nothing. */
static void
test_prefix (Fixture       *self,
             gconstpointer  data)
{
  static const char code[] = "]d2010952100000001817271130" "10L-2201/b\x1d" "2110000234567";

  gla_test_scan (code);
  assert_scanned (self, code);
  assert_text (self, "");
  /* What is typed afterwards is a person's again. */
  gla_test_type ("ab");
  assert_text (self, "ab");
}

/* Without it after F8. */
static void
test_key (Fixture       *self,
          gconstpointer  data)
{
  static const char code[] = "010952100000001810C7654A1";

  gla_test_key ("F8");
  g_assert_true (self->waiting);
  gla_test_scan (code);
  assert_scanned (self, code);
  g_assert_false (self->waiting);
  assert_text (self, "");
}

static void
test_escape (Fixture       *self,
             gconstpointer  data)
{
  gla_test_key ("F8");
  gla_test_key ("Escape");
  g_assert_false (self->waiting);
  gla_test_type ("01");
  assert_text (self, "01");
  g_assert_cmpuint (self->n_scanned, ==, 0);
}

/* A person's bracket comes a moment later, in its place. */
static void
test_bracket (Fixture       *self,
              gconstpointer  data)
{
  gla_test_type ("a");
  gla_test_key ("bracketright");
  assert_text (self, "a]");
  gla_test_key ("d");
  gla_test_spin (60);
  gla_test_key ("2");
  assert_text (self, "a]d2");
  gla_test_key ("bracketright");
  gla_test_key ("bracketright");
  assert_text (self, "a]d2]]");
  g_assert_cmpuint (self->n_scanned, ==, 0);
}

/* Some scanners send the separator as Alt and 029 on the keypad (E2). */
static void
test_keypad (Fixture       *self,
             gconstpointer  data)
{
  static const KeySym digits[] = { XK_KP_0, XK_KP_2, XK_KP_9 };
  Display *display = gdk_x11_display_get_xdisplay (gdk_display_get_default ());
  KeyCode alt = XKeysymToKeycode (display, XK_Alt_L);

  gla_test_key ("F8");
  gla_test_type ("10A");
  XTestFakeKeyEvent (display, alt, True, CurrentTime);
  for (gsize i = 0; i < G_N_ELEMENTS (digits); i++)
    {
      KeyCode code = XKeysymToKeycode (display, digits[i]);

      XTestFakeKeyEvent (display, code, True, CurrentTime);
      XTestFakeKeyEvent (display, code, False, CurrentTime);
    }
  XTestFakeKeyEvent (display, alt, False, CurrentTime);
  XSync (display, False);
  gla_test_scan ("21B");
  assert_scanned (self, "10A\x1d" "21B");
}

/* A scanner that sends no Enter is done when nothing comes any more. */
static void
test_no_end (Fixture       *self,
             gconstpointer  data)
{
  gla_wedge_start (self->wedge);
  gla_test_type ("9521111222231");
  assert_scanned (self, "9521111222231");
}

int
main (int   argc,
      char *argv[])
{
  gla_test_ui_init (&argc, &argv);

#define ADD(path, func) g_test_add ("/widgets/wedge/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("prefix", test_prefix);
  ADD ("key", test_key);
  ADD ("escape", test_escape);
  ADD ("bracket", test_bracket);
  ADD ("keypad", test_keypad);
  ADD ("no-end", test_no_end);
  return g_test_run ();
}
