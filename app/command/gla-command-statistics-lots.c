/* SPDX-License-Identifier: GPL-3.0-or-later */

/* statistics lots, lot-sessions: lots that stand out (statistics, section 5). */

#include "config.h"

#include "gla-command-statistics.h"

#include "gla-csv-input.h"
#include "gla-csv-output.h"
#include "gla-detector.h"
#include "gla-i18n.h"
#include "gla-lots.h"
#include "gla-model.h"

#include <stdlib.h>
#include <string.h>

#define MOST_SESSIONS 100000000

static const char *const flags[] = { "TOO_FEW", "OK", "AMBER", "RED" };

enum
{
  PRODUCT,
  LOT,
  N,
  F,
};

static const GlaCsvColumn count_columns[] = {
  [PRODUCT] = { "product" },
  [LOT] = { "lot" },
  [N] = { "n" },
  [F] = { "f" },
};

enum
{
  SESSION,
  SESSION_PRODUCT,
  SESSION_LOT,
  LEFT,
  RIGHT,
  CENTRE,
  NONRESPONSE,
};

static const GlaCsvColumn session_columns[] = {
  [SESSION] = { "session" },
  [SESSION_PRODUCT] = { "product" },
  [SESSION_LOT] = { "lot" },
  [LEFT] = { "L" },
  [RIGHT] = { "R" },
  [CENTRE] = { "M" },
  [NONRESPONSE] = { "nonresponse", TRUE },
};

/* The names of a lot; its number is the place among all. */
typedef struct
{
  char *product;
  char *lot;
  gint64 product_number;
} Name;

typedef struct
{
  GPtrArray *names;     /* (element-type Name) */
  GHashTable *places;   /* of "product\nlot", plus 1 */
  GHashTable *products; /* the number of each product, plus 1 */
} Names;

static void
name_free (gpointer data)
{
  Name *name = data;

  g_free (name->product);
  g_free (name->lot);
  g_free (name);
}

static void
names_init (Names *names)
{
  names->names = g_ptr_array_new_with_free_func (name_free);
  names->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  names->products = g_hash_table_new (g_str_hash, g_str_equal);
}

static void
names_clear (Names *names)
{
  g_clear_pointer (&names->places, g_hash_table_unref);
  g_clear_pointer (&names->products, g_hash_table_unref);
  g_clear_pointer (&names->names, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Names, names_clear)

/* Adds a name even if it was there before. */
static guint
names_add (Names      *names,
           const char *product,
           const char *lot)
{
  Name *name = g_new0 (Name, 1);
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (names->products, product));

  name->product = g_strdup (product);
  name->lot = g_strdup (lot);
  if (number == 0)
    {
      number = g_hash_table_size (names->products) + 1;
      g_hash_table_insert (names->products, name->product, GUINT_TO_POINTER (number));
    }
  name->product_number = number;
  g_ptr_array_add (names->names, name);
  return names->names->len - 1;
}

/* The lots of two products are two, also with the same name. */
static guint
names_find (Names      *names,
            const char *product,
            const char *lot)
{
  g_autofree char *key = g_strconcat (product, "\n", lot, NULL);
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (names->places, key));

  if (place == 0)
    {
      place = names_add (names, product, lot) + 1;
      g_hash_table_insert (names->places, g_steal_pointer (&key), GUINT_TO_POINTER (place));
    }
  return place - 1;
}

/* Two words of a row; the text of a cell holds only until the next is read. */
static gboolean
read_words (GlaCsvInput  *csv,
            guint         first_column,
            guint         second_column,
            char        **first,
            char        **second,
            GError      **error)
{
  const char *word;

  if (!gla_csv_input_get_word (csv, first_column, &word, error))
    return FALSE;
  *first = g_strdup (word);
  if (!gla_csv_input_get_word (csv, second_column, &word, error))
    return FALSE;
  *second = g_strdup (word);
  return TRUE;
}

