#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-desktop.py BUILD-DATA-FOLDER: what the desktop reads is valid and agrees with itself."""
import os
import re
import subprocess
import sys

import house

NAME = 'org.glabella.Glabella'
tap = house.Tap()
built = sys.argv[1]


def validator(*command):
    """What the program says when it is not content."""
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    return [] if result.returncode == 0 else (result.stdout + result.stderr).strip().split('\n')


tap.point('the desktop file is valid', validator(
    'desktop-file-validate', os.path.join(built, NAME + '.desktop')))
tap.point('the metainfo is valid', validator(
    'appstreamcli', 'validate', '--no-net', '--pedantic', '--no-color',
    os.path.join(built, NAME + '.metainfo.xml')))
tap.point('the settings are valid', validator(
    'glib-compile-schemas', '--strict', '--dry-run', os.path.join(house.ROOT, 'data')))
tap.point('the settings are compiled where the program looks when it is not installed', [
    'no gschemas.compiled' for name in ['gschemas.compiled']
    if not os.path.exists(os.path.join(built, name))])

xml = [os.path.join(house.ROOT, path) for folder in ('data', 'ui')
       for path in house.files(folder, '.xml', '.svg', '.ui', '.rng', '.xml.in')]
tap.point('each XML file is well formed', validator('xmllint', '--noout', '--nonet', *xml))

icons = house.files('data/icons', '.svg')
tap.point('the icons are where a theme has them', sorted(
    {f'data/icons/hicolor/scalable/apps/{NAME}.svg',
     f'data/icons/hicolor/symbolic/apps/{NAME}-symbolic.svg'} - set(icons)))
# Loaders look for the element in the first bytes only and give up silently.
tap.point('the icons are recognised as pictures', [
    f'{path}: <svg is not among the first 256 bytes' for path in icons
    if '<svg' not in house.read(path)[:256]])

metainfo = house.read(f'data/{NAME}.metainfo.xml.in')
desktop = house.read(f'data/{NAME}.desktop.in')
version = re.search(r"version: '([^']+)'", house.read('meson.build'))[1]
said = re.findall(r'<release version="([^"]+)"', metainfo)
tap.point('the newest release of the metainfo is this version', [
    f'{said[:1]} is not {version}'] if said[:1] != [version] else [])
tap.point('the names agree', [
    f'no {line}' for line, text in [
        (f'<id>{NAME}</id>', metainfo),
        (f'<launchable type="desktop-id">{NAME}.desktop</launchable>', metainfo),
        (f'Icon={NAME}', desktop),
        (f'<schema id="{NAME}" path="/org/glabella/Glabella/">',
         house.read(f'data/{NAME}.gschema.xml')),
        (f"application_id = '{NAME}'", house.read('meson.build'))] if line not in text])
tap.end()
