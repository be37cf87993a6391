"""Opens a state that a crash left with the program itself, which has to go on from there."""

import collections
import os
import pathlib
import shutil
import subprocess

import faults
from campaigns.power_trace import Trace


class Opened:
    """What the program said of each state, and what was wrong with that."""

    def __init__(self, program, history, judge, folder):
        self.program, self.history, self.judge, self.folder = program, history, judge, pathlib.Path(folder)
        self.counts, self.wrong = collections.Counter(), []

    def row(self):
        told = ", ".join(f"{count} {what}" for what, count in sorted(self.counts.items()))
        return f"{told or 'none'}; wrong {len(self.wrong)}"

    def lay(self, files):
        """Puts the files of a state where the program finds them."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir()
        for path, (mode, data) in sorted(files.items()):
            there = self.folder / os.path.relpath(path, self.judge.trace.folder)
            if data is None:
                there.mkdir()
            else:
                there.write_bytes(data)
            there.chmod(mode)
        (self.folder / "copies").mkdir(exist_ok=True)

    def vigil(self, *arguments):
        return subprocess.run([self.program, *arguments], env=self.history.environment(self.folder), cwd=self.folder,
                              capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)

    def look(self, number, kind, files, judged):
        self.lay(files)
        place = f"{kind} after {number} operations ({self.doing(number)})"
        sessions = self.state(judged.level)
        if not sessions:
            return self.begin(place, judged.level)
        read = self.vigil("sessions")
        if read.returncode != 0:
            self.wrong.append(f"{place}: vigil sessions {read.returncode}: {read.stderr.strip()}")
        self.verify(place)
        if self.restoring(number):
            self.verify(place, "--record", "copies/restored.vigil")
        line = self.line(sessions, judged.level)
        added = self.vigil(*line)
        if added.returncode != 0:
            self.wrong.append(f"{place}: vigil {line[0]} {added.returncode}: {added.stderr.strip()}")
        elif "seal" in added.stderr:
            self.wrong.append(f"{place}: {added.stderr.strip()}")
        self.verify(place)
        outcome, told = faults.verdict(self.folder / "clinic" / "record.vigil")
        if outcome == 1:
            self.wrong.append(f"{place}: verify-record.py: {told}")
        self.counts["went on in a session"] += 1
        self.left(place)

    def begin(self, place, level):
        """Before the first session, the command that had not been answered is given again, or the next one."""
        first = self.line({}, level)
        done = self.vigil(*first)
        if done.returncode != 0:
            self.wrong.append(f"{place}: vigil {first[0]} {done.returncode}: {done.stderr.strip()}")
        self.counts["went on before the first session"] += 1
        self.verify(place)

    def restoring(self, number):
        """Whether a restored record is there, and nothing was sealed in the other one since."""
        last = self.history.plan.forgetting
        return last and (self.folder / "copies" / "restored.vigil").exists() and number <= self.judge.ended[last]

    def verify(self, place, *options):
        done = self.vigil("verify", *options)
        if done.returncode not in (0, 2):
            told = done.stdout + done.stderr
            self.wrong.append(f"{place}: vigil verify {' '.join(options)} {done.returncode}: {told}")
        self.counts[{0: "verified: holds", 2: "verified: cannot tell"}.get(done.returncode, "verified: damaged")] += 1

    def left(self, place):
        """What a crash left in the folder of the keys, and nobody took away."""
        for path in (self.folder / "home").rglob("*"):
            if path.is_file() and path.suffix not in (".key", ".json"):
                self.counts["left behind in the folder of keys"] += 1

    def line(self, sessions, level):
        """What can be entered now."""
        if not sessions:
            return ["clinic", "--name", "Clinic"] if level else self.history.first
        newest = str(max(sessions))
        return ["add", "-s", newest, "note", "after"] if sessions[max(sessions)] else ["addendum", newest, "after"]

    def state(self, level):
        """Sessions of that level, and whether they are open."""
        return self.judge.sessions[level]

    def doing(self, number):
        done = [op.object for op in self.judge.trace.ops[:number] if op.kind == "done"]
        commands = self.judge.trace.commands
        return commands[len(done)][:40] if len(done) < len(commands) else "the end"

    def recovery(self, number, files, judged):
        """The trace of the next entry in a state, which first undoes what the crash left."""
        self.lay(files)
        trace = Trace(self.folder)
        sessions = self.state(judged.level)
        trace.run([self.program, *self.line(sessions, judged.level)], self.history.environment(self.folder))
        return trace
