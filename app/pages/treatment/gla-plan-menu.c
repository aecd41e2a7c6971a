/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-plan-menu.h"

#include "gla-i18n.h"
#include "gla-plan-form.h"
#include "gla-store-plan.h"
#include "gla-store-read.h"
#include "gla-store-write.h"

struct _GlaPlanMenu
{
  AdwBin parent_instance;

  /* Owned */
  GlaContext *context;
  GlaHistory *history;
  GlaTreatmentPlan *open;    /* that no treatment began with, or NULL */
  GlaTreatmentPlan *taken;   /* that is compared with, or NULL */

  GlaCollectFunc collect;
  gpointer collect_data;
  gboolean writing;

  /* Made in code; they belong to the menu */
  GtkButton *take_button;
  GtkMenuButton *button;
  GtkLabel *what_label;
  GtkWidget *keep_button;
  GtkWidget *change_button;
  GtkWidget *remove_button;
  GtkWidget *undo_button;
};

G_DEFINE_FINAL_TYPE (GlaPlanMenu, gla_plan_menu, ADW_TYPE_BIN)

enum { SIGNAL_CHOSEN, SIGNAL_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
set_plan (GlaTreatmentPlan       **place,
          const GlaTreatmentPlan  *plan)
{
  GlaTreatmentPlan *copy = plan != NULL ? gla_treatment_plan_new (plan) : NULL;

  g_clear_pointer (place, gla_treatment_plan_unref);
  *place = copy;
}

static void
show_take_button (GlaPlanMenu *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->take_button),
                          self->open != NULL && self->taken == NULL);
  if (self->open != NULL)
    {
      g_autofree char *day = gla_day_format (self->open->day, GLA_DAY_EXACT);
      /* Translators: %s is the day on which a plan was drawn; the button, beside the one that
         is called “Plan”, fills it in */
      g_autofree char *label = g_strdup_printf (_("Take Up %s"), day);
      /* Translators: %s is the day on which a plan was drawn */
      g_autofree char *tip = g_strdup_printf (_("Fill in the plan of %s"), day);

      gtk_button_set_label (self->take_button, label);
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->take_button), tip);
    }
}

/* @removed: (nullable): what was just done and can be undone */
static void
show_plan (GlaPlanMenu *self,
           const char  *removed)
{
  g_autoptr (GlaTreatmentForm) form = self->collect (self->collect_data);
  g_autofree char *content = gla_plan_from_form (form);
  g_autofree char *text = NULL;

  if (removed != NULL)
    text = g_strdup (removed);
  else if (self->open != NULL)
    {
      g_autofree char *day = gla_day_format (self->open->day, GLA_DAY_EXACT);
      g_autofree char *what = gla_plan_describe (self->open->content,
                                                 gla_context_get_catalogue (self->context));

      /* Translators: the day on which a plan was drawn, then units and areas */
      text = g_strdup_printf (_("Plan of %s, not given yet. %s"), day, what);
    }
  else
    text = g_strdup (_("No plan is open. Fill in areas and units, and keep them here for this "
                       "patient until they are given."));
  gtk_label_set_text (self->what_label, text);
  gtk_widget_set_visible (self->keep_button, self->open == NULL);
  gtk_widget_set_visible (self->change_button, self->open != NULL);
  gtk_widget_set_visible (self->remove_button, self->open != NULL);
  gtk_widget_set_visible (self->undo_button, removed != NULL);
  gtk_widget_set_sensitive (self->keep_button, content != NULL);
  gtk_widget_set_sensitive (self->change_button,
                            self->open != NULL && content != NULL
                              && g_strcmp0 (content, self->open->content) != 0);
  show_take_button (self);
}

static void
shown_cb (GlaPlanMenu *self)
{
  show_plan (self, NULL);
}

static void
take_cb (GlaPlanMenu *self)
{
  if (self->open == NULL)
    return;
  set_plan (&self->taken, self->open);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
  show_take_button (self);
}

/* A write of the plan, and what is said when it is done. */
typedef struct
{
  GlaContext *context;
  GlaTreatmentPlan *plan;
  GlaTreatmentPlan *before;   /* what it was, or NULL */
  gboolean remove;
  GWeakRef menu;
} Write;

static void
write_free (Write *write)
{
  g_object_unref (write->context);
  gla_treatment_plan_unref (write->plan);
  g_clear_pointer (&write->before, gla_treatment_plan_unref);
  g_weak_ref_clear (&write->menu);
  g_free (write);
}

static gpointer
write_plan (GlaStore      *store,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  const GlaTreatmentPlan *plan = data;
  char *id = NULL;

  if (plan->id == NULL)
    return gla_store_add_plan (store, plan, &id, error) ? id : NULL;
  return gla_store_amend_plan (store, plan, error) ? g_strdup (plan->id) : NULL;
}

