/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-sheet-review.h"

#include "gla-i18n.h"
#include "gla-language.h"
#include "gla-translation-review.h"

struct _GlaSheetReview
{
  AdwBin parent_instance;

  /* Template */
  GtkRevealer *revealer;
  GtkLabel *label;
  GtkButton *confirm_button;
  GtkButton *withdraw_button;
};

G_DEFINE_FINAL_TYPE (GlaSheetReview, gla_sheet_review, ADW_TYPE_BIN)

enum { SIGNAL_MARKED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
confirm_cb (GlaSheetReview *self)
{
  g_signal_emit (self, signals[SIGNAL_MARKED], 0, TRUE);
}

static void
withdraw_cb (GlaSheetReview *self)
{
  g_signal_emit (self, signals[SIGNAL_MARKED], 0, FALSE);
}

static void
gla_sheet_review_class_init (GlaSheetReviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[SIGNAL_MARKED] = g_signal_new ("marked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/glabella/Glabella/ui/pages/print/gla-sheet-review.ui");
  gtk_widget_class_bind_template_child (widget_class, GlaSheetReview, revealer);
  gtk_widget_class_bind_template_child (widget_class, GlaSheetReview, label);
  gtk_widget_class_bind_template_child (widget_class, GlaSheetReview, confirm_button);
  gtk_widget_class_bind_template_child (widget_class, GlaSheetReview, withdraw_button);
  gtk_widget_class_bind_template_callback (widget_class, confirm_cb);
  gtk_widget_class_bind_template_callback (widget_class, withdraw_cb);
}

static void
gla_sheet_review_init (GlaSheetReview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
dup_words (const char *reader,
           GlaDay      day)
{
  g_autofree char *text = NULL;

  if (reader == NULL)
    return g_strdup (_("Translated by machine. The sheet says so until somebody of the clinic has "
                       "read it and found it good."));
  text = gla_day_format (day, GLA_DAY_EXACT);
  /* Translators: name of a person and a date */
  return g_strdup_printf (_("Translation reviewed by %s on %s."), reader, text);
}

/* A mark without a name is none. */
static void
show_buttons (GlaSheetReview *self,
              gboolean        reviewed,
              gboolean        has_name)
{
  gtk_widget_set_visible (GTK_WIDGET (self->confirm_button), !reviewed);
  gtk_widget_set_visible (GTK_WIDGET (self->withdraw_button), reviewed);
  gtk_widget_set_sensitive (GTK_WIDGET (self->confirm_button), has_name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->confirm_button),
                               has_name ? NULL
                                        : _("Say in the main window who is working, then mark it."));
}

void
gla_sheet_review_show (GlaSheetReview           *self,
                       const GlaSheetSubject    *subject,
                       const GlaHandoutTemplate *template,
                       const char               *language)
{
  const GlaLanguage *spoken;
  g_autofree char *reader = NULL;
  g_autofree char *text = NULL;
  gboolean translated;
  GlaDay day = GLA_DAY_NONE;

  g_return_if_fail (GLA_IS_SHEET_REVIEW (self));
  g_return_if_fail (subject != NULL && template != NULL && language != NULL);

  spoken = gla_language_load (language, NULL);
  translated = !template->is_own && spoken != NULL && spoken != gla_language_get_english ();
  gtk_revealer_set_reveal_child (self->revealer, translated);
  if (!translated)
    return;
  reader = gla_translation_reviews_find (subject->input.reviewed, template->key, template->version,
                                         gla_language_get_tag (spoken), &day);
  text = dup_words (reader, day);
  gtk_label_set_text (self->label, text);
  show_buttons (self, reader != NULL, subject->input.staff != NULL);
}
