/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-cycle-table-private.h"

#include "gla-observation-private.h"

#include <string.h>

/* The case of letters tells neither lots apart (see gla_lot_name_equal()) nor anything else here. */
static guint
hash_text (const char *text)
{
  guint hash = 5381;

  for (const char *c = text; *c != '\0'; c++)
    hash = hash * 33 + (guint) g_ascii_tolower (*c);
  return hash;
}

static guint
value_hash (gconstpointer data)
{
  const GlaCycleValue *value = data;

  return hash_text (value->text) * 31 + g_str_hash (value->product != NULL ? value->product : "") +
         (guint) value->number * 7919;
}

static gboolean
value_equal (gconstpointer a,
             gconstpointer b)
{
  const GlaCycleValue *first = a;
  const GlaCycleValue *second = b;

  return first->number == second->number && g_ascii_strcasecmp (first->text, second->text) == 0 &&
         g_strcmp0 (first->product, second->product) == 0;
}

guint32
gla_cycle_column_add (GlaCycleColumn *self,
                      GStringChunk   *texts,
                      const char     *product,
                      const char     *text,
                      gint64          number)
{
  GlaCycleValue value = { product, text != NULL ? text : "", number };
  gpointer code;

  if (g_hash_table_lookup_extended (self->codes, &value, NULL, &code))
    return GPOINTER_TO_UINT (code);
  value.product = product != NULL ? g_string_chunk_insert_const (texts, product) : NULL;
  value.text = g_string_chunk_insert_const (texts, value.text);
  code = GUINT_TO_POINTER (self->values->len);
  g_array_append_val (self->values, value);
  g_hash_table_insert (self->codes, g_memdup2 (&value, sizeof value), code);
  return GPOINTER_TO_UINT (code);
}

GlaCycleTable *
gla_cycle_table_new (GlaCatalogue           *catalogue,
                     const GlaCycleSettings *settings,
                     GlaDay                  today)
{
  GlaCycleTable *self;

  g_return_val_if_fail (catalogue != NULL && settings != NULL, NULL);

  self = g_atomic_rc_box_new0 (GlaCycleTable);
  self->catalogue = gla_catalogue_ref (catalogue);
  self->settings = *settings;
  self->today = today;
  self->patient_ids = g_ptr_array_new ();
  self->patient_hashes = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->texts = g_string_chunk_new (16384);
  for (guint key = 0; key < GLA_N_CYCLE_KEYS; key++)
    {
      GlaCycleColumn *column = &self->columns[key];

      column->values = g_array_new (FALSE, FALSE, sizeof (GlaCycleValue));
      column->codes = g_hash_table_new_full (value_hash, value_equal, g_free, NULL);
      /* The first code of each: not recorded. */
      gla_cycle_column_add (column, self->texts, NULL, NULL, 0);
    }
  return self;
}

const GlaCycleSettings *
gla_cycle_table_get_settings (const GlaCycleTable *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->settings;
}

GlaCycleTable *
gla_cycle_table_ref (const GlaCycleTable *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire ((GlaCycleTable *) self);
}

static void
table_clear (gpointer data)
{
  GlaCycleTable *self = data;

  gla_catalogue_unref (self->catalogue);
  for (guint key = 0; key < GLA_N_CYCLE_KEYS; key++)
    {
      g_free (self->keys[key]);
      g_array_unref (self->columns[key].values);
      g_hash_table_unref (self->columns[key].codes);
    }
  g_free (self->patients);
  g_free (self->sessions);
  g_free (self->days);
  g_free (self->lefts);
  g_free (self->rights);
  g_free (self->units);
  g_free (self->log_doses);
  g_free (self->statuses);
  g_free (self->marks);
  g_free (self->events);
  g_ptr_array_unref (self->patient_ids);
  g_array_unref (self->patient_hashes);
  g_string_chunk_free (self->texts);
}

void
gla_cycle_table_unref (GlaCycleTable *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, table_clear);
}

guint
gla_cycle_table_get_n_rows (const GlaCycleTable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_rows;
}

GlaDay
gla_cycle_table_get_today (const GlaCycleTable *self)
{
  g_return_val_if_fail (self != NULL, GLA_DAY_NONE);

  return self->today;
}

GlaCatalogue *
gla_cycle_table_get_catalogue (const GlaCycleTable *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->catalogue;
}

