"""Running a program while one of its calls to the system fails, or kills it, by strace's fault injection."""

import os
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
VERIFIER = ROOT / "scripts" / "verify-record.py"


def environment(folder):
    """What the program runs in: a home of its own, and nothing of whoever runs this."""
    return {
        "PATH": os.environ.get("PATH", "/usr/bin:/bin"), "HOME": str(folder), "TMPDIR": str(folder), "TZ": "UTC",
        "LANG": "C.UTF-8", "USER": "clinic", "VIGIL_RECORD": str(folder / "record.vigil"), "VIGIL_BY": "KO",
    }


def require_strace():
    """Ends with 69 where processes cannot be traced."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            tried = subprocess.run(
                ["strace", "-f", "-o", f"{folder}/trace", "-e", "trace=fsync", "-e", "inject=fsync:error=EIO:when=1", "true"],
                capture_output=True, text=True, check=False)
        except FileNotFoundError:
            tried = None
        if tried is None or tried.returncode != 0:
            print("strace, which makes calls fail, cannot be used here.", file=sys.stderr)
            sys.exit(69)


def run(command, folder, call, fault, when, paths=(), stdin=None):
    """One run in which the n-th such call has the fault; None where it makes fewer calls."""
    trace = folder / "trace"
    strace = ["strace", "-f", "-o", str(trace), "-e", f"trace={call}", "-e", f"inject={call}:{fault}:when={when}"]
    for path in paths:
        strace += ["-P", str(path)]
    done = subprocess.run(
        strace + command, env=environment(folder), cwd=folder, capture_output=True, text=True, check=False, input=stdin,
        timeout=60)
    told = trace.read_text(errors="replace")
    trace.unlink()
    return done if "(INJECTED)" in told or "killed by SIGKILL" in told else None


def verdict(record):
    """What the second verifier says: 0 holds, 1 damaged, 2 cannot tell."""
    told = subprocess.run([sys.executable, str(VERIFIER), str(record)], capture_output=True, text=True, check=False)
    return told.returncode, told.stdout + told.stderr


def sampled(numbers, sample):
    """All of them, or so many, spread evenly, with the first and the last."""
    numbers = list(numbers)
    if not sample or sample >= len(numbers):
        return numbers
    step = (len(numbers) - 1) / max(sample - 1, 1)
    return sorted({numbers[round(place * step)] for place in range(sample)})
