#!/usr/bin/python3
"""Count what the tests of a build found.

    count-tests.py [--numbers | --failures] TESTLOG.JSON

Prints a summary that names each failed and each skipped test; with --numbers only how many
passed, failed and were skipped, with --failures only the failed ones and the last lines of what
their programs printed. Every test case of a program counts, not just the program.
Exit status 1 when one failed, or when there are none.
"""
import json
import re
import sys

# A result in TAP: what g_test_run() and our scripts print.
RESULT = re.compile(r"^(?P<indent> *)(?P<bad>not )?ok\b(?: \d+)?(?: -)? *(?P<name>[^#\n]*?)"
                    r"(?: *# *(?P<skip>SKIP)\b[ :-]*(?P<why>.*))?$", re.M | re.I)
PLAN_SKIP = re.compile(r"^1\.\.0 *# *SKIP\b[ :-]*(.*)$", re.M | re.I)

# Enough for an assertion and for a sanitizer's report.
LAST_LINES = 60


def cases(program):
    """Yield (name, outcome, why) of each test case of a program."""
    name, output = program["name"], program.get("stdout") or ""
    failed, depth, found = False, 0, False
    for result in RESULT.finditer(output):
        inner, depth = depth, len(result["indent"])
        if inner > depth:
            continue  # sums up the deeper ones before it
        found = True
        outcome = "skipped" if result["skip"] else "failed" if result["bad"] else "passed"
        failed |= outcome == "failed"
        yield f"{name}: {result['name']}", outcome, result["why"]

    skipped = PLAN_SKIP.search(output)
    good = program["result"] in ("OK", "EXPECTEDFAIL")
    if program["result"] == "SKIP":
        if not found:
            yield name, "skipped", skipped[1] if skipped else None
    elif not good and not failed:
        yield name, "failed", program["result"].lower()  # crashed, or ran out of time
    elif not found:
        yield name, "passed", None


def print_failures(programs):
    for program in programs:
        failed = [name for name, outcome, _ in cases(program) if outcome == "failed"]
        if not failed:
            continue
        print(*failed, sep="\n")
        for output in (program.get("stdout"), program.get("stderr")):
            print(*(f"  {line}" for line in (output or "").splitlines()[-LAST_LINES:]), sep="\n")


def main(arguments):
    with open(arguments[-1], encoding="utf-8") as log:
        programs = [json.loads(line) for line in log]
    found = [case for program in programs for case in cases(program)]
    count = {kind: sum(outcome == kind for _, outcome, _ in found)
             for kind in ("passed", "failed", "skipped")}
    if "--failures" in arguments:
        print_failures(programs)
    elif "--numbers" in arguments:
        print(*count.values())
    else:
        for kind in ("skipped", "failed"):
            for name, outcome, why in found:
                if outcome == kind:
                    print(f"{kind}: {name}" + (f" ({why})" if why else ""))
        print("Tests:", ", ".join(f"{n} {kind}" for kind, n in count.items()))
    return 0 if count["passed"] and not count["failed"] else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
