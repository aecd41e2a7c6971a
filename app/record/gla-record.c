/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-record-private.h"

gpointer
gla_record_copy (const GlaRecordKind *kind,
                 gconstpointer        fields)
{
  /* The function, since the macro of this name wants the type of what it copies. */
  gpointer record = (g_atomic_rc_box_dup) (kind->size, fields);

  for (gsize i = 0; i < kind->n_texts; i++)
    {
      char **text = G_STRUCT_MEMBER_P (record, (glong) kind->texts[i]);

      *text = g_strdup (*text);
    }
  return record;
}

void
gla_record_clear (const GlaRecordKind *kind,
                  gpointer             record)
{
  for (gsize i = 0; i < kind->n_texts; i++)
    g_free (G_STRUCT_MEMBER (char *, record, (glong) kind->texts[i]));
}
