/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-patients-page.h"

#include "gla-i18n.h"
#include "gla-patient-list.h"
#include "gla-patient-list-row.h"

struct _GlaPatientsPage
{
  AdwBin parent_instance;

  /* Template */
  GtkStack *stack;
  GtkPaned *paned;
  GtkWidget *side;
  GtkSearchEntry *search_entry;
  GtkLabel *count_label;
  GtkStack *list_stack;
  GtkListView *list_view;
  GtkLabel *nothing_label;
  GtkWidget *new_named_button;
  GtkStack *record_stack;
  AdwBin *record_bin;

  /* Owned */
  GlaContext *context;
  GlaPatientList *list;
  GtkSingleSelection *selection;
  char *patient;

  /* Borrowed */
  GlaRecordSplit *split;
  GlaRecordPage *record;

  guint idle;

  gboolean selecting;    /* the page itself moves the selection */
  gboolean open_first;   /* Enter was pressed before the results were there */
  gboolean reveal;       /* the chosen row is not yet in view */
};

enum
{
  PROP_PATIENT = 1,
  N_PROPS,
};

enum
{
  SIGNAL_NEW_PATIENT,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GlaPatientsPage, gla_patients_page, ADW_TYPE_BIN)

/* The patient shown */

/* Made once it is needed, or once the list is there and nothing else to do, so
   that the window opens faster. */
static GlaRecordPage *
ensure_record (GlaPatientsPage *self)
{
  if (self->record == NULL)
    {
      self->split = GLA_RECORD_SPLIT (gla_record_split_new (self->context));
      self->record = gla_record_split_get_record (self->split);
      adw_bin_set_child (self->record_bin, GTK_WIDGET (self->split));
    }

  return self->record;
}

static gboolean
idle_cb (gpointer user_data)
{
  GlaPatientsPage *self = GLA_PATIENTS_PAGE (user_data);

  self->idle = 0;
  ensure_record (self);

  return G_SOURCE_REMOVE;
}

static void
show_patient (GlaPatientsPage *self,
              const char      *id)
{
  if (g_strcmp0 (self->patient, id) == 0)
    return;

  g_free (self->patient);
  self->patient = g_strdup (id);
  gla_record_page_set_patient (ensure_record (self), id);
  gtk_stack_set_visible_child_name (self->record_stack, id != NULL ? "record" : "nobody");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PATIENT]);
}

static void
select_position (GlaPatientsPage *self,
                 guint            position)
{
  self->selecting = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->selecting = FALSE;
}

static void
selected_notify_cb (GlaPatientsPage *self)
{
  GlaPatientItem *item = gtk_single_selection_get_selected_item (self->selection);

  /* A list that is being replaced loses its selection for a moment; that does
     not close the record. */
  if (!self->selecting && item != NULL && gla_patient_item_get_id (item) != NULL)
    show_patient (self, gla_patient_item_get_id (item));
}

/* Rows are made only once the list view has laid itself out there. */
static gboolean
focus_row (GlaPatientsPage *self,
           const char      *id)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->list_view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *row = gtk_widget_get_first_child (child);
      GlaPatientItem *item = NULL;

      if (GLA_IS_PATIENT_LIST_ROW (row))
        item = gla_patient_list_row_get_item (GLA_PATIENT_LIST_ROW (row));
      if (item != NULL && g_strcmp0 (gla_patient_item_get_id (item), id) == 0)
        return gtk_widget_grab_focus (child);
    }

  return FALSE;
}

static void
scroll_to (GlaPatientsPage *self,
           guint            position)
{
  gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", position);
}

static gboolean
reveal_cb (GtkWidget     *list_view,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  GlaPatientsPage *self = user_data;
  GtkWidget *row = gtk_widget_get_first_child (list_view);
  guint position = gtk_single_selection_get_selected (self->selection);

  if (row != NULL && gtk_widget_get_height (row) == 0)
    return G_SOURCE_CONTINUE;
  if (position != GTK_INVALID_LIST_POSITION)
    scroll_to (self, position);
  return G_SOURCE_REMOVE;
}

/* A list that has not been laid out since its rows came leaves out those above. */
static void
reveal_selected (GlaPatientsPage *self)
{
  gtk_widget_add_tick_callback (GTK_WIDGET (self->list_view), reveal_cb, self, NULL);
}

