/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-clinic-model.h"

G_BEGIN_DECLS

/* A product family of an area that the clinic has data of. */
typedef struct
{
  char *family;
  double centre;
  double variance;
  guint n_patients;
} GlaModelProduct;

/* An area that the clinic has data of. */
typedef struct
{
  char *area;
  double beta;
  double tau;
  double sigma;
  guint n_patients;
  GArray *products; /* (element-type GlaModelProduct), by family */
} GlaModelArea;

struct _GlaClinicModel
{
  GlaCatalogue *catalogue;
  gsize n_durations;   /* that it was fitted to */
  guint n_assessable;  /* treatments with or without an effect for certain */
  guint n_failed;      /* those of them without */
  GArray *areas;       /* (element-type GlaModelArea), by key */
};

/* Adds an area without products; the caller fills in its numbers. */
GlaModelArea *gla_clinic_model_add_area    (GlaClinicModel *self,
                                            const char     *area);
void          gla_model_area_add_product   (GlaModelArea   *self,
                                            const char     *family,
                                            double          centre,
                                            double          variance,
                                            guint           n_patients);

G_END_DECLS
