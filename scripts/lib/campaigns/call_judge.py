"""Holds an answer against the record: acknowledged means present, else wholly present or absent, and it said which."""

import collections
import dataclasses
import hashlib
import importlib.util
import re
import sqlite3
import subprocess
import sys

import faults
import migration_kills
from call_acts import ID, environment
from call_errors import MAY_DIE

SAVED, NOT_SAVED, UNCLEAR, SILENT = "saved", "not saved", "not confirmed", "no answer"
# Nothing of the command may be there after these.
REFUSED = {66, 69, 70, 73, 74}
SAVED_ALL_THE_SAME = "What was entered is saved"
# What may be said only after these errors: of a record that is whole, and a disk that has room. SQLite itself takes a
# machine that has no lock to give for one where another program holds it.
SAID_ONLY_AFTER = [
    (r"There is no record|no such file", {"ENOENT"}),
    (r"is not a record of Vigil|newer Vigil|is a folder|not an error|given twice|already", set()),
    (r"may not be read by you|may not write there", {"EACCES", "EPERM"}),
    (r"cannot be written\. Nothing was stored|Allow writing", {"EACCES", "EPERM", "EROFS"}),
    (r"disk is full|as good as full", {"ENOSPC", "EDQUOT"}),
    (r"read-only", {"EROFS", "EACCES"}),
    (r"no such folder", {"ENOENT"}),
    (r"Another program (is writing|holds)", {"EAGAIN", "EACCES", "ENOLCK"}),
    (r"passphrase (is|does)|no key|not adopted|no such (?!folder)|There is no", set()),
]


@dataclasses.dataclass
class Answer:
    """What a run said: its exit status (negative: the signal that ended it; None: it hung), and its words."""

    status: int | None
    out: str
    errors: str
    call: str
    error: str
    # Whether the fault was one of writing the answer itself.
    muted: bool = False

    @property
    def killed(self):
        return self.error == "KILL"

    @property
    def claim(self):
        if self.killed or self.status is None or self.status < 0 or self.status > 128:
            return SILENT
        if self.status == 0 or SAVED_ALL_THE_SAME in self.errors:
            return SAVED
        # The answer could not be written, nor that it could not.
        if self.status == 73 and self.muted:
            return UNCLEAR
        return UNCLEAR if self.status == 75 else NOT_SAVED


def second_verifier():
    """scripts/verify-record.py, in this process."""
    sys.path.insert(0, str(faults.VERIFIER.parent))
    spec = importlib.util.spec_from_file_location("verify_record", faults.VERIFIER)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Record:
    """What stands in a record beyond what stood there before."""

    TABLES = ("record", "entry", "protocol", "adoption", "clinic", "patient", "clinician", "seal", "access",
              "session", "reading", "flag", "effect", "tally")
    GROWING = ("record", "entry", "protocol", "adoption", "clinic", "patient", "clinician", "seal", "access")
    KINDS = {"entry": "kind", "access": "act"}

    def __init__(self, path):
        with sqlite3.connect(path) as connection:
            connection.text_factory = bytes
            self.sound = connection.execute("PRAGMA integrity_check").fetchall() == [(b"ok",)]
            self.version, = connection.execute("PRAGMA user_version").fetchone()
            self.ids = [row[0].hex() for row in connection.execute("SELECT id FROM entry")]
            self.rows = {}
            self.profile = collections.Counter()
            for table in self.TABLES:
                cursor = connection.execute(f"SELECT * FROM {table}")
                names = [column[0] for column in cursor.description]
                place = names.index(self.KINDS[table]) if table in self.KINDS else None
                rows = cursor.fetchall()
                for row in rows:
                    self.profile[table, row[place] if place is not None else None] += 1
                if table in self.GROWING:
                    self.rows[table] = set(map(repr, rows))
        connection.close()

    def beyond(self, before):
        """How many rows of what came to it."""
        grown = collections.Counter(self.profile)
        grown.subtract(before.profile)
        return {key: count for key, count in grown.items() if count}

    def lost(self, before):
        return [table for table in self.GROWING if not before.rows[table] <= self.rows[table]]


