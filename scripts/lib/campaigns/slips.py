"""Types every kind of slip over every vital sign into a record, and judges what is stored without the program's reader.

The rule: nothing is stored unmarked outside what is expected, no number is made of what is none, and no true extreme is
refused. Exits with 0 only where that held and where the same judge found the breaches of a lax reader.
"""

import argparse
import collections
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))

import faults  # noqa: E402
import house_record  # noqa: E402
import slip_words  # noqa: E402,F401
from slip_extremes import EXTREMES  # noqa: E402
from slip_forms import FORMS, SIGNS, base, typed  # noqa: E402
from slip_kinds import KINDS  # noqa: E402
from slip_oracle import CLASSES, by_jump, judged, lax  # noqa: E402

# The program says at most twenty refusals of a batch.
BATCH = 60
REFUSED = re.compile(r"^stdin:(\d+): ", re.MULTILINE)


class Ward:
    """A record with one open session after the other, each with lines and nothing else."""

    def __init__(self, program, folder):
        self.program = program
        self.folder = folder
        self.sessions = 0
        house_record.prepare(program, folder)

    def vigil(self, *arguments, stdin=None):
        # Bytes: a pipe in text mode would turn a carriage return into a line end.
        done = subprocess.run(
            [self.program, *arguments],
            env=faults.environment(self.folder),
            cwd=self.folder,
            capture_output=True,
            input=None if stdin is None else stdin.encode(),
            timeout=120,
            check=False,
        )
        return done.returncode, done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace")

    def begin(self):
        """A session of a patient of its own, with nothing in it that could be a set before."""
        self.sessions += 1
        code = f"S-{self.sessions:04}"
        house_record.open_session(self.program, self.folder, code)
        return code

    def add(self, session, lines):
        """Enters what is taken of the lines in one commit; the places that were refused, and how often it was asked."""
        refused, left = {}, list(range(len(lines)))
        while left:
            status, _, said = self.vigil(
                "add", "-s", session, "-", stdin="".join(f"{lines[place]}\n" for place in left)
            )
            if status == 0:
                break
            found = [int(number) - 1 for number in REFUSED.findall(said)]
            if status not in (64, 65) or not found:
                sys.exit(f"vigil add - ended with {status}: {said[:2000]}")
            for number in found:
                refused[left[number]] = said
            left = [place for at, place in enumerate(left) if at not in set(found)]
        return refused, left

    def entries(self, session):
        status, told, said = self.vigil("timeline", session, "--format", "json")
        if status != 0:
            sys.exit(f"vigil timeline: {status}: {said}")
        return json.loads(told)["entries"]


def readings(entry):
    """{sign: (value, verified, as entered)} of an entry; none where it is no set of readings."""
    if entry["content"]["kind"] != "vitals":
        return {}
    return {
        reading["sign"]: (
            reading["value"] or 0,
            reading["verified"] is not False,
            (reading["entered"] or {}).get("value"),
        )
        for reading in entry["content"]["readings"]
        if reading["status"] in ("measured", "room-air")
    }


def slips(rounds, seed, most):
    """Rounds of each kind over each form that it can happen to, or over so many of them, by seeds of their own."""
    for turn in range(rounds):
        for kind in KINDS:
            found = []
            for form in FORMS:
                dice = random.Random(f"{seed} {turn} {kind.name} {form}")
                meant = typed(form, dice)
                line = kind.make(meant, dice)
                if line is not None and line != meant.line and "\n" not in line and line.strip():
                    found.append((kind, meant, line))
            if most and len(found) > most:
                found = random.Random(f"{seed} {turn} {kind.name}").sample(found, most)
            yield from found


def batches(found, dice):
    """Groups in which no two lines have the same numbers: one could verify the other."""
    groups = []
    for one in found:
        plain = re.sub("(spo|etco|o)2", " ", one[2], flags=re.IGNORECASE)
        mark = tuple(sorted(map(int, re.findall(r"\d+", plain, re.ASCII)))) or one[2]
        group = next((group for group in groups if mark not in group), None)
        if group is None:
            group = {}
            groups.append(group)
        group[mark] = one
        if len(group) == BATCH:
            groups = [other for other in groups if other is not group]
            yield base(dice), list(group.values())
    for group in groups:
        yield base(dice), list(group.values())


class Tally:
    """What came of the slips, by kind and by sign."""

    def __init__(self):
        self.total = 0
        self.classes = collections.Counter()
        self.kinds = collections.defaultdict(collections.Counter)
        self.signs = collections.defaultdict(collections.Counter)
        self.jumps = 0
        self.wrong = []
        self.lax = 0
        self.lax_kinds = set()
        self.kept = []

    def add(self, kind, meant, line, outcome, before, known):
        told, why = judged(kind, meant, line, outcome)
        self.total += 1
        self.classes[told] += 1
        self.kinds[kind.name][told] += 1
        self.signs[meant.sign][told] += 1
        if why:
            self.wrong.append(f"{kind.name}, {meant.line!r} typed as {line!r}: {why}")
        if told != "breach" and by_jump(outcome, known):
            self.jumps += 1
        if judged(kind, meant, line, lax(line))[0] == "breach":
            self.lax += 1
            self.lax_kinds.add(kind.name)
        row = {
            "kind": kind.name,
            "before": before,
            "meant": meant.line,
            "line": line,
            "came": told,
            "values": {sign: round(value * 1000) for sign, value in meant.meant},
        }
        self.kept.append(row | ({"never": meant.sign} if kind.unreadable else {}))


