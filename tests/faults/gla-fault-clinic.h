/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-test-program.h"

G_BEGIN_DECLS

/* A small clinic, a table to import into it, and what both should be afterwards. */

#define GLA_FAULT_PATIENTS 20

/** gla_fault_clinic_make: (transfer full): a new folder with clinic.glabella in it. */
char  *gla_fault_clinic_make     (void);

/** gla_fault_clinic_write_csv: patients.csv with @n patients who are not in the clinic. */
void   gla_fault_clinic_write_csv (const char *folder,
                                   guint       n);

/** gla_fault_clinic_dup: (transfer full): patients and cycles of @file, which must be in order. */
char  *gla_fault_clinic_dup      (const char *folder,
                                  const char *file);

/** gla_fault_clinic_count: number of patients of @file, which must be in order. */
guint  gla_fault_clinic_count    (const char *folder,
                                  const char *file);

/** gla_fault_random: a number from 0 to @n - 1, the same in every run. */
guint  gla_fault_random          (guint       n);

G_END_DECLS
