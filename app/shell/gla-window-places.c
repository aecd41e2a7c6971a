/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-window-private.h"

#include "gla-i18n.h"
#include "gla-stock-page.h"

/* A place of the window. Another one is added by an entry below and, for its key, by one
   in gla-accelerators.c. */
typedef struct
{
  const char *name;
  const char *title;
  const char *icon;
  gboolean is_made_at_once; /* otherwise when it is first shown */
  GtkWidget *(*make) (GlaWindow *self);
} Place;

static void
open_patient_cb (GlaWindow  *self,
                 const char *patient,
                 const char *case_id)
{
  gla_window_open_patient (self, patient);
  if (case_id != NULL)
    gla_record_split_open_case (gla_patients_page_get_split (self->patients), case_id);
}

static GtkWidget *
make_today (GlaWindow *self)
{
  self->today_page = GLA_TODAY_PAGE (gla_today_page_new (self->context));
  g_signal_connect_object (self->today_page, "open-patient", G_CALLBACK (open_patient_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self->today_page);
}

static void
new_patient_named_cb (GlaWindow  *self,
                      const char *name)
{
  gla_window_add_patient (self, name);
}

static GtkWidget *
make_patients (GlaWindow *self)
{
  self->patients = gla_patients_page_new (self->context);
  g_signal_connect_object (self->patients, "new-patient", G_CALLBACK (new_patient_named_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->patients, "notify::patient",
                           G_CALLBACK (gla_window_update_actions), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self->patients);
}

static GtkWidget *
make_stock (GlaWindow *self)
{
  GtkWidget *page = gla_stock_page_new (self->context);

  g_signal_connect_object (page, "open-patient", G_CALLBACK (gla_window_open_patient), self,
                           G_CONNECT_SWAPPED);
  return page;
}

static GtkWidget *
make_insights (GlaWindow *self)
{
  self->insights_page = GLA_INSIGHTS_PAGE (gla_insights_page_new (self->context));
  g_signal_connect_object (self->insights_page, "open-patient",
                           G_CALLBACK (gla_window_open_patient), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self->insights_page);
}

static const Place places[] = {
  { "today", N_("Today"), "x-office-calendar-symbolic", FALSE, make_today },
  { "patients", N_("Patients"), "avatar-default-symbolic", TRUE, make_patients },
  { "stock", N_("Stock"), "package-x-generic-symbolic", FALSE, make_stock },
  { "insights", N_("Insights"), "x-office-spreadsheet-symbolic", FALSE, make_insights },
};

static const Place *
find_place (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_strcmp0 (places[i].name, name) == 0)
      return &places[i];
  return NULL;
}

static void
ensure_place (GlaWindow   *self,
              const Place *place)
{
  GtkWidget *bin = adw_view_stack_get_child_by_name (self->view_stack, place->name);

  if (adw_bin_get_child (ADW_BIN (bin)) == NULL)
    adw_bin_set_child (ADW_BIN (bin), place->make (self));
}

static void
visible_place_cb (GlaWindow *self)
{
  const char *name = adw_view_stack_get_visible_child_name (self->view_stack);
  const Place *place = find_place (name);

  /* Places come and go one by one when a clinic is opened or closed. */
  if (place == NULL || self->patients == NULL)
    return;
  ensure_place (self, place);
  g_settings_set_string (self->settings, "place", name);
  gla_window_update_actions (self);
}

void
gla_window_show_places (GlaWindow *self)
{
  g_autofree char *last = NULL;
  const Place *shown;

  g_return_if_fail (GLA_IS_WINDOW (self) && self->context != NULL);

  last = g_settings_get_string (self->settings, "place");
  shown = find_place (last) != NULL ? find_place (last) : find_place ("patients");
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      AdwViewStackPage *page
          = adw_view_stack_add_titled (self->view_stack, adw_bin_new (), places[i].name,
                                       _(places[i].title));

      adw_view_stack_page_set_icon_name (page, places[i].icon);
      if (places[i].is_made_at_once)
        ensure_place (self, &places[i]);
    }
  ensure_place (self, shown);
  adw_view_stack_set_visible_child_name (self->view_stack, shown->name);
  g_signal_connect_object (self->view_stack, "notify::visible-child",
                           G_CALLBACK (visible_place_cb), self, G_CONNECT_SWAPPED);
  gtk_stack_set_visible_child_name (self->title_stack, "places");
}

void
gla_window_drop_places (GlaWindow *self)
{
  g_return_if_fail (GLA_IS_WINDOW (self));

  g_signal_handlers_disconnect_by_func (self->view_stack, visible_place_cb, self);
  if (self->today_page != NULL)
    gla_today_page_close (self->today_page);
  self->today_page = NULL;
  if (self->insights_page != NULL)
    gla_insights_page_close (self->insights_page);
  self->insights_page = NULL;
  self->patients = NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      GtkWidget *bin = adw_view_stack_get_child_by_name (self->view_stack, places[i].name);

      if (bin != NULL)
        adw_view_stack_remove (self->view_stack, bin);
    }
  gtk_stack_set_visible_child_name (self->title_stack, "title");
}

gboolean
gla_window_is_in (GlaWindow  *self,
                  const char *place)
{
  g_return_val_if_fail (GLA_IS_WINDOW (self), FALSE);

  return g_strcmp0 (adw_view_stack_get_visible_child_name (self->view_stack), place) == 0;
}

void
gla_window_go_to (GlaWindow  *self,
                  const char *place)
{
  GtkWidget *bin;

  g_return_if_fail (GLA_IS_WINDOW (self));

  if (self->context == NULL || find_place (place) == NULL)
    return;
  adw_view_stack_set_visible_child_name (self->view_stack, place);
  bin = adw_view_stack_get_child_by_name (self->view_stack, place);
  gtk_widget_child_focus (bin, GTK_DIR_TAB_FORWARD);
}

void
gla_window_open_patient (GlaWindow  *self,
                         const char *id)
{
  g_return_if_fail (GLA_IS_WINDOW (self));
  g_return_if_fail (id != NULL);

  if (self->patients == NULL)
    return;
  adw_view_stack_set_visible_child_name (self->view_stack, "patients");
  gla_patients_page_open (self->patients, id);
}
