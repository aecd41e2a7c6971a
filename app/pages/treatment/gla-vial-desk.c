/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-vial-desk.h"

#include "gla-carton-form.h"
#include "gla-confirm.h"
#include "gla-i18n.h"
#include "gla-mix-form.h"
#include "gla-moment.h"
#include "gla-scan.h"
#include "gla-store-read.h"
#include "gla-vial-needs.h"
#include "gla-wedge.h"

struct _GlaVialDesk
{
  GObject parent_instance;

  /* Borrowed: the window owns this */
  GlaEditorWindow *editor;
  GlaSourceGroup *group;
  GtkWidget *message; /* a box with the two below */
  GtkWidget *message_icon;
  GtkLabel *message_label;

  /* Owned */
  GlaContext *context;
  GPtrArray *stock;  /* (element-type GlaStockVial) */
  GPtrArray *vials;  /* (element-type GlaVial): the same, for whoever judges them */
  char *wanted;      /* vial to be chosen as soon as it is in the stock, or NULL */
  char *needs;       /* what is said of vials that have too little, or NULL */

  gboolean waiting;  /* for a scan */
};

G_DEFINE_FINAL_TYPE (GlaVialDesk, gla_vial_desk, G_TYPE_OBJECT)

enum { SIGNAL_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
show_message (GlaVialDesk *self)
{
  const char *text = self->waiting ? _("Scan the carton now. Esc ends the wait.") : self->needs;

  gtk_image_set_from_icon_name (GTK_IMAGE (self->message_icon),
                                self->waiting ? "dialog-information-symbolic"
                                              : "dialog-warning-symbolic");
  gtk_label_set_text (self->message_label, text != NULL ? text : "");
  gtk_widget_set_visible (self->message, text != NULL);
}

static void
make_message (GlaVialDesk *self)
{
  self->message = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->message_icon = gtk_image_new ();
  self->message_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_set_valign (self->message_icon, GTK_ALIGN_START);
  gtk_label_set_wrap (self->message_label, TRUE);
  gtk_label_set_xalign (self->message_label, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (self->message_label), TRUE);
  gtk_box_append (GTK_BOX (self->message), self->message_icon);
  gtk_box_append (GTK_BOX (self->message), GTK_WIDGET (self->message_label));
  gtk_widget_set_visible (self->message, FALSE);
}

static gboolean
has_vial (GPtrArray  *list,
          const char *vial)
{
  for (guint i = 0; i < list->len; i++)
    if (g_str_equal (((GlaStockVial *) list->pdata[i])->vial->id, vial))
      return TRUE;
  return FALSE;
}

/* Vials that are gone are offered only where this treatment took from them. */
static void
add_own (GlaVialDesk *self,
         GPtrArray   *list)
{
  const GlaHistory *history = gla_editor_window_get_cycles (self->editor)->history;
  const char *amend = gla_editor_window_get_amend (self->editor);
  guint first;
  guint count = amend != NULL ? gla_history_get_injections (history, amend, &first) : 0;

  for (guint i = 0; i < count; i++)
    {
      const char *vial = ((GlaInjection *) history->injections->pdata[first + i])->vial;
      GlaStockVial *stock = vial != NULL && !has_vial (list, vial)
                              ? gla_store_read_stock_vial (gla_context_get_reader (self->context),
                                                           vial, NULL)
                              : NULL;

      if (stock != NULL)
        g_ptr_array_add (list, stock);
    }
}

static void
read_stock (GlaVialDesk *self)
{
  GPtrArray *list = gla_store_list_stock (gla_context_get_reader (self->context), FALSE, NULL);

  if (list == NULL)
    list = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_stock_vial_free);
  add_own (self, list);
  g_clear_pointer (&self->stock, g_ptr_array_unref);
  self->stock = list;
  g_ptr_array_set_size (self->vials, 0);
  for (guint i = 0; i < list->len; i++)
    g_ptr_array_add (self->vials, gla_vial_ref (((GlaStockVial *) list->pdata[i])->vial));
}

