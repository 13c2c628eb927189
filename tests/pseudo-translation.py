#!/usr/bin/env python3
"""Makes a catalogue of a language that nobody speaks: every text as it is in the sources, with
accents, between brackets and 40 % longer. What has no brackets in the program isn't translated,
what lacks the closing one is cut off.

    pseudo-translation.py SOURCE CATALOGUE.mo
"""

import ast
import pathlib
import re
import subprocess
import sys

HEADER = """msgid ""
msgstr ""
"Language: xx\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=n != 1;\\n"

"""

# Formats, markup, entities, places to be filled in: these stay as they are.
KEPT = re.compile(r"%(?:\d+\$)?[-+ #0']*\d*(?:\.\d+)?(?:l|ll|z|h)?[a-zA-Z%]"
                  r"|<[^<>]*>|&\w+;|\{\w+\}|--[a-z-]+")

ACCENTS = str.maketrans("aceinosuyzACEINOSUYZ", "áçéíñöşúýžÁÇÉÍÑÖŞÚÝŽ")

# Of a length at which texts of other languages have blanks, too.
PADDING = " žžžžž"


def translate(text):
    if not re.search("[A-Za-z]", KEPT.sub("", text)):
        return text.replace(".", ",")
    parts, end = [], 0
    for kept in KEPT.finditer(text):
        parts += [text[end:kept.start()].translate(ACCENTS), kept.group()]
        end = kept.end()
    parts.append(text[end:].translate(ACCENTS))
    body = "".join(parts)
    length = max(2, len(KEPT.sub("", text)) * 4 // 10)
    padding = (PADDING * (length // len(PADDING) + 1))[:length]
    tail = re.search(r"\s*$", body).group()
    return "[" + body[:len(body) - len(tail)] + padding + "]" + tail


def quote(text):
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'


def read_entry(entry):
    """The keywords of an entry and their texts, without comments."""
    texts, keyword = {}, None
    for line in entry.splitlines():
        found = re.match(r'(msg[a-z_]+(?:\[\d\])?) (".*")$', line)
        if found:
            keyword = found.group(1)
            texts[keyword] = ""
            line = found.group(2)
        if line.startswith('"'):
            texts[keyword] += ast.literal_eval(line)
    return texts


def write_entry(entry):
    texts = read_entry(entry)
    lines = re.findall("^#,.*$", entry, re.M)
    for keyword in ("msgctxt", "msgid", "msgid_plural"):
        if keyword in texts:
            lines.append(f"{keyword} {quote(texts[keyword])}")
    if "msgid_plural" in texts:
        lines += [f"msgstr[0] {quote(translate(texts['msgid']))}",
                  f"msgstr[1] {quote(translate(texts['msgid_plural']))}"]
    else:
        lines.append(f"msgstr {quote(translate(texts['msgid']))}")
    return "\n".join(lines) + "\n\n"


def main():
    source, catalogue = sys.argv[1:]
    template = subprocess.run([pathlib.Path(__file__).parent / "translation-template.sh", source],
                              check=True, capture_output=True).stdout.decode()
    entries = [entry for entry in template.split("\n\n")[1:] if "msgid" in entry]
    text = HEADER + "".join(map(write_entry, entries))
    subprocess.run(["msgfmt", "--check-format", f"--output-file={catalogue}", "-"], check=True,
                   input=text.encode())


main()
