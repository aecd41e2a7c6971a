/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-similar-patients.h"

#include "gla-i18n.h"
#include "gla-patient.h"
#include "gla-store-search.h"

/* Milliseconds without a key before looking. */
#define DELAY 250

typedef struct
{
  char *family_name;
  char *given_name;
  GlaDay birth_day;
  char *phone;
} Query;

struct _GlaSimilarPatients
{
  AdwBin parent_instance;

  /* Template */
  GtkRevealer *revealer;
  GtkListBox *list_box;

  /* Owned */
  GlaContext *context;
  Query *query;
  char *except;
  GCancellable *cancellable;

  guint timer;
};

enum
{
  SIGNAL_OPEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GlaSimilarPatients, gla_similar_patients, ADW_TYPE_BIN)

static void
query_free (gpointer data)
{
  Query *query = data;

  g_free (query->family_name);
  g_free (query->given_name);
  g_free (query->phone);
  g_free (query);
}

static gpointer
find_similar (GlaStore      *store,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  const Query *query = data;

  return gla_store_find_similar (store, query->family_name, query->given_name, query->birth_day,
                                 query->phone, error);
}

static GtkWidget *
new_row (const GlaPatientRow *patient)
{
  GlaPatient names = { .family_name = patient->family_name, .given_name = patient->given_name };
  g_autofree char *name = gla_patient_get_name (&names);
  g_autofree char *birth = gla_day_format (patient->birth_day, GLA_DAY_EXACT);
  g_autofree char *details = NULL;
  GtkWidget *row = adw_action_row_new ();

  /* Translators: date of birth (or “date unknown”), record number */
  details = g_strdup_printf (_("born %s · No. %s"), birth, patient->number);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), details);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_label_new (_("Open instead")));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "patient", g_strdup (patient->id), g_free);

  return row;
}

static void
show_rows (GlaSimilarPatients *self,
           GPtrArray          *patients)
{
  GtkWidget *row;
  guint n = 0;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list_box))) != NULL)
    gtk_list_box_remove (self->list_box, row);

  for (guint i = 0; patients != NULL && i < patients->len; i++)
    {
      const GlaPatientRow *patient = g_ptr_array_index (patients, i);

      if (g_strcmp0 (patient->id, self->except) == 0)
        continue;
      gtk_list_box_append (self->list_box, new_row (patient));
      n++;
    }

  gtk_revealer_set_reveal_child (self->revealer, n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->revealer), n > 0);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GlaSimilarPatients) self = GLA_SIMILAR_PATIENTS (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) patients = NULL;

  /* The warning is a help, not a condition: without it the patient can be saved. */
  patients = gla_store_worker_run_finish (GLA_STORE_WORKER (source), result, &error);
  if (error == NULL && self->context != NULL)
    show_rows (self, patients);
}

static gboolean
timer_cb (gpointer user_data)
{
  GlaSimilarPatients *self = GLA_SIMILAR_PATIENTS (user_data);

  self->timer = 0;
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  gla_store_worker_run_async (gla_context_get_worker (self->context), find_similar,
                              g_steal_pointer (&self->query), query_free,
                              (GDestroyNotify) g_ptr_array_unref, self->cancellable, found_cb,
                              g_object_ref (self));

  return G_SOURCE_REMOVE;
}

static void
row_activated_cb (GlaSimilarPatients *self,
                  GtkListBoxRow      *row)
{
  g_signal_emit (self, signals[SIGNAL_OPEN], 0, g_object_get_data (G_OBJECT (row), "patient"));
}

static void
gla_similar_patients_dispose (GObject *object)
{
  GlaSimilarPatients *self = GLA_SIMILAR_PATIENTS (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->context);
  g_clear_pointer (&self->query, query_free);
  g_clear_pointer (&self->except, g_free);

  G_OBJECT_CLASS (gla_similar_patients_parent_class)->dispose (object);
}

static void
gla_similar_patients_class_init (GlaSimilarPatientsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gla_similar_patients_dispose;

  signals[SIGNAL_OPEN] = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/glabella/Glabella/ui/pages/patients/gla-similar-patients.ui");
  gtk_widget_class_bind_template_child (widget_class, GlaSimilarPatients, revealer);
  gtk_widget_class_bind_template_child (widget_class, GlaSimilarPatients, list_box);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
gla_similar_patients_init (GlaSimilarPatients *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self->revealer), FALSE);
}

static gboolean
is_worth_a_look (const Query *query)
{
  return strlen (query->family_name) + strlen (query->given_name) >= 3
         || strlen (query->phone) >= 5 || query->birth_day != GLA_DAY_NONE;
}

void
gla_similar_patients_look (GlaSimilarPatients *self,
                           GlaContext         *context,
                           const char         *family_name,
                           const char         *given_name,
                           GlaDay              birth_day,
                           const char         *phone,
                           const char         *except)
{
  g_return_if_fail (GLA_IS_SIMILAR_PATIENTS (self));
  g_return_if_fail (GLA_IS_CONTEXT (context));

  g_set_object (&self->context, context);
  g_free (self->except);
  self->except = g_strdup (except);
  g_clear_handle_id (&self->timer, g_source_remove);
  g_cancellable_cancel (self->cancellable);

  g_clear_pointer (&self->query, query_free);
  self->query = g_new0 (Query, 1);
  self->query->family_name = g_strdup (family_name);
  self->query->given_name = g_strdup (given_name);
  self->query->birth_day = birth_day;
  self->query->phone = g_strdup (phone);
  if (is_worth_a_look (self->query))
    self->timer = g_timeout_add (DELAY, timer_cb, self);
  else
    show_rows (self, NULL);
}
