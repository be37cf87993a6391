"""Adds an entry while one call to the disk after the other fails, and holds each answer against the record."""

import argparse
import collections
import pathlib
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile

import faults

ID = "3F2504E0-4F89-11D3-9A0C-0305E82C3301"
SAID = {0: "saved", 74: "not saved", 75: "not confirmed"}
FAULTS = [
    ("pwrite64", "error=EIO"), ("pwrite64", "error=ENOSPC"), ("fdatasync", "error=EIO"), ("fdatasync", "error=ENOSPC"),
    ("unlink", "error=EIO"), ("unlink", "error=ENOSPC"), ("ftruncate", "error=EIO"), ("fcntl", "error=ENOLCK"),
    ("openat", "error=EMFILE"), ("openat", "error=ENOSPC"), ("openat", "error=EROFS"), ("pread64", "error=EIO"),
    ("pwrite64", "signal=KILL"), ("fdatasync", "signal=KILL"), ("unlink", "signal=KILL"),
]
# What says nothing of the entry has to leave it out: refused before anything was written.
REFUSED = {66, 69, 70, 73}
MENDED = "it is saved"


def must(program, folder, *arguments, **more):
    done = subprocess.run([program, *arguments], env=faults.environment(folder), capture_output=True, text=True, check=False,
                          **more)
    if done.returncode != 0:
        sys.exit(f"vigil {' '.join(arguments)}: {done.stderr}{done.stdout}")
    return done


def prepare(program, folder):
    """A record with one open session, made by the program itself."""
    folder.mkdir()
    must(program, folder, "protocol", "new", "house", "--out", "house.json", cwd=folder)
    must(program, folder, "protocol", "adopt", "house.json", "--by", "LH", cwd=folder)
    must(program, folder, "patient", "add", "P-014", "--name", "Alex Rivera", "--birth-date", "1984-03-12", "--no-input")
    decided = [part for gate in ("suitable", "glaucoma", "consent") for part in ("--override", f"{gate}=for this test")]
    must(program, folder, "start", "P-014", "--protocol", "house", "--prescriber", "LH", "--read-back", *decided,
         "--confirm", "labs=for this test")


def entries(folder):
    with sqlite3.connect(folder / "record.vigil") as record:
        sound = record.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        ids = [row[0].hex() for row in record.execute("SELECT id FROM entry")]
    return sound, ids.count(ID.replace("-", "").lower())


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("--sample", type=int, help="faults of each kind (default: all)")
    given = parser.parse_args()
    faults.require_strace()
    program = str(given.program.resolve())
    answers = collections.Counter()
    wrong = []
    mended = 0
    with tempfile.TemporaryDirectory() as temporary:
        base = pathlib.Path(temporary) / "base"
        prepare(program, base)
        folder = pathlib.Path(temporary) / "run"
        files = [folder / "record.vigil", folder / "record.vigil-journal", folder]
        command = [program, "add", "--id", ID, "118/74", "68", "98%"]

        def begin():
            shutil.rmtree(folder, ignore_errors=True)
            shutil.copytree(base, folder)

        def look(place, done):
            """The answer, held against the record; then the same line again."""
            nonlocal mended
            killed = done.returncode in (-9, 137)
            status = "killed" if killed else SAID.get(done.returncode, f"refused ({done.returncode})")
            answers[status] += 1
            mended += done.returncode == 0 and MENDED in done.stderr
            # What a crash left is undone by whoever comes next.
            must(program, folder, "sessions")
            sound, found = entries(folder)
            if not sound:
                wrong.append(f"{place}: integrity_check")
            if found > 1:
                wrong.append(f"{place}: stored {found} times")
            if done.returncode == 0 and found != 1:
                wrong.append(f"{place}: said to be saved, and is not there")
            if (done.returncode == 74 or done.returncode in REFUSED) and found != 0:
                wrong.append(f"{place}: exit {done.returncode}, and is there: {done.stderr.strip()}")
            if not killed and done.returncode not in SAID and done.returncode not in REFUSED:
                wrong.append(f"{place}: exit {done.returncode}: {done.stderr.strip()}")
            if done.returncode != 0 and not killed and not done.stderr.strip():
                wrong.append(f"{place}: nothing was said")
            again = subprocess.run(command, env=faults.environment(folder), capture_output=True, text=True, check=False)
            if again.returncode != 0 or entries(folder) != (True, 1):
                wrong.append(f"{place}: tried again: exit {again.returncode}, stored {entries(folder)[1]} times")
            outcome, told = faults.verdict(folder / "record.vigil")
            if outcome == 1:
                wrong.append(f"{place}: {told}")

        for call, fault in FAULTS:
            begin()
            trace = folder / "trace"
            filters = [part for path in files for part in ("-P", str(path))]
            subprocess.run(["strace", "-f", "-o", str(trace), "-e", f"trace={call}", *filters, *command],
                           env=faults.environment(folder), cwd=folder, capture_output=True, check=False)
            calls = len(re.findall(rf"^\d+ +{call}\(", trace.read_text(errors="replace"), re.MULTILINE))
            # One call fails; then all from that one on, as on a disk that stays broken.
            for sticky in ("",) if "KILL" in fault else ("", "+"):
                for when in faults.sampled(range(1, calls + 1), given.sample):
                    begin()
                    done = faults.run(command, folder, call, fault, f"{when}{sticky}", files)
                    if done is not None:
                        look(f"{call} {fault} {when}{sticky}", done)

    total = sum(answers.values())
    print(f"{total} faults: " + ", ".join(f"{name} {number}" for name, number in sorted(answers.items())))
    print(f"said to be saved after an error at the commit, and there: {mended}")
    print(f"answers that were not true, ids that were stored twice, lines that could not be tried again: {len(wrong)}")
    for what in wrong:
        print("WRONG", what)
    sys.exit(1 if wrong or not answers["not saved"] or not answers["saved"] else 0)


if __name__ == "__main__":
    main()
