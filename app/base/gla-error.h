/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** GLA_USAGE_ERROR: a command was called in a way that it does not understand. */
#define GLA_USAGE_ERROR (gla_usage_error_quark ())

typedef enum
{
  GLA_USAGE_ERROR_ARGUMENTS,
  GLA_USAGE_ERROR_INPUT,
} GlaUsageError;

GQuark  gla_usage_error_quark (void);

G_END_DECLS
