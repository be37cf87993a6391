"""A record on a disk of its own, the commands that are tried there, and what each of them has to say."""

import pathlib
import re
import shutil
import sqlite3
import subprocess
import uuid

import faults
from call_acts import Bases
from call_judge import second_verifier

READING = [["sessions"], ["status"], ["timeline", "1"], ["report", "1"], ["flags"]]
# What an answer that refuses has to hold: why, and what to do next.
NEXT = r"paper|again|room|vigil |--record|VIGIL_RECORD|See to|Allow"
REFUSALS = {66, 69, 70, 73, 74, 75}


class Unusable(Exception):
    """The machine cannot make such a disk."""


class Bench:
    """One folder, a disk mounted in it, and the answers so far."""

    def __init__(self, program, folder):
        self.program, self.folder = program, folder
        self.disk = folder / "disk"
        self.record = self.disk / "record.vigil"
        self.refused = self.read = self.saved = 0
        self.acknowledged = []
        self.wrong = []
        self.mounted = []
        self.verifier = second_verifier()

    def __enter__(self):
        self.disk.mkdir(parents=True)
        return self

    def __exit__(self, *_):
        for place in reversed(self.mounted):
            subprocess.run(["umount", "-l", str(place)], check=False, capture_output=True)
        shutil.rmtree(self.folder, ignore_errors=True)

    def mount(self, *options, place=None):
        done = subprocess.run(["mount", *options, str(place or self.disk)], capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise Unusable(done.stderr.strip())
        if not any("remount" in option for option in options):
            self.mounted.append(place or self.disk)

    def prepare(self):
        """A record with an open session, as the program makes it."""
        base = Bases(self.program, self.folder).of("open")
        shutil.copyfile(base / "record.vigil", self.record)
        self.record.chmod(0o600)

    def environment(self, record=None):
        folder = self.folder / "home"
        folder.mkdir(exist_ok=True)
        return faults.environment(folder) | {
            "VIGIL_RECORD": str(record or self.record), "VIGIL_KEYS": str(folder / "keys"),
            "SWIFT_BACKTRACE": "enable=no",
        }

    def vigil(self, *words, before=(), stdin="", record=None, cwd=None, timeout=60):
        return subprocess.run(
            [*before, self.program, *words], env=self.environment(record), cwd=cwd or self.folder, input=stdin,
            capture_output=True, text=True, check=False, timeout=timeout)

    # What has to hold

    def held(self, answer, what, reason, stored=False):
        """A refusal: its exit code, its reason, what to do next, and that nothing was claimed."""
        said = answer.stderr.strip()
        if answer.returncode not in REFUSALS:
            self.wrong.append(
                f"{what}: exit {answer.returncode} where it cannot be: {said}{answer.stdout.strip()[:200]}")
            return
        if answer.stdout.strip():
            self.wrong.append(f"{what}: refused, and answered: {answer.stdout.strip()[:200]}")
        if not re.search(reason, said):
            self.wrong.append(f"{what}: the reason is not told ({reason}): {said}")
        if not re.search(NEXT, said):
            self.wrong.append(f"{what}: what to do next is not told: {said}")
        self.refused += 1

    def add(self, *line, **more):
        """An entry with an id of its own; noted where it is acknowledged."""
        known = str(uuid.uuid4()).upper()
        answer = self.vigil("add", "--id", known, *(line or ("118/74", "68", "98%")), **more)
        if answer.returncode == 0:
            self.acknowledged.append(known)
            self.saved += 1
        return answer, known

    def must_add(self, what):
        answer, _ = self.add()
        if answer.returncode != 0:
            self.wrong.append(f"{what}: recording does not go on: {answer.returncode} {answer.stderr.strip()}")

    def must_read(self, what, commands=None, **more):
        for words in commands or READING:
            answer = self.vigil(*words, **more)
            if answer.returncode != 0 or "P-014" not in answer.stdout:
                self.wrong.append(f"{what}: {' '.join(words)}: exit {answer.returncode}: {answer.stderr.strip()}")
            else:
                self.read += 1

    def must_verify(self, what, **more):
        """Whatever it says, it must not call a whole record damaged."""
        answer = self.vigil("verify", **more)
        if answer.returncode not in (0, 2):
            said = answer.stdout.strip()[:300] + answer.stderr.strip()
            self.wrong.append(f"{what}: verify: exit {answer.returncode}: {said}")
        else:
            self.read += 1

    def all_there(self, what, record=None):
        """Everything acknowledged, once, in a sound record."""
        path = pathlib.Path(record or self.record)
        with sqlite3.connect(path) as connection:
            ids = [row[0].hex() for row in connection.execute("SELECT id FROM entry")]
            sound = connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        connection.close()
        for known in self.acknowledged:
            times = ids.count(known.replace("-", "").lower())
            if times != 1:
                self.wrong.append(f"{what}: {known} was acknowledged, and is there {times} times")
        if not sound or self.verifier.looked_at(path).damaged:
            self.wrong.append(f"{what}: the record is damaged")

    def mended(self, what):
        """After mending: recording goes on, and all is there."""
        self.must_add(what)
        self.must_read(what)
        self.must_verify(what)
        self.all_there(what)
