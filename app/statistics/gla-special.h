/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Distribution functions from libm alone. Arguments must not be NaN and
 * parameters must be in range: that is the duty of the caller, and anything else
 * is a programming error, answered by a critical message and the stated value. */

double  gla_log_gamma               (double  x);
double  gla_log_choose              (double  n,
                                     double  k);
double  gla_beta_cdf                (double  a,
                                     double  b,
                                     double  x);
double  gla_beta_quantile           (double  a,
                                     double  b,
                                     double  p);
double  gla_f_upper                 (double  freedom1,
                                     double  freedom2,
                                     double  f);

double  gla_binomial_probability    (guint   n,
                                     double  p,
                                     guint   k);
double  gla_binomial_cdf            (guint   n,
                                     double  p,
                                     guint   k);
guint   gla_binomial_quantile       (guint   n,
                                     double  p,
                                     double  q);
double  gla_hypergeometric_upper    (guint   total,
                                     guint   failures,
                                     guint   drawn,
                                     guint   k);
double  gla_hypergeometric_probability (guint   total,
                                        guint   failures,
                                        guint   drawn,
                                        guint   k);

G_END_DECLS
