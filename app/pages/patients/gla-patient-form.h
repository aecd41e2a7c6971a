/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-patient.h"

G_BEGIN_DECLS

/** GlaPatientField: what can be filled in about a patient, in the order of the editor. */
typedef enum
{
  GLA_PATIENT_FAMILY_NAME,
  GLA_PATIENT_GIVEN_NAME,
  GLA_PATIENT_BIRTH,
  GLA_PATIENT_PHONE,
  GLA_PATIENT_MAY_CONTACT, /* "yes" or "no" */
  GLA_PATIENT_SEX,         /* key of gla_sex_to_key() */
  GLA_PATIENT_NUMBER,
  GLA_PATIENT_EMAIL,
  GLA_PATIENT_ADDRESS,
  GLA_PATIENT_LANGUAGE,    /* BCP 47, empty for the clinic's */
  GLA_PATIENT_LARGE_PRINT, /* "yes" or "no" */
  GLA_PATIENT_ALLERGIES,
  GLA_PATIENT_CONDITIONS,
  GLA_PATIENT_MEDICINES,
  GLA_PATIENT_NOTE,
  GLA_PATIENT_N_FIELDS,
} GlaPatientField;

/**
 * GlaPatientForm:
 *
 * What stands in the fields of the editor, as texts that are never %NULL; not
 * yet checked. Without any widget.
 */
typedef struct
{
  char *texts[GLA_PATIENT_N_FIELDS];
} GlaPatientForm;

/** GlaBirthReading: how a birth date was understood. */
typedef enum
{
  GLA_BIRTH_EMPTY,
  GLA_BIRTH_OK,
  GLA_BIRTH_NOT_A_DATE,
  GLA_BIRTH_IMPOSSIBLE, /* there is no such day */
  GLA_BIRTH_AMBIGUOUS,  /* day and month could be swapped */
  GLA_BIRTH_FUTURE,
} GlaBirthReading;

/** gla_patient_form_new: (transfer full): the fields of @patient; %NULL: a new one's. */
GlaPatientForm  *gla_patient_form_new         (const GlaPatient     *patient);

void             gla_patient_form_free        (GlaPatientForm       *self);

/** gla_patient_form_set: @text: (nullable) */
void             gla_patient_form_set         (GlaPatientForm       *self,
                                               GlaPatientField       field,
                                               const char           *text);

/** gla_patient_form_differs: whether anything was changed from @base. */
gboolean         gla_patient_form_differs     (const GlaPatientForm *self,
                                               const GlaPatientForm *base);

/**
 * gla_patient_form_to_draft:
 *
 * Only what differs from @base, so that a draft that is taken up later does not
 * undo what others amended meanwhile.
 *
 * Returns: (transfer full) (nullable): a text to keep, %NULL if nothing differs
 */
char            *gla_patient_form_to_draft    (const GlaPatientForm *self,
                                               const GlaPatientForm *base);

/** gla_patient_form_apply_draft: fills in what was kept; FALSE if @draft holds nothing. */
gboolean         gla_patient_form_apply_draft (GlaPatientForm       *self,
                                               const char           *draft);

/** gla_patient_form_read_birth: @day: (out): GLA_DAY_NONE unless %GLA_BIRTH_OK. */
GlaBirthReading  gla_patient_form_read_birth  (const GlaPatientForm *self,
                                               GlaDayOrder           order,
                                               GlaDay                today,
                                               GlaDay               *day);

/** gla_patient_form_describe_birth: (transfer full): for the eye while typing: date and age, or what is wrong. */
char            *gla_patient_form_describe_birth (const GlaPatientForm *self,
                                                  GlaDayOrder           order,
                                                  GlaDay                today);

/** gla_patient_form_has_name: whether there is at least one name, without which nobody is found again. */
gboolean         gla_patient_form_has_name    (const GlaPatientForm *self);

/** gla_patient_form_has_odd_email: whether something stands there that is no address. */
gboolean         gla_patient_form_has_odd_email (const GlaPatientForm *self);

/**
 * gla_patient_form_to_patient:
 * @base: (nullable): the patient that is amended; keeps identifier and revision
 *
 * Blanks around texts are dropped, empty ones become %NULL.
 *
 * Returns: (transfer full): a record to store
 */
GlaPatient      *gla_patient_form_to_patient  (const GlaPatientForm *self,
                                               const GlaPatient     *base,
                                               GlaDayOrder           order,
                                               GlaDay                today);

/**
 * gla_patient_form_take_name:
 * @text: what was typed into the search: "Mira Kaya" or "Kaya, Mira"
 */
void             gla_patient_form_take_name   (GlaPatientForm       *self,
                                               const char           *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaPatientForm, gla_patient_form_free)

G_END_DECLS
