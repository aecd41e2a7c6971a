/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-injection.h"
#include "gla-patient.h"
#include "gla-store.h"

G_BEGIN_DECLS

/*
 * What an import of lists needs beside the adding functions. All of it belongs
 * into a batch.
 */

/**
 * GlaStoreKnownPatient:
 *
 * What a patient is recognised by. Texts are valid during the call only.
 */
typedef struct
{
  const char *id;
  const char *number;
  const char *family_name;
  const char *given_name;
  GlaDay birth_day;
  gboolean voided;
} GlaStoreKnownPatient;

typedef void (*GlaStoreKnownPatientFunc) (const GlaStoreKnownPatient *patient, gpointer user_data);

/**
 * gla_store_list_known_patients:
 *
 * All patients of the file, those taken out as well, in no order.
 */
gboolean  gla_store_list_known_patients (GlaStore                  *self,
                                         GlaStoreKnownPatientFunc   func,
                                         gpointer                   user_data,
                                         GError                   **error);

/**
 * gla_store_append_injection:
 * @treatment: identifier of a treatment in the file
 *
 * Puts an injection behind those of the treatment, unless one of that identifier
 * is there already, or the treatment was amended or voided since it was added:
 * then people know better. gla_store_batch_was_added() tells.
 */
gboolean  gla_store_append_injection    (GlaStore            *self,
                                         const char          *treatment,
                                         const GlaInjection  *injection,
                                         GError             **error);

/**
 * gla_store_append_note:
 *
 * Adds a line to the note of a treatment of this batch unless it is in there.
 */
gboolean  gla_store_append_note         (GlaStore            *self,
                                         const char          *treatment,
                                         const char          *note,
                                         GError             **error);

G_END_DECLS
