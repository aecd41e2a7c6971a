/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-product-private.h"
#include "gla-reader.h"

#include <math.h>

/* Elements that are statements, in the order of GlaFactKind. */
static const char * const fact_elements[GLA_N_FACTS] = {
  [GLA_FACT_GENERIC] = "generic",
  [GLA_FACT_SEROTYPE] = "serotype",
  [GLA_FACT_MAKER] = "maker",
  [GLA_FACT_EXCIPIENTS] = "excipients",
  [GLA_FACT_SCREEN] = "screen",
  [GLA_FACT_COMPLEX] = "complex",
  [GLA_FACT_ONSET] = "onset",
  [GLA_FACT_PEAK] = "peak",
  [GLA_FACT_DURATION] = "duration",
  [GLA_FACT_ANTIBODIES] = "antibodies",
  [GLA_FACT_NOTE] = "note",
};

static const struct
{
  const char       *word;
  GlaLicenceStatus  status;
} licence_words[] = {
  { "aesthetic", GLA_LICENCE_AESTHETIC },
  { "therapeutic", GLA_LICENCE_THERAPEUTIC },
  { "no", GLA_LICENCE_NO },
  { "unknown", GLA_LICENCE_UNKNOWN },
};

static void
read_facts (GlaProduct   *self,
            xmlNode      *parent,
            GlaFactKind   kind,
            GlaMarkFlags  own)
{
  const char *name = fact_elements[kind];

  for (xmlNode *node = gla_xml_first (parent, name); node != NULL; node = gla_xml_next (node, name))
    {
      GlaFact *fact = g_new0 (GlaFact, 1);

      fact->key = gla_xml_dup (node, "material");
      gla_reader_mark (&fact->mark, node, own);
      g_ptr_array_add (self->facts[kind], fact);
    }
}

static void
read_names (GlaProduct *self,
            xmlNode    *parent)
{
  g_autoptr (GStrvBuilder) brands = g_strv_builder_new ();
  xmlNode *generic = gla_xml_first (parent, "generic");

  for (xmlNode *node = gla_xml_first (parent, "brand"); node != NULL;
       node = gla_xml_next (node, "brand"))
    {
      g_autofree char *brand = gla_xml_dup_text (node);

      g_strv_builder_add (brands, brand);
    }
  self->brands = g_strv_builder_end (brands);
  self->name = g_strjoinv (", ", self->brands);

  if (generic != NULL && !gla_xml_bool (generic, "none"))
    self->generic = gla_xml_dup_text (generic);
  else
    self->generic = g_strdup ("");
}

static void
add_presentation (GlaProduct   *self,
                  xmlNode      *node,
                  GlaMarkFlags  own)
{
  g_autofree char *form = gla_xml_dup (node, "form");
  GlaPresentation *presentation = g_new0 (GlaPresentation, 1);

  presentation->key = gla_xml_dup (node, "key");
  presentation->brand = gla_xml_dup (node, "brand");
  presentation->units = gla_xml_units (node, "units");
  presentation->form = g_strcmp0 (form, "liquid") == 0 ? GLA_FORM_LIQUID : GLA_FORM_POWDER;
  presentation->volume_ul = gla_reader_microlitres (node, "volume-ml");
  gla_reader_mark (&presentation->mark, node, own);
  g_ptr_array_add (self->presentations, presentation);
}

static void
add_storage (GlaProduct   *self,
             xmlNode      *node,
             GlaMarkFlags  own)
{
  GlaStorage *storage = gla_storage_new ();
  xmlNode *unopened = gla_xml_first (node, "unopened");
  xmlNode *shelf_life = gla_xml_first (node, "shelf-life");
  xmlNode *in_use = gla_xml_first (node, "in-use");

  g_strfreev (storage->presentations);
  storage->presentations = gla_xml_dup_list (node, "presentations");
  storage->low_celsius = gla_xml_double (unopened, "low", (double) NAN);
  storage->high_celsius = gla_xml_double (unopened, "high", (double) NAN);
  storage->or_low_celsius = gla_xml_double (unopened, "or-low", (double) NAN);
  storage->or_high_celsius = gla_xml_double (unopened, "or-high", (double) NAN);
  gla_reader_mark (&storage->unopened, unopened, own);
  storage->shelf_months_low = gla_xml_int (shelf_life, "low", 0);
  storage->shelf_months_high = gla_xml_int (shelf_life, "high", storage->shelf_months_low);
  gla_reader_mark (&storage->shelf_life, shelf_life, own);
  storage->in_use_hours = gla_xml_int (in_use, "hours", GLA_HOURS_UNKNOWN);
  gla_reader_mark (&storage->in_use, in_use, own);
  gla_reader_add_marked (storage->notes, node, "note", own);
  g_ptr_array_add (self->storages, storage);
}

