/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-expect-group.h"

#include "gla-accessible.h"
#include "gla-i18n.h"
#include "gla-record-words.h"

/* What it is and, at the end, when; both belong to the group. */
typedef struct
{
  AdwPreferencesRow *row;
  GtkLabel *value;
} Row;

struct _GlaExpectGroup
{
  AdwBin parent_instance;

  GlaCatalogue *catalogue;
  GPtrArray *estimates;      /* (element-type Row): one for each area */

  AdwPreferencesGroup *group;
  Row judge;
  Row review;
  Row earliest;
};

G_DEFINE_FINAL_TYPE (GlaExpectGroup, gla_expect_group, ADW_TYPE_BIN)

static void
gla_expect_group_finalize (GObject *object)
{
  GlaExpectGroup *self = GLA_EXPECT_GROUP (object);

  g_clear_pointer (&self->catalogue, gla_catalogue_unref);
  g_clear_pointer (&self->estimates, g_ptr_array_unref);
  G_OBJECT_CLASS (gla_expect_group_parent_class)->finalize (object);
}

static void
gla_expect_group_class_init (GlaExpectGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gla_expect_group_finalize;
}

static Row
add_row (GlaExpectGroup *self,
         const char     *title)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW,
                                 "title", title,
                                 "use-markup", FALSE,
                                 "selectable", FALSE,
                                 NULL);
  GtkWidget *value = g_object_new (GTK_TYPE_LABEL,
                                   "xalign", 1.0,
                                   "justify", GTK_JUSTIFY_RIGHT,
                                   NULL);

  gtk_widget_add_css_class (row, "finding");
  gtk_widget_add_css_class (value, "value");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), value);
  adw_preferences_group_add (self->group, row);
  return (Row) { ADW_PREFERENCES_ROW (row), GTK_LABEL (value) };
}

/* A screen reader says both together. */
static void
set_value (const Row  *row,
           const char *text)
{
  g_autofree char *label =
    g_strdup_printf ("%s: %s", adw_preferences_row_get_title (row->row), text);

  gtk_label_set_text (row->value, text);
  gla_accessible_set_label (GTK_WIDGET (row->row), label);
}

static void
gla_expect_group_init (GlaExpectGroup *self)
{
  self->estimates = g_ptr_array_new_with_free_func (g_free);
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _("What to expect"));
  self->judge = add_row (self, _("Judge the effect from"));
  self->review = add_row (self, _("Review visit"));
  self->earliest = add_row (self, _("No sooner again than (label)"));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
}

GtkWidget *
gla_expect_group_new (GlaCatalogue *catalogue)
{
  GlaExpectGroup *self;

  g_return_val_if_fail (catalogue != NULL, NULL);

  self = g_object_new (GLA_TYPE_EXPECT_GROUP, NULL);
  self->catalogue = gla_catalogue_ref (catalogue);
  return GTK_WIDGET (self);
}

static void
set_day (const Row *row,
         GlaDay     day)
{
  g_autofree char *text = gla_day_format (day, GLA_DAY_EXACT);

  set_value (row, text);
}

void
gla_expect_group_show_dates (GlaExpectGroup     *self,
                             const GlaPlanDates *dates)
{
  g_autofree char *from = NULL;
  g_autofree char *until = NULL;
  g_autofree char *last = NULL;
  g_autofree char *best = NULL;
  g_autofree char *limit = NULL;

  g_return_if_fail (GLA_IS_EXPECT_GROUP (self));

  gtk_widget_set_visible (GTK_WIDGET (self->group), dates != NULL);
  if (dates == NULL)
    return;
  set_day (&self->judge, dates->judge_from);
  from = gla_day_format (dates->review_from, GLA_DAY_EXACT);
  until = gla_day_format (dates->review_until, GLA_DAY_EXACT);
  last = gla_day_format (dates->review_last, GLA_DAY_EXACT);
  /* Translators: two dates, one on each line */
  best = g_strdup_printf (_("%s\nto %s"), from, until);
  set_value (&self->review, best);
  /* Translators: a date */
  limit = g_strdup_printf (_("The peak can be judged until %s."), last);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->review.row), limit);
  gtk_widget_set_visible (GTK_WIDGET (self->earliest.row), dates->earliest != GLA_DAY_NONE);
  if (dates->earliest != GLA_DAY_NONE)
    set_day (&self->earliest, dates->earliest);
}

void
gla_expect_group_set_n_estimates (GlaExpectGroup *self,
                                  guint           n)
{
  g_return_if_fail (GLA_IS_EXPECT_GROUP (self));

  while (self->estimates->len > n)
    {
      guint last = self->estimates->len - 1;
      const Row *row = self->estimates->pdata[last];

      adw_preferences_group_remove (self->group, GTK_WIDGET (row->row));
      g_ptr_array_remove_index (self->estimates, last);
    }
}

void
gla_expect_group_set_estimate (GlaExpectGroup    *self,
                               guint              index,
                               const GlaEstimate *estimate)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *title = NULL;
  g_autofree char *band = NULL;
  g_autofree char *sentences = NULL;
  const Row *row;

  g_return_if_fail (GLA_IS_EXPECT_GROUP (self) && estimate != NULL);
  g_return_if_fail (index <= self->estimates->len);

  if (index == self->estimates->len)
    {
      Row added = add_row (self, "");

      g_ptr_array_add (self->estimates, g_memdup2 (&added, sizeof added));
    }
  row = self->estimates->pdata[index];
  /* Translators: an area; the effect will probably wear off, an estimate */
  title = g_strdup_printf (_("%s wears off (estimate)"),
                           gla_record_words_area (self->catalogue, estimate->cycle->area));
  first = gla_day_format (estimate->days[GLA_ESTIMATE_10], GLA_DAY_EXACT);
  last = gla_day_format (estimate->days[GLA_ESTIMATE_90], GLA_DAY_EXACT);
  /* Translators: two dates, one on each line */
  band = g_strdup_printf (_("%s\nto %s"), first, last);
  sentences = gla_estimate_describe (estimate);
  adw_preferences_row_set_title (row->row, title);
  set_value (row, band);
  gtk_widget_set_tooltip_text (GTK_WIDGET (row->row), sentences);
}
