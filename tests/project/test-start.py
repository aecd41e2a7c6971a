#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""app/run does what is needed and no more: with stand-ins for the tools that it calls."""
import os
import shutil
import subprocess
import tempfile
import time

import house

# Each stand-in notes how it was called; these lines say what else it does.
NOTE = '#!/bin/sh\nprintf "%s\\n" "$(basename "$0") $*" >> "$LOG"\n'
MESON = 'mkdir -p "$2"; : > "$2/build.ninja"\n'
NINJA = '[ ! -e "$LOG.broken" ] || exit 1\nmkdir -p "$2/app"; cp "$LOG.program" "$2/app/glabella"\n'
DPKG_QUERY = 'shift 3; for p; do [ "$p" = "$MISSING" ] || echo "$p installed"; done\n'
RPM = PACMAN = '[ "${3:-$2}" != "$MISSING" ]\n'
PROGRAM = r'''case $1 in
  demo) : > "$2" ;;
  patients) printf 'number\tname\tborn\tlast\n7\tA\t1970-01-01\t2026-01-02\n8\tB\t1971-01-01\t\n' ;;
  timeline) : > "$6" ;;
esac
'''


# Everything else that the scripts call, and the package tools of four kinds of system.
PLAIN = ['awk', 'basename', 'cat', 'cksum', 'cp', 'dirname', 'env', 'find', 'grep', 'id', 'mkdir',
         'mktemp', 'mv', 'rm', 'sed', 'sh', 'tail', 'tr']
DEBIAN = {'apt-get': '', 'sudo': '', 'dpkg-query': DPKG_QUERY}
FEDORA = {'dnf': '', 'rpm': RPM}
ARCH = {'pacman': PACMAN}
OTHER = {}


class Place:
    """A copy of the start scripts beside an otherwise empty project, on some system."""

    def __init__(self, folder, system):
        self.root = os.path.join(folder, 'a project')
        self.log = os.path.join(folder, 'log')
        self.data = os.path.join(folder, 'data')
        tools = os.path.join(folder, 'tools')
        for path in ('app', 'data', 'po', 'ui', 'tests/support'):
            os.makedirs(os.path.join(self.root, path))
        os.makedirs(tools)
        for path in ('app/run', 'app/set-up', 'app/packages', 'meson.build'):
            shutil.copy2(os.path.join(house.ROOT, path), os.path.join(self.root, path))
        for name in PLAIN:
            os.symlink(shutil.which(name), os.path.join(tools, name))
        for path, text in [
                (self.log + '.program', PROGRAM),
                (os.path.join(self.root, 'tests/support/picture'), ': > "$3"\n'),
                *((os.path.join(tools, name), text) for name, text in {
                    'meson': MESON, 'ninja': NINJA, 'Xvfb': '', **system}.items())]:
            with open(path, 'w', encoding='utf-8') as file:
                file.write(NOTE + text)
            os.chmod(path, 0o755)
        self.environment = {'PATH': tools, 'LOG': self.log, 'MISSING': 'none',
                            'XDG_DATA_HOME': self.data, 'DISPLAY': ':77'}
        self.status, self.output, self.said = 0, '', ''

    def start(self, *arguments, **changes):
        """Runs app/run; gives what was called, in order."""
        open(self.log, 'w', encoding='utf-8').close()
        environment = {**self.environment, **changes}
        result = subprocess.run(
            [os.path.join(self.root, 'app/run'), *arguments], capture_output=True, text=True,
            env={name: value for name, value in environment.items() if value is not None},
            stdin=subprocess.DEVNULL, check=False)
        self.status, self.output, self.said = result.returncode, result.stdout, result.stderr
        with open(self.log, encoding='utf-8') as file:
            return file.read().rstrip('\n').split('\n')

    def edit(self, path):
        """Saves a file of the project, a moment after the last build."""
        time.sleep(0.02)
        with open(os.path.join(self.root, path), 'a', encoding='utf-8') as file:
            file.write('\n')


