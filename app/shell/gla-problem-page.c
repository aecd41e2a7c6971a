/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-problem-page.h"

#include "gla-i18n.h"
#include "gla-store.h"

struct _GlaProblemPage
{
  AdwBin parent_instance;

  /* Template */
  AdwStatusPage *status_page;
  GtkLabel *path_label;
  GtkWidget *again_button;
  GtkWidget *other_button;
  GtkWidget *restore_button;
};

G_DEFINE_FINAL_TYPE (GlaProblemPage, gla_problem_page, ADW_TYPE_BIN)

static const char *
get_store_title (GlaStoreError code)
{
  switch (code)
    {
    case GLA_STORE_ERROR_BUSY:
      return _("The Clinic Is Open Elsewhere");

    case GLA_STORE_ERROR_FULL:
      return _("The Disk Is Full");

    case GLA_STORE_ERROR_READ_ONLY:
      return _("The Clinic File Can't Be Written To");

    case GLA_STORE_ERROR_CORRUPT:
      return _("The Clinic File Is Damaged");

    case GLA_STORE_ERROR_FOREIGN:
      return _("This Is Not a Clinic File");

    case GLA_STORE_ERROR_NEWER:
      return _("The Clinic File Is From a Newer Version");

    case GLA_STORE_ERROR_NOT_FOUND:
      return _("The Clinic File Is Not There");

    case GLA_STORE_ERROR_IO:
    case GLA_STORE_ERROR_CONSTRAINT:
    case GLA_STORE_ERROR_CHANGED:
    case GLA_STORE_ERROR_OVERDRAWN:
    case GLA_STORE_ERROR_CANCELLED:
    case GLA_STORE_ERROR_OLDER:
    case GLA_STORE_ERROR_FAILED:
    default:
      return _("The Clinic File Could Not Be Opened");
    }
}

static const char *
get_title (const GError *error)
{
  if (error->domain == GLA_STORE_ERROR)
    return get_store_title (error->code);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_BUSY))
    return get_store_title (GLA_STORE_ERROR_BUSY);

  return get_store_title (GLA_STORE_ERROR_FAILED);
}

/* What helps most often is offered first to the eye. */
static GtkWidget *
get_best_button (GlaProblemPage *self,
                 const GError   *error)
{
  if (g_error_matches (error, GLA_STORE_ERROR, GLA_STORE_ERROR_CORRUPT))
    return self->restore_button;
  if (g_error_matches (error, GLA_STORE_ERROR, GLA_STORE_ERROR_FOREIGN)
      || g_error_matches (error, GLA_STORE_ERROR, GLA_STORE_ERROR_NEWER))
    return self->other_button;

  return self->again_button;
}

/* The path stands on the page by itself. */
static const char *
get_message (const char   *path,
             const GError *error)
{
  gsize length = strlen (path);

  if (g_str_has_prefix (error->message, path) && g_str_has_prefix (error->message + length, ": "))
    return error->message + length + 2;

  return error->message;
}

static void
gla_problem_page_class_init (GlaProblemPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/glabella/Glabella/ui/shell/gla-problem-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GlaProblemPage, status_page);
  gtk_widget_class_bind_template_child (widget_class, GlaProblemPage, path_label);
  gtk_widget_class_bind_template_child (widget_class, GlaProblemPage, again_button);
  gtk_widget_class_bind_template_child (widget_class, GlaProblemPage, other_button);
  gtk_widget_class_bind_template_child (widget_class, GlaProblemPage, restore_button);
}

static void
gla_problem_page_init (GlaProblemPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GlaProblemPage *
gla_problem_page_new (void)
{
  return g_object_new (GLA_TYPE_PROBLEM_PAGE, NULL);
}

void
gla_problem_page_set_error (GlaProblemPage *self,
                            const char     *path,
                            const GError   *error)
{
  g_autofree char *text = NULL;
  g_autofree char *markup = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (GLA_IS_PROBLEM_PAGE (self));
  g_return_if_fail (path != NULL);
  g_return_if_fail (error != NULL);

  /* Translators: %s is a sentence that says what is wrong */
  text = g_strdup_printf (_("%s\nThe file was left as it is."), get_message (path, error));
  markup = g_markup_escape_text (text, -1);
  name = g_filename_display_name (path);
  adw_status_page_set_title (self->status_page, get_title (error));
  adw_status_page_set_description (self->status_page, markup);
  gtk_label_set_text (self->path_label, name);
  gtk_widget_remove_css_class (self->again_button, "suggested-action");
  gtk_widget_remove_css_class (self->other_button, "suggested-action");
  gtk_widget_remove_css_class (self->restore_button, "suggested-action");
  gtk_widget_add_css_class (get_best_button (self, error), "suggested-action");
}
