/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-exchange-error.h"

G_DEFINE_QUARK (gla-exchange-error-quark, gla_exchange_error)
