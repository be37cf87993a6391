"""A record with a protocol of the house's own and one open session, made by the program itself."""

import subprocess
import sys

import faults

DECIDED = [part for gate in ("suitable", "glaucoma", "consent") for part in ("--override", f"{gate}=for this test")]


def must(program, folder, *words):
    done = subprocess.run(
        [program, *words], env=faults.environment(folder), cwd=folder, capture_output=True, check=False
    )
    if done.returncode != 0:
        sys.exit(f"vigil {' '.join(words)}: {done.returncode}: {done.stderr.decode()}")


def open_session(program, folder, code):
    """A patient of their own, and a session of theirs."""
    must(program, folder, "patient", "add", code, "--name", "Alex Rivera", "--birth-date", "1984-03-12", "--no-input")
    must(
        program,
        folder,
        "start",
        code,
        "--protocol",
        "house",
        "--prescriber",
        "LH",
        "--read-back",
        *DECIDED,
        "--confirm",
        "labs=for this test",
    )


def prepare(program, folder):
    folder.mkdir()
    must(program, folder, "protocol", "new", "house", "--out", "house.json")
    must(program, folder, "protocol", "adopt", "house.json", "--by", "LH")
    open_session(program, folder, "P-014")
