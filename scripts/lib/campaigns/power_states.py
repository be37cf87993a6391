"""Holds the states that a kill or a power cut may leave against what was acknowledged before it."""

import collections
import hashlib
import json
import os
import pathlib
import sqlite3

from campaigns.power_disk import HONEST, Disk
from campaigns.power_trace import files_below

LOST, CORRUPT = "LOST", "CORRUPT"
JOURNAL = "-journal"
# No file, an empty one, or one in which nothing was committed yet.
NOTHING = "nothing"

Judged = collections.namedtuple("Judged", "verdict level why content", defaults=(None, None))


class Plan:
    """The places in the folder that are looked at, and what is looked for beside the record."""

    def __init__(self, record, keys=None, whole=(), erased=None, forgetting=None, verify=None, since=None):
        self.record, self.keys = str(record), keys and str(keys)
        # Files that are whole wherever they have their name, and the command that says so.
        self.whole = {str(path): command for path, command in whole}
        self.since = since         # the level of the record from which they have to be there, whatever was said
        self.erased = erased       # (bytes that the record holds no more, command that said so)
        self.forgetting = forgetting  # the command after which the machine remembers no seal, until the next one
        self.verify = verify       # the second verifier, of the bytes of a record


class Judge:
    """Knows each content that the record had, in order, and which of them was acknowledged when."""

    def __init__(self, trace, plan, scratch):
        self.trace, self.plan, self.scratch = trace, plan, pathlib.Path(scratch)
        self.levels = {}           # content: its place in the order
        self.rows = []             # by level: rows of the log
        self.seals = []            # by level: number of a seal: (hash, key)
        self.sessions = []         # by level: number of a session: whether it is open
        self.wrong = []
        self.known = {}            # record and journal: what SQLite makes of them
        self.acknowledged = {}     # number of operations: level
        self.answered = {}         # command: number of operations at its answer
        self.ended = {}            # command: number of operations at its end
        self.final = {}            # path of a whole file: its bytes
        self.in_order()

    # What happened

    def in_order(self):
        """Every state in which all was done, one after the other: the true history."""
        disk = Disk(self.trace)
        for number, op in enumerate((None, *self.trace.ops)):
            if op is not None:
                disk.take(number - 1, op)
            files = disk.killed()
            opened = self.open(files)
            if opened.verdict == CORRUPT:
                self.wrong.append(f"killed after {number} operations: {opened.why}")
                continue
            level = self.levels.get(opened.content)
            if level is None:
                level = self.levels[opened.content] = len(self.levels)
                self.look_at_step(files, number)
            elif level != len(self.levels) - 1:
                self.wrong.append(f"killed after {number} operations: an older content came back")
            if op is not None and op.kind == "answer":
                self.acknowledged[number] = level
                self.answered[op.object] = number
            if op is not None and op.kind == "done":
                self.ended[op.object] = number
        self.compare(files)
        self.final = {path: files[path][1] for path in self.plan.whole if path in files}

    def compare(self, files):
        """What really lies in the folder has to be what the model of the disk has at the end."""
        real = {path: (mode, data) for path, mode, data in files_below(self.trace.folder)}
        for path in sorted(real.keys() | files.keys()):
            if real.get(path) != files.get(path):
                self.wrong.append(f"the model of the disk has other bytes, or another mode, at {path}")

    def look_at_step(self, files, number):
        """A step of the history adds rows of one commit, and verifies."""
        rows, seals, sessions = self.log()
        if self.rows and not self.rows[-1] <= rows:
            self.wrong.append(f"after {number} operations: a row of the log is another one")
        added = {commit for _, commit, *_ in rows - (self.rows[-1] if self.rows else set())}
        if self.rows and len(added) > 1:
            self.wrong.append(f"after {number} operations: one step of the disk has the commits {sorted(added)}")
        self.rows.append(rows)
        self.seals.append(seals)
        self.sessions.append(sessions)
        if self.plan.verify and len(files.get(self.plan.record, (0, b""))[1]) and len(self.levels) > 1:
            damaged = self.plan.verify((self.scratch / "record").read_bytes()).damaged
            self.wrong += [f"after {number} operations: {finding}" for finding in damaged]

    def log(self):
        """Rows of the log, the second of each its commit, and the seals; of another database there are none."""
        if not (self.scratch / "record").exists():
            return set(), {}, {}
        record = sqlite3.connect(self.scratch / "record")
        try:
            if not record.execute("SELECT 1 FROM sqlite_schema WHERE name = 'entry'").fetchone():
                return set(), {}, {}
            rows = record.execute("SELECT hex(id), commit_number, hex(hash), hex(body) FROM entry").fetchall()
            seals = record.execute("SELECT number, lower(hex(hash)), lower(hex(public_key)) FROM seal").fetchall()
            sessions = dict(record.execute("SELECT number, state = 1 FROM session").fetchall())
        finally:
            record.close()
        return set(rows), {number: (hash, key) for number, hash, key in seals}, sessions

    # One state

    def open(self, files):
        """What SQLite makes of the record, after it undid what a crash left; the file stays at `scratch/record`."""
        for name in ("record", "record" + JOURNAL):
            (self.scratch / name).unlink(missing_ok=True)
        data = files.get(self.plan.record, (None, None))[1]
        if data is None:
            return Judged(None, None, None, NOTHING)
        (self.scratch / "record").write_bytes(data)
        journal = files.get(self.plan.record + JOURNAL)
        if journal:
            (self.scratch / ("record" + JOURNAL)).write_bytes(journal[1])
        try:
            record = sqlite3.connect(self.scratch / "record", isolation_level=None)
            record.text_factory = bytes
            try:
                record.execute("BEGIN IMMEDIATE")
                said = record.execute("PRAGMA integrity_check").fetchall()
                if said != [(b"ok",)]:
                    return Judged(CORRUPT, None, f"integrity_check: {said[:2]}")
                return Judged(None, None, None, content(record))
            finally:
                record.close()
        except (sqlite3.Error, UnicodeDecodeError) as error:  # What SQLite says of it may hold any byte.
            return Judged(CORRUPT, None, f"SQLite: {error}")

    def judge(self, files, number):
        """The state after a number of operations, of which some are lost."""
        key = self.key(files)
        if key not in self.known:
            self.known[key] = self.open(files)
        found = self.known[key]
        if found.verdict == CORRUPT:
            return found
        needed = self.needed(number)
        level = self.levels.get(found.content)
        if level is None:
            return Judged(CORRUPT, None, "a content that the record never had")
        if level < needed:
            return Judged(LOST, level, f"level {level} of {needed} that were acknowledged")
        if why := self.beside(files, number, level):
            return Judged(LOST, level, why)
        return Judged(None, level)

    def key(self, files):
        digest = hashlib.sha256()
        for path in (self.plan.record, self.plan.record + JOURNAL):
            data = files.get(path, (None, None))[1]
            digest.update(b"-" if data is None else b"+%d " % len(data) + data)
        return digest.digest()

    def needed(self, number):
        """The level that was acknowledged before so many operations."""
        return max((level for at, level in self.acknowledged.items() if at <= number), default=0)

    def beside(self, files, number, level):
        """What is wrong with the files beside the record."""
        said = {command for command, at in self.answered.items() if at <= number}
        for path, command in self.plan.whole.items():
            if path in files and files[path] != (0o600, self.final[path]):
                return f"{os.path.basename(path)} has its name and is not whole"
            if path not in files and (command in said or self.plan.since is not None and level >= self.plan.since):
                return f"{os.path.basename(path)} was acknowledged, or relied on, and is gone"
        if self.plan.erased and self.plan.erased[1] in said:
            for path in (self.plan.record, self.plan.record + JOURNAL):
                if self.plan.erased[0] in files.get(path, (None, b""))[1]:
                    return f"{os.path.basename(path)} still holds what was erased"
        if not self.plan.keys:
            return None
        return self.keyring(files, number, self.seals[level], self.seals[self.needed(number)])

    def keyring(self, files, number, sealed, acknowledged):
        """The witness has to be a seal of the record, the newest that was acknowledged or a later one; so its keys."""
        beside = {os.path.basename(path): parsed(data) for path, (_, data) in files.items()
                  if path.startswith(self.plan.keys + "/") and path.endswith((".key", "witness.json"))}
        for name, read in beside.items():
            if read is None:
                return f"{name} has its name and is none"
        present = {read["publicKey"] for name, read in beside.items() if name.endswith(".key")}
        for seal, (_, key) in sealed.items():
            if key not in present:
                return f"the key of seal {seal} is gone"
        witness = beside.get("witness.json")
        forgotten = self.forgotten(number)
        if number >= self.answered.get(self.plan.forgetting, number + 1) and witness and witness["seal"] <= forgotten:
            return "the witness that was forgotten is back"
        if witness is None:
            return "there is no witness of what was sealed" if max(acknowledged, default=0) > forgotten else None
        if sealed.get(witness["seal"], (None,))[0] != witness["hash"]:
            return f"the witness is seal {witness['seal']}, and the record ends at {max(sealed, default=0)}"
        if witness["seal"] < max(acknowledged, default=0):
            return f"the witness is seal {witness['seal']}, and {max(acknowledged)} was acknowledged"
        return None

    def forgotten(self, number):
        """The last seal that the machine need not remember."""
        if number < self.ended.get((self.plan.forgetting or 0) - 1, number + 1) or self.plan.forgetting is None:
            return 0
        return max(self.seals[self.acknowledged[self.answered[self.plan.forgetting]]], default=0)


