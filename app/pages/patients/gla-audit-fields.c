/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-audit-fields.h"

#include "gla-how.h"
#include "gla-i18n.h"
#include "gla-photo.h"
#include "gla-plan-form.h"
#include "gla-record-words.h"
#include "gla-screening-question.h"
#include "gla-words.h"

typedef struct
{
  const GlaAuditJson *record; /* the one that the value is a member of */
  GlaCatalogue *catalogue;
  const GlaHistory *history;
} Place;

typedef enum
{
  FIELD_HIDDEN,
  FIELD_TEXT,
  FIELD_DAY,
  FIELD_ABOUT_DAY, /* as well known as the record's precision says */
  FIELD_UNITS,
  FIELD_STAFF,
  FIELD_AREA,
  FIELD_PRODUCT,
  FIELD_SCALE,
  FIELD_GRADE,
  FIELD_SIDE,
  FIELD_REASON,
  FIELD_RATER,
  FIELD_CERTAINTY,
  FIELD_SEVERITY,
  FIELD_REPORT_KIND,
  FIELD_PRECISION,
  FIELD_SEX,
  FIELD_YES_NO,
  FIELD_LANGUAGE,
  FIELD_INJECTIONS,
  FIELD_STANDING,
  FIELD_BOOKING_KIND,
  FIELD_BOOKING_STATE,
  FIELD_MINUTE,
  FIELD_CALL_REASON,
  FIELD_CALL_OUTCOME,
  FIELD_EXPRESSION,
  FIELD_ANGLE,
  FIELD_CONSENT_FORM,
  FIELD_FACE_TO_FACE,
  FIELD_SCREENING,
  FIELD_PLAN,
} FieldKind;

typedef struct
{
  const char *table; /* NULL: any */
  const char *name;
  FieldKind kind;
  const char *label;
} Field;

