"""Does every command say the truth when any one of its calls to the system fails, once or from then on?

Each of add, ack, fix, end, sign, backup, carrying over from version 1, and going on after a crash is run once for every
call that it makes, with every error that the kernel can give for it (strace); its answer is held against the record.
"""

import argparse
import collections
import os
import pathlib
import re
import signal
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))

import call_control  # noqa: E402
import faults  # noqa: E402
import watched  # noqa: E402
from call_acts import ACTS, Bases, environment  # noqa: E402
from call_errors import ERRORS, KILLED_AT, MAY_DIE, NOT_FOR_EVER  # noqa: E402
from call_judge import Answer, Judge, second_verifier  # noqa: E402

# Seconds after which it is said to hang, as patience goes.
LIMIT = 30
# Who takes every error at a commit for "not saved" is wrong where this is said.
AFTER_ALL = "it is saved"
LINE = re.compile(r"^(\d+) +(\w+)\((.*)$")
# A short version, for the tests.
QUICK = {"add": 1, "end": 1}


class Call:
    """One call of a run: the n-th of its name, and the n-th of its name among those on named files."""

    def __init__(self, name, number, text, folder):
        self.name, self.number, self.text = name, number, text
        self.paths = set(re.findall(rf'[<"]({re.escape(str(folder))}[^>"]*)[>"]', text))
        self.place = None
        # Of the answer, and no call to a disk.
        self.speaks = name == "write" and re.match(r"[12]<", text) is not None


class Run:
    """One command under strace."""

    def __init__(self, program, act, folder):
        self.command = [program, *act.words]
        self.act, self.folder = act, folder
        self.trace = folder.parent / "trace"

    def once(self, options):
        """Its status (None: it hung), what it printed, and what strace saw."""
        command = ["strace", "-f", "-qq", "-o", str(self.trace), *options, *self.command]
        running = subprocess.Popen(
            command, env=environment(self.folder), cwd=self.folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, text=True, start_new_session=True)
        try:
            out, errors = running.communicate(self.act.stdin or "", timeout=LIMIT * watched.PATIENCE)
            status = running.returncode
        except subprocess.TimeoutExpired:
            os.killpg(running.pid, signal.SIGKILL)
            out, errors = running.communicate()
            status = None
        return status, out, errors, self.trace.read_text(errors="replace")

    def calls(self):
        """The calls of the first thread, from where the program itself begins; each that can fail."""
        numbers = collections.Counter()
        found, begun, first = [], False, None
        for line in self.once(["-y"])[3].splitlines():
            match = LINE.match(line)
            if match is None or (first is not None and match[1] != first):
                continue
            first = match[1]
            numbers[match[2]] += 1
            begun = begun or "SIGPIPE" in line
            if begun and match[2] in ERRORS:
                found.append(Call(match[2], numbers[match[2]], match[3], self.folder))
        return found

    def fail(self, call, error, sticky, filters):
        """None where the fault did not happen."""
        # Locks are of the record's files only; without a filter by path strace can pass over the waits for them.
        on_files = sticky and call.place and call.name != "fcntl"
        when = f"{call.place if on_files else call.number}{'+' if sticky else ''}"
        fault = "signal=KILL" if error == "KILL" else f"error={error}"
        options = ["--seccomp-bpf", "-e", f"trace={call.name},clock_nanosleep", "-e",
                   f"inject={call.name}:{fault}:when={when}"]
        # Where a lock is never given, the program asks five seconds long; that is not waited for.
        if call.name == "fcntl" and sticky:
            options += ["-e", "inject=clock_nanosleep:retval=0"]
        status, out, errors, seen = self.once(options + (filters if on_files else []))
        if not re.search(rf" {call.name}\(.*\(INJECTED\)", seen) and "killed by SIGKILL" not in seen:
            return None
        muted = call.name == "write" and (call.speaks or sticky)
        return Answer(status, out, errors, call.name, error, muted)


def placed(run, begin, calls, later):
    """Numbers the calls among those on files whose names are the same in every run; gives strace's filters."""
    steady = set.union(*(call.paths for call in calls)) & set.union(*(call.paths for call in later))
    filters = [word for path in sorted(steady) for word in ("-P", path)]
    for name in {call.name for call in calls}:
        begin()
        seen = run.once(["-e", f"trace={name}", *filters])[3]
        numbers = iter(range(1, len(re.findall(rf"^\d+ +{name}\(", seen, re.MULTILINE)) + 1))
        on_files = [call for call in calls if call.name == name and call.paths & steady]
        for call, number in zip(on_files, numbers):
            call.place = number
    return filters


