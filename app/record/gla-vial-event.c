/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-vial-event.h"

#include "gla-i18n.h"
#include "gla-record-private.h"

GLA_DEFINE_RECORD (GlaVialEvent, gla_vial_event,
                   offsetof (GlaVialEvent, id),
                   offsetof (GlaVialEvent, vial),
                   offsetof (GlaVialEvent, moment),
                   offsetof (GlaVialEvent, diluent),
                   offsetof (GlaVialEvent, reason),
                   offsetof (GlaVialEvent, staff))

/* Whether it is there to be used, mixed or not. */
static gboolean
is_in_use (const GlaVial *vial)
{
  return vial->state == GLA_VIAL_SEALED || vial->state == GLA_VIAL_OPEN;
}

static gboolean
mix (const GlaVialEvent *self,
     GlaVial            *after)
{
  if (!is_in_use (after) || after->reconstituted != NULL || self->moment == NULL)
    return FALSE;
  after->state = GLA_VIAL_OPEN;
  after->reconstituted = self->moment;
  after->diluent = self->diluent;
  after->diluent_volume = self->diluent_volume;
  return TRUE;
}

static gboolean
move (GlaVial      *after,
      gboolean      can,
      GlaVialState  state)
{
  if (can)
    after->state = state;
  return can;
}

gboolean
gla_vial_event_apply (const GlaVialEvent *self,
                      GlaVial            *after)
{
  g_return_val_if_fail (self != NULL && after != NULL, FALSE);

  switch (self->kind)
    {
    case GLA_VIAL_EVENT_RECEIVED:
      return after->state == GLA_VIAL_SEALED;
    case GLA_VIAL_EVENT_MIXED:
      return mix (self, after);
    case GLA_VIAL_EVENT_WASTED:
      return after->state != GLA_VIAL_DISCARDED && self->units != GLA_UNITS_UNKNOWN;
    case GLA_VIAL_EVENT_EMPTIED:
      return move (after, is_in_use (after) || after->state == GLA_VIAL_HELD, GLA_VIAL_FINISHED);
    case GLA_VIAL_EVENT_DISCARDED:
      return move (after, after->state != GLA_VIAL_DISCARDED, GLA_VIAL_DISCARDED);
    case GLA_VIAL_EVENT_HELD:
      return move (after, is_in_use (after), GLA_VIAL_HELD);
    case GLA_VIAL_EVENT_RELEASED:
      return move (after, after->state == GLA_VIAL_HELD,
                   after->reconstituted != NULL ? GLA_VIAL_OPEN : GLA_VIAL_SEALED);
    default:
      g_return_val_if_reached (FALSE);
    }
}

void
gla_vial_event_take_back (const GlaVialEvent *self,
                          GlaVial            *after)
{
  g_return_if_fail (self != NULL && after != NULL);

  after->state = self->state_before;
  if (self->kind != GLA_VIAL_EVENT_MIXED)
    return;
  after->reconstituted = NULL;
  after->diluent = NULL;
  after->diluent_volume = 0;
}

const char *
gla_vial_event_kind_get_name (GlaVialEventKind kind)
{
  switch (kind)
    {
    case GLA_VIAL_EVENT_RECEIVED:
      return _("Received");
    case GLA_VIAL_EVENT_MIXED:
      return _("Reconstituted");
    case GLA_VIAL_EVENT_WASTED:
      return _("Wasted");
    case GLA_VIAL_EVENT_EMPTIED:
      return _("Emptied");
    case GLA_VIAL_EVENT_DISCARDED:
      return _("Discarded");
    case GLA_VIAL_EVENT_HELD:
      return _("Held");
    case GLA_VIAL_EVENT_RELEASED:
      return _("Released");
    default:
      g_return_val_if_reached ("");
    }
}