/* The first that fits counts: particular tables before any. */
static const Field fields[] = {
  { "report", "kind", FIELD_REPORT_KIND, N_("Report") },
  { "rating", "grade", FIELD_GRADE, N_("Answer") },
  { "rating", "word", FIELD_HIDDEN, NULL }, /* the answer names it */
  { "rating", "rater", FIELD_RATER, N_("Judged") },
  { "adverse_event", "kind", FIELD_TEXT, N_("What happened") },
  { "booking", "kind", FIELD_BOOKING_KIND, N_("Booked for") },
  { "booking", "state", FIELD_BOOKING_STATE, N_("State") },
  { "booking", "minute", FIELD_MINUTE, N_("Time") },
  { "case_record", "opened", FIELD_DAY, N_("Opened on") },
  { "case_record", "protocol", FIELD_HIDDEN, NULL },
  { "case_record", "protocol_version", FIELD_TEXT, N_("Protocol") },
  { "case_record", "standing", FIELD_STANDING, N_("State") },
  { "case_record", "step", FIELD_HIDDEN, NULL },
  { "case_record", "due", FIELD_DAY, N_("Due") },
  { "case_record", "until", FIELD_DAY, N_("Until") },
  { "case_record", "outcome", FIELD_HIDDEN, NULL }, /* the sentence names it */
  { "case_record", "cause", FIELD_HIDDEN, NULL },
  { "case_record", "conclusion", FIELD_TEXT, N_("Conclusion") },
  { "case_record", "closed", FIELD_DAY, N_("Closed on") },
  { "case_record", "content", FIELD_HIDDEN, NULL },
  { "call", "reason", FIELD_CALL_REASON, N_("Called about") },
  { "call", "outcome", FIELD_CALL_OUTCOME, N_("Outcome") },
  { "call", "staff", FIELD_HIDDEN, NULL },
  { "call", "booking", FIELD_HIDDEN, NULL },
  { "call", "until", FIELD_DAY, N_("Comes up again on") },
  { "photo", "expression", FIELD_EXPRESSION, N_("Expression") },
  { "photo", "angle", FIELD_ANGLE, N_("Angle") },
  { "photo", "marketing_day", FIELD_DAY, N_("Agreed to marketing use on") },
  { "photo", "width", FIELD_HIDDEN, NULL },
  { "photo", "height", FIELD_HIDDEN, NULL },
  { "photo", "size", FIELD_HIDDEN, NULL },
  { "photo", "checksum", FIELD_HIDDEN, NULL },
  { "treatment_plan", "content", FIELD_PLAN, N_("Planned") },
  { "treatment", "plan", FIELD_HIDDEN, NULL },
  { NULL, "case_id", FIELD_HIDDEN, NULL },
  { NULL, "id", FIELD_HIDDEN, NULL },
  { NULL, "row", FIELD_HIDDEN, NULL },
  { NULL, "patient", FIELD_HIDDEN, NULL },
  { NULL, "treatment", FIELD_HIDDEN, NULL },
  { NULL, "visit", FIELD_HIDDEN, NULL },
  { NULL, "revision", FIELD_HIDDEN, NULL },
  { NULL, "void_reason", FIELD_HIDDEN, NULL },
  { NULL, "name_key", FIELD_HIDDEN, NULL },
  { NULL, "phone_key", FIELD_HIDDEN, NULL },
  { NULL, "copy", FIELD_HIDDEN, NULL },
  { NULL, "copy_type", FIELD_HIDDEN, NULL },
  { NULL, "number", FIELD_TEXT, N_("Record number") },
  { NULL, "family_name", FIELD_TEXT, N_("Family name") },
  { NULL, "given_name", FIELD_TEXT, N_("Given name") },
  { NULL, "birth_day", FIELD_DAY, N_("Birth date") },
  { NULL, "sex", FIELD_SEX, N_("Sex") },
  { NULL, "phone", FIELD_TEXT, N_("Telephone") },
  { NULL, "email", FIELD_TEXT, N_("E-mail") },
  { NULL, "address", FIELD_TEXT, N_("Address") },
  { NULL, "language", FIELD_LANGUAGE, N_("Language") },
  { NULL, "may_contact", FIELD_YES_NO, N_("May be contacted") },
  { NULL, "large_print", FIELD_YES_NO, N_("Sheets in large print") },
  { NULL, "allergies", FIELD_TEXT, N_("Allergies") },
  { NULL, "conditions", FIELD_TEXT, N_("Conditions") },
  { NULL, "medicines", FIELD_TEXT, N_("Medicines") },
  { NULL, "note", FIELD_TEXT, N_("Note") },
  { NULL, "day", FIELD_ABOUT_DAY, N_("Date") },
  { NULL, "precision", FIELD_PRECISION, N_("How well the date is known") },
  { NULL, "injector", FIELD_STAFF, N_("Injector") },
  { NULL, "prescriber", FIELD_STAFF, N_("Prescriber") },
  { NULL, "staff", FIELD_STAFF, N_("By") },
  { NULL, "reason", FIELD_REASON, N_("Reason of the visit") },
  { NULL, "deviation", FIELD_TEXT, N_("Deviation") },
  { NULL, "consent_version", FIELD_TEXT, N_("Consent form") },
  { NULL, "consent_form", FIELD_CONSENT_FORM, N_("Consent is kept") },
  { NULL, "face_to_face", FIELD_FACE_TO_FACE, N_("Prescriber saw the patient") },
  { NULL, "screening", FIELD_SCREENING, N_("Asked before treatment") },
  { NULL, "consent_day", FIELD_DAY, N_("Consent given on") },
  { NULL, "injections", FIELD_INJECTIONS, N_("What was injected") },
  { NULL, "area", FIELD_AREA, N_("Area") },
  { NULL, "side", FIELD_SIDE, N_("Side") },
  { NULL, "rater", FIELD_RATER, N_("Graded") },
  { NULL, "scale", FIELD_SCALE, N_("Scale") },
  { NULL, "at_rest", FIELD_GRADE, N_("Grade at rest") },
  { NULL, "at_maximum", FIELD_GRADE, N_("Grade at maximum") },
  { NULL, "told_on", FIELD_DAY, N_("Told on") },
  { NULL, "place", FIELD_TEXT, N_("Where") },
  { NULL, "indication", FIELD_TEXT, N_("What for") },
  { NULL, "product", FIELD_PRODUCT, N_("Product") },
  { NULL, "lot", FIELD_TEXT, N_("Lot") },
  { NULL, "units", FIELD_UNITS, N_("Units") },
  { NULL, "certainty", FIELD_CERTAINTY, N_("How it is known") },
  { NULL, "severity", FIELD_SEVERITY, N_("Severity") },
  { NULL, "onset", FIELD_ABOUT_DAY, N_("Began") },
  { NULL, "resolved", FIELD_DAY, N_("Resolved") },
  { NULL, "outcome", FIELD_TEXT, N_("Outcome") },
  { NULL, "template", FIELD_TEXT, N_("Document") },
  { NULL, "version", FIELD_TEXT, N_("Version") },
};

