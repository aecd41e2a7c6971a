/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-grade-entry.h"

#include "gla-i18n.h"

struct _GlaGradeEntry
{
  GtkWidget parent_instance;

  /* Owned */
  GtkWidget *box;
  GStrv words;

  GtkWidget *next;           /* weak */

  GtkLabel *digit;
  GtkLabel *word;
  guint n_words;
  int grade;
};

G_DEFINE_FINAL_TYPE (GlaGradeEntry, gla_grade_entry, GTK_TYPE_WIDGET)

enum { SIGNAL_GRADED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
update (GlaGradeEntry *self)
{
  gboolean known = self->grade != GLA_GRADE_UNKNOWN;
  const char *word = known ? self->words[self->grade] : "";
  g_autofree char *digit = known ? g_strdup_printf ("%d", self->grade) : g_strdup ("–");
  g_autofree char *spoken = known ? g_strdup_printf ("%d, %s", self->grade, word)
                                  : g_strdup (_("not graded"));

  gtk_label_set_text (self->digit, digit);
  gtk_label_set_text (self->word, word);
  if (known)
    gtk_widget_remove_css_class (GTK_WIDGET (self), "empty");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "empty");
  /* The value alone does not leave GTK 4.8: readers get it as the description. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, (double) self->n_words - 1,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, known ? (double) self->grade
                                                                           : 0.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, spoken,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, spoken,
                                  -1);
}

static void
set_by_person (GlaGradeEntry *self,
               int            grade)
{
  self->grade = grade;
  update (self);
  g_signal_emit (self, signals[SIGNAL_GRADED], 0);
}

static void
move_on (GlaGradeEntry *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (self->next != NULL && gtk_widget_grab_focus (self->next))
    return;
  if (root != NULL)
    gtk_widget_child_focus (GTK_WIDGET (root), GTK_DIR_TAB_FORWARD);
}

static gboolean
key_pressed_cb (GlaGradeEntry   *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  guint32 letter = gdk_keyval_to_unicode (keyval);
  int digit = letter >= '0' && letter <= '9' ? (int) letter - '0' : -1;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (digit >= 0)
    {
      if (digit >= (int) self->n_words)
        {
          gtk_widget_error_bell (GTK_WIDGET (self));
          return GDK_EVENT_STOP;
        }
      set_by_person (self, digit);
      move_on (self);
      return GDK_EVENT_STOP;
    }
  if (letter == '-' || keyval == GDK_KEY_Delete || keyval == GDK_KEY_BackSpace)
    {
      set_by_person (self, GLA_GRADE_UNKNOWN);
      return GDK_EVENT_STOP;
    }
  if (letter == ' ')
    {
      set_by_person (self, (self->grade + 1) % (int) self->n_words);
      return GDK_EVENT_STOP;
    }
  return GDK_EVENT_PROPAGATE;
}

static void
pressed_cb (GlaGradeEntry *self)
{
  if (gtk_widget_has_focus (GTK_WIDGET (self)))
    set_by_person (self, (self->grade + 1) % (int) self->n_words);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
gla_grade_entry_dispose (GObject *object)
{
  GlaGradeEntry *self = GLA_GRADE_ENTRY (object);

  g_clear_weak_pointer (&self->next);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (gla_grade_entry_parent_class)->dispose (object);
}

static void
gla_grade_entry_finalize (GObject *object)
{
  GlaGradeEntry *self = GLA_GRADE_ENTRY (object);

  g_clear_pointer (&self->words, g_strfreev);
  G_OBJECT_CLASS (gla_grade_entry_parent_class)->finalize (object);
}

static void
gla_grade_entry_class_init (GlaGradeEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = gla_grade_entry_dispose;
  object_class->finalize = gla_grade_entry_finalize;
  signals[SIGNAL_GRADED] = g_signal_new ("graded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "grade");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SPIN_BUTTON);
}

static void
gla_grade_entry_init (GlaGradeEntry *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  static const char *const plain[] = { "", "", "", "", NULL };

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->digit = GTK_LABEL (gtk_label_new (NULL));
  self->word = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->digit), "digit");
  gtk_widget_add_css_class (GTK_WIDGET (self->word), "dim-label");
  gtk_label_set_xalign (self->word, 0);
  /* Room for the longest of the usual words, so that nothing jumps. */
  gtk_label_set_width_chars (self->word, 9);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->digit));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->word));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));

  self->grade = GLA_GRADE_UNKNOWN;
  gla_grade_entry_set_words (self, plain, 4);
}

GtkWidget *
gla_grade_entry_new (const char *label)
{
  GtkWidget *self = g_object_new (GLA_TYPE_GRADE_ENTRY, NULL);

  gla_grade_entry_set_label (GLA_GRADE_ENTRY (self), label);
  return self;
}

void
gla_grade_entry_set_label (GlaGradeEntry *self,
                           const char    *label)
{
  g_return_if_fail (GLA_IS_GRADE_ENTRY (self) && label != NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), label);
}

void
gla_grade_entry_set_words (GlaGradeEntry      *self,
                           const char *const  *words,
                           guint               n_words)
{
  GStrv copy;

  g_return_if_fail (GLA_IS_GRADE_ENTRY (self) && words != NULL);
  g_return_if_fail (n_words >= 2 && n_words <= 10);

  copy = g_new0 (char *, n_words + 1);
  for (guint i = 0; i < n_words; i++)
    copy[i] = g_strdup (words[i]);
  g_strfreev (self->words);
  self->words = copy;
  self->n_words = n_words;
  if (self->grade >= (int) n_words)
    self->grade = GLA_GRADE_UNKNOWN;
  update (self);
}

void
gla_grade_entry_set_scale (GlaGradeEntry *self,
                           GlaCatalogue  *catalogue,
                           const char    *scale)
{
  const GlaScale *found;
  const char *words[10];
  int low = 0, high = 3;

  g_return_if_fail (GLA_IS_GRADE_ENTRY (self) && catalogue != NULL);

  found = scale != NULL ? gla_catalogue_find_scale (catalogue, scale) : NULL;
  if (found == NULL || !gla_scale_get_range (found, &low, &high) || low != 0 || high > 9)
    {
      found = gla_catalogue_find_scale (catalogue, "fws");
      high = 3;
    }
  for (int i = 0; i <= high; i++)
    {
      const GlaGrade *grade = found != NULL ? gla_scale_find_grade (found, i) : NULL;

      words[i] = grade != NULL ? gla_marked_get_text (&grade->mark) : "";
    }
  gla_grade_entry_set_words (self, words, (guint) high + 1);
}

void
gla_grade_entry_set_next (GlaGradeEntry *self,
                          GtkWidget     *next)
{
  g_return_if_fail (GLA_IS_GRADE_ENTRY (self));
  g_return_if_fail (next == NULL || GTK_IS_WIDGET (next));

  g_set_weak_pointer (&self->next, next);
}

void
gla_grade_entry_set_grade (GlaGradeEntry *self,
                           int            grade)
{
  g_return_if_fail (GLA_IS_GRADE_ENTRY (self));

  self->grade = grade >= 0 && grade < (int) self->n_words ? grade : GLA_GRADE_UNKNOWN;
  update (self);
}

int
gla_grade_entry_get_grade (GlaGradeEntry *self)
{
  g_return_val_if_fail (GLA_IS_GRADE_ENTRY (self), GLA_GRADE_UNKNOWN);

  return self->grade;
}
