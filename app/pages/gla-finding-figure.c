/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-finding-figure.h"

#include "gla-i18n.h"

static const struct
{
  const char *style;
  const char *icon;
} looks[] = {
  [GLA_FINDING_BLOCK] = { "error", "dialog-error-symbolic" },
  [GLA_FINDING_STRONG] = { "error", "dialog-warning-symbolic" },
  [GLA_FINDING_WARN] = { "warning", "dialog-warning-symbolic" },
  [GLA_FINDING_TASK] = { "accent", "alarm-symbolic" },
  [GLA_FINDING_INFO] = { "neutral", NULL },
};

const char *
gla_finding_level_get_style (GlaFindingLevel level)
{
  g_return_val_if_fail ((guint) level < G_N_ELEMENTS (looks), "neutral");

  return looks[level].style;
}

const char *
gla_finding_level_get_icon (GlaFindingLevel level)
{
  g_return_val_if_fail ((guint) level < G_N_ELEMENTS (looks), NULL);

  return looks[level].icon;
}

static char *
describe (const GlaFinding *finding,
          GlaCatalogue     *catalogue)
{
  g_autoptr (GString) text = g_string_new (finding->text);
  g_autofree char *marks = gla_marks_dup_text (finding->marks);

  if (*marks != '\0')
    {
      g_string_append_c (text, '\n');
      /* Translators: %s are words such as "unverified" or "program setting" */
      g_string_append_printf (text, _("The rule is: %s"), marks);
    }
  for (guint i = 0; i < finding->sources->len; i++)
    {
      const char *key = g_ptr_array_index (finding->sources, i);
      const GlaSource *source = gla_catalogue_find_source (catalogue, key);

      g_string_append_c (text, '\n');
      if (source == NULL)
        g_string_append_printf (text, "[%s]", key);
      else
        g_string_append_printf (text, "[%s] %s", source->code, source->reference);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

GlaFigure *
gla_finding_figure_new (const GlaFinding *finding,
                        const GlaHistory *history,
                        GlaCatalogue     *catalogue,
                        gboolean          can_go)
{
  g_autofree char *text = NULL;
  GlaFigure *figure;

  g_return_val_if_fail (finding != NULL && history != NULL, NULL);

  text = describe (finding, catalogue);
  figure = gla_figure_new (finding->chip, text);
  for (guint i = 0; i < finding->rows->len; i++)
    gla_figure_add_record (figure, history, catalogue, g_ptr_array_index (finding->rows, i));
  for (guint i = 0; !can_go && i < figure->rows->len; i++)
    ((GlaFigureRow *) g_ptr_array_index (figure->rows, i))->kind = GLA_TIMELINE_RECORD_NONE;
  return figure;
}
