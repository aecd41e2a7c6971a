/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-application.h"

#include "gla-accelerators.h"
#include "gla-day.h"
#include "gla-i18n.h"
#include "gla-ui-resource.h"
#include "gla-window.h"

#define UI_PATH "/org/glabella/Glabella/ui"

struct _GlaApplication
{
  AdwApplication parent_instance;

  /* Owned */
  GSettings *settings;
  char *clinic; /* of --clinic, or NULL */
  char *today;  /* of --today, or NULL */
  char *patient; /* of --patient, or NULL */
};

G_DEFINE_FINAL_TYPE (GlaApplication, gla_application, ADW_TYPE_APPLICATION)

static const GOptionEntry options[] = {
  { "clinic", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_("The clinic file to open"), N_("FILE") },
  { "patient", 0, 0, G_OPTION_ARG_STRING, NULL, N_("The patient to show, by record number or name"),
    N_("PATIENT") },
  { "today", 0, 0, G_OPTION_ARG_STRING, NULL, N_("The date to take for today (YYYY-MM-DD)"),
    N_("DATE") },
  { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Print the version"), NULL },
  { NULL },
};

static char *
get_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "glabella", "clinic.glabella", NULL);
}

/* Windows */

/* Two names of one file are one clinic. */
static gboolean
is_same_file (const char *path,
              const char *other)
{
  g_autofree char *name = g_canonicalize_filename (path, NULL);
  g_autofree char *real_path = NULL;
  g_autofree char *real_other = NULL;

  if (other == NULL)
    return FALSE;
  if (strcmp (name, other) == 0)
    return TRUE;

  real_path = realpath (name, NULL);
  real_other = realpath (other, NULL);
  return real_path != NULL && g_strcmp0 (real_path, real_other) == 0;
}

static GlaWindow *
find_window (GlaApplication *self,
             const char     *path)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (GLA_IS_WINDOW (l->data) && is_same_file (path, gla_window_get_path (l->data)))
      return l->data;

  return NULL;
}

static void
open_clinic (GlaApplication *self,
             const char     *path,
             GlaDay          today,
             const char     *patient,
             gboolean        must_exist)
{
  GlaWindow *window = find_window (self, path);

  if (window == NULL)
    {
      window = gla_window_new (GTK_APPLICATION (self), today);
      gla_window_open (window, path, must_exist);
    }
  gtk_window_present (GTK_WINDOW (window));
  if (patient != NULL)
    gla_window_show_patient (window, patient);
}

/* What was open last, or the clinic in the user's data folder. */
static void
open_usual_clinic (GlaApplication *self,
                   GlaDay          today)
{
  g_autofree char *last = g_settings_get_string (self->settings, "last-clinic");
  g_autofree char *path = get_default_path ();

  if (last[0] != '\0' && !is_same_file (path, last))
    open_clinic (self, last, today, self->patient, TRUE);
  else
    open_clinic (self, path, today, self->patient, FALSE);
}

static GlaDay
get_today (const char *text)
{
  return text != NULL && text[0] != '\0' ? gla_day_from_iso (text) : GLA_DAY_NONE;
}

static void
gla_application_activate (GApplication *application)
{
  GlaApplication *self = GLA_APPLICATION (application);

  if (self->clinic != NULL)
    open_clinic (self, self->clinic, get_today (self->today), self->patient, FALSE);
  else
    open_usual_clinic (self, get_today (self->today));
}

static void
gla_application_open (GApplication  *application,
                      GFile        **files,
                      int            n_files,
                      const char    *hint)
{
  /* What the second start was called with: the date, a line end, and the patient. */
  g_auto (GStrv) words = g_strsplit (hint, "\n", 2);
  const char *patient = words[0] != NULL && words[1] != NULL && words[1][0] != '\0' ? words[1] : NULL;

  for (int i = 0; i < n_files; i++)
    if (g_file_peek_path (files[i]) != NULL)
      open_clinic (GLA_APPLICATION (application), g_file_peek_path (files[i]),
                   get_today (words[0]), patient, FALSE);
}

/* Style */

static void
apply_color_scheme (GlaApplication *self)
{
  g_autofree char *scheme = g_settings_get_string (self->settings, "color-scheme");
  AdwStyleManager *manager = adw_application_get_style_manager (ADW_APPLICATION (self));

  if (strcmp (scheme, "light") == 0)
    adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_LIGHT);
  else if (strcmp (scheme, "dark") == 0)
    adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_DARK);
  else
    adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_DEFAULT);
}

