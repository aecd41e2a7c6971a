/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store-fixture.h"

#include "gla-store-case.h"

#include <string.h>

#define TEXT "<protocol key=\"not-working\">\n <title>ä</title></protocol>\n"

static void
test_protocol (StoreFixture  *self,
               gconstpointer  data)
{
  /* printf abc | sha256sum */
  static const char abc[] = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
  g_autoptr (GError) error = NULL;
  g_autofree char *first = NULL, *again = NULL, *other = NULL, *text = NULL;

  g_assert_true (gla_store_keep_protocol (self->store, "abc", &first, &error));
  g_assert_cmpstr (first, ==, abc);
  store_check_audit (self->store, 1, "add", "protocol_copy", NULL, abc);
  g_assert_true (gla_store_keep_protocol (self->store, "abc", &again, &error));
  g_assert_cmpstr (again, ==, first);
  g_assert_cmpuint (store_count_audit (self->store), ==, 1); /* it was there already */
  g_assert_true (gla_store_keep_protocol (self->store, TEXT, &other, &error));
  g_assert_cmpstr (other, !=, first);
  store_fixture_reopen (self);
  text = gla_store_read_protocol (self->store, other, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, TEXT);
  store_assert_sound (self->store);

  g_assert_null (gla_store_read_protocol (self->store, "none", &error));
  g_assert_error (error, GLA_STORE_ERROR, GLA_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (gla_store_keep_protocol (self->store, "", NULL, &error));
  g_assert_error (error, GLA_STORE_ERROR, GLA_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_assert_false (gla_store_keep_protocol (self->store, "\xff", NULL, &error));
  g_assert_error (error, GLA_STORE_ERROR, GLA_STORE_ERROR_CONSTRAINT);
}

/* A copy that was tampered with is neither given out nor passed over. */
static void
test_changed_protocol (StoreFixture  *self,
                       gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  g_autoptr (GPtrArray) faults = NULL;

  g_assert_true (gla_store_keep_protocol (self->store, "abc", &id, &error));
  store_execute (self->path, "UPDATE protocol_copy SET content = 'abd'");
  g_assert_null (gla_store_read_protocol (self->store, id, &error));
  g_assert_error (error, GLA_STORE_ERROR, GLA_STORE_ERROR_CORRUPT);
  g_clear_error (&error);
  faults = gla_store_check (self->store, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (faults->len, ==, 1);
  g_assert_nonnull (strstr (faults->pdata[0], id));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  STORE_TEST ("/store/protocol/keep", test_protocol);
  STORE_TEST ("/store/protocol/changed", test_changed_protocol);

  return g_test_run ();
}
