/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gla-context.h"

G_BEGIN_DECLS

#define GLA_TYPE_TODAY_DAY (gla_today_day_get_type ())
G_DECLARE_FINAL_TYPE (GlaTodayDay, gla_today_day, GLA, TODAY_DAY, GtkPopover)

/**
 * GlaTodayDay:
 *
 * Asks for a day, today or later: one is proposed, Enter takes it, Esc backs out.
 */

/**
 * GlaTodayDay::chosen:
 * @day: a #GlaDay
 *
 * The day was taken; the popover is gone.
 */

/**
 * gla_today_day_new:
 * @title: what the day is for, such as "Booked for"
 * @verb: label of the button
 * @proposal: the day to begin with
 */
GtkWidget *gla_today_day_new (GlaContext *context,
                              const char *title,
                              const char *verb,
                              GlaDay      proposal);

G_END_DECLS
