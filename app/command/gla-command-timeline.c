/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-command-private.h"

#include "gla-error.h"
#include "gla-i18n.h"
#include "gla-setting.h"
#include "gla-store-read.h"
#include "gla-store-search.h"
#include "gla-timeline-export.h"

static gboolean
write_timeline (const GlaCommandOptions  *options,
                const char               *text,
                GlaTimelineSheetOptions  *sheet,
                GlaTimelineFormat         format,
                const char               *output,
                GError                  **error)
{
  g_autoptr (GlaStore) store = gla_command_open (options, GLA_STORE_READ_ONLY, error);
  g_autoptr (GlaCatalogue) catalogue = NULL;
  g_autoptr (GlaCycles) cycles = NULL;
  g_autofree char *patient = NULL;
  g_autofree char *clinic_name = NULL;
  GlaCycleSettings settings;

  if (store == NULL)
    return FALSE;
  catalogue = gla_command_load_catalogue (store, &settings, error);
  if (catalogue == NULL)
    return FALSE;
  patient = gla_store_find_patient (store, text, options->today, error);
  if (patient == NULL)
    return FALSE;
  cycles = gla_command_read_cycles (store, patient, catalogue, &settings, options->today, error);
  if (cycles == NULL)
    return FALSE;
  clinic_name = gla_store_get_setting (store, GLA_SETTING_CLINIC_NAME, NULL);
  sheet->clinic_name = clinic_name;
  return gla_timeline_export (cycles, catalogue, sheet, format, output, error);
}

gboolean
gla_command_timeline (int      argc,
                      char   **argv,
                      GError **error)
{
  g_auto (GlaCommandOptions) options = { NULL };
  GlaTimelineSheetOptions sheet;
  GlaTimelineFormat format;
  g_autofree char *output = NULL;
  g_autofree char *paper = NULL;
  gboolean table = FALSE;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
      N_("File to write; its ending chooses the format"), "FILE.png|.svg|.pdf" },
    { "table", 0, 0, G_OPTION_ARG_NONE, &table, N_("The table in place of the picture"), NULL },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &paper, N_("Paper of a PDF"), "a4|letter" },
    { NULL },
  };

  if (!gla_command_parse (&argc, &argv, "PATIENT",
                          _("Writes the timeline of one patient. PATIENT is a record number or "
                            "a name."),
                          entries, &options, error) ||
      !gla_command_expect (argc, 1, 1, "PATIENT --output FILE", error))
    return FALSE;
  if (output == NULL || !gla_timeline_format_from_path (output, &format))
    {
      g_set_error_literal (error, GLA_USAGE_ERROR, GLA_USAGE_ERROR_ARGUMENTS,
                           _("--output needs a file that ends in .png, .svg or .pdf"));
      return FALSE;
    }
  gla_timeline_sheet_options_init (&sheet, options.today);
  sheet.table = table;
  if (!gla_command_read_paper (paper, &sheet.paper, error))
    return FALSE;
  return write_timeline (&options, argv[1], &sheet, format, output, error);
}
