"""Does the record say, at every step, what a clinic entered?

A clinic is simulated by a seed (`simulate-clinic`, built from Tests/Clinic): sessions that are typed line by line,
corrected, handed over, moved, closed and reviewed at two desks, while power goes, disks fail, programs are started
again and clocks are set. A model in memory that knows nothing of the store says what has to be there. Weeks by the
thousand, and years; the first difference ends it, with the command that makes it again. Before that, runs that are
given a fault on purpose have to see it.
"""

import argparse
import json
import pathlib
import subprocess
import sys
import tempfile
import time

# A fault that is made in the record, or in what is answered; each has to be seen.
CONTROLS = ["drop-entry", "swap-entries", "forget-flag", "answer-early", "forget-seal"]
SAID = ["steps", "commits", "entries", "sessions"]


class Runs:
    """What was run so far, and how long that took."""

    def __init__(self, program, folder):
        self.program, self.folder = program, folder
        self.began = self.said = time.monotonic()
        self.sums, self.done = {}, 0

    def told(self, name, done, wanted, figures):
        """One line that says how far, at most every five seconds."""
        now = time.monotonic()
        if now - self.said < 5 and done < wanted:
            return
        self.said = now
        rate = done * 60 / max(now - self.began, 0.001)
        print(f"{name}: {done} of {wanted}, {rate:.1f} a minute, {figures.get('steps', 0):,} steps",
              file=sys.stderr, flush=True)

    def run(self, name, weeks, first, count):
        """The sums of all figures; ends the campaign at the first difference."""
        self.began = time.monotonic()
        self.sums, self.done = {}, 0
        # A process for some twenty weeks: where a crash left a journal, the record's file stays open to its end.
        at_once = max(20 // weeks, 1)
        while self.done < count:
            self.few(name, weeks, first + self.done, min(at_once, count - self.done), count)
        return self.sums

    def few(self, name, weeks, first, count, wanted):
        """So many seeds in one process."""
        command = [self.program, "--seed", str(first), "--seeds", str(count), "--weeks", str(weeks)]
        command += ["--in", self.folder]
        before, rest = self.done, []
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, errors="replace") as running:
            for line in running.stdout:
                if not line.startswith('{"seed"'):
                    rest.append(line)
                    continue
                self.done += 1
                for key, value in json.loads(line).items():
                    self.sums[key] = self.sums.get(key, 0) + value
                self.told(name, self.done, wanted, self.sums)
        done = self.done - before
        if running.returncode != 0 or done != count:
            print("".join(rest) or f"{name}: ended with {running.returncode}", file=sys.stderr)
            print(f"DIFFERENCE in {name} with seed {first + done}; again: "
                  f"simulate-clinic --seed {first + done} --weeks {weeks}")
            sys.exit(1)

    def sees(self, control, seed):
        """Whether a run sees the fault that it is given, and says seed and step."""
        command = [self.program, "--seed", str(seed), "--break", control, "--in", self.folder]
        done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
        first = done.stdout.split("\n", 1)[0]
        is_seen = done.returncode == 1 and first.startswith(f"DIFFERENCE seed {seed}, step ")
        return is_seen and "could not be made" not in done.stdout, first


def figures(name, seeds, sums):
    """Two plain lines about a kind of run."""
    def of(key):
        return f"{sums.get(key, 0):,}"
    print(f"{name}: {seeds} seeds, " + ", ".join(f"{of(key)} {key}" for key in SAID)
          + f", {of('refused')} refused; {sums.get('ms', 0) / 1000 / 60:.1f} min")
    print(f"  power cuts {of('cuts')} (entry there {of('cuts_saved')}), disk failures {of('failures')} "
          f"(entry there {of('failures_saved')}, not confirmed {of('not_confirmed')}), held by another {of('held')} "
          f"(busy {of('busy')}), thrown out {of('thrown_out')}, tried again {of('retries')}, one inside another's wait "
          f"{of('interleaved')}, programs started again {of('restarts')}, machines {of('boots')}, clocks set "
          f"{of('clock_sets')} (steps recorded {of('clock_steps')}), versions adopted {of('versions')}, moved "
          f"{of('moves')}, everything compared {of('whole_checks')}")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program", type=pathlib.Path, help="simulate-clinic")
    parser.add_argument("--quick", action="store_true", help="six weeks, and the controls")
    parser.add_argument("--weeks-seeds", type=int, help="runs of a week (default: 1000)")
    parser.add_argument("--year-seeds", type=int, help="runs of a year (default: 10)")
    parser.add_argument("--first-seed", type=int, default=1)
    given = parser.parse_args()
    weeks = (6 if given.quick else 1000) if given.weeks_seeds is None else given.weeks_seeds
    years = (0 if given.quick else 10) if given.year_seeds is None else given.year_seeds
    memory = "/dev/shm" if pathlib.Path("/dev/shm").is_dir() else None
    missed = []
    with tempfile.TemporaryDirectory(prefix="vigil-long-", dir=memory) as folder:
        runs = Runs(str(given.program.resolve()), folder)
        for control in CONTROLS:
            is_seen, said = runs.sees(control, given.first_seed)
            print(f"control {control}: {'seen' if is_seen else 'NOT SEEN'}; {said}")
            if not is_seen:
                missed.append(control)
        if weeks:
            figures("weeks", weeks, runs.run("weeks", 1, given.first_seed, weeks))
        if years:
            figures("years", years, runs.run("years", 52, given.first_seed + weeks, years))
    print("differences: 0")
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    main()