static void
choose_position (GlaPatientsPage *self,
                 guint            position)
{
  g_autoptr (GlaPatientItem) item = NULL;

  item = g_list_model_get_item (G_LIST_MODEL (self->list), position);
  if (item == NULL)
    return;

  gtk_single_selection_set_selected (self->selection, position);
  scroll_to (self, position);
  if (!focus_row (self, gla_patient_item_get_id (item)))
    gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

/* The results */

static void
update_count (GlaPatientsPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  gboolean searching = gla_patient_list_get_text (self->list)[0] != '\0';
  g_autofree char *text = NULL;

  if (gla_patient_list_is_loading (self->list))
    /* Translators: so many and more were found, the rest is still looked up */
    text = g_strdup_printf (_("%u and more"), n);
  else if (searching)
    text = g_strdup_printf (ngettext ("%u found", "%u found", n), n);
  else
    text = g_strdup_printf (ngettext ("%u patient", "%u patients", n), n);
  gtk_label_set_text (self->count_label, text);
}

static void
update_stacks (GlaPatientsPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  const char *searched = gla_patient_list_get_text (self->list);
  g_autofree char *words = g_strstrip (g_strdup (searched));
  g_autofree char *nothing = NULL;

  if (n == 0 && words[0] == '\0')
    {
      gtk_stack_set_visible_child_name (self->stack, "empty");
      return;
    }

  gtk_stack_set_visible_child_name (self->stack, "patients");
  gtk_stack_set_visible_child_name (self->list_stack, n == 0 ? "nothing" : "list");
  if (n == 0)
    {
      /* Translators: %s is what was typed into the search */
      nothing = g_strdup_printf (_("No patient fits “%s”."), words);
      gtk_label_set_text (self->nothing_label, nothing);
      /* A number or a date is no name to start a patient with. */
      gtk_widget_set_visible (self->new_named_button, strpbrk (words, "0123456789") == NULL);
    }
}

/* The record of someone who was taken out, such as by undoing, closes. */
static void
forget_missing (GlaPatientsPage *self)
{
  g_autoptr (GError) error = NULL;

  if (self->patient != NULL
      && gla_store_find_row (gla_context_get_reader (self->context), self->patient, &error) == 0
      && error == NULL)
    show_patient (self, NULL);
}

static void
list_loaded_cb (GlaPatientsPage *self)
{
  guint position;

  if (self->record == NULL && self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_LOW, idle_cb, self, NULL);
  forget_missing (self);
  update_stacks (self);
  update_count (self);
  if (self->open_first)
    {
      self->open_first = FALSE;
      choose_position (self, 0);
      return;
    }

  position = gla_patient_list_find (self->list, self->patient);
  if (position != G_MAXUINT)
    {
      select_position (self, position);
      if (self->reveal)
        reveal_selected (self);
      self->reveal = FALSE;
    }
  else if (self->reveal && !gla_patient_list_is_loading (self->list))
    {
      self->reveal = gla_patient_list_get_text (self->list)[0] != '\0';
      if (self->reveal)
        gla_patients_page_search (self, "");
    }
}

static void
list_failed_cb (GlaPatientsPage *self,
                GError          *error)
{
  gla_context_show_error (self->context, _("The search could not be done."), error);
}

static void
start_search (GlaPatientsPage *self)
{
  gla_patient_list_search (self->list, gtk_editable_get_text (GTK_EDITABLE (self->search_entry)),
                           gla_context_get_today (self->context));
}

/* The search entry */

/* A letter typed in the list goes to the entry; so does the keyboard, for the
   rest of the word, and because the row that had it may soon be gone. */
static void
focus_entry_from_list (GlaPatientsPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list_stack)))
    return;

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  gtk_editable_set_position (GTK_EDITABLE (self->search_entry), -1);
}

static void
search_changed_cb (GlaPatientsPage *self)
{
  self->open_first = FALSE;
  focus_entry_from_list (self);
  if (self->list != NULL)
    start_search (self);
}

static void
search_activate_cb (GlaPatientsPage *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);

  if (gla_patient_list_is_loading (self->list))
    self->open_first = TRUE;
  else
    choose_position (self, position != GTK_INVALID_LIST_POSITION ? position : 0);
}

