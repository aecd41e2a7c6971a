/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-gs1.h"

#include "gla-gs1-field.h"

#include <string.h>

/* A carton has some six fields. */
#define MAX_FIELDS 24
/* Longer lots are rare, and may be a lot and a serial without the separator between (E4a). */
#define USUAL_LOT_LENGTH 12
/* No product keeps longer; further ahead is a misread year (E4d). */
#define FAR_YEARS 6

typedef struct
{
  const char *data; /* what is left to be read */
  gsize length;
} Span;

typedef struct
{
  Span ai;
  Span value;
} SeenField;

typedef struct
{
  Span rest;
  char separator;
  GlaDay today;
  gboolean is_typed;
  gboolean has_separator; /* one came through, so that the scanner sends them */
  SeenField seen[MAX_FIELDS];
  guint n_seen;
  GlaGs1 *gs1;
} Reader;

/* The 82 characters of GS1 texts, but for letters and digits (E1). */
static gboolean
is_text_char (char c)
{
  return g_ascii_isalnum (c) || (c != '\0' && strchr ("!\"%&'()*+,-./:;<=>?_", c) != NULL);
}

gboolean
gla_gs1_is_separator (char c)
{
  return g_ascii_isgraph (c) && !is_text_char (c) && c != ']';
}

static gboolean
is_break (const Reader *reader,
          char          c)
{
  return c == GLA_GS1_SEPARATOR || (reader->separator != '\0' && c == reader->separator);
}

static void
skip (Span *span,
      gsize n)
{
  span->data += n;
  span->length -= n;
}

static gboolean
starts_with (Span        span,
             const char *text)
{
  gsize length = strlen (text);

  return span.length >= length && memcmp (span.data, text, length) == 0;
}

static gboolean
spans_equal (Span a,
             Span b)
{
  return a.length == b.length && memcmp (a.data, b.data, a.length) == 0;
}

static gboolean
is_numeric (Span span)
{
  for (gsize i = 0; i < span.length; i++)
    if (!g_ascii_isdigit (span.data[i]))
      return FALSE;
  return TRUE;
}

static void
copy_text (Span  span,
           char *text)
{
  memcpy (text, span.data, span.length);
  text[span.length] = '\0';
}

gboolean
gla_gs1_is_gtin (const char *text)
{
  int sum = 0;

  if (text == NULL || strlen (text) != 14 || !is_numeric ((Span) { text, 14 }))
    return FALSE;
  for (int i = 0; i < 14; i++)
    sum += (text[i] - '0') * (i % 2 == 0 ? 3 : 1);
  return sum % 10 == 0;
}

/* Two digits of a year within fifty of this one (E1, sliding window). */
static int
find_year (int    digits,
           GlaDay today)
{
  int year, month, day, century, difference;

  gla_day_split (today, &year, &month, &day);
  century = year - year % 100;
  difference = digits - year % 100;
  if (difference >= 51)
    century -= 100;
  else if (difference <= -50)
    century += 100;
  return century + digits;
}

/* Day 00 is the last of its month (E1). */
static GlaGs1Reading
read_date (const Reader *reader,
           Span          value,
           GlaDay       *date)
{
  int n[3];
  int year, days;

  for (int i = 0; i < 3; i++)
    n[i] = (value.data[2 * i] - '0') * 10 + (value.data[2 * i + 1] - '0');
  if (n[1] < 1 || n[1] > 12)
    return GLA_GS1_DATE_MONTH;
  year = find_year (n[0], reader->today);
  days = gla_day_get_days_in_month (year, n[1]);
  if (n[2] > days)
    return GLA_GS1_DATE_DAY;
  *date = gla_day_new (year, n[1], n[2] == 0 ? days : n[2]);
  return GLA_GS1_OK;
}

