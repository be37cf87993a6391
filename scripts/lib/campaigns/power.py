"""Is what was acknowledged there after a power cut?

The program's calls to the system are recorded (strace) while it makes a record, fills and closes a session, signs,
copies and erases. From them every state is rebuilt that a kill or a power cut may leave: after each operation, with
all that was done, and with what was brought to the disk and any part of the rest. Each is opened by SQLite and held
against what had been answered by then; of some the program itself goes on. A record that recovers is cut off again.
"""

import argparse
import collections
import pathlib
import random
import shutil
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent.parent)]
sys.dont_write_bytecode = True

import faults  # noqa: E402
from campaigns import power_history, power_program  # noqa: E402
from campaigns.power_disk import HONEST, WITHOUT_ANY, WITHOUT_LAST  # noqa: E402
from campaigns.power_states import JOURNAL, Judge, Plan, states  # noqa: E402


class Tally:
    """What was found in the states of one trace."""

    def __init__(self):
        self.states, self.distinct, self.found, self.kinds = collections.Counter(), set(), collections.Counter(), {}

    def add(self, kind, files, judged, number):
        self.states[kind] += 1
        self.distinct.add(hash(frozenset(files.items())))
        self.found[judged.verdict or "ok"] += 1
        if judged.verdict:
            self.kinds.setdefault((judged.verdict, judged.why), []).append(f"{kind} after {number} operations")

    @property
    def said(self):
        return [f"{verdict}, {len(places)} times, first {places[0]}: {why}"
                for (verdict, why), places in self.kinds.items()]

    @property
    def bad(self): return self.found["LOST"] + self.found["CORRUPT"]

    def row(self):
        return (f"{self.states['kill']} killed and {self.states['power']} cut off ({len(self.distinct)} different): "
                f"{self.found['ok']} hold, {self.found['LOST']} lost, {self.found['CORRUPT']} corrupt")


class Progress:
    """A line every few seconds."""

    def __init__(self): self.last = time.monotonic()

    def __call__(self, text):
        if time.monotonic() - self.last > 5:
            self.last = time.monotonic()
            print(text, file=sys.stderr, flush=True)


def tallied(judge, chance, seeds, syncs, every, name, progress, keep=None):
    tally = Tally()
    for number, kind, files, judged in states(judge, chance, seeds, syncs, every):
        tally.add(kind, files, judged, number)
        if keep:
            keep(number, kind, files, judged)
        progress(f"{name}: {number} of {len(judge.trace.ops)} operations, {tally.bad} bad")
    return tally


def sampled_states(chance, size):
    """Keeps so many of the states that come by, each as likely; those with a journal twice as likely."""
    kept, seen = [], 0

    def keep(number, kind, files, judged):
        nonlocal seen
        if judged.verdict:
            return
        for _ in range(2 if any(path.endswith(JOURNAL) for path in files) else 1):
            seen += 1
            if len(kept) < size:
                kept.append((number, kind, files, judged))
            elif (place := chance.randrange(seen)) < size:
                kept[place] = number, kind, files, judged

    return kept, keep


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("--quick", action="store_true", help="a short history, and a part of its states")
    parser.add_argument("--seeds", type=int, help="power cuts after each operation (default: 8)")
    parser.add_argument("--seed", type=int, default=20261126, help="of the random choices")
    parser.add_argument("--folder", help="where states are rebuilt (default: in memory, where there is a place)")
    given = parser.parse_args()
    faults.require_strace()
    program = str(given.program.resolve())
    seeds = given.seeds or (2 if given.quick else 8)
    place = given.folder or ("/dev/shm" if pathlib.Path("/dev/shm").is_dir() else None)
    chance, progress, wrong = random.Random(given.seed), Progress(), []
    print(f"seed {given.seed}", file=sys.stderr)
    with tempfile.TemporaryDirectory(prefix="vigil-power-", dir=place) as temporary:
        temporary = pathlib.Path(temporary)
        scratch = temporary / "scratch"
        scratch.mkdir()
        history = power_history.record(program, temporary, given.quick)
        judge = Judge(history.trace, history.plan, scratch)
        wrong += judge.wrong
        trace = history.trace
        print(f"{len(trace.commands)} commands, {len(trace.ops)} operations, {len(judge.levels) - 1} commits")
        kept, keep = sampled_states(chance, 15 if given.quick else 250)
        every = 12 if given.quick else 1
        tally = tallied(judge, chance, seeds, HONEST, every, "history", progress, keep)
        print(f"history: {tally.row()}")
        wrong += tally.said

        opened = power_program.Opened(program, history, judge, temporary / "opened")
        for place, state in enumerate(kept):
            opened.look(*state)
            progress(f"opened by the program: {place} of {len(kept)}, {len(opened.wrong)} wrong")
        print(f"opened by the program itself: {opened.row()}")
        wrong += opened.wrong

        again = Tally()
        hot = [state for state in kept if history.hot(state[2])][:2 if given.quick else 40]
        for place, (number, kind, files, judged) in enumerate(hot):
            trace = opened.recovery(number, files, judged)
            recovery = Judge(trace, Plan(trace.folder + "/clinic/record.vigil", verify=history.plan.verify), scratch)
            wrong += recovery.wrong
            for at, kind, files, judged in states(recovery, chance, seeds, HONEST, 6 if given.quick else 1):
                again.add(kind, files, judged, at)
            progress(f"cut off while they recover: {place} of {len(hot)}, {again.bad} bad")
        print(f"cut off again while {len(hot)} of them recover: {again.row()}")
        wrong += again.said

        trace, plan = power_history.carried_over(program, temporary)
        carried = Judge(trace, plan, scratch)
        wrong += carried.wrong
        step = tallied(carried, chance, seeds, HONEST, every, "carried over", progress)
        print(f"carried over from version 1: {step.row()}")
        wrong += step.said

        for syncs in (WITHOUT_LAST, WITHOUT_ANY):
            control = tallied(judge, chance, 1 if given.quick else 3, syncs, every, f"control, {syncs}", progress)
            print(f"control, the same {syncs}: {control.row()}")
            if not control.found["LOST"]:
                wrong.append(f"the control {syncs} lost nothing")
        for setting, lossy in (("FULL", True), ("OFF", True), ("EXTRA", False)):
            trace, plan = power_history.other_writer(temporary, setting)
            other = Judge(trace, plan, scratch)
            wrong += other.wrong
            control = tallied(other, chance, seeds, HONEST, 2 if given.quick else 1, setting, progress)
            print(f"control, another writer with synchronous={setting}: {control.row()}")
            if bool(control.bad) != lossy:
                wrong.append(f"the writer with synchronous={setting}: {control.bad} bad")
        shutil.rmtree(scratch)
    for what in wrong[:40]:
        print("WRONG", what)
    print(f"what was acknowledged and not there, or not as it was: {len(wrong)}")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
