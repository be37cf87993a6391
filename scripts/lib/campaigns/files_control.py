"""Whether the campaign of files can fail: nobody refuses undamaged copies, and what must not happen is counted."""

import sys

import files_judge
import files_prepared
import watched
import wild

FOUND = "undamaged copies were answered, and each stand-in was counted"

# What ends as no program may.
STAND_INS = {
    "kill -ILL $$": "ended by signal SIGILL",
    "kill -SEGV $$": "ended by signal SIGSEGV",
    "echo 'Fatal error: Index out of range' >&2; exit 70": "crashed",
    "exit 3": "which is documented nowhere",
    "exit 70": "without a word",
    "sleep 60": "did not end",
    f"exec {sys.executable} -c 'held = bytes([1]) * (600 << 20)'": "MB",
    "true": "said nothing",
}


def unchanged(data, random):
    return {"": data}


def by_way_of_sql(data, random):
    return wild._changed(data, lambda connection: None)


def missing(program, folder, kept):
    """What was not counted, or refused without need; empty where the campaign can fail as it must."""
    found = []
    environment = files_prepared.environment(folder)
    for words, expected in STAND_INS.items():
        run = watched.run(["sh", "-c", words], environment, folder, 0.5 if "sleep" in words else 20)
        sentence = watched.wrong(run, 20)
        if sentence is None or expected not in sentence:
            found.append(f"“{words}” was not counted: {sentence}")
    whole = next(data for name, data in kept.items() if name.name == "record.vigil")
    judge = files_judge.Judge(program, folder, environment, whole)
    for kind in (unchanged, by_way_of_sql):
        for command in (("sessions",), ("report", "1"), ("verify",),
                        ("add", "note", "whole"), ("backup", str(folder / "new.vigil"))):
            files_prepared.lay(folder, kept)
            files = kind(whole, None)
            (folder / "record.vigil").write_bytes(files[""])
            run, sentence = judge([program, *command], kind, files)
            if sentence or run.status != 0:
                found.append(f"vigil {' '.join(command)} over {kind.__name__}: {sentence or run.errors}")
    # A program that calls every record whole, and one that writes to what it refuses.
    files_prepared.lay(folder, kept)
    other = _with_another_note(whole)
    (folder / "record.vigil").write_bytes(other)
    liars = (
        ("echo HOLDS", "verify", "something else is stored"),
        ("echo x >> record.vigil; echo Refused. >&2; exit 70", "sessions", "the record is another now"),
    )
    for words, act, expected in liars:
        liar = folder / "liar"
        liar.write_text(f"#!/bin/sh\n{words}\n", "utf-8")
        liar.chmod(0o700)
        _, sentence = files_judge.Judge(str(liar), folder, environment, whole)([str(liar), act], unchanged, {"": other})
        if not sentence or expected not in sentence:
            found.append(f"“{words}” was not counted: {sentence}")
    return found


def _with_another_note(data):
    def change(connection):
        connection.execute("UPDATE entry SET body = x'050000000178' WHERE kind = 10")
    return wild._changed(data, change)[""]
