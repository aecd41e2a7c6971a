/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-day.h"
#include "gla-identifier.h"
#include "gla-store.h"

G_BEGIN_DECLS

/**
 * GlaImportPerson:
 * @name: folded family and given name
 * @voided: taken out of the clinic file
 */
typedef struct
{
  char id[GLA_IDENTIFIER_LENGTH + 1];
  GlaDay birth_day;
  const char *name;
  gboolean voided;
  guint next;           /* of the same name; 0 for none */
} GlaImportPerson;

/**
 * GlaImportPeople:
 *
 * Who is in the clinic file, by record number and by name: read once, so that
 * each row of a list finds its patient in no time.
 */
typedef struct _GlaImportPeople GlaImportPeople;

GlaImportPeople        *gla_import_people_new         (GlaStore         *store,
                                                       GError          **error);
void                    gla_import_people_free        (GlaImportPeople  *self);

/** gla_import_people_find_number: (nullable): valid until the next one is added. */
const GlaImportPerson  *gla_import_people_find_number (GlaImportPeople  *self,
                                                       const char       *number);

/** gla_import_people_find_name: (nullable): the first one of that folded name. */
const GlaImportPerson  *gla_import_people_find_name   (GlaImportPeople  *self,
                                                       const char       *name);

/** gla_import_people_next: (nullable): the next one of the same name. */
const GlaImportPerson  *gla_import_people_next        (GlaImportPeople  *self,
                                                       const GlaImportPerson *person);

/** gla_import_people_add: one who was just added; @number may be %NULL. */
void                    gla_import_people_add         (GlaImportPeople  *self,
                                                       const char       *id,
                                                       const char       *number,
                                                       const char       *name,
                                                       GlaDay            birth_day);

/** gla_import_people_fold: (transfer full): names in the form in which they are compared. */
char                   *gla_import_people_fold        (const char       *family_name,
                                                       const char       *given_name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaImportPeople, gla_import_people_free)

G_END_DECLS
