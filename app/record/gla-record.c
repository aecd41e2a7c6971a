/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-record-private.h"

#include <string.h>

/* Fields and texts lie in one piece: a clinic has millions of records that come and go. */
gpointer
gla_record_copy (const GlaRecordKind *kind,
                 gconstpointer        fields)
{
  gsize size = kind->size;
  char *record;
  char *end;

  for (gsize i = 0; i < kind->n_texts; i++)
    {
      const char *text = G_STRUCT_MEMBER (const char *, fields, (glong) kind->texts[i]);

      size += text != NULL ? strlen (text) + 1 : 0;
    }
  record = g_atomic_rc_box_alloc (size);
  memcpy (record, fields, kind->size);
  end = record + kind->size;
  for (gsize i = 0; i < kind->n_texts; i++)
    {
      char **text = G_STRUCT_MEMBER_P (record, (glong) kind->texts[i]);
      gsize length = *text != NULL ? strlen (*text) + 1 : 0;

      if (*text == NULL)
        continue;
      *text = memcpy (end, *text, length);
      end += length;
    }
  return record;
}
