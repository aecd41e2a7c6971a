/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** GlaAcceleratorGroup: where a shortcut stands in the window of shortcuts. */
typedef enum
{
  GLA_ACCELERATOR_PLACES,
  GLA_ACCELERATOR_PATIENTS,
  GLA_ACCELERATOR_RECORD,
  GLA_ACCELERATOR_TIMELINE,
  GLA_ACCELERATOR_EDITORS,
  GLA_ACCELERATOR_MAP,
  GLA_ACCELERATOR_PROGRAM,
  GLA_ACCELERATOR_N_GROUPS,
} GlaAcceleratorGroup;

/**
 * GlaAccelerator:
 * @action: detailed name of the action; %NULL for a key that a part of the window handles itself
 * @keys: accelerators, the first one is shown; %NULL-terminated
 * @title: what it does, untranslated
 */
typedef struct
{
  GlaAcceleratorGroup group;
  const char *action;
  const char *keys[4];
  const char *title;
} GlaAccelerator;

/** gla_accelerators_get: (transfer none): the one table of shortcuts. */
const GlaAccelerator *gla_accelerators_get           (guint               *n);

/** gla_accelerators_get_group_title: (transfer none): in the user's language. */
const char           *gla_accelerators_get_group_title (GlaAcceleratorGroup group);

/** gla_accelerators_install: makes @application answer to the keys. */
void                  gla_accelerators_install       (GtkApplication      *application);

G_END_DECLS
