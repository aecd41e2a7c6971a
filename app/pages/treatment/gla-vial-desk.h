/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-editor-window.h"
#include "gla-source-group.h"

G_BEGIN_DECLS

#define GLA_TYPE_VIAL_DESK (gla_vial_desk_get_type ())
G_DECLARE_FINAL_TYPE (GlaVialDesk, gla_vial_desk, GLA, VIAL_DESK, GObject)

/**
 * GlaVialDesk:
 *
 * The vials of a treatment that is being charted: a carton that is scanned anywhere
 * in its window is chosen, or added to the stock first; a vial is mixed; what is left
 * is kept up to date, and it is said when that is not enough.
 */

/** GlaVialDesk::changed: what is left of the vials changed, or which there are. */

/** gla_vial_desk_new: (transfer full): at work as long as it lives; makes the group of sources. */
GlaVialDesk     *gla_vial_desk_new         (GlaEditorWindow         *editor);

/** gla_vial_desk_get_group: (transfer none): to be put into the window. */
GlaSourceGroup  *gla_vial_desk_get_group   (GlaVialDesk             *self);

/** gla_vial_desk_get_vials: (transfer none) (element-type GlaVial): those to choose from; kept up to date in place. */
GPtrArray       *gla_vial_desk_get_vials   (GlaVialDesk             *self);

/** gla_vial_desk_get_message: (transfer none): what a person should know before saving; to be put below the group. */
GtkWidget       *gla_vial_desk_get_message (GlaVialDesk             *self);

/** gla_vial_desk_show_needs: says in the message if a vial has less than the form takes. */
void             gla_vial_desk_show_needs  (GlaVialDesk             *self,
                                            const GlaTreatmentForm  *form);

G_END_DECLS
