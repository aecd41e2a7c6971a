/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-database.h"
#include "gla-json.h"
#include "gla-transaction.h"
#include "gla-word-list.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char *folder;
  char *path;
  GlaDatabase *database;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("glabella-database-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "test.db", NULL);
  self->database = gla_database_open (self->path, GLA_DATABASE_CREATE, &error);
  g_assert_no_error (error);
  gla_database_execute (self->database,
                        "CREATE TABLE t (k INTEGER PRIMARY KEY, a, b TEXT,"
                        " c INTEGER CONSTRAINT c_small CHECK (c < 10)) STRICT", &error);
  g_assert_error (error, GLA_STORE_ERROR, GLA_STORE_ERROR_FAILED); /* a needs a type */
  g_clear_error (&error);
  gla_database_execute (self->database,
                        "CREATE TABLE t (k INTEGER PRIMARY KEY, a ANY, b TEXT,"
                        " c INTEGER CONSTRAINT c_small CHECK (c < 10)) STRICT", &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_clear_pointer (&self->database, gla_database_close);
  g_unlink (self->path);
  g_rmdir (self->folder);
  g_free (self->path);
  g_free (self->folder);
}

static void
insert (GlaDatabase *database,
        int          c)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaStatement) statement
      = gla_database_prepare (database, "INSERT INTO t (c) VALUES (:c)", &error);

  g_assert_no_error (error);
  gla_statement_bind_int (statement, ":c", c);
  gla_statement_run (statement, &error);
  g_assert_no_error (error);
}

static gint64
count (GlaDatabase *database)
{
  g_autoptr (GError) error = NULL;
  gint64 value = -1;

  gla_database_get_int (database, "SELECT count (*) FROM t", &value, &error);
  g_assert_no_error (error);
  return value;
}

/* Every kind of value goes to the parameter of its name and comes back the same. */
static void
test_bind (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaStatement) statement
      = gla_database_prepare (self->database,
                              "SELECT :text, :int, :null, :day, :no_day, :units, :no_units, :blob,"
                              " :no_text, :text", &error);
  const char bytes[] = { 1, 0, 2 };
  const char *blob;
  gboolean row;
  gsize size;

  g_assert_no_error (error);
  /* Not in the order of the statement. */
  gla_statement_bind_text (statement, ":no_text", NULL);
  gla_statement_bind_blob (statement, ":blob", bytes, sizeof (bytes));
  gla_statement_bind_units (statement, ":no_units", GLA_UNITS_UNKNOWN);
  gla_statement_bind_units (statement, ":units", GLA_UNITS (2.5));
  gla_statement_bind_day (statement, ":no_day", GLA_DAY_NONE);
  gla_statement_bind_day (statement, ":day", gla_day_new (2026, 3, 9));
  gla_statement_bind_null (statement, ":null");
  gla_statement_bind_int (statement, ":int", G_MAXINT64);
  gla_statement_bind_text (statement, ":text", "Zoë \"x\"; DROP TABLE t; --");
  gla_statement_step (statement, &row, &error);
  g_assert_no_error (error);
  g_assert_true (row);
  g_assert_cmpstr (gla_statement_get_text (statement, 0), ==, "Zoë \"x\"; DROP TABLE t; --");
  g_assert_cmpint (gla_statement_get_int (statement, 1), ==, G_MAXINT64);
  g_assert_cmpint (gla_statement_get_type (statement, 2), ==, SQLITE_NULL);
  g_assert_cmpstr (gla_statement_get_text (statement, 3), ==, "2026-03-09");
  g_assert_cmpint (gla_statement_get_day (statement, 3), ==, gla_day_new (2026, 3, 9));
  g_assert_cmpint (gla_statement_get_day (statement, 4), ==, GLA_DAY_NONE);
  g_assert_cmpint (gla_statement_get_units (statement, 5), ==, 250);
  g_assert_cmpint (gla_statement_get_units (statement, 6), ==, GLA_UNITS_UNKNOWN);
  blob = gla_statement_get_blob (statement, 7, &size);
  g_assert_cmpmem (blob, size, bytes, sizeof (bytes));
  g_assert_null (gla_statement_get_text (statement, 8));
  g_assert_cmpstr (gla_statement_get_text (statement, 9), ==, "Zoë \"x\"; DROP TABLE t; --");
  gla_statement_step (statement, &row, &error);
  g_assert_no_error (error);
  g_assert_false (row);
}

