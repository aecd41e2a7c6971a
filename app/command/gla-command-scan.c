/* SPDX-License-Identifier: GPL-3.0-or-later */

/* scan: what the barcode of a carton says; for setting up a scanner. */

#include "config.h"

#include "gla-command-private.h"

#include "gla-error.h"
#include "gla-gs1.h"
#include "gla-i18n.h"

#include <gio/gio.h>
#include <stdio.h>
#include <string.h>

/* The ways in which people write the separator. */
static char *
write_out_separators (const char *text)
{
  GString *data = g_string_new (text);

  g_string_replace (data, "<GS>", "\x1d", 0);
  g_string_replace (data, "\\x1d", "\x1d", 0);
  g_string_replace (data, "\\x1D", "\x1d", 0);
  return g_string_free (data, FALSE);
}

/* What a scanner types into a terminal: one line. */
static char *
read_line (GError **error)
{
  g_autofree char *line = g_malloc0 (2 * GLA_GS1_MAX_LENGTH);

  if (fgets (line, 2 * GLA_GS1_MAX_LENGTH, stdin) != NULL)
    return g_steal_pointer (&line);
  g_set_error (error, GLA_USAGE_ERROR, GLA_USAGE_ERROR_ARGUMENTS,
               _("nothing was scanned; give the text of a code or scan one"));
  return NULL;
}

static void
print_value (const char *name,
             const char *value)
{
  if (value[0] != '\0')
    printf ("%s: %s\n", name, value);
}

/* Names are data, so that a program can read them. */
static void
print_code (const GlaGs1 *gs1)
{
  char day[11];

  print_value ("symbology", gla_gs1_get_symbology_name (gs1->symbology));
  print_value ("GTIN", gs1->gtin);
  print_value ("made", gla_day_write_iso (gs1->made, day));
  print_value ("expiry", gla_day_write_iso (gs1->expiry, day));
  print_value ("expiry-digits", gs1->expiry_digits);
  print_value ("lot", gs1->lot);
  print_value ("serial", gs1->serial);
  for (guint i = 0; i < gs1->n_national; i++)
    printf ("AI %s: %s\n", gs1->national[i].ai, gs1->national[i].value);
  for (guint flag = 1; flag <= gs1->warnings; flag <<= 1)
    if ((gs1->warnings & flag) != 0)
      printf ("warning: %s: %s\n", gla_gs1_get_warning_name (flag),
              gla_gs1_describe_warning (flag));
}

static char *
make_summary (void)
{
  return g_strconcat (
    _("Reads the barcode of a carton (GS1 DataMatrix, GS1-128, or what is typed from the line "
      "beside it) and prints what it says, one “name: value” a line. Without TEXT, reads one line "
      "of standard input, so that a code can be scanned into a terminal. In TEXT, “<GS>” or "
      "“\\x1d” stand for the separator."),
    "\n\n",
    _("To set up a scanner that types like a keyboard, look in its handbook for these:\n"
      "  1. Send the symbology identifier (AIM ID) in front: codes then begin with ]d2 or ]C1.\n"
      "  2. Send Enter behind each code.\n"
      "  3. Use the same keyboard country as this computer, and leave Caps Lock off.\n"
      "  4. Send control characters, so that the separator between lot and serial number (GS, "
      "ASCII 29) arrives as Ctrl+]. If it can’t, let it send a character that no code has, such "
      "as ~ or |, and name it by --separator and in the settings of the clinic.\n"
      "  5. Run “glabella scan”, scan a carton, and compare GTIN, lot and expiry with what is "
      "printed on it."),
    NULL);
}

static gboolean
check_separator (const char  *separator,
                 GError     **error)
{
  if (separator == NULL || (strlen (separator) == 1 && gla_gs1_is_separator (separator[0])))
    return TRUE;
  g_set_error (error, GLA_USAGE_ERROR, GLA_USAGE_ERROR_ARGUMENTS,
               _("--separator: “%s” can stand in a code; choose one such as ~ or |"), separator);
  return FALSE;
}

gboolean
gla_command_scan (int      argc,
                  char   **argv,
                  GError **error)
{
  g_auto (GlaCommandOptions) options = { NULL };
  g_autofree char *separator = NULL;
  const GOptionEntry entries[] = {
    { "separator", 0, 0, G_OPTION_ARG_STRING, &separator,
      N_("What the scanner sends in place of the separator"), N_("CHARACTER") },
    { NULL },
  };
  g_autofree char *summary = make_summary ();
  g_autofree char *text = NULL;
  g_autofree char *fault = NULL;
  GlaGs1Reading reading;
  GlaGs1 gs1;

  if (!gla_command_parse (&argc, &argv, "[TEXT]", summary, entries, &options, error) ||
      !gla_command_expect (argc, 0, 1, "[TEXT]", error) || !check_separator (separator, error))
    return FALSE;
  text = argc == 2 ? write_out_separators (argv[1]) : read_line (error);
  if (text == NULL)
    return FALSE;

  reading = gla_gs1_read (text, -1, separator != NULL ? separator[0] : '\0', options.today, &gs1);
  if (reading == GLA_GS1_OK)
    {
      print_code (&gs1);
      return TRUE;
    }
  fault = gla_gs1_describe_fault (reading, &gs1);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s: %s",
               gla_gs1_get_reading_name (reading), fault);
  return FALSE;
}
