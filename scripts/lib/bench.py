"""Measures vigil against the sqlite3 shell, command by command in turn, so that both see the same machine.

Every figure is a whole process: started, done, ended (posix_spawn and wait4). Ratios are medians of one
command over medians of its yardstick in the same run.
"""

import argparse
import datetime
import json
import math
import os
import platform
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import clinic

PRAGMAS = """PRAGMA journal_mode=DELETE; PRAGMA synchronous=EXTRA; PRAGMA foreign_keys=ON;
PRAGMA recursive_triggers=ON; PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON; PRAGMA mmap_size=0;
PRAGMA busy_timeout=5000;"""


def spawn(arguments, environment, stdin=None):
    """Runs one process; wall and CPU milliseconds, peak MB. Its output is thrown away, failure is ours."""
    actions = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    actions.append((os.POSIX_SPAWN_OPEN, 0, stdin or os.devnull, os.O_RDONLY, 0))
    began = time.perf_counter()
    child = os.posix_spawn(arguments[0], arguments, environment, file_actions=actions)
    _, status, usage = os.wait4(child, 0)
    wall = (time.perf_counter() - began) * 1000
    if status != 0:
        sys.exit(f"bench: failed with status {status}: {' '.join(arguments)}")
    return wall, (usage.ru_utime + usage.ru_stime) * 1000, usage.ru_maxrss / 1024


def readings_of(dice, start, count):
    """A session as published series shape it: a rise to 40 minutes, then a fall; noise; 2 % artefacts."""
    base = dice.gauss(122, 12), dice.gauss(76, 8), dice.gauss(74, 9)
    rise = max(-5.0, dice.gauss(16, 11.2))
    rises = rise, 0.6 * rise + dice.gauss(1.5, 4), dice.gauss(4, 8)
    lines = ["time,systolic,diastolic,heart_rate,spo2"]
    for place in range(count):
        at = start + datetime.timedelta(minutes=4 * place)
        minute = 4 * (place - 1)
        shape = 0 if minute < 0 else minute / 40 if minute <= 40 else math.exp(-(minute - 40) / 25)
        systolic, diastolic, pulse = (
            round(value + change * shape + dice.gauss(0, 4)) for value, change in zip(base, rises)
        )
        written = [systolic, diastolic, pulse, min(100, round(97 + dice.gauss(0, 1)))]
        artefact = dice.random()
        if artefact < 0.007:
            written[1] = ""
        elif artefact < 0.014:
            written[2] = pulse * 2
        elif artefact < 0.02:
            written[0], written[1] = diastolic, systolic
        lines.append(",".join([f"{at:%Y-%m-%dT%H:%M:%SZ}", *map(str, written)]))
    return lines


def fill(program, environment, sessions, readings):
    """Imports one file a session, by seed."""
    dice = random.Random(20261125)
    with tempfile.TemporaryDirectory() as folder:
        for number in range(sessions):
            code = f"B-{number:04d}"
            start = datetime.datetime(2026, 1, 5, 9) + datetime.timedelta(hours=7 * number)
            lines = readings_of(dice, start, readings)
            path = os.path.join(folder, "readings.csv")
            with open(path, "w") as file:
                file.write("\n".join(lines) + "\n")
            spawn([program, "patient", "add", code, "--no-input"], environment)
            dose = f"@{start + datetime.timedelta(minutes=4):%H:%M} ketamine 36 mg iv over 40 min"
            spawn(
                [program, "import", "csv", path, "--patient", code, "--protocol", "iv-0.5-40",
                 "--by", "BM", "--zone", "UTC", "--date", f"{start:%Y-%m-%d}", "--dose", dose, "--end"],
                environment,
            )
            if (number + 1) % 100 == 0:
                print(f"  {number + 1} of {sessions} sessions", file=sys.stderr, flush=True)


def lengthen(program, environment, session, entries):
    """Adds readings of an ordinary session, one commit each, until it has so many entries."""
    for place in range(entries):
        spawn([program, "add", "-s", session, f"{118 + place * 7 % 20}/{74 + place * 5 % 9}", "70", "98%"], environment)
        if (place + 1) % 500 == 0:
            print(f"  {place + 1} of {entries} entries", file=sys.stderr, flush=True)


