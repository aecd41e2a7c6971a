/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * bench-photos FOLDER [COUNT [BYTES [PICTURES]]]
 *
 * Whether photos belong into the clinic file: COUNT photos of BYTES each (10,000 of 300,000
 * if not said) are added to a new one in FOLDER, each in a transaction of its own as the
 * program does, then read, copied and checked. Beside it the same bytes as files of their
 * own, each synced. And what the main loop has to do in one turn, and how late it is, while
 * PICTURES of 12 million pixels, 100 if not said, are made ready in another thread. How late
 * it is says as much of what else the computer does: only the first is of the program.
 * Milliseconds unless said otherwise; 0 photos leave the first part out.
 */

#include "config.h"

#include "gla-bench.h"
#include "gla-photo-prepare.h"
#include "gla-store-backup.h"
#include "gla-store-photo.h"
#include "gla-store-read.h"
#include "gla-store-write.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gstdio.h>
#include <stdlib.h>

#define PHOTOS_A_PATIENT 24
#define THUMBNAIL_BYTES 12000
#define READS 200

/* The main loop is asked for a turn as often as that. */
#define TURN 4

typedef struct
{
  const char *folder;
  int count;
  gsize bytes;
  int pictures;
  GRand *rand;
} Bench;

static void
check (gboolean   ok,
       GError   **error)
{
  if (!ok)
    g_error ("%s", (*error)->message);
}

/* Bytes that can't be packed, as those of a JPEG. */
static GBytes *
make_bytes (Bench *self,
            gsize  size)
{
  guint32 *data = g_malloc (size + 4);

  for (gsize i = 0; i * 4 < size; i++)
    data[i] = g_rand_int (self->rand);
  return g_bytes_new_take (data, size);
}

static void
print (const char    *what,
       GlaBenchTimes *times)
{
  g_print ("%-42s median %8.2f   95 %% %8.2f   longest %8.2f\n", what,
           gla_bench_times_get (times, 0.5), gla_bench_times_get (times, 0.95),
           gla_bench_times_get (times, 1.0));
}

static void
print_once (const char *what,
            gint64      start)
{
  g_print ("%-42s %8.0f\n", what, (double) (g_get_monotonic_time () - start) / 1000.0);
}

/* The clinic file */

static GPtrArray *
add_photos (Bench    *self,
            GlaStore *store)
{
  g_auto (GlaBenchTimes) times;
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *patient = NULL;

  gla_bench_times_init (&times);
  for (int i = 0; i < self->count; i++)
    {
      g_autoptr (GBytes) picture = make_bytes (self, self->bytes);
      g_autoptr (GBytes) thumbnail = make_bytes (self, THUMBNAIL_BYTES);
      g_autoptr (GError) error = NULL;
      GlaPhoto photo = { .day = gla_day_new (2026, 1, 1) + i % 365, .width = 2048, .height = 1536,
                         .expression = (GlaPhotoExpression) (i % 5), .marketing_day = GLA_DAY_NONE };
      char *id = NULL;
      gint64 start;

      if (i % PHOTOS_A_PATIENT == 0)
        {
          const GlaPatient fields = { .family_name = "Kaya", .birth_day = GLA_DAY_NONE };

          g_clear_pointer (&patient, g_free);
          check (gla_store_add_patient (store, &fields, &patient, &error), &error);
        }
      photo.patient = patient;
      start = g_get_monotonic_time ();
      check (gla_store_add_photo (store, &photo, picture, thumbnail, &id, &error), &error);
      gla_bench_times_add (&times, start);
      g_ptr_array_add (ids, id);
    }
  print ("clinic file: add one", &times);
  return ids;
}

