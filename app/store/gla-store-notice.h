/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-day.h"
#include "gla-store.h"

G_BEGIN_DECLS

/** GLA_SETTING_NOTICES: setting of the clinic: "no" where notices of patterns are not wanted. */
#define GLA_SETTING_NOTICES "notices"

/** GlaNoticeKind: what a notice is about; stored, append-only. */
typedef enum
{
  GLA_NOTICE_SHORTENING,
} GlaNoticeKind;

/**
 * GlaNotice:
 * @raised: the tier that is shown until a person dismisses it; 0 for none
 * @dismissed_on: the day on which it was dismissed, or %GLA_DAY_NONE
 * @dismissed_by: (nullable): name of the member of staff
 * @dismissed_at: how probable it was then, 0 to 1
 * @reason: (nullable): why
 *
 * What a clinic file keeps of a notice about a patient.
 */
typedef struct
{
  int raised;
  GlaDay dismissed_on;
  char *dismissed_by;
  double dismissed_at;
  char *reason;
} GlaNotice;

void       gla_notice_free          (GlaNotice      *self);

/** gla_store_get_notice: (transfer full): one that was never raised is all zeros; fails with NOT_FOUND. */
GlaNotice *gla_store_get_notice     (GlaStore       *self,
                                     const char     *patient,
                                     GlaNoticeKind   kind,
                                     GError        **error);

/**
 * gla_store_raise_notice:
 * @tier: 1 or 2
 *
 * Remembers that a tier was shown; one that was dismissed counts as raised anew. Worked
 * out by the program, and so not audited.
 */
gboolean   gla_store_raise_notice   (GlaStore       *self,
                                     const char     *patient,
                                     GlaNoticeKind   kind,
                                     int             tier,
                                     GError        **error);

/**
 * gla_store_dismiss_notice:
 * @probability: how probable it is now, 0 to 1
 * @reason: why; not empty
 *
 * A person looked at a notice and put it aside. The audit keeps who, when and why.
 */
gboolean   gla_store_dismiss_notice (GlaStore       *self,
                                     const char     *patient,
                                     GlaNoticeKind   kind,
                                     GlaDay          day,
                                     double          probability,
                                     const char     *reason,
                                     GError        **error);

/*
 * What the program worked out and would otherwise work out again. Not audited and no
 * part of the medical record.
 */

/** gla_store_get_cache: (transfer full) (nullable): NULL without @error if there is none. */
char      *gla_store_get_cache      (GlaStore       *self,
                                     const char     *name,
                                     GError        **error);

/** gla_store_put_cache: @value: (nullable): NULL to throw it away. */
gboolean   gla_store_put_cache      (GlaStore       *self,
                                     const char     *name,
                                     const char     *value,
                                     GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaNotice, gla_notice_free)

G_END_DECLS
