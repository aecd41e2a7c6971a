/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * bench-window FRAME [--type TEXT] COMMAND [ARGUMENT...]
 *
 * Starts a program and watches the memory of the X server that holds the screen
 * (FRAME, see tests/support/headless --frame), so that any program is measured
 * the same way and none has to help. Prints, in milliseconds and MiB:
 *
 *   start   from starting the process to the first change of the screen, to the
 *           last large one before it stood still, and the largest memory
 *   key X   from each key to the first and last change
 *
 * A change is large if it is more than a hundredth of the screen: rows that appear,
 * and not a number of them that is corrected.
 */

#include "config.h"

#include "gla-bench.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <X11/Xlib.h>
#include <X11/extensions/XTest.h>

/* Microseconds: no change for so long means that the program is done. */
#define STILL 700000
#define PATIENCE 60000000
#define PAUSE 300

/* Which part of the screen is large. */
#define LARGE 100

typedef struct
{
  const char *frame;  /* the screen as it is */
  char *seen;         /* as it was */
  gsize size;
} GlaScreen;

static void
screen_open (GlaScreen  *self,
             const char *path)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  struct stat info;

  if (fd < 0 || fstat (fd, &info) != 0)
    g_error ("%s can't be read", path);
  self->size = (gsize) info.st_size;
  self->frame = mmap (NULL, self->size, PROT_READ, MAP_SHARED, fd, 0);
  if (self->frame == MAP_FAILED)
    g_error ("%s can't be mapped", path);
  g_close (fd, NULL);
  self->seen = g_memdup2 (self->frame, self->size);
}

/* How many bytes of the screen differ from when it was looked at last. */
static gsize
screen_look (GlaScreen *self)
{
  gsize count = 0;

  if (memcmp (self->frame, self->seen, self->size) == 0)
    return 0;
  for (gsize i = 0; i < self->size; i++)
    count += self->frame[i] != self->seen[i];
  memcpy (self->seen, self->frame, self->size);
  return MAX (count, 1);
}

/*
 * Waits until the screen changed and then stood still; times of the first and the
 * last large change since @start, negative for none.
 */
static void
await_stillness (GlaScreen *self,
                 gint64  start,
                 double *first,
                 double *last)
{
  gint64 changed = 0;
  gint64 now = start;

  *first = -1;
  *last = -1;
  while (now - (changed > 0 ? changed : start) < (changed > 0 ? STILL : PATIENCE))
    {
      gsize different;

      now = g_get_monotonic_time ();
      different = screen_look (self);
      if (different == 0)
        {
          g_usleep (PAUSE);
          continue;
        }
      changed = now;
      if (*first < 0)
        *first = (now - start) / 1000.0;
      if (*last < 0 || different > self->size / LARGE)
        *last = (now - start) / 1000.0;
    }
}

static pid_t
start_program (char **argv)
{
  pid_t pid = fork ();

  if (pid != 0)
    return pid;
  execvp (argv[0], argv);
  g_printerr ("%s can't be started\n", argv[0]);
  _exit (127);
}

static void
type_letter (Display *display,
             char     letter)
{
  KeyCode key = XKeysymToKeycode (display, (KeySym) (guchar) letter);

  XTestFakeKeyEvent (display, key, True, CurrentTime);
  XTestFakeKeyEvent (display, key, False, CurrentTime);
  XFlush (display);
}

static void
press_with_control (Display *display,
                    char     letter)
{
  KeyCode control = XKeysymToKeycode (display, XStringToKeysym ("Control_L"));

  XTestFakeKeyEvent (display, control, True, CurrentTime);
  type_letter (display, letter);
  XTestFakeKeyEvent (display, control, False, CurrentTime);
  XFlush (display);
}

/* Without a window manager nobody gives the window the keyboard. */
static void
focus_window (Display *display)
{
  Window root, parent;
  Window *children = NULL;
  unsigned int n_children = 0;

  XQueryTree (display, DefaultRootWindow (display), &root, &parent, &children, &n_children);
  for (unsigned int i = 0; i < n_children; i++)
    {
      XWindowAttributes attributes;

      if (XGetWindowAttributes (display, children[i], &attributes) != 0
          && attributes.map_state == IsViewable)
        XSetInputFocus (display, children[i], RevertToParent, CurrentTime);
    }
  if (children != NULL)
    XFree (children);
  XSync (display, False);
}

static void
measure_keys (GlaScreen     *screen,
              const char *text)
{
  Display *display = XOpenDisplay (NULL);
  double first, last;

  if (display == NULL)
    g_error ("no display");
  focus_window (display);
  press_with_control (display, 'f');
  g_usleep (STILL);
  screen_look (screen);
  for (const char *p = text; *p != '\0'; p++)
    {
      gint64 start = g_get_monotonic_time ();

      type_letter (display, *p);
      await_stillness (screen, start, &first, &last);
      g_print ("key %c\t%.1f\t%.1f\n", *p, first, last);
    }
  XCloseDisplay (display);
}

int
main (int   argc,
      char *argv[])
{
  GlaScreen screen;
  const char *text = NULL;
  int command = 2;
  double first, last;
  gint64 start;
  pid_t pid;
  int status;

  if (argc > 4 && strcmp (argv[2], "--type") == 0)
    {
      text = argv[3];
      command = 4;
    }
  if (argc <= command)
    g_error ("bench-window FRAME [--type TEXT] COMMAND [ARGUMENT...]");
  screen_open (&screen, argv[1]);
  start = g_get_monotonic_time ();
  pid = start_program (argv + command);
  await_stillness (&screen, start, &first, &last);
  g_print ("start\t%.1f\t%.1f\t%.1f\n", first, last, gla_bench_get_peak_memory (pid));
  if (text != NULL)
    {
      measure_keys (&screen, text);
      g_print ("memory\t%.1f\n", gla_bench_get_peak_memory (pid));
    }
  kill (pid, SIGTERM);
  waitpid (pid, &status, 0);
  return first < 0 ? EXIT_FAILURE : EXIT_SUCCESS;
}
