/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-photo-compare-view.h"
#include "gla-photo-details.h"
#include "gla-photo-folder.h"
#include "gla-photo-grid.h"
#include "gla-photo-visits.h"
#include "gla-photos-window.h"
#include "gla-store-photo.h"

G_BEGIN_DECLS

struct _GlaPhotosWindow
{
  AdwWindow parent_instance;

  /* Template */
  AdwToastOverlay *toast_overlay;
  AdwWindowTitle *window_title;
  GtkToggleButton *compare_button;
  GtkRevealer *folder_revealer;
  GtkLabel *folder_label;
  GtkStack *pages;
  GlaPhotoCompareView *compare_view;
  GtkListBox *visits_list;
  GlaPhotoGrid *grid;
  GlaPhotoDetails *details;
  AdwToast *toast;           /* the one that is shown; weak */

  /* Owned */
  GlaContext *context;
  GlaPhotoShelf *shelf;
  GlaPhotoFolder *folder;    /* in which a camera puts its pictures */
  GlaHistory *history;       /* NULL until it has been read */
  GPtrArray *visits;         /* (element-type GlaPhotoVisit): of @history */
  GCancellable *cancellable; /* of the load that is under way */
  char *patient;
  char *photo;               /* shown at the side, or NULL */

  GlaDay day;                /* of the visit that is shown */
  gboolean is_filling;       /* what is selected is not the person's doing */
  GPtrArray *adding;         /* (element-type GlaPhotoSource): on their way in, or NULL */
  GQueue waiting;            /* (element-type GlaWaitingPhotos): come after those */
  gboolean is_stale;         /* something changed meanwhile */
};

/** GlaWaitingPhotos: pictures that somebody gave while others were on their way in. */
typedef struct
{
  GPtrArray *sources;
  int place;
  GlaDay day;
} GlaWaitingPhotos;

void  gla_waiting_photos_free            (GlaWaitingPhotos *self);

/** gla_photos_window_load: reads all of it anew. */
void  gla_photos_window_load             (GlaPhotosWindow  *self);

/** gla_photos_window_add_waiting: goes on with what waits, if nothing is on its way in. */
void  gla_photos_window_add_waiting      (GlaPhotosWindow  *self);

/** gla_photos_window_install_actions: the "photos." actions of the class, their keys and callbacks. */
void  gla_photos_window_install_actions  (GtkWidgetClass   *widget_class);

/** gla_photos_window_show_folder: offers the new pictures of the watched folder, if there are any. */
void  gla_photos_window_show_folder      (GlaPhotosWindow  *self);

/** gla_photos_window_add: adds pictures to the visit that is shown, after those on their way in; @place: of the checklist for the first, or -1. */
void  gla_photos_window_add              (GlaPhotosWindow  *self,
                                          GPtrArray        *sources,
                                          int               place);

G_END_DECLS
