"""Holds what the writers were told against what is in the record, in the copies and in the folders beside them."""

import collections
import json
import sqlite3

import faults
from campaigns.kill_writers import ALREADY, run
from lib.bodies import decoded
from lib.record import verify


class Found:
    """Counts of what was found."""

    def __init__(self):
        self.there = self.absent = self.lost = self.altered = self.twice = self.again = 0
        self.left = ""


def compared(program, environment, folder, acts):
    """What is in the record of a folder, against what its writers were told; and what is wrong with it."""
    found, wrong = Found(), []

    def vigil(*words):
        return run(program, environment, folder, words)

    def must(*words):
        done = vigil(*words)
        if done.returncode != 0:
            wrong.append(f"{' '.join(words)}: exit {done.returncode}: {done.stdout[-600:]}{done.stderr[-600:]}")

    must("sessions")
    log, sessions = read(folder)
    unsettled = look_at_lines(acts, log, found, wrong)
    for act in unsettled:
        # Given again with its id, it is stored once, unless its session was closed before it was.
        done = vigil(*act.words)
        found.again += 1
        was = bool(log[act.mark[0]])
        if done.returncode != 0 and (was or done.returncode != 77):
            wrong.append(f"given again, {' '.join(act.words)}: exit {done.returncode}: {done.stderr.strip()}")
        if was != (ALREADY in done.stdout):
            wrong.append(f"given again, {' '.join(act.words)}: {'there' if was else 'absent'}, and said: {done.stdout}")
    log, sessions = read(folder)
    for known, rows in log.items():
        if len(rows) > 1:
            found.twice += 1
            wrong.append(f"{known} is there {len(rows)} times")
    found.again += sum(act.kind == "add" and act.again is not None for act in acts)

    started = sum(act.kind == "start" for act in acts)
    if len(sessions) != 3 + started:
        wrong.append(f"{started} sessions were opened, and {len(sessions) - 3} are there")
    wrong += [f"session {act.session} was closed, and is open" for act in acts
              if act.kind == "end" and sessions.get(int(act.session)) == 1]
    for number, state in sessions.items():
        if state == 1:
            must("end", str(number), "--decided-by", "LH")
    wrong += copies(folder, acts, must)

    # What a killed run left is taken away by the next of its kind.
    must("addendum", "1", "the last word")
    if any(act.kind == "encrypted" for act in acts):
        must("backup", "copies/last.encrypted", "--encrypt", "--passphrase-file", "secret")
    left = [path for path in folder.rglob("*") if path.name.startswith((".vigil-", "record.vigil-"))]
    wrong += [f"{path.relative_to(folder)} was left, and nobody took it away" for path in left]
    parts = sorted(folder.rglob("*.part"))
    wrong += [f"{path.name} may be read by others" for path in parts if path.stat().st_mode & 0o077]
    found.left = f"{len(parts)} copies that were not finished and have no name, {len(left)} others"

    must("verify")
    outcome, told = faults.verdict(folder / "record.vigil")
    if outcome != 0:
        wrong.append(f"verify-record.py: {outcome}: {told[-600:]}")
    return found, wrong + witnessed(folder)


def read(folder):
    """Entries by their id, and by the words in them; the state of each session."""
    record = sqlite3.connect(f"file:{folder}/record.vigil?mode=ro", uri=True)
    try:
        rows = record.execute("SELECT id, stream_key, kind, body FROM entry NOT INDEXED").fetchall()
        sessions = dict(record.execute("SELECT number, state FROM session").fetchall())
    finally:
        record.close()
    log = collections.defaultdict(list)
    for known, session, kind, body in rows:
        text = known.hex().upper()
        text = "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))
        log[text].append((str(session), kind, body))
        for word in body.split(b"word-")[1:]:
            log["word-" + word[:200].split(b" ")[0].decode("ascii", "ignore")[:40]].append((str(session), kind, body))
    return log, sessions


def look_at_lines(acts, log, found, wrong):
    """Holds each entry against its answer; gives those that were never answered nor given again."""
    unsettled = []
    words = [key for key in log if key.startswith("word-")]
    for act in acts:
        if act.kind not in ("add", "ack", "fix", "addendum"):
            if act.again:
                count(found, act.again == "there")
            continue
        if act.kind == "add":
            rows = log.get(act.mark[0], [])
        else:
            rows = [row for word in words if word.startswith(act.mark) for row in log[word]]
        if act.killed and not act.answered:
            count(found, act.again == "there" if act.again else bool(rows))
        if (act.answered or act.again) and not rows:
            found.lost += 1
            wrong.append(f"LOST: {' '.join(act.words)}")
        if len(rows) > 1:
            found.twice += 1
            wrong.append(f"{len(rows)} times: {' '.join(act.words)}")
        if rows and (rows[0][0] != act.session or act.kind == "add" and not as_typed(act.mark[1], *rows[0][1:])):
            found.altered += 1
            wrong.append(f"is there otherwise: {' '.join(act.words)}")
        if act.kind == "add" and act.killed and not act.answered and not act.again:
            unsettled.append(act)
    return unsettled


def count(found, there):
    found.there += there
    found.absent += not there


def as_typed(said, kind, body):
    """Whether a body is what was typed: a note's text, or four numbers."""
    if said.startswith("note "):
        return said.removeprefix("note ").encode() in body
    word, content = decoded(kind, body)
    if word != "vitals":
        return False
    pressure, rate, saturation = said.split()
    numbers = [*map(int, pressure.split("/")), int(rate), int(saturation.rstrip("%"))]
    return [value[1][1][1] // 1000 for value in content[0][0]] == numbers


def copies(folder, acts, must):
    """A copy that was acknowledged is there and whole; what has a copy's name is whole."""
    wrong = []
    for place, act in enumerate(act for act in acts if act.kind in ("backup", "encrypted")):
        path = folder / act.mark
        if act.answered and not path.exists():
            wrong.append(f"LOST: {act.mark}")
        if path.exists() and act.kind == "backup":
            wrong += [f"{act.mark}: {finding}" for finding in verify(path.read_bytes()).damaged]
        if path.exists() and act.kind == "encrypted":
            must("restore", act.mark, "--to", f"copies/restored-{place}.vigil", "--passphrase-file", "secret")
    return wrong


def witnessed(folder):
    """The machine remembers the newest seal of the record."""
    record = sqlite3.connect(f"file:{folder}/record.vigil?mode=ro", uri=True)
    try:
        newest = record.execute("SELECT number, lower(hex(hash)) FROM seal ORDER BY number DESC LIMIT 1").fetchone()
    finally:
        record.close()
    kept = [json.loads(path.read_text()) for path in (folder / "keys").rglob("witness.json")]
    if [(witness["seal"], witness["hash"]) for witness in kept] != [newest]:
        return [f"the newest seal is {newest[0]}, and the machine remembers {[witness['seal'] for witness in kept]}"]
    return []


def by_command(acts):
    return ", ".join(f"{kind} {number}" for kind, number in collections.Counter(act.kind for act in acts).most_common())
