"""Measures how long an entry waits while others write, and while the record is read, verified and backed up."""

import argparse
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time

import bedside
import checks
import clinic
import figures


def main():
    options = argparse.ArgumentParser()
    options.add_argument("program")
    options.add_argument("filler", help="the program that fills a record")
    kinds = options.add_subparsers(dest="kind", required=True)
    adding = kinds.add_parser("adding", help="several processes that add at once")
    adding.add_argument("--entries", type=int, default=200, help="of each writer")
    adding.add_argument("--writers", type=int, default=4)
    adding.add_argument("--limit", type=float, default=2.0, help="seconds that no entry may wait longer than")
    reading = kinds.add_parser("reading", help="entries at the pace of a bedside while others read")
    reading.add_argument("--writers", type=int, default=2)
    reading.add_argument("--rate", type=float, default=1.5, help="entries a second of each writer, about")
    reading.add_argument("--seconds", type=float, default=60)
    reading.add_argument("--sessions", type=int, default=3000)
    reading.add_argument("--limit", type=float, default=1.0, help="seconds that no entry may wait longer than")
    reading.add_argument(
        "--loops", default="replay,summary,verify,backup", help="which commands loop, with commas between"
    )
    for kind in [adding, reading]:
        kind.add_argument("--folder", default="/var/tmp", help="a folder on a real disk")
        kind.add_argument("--write", metavar="FILE", help="replace the figures in this document")
    asked = options.parse_args()
    folder = tempfile.mkdtemp(prefix="vigil-contention-", dir=asked.folder)
    if figures.kind_of_disk(folder) == "tmpfs":
        figures.say(f"{folder} is in memory: nothing waits for a disk there")
    try:
        measure = measure_adding if asked.kind == "adding" else measure_reading
        lines, wrong = measure(asked, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print("\n".join(lines))
    for text in wrong:
        print(f"\nmissed: {text}", file=sys.stderr)
    if asked.write and not wrong:
        figures.write(asked.write, asked.kind, "\n".join(lines))
    return 1 if wrong else 0


# Several processes that add at once


def measure_adding(asked, folder):
    """One session that all of them add to, then one for each."""
    lines, wrong, controls = [], [], []
    rows = []
    for name, count in [("one session for all", 1), (f"{asked.writers} sessions, one for each", asked.writers)]:
        figures.say(f"{asked.writers} writers, {asked.entries} entries each: {name}")
        home = os.path.join(folder, str(count))
        os.mkdir(home)
        record = os.path.join(home, "record.vigil")
        environment = clinic.environment_of(home, record)
        treating = clinic.Clinic(asked.program, environment)
        codes = [f"W-{place}" for place in range(count)]
        for code in codes:
            treating.admit(code)
            treating.open(code)
        alone = bedside.Writer(asked.program, environment, codes[0], 1, entries=min(20, asked.entries))
        alone.run()
        writers = [
            bedside.Writer(asked.program, environment, codes[place % count], 100 + place, asked.entries)
            for place in range(asked.writers)
        ]
        began = time.monotonic()
        for writer in writers:
            writer.start()
        watched = threading.Event()
        while any(writer.is_alive() for writer in writers):
            watched.wait(2)
            figures.say(f"  {sum(len(writer.waits) for writer in writers)} entries")
        took = time.monotonic() - began
        waits = [wait for writer in writers for wait in writer.waits]
        saved = [known for writer in [alone, *writers] for known in writer.saved]
        wrong += [text for writer in [alone, *writers] for text in writer.refused[:3]]
        for code in codes:
            treating.vigil("end", "-s", code, "--decided-by", "LH")
        wanted = asked.writers * asked.entries
        kept = sum(len(writer.saved) for writer in writers)
        if kept != wanted:
            wrong.append(f"{name}: {kept} of {wanted} were said to be saved")
        held = {
            "every id there once": checks.by_ids(record, saved),
            "`vigil verify`": checks.by_program(asked.program, environment, record),
            "`verify-record.py`": checks.by_second_verifier(record),
            "SQLite": checks.by_sqlite(record),
        }
        wrong += [f"{name}: {text}" for text in held.values() if text]
        if max(waits) > asked.limit:
            wrong.append(f"{name}: an entry waited {max(waits):.2f} s")
        rows.append(figures.waits(f"alone, before ({name})", alone.waits, asked.limit))
        rows.append(figures.waits(f"{asked.writers} at once, {name}", waits, asked.limit))
        lines.append(
            f"- {name}: {kept} of {wanted} kept in {took:.0f} s; "
            + ", ".join(f"{check} {'no' if text else 'yes'}" for check, text in held.items())
        )
        if count == 1:
            controls = control(asked, environment, record, saved, folder)
            wrong += [f"the control was not seen: {told}" for told, seen in controls if not seen]
    return [
        f"Measured on {figures.machine(folder)}; {asked.writers} writers of {asked.entries} entries, a process each.",
        "",
        *figures.heads_of_waits(asked.limit),
        *rows,
        "",
        *lines,
        *[f"- control: {told}: {'seen' if seen else 'NOT SEEN'}" for told, seen in controls],
    ], wrong


def control(asked, environment, record, saved, folder):
    """What the checks have to find, made on purpose in copies, and a wait that has to be measured."""
    found = []
    copy = os.path.join(folder, "lost.vigil")
    shutil.copyfile(record, copy)
    alter(copy, "DELETE FROM reading WHERE (session, entry) IN (SELECT stream_key, number FROM entry WHERE id = ?1)", saved)
    alter(copy, "DELETE FROM entry WHERE id = ?1", saved)
    found.append(("an entry that is taken out of the log, by its id", checks.by_ids(copy, saved) is not None))
    found.append(("the same, by `vigil verify`", damaged(checks.by_program(asked.program, environment, copy))))
    found.append(("the same, by `verify-record.py`", damaged(checks.by_second_verifier(copy))))
    copy = os.path.join(folder, "changed.vigil")
    shutil.copyfile(record, copy)
    alter(copy, "UPDATE entry SET recorded_ms = recorded_ms + 1 WHERE id = ?1", saved)
    found.append(("an entry whose time was changed, by `vigil verify`", damaged(checks.by_program(asked.program, environment, copy))))
    found.append(("the same, by `verify-record.py`", damaged(checks.by_second_verifier(copy))))
    # Another program holds the record for longer than an entry may wait.
    holding = sqlite3.connect(record, isolation_level=None)
    holding.execute("BEGIN EXCLUSIVE")
    writer = bedside.Writer(asked.program, environment, "W-0", 9, entries=1)
    writer.start()
    time.sleep(asked.limit + 0.3)
    holding.execute("ROLLBACK")
    holding.close()
    writer.join()
    found.append((f"a record that is held for {asked.limit + 0.3:.1f} s", max(writer.waits) > asked.limit))
    return found


def damaged(text):
    """Whether a verifier calls a record damaged; that it cannot tell, or is not there, is no finding."""
    return text is not None and text.split(":")[0].endswith(" 1")


def alter(path, statement, saved):
    """Changes a copy as someone does who drops the triggers."""
    connection = sqlite3.connect(path, isolation_level=None)
    triggers = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    for name, _ in triggers:
        connection.execute(f"DROP TRIGGER {name}")
    known = bytes.fromhex(saved[len(saved) // 2].replace("-", ""))
    changed = connection.execute(statement, (known,)).rowcount
    for _, sql in triggers:
        connection.execute(sql)
    connection.close()
    if changed < 1:
        sys.exit(f"contention: the control changed nothing: {statement}")


# Entries at the pace of a bedside while others read


def measure_reading(asked, folder):
    record = os.path.join(folder, "record.vigil")
    environment = clinic.environment_of(folder, record)
    environment["VIGIL_KEYS"] = os.path.join(folder, "keys")
    figures.say(f"filling {asked.sessions} sessions")
    filled = json.loads(
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
    copy = os.path.join(folder, "copy.vigil")
    known = {
        "replay": (["replay", "--protocol", "iv-0.5-40"], None),
        "summary": (["summary"], None),
        "verify": (["verify"], None),
        "chains": (["verify", "--chains"], None),
        "backup": (["backup", copy], copy),
    }
    loops = []
    for name in asked.loops.split(","):
        if name not in known:
            sys.exit(f"contention: {name} is none of {', '.join(known)}")
        words, fresh = known[name]
        loops.append(bedside.Loop(name, [asked.program, *words], environment, fresh))

    def writers(seed, seconds):
        """At the pace of a bedside, for so long."""
        found = [
            bedside.Writer(asked.program, environment, code, seed + place, pause=1 / asked.rate)
            for place, code in enumerate(codes)
        ]
        for writer in found:
            writer.start()
        ends = time.monotonic() + seconds
        while time.monotonic() < ends:
            time.sleep(min(10, max(0.0, ends - time.monotonic())))
            figures.say(f"  {sum(len(writer.waits) for writer in found)} entries")
        bedside.halt(found)
        return found

    figures.say("writers alone")
    before = writers(100, max(5, asked.seconds / 6))
    figures.say(f"writers while {asked.loops} loop")
    for loop in loops:
        loop.start()
    during = writers(200, asked.seconds)
    bedside.halt(loops)
    alone = [wait for writer in before for wait in writer.waits]
    waits = [wait for writer in during for wait in writer.waits]
    wrong = [text for writer in [*before, *during] for text in writer.refused[:3]]
    wrong += [text for loop in loops for text in loop.failed[:2]]
    if max(waits) > asked.limit:
        wait, began = max(writer.slowest for writer in during)
        running = ", ".join(
            f"{loop.name} since {began - start:.1f} s"
            for loop in loops for start, end in loop.rounds if start <= began + wait and end >= began
        )
        wrong.append(f"an entry waited {wait:.2f} s while there ran: {running}")
    saved = [known for writer in [*before, *during] for known in writer.saved]
    held = {
        "every id there once": checks.by_ids(record, saved),
        "`vigil verify`": checks.by_program(asked.program, environment, record),
        "`verify-record.py`": checks.by_second_verifier(record, may_not_tell=True),
        "SQLite": checks.by_sqlite(record),
    }
    wrong += [text for text in held.values() if text]
    return [
        f"Measured on {figures.machine(folder)}; {asked.writers} writers at about {asked.rate:g} entries a second each, for"
        f" {asked.seconds:g} s; {asked.sessions} sessions and {filled['entries']} entries before, file"
        f" {os.path.getsize(record) / 1e6:.0f} MB.",
        "",
        *figures.heads_of_waits(asked.limit),
        figures.waits("writers alone", alone, asked.limit),
        figures.waits("while they loop", waits, asked.limit),
        "",
        "| loop | rounds | median s | longest s | failed |",
        "|---|---|---|---|---|",
        *[
            f"| `vigil {loop.name}` | {len(loop.rounds)} |"
            f" {figures.at_share([end - start for start, end in loop.rounds], 0.5):.2f} |"
            f" {max(end - start for start, end in loop.rounds):.2f} | {len(loop.failed)} |"
            for loop in loops
        ],
        "",
        "- afterwards: " + ", ".join(f"{check} {'no' if text else 'yes'}" for check, text in held.items()),
    ], wrong


if __name__ == "__main__":
    sys.exit(main())
