"""A clock that is set while `vigil due --watch` looks: it goes on by the new one, and tells in time what is overdue."""

import json
import os
import pathlib
import signal
import subprocess
import time

from clock_likeness import instant
from clock_machine import LEFT_BEHIND

BEFORE, AFTER = 6, 6
WATCH = ("due", "1", "--all", "--watch", "1", "--format", "json")
# The minute at which what is due ten minutes after the dose is overdue by the protocol, five minutes later.
OVERDUE = 15


def watched(machine, seconds, fault):
    """Watches a session over the moment at which a reading becomes overdue, and sets the clock halfway there."""
    machine.at(-12)
    machine.open()
    for minute, line in ((-9, "124/78 72 98% rr 14 t 36.6 moaas 5 A ra"), (0, "ketamine 36 mg iv over 40 min")):
        machine.at(minute)
        machine.must("add", line)
    machine.at(OVERDUE, -BEFORE)
    told = [json.loads(line) for line in looks(machine, seconds).splitlines() if line.startswith("{")]
    if len(told) < BEFORE + AFTER - 4:
        fault(f"{len(told)} looks in {BEFORE + AFTER} s")
        return len(told)
    shown = [instant(look["now"]) // 1000 for look in told]
    jumps = [later - earlier for earlier, later in zip(shown, shown[1:]) if abs(later - earlier) > 60]
    if len(jumps) != 1 or abs(jumps[0] - seconds) > 10:
        fault(f"the clock of the looks goes on by {jumps}")
    late = []
    for look in told:
        slots = [row["overdue"] for row in look["sessions"][0]["readings"]
                 if (row["group"], row["minutes"]) == ("bp", 10)]
        if len(slots) != 1:
            fault(f"the reading is there {len(slots)} times")
        late += slots[:1]
    first = [moment for moment, is_late in zip(shown, late) if is_late][:1]
    if late != sorted(late) or not first or all(late):
        fault(f"overdue in looks {late}")
    elif abs(first[0] - shown[0] - jumps[0] - BEFORE) > 3:
        fault(f"overdue after {first[0] - shown[0] - jumps[0]} s, not {BEFORE}")
    return len(told)


def looks(machine, seconds):
    """What it printed while the clock was set halfway."""
    wall = machine.offsets()[1]
    shown = machine.folder / "wall"
    put(shown, wall)
    fake = ["env", "-u", "FAKETIME", f"FAKETIME_TIMESTAMP_FILE={shown}", "FAKETIME_NO_CACHE=1"]
    out = machine.folder / "watched"
    for _ in range(6):
        with out.open("wb") as printed:
            running = subprocess.Popen(machine.command(*WATCH, fake=fake), env=machine.environment(),
                                       cwd=machine.folder, stdout=printed, stderr=subprocess.STDOUT)
            time.sleep(BEFORE / 2)
            put(shown, wall + seconds)
            time.sleep(BEFORE / 2 + AFTER)
            end(running.pid, machine.program)
            running.wait(timeout=20)
        told = out.read_text()
        if LEFT_BEHIND not in told:
            break
    return told


def put(path, wall):
    """In one move, as the clock reads it at any time."""
    new = path.with_suffix(".new")
    new.write_text(f"{wall:+.3f}\n")
    new.replace(path)


def end(root, program):
    """Ends the program alone: what has started it cleans up after the clock."""
    parents = {}
    for folder in pathlib.Path("/proc").glob("[0-9]*"):
        try:
            parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            parents[int(folder.name)] = (parent, os.readlink(folder / "exe"))
        except OSError:
            continue
    for process, (_, path) in parents.items():
        above = process
        while above in parents and above != root:
            above = parents[above][0]
        if above == root and path == program:
            os.kill(process, signal.SIGTERM)
