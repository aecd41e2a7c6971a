/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-test-ui.h"

#include <gdk/x11/gdkx.h>
#include <X11/Xutil.h>
#include <X11/extensions/XTest.h>
#include <X11/keysym.h>

void
gla_test_ui_init (int    *argc,
                  char ***argv)
{
  g_test_init (argc, argv, NULL);
  adw_init ();
}

static gboolean
time_is_up_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static gboolean
wake_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

gboolean
gla_test_wait (GlaTestCondition condition,
               gpointer         data,
               guint            patience)
{
  gboolean late = FALSE;
  guint limit = g_timeout_add (patience, time_is_up_cb, &late);
  guint wake = g_timeout_add (5, wake_cb, NULL);
  gboolean holds;

  while (!(holds = condition (data)) && !late)
    g_main_context_iteration (NULL, TRUE);

  if (!late)
    g_source_remove (limit);
  g_source_remove (wake);

  return holds;
}

static gboolean
never (gpointer data)
{
  return FALSE;
}

void
gla_test_spin (guint milliseconds)
{
  gla_test_wait (never, NULL, milliseconds);
}

static gboolean
count_frame_cb (GtkWidget     *widget,
                GdkFrameClock *clock,
                gpointer       data)
{
  guint *left = data;

  if (*left > 0)
    (*left)--;
  gtk_widget_queue_draw (widget);

  return *left > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static gboolean
is_zero (gpointer data)
{
  return *(guint *) data == 0;
}

void
gla_test_frames (GtkWidget *widget,
                 guint      n)
{
  guint left = n;
  guint id = gtk_widget_add_tick_callback (widget, count_frame_cb, &left, NULL);

  if (!gla_test_wait (is_zero, &left, GLA_TEST_PATIENCE))
    {
      gtk_widget_remove_tick_callback (widget, id);
      g_error ("%s draws no frames", G_OBJECT_TYPE_NAME (widget));
    }
}

void
gla_test_present (GtkWindow *window)
{
  gtk_window_present (window);
  gla_test_frames (GTK_WIDGET (window), 3);
}

/* Finding */

typedef gboolean (*WidgetMatch) (GtkWidget *widget, gconstpointer data);

static GtkWidget *
find_widget (GtkWidget     *root,
             WidgetMatch    match,
             gconstpointer  data)
{
  if (!gtk_widget_get_mapped (root) || !gtk_widget_get_child_visible (root))
    return NULL;
  if (match (root, data))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, match, data);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
is_called (GtkWidget  *widget,
           const char *label)
{
  g_autofree char *other = NULL;

  other = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget),
                                              GTK_ACCESSIBLE_PROPERTY_LABEL, label);
  return other == NULL;
}

/* A row or button may carry its name in a label of its own instead of in a property. */
static gboolean
match_label (GtkWidget     *widget,
             gconstpointer  data)
{
  const char *label = data;

  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return TRUE;
  if (ADW_IS_PREFERENCES_ROW (widget)
      && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), label) == 0)
    return TRUE;

  return is_called (widget, label);
}

GtkWidget *
gla_test_find (GtkWidget  *root,
               const char *label)
{
  return find_widget (root, match_label, label);
}

static gboolean
match_type (GtkWidget     *widget,
            gconstpointer  data)
{
  return g_type_is_a (G_OBJECT_TYPE (widget), *(const GType *) data);
}

GtkWidget *
gla_test_find_type (GtkWidget *root,
                    GType      type)
{
  return find_widget (root, match_type, &type);
}

typedef struct
{
  GtkWidget *root;
  const char *text;
  GtkWidget *found;
} Search;

static gboolean
search_label (gpointer data)
{
  Search *search = data;

  search->found = gla_test_find (search->root, search->text);
  return search->found != NULL;
}

GtkWidget *
gla_test_await (GtkWidget  *root,
                const char *label)
{
  Search search = { root, label, NULL };

  if (!gla_test_wait (search_label, &search, GLA_TEST_PATIENCE))
    {
      g_autofree char *text = gla_test_dup_text (root);
      g_error ("nothing is called “%s”; there is:\n%s", label, text);
    }

  return search.found;
}

