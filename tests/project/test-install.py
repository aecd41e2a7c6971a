#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-install.py BUILD-FOLDER: an installation holds all that a desktop needs."""
import os
import subprocess
import sys
import tempfile

import house

NAME = 'org.glabella.Glabella'
WANTED = [
    'bin/glabella',
    f'share/applications/{NAME}.desktop',
    f'share/glib-2.0/schemas/{NAME}.gschema.xml',
    f'share/icons/hicolor/scalable/apps/{NAME}.svg',
    f'share/icons/hicolor/symbolic/apps/{NAME}-symbolic.svg',
    f'share/metainfo/{NAME}.metainfo.xml',
]
tap = house.Tap()
with tempfile.TemporaryDirectory() as folder:
    result = subprocess.run(
        ['meson', 'install', '-C', sys.argv[1], '--no-rebuild', '--quiet', '--destdir', folder],
        capture_output=True, text=True, check=False)
    tap.point('meson install', [] if result.returncode == 0 else
              (result.stdout + result.stderr).split('\n'))
    found = {os.path.join(path, name) for path, _, names in os.walk(folder) for name in names}
    for wanted in WANTED:
        places = [path for path in found if path.endswith('/' + wanted)]
        tap.point(f'{wanted} is installed once', [] if len(places) == 1 else [str(places)])
        found -= set(places)
    tap.point('nothing else is installed but translations', sorted(
        path for path in found if not path.endswith('.mo')))
tap.end()
