/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-error.h"

G_DEFINE_QUARK (gla-usage-error-quark, gla_usage_error)
