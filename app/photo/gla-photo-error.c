/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-photo-error.h"

G_DEFINE_QUARK (gla-photo-error-quark, gla_photo_error)