static void
test_statement_errors (Fixture       *self,
                       gconstpointer  data)
{
  static const struct
  {
    const char *sql;
    GlaStoreError code;
  } cases[] = {
    { "SELECT 1; SELECT 2", GLA_STORE_ERROR_FAILED },
    { "SELECT 1; -- and more", GLA_STORE_ERROR_FAILED },
    { "", GLA_STORE_ERROR_FAILED },
    { "SELEC 1", GLA_STORE_ERROR_FAILED },
    { "SELECT x FROM t", GLA_STORE_ERROR_FAILED },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GlaStatement) statement
          = gla_database_prepare (self->database, cases[i].sql, &error);

      g_assert_null (statement);
      g_assert_error (error, GLA_STORE_ERROR, (int) cases[i].code);
    }
}

static void
test_bad_text (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaStatement) statement
      = gla_database_prepare (self->database, "INSERT INTO t (b) VALUES (:b)", &error);

  gla_statement_bind_text (statement, ":b", "a\xff" "b");
  g_assert_false (gla_statement_run (statement, &error));
  g_assert_error (error, GLA_STORE_ERROR, GLA_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  /* The failure does not cling to the statement. */
  gla_statement_bind_text (statement, ":b", "ab");
  g_assert_true (gla_statement_run (statement, &error));
  g_assert_no_error (error);
  g_assert_cmpint (count (self->database), ==, 1);
}

static void
test_constraint (Fixture       *self,
                 gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaStatement) statement
      = gla_database_prepare (self->database, "INSERT INTO t (k, c) VALUES (:k, :c)", &error);

  gla_statement_bind_int (statement, ":k", 1);
  gla_statement_bind_int (statement, ":c", 4711);
  g_assert_false (gla_statement_run (statement, &error));
  g_assert_error (error, GLA_STORE_ERROR, GLA_STORE_ERROR_CONSTRAINT);
  g_assert_nonnull (strstr (error->message, "c_small"));
  g_assert_null (strstr (error->message, "4711"));
}

/* The cache gives the same statement again, and another one while the first is in use. */
static void
test_cache (Fixture       *self,
            gconstpointer  data)
{
  static const char sql[] = "SELECT k FROM t ORDER BY k";
  g_autoptr (GError) error = NULL;
  GlaStatement *first;
  GlaStatement *second;
  gboolean row;

  insert (self->database, 1);
  insert (self->database, 2);
  first = gla_database_prepare (self->database, sql, &error);
  gla_statement_step (first, &row, &error);
  second = gla_database_prepare (self->database, sql, &error);
  g_assert_true (first != second);
  gla_statement_step (second, &row, &error);
  g_assert_cmpint (gla_statement_get_int (second, 0), ==, 1);
  gla_statement_release (second);
  gla_statement_step (first, &row, &error);
  g_assert_cmpint (gla_statement_get_int (first, 0), ==, 2);
  gla_statement_release (first);
  second = gla_database_prepare (self->database, sql, &error);
  g_assert_true (first == second);
  gla_statement_step (second, &row, &error);
  g_assert_cmpint (gla_statement_get_int (second, 0), ==, 1);
  gla_statement_release (second);
  g_assert_no_error (error);
}

/* What a released statement was bound to is gone. */
static void
test_release_clears (Fixture       *self,
                     gconstpointer  data)
{
  static const char sql[] = "SELECT :a";

  for (int i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GlaStatement) statement = gla_database_prepare (self->database, sql, &error);
      gboolean row;

      if (i == 0)
        gla_statement_bind_text (statement, ":a", "left over");
      gla_statement_step (statement, &row, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (gla_statement_get_text (statement, 0), ==, i == 0 ? "left over" : NULL);
    }
}

