/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store-fixture.h"

#include "gla-store-pattern.h"

static char *
list_names (StoreFixture *self,
            const char   *staff)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = gla_store_list_patterns (self->store, staff, &error);
  g_autoptr (GString) names = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < list->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? " " : "",
                            ((const GlaPattern *) list->pdata[i])->name);
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static void
assert_names (StoreFixture *self,
              const char   *staff,
              const char   *wanted)
{
  g_autofree char *names = list_names (self, staff);

  g_assert_cmpstr (names, ==, wanted);
}

static char *
add (StoreFixture *self,
     const char   *name,
     const char   *staff)
{
  const GlaPattern pattern = { .name = name, .product = "ona", .staff = staff,
                               .content = "GLAB both 2000 5" };
  g_autoptr (GError) error = NULL;
  char *id = NULL;

  gla_store_add_pattern (self->store, &pattern, &id, &error);
  g_assert_no_error (error);
  return id;
}

/* Kept, renamed, removed and brought back; one's own first, those of others not at all. */
static void
test_life (StoreFixture  *self,
           gconstpointer  data)
{
  GlaStaff staff = { .name = "Dr A. Osei", .role = GLA_ROLE_PRACTITIONER, .active = TRUE };
  GlaStaff other = { .name = "Dr B. Lind", .role = GLA_ROLE_PRACTITIONER, .active = TRUE };
  g_autofree char *osei = NULL;
  g_autofree char *lind = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  GlaPattern renamed;

  g_assert_true (gla_store_add_staff (self->store, &staff, &osei, &error));
  g_assert_true (gla_store_add_staff (self->store, &other, &lind, &error));
  first = add (self, "arch", NULL);
  second = add (self, "soft", osei);
  third = add (self, "strong", lind);
  store_check_audit (self->store, 5, "add", "pattern", NULL, "\"name\":\"strong\"");
  assert_names (self, NULL, "arch");
  assert_names (self, osei, "soft arch");
  assert_names (self, lind, "strong arch");

  store_fixture_reopen (self);
  list = gla_store_list_patterns (self->store, osei, &error);
  renamed = *(const GlaPattern *) list->pdata[0];
  g_assert_cmpstr (renamed.content, ==, "GLAB both 2000 5");
  g_assert_cmpstr (renamed.product, ==, "ona");
  renamed.name = "softer";
  g_assert_true (gla_store_amend_pattern (self->store, &renamed, &error));
  assert_names (self, osei, "softer arch");
  /* The one who read it before the change has to look again. */
  g_assert_false (gla_store_amend_pattern (self->store, &renamed, &error));
  g_assert_error (error, GLA_STORE_ERROR, GLA_STORE_ERROR_CHANGED);
  g_clear_error (&error);

  g_assert_true (gla_store_void (self->store, GLA_TABLE_PATTERN, second, "old", &error));
  assert_names (self, osei, "arch");
  g_assert_true (gla_store_restore_voided (self->store, GLA_TABLE_PATTERN, second, NULL, &error));
  assert_names (self, osei, "softer arch");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  STORE_TEST ("/store/pattern/life", test_life);
  return g_test_run ();
}