static gpointer
remove_plan (GlaStore      *store,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  const GlaTreatmentPlan *plan = data;

  return gla_store_void (store, GLA_TABLE_TREATMENT_PLAN, plan->id, _("Not to be given"), error)
           ? g_strdup (plan->id)
           : NULL;
}

static void
did_remove (Write       *write,
            GlaPlanMenu *self,
            const char  *id)
{
  gla_context_did_void (write->context, _("Plan removed"), GLA_TABLE_TREATMENT_PLAN,
                        (const char *const[]) { id, NULL });
  if (self == NULL)
    return;
  set_plan (&self->open, NULL);
  set_plan (&self->taken, NULL);
  show_plan (self, _("Plan removed"));
  if (gtk_widget_get_mapped (self->undo_button))
    gtk_widget_grab_focus (self->undo_button);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
did_write (Write       *write,
           GlaPlanMenu *self,
           const char  *id)
{
  GlaTreatmentPlan plan = *write->plan;

  if (plan.id == NULL)
    gla_context_did_add (write->context, _("Plan kept"), GLA_TABLE_TREATMENT_PLAN,
                         (const char *const[]) { id, NULL });
  else
    {
      GlaTreatmentPlan before = *write->before;

      before.revision++;
      gla_context_did (write->context, _("Plan changed"), write_plan,
                       gla_treatment_plan_new (&before),
                       (GDestroyNotify) gla_treatment_plan_unref);
    }
  if (self == NULL)
    return;
  plan.id = id;
  plan.revision++;
  set_plan (&self->open, &plan);
  set_plan (&self->taken, &plan);
  show_plan (self, NULL);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Write *write = user_data;
  g_autoptr (GlaPlanMenu) self = g_weak_ref_get (&write->menu);
  g_autoptr (GError) error = NULL;
  g_autofree char *id =
    gla_store_worker_run_finish (GLA_STORE_WORKER (source), result, &error);

  if (self != NULL)
    self->writing = FALSE;
  if (id == NULL)
    gla_context_show_error (write->context, _("The plan stays as it was"), error);
  else if (write->remove)
    did_remove (write, self, id);
  else
    did_write (write, self, id);
  write_free (write);
}

static void
run_write (GlaPlanMenu            *self,
           const GlaTreatmentPlan *plan,
           gboolean                remove)
{
  Write *write;

  if (self->writing)
    return;
  self->writing = TRUE;
  write = g_new0 (Write, 1);
  write->context = g_object_ref (self->context);
  write->plan = gla_treatment_plan_new (plan);
  write->before = self->open != NULL ? gla_treatment_plan_ref (self->open) : NULL;
  write->remove = remove;
  g_weak_ref_init (&write->menu, self);
  gla_store_worker_run_async (gla_context_get_worker (self->context),
                              remove ? remove_plan : write_plan,
                              gla_treatment_plan_ref (write->plan),
                              (GDestroyNotify) gla_treatment_plan_unref, g_free, NULL, written_cb,
                              write);
}

/* The keyboard must not stay in a popover that nobody sees any more. */
static void
pop_down (GlaPlanMenu *self)
{
  gtk_menu_button_popdown (self->button);
  gtk_widget_grab_focus (GTK_WIDGET (self->button));
}

/* What is filled in becomes the open plan: a new one, or the same with another content. */
static void
keep_cb (GlaPlanMenu *self)
{
  g_autoptr (GlaTreatmentForm) form = self->collect (self->collect_data);
  g_autofree char *content = gla_plan_from_form (form);

  if (content == NULL)
    return;
  run_write (self,
             &(GlaTreatmentPlan) {
               .id = self->open != NULL ? self->open->id : NULL,
               .patient = self->history->patient->id,
               .day = gla_context_get_today (self->context),
               .staff = gla_context_get_author (self->context),
               .content = content,
               .revision = self->open != NULL ? self->open->revision : 0,
             },
             FALSE);
  pop_down (self);
}

static void
remove_cb (GlaPlanMenu *self)
{
  if (self->open != NULL)
    run_write (self, self->open, TRUE);
}

static void
restored_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GlaPlanMenu) self = user_data;
  g_autoptr (GError) error = NULL;
  GlaHistory *history = gla_store_worker_run_finish (GLA_STORE_WORKER (source), result, &error);

  if (history == NULL)
    return;
  set_plan (&self->open, gla_history_find_open_plan (history));
  gla_history_unref (history);
  /* The form that it asks is gone with its window. */
  if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    show_plan (self, NULL);
}

/* Behind what is being undone: the worker does one thing after the other. */
static gpointer
read_history (GlaStore      *store,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  return gla_store_read_history (store, data, error);
}

