#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sum at the end of tests/run counts single tests, and every way to fail."""
import json
import os
import subprocess
import sys
import tempfile

import house

# What the log holds of one program, and the last line that the sum of it has to be.
CASES = [
    ([('OK', 0, 'ok 1 /a\nok 2 /b\n1..2\n')], 0, '2 passed, 0 failed', 0),
    ([('FAIL', 1, 'ok 1 /a\nnot ok 2 /b\n1..2\n')], 0, '1 passed, 1 failed', 1),
    ([('OK', 0, '1..2\nok 1 /a # SKIP no such thing here\nok 2 /b\n')], 0,
     '1 passed, 0 failed, 1 skipped', 0),
    ([('ERROR', -11, '1..9\nok 1 /a\n')], 0, '1 passed, 1 failed', 1),
    ([('ERROR', 1, '')], 0, '0 passed, 1 failed', 1),
    ([('TIMEOUT', -15, 'ok 1 /a\n')], 0, '1 passed, 1 failed', 1),
    ([('OK', 0, 'ok 1 /a\n'), ('OK', 0, '# a remark: not ok\nok 1 /b\n    not ok 1 inner\n')], 0,
     '2 passed, 0 failed', 0),
    ([('SKIP', 77, '')], 0, '0 passed, 0 failed, 1 skipped', 1),
    ([('OK', 0, 'ok 1 /a\n')], 2, '1 passed, 2 failed', 1),
    ([], 1, '0 passed, 1 failed', 1),
]

tap = house.Tap()
for number, (entries, broken, line, status) in enumerate(CASES, 1):
    with tempfile.NamedTemporaryFile('w', suffix='.json', encoding='utf-8') as log:
        for index, (result, code, output) in enumerate(entries):
            log.write(json.dumps({'name': f'glabella:base / test {index}', 'stdout': output,
                                  'result': result, 'returncode': code}) + '\n')
        log.flush()
        got = subprocess.run(
            [sys.executable, os.path.join(house.ROOT, 'tests/support/tally'),
             '--failed', str(broken), 'one=' + log.name],
            capture_output=True, text=True, check=False)
    last = got.stdout.rstrip('\n').split('\n')[-1]
    tap.point(f'case {number}: {line}', [] if (last, got.returncode) == (line, status) else [
        f'got "{last}", status {got.returncode} {got.stderr}'])
tap.end()
