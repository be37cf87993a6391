"""Programs that lie about their disk, and a disk that is well: each has to be seen by the same checks."""

import shutil
import subprocess


def answer(status, out="", errors=""):
    return subprocess.CompletedProcess([], status, out, errors)


def healthy(bench):
    """An entry on a healthy disk is no refusal."""
    bench.prepare()
    bench.held(bench.add()[0], "healthy", "disk is full")


def lies(bench):
    """Saved, it says, and saves nothing."""
    bench.prepare()
    bench.acknowledged.append("00000000-0000-4000-8000-00000000000A")
    bench.all_there("lying")


def without_reason(bench):
    bench.held(answer(74, errors="Not saved.\n"), "without a reason", "disk is full")


def without_next(bench):
    bench.held(answer(74, errors="Not saved: the disk is full.\n"), "without what to do", "disk is full")


def killed(bench):
    bench.held(answer(-25, errors=""), "killed", "disk is full")


def does_not_read(bench):
    bench.prepare()
    bench.record.unlink()
    bench.must_read("gone")


def forgets(bench):
    """The record of before an entry is put in its place."""
    bench.prepare()
    copy = bench.folder / "copy"
    shutil.copyfile(bench.record, copy)
    bench.must_add("before")
    shutil.copyfile(copy, bench.record)
    bench.all_there("forgotten")


CONTROLS = {
    "an entry on a healthy disk": healthy, "a program that lies": lies, "no reason": without_reason,
    "nothing to do next": without_next, "killed by a signal": killed, "nothing to read": does_not_read,
    "an entry that is lost": forgets,
}
