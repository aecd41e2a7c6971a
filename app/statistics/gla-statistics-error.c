/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-statistics-error.h"

#include "gla-i18n.h"

G_DEFINE_QUARK (gla-statistics-error-quark, gla_statistics_error)

gboolean
gla_statistics_set_invalid (GError **error,
                            gsize    row)
{
  g_set_error (error, GLA_STATISTICS_ERROR, GLA_STATISTICS_ERROR_INVALID,
               _("Record %u has impossible numbers"), (guint) (row + 1));
  return FALSE;
}

gboolean
gla_statistics_set_bad_setting (GError **error)
{
  g_set_error_literal (error, GLA_STATISTICS_ERROR, GLA_STATISTICS_ERROR_INVALID,
                       _("A setting of the computation is impossible"));
  return FALSE;
}

gboolean
gla_statistics_set_too_few (GError **error)
{
  g_set_error_literal (error, GLA_STATISTICS_ERROR, GLA_STATISTICS_ERROR_TOO_FEW,
                       _("There are too few records for this computation"));
  return FALSE;
}

gboolean
gla_statistics_is_cancelled (GlaCancelFunc   cancel,
                             gpointer        data,
                             GError        **error)
{
  if (cancel == NULL || !cancel (data))
    return FALSE;

  g_set_error_literal (error, GLA_STATISTICS_ERROR, GLA_STATISTICS_ERROR_CANCELLED,
                       _("The computation was stopped"));
  return TRUE;
}
