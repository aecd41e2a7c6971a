#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Translators see every file with text for people, and no other."""
import os
import subprocess

import house
import rules

tap = house.Tap()
listed = [line for line in house.read('po/POTFILES.in').split('\n')
          if line and not line.startswith('#')]
wanted = {path for path in house.files('app', '.c') + house.files('ui', '.ui')
          if rules.translatable(path, house.read(path))}
wanted |= set(house.files('data', '.desktop.in', '.metainfo.xml.in'))
wanted |= set(house.files('data', '.xml')) & set(listed)
tap.point('po/POTFILES.in lists what is to be translated', rules.translation_list(listed, wanted))

result = subprocess.run(
    ['xgettext', '--from-code=UTF-8', '--add-comments', '--keyword=_', '--keyword=N_',
     '--keyword=C_:1c,2', '--keyword=NC_:1c,2', '--keyword=g_dngettext:2,3',
     '--directory=' + house.ROOT, '--files-from=' + house.ROOT + '/po/POTFILES.in',
     '--output=-'], capture_output=True, text=True, check=False,
    env={**os.environ, 'GETTEXTDATADIRS': house.ROOT + '/data'})
tap.point('the texts can be taken out without a warning',
          [line for line in result.stderr.split('\n') if line]
          or ([] if result.returncode == 0 else [f'xgettext: status {result.returncode}']))
tap.point('each language of po/LINGUAS has its file, and the other way round', sorted(
    {line.strip() for line in house.read('po/LINGUAS').split('\n')
     if line.strip() and not line.startswith('#')}
    ^ {path[len('po/'):-len('.po')] for path in house.files('po', '.po')}))
tap.end()
