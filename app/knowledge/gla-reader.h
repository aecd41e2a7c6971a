/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-catalogue.h"
#include "gla-xml.h"

G_BEGIN_DECLS

/*
 * From validated documents to values. The schema has checked form and ranges, so
 * readers can't fail; what a schema can't say is checked by gla-catalogue-check.
 * @own is GLA_MARK_OWN for a clinic's own file and is added to every mark.
 */

/** gla_reader_mark: reads marks, sources and text of @node into an empty @mark. */
void            gla_reader_mark        (GlaMarked     *mark,
                                        xmlNode       *node,
                                        GlaMarkFlags   own);

/** gla_reader_add_marked: adds a #GlaMarked for each child called @name. */
void            gla_reader_add_marked  (GPtrArray     *array,
                                        xmlNode       *parent,
                                        const char    *name,
                                        GlaMarkFlags   own);

/** gla_reader_microlitres: an attribute in millilitres; 0 if missing. */
int             gla_reader_microlitres (xmlNode       *node,
                                        const char    *attribute);

/** gla_reader_add_interval: adds a #GlaInterval for each child "interval". */
void            gla_reader_add_intervals (GPtrArray   *array,
                                          xmlNode     *parent,
                                          GlaMarkFlags own);

GlaIndication  *gla_reader_indication  (xmlNode       *node,
                                        GlaMarkFlags   own);
void            gla_reader_products    (GlaXmlDoc     *doc,
                                        GlaMarkFlags   own,
                                        GPtrArray     *products);
void            gla_reader_areas       (GlaXmlDoc     *doc,
                                        GlaMarkFlags   own,
                                        GPtrArray     *areas);
void            gla_reader_priors      (GlaXmlDoc     *doc,
                                        GlaMarkFlags   own,
                                        GPtrArray     *priors);
void            gla_reader_forecasts   (GlaXmlDoc     *doc,
                                        GlaMarkFlags   own,
                                        GPtrArray     *forecasts);
void            gla_reader_scales      (GlaXmlDoc     *doc,
                                        GlaMarkFlags   own,
                                        GPtrArray     *scales);
void            gla_reader_constants   (GlaXmlDoc     *doc,
                                        GlaMarkFlags   own,
                                        GPtrArray     *constants);
void            gla_reader_sources     (GlaXmlDoc     *doc,
                                        GlaMarkFlags   own,
                                        GPtrArray     *sources);

G_END_DECLS
