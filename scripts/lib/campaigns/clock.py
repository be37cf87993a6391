"""Does a session hold while the clock of its machine does not?

Each case plays one session on a machine whose clock is set, changes its zone, sleeps or starts again, and on a twin in
a second record with the same course and a clock that does not. Every few minutes both are asked: the state of every
slot and flag, what is due, what was given, each time as minutes since the dose. They have to say the same, no flag may
be there twice, and the record has to name each step. The control is the same on a machine that has no name for its
boots, so that no step can be found: there the twins have to differ.
"""

import argparse
import collections
import pathlib
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))

import clock_machine  # noqa: E402
from clock_cases import CASES, LOOKS, QUICK, TWINS  # noqa: E402
from clock_checks import checked, compared  # noqa: E402
from clock_story import Story  # noqa: E402
from clock_watch import watched  # noqa: E402


class Campaign:
    def __init__(self, program, folder, looks):
        self.program = program
        self.folder = folder
        self.looks = looks
        self.twins = {}
        self.wrong = []
        self.count = {"cases": 0, "steps": 0, "looks": 0, "commands": 0, "controls": 0, "seen": 0, "differences": 0}

    def played(self, case, name, **more):
        story = Story(self.program, self.folder / name, case, looks=self.looks, **more).play()
        self.count["commands"] += story.commands
        return story

    def twin(self, case):
        if case.twin not in self.twins:
            twin = self.played(TWINS[case.twin], f"twin {case.twin}")
            self.wrong += twin.wrong + checked(twin)
            self.twins[case.twin] = twin
        return self.twins[case.twin]

    def try_case(self, place, case):
        twin, story = self.twin(case), self.played(case, f"case {place}")
        found = compared(story, twin) if case.is_equal else []
        self.wrong += story.wrong + checked(story) + [f"{case.name}: {one}" for one in found]
        self.count["cases"] += 1
        self.count["steps"] += len(case.told)
        self.count["looks"] += len(story.seen)
        return f"{len(story.seen)} looks, {len(case.told)} steps told, {len(found)} differences"

    def control(self, place, case):
        """The same where no step can be found."""
        story = self.played(case, f"control {place}", is_nameless=True)
        found = len(compared(story, self.twin(case)))
        self.count["controls"] += 1
        self.count["seen"] += found > 0
        self.count["differences"] += found
        if not found:
            self.wrong.append(f"{case.name}: the control differs from its twin in nothing")
        return f"{found} differences"

    def watch(self, place, seconds):
        def fault(what):
            self.wrong.append(f"set by {seconds} s while it is watched: {what}")

        machine = clock_machine.Machine(self.program, self.folder / f"watch {place}", TWINS["usual"].wall)
        looks = watched(machine, seconds, fault)
        self.count["cases"] += 1
        return f"{looks} looks"


def is_step(case):
    """Whether its clock is set by what can be told, and nothing else becomes of it."""
    return bool(case.steps) and all(not callable(how) and abs(how) > 2 for _, how in case.steps)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", type=pathlib.Path, help="linked dynamically, as by scripts/build-release --dynamic")
    parser.add_argument("--quick", action="store_true", help="a few cases and looks, and one control")
    parser.add_argument("--only", metavar="WORDS", help="the cases whose names have these words")
    given = parser.parse_args()
    program = str(given.program.resolve())
    clock_machine.require(program)
    cases = [case for case in CASES if (case.name in QUICK if given.quick else (given.only or "") in case.name)]
    controls = [case for case in cases if is_step(case)][:1 if given.quick else None]
    watches = [] if given.quick or given.only else [-3600, 3600]
    memory = pathlib.Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        campaign = Campaign(program, pathlib.Path(folder), LOOKS[2::6] if given.quick else LOOKS)
        turns = [(case.name, campaign.try_case, case) for case in cases]
        turns += [(f"control: {case.name}", campaign.control, case) for case in controls]
        turns += [(f"set by {seconds} s while it is watched", campaign.watch, seconds) for seconds in watches]
        for place, (name, turn, what) in enumerate(turns):
            print(f"{place + 1} of {len(turns)}, {name}: ", end="", file=sys.stderr, flush=True)
            print(turn(place, what), file=sys.stderr, flush=True)
    told(campaign)
    sys.exit(1 if campaign.wrong else 0)


def told(campaign):
    count = campaign.count
    print(f"{count['cases']} cases, {count['steps']} steps told, {count['looks']} looks, {count['commands']} commands")
    print(f"wrong: {len(campaign.wrong)}")
    print(f"control, no name of the boot: {count['seen']} of {count['controls']} step cases differ from their twins, "
          f"in {count['differences']} places")
    told_of = collections.Counter()
    for what in campaign.wrong:
        case = what.partition(":")[0]
        told_of[case] += 1
        if told_of[case] <= 5:
            print(f"WRONG {what}"[:600])
    for case, times in told_of.items():
        if times > 5:
            print(f"WRONG {case}: and {times - 5} more")


if __name__ == "__main__":
    main()
