/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-search-key.h"

#include <string.h>

typedef struct
{
  const char *text;
  const char *key;
} KeyCase;

static const KeyCase keys[] = {
  { NULL, "" },
  { "", "" },
  { " ,.-; ", "" },
  { "Kaya", "kaya" },
  { "KAYA, Mira", "kaya mira" },
  { "  Kaya \t Mira  ", "kaya mira" },
  { "O'Brien", "obrien" },
  { "O’Brien", "obrien" },
  { "Smith-Jones", "smith jones" },
  { "44/2", "44 2" },
  { "C4821A2", "c4821a2" },

  /* Both spellings of letters that many write with two. */
  { "Müller", "muller mueller" },
  { "Mu\xcc\x88ller", "muller mueller" },
  { "MÜLLER", "muller mueller" },
  { "Mueller", "mueller" },
  { "Straße", "strasse" },
  { "STRAẞE", "strasse" },
  { "Müller-Łódź", "muller mueller lodz" },
  { "Łódź", "lodz" },
  { "Øyvind", "oyvind oeyvind" },
  { "Åse", "ase aase" },
  { "Æbelø", "aebelo abeloe" },
  { "Þórður", "thordur thorthur" },
  { "Đorđe", "dorde djordje" },
  { "Œuvre", "oeuvre" },

  /* Accents of every kind. */
  { "José Ñandú", "jose nandu" },
  { "Žižek", "zizek" },
  { "Şükrü Işık", "sukru suekrue isik" },
  { "İpek", "ipek" },
  { "Nguyễn Thị Đào", "nguyen thi dao djao" },
  { "Ngu\x79\xe1\xbb\x85n", "nguyen" },
  { "Σίσυφος", "σισυφος" },
  { "Ёлка", "елка" },

  /* Other scripts are kept; marks above and below are dropped. */
  { "محمد", "محمد" },
  { "مُحَمَّد", "محمد" },
  { "أحمد", "احمد" },
  { "שָׁלוֹם", "שלום" },
  { "山田太郎", "山田太郎" },
  { "Мария", "мария" },
  { "٣", "٣" },

  /* Wide forms and bytes that are not text. */
  { "Ｋａｙａ", "kaya" },
  { "ﬁn", "fin" },
  { "Ka\xffya", "ka ya" },
};

static void
test_keys (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *key = gla_search_key_new (keys[i].text);

      if (strcmp (key, keys[i].key) != 0)
        g_error ("\"%s\": \"%s\", not \"%s\"", keys[i].text, key, keys[i].key);
    }
}

/* Whether each word of the query begins a word of the name, as the list of patients asks. */
static gboolean
is_found (const char *query,
          const char *name)
{
  g_autofree char *key = gla_search_key_new (name);
  g_auto (GStrv) words = gla_search_key_split (query);
  g_auto (GStrv) names = g_strsplit (key, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      gboolean found = FALSE;

      for (guint k = 0; names[k] != NULL && !found; k++)
        found = g_str_has_prefix (names[k], words[i]);
      if (!found)
        return FALSE;
    }
  return TRUE;
}

typedef struct
{
  const char *name;
  const char *queries;    /* each finds it */
} FindCase;

static const FindCase finds[] = {
  { "Müller, Jürgen", "muller|Müller|mueller|MUELLER|mü|mu|jurgen muller|jür mül|juergen" },
  { "Straße", "strasse|straße|stras" },
  { "Øyvind Åsheim", "oyvind|øyvind|oeyvind|ash|aas|åsh oyv" },
  { "Łukasz Dąbrowski", "lukasz|łuk|dabrow|dąb luk" },
  { "Nguyễn Thị Đào", "nguyen|nguyễn|dao|đào|djao|thi nguyen" },
  { "أحمد محمد", "احمد|أحمد|محمد" },
  { "O'Brien", "obrien|o'b|o’brien" },
  { "Smith-Jones", "jones|smith|smith-jones|jones smith" },
};

static void
test_finds (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (finds); i++)
    {
      g_auto (GStrv) queries = g_strsplit (finds[i].queries, "|", -1);

      for (guint k = 0; queries[k] != NULL; k++)
        if (!is_found (queries[k], finds[i].name))
          g_error ("\"%s\" does not find \"%s\"", queries[k], finds[i].name);
    }
  g_assert_false (is_found ("muler", "Müller"));
  g_assert_false (is_found ("ller", "Müller"));
  g_assert_false (is_found ("muller anna", "Müller, Jürgen"));
}

static void
test_split (void)
{
  g_auto (GStrv) none = gla_search_key_split (" - ");
  g_auto (GStrv) null = gla_search_key_split (NULL);
  g_auto (GStrv) two = gla_search_key_split (" Müller,  jür ");

  g_assert_cmpuint (g_strv_length (none), ==, 0);
  g_assert_cmpuint (g_strv_length (null), ==, 0);
  g_assert_cmpuint (g_strv_length (two), ==, 2);
  g_assert_cmpstr (two[0], ==, "muller");
  g_assert_cmpstr (two[1], ==, "jur");
}

static void
test_digits (void)
{
  g_autofree char *none = gla_search_key_digits (NULL);
  g_autofree char *phone = gla_search_key_digits ("+41 (0)44 123-45-67 ext. 8");
  g_autofree char *other = gla_search_key_digits ("٠١٢ 5");

  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (phone, ==, "4104412345678");
  g_assert_cmpstr (other, ==, "5");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/search-key/keys", test_keys);
  g_test_add_func ("/base/search-key/finds", test_finds);
  g_test_add_func ("/base/search-key/split", test_split);
  g_test_add_func ("/base/search-key/digits", test_digits);

  return g_test_run ();
}
