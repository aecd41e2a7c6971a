/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "gla-record.h"

G_BEGIN_DECLS

/*
 * Drafts as text: key files whose first group has the name of the form and the
 * version of its keys. What is missing or out of range reads as not given, since
 * a draft may come from another version of the program.
 */

/** gla_draft_new: (transfer full) */
GKeyFile  *gla_draft_new         (const char  *form,
                                  int          version);

/** gla_draft_read: (transfer full) (nullable): NULL if @text is no draft of that form and version. */
GKeyFile  *gla_draft_read        (const char  *text,
                                  const char  *form,
                                  int          version);

/** gla_draft_put_text: @text: (nullable): NULL is not written. */
void       gla_draft_put_text    (GKeyFile    *self,
                                  const char  *group,
                                  const char  *key,
                                  const char  *text);

/** gla_draft_dup_text: (transfer full) (nullable) */
char      *gla_draft_dup_text    (GKeyFile    *self,
                                  const char  *group,
                                  const char  *key);
void       gla_draft_put_day     (GKeyFile    *self,
                                  const char  *group,
                                  const char  *key,
                                  GlaDay       day);
GlaDay     gla_draft_get_day     (GKeyFile    *self,
                                  const char  *group,
                                  const char  *key);
void       gla_draft_put_units   (GKeyFile    *self,
                                  const char  *group,
                                  const char  *key,
                                  GlaUnits     units);
GlaUnits   gla_draft_get_units   (GKeyFile    *self,
                                  const char  *group,
                                  const char  *key);

/** gla_draft_get_number: from 0 to @most. */
int        gla_draft_get_number  (GKeyFile    *self,
                                  const char  *group,
                                  const char  *key,
                                  int          most);

/** gla_draft_get_grade: %GLA_GRADE_UNKNOWN, or from 0 to 9. */
int        gla_draft_get_grade   (GKeyFile    *self,
                                  const char  *group,
                                  const char  *key);

G_END_DECLS
