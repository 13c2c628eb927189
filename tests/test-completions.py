#!/usr/bin/env python3
"""test-completions.py SHELL SCRIPT...: what a shell with these completions makes of a line.

Each line is typed at the shell's own line editor, as people do; then a key shows all completions at
the cursor, and another writes the line to a file. Prints TAP.
"""

import os
import pty
import select
import shlex
import shutil
import subprocess
import sys
import tempfile
import termios
import time

MODEL = os.path.join(os.environ['G_TEST_SRCDIR'], 'data', 'cli', 'shop.yaml')
VIEWS = ['system-context', 'container', 'component-site', 'flow-purchase', 'dependencies']
FINDINGS = ['cycles', 'sync-cycles', 'fragile', 'candidates']

# What is typed, and the completions that there are then.
CASES = [
    ('seefour --n', ['--new-window']),
    ('seefour sh', ['shop.yaml']),
    ('seefour-cli ', ['views', 'export', 'check', 'analyze']),
    ('seefour-cli ex', ['export']),
    ('seefour-cli check --', ['--help', '--quiet']),
    ('seefour-cli export --no-', ['--no-external', '--no-legend', '--no-stamp', '--no-title']),
    ('seefour-cli export --format=', ['svg', 'png', 'pdf', 'json']),
    ('seefour-cli export --format=p', ['png', 'pdf']),
    ('seefour-cli export --theme ', ['light', 'dark', 'contrast', 'contrast-dark']),
    ('seefour-cli export --detail=s', ['short']),
    ('seefour-cli export --direction ', ['both', 'up', 'down']),
    ('seefour-cli analyze --format ', ['text', 'json']),
    ('seefour-cli analyze --fail-on=', FINDINGS),
    ('seefour-cli analyze --fail-on=cycles,ca', ['candidates']),
    ('seefour-cli export shop.yaml --view=', VIEWS),
    ('seefour-cli export shop.yaml --view ', VIEWS),
    ('seefour-cli export --theme dark shop.yaml --view co', ['container', 'component-site']),
    ('seefour-cli export "two words.yaml" --view f', ['flow-purchase']),
    ('seefour-cli export nothing.yaml --view f', []),
    ('seefour-cli views ', ['models', 'shop.yaml', 'two words.yaml']),
]

BASH = r'''
PS1=
bind 'set completion-query-items 0'
bind 'set bell-style none'
bind '"\C-x\C-a": insert-completions'
report () { printf '%s\0' "$READLINE_LINE" >>.report; READLINE_LINE= READLINE_POINT=0; }
bind -x '"\C-x\C-r": report'
'''

ZSH = r'''
PS1= PS2= RPS1=
autoload -U compinit
zmodload zsh/complist
compinit -D -u
zle -C all-matches complete-word _generic
zstyle ':completion:all-matches::::' completer _all_matches _complete
zstyle ':completion:all-matches:*' insert true
zstyle ':completion:*' file-sort name
bindkey '^X^A' all-matches
report () { print -rN -- "$BUFFER" >>.report; BUFFER= }
zle -N report
bindkey '^X^R' report
unsetopt beep
'''

KEY_COMPLETE, KEY_REPORT = b'\x18\x01', b'\x18\x12'
PATIENCE = 30  # seconds that a shell may take for one answer


class Terminal:
    """A shell on a terminal of its own, whose line editor can be typed at."""

    def __init__(self, command, folder):
        self.report = os.path.join(folder, '.report')
        self.n_answers = 0
        pid, self.terminal = pty.fork()
        if pid == 0:
            os.chdir(folder)
            os.execvp(command[0], command)
        self.type(b'source ./.setup\n')
        self.wait_for(lambda: os.path.exists(os.path.join(folder, '.ready')))

    def type(self, keys):
        os.write(self.terminal, keys)

    def read(self):
        if select.select([self.terminal], [], [], 0.02)[0]:
            os.read(self.terminal, 65536)

    def wait_for(self, condition):
        end = time.monotonic() + PATIENCE
        while not condition():
            if time.monotonic() > end:
                raise TimeoutError('the shell does not answer')
            self.read()

    def is_editing(self):
        """Before it does, the terminal itself would take ^R, to print the line again."""
        return not termios.tcgetattr(self.terminal)[3] & termios.ICANON

    def answers(self):
        if not os.path.exists(self.report):
            return []
        with open(self.report, encoding='utf-8') as file:
            return file.read().split('\0')[:-1]

    def complete(self, line):
        self.wait_for(self.is_editing)
        self.type(line.encode() + KEY_COMPLETE + KEY_REPORT)
        self.n_answers += 1
        self.wait_for(lambda: len(self.answers()) == self.n_answers)
        return self.answers()[-1]


def prepare(folder, shell, scripts):
    """A folder with models, and with what the shell reads first."""
    os.mkdir(os.path.join(folder, 'models'))
    shutil.copy(MODEL, os.path.join(folder, 'shop.yaml'))
    shutil.copy(MODEL, os.path.join(folder, 'two words.yaml'))
    scripts = [os.path.abspath(script) for script in scripts]
    sources = ''.join(f'source {script}\n' for script in scripts)
    setup = {
        'bash': BASH + sources,
        'fish': sources,
        'zsh': f'fpath=({os.path.dirname(scripts[0])} $fpath)\n' + ZSH,
    }[shell]
    with open(os.path.join(folder, '.setup'), 'w', encoding='utf-8') as file:
        file.write(setup + ': >.ready\n')


def ask_fish(folder):
    """Fish says what it completes without a terminal."""
    def complete(line):
        quoted = line.replace('\\', '\\\\').replace("'", "\\'")
        script = f"source ./.setup; complete -C '{quoted}'"
        out = subprocess.run(['fish', '--no-config', '-c', script], cwd=folder, check=True,
                             capture_output=True, text=True).stdout
        return [answer.split('\t')[0] for answer in out.splitlines()]
    return complete


def ask_terminal(shell, folder):
    command = {'bash': ['bash', '--norc', '--noprofile', '-i'], 'zsh': ['zsh', '-f', '-i']}[shell]
    terminal = Terminal(command, folder)

    def complete(line):
        head = line[:line.rindex(' ') + 1]
        answer = terminal.complete(line)
        return shlex.split(answer[len(head):]) if answer.startswith(head) else [answer]
    return complete


def normalize(answers, typed):
    """The completions alone: without what was typed before them, in the order of the alphabet."""
    word = typed[typed.rindex(' ') + 1:]
    done = max(word.rfind('='), word.rfind(',')) + 1
    answers = [answer.removeprefix(word[:done]).rstrip('=,/') for answer in answers]
    if answers == [word[done:]] or answers == ['']:
        return []
    return sorted(set(answers))


def main():
    shell, scripts = sys.argv[1], sys.argv[2:]
    if shutil.which(shell) is None:
        print(f'1..0 # SKIP {shell} is not installed')
        return
    os.environ['PATH'] = os.path.dirname(os.environ['SEEFOUR_CLI']) + ':' + os.environ['PATH']
    with tempfile.TemporaryDirectory() as folder:
        os.environ['HOME'] = folder
        prepare(folder, shell, scripts)
        complete = ask_fish(folder) if shell == 'fish' else ask_terminal(shell, folder)
        print(f'1..{len(CASES)}')
        for number, (typed, expected) in enumerate(CASES, 1):
            answers = normalize(complete(typed), typed)
            result = 'ok' if answers == sorted(expected) else 'not ok'
            print(f'{result} {number} - {typed}', flush=True)
            if result != 'ok':
                print(f'# {answers} instead of {sorted(expected)}', flush=True)


main()