void
gla_cycle_table_get_row (const GlaCycleTable *self,
                         guint                index,
                         GlaCycleRow         *row)
{
  g_return_if_fail (self != NULL && row != NULL && index < self->n_rows);

  *row = (GlaCycleRow) {
    .patient = self->patient_ids->pdata[self->patients[index]],
    .day = self->days[index],
    .left = self->lefts[index],
    .right = self->rights[index],
    .units = self->units[index] < 0 ? GLA_UNITS_UNKNOWN : self->units[index],
    .status = self->statuses[index],
    .marks = self->marks[index],
    .n_events = self->events[index],
  };
  for (guint key = 0; key < GLA_N_CYCLE_KEYS; key++)
    row->keys[key] = self->keys[key][index];
}

guint
gla_cycle_table_get_n_codes (const GlaCycleTable *self,
                             GlaCycleKey          key)
{
  g_return_val_if_fail (self != NULL && key < GLA_N_CYCLE_KEYS, 0);

  return self->columns[key].values->len;
}

const GlaCycleValue *
gla_cycle_table_get_value (const GlaCycleTable *self,
                           GlaCycleKey          key,
                           guint32              code)
{
  g_return_val_if_fail (self != NULL && key < GLA_N_CYCLE_KEYS, NULL);
  g_return_val_if_fail (code < self->columns[key].values->len, NULL);

  return &g_array_index (self->columns[key].values, GlaCycleValue, code);
}

guint32
gla_cycle_table_find (const GlaCycleTable *self,
                      GlaCycleKey          key,
                      const char          *product,
                      const char          *text)
{
  const GArray *values;

  g_return_val_if_fail (self != NULL && key < GLA_N_CYCLE_KEYS, GLA_CYCLE_CODE_ANY);
  g_return_val_if_fail (text != NULL, GLA_CYCLE_CODE_ANY);

  values = self->columns[key].values;
  for (guint32 code = 1; code < values->len; code++)
    {
      const GlaCycleValue *value = &g_array_index (values, GlaCycleValue, code);

      if (g_ascii_strcasecmp (value->text, text) == 0 &&
          (product == NULL || value->product == NULL || strcmp (value->product, product) == 0))
        return code;
    }
  return GLA_CYCLE_CODE_ANY;
}

guint
gla_cycle_table_get_n_stray_events (const GlaCycleTable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_stray_events;
}

/* What stands for each code of a column in the rows of the observations. */
static const char **
keep_texts (const GlaCycleTable *self,
            GlaCycleKey          key,
            gboolean             families,
            GlaObservations     *observations)
{
  const GArray *values = self->columns[key].values;
  const char **texts = g_new (const char *, values->len);

  for (guint code = 0; code < values->len; code++)
    {
      const char *text = g_array_index (values, GlaCycleValue, code).text;
      GlaProduct *product = families ? gla_catalogue_find_product (self->catalogue, text) : NULL;

      if (families)
        text = product != NULL ? gla_product_get_family (product) : "";
      texts[code] = gla_observations_keep (observations, text);
    }
  return texts;
}

GlaObservations *
gla_cycle_table_observe (const GlaCycleTable *self)
{
  GlaObservations *observations;
  g_autofree const char **areas = NULL;
  g_autofree const char **products = NULL;
  g_autofree const char **families = NULL;
  g_autofree const char **lots = NULL;
  g_autofree const char **injectors = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  observations = gla_observations_new ();
  areas = keep_texts (self, GLA_CYCLE_KEY_AREA, FALSE, observations);
  products = keep_texts (self, GLA_CYCLE_KEY_PRODUCT, FALSE, observations);
  families = keep_texts (self, GLA_CYCLE_KEY_PRODUCT, TRUE, observations);
  lots = keep_texts (self, GLA_CYCLE_KEY_LOT, FALSE, observations);
  injectors = keep_texts (self, GLA_CYCLE_KEY_INJECTOR, FALSE, observations);
  for (guint i = 0; i < self->n_rows; i++)
    {
      guint32 product = self->keys[GLA_CYCLE_KEY_PRODUCT][i];
      GlaObservation row = {
        .patient = g_array_index (self->patient_hashes, gint64, self->patients[i]),
        .session = self->sessions[i],
        .day = self->days[i],
        .area = areas[self->keys[GLA_CYCLE_KEY_AREA][i]],
        .family = families[product],
        .product = products[product],
        .lot = lots[self->keys[GLA_CYCLE_KEY_LOT][i]],
        .practitioner = injectors[self->keys[GLA_CYCLE_KEY_INJECTOR][i]],
        .log_dose_ratio = self->log_doses[i],
        .status = self->statuses[i],
        .interval = gla_cycle_table_get_duration (self, i),
      };

      gla_observations_append (observations, &row);
    }
  return observations;
}