TALLIES = "SELECT s.number, s.opened_ms, s.state, hex(s.protocol), hex(t.body) FROM session s JOIN tally t ON t.session = s.number;"


def measure_summary(asked, environment, record, shell, script):
    """One table about `vigil summary` over many sessions."""
    print(f"filling {asked.summary} sessions", file=sys.stderr, flush=True)
    subprocess.run(
        [asked.filler, record, environment["VIGIL_KEYS"], str(asked.summary), "40", "20261125"],
        stdout=subprocess.DEVNULL, check=True,
    )
    tallies = script("tallies.sql", TALLIES)
    rounds = max(3, asked.rounds // 10)
    commands = {
        "`vigil summary`": ["summary"],
        "`vigil summary --since` (a day)": ["summary", "--since", "2026-01-05", "--until", "2026-01-05"],
        "`vigil summary --format html`": ["summary", "--format", "html"],
    }
    print("measuring", file=sys.stderr, flush=True)
    figures = measure(
        rounds,
        [lambda turn, words=words: spawn([asked.program, *words], environment) for words in commands.values()]
        + [lambda turn: spawn([shell, record], environment, stdin=tallies)],
    )
    rows = [
        f"| {name} | {median(found, 0):.0f} | {median(found, 1):.0f} | {max(f[2] for f in found):.0f} |"
        for name, found in zip([*commands, "the sqlite3 shell, printing the same rows"], figures)
    ]
    print("\n".join([
        f"Measured on {datetime.date.today()}: {platform.machine()}, {os.cpu_count()} cores; {rounds} rounds;"
        f" {asked.summary} sessions of 40 readings, closed and sealed; file"
        f" {os.path.getsize(record) / 1e6:.0f} MB.",
        "",
        "| command | wall ms | CPU ms | peak MB |",
        "|---|---|---|---|",
        *rows,
    ]))


def measure(rounds, commands):
    """Runs the commands in turn, round by round; a list of (wall, CPU, MB) for each."""
    figures = [[] for _ in commands]
    for turn in range(rounds):
        for place, command in enumerate(commands):
            figures[place].append(command(turn))
    return figures


def median(figures, part):
    return statistics.median(figure[part] for figure in figures)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("program")
    options.add_argument("assess", help="the program that measures the assessment")
    options.add_argument("filler", help="the program that fills a record")
    options.add_argument("--rounds", type=int, default=60)
    options.add_argument("--sessions", type=int, default=1000)
    options.add_argument("--readings", type=int, default=30)
    options.add_argument("--assessed", type=int, default=2_000_000, help="readings that are assessed")
    options.add_argument(
        "--summary", type=int, metavar="SESSIONS", help="measure only `vigil summary`, over so many sessions"
    )
    options.add_argument("--write", metavar="FILE", help="replace the figures in this document")
    asked = options.parse_args()
    shell = shutil.which("sqlite3")
    folder = tempfile.mkdtemp(prefix="vigil-bench-")
    record = os.path.join(folder, "record.vigil")
    environment = clinic.environment_of(folder, record)
    try:
        environment["VIGIL_KEYS"] = os.path.join(folder, "keys")

        def script(name, text):
            path = os.path.join(folder, name)
            with open(path, "w") as file:
                file.write(text)
            return path

        if asked.summary:
            measure_summary(asked, environment, record, shell, script)
            return
        print("filling the record", file=sys.stderr, flush=True)
        treating = clinic.Clinic(asked.program, environment)
        fill(asked.program, environment, asked.sessions, asked.readings)
        treating.admit("OPEN")
        treating.open("OPEN")
        for _ in range(3):
            spawn([asked.program, "add", "118/74", "68", "98%"], environment)
        spawn([asked.program, "add", "ketamine 36 mg iv over 40 min"], environment)

        # The yardstick inserts into a copy of the same file, which has the same size and pages.
        copy = os.path.join(folder, "yardstick.vigil")
        shutil.copyfile(record, copy)
        subprocess.run(
            [shell, copy, "CREATE TABLE yardstick (id INTEGER PRIMARY KEY, session INTEGER NOT NULL, at INTEGER"
             " NOT NULL, systolic INTEGER, diastolic INTEGER, pulse INTEGER) STRICT;"
             "CREATE INDEX yardstick_session ON yardstick (session, at);"],
            check=True,
        )
        insert = script(
            "insert.sql",
            PRAGMAS + "BEGIN IMMEDIATE; INSERT INTO yardstick (session, at, systolic, diastolic, pulse)"
            " VALUES (1001, 1795094520000, 118, 74, 68); COMMIT;",
        )
        session = asked.sessions // 2
        entries = script(
            "entries.sql",
            f"SELECT * FROM entry WHERE stream_kind = 1 AND stream_key = {session} ORDER BY number;",
        )
        since = "2026-06-01"
        flags = script(
            "flags.sql",
            "SELECT session.*, flag.* FROM flag JOIN session ON session.number = flag.session"
            " WHERE raised_ms >= 1780272000000 AND session.state <> 4 ORDER BY raised_ms;",
        )

        def vigil(*arguments):
            return lambda turn: spawn([asked.program, *arguments], environment)

        def yardstick(path, database):
            return lambda turn: spawn([shell, database], environment, stdin=path)

        rows = []

        def compare(name, command, against, aim):
            print(f"measuring {name}", file=sys.stderr, flush=True)
            ours, theirs = measure(asked.rounds, [command, against])
            ratio = median(ours, 0) / median(theirs, 0)
            rows.append(
                f"| {name} | {median(ours, 0):.1f} | {median(ours, 1):.1f} | {max(f[2] for f in ours):.0f} |"
                f" {median(theirs, 0):.1f} | {median(theirs, 1):.1f} | **{ratio:.2f}** | {aim} |"
            )

        compare(
            "`vigil add 118/75 70 98%`", vigil("add", "-s", "OPEN", "118/75", "70", "98%"), yardstick(insert, copy),
            "≤ 2.0, ≤ 15 ms CPU, ≤ 30 MB",
        )
        compare("`vigil report N`", vigil("report", str(session)), yardstick(entries, record), "≤ 3")
        compare("`vigil flags --since`", vigil("flags", "--since", since), yardstick(flags, record), "≤ 3")

        compare("`vigil summary`", vigil("summary"), yardstick(script("tallies.sql", TALLIES), record), "≤ 3")

        # What printing a session costs beyond a process that does nothing but start.
        printed = []
        for name, arguments, most in [
            ("`vigil report N`", ["report", str(session)], "≤ 10"),
            ("`vigil report N --format html`", ["report", str(session), "--format", "html"], "≤ 20"),
            ("`vigil chart N`", ["chart", str(session)], "–"),
            ("`vigil timeline N`", ["timeline", str(session)], "–"),
        ]:
            print(f"measuring {name} beyond process start", file=sys.stderr, flush=True)
            ours, start = measure(asked.rounds, [vigil(*arguments), vigil("--version")])
            printed.append(
                f"| {name} | {median(ours, 0):.1f} | {median(start, 0):.1f} |"
                f" **{median(ours, 0) - median(start, 0):.1f}** | {most} |"
            )

        # Another protocol on every stored session: the same with one limit moved.
        other = os.path.join(folder, "other.json")
        spawn([asked.program, "protocol", "new", "other", "--from", "iv-0.5-40", "--out", other], environment)
        with open(other) as file:
            text = file.read()
        if '"limit": 180' not in text:
            sys.exit("bench: the protocol has no limit of 180 to move")
        with open(other, "w") as file:
            file.write(text.replace('"limit": 180', '"limit": 170', 1))
        read = script(
            "replay.sql",
            "SELECT stream_key, number, commit_number, observed_ms, observed_offset, recorded_ms, kind, encoding,"
            " hex(body) FROM entry WHERE stream_kind = 1 ORDER BY stream_key, number;"
            "SELECT session, hex(body) FROM flag ORDER BY session, number;",
        )
        rounds, asked.rounds = asked.rounds, max(3, asked.rounds // 6)
        compare("`vigil replay --protocol`", vigil("replay", "--protocol", other), yardstick(read, record), "≤ 3")
        asked.rounds = rounds

        print(f"assessing {asked.assessed} readings", file=sys.stderr, flush=True)
        assessed = []
        for protocol in ["iv-0.5-40", "esketamine-in", "im", "sl-supervised", "sl-remote"]:
            said = subprocess.run(
                [asked.assess, str(asked.assessed), protocol], check=True, capture_output=True, text=True
            ).stdout
            figure = json.loads(said)
            assessed.append(
                f"| {protocol} | {figure['readings']} | {figure['sessions']} | {figure['flags']} |"
                f" {figure['seconds']:.2f} | **{figure['perSecond']}** | ≥ 500000 |"
            )

        # The same entry in order, in a session of 20 entries and in sessions that are longer.
        print("filling the long sessions", file=sys.stderr, flush=True)
        lengths = {"SHORT": 20, "MIDDLE": 200, "HALF": 1000, "LONG": 2000}
        for code, entries in lengths.items():
            treating.admit(code)
            treating.open(code)
            spawn([asked.program, "add", "-s", code, "ketamine 36 mg iv over 40 min"], environment)
            # Three are there: the opening, how the gates stood, and the dose.
            lengthen(asked.program, environment, code, entries - 3)
        print("measuring `add` by the length of the session", file=sys.stderr, flush=True)
        by_length = measure(
            asked.rounds,
            [vigil("add", "-s", code, "118/75", "70", "98%") for code in lengths],
        )
        lengthy = ["| entries in the session | wall ms | CPU ms | against 20 | µs CPU an earlier entry |", "|---|---|---|---|---|"]
        shortest = by_length[0]
        before = None
        for (code, entries), figures in zip(lengths.items(), by_length):
            cpu = median(figures, 1)
            each = "–" if before is None else f"{(cpu - before[1]) * 1000 / (entries - before[0]):.1f}"
            lengthy.append(
                f"| {entries} | {median(figures, 0):.1f} | {cpu:.1f} |"
                f" **{median(figures, 0) / median(shortest, 0):.2f}** | {each} |"
            )
            before = entries, cpu

        counted = subprocess.run(
            [shell, record, "SELECT (SELECT count(*) FROM session), (SELECT count(*) FROM entry), (SELECT count(*) FROM flag);"],
            check=True, capture_output=True, text=True,
        ).stdout.strip()
        table = "\n".join([
            f"Measured on {datetime.date.today()}: {platform.machine()}, {os.cpu_count()} cores, SQLite"
            f" {subprocess.run([shell, '--version'], capture_output=True, text=True).stdout.split()[0]};"
            f" {asked.rounds} rounds; sessions, entries, flags in the record: {counted.replace('|', ', ')};"
            f" file {os.path.getsize(record) / 1e6:.1f} MB.",
            "",
            "| command | wall ms | CPU ms | peak MB | yardstick wall ms | yardstick CPU ms | ratio | aim |",
            "|---|---|---|---|---|---|---|---|",
            *rows,
            "",
            f"Printing a session of {asked.readings} readings, against `vigil --version` in turn:",
            "",
            "| command | wall ms | process start ms | beyond it ms | aim |",
            "|---|---|---|---|---|",
            *printed,
            "",
            "`vigil add 118/75 70 98%` as one more entry in order, by the length of its session; the aim is 1.00 at 2,000:",
            "",
            *lengthy,
            "",
            "Assessing in order, one commit an entry, one core; a reading is one value of one sign, six to a set:",
            "",
            "| protocol | readings | sessions | flags | seconds | readings a second | aim |",
            "|---|---|---|---|---|---|---|",
            *assessed,
        ])
        print(table)
        if asked.write:
            with open(asked.write) as file:
                text = file.read()
            begin, end = "<!-- figures -->", "<!-- end of figures -->"
            head, rest = text.split(begin, 1)
            _, tail = rest.split(end, 1)
            with open(asked.write, "w") as file:
                file.write(f"{head}{begin}\n{table}\n{end}{tail}")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


main()
