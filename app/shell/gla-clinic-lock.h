/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * GlaClinicLock:
 *
 * A note beside a clinic file that says which computer has it open. Several
 * programs of one computer may share a clinic file; several computers that
 * write one file over a network would damage it. The note is renewed every
 * minute; one that was not renewed for %GLA_CLINIC_LOCK_STALE seconds was left
 * behind by a computer that stopped, and is taken over.
 */
typedef struct _GlaClinicLock GlaClinicLock;

#define GLA_CLINIC_LOCK_STALE 180

/**
 * gla_clinic_lock_take:
 * @path: (type filename): the clinic file, which need not exist yet
 *
 * A folder that can't be written to takes no note and gives no error: opening
 * the file itself will say so.
 *
 * Returns: (transfer full): the lock; %NULL with G_IO_ERROR_BUSY and a message
 *   that names the other computer
 */
GlaClinicLock *gla_clinic_lock_take    (const char     *path,
                                        GError        **error);

/** gla_clinic_lock_release: takes the note away, if this computer still has it and no other program here needs it. */
void           gla_clinic_lock_release (GlaClinicLock  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaClinicLock, gla_clinic_lock_release)

G_END_DECLS
