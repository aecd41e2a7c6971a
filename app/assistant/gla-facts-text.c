/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-facts-private.h"

#include "gla-i18n.h"
#include "gla-language.h"
#include "gla-xml.h"

#include <math.h>
#include <string.h>

/* Numbers are told to two decimals: grades, days and units have no more, the rest needs none. */
static char *
number_to_text (double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  double rounded = round (value * 10000.0) / 10000.0;

  return g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.10g", rounded));
}

char *
gla_case_fact_to_text (const GlaCaseFact *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (!self->known)
    return g_strdup ("");
  switch (self->info->type)
    {
    case GLA_FACT_TYPE_NUMBER:
      return number_to_text (self->number);
    case GLA_FACT_TYPE_DAY:
      return gla_day_to_iso (self->day);
    case GLA_FACT_TYPE_YES_NO:
      return g_strdup (self->yes ? "yes" : "no");
    case GLA_FACT_TYPE_WORDS:
      return g_strdup (self->words);
    default:
      g_return_val_if_reached (NULL);
    }
}

char *
gla_case_fact_format (const GlaCaseFact *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (!self->known)
    return g_strdup (_("not known"));
  switch (self->info->type)
    {
    case GLA_FACT_TYPE_NUMBER:
      return gla_number_format_short (round (self->number * 100.0) / 100.0);
    case GLA_FACT_TYPE_DAY:
      return gla_day_format (self->day, GLA_DAY_EXACT);
    case GLA_FACT_TYPE_YES_NO:
      return g_strdup (self->yes ? _("yes") : _("no"));
    case GLA_FACT_TYPE_WORDS:
      return g_strdup (self->words);
    default:
      g_return_val_if_reached (NULL);
    }
}

static void
set_attribute (xmlNode    *node,
               const char *name,
               const char *value)
{
  xmlNewProp (node, (const xmlChar *) name, (const xmlChar *) value);
}

static void
add_element (xmlNode           *root,
             const GlaCaseFact *fact)
{
  g_autofree char *text = gla_case_fact_to_text (fact);
  xmlNode *node = xmlNewTextChild (root, NULL, (const xmlChar *) fact->info->name,
                                   (const xmlChar *) text);

  set_attribute (node, "known", fact->known ? "yes" : "no");
  set_attribute (node, "type", gla_fact_type_to_key (fact->info->type));
  if (fact->info->unit[0] != '\0')
    set_attribute (node, "unit", fact->info->unit);
  if (fact->stated)
    set_attribute (node, "stated", "yes");
  if (fact->rows->len > 0)
    {
      GString *rows = g_string_new (NULL);

      for (guint i = 0; i < fact->rows->len; i++)
        g_string_append_printf (rows, "%s%s", i > 0 ? " " : "", (char *) fact->rows->pdata[i]);
      set_attribute (node, "rows", rows->str);
      g_string_free (rows, TRUE);
    }
}

GlaXmlDoc *
gla_facts_to_xml (const GlaFacts *self)
{
  xmlDoc *doc;
  xmlNode *root;

  g_return_val_if_fail (self != NULL, NULL);

  doc = xmlNewDoc ((const xmlChar *) "1.0");
  root = xmlNewNode (NULL, (const xmlChar *) "facts");
  xmlDocSetRootElement (doc, root);
  for (guint i = 0; i < self->n_facts; i++)
    add_element (root, &self->facts[i]);
  return doc;
}

gboolean
gla_stated_fact_is_valid (const char *name,
                          const char *value)
{
  const GlaFactInfo *info = gla_fact_table_find (name);

  if (info == NULL || !info->can_be_stated || value == NULL)
    return FALSE;
  if (info->type == GLA_FACT_TYPE_DAY)
    return gla_day_from_iso (value) != GLA_DAY_NONE;
  return strcmp (value, "yes") == 0 || strcmp (value, "no") == 0;
}

GlaStatedFact *
gla_stated_fact_new (const char *name,
                     const char *value,
                     GlaDay      day)
{
  GlaStatedFact *self;

  g_return_val_if_fail (gla_stated_fact_is_valid (name, value), NULL);

  self = g_new0 (GlaStatedFact, 1);
  self->name = g_strdup (name);
  self->value = g_strdup (value);
  self->day = day;
  return self;
}

void
gla_stated_fact_free (GlaStatedFact *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->value);
  g_free (self);
}
