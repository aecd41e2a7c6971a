/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-own-entry.h"

#include "gla-clinic-catalogue.h"
#include "gla-i18n.h"
#include "gla-identifier.h"
#include "gla-small-form.h"
#include "gla-store-read.h"

/* What both kinds have in common. */
typedef struct
{
  GlaContext *context;
  char *key;            /* of a new entry as well */
  gint64 revision;
  AdwEntryRow *name_row;
  AdwEntryRow *code_row;
  AdwEntryRow *content_row; /* of a product */
  AdwComboRow *choice_row;  /* unit family of a product, scale of an area */
  GPtrArray *choices;       /* (element-type utf8): keys behind it, "" first */
  GtkSwitch *sides_switch;  /* of an area */
} Entry;

static Entry *
entry_new (GlaContext *context,
           const char *key)
{
  Entry *entry = g_new0 (Entry, 1);
  g_autofree char *id = gla_identifier_new ();

  entry->context = g_object_ref (context);
  entry->key = key != NULL ? g_strdup (key) : g_strconcat ("own-", id, NULL);
  entry->choices = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (entry->choices, g_strdup (""));

  return entry;
}

static void
entry_free (gpointer  data,
            GClosure *closure)
{
  Entry *entry = data;

  g_object_unref (entry->context);
  g_ptr_array_unref (entry->choices);
  g_free (entry->key);
  g_free (entry);
}

static const char *
get_choice (Entry *entry)
{
  guint selected = adw_combo_row_get_selected (entry->choice_row);
  const char *key = selected < entry->choices->len ? g_ptr_array_index (entry->choices, selected)
                                                   : "";

  return key[0] != '\0' ? key : NULL;
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GlaContext) context = GLA_CONTEXT (user_data);
  g_autoptr (GError) error = NULL;

  gla_store_worker_run_finish (GLA_STORE_WORKER (source), result, &error);
  if (error == NULL)
    gla_context_reload_catalogue (context, &error);
  if (error != NULL)
    gla_context_show_error (context, _("The entry of the catalogue was not saved."), error);
}

/* Products */

static gpointer
put_product (GlaStore      *store,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  gla_store_put_clinic_product (store, data, error);
  return NULL;
}

static void
product_save_cb (GlaSmallForm *form,
                 gpointer      user_data)
{
  Entry *entry = user_data;
  g_autofree char *name = gla_small_form_dup_text (entry->name_row);
  g_autofree char *code = gla_small_form_dup_text (entry->code_row);
  g_autofree char *content = gla_small_form_dup_text (entry->content_row);
  GlaClinicProduct fields = {
    .key = entry->key,
    .name = name,
    .code = code,
    .unit_family = get_choice (entry),
    .content = GLA_UNITS_UNKNOWN,
    .active = TRUE,
    .revision = entry->revision,
  };

  if (name == NULL)
    {
      gla_small_form_set_error (form, entry->name_row, _("Give a name."));
      return;
    }
  if (content != NULL && !gla_units_parse (content, &fields.content))
    {
      gla_small_form_set_error (form, entry->content_row,
                                _("The units in a vial are a number, or left empty."));
      return;
    }

  gla_store_worker_run_async (gla_context_get_worker (entry->context), put_product,
                              gla_clinic_product_new (&fields),
                              (GDestroyNotify) gla_clinic_product_unref, NULL, NULL, saved_cb,
                              g_object_ref (entry->context));
  gtk_window_destroy (GTK_WINDOW (form));
}

/* A family once, under the name of its first product. */
static GStrv
list_families (Entry *entry)
{
  const GPtrArray *products
      = gla_catalogue_get_products (gla_context_get_catalogue (entry->context));
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  g_strv_builder_add (names, _("units of its own"));
  for (guint i = 0; i < products->len; i++)
    {
      const GlaProduct *product = g_ptr_array_index (products, i);
      const char *family = gla_product_get_family (product);
      g_autofree char *name = NULL;

      if (gla_product_is_own (product)
          || g_ptr_array_find_with_equal_func (entry->choices, family, g_str_equal, NULL))
        continue;
      g_ptr_array_add (entry->choices, g_strdup (family));
      /* Translators: %s is a product */
      name = g_strdup_printf (_("units of %s"), gla_product_get_name (product));
      g_strv_builder_add (names, name);
    }

  return g_strv_builder_end (names);
}

static GlaClinicProduct *
find_product (GlaContext *context,
              const char *key)
{
  g_autoptr (GPtrArray) products
      = gla_store_list_clinic_products (gla_context_get_reader (context), NULL);

  for (guint i = 0; products != NULL && i < products->len; i++)
    {
      const GlaClinicProduct *product = g_ptr_array_index (products, i);

      if (g_strcmp0 (product->key, key) == 0)
        return gla_clinic_product_ref (product);
    }

  return NULL;
}

static guint
find_choice (Entry      *entry,
             const char *key)
{
  guint position = 0;

  if (key != NULL)
    g_ptr_array_find_with_equal_func (entry->choices, key, g_str_equal, &position);

  return position;
}