static void
load_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();
  GdkDisplay *display = gdk_display_get_default ();

  gtk_css_provider_load_from_resource (provider, UI_PATH "/style.css");
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (display), UI_PATH "/icons");
}

static void
quit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (user_data));

  /* Each closes its clinic; the program ends with the last one. */
  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
}

static void
add_actions (GlaApplication *self)
{
  const GActionEntry entries[] = {
    { .name = "quit", .activate = quit_cb },
  };
  g_autoptr (GAction) scheme = g_settings_create_action (self->settings, "color-scheme");

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_action_map_add_action (G_ACTION_MAP (self), scheme);
}

static void
gla_application_startup (GApplication *application)
{
  GlaApplication *self = GLA_APPLICATION (application);

  G_APPLICATION_CLASS (gla_application_parent_class)->startup (application);

  gla_ui_register_resource ();
  gtk_window_set_default_icon_name (GLA_APPLICATION_ID);
  self->settings = g_settings_new (GLA_APPLICATION_ID);
  g_signal_connect_object (self->settings, "changed::color-scheme", G_CALLBACK (apply_color_scheme),
                           self, G_CONNECT_SWAPPED);
  apply_color_scheme (self);
  load_style ();
  add_actions (self);
  gla_accelerators_install (GTK_APPLICATION (self));
}

/* The command line */

static int
fail (const char *text)
{
  g_printerr ("glabella: %s\n", text);
  return 1;
}

static gboolean
has_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, GLA_APPLICATION_ID, TRUE);

  return schema != NULL;
}

/* Hands the clinic to the program that runs already. */
static int
hand_over (GlaApplication *self)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *hint = NULL;
  GFile *files[1];

  if (self->clinic == NULL)
    {
      g_application_activate (G_APPLICATION (self));
      return 0;
    }

  file = g_file_new_for_path (self->clinic);
  files[0] = file;
  hint = g_strdup_printf ("%s\n%s", self->today != NULL ? self->today : "",
                          self->patient != NULL ? self->patient : "");
  g_application_open (G_APPLICATION (self), files, 1, hint);
  return 0;
}

static int
gla_application_handle_local_options (GApplication *application,
                                      GVariantDict *dict)
{
  GlaApplication *self = GLA_APPLICATION (application);
  g_autoptr (GError) error = NULL;
  g_autofree char *clinic = NULL;

  if (g_variant_dict_contains (dict, "version"))
    {
      g_print ("Glabella %s\n", GLA_VERSION);
      return 0;
    }

  g_variant_dict_lookup (dict, "clinic", "^ay", &clinic);
  if (clinic != NULL)
    self->clinic = g_canonicalize_filename (clinic, NULL);
  g_variant_dict_lookup (dict, "today", "s", &self->today);
  g_variant_dict_lookup (dict, "patient", "s", &self->patient);
  if (self->today != NULL && gla_day_from_iso (self->today) == GLA_DAY_NONE)
    {
      fail (_("--today needs a date like 2026-11-23"));
      return 2;
    }

  if (!gtk_init_check ())
    return fail (_("there is no display to open a window on; “glabella --help” lists what works "
                   "without one"));
  if (!has_settings ())
    return fail (_("the settings schema is not installed; run “meson install” or start the "
                   "program by app/run"));
  if (!g_application_register (application, NULL, &error))
    return fail (error->message);

  return g_application_get_is_remote (application) ? hand_over (self) : -1;
}

static void
gla_application_finalize (GObject *object)
{
  GlaApplication *self = GLA_APPLICATION (object);

  g_clear_object (&self->settings);
  g_clear_pointer (&self->clinic, g_free);
  g_clear_pointer (&self->today, g_free);
  g_clear_pointer (&self->patient, g_free);

  G_OBJECT_CLASS (gla_application_parent_class)->finalize (object);
}

static void
gla_application_class_init (GlaApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = gla_application_finalize;
  application_class->activate = gla_application_activate;
  application_class->open = gla_application_open;
  application_class->startup = gla_application_startup;
  application_class->handle_local_options = gla_application_handle_local_options;
}

static void
gla_application_init (GlaApplication *self)
{
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[COMMAND …]"));
}

GlaApplication *
gla_application_new (const char *summary)
{
  GlaApplication *self = g_object_new (GLA_TYPE_APPLICATION,
                                       "application-id", GLA_APPLICATION_ID,
                                       "flags", G_APPLICATION_HANDLES_OPEN,
                                       NULL);

  if (summary != NULL)
    g_application_set_option_context_description (G_APPLICATION (self), summary);

  return self;
}
