/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-effect.h"
#include "gla-test-history.h"

G_BEGIN_DECLS

/*
 * The generated clinic of the golden files, each of its treatments as the history
 * of a patient: the baseline graded on the day of the injection "A", what was seen
 * later, and the next treatment, "B".
 */
typedef struct _GlaTestClinic GlaTestClinic;

/* Day of the last look at the histories. */
#define GLA_TEST_CLINIC_LAST_DAY 4000

GlaTestClinic  *gla_test_clinic_load          (void);
void            gla_test_clinic_free          (GlaTestClinic *self);
guint           gla_test_clinic_get_size      (GlaTestClinic *self);
const char     *gla_test_clinic_get_name      (GlaTestClinic *self,
                                               guint          i);
GlaHistory     *gla_test_clinic_make_history  (GlaTestClinic *self,
                                               guint          i);

/* Fails unless this is what the golden file has for the effect of "A". */
void            gla_test_clinic_assert_effect (GlaTestClinic *self,
                                               guint          i,
                                               const char    *status,
                                               int            left,
                                               int            right);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaTestClinic, gla_test_clinic_free)

G_END_DECLS