def parsed(data):
    try:
        return json.loads(data)
    except ValueError:
        return None


def content(record):
    """A digest of every row of every table, and of the tables themselves."""
    tables = [name for (name,) in record.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").fetchall()]
    if not tables:
        return NOTHING
    digest = hashlib.sha256()
    for statement in ["SELECT type, name, sql FROM sqlite_schema", "PRAGMA user_version", "PRAGMA application_id"] + [
            f"SELECT * FROM \"{name.decode()}\"" for name in tables]:
        digest.update(statement.encode() + b"\0")
        for row in sorted(record.execute(statement).fetchall(), key=repr):
            digest.update(repr(row).encode() + b"\n")
    return digest.hexdigest()


def states(judge, random, seeds, syncs=HONEST, every=1, say=lambda done, all: None):
    """Every prefix, killed once and cut off *seeds* times: (number of operations, files, what is found)."""
    disk = Disk(judge.trace, syncs)
    operations = len(judge.trace.ops)
    for number in range(operations + 1):
        if number:
            disk.take(number - 1, judge.trace.ops[number - 1])
        say(number, operations)
        if number % every and number != operations:
            continue
        for seed in range(seeds + 1):
            files = disk.cut(random) if seed else disk.killed()
            yield number, ("power" if seed else "kill"), files, judge.judge(files, number)
