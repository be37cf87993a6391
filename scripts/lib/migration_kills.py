"""Kills a program at each write of carrying a record over from version 1 to 2, and looks at what is left."""

import argparse
import collections
import pathlib
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile

import faults

GOLDEN = faults.ROOT / "Tests" / "RecordStoreTests" / "Golden" / "record-v1.vigil"
SCHEMA = faults.ROOT / "schemas" / "record-v2.sql"
CALLS = ["pwrite64", "write", "fdatasync", "fsync", "ftruncate", "unlink", "link", "rename", "fchmod", "mkdir"]
NOTE = "after carrying over"


def objects(connection):
    return sorted(connection.execute(
        "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE substr(name, 1, 7) <> 'sqlite_'").fetchall())


def rows(connection, table):
    return sorted(connection.execute(f"SELECT * FROM {table}").fetchall(), key=repr)


def opened(path):
    connection = sqlite3.connect(path)
    connection.text_factory = bytes
    return connection


class Expected:
    """What a record of either version has to be."""

    def __init__(self):
        with opened(GOLDEN) as golden:
            self.old_objects = objects(golden)
            self.tables = [row[0].decode() for row in golden.execute(
                "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")]
            self.rows = {table: rows(golden, table) for table in self.tables}
        with sqlite3.connect(":memory:") as fresh:
            fresh.text_factory = bytes
            fresh.executescript(SCHEMA.read_text())
            self.new_objects = objects(fresh)

    def state(self, path):
        """`1` or `2` where the record is one of these whole; else what is wrong with it."""
        with opened(path) as record:
            if record.execute("PRAGMA integrity_check").fetchall() != [(b"ok",)]:
                return "damaged"
            version, = record.execute("PRAGMA user_version").fetchone()
            found = objects(record)
            if version == 1 and found == self.old_objects:
                same = all(rows(record, table) == self.rows[table] for table in self.tables)
                return "1" if same else "version 1 with other rows"
            if version != 2 or found != self.new_objects:
                return f"between: says {version}, has neither's tables"
            # The command that carried it over may have added its own entry in a later commit.
            for table in self.tables:
                if table in ("access", "seal"):
                    continue
                kept = rows(record, table)
                if table in ("entry", "session", "flag", "tally", "reading"):
                    if table == "entry" and not all(row in kept for row in self.rows[table]):
                        return "version 2 without an entry"
                elif kept != self.rows[table]:
                    return f"version 2 with other rows in {table}"
            if not record.execute("SELECT 1 FROM access WHERE act = 13").fetchone():
                return "version 2 that does not say where it comes from"
        outcome, told = faults.verdict(path)
        return "2" if outcome != 1 else f"version 2, damaged: {told}"


def fresh(folder):
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    shutil.copyfile(GOLDEN, folder / "record.vigil")
    (folder / "record.vigil").chmod(0o600)


def leftovers(folder, expected):
    """What is wrong with the copies that have a backup's name."""
    wrong = []
    for path in folder.glob("record.vigil.v1-*"):
        name = path.name.removesuffix("-journal")
        if name.endswith(".backup"):
            if expected.state(path) != "1":
                wrong.append(f"{path.name}: {expected.state(path)}")
            if path.stat().st_mode & 0o777 != 0o600:
                wrong.append(f"{path.name}: open to others")
        elif not name.endswith(".backup.part"):
            wrong.append(f"{path.name}: what is it?")
    return wrong


def count(command, folder, call, begin):
    """How many such calls one run makes."""
    begin(folder)
    trace = folder / "trace"
    subprocess.run(["strace", "-f", "-o", str(trace), "-e", f"trace={call}"] + command,
                   env=faults.environment(folder), cwd=folder, capture_output=True, check=False)
    return len(re.findall(rf"^\d+ +{call}\(", trace.read_text(errors="replace"), re.MULTILINE))


def kill_all(command, folder, begin, sample, look, calls=CALLS):
    """Kills at every call of these, or at some of each; *look* gives the state that is left."""
    states = collections.Counter()
    wrong = []
    kills = collections.Counter()
    for call in calls:
        for when in faults.sampled(range(1, count(command, folder, call, begin) + 1), sample):
            begin(folder)
            if faults.run(command, folder, call, "signal=KILL", when) is None:
                continue
            kills[call] += 1
            state, said = look(folder)
            states[state] += 1
            wrong += [f"{call} {when}: {what}" for what in said]
    return kills, states, wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("--sample", type=int, help="kills of each kind of call (default: all)")
    given = parser.parse_args()
    faults.require_strace()
    expected = Expected()
    program = [str(given.program.resolve()), "add", "-s", "5", "note", NOTE]

    with tempfile.TemporaryDirectory() as base:
        folder = pathlib.Path(base) / "run"

        def look(folder):
            record = folder / "record.vigil"
            # The next who comes reads: what a crash left is undone by then.
            read = subprocess.run([program[0], "sessions"], env=faults.environment(folder), capture_output=True, text=True,
                                  check=False)
            wrong = [] if read.returncode == 0 else [f"is not read: {read.stderr.strip()}"]
            state = expected.state(record)
            if state not in ("1", "2"):
                wrong.append(state)
            wrong += leftovers(folder, expected)
            again = subprocess.run(program, env=faults.environment(folder), capture_output=True, text=True, check=False)
            after = expected.state(record)
            if again.returncode != 0 or after != "2":
                wrong.append(f"the next attempt: exit {again.returncode}, {after}, {again.stderr.strip()}")
            wrong += leftovers(folder, expected)
            if list(folder.glob("*.part*")):
                wrong.append("a part is left after the next attempt")
            return state, wrong

        kills, states, wrong = kill_all(program, folder, fresh, given.sample, look)
        print(f"killed {sum(kills.values())} times: " + ", ".join(f"{call} {number}" for call, number in kills.items() if number))
        print(f"left as version 1: {states['1']}, carried over to version 2: {states['2']}, anything else: "
              f"{sum(states.values()) - states['1'] - states['2']}")
        for what in wrong:
            print("WRONG", what)

        control_kills, between = control(folder, expected, given.sample)
        print(f"control, the same step without one transaction: killed {control_kills} times, {between} left between versions")
    failed = bool(wrong) or not kills or between == 0 or states["1"] == 0 or states["2"] == 0
    sys.exit(1 if failed else 0)


def control(folder, expected, sample):
    """The tables made anew statement by statement: what this looks for has to be found there."""
    new = sqlite3.connect(":memory:")
    new.executescript(SCHEMA.read_text())
    made = [sql for (sql,) in new.execute(
        "SELECT sql FROM sqlite_schema WHERE tbl_name IN ('seal', 'access') ORDER BY rowid")]
    step = folder.parent / "step.py"
    step.write_text(
        "import sqlite3\n"
        "record = sqlite3.connect('record.vigil', isolation_level=None)\n"
        "for sql in " + repr(["DROP TABLE seal", "DROP TABLE access", *made, "PRAGMA user_version = 2"]) + ":\n"
        "    record.execute(sql)\n")

    def look(folder):
        state = expected.state(folder / "record.vigil")
        return ("between" if state.startswith("between") else state), []

    kills, states, _ = kill_all([sys.executable, str(step)], folder, fresh, sample, look,
                                ["pwrite64", "fdatasync", "unlink"])
    return sum(kills.values()), states["between"]


if __name__ == "__main__":
    main()
