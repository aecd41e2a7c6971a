/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-vial.h"

G_BEGIN_DECLS

/**
 * GlaVialEventKind:
 * @GLA_VIAL_EVENT_RECEIVED: came with a delivery
 * @GLA_VIAL_EVENT_MIXED: reconstituted, or opened if it is ready to use (then no volume)
 * @GLA_VIAL_EVENT_WASTED: units of it were lost, with a reason; the vial stays as it is
 * @GLA_VIAL_EVENT_EMPTIED: nothing is left in it, whatever the sums say
 * @GLA_VIAL_EVENT_DISCARDED: thrown away with the units that were left in it, for a reason
 * @GLA_VIAL_EVENT_HELD: held for a reason, such as an excursion or a doubt about its lot
 * @GLA_VIAL_EVENT_RELEASED: may be used again
 *
 * Stored in clinic files: append only.
 */
typedef enum
{
  GLA_VIAL_EVENT_RECEIVED = 0,
  GLA_VIAL_EVENT_MIXED = 1,
  GLA_VIAL_EVENT_WASTED = 2,
  GLA_VIAL_EVENT_EMPTIED = 3,
  GLA_VIAL_EVENT_DISCARDED = 4,
  GLA_VIAL_EVENT_HELD = 5,
  GLA_VIAL_EVENT_RELEASED = 6,
} GlaVialEventKind;

/**
 * GlaVialEvent:
 *
 * One thing that happened to a vial, other than that units were injected.
 */
typedef struct
{
  const char *id;
  const char *vial;          /* identifier */
  GlaVialEventKind kind;
  const char *moment;        /* local time, YYYY-MM-DDTHH:MM */
  GlaUnits units;            /* wasted or discarded; unknown for other kinds */
  const char *diluent;       /* of a reconstitution */
  gint64 diluent_volume;     /* microlitres, 0 if ready to use */
  const char *reason;        /* why wasted, discarded or set aside */
  const char *staff;         /* identifier, or NULL */
  GlaVialState state_before; /* of the vial; filled in by the store */
  gint64 revision;
} GlaVialEvent;

GLA_DECLARE_RECORD (GlaVialEvent, gla_vial_event)

/**
 * gla_vial_event_apply:
 * @after: (inout): the fields of the vial; changed only if it can happen
 *
 * What an event makes of a vial. Texts stay those of the event and the vial.
 *
 * Returns: whether it can happen to a vial in that state
 */
gboolean      gla_vial_event_apply        (const GlaVialEvent *self,
                                           GlaVial            *after);

/** gla_vial_event_take_back: what a vial was before the event, which is the last that happened to it. */
void          gla_vial_event_take_back    (const GlaVialEvent *self,
                                           GlaVial            *after);

/** gla_vial_event_kind_get_name: in the user's language, such as "Reconstituted". */
const char   *gla_vial_event_kind_get_name (GlaVialEventKind   kind);

G_END_DECLS
