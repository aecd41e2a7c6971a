/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-handout-facts.h"

#include "gla-case-scope.h"
#include "gla-handout-field.h"
#include "gla-i18n.h"
#include "gla-language.h"
#include "gla-xml.h"

#include <string.h>

struct _GlaHandoutFacts
{
  const GlaHandoutInput *input;
  const GlaFacts *facts;
  GlaFacts *own_facts;       /* unless they were known */
  GlaHandoutValue *values;   /* in the order of the table of fields */
  GlaXmlDoc *doc;
};

/* For conditions: ISO days, numbers in the C locale. */
static char *
value_to_text (const GlaFactInfo     *info,
               const GlaHandoutValue *value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (!value->known)
    return g_strdup ("");
  switch (info->type)
    {
    case GLA_FACT_TYPE_NUMBER:
      return g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.10g", value->number));
    case GLA_FACT_TYPE_DAY:
      return gla_day_to_iso (value->day);
    case GLA_FACT_TYPE_YES_NO:
      return g_strdup (value->yes ? "yes" : "no");
    case GLA_FACT_TYPE_WORDS:
      return g_strdup (value->words);
    default:
      g_return_val_if_reached (NULL);
    }
}

GlaHandoutFacts *
gla_handout_facts_new (const GlaHandoutInput *input)
{
  GlaHandoutFacts *self;
  const GlaFactInfo *table;
  guint n_fields;

  g_return_val_if_fail (input != NULL && input->facts != NULL, NULL);

  table = gla_handout_field_get_table (&n_fields);
  self = g_new0 (GlaHandoutFacts, 1);
  self->input = input;
  if (input->known == NULL)
    self->own_facts = gla_handout_input_make_facts (input);
  self->facts = input->known != NULL ? input->known : self->own_facts;
  self->values = g_new0 (GlaHandoutValue, n_fields);
  self->doc = gla_facts_to_xml (self->facts);
  for (guint i = 0; i < n_fields; i++)
    {
      g_autofree char *text = NULL;

      gla_handout_field_get (&table[i], input, self->facts, &self->values[i]);
      text = value_to_text (&table[i], &self->values[i]);
      xmlNewTextChild (gla_xml_root (self->doc), NULL, (const xmlChar *) table[i].name,
                       (const xmlChar *) text);
    }
  return self;
}

void
gla_handout_facts_free (GlaHandoutFacts *self)
{
  guint n_fields;

  if (self == NULL)
    return;
  gla_handout_field_get_table (&n_fields);
  for (guint i = 0; i < n_fields; i++)
    gla_handout_value_clear (&self->values[i]);
  g_free (self->values);
  g_clear_pointer (&self->own_facts, gla_facts_free);
  gla_xml_doc_free (self->doc);
  g_free (self);
}

const GlaHandoutInput *
gla_handout_facts_get_input (const GlaHandoutFacts *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->input;
}

const GlaFacts *
gla_handout_facts_get_facts (const GlaHandoutFacts *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->facts;
}

static const GlaHandoutValue *
find_value (const GlaHandoutFacts  *self,
            const char             *name,
            const GlaFactInfo     **info)
{
  *info = gla_handout_field_find (name);
  return *info != NULL ? &self->values[*info - gla_handout_field_get_table (NULL)] : NULL;
}

static char *
format_value (const GlaFactInfo     *info,
              const GlaHandoutValue *value)
{
  switch (info->type)
    {
    case GLA_FACT_TYPE_NUMBER:
      return gla_number_format_short (value->number);
    case GLA_FACT_TYPE_DAY:
      return gla_day_format_long (value->day);
    case GLA_FACT_TYPE_YES_NO:
      return g_strdup (value->yes ? _("yes") : _("no"));
    case GLA_FACT_TYPE_WORDS:
      return g_strdup (value->words);
    default:
      g_return_val_if_reached (NULL);
    }
}

char *
gla_handout_facts_format (const GlaHandoutFacts *self,
                          const char            *name)
{
  const GlaFactInfo *info;
  const GlaHandoutValue *value;
  const GlaCaseFact *fact;

  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  value = find_value (self, name, &info);
  if (value != NULL)
    return value->known ? format_value (info, value) : NULL;
  if (gla_fact_table_find (name) == NULL)
    return NULL;
  fact = gla_facts_find (self->facts, name);
  if (!fact->known)
    return NULL;
  /* Dates on paper name the day of the week. */
  return fact->info->type == GLA_FACT_TYPE_DAY ? gla_day_format_long (fact->day)
                                               : gla_case_fact_format (fact);
}

static gboolean
is_known_cb (const char *name,
             gpointer    user_data)
{
  g_autofree char *text = gla_handout_facts_format (user_data, name);

  return text != NULL;
}

gboolean
gla_handout_facts_test (const GlaHandoutFacts  *self,
                        const GlaCondition     *condition,
                        gboolean               *holds,
                        GError                **error)
{
  GlaCaseScope scope = { .is_known = is_known_cb, .user_data = (gpointer) self };

  g_return_val_if_fail (self != NULL && condition != NULL && holds != NULL, FALSE);

  scope.walk = self->input->walk;
  scope.input = self->input->facts;
  return gla_case_scope_evaluate (&scope, condition, self->doc, holds, error);
}

static void
add_bold (PangoAttrList **bold,
          gsize           begin,
          gsize           end)
{
  PangoAttribute *attribute = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

  attribute->start_index = (guint) begin;
  attribute->end_index = (guint) end;
  if (*bold == NULL)
    *bold = pango_attr_list_new ();
  pango_attr_list_insert (*bold, attribute);
}

/*
 * A name that runs the other way than the sheet stands apart from the signs around it: the
 * full stop behind it stays at the end of the sentence.
 */
static void
append_apart (GString    *filled,
              const char *value)
{
  if (gla_language_runs_against (value))
    g_string_append_printf (filled, "\u2068%s\u2069", value);
  else
    g_string_append (filled, value);
}

/* What stands between braces, filled in; the sign after it. */
static const char *
fill_name (const GlaHandoutFacts *self,
           const char            *at,
           GString               *filled)
{
  const char *end = strchr (at, '}');
  g_autofree char *name = NULL;
  g_autofree char *value = NULL;

  if (end == NULL)
    {
      g_string_append (filled, at);
      return at + strlen (at);
    }
  name = g_strndup (at + 1, (gsize) (end - at - 1));
  value = gla_handout_facts_format (self, name);
  append_apart (filled, value != NULL ? value : _("not known"));
  return end + 1;
}

char *
gla_handout_facts_fill (const GlaHandoutFacts  *self,
                        const char             *text,
                        PangoAttrList         **bold)
{
  g_autoptr (GString) filled = g_string_new (NULL);
  gssize begin = -1;

  g_return_val_if_fail (self != NULL && text != NULL && bold != NULL, NULL);

  *bold = NULL;
  for (const char *at = text; *at != '\0';)
    {
      if (*at == '{')
        {
          at = fill_name (self, at, filled);
          continue;
        }
      if (*at != '*')
        g_string_append_c (filled, *at);
      else if (begin < 0)
        begin = (gssize) filled->len;
      else
        {
          add_bold (bold, (gsize) begin, filled->len);
          begin = -1;
        }
      at++;
    }
  return g_string_free (g_steal_pointer (&filled), FALSE);
}
