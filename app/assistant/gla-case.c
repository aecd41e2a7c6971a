/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-case.h"

#include "gla-case-private.h"
#include "gla-i18n.h"
#include "gla-language.h"

#include <math.h>
#include <string.h>

static void
answer_free (gpointer data)
{
  GlaCaseAnswer *self = data;

  g_free (self->step);
  g_free (self->answer);
  g_free (self->reason);
  g_free (self);
}

static void
visit_free (gpointer data)
{
  GlaCaseVisit *self = data;

  g_free (self->step);
  g_free (self->to);
  g_free (self->words);
  g_free (self);
}

static void
finding_free (gpointer data)
{
  GlaCaseFinding *self = data;

  g_free (self->id);
  g_free (self->step);
  g_free (self->place);
  g_free (self->says);
  g_free (self->correct);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

static gpointer
copy_answer (gconstpointer data,
             gpointer      user_data)
{
  const GlaCaseAnswer *self = data;
  GlaCaseAnswer *copy = g_new (GlaCaseAnswer, 1);

  *copy = *self;
  copy->step = g_strdup (self->step);
  copy->answer = g_strdup (self->answer);
  copy->reason = g_strdup (self->reason);
  return copy;
}

static gpointer
copy_visit (gconstpointer data,
            gpointer      user_data)
{
  const GlaCaseVisit *self = data;
  GlaCaseVisit *copy = g_new (GlaCaseVisit, 1);

  *copy = *self;
  copy->step = g_strdup (self->step);
  copy->to = g_strdup (self->to);
  copy->words = g_strdup (self->words);
  return copy;
}

static gpointer
copy_finding (gconstpointer data,
              gpointer      user_data)
{
  const GlaCaseFinding *self = data;
  GlaCaseFinding *copy = g_new (GlaCaseFinding, 1);

  *copy = *self;
  copy->id = g_strdup (self->id);
  copy->step = g_strdup (self->step);
  copy->place = g_strdup (self->place);
  copy->says = g_strdup (self->says);
  copy->correct = g_strdup (self->correct);
  copy->rows = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < self->rows->len; i++)
    g_ptr_array_add (copy->rows, g_strdup (self->rows->pdata[i]));
  return copy;
}

static gpointer
copy_stated (gconstpointer data,
             gpointer      user_data)
{
  const GlaStatedFact *self = data;

  return gla_stated_fact_new (self->name, self->value, self->day);
}

static GPtrArray *
copy_array (GPtrArray      *array,
            GCopyFunc       copy,
            GDestroyNotify  free_func)
{
  GPtrArray *copied = g_ptr_array_new_full (array->len, free_func);

  for (guint i = 0; i < array->len; i++)
    g_ptr_array_add (copied, copy (array->pdata[i], NULL));
  return copied;
}

GlaCaseVisit *
gla_case_visit_new (void)
{
  return g_new0 (GlaCaseVisit, 1);
}

GlaCaseFinding *
gla_case_finding_new (void)
{
  GlaCaseFinding *self = g_new0 (GlaCaseFinding, 1);

  self->rows = g_ptr_array_new_with_free_func (g_free);
  return self;
}

GlaCase *
gla_case_new (GlaProtocol *protocol,
              const char  *area,
              const char  *treatment,
              GlaDay       since)
{
  GlaCase *self = g_atomic_rc_box_new0 (GlaCase);
  const GlaStep *first = protocol->steps->pdata[0];

  self->protocol = gla_protocol_ref (protocol);
  self->area = g_strdup (area);
  self->treatment = g_strdup (treatment);
  self->since = since;
  self->answers = g_ptr_array_new_with_free_func (answer_free);
  self->stated = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_stated_fact_free);
  self->path = g_ptr_array_new_with_free_func (visit_free);
  self->findings = g_ptr_array_new_with_free_func (finding_free);
  self->news = g_ptr_array_new_with_free_func (g_free);
  self->step = g_strdup (first->id);
  self->visit = 1;
  self->reached = since;
  self->due = self->until = GLA_DAY_NONE;
  self->cursor = -1;
  return self;
}

GlaCase *
gla_case_copy (const GlaCase *self)
{
  GlaCase *copy = g_atomic_rc_box_new (GlaCase);

  *copy = *self;
  copy->protocol = gla_protocol_ref (self->protocol);
  copy->area = g_strdup (self->area);
  copy->treatment = g_strdup (self->treatment);
  copy->answers = copy_array (self->answers, copy_answer, answer_free);
  copy->stated = copy_array (self->stated, copy_stated, (GDestroyNotify) gla_stated_fact_free);
  copy->path = copy_array (self->path, copy_visit, visit_free);
  copy->findings = copy_array (self->findings, copy_finding, finding_free);
  copy->step = g_strdup (self->step);
  copy->news = g_ptr_array_new_with_free_func (g_free);
  return copy;
}

GlaCase *
gla_case_ref (const GlaCase *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire ((GlaCase *) self);
}

static void
clear (gpointer data)
{
  GlaCase *self = data;

  gla_protocol_unref (self->protocol);
  g_free (self->area);
  g_free (self->treatment);
  g_ptr_array_unref (self->answers);
  g_ptr_array_unref (self->stated);
  g_ptr_array_unref (self->path);
  g_ptr_array_unref (self->findings);
  g_ptr_array_unref (self->news);
  g_free (self->step);
}

void
gla_case_unref (GlaCase *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, clear);
}

