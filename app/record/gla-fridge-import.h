/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-record.h"

G_BEGIN_DECLS

/**
 * GlaFridgeImport:
 *
 * A file of a logger that was taken in. Its readings are those that name it as their source.
 */
typedef struct
{
  const char *id;
  const char *fridge;
  const char *file;      /* its name, without the folder */
  const char *imported;  /* local time, YYYY-MM-DDTHH:MM */
  const char *since;     /* likewise: of the first reading */
  const char *moment;    /* of the last */
  int low;               /* hundredths of a degree Celsius */
  int high;
  int n_readings;        /* in the file */
  int n_gaps;            /* times without a reading */
  const char *staff;
  gint64 revision;
} GlaFridgeImport;

GLA_DECLARE_RECORD (GlaFridgeImport, gla_fridge_import)

G_END_DECLS
