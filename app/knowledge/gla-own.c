/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-own.h"

#include "gla-area-private.h"
#include "gla-catalogue-private.h"
#include "gla-i18n.h"
#include "gla-product-private.h"

/* Longest timeline code that is made from a name. */
#define CODE_LENGTH 4

static gboolean
check_key (GHashTable  *known,
           const char  *key,
           const char  *name,
           GError     **error)
{
  if (key == NULL || key[0] == '\0' || name == NULL || name[0] == '\0')
    {
      g_set_error (error, GLA_KNOWLEDGE_ERROR, GLA_KNOWLEDGE_ERROR_VALUE,
                   _("An own entry has no key or no name"));
      return FALSE;
    }
  if (!g_utf8_validate (name, -1, NULL))
    {
      g_set_error (error, GLA_KNOWLEDGE_ERROR, GLA_KNOWLEDGE_ERROR_VALUE,
                   _("The name of the own entry “%s” is not UTF-8"), key);
      return FALSE;
    }
  if (g_hash_table_contains (known, key))
    {
      g_set_error (error, GLA_KNOWLEDGE_ERROR, GLA_KNOWLEDGE_ERROR_DUPLICATE,
                   _("The key “%s” of an own entry is already in use"), key);
      return FALSE;
    }
  return TRUE;
}

static gboolean
is_code_taken (GPtrArray  *products,
               const char *code)
{
  for (guint i = 0; i < products->len; i++)
    if (g_ascii_strcasecmp (gla_product_get_code (g_ptr_array_index (products, i)), code) == 0)
      return TRUE;
  return FALSE;
}

/* First letters of the name in capitals, with a number behind them if already taken. */
static char *
make_code (GPtrArray           *products,
           const GlaOwnProduct *own)
{
  g_autofree char *upper = NULL;
  g_autofree char *start = NULL;
  char *code;

  if (own->code != NULL && own->code[0] != '\0' && !is_code_taken (products, own->code))
    return g_strdup (own->code);

  upper = g_utf8_strup (own->name, -1);
  start = g_utf8_substring (upper, 0, MIN (CODE_LENGTH, g_utf8_strlen (upper, -1)));
  code = g_strdup (start);
  for (int number = 2; is_code_taken (products, code); number++)
    {
      g_free (code);
      code = g_strdup_printf ("%s%d", start, number);
    }
  return code;
}

static void
set_mark (GlaMarked *mark)
{
  mark->marks = GLA_MARK_OWN;
  mark->sources = g_new0 (char *, 1);
}

static GlaProduct *
make_product (GPtrArray           *products,
              const GlaOwnProduct *own)
{
  const char *brands[] = { own->name, NULL };
  GlaProduct *self = gla_product_new ();
  GlaPresentation *presentation = g_new0 (GlaPresentation, 1);

  self->key = g_strdup (own->key);
  self->code = make_code (products, own);
  /* No key of a file has a colon, so that no family is hit by chance. */
  if (own->family != NULL && own->family[0] != '\0')
    self->family = g_strdup (own->family);
  else
    self->family = g_strconcat ("own:", own->key, NULL);
  self->dose_group = g_strdup ("");
  self->unit_name = g_strdup ("");
  self->name = g_strdup (own->name);
  self->generic = g_strdup (own->generic != NULL ? own->generic : "");
  self->brands = g_strdupv ((GStrv) brands);
  self->own = TRUE;

  presentation->key = g_strdup (own->key);
  presentation->brand = g_strdup (own->name);
  presentation->units = own->vial_units;
  presentation->form = own->form;
  set_mark (&presentation->mark);
  g_ptr_array_add (self->presentations, presentation);

  if (own->interval_days > 0)
    {
      GlaInterval *interval = g_new0 (GlaInterval, 1);

      interval->days = own->interval_days;
      set_mark (&interval->mark);
      g_ptr_array_add (self->intervals, interval);
    }
  return self;
}