static void
search_stop_cb (GlaPatientsPage *self)
{
  if (gtk_editable_get_text (GTK_EDITABLE (self->search_entry))[0] != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

static gboolean
search_key_cb (GlaPatientsPage *self,
               guint            key,
               guint            code,
               GdkModifierType  modifiers)
{
  guint position = gtk_single_selection_get_selected (self->selection);

  if ((key != GDK_KEY_Down && key != GDK_KEY_KP_Down)
      || (modifiers & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;

  choose_position (self, position != GTK_INVALID_LIST_POSITION ? position : 0);
  return GDK_EVENT_STOP;
}

static void
clear_search_cb (GlaPatientsPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
new_named_cb (GlaPatientsPage *self)
{
  g_signal_emit (self, signals[SIGNAL_NEW_PATIENT], 0,
                 gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
}

static void
list_activate_cb (GlaPatientsPage *self,
                  guint            position)
{
  gtk_widget_child_focus (GTK_WIDGET (ensure_record (self)), GTK_DIR_TAB_FORWARD);
}

static void
today_changed_cb (GlaPatientsPage *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->list_view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *row = gtk_widget_get_first_child (child);

      if (GLA_IS_PATIENT_LIST_ROW (row))
        gla_patient_list_row_set_item (GLA_PATIENT_LIST_ROW (row),
                                       gla_patient_list_row_get_item (GLA_PATIENT_LIST_ROW (row)),
                                       gla_context_get_today (self->context));
    }
}

static void
gla_patients_page_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  GlaPatientsPage *self = GLA_PATIENTS_PAGE (object);

  switch (prop_id)
    {
    case PROP_PATIENT:
      g_value_set_string (value, self->patient);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gla_patients_page_dispose (GObject *object)
{
  GlaPatientsPage *self = GLA_PATIENTS_PAGE (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  if (self->list_view != NULL)
    gtk_list_view_set_model (self->list_view, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);

  G_OBJECT_CLASS (gla_patients_page_parent_class)->dispose (object);
}

static void
gla_patients_page_finalize (GObject *object)
{
  GlaPatientsPage *self = GLA_PATIENTS_PAGE (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->patient, g_free);

  G_OBJECT_CLASS (gla_patients_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, GlaPatientsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, GlaPatientsPage, paned);
  gtk_widget_class_bind_template_child (widget_class, GlaPatientsPage, side);
  gtk_widget_class_bind_template_child (widget_class, GlaPatientsPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, GlaPatientsPage, count_label);
  gtk_widget_class_bind_template_child (widget_class, GlaPatientsPage, list_stack);
  gtk_widget_class_bind_template_child (widget_class, GlaPatientsPage, list_view);
  gtk_widget_class_bind_template_child (widget_class, GlaPatientsPage, nothing_label);
  gtk_widget_class_bind_template_child (widget_class, GlaPatientsPage, new_named_button);
  gtk_widget_class_bind_template_child (widget_class, GlaPatientsPage, record_stack);
  gtk_widget_class_bind_template_child (widget_class, GlaPatientsPage, record_bin);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, new_named_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_activate_cb);
}

static void
gla_patients_page_class_init (GlaPatientsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = gla_patients_page_get_property;
  object_class->dispose = gla_patients_page_dispose;
  object_class->finalize = gla_patients_page_finalize;

  properties[PROP_PATIENT] = g_param_spec_string ("patient", NULL, NULL, NULL,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_NEW_PATIENT] = g_signal_new ("new-patient", G_TYPE_FROM_CLASS (klass),
                                              G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                              1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/glabella/Glabella/ui/pages/patients/gla-patients-page.ui");
  bind_template (widget_class);
}

static void
gla_patients_page_init (GlaPatientsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_entry_set_key_capture_widget (self->search_entry, self->side);
}

GlaPatientsPage *
gla_patients_page_new (GlaContext *context)
{
  g_autoptr (GtkListItemFactory) factory = NULL;
  GlaPatientsPage *self;

  g_return_val_if_fail (GLA_IS_CONTEXT (context), NULL);

  self = g_object_new (GLA_TYPE_PATIENTS_PAGE, NULL);
  self->context = g_object_ref (context);
  factory = gla_patient_list_row_new_factory (context);
  gtk_list_view_set_factory (self->list_view, factory);
  self->list = gla_patient_list_new (gla_context_get_worker (context),
                                     gla_context_get_reader (context));
  g_signal_connect_object (self->list, "loaded", G_CALLBACK (list_loaded_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "failed", G_CALLBACK (list_failed_cb), self,
                           G_CONNECT_SWAPPED);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->list)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "notify::selected-item",
                           G_CALLBACK (selected_notify_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));

  g_settings_bind (gla_context_get_settings (context), "list-width", self->paned, "position",
                   G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (context, "today-changed", G_CALLBACK (today_changed_cb), self,
                           G_CONNECT_SWAPPED);
  start_search (self);

  return self;
}

void
gla_patients_page_focus_search (GlaPatientsPage *self)
{
  g_return_if_fail (GLA_IS_PATIENTS_PAGE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  gtk_editable_select_region (GTK_EDITABLE (self->search_entry), 0, -1);
}

void
gla_patients_page_search (GlaPatientsPage *self,
                          const char      *text)
{
  g_return_if_fail (GLA_IS_PATIENTS_PAGE (self));
  g_return_if_fail (text != NULL);

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), text);
  gtk_editable_set_position (GTK_EDITABLE (self->search_entry), -1);
}

void
gla_patients_page_open (GlaPatientsPage *self,
                        const char      *id)
{
  g_return_if_fail (GLA_IS_PATIENTS_PAGE (self));
  g_return_if_fail (id != NULL);

  show_patient (self, id);
  self->reveal = TRUE;
  start_search (self);
}

const char *
gla_patients_page_get_patient (GlaPatientsPage *self)
{
  g_return_val_if_fail (GLA_IS_PATIENTS_PAGE (self), NULL);

  return self->patient;
}

GlaRecordPage *
gla_patients_page_get_record (GlaPatientsPage *self)
{
  g_return_val_if_fail (GLA_IS_PATIENTS_PAGE (self), NULL);

  return ensure_record (self);
}

GlaRecordSplit *
gla_patients_page_get_split (GlaPatientsPage *self)
{
  g_return_val_if_fail (GLA_IS_PATIENTS_PAGE (self), NULL);

  ensure_record (self);
  return self->split;
}
