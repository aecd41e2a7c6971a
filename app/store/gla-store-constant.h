/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-day.h"
#include "gla-store.h"

G_BEGIN_DECLS

/**
 * GlaClinicConstant:
 * @name: of a constant of the catalogue
 * @low: the value in its unit, or the lower end of a range
 * @high: the upper end; equal to @low for a single value
 * @day: on which the clinic put it there, in local time
 * @staff: (nullable): name of who did
 *
 * The clinic's own value of a constant.
 */
typedef struct
{
  char *name;
  double low;
  double high;
  GlaDay day;
  char *staff;
} GlaClinicConstant;

void       gla_clinic_constant_free        (GlaClinicConstant  *self);

/**
 * gla_store_put_constant:
 * @reason: (nullable): why
 *
 * Audited with who, when, before and after; the value that is there already writes
 * nothing. Whether the catalogue has such a constant is the caller's matter.
 */
gboolean   gla_store_put_constant          (GlaStore           *self,
                                            const char         *name,
                                            double              low,
                                            double              high,
                                            const char         *reason,
                                            GError            **error);

/** gla_store_reset_constant: back to the value of the catalogue; audited likewise. */
gboolean   gla_store_reset_constant        (GlaStore           *self,
                                            const char         *name,
                                            const char         *reason,
                                            GError            **error);

/** gla_store_list_constants: (transfer full) (element-type GlaClinicConstant): by name. */
GPtrArray *gla_store_list_constants        (GlaStore           *self,
                                            GError            **error);

/**
 * GlaConstantChange:
 * @moment: UTC, ISO with seconds
 * @staff: (nullable): name of who did it
 * @has_before: whether the clinic had a value of its own before; else it was the catalogue's
 * @has_after: whether it has one since
 * @reason: (nullable): why
 */
typedef struct
{
  char *moment;
  char *staff;
  gboolean has_before;
  gboolean has_after;
  double before_low;
  double before_high;
  double after_low;
  double after_high;
  char *reason;
} GlaConstantChange;

void       gla_constant_change_free        (GlaConstantChange  *self);

/** gla_store_list_constant_changes: (transfer full) (element-type GlaConstantChange): newest first, from the audit. */
GPtrArray *gla_store_list_constant_changes (GlaStore           *self,
                                            const char         *name,
                                            GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaClinicConstant, gla_clinic_constant_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaConstantChange, gla_constant_change_free)

G_END_DECLS