static void
add_dilution (GlaProduct   *self,
              xmlNode      *node,
              GlaMarkFlags  own)
{
  GlaDilution *dilution = g_new0 (GlaDilution, 1);

  dilution->presentations = gla_xml_dup_list (node, "presentations");
  dilution->diluent_ul = gla_reader_microlitres (node, "diluent-ml");
  dilution->units_per_100ul = gla_xml_units (node, "units-per-0.1ml");
  gla_reader_mark (&dilution->mark, node, own);
  g_ptr_array_add (self->dilutions, dilution);
}

static void
add_licence (GlaProduct   *self,
             xmlNode      *node,
             GlaMarkFlags  own)
{
  g_autofree char *region = gla_xml_dup (node, "region");
  g_autofree char *status = gla_xml_dup (node, "status");
  GlaLicence *licence = g_new0 (GlaLicence, 1);

  licence->region = gla_region_from_key (region);
  for (gsize i = 0; i < G_N_ELEMENTS (licence_words); i++)
    if (g_strcmp0 (status, licence_words[i].word) == 0)
      licence->status = licence_words[i].status;
  licence->year = gla_xml_int (node, "year", 0);
  gla_reader_mark (&licence->mark, node, own);
  g_ptr_array_add (self->licences, licence);
}

static void
read_parts (GlaProduct   *self,
            xmlNode      *parent,
            GlaMarkFlags  own)
{
  for (xmlNode *node = gla_xml_first (parent, NULL); node != NULL; node = gla_xml_next (node, NULL))
    {
      if (gla_xml_is (node, "presentation"))
        add_presentation (self, node, own);
      else if (gla_xml_is (node, "storage"))
        add_storage (self, node, own);
      else if (gla_xml_is (node, "dilution"))
        add_dilution (self, node, own);
      else if (gla_xml_is (node, "licence"))
        add_licence (self, node, own);
      else if (gla_xml_is (node, "indication"))
        g_ptr_array_add (self->indications, gla_reader_indication (node, own));
    }
}

static char *
dup_or_empty (xmlNode    *node,
              const char *attribute)
{
  char *text = gla_xml_dup (node, attribute);

  return text != NULL ? text : g_strdup ("");
}

static GlaProduct *
read_product (xmlNode      *node,
              GlaMarkFlags  own)
{
  GlaProduct *self = gla_product_new ();

  self->key = gla_xml_dup (node, "key");
  self->code = gla_xml_dup (node, "code");
  self->family = gla_xml_dup (node, "family");
  self->dose_group = dup_or_empty (node, "dose-group");
  self->unit_name = gla_xml_dup_child_text (node, "unit-name");
  if (self->unit_name == NULL)
    self->unit_name = g_strdup ("");
  self->own = own != GLA_MARK_NONE;

  read_names (self, node);
  read_parts (self, node, own);
  gla_reader_add_intervals (self->intervals, node, own);
  for (int kind = 0; kind < GLA_N_FACTS; kind++)
    read_facts (self, node, kind, own);
  return self;
}

void
gla_reader_products (GlaXmlDoc    *doc,
                     GlaMarkFlags  own,
                     GPtrArray    *products)
{
  for (xmlNode *node = gla_xml_first (gla_xml_root (doc), "product"); node != NULL;
       node = gla_xml_next (node, "product"))
    g_ptr_array_add (products, read_product (node, own));
}