static const char *
get_text (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_text (GTK_LABEL (widget));
  if (GTK_IS_INSCRIPTION (widget))
    return gtk_inscription_get_text (GTK_INSCRIPTION (widget));
  if (GTK_IS_TEXT (widget))
    return gtk_editable_get_text (GTK_EDITABLE (widget));
  return NULL;
}

static gboolean
match_text (GtkWidget     *widget,
            gconstpointer  data)
{
  const char *text = get_text (widget);

  return text != NULL && strstr (text, data) != NULL;
}

gboolean
gla_test_has_text (GtkWidget  *root,
                   const char *text)
{
  return find_widget (root, match_text, text) != NULL;
}

static gboolean
search_text (gpointer data)
{
  Search *search = data;

  return gla_test_has_text (search->root, search->text);
}

void
gla_test_await_text (GtkWidget  *root,
                     const char *text)
{
  Search search = { root, text, NULL };

  if (!gla_test_wait (search_text, &search, GLA_TEST_PATIENCE))
    {
      g_autofree char *all = gla_test_dup_text (root);
      g_error ("“%s” is not shown; there is:\n%s", text, all);
    }
}

static gboolean
collect_text (GtkWidget     *widget,
              gconstpointer  data)
{
  GString *all = (GString *) data;
  const char *text = get_text (widget);

  if (text != NULL && text[0] != '\0')
    g_string_append_printf (all, "%s\n", text);

  return FALSE;
}

char *
gla_test_dup_text (GtkWidget *root)
{
  GString *all = g_string_new (NULL);

  find_widget (root, collect_text, all);

  return g_string_free (all, FALSE);
}

typedef struct
{
  const char *type; /* by name: its class may not be known yet */
  GtkWindow *found;
} WindowSearch;

static gboolean
search_window (gpointer data)
{
  WindowSearch *search = data;
  GListModel *windows = gtk_window_get_toplevels ();

  GType type = g_type_from_name (search->type);

  search->found = NULL;
  for (guint i = 0; type != G_TYPE_INVALID && i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (g_type_is_a (G_OBJECT_TYPE (window), type)
          && gtk_widget_get_mapped (GTK_WIDGET (window)))
        search->found = window;
    }

  return search->found != NULL;
}

GtkWindow *
gla_test_await_named_window (const char *type)
{
  WindowSearch search = { type, NULL };

  if (!gla_test_wait (search_window, &search, GLA_TEST_PATIENCE))
    g_error ("no window of type %s", type);
  gla_test_frames (GTK_WIDGET (search.found), 2);

  return search.found;
}

GtkWindow *
gla_test_await_window (GType type)
{
  return gla_test_await_named_window (g_type_name (type));
}

/* Acting */

void
gla_test_press (GtkWidget  *root,
                const char *label)
{
  GtkWidget *widget = gla_test_await (root, label);

  while (widget != NULL && !GTK_IS_BUTTON (widget) && !GTK_IS_LIST_BOX_ROW (widget))
    widget = gtk_widget_get_parent (widget);
  if (widget == NULL)
    g_error ("“%s” can't be pressed", label);
  if (!gtk_widget_is_sensitive (widget))
    g_error ("“%s” is insensitive", label);

  if (GTK_IS_BUTTON (widget))
    g_signal_emit_by_name (widget, "clicked");
  else
    gtk_widget_activate (widget);
}

static Display *
get_x_display (void)
{
  return gdk_x11_display_get_xdisplay (gdk_display_get_default ());
}

