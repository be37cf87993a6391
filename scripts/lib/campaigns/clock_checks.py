"""Whether the record of a session says the truth of its clock, by the program's own prints and the two verifiers."""

import csv
import io
import json
import re

from clock_cases import Guess
from clock_likeness import differences, instant
from clock_schema import Schema

# What cannot be told while a session is open.
DOUBTS = ("Cannot be told: the seals: there are none: nothing confirms where the record ends (?=Looked at)",
          "cannot tell: seal: nothing is sealed: [a-z ]*",
          r"cannot tell: session \d+: is open: without the rules [a-z ]*")
SCHEMAS = ("timeline", "status", "due", "flags", "report")
# Between the readings of two clocks, in milliseconds.
NEAR = 20
GUESSED = 5_000
# What prints say of a step.
STEP = "clock of this machine was set"


def compared(story, twin):
    """Where a session says something else than its twin, look by look."""
    found = []
    for minute, seen in story.seen.items():
        if minute < story.case.equal_from or minute not in twin.seen:
            continue
        for name, told in seen.items():
            found += [f"minute {minute:g}, {name}{where}" for where in differences(told, twin.seen[minute][name])]
    return found


def is_near(found, wanted):
    return len(found) == len(wanted) and all(
        abs(one - other) <= (GUESSED if isinstance(other, Guess) else NEAR) for one, other in zip(found, wanted))


def checked(story):
    """What is wrong with the record of a session that is over."""
    case = story.case
    documents = {name: story.told(name) for name in SCHEMAS}
    timeline = documents["timeline"]
    wrong = []

    def hold(is_so, what):
        if not is_so:
            wrong.append(what)

    # Told in the order of what was seen when.
    entries = sorted(timeline["entries"], key=lambda entry: entry["number"])
    hold([entry["number"] for entry in entries] == list(range(1, len(entries) + 1)), "a number of an entry is left out")
    steps = [entry["content"]["milliseconds"] for entry in entries if entry["kind"] == "clock-step"]
    hold(is_near(steps, case.told), f"steps are {steps}, not {list(case.told)}")
    commits = [entry["commit"] for entry in entries]
    hold(commits == sorted(commits), "the commits are not in order")
    recorded = [instant(entry["recorded"]) for entry in entries]
    hold(not case.is_equal or recorded == sorted(recorded), "what was written down later is told as earlier")
    for entry in entries:
        is_later = instant(entry["observed"]) > instant(entry["recorded"]) + 2_000
        hold(not (case.is_equal and is_later), f"entry {entry['number']} was seen after it was written down")
    wrong += lengths(timeline)
    hold(is_once(timeline["flags"]), "a flag of what is due is there twice")
    wrong += prints(story, len(case.told), entries)
    for name, told in documents.items():
        wrong += [f"vigil {name}: {one}" for one in Schema(f"{name}-v1").complaints(told)[:3]]
    wrong += exported(story)
    for when, told in (("before the end", story.before_end), ("after it", story.verdicts())):
        hold(is_held(told["verify"]), f"verify {when}: {told['verify'][1]}")
        hold(is_held(told["second"]), f"the second verifier {when}: {told['second'][1]}")
    return [f"{case.name}: {what}" for what in wrong]


def is_held(told):
    """Whether a verifier finds the record whole. Of an open session neither can tell what only a seal confirms, nor the
    second one what the rules of monitoring give."""
    status, said = told
    said = " ".join(said.split())
    doubts = re.sub("|".join(DOUBTS), "", said)
    return status == 0 or (status == 2 and doubts != said and not re.search("cannot tell: |Cannot be told:", doubts))


def is_once(flags):
    """Whether each slot, and each baseline, has at most one flag that it is overdue."""
    due = [(flag["rule"], flag["cause"]["kind"], flag["cause"]["minutes"]) for flag in flags
           if flag["cause"]["kind"] != "entry" and flag["rule"].startswith("overdue.")]
    return len(due) == len(set(due))


def lengths(timeline):
    """Lengths of time that cannot be."""
    wrong = []
    for flag in timeline["flags"]:
        for name in ("secondsToBackInside", "secondsToCleared"):
            if flag[name] is not None and flag[name] < 0:
                wrong.append(f"flag {flag['number']}: {name} is {flag[name]}")
        for name in ("known", "confirmed", "cleared"):
            if flag[name] is not None and instant(flag[name]) < instant(flag["raised"]) - 2_000:
                wrong.append(f"flag {flag['number']}: {name} before it was raised")
    for group in timeline["schedule"]:
        for slot in group["slots"]:
            times = [instant(slot[name]) for name in ("opens", "due", "ends") if slot[name] is not None]
            if times != sorted(times):
                wrong.append(f"slot {slot['minutes']} of {group['id']} ends before it opens")
    for given in timeline["exposure"]["given"]:
        if given["ended"] is not None and instant(given["ended"]) < instant(given["began"]):
            wrong.append("a dose ends before it begins")
    return wrong


def prints(story, steps, entries):
    """Text and pages name every step, and the table has a row an entry."""
    wrong = []
    for words in (("timeline", "1"), ("report", "1"), ("report", "1", "--format", "html", "--out", "-")):
        status, told, said = story.machine.vigil(*words)
        story.commands += 1
        told = " ".join(told.replace("\N{NO-BREAK SPACE}", " ").replace("&nbsp;", " ").split())
        if status != 0:
            wrong.append(f"vigil {' '.join(words)}: {status}: {said}")
        # Once among the events of the chart and once in the list of entries; a report has the list alone.
        elif told.count(STEP) != steps * (2 if words[0] == "timeline" else 1):
            wrong.append(f"vigil {' '.join(words)} names {told.count(STEP)} steps of {steps}")
    for words in (("timeline", "1"), ("flags",), ("effects",)):
        status, told, said = story.machine.vigil(*words, "--format", "csv")
        story.commands += 1
        rows = list(csv.reader(io.StringIO(told), strict=True))
        if status != 0 or len({len(row) for row in rows}) > 1:
            wrong.append(f"vigil {' '.join(words)}: no table: {said}")
        elif words[0] == "timeline" and len({row[2] for row in rows[1:] if row[2]}) != len(entries):
            wrong.append(f"the table has {len({row[2] for row in rows[1:] if row[2]})} entries of {len(entries)}")
    return wrong


def exported(story):
    status, told, said = story.machine.vigil("export-record")
    story.commands += 1
    if status != 0:
        return [f"vigil export-record: {status}: {said}"]
    schema = Schema("export-record-v1")
    return [f"vigil export-record: {one}" for line in told.splitlines()
            for one in schema.complaints(json.loads(line))[:2]]
