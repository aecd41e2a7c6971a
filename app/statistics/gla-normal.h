/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Distribution functions from libm alone. Arguments must not be NaN and
 * parameters must be in range: that is the duty of the caller, and anything else
 * is a programming error, answered by a critical message and the stated value. */

double  gla_log_days                (double  days);

double  gla_normal_density          (double  x);
double  gla_normal_cdf              (double  x);
double  gla_normal_upper            (double  x);
double  gla_normal_log_upper        (double  x);
double  gla_normal_interval         (double  a,
                                     double  b);
double  gla_normal_log_interval     (double  a,
                                     double  b);
double  gla_normal_quantile         (double  p);
double  gla_t_quantile_975          (double  freedom);

G_END_DECLS