static const Field *
find_field (const char *table,
            const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_str_equal (fields[i].name, name)
        && (fields[i].table == NULL || g_strcmp0 (fields[i].table, table) == 0))
      return &fields[i];
  return NULL;
}

/* The word of an enumeration's stored number; NULL for one that is out of range. */
static const char *
name_enum (FieldKind kind,
           gint64    value)
{
  static const char *const precisions[] = {
    N_("the very day"), N_("within a week or so"), N_("the month only"), N_("the year only"),
  };

#define NAME(maximum, get_name) (value <= (maximum) ? get_name (value) : NULL)
  if (value < 0)
    return NULL;
  switch (kind)
    {
    case FIELD_SIDE:
      return NAME (GLA_SIDE_MIDDLE, gla_side_get_name);
    case FIELD_REASON:
      return NAME (GLA_VISIT_REASON_WORE_OFF, gla_visit_reason_get_name);
    case FIELD_RATER:
      return NAME (GLA_RATER_PATIENT, gla_rater_get_name);
    case FIELD_CERTAINTY:
      return NAME (GLA_CERTAINTY_GUESS, gla_certainty_get_name);
    case FIELD_SEVERITY:
      return NAME (GLA_SEVERITY_SEVERE, gla_severity_get_name);
    case FIELD_REPORT_KIND:
      return NAME (GLA_REPORT_STILL_WORKING, gla_report_kind_get_name);
    case FIELD_CALL_REASON:
      return NAME (GLA_CALL_BOOKING, gla_call_reason_get_name);
    case FIELD_CALL_OUTCOME:
      return NAME (GLA_CALL_SNOOZED, gla_call_outcome_get_name);
    case FIELD_EXPRESSION:
      return NAME (GLA_PHOTO_SMILE, gla_photo_expression_get_name);
    case FIELD_ANGLE:
      return NAME (GLA_PHOTO_RIGHT_OBLIQUE, gla_photo_angle_get_name);
    case FIELD_CONSENT_FORM:
      return NAME (GLA_CONSENT_FORM_SCANNED, gla_consent_form_get_name);
    case FIELD_FACE_TO_FACE:
      return NAME (GLA_FACE_TO_FACE_REMOTE, gla_face_to_face_get_name);
    case FIELD_SEX:
      return NAME (GLA_SEX_OTHER, gla_sex_get_name);
    case FIELD_PRECISION:
      return value < (gint64) G_N_ELEMENTS (precisions) ? _(precisions[value]) : NULL;
    case FIELD_STANDING:
      return NAME (GLA_CASE_STANDING_CLOSED, gla_case_standing_get_name);
    case FIELD_BOOKING_KIND:
      return NAME (GLA_BOOKING_CONTACT, gla_booking_kind_get_name);
    case FIELD_BOOKING_STATE:
      return NAME (GLA_BOOKING_CANCELLED, gla_booking_state_get_name);
    case FIELD_YES_NO:
      return value != 0 ? _("yes") : _("no");
    case FIELD_HIDDEN:
    case FIELD_TEXT:
    case FIELD_DAY:
    case FIELD_ABOUT_DAY:
    case FIELD_UNITS:
    case FIELD_STAFF:
    case FIELD_AREA:
    case FIELD_PRODUCT:
    case FIELD_SCALE:
    case FIELD_GRADE:
    case FIELD_LANGUAGE:
    case FIELD_INJECTIONS:
    case FIELD_MINUTE:
    case FIELD_SCREENING:
    case FIELD_PLAN:
    default:
      return NULL;
    }
#undef NAME
}

