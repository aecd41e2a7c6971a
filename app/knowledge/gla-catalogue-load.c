/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-area-private.h"
#include "gla-catalogue-private.h"
#include "gla-reader.h"

#define SCHEMA_PATH "schemas/catalogue.rng"

typedef void (*Reader) (GlaXmlDoc *, GlaMarkFlags, GPtrArray *);

/* The parts and the files they are in; the root element is called as the file. */
static const struct
{
  GlaPart     part;
  const char *root;
  Reader      read;
} sections[] = {
  { GLA_PART_PRODUCTS, "products", gla_reader_products },
  { GLA_PART_AREAS, "areas", gla_reader_areas },
  { GLA_PART_PRIORS, "priors", gla_reader_priors },
  { GLA_PART_FORECASTS, "priors", gla_reader_forecasts },
  { GLA_PART_SCALES, "scales", gla_reader_scales },
  { GLA_PART_CONSTANTS, "constants", gla_reader_constants },
  { GLA_PART_SOURCES, "sources", gla_reader_sources },
};

static const char * const roots[] = {
  "products", "areas", "priors", "scales", "constants", "sources",
};

#define N_ROOTS G_N_ELEMENTS (roots)

/* One set of files: those in the program, or those of the clinic (some may be missing). */
typedef struct
{
  GlaXmlDoc *docs[N_ROOTS];
  char      *names[N_ROOTS];
} Files;

static void
clear_files (Files *files)
{
  for (gsize i = 0; i < N_ROOTS; i++)
    {
      g_clear_pointer (&files->docs[i], gla_xml_doc_free);
      g_clear_pointer (&files->names[i], g_free);
    }
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Files, clear_files)

static GlaXmlDoc *
find_doc (const Files *files,
          const char  *root)
{
  for (gsize i = 0; i < N_ROOTS; i++)
    if (g_str_equal (roots[i], root))
      return files->docs[i];
  g_return_val_if_reached (NULL);
}

/* Our own files meet their schema, as the suite "data" sees to; a start needs not find it out. */
static gboolean
open_builtin (Files   *files,
              GError **error)
{
  for (gsize i = 0; i < N_ROOTS; i++)
    {
      files->names[i] = g_strdup_printf ("catalogue/%s.xml", roots[i]);
      files->docs[i] = gla_xml_load_builtin (files->names[i], error);
      if (files->docs[i] == NULL)
        return FALSE;
    }
  return TRUE;
}

static gboolean
open_own (Files   *files,
          GFile   *folder,
          GError **error)
{
  g_autoptr (GlaXmlSchema) schema = NULL;

  for (gsize i = 0; i < N_ROOTS; i++)
    {
      g_autofree char *base_name = g_strdup_printf ("%s.xml", roots[i]);
      g_autoptr (GFile) file = g_file_get_child (folder, base_name);

      if (!g_file_query_exists (file, NULL))
        continue;
      if (schema == NULL)
        schema = gla_xml_schema_load_builtin (SCHEMA_PATH, error);
      if (schema == NULL)
        return FALSE;
      files->names[i] = g_file_get_parse_name (file);
      files->docs[i] = gla_xml_load_file (file, error);
      if (files->docs[i] == NULL
          || !gla_xml_schema_validate (schema, files->docs[i], files->names[i], roots[i], error))
        return FALSE;
    }
  return TRUE;
}

/* The order of the file is the order of the timeline; nobody else has seen the areas yet. */
static void
number_areas (GPtrArray *areas)
{
  for (guint i = 0; i < areas->len; i++)
    {
      GlaArea *area = g_ptr_array_index (areas, i);

      area->order = (int) i + 1;
    }
}

static GlaCatalogue *
read_all (const Files *builtin,
          const Files *own)
{
  GPtrArray *lists[GLA_N_PARTS] = { NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      GPtrArray *list = gla_part_new_list (sections[i].part);
      GlaXmlDoc *own_doc = find_doc (own, sections[i].root);

      sections[i].read (find_doc (builtin, sections[i].root), GLA_MARK_NONE, list);
      if (own_doc != NULL)
        {
          g_autoptr (GPtrArray) added = gla_part_new_list (sections[i].part);

          sections[i].read (own_doc, GLA_MARK_OWN, added);
          gla_part_merge (sections[i].part, list, added);
        }
      lists[sections[i].part] = list;
    }
  number_areas (lists[GLA_PART_AREAS]);
  lists[GLA_PART_DERIVED] = gla_part_derive_forecasts (lists[GLA_PART_PRIORS],
                                                       lists[GLA_PART_FORECASTS]);
  return gla_catalogue_build (lists);
}

static gboolean
check_all (GlaCatalogue  *self,
           const Files   *files,
           GError       **error)
{
  for (gsize i = 0; i < N_ROOTS; i++)
    if (files->docs[i] != NULL
        && !gla_catalogue_check (self, files->docs[i], files->names[i], error))
      return FALSE;
  return TRUE;
}

GlaCatalogue *
gla_catalogue_load_builtin (GError **error)
{
  return gla_catalogue_load (NULL, error);
}

GlaCatalogue *
gla_catalogue_load (GFile   *own_folder,
                    GError **error)
{
  g_autoptr (GlaCatalogue) self = NULL;
  g_auto (Files) builtin = { { NULL }, { NULL } };
  g_auto (Files) own = { { NULL }, { NULL } };

  g_return_val_if_fail (own_folder == NULL || G_IS_FILE (own_folder), NULL);

  if (!open_builtin (&builtin, error))
    return NULL;
  if (own_folder != NULL && !open_own (&own, own_folder, error))
    return NULL;

  self = read_all (&builtin, &own);
  /* The clinic's files first: where the two don't fit together, theirs are to be changed. */
  if (!check_all (self, &own, error) || !check_all (self, &builtin, error))
    return NULL;
  return g_steal_pointer (&self);
}

GFile *
gla_catalogue_dup_own_folder (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "glabella", "catalogue", NULL);

  return g_file_new_for_path (path);
}
