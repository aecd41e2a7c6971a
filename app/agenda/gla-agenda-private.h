/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-agenda.h"
#include "gla-store-today.h"

G_BEGIN_DECLS

/** gla_agenda_add: a new row at the end of @section, of which @id says what it is about. */
GlaAgendaRow *gla_agenda_add          (GlaAgenda             *self,
                                       GlaAgendaSection       section,
                                       const char            *id);

/** gla_agenda_add_vials: what the vials of the clinic ask for. */
gboolean      gla_agenda_add_vials    (GlaAgenda             *self,
                                       GlaStore              *store,
                                       GlaCatalogue          *catalogue,
                                       const GlaAgendaQuery  *query,
                                       GError               **error);

/** gla_agenda_add_bookings: what is booked for today and the next days. */
gboolean      gla_agenda_add_bookings (GlaAgenda             *self,
                                       GlaStore              *store,
                                       const GlaAgendaQuery  *query,
                                       GError               **error);

/** gla_agenda_add_cases: the cases of the assistant that are open. */
gboolean      gla_agenda_add_cases    (GlaAgenda             *self,
                                       GlaStore              *store,
                                       GlaCatalogue          *catalogue,
                                       const GlaAgendaQuery  *query,
                                       GError               **error);

/* Words, each (transfer full) unless said otherwise. */

/** gla_agenda_words_name: of a patient, as lists have it. */
char         *gla_agenda_words_name   (const char            *family_name,
                                       const char            *given_name);

/** gla_agenda_words_area: (transfer none): the name of an area, or its key. */
const char   *gla_agenda_words_area   (GlaCatalogue          *catalogue,
                                       const char            *key);

/** gla_agenda_words_due: what is due and why; @role decides how much of it. */
char         *gla_agenda_words_due    (const GlaDueRow       *row,
                                       GlaCatalogue          *catalogue,
                                       GlaDay                 today,
                                       GlaRole                role);

/** gla_agenda_words_draft: what kind of draft it is. */
char         *gla_agenda_words_draft  (const char            *kind);

/** gla_agenda_words_backup: @last: %GLA_DAY_NONE if there was none. */
char         *gla_agenda_words_backup (GlaDay                 last,
                                       GlaDay                 today);

/** gla_agenda_words_days: "today", "tomorrow", "in 5 days", "3 days ago". */
char         *gla_agenda_words_days   (GlaDay                 day,
                                       GlaDay                 today);

G_END_DECLS
