/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * All records work alike: a public structure of plain fields, copied into one piece of
 * reference-counted memory together with its texts and never changed after.
 * A structure on the stack with designated initialisers is the builder, and an
 * amended record is a copy of the fields with some of them replaced:
 *
 *   GlaPatient fields = *patient;
 *   fields.phone = "044 000 00 00";
 *   g_autoptr (GlaPatient) amended = gla_patient_new (&fields);
 */
typedef struct
{
  gsize size;
  const gsize *texts; /* offsets of the const char * members that the record owns */
  gsize n_texts;
} GlaRecordKind;

gpointer  gla_record_copy  (const GlaRecordKind *kind,
                            gconstpointer        fields);

#define GLA_DEFINE_RECORD(Type, prefix, ...)                                                       \
  static const gsize prefix##_texts[] = { __VA_ARGS__ };                                           \
  static const GlaRecordKind prefix##_kind = { sizeof (Type), prefix##_texts,                      \
                                               G_N_ELEMENTS (prefix##_texts) };                    \
  Type *prefix##_new (const Type *fields)                                                          \
  {                                                                                                \
    g_return_val_if_fail (fields != NULL, NULL);                                                   \
    return gla_record_copy (&prefix##_kind, fields);                                               \
  }                                                                                                \
  Type *prefix##_ref (const Type *self)                                                            \
  {                                                                                                \
    g_return_val_if_fail (self != NULL, NULL);                                                     \
    return g_atomic_rc_box_acquire ((Type *) self);                                                \
  }                                                                                                \
  void prefix##_unref (Type *self)                                                                 \
  {                                                                                                \
    if (self != NULL)                                                                              \
      g_atomic_rc_box_release (self);                                                              \
  }

G_END_DECLS
