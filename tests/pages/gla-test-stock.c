/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-test-stock.h"

#include "gla-stock-page.h"
#include "gla-store-stock.h"
#include "gla-test-ui.h"

static void
open_patient_cb (GlaTestStock *self,
                 const char   *patient)
{
  g_free (self->opened);
  self->opened = g_strdup (patient);
}

void
gla_test_stock_set_up (GlaTestStock  *self,
                       gconstpointer  data)
{
  static GtkCssProvider *provider;

  /* As in the program, so that sizes and pictures are true. */
  if (provider == NULL)
    {
      provider = gtk_css_provider_new ();
      gtk_css_provider_load_from_resource (provider, "/org/glabella/Glabella/ui/style.css");
      gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                                  GTK_STYLE_PROVIDER (provider),
                                                  GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
    }
  self->record = gla_test_record_new ();
}

void
gla_test_stock_open (GlaTestStock *self)
{
  self->page = gla_stock_page_new (self->record->context);
  g_signal_connect_swapped (self->page, "open-patient", G_CALLBACK (open_patient_cb), self);
  self->window = g_object_new (ADW_TYPE_WINDOW, "default-width", 1366, "default-height", 700,
                               "content", self->page, NULL);
  gla_test_present (self->window);
  gla_test_focus (self->window);
}

void
gla_test_stock_tear_down (GlaTestStock  *self,
                          gconstpointer  data)
{
  gla_test_destroy (self->window);
  g_free (self->opened);
  gla_test_record_free (self->record);
}

char *
gla_test_stock_receive_on (GlaTestStock *self,
                           const char   *product,
                           const char   *presentation,
                           const char   *lot,
                           GlaUnits      content,
                           GlaDay        day)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaStore) store = gla_store_open (self->record->path, GLA_STORE_DEFAULT, &error);
  GlaVial vial = { .product = product, .presentation = presentation, .lot = lot,
                   .content = content, .expiry = gla_day_new (2027, 11, 30),
                   .received = day };
  char *id = NULL;

  g_assert_no_error (error);
  gla_store_receive_vial (store, &vial, "2026-11-23T08:00", &id, &error);
  g_assert_no_error (error);
  return id;
}

char *
gla_test_stock_receive (GlaTestStock *self,
                        const char   *product,
                        const char   *presentation,
                        const char   *lot,
                        GlaUnits      content)
{
  return gla_test_stock_receive_on (self, product, presentation, lot, content,
                                    gla_day_new (2026, 11, 23));
}

void
gla_test_stock_act (GlaTestStock *self,
                    const char   *action,
                    const char   *vial)
{
  g_assert_true (gtk_widget_activate_action (self->page, action, "s", vial));
}

