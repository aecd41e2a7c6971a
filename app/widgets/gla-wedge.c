/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-wedge.h"

/* Between two keys of a scanner; fast typists need more than twice as long. */
#define FAST_MS 50
/* A scanner that sends no Enter is done when nothing has come for this long. */
#define IDLE_MS 300
/* How long a bracket that a person may have typed is kept from the field. */
#define HOLD_MS 150
/* How long F8 waits for a scan. */
#define WAIT_MS 20000
/* No carton has more; what is longer was not meant for here. */
#define MAX_LENGTH 512

typedef enum
{
  WEDGE_OFF,
  WEDGE_HELD,     /* a bracket or more, which may still be a person's */
  WEDGE_WAITING,  /* F8 was pressed */
  WEDGE_READING,
} WedgeState;

struct _GlaWedge
{
  GObject parent_instance;

  /* Borrowed: it lives with the window */
  GtkWindow *window;

  WedgeState state;
  GString *data;
  guint32 last_time;   /* of the key before, as the display server counts */
  int keypad;          /* number typed on the keypad with Alt, -1: none */
  guint timeout;
};

G_DEFINE_FINAL_TYPE (GlaWedge, gla_wedge, G_TYPE_OBJECT)

enum { SIGNAL_SCANNED, SIGNAL_WAITING, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
set_state (GlaWedge   *self,
           WedgeState  state)
{
  gboolean was_waiting = self->state == WEDGE_WAITING;

  self->state = state;
  if (was_waiting != (state == WEDGE_WAITING))
    g_signal_emit (self, signals[SIGNAL_WAITING], 0, state == WEDGE_WAITING);
}

/* What turned out to be typed by a person goes where it was typed. */
static void
give_back (GlaWedge *self)
{
  GtkWidget *focus = gtk_window_get_focus (self->window);

  if (GTK_IS_EDITABLE (focus) && gtk_editable_get_editable (GTK_EDITABLE (focus)))
    {
      int position;

      gtk_editable_delete_selection (GTK_EDITABLE (focus));
      position = gtk_editable_get_position (GTK_EDITABLE (focus));
      gtk_editable_insert_text (GTK_EDITABLE (focus), self->data->str, (int) self->data->len,
                                &position);
      gtk_editable_set_position (GTK_EDITABLE (focus), position);
    }
  else if (GTK_IS_TEXT_VIEW (focus))
    gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus)),
                                      self->data->str, (int) self->data->len);
}

static void
reset (GlaWedge *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  g_string_truncate (self->data, 0);
  self->keypad = -1;
  set_state (self, WEDGE_OFF);
}

static void
end_reading (GlaWedge *self)
{
  g_autoptr (GBytes) data = g_bytes_new (self->data->str, self->data->len);

  reset (self);
  if (g_bytes_get_size (data) > 0)
    g_signal_emit (self, signals[SIGNAL_SCANNED], 0, data);
}

static gboolean
timeout_cb (gpointer user_data)
{
  GlaWedge *self = user_data;

  self->timeout = 0;
  if (self->state == WEDGE_READING)
    end_reading (self);
  else
    {
      if (self->state == WEDGE_HELD)
        give_back (self);
      reset (self);
    }
  return G_SOURCE_REMOVE;
}

/* Behind the keys that are in the queue already, which a slow moment may have held up. */
static void
restart_timeout (GlaWedge *self,
                 guint     milliseconds)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  self->timeout = g_timeout_add_full (G_PRIORITY_DEFAULT_IDLE, milliseconds, timeout_cb, self, NULL);
}

/* The character of a key: 0 for a key without one. */
static gunichar
get_character (guint            keyval,
               GdkModifierType  state)
{
  if (keyval == GDK_KEY_bracketright && (state & GDK_CONTROL_MASK) != 0)
    return 0x1d;
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return 0;
  return gdk_keyval_to_unicode (keyval);
}

/* The digit of a key of the keypad with Alt, whether or not Num Lock is on; -1 for another key. */
static int
get_keypad_digit (guint            keyval,
                  GdkModifierType  state)
{
  static const guint others[] = {
    GDK_KEY_KP_Insert, GDK_KEY_KP_End, GDK_KEY_KP_Down, GDK_KEY_KP_Next, GDK_KEY_KP_Left,
    GDK_KEY_KP_Begin, GDK_KEY_KP_Right, GDK_KEY_KP_Home, GDK_KEY_KP_Up, GDK_KEY_KP_Prior,
  };

  if ((state & GDK_ALT_MASK) == 0)
    return -1;
  if (keyval >= GDK_KEY_KP_0 && keyval <= GDK_KEY_KP_9)
    return (int) (keyval - GDK_KEY_KP_0);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (others[i] == keyval)
      return (int) i;
  return -1;
}

static gboolean
is_end (guint keyval)
{
  return keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_ISO_Enter;
}