static gboolean
read_count (GlaCsvInput  *csv,
            Names        *names,
            GlaLot       *lot,
            GError      **error)
{
  g_autofree char *product = NULL;
  g_autofree char *name = NULL;
  int n, f;

  if (!read_words (csv, PRODUCT, LOT, &product, &name, error) ||
      !gla_csv_input_get_integer (csv, N, 0, MOST_SESSIONS, &n, error) ||
      !gla_csv_input_get_integer (csv, F, 0, n, &f, error))
    return FALSE;
  lot->lot = names_add (names, product, name);
  lot->product = ((const Name *) names->names->pdata[lot->lot])->product_number;
  lot->n_sessions = (guint) n;
  lot->n_failed = (guint) f;
  return TRUE;
}

static GArray *
read_counts (const char  *path,
             Names       *names,
             GError     **error)
{
  g_autoptr (GlaCsvInput) csv = gla_csv_input_open (path, count_columns,
                                                    G_N_ELEMENTS (count_columns), error);
  g_autoptr (GArray) lots = g_array_new (FALSE, TRUE, sizeof (GlaLot));
  GError *cause = NULL;

  if (csv == NULL)
    return NULL;
  while (gla_csv_input_next (csv, &cause))
    {
      GlaLot lot = { 0 };

      if (!read_count (csv, names, &lot, error))
        return NULL;
      g_array_append_val (lots, lot);
    }
  if (cause != NULL)
    {
      g_propagate_error (error, cause);
      return NULL;
    }
  return g_steal_pointer (&lots);
}

static void
print_count (const GlaLot *lot,
             const Name   *name,
             GString      *row)
{
  gla_csv_text (row, name->product);
  gla_csv_text (row, name->lot);
  gla_csv_integer (row, lot->n_sessions);
  gla_csv_integer (row, lot->n_failed);
  gla_csv_integer (row, lot->tests_failures ? 1 : 0);
  gla_csv_number (row, lot->p_others);
  gla_csv_number (row, lot->mid_p);
  gla_csv_number (row, lot->fisher_p);
  if (lot->tests_failures)
    gla_csv_number (row, lot->adjusted);
  else
    gla_csv_empty (row);
  gla_csv_number (row, lot->shrunk);
  gla_csv_number (row, lot->low);
  gla_csv_number (row, lot->high);
  gla_csv_number (row, lot->p_worse);
  gla_csv_text (row, flags[lot->flag]);
  gla_csv_end (row);
}

gboolean
gla_command_statistics_lots (int      argc,
                             char   **argv,
                             GError **error)
{
  g_auto (Names) names = { NULL };
  g_autoptr (GArray) lots = NULL;
  g_autoptr (GString) row = g_string_new (NULL);

  if (!gla_command_statistics_parse (&argc, &argv, "LOTS.csv", 1,
                                     _("Compares the failures of each lot with those of the other "
                                       "lots of its product."), NULL, error))
    return FALSE;
  names_init (&names);
  lots = read_counts (argv[1], &names, error);
  if (lots == NULL || !gla_lots_judge ((GlaLot *) lots->data, lots->len, error))
    return FALSE;

  gla_csv_header ("product,lot,n,f,eligible,p_others,midp,fisher_p,bh,shrunk,lo95,hi95,p_worse,"
                  "flag");
  for (guint i = 0; i < lots->len; i++)
    print_count (&g_array_index (lots, GlaLot, i), names.names->pdata[i], row);
  return TRUE;
}

static gboolean
read_session (GlaCsvInput   *csv,
              Names         *names,
              GlaLotRecord  *record,
              GError       **error)
{
  g_autofree char *product = NULL;
  g_autofree char *lot = NULL;
  int nonresponse = 0;

  if (!gla_csv_input_get_id (csv, SESSION, &record->session, error) ||
      !read_words (csv, SESSION_PRODUCT, SESSION_LOT, &product, &lot, error) ||
      !gla_csv_input_get_duration (csv, LEFT, FALSE, &record->interval, error) ||
      !gla_csv_input_get_number (csv, CENTRE, &record->centre, error) ||
      !gla_csv_input_get_optional_integer (csv, NONRESPONSE, 0, 1, &nonresponse, error))
    return FALSE;
  record->lot = names_find (names, product, lot);
  record->product = ((const Name *) names->names->pdata[record->lot])->product_number;
  record->is_nonresponse = nonresponse == 1;
  /* The table has no days: all of it counts as mature. */
  record->age = GLA_LOTS_MATURITY;
  return gla_model_is_centre (record->centre) ||
         gla_csv_input_fail (csv, CENTRE, _("this is no logarithm of days"), error);
}

