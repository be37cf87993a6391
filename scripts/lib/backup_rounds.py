"""Makes backups while four writers go on, and a plain `cp` beside each, and looks at all of them."""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time

import bedside
import checks
import clinic
import figures


def main():
    options = argparse.ArgumentParser()
    options.add_argument("program")
    options.add_argument("filler", help="the program that fills a record")
    options.add_argument("--rounds", type=int, default=50)
    options.add_argument("--writers", type=int, default=4)
    options.add_argument("--sessions", type=int, default=500, help="in the record before")
    options.add_argument("--limit", type=float, default=2.0, help="seconds that no entry may wait longer than")
    options.add_argument("--folder", default="/var/tmp", help="a folder on a real disk")
    options.add_argument("--write", metavar="FILE", help="replace the figures in this document")
    asked = options.parse_args()
    folder = tempfile.mkdtemp(prefix="vigil-backups-", dir=asked.folder)
    try:
        lines, wrong = measure(asked, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print("\n".join(lines))
    for text in wrong:
        print(f"\nmissed: {text}", file=sys.stderr)
    if asked.write and not wrong:
        figures.write(asked.write, "backups", "\n".join(lines))
    return 1 if wrong else 0


def measure(asked, folder):
    record = os.path.join(folder, "record.vigil")
    environment = clinic.environment_of(folder, record)
    environment["VIGIL_KEYS"] = os.path.join(folder, "keys")
    # Copies are looked at as on another machine, which remembers nothing of this record.
    elsewhere = dict(environment, VIGIL_KEYS=os.path.join(folder, "no-keys"))
    figures.say(f"filling {asked.sessions} sessions")
    json.loads(
        subprocess.run(
            [asked.filler, record, environment["VIGIL_KEYS"], str(asked.sessions), "40", "20261125"],
            stdout=subprocess.PIPE, text=True, check=True,
        ).stdout
    )
    treating = clinic.Clinic(asked.program, environment)
    codes = [f"W-{place}" for place in range(asked.writers)]
    for code in codes:
        treating.admit(code)
        treating.open(code)
    closed = range(1, asked.sessions + 1)
    found = {"`vigil backup`": [], "`cp`": []}
    seconds = {name: [] for name in found}
    grown = []
    waits, refused, saved = [], [], []
    for turn in range(asked.rounds):
        writers = [
            bedside.Writer(asked.program, environment, code, 1000 * turn + place, closed=closed)
            for place, code in enumerate(codes)
        ]
        for writer in writers:
            writer.start()
        # Each copy begins while all of them are at it.
        time.sleep(0.3)
        copies = {
            "`vigil backup`": os.path.join(folder, "backup.vigil"), "`cp`": os.path.join(folder, "cp.vigil"),
        }
        for name, command in [("`vigil backup`", [asked.program, "backup"]), ("`cp`", ["cp", record])]:
            before = sum(len(writer.waits) for writer in writers)
            began = time.monotonic()
            done = subprocess.run(
                [*command, copies[name]], env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True
            )
            seconds[name].append(time.monotonic() - began)
            if name == "`vigil backup`":
                grown.append(sum(len(writer.waits) for writer in writers) - before)
            if done.returncode != 0:
                found[name].append(f"round {turn + 1}: {done.returncode} {checks.short(done)}")
        bedside.halt(writers)
        waits += [wait for writer in writers for wait in writer.waits]
        refused += [text for writer in writers for text in writer.refused]
        saved += [known for writer in writers for known in writer.saved]
        for name, copy in copies.items():
            if not os.path.exists(copy):
                continue
            # The program comes last: it may note in a copy that it was verified.
            told = [
                text
                for text in [
                    checks.by_sqlite(copy),
                    checks.by_second_verifier(copy, may_not_tell=True),
                    checks.by_program(asked.program, elsewhere, copy),
                ]
                if text
            ]
            if told:
                found[name].append(f"round {turn + 1}: " + "; ".join(told))
            os.remove(copy)
        figures.say(
            f"round {turn + 1} of {asked.rounds}: {len(waits)} entries so far, {grown[-1]} during the backup; bad:"
            f" {len(found['`vigil backup`'])} backups, {len(found['`cp`'])} of cp"
        )
    wrong = [f"backup, {text}" for text in found["`vigil backup`"]] + refused[:3]
    if not found["`cp`"]:
        wrong.append(f"no cp of {asked.rounds} was found bad: nothing was shown")
    if max(waits) > asked.limit:
        wrong.append(f"an entry waited {max(waits):.2f} s")
    if not any(grown):
        wrong.append("nothing was entered during any backup")
    text = checks.by_ids(record, saved) or checks.by_program(asked.program, environment, record)
    if text:
        wrong.append(text)
    kinds = {
        "SQLite's integrity check": "SQLite:", "`verify-record.py`": "verify-record.py ", "`vigil verify`": "vigil verify ",
    }
    return [
        f"Measured on {figures.machine(folder)}; {asked.rounds} rounds, {asked.writers} writers, {asked.sessions} closed"
        f" sessions before; file {os.path.getsize(record) / 1e6:.0f} MB; {len(waits)} entries in all, {sum(grown)} of them"
        " while a backup was made.",
        "",
        "| copy | rounds | median s | longest s | bad by " + " | bad by ".join(kinds) + " | bad in all |",
        "|---|---|---|---|---|---|---|---|",
        *[
            f"| {name} | {asked.rounds} | {figures.at_share(seconds[name], 0.5):.2f} | {max(seconds[name]):.2f} | "
            + " | ".join(str(sum(1 for text in found[name] if kind in text)) for kind in kinds.values())
            + f" | **{len(found[name])}** |"
            for name in found
        ],
        "",
        *figures.heads_of_waits(asked.limit),
        figures.waits(f"{asked.writers} writers, without a pause", waits, asked.limit),
    ], wrong


if __name__ == "__main__":
    sys.exit(main())