static GlaGs1Reading
keep_value (Reader          *reader,
            GlaGs1FieldKind  kind,
            Span             ai,
            Span             value)
{
  GlaGs1 *gs1 = reader->gs1;
  GlaDay other;

  switch (kind)
    {
    case GLA_GS1_FIELD_GTIN:
      copy_text (value, gs1->gtin);
      return gla_gs1_is_gtin (gs1->gtin) ? GLA_GS1_OK : GLA_GS1_GTIN_CHECK;
    case GLA_GS1_FIELD_LOT:
      copy_text (value, gs1->lot);
      return GLA_GS1_OK;
    case GLA_GS1_FIELD_SERIAL:
      copy_text (value, gs1->serial);
      return GLA_GS1_OK;
    case GLA_GS1_FIELD_MADE:
      return read_date (reader, value, &gs1->made);
    case GLA_GS1_FIELD_EXPIRY:
      copy_text (value, gs1->expiry_digits);
      return read_date (reader, value, &gs1->expiry);
    case GLA_GS1_FIELD_DATE:
      return read_date (reader, value, &other);
    case GLA_GS1_FIELD_NATIONAL:
      copy_text (ai, gs1->national[gs1->n_national].ai);
      copy_text (value, gs1->national[gs1->n_national++].value);
      return GLA_GS1_OK;
    case GLA_GS1_FIELD_OTHER:
    default:
      return GLA_GS1_OK;
    }
}

static GlaGs1Reading
check_value (const GlaGs1Field *field,
             Span               value)
{
  if (value.length == 0)
    return field->is_fixed ? GLA_GS1_TRUNCATED : GLA_GS1_EMPTY_FIELD;
  if (value.length > field->most)
    return GLA_GS1_TOO_LONG;
  if (value.length < field->least)
    return GLA_GS1_TRUNCATED;
  if (field->is_numeric)
    return is_numeric (value) ? GLA_GS1_OK : GLA_GS1_NOT_NUMERIC;
  for (gsize i = 0; i < value.length; i++)
    if (!is_text_char (value.data[i]))
      return GLA_GS1_BAD_CHAR;
  return GLA_GS1_OK;
}

/* A value that is there already is looked at once. */
static GlaGs1Reading
take_field (Reader            *reader,
            const GlaGs1Field *field,
            Span               ai,
            Span               value)
{
  GlaGs1Reading reading = check_value (field, value);

  copy_text (ai, reader->gs1->fault_ai);
  if (reading != GLA_GS1_OK)
    return reading;
  for (guint i = 0; i < reader->n_seen; i++)
    if (spans_equal (reader->seen[i].ai, ai))
      return spans_equal (reader->seen[i].value, value) ? GLA_GS1_OK : GLA_GS1_DUPLICATE_CONFLICT;
  if (reader->n_seen == MAX_FIELDS)
    return GLA_GS1_TOO_LONG;
  reader->seen[reader->n_seen++] = (SeenField) { ai, value };
  return keep_value (reader, field->kind, ai, value);
}

/* How far a value goes: a field of fixed length has no end of its own. */
static Span
cut_value (const Reader      *reader,
           const GlaGs1Field *field)
{
  Span value = { reader->rest.data, 0 };

  while (value.length < reader->rest.length && !is_break (reader, value.data[value.length]) &&
         !(field->is_fixed && value.length == field->most))
    value.length++;
  return value;
}

static GlaGs1Reading
read_sent (Reader *reader)
{
  while (reader->rest.length > 0)
    {
      const GlaGs1Field *field;
      Span ai = reader->rest;
      Span value;
      GlaGs1Reading reading;

      if (is_break (reader, ai.data[0]))
        {
          reader->has_separator |= reader->n_seen > 0;
          skip (&reader->rest, 1);
          continue;
        }
      field = gla_gs1_field_find (ai.data, ai.length, &ai.length);
      if (field == NULL)
        {
          reader->gs1->fault_ai[0] = '\0';
          return reader->rest.length == 1 ? GLA_GS1_TRUNCATED : GLA_GS1_UNKNOWN_AI;
        }
      skip (&reader->rest, ai.length);
      value = cut_value (reader, field);
      skip (&reader->rest, value.length);
      reading = take_field (reader, field, ai, value);
      if (reading != GLA_GS1_OK)
        return reading;
    }
  return GLA_GS1_OK;
}

