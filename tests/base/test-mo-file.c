/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Files of translations: what they say, and that a damaged one is refused. */

#include "config.h"

#include "gla-language.h"
#include "gla-mo-file.h"
#include "gla-test-mo.h"

#include <string.h>

static GlaTestMo *
make_file (void)
{
  GlaTestMo *mo = gla_test_mo_new (3);

  gla_test_mo_add (mo, NULL, "Area", "Okolica");
  gla_test_mo_add (mo, NULL, "Areas", "Okolice");
  gla_test_mo_add (mo, "unit", "day", "dzień");
  gla_test_mo_add (mo, "units", "day", "dni");
  gla_test_mo_add (mo, NULL, "day", "doba");
  gla_test_mo_add_forms (mo, "%u day", "%u days", "%u dzień|%u dni|%u dnia");
  return mo;
}

static void
test_texts (gconstpointer data)
{
  static const struct
  {
    const char *context;
    const char *text;
    const char *translation;
    gsize length;
  } cases[] = {
    { NULL, "Area", "Okolica", 7 },      { NULL, "Areas", "Okolice", 7 },
    { NULL, "Are", NULL, 0 },            { NULL, "Areass", NULL, 0 },
    { "unit", "day", "dzień", 6 },       { "units", "day", "dni", 3 },
    { "uni", "day", NULL, 0 },           { "unitt", "day", NULL, 0 },
    { "", "day", NULL, 0 },              { NULL, "day", "doba", 4 },
    { "unit", "days", NULL, 0 },         { NULL, "unit", NULL, 0 },
    { NULL, "zzz", NULL, 0 },            { NULL, "!", NULL, 0 },
    { NULL, "%u day", "%u dzień", 24 },
  };
  g_autoptr (GlaTestMo) mo = make_file ();
  g_autoptr (GBytes) bytes = gla_test_mo_dup (mo, GPOINTER_TO_INT (data));
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaMoFile) file = gla_mo_file_new (bytes, "pl.mo", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (gla_mo_file_get_n_forms (file), ==, 3);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gsize length = 0;

      g_assert_cmpstr (gla_mo_file_find (file, cases[i].context, cases[i].text, &length), ==,
                       cases[i].translation);
      if (cases[i].translation != NULL)
        g_assert_cmpuint (length, ==, cases[i].length);
    }
}

/* Each number of a file with a value that lies; whatever is taken can be read to its end. */
static void
test_lies (void)
{
  static const guint32 lies[] = {
    0, 1, 7, 27, 28, 1000, 0x10000, 0x7fffffff, 0x80000000, 0xfffffff8, 0xffffffff,
  };
  g_autoptr (GlaTestMo) mo = make_file ();
  g_autoptr (GBytes) bytes = gla_test_mo_dup (mo, FALSE);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  guint refused = 0;

  for (gsize at = 0; at + 4 <= 28 + 16 * 7; at += 4)
    for (gsize i = 0; i < G_N_ELEMENTS (lies); i++)
      {
        /* Memory of its own, so that a sanitizer sees a step outside. */
        g_autofree char *copy = g_memdup2 (data, size);
        g_autoptr (GBytes) lying = NULL;
        g_autoptr (GError) error = NULL;
        g_autoptr (GlaMoFile) file = NULL;
        gsize length;

        memcpy (copy + at, &lies[i], 4);
        lying = g_bytes_new_static (copy, size);
        file = gla_mo_file_new (lying, "pl.mo", &error);
        if (file == NULL)
          {
            g_assert_error (error, GLA_LANGUAGE_ERROR, GLA_LANGUAGE_ERROR_DAMAGED);
            refused++;
            continue;
          }
        gla_mo_file_find (file, NULL, "Areas", &length);
        gla_mo_file_find (file, "unit", "day", &length);
        gla_mo_file_get_n_forms (file);
      }
  g_assert_cmpuint (refused, >, 200);
}

static void
test_cut (void)
{
  g_autoptr (GlaTestMo) mo = make_file ();
  g_autoptr (GBytes) bytes = gla_test_mo_dup (mo, FALSE);
  gsize size = g_bytes_get_size (bytes);

  for (gsize length = 0; length < size; length++)
    {
      g_autofree char *copy = g_memdup2 (g_bytes_get_data (bytes, NULL), length);
      g_autoptr (GBytes) cut = g_bytes_new_static (copy, length);
      g_autoptr (GError) error = NULL;

      g_assert_null (gla_mo_file_new (cut, "pl.mo", &error));
      g_assert_error (error, GLA_LANGUAGE_ERROR, GLA_LANGUAGE_ERROR_DAMAGED);
      g_assert_nonnull (strstr (error->message, "pl.mo"));
    }
}

static void
test_refused (void)
{
  g_autoptr (GlaTestMo) empty = gla_test_mo_new (0);
  g_autoptr (GlaTestMo) latin = gla_test_mo_new (2);
  g_autoptr (GlaTestMo) twice = make_file ();
  g_autoptr (GBytes) sound = gla_test_mo_dup (empty, FALSE);
  g_autoptr (GlaMoFile) file = gla_mo_file_new (sound, "x.mo", NULL);
  GlaTestMo *const refused[] = { latin, twice };

  g_assert_nonnull (file);
  g_assert_cmpuint (gla_mo_file_get_n_forms (file), ==, 0);
  gla_test_mo_add (latin, NULL, "day", "dzie\xf1");
  gla_test_mo_add (twice, NULL, "Area", "Obszar");
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GBytes) bytes = gla_test_mo_dup (refused[i], FALSE);

      g_assert_null (gla_mo_file_new (bytes, "x.mo", NULL));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/base/mo-file/texts", GINT_TO_POINTER (FALSE), test_texts);
  g_test_add_data_func ("/base/mo-file/swapped", GINT_TO_POINTER (TRUE), test_texts);
  g_test_add_func ("/base/mo-file/lies", test_lies);
  g_test_add_func ("/base/mo-file/cut", test_cut);
  g_test_add_func ("/base/mo-file/refused", test_refused);
  return g_test_run ();
}
