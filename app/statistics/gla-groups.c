/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-groups.h"

#include "gla-random.h"

/* A place of the open hash table; @number is one more than the group's number, so
 * that a cleared table is an empty one. */
typedef struct
{
  gint64 id;
  guint number;
} Slot;

static Slot *
find_slot (Slot   *slots,
           gsize   mask,
           gint64  id)
{
  guint64 hash = (guint64) id;
  gsize place = gla_random_mix (&hash) & mask;

  while (slots[place].number != 0 && slots[place].id != id)
    place = (place + 1) & mask;

  return &slots[place];
}

/* Moves all groups into a table of twice the size. */
static Slot *
grow (Slot  *slots,
      gsize *size)
{
  Slot *larger = g_new0 (Slot, *size * 2);

  for (gsize i = 0; i < *size; i++)
    {
      if (slots[i].number != 0)
        *find_slot (larger, *size * 2 - 1, slots[i].id) = slots[i];
    }

  g_free (slots);
  *size *= 2;
  return larger;
}

guint
gla_groups_number (const gint64 *ids,
                   gsize         n_ids,
                   guint        *numbers)
{
  gsize size = 64;
  g_autofree Slot *slots = g_new0 (Slot, size);
  guint n_groups = 0;

  g_return_val_if_fail (ids != NULL || n_ids == 0, 0);
  g_return_val_if_fail (numbers != NULL || n_ids == 0, 0);
  g_return_val_if_fail (n_ids < G_MAXUINT, 0);

  for (gsize i = 0; i < n_ids; i++)
    {
      Slot *slot;

      if (2 * (gsize) n_groups >= size)
        slots = grow (slots, &size);

      slot = find_slot (slots, size - 1, ids[i]);
      if (slot->number == 0)
        {
          slot->id = ids[i];
          slot->number = ++n_groups;
        }
      numbers[i] = slot->number - 1;
    }

  return n_groups;
}