/* One injection of a list; a lot of a vial is looked up in the history. */
static char *
word_injection (const GlaAuditJson *json,
                const Place        *place)
{
  const char *vial_id = gla_audit_json_get_text (json, "vial");
  const GlaVial *vial = vial_id == NULL ? NULL
                                        : gla_history_find_vial (place->history, vial_id);
  GlaInjection injection = {
    .area = gla_audit_json_get_text (json, "area"),
    .side = (GlaSide) CLAMP (gla_audit_json_get_number (json, "side", 0), 0, GLA_SIDE_MIDDLE),
    .product = vial != NULL ? vial->product : gla_audit_json_get_text (json, "product"),
    .lot = vial != NULL ? vial->lot : gla_audit_json_get_text (json, "lot"),
    .units = gla_audit_json_get_number (json, "units", GLA_UNITS_UNKNOWN),
  };
  g_autofree char *words = NULL;
  g_autofree char *how = NULL;

  words = gla_record_words_injection (place->catalogue, &injection);
  how = gla_how_join (gla_audit_json_get_text (json, "depth"),
                      gla_audit_json_get_text (json, "needle"),
                      gla_audit_json_get_text (json, "technique"));
  return how != NULL ? g_strjoin (" · ", words, how, NULL) : g_steal_pointer (&words);
}

static char *
word_injections (const GlaAuditJson *value,
                 const Place        *place)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  if (value->items == NULL || value->items->len == 0)
    return g_strdup (_("nothing"));
  for (guint i = 0; i < value->items->len; i++)
    g_ptr_array_add (words, word_injection (g_ptr_array_index (value->items, i), place));
  g_ptr_array_add (words, NULL);
  return g_strjoinv ("; ", (char **) words->pdata);
}

/* A value that is stored as a number; its digits if it is not of this kind after all. */
static char *
word_number (FieldKind           kind,
             const GlaAuditJson *value,
             const Place        *place)
{
  const char *word;
  gint64 number;

  if (g_strcmp0 (value->text, "true") == 0 || g_strcmp0 (value->text, "false") == 0)
    number = g_str_equal (value->text, "true");
  else if (!g_ascii_string_to_signed (value->text, 10, G_MININT64, G_MAXINT64, &number, NULL))
    return g_strdup (value->text);

  if (kind == FIELD_UNITS)
    return gla_record_words_units (place->catalogue,
                                   gla_audit_json_get_text (place->record, "product"), number);
  if (kind == FIELD_GRADE)
    return gla_record_words_grade (place->catalogue,
                                   gla_audit_json_get_text (place->record, "scale"),
                                   (int) CLAMP (number, GLA_GRADE_UNKNOWN, 100));
  if (kind == FIELD_MINUTE && number >= 0 && number < 24 * 60)
    return g_strdup_printf ("%02d:%02d", (int) number / 60, (int) number % 60);
  word = name_enum (kind, number);
  return g_strdup (word == NULL ? value->text : word);
}

