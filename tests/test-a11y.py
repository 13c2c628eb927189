#!/usr/bin/python3
"""What a screen reader finds in the windows of the viewer, by the bus that screen readers use,
while keys are pressed on a real keyboard. Called under with-display.sh:

    test-a11y.py VIEWER MODEL GTK-VERSION
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time

# The viewer's warnings are fatal, those of the library that looks at it are not.
VIEWER_ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "GTK_A11Y"}
os.environ.pop("G_DEBUG", None)
try:
    import gi
    gi.require_version("Atspi", "2.0")
    from gi.repository import Atspi, Gio, GLib
except (ImportError, ValueError):
    print("1..0 # SKIP gir1.2-atspi-2.0 is not installed")
    sys.exit(0)

APPLICATION = "io.github.seefour.Seefour"
CONTEXT = "System Context of "
PATIENCE = 30  # seconds: no test passes by waiting for it
INTERACTIVE = {
    Atspi.Role.PUSH_BUTTON, Atspi.Role.TOGGLE_BUTTON, Atspi.Role.CHECK_BOX, Atspi.Role.COMBO_BOX,
    Atspi.Role.ENTRY, Atspi.Role.TEXT, Atspi.Role.LIST_ITEM, Atspi.Role.LINK,
    Atspi.Role.SPIN_BUTTON, Atspi.Role.SLIDER, Atspi.Role.PAGE_TAB, Atspi.Role.RADIO_BUTTON,
    Atspi.Role.MENU_ITEM, Atspi.Role.FRAME, Atspi.Role.DIALOG,
    getattr(Atspi.Role, "SWITCH", Atspi.Role.TOGGLE_BUTTON),
}
# Where GTK finds no name it says what class of its own a widget is: as good as nothing.
CLASS_NAME = re.compile(r"(Gtk|Adw|C4)[A-Z][A-Za-z]+$")

# What GTK and libadwaita have in widgets of theirs and give no name, by the role and the name of
# what it is in: the button of a drop-down, the item that a row shows as chosen, the close button of
# a tab.
INNER = re.compile("combo box .*|list (GtkListView)?|filler AdwTab.*")

events = []  # (type, source's name, what it says) since the test began


# How something is said: GTK 4.14 can, before it the name of the window changes.
SAID = ("object:announcement", "object:property-change:accessible-name")


class Skip(Exception):
    """Says why this GTK can't do it."""


class Viewer:
    """The program, what the bus says of it, and what to do with it."""

    def __init__(self, program, model, gtk_version):
        self.model = model
        self.gtk_version = tuple(int(part) for part in gtk_version.split(".")[:2])
        self.process = subprocess.Popen([program, model], env=VIEWER_ENVIRONMENT)
        try:
            self.application = wait_for(find_application, "the viewer on the bus")
            self.canvas = wait_for(self.find_canvas, "the canvas")
        except AssertionError:
            self.process.terminate()
            raise

    def find_canvas(self):
        for thing in walk(self.application):
            if thing.get_name().startswith(CONTEXT) and "boxes, " in thing.get_description():
                return thing
        return None

    def need_gtk(self, major, minor, what):
        if self.gtk_version < (major, minor):
            raise Skip(f"before GTK {major}.{minor} {what}")

    def activate(self, action, parameter=None):
        """As a menu does, without a look for where it is."""
        bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        bus.call_sync(APPLICATION, "/" + APPLICATION.replace(".", "/") + "/window/1",
                      "org.gtk.Actions", "Activate",
                      GLib.Variant("(sava{sv})", (action, parameter or [], {})), None, 0, -1)


def wait_for(find, what):
    """Events come in meanwhile: without them the library would remember what was before."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        while GLib.MainContext.default().iteration(False):
            pass
        try:
            found = find()
        except GLib.Error:  # what was looked at went meanwhile
            found = None
        if found:
            return found
        time.sleep(0.05)
    raise AssertionError(f"waited in vain for {what}")


def walk(thing):
    yield thing
    for child in get_children(thing):
        yield from walk(child)


def walk_shown(thing):
    """What isn't shown takes no room: GTK 4.8 says nothing else of it."""
    room = get_room(thing)
    if room is not None and (room.width <= 0 or room.height <= 0):
        return
    yield thing, room
    for child in get_children(thing):
        yield from walk_shown(child)