const GlaStep *
gla_case_get_step (const GlaCase *self)
{
  const char *step;

  g_return_val_if_fail (self != NULL, NULL);

  step = self->cursor >= 0 ? ((const GlaCaseVisit *) self->path->pdata[self->cursor])->step
                           : self->step;
  return gla_protocol_find_step (self->protocol, step);
}

const GlaCaseAnswer *
gla_case_find_answer (const GlaCase *self,
                      const char    *step,
                      int            visit)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->answers->len; i++)
    {
      const GlaCaseAnswer *answer = self->answers->pdata[i];

      if (answer->visit == visit && g_strcmp0 (answer->step, step) == 0)
        return answer;
    }
  return NULL;
}

void
gla_case_put_answer (GlaCase    *self,
                     const char *step,
                     int         visit,
                     const char *answer,
                     const char *reason,
                     GlaDay      day)
{
  GlaCaseAnswer *entry = (GlaCaseAnswer *) gla_case_find_answer (self, step, visit);

  if (entry == NULL)
    {
      entry = g_new0 (GlaCaseAnswer, 1);
      entry->step = g_strdup (step);
      entry->visit = visit;
      g_ptr_array_add (self->answers, entry);
    }
  g_free (entry->answer);
  g_free (entry->reason);
  entry->answer = g_strdup (answer);
  entry->reason = g_strdup (reason);
  entry->day = day;
  entry->follows = TRUE;
}

int
gla_case_count_visits (const GlaCase *self,
                       const char    *step)
{
  int n = g_strcmp0 (self->step, step) == 0 ? 1 : 0;

  for (guint i = 0; i < self->path->len; i++)
    n += g_strcmp0 (((const GlaCaseVisit *) self->path->pdata[i])->step, step) == 0 ? 1 : 0;
  return n;
}

void
gla_case_rewind (GlaCase *self,
                 int      index)
{
  const GlaCaseVisit *visit = self->path->pdata[index];

  g_free (self->step);
  self->step = g_strdup (visit->step);
  self->visit = visit->visit;
  self->reached = visit->reached;
  g_ptr_array_set_size (self->path, index);
  for (guint i = self->findings->len; i > 0; i--)
    {
      const GlaCaseFinding *finding = self->findings->pdata[i - 1];

      if (gla_case_count_visits (self, finding->step) == 0)
        g_ptr_array_remove_index (self->findings, i - 1);
    }
}

char
gla_case_get_complaint (const GlaCase *self)
{
  char complaint = '\0';

  g_return_val_if_fail (self != NULL, '\0');

  for (guint i = 0; i < self->answers->len; i++)
    {
      const GlaCaseAnswer *answer = self->answers->pdata[i];
      const GlaStep *step = gla_protocol_find_step (self->protocol, answer->step);
      const GlaStepAnswer *given =
        step != NULL ? gla_step_find_answer (step, answer->answer) : NULL;

      if (answer->follows && given != NULL && given->complaint != '\0')
        complaint = given->complaint;
    }
  return complaint;
}

GlaFacts *
gla_case_get_facts (const GlaCase      *self,
                    const GlaFactInput *input)
{
  GlaFactSubject subject = { NULL };

  g_return_val_if_fail (self != NULL && input != NULL, NULL);

  subject.area = self->area;
  subject.treatment = self->treatment;
  subject.since = self->since;
  subject.stated = self->stated;
  subject.n_findings = self->findings->len;
  for (guint i = 0; i < self->findings->len; i++)
    subject.n_to_correct +=
      ((const GlaCaseFinding *) self->findings->pdata[i])->correct != NULL ? 1 : 0;
  return gla_facts_new (input, &subject);
}

/* One value, or both ends of a range; a value of the catalogue that is no number has no words. */
static char *
format_constant (const GlaConstants *constants,
                 const char         *name)
{
  double low = gla_constants_get (constants, name);
  double high = gla_constants_get_upper (constants, name);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (isnan (low))
    return NULL;
  first = gla_number_format_short (low);
  if (high <= low)
    return g_steal_pointer (&first);
  last = gla_number_format_short (high);
  /* Translators: the ends of a range, such as “14 to 28”, within a sentence */
  return g_strdup_printf (C_("range", "%s to %s"), first, last);
}

/* A translation may have a name that is none: it is shown as it stands. */
static char *
format_name (const GlaFacts *facts,
             const char     *name)
{
  char *value;

  if (gla_fact_table_find (name) != NULL)
    return gla_case_fact_format (gla_facts_find (facts, name));
  value = format_constant (gla_facts_get_constants (facts), name);
  return value != NULL ? value : g_strdup (name);
}

char *
gla_case_fill (const GlaCase  *self,
               const char     *text,
               const GlaFacts *facts)
{
  const char *at = gla_protocol_get_text (self->protocol, text);
  GString *filled;

  if (at == NULL)
    return NULL;
  filled = g_string_new (NULL);
  for (const char *brace = strchr (at, '{'); brace != NULL; brace = strchr (at, '{'))
    {
      const char *end = strchr (brace, '}');
      g_autofree char *name = NULL;
      g_autofree char *value = NULL;

      if (end == NULL)
        break;
      name = g_strndup (brace + 1, (gsize) (end - brace - 1));
      g_string_append_len (filled, at, brace - at);
      at = end + 1;
      value = format_name (facts, name);
      g_string_append (filled, value);
    }
  g_string_append (filled, at);
  return g_string_free (filled, FALSE);
}