void
gla_own_entry_edit_product (GtkWindow  *parent,
                            GlaContext *context,
                            const char *key)
{
  g_autoptr (GlaClinicProduct) product = NULL;
  g_autofree char *content = NULL;
  g_auto (GStrv) families = NULL;
  GlaSmallForm *form;
  Entry *entry;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (GLA_IS_CONTEXT (context));

  product = key != NULL ? find_product (context, key) : NULL;
  entry = entry_new (context, product != NULL ? key : NULL);
  form = gla_small_form_new (parent, product != NULL ? _("Own Product") : _("New Product"));
  if (product != NULL)
    {
      entry->revision = product->revision;
      content = gla_units_to_text (product->content);
    }
  families = list_families (entry);
  entry->name_row = gla_small_form_add_entry (form, _("Name"),
                                              product != NULL ? product->name : NULL);
  entry->code_row = gla_small_form_add_entry (form, _("Short code for the timeline"),
                                              product != NULL ? product->code : NULL);
  entry->content_row = gla_small_form_add_entry (form, _("Units in a full vial"), content);
  entry->choice_row = gla_small_form_add_choice (
      form, _("Counted in"), (const char * const *) families,
      find_choice (entry, product != NULL ? product->unit_family : NULL));
  gla_small_form_set_note (form, _("Units of different products are never added or compared. "
                                   "Choose another product's units only for a brand of the very "
                                   "same preparation."));
  g_signal_connect_data (form, "save", G_CALLBACK (product_save_cb), entry, entry_free, 0);
  gtk_window_present (GTK_WINDOW (form));
}

/* Areas */

static gpointer
put_area (GlaStore      *store,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  gla_store_put_clinic_area (store, data, error);
  return NULL;
}

static gboolean
is_code_free (Entry      *entry,
              const char *code)
{
  GlaArea *area
      = gla_catalogue_find_area_by_code (gla_context_get_catalogue (entry->context), code);

  return area == NULL || strcmp (gla_area_get_key (area), entry->key) == 0;
}

static void
area_save_cb (GlaSmallForm *form,
              gpointer      user_data)
{
  Entry *entry = user_data;
  g_autofree char *name = gla_small_form_dup_text (entry->name_row);
  g_autofree char *code = gla_small_form_dup_text (entry->code_row);
  const GlaClinicArea fields = {
    .key = entry->key,
    .name = name,
    .code = code,
    .has_sides = gtk_switch_get_active (entry->sides_switch),
    .scale = get_choice (entry),
    .active = TRUE,
    .revision = entry->revision,
  };

  if (name == NULL)
    {
      gla_small_form_set_error (form, entry->name_row, _("Give a name."));
      return;
    }
  if (code != NULL && !is_code_free (entry, code))
    {
      gla_small_form_set_error (form, entry->code_row,
                                _("Another area has this code already; choose another one."));
      return;
    }

  gla_store_worker_run_async (gla_context_get_worker (entry->context), put_area,
                              gla_clinic_area_new (&fields), (GDestroyNotify) gla_clinic_area_unref,
                              NULL, NULL, saved_cb, g_object_ref (entry->context));
  gtk_window_destroy (GTK_WINDOW (form));
}

static GStrv
list_scales (Entry *entry)
{
  const GPtrArray *scales = gla_catalogue_get_scales (gla_context_get_catalogue (entry->context));
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  g_strv_builder_add (names, _("none"));
  for (guint i = 0; i < scales->len; i++)
    {
      const GlaScale *scale = g_ptr_array_index (scales, i);

      /* A score without grades can't be entered by keys. */
      if (scale->grades->len == 0)
        continue;
      g_ptr_array_add (entry->choices, g_strdup (scale->key));
      g_strv_builder_add (names, gla_scale_get_name (scale));
    }

  return g_strv_builder_end (names);
}

static GlaClinicArea *
find_area (GlaContext *context,
           const char *key)
{
  g_autoptr (GPtrArray) areas
      = gla_store_list_clinic_areas (gla_context_get_reader (context), NULL);

  for (guint i = 0; areas != NULL && i < areas->len; i++)
    {
      const GlaClinicArea *area = g_ptr_array_index (areas, i);

      if (g_strcmp0 (area->key, key) == 0)
        return gla_clinic_area_ref (area);
    }

  return NULL;
}

void
gla_own_entry_edit_area (GtkWindow  *parent,
                         GlaContext *context,
                         const char *key)
{
  g_autoptr (GlaClinicArea) area = NULL;
  g_auto (GStrv) scales = NULL;
  GlaSmallForm *form;
  Entry *entry;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (GLA_IS_CONTEXT (context));

  area = key != NULL ? find_area (context, key) : NULL;
  entry = entry_new (context, area != NULL ? key : NULL);
  entry->revision = area != NULL ? area->revision : 0;
  form = gla_small_form_new (parent, area != NULL ? _("Own Area") : _("New Area"));
  scales = list_scales (entry);
  entry->name_row = gla_small_form_add_entry (form, _("Name"), area != NULL ? area->name : NULL);
  entry->code_row = gla_small_form_add_entry (form, _("Two letters to type for it"),
                                              area != NULL ? area->code : NULL);
  entry->sides_switch = gla_small_form_add_switch (form, _("Left and right are recorded apart"),
                                                   area != NULL && area->has_sides);
  entry->choice_row = gla_small_form_add_choice (form, _("Graded by"),
                                                 (const char * const *) scales,
                                                 find_choice (entry, area != NULL ? area->scale
                                                                                  : NULL));
  g_signal_connect_data (form, "save", G_CALLBACK (area_save_cb), entry, entry_free, 0);
  gtk_window_present (GTK_WINDOW (form));
}
