/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-paper.h"

static const struct
{
  const char *name;
  double width;
  double height;
} papers[] = {
  [GLA_PAPER_A4] = { "a4", GLA_PAPER_MM (210.0), GLA_PAPER_MM (297.0) },
  [GLA_PAPER_LETTER] = { "letter", 612.0, 792.0 },
};

void
gla_paper_get_size (GlaPaper  paper,
                    double   *width,
                    double   *height)
{
  g_return_if_fail ((gsize) paper < G_N_ELEMENTS (papers));
  g_return_if_fail (width != NULL && height != NULL);

  *width = papers[paper].width;
  *height = papers[paper].height;
}

const char *
gla_paper_get_name (GlaPaper paper)
{
  g_return_val_if_fail ((gsize) paper < G_N_ELEMENTS (papers), NULL);

  return papers[paper].name;
}

gboolean
gla_paper_from_name (const char *name,
                     GlaPaper   *paper)
{
  g_return_val_if_fail (name != NULL && paper != NULL, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (papers); i++)
    if (g_ascii_strcasecmp (name, papers[i].name) == 0)
      {
        *paper = (GlaPaper) i;
        return TRUE;
      }
  return FALSE;
}
