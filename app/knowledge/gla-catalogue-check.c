/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-catalogue-private.h"

#include "gla-i18n.h"

/* What one check carries along. */
typedef struct
{
  GlaCatalogue *catalogue;
  const char   *name;
  GHashTable   *keys;
  GHashTable   *families;
} Check;

/* Attributes whose words are keys of a part, on elements called @element (NULL: on any). */
static const struct
{
  const char *element;
  const char *attribute;
  GlaPart     part;
} references[] = {
  { NULL, "sources", GLA_PART_SOURCES },
  { "indication", "area", GLA_PART_AREAS },
  { "maximum", "areas", GLA_PART_AREAS },
  { "prior", "areas", GLA_PART_AREAS },
  { "forecast", "area", GLA_PART_AREAS },
  { "prior", "products", GLA_PART_PRODUCTS },
  { "dose", "product", GLA_PART_PRODUCTS },
  { "area", "grading", GLA_PART_SCALES },
};

/* Pairs of attributes of which the second must not be below the first. */
static const struct
{
  const char *element;
  const char *low;
  const char *high;
} ranges[] = {
  { "dose", "units", "up-to" },
  { "points", "count", "up-to" },
  { "points", "units", "units-up-to" },
  { "points", "low", "high" },
  { "age", "from", "below" },
  { "unopened", "low", "high" },
  { "shelf-life", "low", "high" },
  { "duration", "low", "high" },
  { "prior", "p10", "p90" },
  { "constant", "value", "up-to" },
};

static gboolean
refuse (const Check   *check,
        const xmlNode *node,
        const char    *key,
        GError       **error)
{
  gla_xml_set_error (error, GLA_KNOWLEDGE_ERROR_REFERENCE, check->name, node,
                     _("there is no entry with the key “%s”"), key);
  return FALSE;
}

static gboolean
check_references (const Check  *check,
                  xmlNode      *node,
                  GError      **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (references); i++)
    {
      g_auto (GStrv) words = NULL;

      if (references[i].element != NULL && !gla_xml_is (node, references[i].element))
        continue;
      words = gla_xml_dup_list (node, references[i].attribute);
      for (gsize w = 0; words[w] != NULL; w++)
        if (!g_hash_table_contains (check->catalogue->by_key[references[i].part], words[w]))
          return refuse (check, node, words[w], error);
    }
  return TRUE;
}

static gboolean
check_families (const Check  *check,
                xmlNode      *node,
                GError      **error)
{
  gboolean forecast = gla_xml_is (node, "forecast");
  g_auto (GStrv) words = NULL;

  if (!forecast && !gla_xml_is (node, "prior"))
    return TRUE;
  words = gla_xml_dup_list (node, forecast ? "family" : "families");
  for (gsize i = 0; words[i] != NULL; i++)
    if (!g_hash_table_contains (check->families, words[i]))
      return refuse (check, node, words[i], error);
  return TRUE;
}

static gboolean
check_ranges (const Check  *check,
              xmlNode      *node,
              GError      **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      double low;

      if (!gla_xml_is (node, ranges[i].element))
        continue;
      low = gla_xml_double (node, ranges[i].low, 0.0);
      if (gla_xml_double (node, ranges[i].high, low) < low)
        {
          gla_xml_set_error (error, GLA_KNOWLEDGE_ERROR_VALUE, check->name, node,
                             _("“%s” is lower than “%s”"), ranges[i].high, ranges[i].low);
          return FALSE;
        }
    }
  return TRUE;
}

/* Presentations are named within their product only. */
static gboolean
check_presentations (const Check  *check,
                     xmlNode      *node,
                     GError      **error)
{
  g_auto (GStrv) words = gla_xml_dup_list (node, "presentations");
  g_autofree char *key = NULL;
  GlaProduct *product;

  if (words[0] == NULL)
    return TRUE;
  key = gla_xml_dup (node->parent, "key");
  product = gla_catalogue_find_product (check->catalogue, key);
  for (gsize i = 0; words[i] != NULL; i++)
    if (product == NULL || gla_product_find_presentation (product, words[i]) == NULL)
      return refuse (check, node, words[i], error);
  return TRUE;
}

