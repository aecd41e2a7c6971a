/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* What the files of this room share. */

#include "gla-sample.h"
#include "gla-units.h"

G_BEGIN_DECLS

#define GLA_SAMPLE_DILUENT "0.9 % NaCl"

struct _GlaSample
{
  guint64 seed;
  GlaDay start;            /* day 0 of the course */
  GlaCourseClinic *course;
  GPtrArray *staff;        /* (element-type GlaStaff) */
};

/** GlaSamplePack: the pack of a product of the course that the clinic buys. */
typedef struct
{
  const char *product;      /* catalogue key */
  const char *presentation; /* catalogue key */
  GlaUnits content;
  gint64 diluent_volume;    /* microlitres as the label has it, 0 for a liquid */
} GlaSamplePack;

/** gla_sample_make_identifier: (transfer full): the same for the same thing in every clinic of this seed. */
char                *gla_sample_make_identifier (GlaSample  *self,
                                                 guint64     index,
                                                 const char *what,
                                                 int         number);

/** gla_sample_get_pack: @product: of the course. */
const GlaSamplePack *gla_sample_get_pack        (int         product);

/** gla_sample_make_lot_name: (transfer full): @product and @lot: of the course. */
char                *gla_sample_make_lot_name   (int         product,
                                                 int         lot);

/** gla_sample_get_lot_expiry: two years after the lot came on sale. */
GlaDay               gla_sample_get_lot_expiry  (GlaSample  *self,
                                                 int         product,
                                                 int         lot);

G_END_DECLS
