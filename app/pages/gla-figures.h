/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-case-basis.h"
#include "gla-context.h"

G_BEGIN_DECLS

/**
 * GlaFigures:
 *
 * What the window knows of the whole clinic, on its way to the worker's thread, where
 * gla_figures_read() adds what stands in the file.
 */
typedef struct
{
  GlaCatalogue *catalogue;
  GlaCycleSettings settings;
  GlaClinicModel *model;
  GPtrArray *lots;       /* (element-type GlaLotFinding), or NULL */
} GlaFigures;

/** gla_figures_init: of this moment; clear with gla_figures_clear(). */
void      gla_figures_init   (GlaFigures        *self,
                              GlaContext        *context);
void      gla_figures_clear  (GlaFigures        *self);

/** gla_figures_read: @figures: (out): points into @self; its constants are to be given back. */
gboolean  gla_figures_read   (const GlaFigures  *self,
                              GlaStore          *store,
                              GlaClinicFigures  *figures,
                              GError           **error);

G_END_DECLS
