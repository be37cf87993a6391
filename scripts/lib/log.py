"""What the file of a record is, and its log: steps 1 and 2 of "To verify a record" in docs/record-format.md."""

import collections
import itertools
import uuid

from lib.bodies import Refused, belongs, decoded, require
from lib.codes import KINDS
from lib.outcome import COURSE, SESSION, WHOLE_RECORD, Chain, Finding, Result, about, name, plain
from lib.values import Text, digest, number, stored

APPLICATION = 1447642956
FINGERPRINTS = {
    1: bytes.fromhex("b44711ba42280348a35640714a0e80c3e4dccd870901f742d546410a32515fa2"),
    2: bytes.fromhex("97d02d712a1389914f3ea032c9d8abb0260c63fd5646bd64159eca67f60df1f7"),
}


def fingerprint(connection):
    """The digest of the schema."""
    rows = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema").fetchall()
    return digest("vigil.schema.v1", *(
        stored(column) for row in sorted(rows) if not row[1].startswith(b"sqlite_") for column in row))


class Log:
    """One look at one record: what the file is, and its log."""

    def __init__(self, connection):
        self.connection, self.result = connection, Result()
        connection.text_factory = Text
        self.id, self.genesis = None, None
        self.openings, self.closings, self.voided, self.last_commit = {}, {}, {}, 0
        self.sealed = {}  # stream: (number, derived) of the newest seal of the record over its last entry
        self.access_hashes, self.acts = {}, collections.defaultdict(list)

    def wrong(self, place, what, bearing_on=WHOLE_RECORD):
        self.result.damaged.append(Finding(bearing_on, place, what))

    def unclear(self, place, what, bearing_on=WHOLE_RECORD):
        self.result.unclear.append(Finding(bearing_on, place, what))

    def step(self, place, look, *arguments):
        """Does a part; an error is something wrong with the record, and the rest is still looked at."""
        try:
            look(*arguments)
        except Exception as error:  # Of SQLite, of decoding, of a table that is another: whatever there is.
            self.wrong(place, f"cannot be read: {plain(error) or type(error).__name__}")
            return False
        return True

    def rows(self, table): return self.connection.execute(f"SELECT * FROM main.{table}")
    def pragma(self, what): return self.connection.execute(f"PRAGMA {what}").fetchone()[0]

    # 1. The file

    def file(self):
        self.connection.execute("PRAGMA trusted_schema = OFF")
        self.connection.execute("PRAGMA cell_size_check = ON")
        self.connection.execute("PRAGMA query_only = ON")
        application, version = self.pragma("application_id"), self.pragma("user_version")
        schema = fingerprint(self.connection)
        known = next((v for v, expected in FINGERPRINTS.items() if expected == schema), None)
        if application != APPLICATION:
            self.wrong("file", f"application_id is {application}: not that of a record")
            if known is None:
                return
        if version > max(FINGERPRINTS) and known is None:
            return self.unclear("file", f"is of version {version}: of a newer Vigil")
        self.result.version = version if version in FINGERPRINTS and known is None else known
        if version not in FINGERPRINTS:
            self.wrong("file", f"user_version is {version}: no version of a record")
        if known != version:
            self.wrong("schema", "is not that of its version: tables, indexes or triggers are other ones")
        if self.pragma("encoding") != b"UTF-8":
            self.wrong("file", "texts are not in UTF-8")
        for (found,) in self.connection.execute("SELECT name FROM sqlite_schema WHERE type <> 'table'").fetchall():
            if found.startswith(b"sqlite_"):
                self.wrong("schema", f"{plain(found)} is an object that no record has")
        for (said,) in self.connection.execute("PRAGMA integrity_check(20)").fetchall():
            if said != b"ok":
                self.wrong("integrity_check", plain(said))

    def record(self):
        (one, self.id, purpose, made), *others = self.rows("record").fetchall()
        if others or one != 1:
            self.wrong("record", "is not the one row that says which record this is")
        self.genesis = digest("vigil.seals.v1", stored(self.id), stored(purpose), stored(made))
        self.result.record = str(uuid.UUID(bytes=self.id)).upper()

    # 2. The log

    def log(self):
        commits, read = set(), True
        for stream, rows in itertools.groupby(self.rows("entry"), key=lambda row: row[:2]):
            if stream in self.result.heads:
                self.wrong(name(stream), "its entries do not lie together", about(stream))
            read &= self.step(name(stream), self.stream, stream, rows, commits)
        if not read:
            # What lies beyond the place that cannot be read may still be found by its key.
            for (key,) in self.connection.execute("SELECT number FROM session").fetchall():
                if (SESSION, key) not in self.result.heads:
                    rows = self.connection.execute(
                        "SELECT * FROM entry WHERE stream_kind = 1 AND stream_key = ?", (key,))
                    self.step(name((SESSION, key)), self.stream, (SESSION, key), rows, commits)
        self.last_commit = max(commits, default=0)
        missing = self.last_commit - len(commits)
        if missing:
            gap = next(n for n in itertools.count(1) if n not in commits)
            self.wrong("entry", f"no entry has commit {gap}" + (f", nor {missing - 1} others" if missing > 1 else ""))
        expected = 1
        for session in sorted(key for kind, key in self.result.heads if kind == SESSION):
            if session != expected:
                self.wrong("entry", f"session {expected} is missing" if session == expected + 1
                           else f"sessions {expected} to {session - 1} are missing")
            expected = session + 1

    def stream(self, stream, rows, commits):
        kind, key = stream
        start = number(kind) + stored(key)
        chain = Chain(digest("vigil.stream.v1", stored(self.id), start))
        self.result.heads[stream] = chain.hashes
        fallen = refused = None
        commit = 0
        for row in rows:
            _, _, at, id, record, *rest, prev, hash = row
            computed = digest("vigil.entry.v1", stored(record), start, stored(at), stored(id),
                              *map(stored, rest), stored(prev))
            chain.follow(at, prev, computed, hash)
            if rest[0] < commit:
                fallen = fallen or at
            commit = rest[0]
            commits.add(commit)
            try:
                self.body(stream, at, *rest[-3:])
            except (Refused, TypeError) as error:
                refused = refused or (at, str(error))
        if chain.bad:
            self.wrong(f"{name(stream)} #{chain.bad[0]}", chain.said(), about(stream))
        if fallen:
            self.wrong(f"{name(stream)} #{fallen}", "has a commit before that of the entry before it", about(stream))
        if refused:
            self.wrong(f"{name(stream)} #{refused[0]}", f"its body is none: {refused[1]}", about(stream))
        if kind == SESSION and key not in self.openings:
            self.wrong(name(stream), "does not begin with an opening", about(stream))

    def body(self, stream, at, kind, encoding, body):
        if encoding != 1 or kind > len(KINDS):
            return self.unclear(
                f"{name(stream)} #{at}", f"kind {kind} in encoding {encoding} is not known here", about(stream))
        word, said = decoded(kind, body)
        require(belongs(word, said, stream[0] == COURSE), f"no {word} of this sort stands in such a stream")
        require(word != "opened" or at == 1, "an opening stands only at the beginning")
        if word == "opened" and stream[0] == SESSION:
            self.openings[stream[1]] = said
            self.result.patients[stream[1]] = (Text(said[0], "utf-8"), said[4])
        elif word == "closed":
            self.closings.setdefault(stream, set()).add(at)
        elif word == "void":
            self.voided.setdefault(stream, set()).add(said[0])

    def is_open(self, stream):
        """A session that was not struck out and has no closing that stands."""
        voided = self.voided.get(stream, set())
        return stream[0] == SESSION and 1 not in voided and not self.closings.get(stream, set()) - voided