def get_children(thing):
    try:
        children = [thing.get_child_at_index(index) for index in range(thing.get_child_count())]
    except GLib.Error:  # it went meanwhile
        return []
    return [child for child in children if child is not None]


def has_state(thing, state):
    return thing.get_state_set().contains(state)


def get_room(thing):
    """None: it isn't a thing that has a place, but others may be in it."""
    try:
        return thing.get_extents(Atspi.CoordType.WINDOW)
    except GLib.Error:
        return None


def find_application():
    desktop = Atspi.get_desktop(0)
    for index in range(desktop.get_child_count()):
        child = desktop.get_child_at_index(index)
        if child is not None and "seefour" in (child.get_name() or "").lower():
            return child
    return None


def press(key):
    subprocess.run(["xdotool", "key", key], check=True)


def focus_canvas(viewer):
    """Tab leads there, whatever has the focus first."""
    for _ in range(60):
        if any(has_state(thing, Atspi.StateType.FOCUSED) for thing in walk(viewer.canvas)):
            return
        press("Tab")
        time.sleep(0.1)
    raise AssertionError("Tab never led to the canvas")


def select(viewer, name):
    """Tab reads on until it comes to a box."""
    focus_canvas(viewer)
    for _ in range(60):
        if viewer.canvas.get_description().startswith(name + ","):
            return
        before = viewer.canvas.get_description()
        press("Tab")
        wait_for(lambda: viewer.canvas.get_description() != before, "the next part")
    raise AssertionError(f"Tab never led to {name}")


def find_parts(canvas):
    lists = [child for child in get_children(canvas) if child.get_role() == Atspi.Role.LIST]
    assert len(lists) == 1, [child.get_role_name() for child in get_children(canvas)]
    return get_children(lists[0])


def get_frame(thing):
    return thing.get_extents(Atspi.CoordType.WINDOW)


def check_parts(viewer):
    """Every box and every line is in a list under the canvas, with a role, a name and its place"""
    viewer.need_gtk(4, 10, "only widgets are on the bus")
    n_boxes, n_lines = map(int, re.findall(r"\d+", viewer.canvas.get_description()))
    parts = find_parts(viewer.canvas)
    names = [part.get_name() for part in parts]
    lines = [name for name in names if " → " in name]
    assert len(lines) == n_lines and len(parts) - len(lines) == n_boxes, names
    roles = [part.get_role() for part in parts]
    assert roles.count(Atspi.Role.PUSH_BUTTON) == 1, roles
    assert set(roles) == {Atspi.Role.PUSH_BUTTON, Atspi.Role.LIST_ITEM}, roles
    system = parts[roles.index(Atspi.Role.PUSH_BUTTON)]
    name = viewer.canvas.get_name().removeprefix(CONTEXT)
    assert re.fullmatch(re.escape(name) + r", Software System, \d+ flows? in, \d+ flows? out",
                        system.get_name()), system.get_name()
    assert system.get_description(), names
    # A box is read before the lines that leave it.
    for number, line in enumerate(names):
        if " → " in line:
            assert names.index(next(n for n in names if n.startswith(line.split(" → ")[0] + ",")
                                    and " → " not in n)) < number, names


def check_places(viewer):
    """They lie within the canvas, and where they are follows the camera"""
    viewer.need_gtk(4, 10, "only widgets are on the bus")
    canvas = get_frame(viewer.canvas)
    boxes = [part for part in find_parts(viewer.canvas) if " → " not in part.get_name()]
    frames = [get_frame(box) for box in boxes]
    for frame in frames:
        assert frame.width > 0 and frame.height > 0
        assert canvas.x <= frame.x and frame.x + frame.width <= canvas.x + canvas.width
        assert canvas.y <= frame.y and frame.y + frame.height <= canvas.y + canvas.height
    for number, frame in enumerate(frames):
        for other in frames[:number]:
            assert (frame.x >= other.x + other.width or other.x >= frame.x + frame.width
                    or frame.y >= other.y + other.height or other.y >= frame.y + frame.height)
    focus_canvas(viewer)
    press("plus")
    wait_for(lambda: get_frame(boxes[0]).width > frames[0].width, "a larger box")
    press("0")
    wait_for(lambda: get_frame(boxes[0]).width == frames[0].width, "the box as it was")


