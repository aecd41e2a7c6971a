/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Words of a row that stand for something of the clinic: staff and areas. */

#include "config.h"

#include "gla-import-private.h"

#include "gla-i18n.h"
#include "gla-search-key.h"
#include "gla-staff.h"
#include "gla-store-read.h"
#include "gla-store-write.h"

#include <string.h>

/* Without the title, so that "Dr A. Osei" and "A. Osei" are one person. */
static char *
fold_staff (const char *name)
{
  static const char *const titles[] = { "dr", "prof", "med", "mr", "mrs", "ms", "nurse", "doctor" };
  g_auto (GStrv) words = gla_search_key_split (name);
  guint first = 0;

  while (words[first] != NULL && words[first + 1] != NULL)
    {
      gboolean is_title = FALSE;

      for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
        is_title = is_title || g_str_equal (words[first], titles[i]);
      if (!is_title)
        break;
      first++;
    }
  return g_strjoinv (" ", words + first);
}

static gboolean
load_staff (GlaImportRun  *run,
            GError       **error)
{
  g_autoptr (GPtrArray) staff = gla_store_list_staff (run->store, TRUE, error);

  if (staff == NULL)
    return FALSE;
  run->staff = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < staff->len; i++)
    {
      const GlaStaff *person = staff->pdata[i];

      g_hash_table_insert (run->staff, fold_staff (person->name), g_strdup (person->id));
    }
  return TRUE;
}

/* As one who has left: an import does not decide who works here now. */
static const char *
add_staff (GlaImportRun  *run,
           const char    *name,
           const char    *key,
           GError       **error)
{
  g_autofree char *text = g_strdup_printf ("staff|%s", key);
  g_autofree char *id = gla_identifier_from_text (text);
  GlaStaff staff = { .id = id, .name = name, .role = GLA_ROLE_PRACTITIONER, .active = FALSE };
  const char *kept = id;

  if (!gla_store_add_staff (run->store, &staff, NULL, error))
    return NULL;
  if (gla_store_batch_was_added (run->store))
    run->result->n_staff++;
  g_hash_table_insert (run->staff, g_strdup (key), g_steal_pointer (&id));
  return kept;
}

gboolean
gla_import_find_staff (GlaImportRun    *run,
                       GlaImportField   field,
                       const char     **id,
                       GError         **error)
{
  const char *name = gla_import_get (run, field);
  g_autofree char *key = NULL;

  *id = NULL;
  if (name == NULL || gla_import_is_unknown (name))
    return TRUE;
  if (run->staff == NULL && !load_staff (run, error))
    return FALSE;
  key = fold_staff (name);
  if (key[0] == '\0')
    return TRUE;
  *id = g_hash_table_lookup (run->staff, key);
  if (*id == NULL)
    *id = add_staff (run, name, key, error);
  return *id != NULL;
}

/* What areas are called in German, French and Spanish lists; folded, keys of the catalogue. */
static const struct
{
  const char *key;
  const char *words;
} area_words[] = {
  { "FRON", "|stirn|stirnfalten|stirnlinien|front|rides du front|frente|lineas de la frente|" },
  { "GLAB", "|zornesfalte|zornesfalten|glabellafalte|ride du lion|rides du lion|glabelle|entrecejo|"
            "frown|frown line|glabellar|glabellar complex|11s|elevens|" },
  { "LCL", "|krahenfusse kraehenfuesse|krahenfusse|kraehenfuesse|lachfalten|patte doie|"
           "pattes doie|patas de gallo|crow feet|crowsfeet|lateral canthal|periorbital|" },
  { "NASAL", "|bunny line|bunnies|bunny|nasenfalten|rides nasales|lineas de conejo|" },
  { "BROW", "|brow|brows|eyebrow|augenbraue|augenbrauen|brauenlift|sourcil|sourcils|ceja|cejas|" },
  { "GUMMY", "|zahnfleischlacheln|zahnfleischlaecheln|sourire gingival|sonrisa gingival|" },
  { "PERIORAL", "|perioral|lip flip|lippenfaltchen|oberlippe|levre superieure|codigo de barras|"
                "smokers lines|smoker lines|upper lip|" },
  { "DAO", "|mundwinkel|marionette|marionette lines|commissures|comisuras|" },
  { "MENT", "|kinn|menton|barbilla|menton mentalis|dimpled chin|" },
  { "MASS", "|masseters|kaumuskel|kaumuskeln|maseteros|masetero|masseters jawline|jawline|"
            "bruxism|bruxismus|" },
  { "PLATB", "|platysma|hals|halsbander|neck|cou|cordes platysmales|cuello|bandas platismales|" },
  { "NEFER", "|nefertiti|" },
  { "AXIL", "|axillae|axillas|underarm|underarms|achsel|achseln|aisselle|aisselles|axila|axilas|"
            "hyperhidrosis|" },
  { "PALM", "|palm|hands|handflache|handflachen|handflaechen|paumes|palmas|" },
  { "TRAP", "|traps|trapez|trapezius muscle|trapeze|trapecio|" },
  { "CALF", "|calves|wade|waden|mollet|mollets|gemelos|" },
};

static GlaArea *
find_area (GlaImportRun *run,
           const char   *text)
{
  GlaArea *area = gla_catalogue_find_area_by_name (run->catalogue, text);
  g_autofree char *key = NULL;
  g_autofree char *word = NULL;

  if (area != NULL)
    return area;
  key = gla_search_key_new (text);
  word = g_strdup_printf ("|%s|", key);
  for (gsize i = 0; key[0] != '\0' && i < G_N_ELEMENTS (area_words); i++)
    if (strstr (area_words[i].words, word) != NULL)
      return gla_catalogue_find_area (run->catalogue, area_words[i].key);
  return NULL;
}

gboolean
gla_import_find_area (GlaImportRun  *run,
                      GlaArea      **area,
                      GlaSide       *side)
{
  const char *text = gla_import_get (run, GLA_IMPORT_FIELD_AREA);
  const char *side_text = gla_import_get (run, GLA_IMPORT_FIELD_SIDE);
  g_autofree char *rest = NULL;
  GlaSide named;

  *side = GLA_SIDE_BOTH;
  if (text == NULL)
    {
      gla_import_refuse (run, GLA_IMPORT_FIELD_AREA, _("The area is empty."));
      return FALSE;
    }
  *area = find_area (run, text);
  if (*area == NULL && (rest = gla_import_take_side (text, &named)) != NULL)
    {
      *area = find_area (run, rest);
      *side = named;
    }
  if (*area == NULL)
    {
      gla_import_refuse (run, GLA_IMPORT_FIELD_AREA,
                         _("This area is not known. Add it to the clinic's own areas, or write "
                           "another word for it."));
      return FALSE;
    }
  if (side_text != NULL && !gla_import_is_unknown (side_text)
      && !gla_import_read_side (side_text, side))
    {
      gla_import_refuse (run, GLA_IMPORT_FIELD_SIDE,
                         _("This is no side: write left, right, both or middle."));
      return FALSE;
    }
  return TRUE;
}
