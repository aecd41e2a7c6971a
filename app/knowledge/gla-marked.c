/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-marked.h"

#include "gla-i18n.h"

static const GlaMarkFlags all_marks[] = {
  GLA_MARK_OWN,
  GLA_MARK_DEFAULT,
  GLA_MARK_ESTIMATE,
  GLA_MARK_UNVERIFIED,
  GLA_MARK_GKU,
};

GlaMarked *
gla_marked_new (const char          *text,
                GlaMarkFlags         marks,
                const char * const  *sources)
{
  GlaMarked *self = g_new0 (GlaMarked, 1);

  self->text = g_strdup (text);
  self->marks = marks;
  self->sources = sources != NULL ? g_strdupv ((GStrv) sources) : g_new0 (char *, 1);
  return self;
}

void
gla_marked_clear (GlaMarked *self)
{
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->sources, g_strfreev);
  self->marks = GLA_MARK_NONE;
}

void
gla_marked_free (GlaMarked *self)
{
  if (self == NULL)
    return;
  gla_marked_clear (self);
  g_free (self);
}

const char *
gla_marked_get_text (const GlaMarked *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  /* The empty string would be translated to the header of the catalogue of messages. */
  if (self->text == NULL || self->text[0] == '\0')
    return NULL;
  /* What the clinic wrote itself is shown as it was written. */
  if ((self->marks & GLA_MARK_OWN) != 0)
    return self->text;
  return _(self->text);
}

const char *
gla_mark_get_word (GlaMarkFlags mark)
{
  switch (mark)
    {
    case GLA_MARK_UNVERIFIED:
      /* Translators: mark behind a figure: not checked against the label of the product. */
      return _("unverified");
    case GLA_MARK_DEFAULT:
      /* Translators: mark behind a figure: chosen for the program, rests on no source. */
      return _("program setting");
    case GLA_MARK_ESTIMATE:
      /* Translators: mark behind a figure: computed or rounded from published figures. */
      return _("estimate");
    case GLA_MARK_GKU:
      /* Translators: mark behind a figure: not found in a source, not checked. */
      return _("general knowledge, unverified");
    case GLA_MARK_OWN:
      /* Translators: mark behind a figure: the clinic entered it. */
      return _("own entry");
    case GLA_MARK_NONE:
    default:
      return "";
    }
}

GStrv
gla_marks_dup_words (GlaMarkFlags marks)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (all_marks); i++)
    if ((marks & all_marks[i]) != 0)
      g_strv_builder_add (builder, gla_mark_get_word (all_marks[i]));
  return g_strv_builder_end (builder);
}

char *
gla_marks_dup_text (GlaMarkFlags marks)
{
  g_auto (GStrv) words = gla_marks_dup_words (marks);

  /* Translators: between the items of a short list. */
  return g_strjoinv (_(", "), words);
}