def faults_of(calls, sample):
    """Every (call, error, sticky), or so many calls of each name with one error in turn."""
    by_name = collections.defaultdict(list)
    for call in calls:
        by_name[call.name].append(call)
    for name, those in by_name.items():
        errors = ERRORS[name]
        for turn, place in enumerate(faults.sampled(range(len(those)), sample)):
            call = those[place]
            chosen = [errors[turn % len(errors)]] if sample else errors
            for error in chosen:
                yield call, error, False
                if error not in NOT_FOR_EVER and name not in MAY_DIE and not call.speaks:
                    yield call, error, True
            if name in KILLED_AT and (not sample or turn == 0):
                yield call, "KILL", False


class Campaign:
    """The counts of all commands, and what did not agree."""

    def __init__(self, program, folder, sample):
        self.program, self.sample = program, sample
        self.folder = folder / "run"
        self.bases = Bases(program, folder)
        self.verifier = second_verifier()
        self.table = []
        self.wrong = []
        self.calls = set()
        self.after_all = 0
        self.sentences = collections.Counter()
        self.shown = time.monotonic()

    def run(self, act, sample):
        judge = Judge(self.program, act, self.bases, self.folder, self.verifier)
        self.wrong += [f"{act.name}: {what}" for what in judge.learn()]

        def begin():
            self.bases.copy(act.base, self.folder)

        run = Run(self.program, act, self.folder)
        traces = []
        for _ in range(2):
            begin()
            traces.append(run.calls())
        calls = traces[0]
        filters = placed(run, begin, calls, traces[1])
        if act.about:
            calls = [call for call in calls
                     if any(name in call.text for name in act.about) and call.name not in act.passed_over]
        self.calls |= {call.name for call in calls}
        todo = list(faults_of(calls, sample))
        answers = collections.Counter()
        for done, (call, error, sticky) in enumerate(todo):
            begin()
            answer = run.fail(call, error, sticky, filters)
            if answer is None:
                answers["not reached"] += 1
                continue
            answers[answer.claim] += 1
            place = f"{act.name}: {call.name} {call.number} {error}{'+' if sticky else ''}"
            wrong = judge.breaches(answer)
            self.after_all += answer.status == 0 and AFTER_ALL in answer.errors
            for what in wrong:
                self.wrong.append(f"{place}: {what}")
                print(f"breach: {place}: {what}", file=sys.stderr, flush=True)
            self.sentences[answer.claim, call.name, error, answer.errors.splitlines()[0] if answer.errors else ""] += 1
            self.show(f"{act.name}: {done + 1} of {len(todo)} faults, {len(self.wrong)} breaches")
        self.table.append((act.name, len(calls), answers))

    def show(self, text):
        if time.monotonic() - self.shown > 5:
            print(text, file=sys.stderr, flush=True)
            self.shown = time.monotonic()


def report(campaign, control):
    heads = ["saved", "not saved", "not confirmed", "no answer"]
    print("| command | calls | faults | " + " | ".join(heads) + " |")
    print("|---" * (3 + len(heads)) + "|")
    sums = collections.Counter()
    for name, calls, answers in campaign.table:
        sums.update(answers)
        count = sum(answers[head] for head in heads)
        print(f"| {name} | {calls} | {count} | " + " | ".join(str(answers[head]) for head in heads) + " |")
    total = sum(sums[head] for head in heads)
    print(f"{total} faults at {len(campaign.calls)} kinds of call ({', '.join(sorted(campaign.calls))})")
    print(f"said to be saved after an error at the commit, and there: {campaign.after_all}")
    print(f"breaches: {len(campaign.wrong)}")
    for what in campaign.wrong:
        print("WRONG", what)
    print(f"control, a program that answers before it has saved: {control} breaches")
    return total


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("--quick", action="store_true", help="a few faults of a few commands")
    parser.add_argument("--only", help="commands, with commas: " + ",".join(act.name for act in ACTS))
    parser.add_argument("--sample", type=int, help="calls of each name, with one error each (default: all, with all)")
    parser.add_argument("--sentences", type=pathlib.Path, help="a file for what was said, by call and error")
    given = parser.parse_args()
    faults.require_strace()
    watched.patient(given.quick)
    chosen = set(given.only.split(",")) if given.only else {act.name for act in ACTS}
    if chosen - {act.name for act in ACTS}:
        parser.error(f"there is no {', '.join(chosen - {act.name for act in ACTS})}")
    place = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    with tempfile.TemporaryDirectory(dir=place, prefix="vigil-calls-") as temporary:
        campaign = Campaign(str(given.program.resolve()), pathlib.Path(temporary), given.sample)
        for act in ACTS:
            if act.name in chosen and (not given.quick or act.name in QUICK):
                campaign.run(act, QUICK[act.name] if given.quick else given.sample)
        control = call_control.breaches(campaign)
    total = report(campaign, control)
    if given.sentences:
        given.sentences.write_text("".join(
            "\t".join([str(count), *what]) + "\n" for what, count in sorted(campaign.sentences.items())))
    sys.exit(1 if campaign.wrong or not control or not total else 0)


if __name__ == "__main__":
    main()
