/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-copy-print.h"

#include "gla-i18n.h"
#include "gla-print-inside.h"
#include "gla-store-read.h"

#include <poppler.h>

/* Pages of all copies; of the files one at a time is open. */
typedef struct
{
  GPtrArray *copies;
  GArray *first_pages;   /* (element-type guint): of each copy, and the end */
  PopplerDocument *open;
  guint open_copy;
} Reel;

static void
reel_free (gpointer data)
{
  Reel *self = data;

  g_ptr_array_unref (self->copies);
  g_array_unref (self->first_pages);
  g_clear_object (&self->open);
  g_free (self);
}

static gboolean
reel_open (Reel     *self,
           guint     copy,
           GError  **error)
{
  if (self->open != NULL && self->open_copy == copy)
    return TRUE;
  g_clear_object (&self->open);
  self->open = poppler_document_new_from_bytes (self->copies->pdata[copy], NULL, error);
  self->open_copy = copy;
  return self->open != NULL;
}

static Reel *
reel_new (GPtrArray     *copies,
          const GArray  *n_pages,
          GError       **error)
{
  Reel *self = g_new0 (Reel, 1);
  guint n = 0;

  self->copies = g_ptr_array_ref (copies);
  self->first_pages = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < copies->len; i++)
    {
      g_array_append_val (self->first_pages, n);
      if (n_pages != NULL)
        {
          n += g_array_index (n_pages, guint, i);
          continue;
        }
      if (!reel_open (self, i, error))
        {
          reel_free (self);
          return NULL;
        }
      n += (guint) poppler_document_get_n_pages (self->open);
    }
  g_array_append_val (self->first_pages, n);
  return self;
}

static guint
reel_find (const Reel *self,
           guint       page)
{
  guint copy = 0;

  while (copy + 1 < self->copies->len
         && g_array_index (self->first_pages, guint, copy + 1) <= page)
    copy++;
  return copy;
}

/* (transfer full) (nullable) */
static PopplerPage *
reel_get (Reel  *self,
          guint  page)
{
  guint copy = reel_find (self, page);

  if (!reel_open (self, copy, NULL))
    return NULL;
  return poppler_document_get_page (
    self->open, (int) (page - g_array_index (self->first_pages, guint, copy)));
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *print,
              int                number,
              Reel              *reel)
{
  PopplerPage *page = reel_get (reel, (guint) number);

  if (page == NULL)
    return;
  poppler_page_render_for_printing (page, gtk_print_context_get_cairo_context (print));
  g_object_unref (page);
}

static GtkPageSetup *
make_setup (Reel *reel)
{
  PopplerPage *page = reel_get (reel, 0);
  GtkPageSetup *setup = gtk_page_setup_new ();
  GtkPaperSize *paper;
  double width = 0, height = 0;

  if (page != NULL)
    poppler_page_get_size (page, &width, &height);
  g_clear_object (&page);
  /* The two that sheets are made for; Letter is the wider one. */
  paper = gtk_paper_size_new (width > 600 ? GTK_PAPER_NAME_LETTER : GTK_PAPER_NAME_A4);
  gtk_page_setup_set_paper_size (setup, paper);
  gtk_paper_size_free (paper);
  return setup;
}

GtkPrintOperation *
gla_copy_print_new (GPtrArray     *copies,
                    const GArray  *n_pages,
                    const char    *title,
                    GError       **error)
{
  g_autoptr (GtkPageSetup) setup = NULL;
  GtkPrintOperation *operation;
  Reel *reel;

  g_return_val_if_fail (copies != NULL && copies->len > 0, NULL);
  g_return_val_if_fail (n_pages == NULL || n_pages->len == copies->len, NULL);
  g_return_val_if_fail (title != NULL, NULL);

  reel = reel_new (copies, n_pages, error);
  if (reel == NULL)
    return NULL;
  setup = make_setup (reel);
  operation = gtk_print_operation_new ();
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_show_progress (operation, TRUE);
  gtk_print_operation_set_job_name (operation, title);
  gtk_print_operation_set_n_pages (
    operation, (int) g_array_index (reel->first_pages, guint, copies->len));
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_page_cb), reel,
                         (GClosureNotify) (void (*) (void)) reel_free, 0);
  return operation;
}

/* With a dialog */

typedef struct
{
  GlaContext *context;
  void (*done) (gpointer user_data);
  gpointer user_data;
  GDestroyNotify destroy;
} Run;

static void
run_free (gpointer data)
{
  Run *self = data;

  g_object_unref (self->context);
  if (self->destroy != NULL)
    self->destroy (self->user_data);
  g_free (self);
}

