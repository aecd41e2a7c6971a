/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-shortening-state.h"

#include "gla-setting.h"
#include "gla-store-notice.h"
#include "gla-store-read.h"

gboolean
gla_shortening_state_read (GlaStore            *store,
                           const char          *patient,
                           gboolean            *wanted,
                           GlaShorteningState  *state,
                           GError             **error)
{
  g_autofree char *setting = NULL;
  g_autoptr (GlaNotice) notice = NULL;

  g_return_val_if_fail (store != NULL && patient != NULL, FALSE);
  g_return_val_if_fail (wanted != NULL && state != NULL, FALSE);

  *state = (GlaShorteningState) { 0 };
  setting = gla_store_get_setting (store, GLA_SETTING_NOTICES, NULL);
  *wanted = g_strcmp0 (setting, "no") != 0;
  if (!*wanted)
    return TRUE;
  notice = gla_store_get_notice (store, patient, GLA_NOTICE_SHORTENING, error);
  if (notice == NULL)
    return FALSE;
  state->raised = (GlaDetectorTier) notice->raised;
  state->dismissed = notice->dismissed_on != GLA_DAY_NONE;
  state->dismissed_p20 = notice->dismissed_at;
  return TRUE;
}