static void
read_photos (Bench     *self,
             GlaStore  *store,
             GPtrArray *ids)
{
  g_auto (GlaBenchTimes) pictures;
  g_auto (GlaBenchTimes) thumbnails;
  g_autoptr (GError) error = NULL;

  gla_bench_times_init (&pictures);
  gla_bench_times_init (&thumbnails);
  for (int i = 0; i < READS; i++)
    {
      const char *id = ids->pdata[g_rand_int_range (self->rand, 0, (int) ids->len)];
      gint64 start = g_get_monotonic_time ();
      g_autoptr (GBytes) thumbnail = gla_store_read_thumbnail (store, id, &error);
      g_autoptr (GBytes) picture = NULL;

      check (thumbnail != NULL, &error);
      gla_bench_times_add (&thumbnails, start);
      start = g_get_monotonic_time ();
      picture = gla_store_read_picture (store, id, &error);
      check (picture != NULL, &error);
      gla_bench_times_add (&pictures, start);
    }
  print ("clinic file: read one thumbnail", &thumbnails);
  print ("clinic file: read one picture, checksum", &pictures);
}

static void
copy_file (Bench    *self,
           GlaStore *store)
{
  g_autofree char *path = g_build_filename (self->folder, "backup.glabella", NULL);
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();

  check (gla_store_backup (store, path, NULL, NULL, &error), &error);
  print_once ("clinic file: backup, checked", start);
  start = g_get_monotonic_time ();
  faults = gla_store_check (store, NULL, NULL, &error);
  check (faults != NULL && faults->len == 0, &error);
  print_once ("clinic file: check with all checksums", start);
  g_unlink (path);
}

static void
measure_store (Bench *self)
{
  g_autofree char *path = g_build_filename (self->folder, "photos.glabella", NULL);
  g_autoptr (GError) error = NULL;
  GlaStore *store = gla_store_open (path, GLA_STORE_CREATE, &error);
  g_autoptr (GPtrArray) ids = NULL;
  GlaStoreCounts counts;
  GStatBuf info;
  gint64 start;

  check (store != NULL, &error);
  ids = add_photos (self, store);
  read_photos (self, store, ids);
  start = g_get_monotonic_time ();
  check (gla_store_count (store, &counts, &error), &error);
  print_once ("clinic file: count everything", start);
  copy_file (self, store);
  gla_store_close (store);
  g_stat (path, &info);
  g_print ("%-42s %8.3f of the bytes kept\n", "clinic file: size",
           (double) info.st_size / ((double) self->count * (double) (self->bytes + THUMBNAIL_BYTES)));
  g_unlink (path);
}

/* Files beside it */

static void
measure_files (Bench *self)
{
  g_auto (GlaBenchTimes) times;
  gint64 start;

  gla_bench_times_init (&times);
  for (int i = 0; i < self->count; i++)
    {
      g_autofree char *name = g_strdup_printf ("%d.jpg", i);
      g_autofree char *path = g_build_filename (self->folder, name, NULL);
      g_autoptr (GBytes) picture = make_bytes (self, self->bytes);
      g_autoptr (GError) error = NULL;

      start = g_get_monotonic_time ();
      check (g_file_set_contents_full (path, g_bytes_get_data (picture, NULL),
                                       (gssize) self->bytes,
                                       G_FILE_SET_CONTENTS_CONSISTENT
                                         | G_FILE_SET_CONTENTS_DURABLE,
                                       0600, &error),
             &error);
      gla_bench_times_add (&times, start);
    }
  print ("files of their own: write one, synced", &times);
  for (int i = 0; i < self->count; i++)
    {
      g_autofree char *name = g_strdup_printf ("%d.jpg", i);
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_unlink (path);
    }
}

/* The main loop */

typedef struct
{
  GMainLoop *loop;
  GBytes *file;
  int left;              /* pictures, or turns without any */
  gint64 last;           /* turn */
  gint64 last_work;      /* thread time then */
  gint64 last_start;
  GlaBenchTimes late;
  GlaBenchTimes work;
  GlaBenchTimes prepare;
} Loop;

static gboolean
turn_cb (gpointer user_data)
{
  Loop *self = user_data;

  /* What is more than the time that was asked for. */
  gla_bench_times_add (&self->late, self->last + TURN * 1000);
  gla_bench_times_add_value (&self->work,
                             (double) (gla_bench_get_thread_time () - self->last_work) / 1000.0);
  self->last = g_get_monotonic_time ();
  self->last_work = gla_bench_get_thread_time ();
  return G_SOURCE_CONTINUE;
}

