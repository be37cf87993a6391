"""Answers: is there a file at which the program crashes, hangs, grows, or says what is not so?

Files that are too large or none at all stand wherever one is read; the record is damaged thousands of times by seed
and given to one command after the other; so are backups and keys. Each run has to end in five seconds, under 512 MB,
with a documented exit code and a sentence. What is refused stays as it was; `verify` never calls a record whole in
which something else is stored; and what `add` calls saved stands in a chain that holds, or in a record whose damage
is named. Readers that take bytes alone are fuzzed by `scripts/fuzz`.

    files.py PROGRAM [--quick] [--seed N] [--copies N] [--only KIND] [--from N]
"""

import argparse
import collections
import pathlib
import random
import sys
import tempfile
import time

import damage
import files_control
import files_judge
import files_prepared
import too_large
import watched
import wild

KINDS = damage.DAMAGES + wild.DAMAGES
# Of a record of today, one command each; the first stand for the many.
FIRST = [("sessions",), ("status",), ("timeline", "1"), ("report", "1"),
          ("verify",), ("add", "note", "after the damage"), ("backup", "{new}")]
COMMANDS = FIRST + [
    ("flags",), ("effects",), ("summary",), ("accesses",), ("course", "show", "P-014"), ("due",), ("board",),
    ("export-record",), ("leaving",), ("patient", "list"), ("timeline", "5"), ("chart", "1"),
    ("report", "2", "--format", "json"), ("key", "list"), ("clinic",), ("protocol", "list"), ("followups",),
    ("replay", "--protocol", "house"), ("verify", "--chains"), ("add", "118/76 68 98%"), ("ack", "1", "head up"),
    ("report", "1", "--format", "html"), ("end", "5", "--decided-by", "LH"),
    ("course", "show", "P-014", "--format", "json"), ("summary", "--format", "csv"),
    ("timeline", "2", "--format", "csv"), ("checkpoint",), ("fix", "2", "hr 70", "--because", "typed wrong"),
    ("sign", "1", "--by", "LH", "--passphrase-file", "{secret}"), *FIRST,
    ("screening", "P-014", "--protocol", "iv-0.5-40"), ("clinician", "list"),
    ("form", "--blank", "--protocol", "iv-0.5-40"), ("verify", "1"),
]
# Signing works a passphrase into a key, which takes half a second: seldom.
SLOW = {"sign"}


class Progress:
    """One line on standard error, now and then."""

    def __init__(self):
        self.last = 0.0

    def __call__(self, words):
        now = time.monotonic()
        if now - self.last > 5:
            self.last = now
            print(words, file=sys.stderr, flush=True)


def chosen(program, folder, index, random_source):
    """The command of a copy: they take turns, whatever the kind of damage."""
    turn = index // len(KINDS) + index
    arguments = COMMANDS[turn % len(COMMANDS)]
    if arguments[0] in SLOW and random_source.random() < 0.8:
        arguments = random_source.choice(FIRST)
    names = {"{new}": str(folder / "new.vigil"), "{secret}": str(folder / "passphrase")}
    return [program, *(names.get(argument, argument) for argument in arguments)]


def damaged_records(program, folder, kept, given, say):
    """Every copy with its damage and its command; the figures and what was wrong."""
    record, environment = folder / "record.vigil", files_prepared.environment(folder)
    whole = kept[pathlib.Path("record.vigil")]
    judge = files_judge.Judge(program, folder, environment, whole)
    statuses, wrong = collections.Counter(), []
    kinds = [kind for kind in KINDS if given.only in (None, kind.__name__)]
    for index in range(given.start, given.start + given.copies):
        source = random.Random(f"{given.seed}/{index}")
        kind = kinds[index % len(kinds)]
        files = kind(whole, source)
        files_prepared.lay(folder, kept)
        for end, data in files.items():
            record.with_name(record.name + end).write_bytes(data)
        run, sentence = judge(chosen(program, folder, index, source), kind, files)
        statuses[run.status] += 1
        if sentence:
            wrong.append(f"--seed {given.seed} --from {index} --copies 1, {kind.__name__}: {sentence}")
            print(wrong[-1], file=sys.stderr, flush=True)
        say(f"damaged records: {index + 1 - given.start} of {given.copies}, {len(wrong)} wrong")
    return judge, statuses, wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("--quick", action="store_true", help="a hundred copies (the tests)")
    parser.add_argument("--seed", type=int, default=20_261_126)
    parser.add_argument("--copies", type=int, help="damaged records (default: 12,000)")
    parser.add_argument("--from", dest="start", type=int, default=0, help="the number of the first copy")
    parser.add_argument("--only", help="one kind of damage")
    given = parser.parse_args()
    watched.patient(given.quick)
    alone = given.only is not None or given.start > 0
    given.copies = given.copies or (120 if given.quick else 12_000)
    program, say = str(given.program.resolve()), Progress()
    shared = pathlib.Path("/dev/shm")
    with tempfile.TemporaryDirectory(prefix="vigil-files-", dir=shared if shared.is_dir() else None) as place:
        folder = pathlib.Path(place)
        kept = files_prepared.prepare(program, folder)
        failed = False
        if not alone:
            count, slowest, largest, wrong = too_large.all_of(
                program, folder, files_prepared.environment(folder), kept, say, quick=given.quick)
            print(f"too large or no file: {count} runs, {len(wrong)} wrong; slowest {slowest[0]:.2f} s ({slowest[1]}), "
                  f"largest {largest[0]:.0f} MB ({largest[1]})")
            failed |= report(wrong)
        judge, statuses, wrong = damaged_records(program, folder, kept, given, say)
        print(
    f"damaged records: {given.copies} copies by {len(KINDS)} kinds, {len(wrong)} wrong; slowest {judge.slowest:.2f} s, "
    f"largest {judge.largest:.0f} MB")
        print("  " + ", ".join(f"exit {status}: {count}" for status, count in sorted(statuses.items(), key=str)))
        print("  " + ", ".join(f"{what}: {count}" for what, count in sorted(judge.counts.items())))
        failed |= report(wrong)
        if not alone:
            backups, keys, encrypted = (24, 24, 12) if given.quick else (1_500, 600, 5)
            for name, (count, wrong) in {
                "damaged backups": files_judge.backups(program, folder, kept, given.seed, backups, say, encrypted),
                "damaged keys": files_judge.keys(program, folder, kept, given.seed, keys, say),
            }.items():
                print(f"{name}: {count} copies, {len(wrong)} wrong")
                failed |= report(wrong)
            missing = files_control.missing(program, folder, kept)
            print("control: " + ("; ".join(missing) if missing else files_control.FOUND))
            failed |= bool(missing)
    sys.exit(1 if failed else 0)


def report(wrong):
    for sentence in wrong[:20]:
        print(f"  {sentence}")
    return bool(wrong)


if __name__ == "__main__":
    main()
