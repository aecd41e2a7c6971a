/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-catalogue.h"
#include "gla-xml.h"

G_BEGIN_DECLS

/* The lists a catalogue is made of. Derived forecasts come from priors, not from a file. */
typedef enum
{
  GLA_PART_PRODUCTS,
  GLA_PART_AREAS,
  GLA_PART_PRIORS,
  GLA_PART_FORECASTS,
  GLA_PART_SCALES,
  GLA_PART_CONSTANTS,
  GLA_PART_SOURCES,
  GLA_PART_DERIVED,
  GLA_N_PARTS,
} GlaPart;

/*
 * Each part is a list in the order to show and an index from key to element. Lists
 * are shared between catalogues; nothing changes after gla_catalogue_build().
 */
struct _GlaCatalogue
{
  GPtrArray  *lists[GLA_N_PARTS];
  GHashTable *by_key[GLA_N_PARTS];
  GHashTable *product_names;
  GHashTable *product_codes;
  GHashTable *presentations;
  GHashTable *area_names;
  GHashTable *area_codes;
};

/** gla_part_new_list: (transfer full): an empty list that owns its elements. */
GPtrArray     *gla_part_new_list     (GlaPart         part);

/** gla_part_dup_key: (transfer full): key of an element of @part. */
char          *gla_part_dup_key      (GlaPart         part,
                                      gconstpointer   element);

/** gla_part_merge: moves elements of @from into @into; an element with a known key replaces it. */
void           gla_part_merge        (GlaPart         part,
                                      GPtrArray      *into,
                                      GPtrArray      *from);

/** gla_part_derive_forecasts: (transfer full): rows for families and areas @forecasts lacks. */
GPtrArray     *gla_part_derive_forecasts (GPtrArray  *priors,
                                          GPtrArray  *forecasts);

/**
 * gla_catalogue_build:
 * @lists: (transfer full): one list for each of #GlaPart
 *
 * Returns: (transfer full): with all indexes
 */
GlaCatalogue  *gla_catalogue_build   (GPtrArray     **lists);

/**
 * gla_catalogue_check:
 * @doc: a validated document whose values are in @self
 * @name: how to name its file in errors
 *
 * What a schema can't say: keys and codes stand once, keys that are referred to
 * exist, ranges run upwards.
 *
 * Returns: %FALSE with file and line of the first fault
 */
gboolean       gla_catalogue_check   (GlaCatalogue   *self,
                                      GlaXmlDoc      *doc,
                                      const char     *name,
                                      GError        **error);

G_END_DECLS
