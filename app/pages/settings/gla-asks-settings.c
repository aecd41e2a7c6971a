/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-asks-settings.h"

#include "gla-accessible.h"
#include "gla-field-row.h"
#include "gla-i18n.h"
#include "gla-plan.h"
#include "gla-setting-row.h"
#include "gla-setting.h"

static const struct
{
  GlaPlanAsks asks;
  const char *title;
} rows[] = {
  { GLA_PLAN_ASKS_SCREENING, N_("The questions before treatment") },
  { GLA_PLAN_ASKS_CONSENT, N_("A signed consent") },
  { GLA_PLAN_ASKS_PRESCRIBER, N_("Who prescribed") },
  { GLA_PLAN_ASKS_FACE_TO_FACE, N_("That the prescriber saw the patient in person") },
};

/* The switches of the group, which are put into one setting. */
typedef struct
{
  GlaContext *context;
  GtkSwitch *switches[G_N_ELEMENTS (rows)];
} Asks;

static void
asks_free (gpointer data)
{
  Asks *self = data;

  g_object_unref (self->context);
  g_free (self);
}

static void
switched_cb (Asks *self)
{
  GlaPlanAsks asks = GLA_PLAN_ASKS_NOTHING;
  g_autofree char *text = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    if (gtk_switch_get_active (self->switches[i]))
      asks |= rows[i].asks;
  text = gla_plan_asks_to_text (asks);
  gla_setting_put (self->context, GLA_SETTING_TREATMENT_ASKS, text);
}

void
gla_asks_settings_fill (AdwPreferencesGroup *group,
                        GlaContext          *context)
{
  g_autofree char *text = NULL;
  GlaPlanAsks asks;
  Asks *self;

  g_return_if_fail (ADW_IS_PREFERENCES_GROUP (group) && GLA_IS_CONTEXT (context));

  text = gla_setting_dup (context, GLA_SETTING_TREATMENT_ASKS);
  asks = gla_plan_asks_from_text (text);
  self = g_new0 (Asks, 1);
  self->context = g_object_ref (context);
  g_object_set_data_full (G_OBJECT (group), "asks", self, asks_free);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      self->switches[i] = GTK_SWITCH (gtk_switch_new ());
      gtk_switch_set_active (self->switches[i], (asks & rows[i].asks) != 0);
      gla_accessible_set_label (GTK_WIDGET (self->switches[i]), _(rows[i].title));
      adw_preferences_group_add (
        group, gla_field_row_new (_(rows[i].title), GTK_WIDGET (self->switches[i])));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_signal_connect_swapped (self->switches[i], "notify::active", G_CALLBACK (switched_cb), self);
}
