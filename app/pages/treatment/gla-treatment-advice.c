/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-treatment-advice.h"

#include "gla-check-group.h"
#include "gla-expect-group.h"
#include "gla-treatment-checker.h"

/* Milliseconds without a key before it is looked at what was typed. */
#define PAUSE 120

struct _GlaTreatmentAdvice
{
  AdwBin parent_instance;

  /* Owned */
  GlaTreatmentChecker *checker;

  GlaCheckGroup *checks;
  GlaExpectGroup *expectations;
  GlaCollectFunc collect;
  gpointer collect_data;
  guint pause;               /* source, or 0 */
  GCancellable *estimating;  /* or NULL */
};

G_DEFINE_FINAL_TYPE (GlaTreatmentAdvice, gla_treatment_advice, ADW_TYPE_BIN)

/* Whoever is told that it was cancelled leaves the widget alone, which may be gone. */
static void
stop_estimating (GlaTreatmentAdvice *self)
{
  g_cancellable_cancel (self->estimating);
  g_clear_object (&self->estimating);
}

static void
gla_treatment_advice_dispose (GObject *object)
{
  GlaTreatmentAdvice *self = GLA_TREATMENT_ADVICE (object);

  g_clear_handle_id (&self->pause, g_source_remove);
  stop_estimating (self);
  G_OBJECT_CLASS (gla_treatment_advice_parent_class)->dispose (object);
}

static void
gla_treatment_advice_finalize (GObject *object)
{
  GlaTreatmentAdvice *self = GLA_TREATMENT_ADVICE (object);

  g_clear_pointer (&self->checker, gla_treatment_checker_free);
  G_OBJECT_CLASS (gla_treatment_advice_parent_class)->finalize (object);
}

static void
gla_treatment_advice_class_init (GlaTreatmentAdviceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = gla_treatment_advice_dispose;
  object_class->finalize = gla_treatment_advice_finalize;
}

static void
gla_treatment_advice_init (GlaTreatmentAdvice *self)
{
}

static void
estimated_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GPtrArray) estimates = gla_treatment_checker_estimate_finish (result);
  GlaTreatmentAdvice *self = user_data;

  if (estimates == NULL)
    return;
  for (guint i = 0; i < estimates->len; i++)
    gla_expect_group_set_estimate (self->expectations, i, estimates->pdata[i]);
  gla_expect_group_set_n_estimates (self->expectations, estimates->len);
}

static void
judge (GlaTreatmentAdvice *self)
{
  g_autoptr (GlaTreatmentForm) form = self->collect (self->collect_data);
  GlaPlanDates dates;
  gboolean known;

  g_clear_handle_id (&self->pause, g_source_remove);
  stop_estimating (self);
  gla_treatment_checker_judge (self->checker, form);
  known = gla_treatment_checker_get_dates (self->checker, &dates);
  gla_check_group_show (self->checks, gla_treatment_checker_get_findings (self->checker));
  gla_expect_group_show_dates (self->expectations, known ? &dates : NULL);
  self->estimating = g_cancellable_new ();
  gla_treatment_checker_estimate_async (self->checker, self->estimating, estimated_cb, self);
}

static gboolean
pause_cb (gpointer user_data)
{
  GlaTreatmentAdvice *self = user_data;

  self->pause = 0;
  judge (self);
  return G_SOURCE_REMOVE;
}

GtkWidget *
gla_treatment_advice_new (GlaContext     *context,
                          GlaCycles      *cycles,
                          GPtrArray      *vials,
                          const char     *amend,
                          GlaPlanAsks     asks,
                          GlaCollectFunc  collect,
                          gpointer        data)
{
  GlaTreatmentAdvice *self;
  GtkWidget *box;

  g_return_val_if_fail (cycles != NULL && collect != NULL, NULL);

  self = g_object_new (GLA_TYPE_TREATMENT_ADVICE, NULL);
  self->checker = gla_treatment_checker_new (context, cycles, vials, amend, asks);
  self->collect = collect;
  self->collect_data = data;
  self->checks = GLA_CHECK_GROUP (gla_check_group_new (cycles->history, cycles->catalogue));
  self->expectations = GLA_EXPECT_GROUP (gla_expect_group_new (cycles->catalogue));
  gla_expect_group_show_dates (self->expectations, NULL);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->checks));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->expectations));
  adw_bin_set_child (ADW_BIN (self), box);
  return GTK_WIDGET (self);
}

void
gla_treatment_advice_changed (GlaTreatmentAdvice *self)
{
  g_return_if_fail (GLA_IS_TREATMENT_ADVICE (self));

  g_clear_handle_id (&self->pause, g_source_remove);
  self->pause = g_timeout_add_full (G_PRIORITY_DEFAULT_IDLE, PAUSE, pause_cb, self, NULL);
}

char *
gla_treatment_advice_dup_block (GlaTreatmentAdvice *self)
{
  g_autoptr (GPtrArray) blocks = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (GLA_IS_TREATMENT_ADVICE (self), NULL);

  judge (self);
  blocks = gla_treatment_checker_list_blocks (self->checker);
  for (guint i = 0; i < blocks->len; i++)
    {
      const GlaFinding *finding = blocks->pdata[i];

      if (i > 0)
        g_string_append_c (text, '\n');
      if (!g_str_has_prefix (finding->text, finding->chip))
        g_string_append_printf (text, "%s. ", finding->chip);
      g_string_append (text, finding->text);
    }
  return blocks->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

void
gla_treatment_advice_give_reason (GlaTreatmentAdvice *self,
                                  GlaTreatmentForm   *form,
                                  const char         *reason)
{
  g_autoptr (GPtrArray) blocks = NULL;
  char *deviation;

  g_return_if_fail (GLA_IS_TREATMENT_ADVICE (self) && form != NULL && reason != NULL);

  gla_treatment_checker_judge (self->checker, form);
  blocks = gla_treatment_checker_list_blocks (self->checker);
  if (blocks->len == 0)
    return;
  deviation = gla_treatment_checker_give_reason (blocks, form->deviation, reason);
  g_free (form->deviation);
  form->deviation = deviation;
}
