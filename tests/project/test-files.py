#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files are of a size to read, begin as they should, and none is forgotten."""
import os

import house
import rules

tap = house.Tap()
sources = house.files('app', '.c', '.h')
tests = house.files('tests', '.c', '.h')
scripts = [path for path in house.files('tests') + house.files('app') + house.files('.ci')
           if not path.startswith('tests/golden') and house.read(path).startswith('#!')]
pages = house.files('ui', '.ui')
builds = [path for folder in ('app', 'data', 'po', 'tests', 'ui')
          for path in house.files(folder, 'meson.build')]


def own_header(path):
    header = path[:-2] + '.h'
    return os.path.basename(header) if os.path.exists(os.path.join(house.ROOT, header)) else ''


def forgotten(paths):
    """Those whose name stands in no meson.build."""
    named = ''.join(house.read(path) for path in builds)
    return [f'{path} is in no meson.build' for path in paths
            if f"'{os.path.basename(path)}'" not in named
            and f"/{os.path.basename(path)}'" not in named]


tap.point('files of app/ are short enough', house.each(sources, rules.file_length))
tap.point('files of tests/ are short enough', house.each(tests + scripts, rules.file_length))
tap.point('functions of app/ are short enough', house.each(sources, rules.function_length))
tap.point('functions of tests/ are short enough', house.each(tests, rules.function_length))
tap.point('each file names its licence', house.each(
    sources + tests + scripts + pages + builds + house.files('data', '.in', '.sql', '.svg', '.xml')
    + house.files('tests/project', '.py') + ['meson.build'], rules.licence))
tap.point('each file of app/ begins with config.h and its own header', [
    f'{path}: {complaint}' for path in house.files('app', '.c')
    for complaint in rules.first_includes(house.read(path), own_header(path))])
tap.point('nothing is left unfinished', house.each(
    sources + pages + house.files('data', '.in', '.rnc', '.rng', '.sql', '.xml', '.css'),
    rules.unfinished))
tap.point('each interface file has its source in the same folder of app/', [
    f'{path} has no {source}' for path in pages
    for source in ['app' + path[len('ui'):-len('.ui')] + '.c']
    if not os.path.exists(os.path.join(house.ROOT, source))])
resources = house.read('ui/gla-ui.gresource.xml')
tap.point('each interface file is built into the program', [
    f'{path} is not in ui/gla-ui.gresource.xml' for path in pages
    if f'>{path[len("ui/"):]}<' not in resources])
tap.point('each source is built', forgotten(house.files('app', '.c') + house.files('tests', '.c')))
tap.point('the list of packages is well formed', rules.package_list(house.read('app/packages')))
tap.end()