def words(calls):
    return [' '.join(call.split()[:1]) for call in calls]


def expect(tap, name, got, wanted):
    tap.point(name, [] if got == wanted else [f'expected {wanted}', f'got {got}'])


def check_start(tap, place):
    sample = os.path.join(place.data, 'glabella/sample.glabella')
    window = ['glabella --clinic ' + sample]
    expect(tap, 'the first start looks, builds, makes a sample and opens it', words(place.start()),
           ['dpkg-query', 'meson', 'ninja', 'glabella', 'glabella'])
    tap.point('the sample is there under its name', [] if os.path.exists(sample) else [sample])
    expect(tap, 'the second start only opens it', place.start(), window)
    expect(tap, 'arguments go to the program', place.start('patients', '--search', 'A b', ''),
           ['glabella patients --search A b '])
    place.edit('ui/gla-new.ui')
    expect(tap, 'a new file is built', words(place.start()), ['ninja', 'glabella'])
    expect(tap, 'and once is enough', place.start(), window)
    time.sleep(0.02)
    os.remove(os.path.join(place.root, 'ui/gla-new.ui'))
    expect(tap, 'a removed file is noticed', words(place.start()), ['ninja', 'glabella'])
    place.edit('app/packages')
    expect(tap, 'a changed list of packages is looked up', words(place.start()),
           ['dpkg-query', 'ninja', 'glabella'])

    tour = os.path.join(place.root, 'build/tour')
    calls = place.start(DISPLAY=None)
    expect(tap, 'without a display there are files instead', place.output.split('\n'),
           [f'{tour}/timeline.png', f'{tour}/timeline.pdf', f'{tour}/window.png', ''])
    expect(tap, 'of the patient treated last', calls[1],
           f'glabella timeline 7 --clinic {sample} --output {tour}/timeline.png')

    place.edit('app/gla-broken.c')
    open(place.log + '.broken', 'w', encoding='utf-8').close()
    expect(tap, 'a build that stops starts nothing', (words(place.start()), place.status),
           (['ninja'], 1))
    os.remove(place.log + '.broken')
    expect(tap, 'and is tried again, packages included', words(place.start()),
           ['dpkg-query', 'ninja', 'glabella'])


def check_packages(tap, make):
    """What is missing is installed, or named where app/run does not install."""
    place = make(DEBIAN)
    calls = place.start(MISSING='meson')
    become = 'apt-get' if os.geteuid() == 0 else 'sudo'
    expect(tap, 'what is missing is installed', words(calls),
           ['dpkg-query', become, become, 'meson', 'ninja', 'glabella', 'glabella'])
    expect(tap, 'and nothing else', calls[2].split()[-2:], ['Dpkg::Use-Pty=0', 'meson'])
    for system, name, command in [(FEDORA, 'gtk4-devel', 'sudo dnf install gtk4-devel'),
                                  (ARCH, 'gtk4', 'sudo pacman -S --needed gtk4')]:
        place = make(system)
        calls = place.start(MISSING=name)
        tap.point(f'"{command}" is asked for', [] if (
            command in place.said and place.status == 1 and 'meson' not in words(calls)) else calls)
        expect(tap, 'and once done, it goes on', words(place.start())[-4:],
               ['meson', 'ninja', 'glabella', 'glabella'])
    place = make(OTHER)
    expect(tap, 'another system gets the list, and a try', words(place.start()),
           ['meson', 'ninja', 'glabella', 'glabella'])
    tap.point('with the names of Debian', [] if 'libgtk-4-dev' in place.said else [place.said])


points = house.Tap()
with tempfile.TemporaryDirectory() as scratch:
    check_start(points, Place(os.path.join(scratch, 'first'), DEBIAN))
    check_packages(points, lambda system: Place(tempfile.mkdtemp(dir=scratch), system))
points.end()