static void
refresh (GlaVialDesk *self)
{
  g_autofree char *now = gla_moment_now (self->context);
  g_autofree char *wanted = g_steal_pointer (&self->wanted);

  read_stock (self);
  gla_source_group_set_stock (self->group, self->stock, now);
  if (wanted != NULL && gla_source_group_find_vial (self->group, wanted) != NULL)
    gla_source_group_use_vial (self->group, wanted);
  else
    self->wanted = g_steal_pointer (&wanted);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
received_cb (const char *vial,
             gpointer    user_data)
{
  GlaVialDesk *self = user_data;

  g_free (self->wanted);
  self->wanted = g_strdup (vial);
  refresh (self);
}

/* Finished, and not one that the treatment shown took from. */
static gboolean
is_gone (GlaVialDesk   *self,
         const GlaVial *vial)
{
  return (vial->state == GLA_VIAL_FINISHED || vial->state == GLA_VIAL_DISCARDED) &&
         gla_source_group_find_vial (self->group, vial->id) == NULL;
}

static void
looked_up_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autofree GWeakRef *ref = user_data;
  g_autoptr (GlaVialDesk) self = g_weak_ref_get (ref);
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaScan) scan = NULL;

  g_weak_ref_clear (ref);
  if (self == NULL)
    return;
  scan = gla_scan_look_up_finish (source, result, &error);
  if (scan == NULL)
    gla_confirm_tell (GTK_WINDOW (self->editor), _("The carton can’t be read"), error->message);
  else if (scan->vial != NULL && is_gone (self, scan->vial->vial))
    gla_confirm_tell (GTK_WINDOW (self->editor), _("This vial was used before"),
                      _("It is finished or discarded in the stock. Look which vial it is that you "
                        "hold, and scan its carton."));
  else if (scan->vial != NULL)
    received_cb (scan->vial->vial->id, self);
  else
    gtk_window_present (gla_carton_form_new (GTK_WINDOW (self->editor), self->context, scan,
                                             _("Add and Use"), received_cb, G_OBJECT (self)));
}

static void
scanned_cb (GlaVialDesk *self,
            GBytes      *data)
{
  GWeakRef *ref = g_new0 (GWeakRef, 1);

  g_weak_ref_init (ref, self);
  gla_scan_look_up_async (self->context, data, looked_up_cb, ref);
}

static void
waiting_cb (GlaVialDesk *self,
            gboolean     waiting)
{
  self->waiting = waiting;
  show_message (self);
}

static void
mix_cb (GlaVialDesk *self,
        const char  *vial)
{
  const GlaStockVial *stock = gla_source_group_find_vial (self->group, vial);
  g_autoptr (GPtrArray) vials = NULL;

  if (stock == NULL)
    return;
  vials = gla_store_list_vials (gla_context_get_reader (self->context), TRUE, NULL);
  if (vials != NULL)
    gtk_window_present (gla_mix_form_new (GTK_WINDOW (self->editor), self->context, stock->vial,
                                          vials));
}

static void
gla_vial_desk_finalize (GObject *object)
{
  GlaVialDesk *self = GLA_VIAL_DESK (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->stock, g_ptr_array_unref);
  g_ptr_array_unref (self->vials);
  g_free (self->wanted);
  g_free (self->needs);
  G_OBJECT_CLASS (gla_vial_desk_parent_class)->finalize (object);
}

static void
gla_vial_desk_class_init (GlaVialDeskClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gla_vial_desk_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
gla_vial_desk_init (GlaVialDesk *self)
{
  self->vials = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_vial_unref);
}

GlaVialDesk *
gla_vial_desk_new (GlaEditorWindow *editor)
{
  GlaVialDesk *self;
  GlaWedge *wedge;
  g_autofree char *now = NULL;

  g_return_val_if_fail (GLA_IS_EDITOR_WINDOW (editor), NULL);

  self = g_object_new (GLA_TYPE_VIAL_DESK, NULL);
  self->editor = editor;
  self->context = g_object_ref (gla_editor_window_get_context (editor));
  read_stock (self);
  now = gla_moment_now (self->context);
  self->group = GLA_SOURCE_GROUP (
    gla_source_group_new (gla_context_get_constants (self->context), self->stock, now));
  make_message (self);
  wedge = gla_wedge_attach (GTK_WINDOW (editor));
  g_signal_connect_object (wedge, "scanned", G_CALLBACK (scanned_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (wedge, "waiting", G_CALLBACK (waiting_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->group, "mix", G_CALLBACK (mix_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->context, "changed", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  return self;
}

GlaSourceGroup *
gla_vial_desk_get_group (GlaVialDesk *self)
{
  g_return_val_if_fail (GLA_IS_VIAL_DESK (self), NULL);

  return self->group;
}

GPtrArray *
gla_vial_desk_get_vials (GlaVialDesk *self)
{
  g_return_val_if_fail (GLA_IS_VIAL_DESK (self), NULL);

  return self->vials;
}

GtkWidget *
gla_vial_desk_get_message (GlaVialDesk *self)
{
  g_return_val_if_fail (GLA_IS_VIAL_DESK (self), NULL);

  return self->message;
}

void
gla_vial_desk_show_needs (GlaVialDesk            *self,
                          const GlaTreatmentForm *form)
{
  g_return_if_fail (GLA_IS_VIAL_DESK (self) && form != NULL);

  g_free (self->needs);
  self->needs = gla_vial_needs_describe (form, self->stock,
                                         gla_editor_window_get_cycles (self->editor)->history,
                                         gla_editor_window_get_amend (self->editor));
  show_message (self);
}
