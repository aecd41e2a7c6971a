/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-accelerators.h"

#include "gla-i18n.h"

static const GlaAccelerator accelerators[] = {
  { GLA_ACCELERATOR_PLACES, "win.place::today", { "<Control>1" }, N_("Today") },
  { GLA_ACCELERATOR_PLACES, "win.place::patients", { "<Control>2" }, N_("Patients") },
  { GLA_ACCELERATOR_PLACES, "win.place::stock", { "<Control>3" }, N_("Stock") },
  { GLA_ACCELERATOR_PLACES, "win.place::insights", { "<Control>4" }, N_("Insights") },
  { GLA_ACCELERATOR_PLACES, "win.calls", { "<Control>r" }, N_("Today’s call list") },
  { GLA_ACCELERATOR_PLACES, NULL, { "r" },
    N_("In the call list: reached; N: no answer; B: booked; L: later; S: not today; X: no more") },

  { GLA_ACCELERATOR_PATIENTS, "win.search", { "<Control>f" }, N_("Search patients") },
  { GLA_ACCELERATOR_PATIENTS, NULL, { "Down" }, N_("From the search into the list") },
  { GLA_ACCELERATOR_PATIENTS, NULL, { "Return" }, N_("Open the first one found") },
  { GLA_ACCELERATOR_PATIENTS, "win.lot", { "<Control>l" }, N_("Who had a lot") },
  { GLA_ACCELERATOR_PATIENTS, "win.new-patient", { "<Control>n" }, N_("New patient") },
  { GLA_ACCELERATOR_PATIENTS, "win.edit-patient", { "<Control>e" }, N_("Edit the patient") },

  { GLA_ACCELERATOR_RECORD, "win.new-treatment", { "<Control>i" }, N_("New treatment") },
  { GLA_ACCELERATOR_RECORD, "win.follow-up", { "<Control>u" }, N_("Follow-up") },
  { GLA_ACCELERATOR_RECORD, "win.not-working", { "<Control>j" },
    N_("Not working? Go through the causes") },
  { GLA_ACCELERATOR_RECORD, "win.assistant", { "F9" }, N_("Show or leave the case beside it") },
  { GLA_ACCELERATOR_RECORD, "win.photos", { "<Control><Shift>p" }, N_("Photos by visit") },
  { GLA_ACCELERATOR_RECORD, "win.print", { "<Control>p" }, N_("Print sheets for the patient, or in Today whom to call") },
  { GLA_ACCELERATOR_RECORD, "win.table", { "<Control>t" }, N_("Timeline as a table") },
  { GLA_ACCELERATOR_RECORD, "win.undo", { "<Control>z" }, N_("Undo what was saved last") },

  { GLA_ACCELERATOR_TIMELINE, NULL, { "Left" }, N_("Treatment before and after") },
  { GLA_ACCELERATOR_TIMELINE, NULL, { "Up" }, N_("Area above and below") },
  { GLA_ACCELERATOR_TIMELINE, NULL, { "1" }, N_("Six months; 2: one year; 3: two years; 4: all") },

  { GLA_ACCELERATOR_RECORD, NULL, { "F8" }, N_("Scan a carton, also while a treatment is typed") },
  { GLA_ACCELERATOR_EDITORS, NULL, { "Return" }, N_("Next field") },
  { GLA_ACCELERATOR_EDITORS, NULL, { "<Control>Return" }, N_("Save") },
  { GLA_ACCELERATOR_EDITORS, NULL, { "Escape" }, N_("Back; what was typed is kept as a draft") },

  { GLA_ACCELERATOR_MAP, NULL, { "<Alt>m" }, N_("Chart on the map; with L: on the list") },
  { GLA_ACCELERATOR_MAP, NULL, { "Return" }, N_("Fill the area, or add a point to it") },
  { GLA_ACCELERATOR_MAP, NULL, { "5" }, N_("Units of the point; plus and minus: one more or less") },
  { GLA_ACCELERATOR_MAP, NULL, { "<Control>Left" }, N_("Move the point; arrows alone: next point") },
  { GLA_ACCELERATOR_MAP, NULL, { "m" }, N_("Copy to the other side") },
  { GLA_ACCELERATOR_MAP, NULL, { "Delete" }, N_("Remove the point") },
  { GLA_ACCELERATOR_MAP, NULL, { "<Control>z" }, N_("Undo on the map; with Shift: redo") },

  { GLA_ACCELERATOR_PROGRAM, NULL, { "F10" }, N_("Menu") },
  { GLA_ACCELERATOR_PROGRAM, "win.preferences", { "<Control>comma" }, N_("Settings") },
  { GLA_ACCELERATOR_PROGRAM, "win.shortcuts", { "<Control>question", "F1", "<Control>slash" },
    N_("Keyboard shortcuts") },
  { GLA_ACCELERATOR_PROGRAM, "window.close", { "<Control>w" }, N_("Close the window") },
  { GLA_ACCELERATOR_PROGRAM, "app.quit", { "<Control>q" }, N_("Quit") },
};

const GlaAccelerator *
gla_accelerators_get (guint *n)
{
  g_return_val_if_fail (n != NULL, NULL);

  *n = G_N_ELEMENTS (accelerators);
  return accelerators;
}

const char *
gla_accelerators_get_group_title (GlaAcceleratorGroup group)
{
  static const char *const titles[GLA_ACCELERATOR_N_GROUPS] = {
    [GLA_ACCELERATOR_PLACES] = N_("Places"),
    [GLA_ACCELERATOR_PATIENTS] = N_("Patients"),
    [GLA_ACCELERATOR_RECORD] = N_("Record"),
    [GLA_ACCELERATOR_TIMELINE] = N_("Timeline"),
    [GLA_ACCELERATOR_EDITORS] = N_("While typing"),
    [GLA_ACCELERATOR_MAP] = N_("Injection map"),
    [GLA_ACCELERATOR_PROGRAM] = N_("Program"),
  };

  g_return_val_if_fail (group < GLA_ACCELERATOR_N_GROUPS, NULL);

  return _(titles[group]);
}

void
gla_accelerators_install (GtkApplication *application)
{
  g_return_if_fail (GTK_IS_APPLICATION (application));

  for (guint i = 0; i < G_N_ELEMENTS (accelerators); i++)
    if (accelerators[i].action != NULL)
      gtk_application_set_accels_for_action (application, accelerators[i].action,
                                             accelerators[i].keys);
}
