/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-catalogue-settings.h"

#include "gla-catalogue-rows.h"
#include "gla-i18n.h"
#include "gla-own-entry.h"

struct _GlaCatalogueSettings
{
  AdwBin parent_instance;

  /* Template */
  AdwPreferencesGroup *products_group;
  AdwPreferencesGroup *areas_group;
  AdwPreferencesGroup *more_group;

  /* Owned */
  GlaContext *context;
  GPtrArray *rows; /* (element-type GtkWidget): those in the groups */

  /* Borrowed */
  GlaCatalogue *shown;
};

G_DEFINE_FINAL_TYPE (GlaCatalogueSettings, gla_catalogue_settings, ADW_TYPE_BIN)

/** What an expander holds once it is opened. */
typedef enum
{
  CONTENT_PRODUCT,
  CONTENT_AREA,
  CONTENT_SOURCES,
} Content;

typedef struct
{
  GlaCatalogueSettings *page; /* not owned: it owns the expander */
  Content content;
  gpointer object; /* of the catalogue */
  gboolean filled;
} Filling;

/* All rows of all products at once would be thousands of widgets. */
static void
expanded_cb (AdwExpanderRow *expander,
             GParamSpec     *pspec,
             gpointer        user_data)
{
  Filling *filling = user_data;
  GlaCatalogue *catalogue;

  if (filling->filled || !adw_expander_row_get_expanded (expander))
    return;

  filling->filled = TRUE;
  catalogue = gla_context_get_catalogue (filling->page->context);
  switch (filling->content)
    {
    case CONTENT_PRODUCT:
      gla_catalogue_rows_add_product (expander, catalogue, filling->object);
      break;

    case CONTENT_AREA:
      gla_catalogue_rows_add_area (expander, catalogue, filling->object);
      break;

    case CONTENT_SOURCES:
      gla_catalogue_rows_add_sources (expander, catalogue);
      break;

    default:
      g_assert_not_reached ();
    }
}

static void
filling_free (gpointer  data,
              GClosure *closure)
{
  g_free (data);
}

static AdwExpanderRow *
add_expander (GlaCatalogueSettings *self,
              AdwPreferencesGroup  *group,
              Content               content,
              gpointer              object,
              const char           *title,
              const char           *subtitle)
{
  GtkWidget *expander = adw_expander_row_new ();
  Filling *filling = g_new0 (Filling, 1);

  filling->page = self;
  filling->content = content;
  filling->object = object;
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (expander), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (expander), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (expander), subtitle);
  g_signal_connect_data (expander, "notify::expanded", G_CALLBACK (expanded_cb), filling,
                         filling_free, 0);
  adw_preferences_group_add (group, expander);
  g_ptr_array_add (self->rows, expander);

  return ADW_EXPANDER_ROW (expander);
}

/* The clinic's own entries can be edited. */