/* The field whose identifier stands in brackets at the start of @span. */
static const GlaGs1Field *
find_bracket (Span  span,
              Span *ai)
{
  const GlaGs1Field *field;

  if (span.length < 4 || span.data[0] != '(')
    return NULL;
  *ai = (Span) { span.data + 1, 0 };
  field = gla_gs1_field_find (span.data + 1, span.length - 1, &ai->length);
  if (field == NULL || span.length < ai->length + 2 || span.data[ai->length + 1] != ')')
    return NULL;
  return field;
}

static Span
trim (Span span)
{
  while (span.length > 0 && span.data[0] == ' ')
    skip (&span, 1);
  while (span.length > 0 && span.data[span.length - 1] == ' ')
    span.length--;
  return span;
}

/* A bracket belongs to a value unless it holds an identifier; blanks around fields do not count. */
static GlaGs1Reading
read_typed (Reader *reader)
{
  while (reader->rest.length > 0)
    {
      Span ai, next;
      const GlaGs1Field *field = find_bracket (reader->rest, &ai);
      Span value;
      GlaGs1Reading reading;

      if (field == NULL)
        {
          reader->gs1->fault_ai[0] = '\0';
          return GLA_GS1_UNKNOWN_AI;
        }
      skip (&reader->rest, ai.length + 2);
      value = (Span) { reader->rest.data, 0 };
      while (reader->rest.length > 0 && find_bracket (reader->rest, &next) == NULL)
        {
          skip (&reader->rest, 1);
          value.length++;
        }
      reading = take_field (reader, field, ai, trim (value));
      if (reading != GLA_GS1_OK)
        return reading;
    }
  return GLA_GS1_OK;
}

/* What else codes say that they are: those that a carton of medicine can be taken for (E1). */
static GlaGs1Reading
read_symbology (Reader *reader)
{
  static const struct
  {
    const char *identifier;
    GlaGs1Symbology symbology;
  } known[] = {
    { "]d2", GLA_GS1_SYMBOLOGY_DATAMATRIX },
    { "]C1", GLA_GS1_SYMBOLOGY_GS1_128 },
    { "]Q3", GLA_GS1_SYMBOLOGY_QR },
    { "]e0", GLA_GS1_SYMBOLOGY_DATABAR },
    { "]E0", GLA_GS1_SYMBOLOGY_EAN_13 },
  };

  if (reader->rest.data[0] == ']')
    {
      if (starts_with (reader->rest, "]D2") || starts_with (reader->rest, "]c1") ||
          starts_with (reader->rest, "]q3"))
        return GLA_GS1_CAPS_LOCK;
      for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
        if (starts_with (reader->rest, known[i].identifier))
          reader->gs1->symbology = known[i].symbology;
      skip (&reader->rest, MIN (reader->rest.length, 3));
      if (starts_with (reader->rest, "[)>"))
        return GLA_GS1_PPN;
      return reader->gs1->symbology != GLA_GS1_SYMBOLOGY_UNKNOWN ? GLA_GS1_OK : GLA_GS1_NOT_GS1;
    }
  if (starts_with (reader->rest, "[)>"))
    return GLA_GS1_PPN;
  reader->is_typed = reader->rest.data[0] == '(';
  if (reader->is_typed)
    reader->gs1->symbology = GLA_GS1_SYMBOLOGY_TYPED;
  return GLA_GS1_OK;
}

/*
 * A number of 13 digits from a scanner that does not say what it read. Two digits
 * of a number are an identifier now and then, but 01 would be a number cut short.
 */
static gboolean
is_bare_ean (Span span)
{
  char gtin[15] = "0";

  if (span.length != 13 || !is_numeric (span) || starts_with (span, "01"))
    return FALSE;
  copy_text (span, gtin + 1);
  return gla_gs1_is_gtin (gtin);
}

