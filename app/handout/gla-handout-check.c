/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-handout-template-private.h"

#include "gla-fact-table.h"
#include "gla-handout-field.h"
#include "gla-handout-part.h"
#include "gla-i18n.h"

#include <string.h>

typedef struct
{
  const GlaHandoutTemplate *self;
  GlaCatalogue *catalogue;
  GlaProtocol *protocol;
  const char *name;   /* of the file */
  GError **error;
} Check;

static gboolean
fail (Check      *check,
      long        line,
      const char *format,
      ...) G_GNUC_PRINTF (3, 4);

static gboolean
fail (Check      *check,
      long        line,
      const char *format,
      ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (check->error, GLA_KNOWLEDGE_ERROR, GLA_KNOWLEDGE_ERROR_REFERENCE,
               _("%s, line %ld: %s"), check->name, line, message);
  return FALSE;
}

static gboolean
is_field (const char *name)
{
  return gla_fact_table_find (name) != NULL || gla_handout_field_find (name) != NULL;
}

static gboolean
is_answer (Check      *check,
           const char *name)
{
  const char *sign = strrchr (name, '=');
  g_autofree char *id = g_strndup (name, (gsize) (sign - name));
  const GlaStep *step = gla_protocol_find_step (check->protocol, id);

  return step != NULL && gla_step_find_answer (step, sign + 1) != NULL;
}

static gboolean
name_cb (GlaConditionName  kind,
         const char       *name,
         gpointer          user_data)
{
  Check *check = user_data;

  switch (kind)
    {
    case GLA_CONDITION_FACT:
      return is_field (name);
    case GLA_CONDITION_STEP:
      return gla_protocol_find_step (check->protocol, name) != NULL;
    case GLA_CONDITION_ANSWER:
      return is_answer (check, name);
    case GLA_CONDITION_FINDING:
      return gla_protocol_find_find (check->protocol, name) != NULL;
    case GLA_CONDITION_CONSTANT:
      return gla_catalogue_find_constant (check->catalogue, name) != NULL;
    default:
      g_return_val_if_reached (FALSE);
    }
}

/* Names in {braces} are fields or facts; *stars* come in pairs. */
static gboolean
check_text (Check      *check,
            const char *text,
            long        line)
{
  const char *at = text != NULL ? text : "";
  guint stars = 0;

  for (const char *star = at; *star != '\0'; star++)
    stars += *star == '*' ? 1 : 0;
  if (stars % 2 != 0)
    return fail (check, line, _("a star without its partner in “%s”"), text);
  while ((at = strpbrk (at, "{}")) != NULL)
    {
      const char *end = *at == '{' ? strpbrk (at + 1, "{}") : NULL;
      g_autofree char *name = NULL;

      if (end == NULL || *end != '}')
        return fail (check, line, _("a brace without its partner in “%s”"), text);
      name = g_strndup (at + 1, (gsize) (end - at - 1));
      if (!is_field (name))
        return fail (check, line, _("there is no field “%s”, named in a text"), name);
      at = end + 1;
    }
  return TRUE;
}

static gboolean
check_condition (Check                   *check,
                 const GlaHandoutElement *element)
{
  g_autofree char *problem = NULL;

  if (element->when == NULL ||
      gla_condition_check (element->when, name_cb, check, &problem))
    return TRUE;
  return fail (check, element->line, _("%s, in the condition “%s”"),
               problem != NULL ? problem : _("an odd quote"),
               gla_condition_get_text (element->when));
}

/* A part that a case is needed for stands only where there is one. */
static gboolean
check_part (Check                   *check,
            const GlaHandoutElement *element)
{
  const GlaHandoutPart *part;

  if (element->part == NULL)
    return TRUE;
  part = gla_handout_part_find (element->part);
  if (part == NULL)
    return fail (check, element->line, _("there is no part “%s”"), element->part);
  if (part->professional && check->self->audience == GLA_HANDOUT_FOR_PATIENT)
    return fail (check, element->line, _("the part “%s” is not for patients"), element->part);
  return TRUE;
}

static gboolean
check_elements (Check           *check,
                const GPtrArray *elements)
{
  for (guint i = 0; i < elements->len; i++)
    {
      const GlaHandoutElement *element = elements->pdata[i];

      if (!check_condition (check, element) || !check_part (check, element) ||
          !check_text (check, element->text, element->line))
        return FALSE;
      if (element->field != NULL && !is_field (element->field))
        return fail (check, element->line, _("there is no field “%s”"), element->field);
      for (guint j = 0; element->mark.sources[j] != NULL; j++)
        if (gla_catalogue_find_source (check->catalogue, element->mark.sources[j]) == NULL)
          return fail (check, element->line, _("there is no source “%s”"),
                       element->mark.sources[j]);
      if (!check_elements (check, element->children))
        return FALSE;
    }
  return TRUE;
}

gboolean
gla_handout_template_check (GlaHandoutTemplate  *self,
                            const char          *name,
                            GlaCatalogue        *catalogue,
                            GlaProtocol         *protocol,
                            GError             **error)
{
  Check check = { self, catalogue, protocol, name, error };

  return check_text (&check, self->title, 1) && check_elements (&check, self->elements);
}
