/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Parts about many patients. */

#include "config.h"

#include "gla-handout-part-private.h"

#include "gla-handout-call.h"
#include "gla-i18n.h"

static void
call_free (gpointer data)
{
  GlaHandoutCall *self = data;

  g_free (self->name);
  g_free (self->number);
  g_free (self->phone);
  g_free (self->about);
  g_free (self);
}

GPtrArray *
gla_handout_call_list_new (void)
{
  return g_ptr_array_new_with_free_func (call_free);
}

void
gla_handout_call_list_add (GPtrArray  *list,
                           const char *name,
                           const char *number,
                           const char *phone,
                           gboolean    may_contact,
                           const char *about)
{
  GlaHandoutCall *call;

  g_return_if_fail (list != NULL);

  call = g_new0 (GlaHandoutCall, 1);
  call->name = g_strdup (name);
  call->number = g_strdup (number);
  call->phone = g_strdup (phone);
  call->may_contact = may_contact;
  call->about = g_strdup (about);
  g_ptr_array_add (list, call);
}

static char *
describe_patient (const GlaHandoutCall *call)
{
  return call->number != NULL ? g_strdup_printf ("%s\n%s", call->name, call->number)
                              : g_strdup (call->name);
}

static char *
describe_phone (const GlaHandoutCall *call)
{
  gboolean has_phone = call->phone != NULL && call->phone[0] != '\0';
  const char *phone = has_phone ? call->phone : _("no phone");

  /* The number of somebody who is not to be called may be left out of the list. */
  if (!call->may_contact && !has_phone)
    return g_strdup (_("calls: not agreed"));
  /* Translators: below a telephone number: the patient has not agreed to be called */
  return call->may_contact ? g_strdup (phone)
                           : g_strdup_printf ("%s\n%s", phone, _("calls: not agreed"));
}

void
gla_handout_add_calls (const GlaHandoutFacts *facts,
                       GPtrArray             *blocks)
{
  const GPtrArray *calls = gla_handout_facts_get_input (facts)->calls;
  GlaBlock *table;

  if (calls == NULL || calls->len == 0)
    {
      gla_block_add (blocks, GLA_BLOCK_TEXT, _("Nobody is on this list."));
      return;
    }
  table = gla_block_add (blocks, GLA_BLOCK_TABLE, NULL);
  gla_block_add_column (table, _("Patient"), 2.2, FALSE);
  gla_block_add_column (table, _("Phone"), 1.7, FALSE);
  gla_block_add_column (table, _("About"), 3.2, FALSE);
  gla_block_add_column (table, _("Outcome and day"), 2, FALSE);
  for (guint i = 0; i < calls->len; i++)
    {
      const GlaHandoutCall *call = calls->pdata[i];

      gla_block_add_row (table, describe_patient (call), describe_phone (call),
                         g_strdup (call->about), NULL);
    }
}
