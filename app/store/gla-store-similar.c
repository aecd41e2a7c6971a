/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-search-key.h"
#include "gla-store-private.h"
#include "gla-store-search.h"

#include <string.h>

/* Patients who could be meant are at most so many. */
#define MOST_SIMILAR 5

/* Names are compared with all that begin with the same letters. */
#define PREFIX_LETTERS 3
#define MOST_CANDIDATES 20000

/* How much speaks for the same person. */
#define SCORE_PHONE 4
#define SCORE_BIRTH_DAY 4
#define SCORE_SAME_NAME 4
#define SCORE_NEAR_NAME 2

/* Longer keys are not compared letter by letter. */
#define LONGEST_KEY 80

typedef struct
{
  gint64 row;
  int score;
} Candidate;

typedef struct
{
  char *key;         /* "kaya  mira" */
  char *swapped;     /* "mira  kaya" */
  char *phone;       /* end of the number, last digit first, or NULL */
  char birth_day[16]; /* ISO, or empty */
  GHashTable *scores; /* row -> score */
} Wanted;

static void
wanted_clear (Wanted *wanted)
{
  g_free (wanted->key);
  g_free (wanted->swapped);
  g_free (wanted->phone);
  g_clear_pointer (&wanted->scores, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wanted, wanted_clear)

/*
 * Letters to be put in, left out, replaced or swapped with their neighbour to
 * make one key of the other (optimal string alignment); more than @most is most + 1.
 */
static int
get_distance (const char *a,
              const char *b,
              int         most)
{
  int rows[3][LONGEST_KEY + 1];
  int n_a = (int) strlen (a);
  int n_b = (int) strlen (b);

  if (ABS (n_a - n_b) > most || n_a > LONGEST_KEY || n_b > LONGEST_KEY)
    return most + 1;
  for (int j = 0; j <= n_b; j++)
    rows[0][j] = j;
  for (int i = 1; i <= n_a; i++)
    {
      int *row = rows[i % 3];
      const int *last = rows[(i - 1) % 3];
      const int *before = rows[(i + 1) % 3];
      int best = most + 1;

      row[0] = i;
      for (int j = 1; j <= n_b; j++)
        {
          int cost = a[i - 1] == b[j - 1] ? 0 : 1;

          row[j] = MIN (MIN (last[j] + 1, row[j - 1] + 1), last[j - 1] + cost);
          if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            row[j] = MIN (row[j], before[j - 2] + 1);
          best = MIN (best, row[j]);
        }
      if (best > most && row[0] > most)
        return most + 1;
    }
  return MIN (rows[n_a % 3][n_b], most + 1);
}

/* One letter may differ, two in a long name. */
static int
get_most (const char *key)
{
  return strlen (key) >= 12 ? 2 : 1;
}

static int
score_name (const Wanted *wanted,
            const char   *key)
{
  int most = get_most (wanted->key);
  int distance = get_distance (wanted->key, key, most);

  if (distance > most)
    distance = get_distance (wanted->swapped, key, most);
  if (distance == 0)
    return SCORE_SAME_NAME;
  return distance <= most ? SCORE_NEAR_NAME : 0;
}

/* Part of a name in common is enough beside the same birth day. */
static gboolean
shares_word (const char *key,
             const char *other)
{
  g_auto (GStrv) words = g_strsplit (key, " ", -1);
  g_auto (GStrv) others = g_strsplit (other, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    for (guint j = 0; others[j] != NULL; j++)
      if (words[i][0] != '\0' && get_distance (words[i], others[j], 1) <= (words[i][1] != '\0'))
        return TRUE;
  return FALSE;
}

static void
score_candidate (Wanted       *wanted,
                 GlaStatement *statement)
{
  gint64 row = gla_statement_get_int (statement, 0);
  const char *key = gla_statement_get_text (statement, 1);
  const char *birth_day = gla_statement_get_text (statement, 2);
  const char *phone = gla_statement_get_text (statement, 3);
  gboolean same_day = birth_day != NULL && strcmp (birth_day, wanted->birth_day) == 0;
  gboolean other_day = birth_day != NULL && wanted->birth_day[0] != '\0' && !same_day;
  gboolean same_phone = phone != NULL && wanted->phone != NULL
                        && g_str_has_prefix (phone, wanted->phone);
  int score = score_name (wanted, key);

  /* Two people may share a day of birth, or a telephone; not many share more. */
  if (score == 0 && same_day && shares_word (wanted->key, key))
    score = 1;
  if (score == 0 && !same_phone)
    return;
  if (same_day)
    score += SCORE_BIRTH_DAY;
  else if (other_day)
    score -= 1;
  if (same_phone)
    score += SCORE_PHONE;
  if (score > 0)
    g_hash_table_insert (wanted->scores, g_memdup2 (&row, sizeof (row)), GINT_TO_POINTER (score));
}

static gboolean
score_all (Wanted        *wanted,
           GlaStatement  *statement,
           GError       **error)
{
  gboolean row = TRUE;

  while (gla_statement_step (statement, &row, error) && row)
    score_candidate (wanted, statement);
  return !row;
}

#define CANDIDATES                                                                                 \
  "SELECT row, name_key, birth_day, phone_key FROM patient WHERE void_reason IS NULL"

static gboolean
score_prefix (GlaStore    *self,
              Wanted      *wanted,
              const char  *sql,
              const char  *prefix,
              GError     **error)
{
  g_autoptr (GlaStatement) statement = gla_store_prepare (self, sql, error);
  g_autofree char *end = g_strconcat (prefix, "\xf4\x8f\xbf\xbf", NULL);

  if (statement == NULL)
    return FALSE;
  gla_statement_bind_text (statement, ":start", prefix);
  gla_statement_bind_text (statement, ":end", end);
  gla_statement_bind_int (statement, ":most", MOST_CANDIDATES);
  return score_all (wanted, statement, error);
}

static gboolean
score_names (GlaStore    *self,
             Wanted      *wanted,
             const char  *key,
             GError     **error)
{
  g_autofree char *prefix
      = g_utf8_substring (key, 0, MIN (PREFIX_LETTERS, g_utf8_strlen (key, -1)));

  if (g_strstrip (prefix)[0] == '\0')
    return TRUE;
  return score_prefix (self, wanted,
                       CANDIDATES " AND name_key >= :start AND name_key < :end LIMIT :most",
                       prefix, error);
}

static gboolean
score_birth_day (GlaStore  *self,
                 Wanted    *wanted,
                 GError   **error)
{
  g_autoptr (GlaStatement) statement = NULL;

  if (wanted->birth_day[0] == '\0')
    return TRUE;
  statement = gla_store_prepare (self, CANDIDATES " AND birth_day = :day", error);
  if (statement == NULL)
    return FALSE;
  gla_statement_bind_text (statement, ":day", wanted->birth_day);
  return score_all (wanted, statement, error);
}

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  const Candidate *first = a;
  const Candidate *second = b;

  if (first->score != second->score)
    return first->score > second->score ? -1 : 1;
  return first->row < second->row ? -1 : 1;
}

static GPtrArray *
read_best (GlaStore  *self,
           Wanted    *wanted,
           GError   **error)
{
  g_autoptr (GPtrArray) list
      = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_patient_row_free);
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  GHashTableIter iter;
  gpointer row;
  gpointer score;

  g_hash_table_iter_init (&iter, wanted->scores);
  while (g_hash_table_iter_next (&iter, &row, &score))
    {
      Candidate candidate = { *(gint64 *) row, GPOINTER_TO_INT (score) };

      g_array_append_val (candidates, candidate);
    }
  g_array_sort (candidates, compare_candidates);
  for (guint i = 0; i < MIN (candidates->len, MOST_SIMILAR); i++)
    {
      GlaPatientRow *read
          = gla_store_read_row (self, g_array_index (candidates, Candidate, i).row, error);

      if (read == NULL)
        return NULL;
      g_ptr_array_add (list, read);
    }
  return g_steal_pointer (&list);
}

