#!/usr/bin/python3
"""Measure Seefour against dot and against an empty window; called by run.sh.

    bench.py BUILD_DIR MODEL|FOLDER...

All figures are ratios of things measured in turns in this run (A B A B ...), medians, so that a
slow or a busy machine changes little. Budgets: the design's.
"""
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

import graphs
import memory

ROUNDS = 15
START_ROUNDS = 15


def seconds(action):
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def in_turns(first, second, rounds):
    """Medians of both, and of their ratio; a first round warms the caches and isn't counted."""
    pairs = [(seconds(first), seconds(second)) for _ in range(rounds + 1)][1:]
    return (statistics.median(a for a, _ in pairs), statistics.median(b for _, b in pairs),
            statistics.median(a / b for a, b in pairs))


def report(what, ours, theirs, ratio, budget):
    mark = "" if ratio <= budget else "   over the budget"
    print(f"  {what:<44} {ours * 1000:8.1f} ms {theirs * 1000:8.1f} ms "
          f"{ratio:6.2f} (at most {budget:g}){mark}", flush=True)


def run(*command):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def bench_export(cli, model, budget):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        run(cli, "export", model, "--all", "-f", "json", "-o", folder / "json")
        for number, view in enumerate(sorted((folder / "json").rglob("*.json"))):
            graphs.write_dot(view, folder / f"{number}.dot")
        dots = sorted(folder.glob("*.dot"))

        def ours():
            run(cli, "export", model, "--all", "-o", folder / "ours")

        def theirs():
            for graph in dots:
                run("dot", "-Tsvg", graph, "-o", graph.with_suffix(".svg"))

        report(f"export of {len(dots)} views / dot for each", *in_turns(ours, theirs, ROUNDS),
               budget)
        most = max(memory.peak([cli, "export", model, "--all", "-o", folder / "ours"])
                   for _ in range(5))
        print(f"  {'memory of that export, all processes':<44} {most:8.1f} MB "
              f"{'(at most 60 MB)':>28}", flush=True)


def until_line(command, line):
    """Seconds until a program says `line`; then it is ended."""
    start = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          text=True) as process:
        for said in process.stdout:
            if said == line:
                taken = time.perf_counter() - start
                process.kill()
                return taken
    raise SystemExit(f"{command[0]} never said that it had painted")


def bench_start(build, model):
    viewer = build / "tests/bench/first-frame"
    empty = build / "tests/bench/empty-window"
    os.environ["XDG_DATA_DIRS"] = f"{build}/prefix/share:/usr/local/share:/usr/share"
    pairs = [(until_line([viewer, model], "frame\n"), until_line([empty], "frame\n"))
             for _ in range(START_ROUNDS + 1)][1:]
    report("first frame with the diagram / empty window",
           statistics.median(a for a, _ in pairs), statistics.median(b for _, b in pairs),
           statistics.median(a / b for a, b in pairs), 1.7)


def main(arguments):
    build = pathlib.Path(arguments[0])
    if arguments[1] == "--start":
        bench_start(build, arguments[2])
        return
    for model in arguments[1:]:
        print(model)
        bench_export(build / "prefix/bin/seefour-cli", model, 0.3 if os.path.isdir(model) else 1)
    models = [m for m in arguments[1:] if os.path.isfile(m)]
    if models:
        print(f"{models[0]}: start", flush=True)
        here = pathlib.Path(__file__)
        run_shown = [here.parent.parent / "with-display.sh", "/usr/bin/python3", here, build,
                     "--start", models[0]]
        subprocess.run(run_shown, check=True)


if __name__ == "__main__":
    main(sys.argv[1:])
