/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-injection-chart.h"

#include "gla-accessible.h"
#include "gla-i18n.h"
#include "gla-injection-rows.h"
#include "gla-map-pane.h"

struct _GlaInjectionChart
{
  AdwBin parent_instance;

  /* Made in code; they belong to the chart */
  GlaInjectionRows *rows;
  GlaMapPane *pane;
  GtkStack *stack;
  GtkBox *head;
  GtkToggleButton *list_button;
  GtkToggleButton *map_button;
};

G_DEFINE_FINAL_TYPE (GlaInjectionChart, gla_injection_chart, ADW_TYPE_BIN)

enum { PROP_0, PROP_ON_MAP, N_PROPS };
static GParamSpec *properties[N_PROPS];

enum { SIGNAL_EDITED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
rows_edited_cb (GlaInjectionChart *self)
{
  g_autoptr (GlaTreatmentForm) form = gla_treatment_form_new (GLA_DAY_NONE);

  gla_injection_rows_collect (self->rows, form);
  gla_map_pane_follow (self->pane, form);
  g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

static void
map_edited_cb (GlaInjectionChart *self)
{
  g_autoptr (GlaTreatmentForm) form = gla_treatment_form_new (GLA_DAY_NONE);

  gla_injection_rows_collect (self->rows, form);
  gla_map_pane_take (self->pane, form);
  gla_injection_rows_fill (self->rows, form);
  g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

static gboolean
is_on_map (GlaInjectionChart *self)
{
  return gtk_toggle_button_get_active (self->map_button);
}

static void
toggled_cb (GlaInjectionChart *self)
{
  gtk_stack_set_visible_child (self->stack, is_on_map (self) ? GTK_WIDGET (self->pane)
                                                             : GTK_WIDGET (self->rows));
  gtk_widget_set_visible (gla_map_pane_get_tools (self->pane), is_on_map (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ON_MAP]);
}

/* At once, and with the keyboard: GTK would show the button pressed for a quarter of a second
   first, and what is typed meanwhile would go to the view that is about to leave. */
static gboolean
mnemonic_cb (GtkToggleButton   *button,
             gboolean           group_cycling,
             GlaInjectionChart *self)
{
  gtk_toggle_button_set_active (button, TRUE);
  if (is_on_map (self))
    gla_map_pane_focus (self->pane);
  else
    gla_injection_rows_focus_last (self->rows);
  return TRUE;
}

static void
gla_injection_chart_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_ON_MAP:
      g_value_set_boolean (value, is_on_map (GLA_INJECTION_CHART (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gla_injection_chart_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  GlaInjectionChart *self = GLA_INJECTION_CHART (object);

  switch (prop_id)
    {
    case PROP_ON_MAP:
      gtk_toggle_button_set_active (g_value_get_boolean (value) ? self->map_button
                                                                : self->list_button, TRUE);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gla_injection_chart_class_init (GlaInjectionChartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = gla_injection_chart_get_property;
  object_class->set_property = gla_injection_chart_set_property;
  properties[PROP_ON_MAP] = g_param_spec_boolean ("on-map", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                                    | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SIGNAL_EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

/* A label with a mnemonic, and a name without the underline for a screen reader. */
static GtkToggleButton *
make_toggle (const char *mnemonic,
             const char *label)
{
  GtkWidget *button = gtk_toggle_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), gtk_label_new_with_mnemonic (mnemonic));
  gtk_widget_add_css_class (button, "text-button");
  gla_accessible_set_label (button, label);
  return GTK_TOGGLE_BUTTON (button);
}

static GtkWidget *
make_switcher (GlaInjectionChart *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->list_button = make_toggle (_("_List"), _("List"));
  self->map_button = make_toggle (_("_Map"), _("Map"));
  gtk_toggle_button_set_group (self->map_button, self->list_button);
  gtk_toggle_button_set_active (self->list_button, TRUE);
  gtk_widget_add_css_class (box, "linked");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list_button));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->map_button));
  g_signal_connect_swapped (self->map_button, "toggled", G_CALLBACK (toggled_cb), self);
  g_signal_connect (self->list_button, "mnemonic-activate", G_CALLBACK (mnemonic_cb), self);
  g_signal_connect (self->map_button, "mnemonic-activate", G_CALLBACK (mnemonic_cb), self);
  return box;
}

static void
gla_injection_chart_init (GlaInjectionChart *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  /* Else the longest line of the map, unbroken, is how narrow the window can be. */
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  self->head = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12));
  gtk_box_append (self->head, make_switcher (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->head));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
gla_injection_chart_new (GlaCatalogue *catalogue,
                         GlaRegion     region,
                         GlaDoseFor    patient)
{
  GlaInjectionChart *self = g_object_new (GLA_TYPE_INJECTION_CHART, NULL);

  self->rows = GLA_INJECTION_ROWS (gla_injection_rows_new (catalogue));
  self->pane = GLA_MAP_PANE (gla_map_pane_new (catalogue, region, patient));
  gtk_widget_set_hexpand (gla_map_pane_get_tools (self->pane), TRUE);
  gtk_widget_set_visible (gla_map_pane_get_tools (self->pane), FALSE);
  gtk_box_append (self->head, gla_map_pane_get_tools (self->pane));
  gtk_stack_add_child (self->stack, GTK_WIDGET (self->rows));
  gtk_stack_add_child (self->stack, GTK_WIDGET (self->pane));
  g_signal_connect_object (self->rows, "edited", G_CALLBACK (rows_edited_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pane, "edited", G_CALLBACK (map_edited_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

gboolean
gla_injection_chart_begin (GlaInjectionChart     *self,
                           GtkEventControllerKey *key)
{
  g_return_val_if_fail (GLA_IS_INJECTION_CHART (self), FALSE);

  if (is_on_map (self))
    return FALSE;
  gla_injection_rows_begin (self->rows, key);
  return TRUE;
}

void
gla_injection_chart_set_context (GlaInjectionChart *self,
                                 GlaContext        *context)
{
  g_return_if_fail (GLA_IS_INJECTION_CHART (self));

  gla_injection_rows_set_context (self->rows, context);
}

void
gla_injection_chart_set_sources (GlaInjectionChart *self,
                                 const char *const *names,
                                 GPtrArray         *sources)
{
  g_return_if_fail (GLA_IS_INJECTION_CHART (self));

  gla_injection_rows_set_sources (self->rows, names);
  gla_map_pane_set_sources (self->pane, names, sources);
}

void
gla_injection_chart_fill (GlaInjectionChart      *self,
                          const GlaTreatmentForm *form)
{
  g_return_if_fail (GLA_IS_INJECTION_CHART (self));

  gla_injection_rows_fill (self->rows, form);
  gla_map_pane_fill (self->pane, form);
}

void
gla_injection_chart_set_last (GlaInjectionChart      *self,
                              const GlaTreatmentForm *form)
{
  g_return_if_fail (GLA_IS_INJECTION_CHART (self));

  gla_map_pane_set_last (self->pane, form);
}

void
gla_injection_chart_set_plan (GlaInjectionChart      *self,
                              const GlaTreatmentForm *form)
{
  g_return_if_fail (GLA_IS_INJECTION_CHART (self));

  gla_map_pane_set_plan (self->pane, form);
}

void
gla_injection_chart_collect (GlaInjectionChart *self,
                             GlaTreatmentForm  *form)
{
  g_return_if_fail (GLA_IS_INJECTION_CHART (self));

  gla_injection_rows_collect (self->rows, form);
  gla_map_pane_write (self->pane, form);
}

gboolean
gla_injection_chart_is_valid (GlaInjectionChart *self)
{
  g_return_val_if_fail (GLA_IS_INJECTION_CHART (self), FALSE);

  return gla_injection_rows_is_valid (self->rows);
}

GStrv
gla_injection_chart_get_areas (GlaInjectionChart *self)
{
  g_return_val_if_fail (GLA_IS_INJECTION_CHART (self), NULL);

  return gla_injection_rows_get_areas (self->rows);
}

void
gla_injection_chart_focus_first (GlaInjectionChart *self)
{
  g_return_if_fail (GLA_IS_INJECTION_CHART (self));

  if (is_on_map (self))
    gla_map_pane_focus (self->pane);
  else
    gla_injection_rows_focus_first (self->rows);
}
