"""The graphs of exported views, written for dot as a script would write them."""
import json


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def node(element):
    texts = element["name"], element["technology"], element["description"]
    label = "\n".join(filter(None, texts))
    return f'{quoted(element["id"])} [shape=box, label={quoted(wrapped(label))}];'


def wrapped(text, width=28):
    """As many characters a line as fit into a box of C4."""
    lines = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split():
            if line and len(line) + 1 + len(word) > width:
                lines.append(line)
                line = word
            else:
                line = f"{line} {word}".strip()
        lines.append(line)
    return "\n".join(lines)


def dot_of(view):
    """The same boxes, boundaries, lines and labels, for dot to measure, place and draw."""
    lines = ["digraph {", "newrank=true;"]
    for number, boundary in enumerate(view["boundaries"]):
        lines.append(f'subgraph cluster_{number} {{ label={quoted(boundary["name"])};')
        lines += [node(e) for e in view["elements"] if e["boundary"] == boundary["id"]]
        lines.append("}")
    lines += [node(e) for e in view["elements"] if e["boundary"] is None]
    for relation in view["relations"]:
        style = "solid" if relation["sync"] else "dashed"
        lines.append(f'{quoted(relation["source"])} -> {quoted(relation["target"])} '
                     f'[label={quoted(wrapped(relation["label"] or ""))}, style={style}];')
    return "\n".join(lines + ["}"]) + "\n"


def write_dot(json_file, dot_file):
    view = json.loads(json_file.read_text(encoding="utf-8"))
    dot_file.write_text(dot_of(view), encoding="utf-8")