GPtrArray *
gla_store_find_similar (GlaStore    *self,
                        const char  *family_name,
                        const char  *given_name,
                        GlaDay       birth_day,
                        const char  *phone,
                        GError     **error)
{
  g_auto (Wanted) wanted = { 0 };

  g_return_val_if_fail (self != NULL, NULL);

  wanted.key = gla_store_make_name_key (family_name, given_name);
  wanted.swapped = gla_store_make_name_key (given_name, family_name);
  wanted.phone = gla_store_make_phone_key (phone);
  wanted.scores = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  if (birth_day != GLA_DAY_NONE)
    gla_day_write_iso (birth_day, wanted.birth_day);
  /* Numbers are compared by their last nine digits, as when searching. */
  if (wanted.phone != NULL && strlen (wanted.phone) > 9)
    wanted.phone[9] = '\0';
  if (wanted.phone != NULL && strlen (wanted.phone) < 6)
    g_clear_pointer (&wanted.phone, g_free);

  if (!score_names (self, &wanted, wanted.key, error)
      || !score_names (self, &wanted, wanted.swapped, error)
      || !score_birth_day (self, &wanted, error)
      || (wanted.phone != NULL
          && !score_prefix (self, &wanted,
                            CANDIDATES " AND phone_key >= :start AND phone_key < :end LIMIT :most",
                            wanted.phone, error)))
    return NULL;
  return read_best (self, &wanted, error);
}
