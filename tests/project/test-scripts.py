#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Scripts can be run and read by the shell, or by Python, that a bare system has."""
import os
import shutil
import subprocess

import house

tap = house.Tap()
scripts = [path for folder in ('.ci', 'app', 'tests') for path in house.files(folder)
           if house.read(path)[:2] == '#!']
shell = [path for path in scripts if house.read(path).startswith('#!/bin/sh\n')]
python = [path for path in scripts if house.read(path).startswith('#!/usr/bin/env python3\n')]


def complaints(*command):
    result = subprocess.run(command, cwd=house.ROOT, capture_output=True, text=True, check=False)
    return [] if result.returncode == 0 else (result.stdout + result.stderr).split('\n')


def compiles(path):
    try:
        compile(house.read(path), path, 'exec')
    except SyntaxError as error:
        return [f'{path}: {error}']
    return []


tap.point('each script is for sh or python3', sorted(set(scripts) - set(shell) - set(python)))
tap.point('the commands of the README are there', sorted(
    {'.ci/run', 'app/run', 'tests/run'} - set(shell)))
tap.point('each script may be run', [
    path for path in scripts if not path.startswith('tests/project/')
    and not os.access(os.path.join(house.ROOT, path), os.X_OK)])
for path in shell:
    tap.point(f'{path} is understood by sh', complaints('sh', '-n', path))
    if shutil.which('shellcheck'):
        tap.point(f'{path} has no trap that shellcheck sees', complaints(
            'shellcheck', '--severity=warning', path))
    else:
        tap.skip(f'{path} has no trap that shellcheck sees', 'no shellcheck here')
for path in python:
    tap.point(f'{path} is understood by Python', compiles(path))
tap.end()