static void
prepare_in_thread (GTask        *task,
                   gpointer      source,
                   gpointer      data,
                   GCancellable *cancellable)
{
  GError *error = NULL;
  GlaPhotoPrepared *prepared = gla_photo_prepare (data, &error);

  check (prepared != NULL, &error);
  g_task_return_pointer (task, prepared, (GDestroyNotify) gla_photo_prepared_free);
}

static void prepare_next (Loop *self);

static void
prepared_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  Loop *self = user_data;
  g_autoptr (GlaPhotoPrepared) prepared = g_task_propagate_pointer (G_TASK (result), NULL);

  gla_bench_times_add (&self->prepare, self->last_start);
  if (--self->left > 0)
    prepare_next (self);
  else
    g_main_loop_quit (self->loop);
}

static void
prepare_next (Loop *self)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, prepared_cb, self);

  self->last_start = g_get_monotonic_time ();
  g_task_set_task_data (task, self->file, NULL);
  g_task_run_in_thread (task, prepare_in_thread);
}

static gboolean
quit_cb (gpointer user_data)
{
  g_main_loop_quit (user_data);
  return G_SOURCE_REMOVE;
}

/* A picture of 12 million pixels that is neither smooth nor noise alone. */
static GBytes *
make_jpeg (Bench *self)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 4000, 3000);
  guint8 *pixels = gdk_pixbuf_get_pixels (pixbuf);
  int stride = gdk_pixbuf_get_rowstride (pixbuf);
  g_autoptr (GError) error = NULL;
  char *jpeg;
  gsize size;

  for (int y = 0; y < 3000; y++)
    for (int x = 0; x < 4000; x++)
      for (int channel = 0; channel < 3; channel++)
        pixels[y * stride + x * 3 + channel]
          = (guint8) (60 + (x + y) / 50 + channel * 10 + g_rand_int_range (self->rand, 0, 12));
  check (gdk_pixbuf_save_to_buffer (pixbuf, &jpeg, &size, "jpeg", &error, "quality", "92", NULL),
         &error);
  return g_bytes_new_take (jpeg, size);
}

static void
measure_loop (Bench *self)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GBytes) file = make_jpeg (self);
  const char *const late[] = { "main loop late, nothing done", "main loop late, pictures made ready" };
  const char *const work[] = { "main loop at work, nothing done",
                               "main loop at work, pictures made ready" };

  g_print ("%-42s %8.1f MB\n", "picture of 12 million pixels",
           (double) g_bytes_get_size (file) / 1e6);
  for (int busy = 0; busy < 2; busy++)
    {
      Loop state = { .loop = loop, .file = file, .left = self->pictures };
      guint timer;

      gla_bench_times_init (&state.late);
      gla_bench_times_init (&state.work);
      gla_bench_times_init (&state.prepare);
      state.last = g_get_monotonic_time ();
      state.last_work = gla_bench_get_thread_time ();
      timer = g_timeout_add (TURN, turn_cb, &state);
      if (busy)
        prepare_next (&state);
      else
        g_timeout_add (5000, quit_cb, loop);
      g_main_loop_run (loop);
      g_source_remove (timer);
      print (work[busy], &state.work);
      print (late[busy], &state.late);
      if (busy)
        print ("one picture made ready, in its thread", &state.prepare);
      gla_bench_times_clear (&state.late);
      gla_bench_times_clear (&state.work);
      gla_bench_times_clear (&state.prepare);
    }
}

int
main (int    argc,
      char **argv)
{
  Bench self = { .count = 10000, .bytes = 300000, .pictures = 100 };

  if (argc < 2)
    g_error ("bench-photos FOLDER [COUNT [BYTES [PICTURES]]]");
  self.folder = argv[1];
  if (argc > 2)
    self.count = atoi (argv[2]);
  if (argc > 3)
    self.bytes = (gsize) atoi (argv[3]);
  if (argc > 4)
    self.pictures = atoi (argv[4]);
  self.rand = g_rand_new_with_seed (7);
  g_print ("%d photos of %" G_GSIZE_FORMAT " bytes\n", self.count, self.bytes);
  if (self.count > 0)
    {
      measure_store (&self);
      measure_files (&self);
    }
  measure_loop (&self);
  g_rand_free (self.rand);
  return 0;
}