/* The printer of last time and how it prints; where to is never kept, it may name somebody. */
static void
keep_settings (GlaContext        *context,
               GtkPrintOperation *operation)
{
  GtkPrintSettings *settings = gtk_print_operation_get_print_settings (operation);
  g_autoptr (GVariant) value = NULL;

  if (settings == NULL)
    return;
  gtk_print_settings_unset (settings, GTK_PRINT_SETTINGS_OUTPUT_URI);
  gtk_print_settings_unset (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME);
  gtk_print_settings_unset (settings, GTK_PRINT_SETTINGS_OUTPUT_DIR);
  gtk_print_settings_unset (settings, GTK_PRINT_SETTINGS_PRINT_PAGES);
  gtk_print_settings_unset (settings, GTK_PRINT_SETTINGS_PAGE_RANGES);
  gtk_print_settings_unset (settings, GTK_PRINT_SETTINGS_N_COPIES);
  /* Of one job, too: the next handout would lose its even pages. */
  gtk_print_settings_unset (settings, GTK_PRINT_SETTINGS_PAGE_SET);
  gtk_print_settings_unset (settings, GTK_PRINT_SETTINGS_SCALE);
  gtk_print_settings_unset (settings, GTK_PRINT_SETTINGS_REVERSE);
  gtk_print_settings_unset (settings, GTK_PRINT_SETTINGS_NUMBER_UP);
  gtk_print_settings_unset (settings, GTK_PRINT_SETTINGS_NUMBER_UP_LAYOUT);
  value = g_variant_ref_sink (gtk_print_settings_to_gvariant (settings));
  g_settings_set_value (gla_context_get_settings (context), "print-settings", value);
}

static void
take_settings (GlaContext        *context,
               GtkPrintOperation *operation)
{
  g_autoptr (GVariant) value = g_settings_get_value (gla_context_get_settings (context),
                                                     "print-settings");
  g_autoptr (GtkPrintSettings) settings = NULL;

  if (g_variant_n_children (value) == 0)
    return;
  settings = gtk_print_settings_new_from_gvariant (value);
  gtk_print_operation_set_print_settings (operation, settings);
}

static void
done_cb (GtkPrintOperation       *operation,
         GtkPrintOperationResult  result,
         Run                     *run)
{
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    {
      keep_settings (run->context, operation);
      if (run->done != NULL)
        run->done (run->user_data);
    }
  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  gla_context_show_error (run->context, _("The sheet was not printed"), error);
}

void
gla_copy_print_run (GtkWindow      *parent,
                    GlaContext     *context,
                    GPtrArray      *copies,
                    const GArray   *n_pages,
                    const char     *title,
                    void          (*done) (gpointer user_data),
                    gpointer        user_data,
                    GDestroyNotify  destroy)
{
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GError) error = NULL;
  Run *run;

  g_return_if_fail (GLA_IS_CONTEXT (context));

  run = g_new0 (Run, 1);
  run->context = g_object_ref (context);
  run->done = done;
  run->user_data = user_data;
  run->destroy = destroy;
  operation = gla_copy_print_new (copies, n_pages, title, &error);
  if (operation == NULL)
    {
      gla_context_show_error (context, _("The sheet was not printed"), error);
      run_free (run);
      return;
    }
  gla_print_keep_inside (operation, context);
  take_settings (context, operation);
  g_signal_connect_data (operation, "done", G_CALLBACK (done_cb), run,
                         (GClosureNotify) (void (*) (void)) run_free, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
}

/* Once more, from the record */

typedef struct
{
  GtkWindow *parent;
  GlaContext *context;
} Again;

static gpointer
read_in_worker (GlaStore      *store,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  return gla_store_read_copy (store, data, NULL, error);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Again *again = user_data;
  g_autoptr (GError) error = NULL;
  GBytes *copy = gla_store_worker_run_finish (GLA_STORE_WORKER (source), result, &error);
  g_autoptr (GPtrArray) copies
    = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  if (copy != NULL)
    {
      g_ptr_array_add (copies, copy);
      /* Translators: name of a print job: a sheet that was given before */
      gla_copy_print_run (again->parent, again->context, copies, NULL, _("Copy of a sheet"), NULL,
                          NULL, NULL);
    }
  else
    gla_context_show_error (again->context, _("The sheet was not printed"), error);
  g_object_unref (again->parent);
  g_object_unref (again->context);
  g_free (again);
}

void
gla_copy_print_document (GtkWindow  *parent,
                         GlaContext *context,
                         const char *id)
{
  Again *again;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (GLA_IS_CONTEXT (context));
  g_return_if_fail (id != NULL);

  again = g_new0 (Again, 1);
  again->parent = g_object_ref (parent);
  again->context = g_object_ref (context);
  gla_store_worker_run_async (gla_context_get_worker (context), read_in_worker, g_strdup (id),
                              g_free, (GDestroyNotify) g_bytes_unref, NULL, read_cb, again);
}