class Judge:
    """Judges answers of one command; *program* looks at the record as the next person does."""

    def __init__(self, program, act, bases, folder, verifier):
        self.program, self.act, self.folder, self.verifier = program, act, folder, verifier
        self.path = folder / "record.vigil"
        self.looked = {}
        self.expected = migration_kills.Expected() if act.base == "first" else None
        bases.copy(act.base, folder)
        self.read()
        self.before = Record(self.path) if self.expected is None else None
        self.earlier = self.digest("earlier.vigil")
        self.whole, self.files = None, None

    def digest(self, name):
        path = self.folder / name
        return hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else None

    def vigil(self, *words, stdin=None):
        return subprocess.run(
            [self.program, *words], env=environment(self.folder), cwd=self.folder, capture_output=True, text=True,
            check=False, input=stdin or "", timeout=60)

    def again(self, answer=None):
        """The same once more, with the id that the answer gave."""
        words = list(self.act.words)
        given = re.search(r"--id ([0-9A-F-]{36})", answer.errors) if answer else None
        if given and "--id" not in words:
            words[1:1] = ["--id", given[1]]
        return self.vigil(*words, stdin=self.act.stdin)

    def read(self):
        """The next who comes only looks; what a crash left is undone by then."""
        return self.vigil("sessions")

    def learn(self):
        """From a run on a healthy disk: what the command adds. Gives what is wrong with that."""
        done = self.again()
        if done.returncode != 0:
            return [f"on a healthy disk: exit {done.returncode}: {done.stderr}"]
        if self.expected is None:
            self.whole = Record(self.path).beyond(self.before)
        self.files = self.names()
        wrong = [] if self.whole or self.expected or self.act.looks else ["on a healthy disk it adds nothing"]
        return wrong + self.standing()

    def names(self):
        """What lies in the folder, but for names that are made by chance."""
        return {str(path.relative_to(self.folder)) for path in self.folder.rglob("*")} - {"trace"}

    # What is there

    def found(self):
        """`all`, `none`, or what else."""
        if self.expected is not None:
            version = self.expected.state(self.path)
            if version not in ("1", "2"):
                return version
            with sqlite3.connect(self.path) as connection:
                ids = [row[0].hex() for row in connection.execute("SELECT id FROM entry")]
            connection.close()
            count = ids.count(ID.replace("-", "").lower())
            if version == "1" and count:
                return "in version 1"
            return {0: "none", 1: "all"}.get(count, f"{count} times")
        record = Record(self.path)
        grown = record.beyond(self.before)
        if record.lost(self.before):
            return f"rows are gone from {record.lost(self.before)}"
        if not grown:
            return "none"
        if grown == self.whole:
            return "all"
        unsealed = {key: count for key, count in self.whole.items() if key[0] not in ("seal", "access")}
        return "all, not sealed" if grown == unsealed else f"{grown} instead of {self.whole}"

    def standing(self):
        """What is wrong with the record as it stands, whatever was said; by its bytes, each state once."""
        key = self.digest("record.vigil")
        if key not in self.looked:
            self.looked[key] = self.stands()
        return self.looked[key]

    def stands(self):
        wrong = []
        with sqlite3.connect(self.path) as connection:
            said = connection.execute("PRAGMA integrity_check").fetchall()
        connection.close()
        if said != [("ok",)]:
            wrong.append(f"integrity_check: {said[:2]}")
        result = self.verifier.looked_at(self.path)
        if result.damaged:
            wrong.append(f"the second verifier: {[self.verifier.plain(one) for one in result.damaged][:2]}")
        return wrong

    # What was said

    def breaches(self, answer):
        """Everything in which an answer, what is there and the next attempt do not agree."""
        wrong = self.untrue(answer)
        read = self.read()
        if read.returncode != 0:
            wrong.append(f"is not read afterwards: {read.returncode} {read.stderr.strip()}")
        found = self.found()
        # The entries are what was asked for; that they are not sealed has to be said.
        if found == "all, not sealed" and (answer.muted or answer.killed or "not sealed" in answer.errors + answer.out):
            found = "all"
        if found not in ("all", "none"):
            wrong.append(f"neither all nor nothing: {found}")
        wrong += self.standing()
        wrong += self.of_file(answer) if self.act.makes else self.of_entry(answer, found)
        if self.earlier != self.digest("earlier.vigil"):
            wrong.append("the backup that was there before is another")
        return wrong

    def untrue(self, answer):
        """Words and exit codes that cannot be true, whatever is in the record."""
        if answer.status is None:
            return ["hung"]
        if answer.killed:
            return []
        wrong = []
        if answer.status < 0 or answer.status > 128 or "Fatal error" in answer.errors:
            if answer.call in MAY_DIE and not answer.out:
                return []
            wrong.append(f"crashed: {answer.status} {answer.errors.strip()[:200]}")
        elif answer.status not in REFUSED | {0, 75} and not (answer.status == 65 and "cannot be read" in answer.errors):
            wrong.append(f"exit {answer.status}: {answer.errors.strip()}")
        if answer.status != 0 and not answer.errors.strip() and not answer.muted:
            wrong.append("nothing was said")
        # What cannot be read may be damaged; nothing else may be called so.
        if re.search(r"is damaged|restore a backup", answer.errors) and answer.call not in ("pread64", "read"):
            wrong.append(f"a whole record is called damaged: {answer.errors.strip()}")
        for words, errors in SAID_ONLY_AFTER:
            if answer.status != 0 and answer.error not in errors and re.search(words, answer.errors):
                wrong.append(f"said after {answer.error}: {answer.errors.strip()}")
                break
        return wrong

    def of_entry(self, answer, found):
        if self.act.looks:
            listed = "S-2026-0001" in answer.out
            return [] if answer.status != 0 or answer.muted or listed else ["looked, and did not show the session"]
        wrong = []
        if answer.claim == SAVED and found != "all":
            wrong.append(f"said to be saved, and is not there: {answer.status} {answer.errors.strip()}")
        if answer.claim == NOT_SAVED and found != "none":
            wrong.append(f"said not to be saved (exit {answer.status}), and is there: {answer.errors.strip()}")
        if answer.claim == UNCLEAR and not re.search(r"vigil |again", answer.errors) and not answer.muted:
            wrong.append(f"not confirmed, and nothing about what to do: {answer.errors.strip()}")
        return wrong + self.tried_again(answer, found)

    def tried_again(self, answer, found):
        """The same again, as whoever cannot know: with an id always, without one where nothing is there."""
        key = (self.digest("record.vigil"), "again", frozenset(self.names()))
        if found == "none" and key in self.looked:
            return self.looked[key]
        given = self.act.keyed or "--id " in answer.errors
        if found != "none" and not given and self.act.name not in ("end", "sign"):
            return []
        done = self.again(answer)
        after = self.found()
        already = done.returncode != 0 and found == "all"
        wrong = []
        if done.returncode != 0 and not already:
            wrong.append(f"tried again: exit {done.returncode}: {done.stderr.strip()}")
        if after != "all" and (found, after) != ("all", "all, not sealed"):
            wrong.append(f"tried again, there is: {after}")
        wrong += self.standing()
        told = answer.errors + answer.out + done.stderr + done.stdout
        left = {name for name in self.names() - self.files if not self.may_lie(name, answer) and name not in told}
        if left:
            wrong.append(f"left lying: {sorted(left)}")
        if found == "none":
            self.looked[key] = wrong
        return wrong

    def may_lie(self, name, answer):
        """A whole copy of a record of version 1, from an attempt that was killed, and what could not be unlinked."""
        if self.expected is not None and re.search(r"\.v1-[0-9-]+\.backup$", name):
            return self.expected.state(self.folder / name) == "1"
        return answer.call == "unlink" and name.startswith("keys/")

    def of_file(self, answer):
        """A backup is under its name where that was said, and nowhere else."""
        made = self.folder / self.act.makes
        wrong = []
        if made.exists() != (answer.claim == SAVED) and answer.claim != SILENT:
            wrong.append(f"exit {answer.status}, and the file is {'' if made.exists() else 'not '}there: "
                         f"{answer.errors.strip()}")
        if made.exists():
            wrong += self.whole_copy(made)
            if made.stat().st_mode & 0o777 != 0o600:
                wrong.append("the backup is open to others")
        noted = self.found() == "all"
        is_told = "could not be confirmed that the record notes" not in answer.out
        if answer.status == 0 and is_told and noted == ("could not be noted" in answer.out) and not answer.muted:
            wrong.append(f"said that it was {'not ' if noted else ''}noted: {answer.out}")
        # What a failed commit leaves beside the record is undone by whoever opens it next, and gone then.
        left = {name for name in self.names() - self.files if name not in (self.act.makes, "record.vigil-journal")}
        told = answer.errors + answer.out
        if answer.claim != SILENT and not answer.muted and not all(name.split("/")[0] in told for name in left):
            wrong.append(f"left lying and not said: {sorted(left)}")
        if made.exists():
            return wrong
        for name in left:
            path = self.folder / name
            if path.is_file():
                path.unlink()
        done = self.again()
        if done.returncode != 0 or not made.exists():
            wrong.append(f"tried again: exit {done.returncode}: {done.stderr.strip()}")
        if (self.folder / "record.vigil-journal").exists():
            wrong.append("a journal is left after that")
        return wrong

    def whole_copy(self, made):
        if self.act.name == "encrypted":
            done = self.vigil("restore", made.name, "--to", "restored.vigil", "--passphrase-file", "phrase")
            for path in self.folder.glob("restored.vigil*"):
                path.unlink()
            return [] if done.returncode == 0 else [f"the backup cannot be restored: {done.stderr.strip()}"]
        result = self.verifier.looked_at(made)
        return [f"the backup is damaged: {result.damaged[:1]}"] if result.damaged else []