void
gla_test_click (GtkWidget *widget,
                double     x,
                double     y)
{
  GtkNative *native = gtk_widget_get_native (widget);
  Display *display = get_x_display ();
  double inside_x, inside_y, border_x, border_y;
  int root_x, root_y;
  Window child;

  gtk_widget_translate_coordinates (widget, GTK_WIDGET (native), x * gtk_widget_get_width (widget),
                                    y * gtk_widget_get_height (widget), &inside_x, &inside_y);
  gtk_native_get_surface_transform (native, &border_x, &border_y);
  XTranslateCoordinates (display, gdk_x11_surface_get_xid (gtk_native_get_surface (native)),
                         DefaultRootWindow (display), (int) (inside_x + border_x),
                         (int) (inside_y + border_y), &root_x, &root_y, &child);
  XTestFakeMotionEvent (display, -1, root_x, root_y, CurrentTime);
  XTestFakeButtonEvent (display, 1, True, CurrentTime);
  XTestFakeButtonEvent (display, 1, False, CurrentTime);
  XSync (display, False);
  gla_test_spin (30);
}

static void
send_key (KeyCode  code,
          gboolean control,
          gboolean shift,
          gboolean alt)
{
  Display *display = get_x_display ();
  KeyCode modifiers[] = {
    control ? XKeysymToKeycode (display, XK_Control_L) : 0,
    shift ? XKeysymToKeycode (display, XK_Shift_L) : 0,
    alt ? XKeysymToKeycode (display, XK_Alt_L) : 0,
  };

  for (guint i = 0; i < G_N_ELEMENTS (modifiers); i++)
    if (modifiers[i] != 0)
      XTestFakeKeyEvent (display, modifiers[i], True, CurrentTime);
  XTestFakeKeyEvent (display, code, True, CurrentTime);
  XTestFakeKeyEvent (display, code, False, CurrentTime);
  for (guint i = 0; i < G_N_ELEMENTS (modifiers); i++)
    if (modifiers[i] != 0)
      XTestFakeKeyEvent (display, modifiers[i], False, CurrentTime);
  XSync (display, False);
}

/* The keyboard of the server has what shift gives in its second column. */
static void
send_symbol (KeySym   symbol,
             gboolean control,
             gboolean shift,
             gboolean alt)
{
  Display *display = get_x_display ();
  KeyCode code = XKeysymToKeycode (display, symbol);
  int per_code = 0;
  KeySym *symbols;

  if (code == 0)
    g_error ("the keyboard has no key %#lx", (gulong) symbol);

  symbols = XGetKeyboardMapping (display, code, 1, &per_code);
  if (per_code > 1 && symbols[0] != symbol && symbols[1] == symbol)
    shift = TRUE;
  XFree (symbols);

  send_key (code, control, shift, alt);
}

void
gla_test_key (const char *accelerator)
{
  guint key = 0;
  GdkModifierType modifiers = 0;

  if (!gtk_accelerator_parse (accelerator, &key, &modifiers))
    g_error ("%s is no key", accelerator);

  send_symbol (key, (modifiers & GDK_CONTROL_MASK) != 0, (modifiers & GDK_SHIFT_MASK) != 0,
               (modifiers & GDK_ALT_MASK) != 0);
  gla_test_spin (30);
}

void
gla_test_type (const char *text)
{
  for (const char *c = text; *c != '\0'; c++)
    {
      g_assert_true (g_ascii_isprint (*c));
      send_symbol (*c, FALSE, FALSE, FALSE);
      gla_test_spin (3);
    }
  gla_test_spin (20);
}

void
gla_test_scan (const char *text)
{
  for (const char *c = text; *c != '\0'; c++)
    if (*c == '\x1d')
      send_symbol (XK_bracketright, TRUE, FALSE, FALSE);
    else
      send_symbol (*c, FALSE, FALSE, FALSE);
  send_symbol (XK_Return, FALSE, FALSE, FALSE);
  gla_test_spin (50);
}

static gboolean
is_active (gpointer data)
{
  return gtk_window_is_active (data);
}

void
gla_test_focus (GtkWindow *window)
{
  Display *display = get_x_display ();
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));

  gtk_window_present (window);
  XSetInputFocus (display, gdk_x11_surface_get_xid (surface), RevertToParent, CurrentTime);
  XSync (display, False);
  if (!gla_test_wait (is_active, window, GLA_TEST_PATIENCE))
    g_error ("the window does not get the keyboard");
}

/* Looking */

