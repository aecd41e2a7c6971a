#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every call goes to a room that may be used, and every room to its own libraries."""
import os

import house
import rules

tap = house.Tap()
uses = house.table('room_uses')
libraries = house.table('room_libraries')
resources = house.table('room_resources')
headers = [path for path in house.files('app', '.h') if house.room_of(path)]
owners = {os.path.basename(path): house.room_of(path) for path in headers}

order = list(uses)
tap.point('rooms use only rooms below them', [
    f'{room} uses {used}' for room in uses for used in uses[room]
    if order.index(used) >= order.index(room)])
tap.point('each header has a name of its own', [
    f'{path} is hidden by another of that name' for path in headers
    if owners[os.path.basename(path)] != house.room_of(path)])
tap.point('each folder of app/ is a room', sorted(
    {house.room_of(path) for path in house.files('app')} - set(uses) - {''}))

for room in uses:
    sources = house.files(os.path.join('app', room), '.c', '.h')
    tap.point(f'{room} includes only what it may use', house.each(
        sources, lambda text, room=room: rules.layers(
            text, room, uses[room], resources.get(room, set()), owners)))
    tap.point(f'{room} includes only its libraries', house.each(
        sources, lambda text, room=room: rules.libraries(text, room, libraries[room])))
    if room != 'store':
        tap.point(f'{room} has no SQL', house.each(sources, rules.sql))
tap.end()
