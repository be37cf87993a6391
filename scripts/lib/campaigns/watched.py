"""One run of the program as a campaign watches it: how it ended, what it said, how long and how large it was."""

import collections
import os
import signal
import subprocess
import tempfile
import threading
import time

# The exit codes that `vigil help exit-codes` lists.
DOCUMENTED = {0, 1, 2, 64, 65, 66, 69, 70, 73, 74, 75, 77, 130}
# What the runtime says of a program that ends by itself.
CRASHES = ("Fatal error", "Crash:", "fatalError", "Precondition failed", "Assertion failed")
# Of a sentence, or of an error as JSON.
SENTENCE_ENDS = (".", "?", "”", "}", "…")

# How many times its seconds a run may take; more in the tests, of a program that is not optimised, beside others.
PATIENCE, BESIDE_OTHERS = 1, 6

Run = collections.namedtuple("Run", "status said errors seconds megabytes")


def patient(beside_others):
    """Says whether runs have to share the machine."""
    global PATIENCE
    PATIENCE = BESIDE_OTHERS if beside_others else 1


def run(command, environment, folder, seconds=5, stdin=None):
    """Runs it to its end, or kills it after so many seconds, as patience goes (status None)."""
    with tempfile.TemporaryFile(dir=folder) as said, tempfile.TemporaryFile(dir=folder) as errors:
        began = time.monotonic()
        # A group of its own: what it starts ends with it.
        process = subprocess.Popen(command, env=environment, cwd=folder, stdout=said, stderr=errors,
                                   stdin=stdin if stdin is not None else subprocess.DEVNULL, start_new_session=True)
        late = threading.Event()

        def end():
            late.set()
            try:
                os.killpg(process.pid, signal.SIGKILL)
            except ProcessLookupError:
                pass

        timer = threading.Timer(seconds * PATIENCE, end)
        timer.start()
        _, status, used = os.wait4(process.pid, 0)
        timer.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        took = time.monotonic() - began
        said.seek(0)
        errors.seek(0)
        return Run(None if late.is_set() else process.returncode, said.read(1 << 22).decode("utf-8", "replace"),
                   errors.read(1 << 20).decode("utf-8", "replace"), took, used.ru_maxrss / 1024)


def wrong(run, most_seconds=5, most_megabytes=512):
    """What no run may do, as a sentence; None where it did none of it."""
    most_seconds *= PATIENCE
    if run.status is None:
        return f"did not end in {most_seconds} s"
    if run.status < 0:
        return f"ended by signal {signal.Signals(-run.status).name}: {run.errors.strip()[-300:]}"
    if any(crash in run.errors for crash in CRASHES):
        return f"crashed: {run.errors.strip()[-300:]}"
    if run.seconds > most_seconds:
        return f"took {run.seconds:.1f} s"
    if run.megabytes > most_megabytes:
        return f"took {run.megabytes:.0f} MB"
    if run.status not in DOCUMENTED:
        return f"ended with {run.status}, which is documented nowhere"
    if run.status > 2 and not run.errors.strip():
        return f"ended with {run.status} and without a word"
    if run.status > 2 and not any(line.rstrip().endswith(SENTENCE_ENDS) for line in run.errors.splitlines()):
        return f"ended with {run.status} and half a sentence: {run.errors.strip()[:300]}"
    if run.status <= 2 and not run.said.strip() and not run.errors.strip():
        return f"ended with {run.status} and said nothing"
    return None
