#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Translators see every file with text for people, and no other."""
import gettext
import os
import re
import subprocess
import tempfile

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

# Only base speaks to gettext: a sheet is in another language than the window.
tap.point('texts are asked for in the language of the thread', [
    f'{path}: <{name}>, not "gla-i18n.h"'
    for path in house.files('app', '.c', '.h') if path != 'app/base/gla-i18n.h'
    for sign, name in rules.includes(house.read(path)) if name in ('glib/gi18n.h', 'libintl.h')])

# xgettext ends a text at a macro, and the program would look for another one.
tap.point('no text is put together with a macro', [
    f'{path}: {found[0]}' for path in house.files('app', '.c')
    for found in re.finditer(r'\b_ ?\("(?:[^"\\]|\\.)*"\s+[A-Z_]+', house.read(path))])

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

# As app/base/gla-plural.c counts; the numbers that tell rules of gettext apart.
ONE, NONE_OR_ONE = (lambda n: int(n != 1)), (lambda n: int(n > 1))
COUNTS = {
    'ar': lambda n: n if n < 3 else 3 if 3 <= n % 100 <= 10 else 4 if n % 100 >= 11 else 5,
    'de': ONE, 'es': ONE, 'fr': NONE_OR_ONE, 'it': ONE, 'pt': ONE, 'tr': ONE,
    'pl': lambda n: 0 if n == 1 else 1 if 2 <= n % 10 <= 4 and not 12 <= n % 100 <= 14 else 2,
    'zh_CN': lambda n: 0,
}


def sound(language, folder):
    """What msgfmt has to say: formats, ends of lines, access keys, header."""
    path = os.path.join(house.ROOT, 'po', language + '.po')
    run = subprocess.run(['msgfmt', '--check', '--check-accelerators=_', '--statistics',
                          '--output-file=' + os.path.join(folder, language + '.mo'), path],
                         capture_output=True, text=True, check=False,
                         env={**os.environ, 'LC_ALL': 'C.UTF-8'})
    lines = [line for line in run.stderr.split('\n') if line]
    print(f'# {language}: {lines[-1] if lines else ""}')
    return [f'{language}: {line}' for line in lines[:-1]] \
        + ([] if run.returncode == 0 else [f'{language}: msgfmt has status {run.returncode}'])


def counts(language):
    """The rule of the header gives the form that the program takes."""
    header = re.search(r'^"Plural-Forms:.*?;[^;]*;', house.read(f'po/{language}.po'),
                       re.MULTILINE | re.DOTALL)
    rule = re.search(r'plural=(.*);', header[0].replace('"\n"', '')) if header else None
    if language not in COUNTS or not rule:
        return [f'{language}: no rule, or none in this test']
    form = gettext.c2py(rule[1])
    return [f'{language}: {n} has form {form(n)}, the program takes {COUNTS[language](n)}'
            for n in list(range(250)) + [1000, 1000000] if form(n) != COUNTS[language](n)]


def missing(language, template, folder):
    """Texts of the program that the language has not."""
    merged = os.path.join(folder, language + '.po')
    subprocess.run(['msgmerge', '--quiet', '--no-fuzzy-matching', '--output-file=' + merged,
                    os.path.join(house.ROOT, 'po', language + '.po'), template], check=True)
    run = subprocess.run(['msgattrib', '--untranslated', '--no-obsolete', '--no-wrap', merged],
                         capture_output=True, text=True, check=True)
    lines = run.stdout.split('\n')
    # A text of several lines begins with an empty one, as the header does.
    return [f'{language}: {line} {after}' for line, after in zip(lines, lines[1:])
            if line.startswith('msgid ') and (line != 'msgid ""' or after.startswith('"'))]


# The window itself is in these; the others have the sheets for patients (tests/handout).
WHOLE = ('de', 'es', 'fr')
languages = [path[len('po/'):-len('.po')] for path in house.files('po', '.po')]
with tempfile.TemporaryDirectory() as folder:
    template = os.path.join(folder, 'glabella.pot')
    with open(template, 'w', encoding='utf-8') as file:
        file.write(result.stdout)
    tap.point('the window is whole in ' + ', '.join(WHOLE),
              [text for language in WHOLE for text in missing(language, template, folder)])
with tempfile.TemporaryDirectory() as folder:
    tap.point('the translations are sound',
              [complaint for language in languages for complaint in sound(language, folder)])
tap.point('each language counts as the program does',
          [complaint for language in languages for complaint in counts(language)])
tap.end()