void
gla_test_screenshot (GtkWidget  *widget,
                     const char *name)
{
  const char *folder = g_getenv ("GLA_TEST_SCREENSHOTS");
  g_autoptr (GdkPaintable) paintable = NULL;
  g_autoptr (GtkSnapshot) snapshot = NULL;
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree char *file = NULL;
  g_autofree char *path = NULL;
  int width, height;

  if (folder == NULL)
    return;

  gla_test_frames (widget, 3);
  paintable = gtk_widget_paintable_new (widget);
  width = gdk_paintable_get_intrinsic_width (paintable);
  height = gdk_paintable_get_intrinsic_height (paintable);
  snapshot = gtk_snapshot_new ();
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_to_node (snapshot);
  if (node == NULL)
    g_error ("%s shows nothing", G_OBJECT_TYPE_NAME (widget));

  texture = gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (widget)),
                                         node, &GRAPHENE_RECT_INIT (0, 0, width, height));
  g_mkdir_with_parents (folder, 0700);
  file = g_strconcat (name, ".png", NULL);
  path = g_build_filename (folder, file, NULL);
  gdk_texture_save_to_png (texture, path);
}

/* Containers that take focus only to hand it on name their children instead. */
static gboolean
collect_unnamed (GtkWidget     *widget,
                 gconstpointer  data)
{
  GString *unnamed = (GString *) data;
  GtkAccessible *accessible = GTK_ACCESSIBLE (widget);
  GtkAccessibleRole role = gtk_accessible_get_accessible_role (accessible);

  if (!gtk_widget_get_focusable (widget) || !gtk_widget_is_sensitive (widget))
    return FALSE;
  if (role == GTK_ACCESSIBLE_ROLE_NONE || role == GTK_ACCESSIBLE_ROLE_PRESENTATION)
    return FALSE;
  if (GTK_IS_BUTTON (widget) && gtk_button_get_label (GTK_BUTTON (widget)) != NULL)
    return FALSE;
  if (GTK_IS_LABEL (widget) || ADW_IS_PREFERENCES_ROW (widget))
    return FALSE;
  /* Frames that hand the focus on, and the inside of a row that is named itself. */
  if (GTK_IS_SCROLLED_WINDOW (widget) || GTK_IS_VIEWPORT (widget)
      || gtk_widget_get_ancestor (widget, ADW_TYPE_COMBO_ROW) != NULL
      || (GTK_IS_LIST_BOX (widget)
          && gtk_widget_get_ancestor (widget, ADW_TYPE_EXPANDER_ROW) != NULL))
    return FALSE;
  if (gtk_test_accessible_has_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL)
      || gtk_test_accessible_has_relation (accessible, GTK_ACCESSIBLE_RELATION_LABELLED_BY))
    return FALSE;

  g_string_append_printf (unnamed, "%s in %s\n", G_OBJECT_TYPE_NAME (widget),
                          G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget)));
  return FALSE;
}

char *
gla_test_dup_unnamed (GtkWidget *root)
{
  GString *unnamed = g_string_new (NULL);

  find_widget (root, collect_unnamed, unnamed);

  return g_string_free (unnamed, FALSE);
}

void
gla_test_assert_named (GtkWidget *root)
{
  g_autofree char *unnamed = gla_test_dup_unnamed (root);

  g_assert_cmpstr (unnamed, ==, "");
}

/* Tidying up */

static gboolean
is_null (gpointer data)
{
  return *(gpointer *) data == NULL;
}

/* In GTK 4.8 a tooltip that is about to come up, half a second after the pointer came to a popover,
   does not mind that the surface is gone by then, and warns in whatever test runs meanwhile. */
static void
drop_tooltip (void)
{
  g_object_set_data (G_OBJECT (gdk_display_get_default ()), "gdk-display-current-tooltip", NULL);
}

void
gla_test_destroy (GtkWindow *window)
{
  gpointer weak = window;

  g_object_add_weak_pointer (G_OBJECT (window), &weak);
  gtk_window_destroy (window);
  drop_tooltip ();
  if (!gla_test_wait (is_null, &weak, GLA_TEST_PATIENCE))
    g_error ("the window is not finalized, %u references are left",
             G_OBJECT (weak)->ref_count);
}
