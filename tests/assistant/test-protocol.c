/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The protocol that is built in, and files that a clinic may put in its place. */

#include "config.h"

#include "gla-fact-table.h"
#include "gla-protocol.h"

#include <string.h>

static GlaCatalogue *catalogue;

static void
test_builtin (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaProtocol) protocol = gla_protocol_load_builtin (catalogue, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (protocol->key, ==, "not-working");
  g_assert_cmpuint (protocol->steps->len, ==, 71);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;

  g_test_init (&argc, &argv, NULL);
  catalogue = gla_catalogue_load_builtin (&error);
  g_assert_no_error (error);

  g_test_add_func ("/assistant/protocol/builtin", test_builtin);
  return g_test_run ();
}
