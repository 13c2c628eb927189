"""The memory of a process and all that it starts, by what the kernel counts for each."""
import pathlib
import re
import subprocess
import threading


def children(pid):
    found = [pid]
    for task in pathlib.Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            found += [p for child in task.read_text().split() for p in children(int(child))]
        except OSError:
            pass  # it has ended meanwhile
    return found


def proportional(pid):
    """Kilobytes of a process, each page shared with n others counted as 1/n."""
    try:
        rollup = pathlib.Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return 0
    found = re.search(r"^Pss:\s+(\d+)", rollup, re.M)
    return int(found[1]) if found else 0


def peak(command):
    """Megabytes at most, of the command and all its children together."""
    most = 0
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    ended = threading.Event()
    threading.Thread(target=lambda: (process.wait(), ended.set()), daemon=True).start()
    while not ended.wait(0.001):
        most = max(most, sum(proportional(p) for p in children(process.pid)))
    if process.returncode != 0:
        raise SystemExit(f"{command[0]} ended with {process.returncode}")
    return most / 1024
