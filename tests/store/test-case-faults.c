/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store-fixture.h"

#include "gla-store-case.h"

#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* What another program changes behind the audit is found. */
static void
test_changed_behind (StoreFixture  *self,
                     gconstpointer  data)
{
  g_autofree char *patient = store_add_patient (self->store, "Kaya", "Mira", NULL);
  g_autofree char *protocol = store_keep_protocol (self->store);
  g_autofree char *id = NULL;
  GlaCaseRecord record = store_make_case (patient, protocol);
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (gla_store_add_case (self->store, &record, &id, &error));
  store_assert_sound (self->store);
  store_execute (self->path, "UPDATE case_record SET step = 'S9', revision = revision + 1");
  faults = gla_store_check (self->store, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (faults->len, ==, 1);
  g_assert_nonnull (strstr (faults->pdata[0], id));
}

/* Answers one question after the other and says how many there are. */
static G_GNUC_NORETURN void
answer_and_tell (const char *path,
                 const char *patient,
                 int         fd)
{
  GlaStore *store = gla_store_open (path, GLA_STORE_DEFAULT, NULL);

  while (TRUE)
    {
      g_autoptr (GlaCaseRecord) read = store_read_case (store, patient, 0);
      GlaCaseRecord record = *read;
      g_autofree char *content = g_strdup_printf ("<case><answers n=\"%" G_GINT64_FORMAT
                                                  "\"/></case>", read->revision + 1);

      record.content = content;
      if (!gla_store_amend_case (store, &record, "answer", NULL, NULL))
        _exit (2);
      record.revision++;
      if (write (fd, &record.revision, sizeof (gint64)) != sizeof (gint64))
        _exit (1);
    }
}

/* The last revision that a child told of before it was killed. */
static gint64
answer_and_kill (const char *path,
                 const char *patient,
                 int         microseconds)
{
  gint64 told = 0;
  int fds[2];
  pid_t pid;

  g_assert_cmpint (pipe (fds), ==, 0);
  pid = fork ();
  g_assert_cmpint (pid, >=, 0);
  if (pid == 0)
    {
      close (fds[0]);
      answer_and_tell (path, patient, fds[1]);
    }
  close (fds[1]);
  g_assert_cmpint (read (fds[0], &told, sizeof (gint64)), ==, sizeof (gint64));
  g_usleep ((gulong) microseconds);
  kill (pid, SIGKILL);
  waitpid (pid, NULL, 0);
  while (read (fds[0], &told, sizeof (gint64)) == sizeof (gint64))
    continue;
  close (fds[0]);
  return told;
}

/* Killed at any moment, the case is as after an answer, and the audit has each. */
static void
test_kill (StoreFixture  *self,
           gconstpointer  data)
{
  g_autofree char *patient = store_add_patient (self->store, "Kaya", "Mira", NULL);
  g_autofree char *protocol = store_keep_protocol (self->store);
  GlaCaseRecord record = store_make_case (patient, protocol);
  g_autoptr (GError) error = NULL;
  guint before;

  g_assert_true (gla_store_add_case (self->store, &record, NULL, &error));
  before = store_count_audit (self->store) - 1;
  g_clear_pointer (&self->store, gla_store_close);
  for (int round = 0; round < 8; round++)
    {
      gint64 told = answer_and_kill (self->path, patient, 1000 + 3571 * round);
      g_autoptr (GlaStore) store = gla_store_open (self->path, GLA_STORE_DEFAULT, &error);
      g_autoptr (GlaCaseRecord) read = NULL;
      g_autofree char *content = NULL;

      g_assert_no_error (error);
      read = store_read_case (store, patient, 0);
      g_assert_cmpint (read->revision, >=, told);
      g_assert_cmpint (read->revision, <=, told + 1);
      content = g_strdup_printf ("<case><answers n=\"%" G_GINT64_FORMAT "\"/></case>",
                                 read->revision);
      g_assert_cmpstr (read->content, ==, content);
      g_assert_cmpuint (store_count_audit (store), ==, before + (guint) read->revision);
      store_assert_sound (store);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  STORE_TEST ("/store/case-faults/changed-behind", test_changed_behind);
  STORE_TEST ("/store/case-faults/kill", test_kill);

  return g_test_run ();
}
