/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-drawn.h"

#include "gla-test-history.h"

GlaCatalogue *
gla_drawn_catalogue (void)
{
  static GlaCatalogue *catalogue;

  if (catalogue == NULL)
    {
      g_autoptr (GError) error = NULL;

      catalogue = gla_catalogue_load_builtin (&error);
      g_assert_no_error (error);
    }
  return catalogue;
}

GlaCycles *
gla_drawn_cycles (const char *script,
                  int         today)
{
  const GlaPatient patient =
  {
    .number = "000184",
    .family_name = "Kaya",
    .given_name = "Mira",
    .birth_day = gla_day_new (1984, 3, 9),
  };
  g_autoptr (GlaHistory) history = gla_test_history_new_of (&patient, script);
  GlaCycleSettings settings;

  gla_cycle_settings_init (&settings, gla_drawn_catalogue ());
  return gla_cycles_new (history, gla_drawn_catalogue (), &settings, gla_test_history_day (today));
}

GlaTimelineModel *
gla_drawn_model (const char *script,
                 int         today)
{
  g_autoptr (GlaCycles) cycles = gla_drawn_cycles (script, today);

  return gla_timeline_model_new (cycles, gla_drawn_catalogue ());
}

const char *
gla_drawn_story (void)
{
  return
    "x 300m FRON - -\n"
    "t 380 a GLAB ona 20 lot=C4102A1;t 380 a FRON ona 10 lot=C4102A1\n"
    "g 380 GLAB 3 rest=2;g 394 GLAB 0 rest=0;g 492 GLAB 1 rest=1;g 513 GLAB 3 rest=2\n"
    "g 380 FRON 2 rest=1;g 394 FRON 0 rest=0;g 485 FRON 1;g 506 FRON 2\n"
    "t 520 b GLAB ona 20 lot=C4102A1;t 520 b FRON ona 10 lot=C4102A1\n"
    "t 520 b LCL ona 24 lot=C4333B7\n"
    "g 520 LCL 3 rest=1;g 535 LCL 1 rest=0;g 535 GLAB 1 rest=0;g 535 FRON 1\n"
    "g 625 LCL 1;g 646 LCL 3;g 611 GLAB 1;g 632 GLAB 3;g 625 FRON 1\n"
    "e 527 LCL bruise\n"
    "t 640 c GLAB ona 20 lot=C4333B7;t 640 c FRON ona 10 lot=C4333B7;w 730~ area=FRON of=c\n"
    "g 654 GLAB 0 rest=0;g 696 GLAB 1;g 731 GLAB 3\n"
    "t 731 d GLAB ona 24 lot=C4333B7;t 745 e GLAB ona 4 lot=C4333B7;g 757 GLAB 1;g 793 GLAB 3\n"
    "t 830 f GLAB inco 24;t 830 f FRON inco 10;t 830 f LCL inco 24\n"
    "g 830 GLAB 3;g 844 GLAB 1;g 886 GLAB 1;g 907 GLAB 3;g 844 FRON 1;g 907 FRON 1;g 928 FRON 2\n"
    "g 844 LCL 1 by=patient;g 921 LCL 1;g 935 LCL 3\n"
    "t 905 g GLAB ona 20 lot=C4821A2\n"
    "g 919 GLAB 2;g 940 GLAB 2;g 961 GLAB 3\n"
    "t 1015 h GLAB ona 20 lot=C4821A2;t 1015 h FRON ona 10 lot=C4821A2;"
    "t 1015 h LCL ona 12 lot=C4821A2 side=left\n"
    "g 1015 GLAB 3 rest=2;g 1029 GLAB 3 rest=2;g 1050 GLAB 3 rest=2\n"
    "g 1029 FRON 1;g 1050 FRON 1;e 1021 FRON lid_droop\n"
    "t 1049 i MENT ona 8 lot=C4821A2\n";
}

char *
gla_drawn_long_script (guint  n,
                       int   *today)
{
  static const char *areas[] = { "FRON", "GLAB", "LCL" };
  static const char *products[] = { "ona", "inco", "abo-p" };
  GString *script = g_string_new (NULL);
  int day = 0;

  for (guint i = 0; i < n; i++)
    {
      const char *area = areas[i % G_N_ELEMENTS (areas)];

      day = (int) (i / G_N_ELEMENTS (areas)) * 120;
      g_string_append_printf (script, "t %d t%u %s %s %u lot=L%05u\n", day, i, area,
                              products[(i / 7) % G_N_ELEMENTS (products)], 10 + i % 3 * 5,
                              i / 5);
      g_string_append_printf (script, "g %d %s 3 rest=1\ng %d %s 0 rest=0\ng %d %s 3 rest=2\n",
                              day, area, day + 15, area, day + 80 + (int) (i % 30), area);
    }
  *today = day + 100;
  return g_string_free (script, FALSE);
}
