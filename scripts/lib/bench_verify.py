"""Measures `vigil verify` over a large record against `sha256sum` of the same file, in turn."""

import argparse
import json
import os
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time

import clinic
import figures


def timed(arguments, environment):
    """Wall and CPU seconds, peak MB, exit code and what was printed."""
    with tempfile.TemporaryFile() as printed:
        actions = [
            (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
            (os.POSIX_SPAWN_DUP2, printed.fileno(), 1),
            (os.POSIX_SPAWN_DUP2, printed.fileno(), 2),
        ]
        began = time.perf_counter()
        child = os.posix_spawn(arguments[0], arguments, environment, file_actions=actions)
        _, status, usage = os.wait4(child, 0)
        wall = time.perf_counter() - began
        printed.seek(0)
        text = printed.read().decode(errors="replace")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, os.waitstatus_to_exitcode(status), text


def fill(filler, record, keys, sessions, readings):
    """A record of so many sessions; what is in it."""
    began = time.perf_counter()
    said = subprocess.run(
        [filler, record, keys, str(sessions), str(readings), "20261125"], stdout=subprocess.PIPE, text=True, check=True
    ).stdout
    figures.say(f"filled in {time.perf_counter() - began:.0f} s")
    return json.loads(said)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("program")
    options.add_argument("filler", help="the program that fills a record")
    options.add_argument("--sessions", type=int, default=50_000)
    options.add_argument("--readings", type=int, default=40, help="readings in a session")
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--full-rounds", type=int, default=2, help="rounds of the full verification")
    options.add_argument("--folder", default="/dev/shm", help="where the record is filled, best on a tmpfs")
    options.add_argument("--record", help="a record that is filled already; it stays")
    options.add_argument("--keys", help="the folder with the keys of that record")
    options.add_argument("--write", metavar="FILE", help="replace the figures in this document")
    asked = options.parse_args()
    hashing = shutil.which("sha256sum")
    if hashing is None:
        sys.exit("bench-verify: sha256sum is missing")
    folder = tempfile.mkdtemp(prefix="vigil-verify-", dir=asked.folder)
    try:
        record = asked.record or os.path.join(folder, "record.vigil")
        environment = clinic.environment_of(folder, record)
        environment["VIGIL_KEYS"] = asked.keys or os.path.join(folder, "keys")
        if not asked.record:
            filled = fill(asked.filler, record, environment["VIGIL_KEYS"], asked.sessions, asked.readings)
            figures.say(f"{filled}")
        commands = {
            "`sha256sum FILE`": ([hashing, record], asked.rounds),
            "`vigil verify --chains`": ([asked.program, "verify", "--chains"], asked.rounds),
            "`vigil verify`": ([asked.program, "verify"], asked.full_rounds),
        }
        found = {name: [] for name in commands}
        wrong = []
        timed([hashing, record], environment)  # So that all of them find the file in memory.
        for turn in range(max(asked.rounds, asked.full_rounds)):
            for name, (command, rounds) in commands.items():
                if turn >= rounds:
                    continue
                wall, cpu, peak, code, text = timed(command, environment)
                found[name].append((wall, cpu, peak))
                figures.say(f"round {turn + 1}: {name} {wall:.2f} s")
                if code != 0:
                    wrong.append(f"{name} exits with {code}: {text.strip()[-400:]}")
        medians = {
            name: [statistics.median(figure[part] for figure in told) for part in range(2)]
            + [max(figure[2] for figure in told)]
            for name, told in found.items()
        }
        yardstick = medians["`sha256sum FILE`"][0]
        counted = counts(record)
        aims = {"`sha256sum FILE`": "1", "`vigil verify --chains`": "≤ 5", "`vigil verify`": "a figure"}
        lines = [
            f"Measured on {figures.machine(os.path.dirname(os.path.abspath(record)))}; {asked.rounds} rounds,"
            f" {asked.full_rounds} of the full one; sessions, entries, readings, flags, seals: {counted}; file"
            f" {os.path.getsize(record) / 1e6:.0f} MB, in memory.",
            "",
            "| command | wall s | CPU s | peak MB | ratio | aim |",
            "|---|---|---|---|---|---|",
        ] + [
            f"| {name} | {wall:.2f} | {cpu:.2f} | {peak:.0f} | **{wall / yardstick:.2f}** | {aims[name]} |"
            for name, (wall, cpu, peak) in medians.items()
        ]
        print("\n".join(lines))
        for text in sorted(set(wrong)):
            print(f"\nDoes not hold: {text}", file=sys.stderr)
        ratio = medians["`vigil verify --chains`"][0] / yardstick
        if ratio > 5:
            figures.say(f"the aim is missed: chains and seals take {ratio:.2f} times as long as sha256sum")
        if asked.write and not wrong:
            figures.write(asked.write, "verification", "\n".join(lines))
        return 1 if wrong or ratio > 5 else 0
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def counts(record):
    connection = sqlite3.connect(f"file:{record}?mode=ro", uri=True)
    try:
        return ", ".join(
            f"{connection.execute(f'SELECT count(*) FROM {table}').fetchone()[0]:,}"
            for table in ["session", "entry", "reading", "flag", "seal"]
        )
    finally:
        connection.close()


if __name__ == "__main__":
    sys.exit(main())
