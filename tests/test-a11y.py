#!/usr/bin/python3
"""What a screen reader finds in a window of the viewer, by the bus that screen readers use, while
keys are pressed on a real keyboard. Called under with-display.sh:

    test-a11y.py VIEWER MODEL
"""
import os
import shutil
import subprocess
import sys
import time

# The viewer's warnings are fatal, those of the library that looks at it are not.
VIEWER_ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "GTK_A11Y"}
os.environ.pop("G_DEBUG", None)
try:
    import gi
    gi.require_version("Atspi", "2.0")
    from gi.repository import Atspi
except (ImportError, ValueError):
    print("1..0 # SKIP gir1.2-atspi-2.0 is not installed")
    sys.exit(0)

CONTEXT = "System Context of "
PATIENCE = 30  # seconds: no test passes by waiting for it
INTERACTIVE = {
    Atspi.Role.PUSH_BUTTON, Atspi.Role.TOGGLE_BUTTON, Atspi.Role.CHECK_BOX, Atspi.Role.COMBO_BOX,
    Atspi.Role.ENTRY, Atspi.Role.TEXT, Atspi.Role.LIST_ITEM, Atspi.Role.LINK,
    Atspi.Role.SPIN_BUTTON, Atspi.Role.SLIDER, Atspi.Role.PAGE_TAB, Atspi.Role.RADIO_BUTTON,
    Atspi.Role.MENU_ITEM,
}


def wait_for(find, what):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        found = find()
        if found:
            return found
        time.sleep(0.1)
    raise AssertionError(f"waited in vain for {what}")


def walk(thing, depth=0):
    yield thing
    for index in range(thing.get_child_count()):
        child = thing.get_child_at_index(index)
        if child is not None and depth < 60:
            yield from walk(child, depth + 1)


def is_shown(thing):
    return thing.get_state_set().contains(Atspi.StateType.SHOWING)


def find_application():
    desktop = Atspi.get_desktop(0)
    for index in range(desktop.get_child_count()):
        child = desktop.get_child_at_index(index)
        if child is not None and "seefour" in (child.get_name() or "").lower():
            return child
    return None


def find_canvas(application):
    for thing in walk(application):
        if (thing.get_name() or "").startswith(CONTEXT) and "box" in thing.get_description():
            return thing
    return None


def press(key):
    subprocess.run(["xdotool", "key", key], check=True)


def focus_canvas(canvas):
    """Tab leads there, whatever has the focus first."""
    for _ in range(60):
        if canvas.get_state_set().contains(Atspi.StateType.FOCUSED):
            return
        press("Tab")
        time.sleep(0.1)
    raise AssertionError("Tab never led to the canvas")


def check_walk(application, canvas):
    """Tab reads boxes and lines, each in full; the canvas says which."""
    said = []
    focus_canvas(canvas)
    for _ in range(4):
        said.append(canvas.get_description())
        before = said[-1]
        press("Tab")
        wait_for(lambda: canvas.get_description() != before, "the next part of the diagram")
    assert any("flows in" in text or "flow in" in text for text in said), said
    assert any("synchronous flow" in text for text in said), said


def check_names(application, canvas):
    """Everything that one can act on says what it is."""
    nameless = [f"{thing.get_role_name()} in {thing.get_parent().get_role_name()} "
                f"'{thing.get_parent().get_name()}'"
                for thing in walk(application)
                if thing.get_role() in INTERACTIVE and is_shown(thing)
                and not (thing.get_name() or thing.get_description())]
    assert not nameless, nameless


def check_views(application, canvas):
    """Enter leads into a box, and the canvas has the name of what is inside."""
    system = canvas.get_name().removeprefix(CONTEXT)
    for _ in range(60):
        if canvas.get_description().startswith(system + ","):
            break
        press("Tab")
        time.sleep(0.1)
    press("Return")
    wait_for(lambda: not canvas.get_name().startswith(CONTEXT), "another name")
    assert system in canvas.get_name(), canvas.get_name()


CHECKS = [check_names, check_walk, check_views]


def main(viewer, model):
    if shutil.which("xdotool") is None:
        print("1..0 # SKIP xdotool is not installed")
        return
    with subprocess.Popen([viewer, model], env=VIEWER_ENVIRONMENT) as process:
        try:
            application = wait_for(find_application, "the viewer on the bus")
            canvas = wait_for(lambda: find_canvas(application), "the canvas")
            print(f"1..{len(CHECKS)}")
            for number, check in enumerate(CHECKS, 1):
                try:
                    check(application, canvas)
                    print(f"ok {number} {check.__doc__}", flush=True)
                except AssertionError as error:
                    print(f"# {error}\nnot ok {number} {check.__doc__}", flush=True)
        finally:
            process.terminate()


if __name__ == "__main__":
    main(*sys.argv[1:])