/* A product number of 13 digits, padded to 14 (E1, E4c). */
static GlaGs1Reading
read_ean (Reader *reader)
{
  GlaGs1 *gs1 = reader->gs1;

  if (!is_numeric (reader->rest))
    return GLA_GS1_NOT_NUMERIC;
  if (reader->rest.length != 13)
    return reader->rest.length < 13 ? GLA_GS1_TRUNCATED : GLA_GS1_TOO_LONG;
  gs1->gtin[0] = '0';
  copy_text (reader->rest, gs1->gtin + 1);
  return gla_gs1_is_gtin (gs1->gtin) ? GLA_GS1_OK : GLA_GS1_GTIN_CHECK;
}

static void
find_warnings (const Reader *reader)
{
  GlaGs1 *gs1 = reader->gs1;
  gboolean is_sent = !reader->is_typed && !reader->has_separator;

  if (gs1->gtin[0] == '\0')
    gs1->warnings |= GLA_GS1_WARNING_NO_GTIN;
  if (gs1->expiry != GLA_DAY_NONE && gs1->expiry < reader->today)
    gs1->warnings |= GLA_GS1_WARNING_EXPIRED;
  if (gs1->expiry != GLA_DAY_NONE &&
      gs1->expiry > gla_day_add_months (reader->today, 12 * FAR_YEARS))
    gs1->warnings |= GLA_GS1_WARNING_EXPIRY_FAR;
  if (!reader->is_typed && strlen (gs1->lot) > USUAL_LOT_LENGTH && gs1->serial[0] == '\0' &&
      starts_with (reader->seen[reader->n_seen - 1].ai, "10"))
    gs1->warnings |= GLA_GS1_WARNING_LONG_LOT_MAYBE_SERIAL;
  if (is_sent && (strstr (gs1->lot, "029") != NULL || strstr (gs1->serial, "029") != NULL))
    gs1->warnings |= GLA_GS1_WARNING_WEDGE_029;
}

/* Line ends and tabs are suffixes that scanners send. */
static Span
cut_suffix (const char *data,
            gssize      length)
{
  Span span = { data, length >= 0 ? (gsize) length : strlen (data) };

  while (span.length > 0 && strchr ("\r\n\t ", span.data[span.length - 1]) != NULL &&
         span.data[span.length - 1] != '\0')
    span.length--;
  return span;
}

GlaGs1Reading
gla_gs1_read (const char *data,
              gssize      length,
              char        separator,
              GlaDay      today,
              GlaGs1     *gs1)
{
  Reader reader = { .today = today, .gs1 = gs1 };
  GlaGs1Reading reading;

  g_return_val_if_fail (data != NULL || length == 0, GLA_GS1_NOTHING);
  g_return_val_if_fail (today != GLA_DAY_NONE, GLA_GS1_NOTHING);
  g_return_val_if_fail (gs1 != NULL, GLA_GS1_NOTHING);

  *gs1 = (GlaGs1) { .expiry = GLA_DAY_NONE, .made = GLA_DAY_NONE };
  reader.separator = gla_gs1_is_separator (separator) ? separator : '\0';
  reader.rest = cut_suffix (data, length);
  if (reader.rest.length == 0)
    return GLA_GS1_NOTHING;
  if (reader.rest.length > GLA_GS1_MAX_LENGTH)
    return GLA_GS1_TOO_LONG;
  reading = read_symbology (&reader);
  if (reading != GLA_GS1_OK)
    return reading;
  if (gs1->symbology == GLA_GS1_SYMBOLOGY_UNKNOWN && is_bare_ean (reader.rest))
    gs1->symbology = GLA_GS1_SYMBOLOGY_EAN_13;
  if (gs1->symbology == GLA_GS1_SYMBOLOGY_EAN_13)
    return read_ean (&reader);
  reading = reader.is_typed ? read_typed (&reader) : read_sent (&reader);
  if (reading == GLA_GS1_OK && reader.n_seen == 0)
    return GLA_GS1_NOTHING;
  if (reading != GLA_GS1_OK)
    return reading;
  gs1->fault_ai[0] = '\0';
  find_warnings (&reader);
  return GLA_GS1_OK;
}