static GtkWindow *
get_window (GlaCatalogueSettings *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static void
edit_clicked_cb (GlaCatalogueSettings *self,
                 GtkButton            *button)
{
  const char *key = g_object_get_data (G_OBJECT (button), "key");

  if (g_object_get_data (G_OBJECT (button), "area") != NULL)
    gla_own_entry_edit_area (get_window (self), self->context, key);
  else
    gla_own_entry_edit_product (get_window (self), self->context, key);
}

static void
add_edit_button (GlaCatalogueSettings *self,
                 AdwExpanderRow       *expander,
                 const char           *key,
                 gboolean              area)
{
  GtkWidget *button = gtk_button_new_with_label (_("Edit…"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), "key", g_strdup (key), g_free);
  g_object_set_data (G_OBJECT (button), "area", area ? self : NULL);
  g_signal_connect_object (button, "clicked", G_CALLBACK (edit_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  adw_expander_row_add_action (expander, button);
}

static void
add_products (GlaCatalogueSettings *self,
              GlaCatalogue         *catalogue)
{
  const GPtrArray *products = gla_catalogue_get_products (catalogue);

  for (guint i = 0; i < products->len; i++)
    {
      GlaProduct *product = g_ptr_array_index (products, i);
      gboolean own = gla_product_is_own (product);
      const char *generic = gla_product_get_generic (product);
      g_autofree char *subtitle = NULL;
      AdwExpanderRow *expander;

      /* Translators: generic name, short code of a product */
      subtitle = g_strdup_printf (_("%s · %s"), own ? _("added by the clinic") : generic,
                                  gla_product_get_code (product));
      expander = add_expander (self, self->products_group, CONTENT_PRODUCT, product,
                               gla_product_get_name (product), subtitle);
      if (own)
        add_edit_button (self, expander, gla_product_get_key (product), FALSE);
    }
}

static void
add_areas (GlaCatalogueSettings *self,
           GlaCatalogue         *catalogue)
{
  const GPtrArray *areas = gla_catalogue_get_areas (catalogue);

  for (guint i = 0; i < areas->len; i++)
    {
      GlaArea *area = g_ptr_array_index (areas, i);
      gboolean own = gla_area_is_own (area);
      const char *code = gla_area_get_code (area);
      const char *name = own ? _("added by the clinic") : gla_area_get_full_name (area);
      g_autofree char *subtitle = NULL;
      AdwExpanderRow *expander;

      if (code[0] != '\0')
        /* Translators: full name of an area, the letters typed for it */
        subtitle = g_strdup_printf (_("%s · typed as “%s”"), name, code);
      expander = add_expander (self, self->areas_group, CONTENT_AREA, area,
                               gla_area_get_name (area), subtitle != NULL ? subtitle : name);
      if (own)
        add_edit_button (self, expander, gla_area_get_key (area), TRUE);
    }
}

static void
remove_rows (GlaCatalogueSettings *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      GtkWidget *group = gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP);

      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group), row);
    }
  g_ptr_array_set_size (self->rows, 0);
}

static void
load (GlaCatalogueSettings *self)
{
  GlaCatalogue *catalogue = gla_context_get_catalogue (self->context);

  if (self->shown == catalogue)
    return;

  self->shown = catalogue;
  remove_rows (self);
  add_products (self, catalogue);
  add_areas (self, catalogue);
  add_expander (self, self->more_group, CONTENT_SOURCES, NULL, _("Sources"),
                _("Labels, trials and texts that the catalogue rests on"));
}

static void
add_product_cb (GlaCatalogueSettings *self)
{
  gla_own_entry_edit_product (get_window (self), self->context, NULL);
}

static void
add_area_cb (GlaCatalogueSettings *self)
{
  gla_own_entry_edit_area (get_window (self), self->context, NULL);
}

static void
gla_catalogue_settings_dispose (GObject *object)
{
  GlaCatalogueSettings *self = GLA_CATALOGUE_SETTINGS (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (gla_catalogue_settings_parent_class)->dispose (object);
}

static void
gla_catalogue_settings_class_init (GlaCatalogueSettingsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gla_catalogue_settings_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/glabella/Glabella/ui/pages/settings/gla-catalogue-settings.ui");
  gtk_widget_class_bind_template_child (widget_class, GlaCatalogueSettings, products_group);
  gtk_widget_class_bind_template_child (widget_class, GlaCatalogueSettings, areas_group);
  gtk_widget_class_bind_template_child (widget_class, GlaCatalogueSettings, more_group);
  gtk_widget_class_bind_template_callback (widget_class, add_product_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_area_cb);
}

static void
gla_catalogue_settings_init (GlaCatalogueSettings *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
gla_catalogue_settings_new (GlaContext *context)
{
  GlaCatalogueSettings *self;

  g_return_val_if_fail (GLA_IS_CONTEXT (context), NULL);

  self = g_object_new (GLA_TYPE_CATALOGUE_SETTINGS, NULL);
  self->context = g_object_ref (context);
  g_signal_connect_object (context, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  load (self);

  return GTK_WIDGET (self);
}
