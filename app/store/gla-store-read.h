/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-history.h"
#include "gla-clinic-catalogue.h"
#include "gla-store.h"

G_BEGIN_DECLS

/** gla_store_read_history: (transfer full): everything about one patient; fails with NOT_FOUND. */
GlaHistory *gla_store_read_history     (GlaStore     *self,
                                        const char   *patient,
                                        GError      **error);

GlaPatient *gla_store_read_patient     (GlaStore     *self,
                                        const char   *id,
                                        GError      **error);

/** gla_store_list_staff: (transfer full) (element-type GlaStaff): by name; those who left only if asked for. */
GPtrArray  *gla_store_list_staff       (GlaStore     *self,
                                        gboolean      with_inactive,
                                        GError      **error);

/** gla_store_list_vials: (transfer full) (element-type GlaVial): open first, then by expiry; finished ones only if asked for. */
GPtrArray  *gla_store_list_vials       (GlaStore     *self,
                                        gboolean      with_finished,
                                        GError      **error);

/** gla_store_get_units_left: content less what was drawn from it; unknown if the content is. */
gboolean    gla_store_get_units_left   (GlaStore     *self,
                                        const char   *vial,
                                        GlaUnits     *units,
                                        GError      **error);

GPtrArray  *gla_store_list_clinic_products (GlaStore *self,
                                            GError  **error);
GPtrArray  *gla_store_list_clinic_areas (GlaStore    *self,
                                         GError     **error);

/** gla_store_get_setting: (transfer full) (nullable): NULL without @error if not set. */
char       *gla_store_get_setting      (GlaStore     *self,
                                        const char   *name,
                                        GError      **error);

/**
 * gla_store_read_copy:
 * @id: of a document
 * @type: (out) (optional) (transfer full): media type
 *
 * Returns: (transfer full): what was handed out, as it was, or %NULL with an error of
 *   %GLA_STORE_ERROR
 */
GBytes     *gla_store_read_copy        (GlaStore     *self,
                                        const char   *id,
                                        char        **type,
                                        GError      **error);

/** GlaStoreCounts: what the clinic has, and what it does not know (voided records are not counted). */
typedef struct
{
  gint64 patients;
  gint64 treatments;
  gint64 injections;
  gint64 assessments;
  gint64 photos;
  gint64 open_cases;        /* cases of the assistant that are not closed */
  gint64 bookings;          /* that are planned */
  gint64 unknown_lots;      /* injections without a lot */
  gint64 unknown_products;  /* injections without a product */
  gint64 unknown_units;
  gint64 inexact_days;      /* treatments whose day is not exact */
} GlaStoreCounts;

gboolean    gla_store_count            (GlaStore       *self,
                                        GlaStoreCounts *counts,
                                        GError        **error);

/** gla_store_count_patients: these alone, which is quick. */
gboolean    gla_store_count_patients   (GlaStore       *self,
                                        gint64         *n_patients,
                                        GError        **error);

/**
 * GlaPatientFunc:
 * @patient: identifier
 *
 * Returns: FALSE to stop
 */
typedef gboolean (*GlaPatientFunc) (GlaStore *store, const char *patient, gpointer user_data, GError **error);

/**
 * gla_store_for_each_patient:
 *
 * In the order in which they were registered, which is that of their records in the file: any
 * other order would seek back and forth in it.
 *
 * Returns: %FALSE on error or when @func failed
 */
gboolean    gla_store_for_each_patient (GlaStore       *self,
                                        GlaPatientFunc  func,
                                        gpointer        user_data,
                                        GError        **error);

/** gla_store_for_each_patient_of_lot: in order of name, those who were ever given anything of @lot. */
gboolean    gla_store_for_each_patient_of_lot (GlaStore       *self,
                                               const char     *lot,
                                               GlaPatientFunc  func,
                                               gpointer        user_data,
                                               GError        **error);

/**
 * GlaHistoryFunc:
 * @history: of one patient, without documents, cases, bookings and staff
 *
 * Returns: FALSE to stop
 */
typedef gboolean (*GlaHistoryFunc) (GlaHistory *history, gpointer user_data, GError **error);

/**
 * gla_store_scan_histories:
 * @part: which part of the patients, from 0
 * @n_parts: into how many they are divided: each of them can be read at the same time, on a
 *   connection of its own
 *
 * Reads of all patients what treatments and their effects are told from. Every table is gone
 * through once, side by side with the others, instead of once for each patient: several times
 * as quick. In the order in which patients were registered, as of one moment.
 *
 * Returns: %FALSE on error or when @func failed
 */
gboolean    gla_store_scan_histories   (GlaStore       *self,
                                        guint           part,
                                        guint           n_parts,
                                        GlaHistoryFunc  func,
                                        gpointer        user_data,
                                        GError        **error);

/** GlaAuditEntry: one line of the audit. */
typedef struct
{
  gint64 number;
  char *when;      /* UTC, ISO with seconds */
  char *staff;     /* name, or NULL */
  char *action;    /* "add", "amend", "void", "restore", "batch", "setting", ... */
  char *table;
  char *record;    /* identifier */
  char *patient;   /* identifier or NULL */
  char *before;    /* JSON object or NULL */
  char *after;
  char *reason;
} GlaAuditEntry;

void        gla_audit_entry_free       (GlaAuditEntry  *self);

/** gla_store_list_audit: (transfer full) (element-type GlaAuditEntry): newest first; all patients if @patient is NULL. */
GPtrArray  *gla_store_list_audit       (GlaStore       *self,
                                        const char     *patient,
                                        guint           limit,
                                        GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaAuditEntry, gla_audit_entry_free)

G_END_DECLS