def try_slips(ward, given, tally, began):
    dice = random.Random(given.seed)
    session = None
    count = 0
    for before, group in batches(slips(given.rounds, given.seed, given.forms), dice):
        session = ward.begin()
        lines = [line for one in group for line in (before, one[2])]
        # The set before each slip is the same, so that no mark comes of a slip before it.
        refused, left = ward.add(session, lines)
        entries = ward.entries(session)[-len(left) :]
        stored = dict(zip(left, entries))
        known = {
            "systolic": int(before.split("/")[0]),
            "diastolic": int(before.split("/")[1].split()[0]),
            "heartRate": int(before.split()[1]),
        }
        for at, (kind, meant, line) in enumerate(group):
            place = 2 * at + 1
            tally.add(kind, meant, line, None if place in refused else readings(stored[place]), before, known)
            if place in stored and stored[place]["content"]["kind"] == "verification":
                tally.wrong.append(f"{kind.name}, {line!r} verified an entry that was typed otherwise")
        if any(place % 2 == 0 for place in refused):
            tally.wrong.append(f"a true set was refused: {before}")
        count += len(group)
        if time.monotonic() - began[0] > 5:
            began[0] = time.monotonic()
            print(f"{count} slips, {len(tally.wrong)} breaches", file=sys.stderr, flush=True)


def try_extremes(ward, extremes, tally):
    """Every true extreme, typed once and again: stored, marked where it is outside what is expected, and verified."""
    refused = 0
    for line, sign, value, is_expected in extremes:
        session = ward.begin()
        known = len(ward.entries(session))
        seen = []
        for turn in range(2):
            status, _, said = ward.vigil("add", "-s", session, line)
            if status != 0:
                refused += turn == 0
                tally.wrong.append(f"a true extreme was refused: {line}: {said.strip()}")
                break
            # A reading that is verified later is shown as verified from then on.
            entries = ward.entries(session)[known:]
            seen.append((readings(entries[0]), entries[0]["verifiedBy"]))
        else:
            (first, _), (again, verifies) = seen
            if sign not in first or abs(first[sign][0] - value) > 0.0006 or first[sign][1] != is_expected:
                tally.wrong.append(f"{line} typed once is {first}")
            if not again.get(sign, (0, False))[1] or (verifies is None) != is_expected:
                tally.wrong.append(f"{line} typed twice is {again}, verified by {verifies}")
    return refused


def told(tally, extremes, given):
    silent = sorted(
        ((counts["silent"], sum(counts.values()), name) for name, counts in tally.kinds.items() if counts["silent"]),
        reverse=True,
    )
    print(
        f"{len(tally.kinds)} kinds of slip over {len(tally.signs)} signs, {given.rounds} rounds, seed {given.seed}: "
        f"{tally.total} slips"
    )
    print(", ".join(f"{name} {tally.classes[name]}" for name in CLASSES))
    print(
        f"silent inside what is expected: {tally.classes['silent']} ({tally.classes['silent'] / tally.total:.1%}); "
        f"marked by the change from the set before alone: {tally.jumps}"
    )
    for count, total, name in silent[:20]:
        print(f"  {name}: {count} of {total}")
    for sign in SIGNS:
        counts = tally.signs[sign]
        print(f"  {sign}: " + ", ".join(f"{name} {counts[name]}" for name in CLASSES if counts[name]))
    print(f"true extremes: {extremes[0]}, refused {extremes[1]}")
    print(f"control, a lax reader: {tally.lax} breaches in {len(tally.lax_kinds)} kinds")
    print(f"breaches: {len(tally.wrong)}")
    for what in tally.wrong[:100]:
        print("BREACH", what.encode("ascii", "backslashreplace").decode())


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("--quick", action="store_true", help="one round, two forms of a line for each kind")
    parser.add_argument("--seed", type=int, default=20261126)
    parser.add_argument("--rounds", type=int)
    parser.add_argument("--forms", type=int, help="forms of a line for each kind (default: all that it can happen to)")
    parser.add_argument(
        "--keep", type=pathlib.Path, metavar="FILE", help="write what came of each slip, as the tests replay it"
    )
    given = parser.parse_args()
    given.rounds = given.rounds or (1 if given.quick else 20)
    given.forms = given.forms or (2 if given.quick else None)
    memory = pathlib.Path("/dev/shm")
    tally, began = Tally(), [time.monotonic()]
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as temporary:
        ward = Ward(str(given.program.resolve()), pathlib.Path(temporary) / "ward")
        try_slips(ward, given, tally, began)
        # Quick: every eighth, other ones by another seed; the unit tests try all.
        extremes = EXTREMES[given.seed % 8 :: 8] if given.quick else EXTREMES
        refused = try_extremes(ward, extremes, tally)
    if given.keep:
        given.keep.write_text("".join(json.dumps(row, separators=(",", ":")) + "\n" for row in tally.kept))
    told(tally, (len(extremes), refused), given)
    everywhere = {sign for sign, counts in tally.signs.items() if counts} == set(SIGNS)
    sys.exit(0 if not tally.wrong and tally.lax and everywhere and len(tally.kinds) >= 60 else 1)


if __name__ == "__main__":
    main()
