/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-gs1.h"

#include "gla-i18n.h"

/* Short names are those of section E4; GLA_GS1_OK has none. */
static const struct
{
  GlaGs1Reading reading;
  const char *name;
  const char *words;
} faults[] = {
  { GLA_GS1_NOTHING, "E_NOTHING", N_("There is nothing in the code. Scan it again.") },
  { GLA_GS1_TRUNCATED, "E_TRUNCATED", N_("The code ends too early. Scan it again.") },
  { GLA_GS1_NOT_NUMERIC, "E_NOT_NUMERIC",
    N_("There is something other than a digit where a digit has to be. Scan it again, or compare "
       "what was typed with the carton.") },
  { GLA_GS1_GTIN_CHECK, "E_GTIN_CHECK",
    N_("The check digit of the product number is wrong. Scan it again, or compare what was typed "
       "with the carton.") },
  { GLA_GS1_DATE_MONTH, "E_DATE_MONTH",
    N_("There is no such month. Scan it again, or enter the date from the carton by hand.") },
  { GLA_GS1_DATE_DAY, "E_DATE_DAY",
    N_("There is no such day. Scan it again, or enter the date from the carton by hand.") },
  { GLA_GS1_TOO_LONG, "E_TOO_LONG",
    N_("A part is longer than it may be: probably the scanner does not send the separator behind "
       "the lot. “glabella scan --help” says how to set it up.") },
  { GLA_GS1_EMPTY_FIELD, "E_EMPTY_FIELD",
    N_("A part is empty. Scan it again, or enter it from the carton by hand.") },
  { GLA_GS1_UNKNOWN_AI, "E_UNKNOWN_AI",
    N_("A part of the code is of no known kind. Scan it again; if it stays, enter the carton by "
       "hand.") },
  { GLA_GS1_DUPLICATE_CONFLICT, "E_DUPLICATE_CONFLICT",
    N_("The same part is there twice with different values. Scan one code at a time.") },
  { GLA_GS1_BAD_CHAR, "E_BAD_CHAR",
    N_("There is a character that such a code can’t have: probably the scanner is set to another "
       "keyboard layout. “glabella scan --help” says how to set it up.") },
  { GLA_GS1_NOT_GS1, "E_NOT_GS1",
    N_("This is not a GS1 code. Scan the square code, or the long one, on the carton.") },
  { GLA_GS1_PPN, "E_NOT_GS1",
    N_("This is not a GS1 code but that of a German pack (PPN). It is not damaged; enter the "
       "carton by hand.") },
  { GLA_GS1_CAPS_LOCK, "E_NOT_GS1",
    N_("Capital and small letters are exchanged. Switch Caps Lock off, and scan again.") },
};

static const struct
{
  GlaGs1Warning warning;
  const char *name;
  const char *words;
} warnings[] = {
  { GLA_GS1_WARNING_NO_GTIN, "W_NO_GTIN", N_("The code does not name the product.") },
  { GLA_GS1_WARNING_EXPIRED, "W_EXPIRED", N_("It has expired.") },
  { GLA_GS1_WARNING_EXPIRY_FAR, "W_EXPIRY_FAR",
    N_("It expires more than six years from now. Compare the date with the carton.") },
  { GLA_GS1_WARNING_LONG_LOT_MAYBE_SERIAL, "W_LONG_LOT_MAYBE_SERIAL",
    N_("The lot is long: it may be the lot and the serial number in one. Compare it with the "
       "carton.") },
  { GLA_GS1_WARNING_WEDGE_029, "W_WEDGE_029",
    N_("There is “029” in the lot or the serial number, which some scanners send in place of the "
       "separator. Compare it with the carton.") },
};

const char *
gla_gs1_get_symbology_name (GlaGs1Symbology symbology)
{
  switch (symbology)
    {
    case GLA_GS1_SYMBOLOGY_DATAMATRIX:
      return "GS1 DataMatrix";
    case GLA_GS1_SYMBOLOGY_GS1_128:
      return "GS1-128";
    case GLA_GS1_SYMBOLOGY_QR:
      return "GS1 QR Code";
    case GLA_GS1_SYMBOLOGY_DATABAR:
      return "GS1 DataBar";
    case GLA_GS1_SYMBOLOGY_EAN_13:
      return "EAN-13";
    case GLA_GS1_SYMBOLOGY_TYPED:
      return "typed (brackets)";
    case GLA_GS1_SYMBOLOGY_UNKNOWN:
    default:
      return "unknown";
    }
}

const char *
gla_gs1_get_reading_name (GlaGs1Reading reading)
{
  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    if (faults[i].reading == reading)
      return faults[i].name;
  return "";
}

char *
gla_gs1_describe_fault (GlaGs1Reading reading,
                        const GlaGs1 *gs1)
{
  const char *words = "";

  g_return_val_if_fail (gs1 != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    if (faults[i].reading == reading)
      words = _(faults[i].words);
  if (gs1->fault_ai[0] == '\0')
    return g_strdup (words);
  /* Translators: a part of a barcode, as its readable line names it, and what is wrong with it. */
  return g_strdup_printf (_("At (%s): %s"), gs1->fault_ai, words);
}

const char *
gla_gs1_get_warning_name (GlaGs1Warning warning)
{
  for (gsize i = 0; i < G_N_ELEMENTS (warnings); i++)
    if (warnings[i].warning == warning)
      return warnings[i].name;
  return "";
}

const char *
gla_gs1_describe_warning (GlaGs1Warning warning)
{
  for (gsize i = 0; i < G_N_ELEMENTS (warnings); i++)
    if (warnings[i].warning == warning)
      return _(warnings[i].words);
  return "";
}
