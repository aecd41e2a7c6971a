/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-insight-choices.h"

#include "gla-accessible.h"
#include "gla-i18n.h"

/* Columns of which one value can be chosen. */
static const GlaCycleKey filter_keys[] = {
  GLA_CYCLE_KEY_AREA, GLA_CYCLE_KEY_PRODUCT, GLA_CYCLE_KEY_INJECTOR,
};

/* How many months back; 0 is all. */
static const int periods[] = { 0, 12, 24, 60 };

struct _GlaInsightChoices
{
  AdwBin parent_instance;

  /* Template */
  GtkDropDown *view_choice;
  GtkWidget *key_box;
  GtkDropDown *key_choice;
  GtkDropDown *area_choice;
  GtkDropDown *product_choice;
  GtkDropDown *injector_choice;
  GtkDropDown *period_choice;

  /* Owned */
  GlaInsightClinic *clinic;
  GArray *codes[G_N_ELEMENTS (filter_keys)];  /* (element-type guint32): of the entries */

  gboolean is_filling;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GlaInsightChoices, gla_insight_choices, ADW_TYPE_BIN)

static GtkDropDown *
get_filter (GlaInsightChoices *self,
            guint              index)
{
  GtkDropDown *const filters[G_N_ELEMENTS (filter_keys)] = {
    self->area_choice, self->product_choice, self->injector_choice,
  };

  return filters[index];
}

static GlaInsightView
get_view (GlaInsightChoices *self)
{
  guint chosen = gtk_drop_down_get_selected (self->view_choice);

  return chosen < GLA_N_INSIGHT_VIEWS ? (GlaInsightView) chosen : GLA_INSIGHT_DURATIONS;
}

static void
changed_cb (GlaInsightChoices *self)
{
  GlaInsightView view;

  if (self->is_filling)
    return;
  view = get_view (self);
  gtk_widget_set_sensitive (self->key_box,
                            view == GLA_INSIGHT_DURATIONS || view == GLA_INSIGHT_RESPONSE);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
gla_insight_choices_finalize (GObject *object)
{
  GlaInsightChoices *self = GLA_INSIGHT_CHOICES (object);

  g_clear_pointer (&self->clinic, gla_insight_clinic_unref);
  for (guint i = 0; i < G_N_ELEMENTS (filter_keys); i++)
    g_clear_pointer (&self->codes[i], g_array_unref);

  G_OBJECT_CLASS (gla_insight_choices_parent_class)->finalize (object);
}

static void
gla_insight_choices_class_init (GlaInsightChoicesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = gla_insight_choices_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/glabella/Glabella/ui/pages/insights/gla-insight-choices.ui");
  gtk_widget_class_bind_template_child (widget_class, GlaInsightChoices, view_choice);
  gtk_widget_class_bind_template_child (widget_class, GlaInsightChoices, key_box);
  gtk_widget_class_bind_template_child (widget_class, GlaInsightChoices, key_choice);
  gtk_widget_class_bind_template_child (widget_class, GlaInsightChoices, area_choice);
  gtk_widget_class_bind_template_child (widget_class, GlaInsightChoices, product_choice);
  gtk_widget_class_bind_template_child (widget_class, GlaInsightChoices, injector_choice);
  gtk_widget_class_bind_template_child (widget_class, GlaInsightChoices, period_choice);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
set_names (GtkDropDown       *choice,
           const char *const *names)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (names);

  gtk_drop_down_set_model (choice, G_LIST_MODEL (list));
}

static void
fill_views (GlaInsightChoices *self,
            gboolean           months)
{
  const char *names[GLA_N_INSIGHT_VIEWS + 1] = { NULL };
  guint n = months ? GLA_N_INSIGHT_VIEWS : GLA_INSIGHT_MONTHS;
  guint chosen = gtk_drop_down_get_selected (self->view_choice);

  for (guint view = 0; view < n; view++)
    names[view] = gla_insight_view_get_title (view);
  set_names (self->view_choice, names);
  gtk_drop_down_set_selected (self->view_choice, chosen < n ? chosen : 0);
}

static void
gla_insight_choices_init (GlaInsightChoices *self)
{
  const char *keys[GLA_N_CYCLE_KEYS + 1] = { NULL };
  const char *const spans[] = {
    _("All days"), _("Last 12 months"), _("Last 24 months"), _("Last 5 years"), NULL,
  };

  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_views (self, TRUE);
  for (guint key = 0; key < GLA_N_CYCLE_KEYS; key++)
    keys[key] = gla_cycle_key_get_title (key);
  set_names (self->key_choice, keys);
  gtk_drop_down_set_selected (self->key_choice, GLA_CYCLE_KEY_PRODUCT);
  set_names (self->period_choice, spans);
  gla_accessible_name_drop_down (self->view_choice, _("Show"));
  gla_accessible_name_drop_down (self->key_choice, _("Told apart by"));
  gla_accessible_name_drop_down (self->period_choice, _("Days"));
  for (guint i = 0; i < G_N_ELEMENTS (filter_keys); i++)
    self->codes[i] = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->is_filling = FALSE;
}

GtkWidget *
gla_insight_choices_new (void)
{
  return g_object_new (GLA_TYPE_INSIGHT_CHOICES, NULL);
}

void
gla_insight_choices_set_months (GlaInsightChoices *self,
                                gboolean           months)
{
  g_return_if_fail (GLA_IS_INSIGHT_CHOICES (self));

  self->is_filling = TRUE;
  fill_views (self, months);
  self->is_filling = FALSE;
}

/* An entry of a list: what it is called and stands for. */
typedef struct
{
  char *name;
  guint32 code;
} Entry;

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  return g_utf8_collate (((const Entry *) a)->name, ((const Entry *) b)->name);
}

