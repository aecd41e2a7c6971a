/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-statement.h"
#include "gla-store.h"

G_BEGIN_DECLS

/*
 * How a record of app/record is kept in a table: which member is which column,
 * and the statements. Adding, amending and voiding are then the same for all
 * tables and written once. Inside the store only.
 */

/**
 * GlaFieldKind:
 * @GLA_FIELD_TEXT: const char *, empty is NULL
 * @GLA_FIELD_DAY: GlaDay as ISO text
 * @GLA_FIELD_UNITS: GlaUnits
 * @GLA_FIELD_INT: an enumeration, switch or place
 * @GLA_FIELD_COUNT: int of which 0 means "not known"
 * @GLA_FIELD_VOLUME: gint64 of which 0 means "not known"
 * @GLA_FIELD_GRADE: int of which GLA_GRADE_UNKNOWN means "not taken"
 * @GLA_FIELD_MINUTE: int of which GLA_BOOKING_NO_TIME means "no time of day"
 */
typedef enum
{
  GLA_FIELD_TEXT,
  GLA_FIELD_DAY,
  GLA_FIELD_UNITS,
  GLA_FIELD_INT,
  GLA_FIELD_COUNT,
  GLA_FIELD_VOLUME,
  GLA_FIELD_GRADE,
  GLA_FIELD_MINUTE,
} GlaFieldKind;

typedef struct
{
  const char *parameter; /* ":day" */
  GlaFieldKind kind;
  gsize offset;
} GlaField;

#define GLA_FIELD(Type, kind, member) { ":" #member, GLA_FIELD_##kind, offsetof (Type, member) }

/** GLA_NO_MEMBER: for tables whose records have no such member. */
#define GLA_NO_MEMBER G_MAXSIZE

/** GlaTableExtra: appends more members to the JSON object of a record, for what belongs to it. */
typedef gboolean (*GlaTableExtra) (GlaStore *store, const char *id, GString *json, GError **error);

typedef struct
{
  const char *name;
  const GlaField *fields;  /* without id, patient and revision */
  gsize n_fields;
  gsize id;                /* offsets of those, or GLA_NO_MEMBER */
  gsize patient;
  gsize revision;
  const char *insert;      /* parameters: :id, :patient if there is one, the fields */
  const char *update;      /* the same, and sets revision = revision + 1 */
  const char *row;         /* the whole row of :id, for the audit */
  const char *state;       /* revision, void_reason and patient of :id */
  const char *hide;        /* sets void_reason to :reason and counts the revision */
  GlaTableExtra extra;     /* (nullable) */
} GlaTable;

/* The statements that differ by the table's name only; OWNER is the column of the patient, or 0. */
#define GLA_TABLE_STATEMENTS(NAME, OWNER)                                                          \
  .name = NAME,                                                                                    \
  .row = "SELECT * FROM " NAME " WHERE id = :id",                                                  \
  .state = "SELECT revision, void_reason, " OWNER " FROM " NAME " WHERE id = :id",                 \
  .hide = "UPDATE " NAME " SET void_reason = :reason, revision = revision + 1 WHERE id = :id"

extern const GlaTable gla_patient_table;
extern const GlaTable gla_staff_table;
extern const GlaTable gla_vial_table;
extern const GlaTable gla_treatment_table;
extern const GlaTable gla_assessment_table;
extern const GlaTable gla_report_table;
extern const GlaTable gla_rating_table;
extern const GlaTable gla_exposure_table;
extern const GlaTable gla_adverse_event_table;
extern const GlaTable gla_document_table;
extern const GlaTable gla_case_table;
extern const GlaTable gla_booking_table;
extern const GlaTable gla_call_table;
extern const GlaTable gla_photo_table;
extern const GlaTable gla_pattern_table;
extern const GlaTable gla_fridge_table;
extern const GlaTable gla_fridge_reading_table;
extern const GlaTable gla_treatment_plan_table;
extern const GlaTable gla_fridge_import_table;
extern const GlaTable gla_fridge_answer_table;
extern const GlaTable gla_vial_move_table;

/** gla_fields_bind: binds every field of @record to the parameter of its name. */
void      gla_fields_bind   (const GlaField  *fields,
                             gsize            n_fields,
                             GlaStatement    *statement,
                             gconstpointer    record);

/** gla_fields_read: fills @record from columns @first and following; texts are the statement's. */
void      gla_fields_read   (const GlaField  *fields,
                             gsize            n_fields,
                             GlaStatement    *statement,
                             int              first,
                             gpointer         record);

/** gla_table_read: as above for a statement that selects id, the fields and revision. */
void      gla_table_read    (const GlaTable  *table,
                             GlaStatement    *statement,
                             gpointer         record);

/** gla_table_insert: the INSERT alone, with @id; @patient is the row of the patient or 0. */
gboolean  gla_table_insert  (GlaStore        *store,
                             const GlaTable  *table,
                             gconstpointer    record,
                             const char      *id,
                             gint64           patient,
                             GError         **error);

/** gla_table_add: adds a record with its audit entry. */
gboolean  gla_table_add     (GlaStore        *store,
                             const GlaTable  *table,
                             gconstpointer    record,
                             char           **id,
                             GError         **error);

/** gla_table_amend: replaces a record whose revision is still the one that was read. */
gboolean  gla_table_amend   (GlaStore        *store,
                             const GlaTable  *table,
                             gconstpointer    record,
                             const char      *reason,
                             GError         **error);

/** gla_table_amend_as: the same with a word of its own in the audit. */
gboolean  gla_table_amend_as (GlaStore       *store,
                              const GlaTable *table,
                              gconstpointer   record,
                              const char     *action,
                              const char     *reason,
                              GError        **error);

/** gla_table_exists: whether a record of that identifier is in the file, voided or not. */
gboolean  gla_table_exists  (GlaStore        *store,
                             const GlaTable  *table,
                             const char      *id,
                             gboolean        *exists,
                             GError         **error);

/** gla_table_describe: (transfer full): the row of @id as a JSON object. */
char     *gla_table_describe (GlaStore       *store,
                              const GlaTable *table,
                              const char     *id,
                              GError        **error);

/** gla_table_update: the UPDATE alone, after a look at the revision. */
gboolean  gla_table_update  (GlaStore        *store,
                             const GlaTable  *table,
                             gconstpointer    record,
                             GError         **error);

G_END_DECLS