static GlaArea *
make_area (GPtrArray        *areas,
           GHashTable       *codes,
           const GlaOwnArea *own)
{
  const char *names[] = { own->name, NULL };
  GlaArea *self = gla_area_new ();

  self->key = g_strdup (own->key);
  self->code = own->code != NULL ? g_ascii_strdown (own->code, -1) : g_strdup ("");
  if (g_hash_table_contains (codes, self->code))
    self->code[0] = '\0';
  self->name = g_strdup (own->name);
  self->full_name = g_strdup (own->name);
  self->names = g_strdupv ((GStrv) names);
  self->order = (int) areas->len + 1;
  self->paired = own->paired;
  self->sides = GLA_AREA_SIDE_LEFT | GLA_AREA_SIDE_RIGHT;
  if (!own->paired)
    self->sides |= GLA_AREA_SIDE_MIDLINE;
  self->own = TRUE;
  return self;
}

/* A new list with references to the elements of @list. */
static GPtrArray *
copy_list (GPtrArray *list,
           GPtrArray *copy,
           GCopyFunc  ref)
{
  g_ptr_array_extend (copy, list, ref, NULL);
  return copy;
}

static gpointer
ref_product (gconstpointer element,
             gpointer      user_data)
{
  return gla_product_ref ((GlaProduct *) element);
}

static gpointer
ref_area (gconstpointer element,
          gpointer      user_data)
{
  return gla_area_ref ((GlaArea *) element);
}

/* Keys of products are those of presentations too, for an own product has one with its key. */
static gboolean
add_products (GlaCatalogue         *base,
              GPtrArray            *list,
              const GlaOwnProduct  *products,
              gsize                 n_products,
              GError              **error)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, base->by_key[GLA_PART_PRODUCTS]);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_hash_table_add (known, key);
  g_hash_table_iter_init (&iter, base->presentations);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_hash_table_add (known, key);

  for (gsize i = 0; i < n_products; i++)
    {
      if (!check_key (known, products[i].key, products[i].name, error))
        return FALSE;
      g_hash_table_add (known, (gpointer) products[i].key);
      g_ptr_array_add (list, make_product (list, &products[i]));
    }
  return TRUE;
}

static gboolean
add_areas (GlaCatalogue      *base,
           GPtrArray         *list,
           const GlaOwnArea  *areas,
           gsize              n_areas,
           GError           **error)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) codes = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < list->len; i++)
    {
      GlaArea *area = g_ptr_array_index (list, i);

      g_hash_table_add (known, (gpointer) gla_area_get_key (area));
      g_hash_table_add (codes, (gpointer) gla_area_get_code (area));
    }
  for (gsize i = 0; i < n_areas; i++)
    {
      GlaArea *area;

      if (!check_key (known, areas[i].key, areas[i].name, error))
        return FALSE;
      area = make_area (list, codes, &areas[i]);
      g_hash_table_add (known, (gpointer) gla_area_get_key (area));
      g_hash_table_add (codes, (gpointer) gla_area_get_code (area));
      g_ptr_array_add (list, area);
    }
  return TRUE;
}

GlaCatalogue *
gla_catalogue_new_with_own (GlaCatalogue         *base,
                            const GlaOwnProduct  *products,
                            gsize                 n_products,
                            const GlaOwnArea     *areas,
                            gsize                 n_areas,
                            GError              **error)
{
  g_autoptr (GPtrArray) product_list = gla_part_new_list (GLA_PART_PRODUCTS);
  g_autoptr (GPtrArray) area_list = gla_part_new_list (GLA_PART_AREAS);
  GPtrArray *lists[GLA_N_PARTS];

  g_return_val_if_fail (base != NULL, NULL);
  g_return_val_if_fail (products != NULL || n_products == 0, NULL);
  g_return_val_if_fail (areas != NULL || n_areas == 0, NULL);

  copy_list (base->lists[GLA_PART_PRODUCTS], product_list, ref_product);
  copy_list (base->lists[GLA_PART_AREAS], area_list, ref_area);
  if (!add_products (base, product_list, products, n_products, error)
      || !add_areas (base, area_list, areas, n_areas, error))
    return NULL;

  for (int part = 0; part < GLA_N_PARTS; part++)
    lists[part] = g_ptr_array_ref (base->lists[part]);
  g_ptr_array_unref (lists[GLA_PART_PRODUCTS]);
  lists[GLA_PART_PRODUCTS] = g_steal_pointer (&product_list);
  g_ptr_array_unref (lists[GLA_PART_AREAS]);
  lists[GLA_PART_AREAS] = g_steal_pointer (&area_list);
  return gla_catalogue_build (lists);
}
