# SPDX-License-Identifier: GPL-3.0-or-later
"""The house rules that a script can see. Each takes a text and gives a list of complaints."""
import re

FILE_LIMIT = 600
FUNCTION_LIMIT = 80

# Where the headers of a library are, and which dependencies of app/meson.build allow them.
LIBRARIES = [
    (r'gtk/|gdk/|gsk/|adwaita\.h', {'gtk_dep'}),
    (r'cairo|pango/', {'cairo_dep', 'gtk_dep'}),
    (r'sqlite3\.h', {'sqlite_dep'}),
    (r'libxml/', {'xml_dep'}),
    (r'gio/', {'gio_dep'}),
    (r'unicode/', {'icu_dep'}),
]
RESOURCES = {'gla-data-resource.h': 'data_lib', 'gla-ui-resource.h': 'ui_lib'}

STRING = r'"(?:\\.|[^"\\\n])*"'
CHARACTER = r"'(?:\\.|[^'\\\n])'"
SQL = re.compile(r'\b(SELECT\s|INSERT\s+(OR\s+\w+\s+)?INTO\b|UPDATE\s+\w+\s+SET\b|DELETE\s+FROM\b'
                 r'|CREATE\s+(TABLE|INDEX|VIEW|TRIGGER|VIRTUAL)\b|DROP\s+TABLE\b|PRAGMA\s)')
TRANSLATED = re.compile(r'\b(?:_|N_|Q_|C_|NC_|gettext|ngettext|g_dgettext|g_dngettext'
                        r'|g_dpgettext2?)\s*\(\s*"')
UNFINISHED = re.compile(r'\b(TODO|FIXME|XXX|HACK)\b')


def without_comments(text):
    """C without its comments; strings stay as they are."""
    pattern = re.compile(rf'({STRING}|{CHARACTER})|/\*.*?\*/|//[^\n]*', re.DOTALL)
    return pattern.sub(lambda match: match[1] or ' ', text)


def strings(text):
    """The strings of C outside comments, with their quotes."""
    found = re.findall(rf'{CHARACTER}|({STRING})', without_comments(text))
    return [string for string in found if string]


def includes(text):
    """Pairs of the opening sign and the name."""
    return re.findall(r'^\s*#\s*include\s*(["<])([^">]+)[">]', text, re.MULTILINE)


def layers(text, room, uses, resources, owners):
    """Own headers come from rooms that this room may use, and are named without a path."""
    complaints = []
    for sign, name in includes(text):
        if sign != '"' or name == 'config.h':
            continue
        if '/' in name:
            complaints.append(f'"{name}" is included by a path')
        elif name in RESOURCES:
            if RESOURCES[name] not in resources:
                complaints.append(f'"{name}": {room} is not in room_resources with it')
        elif name not in owners:
            complaints.append(f'"{name}" is in no room')
        elif owners[name] != room and owners[name] not in uses:
            complaints.append(f'"{name}" is in {owners[name]}, which {room} may not use')
        elif owners[name] != room and name.endswith('-private.h'):
            complaints.append(f'"{name}" is for {owners[name]} alone')
    return complaints


def libraries(text, room, allowed):
    """Outside headers belong to libraries that the room is built with."""
    complaints = []
    for sign, name in includes(text):
        for pattern, dependencies in LIBRARIES:
            if sign == '<' and re.match(pattern, name) and not dependencies & allowed:
                complaints.append(f'<{name}> is not for {room}')
    return complaints


def sql(text):
    """No statement of SQL in a string."""
    return [f'SQL outside store: {string[:60]}' for string in strings(text) if SQL.search(string)]


def file_length(text):
    count = text.count('\n')
    return [f'{count} lines, more than {FILE_LIMIT}'] if count > FILE_LIMIT else []


def function_length(text):
    """Bodies between braces in the first column; class_init may list many properties."""
    complaints, begin, name = [], None, ''
    lines = text.split('\n')
    for number, line in enumerate(lines):
        match = re.match(r'(\w+) \(', line)
        if match:
            name = match[1]
        if line == '{':
            begin = number
        elif line == '}' and begin is not None:
            count = number - begin + 1
            if count > FUNCTION_LIMIT and not name.endswith('_class_init'):
                complaints.append(f'{name} () has {count} lines, more than {FUNCTION_LIMIT}')
            begin = None
        elif line.startswith('}'):
            begin = None
    return complaints


def licence(text):
    """An SPDX line among the first lines, after what a format wants to come first."""
    head = '\n'.join(text.split('\n')[:4])
    return [] if 'SPDX-License-Identifier: ' in head else ['no SPDX line at the top']


def first_includes(text, own):
    """config.h first, then the file's own header or its private one, if it has one."""
    names = [name for _, name in includes(text)]
    complaints = []
    if names[:1] != ['config.h']:
        complaints.append('config.h is not the first include')
    if own and names[1:2] not in ([own], [own[:-2] + '-private.h']):
        complaints.append(f'its own header "{own}" is not the second include')
    return complaints


def unfinished(text):
    return [f'{match[0]} left behind' for match in UNFINISHED.finditer(text)]


def translatable(path, text):
    """Whether a translator has to see this file."""
    if path.endswith('.ui'):
        return re.search(r'translatable="(yes|true|1)"', text) is not None
    return TRANSLATED.search(re.sub(STRING, '""', without_comments(text))) is not None


def translation_list(listed, wanted):
    """POTFILES.in has each wanted file once, in order, and no other."""
    complaints = [f'{path} is listed twice' for path in sorted({path for path in listed
                                                                if listed.count(path) > 1})]
    complaints += [f'{path} has text to translate and is not listed'
                   for path in sorted(wanted - set(listed))]
    complaints += [f'{path} is listed and has nothing to translate, or is gone'
                   for path in sorted(set(listed) - wanted)]
    if listed != sorted(listed):
        complaints.append('the list is not sorted')
    return complaints


def package_list(text):
    """A known purpose and a name for each of three systems; no name twice for one."""
    complaints, seen = [], set()
    for line in text.split('\n'):
        words = line.split()
        if not words or words[0].startswith('#'):
            continue
        if len(words) != 4 or words[0] not in ('build', 'test', 'benchmark'):
            complaints.append(f'not a purpose and three names: {line}')
            continue
        if words[1] != '-' and words[1] in seen:
            complaints.append(f'{words[1]} is listed twice')
        seen.add(words[1])
    return complaints
