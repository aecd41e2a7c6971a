# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the project's files are, the tables of app/meson.build, and output as TAP."""
import os
import re
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def files(folder, *endings):
    """The files below a folder of the project, as sorted paths from its root."""
    found = []
    for path, folders, names in os.walk(os.path.join(ROOT, folder)):
        folders[:] = [name for name in folders if name != '__pycache__']
        found += [os.path.relpath(os.path.join(path, name), ROOT) for name in names
                  if name.endswith(endings or '')]
    return sorted(found)


def read(path):
    with open(os.path.join(ROOT, path), encoding='utf-8', errors='replace') as file:
        return file.read()


def room_of(path):
    """'pages' for 'app/pages/patients/gla-patients-page.c'; '' for app/main.c."""
    parts = path.split(os.sep)
    return parts[1] if len(parts) > 2 else ''


def table(name):
    """A dictionary of app/meson.build, from room to the words in its list."""
    body = re.search(rf'^{name} = {{(.*?)^}}', read('app/meson.build'), re.MULTILINE | re.DOTALL)
    rows = re.findall(r"'(\w+)':\s*\[(.*?)\]", body[1], re.DOTALL)
    return {room: set(re.findall(r'\w+', words)) for room, words in rows}


class Tap:
    """Test points: each is a name and the complaints that were found, none if all is well."""

    def __init__(self):
        self.count = 0
        self.failed = False

    def point(self, name, complaints):
        self.count += 1
        self.failed |= bool(complaints)
        print(f"{'not ok' if complaints else 'ok'} {self.count} {name}")
        for complaint in complaints:
            print(f'# {complaint}', flush=True)

    def skip(self, name, reason):
        self.count += 1
        print(f'ok {self.count} {name} # SKIP {reason}')

    def end(self):
        print(f'1..{self.count}')
        sys.exit(1 if self.failed else 0)


def each(paths, rule):
    """The complaints of rule (text) over all these files, each with its path before it."""
    return [f'{path}: {complaint}' for path in paths for complaint in rule(read(path))]
