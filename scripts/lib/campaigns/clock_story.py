"""Plays a session on a machine, and looks at it as it goes on."""

import json
import re

import faults
from clock_cases import ENDING, LOOKS, OPENING
from clock_likeness import Likeness
from clock_machine import Machine

# What is typed comes a little after the minute, so that no length of time is a whole one by chance of a second.
AFTER = 15
DOCUMENTS = ("timeline", "status", "due", "flags")


class Story:
    """A case on a machine of its own: what was looked at by minute, what went wrong, and the machine."""

    def __init__(self, program, folder, case, looks=LOOKS, is_nameless=False):
        self.case = case
        self.machine = Machine(program, folder, case.wall, case.zone)
        if is_nameless:
            self.machine.forget_boot()
        self.wrong = []
        self.seen = {}
        self.commands = 0
        # What stands in the record and is looked at before the session is over.
        self.before_end = {}
        acts = [(OPENING, 0, self.open, ()), (ENDING, 0, self.end, ())]
        acts += [(minute, 0, self.type, (line,)) for minute, line in case.course]
        acts += [(minute, 1, self.set, (how,)) for minute, how in case.steps]
        acts += [(minute, 2, self.refuse, (line, words)) for minute, line, words in case.refused]
        acts += [(minute, 3, self.look, (minute,)) for minute in looks]
        self.acts = sorted(acts, key=lambda act: act[:2])

    def play(self):
        for minute, _, act, given in self.acts:
            self.machine.at(minute, 0 if minute == 0 or act == self.look else AFTER)
            act(*given)
        self.look(ENDING + 30)
        return self

    def fault(self, what):
        self.wrong.append(f"{self.case.name}: minute {self.machine.moment / 60:g}: {what}")

    def told(self, document):
        words = [document, *(["1"] if document in ("timeline", "report") else ["--all"] if document == "due" else [])]
        status, told, said = self.machine.vigil(*words, "--format", "json")
        self.commands += 1
        # `due` ends with 1 where something is overdue.
        if status not in ((0, 1) if document == "due" else (0,)):
            self.fault(f"vigil {document}: {status}: {said}")
            return {}
        return json.loads(told)

    def open(self):
        self.machine.open()
        self.commands += 4

    def set(self, how):
        if callable(how):
            how(self.machine)
        else:
            self.machine.set(how)

    def line(self, line):
        """With the numbers and the times that it names."""
        for rule in re.findall(r"\{([a-z.]+)\}", line):
            flags = [flag["number"] for flag in self.told("timeline")["flags"] if flag["rule"] == rule and flag["open"]]
            line = line.replace("{" + rule + "}", str(flags[0]) if flags else "999")
        return re.sub(r"\{-(\d+)\}", lambda found: self.machine.clock(int(found[1]), self.case.zone), line)

    def type(self, line):
        line = self.line(line)
        status, told, said = self.machine.vigil("add", line)
        self.commands += 1
        self.answer = told
        if status != 0:
            self.fault(f"{line}: {status}: {told}{said}")

    def refuse(self, line, words):
        status, told, said = self.machine.vigil("add", line)
        self.commands += 1
        if status not in (64, 65) or words not in " ".join((told + said).split()):
            self.fault(f"{line}: not refused as it has to be: {status}: {told}{said}")

    def look(self, minute):
        documents = {name: self.told(name) for name in DOCUMENTS}
        # The list of flags says of sessions what a list of sessions does: when one was opened as that was written.
        for flag in documents["flags"]["flags"]:
            del flag["session"]["opened"]
        alike = Likeness(documents["timeline"])
        self.seen[minute] = {name: alike.of(told) for name, told in documents.items()}

    def end(self):
        self.before_end = self.verdicts()
        status, told, said = self.machine.vigil("end", "--because", "for this test")
        self.commands += 1
        if status != 0:
            self.fault(f"end: {status}: {told}{said}")

    def verdicts(self):
        """What the program says of the record, and what the second verifier does."""
        status, told, said = self.machine.vigil("verify")
        self.commands += 1
        return {"verify": (status, told + said), "second": faults.verdict(self.machine.folder / "record.vigil")}
