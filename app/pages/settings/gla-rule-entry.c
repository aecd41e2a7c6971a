/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-rule-entry.h"

#include "gla-house-rule.h"
#include "gla-i18n.h"
#include "gla-number.h"
#include "gla-small-form.h"
#include "gla-store-constant.h"

/* One value, or none: then the one of the catalogue holds. */
typedef struct
{
  char *name;
  gboolean is_own;
  double low;
  double high;
  char *reason;
} Value;

static Value *
value_new (const GlaConstant *rule,
           gboolean           is_own,
           double             low,
           double             high,
           const char        *reason)
{
  Value *value = g_new0 (Value, 1);

  value->name = g_strdup (rule->name);
  value->is_own = is_own;
  value->low = low;
  value->high = high;
  value->reason = g_strdup (reason);
  return value;
}

static void
value_free (gpointer data)
{
  Value *value = data;

  g_free (value->name);
  g_free (value->reason);
  g_free (value);
}

static gpointer
put_value (GlaStore      *store,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  const Value *value = data;

  if (value->is_own)
    gla_store_put_constant (store, value->name, value->low, value->high, value->reason, error);
  else
    gla_store_reset_constant (store, value->name, value->reason, error);
  return NULL;
}

/* Saving */

typedef struct
{
  GlaContext *context;
  char *text;      /* what was done */
  Value *before;
} Saving;

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Saving *saving = user_data;
  g_autoptr (GError) error = NULL;

  gla_store_worker_run_finish (GLA_STORE_WORKER (source), result, &error);
  if (error != NULL)
    {
      gla_context_show_error (saving->context,
                              _("The house rule was not saved and stays as it was."), error);
      value_free (saving->before);
    }
  else
    {
      gla_context_did (saving->context, saving->text, put_value, saving->before, value_free);
    }
  g_object_unref (saving->context);
  g_free (saving->text);
  g_free (saving);
}

static void
save (GlaContext        *context,
      const GlaConstant *rule,
      GPtrArray         *own,
      Value             *after)
{
  Saving *saving = g_new0 (Saving, 1);
  g_autofree char *value = gla_house_rule_dup_value (rule, after->low, after->high);
  double low, high;
  gboolean was_own = gla_house_rule_get_value (rule, own, &low, &high);

  saving->context = g_object_ref (context);
  saving->before = value_new (rule, was_own, low, high, _("Undone right after"));
  /* Translators: title of a house rule, its value */
  saving->text = g_strdup_printf (_("%s: now %s"), gla_house_rule_get_title (rule), value);
  gla_store_worker_run_async (gla_context_get_worker (context), put_value, after, value_free, NULL,
                              NULL, saved_cb, saving);
}

/* The form */

typedef struct
{
  GlaContext *context;
  const GlaConstant *rule;
  AdwEntryRow *low_row;    /* NULL to restore */
  AdwEntryRow *high_row;   /* NULL for a single value */
  AdwEntryRow *reason_row;
} Entry;

static void
entry_free (gpointer  data,
            GClosure *closure)
{
  Entry *entry = data;

  g_object_unref (entry->context);
  g_free (entry);
}

static gboolean
read_number (GlaSmallForm *form,
             AdwEntryRow  *row,
             double       *value)
{
  g_autofree char *text = gla_small_form_dup_text (row);

  if (text != NULL && gla_number_parse (text, value))
    return TRUE;
  gla_small_form_set_error (form, row, _("Give a number."));
  return FALSE;
}

static void
save_cb (GlaSmallForm *form,
         gpointer      user_data)
{
  Entry *entry = user_data;
  const GlaConstant *rule = entry->rule;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) own = NULL;
  g_autofree char *fault = NULL;
  g_autofree char *reason = gla_small_form_dup_text (entry->reason_row);
  double low = rule->low, high = rule->high;
  double low_before, high_before;

  if (entry->low_row != NULL && !read_number (form, entry->low_row, &low))
    return;
  if (entry->low_row != NULL)
    high = low;
  if (entry->high_row != NULL && !read_number (form, entry->high_row, &high))
    return;
  own = gla_store_list_constants (gla_context_get_reader (entry->context), &error);
  if (own == NULL)
    {
      gla_small_form_set_error (form, NULL, error->message);
      return;
    }
  fault = gla_house_rule_dup_fault (rule, gla_context_get_catalogue (entry->context), own, low,
                                    high);
  if (fault != NULL)
    {
      gla_small_form_set_error (form, entry->low_row, fault);
      return;
    }
  gla_house_rule_get_value (rule, own, &low_before, &high_before);
  /* The value of the program is no value of the clinic's. */
  if (low != low_before || high != high_before || entry->low_row == NULL)
    save (entry->context, rule, own,
          value_new (rule, low != rule->low || high != rule->high, low, high, reason));
  gtk_window_destroy (GTK_WINDOW (form));
}

static void
add_values (GlaSmallForm *form,
            Entry        *entry)
{
  const GlaConstant *rule = entry->rule;
  g_autoptr (GPtrArray) own
      = gla_store_list_constants (gla_context_get_reader (entry->context), NULL);
  g_autofree char *low_text = NULL;
  g_autofree char *high_text = NULL;
  double low, high;

  gla_house_rule_get_value (rule, own, &low, &high);
  low_text = gla_house_rule_dup_number (low);
  high_text = gla_house_rule_dup_number (high);
  entry->low_row = gla_small_form_add_entry (form, gla_house_rule_is_range (rule) ? _("From")
                                                                                  : _("Value"),
                                             low_text);
  if (gla_house_rule_is_range (rule))
    entry->high_row = gla_small_form_add_entry (form, _("To"), high_text);
}

static void
open_form (GtkWindow         *parent,
           GlaContext        *context,
           const GlaConstant *rule,
           gboolean           restore)
{
  Entry *entry = g_new0 (Entry, 1);
  g_autofree char *value = gla_house_rule_dup_value (rule, rule->low, rule->high);
  g_autofree char *note = NULL;
  GlaSmallForm *form
      = gla_small_form_new (parent, restore ? _("Restore Default") : _("Change House Rule"));

  entry->context = g_object_ref (context);
  entry->rule = rule;
  if (!restore)
    add_values (form, entry);
  entry->reason_row = gla_small_form_add_entry (form, _("Reason (may stay empty)"), NULL);
  if (restore)
    /* Translators: title of a house rule, its value in the program, what that rests on */
    note = g_strdup_printf (_("%s: back to %s (%s)."), gla_house_rule_get_title (rule), value,
                            gla_constant_get_nature (rule));
  else
    /* Translators: title of a house rule, its value in the program, what that rests on */
    note = g_strdup_printf (_("%s: %s in the program (%s)."), gla_house_rule_get_title (rule),
                            value, gla_constant_get_nature (rule));
  gla_small_form_set_note (form, note);
  g_signal_connect_data (form, "save", G_CALLBACK (save_cb), entry, entry_free, 0);
  gtk_window_present (GTK_WINDOW (form));
}

void
gla_rule_entry_change (GtkWindow         *parent,
                       GlaContext        *context,
                       const GlaConstant *rule)
{
  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (GLA_IS_CONTEXT (context));
  g_return_if_fail (rule != NULL && rule->editable);

  open_form (parent, context, rule, FALSE);
}

void
gla_rule_entry_restore (GtkWindow         *parent,
                        GlaContext        *context,
                        const GlaConstant *rule)
{
  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (GLA_IS_CONTEXT (context));
  g_return_if_fail (rule != NULL && rule->editable);

  open_form (parent, context, rule, TRUE);
}