def check_walk(viewer):
    """Tab reads boxes and lines, each in full; the canvas says which"""
    said = []
    focus_canvas(viewer)
    for _ in range(4):
        said.append(viewer.canvas.get_description())
        before = said[-1]
        press("Tab")
        wait_for(lambda: viewer.canvas.get_description() != before, "the next part of the diagram")
    assert any("flows in" in text or "flow in" in text for text in said), said
    assert any("synchronous flow" in text for text in said), said


def check_relations(viewer):
    """A line leads to its end, a box to the lines that leave it."""
    part = wait_for(lambda: next((part for part in find_parts(viewer.canvas)
                                  if has_state(part, Atspi.StateType.FOCUSED)), None), "the focus")
    relations = {relation.get_relation_type(): relation.get_target(0).get_name()
                 for relation in part.get_relation_set()}
    target = relations[Atspi.RelationType.FLOWS_TO]
    if " → " in part.get_name():
        assert target.startswith(re.split(" → |, ", part.get_name())[1] + ","), relations
    else:
        assert target.startswith(part.get_name().split(",")[0] + " → "), relations


def check_focus(viewer):
    """What is selected has the focus, and is said to have it"""
    viewer.need_gtk(4, 18, "the focus is always a widget's")
    focus_canvas(viewer)
    press("Escape")
    wait_for(lambda: has_state(viewer.canvas, Atspi.StateType.FOCUSED), "the focus of the whole")
    for key in ["Tab", "Right", "Left", "ctrl+Down", "Tab"]:
        del events[:]
        press(key)
        moved = wait_for(lambda: [event for event in events
                                  if event[0] == "object:state-changed:focused" and event[2]],
                         f"the focus after {key}")
        wait_for(lambda: moved[-1][1] == viewer.canvas.get_description(), f"{moved} in both")
    check_relations(viewer)
    focused = [thing for thing in walk(viewer.application)
               if has_state(thing, Atspi.StateType.FOCUSED)]
    assert [thing.get_name() for thing in focused] == [moved[-1][1]]
    press("Escape")
    wait_for(lambda: has_state(viewer.canvas, Atspi.StateType.FOCUSED), "the focus of the whole")


def check_views(viewer):
    """Enter leads into a box; the canvas has the name and parts of what is inside, which is said"""
    system = viewer.canvas.get_name().removeprefix(CONTEXT)
    select(viewer, system)
    del events[:]
    press("Return")
    wait_for(lambda: not viewer.canvas.get_name().startswith(CONTEXT), "another name")
    name = viewer.canvas.get_name()
    assert system in name, name
    kind = SAID[viewer.gtk_version < (4, 14)]
    wait_for(lambda: [event for event in events if event[0] == kind and event[2].startswith(name)],
             "what is said of it")
    if viewer.gtk_version >= (4, 10):
        n_lines = int(re.findall(r"\d+", viewer.canvas.get_description())[1])
        wait_for(lambda: sum(" → " in part.get_name()
                             for part in find_parts(viewer.canvas)) == n_lines, "its parts")
    press("alt+Up")
    wait_for(lambda: viewer.canvas.get_name().startswith(CONTEXT), "the level above")


def check_talk(viewer):
    """Each page of a talk is said, the first one when the talk begins"""
    pages = []
    for key in ["F5", "space", "space"]:
        del events[:]
        press(key)
        pages.append(wait_for(lambda: [what for kind, source, what in events
                                       if kind == SAID[viewer.gtk_version < (4, 14)]
                                       and "\n" in what], f"what is said after {key}")[0])
    assert pages[0].startswith(viewer.canvas.get_name() + "\n"), pages
    assert len(set(pages)) == len(pages), pages
    press("Escape")
    wait_for(lambda: len(get_children(viewer.application)) == 1, "the end of the talk")


def check_problems(viewer):
    """A file that was broken is told of wherever the focus is, and so is the next one"""
    with open(viewer.model, encoding="utf-8") as file:
        text = file.read()
    for number, broken in enumerate(["elements: [", "name: A model\nelements: {"]):
        del events[:]
        with open(viewer.model, "w", encoding="utf-8") as file:
            file.write(broken)
        wait_for(lambda: [event for event in events
                          if event[0] in SAID and "last good version" in event[2]],
                 f"problem {number}")
        nameless = find_nameless(viewer, "problems")
        assert not nameless, nameless
    with open(viewer.model, "w", encoding="utf-8") as file:
        file.write(text)


