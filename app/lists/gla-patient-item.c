/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-patient-item-private.h"

#include "gla-patient.h"

struct _GlaPatientItem
{
  GObject parent_instance;

  /* Owned */
  GHashTable *living;
  GlaPatientRow *row;

  gint64 number;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GlaPatientItem, gla_patient_item, G_TYPE_OBJECT)

static void
gla_patient_item_finalize (GObject *object)
{
  GlaPatientItem *self = GLA_PATIENT_ITEM (object);

  g_hash_table_remove (self->living, &self->number);
  g_clear_pointer (&self->living, g_hash_table_unref);
  g_clear_pointer (&self->row, gla_patient_row_free);

  G_OBJECT_CLASS (gla_patient_item_parent_class)->finalize (object);
}

static void
gla_patient_item_class_init (GlaPatientItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gla_patient_item_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
gla_patient_item_init (GlaPatientItem *self)
{
}

GlaPatientItem *
gla_patient_item_new (GHashTable    *living,
                      gint64         number,
                      GlaPatientRow *row)
{
  GlaPatientItem *self = g_object_new (GLA_TYPE_PATIENT_ITEM, NULL);

  self->number = number;
  self->row = row;
  self->living = g_hash_table_ref (living);
  g_hash_table_insert (living, &self->number, self);

  return self;
}

gint64
gla_patient_item_get_number (GlaPatientItem *self)
{
  g_return_val_if_fail (GLA_IS_PATIENT_ITEM (self), 0);

  return self->number;
}

void
gla_patient_item_set_row (GlaPatientItem *self,
                          GlaPatientRow  *row)
{
  g_return_if_fail (GLA_IS_PATIENT_ITEM (self));

  g_clear_pointer (&self->row, gla_patient_row_free);
  self->row = row;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

const GlaPatientRow *
gla_patient_item_get_row (GlaPatientItem *self)
{
  g_return_val_if_fail (GLA_IS_PATIENT_ITEM (self), NULL);

  return self->row;
}

const char *
gla_patient_item_get_id (GlaPatientItem *self)
{
  g_return_val_if_fail (GLA_IS_PATIENT_ITEM (self), NULL);

  return self->row != NULL ? self->row->id : NULL;
}

/* Only for the rules of how names are written, which live with the patient. */
static GlaPatient
get_names (GlaPatientItem *self)
{
  GlaPatient patient = { .birth_day = GLA_DAY_NONE };

  if (self->row != NULL)
    {
      patient.family_name = self->row->family_name;
      patient.given_name = self->row->given_name;
    }

  return patient;
}

char *
gla_patient_item_dup_name (GlaPatientItem *self)
{
  GlaPatient patient;

  g_return_val_if_fail (GLA_IS_PATIENT_ITEM (self), NULL);

  patient = get_names (self);
  return gla_patient_get_name (&patient);
}

char *
gla_patient_item_dup_initials (GlaPatientItem *self)
{
  GlaPatient patient;

  g_return_val_if_fail (GLA_IS_PATIENT_ITEM (self), NULL);

  patient = get_names (self);
  return gla_patient_get_initials (&patient);
}