static gboolean
refuse_duplicate (const Check   *check,
                  const xmlNode *node,
                  const char    *key,
                  GError       **error)
{
  gla_xml_set_error (error, GLA_KNOWLEDGE_ERROR_DUPLICATE, check->name, node,
                     _("“%s” stands for two entries"), key);
  return FALSE;
}

/* Within one file: the same key twice is a slip, while another file may replace an entry. */
static gboolean
check_key (const Check  *check,
           xmlNode      *node,
           GError      **error)
{
  g_autofree char *key = gla_xml_dup (node, gla_xml_is (node, "constant") ? "name" : "key");
  g_autofree char *place = NULL;

  if (gla_xml_is (node, "forecast"))
    {
      g_autofree char *family = gla_xml_dup (node, "family");
      g_autofree char *area = gla_xml_dup (node, "area");

      key = g_strconcat (family, " ", area, NULL);
    }
  if (key == NULL)
    return TRUE;
  place = g_strconcat ((const char *) node->name, ":", key, NULL);
  if (!g_hash_table_add (check->keys, g_steal_pointer (&place)))
    return refuse_duplicate (check, node, key, error);
  return TRUE;
}

/* Over all files: typing codes, timeline codes and presentation keys. */
static gboolean
check_codes (const Check  *check,
             xmlNode      *node,
             GError      **error)
{
  g_autofree char *key = gla_xml_dup (node, "key");
  g_autofree char *code = gla_xml_dup (node, "code");

  if (gla_xml_is (node, "area") && code != NULL)
    {
      GlaArea *area = gla_catalogue_find_area_by_code (check->catalogue, code);

      if (area != NULL && g_strcmp0 (gla_area_get_key (area), key) != 0)
        return refuse_duplicate (check, node, code, error);
    }
  if (gla_xml_is (node, "product"))
    {
      GlaProduct *product = g_hash_table_lookup (check->catalogue->product_codes, code);

      if (product != NULL && g_strcmp0 (gla_product_get_key (product), key) != 0)
        return refuse_duplicate (check, node, code, error);
    }
  if (gla_xml_is (node, "presentation"))
    {
      g_autofree char *owner = gla_xml_dup (node->parent, "key");
      GlaProduct *product = NULL;

      gla_catalogue_find_presentation (check->catalogue, key, &product);
      if (product != NULL && g_strcmp0 (gla_product_get_key (product), owner) != 0)
        return refuse_duplicate (check, node, key, error);
    }
  return TRUE;
}

/* Depth is limited by the parser, so recursion is safe. */
static gboolean
check_node (const Check  *check,
            xmlNode      *node,
            GError      **error)
{
  if (!check_key (check, node, error) || !check_codes (check, node, error)
      || !check_references (check, node, error) || !check_families (check, node, error)
      || !check_presentations (check, node, error) || !check_ranges (check, node, error))
    return FALSE;
  for (xmlNode *child = gla_xml_first (node, NULL); child != NULL;
       child = gla_xml_next (child, NULL))
    if (!check_node (check, child, error))
      return FALSE;
  return TRUE;
}

gboolean
gla_catalogue_check (GlaCatalogue  *self,
                     GlaXmlDoc     *doc,
                     const char    *name,
                     GError       **error)
{
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) families = g_hash_table_new (g_str_hash, g_str_equal);
  const GPtrArray *products = gla_catalogue_get_products (self);
  Check check = { self, name, keys, families };

  for (guint i = 0; i < products->len; i++)
    g_hash_table_add (families,
                      (gpointer) gla_product_get_family (g_ptr_array_index (products, i)));
  return check_node (&check, gla_xml_root (doc), error);
}