static char *
word_text (FieldKind    kind,
           const char  *text,
           const Place *place)
{
  const GlaScale *scale;
  gint64 precision = GLA_DAY_EXACT;
  GlaDay day;

  switch ((guint) kind)
    {
    case FIELD_ABOUT_DAY:
      precision = CLAMP (gla_audit_json_get_number (place->record, "precision", GLA_DAY_EXACT),
                         GLA_DAY_EXACT, GLA_DAY_YEAR);
      G_GNUC_FALLTHROUGH;
    case FIELD_DAY:
      day = gla_day_from_iso (text);
      return day == GLA_DAY_NONE ? g_strdup (text)
                                 : gla_day_format (day, (GlaDayPrecision) precision);
    case FIELD_STAFF:
      return g_strdup (gla_record_words_staff (place->history, text));
    case FIELD_AREA:
      return g_strdup (gla_record_words_area (place->catalogue, text));
    case FIELD_PRODUCT:
      return g_strdup (gla_record_words_product (place->catalogue, text));
    case FIELD_LANGUAGE:
      return g_strdup (gla_record_words_language (text));
    case FIELD_SCREENING:
      return gla_screening_describe (text);
    case FIELD_PLAN:
      return gla_plan_describe (text, place->catalogue);
    case FIELD_SCALE:
      scale = gla_catalogue_find_scale (place->catalogue, text);
      return g_strdup (scale == NULL ? text : gla_scale_get_name (scale));
    default:
      return g_strdup (text);
    }
}

static char *
word_value (const Field        *field,
            const GlaAuditJson *value,
            const Place        *place)
{
  FieldKind kind = field == NULL ? FIELD_TEXT : field->kind;

  if (value == NULL || value->kind == GLA_AUDIT_JSON_NULL)
    return g_strdup (_("nothing"));
  if (kind == FIELD_INJECTIONS || value->items != NULL)
    return word_injections (value, place);
  if (value->kind == GLA_AUDIT_JSON_NUMBER || value->kind == GLA_AUDIT_JSON_BOOLEAN)
    return word_number (kind, value, place);
  return word_text (kind, value->text, place);
}

static void
compare_member (const char   *table,
                const char   *name,
                const Place  *before,
                const Place  *after,
                GStrvBuilder *lines)
{
  const Field *field = find_field (table, name);
  const GlaAuditJson *old = gla_audit_json_find (before->record, name);
  const GlaAuditJson *new = gla_audit_json_find (after->record, name);
  g_autofree char *from = NULL, *to = NULL, *line = NULL;

  if (field != NULL && field->kind == FIELD_HIDDEN)
    return;
  if (gla_audit_json_equal (old, new))
    return;
  from = word_value (field, old, before);
  to = word_value (field, new, after);
  if (g_str_equal (from, to))
    return;
  /* Translators: name of a field, what it was, what it became */
  line = g_strdup_printf (_("%s: %s → %s"), field == NULL ? name : _(field->label), from, to);
  g_strv_builder_add (lines, line);
}

GStrv
gla_audit_fields_compare (const char         *table,
                          const GlaAuditJson *before,
                          const GlaAuditJson *after,
                          GlaCatalogue       *catalogue,
                          const GlaHistory   *history)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  Place old = { before, catalogue, history };
  Place new = { after, catalogue, history };

  g_return_val_if_fail (catalogue != NULL, NULL);
  g_return_val_if_fail (history != NULL, NULL);

  if (before == NULL || after == NULL || before->kind != GLA_AUDIT_JSON_OBJECT
      || after->kind != GLA_AUDIT_JSON_OBJECT)
    return g_strv_builder_end (lines);

  for (guint i = 0; i < after->items->len; i++)
    {
      const GlaAuditJson *member = g_ptr_array_index (after->items, i);

      compare_member (table, member->name, &old, &new, lines);
    }
  for (guint i = 0; i < before->items->len; i++)
    {
      const GlaAuditJson *member = g_ptr_array_index (before->items, i);

      if (gla_audit_json_find (after, member->name) == NULL)
        compare_member (table, member->name, &old, &new, lines);
    }
  return g_strv_builder_end (lines);
}
