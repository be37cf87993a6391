"""The commands whose calls are recorded, as a clinic gives them one after the other."""

import os
import pathlib
import shutil
import subprocess
import sys

import faults
from campaigns.power_states import JOURNAL, Plan
from campaigns.power_trace import Trace

GOLDEN = faults.ROOT / "Tests" / "RecordStoreTests" / "Golden" / "record-v1.vigil"
NAME = "Rivera"
LINES = "122/78 71 97%\nnausea mild\nnote all of these or none\n"
WRITER = """
import os, sqlite3, sys
record = sqlite3.connect(sys.argv[1], isolation_level=None)
record.execute("PRAGMA journal_mode = DELETE")
record.execute("PRAGMA synchronous = " + sys.argv[2])
record.execute("CREATE TABLE entered (number INTEGER PRIMARY KEY, what BLOB)")
for number in range(int(sys.argv[3]), int(sys.argv[3]) + 1):
    record.execute("INSERT INTO entered VALUES (?, ?)", (number, bytes([number]) * 300))
os.write(1, b"saved")
os._exit(0)
"""


class History:
    """A trace, where to look in its folder, and the environment in which the commands ran."""

    def __init__(self, folder):
        self.folder = folder
        (folder / "copies").mkdir(parents=True)
        self.trace = Trace(folder)
        self.plan = None
        self.first = []  # the command that makes the record

    def environment(self, folder):
        """As it is for the folder, or for a copy of it."""
        return {**faults.environment(folder), "VIGIL_RECORD": f"{folder}/clinic/record.vigil",
                "VIGIL_KEYS": f"{folder}/home/keys"}

    def hot(self, files):
        return len(files.get(self.plan.record + JOURNAL, (0, b""))[1]) > 512


def record(program, temporary, quick):
    """Runs the commands; what they need lies beside the folder, and on no disk that loses power."""
    from lib.record import verify
    beside = temporary / "beside"
    beside.mkdir()
    secret, house = beside / "secret", beside / "house.json"
    secret.write_text("correct horse battery\n")
    history = History(temporary / "history")
    folder, trace = history.folder, history.trace
    environment = history.environment(folder)
    subprocess.run([program, "protocol", "new", "house", "--out", str(house)], env=faults.environment(beside),
                   capture_output=True, check=True)
    decided = [part for gate in ("suitable", "glaucoma", "consent") for part in ("--override", f"{gate}=for this test")]
    start = ["start", "P-014", "--protocol", "house", "--prescriber", "LH", "--read-back", *decided, "--confirm",
             "labs=for this test"]
    commands = [
        ["protocol", "adopt", house, "--by", "LH"],
        ["patient", "add", "P-014", "--name", f"Alex {NAME}", "--birth-date", "1984-03-12", "--no-input"],
        start,
        ["add", "118/74", "68", "98%"],
        ["add", "188/114", "84"],
        ["ack", "1", "head up, deep breaths"],
        ["fix", "6", "hr", "86", "--because", "digits transposed"],
        ["backup", "copies/first.vigil"],
        ["add", "nausea", "mod"],
        ["undo"],
        ["void", "5", "--because", "wrong arm"],
        ["clinician", "add", "LH", "--name", "Lena Hart", "--role", "administrator,prescriber", "--by", "LH",
         "--passphrase-file", secret],
        ["add", "do head up 30"],
        ["add", "-"],
        ["end", "P-014", "--decided-by", "LH"],
        ["addendum", "1", "the pharmacy called back", "--by", "LH"],
        ["sign", "1", "--by", "LH", "--passphrase-file", secret],
        ["key", "rotate", "--by", "LH"],
        ["ack", "-s", "1", "2", "seen"],
        start,
        ["add", "121/76", "70"],
        ["backup", "copies/second.vigil"],
        ["backup", "copies/third.encrypted", "--encrypt", "--passphrase-file", secret],
        ["restore", "copies/first.vigil", "--to", "copies/restored.vigil"],
        ["end", "P-014", "--decided-by", "LH"],
        ["patient", "forget", "P-014", "--because", "asked for", "--authority", "A. Hart", "--yes", "--by", "LH"],
        ["addendum", "2", "nothing else", "--by", "LH"],
    ]
    if quick:
        commands = [commands[place] for place in (0, 1, 2, 3, 4, 5, 7, 14, 15, 25, 26)]
        commands[-1][1] = "1"
    history.first = commands[0]
    for command in commands:
        trace.run([program, *command], environment, stdin=LINES if command[-1] == "-" else None)
        print(f"recorded: {trace.commands[-1][:60]}", file=sys.stderr, flush=True)
    numbers = {command[1]: place for place, command in enumerate(commands) if command[0] == "backup"}
    restoring = [place for place, command in enumerate(commands) if command[0] == "restore"]
    numbers |= {commands[place][3]: place for place in restoring}
    history.plan = Plan(
        folder / "clinic" / "record.vigil", keys=folder / "home" / "keys",
        whole=[(folder / path, place) for path, place in numbers.items()],
        erased=(NAME.encode(), [command[:2] for command in commands].index(["patient", "forget"])),
        forgetting=restoring[0] if restoring else None, verify=verify)
    return history


def carried_over(program, temporary):
    """A record of version 1 that the next entry carries over to version 2, with a copy of it as it was."""
    from lib.record import verify
    folder = temporary / "carried"
    (folder / "clinic").mkdir(parents=True)
    path = folder / "clinic" / "record.vigil"
    shutil.copyfile(GOLDEN, path)
    path.chmod(0o600)
    trace = Trace(folder)
    trace.run([program, "add", "-s", "5", "note", "after carrying over"],
              {**faults.environment(folder), "VIGIL_RECORD": str(path), "VIGIL_KEYS": str(folder / "keys")})
    return trace, Plan(path, whole=[(copy, 0) for copy in path.parent.glob("*.backup")], verify=verify, since=1)


def other_writer(temporary, setting, entries=8):
    """Another program that writes to a database of its own, with this setting, and says so after each commit."""
    folder = pathlib.Path(temporary) / f"writer-{setting}"
    folder.mkdir()
    trace = Trace(folder)
    path = folder / "record.vigil"
    for number in range(1, entries + 1):
        script = WRITER if number == 1 else WRITER.replace("CREATE TABLE", "CREATE TABLE IF NOT EXISTS")
        trace.run([sys.executable, "-I", "-S", "-c", script, str(path), setting, str(number)], dict(os.environ))
    return trace, Plan(path)