static GArray *
read_sessions (const char  *path,
               Names       *names,
               GError     **error)
{
  g_autoptr (GlaCsvInput) csv = gla_csv_input_open (path, session_columns,
                                                    G_N_ELEMENTS (session_columns), error);
  g_autoptr (GArray) records = g_array_new (FALSE, TRUE, sizeof (GlaLotRecord));
  GError *cause = NULL;

  if (csv == NULL)
    return NULL;
  while (gla_csv_input_next (csv, &cause))
    {
      GlaLotRecord record = { 0 };

      if (!read_session (csv, names, &record, error))
        return NULL;
      g_array_append_val (records, record);
    }
  if (cause != NULL)
    {
      g_propagate_error (error, cause);
      return NULL;
    }
  return g_steal_pointer (&records);
}

/* z is not defined where all residuals of the product are the same or of this lot. */
static void
print_sessions (const GlaLot *lot,
                const Name   *name,
                GString      *row)
{
  gla_csv_text (row, name->product);
  gla_csv_text (row, name->lot);
  gla_csv_integer (row, lot->n_sessions);
  gla_csv_integer (row, lot->n_failed);
  gla_csv_integer (row, lot->n_durations);
  gla_csv_number (row, lot->sum);
  gla_csv_integer (row, lot->tests_durations ? 1 : 0);
  if (lot->deviation > 0.0)
    gla_csv_number (row, lot->z);
  else
    gla_csv_empty (row);
  gla_csv_number (row, lot->ratio);
  if (lot->deviation > 0.0)
    gla_csv_number (row, lot->duration_p);
  else
    gla_csv_empty (row);
  if (lot->tests_durations)
    gla_csv_number (row, lot->duration_adjusted);
  else
    gla_csv_empty (row);
  gla_csv_text (row, flags[lot->flag]);
  gla_csv_end (row);
}

static int
compare_lots (gconstpointer a,
              gconstpointer b,
              gpointer      user_data)
{
  const Names *names = user_data;
  const Name *first = names->names->pdata[((const GlaLot *) a)->lot];
  const Name *second = names->names->pdata[((const GlaLot *) b)->lot];
  int order = gla_command_statistics_compare_names (first->product, second->product);

  return order != 0 ? order : gla_command_statistics_compare_names (first->lot, second->lot);
}

gboolean
gla_command_statistics_lot_sessions (int      argc,
                                     char   **argv,
                                     GError **error)
{
  g_auto (Names) names = { NULL };
  g_autoptr (GArray) records = NULL;
  g_autofree GlaLot *lots = NULL;
  g_autoptr (GString) row = g_string_new (NULL);
  gsize n_lots;

  if (!gla_command_statistics_parse (&argc, &argv, "SESSIONS.csv", 1,
                                     _("Compares durations and failures of each lot with those of "
                                       "the other lots of its product."), NULL, error))
    return FALSE;
  names_init (&names);
  records = read_sessions (argv[1], &names, error);
  if (records == NULL)
    return FALSE;
  lots = gla_lots_count ((const GlaLotRecord *) records->data, records->len,
                         GLA_DETECTOR_DEFAULT_TAU, GLA_DETECTOR_DEFAULT_SIGMA, &n_lots, error);
  if (lots == NULL || !gla_lots_judge (lots, n_lots, error))
    return FALSE;

  g_qsort_with_data (lots, (int) n_lots, sizeof (GlaLot), compare_lots, &names);
  gla_csv_header ("product,lot,n,f,n_dur,S,eligible,z,ratio,p,bh,flag");
  for (gsize i = 0; i < n_lots; i++)
    print_sessions (&lots[i], names.names->pdata[lots[i].lot], row);
  return TRUE;
}
