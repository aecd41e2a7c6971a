#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The rules find what they are there to find, and leave alone what is right."""
import house
import rules

OWNERS = {'gla-day.h': 'base', 'gla-day-private.h': 'base', 'gla-history.h': 'record',
          'gla-store.h': 'store'}
LONG = 'void\nf (void)\n{\n' + '  g ();\n' * 90 + '}\n'


def layers(text):
    return rules.layers(text, 'record', {'base'}, set(), OWNERS)


def libraries(text):
    return rules.libraries(text, 'drawing', {'gio_dep', 'cairo_dep'})


def listed(*paths):
    return rules.translation_list(list(paths), {'app/a.c', 'app/b.c'})


def translatable(text):
    return ['yes'] if rules.translatable('app/x.c', text) else []


def in_interface(text):
    return ['yes'] if rules.translatable('ui/x.ui', text) else []


def opening(text):
    return rules.first_includes(text, 'gla-x.h')


# A rule, a text, and how many complaints it has to give.
CASES = [
    (layers, '#include "config.h"\n#include "gla-day.h"\n#include "gla-history.h"\n', 0),
    (layers, '#include "gla-store.h"\n', 1),
    (layers, '# include "gla-store.h"\n', 1),
    (layers, '#include "gla-day-private.h"\n', 1),
    (layers, '#include "gla-nowhere.h"\n', 1),
    (layers, '#include "../base/gla-day.h"\n', 1),
    (layers, '#include "gla-data-resource.h"\n', 1),
    (libraries, '#include <cairo.h>\n#include <pango/pangocairo.h>\n#include <math.h>\n', 0),
    (libraries, '#include <gtk/gtk.h>\n', 1),
    (libraries, '#include <adwaita.h>\n', 1),
    (libraries, '#include <sqlite3.h>\n', 1),
    (libraries, '#include <libxml/tree.h>\n', 1),
    (rules.sql, 'x = "SELECT id FROM patient";\n', 1),
    (rules.sql, 'x = "PRAGMA user_version";\n', 1),
    (rules.sql, 'x = "INSERT OR IGNORE INTO a VALUES (1)";\n', 1),
    (rules.sql, '/* "SELECT " in a comment */ x = "Select a patient";\n', 0),
    (rules.sql, "x = '\"'; y = \"UPDATE staff SET name = :name\";\n", 1),
    (rules.file_length, 'x\n' * 600, 0),
    (rules.file_length, 'x\n' * 601, 1),
    (rules.function_length, LONG, 1),
    (rules.function_length, LONG.replace('f (', 'gla_x_class_init ('), 0),
    (rules.function_length, LONG.replace('  g ();\n' * 90, '  g ();\n' * 78), 0),
    (rules.function_length, 'static const int t[] =\n{\n' + '  1,\n' * 90 + '};\n', 0),
    (rules.function_length, 'typedef struct\n{\n' + '  int a;\n' * 90 + '} X;\n', 0),
    (rules.licence, '/* SPDX-License-Identifier: GPL-3.0-or-later */\n', 0),
    (rules.licence, '\n' * 9 + '/* SPDX-License-Identifier: GPL-3.0-or-later */\n', 1),
    (opening, '#include "config.h"\n#include "gla-x.h"\n', 0),
    (opening, '#include "gla-x.h"\n#include "config.h"\n', 2),
    (rules.unfinished, '/* TO' + 'DO: later */\n', 1),
    (rules.unfinished, '/* what is still to do */\n', 0),
    (translatable, 'x = _("Find");\n', 1),
    (translatable, 'x = ngettext ("%d day", "%d days", n);\n', 1),
    (translatable, '/* _("Find") */ x = gla_ ("Find"); y = "_(";\n', 0),
    (in_interface, '<property name="label" translatable="yes">Find</property>', 1),
    (in_interface, '<property name="label">Find</property>', 0),
    (listed, ('app/a.c', 'app/b.c'), 0),
    (listed, ('app/b.c', 'app/a.c'), 1),
    (listed, ('app/a.c',), 1),
    (listed, ('app/a.c', 'app/b.c', 'app/c.c'), 1),
    (listed, ('app/a.c', 'app/a.c', 'app/b.c'), 1),
    (rules.package_list, 'build gcc gcc gcc\ntest - a -\ntest - b -\n', 0),
    (rules.package_list, 'build gcc gcc\n', 1),
    (rules.package_list, 'build gcc gcc gcc\ntest gcc gcc gcc\n', 1),
    (rules.package_list, 'sometimes gcc gcc gcc\n', 1),
]

tap = house.Tap()
for number, (rule, text, expected) in enumerate(CASES, 1):
    found = rule(*text) if isinstance(text, tuple) else rule(text)
    tap.point(f'{rule.__name__}, case {number}', [] if len(found) == expected else [
        f'{expected} expected, got {len(found)}: {found}'])
tap.point('the tables of app/meson.build are read', [] if (
    house.table('room_uses')['record'] == {'base'}
    and 'sqlite_dep' in house.table('room_libraries')['store']) else ['not as they are'])
tap.end()
