#!/usr/bin/env python3
"""test-flatpak.py BUILD_FOLDER: checks the Flatpak manifest as far as can be done without building it.

Sources are pinned, permissions are the least, and every library that the build looks for comes with
the runtime or from a module. Prints TAP.
"""

import json
import os
import re
import subprocess
import sys

try:
    import yaml
except ImportError:
    print('1..0 # SKIP python3-yaml is not installed')
    sys.exit()

ID = 'io.github.seefour.Seefour'
TOP = os.path.join(os.environ['G_TEST_SRCDIR'], '..')

# A window on either kind of display, drawn by the graphics card; nothing else.
PERMISSIONS = {'--device=dri', '--share=ipc', '--socket=fallback-x11', '--socket=wayland'}

# Libraries of org.gnome.Platform.
RUNTIME = {'cairo', 'gio-2.0', 'gio-unix-2.0', 'glib-2.0', 'gtk4', 'gtk4-x11', 'harfbuzz',
           'json-glib-1.0', 'libadwaita-1', 'libxml-2.0', 'm', 'pangocairo'}

# What the modules bring.
MODULES = {'graphviz': {'gvplugin_dot_layout', 'libcgraph', 'libgvc'}, 'libyaml': {'yaml-0.1'}}

KEYS = {'id', 'runtime', 'runtime-version', 'sdk', 'command', 'finish-args', 'cleanup', 'modules'}
MODULE_KEYS = {'name', 'buildsystem', 'build-options', 'build-commands', 'config-opts', 'cleanup',
               'sources'}


def is_pinned(source):
    """Only bytes that are known can come."""
    if source['type'] == 'archive':
        return re.fullmatch('[0-9a-f]{64}', source['sha256'])
    if source['type'] == 'git':
        return re.fullmatch('[0-9a-f]{40}', source['commit'])
    return source['type'] in ('dir', 'script')


def check_application(manifest, _):
    assert set(manifest) <= KEYS, set(manifest) - KEYS
    assert manifest['id'] == ID
    assert manifest['runtime'] == 'org.gnome.Platform' and manifest['sdk'] == 'org.gnome.Sdk'
    assert isinstance(manifest['runtime-version'], str)
    assert manifest['command'] == 'seefour'


def check_permissions(manifest, _):
    assert set(manifest['finish-args']) == PERMISSIONS


def check_modules(manifest, _):
    names = [module['name'] for module in manifest['modules']]
    assert names == [*MODULES, 'seefour'], names
    for module in manifest['modules']:
        assert set(module) <= MODULE_KEYS, set(module) - MODULE_KEYS
        assert module['buildsystem'] in ('autotools', 'meson', 'simple')
        assert (module['buildsystem'] == 'simple') == ('build-commands' in module)


def check_sources(manifest, _):
    for module in manifest['modules']:
        assert module['sources']
        for source in module['sources']:
            assert is_pinned(source), source
            assert source.get('url', 'https:').startswith('https:')


def check_dependencies(manifest, build):
    found = subprocess.run(['meson', 'introspect', '--dependencies', build], check=True,
                           capture_output=True, text=True).stdout
    # Newer versions of Meson list what the build declares itself, too, as "dep" and a number.
    needed = {dependency['name'] for dependency in json.loads(found)}
    needed = {name for name in needed if not re.fullmatch('dep[0-9]+', name)}
    missing = needed - RUNTIME - set.union(*MODULES.values())
    assert needed and not missing, missing


CHECKS = [check_application, check_permissions, check_modules, check_sources, check_dependencies]


def main():
    with open(os.path.join(TOP, 'flatpak', ID + '.yml'), encoding='utf-8') as file:
        manifest = yaml.safe_load(file)
    print(f'1..{len(CHECKS)}')
    for number, check in enumerate(CHECKS, 1):
        try:
            check(manifest, sys.argv[1])
            print(f'ok {number} - {check.__name__}')
        except (AssertionError, KeyError) as error:
            print(f'not ok {number} - {check.__name__}: {error}')


main()