/* The rest of a code: everything up to Enter. */
static gboolean
read_key (GlaWedge        *self,
          guint            keyval,
          GdkModifierType  state)
{
  gunichar character = get_character (keyval, state);
  int digit = get_keypad_digit (keyval, state);

  set_state (self, WEDGE_READING);
  restart_timeout (self, IDLE_MS);
  if (is_end (keyval))
    end_reading (self);
  else if (digit >= 0)
    self->keypad = MAX (self->keypad, 0) * 10 % 1000 + digit;
  else if (character != 0 && self->data->len < MAX_LENGTH)
    g_string_append_unichar (self->data, character);
  return GDK_EVENT_STOP;
}

/* "]", "]d", "]d2": the second of a symbology identifier is a letter, the third a digit. */
static gboolean
hold_key (GlaWedge        *self,
          guint            keyval,
          GdkModifierType  state,
          guint32          time)
{
  gunichar character = get_character (keyval, state);
  gboolean fast = time - self->last_time <= FAST_MS;
  gboolean fits = self->data->len == 1 ? character < 128 && g_ascii_isalpha ((char) character)
                                       : character < 128 && g_ascii_isdigit ((char) character);

  self->last_time = time;
  if (!fast || !fits)
    {
      give_back (self);
      reset (self);
      return GDK_EVENT_PROPAGATE;
    }
  g_string_append_unichar (self->data, character);
  if (self->data->len == 3)
    set_state (self, WEDGE_READING);
  restart_timeout (self, self->data->len == 3 ? IDLE_MS : HOLD_MS);
  return GDK_EVENT_STOP;
}

static gboolean
is_modifier (guint keyval)
{
  return (keyval >= GDK_KEY_Shift_L && keyval <= GDK_KEY_Hyper_R) ||
         keyval == GDK_KEY_ISO_Level3_Shift || keyval == GDK_KEY_Num_Lock;
}

static gboolean
key_pressed_cb (GlaWedge           *self,
                guint               keyval,
                guint               keycode,
                GdkModifierType     state,
                GtkEventController *keys)
{
  guint32 time = gtk_event_controller_get_current_event_time (keys);

  if (is_modifier (keyval))
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_F8)
    {
      gla_wedge_start (self);
      return GDK_EVENT_STOP;
    }
  if (keyval == GDK_KEY_Escape && (self->state == WEDGE_WAITING || self->state == WEDGE_READING))
    {
      reset (self);
      return GDK_EVENT_STOP;
    }
  switch (self->state)
    {
    case WEDGE_WAITING:
    case WEDGE_READING:
      return read_key (self, keyval, state);
    case WEDGE_HELD:
      return hold_key (self, keyval, state, time);
    case WEDGE_OFF:
    default:
      break;
    }
  if (get_character (keyval, state) != ']')
    return GDK_EVENT_PROPAGATE;
  set_state (self, WEDGE_HELD);
  g_string_append_c (self->data, ']');
  self->last_time = time;
  restart_timeout (self, HOLD_MS);
  return GDK_EVENT_STOP;
}

/* Alt and a number on the keypad stand for one character; other than the separator none is expected. */
static void
key_released_cb (GlaWedge *self,
                 guint     keyval)
{
  if ((keyval != GDK_KEY_Alt_L && keyval != GDK_KEY_Alt_R && keyval != GDK_KEY_Meta_L) ||
      self->keypad < 0)
    return;
  if (self->keypad > 0 && self->keypad < 128 && self->data->len < MAX_LENGTH)
    g_string_append_c (self->data, (char) self->keypad);
  self->keypad = -1;
}

static void
gla_wedge_dispose (GObject *object)
{
  GlaWedge *self = GLA_WEDGE (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  G_OBJECT_CLASS (gla_wedge_parent_class)->dispose (object);
}

static void
gla_wedge_finalize (GObject *object)
{
  GlaWedge *self = GLA_WEDGE (object);

  g_string_free (self->data, TRUE);
  G_OBJECT_CLASS (gla_wedge_parent_class)->finalize (object);
}

static void
gla_wedge_class_init (GlaWedgeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = gla_wedge_dispose;
  object_class->finalize = gla_wedge_finalize;
  signals[SIGNAL_SCANNED] = g_signal_new ("scanned", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BYTES);
  signals[SIGNAL_WAITING] = g_signal_new ("waiting", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
gla_wedge_init (GlaWedge *self)
{
  self->data = g_string_new (NULL);
  self->keypad = -1;
}

GlaWedge *
gla_wedge_attach (GtkWindow *window)
{
  GlaWedge *self;
  GtkEventController *keys;

  g_return_val_if_fail (GTK_IS_WINDOW (window), NULL);

  self = g_object_new (GLA_TYPE_WEDGE, NULL);
  self->window = window;
  keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-released", G_CALLBACK (key_released_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (window), keys);
  g_object_set_data_full (G_OBJECT (window), "gla-wedge", self, g_object_unref);
  return self;
}

void
gla_wedge_start (GlaWedge *self)
{
  g_return_if_fail (GLA_IS_WEDGE (self));

  reset (self);
  set_state (self, WEDGE_WAITING);
  restart_timeout (self, WAIT_MS);
}
