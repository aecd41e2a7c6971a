/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "gla-catalogue.h"
#include "gla-cycle.h"
#include "gla-protocol-shelf.h"
#include "gla-store-worker.h"
#include "gla-store-write.h"

G_BEGIN_DECLS

#define GLA_TYPE_CONTEXT (gla_context_get_type ())
/* From gla-outlook.h, which few pages need. */
typedef struct _GlaOutlook GlaOutlook;

G_DECLARE_FINAL_TYPE (GlaContext, gla_context, GLA, CONTEXT, GObject)

/**
 * GlaContext:
 *
 * What every page needs: the open clinic file, the catalogue, the date, who
 * writes, and the way to tell the person at the screen something. One for each
 * window; lives and is used in the main thread.
 */

/**
 * GlaContext::changed:
 *
 * The clinic file changed, by this window or by another program. Pages read
 * anew what they show.
 */

/**
 * GlaContext::drafts-changed:
 *
 * There is one draft more or less, and nothing else changed.
 */

/**
 * GlaContext::today-changed:
 *
 * Midnight has passed.
 */

/**
 * GlaContext::shelf-changed:
 *
 * New cases may begin with another protocol than before.
 */

/**
 * gla_context_new:
 * @path: (type filename): the clinic file
 * @fixed_today: the date to take for today, or %GLA_DAY_NONE for the clock
 *
 * Opens the clinic file twice, for the worker and for the rows of lists. The
 * catalogue is read meanwhile in a thread of its own.
 *
 * Returns: (transfer full): the context, or %NULL with an error of %GLA_STORE_ERROR
 */
GlaContext             *gla_context_new                (const char         *path,
                                                        GlaStoreFlags       flags,
                                                        GlaDay              fixed_today,
                                                        GError            **error);

/** gla_context_close: waits until everything asked for is on the disk, then closes the file. */
void                    gla_context_close              (GlaContext         *self);

/** gla_context_get_path: (type filename): the clinic file. */
const char             *gla_context_get_path           (GlaContext         *self);

/** gla_context_get_worker: (transfer none): for every write and every read over a few milliseconds. */
GlaStoreWorker         *gla_context_get_worker         (GlaContext         *self);

/**
 * gla_context_get_reader:
 *
 * Returns: (transfer none): a read-only connection for the main thread, only for
 *   rows of lists and other reads of well under a millisecond
 */
GlaStore               *gla_context_get_reader         (GlaContext         *self);

/** gla_context_get_outlook: (transfer none): how long effects last in this clinic. */
GlaOutlook             *gla_context_get_outlook        (GlaContext         *self);

/**
 * gla_context_get_catalogue:
 *
 * Products and areas that the program knows, those of the files in the user's
 * data folder and those that the clinic added. A slip in what was added leaves
 * that out and is told as an error.
 *
 * Returns: (transfer none): stays valid as long as the context
 */
GlaCatalogue           *gla_context_get_catalogue      (GlaContext         *self);

/**
 * gla_context_reload_catalogue:
 *
 * Takes up products and areas that the clinic added, and emits "changed".
 */
gboolean                gla_context_reload_catalogue   (GlaContext         *self,
                                                        GError            **error);

/** gla_context_get_cycle_settings: (transfer none): house rules, with the clinic's region. */
const GlaCycleSettings *gla_context_get_cycle_settings (GlaContext         *self);

/** gla_context_get_constants: (transfer none): as the clinic has them; until the next "changed". */
const GlaConstants     *gla_context_get_constants      (GlaContext         *self);

/** gla_context_get_shelf: (transfer none): the protocols of the assistant; read when they are asked for. */
GlaProtocolShelf       *gla_context_get_shelf          (GlaContext         *self);

/** gla_context_reload_shelf: reads the protocols anew when they are asked for; emits "shelf-changed". */
void                    gla_context_reload_shelf       (GlaContext         *self);

/** gla_context_get_today: the date that all rules get handed in. */
GlaDay                  gla_context_get_today          (GlaContext         *self);

/** gla_context_get_day_order: how the clinic writes 3/4/2026; never GLA_DAY_ORDER_ASK. */
GlaDayOrder             gla_context_get_day_order      (GlaContext         *self);

/** gla_context_get_clinic_name: (transfer none): as printed on paper; empty if not set. */
const char             *gla_context_get_clinic_name    (GlaContext         *self);

/** gla_context_get_author: (transfer none) (nullable): identifier of the member of staff who writes. */
const char             *gla_context_get_author         (GlaContext         *self);

/** gla_context_get_role: what the member of staff who writes does; an owner while nobody is named. */
GlaRole                 gla_context_get_role           (GlaContext         *self);

/** gla_context_set_author: from now on the audit names @staff. */
void                    gla_context_set_author         (GlaContext         *self,
                                                        const char         *staff);

/** gla_context_get_settings: (transfer none): how the window was left. */
GSettings              *gla_context_get_settings       (GlaContext         *self);

/**
 * gla_context_show_toast:
 * @text: plain text, not markup
 *
 * Says at the lower edge of the window what was done.
 */
void                    gla_context_show_toast         (GlaContext         *self,
                                                        const char         *text);

/**
 * gla_context_show_undo_toast:
 * @button: word of the button, such as "Undo"
 * @callback: called once if the button is pressed
 * @destroy: (nullable): frees @user_data when the toast is gone
 */
void                    gla_context_show_undo_toast    (GlaContext         *self,
                                                        const char         *text,
                                                        const char         *button,
                                                        void              (*callback) (gpointer user_data),
                                                        gpointer            user_data,
                                                        GDestroyNotify      destroy);

/**
 * gla_context_show_error:
 * @title: what did not happen, such as "The treatment was not saved"
 * @error: why
 *
 * A dialog that says what happened, what was kept and what to do. Being
 * cancelled is no error and shows nothing.
 */
void                    gla_context_show_error         (GlaContext         *self,
                                                        const char         *title,
                                                        const GError       *error);

/**
 * gla_context_did:
 * @text: what was done and saved, such as "Treatment saved"
 * @undo: takes it back, in the worker; its result is ignored
 * @data: (transfer full): for @undo
 *
 * Remembers a saved act for Undo and shows a toast with an Undo button.
 */
void                    gla_context_did                (GlaContext         *self,
                                                        const char         *text,
                                                        GlaStoreFunc        undo,
                                                        gpointer            data,
                                                        GDestroyNotify      free_data);

/** gla_context_did_add: as gla_context_did(); undo voids the records @ids of @table. */
void                    gla_context_did_add            (GlaContext         *self,
                                                        const char         *text,
                                                        GlaRecordTable      table,
                                                        const char * const *ids);

/** gla_context_did_void: as gla_context_did(); undo restores the records @ids of @table. */
void                    gla_context_did_void           (GlaContext         *self,
                                                        const char         *text,
                                                        GlaRecordTable      table,
                                                        const char * const *ids);

/** gla_context_undo: takes back the last act that was saved, and says so; without one says that. */
void                    gla_context_undo               (GlaContext         *self);

G_END_DECLS
