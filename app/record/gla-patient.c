/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-patient.h"

#include "gla-record-private.h"

GLA_DEFINE_RECORD (GlaPatient, gla_patient,
                   offsetof (GlaPatient, id),
                   offsetof (GlaPatient, number),
                   offsetof (GlaPatient, family_name),
                   offsetof (GlaPatient, given_name),
                   offsetof (GlaPatient, phone),
                   offsetof (GlaPatient, email),
                   offsetof (GlaPatient, address),
                   offsetof (GlaPatient, language),
                   offsetof (GlaPatient, allergies),
                   offsetof (GlaPatient, conditions),
                   offsetof (GlaPatient, medicines),
                   offsetof (GlaPatient, note))

static gboolean
is_name (const char *name)
{
  return name != NULL && name[0] != '\0';
}

char *
gla_patient_get_name (const GlaPatient *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (is_name (self->family_name) && is_name (self->given_name))
    return g_strdup_printf ("%s, %s", self->family_name, self->given_name);
  if (is_name (self->family_name))
    return g_strdup (self->family_name);
  return g_strdup (is_name (self->given_name) ? self->given_name : "");
}

char *
gla_patient_get_spoken_name (const GlaPatient *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (is_name (self->family_name) && is_name (self->given_name))
    return g_strdup_printf ("%s %s", self->given_name, self->family_name);
  return gla_patient_get_name (self);
}

static void
append_initial (GString    *initials,
                const char *name)
{
  if (is_name (name))
    g_string_append_unichar (initials, g_unichar_toupper (g_utf8_get_char (name)));
}

char *
gla_patient_get_initials (const GlaPatient *self)
{
  GString *initials;

  g_return_val_if_fail (self != NULL, NULL);

  initials = g_string_new (NULL);
  append_initial (initials, self->given_name);
  append_initial (initials, self->family_name);
  return g_string_free (initials, FALSE);
}
