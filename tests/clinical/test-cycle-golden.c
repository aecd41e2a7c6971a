/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-cycle.h"
#include "gla-test-clinic.h"

/* All treatments of the generated clinic, from records. */
static void
test_clinic (void)
{
  g_autoptr (GlaTestClinic) clinic = gla_test_clinic_load ();
  g_autoptr (GlaCatalogue) catalogue = gla_catalogue_load_builtin (NULL);
  GlaDay today = gla_test_history_day (GLA_TEST_CLINIC_LAST_DAY);
  GlaCycleSettings settings;

  gla_cycle_settings_init (&settings, catalogue);
  for (guint i = 0; i < gla_test_clinic_get_size (clinic); i++)
    {
      g_autoptr (GlaHistory) history = gla_test_clinic_make_history (clinic, i);
      g_autoptr (GlaCycles) cycles = gla_cycles_new (history, catalogue, &settings, today);
      const GlaEffect *effect = &gla_cycles_find (cycles, "A", "GLAB")->effect;

      gla_test_clinic_assert_effect (clinic, i, gla_effect_status_to_key (effect->status),
                                     effect->left, effect->right);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/clinical/cycle-golden/clinic", test_clinic);

  return g_test_run ();
}