def check_names(viewer):
    """Everything that one can act on says what it is"""
    nameless = find_nameless(viewer, "main window")
    assert not nameless, "\n# ".join(nameless)


def find_nameless(viewer, where):
    nameless = []
    for thing, _ in walk_shown(viewer.application):
        name = thing.get_name() or ""
        if thing.get_role() in INTERACTIVE and (not name or CLASS_NAME.match(name)):
            inside = f"{thing.get_parent().get_role_name()} {thing.get_parent().get_name()}"
            if not INNER.fullmatch(inside):
                nameless.append(f"{where}: {thing.get_role_name()} '{name}' "
                                f"({thing.get_description()}) in {inside}")
    return nameless


def find_shown(viewer):
    """What can be seen, by where it is and what it says."""
    return {(thing.get_role(), thing.get_name(), room.width, room.height)
            for thing, room in walk_shown(viewer.application) if room is not None}


def go(viewer, step, what):
    """Presses a key or activates an action, and waits until something else is shown."""
    before = find_shown(viewer)
    if step.startswith("win."):
        viewer.activate(step.removeprefix("win."))
    else:
        press(step)
    wait_for(lambda: find_shown(viewer) != before, f"{what} after {step}")


# What can be opened, how, and how it is left.
WINDOWS = [
    ("inspector", ["F10"], ["F10"]),
    ("map", ["o"], ["o"]),
    ("focus", ["f"], ["Escape"]),
    ("context menu", ["Menu"], ["Escape"]),
    ("search", ["ctrl+f", "e"], ["Escape"]),
    ("filters", ["ctrl+shift+f"], ["Escape"]),
    ("export", ["ctrl+e"], ["Escape"]),
    ("deck editor", ["win.edit-deck"], ["Escape"]),
    ("preferences", ["ctrl+comma"], ["Escape"]),
    ("shortcuts", ["ctrl+question"], ["Escape"]),
    ("start page", ["ctrl+t"], ["ctrl+w"]),
    ("slides", ["F5", "Tab"], ["Tab"]),
    ("speaker", ["n"], ["n"]),
    ("keys of a talk", ["question"], ["question", "Escape"]),
]


def check_windows(viewer):
    """So it is in every window, dialog and popover, all of which open and close by keys"""
    select(viewer, viewer.canvas.get_name().removeprefix(CONTEXT))
    nameless = []
    for name, opens, closes in WINDOWS:
        for step in opens:
            go(viewer, step, name)
        nameless += find_nameless(viewer, name)
        for step in closes:
            go(viewer, step, f"the end of {name}")
    assert not nameless, "\n# ".join(nameless)


CHECKS = [check_names, check_parts, check_places, check_walk, check_focus, check_views,
          check_windows, check_talk, check_problems]


def on_event(event):
    is_state = event.type.startswith("object:state-changed")
    what = event.detail1 if is_state else str(event.any_data)
    events.append((event.type, event.source.get_name() if event.source else "", what))


def listen():
    listener = Atspi.EventListener.new(on_event)
    for kind in ["object:announcement", "object:state-changed:focused", "object:children-changed",
                 "object:property-change:accessible-name"]:
        listener.register(kind)
    return listener


def run(number, check, viewer):
    try:
        check(viewer)
        print(f"ok {number} {check.__doc__}", flush=True)
    except Skip as reason:
        print(f"ok {number} {check.__doc__} # SKIP {reason}", flush=True)
    except AssertionError as error:
        print(f"# {error}\nnot ok {number} {check.__doc__}", flush=True)


def main(program, model, gtk_version):
    if shutil.which("xdotool") is None:
        print("1..0 # SKIP xdotool is not installed")
        return
    with tempfile.TemporaryDirectory() as folder:
        viewer = Viewer(program, shutil.copy(model, folder), gtk_version)
        listener = listen()
        try:
            print(f"1..{len(CHECKS)}")
            for number, check in enumerate(CHECKS, 1):
                run(number, check, viewer)
        finally:
            del listener
            viewer.process.terminate()
            viewer.process.wait()


if __name__ == "__main__":
    main(*sys.argv[1:])
