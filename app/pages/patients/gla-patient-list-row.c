/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-patient-list-row.h"

#include "gla-accessible.h"
#include "gla-i18n.h"

/* Classes color-0 to color-7 of the style sheet. */
#define N_COLORS 8

/* Weeks after which the date alone says enough. */
#define MAX_WEEKS 26

struct _GlaPatientListRow
{
  GtkWidget parent_instance;

  /* Template */
  GtkLabel *initials_label;
  GtkInscription *name_label;
  GtkInscription *details_label;
  GtkLabel *week_label;

  /* Owned */
  GlaPatientItem *item;

  GlaDay today;
  guint color;
};

G_DEFINE_FINAL_TYPE (GlaPatientListRow, gla_patient_list_row, GTK_TYPE_WIDGET)

/* The same person always has the same colour, whatever else is in the list. */
static guint
choose_color (const char *id)
{
  return id != NULL ? g_str_hash (id) % N_COLORS : 0;
}

static void
set_color (GlaPatientListRow *self,
           guint              color)
{
  char name[16];

  g_snprintf (name, sizeof name, "color-%u", self->color);
  gtk_widget_remove_css_class (GTK_WIDGET (self->initials_label), name);
  self->color = color;
  g_snprintf (name, sizeof name, "color-%u", color);
  gtk_widget_add_css_class (GTK_WIDGET (self->initials_label), name);
}

static char *
format_short_day (GlaDay day,
                  GlaDay today)
{
  g_autoptr (GDateTime) date = NULL;
  int year, month, day_of_month;

  if (today - day > 300)
    return gla_day_format (day, GLA_DAY_EXACT);

  gla_day_split (day, &year, &month, &day_of_month);
  date = g_date_time_new_utc (year, month, day_of_month, 0, 0, 0);

  /* Translators: day and month, such as “6 Oct”; see strftime */
  return g_date_time_format (date, _("%-d %b"));
}

static char *
format_details (const GlaPatientRow *row,
                GlaDay               today)
{
  g_autofree char *last = NULL;
  int year, month, day;

  if (row->last_treatment != GLA_DAY_NONE)
    last = format_short_day (row->last_treatment, today);
  if (row->birth_day == GLA_DAY_NONE)
    /* Translators: %s is the date of the last treatment; keep it short */
    return last != NULL ? g_strdup_printf (_("last %s"), last) : g_strdup (_("new"));

  gla_day_split (row->birth_day, &year, &month, &day);
  if (last == NULL)
    /* Translators: year of birth; nothing was injected yet; keep it short */
    return g_strdup_printf (_("b. %d · new"), year);

  /* Translators: year of birth, date of the last treatment; keep it short */
  return g_strdup_printf (_("b. %d · last %s"), year, last);
}

static char *
describe (GlaPatientItem *item)
{
  const GlaPatientRow *row = gla_patient_item_get_row (item);
  g_autofree char *name = gla_patient_item_dup_name (item);
  g_autofree char *birth = gla_day_format (row->birth_day, GLA_DAY_EXACT);
  g_autofree char *last = NULL;

  if (row->last_treatment == GLA_DAY_NONE)
    /* Translators: name, date of birth (or “date unknown”) */
    return g_strdup_printf (_("%s, born %s, no treatment yet"), name, birth);

  last = gla_day_format (row->last_treatment, GLA_DAY_EXACT);
  /* Translators: name, date of birth (or “date unknown”), date */
  return g_strdup_printf (_("%s, born %s, last treatment %s"), name, birth, last);
}

static void
update_week (GlaPatientListRow   *self,
             const GlaPatientRow *row)
{
  g_autofree char *text = NULL;
  int days = row->last_treatment != GLA_DAY_NONE ? self->today - row->last_treatment : -1;
  gboolean shown = days >= 0 && days <= 7 * MAX_WEEKS;

  if (shown)
    /* Translators: full weeks since the last treatment; keep it short */
    text = g_strdup_printf (_("wk %d"), days / 7);
  gtk_label_set_text (self->week_label, shown ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->week_label), shown);
}

static void
update (GlaPatientListRow *self)
{
  const GlaPatientRow *row = gla_patient_item_get_row (self->item);
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *name = gla_patient_item_dup_name (self->item);
  g_autofree char *initials = gla_patient_item_dup_initials (self->item);
  g_autofree char *details = NULL;
  g_autofree char *description = NULL;

  gtk_inscription_set_text (self->name_label, name);
  gtk_label_set_text (self->initials_label, initials);
  set_color (self, choose_color (gla_patient_item_get_id (self->item)));
  if (row == NULL)
    {
      gtk_inscription_set_text (self->details_label, _("could not be read"));
      return;
    }

  details = format_details (row, self->today);
  gtk_inscription_set_text (self->details_label, details);
  update_week (self, row);
  description = describe (self->item);
  if (parent != NULL)
    gla_accessible_set_label (parent, description);
}

static void
gla_patient_list_row_dispose (GObject *object)
{
  GlaPatientListRow *self = GLA_PATIENT_LIST_ROW (object);
  GtkWidget *child;

  gla_patient_list_row_set_item (self, NULL, self->today);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (gla_patient_list_row_parent_class)->dispose (object);
}

static void
gla_patient_list_row_class_init (GlaPatientListRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gla_patient_list_row_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/glabella/Glabella/ui/pages/patients/gla-patient-list-row.ui");
  gtk_widget_class_bind_template_child (widget_class, GlaPatientListRow, initials_label);
  gtk_widget_class_bind_template_child (widget_class, GlaPatientListRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, GlaPatientListRow, details_label);
  gtk_widget_class_bind_template_child (widget_class, GlaPatientListRow, week_label);
  gtk_widget_class_set_css_name (widget_class, "patientrow");
}

static void
gla_patient_list_row_init (GlaPatientListRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
gla_patient_list_row_new (void)
{
  return g_object_new (GLA_TYPE_PATIENT_LIST_ROW, NULL);
}

void
gla_patient_list_row_set_item (GlaPatientListRow *self,
                               GlaPatientItem    *item,
                               GlaDay             today)
{
  g_return_if_fail (GLA_IS_PATIENT_LIST_ROW (self));

  self->today = today;
  if (self->item != item)
    {
      if (self->item != NULL)
        g_signal_handlers_disconnect_by_func (self->item, update, self);
      g_set_object (&self->item, item);
      if (item != NULL)
        g_signal_connect_swapped (item, "changed", G_CALLBACK (update), self);
    }
  if (item != NULL)
    update (self);
}

GlaPatientItem *
gla_patient_list_row_get_item (GlaPatientListRow *self)
{
  g_return_val_if_fail (GLA_IS_PATIENT_LIST_ROW (self), NULL);

  return self->item;
}

/* For list views */

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem        *item)
{
  gtk_list_item_set_child (item, gla_patient_list_row_new ());
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem        *item,
         GlaContext         *context)
{
  gla_patient_list_row_set_item (GLA_PATIENT_LIST_ROW (gtk_list_item_get_child (item)),
                                 gtk_list_item_get_item (item), gla_context_get_today (context));
}

static void
unbind_cb (GtkListItemFactory *factory,
           GtkListItem        *item)
{
  gla_patient_list_row_set_item (GLA_PATIENT_LIST_ROW (gtk_list_item_get_child (item)), NULL, 0);
}

GtkListItemFactory *
gla_patient_list_row_new_factory (GlaContext *context)
{
  GtkListItemFactory *factory;

  g_return_val_if_fail (GLA_IS_CONTEXT (context), NULL);

  factory = gtk_signal_list_item_factory_new ();
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), context, 0);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  return factory;
}
