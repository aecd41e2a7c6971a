/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GlaImportKind:
 * @GLA_IMPORT_AUTO: find out from the header
 *
 * What the rows of a file are.
 */
typedef enum
{
  GLA_IMPORT_AUTO,
  GLA_IMPORT_PATIENTS,
  GLA_IMPORT_TREATMENTS,
  GLA_IMPORT_ASSESSMENTS,
} GlaImportKind;

/**
 * GlaImportField:
 * @GLA_IMPORT_FIELD_NONE: a column that is not imported
 * @GLA_IMPORT_FIELD_FULL_NAME: "Family, Given" or "Given Family"
 *
 * What a column means.
 */
typedef enum
{
  GLA_IMPORT_FIELD_NONE,
  GLA_IMPORT_FIELD_NUMBER,
  GLA_IMPORT_FIELD_FAMILY_NAME,
  GLA_IMPORT_FIELD_GIVEN_NAME,
  GLA_IMPORT_FIELD_FULL_NAME,
  GLA_IMPORT_FIELD_BIRTH_DAY,
  GLA_IMPORT_FIELD_SEX,
  GLA_IMPORT_FIELD_PHONE,
  GLA_IMPORT_FIELD_EMAIL,
  GLA_IMPORT_FIELD_ADDRESS,
  GLA_IMPORT_FIELD_LANGUAGE,
  GLA_IMPORT_FIELD_MAY_CONTACT,
  GLA_IMPORT_FIELD_ALLERGIES,
  GLA_IMPORT_FIELD_CONDITIONS,
  GLA_IMPORT_FIELD_MEDICINES,
  GLA_IMPORT_FIELD_DAY,
  GLA_IMPORT_FIELD_INJECTOR,
  GLA_IMPORT_FIELD_REASON,
  GLA_IMPORT_FIELD_AREA,
  GLA_IMPORT_FIELD_SIDE,
  GLA_IMPORT_FIELD_PRODUCT,
  GLA_IMPORT_FIELD_LOT,
  GLA_IMPORT_FIELD_EXPIRY,
  GLA_IMPORT_FIELD_UNITS,
  GLA_IMPORT_FIELD_POINTS,
  GLA_IMPORT_FIELD_RATER,
  GLA_IMPORT_FIELD_SCALE,
  GLA_IMPORT_FIELD_AT_REST,
  GLA_IMPORT_FIELD_AT_MAXIMUM,
  GLA_IMPORT_FIELD_STAFF,
  GLA_IMPORT_FIELD_WORN_OFF,
  GLA_IMPORT_FIELD_STILL_WORKING,
  GLA_IMPORT_FIELD_NOTE,
  GLA_N_IMPORT_FIELDS,
} GlaImportField;

/** gla_import_kind_get_name: in the user's language, such as "Treatments". */
const char      *gla_import_kind_get_name       (GlaImportKind     kind);

/** gla_import_kind_from_key: "patients", "treatments" or "assessments"; FALSE for another word. */
gboolean         gla_import_kind_from_key       (const char       *key,
                                                 GlaImportKind    *kind);
const char      *gla_import_kind_to_key         (GlaImportKind     kind);

/** gla_import_field_get_name: in the user's language, such as "Birth date". */
const char      *gla_import_field_get_name      (GlaImportField    field);

/** gla_import_field_to_key: for the command line, such as "birth-date"; "none" for no field. */
const char      *gla_import_field_to_key        (GlaImportField    field);
gboolean         gla_import_field_from_key      (const char       *key,
                                                 GlaImportField   *field);

/** gla_import_field_is_of: whether rows of @kind can have the field. */
gboolean         gla_import_field_is_of         (GlaImportField    field,
                                                 GlaImportKind     kind);

/** gla_import_field_is_date: whether it holds dates. */
gboolean         gla_import_field_is_date       (GlaImportField    field);

/**
 * gla_import_field_is_joined:
 *
 * Whether several columns may be put together for it, such as an address.
 */
gboolean         gla_import_field_is_joined     (GlaImportField    field);

/**
 * gla_import_fields_guess_kind:
 * @headers: (array length=n_headers)
 *
 * What the rows of a file with this header are; patients if nothing speaks for
 * treatments or assessments.
 */
GlaImportKind    gla_import_fields_guess_kind   (const char *const *headers,
                                                 guint              n_headers);

/**
 * gla_import_fields_guess:
 * @fields: (array length=n_headers) (out caller-allocates): what each column means
 *
 * Recognises the header names of common exports in English, German, French and
 * Spanish; case, accents and punctuation don't matter. Where several columns
 * could be meant the most usual name is taken.
 */
void             gla_import_fields_guess        (const char *const *headers,
                                                 guint              n_headers,
                                                 GlaImportKind      kind,
                                                 GlaImportField    *fields);

G_END_DECLS