static void
undo_cb (GlaPlanMenu *self)
{
  gla_context_undo (self->context);
  pop_down (self);
  gla_store_worker_run_async (gla_context_get_worker (self->context), read_history,
                              g_strdup (self->history->patient->id), g_free,
                              (GDestroyNotify) gla_history_unref, NULL, restored_cb,
                              g_object_ref (self));
}

static void
gla_plan_menu_finalize (GObject *object)
{
  GlaPlanMenu *self = GLA_PLAN_MENU (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->history, gla_history_unref);
  g_clear_pointer (&self->open, gla_treatment_plan_unref);
  g_clear_pointer (&self->taken, gla_treatment_plan_unref);
  G_OBJECT_CLASS (gla_plan_menu_parent_class)->finalize (object);
}

static void
gla_plan_menu_class_init (GlaPlanMenuClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gla_plan_menu_finalize;
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
add_button (GlaPlanMenu *self,
            GtkWidget   *box,
            const char  *mnemonic,
            GCallback    callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (mnemonic);

  g_signal_connect_swapped (button, "clicked", callback, self);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static GtkWidget *
make_content (GlaPlanMenu *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->what_label = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0,
                                   "max-width-chars", 48, NULL);
  self->keep_button = add_button (self, buttons, _("_Keep as Plan"), G_CALLBACK (keep_cb));
  self->change_button = add_button (self, buttons, _("C_hange to What Is Filled In"),
                                    G_CALLBACK (keep_cb));
  self->remove_button = add_button (self, buttons, _("Remo_ve Plan"), G_CALLBACK (remove_cb));
  self->undo_button = add_button (self, buttons, _("_Undo"), G_CALLBACK (undo_cb));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->what_label));
  gtk_box_append (GTK_BOX (box), buttons);
  return box;
}

static void
gla_plan_menu_init (GlaPlanMenu *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *popover = gtk_popover_new ();

  gtk_widget_add_css_class (box, "linked");
  gtk_popover_set_child (GTK_POPOVER (popover), make_content (self));
  g_signal_connect_swapped (popover, "show", G_CALLBACK (shown_cb), self);
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_label (self->button, _("Pl_an"));
  gtk_menu_button_set_use_underline (self->button, TRUE);
  gtk_menu_button_set_popover (self->button, popover);
  self->take_button = GTK_BUTTON (gtk_button_new ());
  g_signal_connect_swapped (self->take_button, "clicked", G_CALLBACK (take_cb), self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->button));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->take_button));
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
gla_plan_menu_new (GlaContext       *context,
                   const GlaHistory *history,
                   GlaCollectFunc    collect,
                   gpointer          data)
{
  GlaPlanMenu *self;

  g_return_val_if_fail (GLA_IS_CONTEXT (context) && history != NULL && collect != NULL, NULL);

  self = g_object_new (GLA_TYPE_PLAN_MENU, NULL);
  self->context = g_object_ref (context);
  self->history = gla_history_ref (history);
  self->collect = collect;
  self->collect_data = data;
  set_plan (&self->open, gla_history_find_open_plan (history));
  show_take_button (self);
  return GTK_WIDGET (self);
}

void
gla_plan_menu_take (GlaPlanMenu *self,
                    const char  *id)
{
  g_return_if_fail (GLA_IS_PLAN_MENU (self));

  /* One that was kept in this window is not in the history that it began with. */
  if (self->open != NULL && g_strcmp0 (self->open->id, id) == 0)
    set_plan (&self->taken, self->open);
  else
    set_plan (&self->taken, gla_history_find_plan (self->history, id));
  show_take_button (self);
}

const GlaTreatmentPlan *
gla_plan_menu_get_taken (GlaPlanMenu *self)
{
  g_return_val_if_fail (GLA_IS_PLAN_MENU (self), NULL);

  return self->taken;
}

gboolean
gla_plan_menu_focus (GlaPlanMenu *self)
{
  g_return_val_if_fail (GLA_IS_PLAN_MENU (self), FALSE);

  return gtk_widget_get_visible (GTK_WIDGET (self->take_button))
         && gtk_widget_grab_focus (GTK_WIDGET (self->take_button));
}

void
gla_plan_menu_add_controller (GlaPlanMenu        *self,
                              GtkEventController *controller)
{
  g_return_if_fail (GLA_IS_PLAN_MENU (self));

  gtk_widget_add_controller (GTK_WIDGET (self->take_button), controller);
}

void
gla_plan_menu_hide_instead (GlaPlanMenu *self,
                            GtkWidget   *other)
{
  g_return_if_fail (GLA_IS_PLAN_MENU (self) && GTK_IS_WIDGET (other));

  g_object_bind_property (self->take_button, "visible", other, "visible",
                          G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
}
