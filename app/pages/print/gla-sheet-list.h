/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gla-sheet-subject.h"

G_BEGIN_DECLS

#define GLA_TYPE_SHEET_LIST (gla_sheet_list_get_type ())
G_DECLARE_FINAL_TYPE (GlaSheetList, gla_sheet_list, GLA, SHEET_LIST, AdwBin)

/**
 * GlaSheetList:
 *
 * The sheets that fit, to choose from: the row that is chosen is printed; Space or a click on
 * its box takes more sheets into the same job.
 */

/** GlaSheetList::chosen: another row, or other boxes. */

GtkWidget           *gla_sheet_list_new          (void);

/** gla_sheet_list_show: puts the sheets of @subject in, the wanted one chosen, and gives it the keyboard. */
void                 gla_sheet_list_show         (GlaSheetList    *self,
                                                  GlaSheetSubject *subject);

/** gla_sheet_list_get_shown: (transfer none) (nullable): the row that is chosen, for the preview. */
GlaHandoutTemplate  *gla_sheet_list_get_shown    (GlaSheetList    *self);

/** gla_sheet_list_list_checked: (transfer container) (element-type GlaHandoutTemplate): what is to be printed. */
GPtrArray           *gla_sheet_list_list_checked (GlaSheetList    *self);

G_END_DECLS
