#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-names.py PROGRAM

Looks at the program from outside, as a screen reader does: everything that can get the
keyboard has a name of words, in every window that a clinic sees daily. Runs on a bus and
an X server of its own; without pyatspi it is skipped.
"""
import os
import subprocess
import sys
import tempfile
import time

# Warnings are fatal in the program, not in the libraries of this script.
DEBUG = os.environ.pop('G_DEBUG', '')

try:
    import pyatspi
    from gi.repository import GLib
except ImportError:
    sys.exit(77)

PATIENCE = 20.0

# What a person presses, types into or moves over. Panes and lists hand the focus on.
ROLES = {
    'check box', 'check menu item', 'combo box', 'entry', 'link', 'list item', 'menu item',
    'page tab', 'password text', 'push button', 'radio button', 'radio menu item', 'slider',
    'spin button', 'switch', 'table row', 'text', 'toggle button', 'tree item',
}

# The toolkit's own rows and buttons inside these are named by what is around them.
CLOSED = {'combo box', 'calendar'}


def wait(condition, what):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            result = condition()
            if result:
                return result
        except (GLib.Error, AttributeError):
            pass        # the object went away between two calls
        time.sleep(0.03)
    raise AssertionError(f'timed out: {what}')


def walk(node):
    """Everything inside, but only the first rows of a long list."""
    yield node
    role = node.getRoleName()
    if role in CLOSED:
        return
    for i in range(min(node.childCount, 8) if role in ('list', 'tree table') else node.childCount):
        child = node.getChildAtIndex(i)
        if child is not None:
            yield from walk(child)


def is_named(name):
    """Words, once, without a mark of a mnemonic and not the name of a type."""
    words = name.split()
    half = len(words) // 2
    if not words or '_' in name or words[0].startswith(('Gtk', 'Adw')):
        return False
    return not (words[0].startswith('Gla') and words[0][3:4].isupper()) and (
        len(words) % 2 == 1 or words[:half] != words[half:])


class Program:
    """The program, and what it shows to assistive technology."""

    def __init__(self, command):
        self.process = subprocess.Popen(command, env={**os.environ, 'G_DEBUG': DEBUG})
        self.top = wait(self.find_top, 'the program')

    def find_top(self):
        desktop = pyatspi.Registry.getDesktop(0)
        for i in range(desktop.childCount):
            top = desktop.getChildAtIndex(i)
            if top is not None and top.get_process_id() == self.process.pid:
                return top
        return None

    def windows(self):
        return [self.top.getChildAtIndex(i) for i in range(self.top.childCount)]

    def find(self, role, name):
        for node in walk(self.top):
            if node.getRoleName() == role and node.name.startswith(name):
                return node
        return None

    def press(self, name):
        wait(lambda: self.find('push button', name), name).queryAction().doAction(0)

    def close(self):
        self.process.terminate()
        return self.process.wait()


def complain(window, place):
    """The number of things in the window that have no proper name."""
    faults = 0
    for node in walk(window):
        if (node.getRoleName() in ROLES and node.getState().contains(pyatspi.STATE_FOCUSABLE)
                and node.parent.getRoleName() != 'tree table'      # the row of titles
                and not is_named(node.name)):
            print(f'{place}: {node.getRoleName()} “{node.name}” in {path_of(node)}')
            faults += 1
    return faults


def path_of(node):
    names = []
    parent = node.parent
    while parent is not None and len(names) < 6:
        names.insert(0, f'{parent.getRoleName()} “{parent.name}”')
        parent = parent.parent
    return ', '.join(names)


def check_window(program, name):
    """Opens a window by the button of that name, looks at it and closes it."""
    count = len(program.windows())
    program.press(name)
    wait(lambda: len(program.windows()) > count, f'the window of {name}')
    window = program.windows()[-1]
    button = wait(lambda: next((node for node in walk(window)
                                if node.name in ('Cancel', 'Close')), None), f'{name}: Cancel')
    faults = complain(window, name)
    button.queryAction().doAction(0)
    wait(lambda: len(program.windows()) == count, f'{name} to close')
    return faults


def check(program):
    patients = wait(lambda: program.find('list', 'Patients'), 'the list of patients')
    wait(lambda: patients.childCount > 0, 'patients')
    faults = complain(program.top, 'first')
    patients.querySelection().selectChild(0)
    wait(lambda: program.find('panel', 'Injections and effect'), 'the record')
    wait(lambda: any(node.name and node.getState().contains(pyatspi.STATE_FOCUSABLE)
                     for node in walk(program.find('panel', 'Injections and effect'))),
         'the timeline')
    faults += complain(program.top, 'record')
    program.press('Show as Table')
    wait(lambda: program.find('list', 'GtkColumnListView').childCount > 0, 'the table')
    faults += complain(program.top, 'table')
    for name in ('New Treatment', 'Follow-up', 'New Patient', 'Add a Treatment Elsewhere',
                 'Add an Adverse Event', 'Edit…'):
        faults += check_window(program, name)
    return faults


def main():
    with tempfile.TemporaryDirectory(prefix='glabella-names.') as folder:
        clinic = os.path.join(folder, 'clinic.glabella')
        subprocess.run([sys.argv[1], 'demo', clinic, '--patients', '20', '--until', '2026-06-30'],
                       check=True)
        try:
            pyatspi.Registry.getDesktop(0).childCount
        except (GLib.Error, AttributeError, RuntimeError):
            sys.exit(77)
        program = Program([sys.argv[1], '--clinic', clinic, '--today', '2026-06-30'])
        try:
            faults = check(program)
        finally:
            program.close()
    sys.exit(1 if faults > 0 else 0)


main()
