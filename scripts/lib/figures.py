"""Figures, told alike by every script that measures, and where they are written."""

import datetime
import math
import os
import platform
import subprocess
import sys


def at_share(values, share):
    """The smallest value that so large a share of them does not exceed."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def waits(name, found, limit):
    """A row about waits in seconds."""
    over = sum(1 for wait in found if wait > limit)
    told = [at_share(found, 0.5), at_share(found, 0.9), at_share(found, 0.99), max(found)]
    return f"| {name} | {len(found)} | " + " | ".join(f"{wait * 1000:.0f}" for wait in told) + f" | {over} |"


def heads_of_waits(limit):
    return [
        f"| who | entries | p50 ms | p90 ms | p99 ms | longest ms | over {limit:g} s |",
        "|---|---|---|---|---|---|---|",
    ]


def kind_of_disk(folder):
    """As `ext2/ext3`, `xfs`, `tmpfs`."""
    said = subprocess.run(["stat", "-f", "-c", "%T", folder], capture_output=True, text=True)
    return said.stdout.strip() or "an unknown file system"


def machine(folder):
    return f"{datetime.date.today()}: {platform.machine()}, {os.cpu_count()} cores, {kind_of_disk(folder)}"


def write(path, name, text):
    """Replaces what stands between the two markers of a name in a document."""
    with open(path) as file:
        document = file.read()
    begin, end = f"<!-- {name} -->", f"<!-- end of {name} -->"
    if begin not in document or end not in document:
        sys.exit(f"{path} has no place for these figures: {begin} … {end}")
    head, rest = document.split(begin, 1)
    _, tail = rest.split(end, 1)
    with open(path, "w") as file:
        file.write(f"{head}{begin}\n{text}\n{end}{tail}")


def say(text):
    """Progress, beside the figures."""
    print(text, file=sys.stderr, flush=True)
