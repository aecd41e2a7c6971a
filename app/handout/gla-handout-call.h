/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GlaHandoutCall:
 * @number: (nullable): of the record
 * @phone: (nullable)
 * @may_contact: whether the patient agreed to be called
 * @about: what the call is about, in words; may have several lines
 *
 * A line of a call list.
 */
typedef struct
{
  char *name;
  char *number;
  char *phone;
  gboolean may_contact;
  char *about;
} GlaHandoutCall;

/** gla_handout_call_list_new: (transfer full) (element-type GlaHandoutCall): empty. */
GPtrArray       *gla_handout_call_list_new (void);

/** gla_handout_call_list_add: all texts are copied. */
void             gla_handout_call_list_add (GPtrArray   *list,
                                            const char  *name,
                                            const char  *number,
                                            const char  *phone,
                                            gboolean     may_contact,
                                            const char  *about);

G_END_DECLS
