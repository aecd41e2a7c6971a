/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-import-people.h"

#include "gla-search-key.h"
#include "gla-store-import.h"

struct _GlaImportPeople
{
  GStringChunk *texts;
  GArray *persons;          /* GlaImportPerson; the first one is not used */
  GHashTable *by_number;    /* from text to place in persons */
  GHashTable *by_name;
};

char *
gla_import_people_fold (const char *family_name,
                        const char *given_name)
{
  g_autofree char *family = gla_search_key_new (family_name);
  g_autofree char *given = gla_search_key_new (given_name);

  return g_strconcat (family, "|", given, NULL);
}

static void
add_person (GlaImportPeople *self,
            const char      *id,
            const char      *number,
            const char      *name,
            GlaDay           birth_day,
            gboolean         voided)
{
  GlaImportPerson person = { .birth_day = birth_day, .voided = voided };
  gpointer place = GUINT_TO_POINTER (self->persons->len);
  gpointer kept_name, first;

  g_strlcpy (person.id, id, sizeof person.id);
  if (g_hash_table_lookup_extended (self->by_name, name, &kept_name, &first))
    {
      GlaImportPerson *same
          = &g_array_index (self->persons, GlaImportPerson, GPOINTER_TO_UINT (first));

      person.name = kept_name;
      person.next = same->next;
      same->next = self->persons->len;
    }
  else
    {
      person.name = g_string_chunk_insert (self->texts, name);
      g_hash_table_insert (self->by_name, (gpointer) person.name, place);
    }
  if (number != NULL)
    g_hash_table_insert (self->by_number, g_string_chunk_insert (self->texts, number), place);
  g_array_append_val (self->persons, person);
}

static void
add_known (const GlaStoreKnownPatient *patient,
           gpointer                    user_data)
{
  g_autofree char *name = gla_import_people_fold (patient->family_name, patient->given_name);

  add_person (user_data, patient->id, patient->number, name, patient->birth_day, patient->voided);
}

GlaImportPeople *
gla_import_people_new (GlaStore  *store,
                       GError   **error)
{
  g_autoptr (GlaImportPeople) self = NULL;

  g_return_val_if_fail (store != NULL, NULL);

  self = g_new0 (GlaImportPeople, 1);
  self->texts = g_string_chunk_new (64 * 1024);
  self->persons = g_array_new (FALSE, TRUE, sizeof (GlaImportPerson));
  self->by_number = g_hash_table_new (g_str_hash, g_str_equal);
  self->by_name = g_hash_table_new (g_str_hash, g_str_equal);
  g_array_set_size (self->persons, 1);
  if (!gla_store_list_known_patients (store, add_known, self, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
gla_import_people_free (GlaImportPeople *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->by_number, g_hash_table_unref);
  g_clear_pointer (&self->by_name, g_hash_table_unref);
  g_clear_pointer (&self->persons, g_array_unref);
  g_clear_pointer (&self->texts, g_string_chunk_free);
  g_free (self);
}

static const GlaImportPerson *
get_person (GlaImportPeople *self,
            guint            place)
{
  return place != 0 ? &g_array_index (self->persons, GlaImportPerson, place) : NULL;
}

const GlaImportPerson *
gla_import_people_find_number (GlaImportPeople *self,
                               const char      *number)
{
  g_return_val_if_fail (self != NULL && number != NULL, NULL);

  return get_person (self, GPOINTER_TO_UINT (g_hash_table_lookup (self->by_number, number)));
}

const GlaImportPerson *
gla_import_people_find_name (GlaImportPeople *self,
                             const char      *name)
{
  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  return get_person (self, GPOINTER_TO_UINT (g_hash_table_lookup (self->by_name, name)));
}

const GlaImportPerson *
gla_import_people_next (GlaImportPeople       *self,
                        const GlaImportPerson *person)
{
  g_return_val_if_fail (self != NULL && person != NULL, NULL);

  return get_person (self, person->next);
}

void
gla_import_people_add (GlaImportPeople *self,
                       const char      *id,
                       const char      *number,
                       const char      *name,
                       GlaDay           birth_day)
{
  g_return_if_fail (self != NULL && id != NULL && name != NULL);

  add_person (self, id, number, name, birth_day, FALSE);
}