static void
test_transaction (Fixture       *self,
                  gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  {
    g_autoptr (GlaTransaction) transaction = gla_transaction_begin (self->database, &error);

    insert (self->database, 1);
  }
  g_assert_cmpint (count (self->database), ==, 0);
  {
    g_autoptr (GlaTransaction) outer = gla_transaction_begin (self->database, &error);

    insert (self->database, 1);
    {
      g_autoptr (GlaTransaction) inner = gla_transaction_begin (self->database, &error);

      insert (self->database, 2);
    }
    {
      g_autoptr (GlaTransaction) inner = gla_transaction_begin (self->database, &error);

      insert (self->database, 3);
      g_assert_true (gla_transaction_commit (inner, &error));
    }
    g_assert_true (gla_transaction_commit (outer, &error));
  }
  g_assert_no_error (error);
  g_assert_cmpint (count (self->database), ==, 2);
}

static void
test_settings (Fixture       *self,
               gconstpointer  data)
{
  static const struct
  {
    const char *sql;
    const char *value;
  } cases[] = {
    { "PRAGMA journal_mode", "wal" },
    { "PRAGMA synchronous", "2" },
    { "PRAGMA foreign_keys", "1" },
    { "PRAGMA trusted_schema", "0" },
    { "PRAGMA temp_store", "2" },
    { "PRAGMA cell_size_check", "1" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *value = gla_database_get_text (self->database, cases[i].sql, NULL);

      g_assert_cmpstr (value, ==, cases[i].value);
    }
}

static void
test_cancel (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  gint64 value;

  gla_database_set_cancellable (self->database, cancellable);
  g_cancellable_cancel (cancellable);
  g_assert_false (gla_database_get_int (self->database,
                                        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL"
                                        " SELECT i + 1 FROM n WHERE i < 100000000)"
                                        " SELECT sum (i) FROM n",
                                        &value, &error));
  g_assert_error (error, GLA_STORE_ERROR, GLA_STORE_ERROR_CANCELLED);
  gla_database_set_cancellable (self->database, NULL);
  g_assert_cmpint (count (self->database), ==, 0);
}

static void
test_json (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaStatement) statement
      = gla_database_prepare (self->database,
                              "SELECT 7 AS row, 'a\"b\\c' || char (10, 1) AS \"text\","
                              " NULL AS \"empty\", -5 AS number, 0.1 + 0.2 AS real", &error);
  g_autoptr (GString) json = g_string_new ("{");
  gboolean row;

  g_assert_no_error (error);
  gla_statement_step (statement, &row, &error);
  gla_json_append_row (json, statement);
  g_string_append_c (json, '}');
  g_assert_cmpstr (json->str, ==, "{\"text\":\"a\\\"b\\\\c\\n\\u0001\",\"number\":-5,"
                              "\"real\":0.30000000000000004}");
}

static void
test_word_list (void)
{
  static const struct
  {
    const char *word;
    gint64 row;
  } sorted[] = { { "a", 1 }, { "a", 3 }, { "b", 2 }, { "\xc3\xa9", 1 } };
  GlaWordList *list = gla_word_list_new ();
  const char *word;
  gint64 row;

  gla_word_list_add (list, "\xc3\xa9", 1);
  gla_word_list_add (list, "b", 2);
  gla_word_list_add (list, "a", 3);
  gla_word_list_add (list, "a", 1);
  gla_word_list_sort (list);
  for (guint i = 0; i < G_N_ELEMENTS (sorted); i++)
    {
      g_assert_true (gla_word_list_get (list, i, &word, &row));
      g_assert_cmpstr (word, ==, sorted[i].word);
      g_assert_cmpint (row, ==, sorted[i].row);
    }
  g_assert_false (gla_word_list_get (list, G_N_ELEMENTS (sorted), &word, &row));
  gla_word_list_clear (list);
  g_assert_false (gla_word_list_get (list, 0, &word, &row));
  gla_word_list_free (list);
}

#define TEST(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  TEST ("/store/database/bind", test_bind);
  TEST ("/store/database/statement-errors", test_statement_errors);
  TEST ("/store/database/bad-text", test_bad_text);
  TEST ("/store/database/constraint", test_constraint);
  TEST ("/store/database/cache", test_cache);
  TEST ("/store/database/release-clears", test_release_clears);
  TEST ("/store/database/transaction", test_transaction);
  TEST ("/store/database/settings", test_settings);
  TEST ("/store/database/cancel", test_cancel);
  TEST ("/store/database/json", test_json);
  g_test_add_func ("/store/database/word-list", test_word_list);

  return g_test_run ();
}