static void
entry_clear (gpointer data)
{
  g_free (((Entry *) data)->name);
}

/* All, then what the clinic has by name; "not recorded" can't be chosen, but is counted. */
static void
fill_filter (GlaInsightChoices *self,
             guint              index)
{
  static const char *const all[G_N_ELEMENTS (filter_keys)] = {
    N_("All areas"), N_("All products"), N_("All injectors"),
  };
  GlaCycleKey key = filter_keys[index];
  GtkDropDown *choice = get_filter (self, index);
  g_autofree char *before = NULL;
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  const guint32 any = GLA_CYCLE_CODE_ANY;
  gpointer selected = gtk_drop_down_get_selected_item (choice);
  guint chosen = 0;

  if (selected != NULL)
    before = g_strdup (gtk_string_object_get_string (selected));
  g_array_set_clear_func (entries, entry_clear);
  for (guint32 code = 1; code < gla_cycle_table_get_n_codes (self->clinic->table, key); code++)
    {
      Entry entry = { gla_insight_clinic_describe (self->clinic, key, code), code };

      g_array_append_val (entries, entry);
    }
  g_array_sort (entries, compare_entries);
  g_array_set_size (self->codes[index], 0);
  g_array_append_val (self->codes[index], any);
  gtk_string_list_append (list, _(all[index]));
  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);

      g_array_append_val (self->codes[index], entry->code);
      gtk_string_list_append (list, entry->name);
      if (g_strcmp0 (before, entry->name) == 0)
        chosen = i + 1;
    }
  gtk_drop_down_set_model (choice, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (choice, chosen);
  gla_accessible_name_drop_down (choice, gla_cycle_key_get_title (key));
}

void
gla_insight_choices_set_clinic (GlaInsightChoices *self,
                                GlaInsightClinic  *clinic)
{
  g_return_if_fail (GLA_IS_INSIGHT_CHOICES (self));
  g_return_if_fail (clinic != NULL);

  g_clear_pointer (&self->clinic, gla_insight_clinic_unref);
  self->clinic = gla_insight_clinic_ref (clinic);
  self->is_filling = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (filter_keys); i++)
    fill_filter (self, i);
  self->is_filling = FALSE;
}

void
gla_insight_choices_get_question (GlaInsightChoices  *self,
                                  GlaInsightQuestion *question)
{
  guint period, key;

  g_return_if_fail (GLA_IS_INSIGHT_CHOICES (self));
  g_return_if_fail (question != NULL);

  gla_insight_question_init (question);
  question->view = get_view (self);
  key = gtk_drop_down_get_selected (self->key_choice);
  if (key < GLA_N_CYCLE_KEYS)
    question->key = key;
  for (guint i = 0; i < G_N_ELEMENTS (filter_keys); i++)
    {
      guint chosen = gtk_drop_down_get_selected (get_filter (self, i));

      if (chosen < self->codes[i]->len)
        question->filter.codes[filter_keys[i]] = g_array_index (self->codes[i], guint32, chosen);
    }
  period = gtk_drop_down_get_selected (self->period_choice);
  if (self->clinic != NULL && period < G_N_ELEMENTS (periods) && periods[period] > 0)
    question->filter.from = gla_day_add_months (gla_cycle_table_get_today (self->clinic->table),
                                                -periods[period]) + 1;
}

static void
append_choice (GString     *text,
               const char  *title,
               GtkDropDown *choice)
{
  gpointer item = gtk_drop_down_get_selected_item (choice);

  if (item == NULL || gtk_drop_down_get_selected (choice) == 0)
    return;
  /* Translators: what was chosen of and what */
  g_string_append_printf (text, _("%s%s: %s"), text->len > 0 ? " · " : "", title,
                          gtk_string_object_get_string (item));
}

char *
gla_insight_choices_describe (GlaInsightChoices *self)
{
  GString *text;

  g_return_val_if_fail (GLA_IS_INSIGHT_CHOICES (self), NULL);

  text = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (filter_keys); i++)
    append_choice (text, gla_cycle_key_get_title (filter_keys[i]), get_filter (self, i));
  append_choice (text, _("Days"), self->period_choice);
  return g_string_free (text, FALSE);
}
