/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Walking the protocol of the assistant for one patient of the clinic file. */

#include "config.h"

#include "gla-command-case-run.h"

#include "gla-clinic-knowledge.h"
#include "gla-error.h"
#include "gla-i18n.h"
#include "gla-store-case.h"
#include "gla-store-read.h"
#include "gla-store-search.h"
#include "gla-xml.h"

#include <string.h>

/* What is of one patient. */
static void
forget_patient (GlaCaseRun *self)
{
  g_clear_pointer (&self->cycles, gla_cycles_unref);
  g_clear_pointer (&self->basis, gla_case_basis_unref);
  self->area = NULL;
  self->cycle = NULL;
}

void
gla_case_run_clear (GlaCaseRun *self)
{
  forget_patient (self);
  g_clear_pointer (&self->outlook, gla_outlook_cache_free);
  g_clear_pointer (&self->constants, gla_constants_unref);
  g_clear_pointer (&self->protocol, gla_protocol_unref);
  g_clear_pointer (&self->catalogue, gla_catalogue_unref);
  g_clear_pointer (&self->store, gla_store_close);
}

GlaProtocol *
gla_case_run_load_protocol (const char    *file,
                            GlaCatalogue  *catalogue,
                            GError       **error)
{
  g_autoptr (GFile) own = NULL;

  if (file == NULL)
    return gla_protocol_load_builtin (catalogue, error);
  own = g_file_new_for_commandline_arg (file);
  return gla_protocol_load_file (own, catalogue, error);
}

gboolean
gla_case_run_open (GlaCaseRun              *self,
                   const GlaCommandOptions *options,
                   const char              *protocol,
                   GError                 **error)
{
  self->store = gla_command_open (options, GLA_STORE_READ_ONLY, error);
  if (self->store == NULL)
    return FALSE;
  self->catalogue = gla_command_load_catalogue (self->store, &self->settings, error);
  if (self->catalogue == NULL)
    return FALSE;
  self->protocol = gla_case_run_load_protocol (protocol, self->catalogue, error);
  if (self->protocol == NULL)
    return FALSE;
  self->outlook = gla_outlook_cache_read (self->store, self->catalogue);
  self->constants = gla_clinic_load_constants (self->store, self->catalogue, error);
  return self->constants != NULL;
}

gboolean
gla_case_run_read (GlaCaseRun  *self,
                   const char  *name,
                   GlaDay       today,
                   GError     **error)
{
  g_autofree char *patient = gla_store_find_patient (self->store, name, today, error);

  forget_patient (self);
  if (patient == NULL)
    return FALSE;
  self->cycles = gla_command_read_cycles (self->store, patient, self->catalogue, &self->settings,
                                          today, error);
  return self->cycles != NULL;
}

gboolean
gla_case_run_choose_area (GlaCaseRun  *self,
                          const char  *name,
                          GError     **error)
{
  GlaArea *area = name != NULL ? gla_catalogue_find_area_by_name (self->catalogue, name) : NULL;

  if (name != NULL && area == NULL)
    {
      g_set_error (error, GLA_USAGE_ERROR, GLA_USAGE_ERROR_ARGUMENTS,
                   _("--area: there is no area “%s”"), name);
      return FALSE;
    }
  self->area = area != NULL ? gla_area_get_key (area) : NULL;
  for (guint i = 0; i < self->cycles->cycles->len; i++)
    {
      const GlaCycle *cycle = self->cycles->cycles->pdata[i];

      if ((self->area == NULL || g_str_equal (self->area, cycle->area)) &&
          (self->cycle == NULL || cycle->day > self->cycle->day))
        self->cycle = cycle;
    }
  if (self->cycle != NULL)
    self->area = self->cycle->area;
  return TRUE;
}

gboolean
gla_case_run_look (GlaCaseRun  *self,
                   gboolean     at_treatment,
                   GError     **error)
{
  const char *treatment
    = at_treatment && self->cycle != NULL ? self->cycle->treatment->id : NULL;
  GlaClinicFigures figures = { .settings = &self->settings, .constants = self->constants };

  gla_outlook_cache_get_figures (self->outlook, self->store, &figures);
  g_clear_pointer (&self->basis, gla_case_basis_unref);
  self->basis = gla_case_basis_new (self->store, self->cycles, &figures, self->area, treatment,
                                    error);
  return self->basis != NULL;
}

GlaCase *
gla_case_run_walk (GlaCaseRun  *self,
                   const char  *answers,
                   GError     **error)
{
  const char *treatment = self->cycle != NULL ? self->cycle->treatment->id : NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GlaXmlDoc) doc = NULL;

  if (self->area == NULL)
    {
      g_set_error (error, GLA_USAGE_ERROR, GLA_USAGE_ERROR_ARGUMENTS,
                   _("no treatment is recorded: name the area that was treated elsewhere by --area"));
      return NULL;
    }
  if (answers == NULL)
    return gla_case_start (self->protocol, &self->basis->input, self->area, treatment, error);
  file = g_file_new_for_commandline_arg (answers);
  doc = gla_xml_load_file (file, error);
  if (doc == NULL)
    return NULL;
  return gla_case_replay (doc, answers, self->protocol, &self->basis->input, self->area, treatment, error);
}

static const GlaCaseRecord *
find_case (const GlaHistory *history,
           const char       *id)
{
  const GlaCaseRecord *found = NULL;

  for (guint i = 0; i < history->cases->len; i++)
    {
      const GlaCaseRecord *record = history->cases->pdata[i];

      if (id != NULL ? strcmp (record->id, id) == 0
                     : record->standing != GLA_CASE_STANDING_CLOSED)
        found = record;
    }
  return found;
}

/* The protocol that a case began with; texts of the program's own are translated. */
static GlaProtocol *
read_protocol (GlaCaseRun           *self,
               const GlaCaseRecord  *record,
               GError              **error)
{
  g_autofree char *text = gla_store_read_protocol (self->store, record->protocol, error);
  g_autoptr (GBytes) builtin = gla_xml_get_builtin ("protocol/not-working.xml", NULL);
  g_autoptr (GBytes) bytes = NULL;

  if (text == NULL)
    return NULL;
  bytes = g_bytes_new (text, strlen (text));
  return gla_protocol_parse (bytes, record->protocol_version,
                             builtin == NULL || !g_bytes_equal (bytes, builtin), self->catalogue,
                             error);
}

gboolean
gla_case_run_resume (GlaCaseRun  *self,
                     const char  *id,
                     GlaCase    **walk,
                     GError     **error)
{
  const GlaCaseRecord *record = find_case (self->cycles->history, id);
  g_autoptr (GlaProtocol) protocol = NULL;
  g_autoptr (GBytes) content = NULL;
  g_autoptr (GlaXmlDoc) doc = NULL;

  *walk = NULL;
  if (record == NULL)
    {
      if (id != NULL)
        g_set_error (error, GLA_USAGE_ERROR, GLA_USAGE_ERROR_ARGUMENTS,
                     _("“%s” is neither a file nor a case of this patient"), id);
      return id == NULL;
    }
  protocol = read_protocol (self, record, error);
  if (protocol == NULL)
    return FALSE;
  content = g_bytes_new (record->content, strlen (record->content));
  doc = gla_xml_parse (content, record->id, error);
  if (doc != NULL)
    *walk = gla_case_from_xml (doc, record->id, protocol, error);
  return *walk != NULL;
}
