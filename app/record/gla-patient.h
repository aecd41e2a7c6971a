/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-record.h"

G_BEGIN_DECLS

/**
 * GlaPatient:
 *
 * A person who is treated. Allergies, conditions and medicines are free text
 * lines; the rules that read them look for the words of the catalogue.
 */
typedef struct
{
  const char *id;
  const char *number;      /* record number, unique in the clinic */
  const char *family_name;
  const char *given_name;
  GlaDay birth_day;        /* GLA_DAY_NONE if not known */
  GlaSex sex;
  const char *phone;
  const char *email;
  const char *address;
  const char *language;    /* BCP 47, such as "tr"; NULL: the clinic's */
  gboolean large_print;    /* own sheets are printed in large letters */
  gboolean may_contact;    /* agreed to be called, written or sent messages */
  const char *allergies;
  const char *conditions;
  const char *medicines;
  const char *note;
  gint64 revision;         /* counts amendments; 0 for a record that was never stored */
} GlaPatient;

GLA_DECLARE_RECORD (GlaPatient, gla_patient)

/**
 * gla_patient_get_name:
 *
 * Returns: (transfer full): "Kaya, Mira", or the one name that is recorded
 */
char  *gla_patient_get_name (const GlaPatient *self);

/** gla_patient_get_spoken_name: (transfer full): "Mira Kaya", for paper and speech. */
char  *gla_patient_get_spoken_name (const GlaPatient *self);

/** gla_patient_get_initials: (transfer full): one or two letters for the picture in lists. */
char  *gla_patient_get_initials (const GlaPatient *self);

G_END_DECLS
